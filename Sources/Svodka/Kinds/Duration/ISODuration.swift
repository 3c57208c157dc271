/// Writes durations in ISO 8601.
///
/// A duration keeps the unit that the text names: «13 месяцев» is `P13M`. A fraction moves to the next
/// smaller unit where it is whole there, so that «полтора часа» is `PT90M` and «полтора года»
/// `P18M`; months have no fixed length, so one and a half is `P1.5M`. Years and months stay apart,
/// `P1Y3M`, as do weeks and days; hours, minutes and seconds are added up in the smallest of them,
/// «час 55 минут» is `PT115M`.
enum ISODuration {
  enum Designator: String, Sendable, CaseIterable {
    case year = "Y"
    case month = "M"
    case week = "W"
    case day = "D"
    case hour = "TH"
    case minute = "TM"
    case second = "TS"

    /// The unit of so many periods of a calendar; `nil` for those that are several of one.
    init?(_ grain: DateGrain) {
      switch grain {
      case .day: self = .day
      case .week: self = .week
      case .month: self = .month
      case .year: self = .year
      case .quarter, .half, .decade, .century: return nil
      }
    }

    /// The next smaller unit and how many of it this one has, if that is a fixed number.
    var smaller: (unit: Designator, count: Int)? {
      switch self {
      case .year: (.month, 12)
      case .week: (.day, 7)
      case .day: (.hour, 24)
      case .hour: (.minute, 60)
      case .minute: (.second, 60)
      case .month, .second: nil
      }
    }

    var isTime: Bool { rawValue.utf8.count == 2 }

    static func isLarger(_ one: Designator, _ other: Designator) -> Bool {
      allCases.firstIndex(of: one)! < allCases.firstIndex(of: other)!
    }
  }

  struct Part {
    var count: DecimalNumber
    var unit: Designator

    /// The same length without a fraction, if a smaller unit allows that.
    var whole: Part {
      guard !count.isWhole, let smaller = unit.smaller,
        let finer = count.multiplied(by: DecimalNumber(smaller.count))
      else { return self }
      let part = Part(count: finer, unit: smaller.unit).whole
      return part.count.isWhole ? part : self
    }
  }

  /// A number of units that the text does not tell: `PXD`.
  static func unknown(_ unit: Designator) -> String {
    unit.isTime ? "PTX\(unit.rawValue.dropFirst())" : "PX\(unit.rawValue)"
  }

  /// - Returns: `nil` if a part is missing, or if two parts have the same unit.
  static func sum(_ parts: [Part?]) -> String? {
    var known = parts.compactMap { $0?.whole }
    guard known.count == parts.count, Set(known.map(\.unit)).count == known.count else { return nil }
    while let smallest = known.map(\.unit).filter(\.isTime).max(by: Designator.isLarger),
      let other = known.firstIndex(where: { $0.unit.isTime && $0.unit != smallest })
    {
      guard let smaller = known[other].unit.smaller,
        let finer = known[other].count.multiplied(by: DecimalNumber(smaller.count))
      else { return nil }
      if let same = known.firstIndex(where: { $0.unit == smaller.unit }) {
        guard let sum = known[same].count.adding(finer) else { return nil }
        known[same].count = sum
        known.remove(at: other)
      } else {
        known[other] = Part(count: finer, unit: smaller.unit)
      }
    }
    var text = "P"
    for unit in Designator.allCases {
      guard let part = known.first(where: { $0.unit == unit }) else { continue }
      if unit.isTime { text += "T" }
      text += "\(part.count)\(unit.isTime ? unit.rawValue.dropFirst() : unit.rawValue[...])"
    }
    return text
  }
}
