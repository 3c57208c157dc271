import Testing

@testable import RussianText

@Test(
  "normal forms",
  arguments: [
    ("Казахстан", "казахстан", false), ("ЁЛКА", "елка", false), ("йод", "йод", false),
    ("и\u{306}од", "йод", true), ("за\u{301}мок", "замок", true),
    ("ав\u{AD}то", "авто", true), ("ав\u{200B}то", "авто", true), ("\u{FEFF}авто", "авто", true),
    ("cлово", "слово", true), ("СOЮЗ", "союз", true), ("КaзМунайГаз", "казмунайгаз", true),
    ("Wоrld", "world", true), ("С-NCAP", "с-ncap", false), ("USB-порты", "usb-порты", false),
    ("Қазақстан", "қазақстан", false), ("Café", "café", false), ("STRASSE", "strasse", false),
    ("Bapвapа", "варвара", true), ("ѐ", "ѐ", false), ("км²", "км²", false),
  ])
func normalForms(_ raw: String, _ normal: String, _ repaired: Bool) throws {
  let table = try WordTable()
  let word = table.intern(raw)
  #expect(String(decoding: table.rawForm(of: word), as: UTF8.self) == raw)
  #expect(
    Array(String(decoding: table.normalForm(of: word), as: UTF8.self).unicodeScalars)
      == Array(normal.unicodeScalars))
  #expect(table.flags(of: word).contains(.repaired) == repaired)
}

@Test(
  "shapes",
  arguments: [
    ("автомобиль", TokenShape.lower), ("Казахстан", .title), ("Усть-Каменогорск", .title),
    ("РК", .upper), ("А", .initial), ("КазАвтоПром", .mixed), ("2016", .none), ("C-NCAP", .upper),
    ("14-летний", .lower), ("S3", .upper), ("%", .none), ("iPhone", .mixed),
  ])
func shapes(_ form: String, _ shape: TokenShape) throws {
  let table = try WordTable()
  #expect(table.shape(of: table.intern(form)) == shape)
}

@Test("forms that differ have different numbers, the same form one")
func numbersAreOfForms() throws {
  let table = try WordTable()
  #expect(table.intern("завод") == table.intern("завод"))
  #expect(table.intern("завод") != table.intern("Завод"))
  #expect(table.intern("2016") == table.intern("2016"))
  #expect(table.intern("2016") != table.intern("2017"))
  #expect(table.intern("12345") == WordTable.digits(count: 5))
  #expect(table.intern("12345") == table.intern("54321"))
  #expect(table.intern("61,5") == WordTable.separatedDigits)
  #expect(table.kind(of: table.intern("61,5")) == .number)
  #expect(table.kind(of: WordTable.url) == .url)
}

@Test("many words of every length keep their numbers while the table grows")
func growth() throws {
  let table = try WordTable()
  var forms: [String] = []
  for length in 1...60 {
    for variant in 0..<200 {
      forms.append(String(repeating: "ж", count: length) + "\(variant)")
      forms.append(String(repeating: "q", count: length) + "\(variant)x")
    }
  }
  let words = forms.map { table.intern($0) }
  #expect(Set(words).count == forms.count)
  for (form, word) in zip(forms, words) {
    #expect(table.intern(form) == word)
    #expect(String(decoding: table.rawForm(of: word), as: UTF8.self) == form)
  }
}

@Test(
  "a misspelled form keeps the spelling that was meant, in its case",
  arguments: [
    ("Про\u{AD}дукция", "Продукция"), ("ЗАВО\u{301}Д", "ЗАВОД"), ("Юри\u{438}\u{306}", "Юрий"),
    ("Бaнк", "Банк"), ("Лан\u{2060}ской", "Ланской"), ("Ёлка", "Ёлка"), ("Банк", "Банк"),
    ("Мәңгілік", "Мәңгілік"), ("O\u{AD}K", "OK"),
  ])
func spelling(form: String, meant: String) throws {
  let table = try WordTable()
  let word = table.intern(form)
  // A second word must not lie where the first has its spelling.
  _ = table.intern("до\u{AD}мом")
  #expect(String(decoding: table.rawForm(of: word), as: UTF8.self) == form)
  #expect(Array(table.spelling(of: word)) == Array(meant.utf8))
  #expect(table.flags(of: word).contains(.repaired) == (Array(form.utf8) != Array(meant.utf8)))
  #expect(table.flags(of: word).subtracting(.repaired) == table.flags(of: table.intern(meant)))
}

@Test("clearing begins a generation and keeps the shared numbers")
func clearing() throws {
  let table = try WordTable()
  let count = table.count
  _ = table.intern("завод")
  #expect(table.count == count + 1)
  table.removeAll()
  #expect(table.generation == 1)
  #expect(table.count == count)
  #expect(table.kind(of: WordTable.email) == .email)
  #expect(table.intern("дом") == WordID(count))
}

@Test("a full table says so")
func fullness() throws {
  let table = try WordTable()
  #expect(!table.isFull)
  for number in 0..<100_001 { _ = table.intern("w\(number)") }
  #expect(table.isFull)
  table.removeAll()
  #expect(!table.isFull)
}

@Test("words beyond the longest share a number")
func overlong() throws {
  let table = try WordTable()
  #expect(table.intern(String(repeating: "я", count: 257)) == WordTable.overlong)
  #expect(table.intern(String(repeating: "я", count: 256)) != WordTable.overlong)
}
