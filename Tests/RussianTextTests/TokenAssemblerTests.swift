import TestSupport
import Testing

@testable import RussianText

/// The short cuts beside the long way: ICU's own boundaries, then the tailorings.
struct TokenAssemblerTests {
  private let table: CharacterTable
  private let icu: ICUWordBoundaries
  private let short: TokenBuffer
  private let long: TokenBuffer

  init() throws {
    table = try CharacterTable.shared.get()
    icu = try ICUWordBoundaries()
    short = try TokenBuffer()
    long = try TokenBuffer()
  }

  private func findTokensTheLongWay(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress, !bytes.isEmpty else {
      long.count = 0
      return
    }
    let scanner = WordScanner(text: base, count: bytes.count, table: table)
    var assembler = TokenAssembler(scanner: scanner, buffer: long)
    var next: [Int: Int] = [:]
    var start = 0
    icu.forEachBoundary(in: bytes) { end in
      next[start] = end
      start = end
      return true
    }
    start = 0
    while start < bytes.count {
      let end = next[start] ?? start + firstBoundary(bytes, from: start)
      var classes = WordClassSet()
      var index = start
      while index < end {
        classes.formUnion(WordClassSet(scanner.wordClass(at: index, &index)))
      }
      start = assembler.add(Segment(start: start, end: end, classes: classes))
    }
    long.count = assembler.count
  }

  /// An address may end where ICU has no border; ICU then starts anew.
  private func firstBoundary(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var first = 0
    icu.forEachBoundary(in: UnsafeBufferPointer(rebasing: bytes[start...])) {
      first = $0
      return false
    }
    return first
  }

  private func expectSame(_ text: String) throws {
    let tokenizer = try Tokenizer()
    var text = text
    text.withUTF8 { bytes in
      tokenizer.findTokens(bytes, into: short)
      findTokensTheLongWay(bytes)
      long.utf8 = bytes
      guard Array(short.tokens) == Array(long.tokens) else {
        let a = barred(short, 0..<short.count)
        let b = barred(long, 0..<long.count)
        Issue.record("\(String(decoding: bytes, as: UTF8.self).debugDescription)\n  \(a)\n  \(b)")
        return
      }
    }
  }

  @Test("generated text", arguments: 1...10)
  func generatedText(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed &+ 1000)
    for length in 0..<200 {
      try expectSame(GeneratedText.make(&generator, pieces: 1 + length % 30))
    }
  }

  @Test("every code point of the Basic Multilingual Plane beside letters and digits")
  func everyCodePoint() throws {
    var text = ""
    for code in UInt32(0)..<0x10000 {
      guard let scalar = Unicode.Scalar(code) else { continue }
      text += "а\(scalar)Б \(scalar)1\(scalar)2\(scalar)\n"
      if code & 0xFF == 0xFF {
        try expectSame(text)
        text = ""
      }
    }
  }
}
