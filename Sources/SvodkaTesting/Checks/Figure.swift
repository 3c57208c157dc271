/// A number that a record must have: exact, nearly so, or a range with both ends.
///
///     .money(61_500_000_000, .kzt)
///     .money(.billions(61.5), .kzt)
///     .percent(.near(18, within: 0.5))
///     .percent(.range(13.5, 14.2))
public struct Figure: Sendable, Hashable, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  var low: Double
  /// nil if it is one number.
  var high: Double?
  var tolerance: Double

  public init(integerLiteral value: Int) { self = .exactly(Double(value)) }
  public init(floatLiteral value: Double) { self = .exactly(value) }

  public static func exactly(_ value: Double) -> Figure {
    Figure(low: value, high: nil, tolerance: 0)
  }
  public static func thousands(_ value: Double) -> Figure { .exactly(value * 1e3) }
  public static func millions(_ value: Double) -> Figure { .exactly(value * 1e6) }
  public static func billions(_ value: Double) -> Figure { .exactly(value * 1e9) }
  public static func trillions(_ value: Double) -> Figure { .exactly(value * 1e12) }

  /// A number no further from `value` than `tolerance`.
  public static func near(_ value: Double, within tolerance: Double) -> Figure {
    Figure(low: value, high: nil, tolerance: tolerance)
  }

  /// A range whose ends are both told: «от 10 до 12 тысяч».
  public static func range(_ low: Double, _ high: Double) -> Figure {
    Figure(low: low, high: high, tolerance: 0)
  }

  private init(low: Double, high: Double?, tolerance: Double) {
    self.low = low
    self.high = high
    self.tolerance = tolerance
  }

  static func isMet(_ wanted: Double, _ tolerance: Double, by found: Double?) -> Bool {
    guard let found else { return false }
    return abs(found - wanted) <= tolerance + 1e-9 * max(1, abs(wanted))
  }
}

/// An ISO 4217 code: `.kzt`, or `"KZT"`.
public struct Currency: Sendable, Hashable, ExpressibleByStringLiteral {
  public let code: String
  public init(stringLiteral code: String) { self.code = code }

  public static let kzt: Currency = "KZT"
  public static let rub: Currency = "RUB"
  public static let usd: Currency = "USD"
  public static let eur: Currency = "EUR"
  public static let cny: Currency = "CNY"
  public static let uzs: Currency = "UZS"
  public static let kgs: Currency = "KGS"
  public static let byn: Currency = "BYN"
}
