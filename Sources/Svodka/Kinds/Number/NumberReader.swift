import RussianText
import TextRules

/// Reads a number out of tokens: groups of digits, numerals in words, multipliers.
///
/// «2 134 472,44» · «двадцать пять тысяч» · «2 миллиона 300 тысяч» · «полутора десятка»
///
/// All of the tokens make the number, or there is none: nothing is left out or guessed.
struct NumberReader {
  private let lexicon: CompiledLexicon
  private let bounds: BoundReader
  private let price: CompiledLexicon
  private let minus: CompiledLexicon
  private let short: CompiledLexicon
  private let values: [Numeral]
  private let denominators: CompiledLexicon
  private let denominatorValues: [Int?]

  /// An entry of the word list of numerals.
  private struct Numeral {
    var value: DecimalNumber?
    var kind: Kind
    enum Kind: String {
      case unit, teen, ten, hundred, collective, half, pair, group, multiplier, fraction, point
      case excess
    }
  }

  init(rules: CompiledRules, bounds: BoundReader) {
    self.bounds = bounds
    price = rules.lexicon("number", "price")!
    minus = rules.lexicon("number", "minus")!
    short = rules.lexicon("number", "short")!
    lexicon = rules.lexicon("number", "numeral")!
    let value = lexicon.column("value")!
    let kind = lexicon.column("class")!
    values = (0..<lexicon.count).map { [lexicon] entry in
      Numeral(
        value: DecimalNumber(lexicon.text(entry: entry, column: value)),
        kind: Numeral.Kind(rawValue: lexicon.text(entry: entry, column: kind)) ?? .point)
    }
    denominators = rules.lexicon("number", "denominator")!
    let divisor = denominators.column("value")!
    denominatorValues = (0..<denominators.count).map { [denominators] entry in
      Int(denominators.text(entry: entry, column: divisor))
    }
  }
}

/// What a stretch of tokens reads as.
struct ReadNumber {
  var value: DecimalNumber
  /// The multiplier that ends it: 1,000 in «15 тыс.»; 1 without one.
  var multiplier = DecimalNumber.one
  /// «12 с лишним миллионов»
  var exceeds = false
  /// All digits, no word.
  var isDigits = false
}

extension NumberReader {
  /// The value of an entry of the word list of numerals.
  func value(of entry: Int) -> DecimalNumber? { values[entry].value }

  /// The number that all of `tokens` make together.
  func number(in tokens: Range<Int>, of context: KindContext) -> ReadNumber? {
    var sum = NumberSum()
    var next = tokens.lowerBound
    var isRight = true
    context.forEachEntry(of: lexicon, in: tokens) { range, entry in
      guard isRight else { return }
      isRight = addDigits(next..<range.lowerBound, of: context, to: &sum)
        && add(values[entry], at: range, in: tokens, of: context, to: &sum)
      next = range.upperBound
    }
    guard isRight, addDigits(next..<tokens.upperBound, of: context, to: &sum) else { return nil }
    return sum.result
  }

  /// The fraction that «две десятых» or «пять целых две десятых» makes.
  ///
  /// - Parameter top: the numerator, where «и» parts it from the whole: «пять целых и две десятых».
  func fraction(
    _ parts: Range<Int>, and top: Range<Int>? = nil, over denominator: Int, in context: KindContext
  ) -> DecimalNumber? {
    guard let divisor = denominatorValues[denominator], divisor >= 10, isPowerOfTen(divisor),
      !follows(point: parts.lowerBound, in: context)
    else { return nil }
    var whole = DecimalNumber.zero
    var numerator = top ?? parts
    if let point = point(in: parts, of: context) {
      guard top == nil || point + 1 == parts.upperBound,
        let read = number(in: parts.lowerBound..<point, of: context)
      else { return nil }
      whole = read.value
      if top == nil { numerator = point + 1..<parts.upperBound }
    } else if top != nil {
      return nil
    }
    guard let top = number(in: numerator, of: context)?.value, top.isWhole,
      let share = top.divided(by: divisor), share < .one
    else { return nil }
    return whole.adding(share)
  }

