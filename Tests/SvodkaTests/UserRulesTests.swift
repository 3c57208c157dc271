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
}
