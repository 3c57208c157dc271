/// Places the dates of one document in the calendar, first to last.
///
///     var resolver = DateResolver(anchor: AnchorDate(published: day, expressions: found))
///     let spans = resolver.resolve(found)  // as many as `found`, in the same order
///
/// A date without a year takes it from a date before it in the same sentence or from the anchor;
/// one that points back («a year earlier») takes the period that the text named last.
struct DateResolver {
  let anchor: AnchorDate?
  private var expressions: [TemporalExpression] = []
  /// For each date so far, the last period that the text has named with it or before.
  private var latest: [Period?] = []

  init(anchor: AnchorDate?) { self.anchor = anchor }

  mutating func resolve(_ found: [TemporalExpression]) -> [DateSpan] {
    expressions = found
    latest.removeAll(keepingCapacity: true)
    return found.indices.map { index in
      let answer = resolve(at: index)
      var period: Period?
      if let from = answer.from, let to = answer.to {
        period = Period(from: from, to: to, grain: answer.grain)
      } else if found[index].form == .point, found[index].first.part != nil {
        // «в начале 2016 года»: open at one end, and what follows may lean on the year.
        period = self.period(of: found[index].first, at: index)
      }
      latest.append(period ?? previous(to: index))
      return answer
    }
  }

  private func resolve(at index: Int) -> DateSpan {
    let expression = expressions[index]
    let first = expression.first
    switch expression.form {
    case .point:
      return span(of: first, at: index)
    case .range:
      return range(expression, at: index)
    case .since:
      guard let period = period(of: first, at: index) else { return unplaced(first) }
      return DateSpan(from: edge(of: period, first.part, .start), to: nil, grain: first.grain)
    case .until:
      guard let period = period(of: first, at: index) else { return unplaced(first) }
      return DateSpan(from: nil, to: edge(of: period, first.part, .end), grain: first.grain)
    case .cumulative(let count, let unit):
      return cumulative(count, unit, of: first, at: index)
    case .trailing(let count, let unit):
      guard let anchor, anchor.places(unit) else { return relative(unit, -(count ?? 1)) }
      let start = count.map { moved(anchor.day, by: -$0, unit).advanced(by: 1) }
      return DateSpan(from: start, to: anchor.day, grain: unit)
    case .leading(let count, let unit):
      guard let anchor, anchor.places(unit) else { return relative(unit, count ?? 1) }
      let end = count.map { moved(anchor.day, by: $0, unit) }
      return DateSpan(from: anchor.day, to: end, grain: unit)
    case .away(let count, let unit):
      return span(of: CalendarPoint(relative: RelativeDate(unit: unit, offset: count)), at: index)
    case .near(let count, let unit):
      return near(count, unit, at: index)
    case .shifted(let count, let unit):
      return shifted(count, unit, into: first, at: index)
    case .weekend(let offset):
      guard let anchor, anchor.precision == .day else { return relative(.week, offset) }
      let saturday = anchor.day.firstOfWeek.advanced(by: 7 * offset + 5)
      return DateSpan(from: saturday, to: saturday.advanced(by: 1), grain: .day)
    case .recurring(let unit):
      return DateSpan(from: nil, to: nil, grain: unit, recurring: true)
    }
  }

  private func moved(_ day: CalendarDay, by count: Int, _ unit: DateGrain) -> CalendarDay {
    Period(from: day, to: day, grain: .day).moved(by: count, unit).from
  }

  // MARK: Spans

  private func span(of point: CalendarPoint, at index: Int) -> DateSpan {
    guard let period = period(of: point, at: index) else { return unplaced(point) }
    if let part = point.part, part != .middle, !period.grain.isWithin(.half) {
      // «в начале года»: where it ends is not told.
      return DateSpan(
        from: part == .start ? period.from : nil, to: part == .end ? period.to : nil,
        grain: period.grain)
    }
    return DateSpan(from: period.from, to: period.to, grain: period.grain)
  }

