import Foundation
import Svodka
import Testing

/// Texts of which a part could be read: the whole is, with its value, or nothing.
@Suite("whole or nothing")
struct WholeOrNothingTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var line: Int
    var text: String
    /// The stretch in brackets, in bytes of `text`.
    var range: Range<Int>
    /// The fields of the one record, such as `amount` and `currency`; empty if there is none.
    var fields: [(name: String, value: String)]

    var testDescription: String { text }

    init(line: Int, _ marked: Substring, fields: Substring) throws {
      let parts = marked.split(omittingEmptySubsequences: false) { $0 == "[" || $0 == "]" }
      try #require(parts.count == 3, "line \(line): one stretch in brackets")
      self.line = line
      self.fields = try (fields == "none" ? [] : fields.split(separator: " ")).map { field in
        let sides = field.split(separator: "=", maxSplits: 1)
        try #require(sides.count == 2, "line \(line): name=value")
        return (String(sides[0]), String(sides[1]))
      }
      text = parts.joined()
      range = parts[0].utf8.count..<(parts[0].utf8.count + parts[1].utf8.count)
    }
  }

  static func rows() throws -> [Row] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("whole-or-nothing.tsv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    return try lines.enumerated().filter { !$0.element.hasPrefix("#") }.map { number, line in
      let cells = line.split(separator: "\t")
      try #require(cells.count == 2, "line \(number + 1)")
      return try Row(line: number + 1, cells[0], fields: cells[1])
    }
  }

  private static let kinds: Set<MentionKind> = [
    .number, .money, .percent, .quantity, .duration, .date, .time, .ordinal,
  ]

  @Test("a part is never read for the whole", arguments: try rows())
  func whole(_ row: Row) {
    var text = row.text
    let mentions = text.withUTF8 { Extractor.shared.makeWorker().extract(utf8: $0, id: "") }.mentions
      .filter { Self.kinds.contains($0.kind) && $0.utf8Range.overlaps(row.range) }
    let found = mentions.map { "«\($0.text)» \($0.value)" }
    // The full stop of an abbreviation may end the sentence instead.
    let isWhole = mentions.count == 1
      && mentions[0].utf8Range.lowerBound == row.range.lowerBound
      && (0...1).contains(row.range.upperBound - mentions[0].utf8Range.upperBound)
    guard !row.fields.isEmpty else {
      #expect(mentions.isEmpty, "line \(row.line): \(found)")
      return
    }
    #expect(isWhole, "line \(row.line): \(found)")
    for field in row.fields {
      #expect(
        mentions.first?.value.field(field.name) == field.value,
        "line \(row.line), \(field.name): \(found)")
    }
  }

  @Test("there are at least 150 of them, and both kinds")
  func count() throws {
    let rows = try Self.rows()
    #expect(rows.count >= 150)
    #expect(rows.count(where: \.fields.isEmpty) >= 20)
  }
}
