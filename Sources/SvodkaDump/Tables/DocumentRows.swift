import Svodka

/// A document's records, ready to become rows.
struct DocumentRows {
  let source: SourceDocument
  let document: Document
  let keepsText: Bool
}

/// A mention with its place in the document, in the unit of offsets that was asked for.
struct MentionRow {
  let number: Int
  let start: Int
  let end: Int
  let mention: Mention
}

/// A fact with its place in the document and the words that state it.
struct FactRow {
  let number: Int
  let start: Int
  let end: Int
  let evidence: String
  let fact: Fact
}

extension Column where Record == DocumentRows {
  /// One row a document; its id stands in a column before these.
  static var document: [Column] {
    [
      .day("published") { $0.document.published },
      .text("anchor") { $0.document.anchor.rawValue },
      .text("title") { $0.source.title },
      .integer("mentions") { $0.document.mentions.count },
      .integer("entities") { $0.document.entities.count },
      .integer("facts") { $0.document.facts.count },
      .text("warnings") { rows in
        let warnings = rows.document.warnings
        return warnings.isEmpty
          ? nil : warnings.map { "\($0.code): \($0.detail)" }.joined(separator: "; ")
      },
      .text("text") { $0.keepsText ? $0.source.text : nil },
    ]
  }
}

extension Column where Record == Entity {
  static var entity: [Column] {
    [
      .text("kind") { $0.kind.rawValue },
      .text("name") { $0.name },
      .text("legal_form") { $0.legalForm },
      .text("type") { $0.type },
      .text("aliases") { $0.aliases.isEmpty ? nil : $0.aliases.joined(separator: "; ") },
      .integer("mentions") { $0.mentions.count },
    ]
  }
}

extension Column where Record == MentionRow {
  /// The columns that mentions of every kind have.
  static var mention: [Column] {
    [
      .integer("number") { $0.number },
      .integer("start_offset") { $0.start },
      .integer("end_offset") { $0.end },
      .text("text") { $0.mention.text },
      .text("rule") { $0.mention.rule },
      .entity("entity") { $0.mention.entity },
    ]
  }
}

extension Column where Record == FactRow {
  /// The columns that facts of every kind have.
  static var fact: [Column] {
    [
      .integer("number") { $0.number },
      .integer("start_offset") { $0.start },
      .integer("end_offset") { $0.end },
      .text("evidence") { $0.evidence },
      .text("rule") { $0.fact.rule },
      .flag("negated") { $0.fact.negated },
    ]
  }
}

/// Makes rows of the mentions and facts of one text after the other.
struct RowMaker {
  private var map: OffsetMap

  init(offsets: OffsetUnit) { map = OffsetMap(unit: offsets) }

  /// Takes up a new text.
  mutating func load(_ utf8: UnsafeBufferPointer<UInt8>) { map.load(utf8) }

  func row(
    of mention: Mention, _ number: Int, in utf8: UnsafeBufferPointer<UInt8>
  ) -> MentionRow {
    MentionRow(
      number: number,
      start: map.offset(ofByte: mention.utf8Range.lowerBound, in: utf8),
      end: map.offset(ofByte: mention.utf8Range.upperBound, in: utf8), mention: mention)
  }

  func row(of fact: Fact, _ number: Int, in utf8: UnsafeBufferPointer<UInt8>) -> FactRow {
    let evidence = UnsafeBufferPointer(rebasing: utf8[fact.utf8Range])
    return FactRow(
      number: number,
      start: map.offset(ofByte: fact.utf8Range.lowerBound, in: utf8),
      end: map.offset(ofByte: fact.utf8Range.upperBound, in: utf8),
      evidence: String(decoding: evidence, as: UTF8.self), fact: fact)
  }
}
