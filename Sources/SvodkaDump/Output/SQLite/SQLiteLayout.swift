import Svodka
import TextRules

/// The tables of the database: what both the formatter, which makes rows, and the writer, which
/// stores them, go by.
struct SQLiteLayout: Sendable {
  /// The numbers by which ``RowBytes`` name the tables; the kinds of facts follow.
  static let documents = 0
  static let entities = 1
  static let mentions = 2
  static let facts = 3
  static let parties = 4
  static let firstKind = 5

  /// A table as the database has it.
  struct Table: Sendable {
    let name: String
    /// Columns that the writer fills itself: keys.
    let keys: [String]
    /// Columns that come as cells of a row.
    let columns: [(name: String, type: CellType)]
    /// A word or two for those who read the schema.
    let comment: String
  }

  let factTables: [FactTable]
  /// The place of a kind in ``factTables``; the last is that of kinds that nothing declares.
  let factNumbers: [String: Int]
  let tables: [Table]

  /// - Parameter facts: The kinds of facts that rule files declare; each has a table of its own.
  init(facts: [FactDeclaration] = []) {
    factTables = FactTable.all(facts)
    factNumbers = Dictionary(
      uniqueKeysWithValues: factTables.enumerated().map { ($1.kind, $0) })
    tables = Self.tables(factTables)
  }

  /// The tables of the declared kinds, which a database of an earlier run may lack.
  var declaredTables: [Table] {
    let typed = Set(FactTable.all.map(\.kind))
    return factTables.enumerated().filter { !typed.contains($1.kind) }.map {
      tables[Self.firstKind + $0.offset]
    }
  }

  private static func tables(_ factTables: [FactTable]) -> [Table] {
    [
      Table(
        name: "documents", keys: ["document_id"],
        columns: [("id", .text)] + columns(Column<DocumentRows>.document),
        comment: "what was read; mentions, entities and facts count the rows there"),
      Table(
        name: "entities", keys: ["entity_id", "document_id"],
        columns: [("id", .text)] + columns(Column<Entity>.entity),
        comment: "people, organizations and places, each once a document"),
      Table(
        name: "mentions", keys: ["mention_id", "document_id"],
        columns: [("kind", .text)] + columns(Column<MentionRow>.mention)
          + columns(MentionTable.wide),
        comment: "what stands in the text; value, low and high are exact, real is for sums"),
      Table(
        name: "facts", keys: ["fact_id", "document_id"],
        columns: [("kind", .text)] + columns(Column<FactRow>.fact),
        comment: "what the text states; the arguments are in fact_role, fact_indicator, …"),
      Table(
        name: "fact_parties", keys: ["fact_id"],
        columns: [("number", .integer), ("name", .text), ("entity", .entity), ("role", .text)],
        comment: "the parties of agreements and the participants of meetings"),
    ]
    + factTables.map {
      Table(
        name: $0.tableName, keys: ["fact_id"], columns: columns($0.columns), comment: "")
    }
  }

  private static func columns<Record>(
    _ columns: [Column<Record>]
  ) -> [(name: String, type: CellType)] {
    columns.map { ($0.name, $0.type) }
  }
}

extension FactTable {
  /// `fact_role`; the hyphens of a user's kind are underscores.
  var tableName: String { "fact_" + kind.map { $0 == "-" ? "_" : String($0) }.joined() }
}

/// Documents as rows for a ``SQLiteWriter``.
public struct SQLiteFormatter: DocumentFormatter {
  private let keepsText: Bool
  private let layout: SQLiteLayout
  private var maker: RowMaker
  private var rows = RowBytes()

  private let documentColumns = Column<DocumentRows>.document
  private let entityColumns = Column<Entity>.entity
  private let mentionColumns = Column<MentionRow>.mention
  private let factColumns = Column<FactRow>.fact

  /// - Parameters:
  ///   - keepsText: The table `documents` has the text of each document.
  ///   - facts: The kinds of facts that rule files declare, as the writer has them.
  public init(
    offsets: OffsetUnit = .scalars, keepsText: Bool = false, facts: [FactDeclaration] = []
  ) {
    self.keepsText = keepsText
    layout = SQLiteLayout(facts: facts)
    maker = RowMaker(offsets: offsets)
  }

  public mutating func takeBatch() -> [UInt8] {
    defer { rows.bytes.removeAll(keepingCapacity: true) }
    return rows.bytes
  }

  public mutating func append(
    _ document: Document, of source: SourceDocument, utf8: UnsafeBufferPointer<UInt8>
  ) {
    let whole = DocumentRows(source: source, document: document, keepsText: keepsText)
    rows.beginRow(ofTable: SQLiteLayout.documents, cells: documentColumns.count + 1)
    rows.append(.text(document.id))
    for column in documentColumns { rows.append(column.cell(whole)) }
    // Entities come first: rows of mentions and facts point at theirs.
    for entity in document.entities {
      rows.beginRow(ofTable: SQLiteLayout.entities, cells: entityColumns.count + 1)
      rows.append(.text(entity.id))
      for column in entityColumns { rows.append(column.cell(entity)) }
    }
    maker.load(utf8)
    for (number, mention) in document.mentions.enumerated() {
      let row = maker.row(of: mention, number, in: utf8)
      rows.beginRow(
        ofTable: SQLiteLayout.mentions,
        cells: mentionColumns.count + MentionTable.wide.count + 1)
      rows.append(.text(mention.kind.rawValue))
      for column in mentionColumns { rows.append(column.cell(row)) }
      for column in MentionTable.wide { rows.append(column.cell(mention.value)) }
    }
    for (number, fact) in document.facts.enumerated() {
      append(fact, maker.row(of: fact, number, in: utf8))
    }
  }

  private mutating func append(_ fact: Fact, _ row: FactRow) {
    rows.beginRow(ofTable: SQLiteLayout.facts, cells: factColumns.count + 1)
    rows.append(.text(fact.kind.rawValue))
    for column in factColumns { rows.append(column.cell(row)) }
    let number =
      layout.factNumbers[fact.kind.rawValue] ?? layout.factTables.count - 1
    let columns = layout.factTables[number].columns
    rows.beginRow(ofTable: SQLiteLayout.firstKind + number, cells: columns.count)
    for column in columns { rows.append(column.cell(fact.statement)) }
    for (number, party) in fact.statement.parties.enumerated() {
      rows.beginRow(ofTable: SQLiteLayout.parties, cells: 4)
      rows.append(.integer(number))
      rows.append(.text(party.name))
      rows.append(party.entity.map(Cell.entity) ?? .null)
      rows.append(party.role.map { .text($0.rawValue) } ?? .null)
    }
  }
}
