/// Digits at the start of a token, with the letters behind them: `2017-го`, `4К2023`, `16`.
struct DateNumber {
  var value: Int
  /// How many digits were written.
  var digits: Int
  /// What follows, without a hyphen.
  var letters: Substring

  /// - Returns: `nil` if the text does not begin with one to four digits.
  init?(_ text: some StringProtocol) {
    let figures = text.prefix { $0.isASCII && $0.isNumber }
    guard (1...4).contains(figures.utf8.count), let value = Int(figures) else { return nil }
    self.value = value
    digits = figures.utf8.count
    var rest = Substring(text.dropFirst(figures.count))
    while let first = rest.first, DateNumber.hyphens.contains(first) { rest = rest.dropFirst() }
    while rest.last == "." { rest = rest.dropLast() }
    letters = rest
  }

  private static let hyphens: [Character] = ["-", "\u{2010}", "\u{2011}", "\u{2013}"]
}

/// A date in digits: `12.05.2020`, `12/05/20`, `2020-05-12`; or a day and month, `14.10`.
struct NumericDate {
  var point = CalendarPoint()

  /// - Returns: `nil` if the digits are no date of the calendar.
  init?(_ text: String) {
    let parts = text.split { $0 == "." || $0 == "/" || $0 == "-" }
    let numbers = parts.compactMap { part -> Int? in
      part.utf8.allSatisfy { $0 &- 48 < 10 } && part.utf8.count <= 4 ? Int(part) : nil
    }
    guard numbers.count == parts.count else { return nil }
    let sizes = parts.map { $0.utf8.count }
    switch (numbers.count, sizes) {
    case (3, let sizes) where sizes[0] == 4 && sizes[1] == 2 && sizes[2] == 2:
      point.year = .number(numbers[0])
      (point.month, point.day) = (numbers[1], numbers[2])
    case (3, let sizes) where sizes[0] <= 2 && sizes[1] <= 2 && sizes[2] == 4:
      point.year = .number(numbers[2])
      (point.month, point.day) = (numbers[1], numbers[0])
    case (3, [2, 2, 2]):
      point.year = .short(numbers[2])
      (point.month, point.day) = (numbers[1], numbers[0])
    case (2, [2, 2]):
      (point.month, point.day) = (numbers[1], numbers[0])
    default:
      return nil
    }
    if case .number(let year)? = point.year, !(1800...2199).contains(year) { return nil }
    guard point.isPossible else { return nil }
  }
}

extension NumericDate {
  /// Two digits, two digits and four, whatever they say: `30.02.2019`.
  static func looksLikeDate(_ text: String) -> Bool {
    let sizes = text.split(separator: ".").map { part in
      part.utf8.allSatisfy { $0 &- 48 < 10 } ? part.utf8.count : 0
    }
    return sizes == [2, 2, 4]
  }
}

extension CalendarPoint {
  /// The calendar has such a day, in the year given or, without one, in some year.
  var isPossible: Bool {
    if let month, !(1...12).contains(month) { return false }
    guard let day else { return true }
    var year = 2000
    if case .number(let number)? = self.year { year = number }
    guard let month else { return (1...31).contains(day) }
    return CalendarDay(year: year, month: month, day: day) != nil
  }
}
