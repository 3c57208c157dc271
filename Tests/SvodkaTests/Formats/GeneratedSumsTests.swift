import Svodka
import Testing

/// Numbers and sums in every form that the library knows, written and read back.
@Suite("generated sums")
struct GeneratedSumsTests {
  private func expectRead(_ forms: [WrittenForm], _ read: (MentionValue) -> String?) {
    let wrong = Extractor.shared.unread(forms, read)
    #expect(
      wrong.isEmpty,
      "\(wrong.count) of \(forms.count), such as \(wrong.prefix(8).joined(separator: "\n"))")
  }

  private static func sum(_ value: MentionValue) -> String? {
    guard case .money(let money) = value else { return nil }
    return "\(money.amount) \(money.currency)"
  }

  /// Words behind the number, and the code that each stands for.
  static let currencies = [
    ("тенге", "KZT"), ("тг", "KZT"), ("₸", "KZT"), ("KZT", "KZT"), ("рублей", "RUB"), ("руб.", "RUB"),
    ("₽", "RUB"), ("RUB", "RUB"), ("долларов", "USD"), ("долларов США", "USD"), ("долл.", "USD"),
    ("$", "USD"), ("USD", "USD"), ("евро", "EUR"), ("€", "EUR"), ("юаней", "CNY"), ("гривен", "UAH"),
    ("белорусских рублей", "BYN"), ("сомов", "KGS"), ("лари", "GEL"), ("сомони", "TJS"),
    ("шведских крон", "SEK"), ("канадских долларов", "CAD"), ("фунтов стерлингов", "GBP"),
  ]

  @Test("digits in groups, with signs", arguments: WrittenDigits.groups)
  func grouped(_ separator: String) throws {
    var forms: [WrittenForm] = []
    for (sign, minus) in WrittenDigits.signs {
      for number in [7, 25, 318, 1_204, 45_600, 790_001, 1_234_567, 88_000_777_123] {
        for (word, code) in Self.currencies.prefix(12) {
          let digits = WrittenDigits.grouped(number, by: separator)
          forms.append(
            WrittenForm(text: "\(sign)\(digits) \(word)", value: "\(minus)\(number) \(code)"))
        }
      }
    }
    expectRead(forms, Self.sum)
  }

  @Test("multipliers", arguments: WrittenDigits.multipliers.map(\.0))
  func multiplied(_ word: String) throws {
    let power = try #require(WrittenDigits.multipliers.first { $0.0 == word }).1
    var forms: [WrittenForm] = []
    for number in ["3", "12", "2,5", "16.75", "0,4", "101,1"] {
      let value = try #require(DecimalNumber(number.replacing(",", with: ".")))
      let amount = try #require(value.scaled(byPowerOfTen: power))
      for (currency, code) in Self.currencies {
        forms.append(WrittenForm(text: "\(number)\(word) \(currency)", value: "\(amount) \(code)"))
      }
    }
    expectRead(forms, Self.sum)
  }

  static let signs = ["$": "USD", "€": "EUR", "₸": "KZT", "₽": "RUB", "US$": "USD", "EUR ": "EUR"]

  @Test("a sign in front", arguments: signs.keys.sorted())
  func signFirst(_ sign: String) throws {
    let code = try #require(Self.signs[sign])
    var forms: [WrittenForm] = []
    for (word, power) in WrittenDigits.multipliers {
      for number in ["3", "12", "2,5", "750"] {
        let value = try #require(DecimalNumber(number.replacing(",", with: ".")))
        let amount = try #require(value.scaled(byPowerOfTen: power))
        forms.append(WrittenForm(text: "\(sign)\(number)\(word)", value: "\(amount) \(code)"))
      }
    }
    for (letter, power) in [("k", 3), ("m", 6), ("bn", 9)] where !sign.hasSuffix(" ") {
      let amount = try #require(DecimalNumber(15).scaled(byPowerOfTen: power))
      forms.append(WrittenForm(text: "\(sign)15\(letter)", value: "\(amount) \(code)"))
    }
    expectRead(forms, Self.sum)
  }

  /// The main unit, its hundredth, the code.
  static let minors = [
    ("рублей", "копеек", "RUB"), ("руб.", "коп.", "RUB"), ("гривен", "копеек", "UAH"),
    ("белорусских рублей", "копеек", "BYN"), ("тенге", "тиын", "KZT"), ("долларов", "центов", "USD"),
    ("евро", "центов", "EUR"), ("евро", "евроцентов", "EUR"), ("канадских долларов", "центов", "CAD"),
    ("фунтов стерлингов", "пенсов", "GBP"), ("лари", "тетри", "GEL"), ("сомов", "тыйынов", "KGS"),
    ("сомони", "дирамов", "TJS"), ("юаней", "фэней", "CNY"), ("манатов", "гяпиков", "AZN"),
    ("шведских крон", "эре", "SEK"), ("норвежских крон", "эре", "NOK"), ("рупий", "пайс", "INR"),
  ]

  @Test("minor units", arguments: minors.map { "\($0.0) \($0.1)" })
  func minorUnits(_ pair: String) throws {
    let (main, minor, code) = try #require(Self.minors.first { "\($0.0) \($0.1)" == pair })
    var forms: [WrittenForm] = []
    for (sign, minus) in WrittenDigits.signs {
      for (whole, part) in [(5, 20), (12, 40), (101, 11), (1_500, 99), (45_600, 5)] {
        let cents = try #require(DecimalNumber(significand: Int128(part), exponent: -2))
        let amount = try #require(DecimalNumber(whole).adding(cents))
        for comma in ["", ",", " и"] {
          for separator in ["", " ", "\u{A0}"] {
            let digits = WrittenDigits.grouped(whole, by: separator)
            forms.append(
              WrittenForm(
                text: "\(sign)\(digits) \(main)\(comma) \(part) \(minor)",
                value: "\(minus)\(amount) \(code)"))
          }
        }
      }
    }
    expectRead(forms, Self.sum)
  }

  @Test("ranges")
  func ranges() throws {
    var forms: [WrittenForm] = []
    for (low, high) in [(2, 4), (5, 7), (10, 15), (120, 150)] {
      for dash in ["-", "–", "—", " – ", " - ", "\u{2011}"] {
        forms.append(WrittenForm(text: "\(low)\(dash)\(high) тенге", value: "\(low)…\(high) KZT"))
        forms.append(
          WrittenForm(text: "\(low)\(dash)\(high) млн тенге", value: "\(low)000000…\(high)000000 KZT"))
        for minus in ["минус ", "−", "-"] where dash != "\u{2011}" {
          forms.append(
            WrittenForm(text: "\(minus)\(low)\(dash)\(high) тенге", value: "-\(high)…-\(low) KZT"))
        }
      }
      forms.append(
        WrittenForm(text: "от \(low) до \(high) тенге", value: "\(low)…\(high) KZT"))
      forms.append(
        WrittenForm(
          text: "от минус \(high) до минус \(low) тенге", value: "-\(high)…-\(low) KZT"))
      forms.append(
        WrittenForm(text: "от минус \(high) до плюс \(low) тенге", value: "-\(high)…\(low) KZT"))
    }
    expectRead(forms, Self.sum)
  }

  /// The words of a decimal fraction in each case, for a numerator of 2 … 4 and of 5 on.
  static let fractionWords: [(whole: String, part: String)] = [
    ("целых", "десятых"), ("целым", "десятым"), ("целыми", "десятыми"), ("целых", "сотых"),
    ("целым", "сотым"), ("целыми", "сотыми"), ("целых", "тысячных"),
  ]

  @Test("decimal fractions in words", arguments: fractionWords.map { "\($0.whole) \($0.part)" })
  func fractions(_ words: String) throws {
    let (whole, part) = try #require(
      Self.fractionWords.first { "\($0.whole) \($0.part)" == words })
    let places = part.hasPrefix("дес") ? 1 : part.hasPrefix("сот") ? 2 : 3
    let rules = whole == "целых" ? "" : whole == "целым" ? "-dative" : "-ablative"
    var forms: [WrittenForm] = []
    for number in [2, 5, 12, 35, 240] {
      for numerator in [2, 5, 7] {
        let first = try #require(WrittenNumber.spelledOut(number, "cardinal-feminine\(rules)"))
        let second = try #require(WrittenNumber.spelledOut(numerator, "cardinal-feminine\(rules)"))
        let share = try #require(DecimalNumber(significand: Int128(numerator), exponent: -places))
        let value = try #require(DecimalNumber(number).adding(share))
        for link in [" ", " и "] {
          let text = "\(first) \(whole)\(link)\(second) \(part)"
          forms.append(WrittenForm(text: "\(text) процента", value: "\(value)"))
        }
      }
    }
    expectRead(forms) { value in
      if case .percent(let percent) = value { "\(percent.value)" } else { nil }
    }
  }

  @Test("percents", arguments: ["%", " %", "\u{A0}%", " процентов", " п. п.", " процентных пунктов"])
  func percents(_ sign: String) throws {
    var forms: [WrittenForm] = []
    for (minus, value) in WrittenDigits.signs {
      for number in ["7", "12", "3,2", "0.75", "100"] {
        let amount = number.replacing(",", with: ".")
        forms.append(WrittenForm(text: "\(minus)\(number)\(sign)", value: "\(value)\(amount)"))
      }
    }
    expectRead(forms) { value in
      if case .percent(let percent) = value { "\(percent.value)" } else { nil }
    }
  }
}
