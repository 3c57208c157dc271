import Foundation
import Svodka
import Testing
import TextRules

@Suite("what rules check finds")
struct RuleFindingsTests {
  private func findings(_ source: String, gazetteers: [Gazetteer] = []) throws -> [String] {
    try Extractor(rules: [RuleFile(source, path: "mine.rules")], gazetteers: gazetteers)
      .ruleFindings.map { "\($0)" }
  }

  @Test func fieldsThatNoRecordHas() throws {
    let found = try findings(
      """
      kind deal
      rule worth
        match сделка Money[amuont > 5]:sum
        where sum.valeu > 5
        set amount = sum.amount
        set more = sum.amuont
      """)
    #expect(found.map { String($0.prefix(15)) } == ["mine.rules:3:16", "mine.rules:4:9:", "mine.rules:6:7:"])
    #expect(found[0].contains("nothing here has a field 'amuont'; did you mean 'amount'?; there are amount, "))
    #expect(found[1].contains("'valeu'; there are"))
  }

  @Test func fieldsOfOwnRecordsAndLists() throws {
    let models = Gazetteer("# name\tmaker\nЛотос\tРяд\n", path: "car-model.tsv")
    let found = try findings(
      """
      kind deal
      lexicon colour { белый | синий }
      rule car
        match colour:c Car-model:m
        set maker = m.maker
        set colour = c.form
        set wrong = m.makre
        set shade = c.shade
      """, gazetteers: [models])
    #expect(found.count == 2, "\(found)")
    #expect(found.first?.contains("'makre'; did you mean 'maker'?; there are maker, name") == true)
    #expect(found.last?.contains("'shade'; there are form") == true)
  }

  @Test("kinds of the library", arguments: ["money", "date", "indicator", "quote", "ownership"])
  func closedKinds(kind: String) throws {
    let found = try findings("kind \(kind)\nrule mine\n  match зелёный забор\n")
    #expect(found.count == 1)
    #expect(found.first?.contains("'\(kind)' is a kind of the library, of which this rule makes no record") == true)
  }

  @Test("kinds that are added to", arguments: ["organization", "person", "place", "fence"])
  func openKinds(kind: String) throws {
    #expect(try findings("kind \(kind)\nrule mine\n  match зелёный забор\n") == [])
  }

  @Test func factsAreNoWords() throws {
    let found = try findings("kind deal\nrule mine\n  match сделка Ownership\n")
    #expect(found.count == 1)
    #expect(found.first?.contains("'ownership' is a kind of facts") == true)
  }

  @Test func spacesForTabs() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let list = folder.appending(path: "units.tsv").path
    let file = folder.appending(path: "deal.rules").path
    try Data("kind deal\nlexicon unit = units.tsv\nrule mine\n  match unit\n".utf8)
      .write(to: URL(filePath: file))
    try Data("# form\tcode\nрубль    RUB\nтенге\tKZT\n".utf8).write(to: URL(filePath: list))
    var found = try Extractor(rules: [RuleFile(contentsOf: file)]).ruleFindings
    #expect(found.map(\.description) == ["\(list):2:6: spaces stand where a tab should part two columns"])
    try Data("# form  code\nрубль\n".utf8).write(to: URL(filePath: list))
    found = try Extractor(rules: [RuleFile(contentsOf: file)]).ruleFindings
    #expect(found.map(\.line) == [1])
  }

  @Test func errorsInAListNameTheList() throws {
    let list = Gazetteer("# name\tmaker\nЛотос\tРяд\tещё\n", path: "car-model.tsv")
    let error = #expect(throws: RuleFileError.self) { try Extractor(gazetteers: [list]) }
    #expect(error?.file == "car-model.tsv")
    #expect(error?.line == 2)
  }
}
