import RussianMorphology

/// What a reading means to the words around it, packed into one integer: part of speech, case,
/// number, gender, animacy and, of verbs, what decides their arguments.
package struct WordClass: Hashable, BitwiseCopyable {
  /// Parts of speech as the structure needs them; finer than the dictionary's where the words
  /// behave differently.
  package enum Part: UInt32 {
    case none, noun, name, surname, patronymic, place, pronoun, adjective, determiner, ordinal
    case shortAdjective, comparative, finite, imperative, infinitive, activeParticiple
    case passiveParticiple, shortParticiple, gerund, numeral, adverb, predicative, preposition
    case conjunction, particle, interjection, latin, punctuation, figures, roman, sign, unknown
  }

  package var bits: UInt32

  package init(bits: UInt32) { self.bits = bits }

  package init(_ grammemes: Grammemes) {
    var bits = Self.part(of: grammemes).rawValue
    bits |= Self.caseNumber(of: grammemes) << 5
    if grammemes.contains(.sing) { bits |= 1 << 8 }
    if grammemes.contains(.plur) { bits |= 2 << 8 }
    let isOfBoth = grammemes.intersects([.ms_f, .Ms_f])
    if grammemes.contains(.masc) || isOfBoth { bits |= 1 << 10 }
    if grammemes.contains(.femn) || isOfBoth { bits |= 2 << 10 }
    if grammemes.contains(.neut) { bits |= 4 << 10 }
    if grammemes.contains(.anim) { bits |= 1 << 13 }
    if grammemes.contains(.inan) { bits |= 2 << 13 }
    if grammemes.contains(.tran) { bits |= 1 << 15 }
    if grammemes.contains(.past) { bits |= 1 << 16 }
    if grammemes.contains(.per1) { bits |= 1 << 17 }
    if grammemes.contains(.per2) { bits |= 2 << 17 }
    if grammemes.contains(.per3) { bits |= 3 << 17 }
    if grammemes.contains(.Abbr) { bits |= 1 << 19 }
    if grammemes.contains(.Fixd) { bits |= 1 << 20 }
    self.bits = bits
  }

  package var part: Part { Part(rawValue: bits & 31) ?? .unknown }
  /// 0 where the word has no case; 1…6 from nominative to prepositional.
  package var caseNumber: UInt32 {
    get { bits >> 5 & 7 }
    set { bits = bits & ~0xE0 | newValue << 5 }
  }
  /// Part of speech and case.
  package var partAndCase: UInt32 { bits & 0xFF }
  /// Part of speech, case and number.
  package var partCaseNumber: UInt32 { bits & 0x3FF }
  /// Part of speech, case, number and gender.
  var agreementBits: UInt32 { bits & 0x1FFF }
  package var number: UInt32 { bits >> 8 & 3 }
  package var gender: UInt32 { bits >> 10 & 7 }

  /// Abbreviations, and words that do not change.
  static let abbreviated: UInt32 = 3 << 19
  static let nominative: UInt32 = 1
  static let genitive: UInt32 = 2
  static let accusative: UInt32 = 4

  private static func part(of word: Grammemes) -> Part {
    if word.contains(.NOUN) {
      if word.contains(.Surn) { return .surname }
      if word.contains(.Name) { return .name }
      if word.contains(.Patr) { return .patronymic }
      if word.intersects([.Geox, .Orgn, .Trad]) { return .place }
      return .noun
    }
    if word.contains(.ADJF) {
      return word.contains(.Apro) ? .determiner : word.contains(.Anum) ? .ordinal : .adjective
    }
    if word.contains(.PRTF) { return word.contains(.pssv) ? .passiveParticiple : .activeParticiple }
    if word.contains(.VERB) { return word.contains(.impr) ? .imperative : .finite }
    let pairs: [(Grammemes, Part)] = [
      (.ADJS, .shortAdjective), (.COMP, .comparative), (.INFN, .infinitive),
      (.PRTS, .shortParticiple), (.GRND, .gerund), (.NUMR, .numeral), (.ADVB, .adverb),
      (.NPRO, .pronoun), (.PRED, .predicative), (.PREP, .preposition), (.CONJ, .conjunction),
      (.PRCL, .particle), (.INTJ, .interjection), (.LATN, .latin), (.PNCT, .punctuation),
      (.NUMB, .figures), (.ROMN, .roman), (.SYMB, .sign),
    ]
    return pairs.first { word.contains($0.0) }?.1 ?? .unknown
  }

  private static func caseNumber(of word: Grammemes) -> UInt32 {
    let cases = Agreement.mainCases(word)
    if cases.contains(.nomn) { return 1 }
    if cases.contains(.gent) { return 2 }
    if cases.contains(.datv) { return 3 }
    if cases.contains(.accs) { return 4 }
    if cases.contains(.ablt) { return 5 }
    return cases.contains(.loct) ? 6 : 0
  }
}

