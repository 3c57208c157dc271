import RussianMorphology
import RussianText
import TextRules

/// One way to read a word as a part of a person's name.
struct NameForm {
  /// Bits: male 1, female 2, plural 4.
  var gender: UInt8
  /// Bits in the order nominative, genitive, dative, accusative, instrumental, prepositional.
  var cases: UInt8
  var score: Int
  /// A reading of the dictionary, or nil for an ending of the list.
  var analysis: Analysis?
  /// How many bytes of the normal form stay, and what follows them in the nominative.
  var kept = 0
  var ending: [UInt8] = []
}

/// Reads words as parts of names: by the dictionary where it has them as such, else by the endings
/// of `name-endings.tsv`.
struct NameForms: Sendable {
  private struct Row {
    var ending: [UInt8]
    var nominative: [UInt8]
    var cases: UInt8
    var gender: UInt8
    var score: Int
  }

  enum Part {
    case given, patronymic, family
  }

  static let male: UInt8 = 1
  static let female: UInt8 = 2
  static let plural: UInt8 = 4

  /// The rows by the last letter of their ending.
  private var rows: [UInt16: [Row]] = [:]

  /// Given names of the list, as nominatives, with their gender.
  private let givenNames: [[UInt8]: UInt8]

  /// «младш», «старш»
  private let generations: [[UInt8]]

  init(rules: CompiledRules) {
    let generation = rules.lexicon("person", "generation")!
    generations = (0..<generation.count).map {
      Array(generation.text(entry: $0, column: 0).utf8.dropLast(4))
    }
    let lexicon = rules.lexicon("person", "ending")!
    let given = rules.lexicon("person", "given")!
    let givenGender = given.column("gender")!
    var names: [[UInt8]: UInt8] = Dictionary(minimumCapacity: given.count)
    let quote = UInt8(ascii: "\"")
    for entry in 0..<given.count {
      let gender = given.withBytes(entry: entry, column: givenGender) { $0.first }
      names[given.withBytes(entry: entry, column: 0) { $0.filter { $0 != quote } }] =
        gender == UInt8(ascii: "m") ? Self.male : gender == UInt8(ascii: "f") ? Self.female : 3
    }
    givenNames = names
    let nominative = lexicon.column("nominative")!
    let cases = lexicon.column("cases")!
    let gender = lexicon.column("gender")!
    let score = lexicon.column("score")!
    let none = UInt8(ascii: "-")
    let genders = [UInt8(ascii: "f"): Self.female, UInt8(ascii: "p"): Self.plural]
    // The same few sets of cases stand in hundreds of rows.
    var knownCases: [[UInt8]: UInt8] = [:]
    for entry in 0..<lexicon.count {
      let ending = lexicon.withBytes(entry: entry, column: 0) { $0.filter { $0 != quote } }
      let named = lexicon.withBytes(entry: entry, column: cases) { Array($0) }
      let bits =
        knownCases[named]
        ?? lexicon.text(entry: entry, column: cases).split(separator: " ").reduce(0) {
          $0 | Self.cases(of: Grammemes(name: $1) ?? [])
        }
      knownCases[named] = bits
      let row = Row(
        ending: ending,
        nominative: lexicon.withBytes(entry: entry, column: nominative) {
          $0.count == 1 && $0[0] == none ? [] : Array($0)
        },
        cases: bits,
        gender: lexicon.withBytes(entry: entry, column: gender) { $0.first }
          .flatMap { genders[$0] } ?? Self.male,
        score: Int(lexicon.text(entry: entry, column: score)) ?? 0)
      rows[Self.lastLetter(ending), default: []].append(row)
    }
  }

  private static func lastLetter(_ bytes: some RandomAccessCollection<UInt8>) -> UInt16 {
    guard bytes.count > 1 else { return 0 }
    let last = bytes.index(before: bytes.endIndex)
    return UInt16(bytes[bytes.index(before: last)]) << 8 | UInt16(bytes[last])
  }

  /// The six cases of a reading as bits.
  static func cases(of grammemes: Grammemes) -> UInt8 {
    if grammemes.contains(.Fixd) { return 0x3F }
    let main = RussianMorphology.Agreement.mainCases(grammemes)
    var bits: UInt8 = 0
    for (place, wanted) in [Grammemes.nomn, .gent, .datv, .accs, .ablt, .loct].enumerated()
    where main.contains(wanted) { bits |= 1 << UInt8(place) }
    return bits
  }