  /// The last word of `parts` that parts a whole from its share («целых»), save for the first.
  private func point(in parts: Range<Int>, of context: KindContext) -> Int? {
    var point: Int?
    context.forEachEntry(of: lexicon, in: parts) { range, entry in
      if values[entry].kind == .point, range.lowerBound > parts.lowerBound {
        point = range.lowerBound
      }
    }
    return point
  }

  /// Whether a whole that was not read stands right before: «столько-то целых и пять десятых».
  private func follows(point start: Int, in context: KindContext) -> Bool {
    var follows = false
    context.forEachEntry(of: lexicon, in: max(0, start - 2)..<start) { _, entry in
      if values[entry].kind == .point { follows = true }
    }
    return follows
  }

  /// Whether the number that `tokens` hold is written with a minus.
  func isBelowZero(_ tokens: Range<Int>, in context: KindContext) -> Bool {
    context.holds(minus, tokens.lowerBound)
  }
}

private func isPowerOfTen(_ number: Int) -> Bool {
  var rest = number
  while rest > 1, rest % 10 == 0 { rest /= 10 }
  return rest == 1
}

extension NumberReader {
  /// Is the only word of `tokens` «один», which is mostly no number?
  func isLoneOne(_ tokens: Range<Int>, of context: KindContext) -> Bool {
    guard tokens.count == 1 else { return false }
    var isOne = false
    context.forEachEntry(of: lexicon, in: tokens) { _, entry in
      isOne = values[entry].kind == .unit && values[entry].value == .one
    }
    return isOne
  }

  private func add(
    _ numeral: Numeral, at range: Range<Int>, in tokens: Range<Int>, of context: KindContext,
    to sum: inout NumberSum
  ) -> Bool {
    guard let value = numeral.value else { return false }
    switch numeral.kind {
    case .unit, .collective: return sum.addWord(value, below: 1)
    case .teen: return sum.addWord(value, below: 1)
    case .ten: return sum.addWord(value, below: 10)
    case .hundred: return sum.addWord(value, below: 100)
    case .half: return sum.addHalf(value)
    case .fraction: return sum.addFraction(value)
    case .pair: return sum.addPair(value)
    case .group, .multiplier:
      // «сотни тысяч» says no number; «тысячу» and «миллион» do.
      // So does «млн», the unit of a heading.
      if sum.isEmpty, context.holds(short, range.lowerBound) || !isSingular(range.lowerBound, context)
      {
        return false
      }
      return sum.multiply(by: value, isGroup: numeral.kind == .group)
    case .excess: return sum.markExcess()
    case .point: return false
    }
  }

  /// Is the word at `index` one («миллион», «тысячу»)? «тысячи» mostly means many, but not behind
  /// a bound or a price: «более тысячи», «цена тысячи кубометров».
  private func isSingular(_ index: Int, _ context: KindContext) -> Bool {
    guard context.hasAnalysis(index, [.sing]) else { return false }
    if !context.hasAnalysis(index, [.plur]) { return true }
    // «десяток» is «десятка» in the plural too.
    if context.hasAnalysis(index, [.sing, .nomn]) { return true }
    return index > 0 && context.holds(price, index - 1)
      || bounds.bound(before: index..<index + 1, .exactly(.one), in: context) != nil
  }

  /// Adds the digits of `tokens`, which are one number in groups of three.
  private func addDigits(
    _ tokens: Range<Int>, of context: KindContext, to sum: inout NumberSum
  ) -> Bool {
    if tokens.isEmpty { return true }
    guard tokens.count <= 8, let value = digits(tokens, of: context) else { return false }
    return sum.addDigits(value)
  }

  private func digits(_ tokens: Range<Int>, of context: KindContext) -> DecimalNumber? {
    var digits = DigitGroups()
    for index in tokens {
      if index > tokens.lowerBound, !context.isGroupSpace(before: index) { return nil }
      let isLast = index + 1 == tokens.upperBound
      let bytes = context.bytes(of: index..<index + 1)
      guard digits.append(bytes, isFirst: index == tokens.lowerBound, isLast: isLast) else {
        return nil
      }
    }
    if digits.isAmbiguous, tokens.count == 1 {
      return digits.value(dotGroups: context.groupsByDot(at: tokens.lowerBound))
    }
    return digits.value(dotGroups: false)
  }
}
