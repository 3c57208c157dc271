import RussianText
import Svodka

/// Reads documents, works on them in parallel and gives the output in the order of the input.
///
///     let run = DumpRun(files: [InputFile(path: "news.jsonl")], jobs: 2)
///     var output = try OutputFile(path: "facts.jsonl")
///     let summary = try run.run(to: &output) {
///       ExtractionProcessor(worker: extractor.makeWorker(), formatter: JSONLineFormatter())
///     }
///     try output.finish()
///
/// The output is the same for any number of jobs. Memory does not grow with the input; a document
/// is held as a whole. ``DumpJob`` adds checkpoints; ``results(with:)`` gives the documents to a
/// `for try await`.
public struct DumpRun: Sendable {
  public var files: [InputFile]
  /// How many threads work; reading and writing happen on the caller's.
  public var jobs: Int
  /// How documents are read.
  public var reading: ReadingOptions
  /// Each job is a process of its own, so that a document on which the program fails, or that takes
  /// far too long, is left out with a problem and all others come. For programs of one thread: what
  /// other threads hold locked stays locked in a new process. Outputs of one's own batches, a
  /// single document, and systems that cannot do it are worked on in threads.
  public var usesProcesses = false
  /// A document that takes much longer is given up even where nothing looks at the clock; for
  /// ``usesProcesses``. What looks at it is ``ExtractionProcessor``.
  public var timeout: Duration?
  /// No more than so many documents, and lines that are none, are read.
  public var limit: Int?

  public init(files: [InputFile], jobs: Int = 1, reading: ReadingOptions = ReadingOptions()) {
    self.files = files
    self.jobs = max(jobs, 1)
    self.reading = reading
  }

  /// What a run did.
  public struct Summary: Sendable, Hashable, Codable {
    public var documents = 0
    /// Lines, rows and files that were no documents.
    public var problems = 0
    /// Documents that were cut or given up at a limit; each was written, with a warning.
    public var limited = 0
    public var records = 0
    /// Bytes of input, decompressed, line ends left out.
    public var bytes = 0
    /// Documents of JSON without the field for the id; they are called by file and line.
    public var withoutID = 0
    /// Documents of JSON without the field for the date.
    public var withoutDate = 0
    /// The fields of the first document that lacked one.
    public var fields: [String] = []

    public init() {}
  }

  /// What a worker made of a chunk of input.
  struct Outcome<Batch: Sendable>: Sendable {
    var batch: Batch
    /// What was no document.
    var problems: [InputProblem] = []
    /// Which documents were cut or given up.
    var limits: [InputProblem] = []
    var summary = Summary()
    /// Where the input goes on.
    var end: InputPosition
  }

  /// Reads all the input.
  ///
  /// - Parameters:
  ///   - writer: Takes the batches on the caller's thread; the caller finishes it.
  ///   - report: Takes each line or file that is no document; the run goes on.
  ///   - makeProcessor: Makes a worker's processor, on the worker's thread.
  /// - Throws: Only what `writer` throws; then the run ends.
  public func run<Processor: DocumentProcessor, Writer: DumpWriter>(
    to writer: inout Writer, report: (InputProblem) -> Void = { _ in },
    makeProcessor: @escaping @Sendable () -> Processor
  ) throws -> Summary where Writer.Batch == Processor.Batch {
    var summary = Summary()
    try forEachOutcome(makeProcessor: makeProcessor) { outcome in
      if outcome.summary.documents > 0 { try writer.write(outcome.batch) }
      outcome.problems.forEach(report)
      summary += outcome.summary
    }
    return summary
  }

  private static let largeDocument = 1 << 16
  /// So many bytes of input may be under way, beyond a chunk for each job.
  private static let bytesUnderWay = 16 << 20

