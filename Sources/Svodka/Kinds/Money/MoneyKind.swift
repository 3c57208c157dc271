import TextRules

/// Sums of money.
struct MoneyKind: Kind {
  static let name = "money"

  private let amounts: AmountReader
  private let currency: CompiledLexicon
  private let code: CompiledLexicon
  private let home: CompiledLexicon
  private let homes: [Home]
  private let measures: CarriedMeasure
  private let names: [Currency]
  private let codes: [Currency]
  private let rates: RateReader
  private let stems: PrefixTable
  private let stemCurrencies: [String]
  /// The forms of `code`, without quotation marks.
  private let signs: [[UInt8]]

  private struct Currency {
    var iso: String
    var minor: DecimalNumber?
    /// Only behind a number and a noun: «5 лит» is no money by itself.
    var isSlang: Bool
    /// An English word too.
    var isWord: Bool
    /// Money of several countries has this name.
    var isUnsure: Bool
  }

  /// A word of a country, and whose money a name of several then is.
  private struct Home {
    var iso: String
    var of: String
  }

  init(rules: CompiledRules) throws {
    amounts = AmountReader(rules: rules)
    currency = rules.lexicon("money", "currency")!
    code = rules.lexicon("money", "code")!
    home = rules.lexicon("money", "home")!
    let homeCurrency = home.column("currency")!
    let homeOf = home.column("of")!
    homes = (0..<home.count).map { [home] entry in
      Home(
        iso: home.text(entry: entry, column: homeCurrency),
        of: home.text(entry: entry, column: homeOf))
    }
    measures = CarriedMeasure(rules: rules)
    names = Self.currencies(currency)
    codes = Self.currencies(code)
    let stem = rules.lexicon("money", "stem")!
    let stemCurrency = stem.column("currency")!
    stems = PrefixTable(stem)
    stemCurrencies = (0..<stem.count).map { stem.text(entry: $0, column: stemCurrency) }
    rates = RateReader(rules: rules, kind: "money")
    signs = (0..<code.count).map { [code] entry in
      code.text(entry: entry, column: 0).utf8.filter { $0 != UInt8(ascii: "\"") }
    }
  }

  private static func currencies(_ lexicon: CompiledLexicon) -> [Currency] {
    let iso = lexicon.column("currency")!
    let minor = lexicon.column("minor")!
    let note = lexicon.column("note")!
    return (0..<lexicon.count).map { entry in
      Currency(
        iso: lexicon.text(entry: entry, column: iso),
        minor: DecimalNumber(lexicon.text(entry: entry, column: minor)),
        isSlang: lexicon.text(entry: entry, column: note) == "slang-word",
        isWord: lexicon.text(entry: entry, column: note) == "word",
        isUnsure: lexicon.text(entry: entry, column: note) == "unsure")
    }
  }

  func value(of match: borrowing Match, in context: KindContext) -> MentionValue? {
    if let digits = match.range("digits") { return adjective(digits, context) }
    if let glued = match.range("glued") { return codeAndDigits(glued, context) }
    guard var amount = amounts.amount(of: match, in: context) else { return nil }
    if match.field("carried") != nil { return carried(amount, match, context) }
    guard let range = match.range("currency"), let currency = currency(in: range, context) else {
      return nil
    }
    if let last = match.record("last") {
      guard let shared = amounts.sharing(last, with: amount, in: context) else { return nil }
      amount = shared
    } else if let minor = match.range("minor") {
      // «60 манатов, 30 тиын» are two sums; cents are a part of many currencies.
      guard currency.minor == nil, let part = self.currency(in: minor, context)?.iso,
        part == currency.iso || part == "USD", let minor = minorPart(match, context)
      else { return nil }
      guard let whole = amount.map({ $0.adding(minor) }) else { return nil }
      amount = whole
    }
    if let factor = currency.minor {
      guard let main = amount.map({ $0.multiplied(by: factor) }) else { return nil }
      amount = main
    }
    return .money(
      Money(
        amount: amount, currency: currency.iso, bound: amounts.bound(of: match, amount, in: context),
        per: rates.per(of: match, in: context), inferred: match.field("shared") != nil))
  }

  /// «GBP3.01»: a code of three capitals and digits in one word.
  private func codeAndDigits(_ word: Range<Int>, _ context: KindContext) -> MentionValue? {
    let bytes = context.bytes(of: word)
    guard bytes.count > 3, bytes[3] &- 48 < 10, bytes[..<3].allSatisfy({ 65...90 ~= $0 }),
      let amount = DecimalNumber(ascii: UnsafeBufferPointer(rebasing: bytes[3...])),
      let code = signs.firstIndex(where: { $0.elementsEqual(bytes[..<3]) }), !codes[code].isWord
    else { return nil }
    return .money(Money(amount: .exactly(amount), currency: codes[code].iso))
  }

  /// «100-долларовый»
  private func adjective(_ word: Range<Int>, _ context: KindContext) -> MentionValue? {
    var rest = FoldedBytes(context.spelling(of: word))
    guard let count = rest.takeDecimal() else { return nil }
    rest.takeHyphen()
    guard let stem = stems.longest(in: rest), let amount = count.multiplied(by: stem.value) else {
      return nil
    }
    return .money(Money(amount: .exactly(amount), currency: stemCurrencies[stem.entry]))
  }

  private func currency(in range: Range<Int>, _ context: KindContext) -> Currency? {
    var found: Currency?
    context.forEachEntry(of: code, in: range) { _, entry in found = codes[entry] }
    if found == nil {
      context.forEachEntry(of: currency, in: range) { _, entry in found = names[entry] }
    }
    guard let found, !found.isSlang else { return nil }
    return found.isUnsure ? placed(found, at: range, context) : found
  }

  /// The money of the country that the sentence names nearest to `range`: «чешской фирме … крон».
  private func placed(_ name: Currency, at range: Range<Int>, _ context: KindContext) -> Currency {
    let reach = 40
    let sentence = context.sentence(of: range.lowerBound)
    let window = sentence.clamped(to: range.lowerBound - reach..<range.upperBound + reach)
    var nearest = reach + 1
    var placed = name
    context.forEachEntry(of: home, in: window) { tokens, entry in
      let distance =
        tokens.lowerBound < range.lowerBound
        ? range.lowerBound - tokens.upperBound : tokens.lowerBound - range.upperBound
      if homes[entry].of == name.iso, distance < nearest {
        nearest = distance
        placed.iso = homes[entry].iso
      }
    }
    return placed
  }

  /// The copecks behind the roubles, in roubles.
  private func minorPart(_ match: borrowing Match, _ context: KindContext) -> DecimalNumber? {
    guard match.range("minor") != nil else { return nil }
    if match.range("single") != nil { return DecimalNumber(significand: 1, exponent: -2) }
    guard let small = match.record("small"),
      let count = amounts.amount(of: small, in: context)?.single
    else { return nil }
    return count.scaled(byPowerOfTen: -2)
  }

  /// A sum whose currency stands elsewhere in the sentence or paragraph.
  private func carried(
    _ amount: Amount, _ match: borrowing Match, _ context: KindContext
  ) -> MentionValue? {
    guard let number = match.range("number") else { return nil }
    let found: Currency
    switch measures.measure(of: number, in: context) {
    case .currency(let entry)?: found = names[entry]
    case .code(let entry)?: found = codes[entry]
    default: return nil
    }
    guard !found.isSlang, found.minor == nil else { return nil }
    return .money(
      Money(
        amount: amount, currency: found.iso, bound: amounts.bound(of: match, amount, in: context),
        inferred: true))
  }
}
