import Foundation
import Svodka
import Testing
import TextRules

@Suite("rules and gazetteers of a user's own")
struct UserRulesTests {
  static let models = Gazetteer(
    """
    # name\taliases\tmaker
    JAC S3\t-\tJAC
    Kia Sportage\tSportage|Спортейдж\tKia
    "Волга"\t-\tГАЗ
    """, path: "car-model.tsv")

  @Test func gazetteerMakesRecordsOfItsKind() throws {
    let extractor = try Extractor(gazetteers: [Self.models])
    let document = extractor.extract("Собрано 12 кроссоверов Sportage и 5 автомобилей JAC S3.")
    let found = document.mentions.filter { $0.kind.rawValue == "car-model" }
    #expect(found.map(\.text) == ["Sportage", "JAC S3"])
    #expect(found.map { $0.value.field("maker") } == ["Kia", "JAC"])
    #expect(found.first?.value.field("name") == "Kia Sportage")
  }

  @Test func rulesSeeGazetteersAndBuiltInRecords() throws {
    let rules = RuleFile(
      """
      kind output
      rule assembled
        match "собрано" Number:count ..3 Car-model:model
        set count = count.value
        set maker = model.maker
        set phrase = text(model)
      """, path: "output.rules")
    let extractor = try Extractor(rules: [rules], gazetteers: [Self.models])
    let document = extractor.extract("За месяц собрано 1 431 кроссоверов Sportage.")
    let found = document.mentions.filter { $0.kind.rawValue == "output" }
    #expect(found.count == 1)
    #expect(found.first?.rule == "output.assembled")
    #expect(found.first?.value.field("count") == "1431")
    #expect(found.first?.value.field("maker") == "Kia")
    #expect(found.first?.value.field("phrase") == "Sportage")
  }

  @Test func userRulesCanStandAlone() throws {
    let rules = RuleFile(
      "kind order\nrule number\n  match \"приказ\" \"№\" @digits:n\n  set n = text(n)",
      path: "order.rules")
    let document = try Extractor(rules: [rules], builtIn: false)
      .extract("Издан приказ № 17 на 5 тенге.")
    #expect(document.mentions.map(\.kind.rawValue) == ["order"])
  }

  @Test func brokenRulesNameTheirPlace() {
    #expect(throws: RuleFileError.self) {
      try Extractor(rules: [RuleFile("rule a\n  match nothing\n", path: "mine.rules")])
    }
  }

  @Test func rulesInSwiftHaveTypedCaptures() throws {
    let sum = Reference<Money>("sum")
    let partner = Reference<String>("partner")
    let contracts = RuleSet(kind: "contract") {
      Rule("worth") {
        Lemma("контракт")
        Maybe {
          Word("с")
          Capture(partner) { Repeated(1...3) { Looks(.capitalized) } }
        }
        Gap(upTo: 3)
        Capture(sum) { Mentioned(.money, where: "amount > 1000") }
      } fields: { match in
        guard let money = match[sum], let amount = money.amount.single else { return nil }
        return [
          "sum": .number(amount), "currency": .text(money.currency),
          "partner": .text(match[partner] ?? "-"),
        ]
      }
    }
    let extractor = try Extractor(ruleSets: [contracts])
    let document = extractor.extract(
      "Подписан контракт с Казхром на сумму 12,5 млн тенге. Контракт на 5 тенге забыт.")
    let found = document.mentions.filter { $0.kind.rawValue == "contract" }
    #expect(found.count == 1)
    #expect(found.first?.rule == "contract.worth")
    #expect(found.first?.value.field("sum") == "12500000")
    #expect(found.first?.value.field("currency") == "KZT")
    #expect(found.first?.value.field("partner") == "Казхром")
  }

  @Test func rulesInSwiftAreRuleFiles() throws {
    let number = Reference<String>("number")
    let orders = RuleSet(kind: "order", replacing: [.number, .ordinal]) {
      Rule("number") {
        Either {
          Lemma("приказ", "указ")
        } or: {
          Analyzed(as: "NOUN", "gent")
          Border.sentenceStart
        }
        Word("№")
        Capture(number) { Looks(.digits) }
      }
      .before(not: true) { Word("не") }
      .priority(2)
    }
    #expect(
      orders.source == """
        kind order
        replaces number ordinal
        rule number
          match ( ( приказ | указ ) | NOUN[gent] @start ) "№" ( @digits ):number
          set number = text(number)
          not before "не"
          priority 2

        """)
    let document = try Extractor(ruleSets: [orders]).extract("Издан приказ № 17 о премиях.")
    #expect(document.mentions.map(\.kind.rawValue) == ["order"])
    #expect(document.mentions.first?.value.field("number") == "17")
  }

  @Test func aBrokenRuleSetIsNamedInItsError() {
    let broken = RuleSet(kind: "thing") { Rule("any") { Gap(upTo: 3) } }
    let error = #expect(throws: RuleFileError.self) { try Extractor(ruleSets: [broken]) }
    #expect(error?.file == "RuleSet(thing)")
  }

  @Test func recordsOfOwnKindsReplaceOthers() throws {
    let rules = RuleFile(
      "kind brand\nreplaces organization\nrule name\n  match \"kia\" @title:name",
      path: "brand.rules")
    let text = "Договор подписала Kia Motors."
    let without = try Extractor().extract(text).mentions
    let with = try Extractor(rules: [rules]).extract(text).mentions
    #expect(without.map(\.kind) == [.organization])
    #expect(with.map(\.kind.rawValue) == ["brand"])
    let broken = RuleFile(
      "kind brand\nreplaces nonsense\nrule name\n  match \"kia\"", path: "b.rules")
    #expect(throws: RuleFileError.self) { try Extractor(rules: [broken]) }
  }

  @Test func modelsOfCarsComeOutOfTheFixture() throws {
    let folder = Fixtures.folder.appending(path: "car-models")
    let extractor = try Extractor(
      rules: [RuleFile(contentsOf: folder.appending(path: "car-model.rules").path)])
    let text = try String(contentsOf: folder.appending(path: "dealers.txt"), encoding: .utf8)
    let models = extractor.extract(text).mentions.filter { $0.kind.rawValue == "car-model" }
    #expect(models.map(\.text) == ["Chevrolet Cobalt", "JAC S3", "Kia Sportage", "Lada Granta"])
    #expect(models.map { $0.value.field("maker") } == ["Chevrolet", "JAC", "Kia", "Lada"])
  }

  @Test func whyNotTellsWhichRuleHasTheWords() throws {
    let misses = try Extractor().whyNot(
      "12", kind: "number", in: "По статье 12 взяли штраф.")
    #expect(misses.first?.rule == "number.after-label")
    #expect(misses.contains { $0.reason?.contains("number.after-label took «статье 12»") == true })
  }
}
