import RussianText

/// The analyses of every word form that a worker has met, made once a form.
///
///     let cache = MorphologyCache(words: buffer.words)
///     for analysis in cache.analyses(of: buffer[0].word) {
///       print(cache.grammemes(of: analysis))
///     }
///
/// One per worker, beside its `WordTable`; when that forgets its words, so does the cache.
/// Pointers it returns hold until then. Not for use by two threads at once.
public final class MorphologyCache {
  public let lexicon: Lexicon
  public let words: WordTable

  @usableFromInline struct Slot {
    @usableFromInline var start: UnsafePointer<Analysis>?
    @usableFromInline var all: Grammemes
    @usableFromInline var count: Int32
    @usableFromInline var isKnown: Bool

    init(start: UnsafePointer<Analysis>?, all: Grammemes, count: Int32, isKnown: Bool) {
      self.start = start
      self.all = all
      self.count = count
      self.isKnown = isKnown
    }
  }

  @exclusivity(unchecked) @usableFromInline private(set) var slots: UnsafeMutablePointer<Slot>
  @exclusivity(unchecked) @usableFromInline private(set) var capacity = 4096
  @exclusivity(unchecked) private var arena = ChunkArena<Analysis>(blockSize: 4096)
  @exclusivity(unchecked) private var lemmas = LemmaTable()
  @exclusivity(unchecked) @usableFromInline private(set) var generation: Int
  @exclusivity(unchecked) private var guesser: Guesser
  let contextClasses: ContextClasses
  @exclusivity(unchecked) private var found: [Analysis] = []
  @exclusivity(unchecked) private var lemmaBytes: [UInt8] = []

