import Svodka

/// Rows for the files of a ``CSVWriter``.
public struct CSVBatch: Sendable {
  /// The bytes for each file, in the order of ``CSVLayout``.
  var files: [[UInt8]]
}

/// Documents as rows of CSV, a file a kind of record.
public struct CSVFormatter: DocumentFormatter {
  private let layout: CSVLayout
  private var row: CSVRow
  private var maker: RowMaker
  private var batch: CSVBatch

  /// - Parameter layout: The same as the writer's.
  public init(layout: CSVLayout, offsets: OffsetUnit = .scalars) {
    self.layout = layout
    row = CSVRow(layout.style)
    maker = RowMaker(offsets: offsets)
    batch = CSVBatch(files: layout.emptyFiles)
  }

  public mutating func takeBatch() -> CSVBatch {
    defer { batch = CSVBatch(files: layout.emptyFiles) }
    return batch
  }

  public mutating func append(
    _ document: Document, of source: SourceDocument, utf8: UnsafeBufferPointer<UInt8>
  ) {
    let id = document.id
    let rows = DocumentRows(source: source, document: document, keepsText: layout.keepsText)
    begin(layout.documents, id)
    add(layout.documentColumns, of: rows, to: layout.documents)
    end(layout.documents)
    for entity in document.entities {
      begin(layout.entities, id)
      row.append(.entity(entity.id), to: &batch.files[layout.entities])
      add(layout.entityColumns, of: entity, to: layout.entities)
      end(layout.entities)
    }
    maker.load(utf8)
    for (number, mention) in document.mentions.enumerated() {
      guard let file = layout.file(of: mention.kind) else { continue }
      begin(file.number, id)
      add(file.shared, of: maker.row(of: mention, number, in: utf8), to: file.number)
      add(file.own, of: mention.value, to: file.number)
      end(file.number)
    }
    for (number, fact) in document.facts.enumerated() {
      guard let file = layout.file(of: fact.kind) else { continue }
      begin(file.number, id)
      add(layout.factColumns, of: maker.row(of: fact, number, in: utf8), to: file.number)
      add(file.own, of: fact.statement, to: file.number)
      end(file.number)
    }
  }

  private mutating func begin(_ file: Int, _ id: String) {
    row.append(.text(id), to: &batch.files[file])
  }

  private mutating func add<Record>(_ columns: [Column<Record>], of record: Record, to file: Int) {
    for column in columns { row.append(column.cell(record), to: &batch.files[file]) }
  }

  private mutating func end(_ file: Int) {
    row.end(&batch.files[file])
  }
}
