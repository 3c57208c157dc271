import Testing

@testable import RussianText

/// `¦` stands for a border between sentences; white space around it is the text's.
@Test(
  "sentence borders",
  arguments: [
    "Завод открыт. ¦ Он выпускает машины.",
    // Abbreviations
    "Выпуск вырос до 5 млн. тенге в год.", "Завод построен в 2016 г. ¦ Он работает.",
    "Завод построен в г. Костанай.", "Это сталь, уголь и др. ¦ Они дорожают.",
    "Работает завод им. Кирова.", "По данным на 12.05.2020 г. в городе тихо.",
    "Он построил, т. е. открыл завод.", "Купил уголь и т. д. ¦ Завод работает.",
    // Initials
    "Завод открыл А. Б. Иванов.", "Завод открыл Иванов А. Б.",
    // Quotation marks and brackets
    "«Мы рады!» — сказал он.", "Игра «Что? Где? Когда?» вышла в эфир.",
    "Он сказал: «Мы рады. Завод работает».".replacing(". Завод", with: ". ¦ Завод"),
    "Завод (см. рис. 2. Там он виден) работает.", "Он спросил: «Кто?» ¦ Никто не знал.",
    // Direct speech
    "— Да! — сказал он. ¦ — Нет.", "— Кто там? — спросил он.",
    // Stops
    "Ну... да.", "Ура!.. ¦ Завод открыт.", "Зачем?! ¦ Не знаю.", "Он ушёл… ¦ Завод встал.",
    // Glued
    "Закон исполнять.¦Отметим и рост.",
    // Lists
    "1. Завод открыт.", "Итоги:\n¦1. Завод открыт.\n¦2. Рабочие рады.",
    // Headlines and lines
    "Завод открыт\n¦Он выпускает машины.", "Завод открыт\n\n¦он выпускает машины.",
    "Длинная строка, которую\nперенесли дальше.",
    // A line cut inside a phrase; headlines, lists and poems keep their lines
    "Число касс на конец декабря\n2019 года выросло.", "Банк «Жайык\nКредит» закрыт.",
    "Министр прибыл в\nАлматы утром.", "Насчитали до тридцати тысяч\nPOS-терминалов.",
    "Число касс на конец декабря\r\n2019 года выросло.", "Ночью было -2...-4 градуса.",
    "Договор с ТОО\n«Жайык» подписан.", "Поезд Алматы –\nАстана прибыл.",
    "Договор (далее и везде\nСоглашение) подписан.",
    "Об этом на встрече с рабочими сообщил вчера директор,\nПётр Орлов уехал.",
    "Цех открыт в мае\n¦Пётр Орлов рад", "Мороз и солнце,\n¦День чудесный", "Уголь\n¦2019\n¦2020",
    "Отгрузка в мае\n¦2000 тонн угля", "Отгрузка в мае\n¦1500 тонн угля", "Сдано в мае\n2019, не позже.",
    "Экспорт вырос до 30 тысяч\n¦Казахстан рад", "Уголь, млн\n¦Нефть, млн", "На 1 января 2020 г\n¦Костанай",
    "Узнали ли вы его\n¦Пётр Орлов рад", "Ура&hellip; ¦ Завод открыт.",
    "Он сказал: «Мы рады\n¦Приходите все, кто хочет и может, завтра утром».",
    // Emoji and smiles
    "Завод открыт 👍 ¦ Рабочие рады", "Завод открыт! 👍 ¦ Рабочие рады", "Рады))) ¦ Завод открыт",
    // A word that only opens sentences
    "Вырос выпуск стали ¦ Это первый рост за год.", "Так пишет газета «За рост и Это всё».",
  ])
func sentenceBorders(_ line: String) throws {
  let expected = line.split(separator: "¦").map { trimmed(String($0)) }
  let text = line.replacing(" ¦ ", with: " ").replacing("¦", with: "")
  #expect(try sentences(of: text) == expected)
}

private func trimmed(_ text: String) -> String {
  var text = Substring(text)
  while text.first?.isWhitespace == true { text.removeFirst() }
  while text.last?.isWhitespace == true { text.removeLast() }
  return String(text)
}

@Test("text cut at a width holds its paragraphs together")
func wrappedLines() throws {
  let text = """
    Завод в городе Костанай выпустил за год больше
    машин, чем за два прошлых года, сообщил директор
    Иванов. Выпуск вырос и на других заводах, где
    рабочие тоже рады.

    Второй абзац тоже
    длинный.
    """
  #expect(try paragraphs(of: text).count == 2)
  #expect(try sentences(of: text).count == 3)
}

@Test("sentences and paragraphs hold every token once")
func rangesCoverTokens() throws {
  let buffer = try TokenBuffer()
  try Tokenizer().tokenize("Да. Нет.\nЗавод. Ура!\n\n«А» — Б.", into: buffer)
  for ranges in [buffer.sentences, buffer.paragraphs] {
    var next: Int32 = 0
    for range in ranges {
      #expect(range.start == next)
      #expect(range.end > range.start)
      next = range.end
    }
    #expect(next == Int32(buffer.count))
  }
}

@Test("lines cut at a width go on, whatever they begin with")
func linesOfAWidth() throws {
  let text = """
    Завод в городе Костанай выпустил за прошлый год больше
    Machinery, чем за два года до того, сообщил директор
    завода Иванов на встрече с рабочими.
    Новый абзац начинается после точки.
    """
  #expect(try sentences(of: text).count == 2)
  let headline = """
    Завод открыт
    Костанайский завод выпустил за прошлый год больше машин,
    чем за два года до того, сообщил директор.
    """
  #expect(try sentences(of: headline).count == 2)
}

@Test("tags of HTML and references are what they stand for")
func html() throws {
  #expect(try sentences(of: "<p>Цех открыт.</p><p>Рады все</p>").count == 2)
  #expect(try paragraphs(of: "<td>12</td><td>15 тонн</td>") == ["12", "15 тонн"])
  #expect(try barred("**Итог**: рост ***, слово**слово") == "Итог|: рост ***|, слово|**|слово")
  let text = "Цена&nbsp;<b>5</b> &laquo;Рахат&raquo; a < 5"
  #expect(try barred(text) == "Цена 5 &laquo;|Рахат|&raquo; a < 5")
}
