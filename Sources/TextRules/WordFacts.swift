import RussianMorphology
import RussianText

/// What the rules need to know of each distinct word form, worked out once per worker.
struct WordFacts {
  struct Fact: BitwiseCopyable {
    /// Where its terms stand, and how many they are.
    var terms: Int32
    var termCount: Int32
    /// Where it stands which triggers are those of its first layer, its second and so on.
    var groups: Int32
    /// Layers in which the word can start a rule, a bit each.
    var layers: UInt64
  }

  private(set) var terms = RawList<Int32>(capacity: 1024)
  private(set) var triggers = RawList<Trigger>(capacity: 1024)
  /// Where the triggers of each group begin; behind the last group of a word, where it ends.
  private(set) var groupStarts = RawList<Int32>(capacity: 1024)
  private var facts = RawList<Fact>(capacity: 1024)
  private var bits = RawList<UInt64>(capacity: 1024)
  /// Numbers of 64 bits for each word: the tests that it passes, the lists it can begin an entry of,
  /// the sets of steps that it is in.
  let stride: Int
  /// The bit of the first list.
  let listBit: Int
  private let sets: StepSetTable
  private let tests: WordTestTable
  private var generation = -1

  init(rules: CompiledRules, lexicon: Lexicon) {
    tests = WordTestTable(rules.tests, lexicon)
    sets = rules.stepSets
    listBit = sets.listBit
    stride = sets.stride
  }

  func deallocate() {
    terms.deallocate()
    triggers.deallocate()
    groupStarts.deallocate()
    facts.deallocate()
    bits.deallocate()
    tests.deallocate()
  }

  /// Learns all words that the table has and this has not.
  mutating func update(_ rules: CompiledRules, _ words: WordTable, _ morphology: MorphologyCache) {
    if generation != words.generation {
      generation = words.generation
      terms.removeAll()
      triggers.removeAll()
      groupStarts.removeAll()
      facts.removeAll()
      bits.removeAll()
    }
    while facts.count < words.count {
      add(WordID(facts.count), rules, words, morphology)
    }
  }

  /// Appends what is known of a word.
  @inline(__always)
  func append(_ word: WordID, to facts: inout RawList<Fact>, _ bits: inout RawList<UInt64>) {
    facts.append(self.facts[Int(word)])
    bits.append(contentsOf: self.bits.base + Int(word) * stride, count: stride)
  }

  private mutating func add(
    _ word: WordID, _ rules: CompiledRules, _ words: WordTable, _ morphology: MorphologyCache
  ) {
    let form = words.normalForm(of: word)
    let kind = words.kind(of: word)
    let firstTerm = terms.count
    note(rules.forms.number(of: form), 0, from: firstTerm)
    note(rules.lemmas.number(of: form), 1, from: firstTerm)
    if form.count > 1, form[form.count - 1] == UInt8(ascii: ".") {
      let bare = UnsafeBufferPointer(rebasing: form[..<(form.count - 1)])
      note(rules.forms.number(of: bare), 0, from: firstTerm)
    }
    let analyses =
      kind == .word ? morphology.analyses(of: word) : UnsafeBufferPointer(start: nil, count: 0)
    var last: LemmaID?
    for analysis in analyses where analysis.lemma != last {
      note(rules.lemmas.number(of: morphology.lemma(of: analysis)), 1, from: firstTerm)
      last = analysis.lemma
    }

    let firstTrigger = triggers.count
    var wordLayers: UInt64 = 0
    for index in firstTerm..<terms.count {
      rules.termTriggers.forEach(of: terms[index]) { note($0, &wordLayers) }
    }
    facts.append(
      Fact(
        terms: Int32(firstTerm), termCount: Int32(terms.count - firstTerm),
        groups: Int32(groupStarts.count), layers: 0))
    let firstBit = bits.count
    bits.append(repeating: 0, count: stride)
    let key = tests.key(kind, words.shape(of: word), words.flags(of: word))
    var classes: UInt64 = 0
    var knowsClasses = false
    for index in firstTerm..<terms.count {
      sets.forEachBit(ofTerm: terms[index]) { set($0, from: firstBit) }
      rules.listStarts.forEach(of: terms[index]) { list in
        set(Int32(listBit) + list, from: firstBit)
        sets.forEachBit(ofList: list) { set($0, from: firstBit) }
      }
    }
    for part in 0..<tests.stride {
      var open = tests.mayPass(key, part, analyses)
      while open != 0 {
        let number = part << 6 | open.trailingZeroBitCount
        open &= open - 1
        let needed = tests.classes(of: number)
        if needed != 0 {
          if !knowsClasses {
            classes = tests.classes(of: word, words, morphology, analyses)
            knowsClasses = true
          }
          if needed & ~classes != 0 { continue }
          if needed >> 63 != 0,
            !tests.holds(rules.tests[number].classes, for: word, words, morphology, analyses)
          {
            continue
          }
        }
        let term = tests.term(of: number)
        if term >= 0 {
          guard hasTerm(term, from: firstTerm),
            rules.tests[number].holds(for: form, morphology, analyses)
          else { continue }
        }
        set(Int32(number), from: firstBit)
        sets.forEachBit(ofTest: Int32(number)) { set($0, from: firstBit) }
        for trigger in rules.testTriggers[number] { note(trigger, &wordLayers) }
      }
    }
    sortByLayer(from: firstTrigger)
    noteGroups(from: firstTrigger)
    facts.base[facts.count - 1].layers = wordLayers
  }