  /// What is said of a date that nothing places in the calendar.
  private func unplaced(_ point: CalendarPoint) -> DateSpan {
    if let relative = point.relative { return DateSpan(relative: relative, grain: relative.unit) }
    if case .relative(let offset)? = point.year {
      return DateSpan(relative: RelativeDate(unit: .year, offset: offset), grain: point.grain)
    }
    return DateSpan(from: nil, to: nil, grain: point.grain)
  }

  private func relative(_ unit: DateGrain, _ offset: Int) -> DateSpan {
    DateSpan(relative: RelativeDate(unit: unit, offset: offset), grain: unit)
  }

  private func edge(
    of period: Period, _ part: CalendarPoint.Part?, _ side: CalendarPoint.Part
  ) -> CalendarDay {
    switch part ?? side {
    case .start: period.from
    case .middle: period.middle
    case .end: period.to
    }
  }

  // MARK: Ranges

  private func range(_ expression: TemporalExpression, at index: Int) -> DateSpan {
    var (first, last) = (expression.first, expression.last)
    let (hadYear, lastHadYear) = (first.year != nil, last.year != nil)
    if first.day != nil, first.month == nil { first.month = last.month }
    if first.day == nil, first.month != nil, last.month == nil, last.day != nil {
      last.month = first.month
    }
    first.year = first.year ?? (first.hasOwnYear ? nil : last.year)
    last.year = last.year ?? (last.hasOwnYear ? nil : first.year)
    guard var start = period(of: first, at: index), var end = period(of: last, at: index) else {
      return unplaced(last.isEmpty ? first : last)
    }
    if end.to < start.from, hadYear != lastHadYear || !hadYear {
      // The year was written on one side at most, and the range runs over New Year: the one that
      // is nearest to the anchor.
      if lastHadYear || !hadYear && isNearer(end, than: start) {
        start = start.moved(by: -1, .year)
      } else {
        end = end.moved(by: 1, .year)
      }
    }
    if end.to < start.from { return DateSpan(from: nil, to: nil, grain: last.grain) }
    if first.part == .end, last.part == .start, !last.grain.isWithin(.year) {
      // «конец 1980-х — начало 1990-х»: neither end is told.
      return DateSpan(from: nil, to: nil, grain: last.grain)
    }
    return DateSpan(
      from: edge(of: start, first.part, .start), to: edge(of: end, last.part, .end),
      grain: last.grain)
  }

  /// Whether the anchor lies nearer to the end of a range than to its start.
  private func isNearer(_ end: Period, than start: Period) -> Bool {
    guard let anchor else { return false }
    return abs(end.to.distance(to: anchor.day)) < abs(anchor.day.distance(to: start.from))
  }

  private func cumulative(
    _ count: Int, _ unit: DateGrain, of point: CalendarPoint, at index: Int
  ) -> DateSpan {
    var year = point
    let months = unit == .quarter ? count * 3 : unit == .half ? count * 6 : count
    guard (1...12).contains(months) else { return unplaced(point) }
    if point.year == nil, let own = self.year(before: index) {
      year.year = .number(own)
    } else if point.year == nil, let anchor {
      // A bare «nine months» is the latest stretch of that length that can be over.
      let ended = anchor.precision == .year || anchor.day.month > months
      let nearly = anchor.day.month == months && anchor.day.day >= 10
      year.year = .number(ended || nearly ? anchor.day.year : anchor.day.year - 1)
    }
    guard let whole = period(of: year, at: index) else { return unplaced(point) }
    let result = Period(monthsOf: whole.from.year, 1...months, grain: unit)
    return DateSpan(from: result.from, to: result.to, grain: unit)
  }

  private func shifted(
    _ count: Int, _ unit: DateGrain, into point: CalendarPoint, at index: Int
  ) -> DateSpan {
    let year = point.year.flatMap { number(of: $0, at: index) }
    guard let before = previous(to: index) else {
      // Nothing tells which period it is compared with.
      return DateSpan(from: nil, to: nil, grain: unit)
    }
    let period =
      if let year {
        before.moved(by: year - before.from.year, .year)
      } else {
        before.moved(by: count, unit)
      }
    return DateSpan(from: period.from, to: period.to, grain: period.grain)
  }

