import RussianMorphology
import RussianText
import Testing

/// Parts of speech and lemmas as Universal Dependencies have them.
@Suite struct UniversalTests {
  private func words(_ text: String) throws -> [UniversalWord] {
    let buffer = try TokenBuffer()
    let cache = MorphologyCache(words: buffer.words)
    try Tokenizer().tokenize(text, into: buffer)
    var choices: [UInt8] = []
    Disambiguator(cache: cache).disambiguate(buffer, into: &choices)
    return choices.withUnsafeBufferPointer { choices in
      (0..<buffer.count).map { Universal(cache: cache).word(at: $0, in: buffer, choices: choices) }
    }
  }

  @Test(
    arguments: [
      ("Как бы не опоздать.", 0, "ADV", "как"),
      ("Он работал как вол.", 2, "SCONJ", "как"),
      ("Москва, как и Астана, растёт.", 3, "PART", "и"),
      ("Завод и фабрика закрыты.", 1, "CCONJ", "и"),
      ("Он сказал, что завод открыт.", 3, "SCONJ", "что"),
      ("Что делать заводу?", 0, "PRON", "что"),
      ("Всё, что он построил, стоит.", 2, "PRON", "что"),
      ("Завод — это люди.", 2, "PART", "это"),
      ("Это решение приняли.", 0, "DET", "этот"),
      ("Если завод встанет, то область пострадает.", 4, "SCONJ", "то"),
      ("Все говорят о цене.", 0, "PRON", "все"),
      ("Все заводы работают.", 0, "DET", "весь"),
      ("Завод также купил станки.", 1, "PART", "также"),
      ("Купили станки, а также краны.", 4, "CCONJ", "также"),
      ("В данном случае завод прав.", 1, "ADJ", "данный"),
      ("Данный заказчику кредит возвращён.", 3, "VERB", "возвратить"),
      ("Было темно.", 1, "ADJ", "тёмный"),
      ("Завод быстро построили.", 1, "ADV", "быстро"),
      ("Он родился 5 мая 1998 года.", 2, "ADJ", "5"),
      ("Прошло 2 года.", 1, "NUM", "2"),
      ("Завод выпустил 1500 машин.", 2, "NUM", "1500"),
      ("Видимо, завод закроют.", 0, "ADV", "видимо"),
    ])
  func word(_ text: String, _ index: Int, _ partOfSpeech: String, _ lemma: String) throws {
    let found = try words(text)[index]
    #expect(found.partOfSpeech == partOfSpeech, "\(text)")
    #expect(found.lemma == lemma, "\(text)")
  }

  @Test func featuresAreSortedByName() throws {
    let found = try words("Завод выпускает машины.")
    #expect(found[0].features == "Animacy=Inan|Case=Nom|Gender=Masc|Number=Sing")
    #expect(found[1].features.contains("VerbForm=Fin"))
    for word in found {
      let features = word.features.split(separator: "|").map(String.init)
      #expect(features == features.sorted())
    }
  }
}
