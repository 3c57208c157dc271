import RussianMorphology
import RussianText

/// Reads the structure of sentences, one at a time. One per worker, beside its cache; not for use by
/// two threads at once.
public final class StructureReader {
  package let words: WordKnowledgeTable
  package private(set) var nodes = Nodes()
  private var chooser = ReadingChooser()
  private var state = LinkState()
  private var evidence = LinkEvidence()
  private var mender = LinkMender()
  private let table: PreferenceTable
  private let government = Government.embedded
  private let keys: UnsafeMutablePointer<UInt32> = .allocate(capacity: 128)
  private let scores: UnsafeMutablePointer<Int32> = .allocate(capacity: 256)
  private let rows: UnsafeMutablePointer<PreferenceTable.Row> = .allocate(
    capacity: LinkEvidence.most)

  public init(cache: MorphologyCache) {
    words = WordKnowledgeTable(cache: cache)
    table = .embedded
  }

  deinit {
    nodes.deallocate()
    chooser.deallocate()
    state.deallocate()
    evidence.deallocate()
    mender.deallocate()
    keys.deallocate()
    scores.deallocate()
    rows.deallocate()
  }

  /// Reads one sentence: ``nodes`` holds its words, their readings, heads and relations.
  package func read(
    _ tokens: UnsafeBufferPointer<Token>, names: [Range<Int>] = [], from start: Int = 0
  ) {
    lay(tokens, names: names, from: start)
    chooseReadings()
    link()
    mender.mend(nodes)
  }

  /// Lays out the sentence's words; nothing is chosen yet.
  ///
  /// - Parameter names: Stretches that are one word each, by tokens counted from `-start`.
  package func lay(
    _ tokens: UnsafeBufferPointer<Token>, names: [Range<Int>] = [], from start: Int = 0
  ) {
    nodes.count = 0
    var nextName = names.startIndex
    var counts = SIMD8<UInt16>()
    var marks: UInt8 = 0
    var depth: UInt8 = 0
    for (place, token) in tokens.enumerated() {
      while nextName < names.endIndex, names[nextName].upperBound <= start + place { nextName += 1 }
      let isNamed = nextName < names.endIndex && names[nextName].contains(start + place)
      if isNamed, names[nextName].lowerBound != start + place { continue }
      let knowledge = isNamed ? words.name : words.knowledge(of: token.word)
      if knowledge.mark != 0 {
        marks |= knowledge.mark
        counts[knowledge.mark.trailingZeroBitCount] &+= 1
        // A list mark «1)» closes what was never opened.
        if knowledge.mark == WordKnowledge.Mark.opens, depth < .max { depth += 1 }
        if knowledge.mark == WordKnowledge.Mark.closes, depth > 0 { depth -= 1 }
        continue
      }
      nodes.append(
        Nodes.Node(
          token: Int32(place), knowledge: knowledge, reading: 0,
          wordClass: WordClass(bits: 0), lemma: 0, tag: 0, tagCase: 0, marksBefore: marks,
          shape: token.shape.rawValue, isFirst: nodes.count == 0, bracketDepth: depth, head: -1, relation: 0,
          leftmost: -1, rightmost: -1, leftCount: 0, rightCount: 0, dependents: 0, preposition: 0),
        marks: counts)
      marks = 0
      counts = SIMD8()
    }
  }

  package func chooseReadings() {
    chooser.start()
    for index in 0..<nodes.count {
      let count = Int(nodes.storage[index].knowledge.count)
      if count > 1 {
        chooser.look(at: index, in: nodes)
        let readings = nodes.storage[index].knowledge.readings!
        for place in 0..<count { scores[Int(ReadingChooser.label(of: readings[place].wordClass))] = 0 }
        table.addRows(chooser.contextKeys.baseAddress!, chooser.contextKeys.count, to: scores, rows)
        var best = (place: 0, score: Int32.min)
        for place in 0..<count {
          let candidate = readings[place]
          let found = chooser.evidence(for: candidate, at: index, in: nodes, into: keys)
          var score = scores[Int(ReadingChooser.label(of: candidate.wordClass))]
          for key in 0..<found { score &+= table.readingWeight(keys[key]) }
          if score > best.score { best = (place, score) }
        }
        choose(best.place, at: index)
      } else {
        choose(0, at: index)
      }
      chooser.take(index, in: nodes)
    }
  }

