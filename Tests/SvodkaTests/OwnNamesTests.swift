import Svodka
import Testing
import TextRules

@Suite("a user's names and rules for the library's kinds")
struct OwnNamesTests {
  @Test func gazetteerOfOrganizationsJoinsEntitiesAndFacts() throws {
    let names = Gazetteer(
      "# name\taliases\ttype\nРотор Плюс\tРотор+|роторы\tcompany\n", path: "companies.tsv",
      kind: "organization")
    let document = try Extractor(gazetteers: [names])
      .extract("Иван Кравчук купил Ротор Плюс. Сам Ротор Плюс молчит.")
    let entity = document.entities.first { $0.name == "Ротор Плюс" }
    #expect(entity?.kind == .organization)
    #expect(entity?.type == "company")
    #expect(entity?.mentions.count == 2)
    #expect(document.facts.contains { $0.kind == .ownership })
  }

  @Test func unknownTypeIsAnErrorWithItsLine() {
    let names = Gazetteer(
      "# name\ttype\nРотор\tcompany\nСтатор\tfirm\n", path: "companies.tsv", kind: "organization")
    let error = #expect(throws: RuleFileError.self) { try Extractor(gazetteers: [names]) }
    #expect("\(error!)".hasPrefix("companies.tsv:3:1: 'firm' is no type; use one of company, "))
  }

  @Test func fileOfABuiltInKindExtendsItsListAndSwitchesOffItsFrames() throws {
    let more = RuleFile(
      "kind ownership\nextend owning { хапнуть }\noff ownership.sold-by\n", path: "more.rules")
    let extractor = try Extractor(rules: [more])
    let found = extractor.extract("Компания «Ромашка» хапнула компанию «Василёк».").facts
    #expect(found.map(\.rule) == ["ownership.owns"])
    let sold = extractor.extract("Компания «Лютик» продала компанию «Василёк».").facts
    #expect(!sold.contains { $0.rule == "ownership.sold-by" })
  }

  @Test func offBehindATabCountsAndSparesTheFilesOwn() throws {
    let own = RuleFile(
      "kind founding\noff\tfounding\nframe mine\n  head придумать\n  founder subject\n"
        + "  organization object\n", path: "mine.rules")
    let extractor = try Extractor(rules: [own])
    let text = "Иван Кравчук придумал компанию «Ромашка». Анна Зорина основала компанию «Василёк»."
    #expect(extractor.extract(text).facts.filter { $0.kind.rawValue == "founding" }.map(\.rule)
      == ["founding.mine"])
  }

  @Test(
    arguments: [
      ("kind ownership\nextend ownin { хапнуть }\n", "more.rules:2:8: no earlier file of this kind has "
        + "a word list 'ownin'; did you mean 'owning'?"),
      ("off ownership.own\n", "more.rules:1:5: no earlier file has a kind, rule or frame "
        + "'ownership.own'; did you mean 'ownership.owns'?; write 'kind' or 'kind.rule'"),
      ("kind ownership\nfact\n  owner person\n", "more.rules:2:1: 'ownership' is a kind of the "
        + "library, whose arguments are declared; leave out 'fact' to add frames to it, or choose "
        + "another kind"),
    ])
  func whatCannotTakeEffectIsAnError(source: String, expected: String) {
    let error = #expect(throws: RuleFileError.self) {
      try Extractor(rules: [RuleFile(source, path: "more.rules")])
    }
    #expect(error.map { "\($0)" } == expected)
  }
}