  private func hasTerm(_ term: Int32, from first: Int) -> Bool {
    for index in first..<terms.count where terms[index] == term { return true }
    return false
  }

  @inline(__always)
  private func set(_ bit: Int32, from firstBit: Int) {
    bits[firstBit + Int(bit >> 6)] |= 1 << UInt64(bit & 63)
  }

  /// Few, so by insertion; those of a layer stay in order.
  private func sortByLayer(from first: Int) {
    for index in first..<triggers.count {
      let trigger = triggers[index]
      var place = index
      while place > first, triggers[place - 1].layer > trigger.layer {
        triggers[place] = triggers[place - 1]
        place -= 1
      }
      triggers[place] = trigger
    }
  }

  private mutating func noteGroups(from first: Int) {
    for index in first..<triggers.count
    where index == first || triggers[index].layer != triggers[index - 1].layer {
      groupStarts.append(Int32(index))
    }
    groupStarts.append(Int32(triggers.count))
  }

  private mutating func note(_ trigger: Trigger, _ wordLayers: inout UInt64) {
    triggers.append(trigger)
    wordLayers |= 1 << UInt64(trigger.layer)
  }

  private mutating func note(_ number: Int32, _ parity: Int32, from first: Int) {
    guard number >= 0 else { return }
    let term = number << 1 | parity
    for index in first..<terms.count where terms[index] == term { return }
    terms.append(term)
  }
}

