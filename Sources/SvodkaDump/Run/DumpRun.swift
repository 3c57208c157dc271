import RussianText

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
/// is held as a whole.
public struct DumpRun: Sendable {
  public var files: [InputFile]
  /// How many threads work; reading and writing happen on the caller's.
  public var jobs: Int
  /// Makes text of bytes.
  public var decoder: TextDecoder

  public init(files: [InputFile], jobs: Int = 1, decoder: TextDecoder = TextDecoder()) {
    self.files = files
    self.jobs = max(jobs, 1)
    self.decoder = decoder
  }

  /// What a run did.
  public struct Summary: Sendable, Hashable {
    public var documents = 0
    public var problems = 0
    public var records = 0
    /// Bytes of input, line feeds of JSON Lines left out.
    public var bytes = 0
  }

  private struct Outcome<Batch: Sendable>: Sendable {
    var batch: Batch
    var problems: [InputProblem] = []
    var documents = 0
    var records = 0
    var bytes = 0
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
    let decoder = decoder
    let workers = OrderedWorkers<InputChunk, Outcome<Processor.Batch>>(count: jobs) {
      var processor = makeProcessor()
      return { DumpRun.process($0, decoder, with: &processor) }
    }
    defer { workers.close() }
    var summary = Summary()
    func collect() throws {
      guard let outcome = workers.next() else { return }
      if outcome.documents > 0 { try writer.write(outcome.batch) }
      outcome.problems.forEach(report)
      summary.documents += outcome.documents
      summary.records += outcome.records
      summary.problems += outcome.problems.count
      summary.bytes += outcome.bytes
    }
    var reader = InputReader(files)
    while let chunk = reader.next() {
      workers.submit(chunk)
      if workers.pending > jobs * 2 { try collect() }
    }
    while workers.pending > 0 { try collect() }
    return summary
  }

  private static func process<Processor: DocumentProcessor>(
    _ chunk: InputChunk, _ decoder: TextDecoder, with processor: inout Processor
  ) -> Outcome<Processor.Batch> {
    var problems: [InputProblem] = []
    var documents = 0
    var records = 0
    for item in chunk.items {
      do {
        records += processor.process(try chunk.document(of: item, decoder))
        documents += 1
      } catch {
        problems.append(error)
      }
    }
    return Outcome(
      batch: processor.takeBatch(), problems: problems, documents: documents, records: records,
      bytes: chunk.bytes.count)
  }
}
