import ArgumentParser
import Foundation
import Svodka
import SvodkaDump
import SvodkaView

struct View: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes an HTML page to look at the records of a text, or of many.",
    discussion: """
      EXAMPLES
        svodka view release.txt -o release.html       the text with its records marked
        svodka view news.jsonl -o news.html           many documents: a summary with charts
        svodka view facts.jsonl -o facts.html         the same of what svodka extract wrote
        svodka view news.jsonl --document 17 -o 17.html
        svodka view --compare before.jsonl after.jsonl texts/ -o changes.html
        svodka view --compare before.jsonl texts/ -o changes.html
        svodka view --compare Gold/ -o mistakes.html

      --compare shows two results of svodka extract, or one and what the texts give now, or gold \
      (as svodka score reads it) and one of these.
      The page is one file that needs no network.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var rules: RuleOptions

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("How many threads work; the output is the same.", valueName: "n"))
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @Option(
    help: ArgumentHelp("Show this document of the input, by its id.", valueName: "id"))
  var document: String?

  @Flag(help: "Compare results: the first one or two inputs; the other inputs are their texts.")
  var compare = false

  @Option(
    help: ArgumentHelp(
      "With --compare: how many documents to show, those with most differences.", valueName: "n"))
  var limit = 50

  @Option(help: ArgumentHelp("Language of the page's own words: en or ru.", valueName: "code"))
  var language: PageLanguage = .english

  func run() throws {
    if let output {
      let files = InputFile.files(at: input.inputs, format: input.inputFormat).files
      try OutputCheck(files).check(output, "--output")
    }
    let extractor = try rules.extractor()
    if compare, let comparison = try GoldComparison(input.inputs) {
      try write(comparison.page(extractor, limit: limit, language: language))
      return
    }
    if compare {
      let (page, problem) = try Comparison(input.inputs).page(
        input, extractor, jobs: jobs, limit: limit, language: language)
      try write(page)
      if let problem { throw problem }
      return
    }
    if let results = try resultSummary() {
      try write(DumpPage(results, title: title, language: language).html)
      return
    }
    let collected = Collected()
    let wanted = document
    let problem = Result {
      try input.gather(into: collected, jobs: jobs) {
        Collector(worker: extractor.makeWorker(), wanted: wanted)
      }
    }
    try write(try page(of: collected, extractor))
    // A broken line has been reported; the page shows the rest.
    try problem.get()
  }

  /// The summary of results that `svodka extract` wrote; `nil` if the inputs are documents.
  private func resultSummary() throws -> DumpSummary? {
    guard document == nil, !input.inputs.isEmpty,
      input.inputs.allSatisfy({ ResultFile.isResult($0) })
    else { return nil }
    var summary = DumpSummary()
    for path in input.inputs {
      for result in try ResultFile(path: path).documents.values.sorted(by: { $0.id < $1.id }) {
        summary.add(result, text: "")
      }
    }
    return summary
  }

  private func write(_ page: String) throws {
    if output == nil, Terminal.isOutput {
      throw DataError(
        "The page has \(page.utf8.count / 1000) kB, too much for a terminal: name a file by --output.")
    }
    let output = try OutputFile(path: output)
    try output.write(Array(page.utf8))
    try output.finish()
  }

  private func page(of collected: Collected, _ extractor: Extractor) throws -> String {
    let summary = collected.summary
    if let document {
      guard let source = collected.document else {
        throw DataError("No document has the id '\(document)'.")
      }
      return page(of: source, extractor)
    }
    if summary.documents == 1, let source = collected.document {
      return page(of: source, extractor)
    }
    if summary.documents == 0 { throw DataError("There is no document in the input.") }
    return DumpPage(summary, title: title, language: language).html
  }

  private func page(of source: SourceDocument, _ extractor: Extractor) -> String {
    var text = source.text
    let document = text.withUTF8 { extractor.makeWorker().extract(source, utf8: $0) }
    let explanation = extractor.explain(text, published: source.published)
    return DocumentPage(
      document, text: text, explanation: explanation, language: language
    ).html
  }

  private var title: String {
    input.inputs.map { $0 == "-" ? "stdin" : PathText($0).lastComponent }
      .joined(separator: ", ")
  }
}

extension PageLanguage: ExpressibleByArgument {}

/// What a worker found in some documents.
private struct Findings: Sendable {
  var summary = DumpSummary()
  /// The document that is to be shown alone, if it is among them.
  var document: SourceDocument?
}

/// Puts together what the workers found.
private final class Collected: DumpWriter {
  private(set) var summary = DumpSummary()
  private(set) var document: SourceDocument?

  func write(_ batch: Findings) {
    summary.merge(batch.summary)
    document = document ?? batch.document
  }

  func checkpoint() -> Int? { nil }
  func finish() {}
}

/// Counts each document, and keeps the one that may be shown alone.
private struct Collector: DocumentProcessor {
  let worker: ExtractionWorker
  /// The id of the only document that is of interest.
  let wanted: String?
  private var findings = Findings()

  init(worker: ExtractionWorker, wanted: String?) {
    self.worker = worker
    self.wanted = wanted
  }

  mutating func process(_ source: SourceDocument) -> ProcessedDocument {
    if findings.document == nil, wanted == nil || source.id == wanted {
      findings.document = source
    }
    guard wanted == nil else { return ProcessedDocument(records: 0) }
    var text = source.text
    let document = text.withUTF8 { worker.extract(source, utf8: $0) }
    findings.summary.add(document, text: text)
    return ProcessedDocument(records: document.mentions.count + document.facts.count)
  }

  mutating func takeBatch() -> Findings {
    defer { findings = Findings() }
    return findings
  }
}
