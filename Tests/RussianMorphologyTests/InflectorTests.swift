import RussianMorphology
import RussianText
import Testing

@Suite struct InflectorTests {
  let buffer: TokenBuffer
  let inflector: Inflector

  init() throws {
    buffer = try TokenBuffer()
    inflector = Inflector(cache: MorphologyCache(words: buffer.words))
  }

  private func phrase(_ text: String) throws -> Range<Int> {
    try Tokenizer().tokenize(text, into: buffer)
    return 0..<buffer.count
  }

  @Test(arguments: [
    ("Союзом предприятий автомобильной отрасли", "Союз предприятий автомобильной отрасли"),
    ("Министерства национальной экономики", "Министерство национальной экономики"),
    ("государственной инспекции", "государственная инспекция"),
    ("новым электронным сервисам", "новые электронные сервисы"),
    ("построенных в столице школ", "построенные в столице школы"),
    ("Национального банка Республики Казахстан", "Национальный банк Республики Казахстан"),
    ("холдингом «Байтерек»", "холдинг «Байтерек»"),
    ("МИНИСТЕРСТВОМ ФИНАНСОВ", "МИНИСТЕРСТВО ФИНАНСОВ"),
    ("автобусов и грузовиков", "автобусы и грузовики"),
    ("заместителю председателя правления", "заместитель председателя правления"),
    ("цена", "цена"),
    ("GM", "GM"),
  ])
  func nominative(_ text: String, _ expected: String) throws {
    #expect(inflector.nominative(ofTokens: try phrase(text), in: buffer) == expected)
  }

  @Test(arguments: [
    ("легковых автомобилей", "легковой автомобиль"),
    ("производственных площадок", "производственная площадка"),
    ("трех моделей автомобилей", "модель автомобилей"),
    ("новых рабочих мест", "новое рабочее место"),
    ("ледоколов", "ледокол"),
    ("тонн зерна", "тонна зерна"),
    ("суток", "сутки"),
    ("человек", "человек"),
    ("детей", "ребёнок"),
  ])
  func nominativeSingular(_ text: String, _ expected: String) throws {
    #expect(inflector.nominativeSingular(ofTokens: try phrase(text), in: buffer) == expected)
  }
}
