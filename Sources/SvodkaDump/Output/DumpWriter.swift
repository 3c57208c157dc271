import Svodka

/// Writes down what a run gives, batch after batch, in the order of the input.
///
/// A run calls ``write(_:)`` on one thread for every batch, ``checkpoint()`` now and then between two
/// batches, and ``finish()`` at the end. After a kill, a full disk or Ctrl-C, the next run makes a
/// writer from the last checkpoint's state: it cuts back what was written after it, and the same
/// batches come again. So the output in the end is that of an undisturbed run.
///
/// Batches are the same for any number of workers and for a resumed run, which is why each may be
/// formatted, and even compressed, by itself: let the ``DocumentFormatter`` do that in parallel.
public protocol DumpWriter: SendableMetatype {
  /// What a ``DocumentFormatter`` made of some documents.
  associatedtype Batch: Sendable
  /// How far the output goes at a checkpoint: lengths of files, the last row, …
  associatedtype State: Codable & Sendable

  /// Takes the next batch.
  mutating func write(_ batch: Batch) throws

  /// Makes durable all that was written, and tells how far that is.
  ///
  /// - Returns: The state, or `nil` if this output cannot be gone on with (a pipe).
  mutating func checkpoint() throws -> State?

  /// Makes the output durable and gives it its name; nothing is written afterwards.
  ///
  /// May be called again after a kill within it, with the state of a last checkpoint at the end.
  mutating func finish() throws
}

/// A writer whose output keeps what it wrote after the last checkpoint, and passes over it when it
/// comes again; so it needs a checkpoint at the very start.
///
/// It notes in itself that a run is done: one that was killed after its last step, and is resumed, would
/// else begin again and give its rows other numbers.
protocol KeepsRows: DumpWriter {
  /// What wrote the output last, if that came to its end.
  var finishedJob: FinishedJob? { get }

  /// Notes what is done, until something is written again.
  func note(_ job: FinishedJob) throws
}

/// Brings extracted documents into the form in which they are written; every worker has its own.
///
///     struct Titles: DocumentFormatter {
///       private var lines: [UInt8] = []
///       mutating func append(
///         _ document: Document, of source: SourceDocument, utf8: UnsafeBufferPointer<UInt8>
///       ) {
///         lines += "\(document.id)\t\(document.mentions.count)\n".utf8
///       }
///       mutating func takeBatch() -> [UInt8] {
///         defer { lines.removeAll(keepingCapacity: true) }
///         return lines
///       }
///     }
public protocol DocumentFormatter: SendableMetatype {
  associatedtype Batch: Sendable

  /// Adds a document to the batch.
  ///
  /// - Parameter utf8: The text in which the document's offsets lie; gone after the call.
  mutating func append(
    _ document: Document, of source: SourceDocument, utf8: UnsafeBufferPointer<UInt8>)

  /// Gives the batch and begins the next.
  mutating func takeBatch() -> Batch
}
