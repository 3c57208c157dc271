import TestSupport
import Testing

@testable import RussianText

/// The scanner's boundaries beside ICU's own, in the ICU that is linked.
struct WordScannerTests {
  private let table: CharacterTable
  private let icu: ICUWordBoundaries

  init() throws {
    table = try CharacterTable.shared.get()
    icu = try ICUWordBoundaries()
  }

  private func icuBoundaries(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    var boundaries: [Int] = []
    icu.forEachBoundary(in: bytes) {
      boundaries.append($0)
      return true
    }
    return boundaries
  }

  /// Compares the two over `text`. A dictionary's boundaries are ICU's in both.
  private func expectSame(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      guard let base = bytes.baseAddress, !bytes.isEmpty else { return }
      let scanner = WordScanner(text: base, count: bytes.count, table: table)
      var start = 0
      for boundary in icuBoundaries(bytes) {
        if let segment = scanner.segment(at: start), segment.end != boundary {
          let around = max(0, start - 20)..<min(bytes.count, max(boundary, segment.end) + 20)
          let shown = String(decoding: bytes[around], as: UTF8.self)
          Issue.record(
            "from \(start): ICU \(boundary), scanner \(segment.end) in \(shown.debugDescription)")
          return
        }
        start = boundary
      }
    }
  }

  @Test(
    "every code point, alone, between letters and between digits", arguments: [0, 1, 2, 3, 14])
  func everyCodePoint(plane: UInt32) {
    var text = ""
    for code in plane << 16..<(plane + 1) << 16 {
      guard let scalar = Unicode.Scalar(code) else { continue }
      text += "\(scalar)\nа\(scalar)а1\(scalar)1\n"
      if code & 0xFFF == 0xFFF {
        expectSame(text)
        text = ""
      }
    }
  }

  @Test("the planes without characters hold one class", arguments: Array(4...13) + [15, 16])
  func emptyPlanes(plane: UInt32) {
    var text = ""
    for code in plane << 16..<(plane + 1) << 16 {
      if table.wordClass(of: code) != WordClass.symbol {
        Issue.record("\(String(code, radix: 16)) is of another class")
      }
      guard code % 251 == 0, let scalar = Unicode.Scalar(code) else { continue }
      text += "\(scalar)\nа\(scalar)а1\(scalar)1\n"
    }
    expectSame(text)
  }

  @Test("mixed scripts", arguments: 1...10)
  func mixedScripts(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for length in 0..<300 {
      expectSame(GeneratedText.make(&generator, pieces: 1 + length % 40))
    }
  }

  @Test("the Cyrillic block that the short cut takes whole holds letters only")
  func cyrillicBlockIsLetters() {
    for code in UInt32(0x400)..<0x480 {
      #expect(table.wordClass(of: code) == WordClass.cyrillic)
    }
  }
}
