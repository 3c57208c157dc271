import Foundation
import RussianMorphology
import Testing

@Suite struct LexiconTests {
  let lexicon = Lexicon.embedded

  /// The checked-in readings are another program's; see the file's header.
  @Test func everySampledFormHasTheReadingsOfAnIndependentReader() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("independent-reader.tsv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
    #expect(lines.count > 1900)
    for line in lines {
      let fields = line.split(separator: "\t")
      let expected = try Set(
        fields[1].split(separator: " ").map { reading in
          let colon = try #require(reading.firstIndex(of: ":"))
          let names = reading[reading.index(after: colon)...].split(separator: ",")
          return Reading(
            lemma: String(reading[..<colon]),
            grammemes: try names.reduce(into: Grammemes()) {
              $0.formUnion(try #require(Grammemes(name: $1)))
            })
        })
      let found = Set(
        lexicon.analyses(of: String(fields[0])).map {
          Reading(lemma: $0.lemma, grammemes: $0.grammemes)
        })
      // Our additions may add readings; none may be lost.
      #expect(expected.isSubset(of: found), "\(fields[0])")
      #expect(found.count - expected.count <= 12, "\(fields[0])")
    }
  }

  struct Reading: Hashable {
    let lemma: String
    let grammemes: Grammemes
  }

  @Test func capitalsAndYoMakeNoDifference() {
    #expect(lexicon.analyses(of: "ЁЛКИ") == lexicon.analyses(of: "елки"))
    #expect(lexicon.analyses(of: "елки").allSatisfy { $0.lemma == "ёлка" })
    #expect(lexicon.analyses(of: "елки").count == 3)
  }

  @Test func commonReadingComesFirst() {
    #expect(lexicon.analyses(of: "стали").first?.lemma == "стать")
    #expect(lexicon.analyses(of: "при").first?.grammemes == .PREP)
  }

  @Test func ownWordsAreThere() {
    #expect(lexicon.analyses(of: "акимату").map(\.lemma) == ["акимат"])
    #expect(lexicon.analyses(of: "тенге").first?.grammemes.contains(.Fixd) == true)
  }

  @Test func unknownFormsHaveNoReadings() {
    for form in ["", "абырвалгос", "hello", "!", "ст али", "\u{0}", "дом😀"] {
      #expect(lexicon.analyses(of: form).isEmpty, "\(form)")
    }
  }

  @Test func prefixOfAFormIsNoForm() {
    #expect(lexicon.analyses(of: "автомоби").isEmpty)
  }

  @Test func damagedBytesAreRefused() {
    withUnsafeTemporaryAllocation(byteCount: 256, alignment: 8) { bytes in
      bytes.initializeMemory(as: UInt8.self, repeating: 0)
      #expect(Lexicon(mapping: UnsafeRawBufferPointer(bytes)) == nil)
    }
  }

  @Test func aboutNamesSourceAndLicence() {
    #expect(lexicon.about.contains("OpenCorpora"))
    #expect(lexicon.about.contains("417150"))
  }
}