  package func choose(_ place: Int, at index: Int) {
    let node = nodes.storage + index
    guard let readings = node.pointee.knowledge.readings else { return }
    let reading = readings[place]
    node.pointee.reading = Int32(place)
    node.pointee.wordClass = reading.wordClass
    node.pointee.lemma = reading.lemma
    let isFunctionWord = reading.wordClass.isFunctionWord
    node.pointee.tag = isFunctionWord ? reading.lemma : reading.wordClass.part.rawValue
    node.pointee.tagCase =
      isFunctionWord ? reading.lemma &+ reading.wordClass.caseNumber : reading.wordClass.partAndCase
  }

  private func link() {
    state.start(count: nodes.count)
    while !state.isDone {
      if let step = onlyStep {
        take(step)
        continue
      }
      evidence.collect(state, nodes)
      scores.update(repeating: 0, count: LinkState.Step.count)
      table.addRows(evidence.keys, evidence.count, to: scores, rows)
      addGovernment()
      checkSubject()
      take(bestStep())
    }
  }

  /// The step where no other can be taken.
  private var onlyStep: Int? {
    if state.canLinkLeft { return state.next == state.count ? LinkState.Step.left(0) : nil }
    return state.canLinkRight ? nil : LinkState.Step.shift
  }

  /// Favours the link of the topmost word to the one under it where that one takes it as complement.
  private func addGovernment() {
    guard state.canLinkRight else { return }
    let complement = nodes.storage + state.stackItem(0)
    let word = nodes.storage + state.stackItem(1)
    let caseNumber = complement.pointee.wordClass.caseNumber
    guard caseNumber != 0,
      government.takes(word.pointee.lemma, complement.pointee.preposition, caseNumber)
    else { return }
    for step in Government.steps { scores[step] &+= Government.bonus }
  }

  /// Disfavours a subject that does not agree with its predicate.
  private func checkSubject() {
    guard state.depth > 0 else { return }
    let noun = nodes.storage[state.stackItem(0)]
    if state.next < state.count, SubjectAgreement.fails(noun, nodes.storage[state.next]) {
      scores[SubjectAgreement.left] &-= SubjectAgreement.penalty
    }
    if state.canLinkRight, SubjectAgreement.fails(noun, nodes.storage[state.stackItem(1)]) {
      scores[SubjectAgreement.right] &-= SubjectAgreement.penalty
    }
  }

  /// The step with the highest score among those that can be taken.
  private func bestStep() -> Int {
    typealias Step = LinkState.Step
    var best = (step: Step.shift, score: state.canShift ? scores[Step.shift] : Int32.min)
    @inline(__always) func weigh(_ steps: Range<Int>) {
      for step in steps where scores[step] > best.score { best = (step, scores[step]) }
    }
    if state.canLinkLeft {
      weigh(Step.left(1)..<Step.right(0))
    }
    if state.canLinkRight { weigh(Step.right(1)..<Step.right(Step.relations)) }
    return best.step
  }

  private func take(_ step: Int) {
    typealias Step = LinkState.Step
    if step == Step.shift {
      state.shift()
    } else if step <= Step.relations {
      state.linkLeft(possible(step - 1, headed: state.next), nodes)
    } else {
      state.linkRight(possible(step - 1 - Step.relations, headed: state.stackItem(1)), nodes)
    }
  }

  /// The number of the relation of the topmost word to a head; see ``LinkFilter``.
  private func possible(_ relation: Int, headed head: Int) -> Int {
    guard head < state.count, let preferred = Relation(rawValue: UInt8(relation)) else {
      return relation
    }
    let top = state.stackItem(0)
    return Int(LinkFilter.possible(preferred, nodes.storage[top], nodes.storage[head]).rawValue)
  }
}
