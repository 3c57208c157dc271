import TextRules

/// Reads what a rate is counted per: `rate`, or `count` of a `unit`.
struct RateReader {
  private let rates: CompiledLexicon
  private let ratePer: Int
  private let periods: CompiledLexicon
  private let periodPer: Int
  private let units: CompiledLexicon
  private let unitName: Int
  private let kind: String

  init(rules: CompiledRules, kind: String) {
    self.kind = kind
    rates = rules.lexicon(kind, "rate")!
    ratePer = rates.column("per")!
    periods = rules.lexicon(kind, "period")!
    periodPer = periods.column("per")!
    units = rules.lexicon(kind, "unit")!
    unitName = units.column("unit")!
  }

  func per(of match: borrowing Match, in context: KindContext) -> String? {
    if let rate = match.entry("rate") { return rates.text(entry: rate, column: ratePer) }
    if let period = match.entry("period") {
      return periods.text(entry: period, column: periodPer)
    }
    guard let count = match.record("count"), let unit = match.entry("unit"),
      case .number(let number) = context.value(of: count), let value = number.value.single
    else { return nil }
    let name = units.text(entry: unit, column: unitName)
    switch value {
    case .one: return name
    case DecimalNumber(100): return "hundred-\(name)"
    case DecimalNumber(1000): return "thousand-\(name)"
    case DecimalNumber(1_000_000): return "million-\(name)"
    default: return nil
    }
  }
}
