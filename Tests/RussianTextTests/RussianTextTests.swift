import Testing

@testable import RussianText

/// The tokens of `text`, with a bar between and spaces as they stood.
private func barred(_ text: String) throws -> String {
  let buffer = try TokenBuffer()
  try Tokenizer().tokenize(text, into: buffer)
  return (0..<buffer.count)
    .map { (buffer[$0].flags.contains(.spaceBefore) ? " " : $0 > 0 ? "|" : "") + buffer.text(of: $0) }
    .joined()
}

// A bar marks a border that no space shows.
@Test(
  "borders",
  arguments: [
    "61.5 миллиарда тенге", "Выпуск вырос на 3,2|%|.", "1 431 единица", "2015|-|2016 годы",
    "10|–|15", "14-летний", "2017-го", "C-NCAP", "Kazpravda.kz", "исполнять|.|Отметим",
    "5,3|млн", "2012|г", "15|:|30", "15|:|30|:|45", "12.05.2020", "т. е. завод", "и т.|д.",
    "А. Б. Иванов", "А.|Б.|Иванов", "д’Анкона", "Усть-Каменогорск", "МиГ-29", "S3 3D 4K",
    "Да|!..", "зачем|?!", "$|200 млн. тенге", "100|₸", "№|5", "(|«|Алма|»|)|,", "1|#а", "#|5", "3:1",
    "info@mail.kz", "press-office@gov.kz", "@name", "#тег", "https://example.kz/a?b=1|.",
  ])
func borders(_ line: String) throws {
  let text = String(line.filter { $0 != "|" })
  #expect(try barred(text) == line)
}