  private func near(_ count: Int, _ unit: DateGrain, at index: Int) -> DateSpan {
    guard let before = previous(to: index), before.grain.isWithin(unit) else {
      return span(of: CalendarPoint(relative: RelativeDate(unit: unit, offset: count)), at: index)
    }
    let own = Period(unit, of: before.from).moved(by: count, unit)
    let period = Period(unit, of: own.from)
    return DateSpan(from: period.from, to: period.to, grain: unit)
  }

  // MARK: Context

  /// The period that the text named last.
  private func previous(to index: Int) -> Period? {
    // A date may ask about the next one, which is not resolved yet: «в мае того же года».
    let before = min(index, latest.count) - 1
    return before < 0 ? nil : latest[before]
  }

  /// The year of a date before this one in its sentence, if that date has a month: «on 5 May 2014
  /// …, and in June …»; or of the one that follows at once: «in May and June 2014».
  private func year(before index: Int) -> Int? {
    let own = expressions[index]
    if index + 1 < expressions.count {
      let next = expressions[index + 1]
      if next.sentence == own.sentence, next.tokens.lowerBound - own.tokens.upperBound <= 1,
        next.first.month != nil || next.first.division != nil, let year = next.first.year
      {
        return number(of: year, at: index + 1)
      }
    }
    for before in stride(from: index - 1, through: 0, by: -1) {
      let other = expressions[before]
      if other.sentence != own.sentence { break }
      let point = other.form == .range ? other.last : other.first
      if let year = point.year, point.month != nil || other.isSetting {
        return number(of: year, at: before)
      }
    }
    return nil
  }

  /// The year that a reference stands for.
  private func number(of year: CalendarPoint.YearReference, at index: Int) -> Int? {
    switch year {
    case .number(let number):
      return number
    case .short(let digits):
      let latest = (anchor?.day.year ?? 2029) + 20
      return latest - ((latest - digits) % 100 + 100) % 100
    case .relative(let offset):
      return anchor.map { $0.day.year + offset }
    case .previous:
      return previous(to: index)?.to.year ?? anchor?.day.year
    }
  }

  // MARK: Points

  private func period(of point: CalendarPoint, at index: Int) -> Period? {
    if let relative = point.relative { return period(of: relative) }
    if let direction = point.direction, point.year == nil {
      return period(of: point, direction: direction)
    }
    switch point.division {
    case .decade(let year): return Period(years: year, count: 10, grain: .decade)
    case .years(let first, let count): return Period(years: first, count: count, grain: .year)
    case .century(let number):
      // Before our era.
      guard number > 0 else { return nil }
      return Period(years: (number - 1) * 100 + 1, count: 100, grain: .century)
    default: break
    }
    if point.weekday != nil, point.day == nil { return weekday(of: point, at: index) }
    if let year = point.year {
      return number(of: year, at: index).flatMap { point.period(in: $0) }
    }
    return yearless(point, at: index)
  }

  private func period(of relative: RelativeDate) -> Period? {
    guard let anchor, anchor.places(relative.unit) else { return nil }
    let own = Period(relative.unit, of: anchor.day)
    let moved = own.moved(by: relative.offset, relative.unit).from
    // «5000 лет назад» lies before the calendar.
    guard (2...9998).contains(moved.year) else { return nil }
    return Period(relative.unit, of: moved)
  }

  /// The last, the present or the next such month, season or weekday.
  private func period(of point: CalendarPoint, direction: Int) -> Period? {
    guard let anchor else { return nil }
    if let weekday = point.weekday, point.day == nil {
      guard anchor.precision == .day else { return nil }
      let day: CalendarDay
      switch direction {
      case ..<0: day = last(weekday, before: anchor.day.advanced(by: -1))
      case 0: day = anchor.day.firstOfWeek.advanced(by: weekday - 1)
      default: day = last(weekday, before: anchor.day.advanced(by: 7))
      }
      return Period(.day, of: day)
    }
    let year = anchor.day.year
    if direction == 0 { return point.period(in: year) }
    let candidates = [year - 1, year, year + 1].compactMap { point.period(in: $0) }
    return direction < 0
      ? candidates.last { $0.to < anchor.day } : candidates.first { $0.from > anchor.day }
  }

