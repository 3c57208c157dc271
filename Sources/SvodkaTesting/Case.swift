import Foundation
import Svodka

/// One line of a `.cases` file: a text with marked records and what they must say.
///
///     [Инфляция выросла на 3,2 %] в мае.   => percent=3.2
///     {published=2016-12-15} в [текущем году]   => from=2016-01-01 to=2016-12-31
///     Проезд подорожал на 3 рубля.         => none
///
/// Records are marked by `[ ]`; several are told apart by ` ; ` after `=>`. A `#` opens a comment
/// line, `\[` and `\]` are brackets of the text, and a value with spaces stands in quotation marks.
public struct Case: Sendable, CustomStringConvertible {
  /// What a marked record must say: names of fields and their values as text.
  public struct Expected: Sendable {
    public var utf8Range: Range<Int>
    public var fields: [(name: String, value: String)]
  }

  public let file: String
  public let line: Int
  public let text: String
  public let published: CalendarDay?
  public let expected: [Expected]

  public var description: String { "\(file):\(line)" }

  /// Reads the `.cases` file that stands beside the calling source file.
  ///
  /// - Throws: ``CaseFileError`` with file, line and remedy if a line cannot be read.
  public static func load(_ name: String, beside caller: StaticString = #filePath) throws
    -> [Case]
  {
    let folder = URL(fileURLWithPath: "\(caller)").deletingLastPathComponent()
    return try load(contentsOf: folder.appendingPathComponent(name))
  }

  /// Reads the `.cases` file at `url`.
  public static func load(contentsOf url: URL) throws -> [Case] {
    try rows(of: url, Case.init)
  }

  static func rows<Row>(
    of url: URL, _ make: (_ row: String, _ file: String, _ line: Int) throws -> Row
  ) throws -> [Row] {
    let content = try String(contentsOf: url, encoding: .utf8)
    var cases: [Row] = []
    let lines = content.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let trimmed = line.trimmingCharacters(in: .whitespaces)
      if trimmed.isEmpty || trimmed.hasPrefix("#") { continue }
      cases.append(try make(trimmed, url.lastPathComponent, index + 1))
    }
    guard !cases.isEmpty else {
      throw CaseFileError(file: url.lastPathComponent, line: 1, reason: "the file has no case")
    }
    return cases
  }

  init(_ row: String, file: String, line: Int) throws {
    let parts = try Parts(row, file: file, line: line)
    guard parts.expected.count == parts.spans.count else {
      throw CaseFileError(
        file: file, line: line,
        reason: "\(parts.spans.count) marks, but \(parts.expected.count) records after '=>'")
    }
    self.file = file
    self.line = line
    text = parts.text
    published = parts.published
    expected = zip(parts.expected, parts.spans).map { Expected(utf8Range: $1, fields: $0) }
  }
}

extension Case {
  /// What a line of a `.cases` file says.
  struct Parts {
    var text: String
    var published: CalendarDay?
    var spans: [Range<Int>]
    var expected: [[(name: String, value: String)]] = []

    init(_ row: String, file: String, line: Int) throws {
      func broken(_ reason: String) -> CaseFileError {
        CaseFileError(file: file, line: line, reason: reason)
      }
      guard let arrow = row.range(of: "=>", options: .backwards) else {
        throw broken("no '=>'; write what the text must give, or '=> none'")
      }
      var source = row[..<arrow.lowerBound].trimmingCharacters(in: .whitespaces)
      if source.hasPrefix("{published="), let close = source.firstIndex(of: "}") {
        let day = String(source[..<close].dropFirst("{published=".count))
        guard let date = CalendarDay(day) else { throw broken("'\(day)' is no date") }
        published = date
        source = source[source.index(after: close)...].trimmingCharacters(in: .whitespaces)
      }
      (text, spans) = try Case.marks(in: source, broken)
      let rest = row[arrow.upperBound...].trimmingCharacters(in: .whitespaces)
      if rest == "none" {
        guard spans.isEmpty else { throw broken("marks and '=> none' contradict each other") }
      } else {
        for part in rest.components(separatedBy: " ; ") {
          expected.append(try Case.fields(in: part, broken))
        }
      }
    }
  }

  private static func marks(
    in source: String, _ broken: (String) -> CaseFileError
  ) throws -> (String, [Range<Int>]) {
    var text: [UInt8] = []
    var spans: [Range<Int>] = []
    var open: Int?
    var isEscaped = false
    for byte in source.utf8 {
      switch byte {
      case UInt8(ascii: "\\") where !isEscaped:
        isEscaped = true
        continue
      case UInt8(ascii: "[") where !isEscaped:
        guard open == nil else { throw broken("'[' inside a mark") }
        open = text.count
      case UInt8(ascii: "]") where !isEscaped:
        guard let start = open else { throw broken("']' without '['") }
        spans.append(start..<text.count)
        open = nil
      default:
        text.append(byte)
      }
      isEscaped = false
    }
    guard open == nil else { throw broken("'[' is not closed") }
    return (String(decoding: text, as: UTF8.self), spans)
  }

  private static func fields(
    in part: String, _ broken: (String) -> CaseFileError
  ) throws -> [(name: String, value: String)] {
    var fields: [(name: String, value: String)] = []
    var rest = part[...].drop { $0 == " " }
    while !rest.isEmpty {
      guard let equals = rest.firstIndex(of: "=") else {
        throw broken("'\(rest)' is no field; write name=value")
      }
      let name = String(rest[..<equals])
      rest = rest[rest.index(after: equals)...]
      let value: Substring
      if rest.first == "\"" {
        rest = rest.dropFirst()
        guard let close = rest.firstIndex(of: "\"") else { throw broken("'\"' is not closed") }
        value = rest[..<close]
        rest = rest[rest.index(after: close)...]
      } else {
        value = rest.prefix { $0 != " " }
        rest = rest[value.endIndex...]
      }
      fields.append((name, String(value)))
      rest = rest.drop { $0 == " " }
    }
    return fields
  }
}

/// A `.cases` file that cannot be read.
public struct CaseFileError: Error, Sendable, CustomStringConvertible {
  public let file: String
  public let line: Int
  public let reason: String
  public var description: String { "\(file):\(line): \(reason)" }
}
