/// Reads the lines of a word list: entries of quoted forms and lemmas, and their columns.
struct WordListParser {
  /// A word of an entry.
  struct Word {
    var bytes: [UInt8]
    /// Matched as exactly this form, not as a lemma.
    var isExact: Bool
  }

  var columns: [String] = []
  var entries: [(words: [Word], cells: [String], line: Int)] = []

  /// Reads a TSV file.
  ///
  /// - Throws: ``RuleFileError`` with the line of an uneven or empty entry.
  init(file: String, bytes: UnsafeBufferPointer<UInt8>) throws {
    var line = 0
    var start = 0
    while start < bytes.count {
      line += 1
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
      var stop = end
      if stop > start, bytes[stop - 1] == UInt8(ascii: "\r") { stop -= 1 }
      try read(UnsafeBufferPointer(rebasing: bytes[start..<stop]), file: file, line: line)
      start = end + 1
    }
    if columns.isEmpty { columns = ["form"] }
  }

  private mutating func read(_ row: UnsafeBufferPointer<UInt8>, file: String, line: Int) throws {
    guard let first = row.first else { return }
    let cells = row.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    if first == UInt8(ascii: "#") {
      guard columns.isEmpty else { return }
      let names = cells.map { String(decoding: $0, as: UTF8.self).trimmed }
      let head = String(names[0].dropFirst()).trimmed
      if head == "form" || head == "lemma" { columns = [head] + names.dropFirst() }
      return
    }
    if row.allSatisfy({ $0 == 32 || $0 == 9 }) { return }
    if columns.isEmpty { columns = ["form"] }
    guard cells.count <= columns.count else {
      throw RuleFileError(
        file: file, line: line, column: 1,
        reason: .unevenColumns(found: cells.count, expected: columns.count))
    }
    let words = Self.words(of: cells[0])
    guard !words.isEmpty else {
      throw RuleFileError(file: file, line: line, column: 1, reason: .emptyEntry)
    }
    entries.append((words, cells.map { String(decoding: $0, as: UTF8.self).trimmed }, line))
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
