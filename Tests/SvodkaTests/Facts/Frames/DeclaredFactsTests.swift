import Foundation
import TextRules
import Testing

@testable import Svodka

@Suite("facts that rule files declare")
struct DeclaredFactsTests {
  static let deal = RuleFile(
    """
    kind deal
    fact
      buyer   organization | person +
      sum?    money
      goods   text
      day?    date
      status? one of bought sold
    lexicon buying { купить | приобрести }
    frame buys
      head    buying
      buyer   subject
      goods   object
      sum     "за"
      day     near
      drop    "a bank buys for others" when buyer.type = bank
      set     status = bought
      yes     Компания «Ромашка» купила муку. => buyer=Ромашка goods=мука status=bought
      no      Компания «Ромашка» купит муку.
    """, path: "deal.rules")
  static let extractor = Result { try Extractor(rules: [deal]) }

  struct Deal: Decodable, FactRecord, Equatable {
    enum Status: String, Decodable { case bought, sold }
    let buyer: [String]
    let sum: Money?
    let goods: String
    let day: DateSpan?
    let status: Status
  }

  private static let text =
    "5 мая 2020 года компания «Ромашка» и компания «Василёк» купили станки за 5 млн тенге."

  @Test func becomesATypeOfTheUsersOwn() throws {
    let deals = try Self.extractor.get().extract(Self.text).facts(of: Deal.self)
    #expect(deals.count == 1)
    #expect(deals.first?.buyer == ["Ромашка", "Василёк"])
    #expect(deals.first?.goods == "станки")
    #expect(deals.first?.sum?.currency == "KZT")
    #expect(deals.first?.day?.from == CalendarDay("2020-05-05"))
    #expect(deals.first?.status == .bought)
  }

  @Test func whatIsMeantIsPlannedWhereAStatusCanSaySo() throws {
    let rules = RuleFile(
      """
      kind deal
      fact
        buyer   organization
        goods   text
        status? one of done planned
      lexicon buying { купить }
      frame buys
        head    buying
        buyer   subject
        goods   object
        yes     Компания «Ромашка» купила муку. => buyer=Ромашка status=none
        yes     Компания «Ромашка» купит муку. => buyer=Ромашка status=planned
        no      Компания «Ромашка» хочет купить муку.
      """, path: "deal.rules")
    let extractor = try Extractor(rules: [rules])
    func statuses(_ text: String) -> [String] {
      extractor.extract(text).facts.compactMap { fact in
        guard case .custom("deal", let arguments) = fact.statement else { return nil }
        return arguments.text("status") ?? "none"
      }
    }
    #expect(statuses("Компания «Ромашка» намерена купить муку.") == ["planned"])
    #expect(statuses("Компания «Ромашка» будет намерена купить муку.") == [])
    #expect(statuses("Компания «Ромашка» не планирует купить муку.") == [])
    #expect(statuses("Если компания «Ромашка» купит муку, она испечёт хлеб.") == [])
    #expect(statuses("Компания «Ромашка» начала и купила муку.") == ["none"])
  }

  @Test func anyWholeNumberDecodes() throws {
    struct Age: FactRecord, Equatable {
      let years: UInt
      let person: String
    }
    struct SmallAge: Decodable { let years: UInt8, asFloat: Float? }
    let document = Extractor.shared.extract("Ивану Кравчуку исполнилось 45 лет.")
    #expect(try document.facts(of: Age.self) == [Age(years: 45, person: "Иван Кравчук")])
    #expect(try document.facts(of: SmallAge.self, kind: FactKind(rawValue: "age")).first?.years == 45)
  }

  @Test func aFactToldTwiceIsOneAndTheFullerStays() throws {
    let document = Extractor.shared.extract(
      "Компания «Ромашка» владеет компанией «Василёк». Компания «Ромашка» владеет 24% акций компании "
        + "«Василёк». Напомним, компания «Ромашка» владеет 24% компании «Василёк».")
    #expect(document.facts.filter { $0.kind == .ownership }.count == 1)
  }

  @Test func whoWasAnOwnerIsToldBesideWhoIs() throws {
    let document = Extractor.shared.extract(
      "Компания «Ромашка» владеет компанией «Василёк». В 2010 году компания «Ромашка» продала "
        + "компанию «Василёк».")
    #expect(document.facts.filter { $0.kind == .ownership }.count == 2)
  }