  private func last(_ weekday: Int, before day: CalendarDay) -> CalendarDay {
    day.advanced(by: -((day.weekday - weekday + 7) % 7))
  }

  private func weekday(of point: CalendarPoint, at index: Int) -> Period? {
    guard let anchor, anchor.precision == .day, let weekday = point.weekday else { return nil }
    let limit = expressions[index].isFuture ? anchor.day.advanced(by: 7) : anchor.day
    return Period(.day, of: last(weekday, before: limit))
  }

  /// Places a date without a year: by its sentence, else in the anchor's year, or the year before
  /// if that would lie more than half a year ahead.
  private func yearless(_ point: CalendarPoint, at index: Int) -> Period? {
    if let year = year(before: index), let period = point.period(in: year) {
      return period
    }
    guard let anchor else { return nil }
    let year = anchor.day.year
    let isFuture = expressions[index].isFuture
    guard let own = point.period(in: year) else {
      return point.period(in: year - 1) ?? point.period(in: year + 1)
    }
    if anchor.precision == .year { return own }
    let ahead = anchor.day.distance(to: own.from)
    if ahead > 183, !isFuture { return point.period(in: year - 1) ?? own }
    if ahead < -183, own.to < anchor.day, let next = point.period(in: year + 1),
      isFuture || isNear(next, at: index)
    {
      return next
    }
    return own
  }

  /// «С 1 января действует …», written in December: the first of January that comes.
  private func isNear(_ next: Period, at index: Int) -> Bool {
    guard let anchor, expressions[index].form == .since else { return false }
    return expressions[index].isPresent && !expressions[index].isPast
      && anchor.day.distance(to: next.from) <= 62
  }
}

extension CalendarPoint {
  /// The point needs no year from elsewhere.
  var hasOwnYear: Bool {
    if relative != nil || direction != nil { return true }
    switch division {
    case .decade, .century, .years: return true
    default: return false
    }
  }

  /// The days of the point in that year; `nil` if the calendar has none such.
  func period(in year: Int) -> Period? {
    guard (1...9999).contains(year) else { return nil }
    if let month {
      guard let start = CalendarDay(year: year, month: month, day: 1) else { return nil }
      if let day {
        guard let day = CalendarDay(year: year, month: month, day: day) else { return nil }
        return Period(.day, of: day)
      }
      if case .tenDays(let number)? = division {
        let from = start.advanced(by: (number - 1) * 10)
        return Period(
          from: from, to: number == 3 ? start.lastOfMonth : from.advanced(by: 9), grain: .day)
      }
      return Period(.month, of: start)
    }
    if day != nil { return nil }
    switch division {
    case .quarter(let number):
      return Period(monthsOf: year, (number * 3 - 2)...(number * 3), grain: .quarter)
    case .half(let number):
      return Period(monthsOf: year, (number * 6 - 5)...(number * 6), grain: .half)
    case .third(let number):
      return Period(monthsOf: year, (number * 4 - 3)...(number * 4), grain: .month)
    case .months(let first, let last):
      let from = CalendarDay(year: first > last ? year - 1 : year, month: first, day: 1)
      let to = CalendarDay(year: year, month: last, day: 1)
      guard let from, let to else { return nil }
      return Period(from: from, to: to.lastOfMonth, grain: .month)
    default:
      return Period(years: year, count: 1, grain: .year)
    }
  }
}

extension DateGrain {
  /// Whether such a period lies in one of the other unit.
  func isWithin(_ other: DateGrain) -> Bool {
    DateGrain.allCases.firstIndex(of: self)! <= DateGrain.allCases.firstIndex(of: other)!
  }
}
