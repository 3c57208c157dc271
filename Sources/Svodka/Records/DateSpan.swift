/// A stretch of days: a date, a period, or a date that only an anchor could place.
///
///     DateSpan(from: CalendarDay("2016-01-01"), to: CalendarDay("2016-11-30"), grain: .month)
public struct DateSpan: Sendable, Hashable {
  /// The first day; `nil` if open or unknown.
  public var from: CalendarDay?
  /// The last day, inclusive; `nil` if open or unknown.
  public var to: CalendarDay?
  /// How finely the text speaks of it.
  public var grain: DateGrain
  /// It comes round again: «ежегодно», «каждый месяц».
  public var recurring: Bool
  /// Where it lies from the anchor, if no anchor was there to count from; then `from` and `to`
  /// are `nil`.
  public var relative: RelativeDate?

  public init(
    from: CalendarDay?, to: CalendarDay?, grain: DateGrain, recurring: Bool = false
  ) {
    self.from = from
    self.to = to
    self.grain = grain
    self.recurring = recurring
    self.relative = nil
  }

  /// A date that no anchor places in the calendar.
  public init(relative: RelativeDate, grain: DateGrain, recurring: Bool = false) {
    self.from = nil
    self.to = nil
    self.grain = grain
    self.recurring = recurring
    self.relative = relative
  }
}

/// The unit that a date is given in.
public enum DateGrain: String, Sendable, Hashable, Codable, CaseIterable {
  case day, week, month, quarter, half, year, decade, century
}

/// So many units before or after the day that the text speaks from: «в прошлом году» is −1 year.
public struct RelativeDate: Sendable, Hashable, Codable {
  public var unit: DateGrain
  public var offset: Int

  public init(unit: DateGrain, offset: Int) {
    self.unit = unit
    self.offset = offset
  }
}

/// A time of day: «в 15:30 по московскому времени».
public struct TimeOfDay: Sendable, Hashable, Codable {
  /// ISO 8601, without a date: `15:30`.
  public var iso: String
  /// The zone as the text names it, if it does: `Europe/Moscow`.
  public var zone: String?

  public init(iso: String, zone: String? = nil) {
    self.iso = iso
    self.zone = zone
  }
}

/// How long something lasts: «14-летнюю», «полтора месяца», «от 7 до 14 лет».
///
/// It has either ``iso`` or, as a range, ``low`` and ``high``.
public struct TimeLength: Sendable, Hashable, Codable {
  /// ISO 8601: `P14Y`, `PT30M`; `PXY` for years whose number is not told («несколько лет»).
  public var iso: String?
  /// The shorter end of a range, `P7Y`.
  public var low: String?
  /// The longer end of a range, `P14Y`.
  public var high: String?
  public var bound: Bound?

  public init(iso: String, bound: Bound? = nil) {
    self.iso = iso
    self.bound = bound
  }

  public init(low: String, high: String, bound: Bound? = nil) {
    self.low = low
    self.high = high
    self.bound = bound
  }
}

extension DateSpan: Codable {
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: FieldName.self)
    from = try fields.decodeIfPresent(CalendarDay.self, forKey: "from")
    to = try fields.decodeIfPresent(CalendarDay.self, forKey: "to")
    grain = try fields.decode(DateGrain.self, forKey: "grain")
    recurring = try fields.decodeFlag("recurring")
    relative = try fields.decodeIfPresent(RelativeDate.self, forKey: "relative")
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: FieldName.self)
    if let relative {
      try fields.encode(relative, forKey: "relative")
    } else {
      // An open end is written as `null`, so both are always there.
      try fields.encode(from, forKey: "from")
      try fields.encode(to, forKey: "to")
    }
    try fields.encode(grain, forKey: "grain")
    try fields.encodeIfTrue(recurring, forKey: "recurring")
  }
}
