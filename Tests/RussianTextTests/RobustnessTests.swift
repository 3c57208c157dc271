import TestSupport
import Testing

@testable import RussianText

/// Everything that must hold of a buffer, whatever the text.
private func expectSound(_ bytes: UnsafeBufferPointer<UInt8>, _ buffer: TokenBuffer) throws {
  let table = try CharacterTable.shared.get()
  let tokenizer = try Tokenizer()
  tokenizer.tokenize(bytes, into: buffer)
  let first = Array(buffer.tokens)
  var next = 0
  for token in first {
    try #require(token.length > 0)
    try #require(Int(token.start) >= next)
    try #require(isBorder(bytes, Int(token.start)) && isBorder(bytes, Int(token.end)))
    try #require(isBlank(bytes, next..<Int(token.start), table))
    try #require(token.word >= 0 && Int(token.word) < buffer.words.count)
    next = Int(token.end)
  }
  try #require(isBlank(bytes, next..<bytes.count, table))
  for ranges in [buffer.sentences, buffer.paragraphs] {
    var end: Int32 = 0
    for range in ranges {
      try #require(range.start == end && range.end > range.start)
      end = range.end
    }
    try #require(Int(end) == first.count)
  }
  let sentences = Array(buffer.sentences)
  tokenizer.tokenize(bytes, into: buffer)
  try #require(Array(buffer.tokens) == first)
  try #require(Array(buffer.sentences) == sentences)
}

private func isBorder(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
  offset == bytes.count || bytes[offset] & 0xC0 != 0x80
}

private func isBlank(
  _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ table: CharacterTable
) -> Bool {
  var blank = true
  for part in withoutHTML(bytes, range) {
    forEachScalar(of: UnsafeBufferPointer(rebasing: bytes[part])) {
      if !WordClassSet.notTokens.has(table.wordClass(of: $0)) { blank = false }
    }
  }
  return blank
}

/// What tags and references of HTML, and stars of Markdown, leave of a gap between tokens.
private func withoutHTML(
  _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
) -> [Range<Int>] {
  guard let text = bytes.baseAddress else { return [range] }
  var parts: [Range<Int>] = []
  var start = range.lowerBound
  var index = start
  while index < range.upperBound {
    let end: Int? =
      switch bytes[index] {
      case 0x3C: HTMLTag(text, index, bytes.count)?.end
      case 0x26: CharacterReference(text, index, bytes.count)?.end
      case 0x2A: bytes[index..<range.upperBound].firstIndex { $0 != 0x2A } ?? range.upperBound
      default: nil
      }
    guard let end else {
      index += 1
      continue
    }
    parts.append(start..<index)
    (start, index) = (end, end)
  }
  return parts + [start..<range.upperBound]
}

private func expectSound(_ text: [UInt8], _ buffer: TokenBuffer) throws {
  try text.withUnsafeBufferPointer { try expectSound($0, buffer) }
}

struct RobustnessTests {
  private let buffer: TokenBuffer

  init() throws { buffer = try TokenBuffer() }

  @Test("texts with nothing in them")
  func nothing() throws {
    for text in ["", " ", "\n\n", "\u{FEFF}", "\0", "\u{200B}", "\u{301}"] {
      try expectSound(Array(text.utf8), buffer)
      #expect(buffer.count == 0)
      #expect(buffer.sentences.isEmpty)
      #expect(buffer.paragraphs.isEmpty)
    }
  }

  @Test("NUL bytes part words and are no tokens")
  func nul() throws {
    try expectSound(Array("завод\0дом\0".utf8), buffer)
    #expect(buffer.count == 2)
  }

  @Test("a megabyte without a space")
  func noSpace() throws {
    try expectSound([UInt8](repeating: 0x61, count: 1 << 20), buffer)
    #expect(buffer.count == 1)
    #expect(buffer[0].word == WordTable.overlong)
    try expectSound(Array(String(repeating: "яж", count: 1 << 18).utf8), buffer)
    #expect(buffer.count == 1)
  }

  @Test("100,000 digits are one number")
  func digits() throws {
    try expectSound([UInt8](repeating: 0x37, count: 100_000), buffer)
    #expect(buffer.count == 1)
    #expect(buffer[0].word == WordTable.digits(count: 100_000))
  }

  @Test("quotation marks and brackets without a partner")
  func unpaired() throws {
    let text = String(repeating: "«Завод (открыт. Да. \"Нет. ", count: 2000)
    try expectSound(Array(text.utf8), buffer)
    #expect(buffer.sentences.count > 1000)
  }

  @Test(
    "long runs of one thing",
    arguments: [
      ".", "-", ")", "(", "…", "a.", "а.", "1.", "@", "#", "_", "'", "😀", "\u{301}", "\u{200D}",
      "中", "ก", "г. ", "А. ", "а-", "a@", "www.", "http://", "🇰", "a\u{301}.\u{301}", "\"", "3:",
      "1;", "\u{202F}", "1\u{202F}", "т. д. ", "((", "а\n", "https://a.kz/.", "中http://a.",
    ])
  func longRuns(_ unit: String) throws {
    try expectSound(Array(String(repeating: unit, count: 5_000).utf8), buffer)
  }

  @Test("generated text", arguments: 1...10)
  func generatedText(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed &+ 5000)
    for length in 0..<200 {
      let text = GeneratedText.make(&generator, pieces: 1 + length)
      try expectSound(Array(text.utf8), buffer)
    }
  }

  @Test("random bytes, decoded", arguments: 1...10)
  func randomBytes(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let decoder = TextDecoder()
    for length in 0..<300 {
      var bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
      if seed % 2 == 0 { bytes = bytes.map { $0 & 0x1F == 0 ? 0x20 : $0 | 0xC0 } }
      try expectSound(decoder.decode(bytes).utf8, buffer)
    }
  }
}