extension WordTest {
  /// Does a word of the test's classes have its form, its lemma and its grammemes in one reading?
  func holds(
    for form: UnsafeBufferPointer<UInt8>, _ morphology: MorphologyCache,
    _ analyses: UnsafeBufferPointer<Analysis>
  ) -> Bool {
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

/// Which word tests may hold, by what is known without the word itself: a bit a test.
struct WordTestTable {
  let stride: Int
  /// For each kind, shape and script: the tests whose classes allow it.
  private let byClass: RawList<UInt64>
  /// For each tag: the tests whose grammemes it meets.
  private let byTag: RawList<UInt64>
  /// The tests that ask no grammemes.
  private let free: RawList<UInt64>
  /// Of each test: the term that its word must have; −1 for none.
  private let terms: RawList<Int32>
  /// Of each test: the classes that the word decides, a bit each; see `wordClasses`.
  private let needed: RawList<UInt64>
  /// For each kind, shape and script: those of these classes that allow it.
  private let allowed: RawList<UInt64>
  /// Those classes. Past the 63rd they share the last bit, and each test asks for its own.
  private let wordClasses: [TokenClass]

  init(_ tests: [WordTest], _ lexicon: Lexicon) {
    stride = (tests.count + 63) / 64
    byClass = RawList(repeating: 0, count: Self.keyCount * stride)
    byTag = RawList(repeating: 0, count: lexicon.tagCount * stride)
    free = RawList(repeating: 0, count: stride)
    terms = RawList(repeating: -1, count: tests.count)
    needed = RawList(repeating: 0, count: tests.count)
    var wordClasses: [TokenClass] = []
    for (number, test) in tests.enumerated() {
      let part = number >> 6
      let bit: UInt64 = 1 << UInt64(number & 63)
      terms[number] = test.term
      for kind in test.classes where !kind.isOfShape {
        if !wordClasses.contains(kind), wordClasses.count < 63 { wordClasses.append(kind) }
        needed[number] |= 1 << UInt64(wordClasses.firstIndex(of: kind) ?? 63)
      }
      for kind in TokenKind.allCases {
        for shape in TokenShape.allCases {
          for script in 0..<4 {
            let allowed = test.classes.allSatisfy {
              $0.allows(kind, shape, isLatin: script & 1 != 0, isCyrillic: script & 2 != 0)
            }
            if allowed { byClass[Self.key(kind, shape, script) * stride + part] |= bit }
          }
        }
      }
      // What grammemes a lemma needs is looked at with the lemma.
      if test.term >= 0 || test.required.isEmpty && test.excluded.isEmpty {
        free[part] |= bit
        continue
      }
      for tag in 0..<lexicon.tagCount {
        let grammemes = lexicon.grammemes(of: TagID(tag))
        if grammemes.contains(test.required), grammemes.isDisjoint(with: test.excluded) {
          byTag[tag * stride + part] |= bit
        }
      }
    }
    self.wordClasses = wordClasses
    allowed = RawList(repeating: 0, count: Self.keyCount)
    for (number, part) in wordClasses.enumerated() {
      for kind in TokenKind.allCases {
        for shape in TokenShape.allCases {
          for script in 0..<4
          where part.allows(kind, shape, isLatin: script & 1 != 0, isCyrillic: script & 2 != 0) {
            allowed[Self.key(kind, shape, script)] |= 1 << UInt64(number)
          }
        }
      }
    }
  }

  func deallocate() {
    byClass.deallocate()
    byTag.deallocate()
    free.deallocate()
    terms.deallocate()
    needed.deallocate()
    allowed.deallocate()
  }

  private static let keyCount = TokenKind.allCases.count * TokenShape.allCases.count * 4

  private static func key(_ kind: TokenKind, _ shape: TokenShape, _ script: Int) -> Int {
    (Int(kind.rawValue) * TokenShape.allCases.count + Int(shape.rawValue)) * 4 + script
  }

  private static func key(_ kind: TokenKind, _ shape: TokenShape, _ flags: TokenFlags) -> Int {
    key(kind, shape, (flags.contains(.latin) ? 1 : 0) | (flags.contains(.cyrillic) ? 2 : 0))
  }

  /// Where the tests for a sort of token stand.
  func key(_ kind: TokenKind, _ shape: TokenShape, _ flags: TokenFlags) -> Int {
    Self.key(kind, shape, flags) * stride
  }

  /// The tests of a part that a word passes, as far as can be told without the word.
  func mayPass(_ key: Int, _ part: Int, _ analyses: UnsafeBufferPointer<Analysis>) -> UInt64 {
    var tests = free[part]
    for analysis in analyses { tests |= byTag[Int(analysis.tag) * stride + part] }
    return tests & byClass[key + part]
  }

  /// The term that a word must have to pass a test; −1 for none.
  func term(of test: Int) -> Int32 { terms[test] }

  /// The classes a word must be of to pass a test, of those that the word decides.
  func classes(of test: Int) -> UInt64 { needed[test] }

  /// Of which of those classes a word is.
  func classes(
    of word: WordID, _ words: WordTable, _ morphology: MorphologyCache,
    _ analyses: UnsafeBufferPointer<Analysis>
  ) -> UInt64 {
    var open = allowed[
      Self.key(words.kind(of: word), words.shape(of: word), words.flags(of: word))]
    var found: UInt64 = 1 << 63
    while open != 0 {
      let number = open.trailingZeroBitCount
      open &= open - 1
      if holds(wordClasses[number], for: word, words, morphology, analyses) {
        found |= 1 << UInt64(number)
      }
    }
    return found
  }

  /// Is a word of all of `classes`? Kind and script are known to allow it.
  func holds(
    _ classes: [TokenClass], for word: WordID, _ words: WordTable, _ morphology: MorphologyCache,
    _ analyses: UnsafeBufferPointer<Analysis>
  ) -> Bool {
    classes.allSatisfy { $0.isOfShape || holds($0, for: word, words, morphology, analyses) }
  }

  private func holds(
    _ part: TokenClass, for word: WordID, _ words: WordTable, _ morphology: MorphologyCache,
    _ analyses: UnsafeBufferPointer<Analysis>
  ) -> Bool {
    switch part {
    case .unknown: !morphology.isKnown(word)
    case .name:
      !morphology.isKnown(word)
        || analyses.allSatisfy { morphology.grammemes(of: $0).intersects(Self.names) }
    default: part.holds(for: word, words)
    }
  }

  private static var names: Grammemes { [.Name, .Surn, .Patr, .Geox, .Orgn, .Init] }
}

extension TokenClass {
  /// Do kind, shape and script decide it?
  var isOfShape: Bool {
    switch self {
    case .any, .word, .cyrillic, .latin, .punct, .symbol, .url, .title, .upper, .lower, .initial,
      .mixed, .caps, .number:
      true
    case .quote, .dash, .unknown, .name, .decimal, .digits, .ending, .yearTail, .roman: false
    }
  }

  /// May a token of that sort be of the class?
  func allows(
    _ kind: TokenKind, _ shape: TokenShape, isLatin: Bool, isCyrillic: Bool
  ) -> Bool {
    switch self {
    case .any: true
    case .word, .ending, .yearTail: kind == .word
    case .latin: kind == .word && isLatin
    case .cyrillic, .unknown, .name: kind == .word && isCyrillic
    case .punct: kind == .punctuation
    case .symbol: kind == .symbol
    case .url: kind == .url || kind == .email
    case .title: shape == .title
    case .upper: shape == .upper
    case .lower: shape == .lower
    case .initial: shape == .initial
    case .mixed: shape == .mixed
    case .caps: shape != .none && shape != .lower
    case .number, .decimal, .digits: kind == .number
    case .roman: kind == .word && (shape == .upper || shape == .initial)
    case .quote, .dash: kind == .punctuation || kind == .symbol
    }
  }

  /// Is a word of the class? Asked only where ``allows(_:_:isLatin:isCyrillic:)`` is true.
  func holds(for word: WordID, _ words: WordTable) -> Bool {
    switch self {
    case .quote: return Self.isIn(Self.quotes, words.spelling(of: word))
    case .dash: return Self.isIn(Self.dashes, words.spelling(of: word))
    case .unknown, .name: return false  // Morphology decides, in ``WordTestTable``.
    case .decimal: return word == WordTable.separatedDigits
    case .digits(let least, let most):
      guard word != WordTable.separatedDigits else { return false }
      return (least...most).contains(Self.digitCount(of: word, words))
    case .ending(let least, let most):
      let form = words.rawForm(of: word)
      let digits = form.prefix { $0 >= 0x30 && $0 <= 0x39 }.count
      return digits < form.count && digits > 0 && (least...most).contains(digits)
    case .yearTail:
      return Self.endsWithYear(words.rawForm(of: word))
    case .roman:
      return words.rawForm(of: word).allSatisfy { Self.romanDigits.utf8.contains($0) }
    default: return true
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

  /// Is the word a quotation mark?
  static func isQuote(_ word: WordID, _ words: WordTable) -> Bool {
    isIn(quotes, words.rawForm(of: word))
  }

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
