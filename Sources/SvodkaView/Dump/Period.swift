/// A column of a chart over time: a month, or a year where there are many months.
struct Period {
  var name: String
  var counts: [String: Int]

  func count(of kinds: [String]) -> Int { kinds.reduce(0) { $0 + counts[$1, default: 0] } }

  /// More months than this are drawn as years.
  private static let monthLimit = 60

  /// The periods from the first to the last that has records, those without any included.
  static func all(of summary: DumpSummary, phrases: Phrases) -> [Period] {
    guard let first = summary.months.keys.min(), let last = summary.months.keys.max() else {
      return []
    }
    if last.number - first.number < monthLimit {
      return (first.number...last.number).map { number in
        let month = DumpSummary.Month(number: number)
        return Period(
          name: "\(phrases["month.\(month.month)"]) \(month.year)",
          counts: summary.months[month] ?? [:])
      }
    }
    var years: [Int: [String: Int]] = [:]
    for (month, counts) in summary.months {
      years[month.year, default: [:]].merge(counts, uniquingKeysWith: +)
    }
    return (first.year...last.year).map { Period(name: "\($0)", counts: years[$0] ?? [:]) }
  }
}
