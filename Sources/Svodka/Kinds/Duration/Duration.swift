import TextRules

/// How long something lasts.
struct DurationKind: Kind {
  static let name = "duration"

  /// What one unit, or one word, is in ISO 8601.
  private struct Unit {
    var designator: ISODuration.Designator
    var count: DecimalNumber
  }

  private let units: [Unit]
  private let wholes: [Unit]
  private let adjectives: [Unit]
  private let termAdjectives: [Unit]
  private let stems: [(text: String, unit: Unit)]
  private let year = Unit(designator: .year, count: .one)

  init(rules: CompiledRules) throws {
    func list(_ name: String) throws -> WordTableReader {
      try WordTableReader(rules: rules, kind: "duration", name: name)
    }
    func units(_ table: WordTableReader) -> [Unit] {
      zip(table.texts("iso"), table.texts("count")).map {
        Unit(
          designator: ISODuration.Designator(rawValue: $0) ?? .day,
          count: DecimalNumber($1) ?? .one)
      }
    }
    self.units = units(try list("unit"))
    wholes = units(try list("whole"))
    adjectives = units(try list("adjective"))
    termAdjectives = units(try list("term-adjective"))
    let stem = try list("stem")
    stems = zip(stem.texts("form"), units(stem)).map { ($0.filter { $0 != "\"" }, $1) }
  }

  func value(of match: borrowing Match, in context: KindContext) -> MentionValue? {
    length(match, context).map { .duration($0) }
  }

  /// The length, with the two ends of a range and the bound of its number.
  private func length(_ match: borrowing Match, _ context: KindContext) -> TimeLength? {
    guard match.range("quarters") == nil, match.record("count-more") == nil,
      let record = match.record("count"), case .number(let number) = context.value(of: record)
    else { return iso(match, context).map { TimeLength(iso: $0) } }
    if isDate(number.value, match, context) { return nil }
    let unit = match.entry("unit").map { units[$0] } ?? year
    guard case .range(let low, let high) = number.value else {
      return iso(match, context).map { TimeLength(iso: $0, bound: number.bound) }
    }
    guard let low = iso(low, unit), let high = iso(high, unit) else { return nil }
    return TimeLength(low: low, high: high, bound: number.bound)
  }

  private func iso(_ match: borrowing Match, _ context: KindContext) -> String? {
    if let range = match.range("code") { return adjective(range, context) }
    if let entry = match.entry("whole") { return iso(.one, wholes[entry]) }
    if let entry = match.entry("adjective") { return iso(.one, adjectives[entry]) }
    if let entry = match.entry("term-adjective") { return iso(.one, termAdjectives[entry]) }
    if let entry = match.entry("half") { return DecimalNumber("0.5").flatMap { iso($0, units[entry]) } }
    let unit = match.entry("unit").map { units[$0] } ?? year
    if match.range("vague") != nil { return ISODuration.unknown(unit.designator) }
    if match.range("and-half") != nil { return DecimalNumber("1.5").flatMap { iso($0, unit) } }
    guard let record = match.record("count") else {
      guard match.range("quarters") != nil else { return iso(.one, unit) }
      let share = DecimalNumber(match.range("three") == nil ? "0.25" : "0.75")
      return share.flatMap { iso($0, unit) }
    }
    guard case .number(let number) = context.value(of: record) else { return nil }
    if match.range("quarters") != nil {
      return number.value.single?.divided(by: 4).flatMap { iso($0, unit) }
    }
    if let more = match.record("count-more"), let entry = match.entry("unit-more") {
      guard case .number(let rest) = context.value(of: more), let count = number.value.single,
        let countMore = rest.value.single
      else { return nil }
      return ISODuration.sum([part(count, unit), part(countMore, units[entry])])
    }
    if isDate(number.value, match, context) { return nil }
    return number.value.single.flatMap { iso($0, unit) }
  }

  /// «323 году»: no count asks for this form, so it is a year.
  private func isDate(_ amount: Amount, _ match: borrowing Match, _ context: KindContext) -> Bool {
    guard let word = match.range("unit")?.first, let number = amount.high.intValue,
      number % 10 != 1 || number % 100 == 11
    else { return false }
    return context.hasAnalysis(word, [.NOUN, .sing, .datv])
      && !context.hasAnalysis(word, [.NOUN, .gent]) && !context.hasAnalysis(word, [.NOUN, .plur])
  }

  private func part(_ count: DecimalNumber, _ unit: Unit) -> ISODuration.Part? {
    count.multiplied(by: unit.count).map { ISODuration.Part(count: $0, unit: unit.designator) }
  }

  private func iso(_ count: DecimalNumber, _ unit: Unit) -> String? {
    count.isNegative ? nil : ISODuration.sum([part(count, unit)])
  }

  /// `14-летнюю`
  private func adjective(_ range: Range<Int>, _ context: KindContext) -> String? {
    let text = String(decoding: context.spelling(of: range), as: UTF8.self)
    guard let number = DateNumber(text) else { return nil }
    let letters = number.letters.lowercased()
    guard let stem = stems.first(where: { letters.hasPrefix($0.text) }) else { return nil }
    return iso(DecimalNumber(number.value), stem.unit)
  }
}
