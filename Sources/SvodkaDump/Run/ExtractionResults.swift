import Foundation
import Svodka

/// A document of a dump and what was found in it.
public struct ExtractedDocument: Sendable, Hashable {
  /// The document as it was read; all offsets lie in its text.
  public let source: SourceDocument
  public let document: Document
}

extension DumpRun {
  /// Extracts all documents, in the order of the input, as they are asked for.
  ///
  ///     let run = DumpRun(files: [InputFile(path: "news.jsonl.gz")], jobs: 2)
  ///     for try await result in run.results(with: extractor) {
  ///       switch result {
  ///       case .success(let found): print(found.source.id, found.document.facts.count)
  ///       case .failure(let problem): print(problem)  // a line that is no document
  ///       }
  ///     }
  ///
  /// The threads work ahead by a few hundred documents and then wait. Leaving the loop, or
  /// cancelling its task, ends them.
  public func results(with extractor: Extractor) -> ExtractionResults {
    ExtractionResults(run: self, extractor: extractor)
  }
}

/// The documents of a dump, extracted in parallel and given in the order of the input.
public struct ExtractionResults: AsyncSequence, Sendable {
  public typealias Element = Result<ExtractedDocument, InputProblem>

  let run: DumpRun
  let extractor: Extractor

  public func makeAsyncIterator() -> Iterator { Iterator(run, extractor) }

  public final class Iterator: AsyncIteratorProtocol {
    private let batches = BatchChannel<[Element]>()
    private var batch: ArraySlice<Element> = []

    fileprivate init(_ run: DumpRun, _ extractor: Extractor) {
      let batches = batches
      // A thread of its own: reading blocks, and tasks must not.
      let thread = Thread {
        // Only `send` throws, when nobody receives any more.
        try? run.forEachOutcome(makeProcessor: { CollectingProcessor(extractor.makeWorker()) }) {
          try batches.send($0.batch + $0.problems.map { .failure($0) })
        }
        batches.finish()
      }
      thread.name = "svodka-dump"
      thread.start()
    }

    deinit { batches.cancel() }

    public func next() async throws -> Element? {
      while batch.isEmpty {
        try Task.checkCancellation()
        let batches = batches
        guard let next = await withTaskCancellationHandler(
          operation: { await batches.receive() }, onCancel: { batches.cancel() })
        else {
          try Task.checkCancellation()
          return nil
        }
        batch = next[...]
      }
      return batch.popFirst()
    }
  }
}

/// Keeps each document with what was found in it.
private struct CollectingProcessor: DocumentProcessor {
  private let worker: ExtractionWorker
  private var batch: [ExtractionResults.Element] = []

  init(_ worker: ExtractionWorker) { self.worker = worker }

  mutating func process(_ source: SourceDocument) -> ProcessedDocument {
    var text = source.text
    let document = text.withUTF8 { worker.extract(source, utf8: $0) }
    batch.append(.success(ExtractedDocument(source: source, document: document)))
    return ProcessedDocument(records: document.mentions.count)
  }

  mutating func takeBatch() -> [ExtractionResults.Element] {
    defer { batch = [] }
    return batch
  }
}

/// Hands batches from a thread to a task; the thread waits until each was taken.
private final class BatchChannel<Batch: Sendable>: @unchecked Sendable {
  struct Cancelled: Error {}

  // Everything below is touched only while `condition` is locked.
  private let condition = NSCondition()
  private var waiting: Batch?
  private var receiver: CheckedContinuation<Batch?, Never>?
  private var isFinished = false

  /// Waits for room and hands a batch over; throws when nobody wants it.
  func send(_ batch: Batch) throws {
    condition.lock()
    defer { condition.unlock() }
    while waiting != nil, !isFinished { condition.wait() }
    if isFinished { throw Cancelled() }
    if let receiver {
      self.receiver = nil
      receiver.resume(returning: batch)
    } else {
      waiting = batch
    }
  }

  /// No batch follows; one that waits is still received.
  func finish() { end(dropping: false) }

  /// Nobody receives any more.
  func cancel() { end(dropping: true) }

  private func end(dropping: Bool) {
    condition.lock()
    defer { condition.unlock() }
    isFinished = true
    if dropping { waiting = nil }
    receiver?.resume(returning: nil)
    receiver = nil
    condition.broadcast()
  }

  /// The next batch; `nil` at the end.
  func receive() async -> Batch? {
    await withCheckedContinuation { continuation in
      condition.lock()
      defer { condition.unlock() }
      if let batch = waiting {
        waiting = nil
        condition.broadcast()
        continuation.resume(returning: batch)
      } else if isFinished {
        continuation.resume(returning: nil)
      } else {
        receiver = continuation
      }
    }
  }
}
