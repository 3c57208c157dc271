import RussianText

/// The bytes of a source in another encoding, as UTF-8.
final class TranscodingSource: ByteSource {
  private let source: any ByteSource
  private let decoder: StreamDecoder
  private var input = [UInt8](repeating: 0, count: 1 << 14)
  private var output: [UInt8] = []
  private var taken = 0
  private var isAtEnd = false

  init(_ source: any ByteSource, encoding: String, file: String) throws(InputProblem) {
    self.source = source
    do {
      decoder = try StreamDecoder(encoding: encoding)
    } catch {
      throw InputProblem(file: file, reason: error.description)
    }
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputProblem) -> Int {
    while taken == output.count, !isAtEnd { try refill() }
    let count = min(buffer.count, output.count - taken)
    output.withUnsafeBytes { buffer.copyMemory(from: .init(rebasing: $0[taken..<taken + count])) }
    taken += count
    return count
  }

  private func refill() throws(InputProblem) {
    let count = try input.withUnsafeMutableBufferPointer { bytes throws(InputProblem) in
      try source.read(into: UnsafeMutableRawBufferPointer(bytes))
    }
    isAtEnd = count == 0
    taken = 0
    output.removeAll(keepingCapacity: true)
    input.withUnsafeBufferPointer {
      decoder.decode(.init(rebasing: $0[..<count]), isLast: isAtEnd, into: &output)
    }
  }
}
