import Foundation
import Svodka
import SvodkaTesting
import Testing
import TextRules

/// The release of the test kit's documentation.
let releaseText = """
  АО «Тобыл Моторс» за девять месяцев 2023 года выпустило 41 250 машин, на 18,4% больше, чем годом \
  ранее. Общая стоимость продукции составила 61,5 миллиарда тенге.
  Об этом сообщила председатель правления АО «Тобыл Моторс» Айгуль Сатпаева. Слухи о продаже \
  завода она опровергла.
  """

@Suite("checks on a sample")
struct CheckTests {
  let release: Sample

  init() throws {
    release = try Sample(releaseText, id: "release", published: CalendarDay("2023-10-12"))
  }

  @Test func recordsAreFoundByTheFieldsThatMatter() {
    #expect(release.has(.money(61_500_000_000, .kzt)))
    #expect(release.has(.money(.billions(61.5), .kzt), near: "стоимость"))
    #expect(release.has(.percent(18.4), near: "машин"))
    #expect(release.has(.percent(.near(18, within: 0.5))))
    #expect(release.has(.quantity(41_250, "машина").at("41 250 машин")))
    #expect(release.has(.date("2023-01-01", to: "2023-09-30", grain: .month)))
    #expect(release.has(.person("Айгуль Сатпаева")))
    #expect(release.has(.person("Сатпаева")))
    #expect(release.has(.organization("«Тобыл Моторс»", legalForm: "АО")))
    #expect(release.has(.position("председатель правления")))
    #expect(release.has(.entity("Тобыл Моторс")))
    #expect(release.has(.matching(Money.self, "dear") { $0.amount.low > 60_000_000_000 }))
    #expect(release.lacks(.matching(Money.self, "cheap") { $0.amount.low < 60_000_000_000 }))
    #expect(release.has(.record("money", ["currency": "KZT"])))
  }

