import ArgumentParser
import Svodka
import SvodkaDump
import TextRules

struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Finds the facts of texts.",
    discussion: """
      EXAMPLES
        svodka extract release.txt
        svodka extract --format jsonl release.txt
        svodka extract --published 2016-12-15 - < release.txt
        svodka extract news.jsonl --output facts.jsonl --offsets utf16
        svodka extract news.csv.gz --id-field url --date-field date --output facts.jsonl.zst
        svodka extract news.jsonl --output news.sqlite
        svodka extract news.jsonl --format csv --output tables
        svodka extract news.jsonl --kind money --kind ownership --output some.jsonl

      Each line of the JSON output is one document; Schema/document.schema.json describes it; an \
      output named .gz, .bz2 or .zst is compressed. CSV is a folder of files, one a kind of \
      record. A document that is in the SQLite database already is replaced.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var rules: RuleOptions
  @OptionGroup var running: RunOptions

  @Option(
    help: ArgumentHelp(
      """
      table, jsonl, csv or sqlite; without it, what the output's name tells, a table on a terminal, \
      and JSON Lines elsewhere.
      """,
      valueName: "format"))
  var format: OutputFormat?

  @Option(
    help: ArgumentHelp(
      "What start and end count in JSON: scalars (as Python does), utf8 or utf16.",
      valueName: "unit"))
  var offsets: OffsetUnit = .scalars

  @Option(
    name: .customLong("kind"),
    help: ArgumentHelp(
      """
      Write the records of this kind alone, of mentions or of facts, and what they refer to; may be \
      given again.
      """,
      valueName: "kind"))
  var kinds: [String] = []

  @Flag(help: "Write the facts alone, and what they refer to.")
  var facts = false

  @Flag(
    help: """
      Keep the text of each document, in which the offsets lie: in its line (jsonl), or in the \
      table of documents (csv, sqlite).
      """)
  var withText = false

  @Option(
    help: ArgumentHelp(
      "A document that takes longer comes without records and with a warning; 0 for no limit.",
      valueName: "seconds"))
  var documentTimeout = 60.0

  @OptionGroup var csv: CSVOptions

  func validate() throws {
    guard documentTimeout >= 0, documentTimeout <= 1e9 else {
      throw ValidationError("--document-timeout must be a number of seconds; 0 is no limit.")
    }
    let format = try OutputFormat.named(format, output: running.output)
    if format == .csv, running.output == nil {
      throw ValidationError("--format csv writes a folder: name it with --output.")
    }
    if format == .sqlite, running.output == nil {
      throw ValidationError("--format sqlite writes a database: name it with --output.")
    }
  }

  func run() throws {
    let extractor = try rules.extractor()
    try checkKinds(of: extractor)
    let toTerminal = running.output == nil && Terminal.isOutput
    let format =
      try OutputFormat.named(format, output: running.output) ?? (toTerminal ? .table : .jsonl)
    var command = DumpCommand(input: input, run: running, settings: settings(format))
    command.timeout = timeout
    switch format {
    case .jsonl: try writeJSON(with: extractor, command)
    case .table:
      let style = TableStyle(width: Terminal.width, isColored: toTerminal && Terminal.hasColors)
      let (timeout, filter) = (timeout, filter)
      try command {
        ExtractionProcessor(
          worker: extractor.makeWorker(), formatter: TableFormatter(style: style),
          timeout: timeout, filter: filter)
      }
    case .csv: try writeCSV(with: extractor, command)
    case .sqlite: try writeSQLite(with: extractor, command)
    }
  }

  private var filter: RecordFilter? {
    kinds.isEmpty && !facts ? nil : RecordFilter(kinds: Set(kinds), hasAllFacts: facts)
  }

  /// Refuses kinds that no record has.
  private func checkKinds(of extractor: Extractor) throws {
    for kind in kinds where !extractor.recordKinds.contains(kind) {
      let hint = kind.closest(among: extractor.recordKinds).map { "; did you mean '\($0)'?" } ?? ""
      throw DataError(
        "--kind: there are no records of the kind '\(kind)'\(hint); there are "
          + extractor.recordKinds.joined(separator: ", "))
    }
  }

  private var timeout: Duration? { documentTimeout > 0 ? .seconds(documentTimeout) : nil }

  private func writeJSON(with extractor: Extractor, _ command: DumpCommand) throws {
    let compression = running.output.flatMap { Compression(path: $0) }
    let (offsets, withText, timeout, filter) = (offsets, withText, timeout, filter)
    try command {
      ExtractionProcessor(
        worker: extractor.makeWorker(),
        formatter: CompressingFormatter(
          JSONLineFormatter(offsets: offsets, withText: withText), compression),
        timeout: timeout, filter: filter)
    }
  }

  private func writeCSV(with extractor: Extractor, _ command: DumpCommand) throws {
    let layout = CSVLayout(
      style: csv.style, keepsText: withText, hasCustomKinds: rules.hasOwnRules,
      facts: extractor.factDeclarations)
    let (offsets, timeout, filter) = (offsets, timeout, filter)
    try command(
      makeWriter: { (state: CSVWriter.State?) -> CSVWriter in
        try CSVWriter(folder: running.output ?? ".", layout: layout, resuming: state)
      },
      makeProcessor: {
        ExtractionProcessor(
          worker: extractor.makeWorker(),
          formatter: CSVFormatter(layout: layout, offsets: offsets), timeout: timeout, filter: filter)
      })
  }

  private func writeSQLite(with extractor: Extractor, _ command: DumpCommand) throws {
    let (offsets, withText, timeout, filter) = (offsets, withText, timeout, filter)
    var writer: SQLiteWriter?
    defer {
      if let replaced = writer?.replacedDocuments, replaced > 0 {
        Terminal.warn("\(replaced) documents took the place of earlier ones with their id")
      }
    }
    try command(
      makeWriter: { (state: SQLiteWriter.State?) -> SQLiteWriter in
        let opened = try SQLiteWriter(
          path: running.output ?? "", offsets: offsets, resuming: state,
          facts: extractor.factDeclarations)
        writer = opened
        return opened
      },
      makeProcessor: {
        ExtractionProcessor(
          worker: extractor.makeWorker(),
          formatter: SQLiteFormatter(
            offsets: offsets, keepsText: withText, facts: extractor.factDeclarations),
          timeout: timeout, filter: filter)
      })
  }

  /// What of these options decides what is written.
  private func settings(_ format: OutputFormat) -> [String: String] {
    var settings = rules.settings
    settings["--format"] = format.rawValue
    settings["--offsets"] = "\(offsets)"
    settings["--with-text"] = "\(withText)"
    settings["--kind"] = kinds.isEmpty ? "all" : Set(kinds).sorted().joined(separator: " ")
    settings["--facts"] = "\(facts)"
    settings["--document-timeout"] = "\(documentTimeout)"
    settings["--csv-separator"] = csv.csvSeparator.rawValue
    settings["--csv-bom"] = "\(csv.csvBom)"
    return settings
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