  @Test func conditionOnAnAuxiliaryWordHolds() throws {
    let rules = RuleFile(
      """
      kind handover
      fact
        giver  organization
      frame gives
        head   передать
        giver  subject
        let    taker organization = dative
        where  taker.type = bank
      """, path: "handover.rules")
    let extractor = try Extractor(rules: [rules])
    func count(_ text: String) -> Int {
      extractor.extract(text).facts.filter { $0.kind.rawValue == "handover" }.count
    }
    #expect(count("Компания «Ромашка» передала бумаги банку «Василёк».") == 1)
    #expect(count("Компания «Ромашка» передала бумаги компании «Василёк».") == 0)
    #expect(count("Компания «Ромашка» передала бумаги.") == 0)
  }

  @Test func goesThroughJSONAndBack() throws {
    let document = try Self.extractor.get().extract(Self.text)
    let data = try JSONEncoder().encode(document)
    #expect(try JSONDecoder().decode(Document.self, from: data) == document)
    var writer = JSONLineWriter()
    writer.append(document, text: Self.text)
    let line = String(decoding: writer.bytes, as: UTF8.self)
    #expect(line.contains(#""kind":"deal""#))
  }

  @Test func argumentsKeepTheOrderOfTheirDeclaration() throws {
    let fact = try Self.extractor.get().extract(Self.text).facts.first { $0.kind.rawValue == "deal" }
    guard case .custom(_, let arguments)? = fact?.statement else {
      Issue.record("no deal")
      return
    }
    #expect(arguments.map(\.name) == ["buyer", "sum", "goods", "day", "status"])
  }

  @Test func explanationShowsThePathOfEachArgument() throws {
    let explanation = try "\(Self.extractor.get().explain(Self.text))"
    #expect(explanation.contains("buyer = «компания «Ромашка»»  (subject)"))
    #expect(explanation.contains("goods = «станки»  (object)"))
  }

  @Test func whyNotNamesTheArgumentTheDropAndTheDoubt() throws {
    let extractor = try Self.extractor.get()
    func reason(_ text: String) -> String? {
      extractor.whyNot(text, kind: "deal", in: text).first { $0.rule == "deal.buys" }?.reason
    }
    #expect(
      reason("Компания «Ромашка» купила.") == "nothing that the sentence ties to it can be the goods")
    #expect(reason("Народный банк купил муку.") == "dropped: a bank buys for others")
    #expect(
      reason("Компания «Ромашка» купит муку.") == "the text does not say that it happened")
  }

  @Test func examplesOfFramesRun() throws {
    let examples = try Self.extractor.get().ruleExamples.filter { $0.rule == "deal.buys" }
    #expect(examples.map(\.isHit) == [true, false])
    #expect(examples[0].facts[0].map(\.name) == ["buyer", "goods", "status"])
  }

  /// A kind with a type of its own writes the arguments that its rule file declares.
  @Test func typedKindsAgreeWithTheirDeclaration() throws {
    let samples: [FactArgument.Form: FieldValue] = [
      .entity: .entity(EntityReference(entity: "org1", name: "Ромашка")),
      .period: .period(DateSpan(from: CalendarDay("2020-05-05"), to: nil, grain: .day)),
      .measure: .mention(index: 0, value: .percent(Percent(value: .exactly(5)))),
    ]
    for declaration in Extractor.shared.factDeclarations {
      let arguments = FactArguments(
        declaration.arguments.map { argument in
          let value = samples[argument.form] ?? .text(argument.words.first ?? "Ромашка")
          return (argument.name, argument.isList ? .list([value, value]) : value)
        })
      let fact = Fact(
        utf8Range: 0..<1, rule: "a.b",
        statement: Statement(kind: declaration.kind, arguments: arguments))
      let object =
        try JSONSerialization.jsonObject(with: JSONEncoder().encode(fact)) as? [String: Any]
      let names = Set(object?.keys.map { $0 } ?? []).subtracting(["kind", "start", "end", "rule"])
      #expect(names == Set(declaration.arguments.map(\.name)), "\(declaration.kind)")
    }
  }
}
