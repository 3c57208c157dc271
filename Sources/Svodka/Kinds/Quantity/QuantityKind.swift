import RussianMorphology
import RussianText
import TextRules

/// Quantities: measures in units, and counted nouns.
struct QuantityKind: Kind {
  static let name = "quantity"

  private let amounts: AmountReader
  private let rates: RateReader
  private let units: [Unit]
  private let halves: [Unit]
  private let alone: [Unit]
  private let short: [String]
  private let measures: CarriedMeasure
  private let inWords: CompiledLexicon
  /// «день», «тонна»: what a number does not count.
  private let uncounted: [CompiledLexicon]
  private let stems: PrefixTable
  private let stemUnits: [Unit]

  private struct Unit {
    var name: String
    var factor: DecimalNumber?
    var base: String
  }

  init(rules: CompiledRules) throws {
    amounts = AmountReader(rules: rules)
    rates = RateReader(rules: rules, kind: "quantity")
    measures = CarriedMeasure(rules: rules)
    units = Self.units(rules.lexicon("quantity", "unit")!)
    alone = Self.units(rules.lexicon("quantity", "alone")!)
    halves = Self.units(rules.lexicon("quantity", "half")!)
    inWords = rules.lexicon("date", "in")!
    uncounted = ["uncounted", "unit"].map { rules.lexicon("quantity", $0)! }
    stems = PrefixTable(rules.lexicon("quantity", "stem")!)
    stemUnits = Self.units(rules.lexicon("quantity", "stem")!)
    let short = rules.lexicon("quantity", "short")!
    let counted = short.column("counted")!
    self.short = (0..<short.count).map { short.text(entry: $0, column: counted) }
  }

  private static func units(_ lexicon: CompiledLexicon) -> [Unit] {
    let unit = lexicon.column("unit")!
    let factor = lexicon.column("factor")!
    let base = lexicon.column("base")!
    return (0..<lexicon.count).map { entry in
      Unit(
        name: lexicon.text(entry: entry, column: unit),
        factor: DecimalNumber(lexicon.text(entry: entry, column: factor)),
        base: lexicon.text(entry: entry, column: base))
    }
  }

  func value(of match: borrowing Match, in context: KindContext) -> MentionValue? {
    if let half = match.entry("half") { return .quantity(quantity(Self.half, of: halves[half])) }
    if let digits = match.range("digits") { return adjective(digits, context) }
    if let unit = match.entry("unit") { return measure(units[unit], match, context) }
    if let unit = match.entry("alone") { return measure(alone[unit], match, context) }
    guard let amount = amounts.amount(of: match, in: context) else { return nil }
    if match.field("carried") != nil { return carried(amount, match, context) }
    if match.field("counted") != nil { return countedAbove(amount, match, context) }
    var quantity = Quantity(value: amount)
    if let short = match.entry("short") {
      quantity.counted = self.short[short]
    } else {
      guard let head = match.range("head"), !context.isQuoted(match.tokens),
        case let phrase = match.range("phrase") ?? head,
        CountedNoun(amount: amount, phrase: phrase, head: head.lowerBound).agrees(in: context)
      else { return nil }
      quantity.counted = context.nominativeSingular(of: phrase, head: head.lowerBound)
    }
    quantity.bound = amounts.bound(of: match, amount, in: context)
    quantity.per = rates.per(of: match, in: context)
    return .quantity(quantity)
  }

  private static let half = Amount.exactly(DecimalNumber(significand: 5, exponent: -1)!)

  private func measure(_ unit: Unit, _ match: borrowing Match, _ context: KindContext) -> MentionValue? {
    if match.field("half") != nil { return .quantity(quantity(Self.half, of: unit)) }
    if match.field("single") != nil {
      return .quantity(quantity(.exactly(.one), of: unit, inferred: true))
    }
    if let entry = match.entry("from-unit"), units[entry].name != unit.name {
      return range(of: match, from: units[entry], to: unit, context)
    }
    guard var amount = amounts.amount(of: match, in: context),
      !isYear(amount, unit, match, context)
    else { return nil }
    if let last = match.record("last") {
      guard let shared = amounts.sharing(last, with: amount, in: context) else { return nil }
      amount = shared
    }
    var quantity = quantity(amount, of: unit, inferred: match.field("shared") != nil)
    if let phrase = match.range("phrase") {
      quantity.counted = context.nominativeSingular(of: phrase, head: phrase.upperBound - 1)
    }
    quantity.bound = amounts.bound(of: match, amount, in: context)
    quantity.per = rates.per(of: match, in: context)
    return .quantity(quantity)
  }

