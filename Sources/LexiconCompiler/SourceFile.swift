import Foundation

/// A tab-separated source file, with comments and empty lines left out.
struct SourceFile {
  struct Row {
    let line: Int
    let fields: [Substring]
  }

  let path: String
  let rows: [Row]
  /// The comment lines at its head, without their signs.
  let header: [String]

  init(path: String) throws {
    self.path = path
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var rows: [Row] = []
    var header: [String] = []
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      guard let first = line.first else { continue }
      if first == UInt8(ascii: "#") {
        if rows.isEmpty { header.append(String(Substring(line.dropFirst(2)))) }
        continue
      }
      let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      rows.append(Row(line: index + 1, fields: fields.map(Substring.init)))
    }
    self.rows = rows
    self.header = header
  }

  func error(_ row: Row, _ reason: String) -> SourceError {
    SourceError(file: path, line: row.line, reason: reason)
  }
}

/// What is wrong in a source file, and where.
struct SourceError: Error, CustomStringConvertible {
  let file: String
  let line: Int  // 1-based
  let reason: String
  var description: String { "\(file):\(line): \(reason)" }
}
