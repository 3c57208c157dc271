import Svodka
import Testing

@testable import SvodkaView

@Suite("sentences")
struct SentenceTests {
  private func sentence(
    _ statement: Statement, mentions: [Mention] = [], in language: PageLanguage = .english
  ) -> [Piece] {
    let document = Document(id: "", mentions: mentions)
    let fact = Fact(utf8Range: 0..<0, rule: "", statement: statement)
    return FactSentences(of: document, in: .in(language)).pieces(of: fact)
  }

  private let plant = EntityReference(entity: "org1", name: "Заря")
  private let output = Mention(
    utf8Range: 0..<1, text: "61,5 млрд тенге",
    value: .money(Money(amount: .exactly(61_500_000_000), currency: "KZT")), rule: "r")

  @Test func argumentsLeadToWhereTheyStand() {
    let role = Role(
      person: EntityReference(entity: "per1", name: "Ия Ли"),
      position: PositionReference(mention: 3, name: "директор"), organization: plant,
      status: .former)
    #expect(
      sentence(.role(role)) == [
        .entity(id: "per1", name: "Ия Ли"), .text(" – "), .mention(index: 3, text: "директор"),
        .text(", "), .entity(id: "org1", name: "Заря"), .text(" ("), .text("former"), .text(")"),
      ])
  }

  @Test func whatIsMissingIsLeftOutWithItsWords() {
    let role = Role(
      person: EntityReference(entity: nil, name: "Ия Ли"),
      position: PositionReference(mention: nil, name: "директор"))
    #expect(sentence(.role(role)).map(\.text).joined() == "Ия Ли – директор")
  }

  @Test func measuresReadAsTheTextWritesThem() {
    let measure = Measure(
      mention: 0,
      value: .money(Money(amount: .exactly(61_500_000_000), currency: "KZT", bound: .moreThan)))
    let indicator = Indicator(
      indicator: "выручка", measure: measure,
      period: DateSpan(
        from: CalendarDay("2023-01-01"), to: CalendarDay("2023-12-31"), grain: .year),
      change: Change(direction: .up, by: .times(2), to: measure))
    #expect(
      sentence(.indicator(indicator), mentions: [output]).map(\.text).joined()
        == "выручка: > 61,5 млрд тенге (up 2 times) · 2023")
    #expect(
      sentence(.indicator(indicator), mentions: [output], in: .russian).map(\.text).joined()
        == "выручка: > 61,5 млрд тенге (рост в 2 раза) · 2023")
  }

  @Test func everyKindOfFactHasASentence() {
    let day = DateSpan(from: CalendarDay("2024-02-29"), to: CalendarDay("2024-02-29"), grain: .day)
    let share = Measure(mention: nil, value: .percent(Percent(value: .exactly(51))))
    let statements: [(Statement, String)] = [
      (
        .change(
          IndicatorChange(
            indicator: "спрос", change: Change(direction: .down, by: .measure(share), base: day))),
        "спрос: down by 51 % against 29 February 2024"
      ),
      (
        .membership(Membership(member: plant, organization: plant, since: day)),
        "Заря belongs to Заря since 29 February 2024"
      ),
      (.ownership(Ownership(owner: plant, owned: plant, share: share)), "Заря owns 51 % of Заря"),
      (.ownership(Ownership(owner: plant, owned: plant)), "Заря owns Заря"),
      (
        .agreement(Agreement(parties: [plant, plant].map { AgreementParty($0) }, subject: "поставка")),
        "agreement: Заря, Заря · поставка"
      ),
      (.meeting(Meeting(participants: [plant], date: day)), "meeting: Заря · 29 February 2024"),
      (.location(Location(organization: plant, place: plant)), "Заря is in Заря"),
      (.quote(Quote(speaker: plant, text: "Да")), "Заря: «Да»"),
      (
        .custom(
          kind: "recall", arguments: ["b": .entity(plant), "a": .list([.number(1), .flag(true)])]),
        "b=Заря · a=1, true"
      ),
    ]
    for (statement, written) in statements {
      #expect(sentence(statement).map(\.text).joined() == written)
      #expect(!sentence(statement, in: .russian).isEmpty)
    }
  }

  @Test(
    "dates are said as coarsely as they are exact",
    arguments: [
      ("2016-12-15", "2016-12-15", "15 December 2016", "15 декабря 2016"),
      ("2016-10-19", "2016-10-24", "19–24 October 2016", "19–24 октября 2016"),
      ("2016-01-01", "2016-12-31", "2016", "2016"),
      ("2014-01-01", "2016-12-31", "2014–2016", "2014–2016"),
      ("2016-02-01", "2016-02-29", "February 2016", "февраль 2016"),
      ("2023-01-01", "2023-09-30", "January – September 2023", "январь – сентябрь 2023"),
      ("2023-10-01", "2023-12-31", "Q4 2023", "4 кв. 2023"),
      ("2023-07-01", "2023-12-31", "H2 2023", "2 полугодие 2023"),
      (
        "2023-12-30", "2024-01-02", "30 December 2023 – 2 January 2024",
        "30 декабря 2023 – 2 января 2024"
      ),
      ("1994-01-01", nil, "from 1 January 1994", "с 1 января 1994"),
      (nil, "2030-12-31", "until 31 December 2030", "до 31 декабря 2030"),
    ] as [(String?, String?, String, String)])
  func dates(from: String?, to: String?, english: String, russian: String) {
    let span = DateSpan(
      from: from.flatMap { CalendarDay($0) }, to: to.flatMap { CalendarDay($0) },
      grain: .day)
    #expect(Phrases.in(.english).phrase(of: span) == english)
    #expect(Phrases.in(.russian).phrase(of: span) == russian)
  }

  @Test func relativeDatesSayFromWhere() {
    let span = DateSpan(relative: RelativeDate(unit: .year, offset: -1), grain: .year)
    #expect(Phrases.in(.english).phrase(of: span) == "year −1 from publication")
  }

  @Test func everyKindHasANameInBothLanguages() {
    for language in PageLanguage.allCases {
      let phrases = Phrases.in(language)
      for kind in KindGroup.allCases.flatMap(\.kinds) {
        #expect(phrases.keys.contains("kind.\(kind)"))
      }
      #expect(phrases.name(ofKind: "car-model") == "car-model")
    }
  }
}
