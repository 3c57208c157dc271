/// A stretch of whole days with both ends known.
struct Period: Sendable, Hashable {
  var from: CalendarDay
  var to: CalendarDay
  var grain: DateGrain

  init(from: CalendarDay, to: CalendarDay, grain: DateGrain) {
    self.from = from
    self.to = to
    self.grain = grain
  }

  /// The unit that the day lies in: its month, its quarter, its century.
  init(_ grain: DateGrain, of day: CalendarDay) {
    switch grain {
    case .day: self.init(from: day, to: day, grain: grain)
    case .week: self.init(from: day.firstOfWeek, to: day.lastOfWeek, grain: grain)
    case .month: self.init(from: day.firstOfMonth, to: day.lastOfMonth, grain: grain)
    case .quarter: self.init(from: day.firstOfQuarter, to: day.lastOfQuarter, grain: grain)
    case .half: self.init(monthsOf: day.year, day.month <= 6 ? 1...6 : 7...12, grain: grain)
    case .year: self.init(from: day.firstOfYear, to: day.lastOfYear, grain: grain)
    case .decade: self.init(years: day.year / 10 * 10, count: 10, grain: grain)
    case .century: self.init(years: (day.year - 1) / 100 * 100 + 1, count: 100, grain: grain)
    }
  }

  /// Whole months of one year.
  init(monthsOf year: Int, _ months: ClosedRange<Int>, grain: DateGrain) {
    let start = CalendarDay(dayNumber: Period.dayNumber(year, months.lowerBound))
    self.init(
      from: start, to: start.addingMonths(months.count - 1).lastOfMonth, grain: grain)
  }

  /// Whole years.
  init(years first: Int, count: Int, grain: DateGrain) {
    let from = CalendarDay(dayNumber: Period.dayNumber(first, 1))
    self.init(from: from, to: from.addingYears(count - 1).lastOfYear, grain: grain)
  }

  private static func dayNumber(_ year: Int, _ month: Int) -> Int {
    CalendarDay(year: min(max(year, 1), 9999), month: month, day: 1)?.dayNumber ?? 0
  }

  /// The period moved by so many units; one that ends with its month still does.
  ///
  ///     // 1 January – 30 November 2016, moved by −1 year: 1 January – 30 November 2015
  func moved(by count: Int, _ unit: DateGrain) -> Period {
    // No more than there are days in the calendar.
    let count = min(max(count, -4_000_000), 4_000_000)
    let months: Int
    switch unit {
    case .day, .week:
      let days = unit == .day ? count : count * 7
      return Period(from: from.advanced(by: days), to: to.advanced(by: days), grain: grain)
    case .month: months = count
    case .quarter: months = count * 3
    case .half: months = count * 6
    case .year: months = count * 12
    case .decade: months = count * 120
    case .century: months = count * 1200
    }
    let end = to.addingMonths(months)
    return Period(
      from: from.addingMonths(months), to: to == to.lastOfMonth ? end.lastOfMonth : end,
      grain: grain)
  }

  var middle: CalendarDay { from.advanced(by: from.distance(to: to) / 2) }
}
