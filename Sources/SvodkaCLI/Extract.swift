import ArgumentParser
import Svodka
import SvodkaDump

struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Finds the facts of texts.",
    discussion: """
      EXAMPLES
        svodka extract release.txt
        svodka extract --format jsonl release.txt
        svodka extract --published 2016-12-15 - < release.txt
        svodka extract news.jsonl --output facts.jsonl --offsets utf16
        svodka extract news.jsonl --format sqlite --output news.sqlite
        svodka extract news.jsonl --format csv --output tables

      Each line of the JSON output is one document; Schema/document.schema.json describes it. CSV \
      is a folder of files, one a kind of record. A document that is in the SQLite database \
      already is replaced.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, jsonl, csv, sqlite
  }

  @OptionGroup var input: InputOptions
  @OptionGroup var rules: RuleOptions

  @Option(
    help: ArgumentHelp(
      "table, jsonl, csv or sqlite; without it, a table on a terminal and JSON Lines elsewhere.",
      valueName: "format"))
  var format: Format?

  @Option(
    help: ArgumentHelp(
      "What start and end count in JSON: scalars (as Python does), utf8 or utf16.",
      valueName: "unit"))
  var offsets: OffsetUnit = .scalars

  @Flag(help: "Keep the text of each document in the table of documents (csv, sqlite).")
  var withText = false

  @OptionGroup var csv: CSVOptions

  func validate() throws {
    if format == .csv, input.output == nil {
      throw ValidationError("--format csv writes a folder: name it with --output.")
    }
    if format == .sqlite, input.output == nil {
      throw ValidationError("--format sqlite writes a database: name it with --output.")
    }
  }

  func run() throws {
    let extractor = try rules.extractor()
    let toTerminal = input.output == nil && Terminal.isOutput
    switch format ?? (toTerminal ? .table : .jsonl) {
    case .jsonl:
      let offsets = offsets
      try input.run {
        ExtractionProcessor(
          worker: extractor.makeWorker(), formatter: JSONLineFormatter(offsets: offsets))
      }
    case .table:
      let style = TableStyle(width: Terminal.width, isColored: toTerminal && Terminal.hasColors)
      try input.run {
        ExtractionProcessor(worker: extractor.makeWorker(), formatter: TableFormatter(style: style))
      }
    case .csv: try writeCSV(with: extractor)
    case .sqlite: try writeSQLite(with: extractor)
    }
  }

  private func writeCSV(with extractor: Extractor) throws {
    let layout = CSVLayout(
      style: csv.style, keepsText: withText, hasCustomKinds: rules.hasOwnRules)
    let offsets = offsets
    let writer = try CSVWriter(folder: input.output ?? ".", layout: layout)
    try input.run(to: writer) {
      ExtractionProcessor(
        worker: extractor.makeWorker(), formatter: CSVFormatter(layout: layout, offsets: offsets))
    }
  }

  private func writeSQLite(with extractor: Extractor) throws {
    let (offsets, withText) = (offsets, withText)
    let writer = try SQLiteWriter(path: input.output ?? "", offsets: offsets)
    defer {
      if writer.replacedDocuments > 0 {
        Terminal.warn(
          "\(writer.replacedDocuments) documents took the place of earlier ones with their id")
      }
    }
    try input.run(to: writer) {
      ExtractionProcessor(
        worker: extractor.makeWorker(),
        formatter: SQLiteFormatter(offsets: offsets, keepsText: withText))
    }
  }
}

/// How CSV is written.
struct CSVOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What stands between the cells of CSV: comma, semicolon (as Russian Excel has it) or tab.",
      valueName: "name"))
  var csvSeparator: CSVStyle.Separator = .comma

  @Flag(help: "Begin CSV files with a byte order mark, by which Excel knows UTF-8.")
  var csvBom = false

  var style: CSVStyle { CSVStyle(separator: csvSeparator, hasByteOrderMark: csvBom) }
}

extension CSVStyle.Separator: ExpressibleByArgument {}