  /// The range with its lower end in the unit of the upper one: «от 900 граммов до 1 килограмма».
  private func range(
    of match: borrowing Match, from low: Unit, to high: Unit, _ context: KindContext
  ) -> MentionValue? {
    guard low.base == high.base, let factor = low.factor, let scale = high.factor?.intValue,
      scale != 0, let first = match.record("low"), let last = match.record("high"),
      let least = amounts.amount(of: first, in: context)?.single,
      let most = amounts.amount(of: last, in: context)?.single,
      let lower = least.multiplied(by: factor)?.divided(by: scale), lower < most
    else { return nil }
    return .quantity(quantity(.range(low: lower, high: most), of: high))
  }

  /// «количество терминалов составило 170,4 тысячи»
  private func countedAbove(
    _ amount: Amount, _ match: borrowing Match, _ context: KindContext
  ) -> MentionValue? {
    guard let phrase = match.range("phrase"), let head = match.range("head"),
      !(amount.low >= DecimalNumber(1900) && amount.high <= DecimalNumber(2100)),
      !uncounted.contains(where: { context.holds($0, head.lowerBound) }),
      !isNamed(after: match.range("number")!.upperBound, context)
    else { return nil }
    let name = context.nominativeSingular(of: phrase, head: head.lowerBound)
    return .quantity(
      Quantity(
        value: amount, counted: name, bound: amounts.bound(of: match, amount, in: context),
        inferred: true))
  }

  /// Whether what a number counts stands behind it after all.
  private func isNamed(after end: Int, _ context: KindContext) -> Bool {
    guard end < context.buffer.count, !context.buffer[end].flags.contains(.sentenceStart),
      !context.isFunctional(end)
    else { return false }
    return context.hasAnalysis(end, [.NOUN, .gent]) || context.hasAnalysis(end, .ADJF)
      || context.hasAnalysis(end, .PRTF)
  }

  /// A number whose unit or noun stands elsewhere in the sentence or paragraph.
  private func carried(
    _ amount: Amount, _ match: borrowing Match, _ context: KindContext
  ) -> MentionValue? {
    guard let number = match.range("number") else { return nil }
    var quantity: Quantity
    switch measures.measure(of: number, in: context) {
    case .unit(let entry)?: quantity = self.quantity(amount, of: units[entry], inferred: true)
    case .counted(let phrase, let head)?:
      let name = context.nominativeSingular(of: phrase, head: head)
      quantity = Quantity(value: amount, counted: name, inferred: true)
    default: return nil
    }
    quantity.bound = amounts.bound(of: match, amount, in: context)
    return .quantity(quantity)
  }

  /// «210-километровый»
  private func adjective(_ word: Range<Int>, _ context: KindContext) -> MentionValue? {
    var rest = FoldedBytes(context.spelling(of: word))
    guard let count = rest.takeDecimal() else { return nil }
    rest.takeHyphen()
    guard let stem = stems.longest(in: rest) else { return nil }
    return .quantity(quantity(.exactly(count), of: stemUnits[stem.entry]))
  }

  /// «2016 г» is a year, not a mass.
  private func isYear(
    _ amount: Amount, _ unit: Unit, _ match: borrowing Match, _ context: KindContext
  ) -> Bool {
    guard unit.name == "gram", let number = match.range("number"), number.count <= 3,
      amount.low.isWhole, let word = match.range("unit")
    else { return false }
    if context.buffer[number.lowerBound].length == 4 {
      return amount.low >= DecimalNumber(1000) && amount.high <= DecimalNumber(2100)
    }
    // «в 988 г.», «в 24 г.»; grams of something name it: «в 100 г. муки».
    guard number.lowerBound > 0, context.holds(inWords, number.lowerBound - 1),
      context.bytes(of: word).last == UInt8(ascii: ".") || word.upperBound == context.buffer.count
    else { return false }
    return word.upperBound == context.buffer.count
      || !context.hasAnalysis(word.upperBound, [.NOUN, .gent])
      || context.isFunctional(word.upperBound)
  }

  private func quantity(_ amount: Amount, of unit: Unit, inferred: Bool = false) -> Quantity {
    var base: BaseQuantity?
    if let factor = unit.factor, let value = amount.single?.multiplied(by: factor) {
      base = BaseQuantity(value: value, unit: unit.base)
    }
    return Quantity(value: amount, unit: unit.name, base: base, inferred: inferred)
  }
}