  /// The readings of a token as `part`, at least one.
  func forms(of token: Int, as part: Part, in context: KindContext) -> [NameForm] {
    let word = context.buffer[token].word
    let normal = context.morphology.words.normalForm(of: word)
    let isCyrillic = context.buffer[token].flags.contains(.cyrillic)
    guard isCyrillic, context.buffer[token].shape != .initial else {
      return [NameForm(gender: 7, cases: 0x3F, score: 0, kept: normal.count)]
    }
    var found: [NameForm] = []
    let wanted: Grammemes =
      switch part {
      case .given: .Name
      case .patronymic: .Patr
      case .family: .Surn
      }
    for analysis in context.morphology.analyses(of: word) where analysis.origin == .dictionary {
      let grammemes = context.morphology.grammemes(of: analysis)
      guard grammemes.contains(wanted) else { continue }
      // «Илон» is no plural of «Илона».
      let rare = part == .given && grammemes.contains(.plur) ? 60 : 0
      found.append(
        NameForm(
          gender: gender(of: grammemes), cases: Self.cases(of: grammemes),
          score: 90 + Int(analysis.score) / 50 - rare, analysis: analysis))
    }
    if part == .family, !found.isEmpty { preferCommon(normal, among: &found, context) }
    if part == .given, !found.isEmpty { addListed(normal, to: &found) }
    if part == .given, !found.isEmpty, let gender = givenNames[Array(normal)] {
      // «Олега», «Анне» are rare names of their own, too.
      let score = gender == 3 && !found.contains { $0.cases & 1 != 0 } ? 45 : 90
      found.append(NameForm(gender: gender, cases: 1, score: score, kept: normal.count))
    }
    // A foreign name may look like a form of a known one: «Кристи», «Бил».
    if found.isEmpty, context.buffer[token].flags.contains(.hyphen) {
      addGeneration(normal, to: &found)
      if found.isEmpty { addDouble(token, part, to: &found, context) }
    }
    let isListed = !found.isEmpty
    if part == .family, !isListed { addNouns(word, to: &found, context) }
    if !isListed {
      addEndings(normal, to: &found)
      if part == .given { preferListed(normal, among: &found) }
      // «Йонг» of «Йонг Гын Кима»: a foreign given name may stay as it is.
      if part == .given {
        found.append(NameForm(gender: 3, cases: 0x3F, score: 0, kept: normal.count))
      }
    }
    if found.isEmpty {
      found.append(NameForm(gender: 3, cases: 0x3F, score: 10, kept: normal.count))
    }
    return found
  }

  /// «Мухе», «Зайца», «Непомнящей»: a family name that is a noun or an adjective of the dictionary.
  private func addNouns(_ word: WordID, to found: inout [NameForm], _ context: KindContext) {
    for analysis in context.morphology.analyses(of: word) where analysis.origin == .dictionary {
      let grammemes = context.morphology.grammemes(of: analysis)
      guard grammemes.contains(.sing), grammemes.intersects([.NOUN, .ADJF, .PRTF]),
        !grammemes.intersects([.Name, .Patr, .Geox, .Orgn, .Abbr, .Fixd]),
        !grammemes.contains(.neut) || grammemes.contains(.NOUN)
      else { continue }
      let own = gender(of: grammemes)
      // A man may be called Муха; a woman called Заяц keeps the nominative.
      let gender = grammemes.contains(.NOUN) && own == Self.female ? 3 : own
      // «при Тафте» is more often Тафт, «Лозе» in the dative Лоза alone.
      let isUnsure = gender == 3 && grammemes.contains(.loct)
      found.append(
        NameForm(
          gender: gender, cases: Self.cases(of: grammemes), score: isUnsure ? 33 : 61,
          analysis: analysis))
      // «Марине Воробей»
      if grammemes.contains([.NOUN, .masc, .nomn]) {
        found.append(
          NameForm(
            gender: Self.female, cases: 0x3F, score: 40,
            kept: context.morphology.words.normalForm(of: word).count))
      }
    }
  }

