import RussianMorphology
import RussianText
import Testing

/// Words that the dictionary lacks, read by what they are made of or by how they end.
@Suite struct GuesserTests {
  let words: WordTable
  let cache: MorphologyCache

  init() throws {
    words = try WordTable()
    cache = MorphologyCache(words: words)
  }

  private func readings(_ form: String) -> [(lemma: String, grammemes: Grammemes)] {
    cache.analyses(of: words.intern(form)).map {
      (cache.spelledLemma(of: $0), cache.grammemes(of: $0))
    }
  }

  private func expect(_ form: String, _ lemma: String, _ grammemes: Grammemes) {
    let found = readings(form)
    #expect(
      found.contains { $0.lemma == lemma && $0.grammemes.contains(grammemes) },
      "\(form): \(found.map { "\($0.lemma) \($0.grammemes)" })")
  }

  @Test(
    "names by shape",
    arguments: [
      ("Тулебаеву", "тулебаев", [.Surn, .masc, .datv]),
      ("Жолдыбаевой", "жолдыбаев", [.Surn, .femn, .datv]),
      ("Ермекбековым", "ермекбеков", [.Surn, .masc, .ablt]),
      ("Сейтгалиева", "сейтгалиев", [.Surn, .masc, .gent]),
      ("Досмагамбетову", "досмагамбетов", [.Surn, .femn, .accs]),
      ("Кривозубовичем", "кривозубович", [.Surn, .masc, .ablt]),
      ("Белопольскому", "белопольский", [.Surn, .masc, .datv]),
      ("Габрилидзе", "габрилидзе", [.Surn, .Fixd]),
      ("Торшвили", "торшвили", [.Surn, .Fixd]),
      ("Матосянову", "матосянов", [.Surn, .masc, .datv]),
      ("Куркутяну", "куркутян", [.Surn, .masc, .datv]),
      ("Задериненко", "задериненко", [.Surn, .Fixd]),
      ("Абдибекулы", "абдибекулы", [.Fixd]),
      ("Нурланкызы", "нурланкызы", [.Fixd]),
    ] as [(String, String, Grammemes)])
  func namesByShape(_ form: String, _ lemma: String, _ grammemes: Grammemes) {
    expect(form, lemma, grammemes)
    #expect(
      readings(form).first.map { $0.grammemes.intersects([.Surn, .Patr, .Name, .Geox]) } == true,
      "\(form): a name before anything else: \(readings(form))")
  }

  @Test(
    "compounds and prefixes",
    arguments: [
      ("экс-министру", "экс-министр", [.NOUN, .datv]),
      ("казахстанско-китайского", "казахстанско-китайский", [.ADJF, .gent]),
      ("10-тонным", "10-тонный", [.ADJF, .ablt]),
      ("14-летнего", "14-летний", [.ADJF, .gent]),
      ("вице-президентом", "вице-президент", [.NOUN, .ablt]),
      ("супервыгодную", "супервыгодный", [.ADJF, .accs, .femn]),
      ("киберзащитой", "киберзащита", [.NOUN, .ablt]),
    ] as [(String, String, Grammemes)])
  func compounds(_ form: String, _ lemma: String, _ grammemes: Grammemes) {
    expect(form, lemma, grammemes)
  }

  @Test(
    "endings of known words",
    arguments: [
      ("гвоздильщиками", "гвоздильщик", [.NOUN, .anim, .plur, .ablt]),
      ("бутявкает", "бутявкать", [.VERB, .sing, .per3]),
      ("глокую", "глокий", [.ADJF, .femn, .accs]),
      ("зумканию", "зумкание", [.NOUN, .neut, .datv]),
      ("брынзоватость", "брынзоватость", [.NOUN, .femn, .nomn]),
    ] as [(String, String, Grammemes)])
  func analogy(_ form: String, _ lemma: String, _ grammemes: Grammemes) {
    expect(form, lemma, grammemes)
  }

  @Test("abbreviations do not inflect", arguments: ["КЗТП", "АБВГ", "ЖШС"])
  func abbreviations(_ form: String) {
    #expect(readings(form).first?.grammemes.contains([.NOUN, .Fixd, .Abbr]) == true)
    #expect(readings(form).first?.lemma == form.lowercased())
  }

  @Test("brand names of joined parts are read as nouns", arguments: ["КазТрактПром", "АвтоДетСнаб"])
  func joinedParts(_ form: String) {
    #expect(readings(form).contains { $0.grammemes.contains([.NOUN, .sing, .nomn]) })
  }

  @Test(
    "words with Kazakh letters inflect as their endings say",
    arguments: [
      ("Қарақұлов", "қарақұлов", [.Surn, .masc, .nomn]),
      ("Әбдібековке", "әбдібековке", []),
      ("Жеңісұлы", "жеңісұлы", []),
    ] as [(String, String, Grammemes)])
  func kazakhLetters(_ form: String, _ lemma: String, _ grammemes: Grammemes) {
    #expect(!readings(form).isEmpty)
    if !grammemes.isEmpty { expect(form, lemma, grammemes) }
  }

  @Test("Latin words, Roman numbers, figures and signs have a reading each")
  func otherKinds() {
    #expect(readings("Freedom").map(\.grammemes) == [.LATN])
    #expect(readings("XXI").first?.grammemes == .ROMN)
    #expect(readings("2016").map(\.grammemes) == [.NUMB])
    #expect(readings("%").map(\.grammemes) == [.SYMB])
    #expect(readings(",").map(\.grammemes) == [.PNCT])
  }

  @Test(
    "a letter drawn out is one letter, or two",
    arguments: [("спасиииибо", "спасибо"), ("даааа", "да"), ("классссс", "класс"), ("ооочень", "очень")])
  func drawnOut(_ form: String, _ lemma: String) {
    #expect(readings(form).first?.lemma == lemma)
  }

  @Test("whatever the letters, every word has a reading and its lemma is not empty")
  func everyWordIsRead() {
    let letters = Array("абвгдеёжзийклмнопрстуфхцчшщъыьэюяәқңөұүһі-".unicodeScalars)
    var state: UInt64 = 42
    for _ in 0..<20_000 {
      var form = ""
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      for shift in 0..<Int(2 + state >> 60) {
        let place = Int((state >> UInt64(shift * 3)) % UInt64(letters.count))
        form.unicodeScalars.append(letters[place])
      }
      let found = readings(form)
      #expect(!found.isEmpty, "\(form)")
      #expect(found.allSatisfy { !$0.lemma.isEmpty || form == "е" }, "\(form): \(found)")
      if words.isFull { words.removeAll() }
    }
  }
}
