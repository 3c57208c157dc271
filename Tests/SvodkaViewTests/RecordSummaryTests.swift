import Svodka
import Testing

@testable import SvodkaView

@Suite("values in a table")
struct RecordSummaryTests {
  @Test(
    "digits stand in groups of three",
    arguments: [
      ("1174", "1174"), ("10125", "10 125"), ("61500000000", "61 500 000 000"),
      ("-1234567.89", "-1 234 567.89"),
      ("-123456", "-123 456"), ("24.5", "24.5"),
    ])
  func grouping(number: String, written: String) throws {
    #expect(try #require(DecimalNumber(number)).grouped == written)
  }

  @Test(
    "values read like words",
    arguments: [
      (
        .money(Money(amount: .exactly(61_500_000_000), currency: "KZT", bound: .moreThan)),
        "> 61 500 000 000 KZT"
      ),
      (.percent(Percent(value: .range(low: 5, high: 7))), "5 – 7 %"),
      (.quantity(Quantity(value: .exactly(10_000), unit: "item", per: "year")),
        "10 000 item per year"),
      (.date(DateSpan(from: CalendarDay("2016-12-15"), to: CalendarDay("2016-12-15"), grain: .day)),
        "2016-12-15"),
      (.date(DateSpan(from: CalendarDay("1994-01-01"), to: nil, grain: .year)), "1994-01-01 … ?"),
      (.date(DateSpan(relative: RelativeDate(unit: .year, offset: -1), grain: .year)), "-1 year"),
      (.person(Person(family: "Алферов", given: "Олег")), "Олег Алферов"),
    ] as [(MentionValue, String)])
  func summaries(value: MentionValue, written: String) { #expect(value.summary == written) }
}