  /// «Мамину-Сибирскому», «Жана-Поля»: both parts in one case and gender.
  private func addDouble(
    _ token: Int, _ part: Part, to found: inout [NameForm], _ context: KindContext
  ) {
    let raw = Array(context.buffer.spelling(of: token))
    let normal = Array(
      context.morphology.words.normalForm(of: context.buffer[token].word))
    guard raw.count == normal.count, let hyphen = normal.firstIndex(of: UInt8(ascii: "-")),
      normal.lastIndex(of: UInt8(ascii: "-")) == hyphen, hyphen > 3, normal.count - hyphen > 5,
      raw[hyphen + 1] != normal[hyphen + 1] || raw[hyphen + 2] != normal[hyphen + 2]
    else { return }
    if part == .family, staysAsItIs(normal[(hyphen + 1)...]) {
      found.append(NameForm(gender: 3, cases: 0x3F, score: 40, kept: normal.count))
      return
    }
    let heads = partForms(normal[..<hyphen], raw[..<hyphen], part, context)
    let tails = partForms(normal[(hyphen + 1)...], raw[(hyphen + 1)...], part, context)
    for head in heads {
      for tail in tails where head.gender & tail.gender != 0 && head.cases & tail.cases != 0 {
        found.append(
          NameForm(
            gender: head.gender & tail.gender, cases: head.cases & tail.cases,
            score: (head.score + tail.score) / 2, kept: 0,
            ending: head.nominative + [UInt8(ascii: "-")] + tail.nominative))
      }
    }
  }

  /// One way to read a part of a double name.
  private struct PartForm {
    var gender: UInt8
    var cases: UInt8
    var score: Int
    var nominative: [UInt8]
  }

  /// «Грум-Гржимайло», unlike «Мамина-Сибирского»: a part in «о» does not inflect.
  private func staysAsItIs(_ part: ArraySlice<UInt8>) -> Bool {
    let (o, g): (UInt8, UInt8) = (0xBE, 0xB3)
    guard part.count > 4, part.last == o, part[part.endIndex - 2] == 0xD0 else { return false }
    return part[part.endIndex - 3] != g
  }

  private func partForms(
    _ normal: ArraySlice<UInt8>, _ raw: ArraySlice<UInt8>, _ part: Part, _ context: KindContext
  ) -> [PartForm] {
    var forms: [PartForm] = []
    let word = normal.withUnsafeBufferPointer {
      context.morphology.words.intern($0, kind: .word)
    }
    let wanted: Grammemes = part == .given ? .Name : part == .patronymic ? .Patr : .Surn
    for analysis in context.morphology.analyses(of: word) where analysis.origin == .dictionary {
      let grammemes = context.morphology.grammemes(of: analysis)
      guard grammemes.contains(wanted), grammemes.contains(.sing) else { continue }
      var nominative: [UInt8] = []
      let form = Grammemes([.nomn, .sing]).union(grammemes.intersection(.genders))
      guard context.morphology.appendForm(of: analysis, as: form, to: &nominative) else { continue }
      forms.append(
        PartForm(
          gender: gender(of: grammemes), cases: Self.cases(of: grammemes), score: 90,
          nominative: Array(raw.prefix(2)) + nominative.dropFirst(2)))
    }
    if part == .given, let gender = givenNames[Array(normal)] {
      forms.append(PartForm(gender: gender, cases: 1, score: 90, nominative: Array(raw)))
    }
    if forms.isEmpty {
      var others: [NameForm] = []
      Array(normal).withUnsafeBufferPointer { addEndings($0, to: &others) }
      forms = others.filter { $0.gender & Self.plural == 0 }.map {
        PartForm(
          gender: $0.gender, cases: $0.cases, score: $0.score,
          nominative: Array(raw.prefix($0.kept)) + $0.ending)
      }
    }
    forms.append(PartForm(gender: 3, cases: 0x3F, score: 5, nominative: Array(raw)))
    return forms
  }

  private func gender(of grammemes: Grammemes) -> UInt8 {
    if grammemes.contains(.plur) { return Self.plural }
    if grammemes.intersects(.Ms_f.union(.ms_f)) { return 3 }
    if grammemes.contains(.femn) { return Self.female }
    return grammemes.contains(.masc) ? Self.male : 3
  }

  private func addEndings(_ normal: UnsafeBufferPointer<UInt8>, to found: inout [NameForm]) {
    guard let rows = rows[Self.lastLetter(normal)] else { return }
    for row in rows {
      let kept = normal.count - row.ending.count
      guard kept >= 2, normal[kept...].elementsEqual(row.ending) else { continue }
      found.append(
        NameForm(
          gender: row.gender, cases: row.cases, score: row.score + row.ending.count, kept: kept,
          ending: row.nominative))
    }
  }

  /// «Асию» is «Асия», which the list has, though the dictionary has «Асий».
  private func addListed(_ normal: UnsafeBufferPointer<UInt8>, to found: inout [NameForm]) {
    var others: [NameForm] = []
    addEndings(normal, to: &others)
    for var form in others {
      guard let gender = givenNames[Array(normal[..<form.kept]) + form.ending], gender != 3,
        form.gender & gender != 0
      else { continue }
      form.gender &= gender
      form.score = 112
      found.append(form)
    }
  }

