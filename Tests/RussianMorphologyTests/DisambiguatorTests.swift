import RussianMorphology
import RussianText
import Testing

@Suite struct DisambiguatorTests {
  let buffer: TokenBuffer
  let cache: MorphologyCache
  let disambiguator: Disambiguator

  init() throws {
    buffer = try TokenBuffer()
    cache = MorphologyCache(words: buffer.words)
    disambiguator = Disambiguator(cache: cache)
  }

  /// The reading chosen for the token at `index`.
  private func reading(_ index: Int, in text: String) throws -> (lemma: String, Grammemes) {
    try Tokenizer().tokenize(text, into: buffer)
    var choices: [UInt8] = []
    disambiguator.disambiguate(buffer, into: &choices)
    let analysis = cache.analyses(of: buffer[index].word)[Int(choices[index])]
    return (cache.spelledLemma(of: analysis), cache.grammemes(of: analysis))
  }

  @Test(arguments: [
    // Agreement
    ("Завод выпускает новые машины.", 3, Grammemes.accs),
    ("О работе крупного предприятия рассказали.", 3, .gent),
    ("Цены новой модели снижены.", 2, .gent),
    // Government
    ("Он приехал в город.", 3, .accs),
    ("Он живёт в доме.", 3, .loct),
    ("Товары с завода продали.", 2, .gent),
    ("К министерству обратились.", 1, .datv),
    // Numerals
    ("Построено 5 школ.", 2, .gent),
    ("Куплены две машины.", 2, .gent),
    // Subject
    ("Предприятие выпускает тракторы.", 0, .nomn),
    ("Министерство экономики объявило.", 1, .gent),
  ])
  func grammeme(_ text: String, _ index: Int, _ expected: Grammemes) throws {
    let (lemma, found) = try reading(index, in: text)
    #expect(found.contains(expected), "\(lemma) \(found)")
  }

  @Test(arguments: [
    ("Они стали партнёрами.", 1, "стать"),
    ("Доля банков выросла.", 1, "банк"),
  ])
  func lemma(_ text: String, _ index: Int, _ expected: String) throws {
    #expect(try reading(index, in: text).lemma == expected)
  }

  @Test func everyTokenHasAValidChoiceWhateverTheText() throws {
    let text = String(repeating: "новых машин, ", count: 2000) + "и \u{301} ( 5 «a» … !"
    try Tokenizer().tokenize(text, into: buffer)
    var choices: [UInt8] = []
    disambiguator.disambiguate(buffer, into: &choices)
    #expect(choices.count == buffer.count)
    for index in 0..<buffer.count {
      #expect(Int(choices[index]) < cache.analyses(of: buffer[index].word).count)
    }
  }
}
