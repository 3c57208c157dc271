import CRules

/// The rule files and word lists in the binary.
enum BuiltInFiles {
  /// The bytes of a file, by its path from the folder of the library's sources; nil if none.
  static func read(_ path: String) -> [UInt8]? {
    for index in 0..<svodka_files_count() {
      let file = svodka_files()[index]
      guard let name = file.path, path == String(cString: name) else { continue }
      return Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
    }
    return nil
  }
}
