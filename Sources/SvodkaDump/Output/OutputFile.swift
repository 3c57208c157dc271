import Foundation

/// A file that appears under its name only when it is whole.
///
/// Output goes to `NAME.partial`, which takes the name, once on disk, when the run is done. What is
/// no regular file (a pipe, a device) is written as it comes. A partial file is removed with its
/// `OutputFile` unless a checkpoint tells how much of it holds.
public final class OutputFile: DumpWriter {
  private let path: String
  /// The file that is being written; `nil` where output goes straight to `path`.
  private var partial: String?
  private let descriptor: Int32
  private var length = 0
  private var hasCheckpoint = false

  /// How much of the partial file holds.
  public struct State: Codable, Sendable, Hashable {
    public var bytes: Int
  }

  /// Why the output cannot be written.
  public struct Failure: Error, CustomStringConvertible, Sendable {
    public let path: String
    public let reason: String
    /// The reader at the other end has gone.
    public var isClosedPipe = false
    public var description: String { "\(path): cannot be written: \(reason)" }
  }

  /// Opens the file that will be `path`; `nil` is standard output.
  ///
  /// - Parameter state: A checkpoint of an earlier run: its partial file is cut back to that and
  ///   gone on with. If there is none any more but `path` is that long, that run was just done.
  public init(path: String?, resuming state: State? = nil) throws {
    guard let path else {
      self.path = "standard output"
      descriptor = STDOUT_FILENO
      return
    }
    self.path = path
    guard OutputFile.isRegular(path) else {
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
      if descriptor < 0 { throw Failure(path: path, reason: String(cString: strerror(errno))) }
      return
    }
    let name = path + ".partial"
    let isDone = state.map { OutputFile.size(path) == $0.bytes && OutputFile.size(name) == nil }
    if isDone == true {
      descriptor = -1
      return
    }
    // Not cut before the lock is there: another run may be writing it.
    descriptor = open(name, O_RDWR | (state == nil ? O_CREAT : 0) | O_CLOEXEC, 0o644)
    if descriptor < 0 { throw Failure(path: name, reason: String(cString: strerror(errno))) }
    // The run that held the lock may have given the file its name since it was opened here.
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno != EWOULDBLOCK {
      throw Failure(path: name, reason: "it cannot be locked: \(String(cString: strerror(errno)))")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, FileLock.isSame(descriptor, name) else {
      throw Failure(path: name, reason: "another run is writing it")
    }
    partial = name
    hasCheckpoint = state != nil
    length = max(state?.bytes ?? 0, 0)
    if let size = OutputFile.size(name), size < length {
      throw Failure(path: name, reason: "it has \(size) bytes where the checkpoint has \(length)")
    }
    if ftruncate(descriptor, off_t(length)) != 0 { throw failure(errno) }
    lseek(descriptor, off_t(length), SEEK_SET)
  }

  deinit {
    if descriptor > STDERR_FILENO { close(descriptor) }
    if let partial, !hasCheckpoint { unlink(partial) }
  }

  /// Is `path` a regular file, or nothing yet? A link is judged by what it names.
  static func isRegular(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG
  }

  /// Is `path` a pipe, a device or the like?
  static func isSpecial(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return status.st_mode & S_IFMT != S_IFREG && status.st_mode & S_IFMT != S_IFDIR
  }

  private static func size(_ path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  public func write(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { bytes in
      var written = 0
      while written < bytes.count {
        let count = Foundation.write(
          descriptor, bytes.baseAddress! + written, bytes.count - written)
        if count < 0, errno != EINTR { throw failure(errno) }
        written += max(count, 0)
      }
    }
    length += bytes.count
  }

  public func checkpoint() throws -> State? {
    guard partial != nil else { return nil }
    if fsync(descriptor) != 0 { throw failure(errno) }
    hasCheckpoint = true
    return State(bytes: length)
  }

  /// Makes the output durable and gives it its name.
  public func finish() throws {
    guard let partial else { return }
    if length == 0, let compression = Compression(path: path) {
      // Nothing, compressed: an empty file is no gzip file.
      try write(compression.member(of: []))
    }
    if fsync(descriptor) != 0 { throw failure(errno) }
    // A link keeps pointing where it did: the file that it names is replaced.
    let target = PathText(path).followingLinks
    if rename(partial, target) != 0 { throw failure(errno) }
    OutputFile.syncFolder(of: target)
    self.partial = nil
  }

  /// Makes a renaming durable.
  static func syncFolder(of path: String) {
    let descriptor = open(PathText(path).folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private func failure(_ code: Int32) -> Failure {
    Failure(path: path, reason: String(cString: strerror(code)), isClosedPipe: code == EPIPE)
  }
}
