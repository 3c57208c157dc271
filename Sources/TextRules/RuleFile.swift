#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A rule file of a user's own, from a string or from disk.
///
///     let file = RuleFile("""
///       kind product
///       rule series
///         match "серия" @latin:name
///         set name = text(name)
///       """, path: "product.rules")
///
/// Word lists that it names lie beside it on disk.
public struct RuleFile: Sendable, Hashable {
  /// The name in error messages, and the folder of the word lists.
  public let path: String
  public let bytes: [UInt8]

  public init(_ source: String, path: String) {
    self.path = path
    bytes = Array(source.utf8)
  }

  /// Reads a file.
  ///
  /// - Throws: ``RuleFileError`` if it cannot be read.
  public init(contentsOf path: String) throws(RuleFileError) {
    guard let bytes = Self.read(path) else {
      throw RuleFileError(file: path, line: 1, column: 1, reason: .unreadable)
    }
    self.path = path
    self.bytes = bytes
  }

  /// The bytes of a file on disk, or nil if it cannot be read.
  public static func read(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var status = stat()
    if fstat(fileno(file), &status) == 0, status.st_mode & S_IFMT == S_IFREG {
      bytes.reserveCapacity(Int(status.st_size) + 1 << 16)
    }
    var isComplete = true
    while true {
      let start = bytes.count
      bytes.append(contentsOf: repeatElement(0, count: 1 << 16))
      let count = bytes.withUnsafeMutableBytes { fread($0.baseAddress! + start, 1, 1 << 16, file) }
      bytes.removeLast((1 << 16) - count)
      if count < 1 << 16 {
        isComplete = ferror(file) == 0
        break
      }
    }
    return isComplete ? bytes : nil
  }
}

/// A list of names that make records by themselves: a TSV file with a canonical name, aliases and
/// further fields.
///
/// ```
/// # name	aliases	maker
/// Kia Sportage	Sportage|Спортейдж	Kia
/// ```
///
/// Names and aliases are matched in every inflected form, ё as е, look-alike letters folded. The
/// records have the columns as fields, `aliases` excepted. The kind is the file's own name.
public struct Gazetteer: Sendable, Hashable {
  public let path: String
  public let kind: String
  public let bytes: [UInt8]

  /// - Parameter kind: What the records are; the file's name up to its first dot if absent.
  public init(_ source: String, path: String, kind: String? = nil) {
    self.init(path: path, kind: kind, bytes: Array(source.utf8))
  }

  /// Reads a file.
  ///
  /// - Throws: ``RuleFileError`` if it cannot be read.
  public init(contentsOf path: String, kind: String? = nil) throws(RuleFileError) {
    let file = try RuleFile(contentsOf: path)
    self.init(path: path, kind: kind, bytes: file.bytes)
  }

  private init(path: String, kind: String?, bytes: [UInt8]) {
    var name = path[...]
    if let slash = name.lastIndex(of: "/") { name = name[name.index(after: slash)...] }
    if let dot = name.firstIndex(of: ".") { name = name[..<dot] }
    self.path = path
    self.kind = kind ?? String(name)
    self.bytes = bytes
  }

  /// The rule file that makes its records, and under which path the list itself is asked for.
  var rules: RuleFile {
    let list = "\(path).list"
    let name = list.lastIndex(of: "/").map { list[list.index(after: $0)...] } ?? list[...]
    let columns = WordListParser.columns(of: bytes).filter { $0 != "aliases" }
    let fields = columns.map { "  set \($0) = entry.\($0)\n" }.joined()
    return RuleFile(
      "kind \(kind)\nlexicon entries = \(name)\nrule entry\n  match entries:entry\n" + fields,
      path: "\(path).rules")
  }
}

extension CompiledRules {
  /// Layers of the rules that come with a program, then gazetteers, then rule files of its user.
  ///
  /// - Parameter read: Gives the files that the layers name.
  /// - Throws: ``RuleFileError`` at the first mistake; `ICUError` if ICU cannot be used.
  public convenience init(
    layers: [RuleLayer], gazetteers: [Gazetteer], files: [RuleFile],
    read: (String) -> [UInt8]?
  ) throws {
    var all = layers
    var known: [String: [UInt8]] = [:]
    for gazetteer in gazetteers {
      let rules = gazetteer.rules
      known[rules.path] = rules.bytes
      known["\(gazetteer.path).list"] = gazetteer.bytes
    }
    if !gazetteers.isEmpty { all.append(RuleLayer(files: gazetteers.map(\.rules.path))) }
    for file in files {
      known[file.path] = file.bytes
      all.append(RuleLayer(files: [file.path]))
    }
    let userPaths = Set(files.map(\.path))
    try self.init(layers: all, checking: userPaths) { path in
      if let bytes = known[path] ?? read(path) { return bytes }
      // Word lists of a user's rule file lie on disk.
      return userPaths.isEmpty ? nil : RuleFile.read(path)
    }
  }
}
