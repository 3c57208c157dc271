/// A word list after compilation: its columns, and its cells as text.
///
///     let units = rules.lexicon("quantity", "unit")!
///     units.text(entry: 3, column: units.column("factor")!)   // "1000"
public struct CompiledLexicon: Sendable {
  public let name: String
  /// The record kind of the rule file that names this list.
  public let kind: String
  public let columns: [String]
  let index: Int
  /// Number of the root in the trie of all lists.
  let root: Int32
  let rows: WordListRows

  init(
    name: String, kind: String, columns: [String], index: Int, root: Int32, rows: WordListRows
  ) {
    self.name = name
    self.kind = kind
    self.columns = columns
    self.index = index
    self.root = root
    self.rows = rows
  }

  /// How many entries the list has.
  public var count: Int { rows.count }

  /// The number of a column, or nil.
  public func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

  /// The text of a cell; empty where the file has none or `-`. Of the first column the words alone,
  /// without quotation marks.
  ///
  /// - Complexity: O(*n*) in the length of the line; read what is needed often into a table.
  public func text(entry: Int, column: Int) -> String {
    let text = rows.cell(row: entry, column: column)
    if column == 0, text.utf8.contains(UInt8(ascii: "\"")) { return text.filter { $0 != "\"" } }
    return text == "-" ? "" : text
  }
}

extension CompiledLexicon {
  /// Calls `body` with the cell as it stands in the file, quotation marks and `-` included.
  package func withBytes<Result>(
    entry: Int, column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    rows.withCell(row: entry, column: column, body)
  }
}

/// The lines of a word list, as they stand in its file.
struct WordListRows: Sendable {
  /// The file itself, shared.
  private let bytes: [UInt8]
  private var starts: [Int32] = []

  init(bytes: [UInt8]) { self.bytes = bytes }

  var count: Int { starts.count }

  func write(to writer: inout SnapshotWriter) {
    writer.write(bytes)
    writer.write(starts)
  }

  init(from reader: inout SnapshotReader) throws(SnapshotReader.Damage) {
    bytes = try reader.byteList()
    starts = try reader.numbers()
    for start in starts where start < 0 || start >= bytes.count { throw SnapshotReader.Damage() }
  }

  /// Adds the line that begins at `start`.
  mutating func append(lineAt start: Int) { starts.append(Int32(start)) }

  /// The trimmed text between the tabs; empty past the last one.
  func cell(row: Int, column: Int) -> String {
    withCell(row: row, column: column) { String(decoding: $0, as: UTF8.self) }
  }

  /// As ``cell(row:column:)``, without a string.
  func withCell<Result>(
    row: Int, column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer { bytes in
      var start = Int(starts[row])
      for _ in 0..<column {
        start = Self.end(ofCellAt: start, in: bytes)
        guard start < bytes.count, bytes[start] == UInt8(ascii: "\t") else {
          return body(UnsafeBufferPointer(start: nil, count: 0))
        }
        start += 1
      }
      var end = Self.end(ofCellAt: start, in: bytes)
      while start < end, bytes[start] <= 32 { start += 1 }
      while end > start, bytes[end - 1] <= 32 { end -= 1 }
      return body(UnsafeBufferPointer(rebasing: bytes[start..<end]))
    }
  }

  private static func end(ofCellAt start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "\t"), bytes[end] != UInt8(ascii: "\n") {
      end += 1
    }
    return end
  }
}
