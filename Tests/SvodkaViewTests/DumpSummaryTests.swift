import Svodka
import Testing

@testable import SvodkaView

@Suite("summary of a dump")
struct DumpSummaryTests {
  private func document(_ number: Int, published: String?, percent: Int) -> (Document, String) {
    let text = "Спрос вырос на \(percent)%"
    let mention = Mention(
      utf8Range: 26..<text.utf8.count, text: "\(percent)%",
      value: .percent(Percent(value: .exactly(DecimalNumber(percent)))), rule: "r")
    let by = Measure(mention: 0, value: .percent(Percent(value: .exactly(DecimalNumber(percent)))))
    let fact = Fact(
      utf8Range: 0..<text.utf8.count, rule: "r",
      statement: .change(
        IndicatorChange(indicator: "спрос", change: Change(direction: .up, by: .measure(by)))))
    let entity = Entity(id: "org1", kind: .organization, name: "Завод \(number % 3)", mentions: [0])
    return (
      Document(
        id: "\(number)", published: published.flatMap { CalendarDay($0) }, mentions: [mention],
        entities: [entity], facts: [fact]), text
    )
  }

  @Test func partsInAnyOrderGiveTheWhole() {
    let documents = (0..<40).map {
      document($0, published: $0 % 5 == 0 ? nil : "2023-0\($0 % 9 + 1)-10", percent: $0 % 23)
    }
    var whole = DumpSummary()
    var parts = [DumpSummary(), DumpSummary(), DumpSummary()]
    for (index, (document, text)) in documents.enumerated() {
      whole.add(document, text: text)
      parts[index * 7 % 3].add(document, text: text)
    }
    var merged = DumpSummary()
    for part in parts.reversed() { merged.merge(part) }
    #expect(merged.documents == 40 && merged.undated == 8)
    #expect(merged.mentionCount == 40 && merged.factCount == 40)
    #expect(merged.months == whole.months)
    #expect(merged.names == whole.names)
    #expect(merged.rises == whole.rises)
    #expect(merged.rises.count == DumpSummary.shiftLimit)
    #expect(merged.rises.first?.percent == 22)
    #expect(DumpPage(merged, title: "x").html == DumpPage(whole, title: "x").html)
    #expect(merged.topNames(ofKind: .organization, limit: 2).map(\.name) == ["Завод 0", "Завод 1"])
  }

  @Test func manyMonthsAreDrawnAsYears() {
    var summary = DumpSummary()
    for (number, day) in ["2010-05-01", "2023-06-01"].enumerated() {
      let (document, text) = document(number, published: day, percent: 3)
      summary.add(document, text: text)
    }
    let periods = Period.all(of: summary, phrases: .in(.english))
    #expect(periods.map(\.name) == (2010...2023).map(String.init))
    #expect(periods.map { $0.count(of: ["percent"]) }.reduce(0, +) == 2)
  }

  @Test func anEmptyDumpHasAPage() {
    #expect(DumpPage(DumpSummary(), title: "пусто").html.contains("Nothing was found."))
  }

  @Test(
    "axes end at round numbers",
    arguments: [
      (1, 1, 1), (4, 4, 1), (7, 8, 2), (10, 10, 2), (36_412, 40_000, 10_000), (99, 100, 20),
      (101, 150, 50), (312, 400, 100),
    ])
  func scale(most: Int, top: Int, step: Int) {
    let scale = ColumnChart.scale(upTo: most)
    #expect(scale.top == top && scale.step == step, "\(scale)")
  }
}
