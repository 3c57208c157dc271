import RussianMorphology
import RussianText

extension KindContext {
  /// Has the token at `index` an analysis with all of these grammemes?
  func hasAnalysis(_ index: Int, _ grammemes: Grammemes) -> Bool {
    analysis(index, grammemes) != nil
  }

  /// Is the token at `index` a preposition, a conjunction or the like? The dictionary knows «по»,
  /// «в» and «из» as nouns too; longer words («типа») are.
  func isFunctional(_ index: Int) -> Bool {
    guard buffer[index].length <= 6 else { return false }
    let functional: [Grammemes] = [.PREP, .CONJ, .PRCL, .NPRO]
    return functional.contains { hasAnalysis(index, $0) }
  }

  /// Is the token at `index` a verb in all of its readings, participles aside?
  func isVerb(_ index: Int) -> Bool {
    let analyses = morphology.analyses(of: buffer[index].word)
    return !analyses.isEmpty
      && analyses.allSatisfy { morphology.grammemes(of: $0).intersects([.VERB, .INFN, .GRND]) }
  }

  /// The first analysis of the token at `index` with all of these grammemes.
  func analysis(_ index: Int, _ grammemes: Grammemes) -> Analysis? {
    morphology.analyses(of: buffer[index].word).first {
      morphology.grammemes(of: $0).contains(grammemes)
    }
  }

  /// The noun phrase in the nominative singular: «легковых автомобилей» is «легковой автомобиль».
  ///
  /// What stands behind the head stays as it is; so does a word without such a form.
  func nominativeSingular(of phrase: Range<Int>, head: Int) -> String {
    var text: [UInt8] = []
    let noun =
      analysis(head, [.NOUN, .gent, .plur]) ?? analysis(head, [.NOUN, .gent, .sing])
      ?? analysis(head, .NOUN)
    let gender = noun.map { morphology.grammemes(of: $0).intersection([.masc, .femn, .neut]) }
    for index in phrase {
      if !text.isEmpty { text.append(UInt8(ascii: " ")) }
      if index == head, let noun {
        if morphology.appendForm(of: noun, as: [.sing, .nomn], to: &text) { continue }
      } else if index < head, let adjective = analysis(index, [.ADJF]) ?? analysis(index, [.PRTF]) {
        let form = Grammemes([.sing, .nomn]).union(gender ?? .masc)
        if morphology.appendForm(of: adjective, as: form, to: &text) { continue }
      }
      text.append(contentsOf: bytes(of: index..<index + 1))
    }
    return String(decoding: text, as: UTF8.self)
  }
}
