import Svodka

extension Phrases {
  /// A stretch of days as it is said: `September 2023`, `Q4 2023`, `19–24 October 2016`.
  func phrase(of span: DateSpan) -> String {
    let phrase = span.relative.map(self.phrase) ?? phrase(from: span.from, to: span.to)
    return span.recurring ? "\(phrase), \(self["date.recurring"])" : phrase
  }

  private func phrase(of relative: RelativeDate) -> String {
    phrase(
      "date.relative",
      [
        "unit": self["unit.\(relative.unit.rawValue)"],
        "offset": (relative.offset > 0 ? "+" : relative.offset < 0 ? "−" : "±")
          + "\(relative.offset.magnitude)",
      ])
  }

  private func phrase(from first: CalendarDay?, to last: CalendarDay?) -> String {
    switch (first, last) {
    case (nil, nil): "?"
    case (let first?, nil): phrase("date.from", ["from": phrase(of: first)])
    case (nil, let last?): phrase("date.to", ["to": phrase(of: last)])
    case (let first?, let last?): phrase(first, last)
    }
  }

  func phrase(of day: CalendarDay) -> String {
    phrase(
      "date.day",
      ["day": "\(day.day)", "month": self["monthday.\(day.month)"], "year": "\(day.year)"])
  }

  /// The coarsest words that say exactly these days.
  private func phrase(_ first: CalendarDay, _ last: CalendarDay) -> String {
    if first == last { return phrase(of: first) }
    let years = first.year == last.year ? "\(first.year)" : "\(first.year)–\(last.year)"
    if first == first.firstOfYear, last == last.lastOfYear { return years }
    let isOneYear = first.year == last.year
    if isOneYear, first == first.firstOfMonth, last == last.lastOfMonth {
      return phrase(ofMonths: first.month...last.month, year: first.year)
    }
    if isOneYear, first.month == last.month {
      return phrase(
        "date.days",
        [
          "day": "\(first.day)", "lastDay": "\(last.day)",
          "month": self["monthday.\(first.month)"], "year": years,
        ])
    }
    return "\(phrase(of: first)) – \(phrase(of: last))"
  }

  private func phrase(ofMonths months: ClosedRange<Int>, year: Int) -> String {
    switch (months.lowerBound, months.upperBound) {
    case (1, 6), (7, 12):
      phrase("date.half", ["half": "\(months.lowerBound / 7 + 1)", "year": "\(year)"])
    case (let first, let last) where first % 3 == 1 && last == first + 2:
      phrase("date.quarter", ["quarter": "\(last / 3)", "year": "\(year)"])
    case (let first, let last) where first == last: "\(self["month.\(first)"]) \(year)"
    case (let first, let last): "\(self["month.\(first)"]) – \(self["month.\(last)"]) \(year)"
    }
  }
}
