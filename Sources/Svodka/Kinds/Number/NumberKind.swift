import RussianText
import TextRules

/// Numbers in digits and in words, alone and in ranges.
struct NumberKind: Kind {
  static let name = "number"

  private let reader: NumberReader
  private let bounds: BoundReader
  private let cardinals: CardinalEndings
  private let pairs: [(low: DecimalNumber, high: DecimalNumber)]
  /// How many times as much an adverb says.
  private let times: [DecimalNumber]

  init(rules: CompiledRules) throws {
    bounds = BoundReader(rules: rules)
    cardinals = CardinalEndings(rules: rules)
    reader = NumberReader(rules: rules, bounds: bounds)
    let pair = rules.lexicon("number", "pair")!
    let times = rules.lexicon("number", "times")!
    let factor = times.column("value")!
    self.times = (0..<times.count).map { entry in
      DecimalNumber(times.text(entry: entry, column: factor)) ?? .one
    }
    let low = pair.column("low")!
    let high = pair.column("high")!
    pairs = (0..<pair.count).map { entry in
      (
        DecimalNumber(pair.text(entry: entry, column: low)) ?? .zero,
        DecimalNumber(pair.text(entry: entry, column: high)) ?? .zero
      )
    }
  }

  func value(of match: borrowing Match, in context: KindContext) -> MentionValue? {
    if let low = match.range("low"), let high = match.range("high") {
      return range(from: low, to: high, match, context)
    }
    if let entry = match.entry("times") {
      return mention(.exactly(times[entry]), exceeds: false, match, context)
    }
    if let pair = match.entry("pair") { return range(pairs[pair], match, context) }
    if let digits = match.range("digits") {
      guard let value = cardinals.value(of: context.bytes(of: digits)) else { return nil }
      return mention(.exactly(value), exceeds: false, match, context)
    }
    guard let parts = match.range("parts") else { return nil }
    if let denominator = match.entry("denominator") {
      guard
        var value = reader.fraction(
          parts, and: match.range("top"), over: denominator, in: context)
      else { return nil }
      if let scale = match.entry("scale") {
        guard let scaled = reader.value(of: scale).flatMap(value.multiplied) else { return nil }
        value = scaled
      }
      return mention(.exactly(value), exceeds: false, match, context)
    }
    guard let read = reader.number(in: parts, of: context) else {
      return match.tokens == parts ? firstCell(of: parts, match, context) : nil
    }
    if match.tokens == parts {
      // «один» is mostly a pronoun; other kinds read it where a noun follows.
      if reader.isLoneOne(parts, of: context), !context.isWholeSentence(parts) { return nil }
    } else if match.field("sign") != nil || !read.value.isNegative {
      guard context.standsApart(match.tokens.lowerBound) else { return nil }
    }
    let isNegative = match.field("sign") == "minus"
    guard let value = isNegative ? read.value.negated() : read.value else { return nil }
    return mention(.exactly(value), exceeds: read.exceeds, match, context)
  }

  /// «12 345⇥13 500»: a tab or a wide gap parts the cells of a table, and the first is the number.
  private func firstCell(
    of parts: Range<Int>, _ match: borrowing Match, _ context: KindContext
  ) -> MentionValue? {
    guard
      let next = parts.dropFirst().first(where: {
        context.buffer[$0].kind == .number && context.buffer[$0 - 1].kind == .number
          && context.buffer[$0].flags.contains(.spaceBefore) && !context.isGroupSpace(before: $0)
      }), case let cell = parts.lowerBound..<next,
      let read = reader.number(in: cell, of: context)
    else { return nil }
    context.matcher.resize(to: cell)
    let bound = bounds.bound(before: cell, .exactly(read.value), in: context)
    return .number(PlainNumber(value: .exactly(read.value), bound: bound))
  }

  private func range(
    from low: Range<Int>, to high: Range<Int>, _ match: borrowing Match, _ context: KindContext
  ) -> MentionValue? {
    // «(727)-250–60»: the dash parts digits and is no sign.
    if match.field("sign") != nil, !context.standsApart(match.tokens.lowerBound) { return nil }
    guard var first = reader.number(in: low, of: context),
      var last = reader.number(in: high, of: context)
    else { return nil }
    let isBelow = match.range("below") != nil
    if isBelow, let value = first.value.negated() { first.value = value }
    // «минус 2–4»: one minus for both ends.
    if match.range("minus") != nil || (isBelow && match.range("plus") == nil),
      let value = last.value.negated()
    {
      last.value = value
    }
    var least = first.value
    if first.multiplier == .one, last.multiplier > .one,
      let shared = least.multiplied(by: last.multiplier),
      isBelow && last.value.isNegative ? shared > last.value : shared < last.value
    {
      // «от 3 до 5 тысяч» counts thousands on both sides.
      least = shared
    }
    if isBelow, least > last.value {
      // «минус 2 – минус 5» names the warmer end first.
      return mention(.range(low: last.value, high: least), exceeds: false, match, context)
    }
    guard least < last.value else { return nil }
    return mention(.range(low: least, high: last.value), exceeds: false, match, context)
  }

  /// «пять-шесть тысяч»
  private func range(
    _ pair: (low: DecimalNumber, high: DecimalNumber), _ match: borrowing Match,
    _ context: KindContext
  ) -> MentionValue? {
    let scale = match.entry("scale").flatMap(reader.value) ?? .one
    guard let low = pair.low.multiplied(by: scale), let high = pair.high.multiplied(by: scale)
    else { return nil }
    return mention(.range(low: low, high: high), exceeds: false, match, context)
  }

  private func mention(
    _ amount: Amount, exceeds: Bool, _ match: borrowing Match, _ context: KindContext
  ) -> MentionValue {
    let bound = exceeds ? .moreThan : bounds.bound(before: match.tokens, amount, in: context)
    return .number(PlainNumber(value: amount, bound: bound))
  }
}
