import Foundation
import Svodka
import TestSupport
import Testing

@Suite("JSON Lines")
struct JSONLineWriterTests {
  private func line(
    _ document: Document, text: String = SampleDocuments.text, offsets: OffsetUnit = .scalars
  ) -> String {
    var writer = JSONLineWriter(offsets: offsets)
    writer.append(document, text: text)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func anEmptyDocumentIsOneShortLine() {
    #expect(
      line(Document(id: "1"), text: "")
        == #"{"id":"1","offsets":"scalars","anchor":"none","mentions":[],"entities":[],"facts":[]}"# + "\n")
  }

  @Test func aMentionReadsAsRECORDSHasIt() {
    let text = "Вложено 28 миллионов долларов."
    let mention = Mention(
      utf8Range: 15..<53, text: "28 миллионов долларов",
      value: .money(Money(amount: .exactly(28_000_000), currency: "USD")),
      rule: "money.amount-currency")
    let document = Document(
      id: "2", published: CalendarDay("2016-12-15"), anchor: .given, mentions: [mention])
    #expect(text[mention.range(in: text)] == mention.text)
    #expect(
      line(document, text: text)
        == #"{"id":"2","offsets":"scalars","published":"2016-12-15","anchor":"given","mentions":["#
        + #"{"kind":"money","start":8,"end":29,"text":"28 миллионов долларов","#
        + #""value":{"amount":28000000,"currency":"USD"},"rule":"money.amount-currency"}"#
        + #"],"entities":[],"facts":[]}"# + "\n")
  }

  @Test func whatIsWrittenIsReadBack() throws {
    let written = line(SampleDocuments.full, offsets: .utf8)
    let read = try JSONDecoder().decode(Document.self, from: Data(written.utf8))
    #expect(read == SampleDocuments.full)
  }

  @Test func codableKeepsEveryRecord() throws {
    let data = try JSONEncoder().encode(SampleDocuments.full)
    #expect(try JSONDecoder().decode(Document.self, from: data) == SampleDocuments.full)
  }

  @Test(arguments: OffsetUnit.allCases)
  func aLineOfTheProgramHasTheRightRanges(_ unit: OffsetUnit) throws {
    let text = SampleDocuments.text
    let written = Data(line(SampleDocuments.full, offsets: unit).utf8)
    let read = try JSONDecoder().decode(Document.self, from: written)
    #expect(read.offsets == unit)
    for mention in read.mentions { #expect(text[mention.range(in: text)] == mention.text) }
    #expect(read.counting(.utf8, in: text) == SampleDocuments.full)
    let encoded = try JSONEncoder().encode(SampleDocuments.full.counting(unit, in: text))
    #expect(try JSONDecoder().decode(Document.self, from: encoded) == read)
    #expect(read.counting(unit == .utf8 ? .scalars : .utf8, in: "Завод") == nil)
  }

  @Test func aLineWithItsTextIsReadInUTF8() throws {
    var writer = JSONLineWriter(offsets: .utf16, withText: true)
    writer.append(SampleDocuments.full, text: SampleDocuments.text)
    let read = try JSONDecoder().decode(Document.self, from: Data(writer.bytes))
    #expect(read == SampleDocuments.full)
  }

  @Test func bothWaysOfWritingSayTheSame() throws {
    let byHand = Data(line(SampleDocuments.full, offsets: .utf8).utf8)
    let byCodable = try JSONEncoder().encode(SampleDocuments.full)
    let decoder = JSONDecoder()
    #expect(
      try decoder.decode(JSONValue.self, from: byHand)
        == decoder.decode(JSONValue.self, from: byCodable))
  }

  @Test(
    "offsets count in the unit asked for", arguments: OffsetUnit.allCases,
    [0, 40, 64, 127, 500])
  func offsets(unit: OffsetUnit, padding: Int) throws {
    // Characters of one to four bytes, before and across the borders of the counted blocks.
    let text = String(repeating: "aя€🚌", count: padding) + SampleDocuments.text
    let shift = padding * 10
    var document = SampleDocuments.full
    for index in document.mentions.indices {
      let range = document.mentions[index].utf8Range
      document.mentions[index].utf8Range = range.lowerBound + shift..<range.upperBound + shift
    }
    let data = Data(line(document, text: text, offsets: unit).utf8)
    let mentions = try JSONDecoder().decode(Offsets.self, from: data).mentions
    #expect(mentions.count == document.mentions.count)
    for (mention, original) in zip(mentions, document.mentions) {
      #expect(mention.slice(of: text, in: unit) == original.text)
    }
  }

  @Test func everyControlCharacterIsEscaped() throws {
    let odd = String(String.UnicodeScalarView((0..<0x30).map { Unicode.Scalar($0)! }))
    let document = Document(id: odd + "\u{7F}\u{2028}\u{2029}\u{FEFF}")
    let written = line(document, text: "")
    #expect(!written.dropLast().unicodeScalars.contains { $0.value < 0x20 })
    #expect(written.contains("\u{2028}"))
    #expect(try JSONDecoder().decode(Document.self, from: Data(written.utf8)).id == document.id)
  }

  @Test func longNumbersAreWrittenInFull() {
    let number = DecimalNumber("-12345678901234567890.12345678901234567")!
    let mention = Mention(
      utf8Range: 0..<1, text: "x", value: .number(PlainNumber(value: .exactly(number))), rule: "r")
    #expect(
      line(Document(id: "1", mentions: [mention]), text: "x")
        .contains(#"{"value":-12345678901234567890.12345678901234567}"#))
  }

  @Test func linesFollowOneAnotherInOneBuffer() {
    var writer = JSONLineWriter()
    writer.append(Document(id: "1"), text: "aя")
    writer.append(Document(id: "2"), text: "")
    #expect(writer.bytes.filter { $0 == UInt8(ascii: "\n") }.count == 2)
    writer.removeAll()
    #expect(writer.bytes.isEmpty)
  }
}

/// The offsets of a line's mentions, in whatever unit.
private struct Offsets: Decodable {
  struct Mention: Decodable {
    let start: Int
    let end: Int

    func slice(of text: String, in unit: OffsetUnit) -> String {
      switch unit {
      case .utf8: String(decoding: Array(text.utf8)[start..<end], as: UTF8.self)
      case .utf16: String(decoding: Array(text.utf16)[start..<end], as: UTF16.self)
      case .scalars: String(String.UnicodeScalarView(Array(text.unicodeScalars)[start..<end]))
      }
    }
  }
  let mentions: [Mention]
}
