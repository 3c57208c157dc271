import TextRules

/// Reads the number of a measure: what its captures `number`, `one`, or `low` with `high` hold.
struct AmountReader {
  let bounds: BoundReader

  init(rules: CompiledRules) { bounds = BoundReader(rules: rules) }

  func amount(of match: borrowing Match, in context: KindContext) -> Amount? {
    if let number = match.record("number") { return amount(of: number, in: context) }
    if match.range("one") != nil { return .exactly(.one) }
    if let low = match.record("low"), let high = match.record("high"),
      let least = amount(of: low, in: context)?.single,
      let most = amount(of: high, in: context)?.single
    {
      let shared = Self.scaled(least, like: most, in: context, high).flatMap { $0 < most ? $0 : nil }
      let low = shared ?? least
      return low < most ? .range(low: low, high: most) : nil
    }
    return nil
  }

  func amount(of number: MatchedRecord, in context: KindContext) -> Amount? {
    guard case .number(let number) = context.value(of: number) else { return nil }
    return number.value
  }

  /// The bound that the words before and behind the match set.
  func bound(of match: borrowing Match, _ amount: Amount, in context: KindContext) -> Bound? {
    if let named = match.field("bound") { return Bound(rawValue: named) }
    return bounds.bound(before: match.tokens, amount, in: context)
      ?? bounds.bound(after: match.tokens, in: context)
  }

  /// `amount` with the multiplier of the number that ends its list: «5, 7 и 9 миллионов».
  func sharing(_ last: MatchedRecord, with amount: Amount, in context: KindContext) -> Amount? {
    guard let end = self.amount(of: last, in: context)?.high else { return nil }
    guard let value = amount.single else { return amount }
    return Self.scaled(value, like: end, in: context, last).map(Amount.exactly) ?? amount
  }

  /// `value` in the thousands, millions or so that the words of `last` end with.
  private static func scaled(
    _ value: DecimalNumber, like end: DecimalNumber, in context: KindContext, _ last: MatchedRecord
  ) -> DecimalNumber? {
    guard value < DecimalNumber(1000), last.tokens.count > 1,
      context.buffer[last.tokens.upperBound - 1].kind != .number
    else { return nil }
    for power in [12, 9, 6, 3] {
      guard let scale = DecimalNumber.one.scaled(byPowerOfTen: power), end >= scale else {
        continue
      }
      return value.multiplied(by: scale)
    }
    return nil
  }
}
