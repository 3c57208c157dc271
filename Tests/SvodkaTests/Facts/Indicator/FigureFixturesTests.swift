import Svodka
import SvodkaTesting
import Testing

/// Press texts of ten kinds with every indicator and change written down before any rule saw them.
/// Those with an even number were not read while the rules were mended.
@Suite("figures of the press")
struct FigureFixturesTests {
  static let gold = Result {
    try GoldSet(contentsOf: Fixtures.folder.appending(path: "figures").path(percentEncoded: false))
  }
  static let score = Result {
    let set = try gold.get()
    return Score(set, predicted: set.extracted(with: .shared))
  }

  /// F1: a few hundredths below what was reached last.
  @Test("are found", arguments: [("fact:indicator", 0.74), ("fact:change", 0.82)])
  func found(_ kind: String, _ floor: Double) throws {
    let reached = try #require(try Self.score.get()[kind].f1)
    #expect(reached >= floor)
  }
}
