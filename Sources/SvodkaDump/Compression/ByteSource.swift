/// Bytes that come block by block: of a file, of a decompressor over it, of a transcoder over that.
protocol ByteSource: AnyObject {
  /// Fills the front of `buffer`; 0 only at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputProblem) -> Int
}

/// A source whose first bytes can be looked at before they are read.
final class PeekedSource: ByteSource {
  /// The first bytes: as many as were asked for, or all there are.
  let head: [UInt8]
  private var taken = 0
  private let source: any ByteSource

  init(_ source: any ByteSource, count: Int) throws(InputProblem) {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let read = try PeekedSource.read(source, into: &bytes, from: filled)
      if read == 0 { break }
      filled += read
    }
    bytes.removeSubrange(filled...)
    head = bytes
    self.source = source
  }

  private static func read(
    _ source: any ByteSource, into bytes: inout [UInt8], from start: Int
  ) throws(InputProblem) -> Int {
    try bytes.withUnsafeMutableBufferPointer { bytes throws(InputProblem) in
      try source.read(
        into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: bytes[start...])))
    }
  }

  /// Passes over the next bytes of the head.
  func drop(_ count: Int) { taken += count }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputProblem) -> Int {
    guard taken < head.count else { return try source.read(into: buffer) }
    let count = min(buffer.count, head.count - taken)
    head.withUnsafeBytes { buffer.copyMemory(from: .init(rebasing: $0[taken..<taken + count])) }
    taken += count
    return count
  }
}
