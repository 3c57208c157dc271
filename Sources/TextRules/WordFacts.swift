import RussianMorphology
import RussianText

/// What the rules need to know of each distinct word form, worked out once per worker.
struct WordFacts {
  private struct Fact: BitwiseCopyable {
    var terms: Int32
    var termCount: Int32
    var triggers: Int32
    var triggerCount: Int32
  }

  /// Layers in which the word can start a rule, a bit each.
  private(set) var layers = RawList<UInt64>(capacity: 1024)
  private(set) var terms = RawList<Int32>(capacity: 1024)
  private(set) var triggers = RawList<Trigger>(capacity: 1024)
  private var facts = RawList<Fact>(capacity: 1024)
  private var bits = RawList<UInt64>(capacity: 1024)
  private let stride: Int
  private var generation = -1

  init(rules: CompiledRules) {
    stride = (rules.tests.count + 63) / 64
  }

  func deallocate() {
    layers.deallocate()
    terms.deallocate()
    triggers.deallocate()
    facts.deallocate()
    bits.deallocate()
  }

  /// Learns all words that the table has and this has not.
  mutating func update(_ rules: CompiledRules, _ words: WordTable, _ morphology: MorphologyCache) {
    if generation != words.generation {
      generation = words.generation
      layers.removeAll()
      terms.removeAll()
      triggers.removeAll()
      facts.removeAll()
      bits.removeAll()
    }
    while layers.count < words.count {
      add(WordID(layers.count), rules, words, morphology)
    }
  }

  @inline(__always)
  func terms(of word: WordID) -> Range<Int> {
    let fact = facts[Int(word)]
    return Int(fact.terms)..<Int(fact.terms &+ fact.termCount)
  }

  @inline(__always)
  func triggers(of word: WordID) -> Range<Int> {
    let fact = facts[Int(word)]
    return Int(fact.triggers)..<Int(fact.triggers &+ fact.triggerCount)
  }

  @inline(__always)
  func passes(_ word: WordID, _ test: Int32) -> Bool {
    bits[Int(word) &* stride &+ Int(test &>> 6)] & (1 &<< UInt64(test & 63)) != 0
  }

  @inline(__always)
  func has(_ word: WordID, term: Int32) -> Bool {
    for index in terms(of: word) where terms[index] == term { return true }
    return false
  }

  private mutating func add(
    _ word: WordID, _ rules: CompiledRules, _ words: WordTable, _ morphology: MorphologyCache
  ) {
    let form = words.normalForm(of: word)
    let isWord = words.kind(of: word) == .word
    let firstTerm = terms.count
    note(rules.forms.number(of: form), 0, from: firstTerm)
    note(rules.lemmas.number(of: form), 1, from: firstTerm)
    if form.count > 1, form[form.count - 1] == UInt8(ascii: ".") {
      let bare = UnsafeBufferPointer(rebasing: form[..<(form.count - 1)])
      note(rules.forms.number(of: bare), 0, from: firstTerm)
    }
    let analyses = isWord ? morphology.analyses(of: word) : UnsafeBufferPointer(start: nil, count: 0)
    for analysis in analyses {
      note(rules.lemmas.number(of: morphology.lemma(of: analysis)), 1, from: firstTerm)
    }

    let firstTrigger = triggers.count
    var wordLayers: UInt64 = 0
    for index in firstTerm..<terms.count {
      if let found = rules.termTriggers[terms[index]] { note(found, &wordLayers) }
    }
    let firstBit = bits.count
    bits.append(repeating: 0, count: stride)
    for number in rules.tests.indices
    where rules.tests[number].holds(for: word, form, words, morphology, analyses) {
      bits[firstBit + number >> 6] |= 1 << UInt64(number & 63)
      note(rules.testTriggers[number], &wordLayers)
    }
    facts.append(
      Fact(
        terms: Int32(firstTerm), termCount: Int32(terms.count - firstTerm),
        triggers: Int32(firstTrigger), triggerCount: Int32(triggers.count - firstTrigger)))
    layers.append(wordLayers)
  }

  private mutating func note(_ found: [Trigger], _ wordLayers: inout UInt64) {
    for trigger in found {
      triggers.append(trigger)
      wordLayers |= 1 << UInt64(trigger.layer)
    }
  }

  private mutating func note(_ number: Int32, _ parity: Int32, from first: Int) {
    guard number >= 0 else { return }
    let term = number << 1 | parity
    for index in first..<terms.count where terms[index] == term { return }
    terms.append(term)
  }
}

extension WordTest {
  private static var names: Grammemes { [.Name, .Surn, .Patr, .Geox, .Orgn, .Init] }

