import Foundation

/// How many bytes of the input's files have been read, as they lie on disk, and whether reading was
/// cancelled.
final class ReadCounter {
  private(set) var bytes = 0
  /// Reading was given up while it waited for input.
  private(set) var wasStopped = false
  private let shouldStop: (() -> Bool)?

  init(shouldStop: (() -> Bool)? = nil) { self.shouldStop = shouldStop }

  func add(_ count: Int) { bytes += count }

  /// How long a wait for input lasts before `shouldStop` is asked again.
  private static let patience: Int32 = 200

  /// Waits until there is something to read, or until reading is to end; `false` for that.
  func waits(for descriptor: Int32) -> Bool {
    guard let shouldStop else { return true }
    var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while true {
      let ready = poll(&polled, 1, Self.patience)
      // Reading tells what is the matter where it is no signal.
      if ready > 0 || ready < 0 && errno != EINTR { return true }
      if shouldStop() {
        wasStopped = true
        return false
      }
    }
  }
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
    if !counter.waits(for: descriptor) {
      throw InputProblem(file: file, reason: "reading was interrupted")
    }
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
