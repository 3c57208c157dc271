import Foundation
import Svodka
import Testing

/// Texts of which a part could be read: the whole is, or nothing.
@Suite("whole or nothing")
struct WholeOrNothingTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var line: Int
    var text: String
    /// The stretch in brackets, in bytes of `text`.
    var range: Range<Int>
    var isWhole: Bool

    var testDescription: String { text }

    init(line: Int, _ marked: Substring, isWhole: Bool) throws {
      let parts = marked.split(omittingEmptySubsequences: false) { $0 == "[" || $0 == "]" }
      try #require(parts.count == 3, "line \(line): one stretch in brackets")
      self.line = line
      self.isWhole = isWhole
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
      try #require(cells.count == 2 && ["whole", "none"].contains(cells[1]), "line \(number + 1)")
      return try Row(line: number + 1, cells[0], isWhole: cells[1] == "whole")
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
    #expect(row.isWhole ? isWhole : mentions.isEmpty, "line \(row.line): \(found)")
  }

  @Test("there are at least 150 of them")
  func count() throws {
    #expect(try Self.rows().count >= 150)
  }
}
