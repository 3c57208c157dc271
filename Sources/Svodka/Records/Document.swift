/// What was found in one text.
public struct Document: Sendable, Hashable {
  /// The input document's identifier.
  public var id: String
  /// The publication date, when known; relative dates are resolved against it.
  public var published: CalendarDay?
  public var anchor: Anchor
  /// What stands in the text, in text order; no two mentions of one kind overlap.
  public var mentions: [Mention]
  /// People, organizations and places, each once.
  public var entities: [Entity]
  /// Statements that tie them together.
  public var facts: [Fact]
  /// What was repaired in the text or cut at a limit; mostly nothing.
  public var warnings: [DocumentWarning]
  /// The headline, if one was given.
  public var title: String?
  /// What the offsets of mentions and facts count: UTF-8 as the extractor makes them, what a line of
  /// JSON says when one was read. ``counting(_:in:)`` changes it.
  public internal(set) var offsets = OffsetUnit.utf8

  public init(
    id: String, published: CalendarDay? = nil, anchor: Anchor = .none, mentions: [Mention] = [],
    entities: [Entity] = [], facts: [Fact] = [], warnings: [DocumentWarning] = [],
    title: String? = nil
  ) {
    self.id = id
    self.title = title
    self.published = published
    self.anchor = anchor
    self.mentions = mentions
    self.entities = entities
    self.facts = facts
    self.warnings = warnings
  }
}

/// Where a document's publication date came from.
public enum Anchor: String, Sendable, Hashable, Codable, CaseIterable {
  /// The caller gave it.
  case given
  /// Read in the text's dateline.
  case dateline
  /// Inferred from the explicit years in the text.
  case inferred
  case none
}

/// Something that was repaired in a document, or cut at a limit.
public struct DocumentWarning: Sendable, Hashable, Codable {
  /// What happened, for programs: `invalid-utf8`, `decoded-as`, `cut`.
  public var code: String
  /// What happened, for people.
  public var detail: String

  public init(code: String, detail: String) {
    self.code = code
    self.detail = detail
  }
}

extension DocumentWarning {
  /// Some sentence has so many words that it was read in pieces: a table or a list, mostly. What ties
  /// two pieces together is not found.
  public static let longSentence = DocumentWarning(
    code: "long-sentence", detail: "a sentence of more than 400 words was read in pieces")
}

extension Document: Codable {
  /// Reads what ``encode(to:)`` or ``JSONLineWriter`` wrote, in any unit of offsets.
  ///
  /// Where the line holds the text, the offsets are in UTF-8 then; else they stay in the unit of
  /// the line, which ``Document/offsets`` names and ``Mention/range(in:)`` minds.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: FieldName.self)
    self.init(
      id: try fields.decode(String.self, forKey: "id"),
      published: try fields.decodeIfPresent(CalendarDay.self, forKey: "published"),
      anchor: try fields.decode(Anchor.self, forKey: "anchor"),
      mentions: try fields.decode([Mention].self, forKey: "mentions"),
      entities: try fields.decode([Entity].self, forKey: "entities"),
      facts: try fields.decode([Fact].self, forKey: "facts"),
      warnings: try fields.decodeIfPresent([DocumentWarning].self, forKey: "warnings") ?? [],
      title: try fields.decodeIfPresent(String.self, forKey: "title"))
    setUnit(try fields.decodeIfPresent(OffsetUnit.self, forKey: "offsets") ?? .utf8)
    if offsets != .utf8, let text = try fields.decodeIfPresent(String.self, forKey: "text"),
      let placed = counting(.utf8, in: text)
    {
      self = placed
    }
  }

  /// Writes the records with offsets in the document's own unit, which is written beside them.
  ///
  ///     try JSONEncoder().encode(document.counting(.utf16, in: text))   // for JavaScript
  ///
  /// ``JSONLineWriter`` is much faster.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: FieldName.self)
    try fields.encode(id, forKey: "id")
    try fields.encode(offsets, forKey: "offsets")
    try fields.encodeIfPresent(title, forKey: "title")
    try fields.encodeIfPresent(published, forKey: "published")
    try fields.encode(anchor, forKey: "anchor")
    try fields.encode(mentions, forKey: "mentions")
    try fields.encode(entities, forKey: "entities")
    try fields.encode(facts, forKey: "facts")
    if !warnings.isEmpty { try fields.encode(warnings, forKey: "warnings") }
  }
}
