import SvodkaTesting
import Testing

@testable import Svodka

/// What holds of every document, on texts that broke it.
@Suite struct ContractTests {
  /// Texts on which the program once ended, or broke a promise.
  static let texts = [
    // An ending of a case behind a hyphen: the stem was taken for letters of two bytes.
    "Вчера МИД-ом подготовлено.", "ВУЗ-ом, НДС-а, США'а",
    // Posts without people of their own.
    "Лидеры Ким Чен Ын и США Дональд Трамп",
    // Numbers that no calendar and no grammar has.
    "1000000000000000000 лет назад", "Итого -9223372036854775808 заводов.",
    "через 9223372036854775807 дней", "5000 лет назад был город.",
    // One person inside another.
    "Лехам Лехам", "Вчера приехал Лехам Лехам Лехамов.",
    // Letters whose small form has another length.
    "ŉİẞǰΐ АО «İẞ» и ŉŉŉ-а", "ȺȾ-ом",
    // A date inside a word.
    "Mobilefest-2010 и ЧМ-2018, К-14, Қ-9999",
    "Дети от 7 до 14 лет, через несколько часов",
    // A month that leans on the next date, which leans on what stands before both.
    "В сентябре сентябре того же года избрали главу.",
    // A preposition behind the noun that it was linked to.
    "Налоги компании § ЗА начале год составили 17,4 миллиарда тенге.",
  ]

  @Test(arguments: texts)
  func textsThatBrokeIt(_ text: String) {
    let document = Extractor.shared.extract(text, published: CalendarDay("2016-12-15"))
    #expect(document.brokenPromises(in: text) == [])
  }

  @Test func rangesOfDurationsHaveTwoEnds() throws {
    let document = Extractor.shared.extract("Дети от 7 до 14 лет, не менее 3 лет.")
    let lengths = document.mentions.compactMap { TimeLength($0.value) }
    #expect(
      lengths == [TimeLength(low: "P7Y", high: "P14Y"), TimeLength(iso: "P3Y", bound: .atLeast)])
  }

  @Test func aBrokenDocumentIsSeen() {
    var document = Extractor.shared.extract("Завод собрал 174 автобуса.")
    document.mentions[0].utf8Range = 1..<3
    document.mentions.append(document.mentions[0])
    document.mentions[1].entity = "org7"
    #expect(document.brokenPromises(in: "Завод собрал 174 автобуса.").count == 3)
  }

  @Test func whatAFactNamesIsThere() {
    let text = "АО «Тобыл» владеет 30 % акций ТОО «Ромашка»."
    var document = Extractor.shared.extract(text)
    #expect(document.brokenPromises(in: text) == [])
    document.entities[1].name = "Роза"
    #expect(document.brokenPromises(in: text).count == 1)
    document.mentions.removeAll()
    document.entities.removeAll()
    // Two entities and a share.
    #expect(document.brokenPromises(in: text).count == 3)
  }

  @Test func whatLiesBeforeTheCalendarStaysRelative() {
    let document = Extractor.shared.extract(
      "5000 лет назад был город.", published: CalendarDay("2016-12-15"))
    #expect(
      document.mentions.first?.value
        == .date(DateSpan(relative: RelativeDate(unit: .year, offset: -5000), grain: .year)))
  }
}
