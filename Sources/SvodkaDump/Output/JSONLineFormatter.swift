import Svodka

/// Documents as lines of JSON, as the schema in `Schema` has them.
public struct JSONLineFormatter: DocumentFormatter {
  private var writer: JSONLineWriter

  public init(offsets: OffsetUnit = .scalars) {
    writer = JSONLineWriter(offsets: offsets)
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
