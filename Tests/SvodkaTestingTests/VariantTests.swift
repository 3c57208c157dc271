import Foundation
import Svodka
import SvodkaTesting
import Testing

@Suite("typographic variants")
struct VariantTests {
  @Test(arguments: [
    (TextVariant.noBreakSpaces, "а б", "а\u{A0}б"),
    (.narrowSpacesInNumbers, "41 250 машин", "41\u{202F}250 машин"),
    (.doubleSpaces, "в 5 раз и ещё раз", "в 5 раз  и  ещё  раз"),
    (.trailingSpaces, "а\nб", "а \nб"),
    (.windowsLines, "а\nб\r\nв", "а\r\nб\r\nв"),
    (.withoutYo, "Ёж и ёлка", "Еж и елка"),
    (.longDashes, "а – б", "а — б"),
    (.shortDashes, "а — б", "а – б"),
    (.straightQuotes, "«а»", "\"а\""),
    (.curlyQuotes, "«а»", "“а”"),
    (.germanQuotes, "«а»", "„а“"),
    (.softHyphens, "завод вырос", "завод вырос"),
    (.softHyphens, "продукция", "про\u{AD}дукция"),
    (.wordJoiners, "продукция", "про\u{2060}дукция"),
    (.lookAlikes, "завод", "зaвод"),
    (.decomposed, "Юрий", "Юри\u{438}\u{306}"),
    (.byteOrderMark, "а", "\u{FEFF}а"),
    (.capitalMultipliers, "5 млн рублей и млн долей", "5 МЛН рублей и млн долей"),
  ])
  func variantsWrite(_ variant: TextVariant, _ text: String, _ written: String) {
    #expect(Array(variant.written(text).text.unicodeScalars) == Array(written.unicodeScalars))
  }

  @Test func spansAreMappedBack() throws {
    let text = "Сумма – 5 млн."
    let written = TextVariant("wide") { text, index in text[index] == " " ? "\u{2003}" : nil }
      .written(text)
    let range = try #require(written.text.range(of: "млн"))
    let start = written.text.utf8.distance(from: written.text.startIndex, to: range.lowerBound)
    let origin = written.origin(of: start..<(start + "млн".utf8.count))
    #expect(String(decoding: Array(text.utf8)[origin], as: UTF8.self) == "млн")
  }

  @Test func aLostRecordIsTold() throws {
    let release = try Sample("Выручка составила 5 млн рублей.")
    let broken = TextVariant("letters for digits") { text, index in
      text[index] == "5" ? "х" : nil
    }
    #expect(release.changes(by: broken).first?.hasPrefix("lost  money «5 млн рублей»") == true)
    #expect(throws: UnmetExpectation.self) { try release.requireUnchanged(by: broken) }
  }

  @Test("a release of any typography says the same", arguments: TextVariant.allCases)
  func release(_ variant: TextVariant) throws {
    let release = try Sample(releaseText, published: CalendarDay("2023-10-12"))
    try release.requireUnchanged(by: variant)
  }
}
