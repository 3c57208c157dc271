import RussianMorphology
import RussianText

/// Runs one compiled pattern from one token.
///
/// A struct that the matcher owns, so that a run is one exclusive access and each step none.
struct MatchMachine {
  /// Longest stretch that one match looks at, in tokens, save inside a record.
  static let window = 128
  static let stepLimit = 4096
  /// Start, end, entry, record, and the word list of the entry.
  static let cellsPerCapture = 5

  private struct Frame: BitwiseCopyable {
    var pc: Int32
    var position: Int32
    var trail: Int32
    /// An entry to bind on the way, and the captures that it binds; −1 for none.
    var entry: Int32
    var captures: UInt32
  }

  private struct Undo: BitwiseCopyable {
    var cell: Int32
    var value: Int32
  }

  struct ListResult: BitwiseCopyable {
    var end: Int32
    var entry: Int32
  }

  let rules: CompiledRules
  private let buffer: TokenBuffer
  private let morphology: MorphologyCache
  private let program: UnsafePointer<Instruction>
  private let trie: LexiconTrie.View
  private let lexiconRoots: RawList<Int32>
  /// Gives a field of a record as text.
  var field: (MatchedRecord, String) -> String? = { _, _ in nil }

  // What the document gives; set by `begin` and `see`.
  private var tokens = UnsafeBufferPointer<Token>(start: nil, count: 0)
  private var utf8 = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var facts: WordFacts
  /// What is known of each token's word, copied beside its neighbours': a document's share stays in
  /// the processor's cache, the whole vocabulary does not.
  private(set) var tokenFacts = RawList<WordFacts.Fact>()
  private var tokenBits = RawList<UInt64>()
  private let stride: Int
  private let listBit: Int32
  private let masks: RawList<StepMask>
  var table = RecordTable()
  private(set) var sentence = TokenRange(start: 0, end: 0)
  private var sentenceIndex = 0
  /// For each sentence, what is known of any of its words.
  private var sentenceBits = RawList<UInt64>()
  /// The kinds of the records that start in the sentence.
  private var sentenceKinds: UInt64 = 0
  /// Does a record reach out of the sentence, so that matches may?
  private var isOpen = false

  // The state of one run.
  private var limit = 0
  private var stack = RawList<Frame>()
  private var trail = RawList<Undo>()
  /// Captures of the latest run, ``cellsPerCapture`` each.
  let cells: RawList<Int32>
  private let visited: RawList<UInt32>
  private var stamp: UInt32 = 0
  private(set) var listResults = RawList<ListResult>()
  /// Where the latest run came furthest, and the step that stopped it there.
  private(set) var furthest = (position: 0, pc: 0)

  init(rules: CompiledRules, buffer: TokenBuffer, morphology: MorphologyCache) {
    self.rules = rules
    self.buffer = buffer
    self.morphology = morphology
    program = rules.program
    trie = rules.trie.view
    lexiconRoots = RawList(repeating: 0, count: rules.lexiconRoots.count)
    for (list, root) in rules.lexiconRoots.enumerated() { lexiconRoots[list] = root }
    facts = WordFacts(rules: rules, lexicon: morphology.lexicon)
    stride = facts.stride
    listBit = Int32(facts.listBit)
    masks = RawList(repeating: StepMask(bit: 0, kinds: 0), count: rules.stepSets.masks.count)
    for (set, mask) in rules.stepSets.masks.enumerated() { masks[set] = mask }
    cells = RawList(repeating: -1, count: rules.captureCount * Self.cellsPerCapture)
    visited = RawList(repeating: 0, count: Self.window * (rules.splitCount + 1))
  }

  func deallocate() {
    facts.deallocate()
    tokenFacts.deallocate()
    tokenBits.deallocate()
    table.deallocate()
    stack.deallocate()
    trail.deallocate()
    cells.deallocate()
    visited.deallocate()
    listResults.deallocate()
    lexiconRoots.deallocate()
    masks.deallocate()
    sentenceBits.deallocate()
  }

