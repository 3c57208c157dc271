import RussianMorphology
import Testing

@Suite struct GrammemesTests {
  @Test func everyNameLeadsToItsNumber() {
    for (number, name) in Grammemes.names.enumerated() {
      #expect(Grammemes(name: name.description) == Grammemes(number: number))
    }
    #expect(Grammemes(name: "nonsense") == nil)
  }

  @Test func constantsCarryTheirNames() {
    #expect(Grammemes.NOUN.description == "NOUN")
    #expect(Grammemes.per1.description == "1per")
    #expect(Grammemes.Ms_f.description == "Ms-f")
    #expect(Grammemes.SYMB.description == "SYMB")
  }

  @Test func masksHoldTheirMembersOnly() {
    #expect(Grammemes.partsOfSpeech.contains(.INTJ))
    #expect(Grammemes.partsOfSpeech.isDisjoint(with: .anim))
    #expect(Grammemes.cases.intersection([.NOUN, .gent, .sing]) == .gent)
    #expect(Grammemes.numbers.description == "sing,plur")
  }

  @Test func setOperations() {
    let both: Grammemes = [.NOUN, .LATN]
    #expect(both.contains(.LATN) && both.contains(.NOUN) && !both.contains([.NOUN, .VERB]))
    #expect(both.subtracting(.NOUN) == .LATN)
    #expect(both.intersects([.LATN, .VERB]))
    #expect(Grammemes().isEmpty)
  }
}
