import Testing

@testable import RussianText

/// A bar marks a border that no space shows.
@Test(
  "token borders",
  arguments: [
    // Numbers
    "61.5 миллиарда тенге", "Выпуск вырос на 3,2|%|.", "1 431 единица", "12.05.2020", "1,234.5",
    "15|:|30", "15|:|30|:|45", "счёт 3:1", "№|5", "$|200 млн. тенге", "100|₸", "1|;|2",
    // Ranges part, compounds join
    "2015|-|2016 годы", "10|–|15", "14-летний", "2017-го", "10-тонный", "C-NCAP",
    "Львовои\u{306}-Беловои\u{306}", "Усть-Каменогорск", "научно-производственный", "МиГ-29", "S3 3D 4K", "USB-порты",
    // Glued
    "5,3|млн", "2012|г", "исполнять|.|Отметим", "Kazpravda.kz", "P.|S.|I.",
    // Abbreviations and initials
    "т. е. завод", "и т.|д.", "А. Б. Иванов", "А.|Б.|Иванов", "завод им. Кирова",
    "помог им|.", "в XIX в. город", "был в|.", "100 тыс. руб. в год", "ст. 15", "кв. 7",
    "и. о. директора", "г. Алматы", "в 2016 г. завод", "Иванов А. сообщил",
    "витамин С|.",
    // Marks
    "Да|!..", "зачем|?!", "Ну|...", "(|«|Алма|»|)|,", "(|(|а|)|)", "--", "— Да|, — сказал он|.",
    "хорошо|)))", "хорошо|))", "привет|:)", "список|: (|а|)", "***", "__|слово|__",
    // Names and addresses
    "д’Анкона", "info@mail.kz", "press-office@gov.kz", "@name", "@name-1", "#тег", "#|5", "1|#а",
    "https://example.kz/a?b=1|.", "www.example.kz|, да", "example.kz/news/1 тут", "км|/|ч", "«|a.kz|»",
    // Signs
    "😀👍 да", "🇰🇿", "5 км²", "20|°|C", "50|‰",
  ].map { $0 == "км|/|ч" ? "км|/|ч" : $0 })
func tokenBorders(_ line: String) throws {
  #expect(try barred(String(line.filter { $0 != "|" })) == line)
}

@Test("white space of every kind parts and shows nothing else")
func whiteSpace() throws {
  for space in [" ", "\u{A0}", "\u{2009}", "\u{202F}", "\t", "\u{3000}", "\n", "\r\n", "\u{2028}"] {
    #expect(try barred("1\(space)431\(space)тенге") == "1 431 тенге")
  }
}

@Test(
  "kinds",
  arguments: [
    ("завод", TokenKind.word), ("14-летний", .word), ("2017-го", .word), ("S3", .word),
    ("61,5", .number), ("2016", .number), (",", .punctuation), ("...", .punctuation),
    ("%", .symbol), ("₸", .symbol), ("😀", .symbol), ("https://a.kz", .url), ("a@b.kz", .email),
    ("#тег", .hashtag), ("@name", .username), ("Kazpravda.kz", .word), ("№", .symbol),
  ])
func kinds(_ text: String, _ kind: TokenKind) throws {
  let buffer = try TokenBuffer()
  try Tokenizer().tokenize(text, into: buffer)
  #expect(buffer.count == 1)
  #expect(buffer[0].kind == kind)
}

@Test("a document's tokens say what stands before them")
func flagsBefore() throws {
  let buffer = try TokenBuffer()
  try Tokenizer().tokenize("Завод открыт.\nДа.\n\nНет", into: buffer)
  #expect(buffer[0].flags.isSuperset(of: [.sentenceStart, .paragraphStart, .cyrillic]))
  #expect(buffer[1].flags.contains(.spaceBefore))
  #expect(!buffer[2].flags.contains(.spaceBefore))
  #expect(buffer[3].flags.isSuperset(of: [.lineBreakBefore, .sentenceStart, .paragraphStart]))
  #expect(!buffer[3].flags.contains(.blankLineBefore))
  #expect(buffer[5].flags.contains(.blankLineBefore))
}

@Test("an abbreviation has the word number of its letters")
func abbreviationsShareWords() throws {
  let buffer = try TokenBuffer()
  try Tokenizer().tokenize("5 млн. и 5 млн тенге", into: buffer)
  #expect(buffer.text(of: 1) == "млн.")
  #expect(buffer[1].flags.contains(.abbreviation))
  #expect(buffer[1].word == buffer[4].word)
}

@Test("the layout that the look-ups rely on")
func tokenLayout() {
  #expect(MemoryLayout<Token>.stride == 16)
  #expect(MemoryLayout<Token>.offset(of: \.word) == 8)
  #expect(MemoryLayout<Token>.offset(of: \.kind) == 12)
  #expect(MemoryLayout<Token>.offset(of: \.shape) == 13)
  #expect(MemoryLayout<Token>.offset(of: \.flags) == 14)
  #expect(MemoryLayout<WordTable.Slot>.stride == 32)
}
