import TextRules

/// Times of day.
struct TimeKind: Kind {
  static let name = "time"

  private struct DayPart {
    /// Hours of the twelve-hour clock that lie after noon.
    var afternoon: ClosedRange<Int>
    /// Twelve o'clock is midnight.
    var hasMidnight: Bool
  }

  private let zones: [String]
  private let parts: [DayPart]

  init(rules: CompiledRules) throws {
    zones = try WordTableReader(rules: rules, kind: "time", name: "zone").texts("zone")
    let part = try WordTableReader(rules: rules, kind: "time", name: "part")
    parts = zip(
      zip(part.integers("from"), part.integers("to")), part.texts("midnight")
    ).map { DayPart(afternoon: $0.0...$0.1, hasMidnight: $1 == "yes") }
  }

  func value(of match: borrowing Match, in context: KindContext) -> MentionValue? {
    guard let (hour, minute, second) = clock(match, context),
      (0...24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second ?? 0)
    else { return nil }
    if hour == 24, minute > 0 { return nil }
    var iso = "\(twoDigits(hour)):\(twoDigits(minute))"
    if let second { iso += ":\(twoDigits(second))" }
    let zone = match.entry("zone").map { zones[$0] } ?? ""
    return .time(TimeOfDay(iso: iso, zone: zone.isEmpty ? nil : zone))
  }

  private func clock(
    _ match: borrowing Match, _ context: KindContext
  ) -> (hour: Int, minute: Int, second: Int?)? {
    if match.range("noon") != nil { return (12, 0, nil) }
    if match.range("midnight") != nil { return (0, 0, nil) }
    if let range = match.range("dotted") {
      let parts = String(decoding: context.bytes(of: range), as: UTF8.self).split(separator: ".")
      guard parts.count == 2, parts[1].utf8.count == 2, let hour = Int(parts[0]),
        let minute = Int(parts[1]), hour < 24
      else { return nil }
      return (hour, minute, nil)
    }
    if let range = match.range("four") {
      let digits = String(decoding: context.bytes(of: range), as: UTF8.self)
      guard digits.hasPrefix("0"), let number = Int(digits) else { return nil }
      return (number / 100, number % 100, nil)
    }
    let isOne = match.range("one") != nil
    guard var hour = isOne ? 1 : number(match.range("hour"), match.record("hour"), context) else {
      return nil
    }
    var minute = 0
    if match.range("minute") != nil {
      guard let found = number(match.range("minute"), match.record("minute"), context) else {
        return nil
      }
      minute = found
    }
    if let entry = match.entry("part") {
      guard (1...12).contains(hour) else { return nil }
      if hour == 12, parts[entry].hasMidnight { hour = 0 }
      if parts[entry].afternoon.contains(hour) { hour += 12 }
    }
    let second = match.range("second").flatMap { number($0, nil, context) }
    return (hour, minute, second)
  }

  private func number(
    _ range: Range<Int>?, _ record: MatchedRecord?, _ context: KindContext
  ) -> Int? {
    if let record, case .number(let number) = context.value(of: record) {
      return number.value.single?.intValue
    }
    return range.flatMap { Int(String(decoding: context.bytes(of: $0), as: UTF8.self)) }
  }

  private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
