import Svodka
import SvodkaDump
import SvodkaView

/// The records of documents as tables to be read.
struct TableFormatter: DocumentFormatter {
  let style: TableStyle
  private var bytes: [UInt8] = []

  init(style: TableStyle) { self.style = style }

  mutating func append(
    _ document: Document, of source: SourceDocument, utf8: UnsafeBufferPointer<UInt8>
  ) {
    for line in lines(of: document) {
      bytes.append(contentsOf: line.utf8)
      bytes.append(UInt8(ascii: "\n"))
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  mutating func takeBatch() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// The heading, then a table for each sort of record that the document has.
  func lines(of document: Document) -> [String] {
    var lines = [style.heading(heading(of: document))]
    lines += document.warnings.map { "warning: \($0.code): \($0.detail)".inOneLine }
    let tables = [mentions(of: document), entities(of: document), facts(of: document)]
    let filled = tables.filter { !$0.rows.isEmpty }
    if filled.isEmpty { lines.append("nothing found") }
    for (index, table) in filled.enumerated() {
      if index > 0 { lines.append("") }
      lines += table.lines(in: style)
    }
    return lines
  }

  private func heading(of document: Document) -> String {
    var heading = document.id.inOneLine
    if let published = document.published {
      heading += " · \(published)"
      if document.anchor != .given { heading += " (\(document.anchor.rawValue))" }
    }
    return heading
  }

  private func mentions(of document: Document) -> TextTable {
    var table = TextTable(["kind", "text", "value", "rule"])
    for mention in document.mentions {
      table.append([mention.kind.rawValue, mention.text, mention.value.summary, mention.rule])
    }
    return table
  }

  private func entities(of document: Document) -> TextTable {
    var table = TextTable(["entity", "name", "type", "also called", "mentions"])
    for entity in document.entities {
      table.append([
        entity.id, entity.name, entity.type ?? entity.kind.rawValue,
        entity.aliases.joined(separator: "; "), "\(entity.mentions.count)",
      ])
    }
    return table
  }

  private func facts(of document: Document) -> TextTable {
    var table = TextTable(["fact", "says", "rule"])
    for fact in document.facts {
      let denial = fact.negated ? "not: " : ""
      table.append([fact.kind.rawValue, denial + fact.statement.summary, fact.rule])
    }
    return table
  }
}
