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
        svodka extract news.csv.gz --id-field url --date-field date --output facts.jsonl.zst

      Each line of the JSON output is one document; Schema/document.schema.json describes it. An \
      output named .gz, .bz2 or .zst is compressed.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, jsonl
  }

  @OptionGroup var input: InputOptions
  @OptionGroup var rules: RuleOptions
  @OptionGroup var running: RunOptions

  @Option(
    help: ArgumentHelp(
      "table or jsonl; without it, a table on a terminal and JSON Lines elsewhere.",
      valueName: "format"))
  var format: Format?

  @Option(
    help: ArgumentHelp(
      "What start and end count in JSON: scalars (as Python does), utf8 or utf16.",
      valueName: "unit"))
  var offsets: OffsetUnit = .scalars

  @Flag(help: "Write each document's text, in which the offsets lie, into the JSON too.")
  var withText = false

  @Option(
    help: ArgumentHelp(
      "A document that takes longer comes without records and with a warning; 0 for no limit.",
      valueName: "seconds"))
  var documentTimeout = 60.0

  func validate() throws {
    if documentTimeout < 0 { throw ValidationError("--document-timeout must be 0 or more.") }
  }

  func run() throws {
    let extractor = try rules.extractor()
    let toTerminal = running.output == nil && Terminal.isOutput
    let timeout: Duration? = documentTimeout > 0 ? .seconds(documentTimeout) : nil
    let format = format ?? (toTerminal ? .table : .jsonl)
    let command = DumpCommand(input: input, run: running, settings: settings(format))
    switch format {
    case .jsonl:
      let compression = running.output.flatMap { Compression(path: $0) }
      let (offsets, withText) = (offsets, withText)
      try command {
        ExtractionProcessor(
          worker: extractor.makeWorker(),
          formatter: CompressingFormatter(
            JSONLineFormatter(offsets: offsets, withText: withText), compression),
          timeout: timeout)
      }
    case .table:
      let style = TableStyle(width: Terminal.width, isColored: toTerminal && Terminal.hasColors)
      try command {
        ExtractionProcessor(
          worker: extractor.makeWorker(), formatter: TableFormatter(style: style),
          timeout: timeout)
      }
    }
  }

  /// What of these options decides what is written.
  private func settings(_ format: Format) -> [String: String] {
    var settings = rules.settings
    settings["--format"] = format.rawValue
    settings["--offsets"] = "\(offsets)"
    settings["--with-text"] = "\(withText)"
    settings["--document-timeout"] = "\(documentTimeout)"
    return settings
  }
}
