import Foundation

/// A file that appears under its name only when it is whole.
///
/// Output goes to a file beside it, which takes the name, once on disk, when the run is done. What
/// is no regular file (a pipe, a device) is written as it comes.
public final class OutputFile {
  private let path: String
  /// The file that is being written; `nil` where output goes straight to `path`.
  private var partial: String?
  private let descriptor: Int32

  /// Why the output cannot be written.
  public struct Failure: Error, CustomStringConvertible, Sendable {
    public let path: String
    public let reason: String
    public var description: String { "\(path): cannot be written: \(reason)" }
  }

  /// Opens the file that will be `path`; `nil` is standard output.
  public init(path: String?) throws {
    guard let path else {
      self.path = "standard output"
      descriptor = STDOUT_FILENO
      return
    }
    self.path = path
    let type = try? FileManager.default.attributesOfItem(
      atPath: (path as NSString).resolvingSymlinksInPath)[.type] as? FileAttributeType
    if type == nil || type == .typeRegular {
      let name = path + ".partial-\(getpid())"
      partial = name
      descriptor = open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    } else {
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
    }
    if descriptor < 0 {
      partial = nil
      throw Failure(path: path, reason: String(cString: strerror(errno)))
    }
  }

  deinit {
    if descriptor > STDERR_FILENO { close(descriptor) }
    if let partial { unlink(partial) }
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
  }

  /// Makes the output durable and gives it its name.
  public func finish() throws {
    guard let partial else { return }
    if fsync(descriptor) != 0 { throw failure(errno) }
    // A link keeps pointing where it did: the file that it names is replaced.
    let target = (path as NSString).resolvingSymlinksInPath
    if rename(partial, target) != 0 { throw failure(errno) }
    self.partial = nil
  }

  private func failure(_ code: Int32) -> Failure {
    Failure(path: path, reason: String(cString: strerror(code)))
  }
}
