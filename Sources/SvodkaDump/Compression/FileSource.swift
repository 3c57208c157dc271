import Foundation
import Synchronization

/// How many bytes of the input's files have been read, as they lie on disk.
final class ReadCounter: Sendable {
  private let count = Atomic<Int>(0)
  var bytes: Int { count.load(ordering: .relaxed) }
  func add(_ bytes: Int) { count.add(bytes, ordering: .relaxed) }
}

/// The bytes of a file or of standard input.
final class FileSource: ByteSource {
  private let descriptor: Int32
  private let file: String
  private let counter: ReadCounter

  /// Opens the file.
  init(_ input: InputFile, counter: ReadCounter) throws(InputProblem) {
    file = input.path
    self.counter = counter
    descriptor = input.isStandardInput ? STDIN_FILENO : open(input.path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw problem(errno) }
  }

  deinit {
    if descriptor > STDIN_FILENO { close(descriptor) }
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputProblem) -> Int {
    var count = -1
    repeat {
      count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
    } while count < 0 && errno == EINTR
    if count < 0 { throw problem(errno) }
    counter.add(count)
    return count
  }

  private func problem(_ code: Int32) -> InputProblem {
    InputProblem(file: file, reason: "cannot be read: \(String(cString: strerror(code)))")
  }
}
