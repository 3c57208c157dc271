import Svodka

/// Documents as lines of JSON, as the schema in `Schema` has them.
public struct JSONLineFormatter: DocumentFormatter {
  private var writer: JSONLineWriter

  /// - Parameter withText: Each line has the document's text too.
  public init(offsets: OffsetUnit = .scalars, withText: Bool = false) {
    writer = JSONLineWriter(offsets: offsets, withText: withText)
  }

  public mutating func append(
    _ document: Document, of source: SourceDocument, utf8: UnsafeBufferPointer<UInt8>
  ) {
    writer.append(document, utf8: utf8)
  }

  public mutating func takeBatch() -> [UInt8] {
    defer { writer.removeAll() }
    return writer.bytes
  }
}