  func holds(
    for word: WordID, _ form: UnsafeBufferPointer<UInt8>, _ words: WordTable,
    _ morphology: MorphologyCache, _ analyses: UnsafeBufferPointer<Analysis>
  ) -> Bool {
    for part in classes where !part.holds(for: word, words) {
      guard part == .unknown || part == .name else { return false }
      guard words.kind(of: word) == .word, words.flags(of: word).contains(.cyrillic) else {
        return false
      }
      if !morphology.isKnown(word) { continue }
      if part == .unknown { return false }
      for analysis in analyses
      where morphology.grammemes(of: analysis).isDisjoint(with: Self.names) { return false }
    }
    if let wanted = self.form, !wanted.elementsEqual(form) { return false }
    if lemma == nil, required.isEmpty, excluded.isEmpty { return true }
    for analysis in analyses {
      let grammemes = morphology.grammemes(of: analysis)
      guard grammemes.contains(required), grammemes.isDisjoint(with: excluded) else { continue }
      guard let lemma else { return true }
      if lemma.elementsEqual(morphology.lemma(of: analysis)) { return true }
    }
    // A word that the dictionary lacks is its own lemma.
    if let lemma, required.isEmpty { return lemma.elementsEqual(form) }
    return false
  }
}

extension TokenClass {
  func holds(for word: WordID, _ words: WordTable) -> Bool {
    let kind = words.kind(of: word)
    let shape = words.shape(of: word)
    switch self {
    case .any: return true
    case .word: return kind == .word
    case .latin: return kind == .word && words.flags(of: word).contains(.latin)
    case .cyrillic: return kind == .word && words.flags(of: word).contains(.cyrillic)
    case .punct: return kind == .punctuation
    case .symbol: return kind == .symbol
    case .url: return kind == .url || kind == .email
    case .quote: return Self.isIn(Self.quotes, words.rawForm(of: word))
    case .dash: return Self.isIn(Self.dashes, words.rawForm(of: word))
    case .title: return shape == .title
    case .upper: return shape == .upper
    case .lower: return shape == .lower
    case .unknown, .name: return false  // Morphology decides, in ``WordTest``.
    case .initial: return shape == .initial
    case .mixed: return shape == .mixed
    case .caps:
      switch shape {
      case .title, .upper, .initial, .mixed: return true
      case .none, .lower: return false
      }
    case .number: return kind == .number
    case .decimal: return word == WordTable.separatedDigits
    case .digits(let least, let most):
      guard kind == .number, word != WordTable.separatedDigits else { return false }
      return (least...most).contains(Self.digitCount(of: word, words))
    case .ending(let least, let most):
      guard kind == .word else { return false }
      let form = words.rawForm(of: word)
      let digits = form.prefix { $0 >= 0x30 && $0 <= 0x39 }.count
      return digits < form.count && digits > 0 && (least...most).contains(digits)
    case .yearTail:
      return kind == .word && Self.endsWithYear(words.rawForm(of: word))
    case .roman:
      guard kind == .word, shape == .upper || shape == .initial else { return false }
      return words.rawForm(of: word).allSatisfy { Self.romanDigits.utf8.contains($0) }
    }
  }

  /// A hyphen and four digits that begin with 19 or 20, behind something that is no digit.
  private static func endsWithYear(_ form: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = form.count - 4
    guard start > 1, form[start...].allSatisfy({ $0 &- 0x30 < 10 }), form[0] &- 0x30 >= 10 else {
      return false
    }
    let century = (form[start] &- 0x30) * 10 + (form[start + 1] &- 0x30)
    guard century == 19 || century == 20 else { return false }
    if form[start - 1] == 0x2D { return true }
    return start > 3 && form[start - 3] == 0xE2 && form[start - 2] == 0x80
      && (0x90...0x94).contains(form[start - 1])
  }

  private static let romanDigits = "IVXLCDM"
  private static let quotes = ["«", "»", "\"", "“", "”", "„", "‟", "‹", "›", "‘", "‚", "''", "``"]
  private static let dashes = ["-", "–", "—", "−", "‐", "‑", "‒", "―"]

  private static func isIn(_ list: [String], _ form: UnsafeBufferPointer<UInt8>) -> Bool {
    list.contains { $0.utf8.elementsEqual(form) }
  }

  private static func digitCount(of word: WordID, _ words: WordTable) -> Int {
    let form = words.rawForm(of: word)
    if !form.isEmpty { return form.count }
    var count = 5
    while count < 20, WordTable.digits(count: count) != word { count += 1 }
    return count
  }
}
