import RussianMorphology
import RussianText

/// A reading of a word form as the structure sees it.
package struct Reading: BitwiseCopyable {
  package var wordClass: WordClass
  /// Hash of the lemma; the same in every run.
  package var lemma: UInt32
  /// Logarithm of the reading's share among the form's, in hundredths, before any context.
  package var prior: Int16
  /// Its number among ``MorphologyCache/analyses(of:)``.
  package var analysis: UInt8
}

/// What the structure needs to know of a word form, learnt once a form.
package struct WordKnowledge: BitwiseCopyable {
  /// Signs between words, as bits.
  enum Mark {
    static let comma: UInt8 = 1
    static let dash: UInt8 = 2
    static let colon: UInt8 = 4
    static let opens: UInt8 = 8
    static let closes: UInt8 = 16
    static let quote: UInt8 = 32
    static let stop: UInt8 = 64
    static let other: UInt8 = 128
  }

  package var readings: UnsafePointer<Reading>?
  package var count: Int32
  /// Hash of the normal form.
  package var form: UInt32
  /// Hash of the last two and three letters.
  var shortEnding: UInt32
  var longEnding: UInt32
  /// Hash of the set of parts of speech and cases that the form can have.
  var ambiguity: UInt32
  /// The cases that some reading has, a bit each.
  var cases: UInt8
  /// What it is between words; 0 if it is a word.
  package var mark: UInt8
  var isKnown: Bool
  /// Whether a finite verb, a short adjective or the like is among the readings.
  var canBePredicate: Bool
}

/// The knowledge of every word form that a worker has met.
package final class WordKnowledgeTable {
  package let cache: MorphologyCache
  private let classes: [WordClass]
  private var generation: Int
  private var slots: UnsafeMutablePointer<WordKnowledge>
  private var capacity = 4096
  private var blocks: [UnsafeMutablePointer<Reading>] = []
  private var blockUsed = 0
  private static let blockSize = 8192
  private static var empty: WordKnowledge {
    WordKnowledge(
      readings: nil, count: 0, form: 0, shortEnding: 0, longEnding: 0, ambiguity: 0, cases: 0,
      mark: 0, isKnown: false, canBePredicate: false)
  }

  /// What is known of a name as such: nothing but that it is one.
  let name: WordKnowledge
  private let nameReading: UnsafeMutablePointer<Reading> = .allocate(capacity: 1)

  package init(cache: MorphologyCache) {
    self.cache = cache
    classes = (0..<cache.lexicon.tagCount).map {
      WordClass(cache.lexicon.grammemes(of: TagID($0)))
    }
    generation = cache.words.generation
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: Self.empty, count: capacity)
    blocks.append(.allocate(capacity: Self.blockSize))
    nameReading.initialize(
      to: Reading(
        wordClass: WordClass(bits: WordClass.Part.latin.rawValue), lemma: 0, prior: 0, analysis: 0))
    var name = Self.empty
    (name.readings, name.count) = (UnsafePointer(nameReading), 1)
    self.name = name
  }

  deinit {
    nameReading.deallocate()
    slots.deallocate()
    for block in blocks { block.deallocate() }
  }

  package func knowledge(of word: WordID) -> WordKnowledge {
    if generation != cache.words.generation { forget() }
    if Int(word) < capacity, slots[Int(word)].count > 0 { return slots[Int(word)] }
    return learn(word)
  }

  private func forget() {
    generation = cache.words.generation
    slots.update(repeating: Self.empty, count: capacity)
    while blocks.count > 1 { blocks.removeLast().deallocate() }
    blockUsed = 0
  }

  @inline(never)
  private func learn(_ word: WordID) -> WordKnowledge {
    if Int(word) >= capacity { grow(past: Int(word)) }
    let analyses = cache.analyses(of: word)
    let count = min(analyses.count, 200)
    if blockUsed + count > Self.blockSize {
      blocks.append(.allocate(capacity: Self.blockSize))
      blockUsed = 0
    }
    let first = blocks[blocks.count - 1] + blockUsed
    var made = 0
    for index in 0..<count {
      let analysis = analyses[index]
      let reading = Reading(
        wordClass: classes[Int(analysis.tag)],
        lemma: SyntaxHash.bytes(cache.lemma(of: analysis)),
        prior: ShareLogarithm.hundredths(ofThousandths: Int(analysis.score)),
        analysis: UInt8(index))
      // Readings that mean the same to the structure are one; the first is the likeliest.
      let isNew = (0..<made).allSatisfy {
        first[$0].wordClass != reading.wordClass || first[$0].lemma != reading.lemma
      }
      guard isNew else { continue }
      first[made] = reading
      made += 1
    }
    blockUsed += made
    slots[Int(word)] = knowledge(of: word, UnsafeBufferPointer(start: first, count: made))
    return slots[Int(word)]
  }

  private func knowledge(
    of word: WordID, _ readings: UnsafeBufferPointer<Reading>
  ) -> WordKnowledge {
    let form = cache.words.normalForm(of: word)
    var ambiguity: UInt32 = 0
    var cases: UInt8 = 0
    var canBePredicate = false
    var mark: UInt8 = 0
    for reading in readings {
      ambiguity = ambiguity &+ SyntaxHash.mix(reading.wordClass.partCaseNumber &+ 77, 5)
      cases |= 1 << UInt8(reading.wordClass.caseNumber)
      if reading.wordClass.isPredicate { canBePredicate = true }
      if reading.wordClass.part == .punctuation { mark = Self.mark(form) }
    }
    func ending(_ bytes: Int) -> UInt32 {
      SyntaxHash.bytes(UnsafeBufferPointer(rebasing: form.suffix(bytes)))
    }
    return WordKnowledge(
      readings: readings.baseAddress, count: Int32(readings.count), form: SyntaxHash.bytes(form),
      shortEnding: ending(4), longEnding: ending(6), ambiguity: ambiguity,
      cases: cases, mark: mark, isKnown: cache.isKnown(word), canBePredicate: canBePredicate)
  }

  private static func mark(_ form: UnsafeBufferPointer<UInt8>) -> UInt8 {
    switch String(decoding: form, as: UTF8.self) {
    case ",": WordKnowledge.Mark.comma
    case "-", "–", "—", "--", "−": WordKnowledge.Mark.dash
    case ":", ";": WordKnowledge.Mark.colon
    case "(", "[", "{": WordKnowledge.Mark.opens
    case ")", "]", "}": WordKnowledge.Mark.closes
    case "\"", "«", "»", "“", "”", "„", "'", "‘", "’": WordKnowledge.Mark.quote
    case ".", "!", "?", "…", "...": WordKnowledge.Mark.stop
    default: WordKnowledge.Mark.other
    }
  }

  private func grow(past word: Int) {
    var larger = capacity
    while larger <= word { larger *= 2 }
    let grown = UnsafeMutablePointer<WordKnowledge>.allocate(capacity: larger)
    grown.update(from: slots, count: capacity)
    (grown + capacity).initialize(repeating: Self.empty, count: larger - capacity)
    slots.deallocate()
    slots = grown
    capacity = larger
  }
}

