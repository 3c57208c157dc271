import Svodka

/// Compresses each batch of another formatter, in parallel, as a member of its own.
///
/// So the output can be cut back to any checkpoint, and `gzip -d`, `bzip2 -d` and `zstd -d` read it
/// as one stream.
public struct CompressingFormatter<Inner: DocumentFormatter>: DocumentFormatter
where Inner.Batch == [UInt8] {
  private var inner: Inner
  private let compression: Compression?

  /// - Parameter compression: `nil` leaves the batches as they are.
  public init(_ inner: Inner, _ compression: Compression?) {
    self.inner = inner
    self.compression = compression
  }

  public mutating func append(
    _ document: Document, of source: SourceDocument, utf8: UnsafeBufferPointer<UInt8>
  ) {
    inner.append(document, of: source, utf8: utf8)
  }

  public mutating func takeBatch() -> [UInt8] {
    let bytes = inner.takeBatch()
    guard let compression, !bytes.isEmpty else { return bytes }
    return compression.member(of: bytes)
  }
}
