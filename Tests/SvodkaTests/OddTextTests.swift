import Svodka
import Testing

@Suite("odd text is never an error")
struct OddTextTests {
  static let extractor = Result { try Extractor() }

  /// Texts that are no prose, each with a name.
  static let texts: [(name: String, text: String)] = [
    ("empty", ""),
    ("a byte order mark alone", "\u{FEFF}"),
    ("NUL bytes", "\0\0рост\0на\05 %\0"),
    ("white space", " \n\t\u{A0}\r\n\u{2009} "),
    ("a megabyte without a space", String(repeating: "а", count: 500_000)),
    ("100,000 digits", String(repeating: "7", count: 100_000)),
    ("unpaired quotes", String(repeating: "«", count: 1000) + "слово" + "»»\"„“"),
    ("one word a thousand times", String(repeating: "и ", count: 1000)),
    ("emoji and joiners", "👩‍👩‍👧‍👦🇰🇿 \u{200D}\u{FE0F}\u{301}"),
    ("combining marks alone", String(repeating: "\u{301}", count: 1000)),
    ("percent signs", String(repeating: "%", count: 1000)),
    ("digit groups", String(repeating: "123 ", count: 2000)),
    ("multipliers", String(repeating: "миллион ", count: 2000)),
  ]

  @Test(arguments: texts.map(\.name))
  func givesADocumentWhoseSpansFit(_ name: String) throws {
    let text = try #require(Self.texts.first { $0.name == name }).text
    let document = try Self.extractor.get().extract(text, id: name)
    #expect(document.id == name)
    let bytes = Array(text.utf8)
    for mention in document.mentions {
      #expect(mention.utf8Range.upperBound <= bytes.count)
      #expect(String(decoding: bytes[mention.utf8Range], as: UTF8.self) == mention.text)
    }
  }

  @Test func secondRunGivesTheSame() throws {
    let text = "Выручка выросла на 12,5 % до 61,5 млрд тенге, продано 1 431 автомобиль."
    let worker = try Self.extractor.get().makeWorker()
    var copy = text
    let (first, second) = copy.withUTF8 {
      (worker.extract(utf8: $0, id: "1"), worker.extract(utf8: $0, id: "1"))
    }
    #expect(first == second)
    #expect(first == (try Self.extractor.get().extract(text, id: "1")))
  }
}
