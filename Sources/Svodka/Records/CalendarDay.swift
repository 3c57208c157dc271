/// A day of the proleptic Gregorian calendar, without a time or a zone.
///
///     CalendarDay("2016-02-29")!.advanced(by: 1).description  // "2016-03-01"
///
/// Years run from 1 to 9999, so every day has an ISO 8601 text of ten characters.
public struct CalendarDay: Sendable, Hashable {
  /// 1 … 9999.
  public let year: Int
  /// 1 … 12.
  public let month: Int
  /// 1 … 31.
  public let day: Int

  /// Makes a day, or `nil` if the calendar has none such: no 31 February.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= CalendarDay.length(ofMonth: month, year: year)
    else { return nil }
    self.init(known: year, month, day)
  }

  private init(known year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  public static let first = CalendarDay(known: 1, 1, 1)
  public static let last = CalendarDay(known: 9999, 12, 31)

  /// How many days the month has; 0 if there is no such month.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 1, 3, 5, 7, 8, 10, 12: 31
    case 4, 6, 9, 11: 30
    case 2: isLeap(year) ? 29 : 28
    default: 0
    }
  }

  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }
}

// MARK: Arithmetic

extension CalendarDay: Comparable {
  public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

extension CalendarDay {
  /// Days since 1 January of the year 1, which is day 0 and a Monday.
  public var dayNumber: Int {
    let past = year - 1
    var days = past * 365 + past / 4 - past / 100 + past / 400
    for earlier in 1..<month { days += CalendarDay.length(ofMonth: earlier, year: year) }
    return days + day - 1
  }

  /// The day with that ``dayNumber``; one outside the years 1 … 9999 is held at the nearest end.
  public init(dayNumber: Int) {
    let number = min(max(dayNumber, 0), CalendarDay.last.dayNumber)
    // 400 years have exactly 146,097 days, so the guess is at most a year off.
    var year = min(number * 400 / 146_097 + 1, 9999)
    if CalendarDay(known: year, 1, 1).dayNumber > number { year -= 1 }
    if year < 9999, CalendarDay(known: year + 1, 1, 1).dayNumber <= number { year += 1 }
    var rest = number - CalendarDay(known: year, 1, 1).dayNumber
    var month = 1
    while case let length = CalendarDay.length(ofMonth: month, year: year), rest >= length {
      rest -= length
      month += 1
    }
    self.init(known: year, month, rest + 1)
  }

  /// The day so many days later, or earlier if negative; held inside the years 1 … 9999.
  public func advanced(by days: Int) -> CalendarDay {
    CalendarDay(dayNumber: dayNumber + min(max(days, -4_000_000), 4_000_000))
  }

  /// How many days `other` is later than this one.
  public func distance(to other: CalendarDay) -> Int { other.dayNumber - dayNumber }

  /// The same day so many months later; a day that the month lacks becomes its last.
  ///
  ///     CalendarDay("2016-01-31")!.addingMonths(1).description  // "2016-02-29"
  public func addingMonths(_ months: Int) -> CalendarDay {
    let bounded = min(max(months, -120_000), 120_000)
    let total = min(max(year * 12 + month - 1 + bounded, 12), 9999 * 12 + 11)
    let (year, month) = (total / 12, total % 12 + 1)
    return CalendarDay(
      known: year, month, min(day, CalendarDay.length(ofMonth: month, year: year)))
  }

  /// The same day so many years later; 29 February becomes the 28th where it is missing.
  public func addingYears(_ years: Int) -> CalendarDay {
    addingMonths(min(max(years, -9999), 9999) * 12)
  }

  public var firstOfMonth: CalendarDay { CalendarDay(known: year, month, 1) }
  public var lastOfMonth: CalendarDay {
    CalendarDay(known: year, month, CalendarDay.length(ofMonth: month, year: year))
  }
  public var firstOfYear: CalendarDay { CalendarDay(known: year, 1, 1) }
  public var lastOfYear: CalendarDay { CalendarDay(known: year, 12, 31) }

  /// 1 … 4.
  public var quarter: Int { (month + 2) / 3 }
  /// The first day of the quarter this day lies in.
  public var firstOfQuarter: CalendarDay { CalendarDay(known: year, quarter * 3 - 2, 1) }
  /// The last day of the quarter this day lies in.
  public var lastOfQuarter: CalendarDay {
    CalendarDay(known: year, quarter * 3, 1).lastOfMonth
  }

  /// 1 = Monday … 7 = Sunday, as in ISO 8601.
  public var weekday: Int { dayNumber % 7 + 1 }

  /// Monday of the week this day lies in.
  public var firstOfWeek: CalendarDay { advanced(by: 1 - weekday) }
  /// Sunday of the week this day lies in.
  public var lastOfWeek: CalendarDay { advanced(by: 7 - weekday) }

  /// The ISO 8601 week: its number from 1, and the year it is counted in.
  ///
  ///     CalendarDay("2016-01-01")!.isoWeek  // (year: 2015, week: 53)
  public var isoWeek: (year: Int, week: Int) {
    // A week belongs to the year that its Thursday lies in.
    let thursday = dayNumber + 4 - weekday
    let home = CalendarDay(dayNumber: thursday).year
    return (home, (thursday - CalendarDay(known: home, 1, 1).dayNumber) / 7 + 1)
  }
}

// MARK: Text

extension CalendarDay: CustomStringConvertible, LosslessStringConvertible, Codable {
  /// ISO 8601: `2016-12-15`.
  public var description: String {
    var ascii: [UInt8] = []
    append(to: &ascii)
    return String(decoding: ascii, as: UTF8.self)
  }

  /// Reads ISO 8601: `2016-12-15`, or a date and time that begins so, `2016-12-15T08:30:00Z`.
  public init?(_ description: String) {
    let bytes = Array(description.utf8)
    guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      bytes.count == 10 || bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
      let year = CalendarDay.number(bytes[0..<4]), let month = CalendarDay.number(bytes[5..<7]),
      let day = CalendarDay.number(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private static func number(_ ascii: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in ascii {
      guard case let digit = byte &- 48, digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }

  /// Appends ``description`` as ASCII bytes.
  public func append(to bytes: inout [UInt8]) {
    func digits(_ value: Int, from power: Int) {
      var power = power
      while power > 0 {
        bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / power % 10))
        power /= 10
      }
    }
    digits(year, from: 1000)
    bytes.append(UInt8(ascii: "-"))
    digits(month, from: 10)
    bytes.append(UInt8(ascii: "-"))
    digits(day, from: 10)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let day = CalendarDay(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text)' is no date of the form 2016-12-15")
    }
    self = day
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