  /// Calls `body` with what the workers make of each chunk, in the order of the input.
  func forEachOutcome<Processor: DocumentProcessor>(
    from position: InputPosition = InputPosition(), counter: ReadCounter = ReadCounter(),
    limit: Int? = nil, makeProcessor: @escaping @Sendable () -> Processor,
    _ body: (Outcome<Processor.Batch>) throws -> Void
  ) throws {
    var reader = InputReader(files, reading, from: position, counter: counter)
    reader.limit = limit ?? self.limit ?? .max
    guard let first = reader.next(), !counter.wasStopped else { return }
    var next = reader.next()
    if next == nil, first.items.count == 1, first.bytes.count < Self.largeDocument, usesProcesses,
      !counter.wasStopped
    {
      // A single document costs no process, unless it may have to be ended.
      var processor = makeProcessor()
      return try body(DumpRun.process(first, reading, with: &processor))
    }
    let workers = makeWorkers(makeProcessor)
    defer { workers.close() }
    var underWay = 0
    func collect() throws {
      guard let outcome = try workers.next() else { return }
      underWay -= outcome.summary.bytes
      try body(outcome)
    }
    func submit(_ chunk: InputChunk) throws {
      underWay += chunk.bytes.count
      workers.submit(chunk)
      while workers.pending > jobs * 4 || workers.pending > 0 && underWay > Self.bytesUnderWay {
        try collect()
      }
    }
    try submit(first)
    // What was read when reading was interrupted is read again by a resumed run.
    while let chunk = next, !counter.wasStopped {
      try submit(chunk)
      next = reader.next()
    }
    while workers.pending > 0 { try collect() }
  }

  /// Threads, or processes where they are asked for and the batches can be handed over.
  private func makeWorkers<Processor: DocumentProcessor>(
    _ makeProcessor: @escaping @Sendable () -> Processor
  ) -> any ChunkWorkers<Processor.Batch> {
    let reading = reading
    if usesProcesses, let type = Processor.Batch.self as? any WireBatch.Type {
      func open<Batch: WireBatch>(_: Batch.Type) -> (any ChunkWorkers<Processor.Batch>)? {
        let work: () -> (InputChunk, (Int) -> Void) -> Outcome<Batch> = {
          var processor = makeProcessor()
          // `Batch` is the processor's.
          return { DumpRun.process($0, reading, with: &processor, $1) as! Outcome<Batch> }
        }
        return WorkerProcesses(count: jobs, timeout: timeout, makeWorker: work)
          as? any ChunkWorkers<Processor.Batch>
      }
      if let workers = open(type) { return workers }
    }
    return WorkerThreads(count: jobs) {
      var processor = makeProcessor()
      return { DumpRun.process($0, reading, with: &processor) }
    }
  }

  /// - Parameter begin: Told the number of each item before it is worked on.
  private static func process<Processor: DocumentProcessor>(
    _ chunk: InputChunk, _ reading: ReadingOptions, with processor: inout Processor,
    _ begin: (Int) -> Void = { _ in }
  ) -> Outcome<Processor.Batch> {
    var problems: [InputProblem] = []
    var limits: [InputProblem] = []
    var summary = Summary()
    summary.bytes = chunk.bytes.count
    for (number, item) in chunk.items.enumerated() {
      begin(number)
      do {
        let document = try chunk.document(of: item, reading)
        let processed = processor.process(document)
        summary.documents += 1
        summary.note(document)
        summary.records += processed.records
        if let reason = limit(document, processed) {
          limits.append(
            InputProblem(
              file: item.file.path, line: item.line == 0 ? nil : item.line, offset: item.offset,
              reason: reason))
        }
      } catch {
        problems.append(error)
      }
    }
    summary.problems = problems.count
    summary.limited = limits.count
    return Outcome(
      batch: processor.takeBatch(), problems: problems, limits: limits, summary: summary,
      end: chunk.end)
  }

  /// The limit that a document went over, if any.
  private static func limit(
    _ document: SourceDocument, _ processed: ProcessedDocument
  ) -> String? {
    if processed.isTimedOut { return "took longer than --document-timeout allows" }
    return document.warnings.first { $0.code == DocumentWarning.cut }?.detail
  }
}

extension DumpRun.Summary {
  static func += (one: inout DumpRun.Summary, other: DumpRun.Summary) {
    one.documents += other.documents
    one.problems += other.problems
    one.limited += other.limited
    one.records += other.records
    one.bytes += other.bytes
    one.withoutID += other.withoutID
    one.withoutDate += other.withoutDate
    if one.fields.isEmpty { one.fields = other.fields }
  }

  /// Counts what the document lacks.
  mutating func note(_ document: SourceDocument) {
    let missing = document.missing
    guard missing.id || missing.date else { return }
    withoutID += missing.id ? 1 : 0
    withoutDate += missing.date ? 1 : 0
    if fields.isEmpty { fields = missing.names }
  }
}