extension WordClass {
  /// Words of closed classes count by themselves, not by their part of speech.
  package var isFunctionWord: Bool { Self.functionParts >> (bits & 31) & 1 == 1 }

  private static let functionParts: UInt32 = [
    Part.pronoun, .determiner, .preposition, .conjunction, .particle, .predicative, .sign,
  ].reduce(0) { $0 | 1 << $1.rawValue }

  /// Whether the word stands for a thing: noun, name, pronoun, foreign word.
  package var isNominal: Bool { Self.nominalParts >> (bits & 31) & 1 == 1 }

  private static let nominalParts: UInt32 = [
    Part.noun, .name, .surname, .patronymic, .place, .pronoun, .latin,
  ].reduce(0) { $0 | 1 << $1.rawValue }

  /// Whether the word agrees with a noun: adjective, determiner, ordinal, full participle.
  package var isAttributive: Bool { Self.attributiveParts >> (bits & 31) & 1 == 1 }

  private static let attributiveParts: UInt32 = [
    Part.adjective, .determiner, .ordinal, .activeParticiple, .passiveParticiple,
  ].reduce(0) { $0 | 1 << $1.rawValue }

  /// Whether a clause can stand on the word alone.
  package var isPredicate: Bool { Self.predicateParts >> (bits & 31) & 1 == 1 }

  private static let predicateParts: UInt32 = [
    Part.finite, .imperative, .shortAdjective, .shortParticiple, .predicative,
  ].reduce(0) { $0 | 1 << $1.rawValue }

  /// Whether the word is a verb that no noun's attributes can hang on: finite, infinitive, gerund,
  /// short participle.
  var isVerbal: Bool { Self.verbalParts >> (bits & 31) & 1 == 1 }

  private static let verbalParts: UInt32 = [
    Part.finite, .imperative, .infinitive, .gerund, .shortParticiple,
  ].reduce(0) { $0 | 1 << $1.rawValue }

  /// Whether the word is a predicate that has a subject of its own.
  var takesSubject: Bool {
    part == .finite || part == .shortParticiple || part == .shortAdjective
  }

  /// Whether the word is a transitive verb.
  var isTransitive: Bool { bits >> 15 & 1 == 1 }

  /// Whether the word is a number, in words or in figures.
  var isNumber: Bool { part == .numeral || part == .figures }

  /// Whether an attribute fits a noun, or a subject its predicate: 0 nothing to compare, 1 yes,
  /// 2 the number differs, 3 the gender differs, 4 the case differs.
  package func agreement(with other: WordClass) -> UInt32 {
    if caseNumber != 0, other.caseNumber != 0, caseNumber != other.caseNumber { return 4 }
    let (mine, its) = (number, other.number)
    if mine != 0, its != 0, mine & its == 0 { return 2 }
    let (gender, itsGender) = (gender, other.gender)
    if mine != 2, gender != 0, itsGender != 0, gender & itsGender == 0 { return 3 }
    return mine == 0 || its == 0 ? 0 : 1
  }
}
