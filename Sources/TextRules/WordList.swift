/// Reads the lines of a word list: entries of quoted forms and lemmas, and their columns.
struct WordListParser {
  /// A word of an entry.
  struct Word {
    var bytes: [UInt8]
    /// Matched as exactly this form, not as a lemma.
    var isExact: Bool
  }

  /// A comment line that begins with one of these names the columns.
  private static let firstColumns = ["form", "lemma", "name"]

  private(set) var columns: [String] = []
  private var aliasColumn: Int?
  private(set) var rows = WordListRows()

  /// Reads a TSV file.
  ///
  /// - Parameter entry: Gets the words of each entry in turn: of its first column and its aliases.
  /// - Throws: ``RuleFileError`` with the line of an uneven or empty entry.
  init(
    file: String, bytes: UnsafeBufferPointer<UInt8>, entry: ([[Word]]) -> Void
  ) throws {
    var line = 0
    var start = 0
    while start < bytes.count {
      line += 1
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
      var stop = end
      if stop > start, bytes[stop - 1] == UInt8(ascii: "\r") { stop -= 1 }
      try read(
        UnsafeBufferPointer(rebasing: bytes[start..<stop]), file: file, line: line, entry)
      start = end + 1
    }
    if columns.isEmpty { columns = ["form"] }
  }

  private mutating func read(
    _ row: UnsafeBufferPointer<UInt8>, file: String, line: Int, _ entry: ([[Word]]) -> Void
  ) throws {
    guard let first = row.first else { return }
    if first == UInt8(ascii: "#") {
      guard columns.isEmpty else { return }
      let names = row.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self).trimmed }
      let head = String(names[0].dropFirst()).trimmed
      if Self.firstColumns.contains(head) {
        columns = [head] + names.dropFirst()
        aliasColumn = columns.firstIndex(of: "aliases")
      }
      return
    }
    if row.allSatisfy({ $0 == 32 || $0 == 9 }) { return }
    if columns.isEmpty { columns = ["form"] }
    let cellCount = row.reduce(1) { $1 == UInt8(ascii: "\t") ? $0 + 1 : $0 }
    guard cellCount <= columns.count else {
      throw RuleFileError(
        file: file, line: line, column: 1,
        reason: .unevenColumns(found: cellCount, expected: columns.count))
    }
    let words = Self.words(of: row.prefix { $0 != UInt8(ascii: "\t") })
    guard !words.isEmpty else {
      throw RuleFileError(file: file, line: line, column: 1, reason: .emptyEntry)
    }
    rows.append(row)
    var ways = [words]
    if let aliasColumn {
      let cell = rows.cell(row: rows.count - 1, column: aliasColumn)
      for alias in cell.utf8.split(separator: UInt8(ascii: "|")) where cell != "-" {
        let words = Self.words(of: alias)
        if !words.isEmpty { ways.append(words) }
      }
    }
    entry(ways)
  }

  /// The columns that the header of a TSV file names.
  static func columns(of bytes: [UInt8]) -> [String] {
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard line.first == UInt8(ascii: "#") else { break }
      let names = line.dropFirst().split(
        separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false
      ).map { String(decoding: $0, as: UTF8.self).trimmed }
      if firstColumns.contains(names[0]) { return names }
    }
    return ["form"]
  }

  /// Splits `доллар "сша"` into its words.
  static func words(of cell: some Collection<UInt8>) -> [Word] {
    var words: [Word] = []
    var current: [UInt8] = []
    var isQuoted = false
    func flush() {
      if !current.isEmpty { words.append(Word(bytes: current, isExact: isQuoted)) }
      current = []
    }
    for byte in cell {
      if byte == UInt8(ascii: "\"") {
        flush()
        isQuoted.toggle()
      } else if byte == 32 || byte == 9 || byte == 13 {
        flush()
      } else {
        current.append(byte)
      }
    }
    flush()
    return words
  }
}

extension StringProtocol {
  /// Without white space at either end.
  var trimmed: String {
    var slice = self[...]
    while let first = slice.unicodeScalars.first, first.properties.isWhitespace {
      slice = slice.dropFirst()
    }
    while let last = slice.unicodeScalars.last, last.properties.isWhitespace {
      slice = slice.dropLast()
    }
    return String(slice)
  }
}
