import Svodka

/// Works on documents one after the other; every worker has one of its own.
public protocol DocumentProcessor: SendableMetatype {
  /// What the writer takes.
  associatedtype Batch: Sendable

  /// Adds what it makes of `document` to the batch.
  ///
  /// - Returns: How many records that is.
  mutating func process(_ document: SourceDocument) -> Int

  /// Gives the batch and begins the next.
  mutating func takeBatch() -> Batch
}

/// Extracts each document and hands it to a formatter.
public struct ExtractionProcessor<Formatter: DocumentFormatter>: DocumentProcessor {
  private let worker: ExtractionWorker
  private var formatter: Formatter

  public init(worker: ExtractionWorker, formatter: Formatter) {
    self.worker = worker
    self.formatter = formatter
  }

  public mutating func process(_ source: SourceDocument) -> Int {
    var text = source.text
    return text.withUTF8 { utf8 in
      let document = worker.extract(source, utf8: utf8)
      formatter.append(document, of: source, utf8: utf8)
      return document.mentions.count + document.entities.count + document.facts.count
    }
  }

  public mutating func takeBatch() -> Formatter.Batch { formatter.takeBatch() }
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
