/// Chooses each word's reading, from left to right, by what stands around it: the first guess on
/// which the links are built.
package struct ReadingChooser {
  package init() {}

  private let context: UnsafeMutablePointer<UInt32> = .allocate(capacity: 64)
  private var contextCount = 0
  /// The last word with a finite verb's reading since the clause began, −1 if none.
  private var verb = -1
  private var hasNominative = false
  /// The preposition that still waits for its noun, as a hash of its form; 0 if none.
  private var preposition: UInt32 = 0
  private var lastNoun = -1

  package func deallocate() { context.deallocate() }

  package mutating func start() {
    verb = -1
    hasNominative = false
    preposition = 0
    lastNoun = -1
  }

  @inline(__always)
  private mutating func add(_ template: UInt32, _ a: UInt32, _ b: UInt32 = 0) {
    context[contextCount] = SyntaxHash.evidence(template &+ 200, a, b, 0)
    contextCount &+= 1
  }

  /// Collects what the surroundings of `index` say, whichever reading is chosen.
  package mutating func look(at index: Int, in nodes: Nodes) {
    contextCount = 0
    let all = nodes.storage
    let node = all[index]
    let word = node.knowledge
    let boundary: UInt32 = 0x51A7
    func tag(_ place: Int) -> UInt32 { place >= 0 ? all[place].tagCase : boundary }
    func form(_ place: Int) -> UInt32 {
      place >= 0 && place < nodes.count ? all[place].knowledge.form : boundary
    }
    func ambiguity(_ place: Int) -> UInt32 {
      place < nodes.count ? all[place].knowledge.ambiguity : boundary
    }
    let marks = UInt32(node.marksBefore & 0x3F)
    let nextMarks: UInt32 = index + 1 < nodes.count ? UInt32(all[index + 1].marksBefore & 0x3F) : 99
    let capital = UInt32(node.shape) << 1 | (node.isFirst ? 1 : 0)
    add(1, word.form)
    add(2, word.longEnding, word.isKnown ? 1 : 0)
    add(3, word.shortEnding, capital)
    add(4, tag(index - 1), marks)
    add(5, tag(index - 1), tag(index - 2) &+ marks)
    add(6, form(index - 1), marks)
    add(7, ambiguity(index + 1), nextMarks)
    add(8, form(index + 1), nextMarks)
    add(9, ambiguity(index + 1), ambiguity(index + 2))
    add(10, capital, word.ambiguity)
    add(11, preposition, word.ambiguity)
    add(12, preposition, tag(index - 1))
    let clause = (verb >= 0 ? all[verb].lemma : 1) &+ (hasNominative ? 7 : 0)
    add(13, clause, word.ambiguity)
    let verbClass = verb >= 0 ? all[verb].wordClass.bits & 0x1831F : 1
    add(14, verbClass &+ (hasNominative ? 1 << 30 : 0), word.ambiguity)
    add(15, tag(index - 1), word.ambiguity)
    add(16, lastNoun >= 0 ? all[lastNoun].lemma : 1, index - lastNoun == 1 ? 1 : 0)
    add(17, lastNoun >= 0 ? all[lastNoun].tagCase : 1, marks &+ UInt32(min(index - lastNoun, 4)) << 8)
    add(18, word.ambiguity, marks &+ nextMarks << 8)
    add(19, form(index - 1), form(index + 1))
    add(20, word.ambiguity, ambiguity(index + 1))
    add(21, form(index - 2), form(index - 1))
    add(22, tag(index - 1), ambiguity(index + 1))
    add(23, word.ambiguity)
    add(24, nextPredicate(after: index, nodes), hasNominative ? 1 : 0)
  }

  /// Number and gender of the next word that can be a predicate, with its distance in steps.
  private func nextPredicate(after index: Int, _ nodes: Nodes) -> UInt32 {
    var place = index + 1
    let end = min(index + 6, nodes.count)
    while place < end {
      if nodes.storage[place].knowledge.canBePredicate {
        return UInt32(min(place - index, 2)) << 16 | nodes.storage[place].knowledge.ambiguity & 0xFFFF
      }
      if nodes.storage[place].marksBefore != 0, place > index + 1 { break }
      place += 1
    }
    return 3
  }

  /// What a candidate is, as a number below 256: part of speech, case and number. Evidence about the
  /// surroundings speaks for or against labels.
  @inline(__always)
  package static func label(of kind: WordClass) -> UInt8 {
    // Parts of speech with a case have 14 labels each (7 cases with none, one or many); the rest one.
    let part = kind.bits & 31
    let group = Self.groups[Int(part)]
    guard group >= 0 else { return UInt8(truncatingIfNeeded: 210 &+ part) }
    let many: UInt32 = kind.number == 2 ? 1 : 0
    return UInt8(truncatingIfNeeded: UInt32(group) &* 14 &+ kind.caseNumber &* 2 &+ many)
  }

  private static let groups: [Int] = {
    typealias Part = WordClass.Part
    let inflected: [Part] = [
      .noun, .name, .surname, .patronymic, .place, .pronoun, .adjective, .determiner, .ordinal,
      .shortAdjective, .finite, .activeParticiple, .passiveParticiple, .shortParticiple, .numeral,
    ]
    return (0..<32).map { part in inflected.firstIndex { $0.rawValue == part } ?? -1 }
  }()

  /// The keys of what the surroundings say; see ``label(of:)``.
  package var contextKeys: UnsafeBufferPointer<UInt32> {
    UnsafeBufferPointer(start: context, count: contextCount)
  }

  /// Writes into `keys` what a candidate has to say for itself beside ``contextKeys``; returns how
  /// many keys.
  @inline(__always)
  package func evidence(
    for candidate: Reading, at index: Int, in nodes: Nodes, into keys: UnsafeMutablePointer<UInt32>
  ) -> Int {
    let kind = candidate.wordClass
    let label = kind.partCaseNumber
    var count = 0
    @inline(__always) func add(_ template: UInt32, _ a: UInt32, _ b: UInt32) {
      keys[count] = SyntaxHash.evidence(template, a, b, 0)
      count &+= 1
    }
    let all = nodes.storage
    add(40, candidate.lemma, kind.part.rawValue)
    add(41, UInt32(bitPattern: Int32(candidate.prior / 40)), 0)
    add(48, UInt32(bitPattern: Int32(candidate.prior / 100)), label)
    if index > 0 {
      let before = all[index - 1]
      let fit = kind.agreement(with: before.wordClass)
      add(42, fit, before.wordClass.part.rawValue << 8 | kind.part.rawValue)
      let pair = before.wordClass.partAndCase << 8 | kind.partAndCase
      add(49, fit << 8 | UInt32(before.marksBefore), pair)
    }
    if index + 1 < nodes.count {
      add(43, bestFit(kind, all[index + 1]), label)
      if index + 2 < nodes.count { add(44, bestFit(kind, all[index + 2]), label) }
    }
    if verb >= 0 {
      let fit = kind.agreement(with: WordClass(bits: all[verb].wordClass.bits & ~0xE0))
      add(45, fit, label &+ (hasNominative ? 4096 : 0))
      add(46, all[verb].lemma, kind.caseNumber)
    }
    if lastNoun >= 0 {
      let noun = all[lastNoun]
      let marks = UInt32(nodes.storage[index].marksBefore & 0x3F)
      let fit = kind.agreement(with: noun.wordClass)
      add(47, fit << 8 | marks, label &+ noun.wordClass.caseNumber << 16)
      add(50, noun.lemma, kind.caseNumber &+ preposition)
    }
    return count
  }

  /// Whether some reading of the word after agrees, and in which part of speech.
  @inline(__always)
  private func bestFit(_ kind: WordClass, _ next: Nodes.Node) -> UInt32 {
    var found: UInt32 = 0
    guard let readings = next.knowledge.readings else { return 0 }
    for place in 0..<Int(next.knowledge.count) {
      let other = readings[place].wordClass
      if kind.agreement(with: other) == 1, kind.caseNumber == other.caseNumber || other.isPredicate {
        found |= other.isNominal ? 1 : other.isAttributive ? 2 : 4
      }
    }
    return found
  }

  /// Takes down the reading that was chosen at `index`.
  package mutating func take(_ index: Int, in nodes: Nodes) {
    let node = nodes.storage[index]
    let kind = node.wordClass
    if node.marksBefore & (WordKnowledge.Mark.comma | WordKnowledge.Mark.colon) != 0,
      kind.part == .conjunction || kind.part == .determiner || kind.part == .pronoun
    {
      verb = -1
      hasNominative = false
    }
    switch kind.part {
    case .preposition: preposition = node.knowledge.form
    case .noun, .name, .surname, .patronymic, .place, .pronoun, .latin:
      preposition = 0
      lastNoun = index
      if kind.caseNumber == WordClass.nominative { hasNominative = true }
    case .finite, .imperative, .shortParticiple, .shortAdjective, .infinitive, .gerund, .predicative:
      preposition = 0
      verb = index
    case .conjunction: preposition = 0
    default: break
    }
  }
}
