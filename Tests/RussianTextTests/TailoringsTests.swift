import Foundation
import Testing

@testable import RussianText

/// The table of tailorings: every example, and the page that shows it.
@Suite struct TailoringsTests {
  struct Row: Sendable {
    let name: String
    let reason: String
    let examples: [String]
  }

  private static let sources = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources/RussianText")

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: sources.appendingPathComponent(path), encoding: .utf8)
  }

  static func rows() throws -> [Row] {
    try text("Tokens/tailorings.tsv").split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      let fields = $0.split(separator: "\t").map(String.init)
      return Row(name: fields[0], reason: fields[1], examples: Array(fields.dropFirst(2)))
    }
  }

  @Test("every example is tokenized as the table says", arguments: try rows())
  func examples(_ row: Row) throws {
    #expect(!row.examples.isEmpty)
    for example in row.examples {
      let found = try barred(String(example.filter { $0 != "|" }))
      #expect(found == example.replacing("\u{202F}", with: " "), "\(row.name)")
    }
  }

  @Test("ICU's own boundaries differ from some example of each", arguments: try rows())
  func icuDiffers(_ row: Row) throws {
    let icu = try ICUWordBoundaries()
    let differs = row.examples.contains { example in
      var text = String(example.filter { $0 != "|" })
      var found = ""
      text.withUTF8 { bytes in
        var start = 0
        icu.forEachBoundary(in: bytes) { end in
          let piece = String(decoding: bytes[start..<end], as: UTF8.self)
          let isSpace = piece.allSatisfy(\.isWhitespace)
          if !found.isEmpty, !isSpace, found.last?.isWhitespace == false { found += "|" }
          found += piece
          start = end
          return true
        }
      }
      return found != example.replacing("\u{202F}", with: " ")
    }
    #expect(differs, "\(row.name) is no tailoring")
  }

  @Test("the page shows every tailoring and its reason", arguments: try rows())
  func page(_ row: Row) throws {
    #expect(try Self.text("RussianText.docc/Tokens.md").contains("| `\(row.name)` | \(row.reason) |"))
  }

  @Test("every tailoring that the code names is in the table")
  func namesInTheCode() throws {
    let names = Set(try Self.rows().map(\.name))
    for file in ["TokenAssembler+Marks.swift", "TokenAssembler+Segments.swift"] {
      for line in try Self.text("Tokens/" + file).split(separator: "\n") {
        guard let match = line.firstMatch(of: /\/\/\/? (?:- )?`([a-z]+(?:-[a-z]+)*)`[:,]/) else {
          continue
        }
        #expect(names.contains(String(match.1)), "\(file): \(match.1)")
      }
    }
  }
}