  @Test func factsAreFoundByTheArgumentsThatMatter() {
    #expect(release.has(.role("Сатпаева", "председатель правления", at: "Тобыл Моторс")))
    #expect(
      release.has(.indicator("выпуск", .quantity(41_250), change: .up(by: .percent(18.4)))))
    #expect(release.has(.fact(.role, ["person": "Айгуль Сатпаева"])))
    #expect(release.lacks(.role("Сатпаева", "министр")))
    #expect(release.lacks(.indicator("выпуск", change: .down())))
    #expect(release.lacks(.role("Сатпаева", "председатель правления").negated()))
  }

  @Test func whatIsNotThereIsLacking() {
    #expect(release.lacks(.person("Абай")))
    #expect(release.lacks(.money(61_500_000_000, .usd)))
    #expect(release.lacks(.percent(.range(18, 19))))
    #expect(release.lacks(.percentagePoints(18.4)))
    #expect(release.lacks(.percent(18.4), near: "стоимость", within: 20), "too far away")
    #expect(release.lacks(.person("Сатпаева"), near: "стоимость"), "another paragraph")
    #expect(!release.has(.percent(18.4), near: "no such words"))
  }

  @Test func allRecordsOfAKindAreTold() throws {
    #expect(release.has(only: .money(61_500_000_000, .kzt)))
    #expect(release.has(only: .percent(18.4), .person("Сатпаева")))
    let other = Expected.money(61_500_000_000, .kzt)
    let sample = try Sample("Первая стоила 61,5 млрд тенге, вторая – 2 млн долларов.")
    #expect(!sample.has(only: other))
    #expect(other.description.contains("expected  no others of these kinds\nfound     money «2 млн"))
    #expect(other.description.contains("вторая – [2 млн долларов]money."))
    #expect(!release.has(only: .money(61_500_000_000, .kzt), .person("Абай")))
  }

  @Test func aCaseThatFailsShowsTheTextAndTheRules() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "a.cases")
    try Data("Взяли [5 машин] и 7 %. => value=5\n".utf8).write(to: file)
    let text = try failure {
      try Case.load(contentsOf: file)[0].check(.percent, with: Extractor())
    }
    #expect(text.hasPrefix("a.cases:1: Взяли 5 машин и [7 %].\n  no percent «5 машин»"))
    #expect(text.contains("\n  unexpected percent «7 %» by percent.number-sign\n"))
    #expect(text.contains("\nrules that came near:\n  percent."), "\(text)")
    try Data("Завод возглавляет Олег Алферов. => person=Иванов\n".utf8).write(to: file)
    let fact = try failure {
      try FactCase.load(contentsOf: file)[0].check(.role, with: Extractor())
    }
    #expect(fact.contains("  no role person=\"Иванов\""))
  }

  @Test func typedValuesAreListed() {
    #expect(release.all(Money.self).map(\.currency) == ["KZT"])
    #expect(release.all(Person.self).map(\.fullName) == ["Айгуль Сатпаева"])
    #expect(release.facts(Role.self).map(\.person.name) == ["Айгуль Сатпаева"])
  }

  /// The description of the failure that a check gives.
  private func failure(_ check: () throws -> Void) throws -> String {
    do {
      try check()
    } catch let error as any CustomStringConvertible & Error {
      return error.description
    }
    Issue.record("the check passed")
    return ""
  }

  @Test func aWrongFigureIsToldBesideTheRightOne() throws {
    let text = try failure { try release.require(.money(61_200_000_000, .kzt), near: "стоимость") }
    #expect(
      text == """
        expected  money amount=61200000000 currency=KZT near «стоимость»
        found     money «61,5 миллиарда тенге» amount=61500000000 currency=KZT by \
        money.amount-currency
                    amount is 61500000000, not 61200000000
        text      … 2023 года выпустило 41 250 машин, на 18,4% больше, чем годом ранее. Общая стоимость продукции \
        составила [61,5 миллиарда тенге]money.
        """)
  }

  @Test func anotherKindAndTheRulesAreTold() throws {
    let text = try failure { try release.require(.money(41_250)) }
    #expect(text.contains("instead   quantity «41 250 машин»"), "\(text)")
    #expect(text.contains("[41 250 машин]quantity"), "\(text)")
    #expect(text.contains("rules     money."), "\(text)")
  }

  @Test func aMissingPhraseIsTold() throws {
    let text = try failure { try release.require(.percent(18.4), near: "экспорт") }
    #expect(text.contains("the text has no «экспорт»"))
  }

  @Test func whatShouldLackIsToldWithItsRule() throws {
    let text = try failure { try release.requireLack(of: .person("Сатпаева")) }
    #expect(text.hasPrefix("expected  no person name=«Сатпаева»\nfound     person «Айгуль Сатпаева»"))
    #expect(text.contains("[Айгуль Сатпаева]person"))
    #expect(text.contains("rules     person."), "\(text)")
  }

  @Test func anExpectationRemembersWhyItFailed() {
    let dollars = Expected.money(61_500_000_000, .usd)
    #expect(dollars.description == "money amount=61500000000 currency=USD")
    #expect(!release.has(dollars))
    #expect(dollars.description.contains("currency is «KZT», not «USD»"))
    #expect(release.lacks(dollars))
    #expect(dollars.description == "money amount=61500000000 currency=USD")
  }

  @Test func expectShowsTheReason() {
    withKnownIssue {
      #expect(release.has(.money(7, .kzt)))
    } matching: { issue in
      "\(issue)".contains("amount is 61500000000, not 7")
    }
  }

  @Test func ownRulesAreCheckedLikeTheLibrarys() throws {
    let rules = RuleFile(
      """
      kind car-model
      rule maker-and-number
        match  "Тобыл" NUMBER:number
        set    maker = text(number)
        yes    Собрали [Тобыл 7].
        no     Тобыл мелеет.
      """, path: "model.rules")
    let sample = try Sample(
      "С конвейера сошёл Тобыл 7.", with: Extractor(rules: [rules]))
    #expect(sample.has(.record("car-model", ["maker": "7"])))
    #expect(sample.lacks(.record("car-model", ["maker": "8"])))
  }
}
