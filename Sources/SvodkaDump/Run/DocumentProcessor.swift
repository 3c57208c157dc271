import Svodka

/// Works on documents one after the other; every worker has one of its own.
public protocol DocumentProcessor: SendableMetatype {
  /// What the writer takes.
  associatedtype Batch: Sendable

  /// Adds what it makes of `document` to the batch.
  mutating func process(_ document: SourceDocument) -> ProcessedDocument

  /// Gives the batch and begins the next.
  mutating func takeBatch() -> Batch
}

/// What a processor tells of a document.
public struct ProcessedDocument: Sendable, Hashable {
  /// How many records were made of it.
  public var records: Int
  /// The document took longer than it may; it was written with a warning.
  public var isTimedOut: Bool

  public init(records: Int, isTimedOut: Bool = false) {
    self.records = records
    self.isTimedOut = isTimedOut
  }
}

/// Extracts each document and hands it to a formatter.
public struct ExtractionProcessor<Formatter: DocumentFormatter>: DocumentProcessor {
  private let worker: ExtractionWorker
  private let timeout: Duration?
  private let filter: RecordFilter?
  private var formatter: Formatter

  /// - Parameters:
  ///   - timeout: A document that takes longer comes without records and with the warning
  ///     `timeout`. How fast a machine is decides then what is written.
  ///   - filter: Which records are written; all without one.
  public init(
    worker: ExtractionWorker, formatter: Formatter, timeout: Duration? = nil,
    filter: RecordFilter? = nil
  ) {
    self.worker = worker
    self.formatter = formatter
    self.timeout = timeout
    self.filter = filter
  }

  public mutating func process(_ source: SourceDocument) -> ProcessedDocument {
    var text = source.text
    return text.withUTF8 { utf8 in
      let (whole, isTimedOut) = worker.extract(source, utf8: utf8, timeout: timeout)
      let document = filter?.filtered(whole) ?? whole
      formatter.append(document, of: source, utf8: utf8)
      return ProcessedDocument(
        records: document.mentions.count + document.entities.count + document.facts.count,
        isTimedOut: isTimedOut)
    }
  }

  public mutating func takeBatch() -> Formatter.Batch { formatter.takeBatch() }
}

extension ExtractionWorker {
  /// Extracts a document that was read; what reading repaired stands first among its warnings.
  public func extract(
    _ source: SourceDocument, utf8: UnsafeBufferPointer<UInt8>
  ) -> Document {
    extract(source, utf8: utf8, timeout: nil).document
  }

  func extract(
    _ source: SourceDocument, utf8: UnsafeBufferPointer<UInt8>, timeout: Duration?
  ) -> (document: Document, isTimedOut: Bool) {
    let isTimely: Bool
    var document: Document
    do {
      if source.isGivenUp { throw DeadlineError() }
      document = try extract(
        utf8: utf8, id: source.id, published: source.published, title: source.title,
        before: timeout.map { ContinuousClock.now + $0 })
      isTimely = true
    } catch {
      document = Document(
        id: source.id, published: source.published,
        anchor: source.published == nil ? .none : .given, title: source.title)
      isTimely = false
      document.warnings.append(
        DocumentWarning(
          code: DocumentWarning.timeout,
          detail: "nothing was extracted within \(timeout.map { "\($0)" } ?? "the time allowed") (--document-timeout)"))
    }
    if !source.warnings.isEmpty { document.warnings.insert(contentsOf: source.warnings, at: 0) }
    return (document, !isTimely)
  }
}
