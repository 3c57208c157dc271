import Svodka
import SvodkaDump

/// Extracts each document and writes its records as tables to be read.
struct TableProcessor: DocumentProcessor {
  let worker: ExtractionWorker
  let style: TableStyle

  mutating func append(_ source: SourceDocument, to output: inout [UInt8]) {
    var text = source.text
    let document = text.withUTF8 { worker.extract(source, utf8: $0) }
    for line in lines(of: document) {
      output.append(contentsOf: line.utf8)
      output.append(UInt8(ascii: "\n"))
    }
    output.append(UInt8(ascii: "\n"))
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
