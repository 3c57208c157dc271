import Svodka
import TestSupport
import Testing

/// What ICU's Russian formatters write is read back to the same value.
@Suite("numbers as ICU formats them")
struct NumberFormatTests {
  /// A number as it was written, and what was read.
  private struct Written: CustomStringConvertible {
    var text: String
    var value: DecimalNumber?
    var description: String { "\(text) ≠ \(value.map { "\($0)" } ?? "nothing")" }
  }

  /// Those of which no record of the right value covers the whole text, but for a final full stop.
  private func unread(
    _ samples: [(text: String, value: DecimalNumber)],
    as amount: (MentionValue) -> Amount?
  ) -> [Written] {
    let worker = Extractor.shared.makeWorker()
    return samples.compactMap { sample in
      var text = sample.text
      let mentions = text.withUTF8 { worker.extract(utf8: $0, id: "") }.mentions
      let end = sample.text.utf8.count - (sample.text.hasSuffix(".") ? 1 : 0)
      let whole = mentions.first { $0.utf8Range.lowerBound == 0 && $0.utf8Range.upperBound >= end }
      let value = whole.flatMap { amount($0.value) }?.single
      return value == sample.value ? nil : Written(text: sample.text, value: value)
    }
  }

  private static let genders = ["masculine", "neuter", "feminine"]
  private static let cases = [
    "", "-genitive", "-dative", "-accusative", "-locative", "-ablative",
  ]
  static let cardinals = genders.flatMap { gender in cases.map { "cardinal-\(gender)\($0)" } }

  @Test("in words", arguments: cardinals)
  func spelledOut(_ rules: String) throws {
    var numbers = SeededGenerator(seed: 17)
    let chosen = (2...120).map { $0 } + (0..<150).map { _ in numbers.whole(digits: 15) }
    let samples = try chosen.filter { $0 > 1 }.map { number in
      (text: try #require(WrittenNumber.spelledOut(number, rules)), value: DecimalNumber(number))
    }
    let wrong = unread(samples) { value in
      if case .number(let number) = value { number.value } else { nil }
    }
    #expect(wrong.isEmpty, "\(wrong.count) of \(samples.count), such as \(wrong.prefix(5))")
  }

  @Test("in words, as ordinals", arguments: genders.flatMap { gender in
    cases.map { "ordinal-\(gender)\($0)" }
  })
  func ordinals(_ rules: String) throws {
    // ICU 72 writes «пятьсот» for 500th and «третьому» for «третьему».
    let chosen = (4...20).map { $0 } + [21, 35, 48, 99, 100, 101, 125, 1000]
    let samples = try chosen.map {
      (text: try #require(WrittenNumber.spelledOut($0, rules)), value: DecimalNumber($0))
    }
    let wrong = unread(samples) { value in
      if case .ordinal(let ordinal) = value { .exactly(ordinal.value) } else { nil }
    }
    #expect(wrong.isEmpty, "\(wrong.count) of \(samples.count), such as \(wrong.prefix(5))")
  }

  static let skeletons = [
    "compact-short .######", "compact-long .######", "group-auto", "group-off",
  ]

  @Test("compact", arguments: skeletons)
  func compact(_ skeleton: String) throws {
    var numbers = SeededGenerator(seed: 23)
    let samples = try (0..<400).map { _ in
      let scale = [1, 1000, 1_000_000].randomElement(using: &numbers)!
      let number = max(2, numbers.whole(digits: 6)) * scale
      let text = try #require(WrittenNumber.formatted("\(number)", skeleton))
      return (text: text, value: DecimalNumber(number))
    }
    .filter { !(DecimalNumber(1900)...DecimalNumber(2099) ~= $0.value) }  // these read as years
    let wrong = unread(samples) { value in
      if case .number(let number) = value { number.value } else { nil }
    }
    #expect(wrong.isEmpty, "\(wrong.count) of \(samples.count), such as \(wrong.prefix(5))")
  }

  static let currencies = [
    "KZT", "RUB", "USD", "EUR", "GBP", "CNY", "JPY", "CHF", "UZS", "KGS", "AZN", "BYN", "UAH", "TRY",
    "AED", "INR", "KRW", "GEL", "AMD", "TJS", "TMT", "MNT", "PLN", "SEK", "CAD", "AUD",
  ]
  static let widths = ["", " unit-width-full-name", " unit-width-iso-code", " compact-short"]

  @Test("money", arguments: currencies, widths)
  func money(_ currency: String, _ width: String) throws {
    var numbers = SeededGenerator(seed: 31)
    let isCompact = width.contains("compact")
    // «¥» alone is the yuan's too.
    if currency == "JPY", isCompact || width.isEmpty { return }
    let samples = try (0..<25).map { _ in
      let amount = isCompact ? "\(numbers.whole(digits: 4))0000" : numbers.decimal(digits: 9)
      let text = try #require(WrittenNumber.formatted(amount, "currency/\(currency)\(width) .##"))
      return (text: text, value: try #require(DecimalNumber(amount)))
    }
    let wrong = unread(samples) { value in
      if case .money(let money) = value, money.currency == currency { money.amount } else { nil }
    }
    #expect(wrong.isEmpty, "\(wrong.count) of \(samples.count), such as \(wrong.prefix(5))")
  }

  /// Units of ICU, and the names of those that newer versions of CLDR call otherwise.
  static let units = [
    "meter", "kilometer", "centimeter", "millimeter", "square-meter", "square-kilometer", "hectare",
    "cubic-meter", "liter", "kilogram", "gram", "tonne", "kilowatt-hour", "kilowatt", "megawatt",
    "gigabyte", "megabyte", "kilometer-per-hour", "horsepower", "celsius", "barrel", "carat",
  ]
  static let unitWidths = ["unit-width-short", "unit-width-full-name"]

  @Test("measures", arguments: units, unitWidths)
  func measures(_ unit: String, _ width: String) throws {
    var numbers = SeededGenerator(seed: 37)
    let samples = try (0..<25).map { _ in
      let amount = numbers.decimal(digits: 9)
      let text = try #require(WrittenNumber.formatted(amount, "unit/\(unit) \(width) .##"))
      return (text: text, value: try #require(DecimalNumber(amount)))
    }
    let name = unit == "tonne" ? "metric-ton" : unit
    let wrong = unread(samples) { value in
      if case .quantity(let quantity) = value, quantity.unit == name { quantity.value } else { nil }
    }
    #expect(wrong.isEmpty, "\(wrong.count) of \(samples.count), such as \(wrong.prefix(5))")
  }

  @Test("percents", arguments: ["percent", "permille"])
  func percents(_ skeleton: String) throws {
    var numbers = SeededGenerator(seed: 41)
    let samples = try (0..<100).map { _ in
      let amount = numbers.decimal(digits: 3)
      let value = try #require(DecimalNumber(amount))
      let text = try #require(WrittenNumber.formatted(amount, "\(skeleton) .##"))
      return (
        text: text,
        value: try #require(skeleton == "percent" ? value : value.scaled(byPowerOfTen: -1)))
    }
    let wrong = unread(samples) { value in
      if case .percent(let percent) = value { percent.value } else { nil }
    }
    #expect(wrong.isEmpty, "\(wrong.count) of \(samples.count), such as \(wrong.prefix(5))")
  }
}
