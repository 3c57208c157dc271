import RussianMorphology

/// One step of a compiled pattern.
struct Instruction {
  enum Operation: UInt8 {
    /// One token whose word has the term `a`.
    case term
    /// One token whose word passes the test `a`.
    case test
    /// An entry of the list `a`, under the conditions `b`.
    case lexicon
    /// A record of the kind `a`, under the conditions `b`.
    case record
    /// One token inside a clause.
    case gap
    /// Go on at `a`; if that fails, at `b`.
    case split
    case jump
    case open
    case close
    case border
    case accept
  }

  var operation: Operation
  var isNegated = false
  var isGlued = false
  var a: Int32 = 0
  var b: Int32 = -1
  /// The open captures, a bit each.
  var captures: UInt32 = 0
}

/// A property of a word form that a pattern asks for, besides its being a certain word.
struct WordTest: Hashable {
  var lemma: [UInt8]?
  var form: [UInt8]?
  var required: Grammemes
  var excluded: Grammemes
  var classes: [TokenClass]
}

/// Where a rule may begin when a certain word or record stands somewhere.
struct Trigger {
  var rule: Int32
  var layer: Int32
  /// The match begins at least and at most so many tokens before.
  var least: Int32
  var most: Int32
}

/// A rule after compilation.
struct CompiledRule: Sendable {
  struct Context: Sendable {
    var pc: Int32
    var least: Int
    var most: Int
    var isNegated: Bool
  }

  enum Check: Sendable {
    case agree(Int, Int, AgreementFeatures)
    case compare(Int, FieldCondition)
    case grammemes(Int, required: Grammemes, excluded: Grammemes)
  }

  var name: String
  var kind: Int
  var layer: Int
  var group: Int
  var pc: Int32
  var captures: [String]
  var spanCapture: Int
  var discards: Bool
  var priority: Int
  var before: [Context]
  var after: [Context]
  var checks: [Check]
  var fields: [(name: String, value: FieldExpression)]
  /// Does the outcome depend on the way a match was reached?
  var hasAgreement: Bool
}
