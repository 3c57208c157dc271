import RussianMorphology
import RussianText
import TextRules

extension FactContext {
  /// Does a punctuation mark stand among the tokens?
  func hasPunctuation(between start: Int, and end: Int) -> Bool {
    guard start < end else { return false }
    return (start..<end).contains { buffer[$0].kind == .punctuation }
  }

  /// The first noun of a phrase: «главный тренер сборной» has «тренер».
  func head(of tokens: Range<Int>) -> Int? {
    tokens.first { kinds.hasAnalysis($0, .NOUN) && !kinds.hasAnalysis($0, .ADJF) }
      ?? tokens.first { kinds.hasAnalysis($0, .NOUN) }
  }

  /// Can the noun and the name stand in one case? A name that the dictionary lacks can be in any.
  ///
  /// - Parameter isOne: Whether the noun is a singular: «директора» is a genitive then.
  func shareCase(_ noun: Int, _ name: Range<Int>, isOne: Bool = false) -> Bool {
    let wanted = cases(of: noun, isOne: isOne)
    return wanted.isEmpty || someWord(of: name, fits: wanted, without: [])
  }

  /// Does a word of the name, if any tells its case, stand in one of these?
  ///
  /// One is enough: a part of a foreign name may look like another name's genitive.
  func someWord(of name: Range<Int>, fits wanted: Grammemes, without gender: Grammemes) -> Bool {
    var tells = false
    for token in name where kinds.morphology.isKnown(buffer[token].word) {
      let own = cases(of: token, among: [.Name, .Surn, .Patr], without: gender)
      if own.isEmpty { continue }
      if own.intersects(wanted) || isIndeclinable(token) { return true }
      // «сын директора Игорь Чайка»: a given name that is nothing else decides.
      if kinds.isCertain(token, as: .Name), kinds.hasAnalysis(token, [.Name, .sing]),
        !kinds.hasAnalysis(token, [.Name, .plur])
      {
        return false
      }
      tells = true
    }
    return !tells
  }

  private func isIndeclinable(_ token: Int) -> Bool { kinds.hasAnalysis(token, .Fixd) }

  /// All cases that the word's analyses have.
  func cases(
    of token: Int, among names: Grammemes? = nil, without gender: Grammemes = [],
    isOne: Bool = false
  ) -> Grammemes {
    var cases = Grammemes()
    for analysis in kinds.morphology.analyses(of: buffer[token].word) {
      let grammemes = kinds.morphology.grammemes(of: analysis)
      if !gender.isEmpty, grammemes.intersects(gender), !grammemes.contains(.plur) { continue }
      if isOne, grammemes.contains(.plur) { continue }
      if let names, !grammemes.intersects(names) { continue }
      if names == nil, !grammemes.contains(.NOUN) { continue }
      cases.formUnion(Self.mainCases(grammemes))
    }
    return cases
  }

  /// The cases of a word that is no noun: «один», «одного».
  func cases(ofNumeral token: Int) -> Grammemes {
    kinds.morphology.analyses(of: buffer[token].word).reduce(into: []) {
      $0.formUnion(Self.mainCases(kinds.morphology.grammemes(of: $1)))
    }
  }

  /// The six cases, each for its variants too.
  private static func mainCases(_ grammemes: Grammemes) -> Grammemes {
    var cases = grammemes.intersection(.cases)
    if cases.intersects(.gen1.union(.gen2)) { cases.formUnion(.gent) }
    if cases.intersects(.loc1.union(.loc2)) { cases.formUnion(.loct) }
    if cases.contains(.acc2) { cases.formUnion(.accs) }
    return cases
  }
}

extension KindContext {
  /// Can the words be the subject of a sentence? No preposition governs them, and the first noun
  /// or name that the dictionary has can stand in the nominative.
  func canBeSubject(_ tokens: Range<Int>) -> Bool {
    let first = tokens.lowerBound
    if first > 0 {
      if hasAnalysis(first - 1, .PREP) { return false }
      // «компанию «Ромашка» купила …»
      if buffer[first - 1].shape == .lower, hasAnalysis(first - 1, [.NOUN, .accs]),
        !hasAnalysis(first - 1, .nomn), !hasAnalysis(first - 1, .gent)
      {
        return false
      }
    }
    for token in tokens {
      if isQuote(token) || !morphology.isKnown(buffer[token].word) { return true }
      if hasAnalysis(token, .NOUN) { return hasAnalysis(token, .nomn) }
      guard hasAnalysis(token, .ADJF) else { return true }
    }
    return true
  }
}