  public init(lexicon: Lexicon = .embedded, words: WordTable) {
    self.lexicon = lexicon
    self.words = words
    generation = words.generation
    guesser = Guesser(lexicon: lexicon)
    contextClasses =
      lexicon.isEmbedded ? .embedded : ContextClasses(lexicon: lexicon)
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: Self.empty, count: capacity)
  }

  deinit {
    slots.deallocate()
    arena.deallocate()
    lemmas.deallocate()
  }

  private static var empty: Slot {
    Slot(start: nil, all: Grammemes(), count: 0, isKnown: false)
  }

  // MARK: What is known of a word

  /// The readings of a word, best first before any context; at least one.
  @inlinable public func analyses(of word: WordID) -> UnsafeBufferPointer<Analysis> {
    let slot = slot(of: word)
    return UnsafeBufferPointer(start: slot.pointee.start, count: Int(slot.pointee.count))
  }

  /// All grammemes of all readings of a word: what it cannot be is not in it.
  @inlinable public func allGrammemes(of word: WordID) -> Grammemes { slot(of: word).pointee.all }

  /// Whether the dictionary has the word; a compound is known if its last part is.
  @inlinable public func isKnown(_ word: WordID) -> Bool { slot(of: word).pointee.isKnown }

  @inlinable public func grammemes(of analysis: Analysis) -> Grammemes { lexicon.grammemes(of: analysis.tag) }

  /// The lemma in small letters with е for ё.
  public func lemma(of analysis: Analysis) -> UnsafeBufferPointer<UInt8> {
    lemmas[analysis.lemma]
  }

  /// The lemma as a string with ё where it is known to be ё.
  public func spelledLemma(of analysis: Analysis) -> String {
    var bytes: [UInt8] = []
    if let stem = stem(of: analysis) {
      lexicon.appendSpelledForm(
        0, ofParadigm: Int(analysis.paradigm), stem: stem, yoMask: Int(analysis.yoMask), to: &bytes)
    } else {
      bytes.append(contentsOf: lemma(of: analysis))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The cases that a preposition takes; empty for any other reading.
  package func governedCases(of analysis: Analysis) -> Grammemes {
    let key = contextClasses.keys[Int(analysis.contextClass)]
    return key.grammemes.contains(.PREP) ? key.grammemes.intersection(.cases) : Grammemes()
  }

  /// The number of a lemma (small letters, е for ё), a new one if it is new: for comparing
  /// with ``Analysis/lemma``. Void after the words are forgotten.
  public func lemmaID(of folded: UnsafeBufferPointer<UInt8>) -> LemmaID {
    forgetIfStale()
    return lemmas.intern(folded)
  }

  /// What the forms of the lemma share; `nil` if the analysis has no paradigm.
  func stem(of analysis: Analysis) -> UnsafeBufferPointer<UInt8>? {
    guard analysis.paradigm != Analysis.noParadigm else { return nil }
    let lemma = lemmas[analysis.lemma]
    let form = lexicon.form(0, ofParadigm: Int(analysis.paradigm))
    return UnsafeBufferPointer(rebasing: lemma[lexicon.stemRange(of: lemma, as: form)])
  }

  /// What a capital inside a sentence says for a reading.
  func nameWeight(of tag: TagID) -> Int32 {
    let grammemes = lexicon.grammemes(of: tag)
    guard grammemes.intersects([.Name, .Surn, .Patr, .Geox, .Orgn, .Trad]) else { return 0 }
    return grammemes.contains(.plur) && grammemes.isDisjoint(with: .Pltm) ? 50 : 200
  }

  // MARK: Filling

  @inlinable @inline(__always)
  func slot(of word: WordID) -> UnsafePointer<Slot> {
    forgetIfStale()
    if word >= 0, Int(word) < capacity, slots[Int(word)].count > 0 { return UnsafePointer(slots + Int(word)) }
    return fill(word)
  }

  @inlinable @inline(__always)
  func forgetIfStale() {
    if generation != words.generation { forget() }
  }

  @usableFromInline @inline(never)
  func forget() {
    generation = words.generation
    arena.removeAll()
    lemmas.removeAll()
    slots.update(repeating: Self.empty, count: capacity)
  }

  @usableFromInline @inline(never)
  func fill(_ word: WordID) -> UnsafePointer<Slot> {
    precondition(word >= 0 && Int(word) < words.count, "no such word in this table")
    if Int(word) >= capacity { grow(past: Int(word)) }
    found.removeAll(keepingCapacity: true)
    let isKnown = analyze(word)
    let normal = words.normalForm(of: word)
    for index in found.indices {
      found[index].contextClass = contextClasses.number(ofTag: found[index].tag, form: normal)
    }
    var all = Grammemes()
    for analysis in found { all.formUnion(lexicon.grammemes(of: analysis.tag)) }
    let start = found.withUnsafeBufferPointer { arena.append($0) }
    slots[Int(word)] = Slot(start: start, all: all, count: Int32(found.count), isKnown: isKnown)
    return UnsafePointer(slots + Int(word))
  }

  private func grow(past word: Int) {
    var larger = capacity
    while larger <= word { larger *= 2 }
    let grown = UnsafeMutablePointer<Slot>.allocate(capacity: larger)
    grown.update(from: slots, count: capacity)
    (grown + capacity).initialize(repeating: Self.empty, count: larger - capacity)
    slots.deallocate()
    slots = grown
    capacity = larger
  }

  /// Puts the readings of `word` into `found`; true if the dictionary has them.
  private func analyze(_ word: WordID) -> Bool {
    let normal = words.normalForm(of: word)
    let kind = words.kind(of: word)
    let shape = words.shape(of: word)
    guard kind == .word, words.flags(of: word).contains(.cyrillic) else {
      guesser.analyzeByKind(kind, normal, shape: shape) { tag, score in
        found.append(
          Analysis(
            lemma: lemmas.intern(normal), tag: tag, paradigm: Analysis.noParadigm, score: score,
            form: 0, yoMask: 0, origin: .kind))
      }
      return true
    }
    guesser.analyze(normal, shape: shape) { guess in
      found.append(analysis(of: normal, guess))
    }
    if !guesser.wasKnown, analyzeDrawnOut(normal, shape) { return true }
    return guesser.wasKnown
  }

  /// "дааа", "спасиииибо": no word has a letter three times over, so such a run is one letter, or
  /// two, drawn out. True, and the readings replaced, if the dictionary has the word so.
  private func analyzeDrawnOut(
    _ normal: UnsafeBufferPointer<UInt8>, _ shape: TokenShape
  ) -> Bool {
    for kept in 1...2 {
      guard let short = DrawnOut.shortened(normal, keeping: kept) else { return false }
      let isKnown = short.withUnsafeBufferPointer { short in
        guard lexicon.firstEntry(ofForm: short) >= 0 else { return false }
        found.removeAll(keepingCapacity: true)
        guesser.analyze(short, shape: shape) { found.append(analysis(of: short, $0)) }
        return true
      }
      if isKnown { return true }
    }
    return false
  }

  private func analysis(
    of normal: UnsafeBufferPointer<UInt8>, _ guess: Guesser.Reading
  ) -> Analysis {
    guard guess.paradigm >= 0 else {
      return Analysis(
        lemma: lemmas.intern(normal), tag: guess.tag, paradigm: Analysis.noParadigm,
        score: guess.score, form: 0, yoMask: 0, origin: .guess)
    }
    let form = lexicon.form(guess.form, ofParadigm: guess.paradigm)
    lemmaBytes.removeAll(keepingCapacity: true)
    let stem = UnsafeBufferPointer(rebasing: normal[lexicon.stemRange(of: normal, as: form)])
    lexicon.appendForm(0, ofParadigm: guess.paradigm, stem: stem, to: &lemmaBytes)
    let lemma = lemmaBytes.withUnsafeBufferPointer { lemmas.intern($0) }
    return Analysis(
      lemma: lemma, tag: TagID(form.tag), paradigm: UInt16(guess.paradigm), score: guess.score,
      form: UInt8(guess.form), yoMask: UInt8(guess.yoMask), origin: guess.origin)
  }
}
