/// A date as the text words it, before the calendar or the context has been asked.
///
/// The rules make one of every match; ``DateResolver`` turns all those of a document into
/// ``DateSpan``s, in text order, because many lean on the anchor or on a date before them.
struct TemporalExpression: Sendable, Hashable {
  var form: Form
  /// The date, or the first end of a range.
  var first = CalendarPoint()
  /// The last end of a range.
  var last = CalendarPoint()
  /// The sentence speaks of what is to come.
  var isFuture = false
  /// The sentence tells what has happened.
  var isPast = false
  /// A verb of the sentence stands in the present tense.
  var isPresent = false
  /// A year in which the sentence says that something happens: «в следующем году».
  var isSetting = false
  /// Number of the sentence, so that a date can lean on its neighbours.
  var sentence = 0
  /// Where it stands, in tokens.
  var tokens = 0..<0
  /// The tokens that say how long it is: «пять лет» of «ближайшие пять лет».
  var length: Range<Int>?
  /// It stands where a news text has its dateline.
  var isDateline = false

  init(_ form: Form, first: CalendarPoint = CalendarPoint(), last: CalendarPoint = CalendarPoint())
  {
    self.form = form
    self.first = first
    self.last = last
  }

  enum Form: Sendable, Hashable {
    /// One day or period.
    case point
    /// From the start of `first` to the end of `last`.
    case range
    /// From the start of `first` on, without an end.
    case since
    /// Up to the end of `first`, without a start.
    case until
    /// So many units from the start of the year of `first`: the first nine months.
    case cumulative(count: Int, unit: DateGrain)
    /// So many units back to the anchor; `nil` if the text does not say how many.
    case trailing(count: Int?, unit: DateGrain)
    /// So many units on from the anchor.
    case leading(count: Int?, unit: DateGrain)
    /// So many units before (negative) or after the day that the text speaks from.
    case away(count: Int, unit: DateGrain)
    /// The unit that the date before this one in the text lies in, moved by so many units.
    case near(count: Int, unit: DateGrain)
    /// The period before this one in the text, moved by so many units; into the year of `first`,
    /// if it has one.
    case shifted(count: Int, unit: DateGrain)
    /// Saturday and Sunday of the anchor's week, moved by so many weeks.
    case weekend(offset: Int)
    /// Again and again, every such unit.
    case recurring(DateGrain)
  }
}

/// One day or period as the text gives it: any of its parts may be missing.
struct CalendarPoint: Sendable, Hashable {
  var year: YearReference?
  /// 1 … 12.
  var month: Int?
  /// 1 … 31.
  var day: Int?
  /// 1 = Monday.
  var weekday: Int?
  var division: Division?
  /// A unit counted from the anchor: last week is −1 week.
  var relative: RelativeDate?
  /// Of a weekday, month or season: −1 the last one, 0 the present one, 1 the next one.
  var direction: Int?
  var part: Part?

  enum YearReference: Sendable, Hashable {
    case number(Int)
    /// Two digits, whose century the anchor decides.
    case short(Int)
    /// Counted from the anchor's year.
    case relative(Int)
    /// The year of the date before this one in the text.
    case previous
  }

  enum Division: Sendable, Hashable {
    case quarter(Int)
    case half(Int)
    case third(Int)
    /// First and last month; a season that runs over New Year begins in the year before.
    case months(Int, Int)
    /// Ten years from this one on.
    case decade(Int)
    /// So many years from this one on: a part of a century or of a decade.
    case years(Int, count: Int)
    /// The century with this number.
    case century(Int)
    /// Ten days of a month: 1 … 3.
    case tenDays(Int)
  }

  enum Part: String, Sendable, Hashable {
    case start, middle, end
  }

  var isEmpty: Bool { self == CalendarPoint() }

  /// The unit that the text names, not what it would resolve to.
  var grain: DateGrain {
    if let relative { return relative.unit }
    if day != nil || weekday != nil { return .day }
    switch division {
    case .quarter: return .quarter
    case .half: return .half
    case .third, .months: return .month
    case .decade: return .decade
    case .century: return .century
    case .tenDays: return .day
    case .years: return .year
    case nil: return month != nil ? .month : .year
    }
  }
}