  /// Begins with the document that the buffer holds.
  mutating func begin() {
    facts.update(rules, buffer.words, morphology)
    tokens = buffer.tokens
    utf8 = buffer.utf8
    tokenFacts.removeAll()
    tokenBits.removeAll()
    tokenFacts.reserve(tokens.count)
    tokenBits.reserve(tokens.count * stride)
    for token in tokens { facts.append(token.word, to: &tokenFacts, &tokenBits) }
    table.reset(tokens: tokens.count)
    sentenceBits.removeAll()
    sentenceBits.append(repeating: 0, count: buffer.sentences.count * stride)
    for (index, sentence) in buffer.sentences.enumerated() {
      let all = sentenceBits.base + index * stride
      for token in Int(sentence.start)..<Int(sentence.end) {
        let bits = tokenBits.base + token * stride
        for part in 0..<stride { all[part] |= bits[part] }
      }
    }
  }

  /// Goes to a sentence, with the records that there are by now.
  mutating func enter(sentence index: Int) {
    sentence = buffer.sentences[index]
    sentenceIndex = index
    sentenceKinds = 0
    isOpen = false
    for token in Int(sentence.start)..<Int(sentence.end) where table.kinds(at: token) != 0 {
      sentenceKinds |= table.kinds(at: token)
      var record = table.firstRecord(at: token)
      while record >= 0 {
        if table.records[Int(record)].end > sentence.end { isOpen = true }
        record = table.records[Int(record)].next
      }
    }
  }

  /// Does the sentence have one word or record of each of these sets?
  @inline(__always)
  func sentenceHas(_ needs: UnsafeBufferPointer<StepMask>) -> Bool {
    if isOpen { return true }
    let bits = sentenceBits.base + sentenceIndex &* stride
    for need in needs
    where sentenceKinds & need.kinds == 0
      && bits[Int(need.bit &>> 6)] & (1 &<< UInt64(need.bit & 63)) == 0
    {
      return false
    }
    return true
  }

