import Svodka

/// Which records of a document are written; what they refer to is written too.
///
///     RecordFilter(kinds: ["money", "ownership"])
public struct RecordFilter: Sendable, Hashable {
  /// Kinds of mentions and of facts.
  public var kinds: Set<String>
  /// Facts of all kinds are written.
  public var hasAllFacts: Bool

  public init(kinds: Set<String> = [], hasAllFacts: Bool = false) {
    self.kinds = kinds
    self.hasAllFacts = hasAllFacts
  }

  /// The document with the records that are written.
  public func filtered(_ document: Document) -> Document {
    document.keeping(
      mentions: { kinds.contains($0.kind.rawValue) },
      facts: { hasAllFacts || kinds.contains($0.kind.rawValue) })
  }
}
