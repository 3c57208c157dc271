/// What works on chunks, many at once, and gives the outcomes in the order of the chunks.
protocol ChunkWorkers<Batch>: AnyObject {
  associatedtype Batch: Sendable

  /// How many chunks are under way or wait to be collected.
  var pending: Int { get }

  func submit(_ chunk: InputChunk)

  /// Waits for the oldest outcome; `nil` if nothing is under way.
  func next() throws -> DumpRun.Outcome<Batch>?

  /// Ends the work; what still waits is dropped.
  func close()
}

/// Threads of this process.
final class WorkerThreads<Batch: Sendable>: ChunkWorkers {
  private let workers: OrderedWorkers<InputChunk, DumpRun.Outcome<Batch>>

  init(
    count: Int, makeWorker: @escaping @Sendable () -> (InputChunk) -> DumpRun.Outcome<Batch>
  ) {
    workers = OrderedWorkers(count: count, makeWorker: makeWorker)
  }

  var pending: Int { workers.pending }
  func submit(_ chunk: InputChunk) { workers.submit(chunk) }
  func next() -> DumpRun.Outcome<Batch>? { workers.next() }
  func close() { workers.close() }
}
