/// Number of a lemma in a ``MorphologyCache``: lemmas spelled alike have the same number.
public typealias LemmaID = UInt32

/// One reading of a word form: its lemma and its grammemes, as integers.
///
/// What the numbers mean, the ``MorphologyCache`` tells that made it.
@frozen
public struct Analysis: Sendable, Hashable, BitwiseCopyable {
  /// Where an analysis comes from.
  public enum Origin: UInt8, Sendable, Hashable, Codable, BitwiseCopyable {
    /// The dictionary, our own additions included.
    case dictionary
    /// Analogy with dictionary words.
    case guess
    /// The token's kind alone: figures, signs, Latin words.
    case kind
  }

  public var lemma: LemmaID
  public var tag: TagID
  /// The inflection class; ``noParadigm`` if the word has none.
  public var paradigm: UInt16
  /// Share of this analysis among the word's, in thousandths, before any context.
  public var score: UInt16
  /// Number of the form in its paradigm.
  public var form: UInt8
  /// Which letters of the stem are ё.
  public var yoMask: UInt8
  public var origin: Origin
  /// What the reading means to its neighbours: see ``ContextClasses``.
  var contextClass: UInt16 = 0

  public static let noParadigm: UInt16 = .max

  @inlinable public init(
    lemma: LemmaID, tag: TagID, paradigm: UInt16, score: UInt16, form: UInt8, yoMask: UInt8,
    origin: Origin
  ) {
    self.lemma = lemma
    self.tag = tag
    self.paradigm = paradigm
    self.score = score
    self.form = form
    self.yoMask = yoMask
    self.origin = origin
  }
}

/// One reading of a word form, with its lemma as a string.
public struct WordAnalysis: Sendable, Hashable, CustomStringConvertible {
  /// The dictionary form, with ё where it is known to be ё: `ёлка`.
  public let lemma: String
  public let grammemes: Grammemes
  /// Share of this reading among the form's, 0…1, before any context.
  public let probability: Double
  /// Whether the dictionary has the form; otherwise the reading is a guess by analogy.
  public let isKnown: Bool

  public var description: String { "\(lemma) \(grammemes)" }
}
