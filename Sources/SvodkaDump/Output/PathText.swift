import Foundation

/// A path as text. Foundation's functions on paths trap on some names of one letter.
package struct PathText: Sendable, Hashable {
  package let text: String

  package init(_ text: String) { self.text = text }

  /// What stands behind the last slash: `c.txt` of `a/b/c.txt`; slashes at the end are passed over.
  package var lastComponent: String {
    let name = trimmed
    guard let slash = name.lastIndex(of: "/") else { return String(name) }
    return name.count == 1 ? "/" : String(name[name.index(after: slash)...])
  }

  /// What stands before the last slash: `a/b` of `a/b/c.txt`, `.` of `c.txt`, `/` of `/c`.
  package var folder: String {
    let name = trimmed
    guard let slash = name.lastIndex(of: "/") else { return "." }
    return slash == name.startIndex ? "/" : String(name[..<slash])
  }

  /// What follows the last dot of the name, without it, in small letters; empty if there is none.
  package var ending: String {
    dot(in: lastComponent).map { lastComponent[lastComponent.index(after: $0)...].lowercased() } ?? ""
  }

  /// The path without the ending of its name: `a/b` of `a/b.txt`.
  package var withoutEnding: String {
    let name = trimmed
    guard let dot = dot(in: lastComponent) else { return String(name) }
    let length = lastComponent.distance(from: dot, to: lastComponent.endIndex)
    return String(name.dropLast(length))
  }

  package func appending(_ name: String) -> String {
    text.hasSuffix("/") ? text + name : text.isEmpty ? name : "\(text)/\(name)"
  }

  /// The path that links at its end lead to; itself if it is no link.
  package var followingLinks: String {
    var path = text
    // As many as the kernel follows.
    for _ in 0..<40 {
      var target = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
      let length = readlink(path, &target, Int(PATH_MAX))
      guard length > 0 else { return path }
      let name = String(decoding: target[..<length].map(UInt8.init(bitPattern:)), as: UTF8.self)
      path = name.hasPrefix("/") ? name : PathText(PathText(path).folder).appending(name)
    }
    return path
  }

  /// Makes the folder and those that it lies in; `false`, with `errno`, if there is none then.
  package func makeFolder() -> Bool {
    var status = stat()
    if stat(text, &status) == 0 {
      errno = ENOTDIR
      return status.st_mode & S_IFMT == S_IFDIR
    }
    guard folder == "." || folder == "/" || PathText(folder).makeFolder() else { return false }
    return mkdir(text, 0o777) == 0 || errno == EEXIST
  }

  /// Is it a pipe, a device or the like?
  package var isSpecialFile: Bool { OutputFile.isSpecial(text) }

  /// Do both name one regular file that is there?
  package func isSameFile(as other: String) -> Bool {
    var (own, others) = (stat(), stat())
    guard stat(text, &own) == 0, stat(other, &others) == 0 else { return false }
    return own.st_ino == others.st_ino && own.st_dev == others.st_dev
      && own.st_mode & S_IFMT == S_IFREG
  }

  /// Does the file lie in the folder itself?
  package func isInside(_ folder: String) -> Bool {
    var (own, others) = (stat(), stat())
    guard stat(self.folder, &own) == 0, stat(folder, &others) == 0 else { return false }
    return own.st_ino == others.st_ino && own.st_dev == others.st_dev
      && others.st_mode & S_IFMT == S_IFDIR
  }

  private var trimmed: Substring {
    var name = text[...]
    while name.count > 1, name.hasSuffix("/") { name.removeLast() }
    return name
  }

  /// The last dot of a name; a dot at its start hides a file and begins no ending.
  private func dot(in name: String) -> String.Index? {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    return dot
  }
}
