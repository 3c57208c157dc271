import ArgumentParser
import Foundation
import Svodka
import SvodkaDump
import SvodkaView

struct Summary: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tells what a dump speaks of most.",
    discussion: """
      EXAMPLES
        svodka summary facts.jsonl.gz           what svodka extract wrote
        svodka summary --top 30 news.jsonl      a dump itself, which is extracted first
        svodka summary --format json facts.jsonl

      Names count by the documents that they stand in; a document counts once, however often it \
      names them. Memory does not grow with the dump: beyond --max-names different names of a \
      sort, the rare ones are dropped, and the summary says by how much its counts may be too low.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json
  }

  @OptionGroup var input: InputOptions
  @OptionGroup var rules: RuleOptions

  @Option(help: ArgumentHelp("How long the lists are.", valueName: "n"))
  var top = 10

  @Option(help: ArgumentHelp("table or json.", valueName: "format"))
  var format: Format = .table

  @Option(
    help: ArgumentHelp("Count so many different names of a sort exactly.", valueName: "n"))
  var maxNames = DumpDigest.Limits().names

  @Option(help: ArgumentHelp("How many threads work; the output is the same.", valueName: "n"))
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  func validate() throws {
    if top < 1 { throw ValidationError("--top must be 1 or more.") }
    if maxNames < 100 { throw ValidationError("--max-names must be 100 or more.") }
    if jobs < 1 { throw ValidationError("--jobs must be 1 or more.") }
  }

  func run() throws {
    let (files, unreadable) = InputFile.files(at: input.inputs, format: input.inputFormat)
    var problems = 0
    func report(_ problem: InputProblem) {
      problems += 1
      StandardError.write("svodka: \(problem)\n")
    }
    unreadable.forEach(report)
    let run = SummaryRun(
      files: files, jobs: jobs, reading: input.reading,
      limits: DumpDigest.Limits(top: top, names: maxNames))
    let summary = try run.summary(with: try rules.extractor(), report: report)
    let output = try OutputFile(path: nil)
    switch format {
    case .json: try output.write(summary.json)
    case .table:
      let style = TableStyle(
        width: Terminal.width, isColored: Terminal.isOutput && Terminal.hasColors)
      try output.write(Array(summary.lines(in: style).map { $0 + "\n" }.joined().utf8))
    }
    if problems + summary.unread > 0 { throw ExitCode(2) }
  }
}

extension DumpDigest {
  /// The summary as tables; lists that are empty are left out.
  func lines(in style: TableStyle) -> [String] {
    var lines = heading
    for sort in Sort.allCases {
      let list = list(sort)
      if list.rows.isEmpty { continue }
      let counts = sort == .errors ? ["times"] : ["documents", "mentions"]
      var table = TextTable([sort.rawValue] + counts)
      for row in list.rows {
        table.append([row.name] + [row.documents, row.mentions].prefix(counts.count).map(\.grouped))
      }
      lines += [""] + table.lines(in: style)
      if list.error > 0 {
        lines.append("(too many names to count: these counts may be too low by \(list.error))")
      }
    }
    for (title, changes) in [("largest rises", largestRises), ("largest falls", largestFalls)] {
      if changes.isEmpty { continue }
      var table = TextTable([title, "by", "of", "document"])
      for change in changes {
        let owner = [change.organization, change.place].compactMap(\.self).joined(separator: ", ")
        table.append([change.indicator, change.amount, owner, change.document])
      }
      lines += [""] + table.lines(in: style)
    }
    return lines
  }

  private var heading: [String] {
    func kinds(_ counts: [String: Int]) -> String {
      let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      return sorted.map { "\($0.key) \($0.value.grouped)" }.joined(separator: ", ")
    }
    func total(_ counts: [String: Int]) -> String { counts.values.reduce(0, +).grouped }
    var lines = ["documents \(documents.grouped)" + (unread > 0 ? ", unread \(unread.grouped)" : "")]
    lines.append("entities \(entities.grouped)")
    lines.append("mentions \(total(mentions))" + (mentions.isEmpty ? "" : ": \(kinds(mentions))"))
    lines.append("facts \(total(facts))" + (facts.isEmpty ? "" : ": \(kinds(facts))"))
    return lines
  }
}

extension Int {
  /// With spaces between thousands: `13 832`.
  fileprivate var grouped: String { DecimalNumber(self).grouped }
}
