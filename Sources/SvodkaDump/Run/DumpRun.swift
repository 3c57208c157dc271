import RussianText
import Svodka

/// Turns documents into output bytes; every worker has one of its own.
public protocol DocumentProcessor {
  /// Appends the output for `document`.
  mutating func append(_ document: SourceDocument, to output: inout [UInt8])
}

/// Reads documents, works on them in parallel and gives the output in the order of the input.
///
///     let run = DumpRun(files: [InputFile(path: "news.jsonl")], jobs: 2) {
///       JSONLineProcessor(worker: extractor.makeWorker(), offsets: .scalars)
///     }
///     let summary = try run.run { try output.write($0) }
///
/// The output is the same for any number of jobs. Memory does not grow with the input; a document
/// is held as a whole.
public struct DumpRun: Sendable {
  public var files: [InputFile]
  /// How many threads work; reading and writing happen on the caller's.
  public var jobs: Int
  /// Makes text of bytes.
  public var decoder: TextDecoder
  private let makeProcessor: @Sendable () -> any DocumentProcessor

  public init(
    files: [InputFile], jobs: Int = 1, decoder: TextDecoder = TextDecoder(),
    makeProcessor: @escaping @Sendable () -> any DocumentProcessor
  ) {
    self.files = files
    self.jobs = max(jobs, 1)
    self.decoder = decoder
    self.makeProcessor = makeProcessor
  }

  /// What a run did.
  public struct Summary: Sendable, Hashable {
    public var documents = 0
    public var problems = 0
    /// Bytes of input, line feeds of JSON Lines left out.
    public var bytes = 0
  }

  private struct Outcome: Sendable {
    var output: [UInt8] = []
    var problems: [InputProblem] = []
    var documents = 0
    var bytes = 0
  }

  /// Reads all the input.
  ///
  /// - Parameters:
  ///   - write: Takes the output, piece by piece, on the caller's thread.
  ///   - report: Takes each line or file that is no document; the run goes on.
  /// - Throws: Only what `write` throws; then the run ends.
  public func run(
    write: ([UInt8]) throws -> Void, report: (InputProblem) -> Void = { _ in }
  ) throws -> Summary {
    let makeProcessor = makeProcessor
    let decoder = decoder
    let workers = OrderedWorkers<InputChunk, Outcome>(count: jobs) {
      var processor = makeProcessor()
      return { DumpRun.process($0, decoder, with: &processor) }
    }
    defer { workers.close() }
    var summary = Summary()
    func collect() throws {
      guard let outcome = workers.next() else { return }
      if !outcome.output.isEmpty { try write(outcome.output) }
      outcome.problems.forEach(report)
      summary.documents += outcome.documents
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

  private static func process(
    _ chunk: InputChunk, _ decoder: TextDecoder, with processor: inout any DocumentProcessor
  ) -> Outcome {
    var outcome = Outcome()
    outcome.bytes = chunk.bytes.count
    for item in chunk.items {
      do {
        processor.append(try chunk.document(of: item, decoder), to: &outcome.output)
        outcome.documents += 1
      } catch {
        outcome.problems.append(error)
      }
    }
    return outcome
  }
}

/// Extracts each document and writes it as a line of JSON.
public struct JSONLineProcessor: DocumentProcessor {
  private let worker: ExtractionWorker
  private var writer: JSONLineWriter

  public init(worker: ExtractionWorker, offsets: OffsetUnit) {
    self.worker = worker
    writer = JSONLineWriter(offsets: offsets)
  }

  public mutating func append(_ source: SourceDocument, to output: inout [UInt8]) {
    var text = source.text
    text.withUTF8 { utf8 in
      writer.append(worker.extract(source, utf8: utf8), utf8: utf8)
    }
    output.append(contentsOf: writer.bytes)
    writer.removeAll()
  }
}

extension ExtractionWorker {
  /// Extracts a document that was read; what reading repaired stands first among its warnings.
  public func extract(
    _ source: SourceDocument, utf8: UnsafeBufferPointer<UInt8>
  ) -> Document {
    var document = extract(
      utf8: utf8, id: source.id, published: source.published, title: source.title)
    if !source.warnings.isEmpty { document.warnings.insert(contentsOf: source.warnings, at: 0) }
    return document
  }
}