  /// «Шумковым» is Шумков, though the dictionary has the rare Шумковой alone.
  private func preferCommon(
    _ normal: UnsafeBufferPointer<UInt8>, among found: inout [NameForm], _ context: KindContext
  ) {
    let isRare = found.allSatisfy { form in
      form.analysis.map { context.morphology.lemma(of: $0).suffix(6).elementsEqual(Self.rareEnding) }
        ?? false
    }
    guard isRare else { return }
    var others: [NameForm] = []
    addEndings(normal, to: &others)
    others.removeAll { $0.score < 55 }
    if !others.isEmpty { found = others }
  }

  /// «вой»
  private static let rareEnding: [UInt8] = [0xD0, 0xB2, 0xD0, 0xBE, 0xD0, 0xB9]

  /// Has the list of given names the word as a nominative?
  func isListed(_ token: Int, in context: KindContext) -> Bool {
    givenNames[Array(context.morphology.words.normalForm(of: context.buffer[token].word))] != nil
  }

  /// «Буша-младшего», «Кравчук-старший»
  func hasGeneration(_ token: Int, in context: KindContext) -> Bool {
    let normal = context.morphology.words.normalForm(of: context.buffer[token].word)
    guard let hyphen = normal.lastIndex(of: UInt8(ascii: "-")), hyphen > 4 else { return false }
    return generations.contains { normal[(hyphen + 1)...].starts(with: $0) }
  }

  /// «Буша-младшего»: both parts inflect.
  private func addGeneration(
    _ normal: UnsafeBufferPointer<UInt8>, to found: inout [NameForm]
  ) {
    guard let hyphen = normal.lastIndex(of: UInt8(ascii: "-")), hyphen > 4 else { return }
    let tail = normal[(hyphen + 1)...]
    guard let stem = generations.first(where: { tail.starts(with: $0) }) else { return }
    let nominative = [UInt8(ascii: "-")] + stem + Array("\u{438}\u{439}".utf8)
    let head = UnsafeBufferPointer(rebasing: normal[..<hyphen])
    var forms: [NameForm] = []
    addEndings(head, to: &forms)
    forms.append(NameForm(gender: 1, cases: 0x3F, score: 0, kept: hyphen))
    let isNominative = tail.dropFirst(stem.count).elementsEqual("\u{438}\u{439}".utf8)
    for var form in forms where form.gender & Self.male != 0 {
      form.cases &= isNominative ? 0b1 : 0b111110
      guard form.cases != 0 else { continue }
      form.gender = Self.male
      form.ending += nominative
      found.append(form)
    }
  }

  /// The reading of a name that does not inflect.
  func unchanged(_ token: Int, in context: KindContext) -> NameForm {
    let normal = context.morphology.words.normalForm(of: context.buffer[token].word)
    return NameForm(gender: Self.male, cases: 0x3E, score: 110, kept: normal.count)
  }

  /// The readings of a word of a Chinese or Korean given name: as it is, and the last word also
  /// without the ending of a case, if a vowel is left.
  func asianForms(of token: Int, isLast: Bool, in context: KindContext) -> [NameForm] {
    let normal = context.morphology.words.normalForm(of: context.buffer[token].word)
    var found = [NameForm(gender: 3, cases: 0x3F, score: 0, kept: normal.count)]
    guard isLast, normal.count % 2 == 0, normal.count >= 2 else { return found }
    func letter(_ back: Int) -> UInt16 {
      let place = normal.count - 2 * back
      return place >= 0 ? UInt16(normal[place]) << 8 | UInt16(normal[place + 1]) : 0
    }
    func isVowel(_ letter: UInt16) -> Bool { Self.vowels.contains(letter) }
    var vowels = 0
    for back in 1...(normal.count / 2) where isVowel(letter(back)) { vowels += 1 }
    // «Ын», like most that end with a consonant, is a man's.
    if !isVowel(letter(1)) { found[0].gender = Self.male }
    guard vowels >= 2 else { return found }
    for (ending, cases) in Self.consonantEndings {
      let count = ending.count
      guard (1...count).allSatisfy({ letter($0) == ending[count - $0] }),
        Self.finals.contains(letter(count + 1))
      else { continue }
      found.append(
        NameForm(gender: Self.male, cases: cases, score: 20, kept: normal.count - 2 * count))
    }
    for (ending, cases) in Self.vowelEndings {
      let count = ending.count
      guard (1...count).allSatisfy({ letter($0) == ending[count - $0] }),
        isVowel(letter(count + 1))
      else { continue }
      found.append(
        NameForm(
          gender: Self.male, cases: cases, score: 20, kept: normal.count - 2 * count,
          ending: [0xD0, 0xB9]))
    }
    for (ending, cases) in Self.vowelEndings {
      let count = ending.count
      guard (1...count).allSatisfy({ letter($0) == ending[count - $0] }),
        letter(count + 1) == Self.softFinal
      else { continue }
      found.append(
        NameForm(
          gender: Self.male, cases: cases, score: 20, kept: normal.count - 2 * count,
          ending: [0xD1, 0x8C]))
    }
    return found
  }

