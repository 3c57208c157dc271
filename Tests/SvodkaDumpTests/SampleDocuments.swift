import Svodka
import SvodkaDump

/// Documents written for the tests of writers.
enum Sample {
  static let texts = [
    "Выручка АО «Тобыл Моторс» за 2023 год выросла на 18,4%, до 312,6 млрд тенге, сообщила"
      + " председатель правления Айгуль Сатпаева.",
    "Акционер «Азия Транс» Марат Оспанов владеет 25,5% акций банка «Степной»; ещё 10–12% он купит за"
      + " 3,5 млрд тенге.\n«=Мы не продаём», – сказал \"Оспанов\"; -5 градусов.",
    "Ничего.",
    "ТОО «Ёлка» и АО «Сибирь Лес» подписали соглашение о поставке фанеры на $1,2 млн. Подорожали"
      + " зелёные лампы.",
  ]

  /// Their texts as they were read; the last is ``made``'s.
  static let sources =
    texts.enumerated().map {
      SourceDocument(
        id: "d\($0.offset)", text: $0.element, published: CalendarDay("2024-01-15"),
        title: "=1+1")
    } + [SourceDocument(id: made.id, text: madeText)]

  static let extractor = try! Extractor()

  /// The sources' documents, as a worker gives them, and the made one.
  static let documents: [Document] = {
    let worker = extractor.makeWorker()
    let found = sources.dropLast().map { source in
      var text = source.text
      return text.withUTF8 { worker.extract(source, utf8: $0) }
    }
    return found + [made]
  }()

  /// The number of ``made``.
  static let madeNumber = texts.count

  /// A batch of the documents with the given numbers.
  static func batch<Formatter: DocumentFormatter>(
    _ numbers: [Int], _ formatter: Formatter
  ) -> Formatter.Batch {
    var formatter = formatter
    for number in numbers {
      var text = sources[number].text
      text.withUTF8 { formatter.append(documents[number], of: sources[number], utf8: $0) }
    }
    return formatter.takeBatch()
  }

  // MARK: A document with every kind of fact, not found but written down

  private static let madeText =
    "Выручка АО «Тобыл Моторс» – 312,6 млрд тенге, на 18,4% больше. Доля Оспанова – 10–12%. Зелёный свет."

  private static func range(of words: String) -> Range<Int> {
    let range = madeText.range(of: words)!
    let start = madeText.utf8.distance(from: madeText.startIndex, to: range.lowerBound)
    return start..<start + words.utf8.count
  }

  private static func mention(
    _ words: String, _ value: MentionValue, entity: String? = nil
  ) -> Mention {
    Mention(
      utf8Range: range(of: words), text: words, value: value, rule: "made", entity: entity)
  }

  private static func fact(_ words: String, _ statement: Statement) -> Fact {
    Fact(utf8Range: range(of: words), rule: "made", statement: statement)
  }

  static let made: Document = {
    let company = EntityReference(entity: "org1", name: "Тобыл Моторс")
    let person = EntityReference(entity: "per1", name: "Марат Оспанов")
    let place = EntityReference(entity: nil, name: "Костанай")
    let year = DateSpan(
      from: CalendarDay("2023-01-01"), to: CalendarDay("2023-12-31"), grain: .year)
    let sum = Money(amount: .exactly(312_600_000_000), currency: "KZT")
    let growth = Percent(value: .exactly(DecimalNumber("18.4")!), bound: .about)
    let share = Percent(value: .range(low: 10, high: 12))
    let sumMeasure = Measure(mention: 1, value: .money(sum))
    let change = Change(
      direction: .up, by: .measure(Measure(mention: 2, value: .percent(growth))), to: sumMeasure,
      base: DateSpan(relative: RelativeDate(unit: .year, offset: -1), grain: .year))
    let first = "Выручка АО «Тобыл Моторс» – 312,6 млрд тенге, на 18,4% больше"
    let second = "Доля Оспанова – 10–12%"
    return Document(
      id: "made",
      mentions: [
        mention(
          "АО «Тобыл Моторс»",
          .organization(Organization(name: "Тобыл Моторс", legalForm: "АО", type: .company)),
          entity: "org1"),
        mention("312,6 млрд тенге", .money(sum)),
        mention("18,4%", .percent(growth)),
        mention("Оспанова", .person(Person(family: "Оспанов", gender: .male)), entity: "per1"),
        mention("10–12%", .percent(share)),
      ],
      entities: [
        Entity(
          id: "org1", kind: .organization, name: "Тобыл Моторс", legalForm: "АО", type: "company",
          mentions: [0]),
        Entity(
          id: "per1", kind: .person, name: "Марат Оспанов", aliases: ["Оспанов", "М. Оспанов"],
          mentions: [3]),
      ],
      facts: [
        fact(
          first,
          .indicator(
            Indicator(
              indicator: "выручка", measure: sumMeasure, period: year, organization: company,
              status: .actual, change: change))),
        fact(
          first,
          .change(
            IndicatorChange(
              indicator: "продажи", change: Change(direction: .down, by: .times(2)), place: place))),
        fact(
          second,
          .role(
            Role(
              person: person, position: PositionReference(mention: nil, name: "акционер"),
              organization: company, from: year, status: .current))),
        fact(
          second,
          .ownership(
            Ownership(
              owner: person, owned: company, share: Measure(mention: 4, value: .percent(share))))),
        fact(second, .membership(Membership(member: person, organization: company))),
        fact(second, .agreement(Agreement(parties: [company, place, person].map { AgreementParty($0) }, subject: "свет"))),
        fact(second, .meeting(Meeting(participants: [person, company], date: year))),
        fact(second, .location(Location(organization: company, place: place))),
        Fact(
          utf8Range: range(of: "Зелёный свет"), rule: "made",
          statement: .quote(Quote(speaker: person, text: "Зелёный свет")), negated: true),
      ])
  }()
}
