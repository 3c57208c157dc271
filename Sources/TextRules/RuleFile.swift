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

  /// The kind that the file's rules make: its `kind` line, else its own name.
  var kind: String? {
    for line in bytes.split(separator: UInt8(ascii: "\n")) where line.starts(with: "kind ".utf8) {
      var cursor = PatternScanner(line: 1, bytes: line.dropFirst(5))
      return cursor.word()
    }
    var name = path[...]
    if let slash = name.lastIndex(of: "/") { name = name[name.index(after: slash)...] }
    return name.firstIndex(of: ".").map { String(name[..<$0]) } ?? String(name)
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

  /// The line and the cells of each entry, and the names of the columns.
  package var rows: (columns: [String], rows: [(line: Int, cells: [String])]) {
    var rows: [(line: Int, cells: [String])] = []
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() where line.first != UInt8(ascii: "#") {
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self).trimmed }
      if cells.contains(where: { !$0.isEmpty }) { rows.append((number + 1, cells)) }
    }
    return (WordListParser.columns(of: bytes), rows)
  }

  /// The rule file that makes its records, and under which path the list itself is asked for.
  var rules: RuleFile {
    let list = "\(path).list"
    let name = list.lastIndex(of: "/").map { list[list.index(after: $0)...] } ?? list[...]
    let columns = WordListParser.columns(of: bytes).filter { $0 != "aliases" }
    let fields = columns.map { "  set \($0) = entry.\($0)\n" }.joined()
    return RuleFile(
      "kind \(kind)\nlexicon own-names = \(name)\nrule own-name\n  match own-names:entry\n"
        + "  priority 9\n" + fields,
      path: "\(path).rules")
  }
}

extension CompiledRules {
  /// Layers of the rules that come with a program, then gazetteers, then rule files of its user.
  ///
  /// - Parameter read: Gives the files that the layers name.
  /// - Throws: ``RuleFileError`` at the first mistake; `ICUError` if ICU cannot be used.
  /// - Parameter feeds: The layers of the kinds to which a user's names and rules of that kind are
  ///   added; those of any other kind are layers of their own.
  public convenience init(
    layers: [RuleLayer], gazetteers: [Gazetteer], files: [RuleFile], feeds: [String: Int] = [:],
    library: LibraryKinds = LibraryKinds(), read: (String) -> [UInt8]?
  ) throws {
    var all = layers
    var known: [String: [UInt8]] = [:]
    var others: [String] = []
    for gazetteer in gazetteers {
      let rules = gazetteer.rules
      known[rules.path] = rules.bytes
      known["\(gazetteer.path).list"] = gazetteer.bytes
      if let layer = feeds[gazetteer.kind] {
        all[layer].files.append(rules.path)
      } else {
        others.append(rules.path)
      }
    }
    if !others.isEmpty { all.append(RuleLayer(files: others)) }
    for file in files {
      known[file.path] = file.bytes
      if let kind = file.kind, let layer = feeds[kind] {
        all[layer].files.append(file.path)
      } else {
        all.append(RuleLayer(files: [file.path]))
      }
    }
    let userPaths = Set(files.map(\.path))
    let lists = Set(gazetteers.map(\.rules.path))
    do {
      try self.init(layers: all, checking: userPaths, own: lists, library: library) { path in
        if let bytes = known[path] ?? read(path) { return bytes }
        // Word lists of a user's rule file lie on disk.
        return userPaths.isEmpty ? nil : RuleFile.read(path)
      }
    } catch let error as RuleFileError {
      // The user's list has no rule file of its own.
      let list = gazetteers.first { "\($0.path).list" == error.file }
      throw list.map {
        RuleFileError(file: $0.path, line: error.line, column: error.column, reason: error.reason)
      } ?? error
    }
  }
}