  /// н, before a soft sign: «Жуань», «Жуаня».
  private static let softFinal: UInt16 = 0xD0BD
  /// а е и о у ы э ю я
  private static let vowels: Set<UInt16> = [
    0xD0B0, 0xD0B5, 0xD0B8, 0xD0BE, 0xD183, 0xD18B, 0xD18D, 0xD18E, 0xD18F,
  ]
  /// н к п м л р т г: what a word of such a name ends with. «Чжаньшу» keeps its «у».
  private static let finals: Set<UInt16> = [
    0xD0BD, 0xD0BA, 0xD0BF, 0xD0BC, 0xD0BB, 0xD180, 0xD182, 0xD0B3,
  ]
  /// а у ом е: endings behind a consonant and their cases.
  private static let consonantEndings: [([UInt16], UInt8)] = [
    ([0xD0B0], 0b1010), ([0xD183], 0b100), ([0xD0BE, 0xD0BC], 0b10000), ([0xD0B5], 0b100000),
  ]
  /// я ю ем: endings of names with «й» and «ь».
  private static let vowelEndings: [([UInt16], UInt8)] = [
    ([0xD18F], 0b1010), ([0xD18E], 0b100), ([0xD0B5, 0xD0BC], 0b10000),
  ]

  /// «Асию» is «Асия», which the list has, and no «Асий».
  private func preferListed(
    _ normal: UnsafeBufferPointer<UInt8>, among found: inout [NameForm]
  ) {
    for index in found.indices {
      let nominative = Array(normal[..<found[index].kept]) + found[index].ending
      if givenNames[nominative] != nil { found[index].score += 40 }
    }
  }

  /// «Римский-Корсаков»: with a capital behind the hyphen where the token has one.
  private func capitalized(_ form: String, as raw: [UInt8]) -> String {
    guard let hyphen = raw.firstIndex(of: UInt8(ascii: "-")), hyphen + 2 < raw.count,
      raw[hyphen + 1] == 0xD0, (0x90...0xAF).contains(raw[hyphen + 2])
    else { return form }
    let parts = form.split(separator: "-", omittingEmptySubsequences: false)
    let capitals = parts.map { (part: Substring) -> String in
      part.prefix(1).uppercased() + part.dropFirst()
    }
    return capitals.joined(separator: "-")
  }

  /// The nominative of a reading, spelled as the token is.
  func nominative(_ form: NameForm, of token: Int, in context: KindContext) -> String {
    let raw = context.buffer.spelling(of: token)
    if let analysis = form.analysis {
      var wanted: Grammemes = [.nomn]
      let grammemes = context.morphology.grammemes(of: analysis)
      wanted.formUnion(grammemes.intersection(.numbers))
      if grammemes.contains(.sing) { wanted.formUnion(grammemes.intersection(.genders)) }
      let form = Inflector(cache: context.morphology).form(
        ofToken: token, in: context.buffer, analysis: analysis, as: wanted)
      return context.buffer[token].flags.contains(.hyphen)
        ? capitalized(form, as: Array(raw)) : form
    }
    let normal = context.morphology.words.normalForm(of: context.buffer[token].word)
    // Both parts of a double name.
    if form.kept == 0, form.ending.contains(UInt8(ascii: "-")) {
      return String(decoding: form.ending, as: UTF8.self)
    }
    guard raw.count == normal.count, form.kept > 0 else {
      return String(decoding: raw, as: UTF8.self)
    }
    if normal[form.kept...].elementsEqual(form.ending) {
      return String(decoding: raw, as: UTF8.self)
    }
    let ending = String(decoding: form.ending, as: UTF8.self)
    return String(decoding: raw[..<form.kept], as: UTF8.self)
      + (context.buffer[token].shape == .upper ? ending.uppercased() : ending)
  }
}
