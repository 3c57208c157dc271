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

  /// Given names of the list, as nominatives.
  private let givenNames: Set<[UInt8]>

  init(rules: CompiledRules) {
    let lexicon = rules.lexicon("person", "ending")!
    let given = rules.lexicon("person", "given")!
    givenNames = Set((0..<given.count).map { Array(given.text(entry: $0, column: 0).utf8) })
    let nominative = lexicon.column("nominative")!
    let cases = lexicon.column("cases")!
    let gender = lexicon.column("gender")!
    let score = lexicon.column("score")!
    for entry in 0..<lexicon.count {
      let ending = lexicon.text(entry: entry, column: 0).utf8.filter { $0 != UInt8(ascii: "\"") }
      let genders: [String: UInt8] = ["m": Self.male, "f": Self.female, "p": Self.plural]
      let row = Row(
        ending: ending, nominative: Array(lexicon.text(entry: entry, column: nominative).utf8),
        cases: lexicon.text(entry: entry, column: cases).split(separator: " ").reduce(0) {
          $0 | Self.cases(of: Grammemes(name: $1) ?? [])
        },
        gender: genders[lexicon.text(entry: entry, column: gender)] ?? Self.male,
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
      found.append(
        NameForm(
          gender: gender(of: grammemes), cases: Self.cases(of: grammemes),
          score: 90 + Int(analysis.score) / 50, analysis: analysis))
    }
    // A foreign name may look like a form of a known one: «Кристи», «Бил».
    if found.isEmpty {
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

  /// «Асию» is «Асия», which the list has, and no «Асий».
  private func preferListed(
    _ normal: UnsafeBufferPointer<UInt8>, among found: inout [NameForm]
  ) {
    for index in found.indices {
      let nominative = Array(normal[..<found[index].kept]) + found[index].ending
      if givenNames.contains(nominative) { found[index].score += 40 }
    }
  }

  /// The nominative of a reading, spelled as the token is.
  func nominative(_ form: NameForm, of token: Int, in context: KindContext) -> String {
    let raw = context.buffer.spelling(of: token)
    if let analysis = form.analysis {
      var wanted: Grammemes = [.nomn]
      let grammemes = context.morphology.grammemes(of: analysis)
      wanted.formUnion(grammemes.intersection(.numbers))
      if grammemes.contains(.sing) { wanted.formUnion(grammemes.intersection(.genders)) }
      return Inflector(cache: context.morphology).form(
        ofToken: token, in: context.buffer, analysis: analysis, as: wanted)
    }
    let normal = context.morphology.words.normalForm(of: context.buffer[token].word)
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
