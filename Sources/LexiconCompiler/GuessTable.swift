import RussianMorphology

/// Endings of words and what words that end so mostly are: how unknown words are read.
///
/// An ending keeps, for each class of words, the paradigms that most lexemes with that ending
/// follow. An ending whose readings are those of the next shorter one is left out.
struct GuessTable {
  private(set) var entries: [UInt32] = []
  private(set) var automaton = Automaton()

  private static let longest = 5
  private static let fewestLexemes = 3

  private struct Row {
    /// The ending's codes, last letter highest, and how many they are.
    var key: UInt64
    var paradigm: Int32
    var form: Int32
    var count: Int32
  }

  private let dictionary: SourceDictionary
  private var rows: [Row] = []

  init(_ dictionary: SourceDictionary, _ weights: FormWeights) {
    self.dictionary = dictionary
    countEndings()
    choose(weights)
    automaton.finish()
  }

  /// Words whose inflection other words may follow.
  private static func isProductive(_ tag: Grammemes) -> Bool {
    let open: Grammemes = [.NOUN, .ADJF, .ADJS, .COMP, .VERB, .INFN, .PRTF, .PRTS, .GRND, .ADVB]
    let odd: Grammemes = [
      .Abbr, .Init, .Infr, .Slng, .Arch, .Erro, .Dist, .Anum, .Apro, .voct, .Supr, .Litr, .Coll,
      .Hypo, .Fimp, .gen2, .loc2, .gen1, .Coun, .V_be, .V_oy, .V_ey, .V_ej, .V_bi, .V_sh, .V_ie,
      .V_en, .incl,
    ]
    return tag.intersects(open) && tag.isDisjoint(with: odd)
  }

  private mutating func countEndings() {
    var stems: [[[UInt8]]] = Array(repeating: [], count: dictionary.paradigms.count)
    for lexeme in dictionary.lexemes {
      stems[lexeme.paradigm].append(Alphabet.encode(lexeme.stem))
    }
    for (paradigm, forms) in dictionary.paradigms.enumerated()
    where stems[paradigm].count >= Self.fewestLexemes {
      let tails = Self.tails(of: stems[paradigm])
      for (index, form) in forms.enumerated()
      where form.prefix == "" && Self.isProductive(dictionary.tags[form.tag]) {
        let suffix = Alphabet.encode(form.suffix)
        for (tail, count) in tails where tail.count + suffix.count <= Self.longest {
          guard !suffix.isEmpty || !tail.isEmpty else { continue }
          rows.append(
            Row(
              key: Self.key(tail + suffix), paradigm: Int32(paradigm), form: Int32(index),
              count: Int32(count)))
        }
      }
    }
    rows.sort { ($0.key, $0.paradigm, $0.form) < ($1.key, $1.paradigm, $1.form) }
  }

  /// The last letters of stems, none to five, that at least a few of them share.
  private static func tails(of stems: [[UInt8]]) -> [([UInt8], Int)] {
    var counts: [[UInt8]: Int] = [:]
    for stem in stems {
      for length in 0...min(longest, stem.count) {
        counts[Array(stem.suffix(length)), default: 0] += 1
      }
    }
    return counts.filter { $0.value >= fewestLexemes }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
  }

  private static func key(_ ending: [UInt8]) -> UInt64 {
    ending.reversed().enumerated().reduce(0) {
      $0 | UInt64($1.element) << UInt64(56 - 8 * $1.offset)
    }
  }

  private mutating func choose(_ weights: FormWeights) {
    var chosen: [UInt64: [UInt32]] = [:]
    var places: [[UInt32]: Int] = [:]
    var first = 0
    while first < rows.count {
      var end = first
      while end < rows.count, rows[end].key == rows[first].key { end += 1 }
      let key = rows[first].key
      let set = best(rows[first..<end], weights)
      let parent = Self.shorter(key).flatMap { chosen[$0] }
      chosen[key] = set
      if set != parent, !set.isEmpty {
        if places[set] == nil {
          places[set] = entries.count
          entries += set
        }
        var codes: [UInt8] = []
        for place in 0..<8 {
          let code = UInt8(key >> UInt64(56 - 8 * place) & 0xFF)
          if code != 0 { codes.append(code) }
        }
        codes.withUnsafeBufferPointer { automaton.insert($0, value: places[set]!) }
      }
      first = end
    }
  }

  /// The key of the ending without its first letter.
  private static func shorter(_ key: UInt64) -> UInt64? {
    let length = (64 - key.trailingZeroBitCount + 7) / 8
    guard length > 1 else { return nil }
    return key & ~(0xFF << UInt64(64 - 8 * length))
  }

  private func best(_ rows: ArraySlice<Row>, _ weights: FormWeights) -> [UInt32] {
    // Lexemes of the leading paradigms of each class of words.
    var byParadigm: [Int32: Int32] = [:]
    for row in rows { byParadigm[row.paradigm] = max(byParadigm[row.paradigm] ?? 0, row.count) }
    var leaders: [Int: [(paradigm: Int32, count: Int32)]] = [:]
    for (paradigm, count) in byParadigm.sorted(by: { $0.key < $1.key }) {
      leaders[wordClass(of: Int(paradigm)), default: []].append((paradigm, count))
    }
    var kept: [Int32: Double] = [:]
    let total = Double(byParadigm.values.reduce(0, +))
    for group in leaders.values {
      let group = group.sorted { ($1.count, $0.paradigm) < ($0.count, $1.paradigm) }
      let sum = Double(group.map(\.count).reduce(0, +))
      for leader in group.prefix(2) where Double(leader.count) >= 0.35 * Double(group[0].count) {
        let leading = Double(group.prefix(2).map(\.count).reduce(0, +))
        let share = sum / total * Double(leader.count) / leading
        let tag = dictionary.tags[dictionary.paradigms[Int(leader.paradigm)][0].tag]
        let isRare = share < 0.02 && !tag.intersects([.Surn, .Name, .Geox, .NOUN])
        if !isRare { kept[leader.paradigm] = share }
      }
    }
    return entries(of: rows.filter { kept[$0.paradigm] != nil }, kept, weights)
  }

  private func entries(
    of rows: [Row], _ shares: [Int32: Double], _ weights: FormWeights
  ) -> [UInt32] {
    var weighted: [(entry: Row, weight: Double)] = []
    for (paradigm, share) in shares.sorted(by: { $0.key < $1.key }) {
      let forms = rows.filter { $0.paradigm == paradigm }
      let tags = forms.map { dictionary.paradigms[Int(paradigm)][Int($0.form)].tag }
      for (row, weight) in zip(forms, weights.weights(ofTags: tags)) {
        weighted.append((row, share * weight))
      }
    }
    weighted.sort {
      ($1.weight, $0.entry.paradigm, $0.entry.form) < ($0.weight, $1.entry.paradigm, $1.entry.form)
    }
    return weighted.enumerated().map { position, item in
      LexiconLayout.Entry(
        paradigm: Int(item.entry.paradigm), form: Int(item.entry.form), yoMask: 0,
        weight: FormWeights.quantized(item.weight), isLast: position == weighted.count - 1
      ).raw
    }
  }

  /// Nouns, names of each kind, adjectives, verbs and adverbs compete within their class only.
  private func wordClass(of paradigm: Int) -> Int {
    let tag = dictionary.tags[dictionary.paradigms[paradigm][0].tag]
    let classes: [Grammemes] = [.Surn, .Patr, .Name, .Geox, .Orgn, .Trad, .NOUN, .ADJF, .ADVB]
    return classes.firstIndex { tag.contains($0) } ?? classes.count
  }
}
