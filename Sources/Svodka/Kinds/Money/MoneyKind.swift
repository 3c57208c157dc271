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
  private let sharedMinors: CompiledLexicon
  /// The currencies whose hundredth bears a name of `sharedMinors`; empty for any.
  private let mains: [[Substring]]
  private let magnitudes: PrefixTable
  private let reader: NumberReader
  private let tables: TableUnits

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
    reader = NumberReader(rules: rules, bounds: amounts.bounds)
    tables = TableUnits(rules: rules)
    magnitudes = PrefixTable(rules.lexicon("money", "magnitude")!)
    let minors = rules.lexicon("money", "shared-minor")!
    let main = minors.column("main")!
    sharedMinors = minors
    mains = (0..<minors.count).map { [minors] in
      let text = minors.text(entry: $0, column: main)
      return text == "*" ? [] : text.split(separator: " ")
    }
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
    guard var amount = written(match, context) else { return nil }
    if match.field("carried") != nil { return carried(amount, match, context) }
    if match.field("cell") != nil { return cell(amount, match, context) }
    guard let range = match.range("currency"), let currency = currency(in: range, context) else {
      return nil
    }
    if let scale = match.entry("scale").flatMap(reader.value) {
      guard let scaled = amount.map({ $0.multiplied(by: scale) }) else { return nil }
      amount = scaled
    }
    if let last = match.record("last") {
      guard let shared = amounts.sharing(last, with: amount, in: context) else { return nil }
      amount = shared
    } else if let minor = match.range("minor") {
      // «60 манатов, 30 тиын» are two sums; cents are a part of many currencies.
      guard currency.minor == nil, isPart(minor, of: currency.iso, context),
        let part = minorPart(match, context), let whole = amount.single?.adding(part)
      else { return nil }
      amount = .exactly(whole)
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

  /// The amount that stands there, with what is glued to its digits.
  private func written(_ match: borrowing Match, _ context: KindContext) -> Amount? {
    if let whole = match.record("whole"), let cents = match.range("cents") {
      return centsApart(whole, cents, context)
    }
    if let word = match.range("scaled") {
      var rest = FoldedBytes(context.spelling(of: word))
      guard let count = rest.takeDecimal(), let magnitude = magnitudes.longest(in: rest),
        magnitude.length == rest.rest.count
      else { return nil }
      return count.multiplied(by: magnitude.value).map(Amount.exactly)
    }
    let amount = amounts.amount(of: match, in: context)
    guard match.range("kilo") != nil else { return amount }
    return amount?.map { $0.scaled(byPowerOfTen: 3) }
  }

  /// «1 599 059, 38»: only behind digits in three groups, since «15, 38» and «10 000, 38» are lists.
  private func centsApart(
    _ whole: MatchedRecord, _ cents: Range<Int>, _ context: KindContext
  ) -> Amount? {
    let isNegative = reader.isBelowZero(whole.tokens, in: context)
    let digits = isNegative ? whole.tokens.dropFirst() : whole.tokens
    guard digits.count > 2, digits.allSatisfy({ context.buffer[$0].kind == .number }),
      let value = amounts.amount(of: whole, in: context)?.single, value.isWhole,
      let part = DecimalNumber(ascii: context.bytes(of: cents))?.scaled(byPowerOfTen: -2)
    else { return nil }
    return value.adding(isNegative ? part.negated() ?? part : part).map(Amount.exactly)
  }

  /// «GBP3.01», «10RUB», «3.14US$»: a currency code or sign joined to the digits, before or behind
  /// them.
  private func codeAndDigits(_ word: Range<Int>, _ context: KindContext) -> MentionValue? {
    let bytes = context.bytes(of: word)
    let isDigit = { (byte: UInt8) in byte &- 48 < 10 }
    guard let first = bytes.firstIndex(where: isDigit),
      let last = bytes.lastIndex(where: isDigit), first == 0 || last == bytes.count - 1
    else { return nil }
    let digits = bytes[first...last]
    let sign = first == 0 ? bytes[(last + 1)...] : bytes[..<first]
    guard sign.count > 2, let amount = DecimalNumber(ascii: UnsafeBufferPointer(rebasing: digits)),
      let code = signs.firstIndex(where: { $0.elementsEqual(sign) }), !codes[code].isWord
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

  /// Whether the minor unit that stands at `minor` is a hundredth of `main`.
  private func isPart(_ minor: Range<Int>, of main: String, _ context: KindContext) -> Bool {
    var found = currency(in: minor, context)?.iso == main
    context.forEachEntry(of: sharedMinors, in: minor) { _, entry in
      found = found || mains[entry].isEmpty || mains[entry].contains(where: { $0 == main })
    }
    return found
  }

  /// The copecks behind the roubles, in roubles, with the sign of the whole sum.
  private func minorPart(_ match: borrowing Match, _ context: KindContext) -> DecimalNumber? {
    var count = DecimalNumber.one
    if let small = match.record("small") {
      guard let read = amounts.amount(of: small, in: context)?.single else { return nil }
      count = read
    }
    guard !count.isNegative, count < DecimalNumber(100),
      let part = count.scaled(byPowerOfTen: -2)
    else { return nil }
    // «минус 5 рублей 20 копеек»: the minus is one of the whole sum.
    let isNegative = match.record("number").map { reader.isBelowZero($0.tokens, in: context) }
    return isNegative == true ? part.negated() : part
  }

  /// A number in a table whose heading has the unit.
  private func cell(
    _ amount: Amount, _ match: borrowing Match, _ context: KindContext
  ) -> MentionValue? {
    let isYear = amount.low >= DecimalNumber(1900) && amount.high <= DecimalNumber(2100)
    guard !isYear, let unit = tables.unit(of: match.tokens, in: context),
      let currency = currency(in: unit.currency, context)
    else { return nil }
    let scale = unit.scale.flatMap(reader.value) ?? .one
    let factor = currency.minor ?? .one
    guard let sum = amount.map({ $0.multiplied(by: scale)?.multiplied(by: factor) }) else {
      return nil
    }
    return .money(Money(amount: sum, currency: currency.iso, inferred: true))
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
