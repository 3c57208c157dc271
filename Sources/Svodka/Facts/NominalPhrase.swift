import TextRules

/// A noun with what belongs to it: «совокупный объем иностранных инвестиций в экономику».
struct NominalPhrase {
  var tokens: Range<Int>
  /// The noun that the rest belongs to, or the first word of a name.
  var head: Int
  /// The record that the head is, if it is a name.
  var name: MatchedRecord?
  /// Names in it, the head's included.
  var names: [MatchedRecord] = []
  /// The preposition that governs it.
  var preposition: Int?

  /// What stands behind the head: the owner in the genitive, mostly.
  var complement: Range<Int> {
    let end = name.map { $0.tokens.upperBound } ?? head + 1
    return min(end, tokens.upperBound)..<tokens.upperBound
  }
}

/// A piece of a sentence: what a search for a subject steps over, or stops at.
struct Chunk {
  enum Kind {
    case nominal(NominalPhrase)
    case date, amount
    /// A verb in a finite form, or a short participle.
    case finite
    case infinitive, gerund
    case pronoun
    /// «который»
    case relative
    case comma, dash, opening, closing
    /// A semicolon, a colon.
    case stop
    case other
  }

  var kind: Kind
  var tokens: Range<Int>

  var phrase: NominalPhrase? {
    if case .nominal(let phrase) = kind { phrase } else { nil }
  }
}
