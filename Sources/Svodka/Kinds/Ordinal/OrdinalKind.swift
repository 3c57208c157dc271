import RussianText
import TextRules

/// Ordinal numbers in words and in digits.
struct OrdinalKind: Kind {
  static let name = "ordinal"

  private let values: [DecimalNumber?]
  private let endings: PrefixTable
  private let cardinals: CardinalEndings
  private let combining: PrefixTable
  private let scales: PrefixTable

  init(rules: CompiledRules) throws {
    let ordinal = rules.lexicon("ordinal", "ordinal")!
    let value = ordinal.column("value")!
    values = (0..<ordinal.count).map { DecimalNumber(ordinal.text(entry: $0, column: value)) }
    combining = PrefixTable(rules.lexicon("ordinal", "combining")!)
    scales = PrefixTable(rules.lexicon("ordinal", "scale")!)
    cardinals = CardinalEndings(rules: rules)
    endings = PrefixTable(rules.lexicon("ordinal", "ending")!)
  }

  func value(of match: borrowing Match, in context: KindContext) -> MentionValue? {
    if let digits = match.range("digits") { return inDigits(digits, context) }
    if let figures = match.range("figures") {
      var digits = FoldedBytes(context.bytes(of: figures))
      return digits.takeDigits().flatMap(ordinal)
    }
    var last = match.entry("ordinal").flatMap { values[$0] }
    if let word = match.range("compound") { last = compound(word, context) }
    guard let last else { return nil }
    guard let head = match.record("number") else { return ordinal(last) }
    guard let front = words(head, context), let sum = sum(front, last) else { return nil }
    return ordinal(sum)
  }

  private func ordinal(_ value: DecimalNumber) -> MentionValue {
    .ordinal(OrdinalNumber(value: value))
  }

  /// The number before an ordinal, if it is written in words.
  private func words(_ record: MatchedRecord, _ context: KindContext) -> DecimalNumber? {
    guard record.tokens.allSatisfy({ context.buffer[$0].kind == .word }),
      case .number(let number) = context.value(of: record)
    else { return nil }
    return number.value.single
  }

  /// «двадцать» + «первый», where the ordinal fits below the last place of the number.
  private func sum(_ front: DecimalNumber, _ last: DecimalNumber) -> DecimalNumber? {
    guard let head = front.intValue, let tail = last.intValue, head > 0, tail > 0 else {
      return nil
    }
    if tail >= 1000, tail % 1000 == 0, head < 1000 {
      // «пять миллионов стотысячный» adds, «сто тысячный» multiplies.
      return tail == 1000 || tail == 1_000_000 ? front.multiplied(by: last) : nil
    }
    var place = 1
    while place <= tail { place *= 10 }
    return head % place == 0 ? front.adding(last) : nil
  }

  /// «стотридцатипятитысячный»: numerals run together, then a scale.
  private func compound(_ tokens: Range<Int>, _ context: KindContext) -> DecimalNumber? {
    // Shorter words are in the list; most adjectives end here.
    guard context.buffer[tokens.lowerBound].length >= Self.leastCompound else { return nil }
    var rest = FoldedBytes(context.spelling(of: tokens))
    var sum = NumberSum()
    while scales.longest(in: rest) == nil, let part = combining.longest(in: rest) {
      guard sum.addWord(part.value, below: NumberSum.room(below: part.value)) else { return nil }
      rest.removeFirst(part.length)
    }
    guard let scale = scales.longest(in: rest), let count = sum.result?.value else { return nil }
    return count.multiplied(by: scale.value)
  }

  /// Bytes of the shortest compound that the word list lacks.
  private static let leastCompound: UInt32 = 28

  /// «3-й», «4го»: digits, an ending of an ordinal and nothing else.
  private func inDigits(_ tokens: Range<Int>, _ context: KindContext) -> MentionValue? {
    // «2-х месяцев» counts; «90-х» does not.
    if cardinals.value(of: context.spelling(of: tokens)) != nil { return nil }
    var rest = FoldedBytes(context.spelling(of: tokens))
    guard let value = rest.takeDigits() else { return nil }
    rest.takeHyphen()
    guard endings.holds(rest) else { return nil }
    return ordinal(value)
  }
}
