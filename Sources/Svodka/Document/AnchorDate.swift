/// The day that the text speaks from: relative dates count from it.
struct AnchorDate: Sendable, Hashable {
  var day: CalendarDay
  /// How much of `day` is known: the day, the month, or the year alone.
  var precision: DateGrain
  var source: Anchor

  init(day: CalendarDay, precision: DateGrain, source: Anchor) {
    self.day = day
    self.precision = precision
    self.source = source
  }

  /// Finds the anchor of a document: the date of publication if it was given, else its dateline,
  /// else what the explicit years in the text say; `nil` if there is none of these.
  init?(published: CalendarDay?, expressions: [TemporalExpression]) {
    if let published {
      self.init(day: published, precision: .day, source: .given)
    } else if let dateline = AnchorDate.dateline(in: expressions) {
      self.init(day: dateline, precision: .day, source: .dateline)
    } else {
      self.init(inferredFrom: expressions)
    }
  }

  private static func dateline(in expressions: [TemporalExpression]) -> CalendarDay? {
    for expression in expressions where expression.isDateline && expression.form == .point {
      if let day = expression.first.writtenDay { return day }
    }
    return nil
  }

  /// The year that the text names most often, the later one of equals; its latest day or month.
  private init?(inferredFrom expressions: [TemporalExpression]) {
    var counts: [Int: Int] = [:]
    for expression in expressions where expression.tellsNow {
      for point in [expression.first, expression.last] {
        if case .number(let year)? = point.year, (1900...2100).contains(year) {
          counts[year, default: 0] += 1
        }
      }
    }
    let commonest = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
    guard let year = commonest?.key, let end = CalendarDay(year: year, month: 12, day: 31) else {
      return nil
    }
    self.init(day: end, precision: .year, source: .inferred)
    for expression in expressions where expression.tellsNow {
      for point in [expression.first, expression.last] where point.year == .number(year) {
        refine(by: point)
      }
    }
  }

  private mutating func refine(by point: CalendarPoint) {
    guard let month = point.month else { return }
    if let found = point.writtenDay {
      if precision != .day || found > day { (day, precision) = (found, .day) }
    } else if precision != .day,
      let found = CalendarDay(year: day.year, month: month, day: 1)?.lastOfMonth
    {
      if precision == .year || found > day { (day, precision) = (found, .month) }
    }
  }

  /// Whether a date so many of these units away can be placed in the calendar.
  func places(_ unit: DateGrain) -> Bool {
    switch unit {
    case .day, .week: precision == .day
    case .month, .quarter, .half: precision != .year
    case .year, .decade, .century: true
    }
  }
}

extension CalendarPoint {
  /// The day, if the text gives it in full.
  var writtenDay: CalendarDay? {
    guard case .number(let year)? = year, let month, let day else { return nil }
    return CalendarDay(year: year, month: month, day: day)
  }
}

extension TemporalExpression {
  /// May the text have been written about then? Not what is to come, nor a life or an age.
  fileprivate var tellsNow: Bool {
    if isFuture || form == .until { return false }
    if case .number(let from)? = first.year, case .number(let to)? = last.year {
      return to - from <= 10
    }
    return true
  }
}
