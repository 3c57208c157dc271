import Foundation

/// The bytes of a file or of standard input, in blocks and lines.
final class ByteStream {
  private let descriptor: Int32
  private let file: String
  private var block: [UInt8]
  private var start = 0
  private var end = 0
  private(set) var isAtEnd = false

  private static let blockSize = 1 << 17

  /// Opens the file; one that cannot be opened throws an ``InputProblem``.
  init(_ input: InputFile) throws {
    file = input.path
    block = [UInt8](repeating: 0, count: ByteStream.blockSize)
    descriptor = input.isStandardInput ? STDIN_FILENO : open(input.path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw ByteStream.problem(file, errno) }
  }

  deinit {
    if descriptor > STDIN_FILENO { close(descriptor) }
  }

  private static func problem(_ file: String, _ code: Int32) -> InputProblem {
    InputProblem(file: file, reason: "cannot be read: \(String(cString: strerror(code)))")
  }

  /// Fills the block; `false` at the end.
  private func fill() throws -> Bool {
    guard start == end else { return true }
    if isAtEnd { return false }
    var count = -1
    repeat {
      count = block.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    } while count < 0 && errno == EINTR
    if count < 0 {
      isAtEnd = true
      throw ByteStream.problem(file, errno)
    }
    start = 0
    end = count
    isAtEnd = count == 0
    return count > 0
  }

  /// The first byte that is no white space among those of the first block; `nil` if there is none.
  func firstByte() throws -> UInt8? {
    guard try fill() else { return nil }
    return block[start..<end].first { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
  }

  /// Appends all that is left to `bytes`.
  func appendAll(to bytes: inout [UInt8]) throws {
    while try fill() {
      bytes.append(contentsOf: block[start..<end])
      start = end
    }
  }

  /// Appends the next line to `bytes`, without its line feed; `false` at the end.
  func appendLine(to bytes: inout [UInt8]) throws -> Bool {
    guard try fill() else { return false }
    repeat {
      if let feed = indexOfLineFeed() {
        bytes.append(contentsOf: block[start..<feed])
        start = feed + 1
        return true
      }
      bytes.append(contentsOf: block[start..<end])
      start = end
    } while try fill()
    return true
  }

  private func indexOfLineFeed() -> Int? {
    block.withUnsafeBytes { bytes in
      let first = bytes.baseAddress! + start
      return memchr(first, 0x0A, end - start).map { UnsafeRawPointer($0) - bytes.baseAddress! }
    }
  }
}