  /// Runs a program from a token; returns where its first way through ends, or −1.
  ///
  /// - Parameters:
  ///   - cellCount: Cells of the rule's captures.
  ///   - checked: The rule whose conditions must hold; −1 for none.
  ///   - endingAt: Where it must end; −1 for anywhere.
  mutating func run(
    _ entry: Int32, at start: Int, cellCount: Int, checked: Int = -1, endingAt: Int = -1
  ) -> Int {
    stack.removeAll()
    trail.removeAll()
    cells.base.update(repeating: -1, count: cellCount)
    let remembers = checked < 0
    if remembers { nextStamp() }
    let sentenceEnd = Int(sentence.end)
    limit = sentenceEnd
    furthest = (start, Int(entry))
    var pc = Int(entry)
    var position = start
    var steps = 0

    while true {
      let step = program[pc]
      var fails = false
      switch step.operation {
      case .term:
        if position < limit, !(step.isGlued && isSpaced(position)),
          has(position, term: step.a) != step.isNegated
        {
          position += 1
          pc += 1
        } else {
          fails = true
        }
      case .test:
        if position < limit, !(step.isGlued && isSpaced(position)),
          passes(position, step.a) != step.isNegated
        {
          position += 1
          pc += 1
        } else {
          fails = true
        }
      case .gap:
        if position < limit, isInsideClause(position) {
          position += 1
          pc += 1
        } else {
          fails = true
        }
      case .record:
        let found =
          position < limit && !(step.isGlued && isSpaced(position))
          ? table.record(kind: step.a, at: position) : -1
        if found >= 0, step.b < 0 || meets(Int(found), step.b) {
          bind(3, found, step.captures)
          position = Int(table.records[Int(found)].end)
          if position > limit { limit = self.sentenceEnd(holding: position - 1) }
          pc += 1
        } else {
          fails = true
        }
      case .lexicon:
        listResults.removeAll()
        if position < limit, !(step.isGlued && isSpaced(position)),
          beginsEntry(position, step.a)
        {
          findEntries(step, at: position)
        }
        if listResults.count == 0 {
          fails = true
        } else {
          // Shorter entries wait on the stack, the shortest at the bottom.
          for index in Swift.stride(from: listResults.count - 1, to: 0, by: -1) {
            stack.append(
              Frame(
                pc: Int32(pc + 1), position: listResults[index].end, trail: Int32(trail.count),
                entry: listResults[index].entry, captures: step.captures))
          }
          let best = listResults[0]
          bind(2, best.entry, step.captures)
          bind(4, step.a, step.captures)
          position = Int(best.end)
          pc += 1
        }
      case .split:
        // Where one way is barred at its first step, the other is taken without a word.
        let first = Int(step.firstSet)
        let second = Int(step.secondSet)
        if first != 0, position >= limit || !isIn(first, position) {
          if position > furthest.position { furthest = (position, Int(step.a)) }
          pc = Int(step.b)
          fails = second != 0 && (position >= limit || !isIn(second, position))
          break
        }
        if second != 0, !isIn(second, position) {
          if position > furthest.position { furthest = (position, Int(step.b)) }
          pc = Int(step.a)
          break
        }
        if remembers {
          let offset = position - start
          let key = Int(step.number) * Self.window + offset
          if offset >= Self.window || visited[key] == stamp {
            fails = true
            break
          }
          visited[key] = stamp
        }
        stack.append(
          Frame(
            pc: step.b, position: Int32(position), trail: Int32(trail.count), entry: -1,
            captures: 0))
        pc = Int(step.a)
      case .jump:
        pc = Int(step.a)
      case .open:
        let base = Int(step.a) * Self.cellsPerCapture
        // A repeated capture keeps its last round.
        set(base, Int32(position))
        for cell in 1..<Self.cellsPerCapture where cells[base + cell] != -1 { set(base + cell, -1) }
        pc += 1
      case .close:
        set(Int(step.a) * Self.cellsPerCapture + 1, Int32(position))
        pc += 1
      case .border:
        if isAtBorder(Border(rawValue: UInt8(step.a))!, position) {
          pc += 1
        } else {
          fails = true
        }
      case .accept:
        if endingAt >= 0, position != endingAt {
          fails = true
        } else if checked < 0 || hold(rules.rules[checked].checks) {
          return position
        } else {
          fails = true
        }
      }
      steps += 1
      if fails {
        if position > furthest.position { furthest = (position, pc) }
        guard stack.count > 0, remembers || steps < Self.stepLimit else { return -1 }
        let frame = stack.removeLast()
        while trail.count > Int(frame.trail) {
          let undone = trail.removeLast()
          cells[Int(undone.cell)] = undone.value
        }
        pc = Int(frame.pc)
        position = Int(frame.position)
        limit = position <= sentenceEnd ? sentenceEnd : self.sentenceEnd(holding: position - 1)
        if frame.entry >= 0 {
          bind(2, frame.entry, frame.captures)
          bind(4, program[pc - 1].a, frame.captures)
        }
      }
    }
  }

  /// Is what stands at a token of the document in a set of steps?
  @inline(__always)
  private func isIn(_ set: Int, _ token: Int) -> Bool {
    let mask = masks[set]
    return passes(token, mask.bit) || table.kinds(at: token) & mask.kinds != 0
  }

  @inline(__always)
  private func passes(_ token: Int, _ test: Int32) -> Bool {
    tokenBits[token &* stride &+ Int(test &>> 6)] & (1 &<< UInt64(test & 63)) != 0
  }

  /// Can the token begin an entry of a list?
  @inline(__always)
  private func beginsEntry(_ token: Int, _ list: Int32) -> Bool { passes(token, listBit &+ list) }

  @inline(__always)
  private func has(_ token: Int, term: Int32) -> Bool {
    let known = tokenFacts[token]
    for index in Int(known.terms)..<Int(known.terms &+ known.termCount)
    where facts.terms[index] == term { return true }
    return false
  }

  /// The rules of a layer that the token may start.
  ///
  /// - Parameter layer: The layer's bit, one of those that the token's word has.
  @inline(__always)
  func triggers(of token: Int, layer: UInt64) -> UnsafeBufferPointer<Trigger> {
    let known = tokenFacts[token]
    let group = Int(known.groups) &+ (known.layers & (layer &- 1)).nonzeroBitCount
    let first = Int(facts.groupStarts[group])
    return UnsafeBufferPointer(
      start: facts.triggers.base + first, count: Int(facts.groupStarts[group &+ 1]) &- first)
  }

