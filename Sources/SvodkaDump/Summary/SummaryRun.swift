import Svodka

/// Sums up documents, and lines of records that `svodka extract` wrote of documents.
///
///     let summary = try SummaryRun(files: [InputFile(path: "facts.jsonl.gz")], jobs: 2)
///       .summary(with: extractor)
///     for row in summary.list(.companies).rows { print(row.name, row.documents) }
///
/// Each line of JSON is looked at for itself: one with records is counted, one with a text is
/// extracted first.
public struct SummaryRun: Sendable {
  public var files: [InputFile]
  public var jobs: Int
  /// How documents are read that have to be extracted.
  public var reading: ReadingOptions
  public var limits: DumpDigest.Limits

  public init(
    files: [InputFile], jobs: Int = 1, reading: ReadingOptions = ReadingOptions(),
    limits: DumpDigest.Limits = DumpDigest.Limits()
  ) {
    self.files = files
    self.jobs = jobs
    self.reading = reading
    self.limits = limits
  }

  /// Lines of records are much longer than the documents that they are about.
  private static let maxLineBytes = 100 << 20

  /// Reads all the input.
  ///
  /// - Parameter report: Takes each file that cannot be read; the run goes on.
  public func summary(
    with extractor: Extractor, report: (InputProblem) -> Void = { _ in }
  ) throws -> DumpDigest {
    // Lines of JSON come as lines: what they are is seen when they are there.
    let lines = files.map { file in
      let format = file.knownFormat ?? .jsonLines
      return InputFile(path: file.path, format: format == .jsonLines ? .lines : format)
    }
    var options = reading
    options.isHTML = false
    options.maxDocumentBytes = SummaryRun.maxLineBytes
    let run = DumpRun(files: lines, jobs: jobs, reading: options)
    let holdsOnlyJSON = lines.allSatisfy { $0.format == .lines }
    let (reading, limits) = (reading, limits)
    var writer = SummaryWriter(limits: limits)
    var problems = DocumentTally(limits: limits)
    _ = try run.run(
      to: &writer,
      report: { problem in
        problems.unread(problem.reason)
        report(problem)
      },
      makeProcessor: {
        SummaryProcessor(
          worker: extractor.makeWorker(), reading: reading, holdsOnlyJSON: holdsOnlyJSON,
          limits: limits)
      })
    writer.write(problems.summary)
    return writer.summary
  }
}

private struct SummaryProcessor: DocumentProcessor {
  let worker: ExtractionWorker
  let reading: ReadingOptions
  let holdsOnlyJSON: Bool
  let limits: DumpDigest.Limits
  private var tally: DocumentTally

  init(
    worker: ExtractionWorker, reading: ReadingOptions, holdsOnlyJSON: Bool,
    limits: DumpDigest.Limits
  ) {
    self.worker = worker
    self.reading = reading
    self.holdsOnlyJSON = holdsOnlyJSON
    self.limits = limits
    tally = DocumentTally(limits: limits)
  }

  mutating func process(_ source: SourceDocument) -> ProcessedDocument {
    var text = source.text
    text.withUTF8 { utf8 in
      let first = utf8.first { $0 > 0x20 }
      if first == UInt8(ascii: "{"), RecordLineReader.count(utf8, into: &tally) { return }
      if first == UInt8(ascii: "{") || holdsOnlyJSON {
        extract(line: utf8)
      } else {
        tally.add(worker.extract(source, utf8: utf8))
      }
    }
    return ProcessedDocument(records: 0)
  }

  private mutating func extract(line: UnsafeBufferPointer<UInt8>) {
    do {
      var document = try JSONLineParser.document(in: line, fields: reading.fields)
      if reading.isHTML { document.cleanHTML() }
      document.cut(to: reading.maxDocumentBytes, isCut: false)
      var text = document.text
      text.withUTF8 { tally.add(worker.extract(document, utf8: $0)) }
    } catch {
      tally.unread(error.reason)
    }
  }

  mutating func takeBatch() -> DumpDigest {
    defer { tally = DocumentTally(limits: limits) }
    return tally.summary
  }
}

/// Puts the summaries of batches together.
private struct SummaryWriter: DumpWriter {
  private(set) var summary: DumpDigest

  /// A summary is made in one go.
  struct State: Codable, Sendable {}

  init(limits: DumpDigest.Limits) { summary = DumpDigest(limits: limits) }

  mutating func write(_ batch: DumpDigest) { summary.add(batch) }
  mutating func checkpoint() -> State? { nil }
  mutating func finish() {}
}
