import Svodka

/// Texts with documents made by hand, to be written and read back.
enum SampleDocuments {
  static let text = """
    Завод «Тобол Авто» собрал 1 174 автобуса 🚌, на 10,8 % больше, чем в 2015 году.
    Выручка — 61.5 миллиарда тенге; "Рост" идёт \\ с мая\tпо июнь.
    """

  /// One mention of every kind, one entity of every kind, one fact of every kind.
  static let full = Document(
    id: "003 «a\"b\\»\u{2028}", published: CalendarDay("2016-12-15"), anchor: .given,
    mentions: mentions, entities: entities, facts: facts,
    warnings: [DocumentWarning(code: "invalid-utf8", detail: "2 bytes replaced")])

  /// The mention of `slice`, which stands in ``text``.
  static func mention(_ slice: String, _ value: MentionValue, entity: String? = nil) -> Mention {
    let range = text.firstRange(of: slice)!
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    return Mention(
      utf8Range: start..<start + slice.utf8.count, text: slice, value: value,
      rule: "\(value.kind.rawValue).sample", entity: entity)
  }

  private static let mentions: [Mention] = [
    mention(
      "Завод «Тобол Авто»",
      .organization(Organization(name: "Тобол Авто", legalForm: "ТОО", type: .company)),
      entity: "org1"),
    mention(
      "Тобол", .person(Person(family: "Тобол", given: "Ян", patronymic: "Я.", gender: .male)),
      entity: "per1"),
    mention("Авто", .place(Place(name: "Авто", type: .city, code: "KZ-ALA")), entity: "loc1"),
    mention("собрал", .position(Position(name: "сборщик"))),
    mention(
      "1 174 автобуса 🚌",
      .quantity(
        Quantity(
          value: .exactly(1174), unit: "item", counted: "автобус",
          base: BaseQuantity(value: 1174, unit: "item"), bound: .about, per: "year",
          inferred: true))),
    mention("10,8 %", .percent(Percent(value: .exactly(DecimalNumber("10.8")!), points: true))),
    mention(
      "в 2015 году",
      .date(
        DateSpan(from: CalendarDay("2015-01-01"), to: CalendarDay("2015-12-31"), grain: .year))),
    mention(
      "61.5 миллиарда тенге",
      .money(Money(amount: .exactly(61_500_000_000), currency: "KZT", bound: .atLeast))),
    mention("мая", .date(DateSpan(from: CalendarDay("2016-05-01"), to: nil, grain: .month))),
    mention("июнь", .date(DateSpan(relative: RelativeDate(unit: .year, offset: -1), grain: .year))),
    mention("с мая\tпо", .number(PlainNumber(value: .range(low: 5, high: 6), bound: .atMost))),
    mention("идёт", .time(TimeOfDay(iso: "15:30", zone: "Europe/Moscow"))),
    mention("Рост", .duration(TimeLength(iso: "P14Y"))),
    mention("\"", .ordinal(OrdinalNumber(value: 3))),
    mention(
      "\\",
      .custom(
        kind: "law",
        fields: [
          "name": .text("О \"недрах\""), "article": .number(DecimalNumber("24.5")!),
          "inForce": .flag(true), "body": .entity(EntityReference(entity: "org1", name: "Тобол")),
          "fine": .mention(
            index: 7, value: .money(Money(amount: .range(low: 1, high: 2), currency: "RUB"))),
          "since": .period(DateSpan(from: nil, to: nil, grain: .day)),
          "parts": .list([.text("а"), .number(1), .list([])]),
        ])),
  ]

  private static let entities: [Entity] = [
    Entity(
      id: "org1", kind: .organization, name: "Тобол Авто", type: "company",
      aliases: ["ТА", "Завод «Тобол Авто»"], mentions: [0]),
    Entity(id: "per1", kind: .person, name: "Ян Тобол", mentions: [1]),
    Entity(id: "loc1", kind: .place, name: "Авто", type: "city", mentions: [2]),
  ]

  private static let company = EntityReference(entity: "org1", name: "Тобол Авто")
  private static let person = EntityReference(entity: "per1", name: "Ян Тобол")
  private static let place = EntityReference(entity: "loc1", name: "Авто")
  private static let year = DateSpan(
    from: CalendarDay("2016-01-01"), to: CalendarDay("2016-12-31"), grain: .year)
  private static let count = Measure(
    mention: 4, value: .quantity(Quantity(value: .exactly(1174), counted: "автобус")))
  private static let share = Measure(mention: 5, value: .percent(Percent(value: .exactly(51))))
  private static let sum = Measure(
    mention: nil, value: .money(Money(amount: .exactly(5), currency: "KZT")))

  private static let facts: [Fact] = [
    Statement.role(
      Role(
        person: person, position: PositionReference(mention: 3, name: "сборщик"),
        organization: company, from: year, to: year, status: .former)),
    .indicator(
      Indicator(
        indicator: "сборка автобусов", measure: count, period: year, place: place,
        organization: company, status: .actual,
        change: Change(direction: .up, by: .measure(share), from: count, to: count, base: year))),
    .change(
      IndicatorChange(
        indicator: "выручка", change: Change(direction: .up, by: .times(DecimalNumber("2.5")!)),
        period: year, place: place, organization: company)),
    .membership(Membership(member: company, organization: company, since: year)),
    .ownership(Ownership(owner: person, owned: company, share: share)),
    .agreement(
      Agreement(
        type: .purchase,
        parties: [AgreementParty(person, role: .buyer), AgreementParty(company)],
        object: "завод", date: year, measure: sum, subject: "покупка", status: .signed)),
    .meeting(Meeting(participants: [person, company], date: year, place: place)),
    .location(Location(organization: company, place: place)),
    .quote(Quote(speaker: person, text: "Рост\nидёт", source: company)),
    .custom(kind: "fine", arguments: ["payer": .entity(company), "count": .number(2)]),
  ].enumerated().map { index, statement in
    Fact(
      utf8Range: 0..<text.utf8.count, rule: "\(statement.kind.rawValue).sample",
      statement: statement, negated: index % 2 == 1)
  }
}
