/// Finds the typed facts of a text.
///
///     let extractor = try Extractor()
///     let document = extractor.extract("Завод собрал 174 автобуса.", id: "1")
///
/// Build it once and call it from any task: it is immutable.
public struct Extractor: Sendable {
  /// Loads the rules and words that come with the library.
  public init() throws {}

  /// Returns the records of `text`.
  public func extract(
    _ text: String, id: String = "", published: CalendarDay? = nil, title: String? = nil
  ) -> Document {
    var text = text
    return text.withUTF8 {
      makeWorker().extract(utf8: $0, id: id, published: published, title: title)
    }
  }

  /// Returns a worker, whose buffers serve one document after the other.
  public func makeWorker() -> ExtractionWorker { ExtractionWorker() }
}

/// Extracts one document at a time into reused buffers; each task has its own.
public final class ExtractionWorker {
  init() {}

  /// Returns the records of a text in valid UTF-8.
  public func extract(
    utf8: UnsafeBufferPointer<UInt8>, id: String, published: CalendarDay? = nil,
    title: String? = nil
  ) -> Document {
    Document(id: id, published: published, anchor: published == nil ? .none : .given)
  }
}
