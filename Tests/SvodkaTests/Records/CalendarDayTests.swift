import Foundation
import Svodka
import Testing

@Suite("calendar days")
struct CalendarDayTests {
  @Test(
    "a day that the calendar lacks is none",
    arguments: [
      "2015-02-29", "1900-02-29", "2016-04-31", "2016-13-01", "2016-00-10", "2016-01-00",
      "0000-01-01", "16-01-01", "2016-1-1", "2016/01/01", "2016-01-01x", "", "2016-01-0a",
    ])
  func refuses(text: String) {
    #expect(CalendarDay(text) == nil)
  }

  @Test func readsDatesAndTimesByTheirDate() {
    #expect(CalendarDay("2016-02-29")?.description == "2016-02-29")
    #expect(CalendarDay("2016-12-15T08:30:00Z")?.description == "2016-12-15")
    #expect(CalendarDay("0001-01-01") == .first)
    #expect(CalendarDay("9999-12-31") == .last)
  }

  @Test func everyDayFollowsTheOneBefore() {
    var day = CalendarDay.first
    for number in 0...CalendarDay.last.dayNumber {
      // The whole calendar in one loop: an #expect a day would take minutes.
      if day.dayNumber != number || CalendarDay(dayNumber: number) != day {
        Issue.record("day \(number) is \(day)")
        return
      }
      day =
        CalendarDay(year: day.year, month: day.month, day: day.day + 1)
        ?? CalendarDay(year: day.year, month: day.month + 1, day: 1)
        ?? CalendarDay(year: day.year + 1, month: 1, day: 1) ?? .last
    }
  }

  @Test func agreesWithFoundationOnWeekdaysAndWeeks() throws {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = TimeZone(secondsFromGMT: 0)!
    for number in stride(from: 657_438, to: 766_644, by: 37) {
      let day = CalendarDay(dayNumber: number)
      let date = try #require(
        calendar.date(from: DateComponents(year: day.year, month: day.month, day: day.day)))
      let parts = calendar.dateComponents([.weekday, .weekOfYear, .yearForWeekOfYear], from: date)
      #expect((day.weekday % 7) + 1 == parts.weekday, "\(day)")
      #expect(day.isoWeek.week == parts.weekOfYear, "\(day)")
      #expect(day.isoWeek.year == parts.yearForWeekOfYear, "\(day)")
    }
  }

  @Test func monthsAndYearsKeepInsideTheMonth() {
    let day = CalendarDay("2016-01-31")!
    #expect(day.addingMonths(1) == CalendarDay("2016-02-29"))
    #expect(day.addingMonths(-2) == CalendarDay("2015-11-30"))
    #expect(CalendarDay("2016-02-29")!.addingYears(1) == CalendarDay("2017-02-28"))
    #expect(CalendarDay("2016-02-10")!.lastOfMonth == CalendarDay("2016-02-29"))
    #expect(CalendarDay("2016-05-10")!.firstOfQuarter == CalendarDay("2016-04-01"))
    #expect(CalendarDay("2016-05-10")!.lastOfQuarter == CalendarDay("2016-06-30"))
    #expect(CalendarDay("2016-12-15")!.firstOfWeek == CalendarDay("2016-12-12"))
    #expect(CalendarDay("2016-12-15")!.lastOfWeek == CalendarDay("2016-12-18"))
    #expect(CalendarDay("2016-12-15")!.distance(to: CalendarDay("2017-01-01")!) == 17)
  }

  @Test func theEndsOfTheCalendarHold() {
    #expect(CalendarDay.last.advanced(by: 1) == .last)
    #expect(CalendarDay.first.advanced(by: .min) == .first)
    #expect(CalendarDay.first.addingYears(.min) == .first)
    #expect(CalendarDay.last.addingMonths(.max).year == 9999)
  }
}