/// Hashes that are the same on every machine and in every run: the preference table is made of them.
package enum SyntaxHash {
  @inline(__always)
  package static func bytes(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash ^ hash >> 15
  }

  package static func string(_ text: String) -> UInt32 {
    var text = text
    return text.withUTF8 { bytes($0) }
  }

  /// The key of a piece of evidence: its kind and up to three things that it is made of.
  @inline(__always)
  package static func evidence(_ kind: UInt32, _ a: UInt32, _ b: UInt32, _ c: UInt32) -> UInt32 {
    var hash = UInt64(a) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(kind) &* 0xD6E8_FEB8_6659_FD93
    hash ^= UInt64(b) &* 0xC2B2_AE3D_27D4_EB4F
    hash = (hash ^ hash >> 31) &+ UInt64(c) &* 0x1656_67B1_9E37_79F9
    hash = (hash ^ hash >> 29) &* 0xBF58_476D_1CE4_E5B9
    return UInt32(truncatingIfNeeded: hash >> 32)
  }

  @inline(__always)
  package static func mix(_ a: UInt32, _ b: UInt32) -> UInt32 {
    var hash = (UInt64(a) &* 0x9E37_79B9_7F4A_7C15) ^ (UInt64(b) &* 0xC2B2_AE3D_27D4_EB4F)
    hash ^= hash >> 29
    hash = hash &* 0xBF58_476D_1CE4_E5B9
    return UInt32(truncatingIfNeeded: hash >> 32)
  }
}

/// Natural logarithms of shares in thousandths, in hundredths.
enum ShareLogarithm {
  private static let table: [Int16] = (0...1000).map { share in
    // ln x by halving into 1…2, then the series of artanh: no mathematics library.
    var x = Double(max(share, 2)) / 1000
    var halvings = 0.0
    while x < 1 { (x, halvings) = (x * 2, halvings + 1) }
    let y = (x - 1) / (x + 1)
    let series = 2 * (y + y * y * y / 3 + y * y * y * y * y / 5)
    return Int16((series - halvings * 0.693147) * 100)
  }

  static func hundredths(ofThousandths share: Int) -> Int16 { table[min(max(share, 0), 1000)] }
}