  /// May what begins with a step of the set begin at the token? Set 0 is anything.
  @inline(__always)
  func mayBegin(_ first: Int32, at token: Int) -> Bool {
    first == 0 || token < tokens.count && isIn(Int(first), token)
  }

  /// As ``mayBegin(_:at:)`` where a step of the set `second` must follow.
  @inline(__always)
  func mayBegin(_ first: Int32, then second: Int32, at token: Int) -> Bool {
    if second == 0 { return mayBegin(first, at: token) }
    let mask = masks[Int(first)]
    if passes(token, mask.bit), token + 1 < tokens.count, isIn(Int(second), token + 1) {
      return true
    }
    guard table.kinds(at: token) & mask.kinds != 0 else { return false }
    var index = table.firstRecord(at: token)
    while index >= 0 {
      let record = table.records[Int(index)]
      let end = Int(record.end)
      if record.kind >= 0, StepMask.kind(record.kind) & mask.kinds != 0, end < tokens.count,
        isIn(Int(second), end)
      {
        return true
      }
      index = record.next
    }
    return false
  }

  private mutating func nextStamp() {
    stamp &+= 1
    guard stamp == 0 else { return }
    for index in 0..<visited.count { visited[index] = 0 }
    stamp = 1
  }

  @inline(__always)
  private mutating func set(_ cell: Int, _ value: Int32) {
    trail.append(Undo(cell: Int32(cell), value: cells[cell]))
    cells[cell] = value
  }

  /// Gives the entry or record to each open capture that has none yet.
  @inline(__always)
  private mutating func bind(_ part: Int, _ value: Int32, _ captures: UInt32) {
    var open = captures
    while open != 0 {
      let slot = open.trailingZeroBitCount
      open &= open - 1
      let cell = slot * Self.cellsPerCapture + part
      if cells[cell] < 0 { set(cell, value) }
    }
  }

  @inline(__always)
  private func isSpaced(_ position: Int) -> Bool {
    !tokens[position].flags.isDisjoint(with: [.spaceBefore, .lineBreakBefore])
  }

  private func isInsideClause(_ position: Int) -> Bool {
    tokens[position].kind != .punctuation || isDot(tokens[position])
  }

  @inline(__always)
  private func isDot(_ token: Token) -> Bool {
    token.length == 1 && utf8[Int(token.start)] == UInt8(ascii: ".")
  }

  private func isAtBorder(_ border: Border, _ position: Int) -> Bool {
    switch border {
    case .sentenceStart: position == Int(sentence.start)
    case .sentenceEnd:
      position == limit || position == limit - 1 && tokens[position].kind == .punctuation
    case .paragraphStart:
      position == 0 || position < tokens.count && tokens[position].flags.contains(.paragraphStart)
    case .paragraphEnd:
      position == tokens.count || tokens[position].flags.contains(.paragraphStart)
    }
  }

  private func sentenceEnd(holding token: Int) -> Int {
    var index = sentenceIndex
    let sentences = buffer.sentences
    while index + 1 < sentences.count, Int(sentences[index].end) <= token { index += 1 }
    return Int(sentences[index].end)
  }

  // MARK: Word lists

  private mutating func findEntries(_ step: Instruction, at position: Int) {
    descend(lexiconRoots[Int(step.a)], at: position, step)
    if listResults.count > 1 {
      // Few, so by insertion: the longest first.
      for index in 1..<listResults.count {
        var place = index
        while place > 0, listResults[place].end > listResults[place - 1].end {
          let later = listResults[place]
          listResults[place] = listResults[place - 1]
          listResults[place - 1] = later
          place -= 1
        }
      }
    }
  }

  private mutating func descend(_ node: Int32, at position: Int, _ step: Instruction) {
    guard position < limit else { return }
    let known = tokenFacts[position]
    for index in Int(known.terms)..<Int(known.terms &+ known.termCount) {
      let term = facts.terms[index]
      let child = trie.child(node, term)
      guard child >= 0 else { continue }
      note(child, endingBefore: position + 1, step)
      descend(child, at: position + 1, step)
      // «кв. м» is an entry "кв м": a dot may touch each word that is written as a form.
      if term & 1 == 0, isAbbreviationDot(position + 1) { descend(child, at: position + 2, step) }
    }
  }

