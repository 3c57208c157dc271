import Svodka
import SvodkaTesting
import Testing

/// Press texts in six styles (with quotation marks, without, mixed, letters, briefings, interviews)
/// with every quote written down before any rule saw them. Those with an even number were not read
/// while the rules were mended.
@Suite("quotes of the press")
struct QuoteFixturesTests {
  static let gold = Result {
    try GoldSet(contentsOf: Fixtures.folder.appending(path: "quotes").path(percentEncoded: false))
  }
  static let score = Result {
    let set = try gold.get()
    return Score(set, predicted: set.extracted(with: .shared))
  }

  /// F1 and precision: a few hundredths below what was reached last.
  @Test("are found")
  func found() throws {
    let reached = try Self.score.get()["fact:quote"]
    #expect(try #require(reached.f1) >= 0.88)
    #expect(try #require(reached.precision) >= 0.92)
  }
}
