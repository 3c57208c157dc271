import Svodka
import Testing

@testable import SvodkaView

@Suite("comparison of two results")
struct DocumentComparisonTests {
  private func money(_ range: Range<Int>, _ amount: Int) -> Mention {
    Mention(
      utf8Range: range, text: "x",
      value: .money(Money(amount: .exactly(DecimalNumber(amount)), currency: "KZT")), rule: "r")
  }

  private func statuses(_ left: [Mention], _ right: [Mention]) -> [RecordDifference.Status] {
    DocumentComparison(
      Document(id: "a", mentions: left), Document(id: "a", mentions: right),
      text: String(repeating: "x", count: 100)
    ).records.map(\.status)
  }

  @Test func recordsOfOneKindBelongTogetherByPlace() {
    #expect(statuses([money(0..<4, 5)], [money(0..<4, 5)]) == [.same])
    #expect(statuses([money(0..<4, 5)], [money(0..<4, 6)]) == [.changed])
    #expect(statuses([money(0..<4, 5)], [money(0..<8, 5)]) == [.changed])
    #expect(statuses([money(0..<3, 5)], [money(0..<8, 5)]) == [.left, .right])
    #expect(statuses([money(0..<4, 5)], []) == [.left])
    #expect(statuses([], [money(0..<4, 5), money(9..<10, 5)]) == [.right, .right])
  }

  @Test func theSameIsFoundBeforeTheSimilar() {
    // The first of the left overlaps both; only the second is its own.
    let left = [money(0..<4, 5), money(2..<6, 7)]
    #expect(statuses(left, [money(2..<6, 7), money(0..<4, 5)]) == [.same, .same])
  }

  @Test func factsBelongTogetherByWhatTheySay() {
    func quote(_ range: Range<Int>, _ words: String) -> Fact {
      Fact(
        utf8Range: range, rule: "r",
        statement: .quote(Quote(speaker: EntityReference(entity: nil, name: "Ия"), text: words)))
    }
    func compared(_ left: Fact, _ right: Fact) -> [RecordDifference.Status] {
      DocumentComparison(
        Document(id: "a", facts: [left]), Document(id: "a", facts: [right]), text: "abcdef"
      ).records.map(\.status)
    }
    #expect(compared(quote(0..<2, "да"), quote(3..<5, "да")) == [.same])
    #expect(compared(quote(0..<3, "да"), quote(2..<5, "нет")) == [.changed])
    #expect(compared(quote(0..<2, "да"), quote(3..<5, "нет")) == [.left, .right])
  }

  @Test func thePageTellsWhatItDoesNotShow() {
    let documents = (0..<5).map { number in
      DocumentComparison(
        Document(id: "\(number)", mentions: [money(0..<1, number)]),
        Document(id: "\(number)", mentions: [money(0..<1, 3)]), text: "xyz")
    }
    let page = ComparisonPage(documents, left: "a", right: "b", missingDocuments: 7, limit: 3).html
    #expect(page.contains("1 more documents with differences are not shown"))
    #expect(page.contains("7 documents could not be compared"))
    #expect(ComparisonPage([], left: "a", right: "b").html.contains("No differences."))
  }
}
