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

      Each line of the JSON output is one document; Schema/document.schema.json describes it.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, jsonl
  }

  @OptionGroup var input: InputOptions
  @OptionGroup var rules: RuleOptions

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
    }
  }
}
