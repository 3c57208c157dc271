import RussianMorphology

/// One step of a compiled pattern.
struct Instruction: BitwiseCopyable {
  enum Operation: UInt8, BitwiseCopyable {
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
  /// Number of a split among those of its pattern.
  var number: Int32 = 0
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
struct Trigger: BitwiseCopyable {
  var rule: Int32
  var layer: Int32
  /// The match begins at least and at most so many tokens before.
  var least: Int32
  var most: Int32
}

/// A rule after compilation. A class, so that the matcher hands it on without copying its parts.
final class CompiledRule: Sendable {
  struct Context: Sendable {
    var pc: Int32
    var least: Int
    var most: Int
    var isNegated: Bool
    /// Captures of its own, of the rule's.
    var slots: Range<Int>
  }

  enum Check: Sendable {
    case agree(Int, Int, AgreementFeatures)
    case compare(Int, FieldCondition)
    case grammemes(Int, required: Grammemes, excluded: Grammemes)
  }

  let name: String
  let kind: Int
  let layer: Int
  let group: Int
  let pc: Int32
  let captures: [String]
  let spanCapture: Int
  let discards: Bool
  let priority: Int
  let before: [Context]
  let after: [Context]
  let checks: [Check]
  let fields: [(name: String, value: FieldExpression)]

  init(
    name: String, kind: Int, layer: Int, group: Int, pc: Int32, captures: [String],
    spanCapture: Int, discards: Bool, priority: Int, before: [Context], after: [Context],
    checks: [Check], fields: [(name: String, value: FieldExpression)]
  ) {
    self.name = name
    self.kind = kind
    self.layer = layer
    self.group = group
    self.pc = pc
    self.captures = captures
    self.spanCapture = spanCapture
    self.discards = discards
    self.priority = priority
    self.before = before
    self.after = after
    self.checks = checks
    self.fields = fields
  }
}
