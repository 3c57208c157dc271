/// Business news made up from a seed: the same text on every machine, and known counts of what it
/// says.
///
/// Names are made of syllables, so that, as in the press, new word forms never cease to come.
public struct NewsText: Sendable {
  /// How much of what the documents hold.
  public struct Counts: Sendable, Hashable {
    public var money = 0
    public var percents = 0
    public var sentences = 0
  }

  public let documents: [String]
  public let counts: Counts
  /// Bytes of UTF-8 in all documents.
  public let byteCount: Int

  /// Makes documents until they hold at least `bytes` bytes.
  public init(seed: UInt64, bytes: Int) {
    var writer = NewsWriter(generator: SeededGenerator(seed: seed))
    var documents: [String] = []
    var total = 0
    while total < bytes {
      let document = writer.document()
      total += document.utf8.count
      documents.append(document)
    }
    self.documents = documents
    counts = writer.counts
    byteCount = total
  }
}

/// Writes sentence after sentence of made-up news.
private struct NewsWriter {
  var generator: SeededGenerator
  var counts = NewsText.Counts()

  mutating func document() -> String {
    var text = "\(headline())\n\n"
    for _ in 0..<generator.int(3...7) {
      for _ in 0..<generator.int(2...5) { text += sentence() + " " }
      text.removeLast()
      text += "\n\n"
    }
    return text
  }

  private mutating func headline() -> String {
    counts.sentences += 1
    return "\(company()) \(generator.pick(Words.grew)) \(generator.pick(Words.outputs))"
  }

  private mutating func sentence() -> String {
    counts.sentences += 1
    switch generator.int(0...9) {
    case 0:
      return "Об этом \(generator.pick(Words.said)) \(generator.pick(Words.titles)) \(company()) "
        + "\(person()), передаёт пресс-служба компании."
    case 1:
      return "За \(generator.int(2...11)) месяцев \(generator.int(2005...2024)) года "
        + "\(generator.pick(Words.subjects)) \(generator.pick(Words.rose)) на \(percent()) – "
        + "до \(money())."
    case 2:
      return "По данным \(generator.pick(Words.sources)), \(generator.pick(Words.subjects)) "
        + "\(generator.pick(Words.made)) \(money()), что на \(percent()) "
        + "\(generator.pick(["больше", "меньше"])), чем годом ранее."
    case 3:
      counts.sentences += 1
      return "«\(clause(capital: true)), – \(generator.pick(Words.said)) \(person()). – "
        + "\(clause(capital: true))»."
    case 4:
      return "\(date()) \(company()) и \(company()) подписали соглашение о "
        + "\(generator.pick(Words.topics)) на сумму \(money())."
    case 5:
      return "В \(generator.pick(Words.regions)) области построят \(generator.pick(Words.plants)) "
        + "мощностью \(number()) \(generator.pick(Words.units)) в год."
    default: return clause(capital: true) + "."
    }
  }

  /// Plain prose, which most of the press is.
  private mutating func clause(capital: Bool) -> String {
    let subject = generator.pick(Words.subjects)
    let first = capital ? subject.prefix(1).uppercased() + subject.dropFirst() : subject
    var clause =
      "\(first) \(generator.pick(Words.adverbs)) \(generator.pick(Words.depends)) "
      + "\(generator.pick(Words.objects)) \(generator.pick(Words.places))"
    if generator.int(0...2) == 0 {
      clause += ", \(generator.pick(Words.links)) \(self.clause(capital: false))"
    }
    return clause
  }

  private mutating func percent() -> String {
    counts.percents += 1
    let value =
      generator.int(0...1) == 0
      ? "\(generator.int(1...99)),\(generator.int(1...9))" : "\(generator.int(5...95))"
    return value + generator.pick(["%", " %", value.contains(",") ? " процента" : " процентов"])
  }

  private mutating func money() -> String {
    counts.money += 1
    let value = "\(generator.int(1...999)),\(generator.int(1...9))"
    return generator.pick([
      "\(value) млрд тенге", "\(value) миллиона рублей", "$\(value) млн", "\(value) млн долларов",
      "\(number()) рублей", "\(value) трлн руб.",
    ])
  }

  private mutating func number() -> String {
    "\(generator.int(1...99)) \(generator.int(0...9))\(generator.int(0...9))0"
  }

