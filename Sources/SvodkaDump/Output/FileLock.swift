import Foundation

/// A file beside an output that lies there, locked, while a run writes the output.
final class FileLock {
  private let descriptor: Int32
  private let path: String

  /// - Returns: `nil`, with `errno`, if another run holds it or it cannot be made.
  init?(path: String) {
    self.path = path
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else { return nil }
      if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
        let code = errno
        close(descriptor)
        errno = code
        return nil
      }
      // Whoever held it may have removed it between the two calls.
      if FileLock.isSame(descriptor, path) {
        self.descriptor = descriptor
        return
      }
      close(descriptor)
    }
  }

  deinit {
    unlink(path)
    close(descriptor)
  }

  /// Is the open file the one that has the name?
  static func isSame(_ descriptor: Int32, _ path: String) -> Bool {
    var (opened, named) = (stat(), stat())
    return fstat(descriptor, &opened) == 0 && stat(path, &named) == 0
      && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
  }
}
