import Foundation
import Svodka
import SvodkaTesting
import Testing

@Suite("the articles' snippets")
struct ArticleTests {
  static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test func work() throws {
    let text = releaseText
    let release = try Sample(text, published: CalendarDay("2023-10-12"))
    #expect(release.has(.money(61_500_000_000, .kzt), near: "стоимость"))
    #expect(release.has(.percent(18.4)))
    #expect(release.lacks(.person("Абай")))
    #expect(release.has(.money(.billions(61.5))))
    #expect(release.has(.percent(.near(18, within: 0.5))))
    #expect(release.has(.quantity(41_250, "машина").at("41 250 машин")))
    #expect(release.has(.date("2023-01-01", to: "2023-09-30")))
    #expect(release.has(.organization("Тобыл Моторс", legalForm: "АО")))
    #expect(release.has(.matching(Money.self, "dear") { $0.amount.low > 60_000_000_000 }))
    #expect(release.has(.role("Айгуль Сатпаева", "председатель правления", at: "Тобыл Моторс")))
    #expect(
      release.has(.indicator("выпуск машин", .quantity(41_250), change: .up(by: .percent(18.4)))))
    #expect(release.has(.fact(.role, ["person": "Айгуль Сатпаева"])))
    try release.require(.percent(18.4), near: "машин")
    try release.requireLack(of: .money(61_500_000_000, .usd))
    #expect(release.all(Money.self).map(\.currency) == ["KZT"])
    #expect(release.facts(Role.self).map(\.person.name) == ["Айгуль Сатпаева"])
  }

  @Test func score() throws {
    let folder = Self.package.appending(path: "Fixtures").path(percentEncoded: false)
    let extractor = try Extractor()
    let gold = try GoldSet(contentsOf: folder)
    let score = Score(gold, predicted: gold.extracted(with: extractor))
    #expect(score.micro.f1 ?? 0 > 0.8, "\(score)")
  }

  /// Every line of Swift in the articles stands in a test.
  @Test(arguments: ["ValidatingFacts", "Scoring"])
  func areThoseThatRun(_ article: String) throws {
    let file = "Sources/SvodkaTesting/SvodkaTesting.docc/\(article).md"
    let lines = try String(contentsOf: Self.package.appending(path: file), encoding: .utf8)
      .split(separator: "\n")
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    var running: Set<String> = []
    for name in ["ArticleTests", "VariantTests", "SnapshotTests"] {
      let source = try String(contentsOf: folder.appending(path: name + ".swift"), encoding: .utf8)
      running.formUnion(source.split(separator: "\n").map { String($0.drop { $0 == " " }) })
    }
    var snippetLines = 0
    var isSwift = false
    for line in lines {
      if line.hasPrefix("```") {
        isSwift = line == "```swift"
      } else if isSwift {
        snippetLines += 1
        let code = String(line.drop { $0 == " " })
        #expect(running.contains(code), "\(file): no test has the line \(line)")
      }
    }
    #expect(snippetLines > 0)
  }
}