  private mutating func date() -> String {
    "\(generator.int(1...28)) \(generator.pick(Words.months)) \(generator.int(2001...2024)) года"
  }

  private mutating func person() -> String {
    let family = name(ending: generator.pick(["ов", "ин", "ев", "ский"]))
    return "\(generator.pick(Words.givenNames)) \(family)"
  }

  private mutating func company() -> String {
    "\(generator.pick(Words.forms)) «\(name(ending: generator.pick(["", "пром", "банк", "торг"])))»"
  }

  private mutating func name(ending: String) -> String {
    var name = ""
    for _ in 0..<generator.int(1...3) { name += generator.pick(Words.syllables) }
    name += generator.pick(["н", "р", "л", "т", "м"]) + ending
    return name.prefix(1).uppercased() + name.dropFirst()
  }
}

private enum Words {
  static let syllables = [
    "ка", "та", "бе", "ре", "ли", "мо", "ну", "са", "ды", "ва", "ши", "го", "зе", "ку", "ма", "ра",
    "бай", "кен", "жан", "тул", "сор", "вел", "мир", "гор", "дан", "тим",
  ]
  static let givenNames = [
    "Анна", "Олег", "Марат", "Ирина", "Данияр", "Сергей", "Айгуль", "Виктор", "Елена", "Тимур",
  ]
  static let forms = ["АО", "ТОО", "ООО", "ПАО", "компания", "группа"]
  static let grew = ["нарастила", "увеличила", "сократила", "обновила", "представила"]
  static let outputs = [
    "выпуск грузовиков", "добычу меди", "перевозки зерна", "продажи топлива", "сеть отделений",
    "поставки оборудования", "кредитный портфель",
  ]
  static let said = ["сообщил", "заявила", "отметил", "рассказала", "пояснил", "подчеркнула"]
  static let titles = [
    "председатель правления", "генеральный директор", "финансовый директор", "глава",
    "заместитель директора", "руководитель отдела",
  ]
  static let subjects = [
    "выручка предприятия", "объём производства", "чистая прибыль банка", "экспорт зерна",
    "грузооборот дороги", "стоимость перевозок", "спрос на жильё", "новый цех",
    "рынок страхования", "портфель заказов", "местное самоуправление", "строительство моста",
    "инвестиционная программа", "дочерняя компания", "потребление газа", "железнодорожный узел",
  ]
  static let rose = ["выросла", "увеличился", "снизилась", "сократился", "прибавила", "упал"]
  static let made = ["составила", "достиг", "превысила", "оценивается в"]
  static let sources = [
    "министерства", "статистического комитета", "биржи", "аналитиков", "центрального банка",
  ]
  static let topics = [
    "поставке вагонов", "совместном производстве", "строительстве терминала", "выпуске облигаций",
    "обслуживании самолётов",
  ]
  static let regions = ["Северной", "Заречной", "Степной", "Приморской", "Костанайской", "Омской"]
  static let plants = ["завод", "комбинат", "элеватор", "аффинажный цех", "склад", "терминал"]
  static let units = ["тонн", "автомобилей", "кубометров", "контейнеров", "единиц"]
  static let adverbs = [
    "по-прежнему", "заметно", "во многом", "постепенно", "напрямую", "лишь отчасти", "ежегодно",
    "традиционно", "в значительной степени",
  ]
  static let depends = [
    "зависит от", "определяет", "поддерживает", "ограничивает", "меняет", "отражает",
    "обеспечивает", "требует", "опережает",
  ]
  static let objects = [
    "мировых цен", "внутреннего спроса", "развития посёлков", "работы поставщиков",
    "государственной поддержки", "погодных условий", "курса валюты", "состояния дорог",
    "подготовки рабочих", "модернизации линий", "цифровых сервисов", "привлечения партнёров",
  ]
  static let places = [
    "в регионе", "на внутреннем рынке", "в соседних странах", "по всей отрасли", "на предприятии",
    "в сельской местности", "за рубежом", "на бирже", "в портах", "среди участников программы",
  ]
  static let links = ["однако", "поэтому", "а", "при этом", "хотя", "так как"]
  static let months = [
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
    "октября", "ноября", "декабря",
  ]
}
