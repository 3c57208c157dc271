/// Reads the lines of a word list: entries of quoted forms and lemmas, and their columns.
struct WordListParser {
  /// A word of an entry: where it stands, and whether it is matched as exactly this form.
  struct Word {
    var range: Range<Int>
    var isExact: Bool
  }

  /// A comment line that begins with one of these names the columns.
  static let firstColumns = ["form", "lemma", "name"]

  private let file: String
  private(set) var columns: [String] = []
  private var aliasColumn: Int?
  private(set) var rows: WordListRows
  private var words: [Word] = []

  /// Reads a TSV file.
  ///
  /// - Parameter add: Gets the file's bytes and the words of each way to write an entry: its first
  ///   column, then its aliases; and the entry's number.
  /// - Throws: ``RuleFileError`` with the line of an uneven or empty entry.
  init(
    file: String, bytes: [UInt8],
    add: (UnsafeBufferPointer<UInt8>, [Word], _ entry: Int32) -> Void
  ) throws {
    self.file = file
    rows = WordListRows(bytes: bytes)
    try bytes.withUnsafeBufferPointer { bytes in
      var line = 0
      var start = 0
      while start < bytes.count {
        line += 1
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
        var stop = end
        if stop > start, bytes[stop - 1] == UInt8(ascii: "\r") { stop -= 1 }
        try read(bytes, start..<stop, line, add)
        start = end + 1
      }
    }
    if columns.isEmpty { columns = ["form"] }
  }

  private mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ row: Range<Int>, _ line: Int,
    _ add: (UnsafeBufferPointer<UInt8>, [Word], Int32) -> Void
  ) throws {
    guard !row.isEmpty else { return }
    if bytes[row.lowerBound] == UInt8(ascii: "#") {
      if columns.isEmpty { readHeader(bytes[row]) }
      return
    }
    var cellCount = 1
    var firstEnd = row.upperBound
    var isBlank = true
    for index in row {
      if bytes[index] == UInt8(ascii: "\t") {
        cellCount += 1
        firstEnd = min(firstEnd, index)
      } else if bytes[index] != 32 {
        isBlank = false
      }
    }
    if isBlank { return }
    if columns.isEmpty { columns = ["form"] }
    guard cellCount <= columns.count else {
      throw RuleFileError(
        file: file, line: line, column: 1,
        reason: .unevenColumns(found: cellCount, expected: columns.count))
    }
    Self.findWords(of: bytes, in: row.lowerBound..<firstEnd, &words)
    guard !words.isEmpty else {
      throw RuleFileError(file: file, line: line, column: 1, reason: .emptyEntry)
    }
    let entry = Int32(rows.count)
    rows.append(lineAt: row.lowerBound)
    add(bytes, words, entry)
    if let aliasColumn { addAliases(bytes, row, aliasColumn, entry, add) }
  }

  private mutating func readHeader(_ line: Slice<UnsafeBufferPointer<UInt8>>) {
    let names = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self).trimmed }
    let head = String(names[0].dropFirst()).trimmed
    guard Self.firstColumns.contains(head) else { return }
    columns = [head] + names.dropFirst()
    aliasColumn = columns.firstIndex(of: "aliases")
  }

  private mutating func addAliases(
    _ bytes: UnsafeBufferPointer<UInt8>, _ row: Range<Int>, _ column: Int, _ entry: Int32,
    _ add: (UnsafeBufferPointer<UInt8>, [Word], Int32) -> Void
  ) {
    var cell = 0
    var start = row.lowerBound
    for index in row.lowerBound...row.upperBound {
      let byte = index < row.upperBound ? bytes[index] : UInt8(ascii: "\t")
      guard byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "|") && cell == column else {
        continue
      }
      if cell == column {
        Self.findWords(of: bytes, in: start..<index, &words)
        let isNone = words.count == 1 && words[0].range.count == 1
          && bytes[words[0].range.lowerBound] == UInt8(ascii: "-")
        if !words.isEmpty, !isNone { add(bytes, words, entry) }
      }
      if byte == UInt8(ascii: "\t") { cell += 1 }
      start = index + 1
    }
  }

  /// The columns that the header of a TSV file names.
  static func columns(of bytes: [UInt8]) -> [String] {
    for line in bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 100) {
      guard line.first == UInt8(ascii: "#") else { break }
      let names = line.dropFirst().split(
        separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false
      ).map { String(decoding: $0, as: UTF8.self).trimmed }
      if firstColumns.contains(names[0]) { return names }
    }
    return ["form"]
  }

  /// Finds the words of `доллар "сша"` in `range` of `bytes`.
  static func findWords(
    of bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>, _ words: inout [Word]
  ) {
    words.removeAll(keepingCapacity: true)
    var isQuoted = false
    var start = range.lowerBound
    for index in range.lowerBound...range.upperBound {
      let byte = index < range.upperBound ? bytes[index] : 32
      guard byte == 32 || byte == 9 || byte == 13 || byte == UInt8(ascii: "\"") else { continue }
      if index > start { words.append(Word(range: start..<index, isExact: isQuoted)) }
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      start = index + 1
    }
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
