import Svodka

/// Counts documents, and lines of records that were extracted before.
///
/// Give it the files of ``files(for:)``: lines of JSON then come as they are, and each is counted if
/// it is a line that `svodka extract` wrote, and extracted first if it is a document.
public struct SummaryProcessor: DocumentProcessor {
  private let worker: ExtractionWorker
  private let limits: DumpSummary.Limits
  private var tally: DocumentTally

  public init(worker: ExtractionWorker, limits: DumpSummary.Limits) {
    self.worker = worker
    self.limits = limits
    tally = DocumentTally(limits: limits)
  }

  public mutating func process(_ source: SourceDocument) -> Int {
    var text = source.text
    return text.withUTF8 { utf8 in
      if utf8.first == UInt8(ascii: "{"), RecordLineReader.count(utf8, into: &tally) { return 1 }
      let document = worker.extract(source, utf8: utf8)
      tally.add(document)
      return document.mentions.count + document.entities.count + document.facts.count
    }
  }

  public mutating func takeBatch() -> DumpSummary {
    defer { tally = DocumentTally(limits: limits) }
    return tally.summary
  }
}

/// Puts the summaries of batches together.
public struct SummaryWriter: DumpWriter {
  public private(set) var summary: DumpSummary

  /// A summary is made in one go.
  public struct State: Codable, Sendable {}

  public init(limits: DumpSummary.Limits) { summary = DumpSummary(limits: limits) }

  public mutating func write(_ batch: DumpSummary) { summary.add(batch) }
  public mutating func checkpoint() -> State? { nil }
  public mutating func finish() {}
}
