import Foundation

/// The bytes of an input in blocks and lines, with their place.
final class ByteStream {
  private let source: any ByteSource
  private(set) var block: [UInt8]
  /// What has not been taken yet of the block.
  private(set) var start = 0
  private(set) var end = 0
  /// How many bytes were taken.
  private(set) var offset = 0
  private var isAtEnd = false
  /// The next line feed and carriage return from `start` on, `end` if there is none; found anew
  /// when they lie behind.
  private var lineFeed = -1
  private var carriageReturn = -1

  private static let blockSize = 1 << 17

  init(_ source: any ByteSource) {
    self.source = source
    block = [UInt8](repeating: 0, count: ByteStream.blockSize)
  }

  /// Makes sure that something is left in the block; `false` at the end.
  func fill() throws(InputProblem) -> Bool {
    if start < end { return true }
    if isAtEnd { return false }
    if block.count != ByteStream.blockSize {
      block = [UInt8](repeating: 0, count: ByteStream.blockSize)
    }
    start = 0
    end = 0
    lineFeed = -1
    carriageReturn = -1
    end = try block.withUnsafeMutableBufferPointer { bytes throws(InputProblem) in
      try source.read(into: UnsafeMutableRawBufferPointer(bytes))
    }
    isAtEnd = end == 0
    return end > 0
  }

  /// Takes `count` bytes of the block.
  func take(_ count: Int) {
    start += count
    offset += count
  }

  /// Gives bytes that were just taken back, to be read once more.
  func giveBack(_ bytes: ArraySlice<UInt8>) {
    block = Array(bytes) + block[start..<end]
    start = 0
    end = block.count
    offset -= bytes.count
    lineFeed = -1
    carriageReturn = -1
  }

  /// Passes over everything before `target`.
  func skip(to target: Int) throws(InputProblem) {
    while offset < target, try fill() { take(min(end - start, target - offset)) }
  }

  /// The first byte that is no white space among those of the first block; `nil` if there is none.
  func firstByte() throws(InputProblem) -> UInt8? {
    guard try fill() else { return nil }
    return block[start..<end].first { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
  }

  /// Appends what is left to `bytes`, up to `limit` bytes in all; `false` if there is more.
  func appendAll(to bytes: inout [UInt8], limit: Int) throws(InputProblem) -> Bool {
    var room = limit
    while try fill() {
      if room == 0 { return false }
      let count = min(room, end - start)
      bytes.append(contentsOf: block[start..<start + count])
      take(count)
      room -= count
    }
    return true
  }

  enum LineEnd {
    /// There is no line any more.
    case none
    /// The whole line was appended, its end taken.
    case whole
    /// So much was appended as was allowed, and the line goes on.
    case long
  }

  /// Appends the next line to `bytes`, without its end: LF, CR LF or CR.
  func appendLine(to bytes: inout [UInt8], limit: Int) throws(InputProblem) -> LineEnd {
    guard try fill() else { return .none }
    let first = bytes.count
    repeat {
      let lineEnd = lineEnd()
      bytes.append(contentsOf: block[start..<lineEnd])
      take(lineEnd - start)
      if start < end {
        try takeLineEnd()
        return .whole
      }
      if bytes.count - first > limit { return .long }
    } while try fill()
    return .whole
  }

  /// Calls `body` with each piece of the rest of the line and takes its end.
  func forRestOfLine(_ body: (ArraySlice<UInt8>) -> Void) throws(InputProblem) {
    while try fill() {
      let lineEnd = lineEnd()
      body(block[start..<lineEnd])
      take(lineEnd - start)
      if start < end { return try takeLineEnd() }
    }
  }

  /// Takes a line end that begins at `start`.
  func takeLineEnd() throws(InputProblem) {
    let isReturn = block[start] == 0x0D
    take(1)
    // CR LF may lie across two blocks; looked at now, so that no place is between the two.
    if isReturn, try fill(), block[start] == 0x0A { take(1) }
  }

  /// The index of the line's end in the block; `end` if the line goes on.
  private func lineEnd() -> Int {
    if lineFeed < start { lineFeed = index(of: 0x0A) }
    if carriageReturn < start { carriageReturn = index(of: 0x0D) }
    return min(lineFeed, carriageReturn)
  }

  private func index(of byte: Int32) -> Int {
    block.withUnsafeBytes { bytes in
      let first = bytes.baseAddress! + start
      return memchr(first, byte, end - start).map { UnsafeRawPointer($0) - bytes.baseAddress! }
        ?? end
    }
  }
}
