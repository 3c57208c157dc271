import ArgumentParser
import Foundation
import Svodka
import SvodkaDump
import SvodkaView

/// Compares results: two that were written, or one with what the texts give now.
struct Comparison {
  let left: ResultFile
  /// `nil`: what the extractor finds now.
  let right: ResultFile?
  /// What the two are called on the page.
  let names: (left: String, right: String)
  /// The inputs that are texts.
  let texts: [String]

  /// Sorts the inputs: one or two results, then texts.
  init(_ inputs: [String]) throws {
    let results = inputs.prefix(2).prefix { ResultFile.isResult($0) }
    texts = Array(inputs.dropFirst(results.count))
    guard let first = results.first else {
      throw ValidationError(
        "--compare wants a result of svodka extract first, then another result or nothing, then "
          + "the texts.")
    }
    guard !texts.isEmpty else {
      throw ValidationError("--compare wants the texts too: results do not hold them.")
    }
    left = try ResultFile(path: first)
    let second = results.dropFirst().first
    right = try second.map(ResultFile.init)
    names = Comparison.names(first, second)
  }

  /// The names of the files; where these are the same, their paths.
  private static func names(_ left: String, _ right: String?) -> (String, String) {
    let name = { (path: String) in PathText(path).lastComponent }
    guard let right else { return (name(left), "now") }
    return name(left) == name(right) ? (left, right) : (name(left), name(right))
  }

  func page(
    _ input: InputOptions, _ extractor: Extractor, jobs: Int, limit: Int,
    language: PageLanguage
  ) throws -> (page: String, problem: (any Error)?) {
    var input = input
    input.inputs = texts
    let compared = Compared()
    let outcome = Result {
      try input.gather(into: compared, jobs: jobs) { [left, right] in
        Comparer(left: left, right: right, worker: extractor.makeWorker())
      }
    }
    if let broken = compared.broken {
      throw DataError("The text of '\(broken)' is not the one that the result is about.")
    }
    let page = ComparisonPage(
      compared.documents, left: names.left, right: names.right,
      missingDocuments: missing(compared.documents.map(\.id)), limit: limit, language: language)
    if case .failure(let error) = outcome { return (page.html, error) }
    return (page.html, nil)
  }

  /// How many documents stand in one result only, or have no text.
  private func missing(_ compared: [String]) -> Int {
    Set(left.documents.keys).union(right?.documents.keys.map(\.self) ?? [])
      .subtracting(compared).count
  }
}

private struct Batch: Sendable {
  var documents: [DocumentComparison] = []
  /// The id of a document whose records do not lie in the text.
  var broken: String?
}

private final class Compared: DumpWriter {
  private(set) var documents: [DocumentComparison] = []
  private(set) var broken: String?

  func write(_ batch: Batch) {
    documents += batch.documents
    broken = broken ?? batch.broken
  }

  func checkpoint() -> Int? { nil }
  func finish() {}
}

/// Compares each text's records.
private struct Comparer: DocumentProcessor {
  let left: ResultFile
  let right: ResultFile?
  let worker: ExtractionWorker
  private var batch = Batch()

  init(left: ResultFile, right: ResultFile?, worker: ExtractionWorker) {
    self.left = left
    self.right = right
    self.worker = worker
  }

  mutating func process(_ source: SourceDocument) -> ProcessedDocument {
    let records = compare(source)
    return ProcessedDocument(records: records)
  }

  /// Gives how many records were compared.
  private mutating func compare(_ source: SourceDocument) -> Int {
    var text = source.text
    guard let before = left.documents[source.id] else { return 0 }
    var after = right?.documents[source.id]?.placed(in: text)
    if right == nil { after = text.withUTF8 { worker.extract(source, utf8: $0) } }
    if right != nil, right?.documents[source.id] == nil { return 0 }
    guard let before = before.placed(in: text), let after else {
      batch.broken = source.id
      return 0
    }
    let comparison = DocumentComparison(before, after, text: text)
    batch.documents.append(comparison)
    return comparison.records.count
  }

  mutating func takeBatch() -> Batch {
    defer { batch = Batch() }
    return batch
  }
}
