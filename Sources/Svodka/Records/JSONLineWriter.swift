/// Writes documents as JSON Lines: one line of UTF-8 a document, as the schema in `Schema` has it.
///
///     var writer = JSONLineWriter(offsets: .scalars)
///     writer.append(document, text: text)
///     output.write(writer.bytes)
///     writer.removeAll()
///
/// Numbers are written in full and exactly. The buffer is reused from line to line.
public struct JSONLineWriter: Sendable {
  /// The lines that were appended since the last ``removeAll()``, each with its line feed.
  public var bytes: [UInt8] { json.bytes }
  /// The unit of every `start` and `end`.
  public let offsets: OffsetUnit
  /// Each line has the document's text, in which the offsets lie.
  public let withText: Bool

  private var json = JSONBytes()
  private var map: OffsetMap
  /// The document's offsets count bytes of its text.
  private var isPlaced = true

  public init(offsets: OffsetUnit = .scalars, withText: Bool = false) {
    self.offsets = offsets
    self.withText = withText
    map = OffsetMap(unit: offsets)
  }

  /// Empties the buffer and keeps its memory.
  public mutating func removeAll() { json.bytes.removeAll(keepingCapacity: true) }

  /// Appends the line of `document`, which was extracted from `text`.
  public mutating func append(_ document: Document, text: String) {
    var text = text
    text.withUTF8 { append(document, utf8: $0) }
  }

  /// Appends the line of `document`, which was extracted from the text in `utf8`.
  ///
  /// Offsets of another unit that lie outside the text keep their unit, which the line names.
  ///
  /// - Complexity: O(*n*) in the length of the text and of the line.
  public mutating func append(_ document: Document, utf8: UnsafeBufferPointer<UInt8>) {
    var document = document
    if document.offsets != .utf8 {
      let text = String(decoding: utf8, as: UTF8.self)
      let placed = document.counting(.utf8, in: text)
      isPlaced = placed != nil
      document = placed ?? document
    } else {
      isPlaced = true
    }
    map.load(utf8)
    json.openObject()
    json.field("id", document.id)
    json.field("offsets", (isPlaced ? offsets : document.offsets).rawValue)
    json.optional("title", document.title)
    if let published = document.published { json.field("published", published) }
    json.field("anchor", document.anchor.rawValue)
    if withText {
      json.name("text")
      json.string(utf8)
    }
    appendList("mentions", document.mentions) { $0.append($1, in: utf8) }
    appendList("entities", document.entities) { $0.append($1) }
    appendList("facts", document.facts) { $0.append($1, in: utf8) }
    if !document.warnings.isEmpty {
      appendList("warnings", document.warnings) { $0.append($1) }
    }
    json.closeObject()
    json.bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func appendList<Record>(
    _ name: StaticString, _ records: [Record],
    _ append: (inout JSONLineWriter, Record) -> Void
  ) {
    json.name(name)
    json.openList()
    for record in records {
      json.separate()
      json.openObject()
      append(&self, record)
      json.closeObject()
    }
    json.closeList()
  }

  private mutating func append(_ mention: Mention, in utf8: UnsafeBufferPointer<UInt8>) {
    json.field("kind", mention.kind.rawValue)
    append(mention.utf8Range, in: utf8)
    json.field("text", mention.text)
    json.name("value")
    json.openObject()
    json.fields(of: mention.value)
    json.closeObject()
    json.field("rule", mention.rule)
    json.optional("entity", mention.entity)
  }

  private mutating func append(_ entity: Entity) {
    json.field("id", entity.id)
    json.field("kind", entity.kind.rawValue)
    json.field("name", entity.name)
    if let form = entity.legalForm {
      json.field("legalForm", form)
    } else if entity.kind == .organization {
      json.name("legalForm")
      json.literal("null")
    }
    json.optional("type", entity.type)
    json.strings("aliases", entity.aliases)
    json.name("mentions")
    json.openList()
    for index in entity.mentions {
      json.separate()
      json.integer(index)
    }
    json.closeList()
  }

  private mutating func append(_ fact: Fact, in utf8: UnsafeBufferPointer<UInt8>) {
    json.field("kind", fact.kind.rawValue)
    append(fact.utf8Range, in: utf8)
    json.fields(of: fact.statement)
    json.field("rule", fact.rule)
    json.flag("negated", fact.negated)
    if !fact.inferred.isEmpty { json.strings("inferred", fact.inferred) }
  }

  private mutating func append(_ warning: DocumentWarning) {
    json.field("code", warning.code)
    json.field("detail", warning.detail)
  }

  private mutating func append(_ range: Range<Int>, in utf8: UnsafeBufferPointer<UInt8>) {
    guard isPlaced else {
      json.field("start", range.lowerBound)
      json.field("end", range.upperBound)
      return
    }
    json.field("start", map.offset(ofByte: range.lowerBound, in: utf8))
    json.field("end", map.offset(ofByte: range.upperBound, in: utf8))
  }
}
