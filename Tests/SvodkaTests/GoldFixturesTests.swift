import Foundation
import Svodka
import SvodkaTesting
import Testing

/// What the library finds in the press releases of `Fixtures`, against what a person marked there.
@Suite("the fixtures' gold")
struct GoldFixturesTests {
  static let gold = Result { try GoldSet(contentsOf: Fixtures.folder.path(percentEncoded: false)) }
  static let score = Result {
    let set = try gold.get()
    return Score(set, predicted: set.extracted(with: .shared))
  }

  /// F1 with values, or recall of the kinds that the gold lists in part: two hundredths below what
  /// was reached last. What is missing to 1 is wrong in the library, not in the gold; raise a floor
  /// with what improves.
  static let floors: [(kind: String, share: Double)] = [
    ("all", 0.82),
    ("date", 0.92),
    ("duration", 0.75),
    ("fact:agreement", 0.26),
    ("fact:alias", 0.98),
    ("fact:change", 0.25),
    ("fact:indicator", 0.60),
    ("fact:location", 0.00),
    ("fact:meeting", 0.98),
    ("fact:membership", 0.00),
    ("fact:ownership", 0.20),
    ("fact:quote", 0.83),
    ("fact:role", 0.62),
    ("money", 0.90),
    ("number", 0.64),
    ("ordinal", 0.98),
    // The gold has «компания «Ромашка»» as one mention, the rules leave the common noun outside.
    ("organization", 0.67),
    ("percent", 0.95),
    ("person", 0.92),
    ("place", 0.93),
    ("quantity", 0.89),
    ("time", 0.98),
  ]

  @Test("is reached", arguments: floors.map(\.kind))
  func reached(_ kind: String) throws {
    let floor = try #require(Self.floors.first { $0.kind == kind }).share
    let score = try Self.score.get()
    let figures = kind == "all" ? score.micro : score[kind]
    let reached = try #require(figures.f1 ?? figures.recall)
    let errors = score.errors.filter { $0.kind == kind }.map(\.description)
    #expect(reached >= floor, "\(errors.joined(separator: "\n"))")
  }

  @Test func everyTextHasGold() throws {
    let files = try FileManager.default.contentsOfDirectory(
      atPath: Fixtures.folder.path(percentEncoded: false))
    let texts = files.filter { $0.hasSuffix(".txt") }.map { $0.dropLast(4) }
    #expect(Set(try Self.gold.get().documents.map(\.id)) == Set(texts.map(String.init)))
    #expect(try Self.score.get().missingDocuments.isEmpty)
  }

  @Test func everyKindOfTheGoldHasAFloor() throws {
    let kinds = try Self.score.get().figures.filter { $0.value.gold > 0 }.keys
    #expect(Set(kinds).union(["all"]) == Set(Self.floors.map(\.kind)))
  }
}

/// The same releases as other editors and converters would write them; each variant with every third
/// release, each release with every third variant.
@Suite("typography changes no record")
struct TypographyTests {
  static let samples = Result {
    try GoldFixturesTests.gold.get().documents.map {
      try Sample($0.text, id: $0.id, published: $0.published, with: .shared)
    }
  }

  @Test(arguments: Array(TextVariant.allCases.enumerated()))
  func variant(_ number: Int, _ variant: TextVariant) throws {
    var changes: [String] = []
    let worker = Extractor.shared.makeWorker()
    for (index, sample) in try Self.samples.get().enumerated() where (index + number) % 3 == 0 {
      changes += sample.changes(by: variant, with: worker)
        .map { "\(sample.document.id): \($0)" }
    }
    #expect(changes.isEmpty, "\(changes.count) changes:\n\(changes.joined(separator: "\n"))")
  }
}