  private mutating func note(_ node: Int32, endingBefore end: Int, _ step: Instruction) {
    trie.forEachEntry(of: node) { entry in
      guard step.b < 0 || meets(entry, of: Int(step.a), step.b, lastToken: end - 1) else { return }
      let takesDot = trie.takesDot(node) && isAbbreviationDot(end)
      let result = ListResult(end: Int32(takesDot ? end + 1 : end), entry: entry)
      for index in 0..<listResults.count
      where listResults[index].end == result.end && listResults[index].entry == entry { return }
      listResults.append(result)
    }
  }

  /// Is this a dot that touches the token before and does not end the sentence?
  private func isAbbreviationDot(_ position: Int) -> Bool {
    position < limit - 1 && isDot(tokens[position]) && !isSpaced(position)
  }

  private func meets(_ entry: Int32, of list: Int, _ conditions: Int32, lastToken: Int) -> Bool {
    if let test = rules.listTests[conditions], !passes(lastToken, test) {
      return false
    }
    for condition in rules.conditions[Int(conditions)] {
      let lexicon = rules.lexicons[list]
      let text = lexicon.text(entry: Int(entry), column: lexicon.column(condition.field)!)
      guard condition.holds(text.isEmpty ? nil : text) else { return false }
    }
    return true
  }

  /// Finds the entries of a list that start at `position` and end by `end`, the longest first.
  mutating func findEntries(ofList list: Int, at position: Int, before end: Int) {
    listResults.removeAll()
    limit = end
    guard position < end, beginsEntry(position, Int32(list)) else { return }
    findEntries(Instruction(operation: .lexicon, a: Int32(list)), at: position)
  }

  // MARK: Conditions

  func record(_ index: Int) -> MatchedRecord {
    let record = table.records[index]
    return MatchedRecord(
      kind: Int(record.kind), payload: Int(record.payload),
      tokens: Int(record.start)..<Int(record.end))
  }

  private func meets(_ record: Int, _ conditions: Int32) -> Bool {
    for condition in rules.conditions[Int(conditions)]
    where !condition.holds(field(self.record(record), condition.field)) { return false }
    return true
  }

  private func hold(_ checks: [CompiledRule.Check]) -> Bool {
    for check in checks {
      switch check {
      case .agree(let a, let b, let features):
        guard let first = lastToken(a), let second = lastToken(b) else { continue }
        guard
          morphology.agree(tokens[first].word, tokens[second].word, in: features)
        else { return false }
      case .compare(let slot, let condition):
        guard cells[slot * Self.cellsPerCapture + 1] >= 0 else { continue }
        if !condition.holds(member(condition.field, slot)) { return false }
      case .grammemes(let slot, let required, let excluded):
        guard let token = lastToken(slot) else { continue }
        let all = morphology.analyses(of: tokens[token].word)
        if !required.isEmpty,
          !all.contains(where: { morphology.grammemes(of: $0).contains(required) })
        {
          return false
        }
        if all.contains(where: { morphology.grammemes(of: $0).intersects(excluded) }) {
          return false
        }
      }
    }
    return true
  }

  private func lastToken(_ slot: Int) -> Int? {
    let start = cells[slot * Self.cellsPerCapture]
    let end = cells[slot * Self.cellsPerCapture + 1]
    return start >= 0 && end > start ? Int(end) - 1 : nil
  }

  private func member(_ name: String, _ slot: Int) -> String? {
    let record = cells[slot * Self.cellsPerCapture + 3]
    if record >= 0 { return field(self.record(Int(record)), name) }
    let entry = cells[slot * Self.cellsPerCapture + 2]
    guard entry >= 0 else { return nil }
    let lexicon = rules.lexicons[Int(cells[slot * Self.cellsPerCapture + 4])]
    guard let column = lexicon.column(name) else { return nil }
    let text = lexicon.text(entry: Int(entry), column: column)
    return text.isEmpty ? nil : text
  }
}
