import RussianMorphology
import RussianText

/// Runs compiled rules over one document after another. One per worker.
///
///     matcher.begin()
///     for layer in 0..<rules.layerCount {
///       matcher.run(layer: layer, sentences: 0..<buffer.sentences.count) { match in … }
///     }
///
/// - Complexity: O(*n*) in the number of tokens. At one place a rule looks at no more than 128
///   tokens and takes each of its ways at most once (rules with conditions: 4,096 steps).
public final class RuleMatcher {
  /// Longest stretch that one match looks at, in tokens, save inside a record.
  static let window = 128
  static let stepLimit = 4096
  /// Start, end, entry, record, and the word list of the entry.
  static let cellsPerCapture = 5

  public let rules: CompiledRules
  public let buffer: TokenBuffer
  public let morphology: MorphologyCache
  /// Gives a field of a record as text, for conditions such as `Percent[value > 0]`.
  public var recordField: (MatchedRecord, String) -> String? = { _, _ in nil }

  var facts: WordFacts
  var table = RecordTable()
  var keptCaptures: [Int32] = []
  private var candidates: [Candidate] = []
  private var furthest = 0

  // The state of one attempt.
  private var stack: [Frame] = []
  private var trail: [(cell: Int32, value: Int32)] = []
  private var cells: [Int32]
  private var visited: [UInt32]
  private var stamp: UInt32 = 0
  private var limit = 0
  private var sentence = TokenRange(start: 0, end: 0)
  private var sentenceIndex = 0

  // Starts tried so far, a bit for each of the last 64 before the furthest.
  private var triedFurthest: [Int32]
  private var triedBits: [UInt64]

  // Words of the group that earlier candidates hold, as a stamp a token.
  private var held: [Int32: [UInt32]] = [:]
  private var listResults: [(end: Int32, entry: Int32)] = []

  private struct Frame {
    var pc: Int32
    var position: Int32
    var trail: Int32
    /// An entry to bind on the way, and the captures that it binds; −1 for none.
    var entry: Int32
    var captures: UInt32
  }

  struct Candidate {
    var rule: Int32
    var start: Int32
    var end: Int32
    var wholeStart: Int32
    var wholeEnd: Int32
    var captures: Int32
  }

  /// - Parameter buffer: The worker's tokens; its word table must be the morphology's.
  public init(rules: CompiledRules, buffer: TokenBuffer, morphology: MorphologyCache) {
    self.rules = rules
    self.buffer = buffer
    self.morphology = morphology
    facts = WordFacts(rules: rules)
    cells = Array(repeating: -1, count: rules.captureCount * Self.cellsPerCapture)
    visited = Array(repeating: 0, count: Self.window * (RuleCompiler.instructionLimit + 64))
    triedFurthest = Array(repeating: -1, count: rules.rules.count)
    triedBits = Array(repeating: 0, count: rules.rules.count)
  }

  /// Begins with the document that the buffer holds now: forgets records, learns new words.
  public func begin() {
    facts.update(rules, buffer.words, morphology)
    table.reset(tokens: buffer.count)
    held.removeAll(keepingCapacity: true)
  }

  /// How many records there are.
  public var recordCount: Int { table.records.count }

  /// The record `index`, in the order in which they were made.
  public func record(_ index: Int) -> MatchedRecord {
    let record = table.records[index]
    return MatchedRecord(
      kind: Int(record.kind), payload: Int(record.payload),
      tokens: Int(record.start)..<Int(record.end))
  }

  /// The record of a kind that starts at a token, or nil.
  public func record(kind: Int, at token: Int) -> MatchedRecord? {
    let found = table.record(kind: Int32(kind), at: token)
    return found < 0 ? nil : record(Int(found))
  }

  /// Adds a record that no rule made.
  public func add(_ record: MatchedRecord) {
    table.add(kind: record.kind, tokens: record.tokens, payload: record.payload)
  }

  /// Finds the matches of one layer and makes records of those that count.
  ///
  /// - Parameter make: Returns the payload of the record, ≥ 0, or nil if the match has no value.
  public func run(
    layer: Int, sentences: Range<Int>, make: (borrowing Match) -> Int?
  ) {
    candidates.removeAll(keepingCapacity: true)
    keptCaptures.removeAll(keepingCapacity: true)
    for rule in triedFurthest.indices { triedFurthest[rule] = -1 }
    furthest = 0
    let layerBit: UInt64 = 1 << UInt64(layer)
    let firstNew = table.records.count
    for index in sentences {
      sentence = buffer.sentences[index]
      sentenceIndex = index
      if !candidates.isEmpty, Int(sentence.start) >= furthest { settle(make) }
      for token in Int(sentence.start)..<Int(sentence.end) {
        let word = buffer[token].word
        if facts.layers[Int(word)] & layerBit != 0 {
          for index in facts.triggers(of: word) where facts.triggers[index].layer == layer {
            fire(facts.triggers[index], at: token)
          }
        }
        var record = table.firstRecord(at: token)
        while record >= 0 {
          let found = table.records[Int(record)]
          if Int(record) < firstNew {
            for trigger in rules.recordTriggers[Int(found.kind)] where trigger.layer == layer {
              fire(trigger, at: token)
            }
          }
          record = found.next
        }
      }
    }
    settle(make)
  }

  // MARK: Candidates

  private func fire(_ trigger: Trigger, at token: Int) {
    var start = max(Int(sentence.start), token - Int(trigger.most))
    let last = token - Int(trigger.least)
    while start <= last {
      if note(start, for: Int(trigger.rule)) { attempt(Int(trigger.rule), at: start) }
      start += 1
    }
  }

  /// Marks the start as tried; false if it was.
  private func note(_ start: Int, for rule: Int) -> Bool {
    let furthest = Int(triedFurthest[rule])
    if start > furthest {
      let shift = start - furthest
      triedBits[rule] = furthest < 0 || shift > 63 ? 1 : triedBits[rule] << UInt64(shift) | 1
      triedFurthest[rule] = Int32(start)
      return true
    }
    let back = furthest - start
    if back > 63 { return true }
    let bit: UInt64 = 1 << UInt64(back)
    if triedBits[rule] & bit != 0 { return false }
    triedBits[rule] |= bit
    return true
  }

  private func attempt(_ number: Int, at start: Int) {
    let rule = rules.rules[number]
    guard let end = run(rule.pc, at: start, rule: rule, checks: rule.checks) else { return }
    matchCells.removeAll(keepingCapacity: true)
    matchCells.append(contentsOf: cells)
    for context in rule.before {
      if precedes(context, start, rule) == context.isNegated { return }
      keepCells(of: context)
    }
    for context in rule.after {
      let follows = run(context.pc, at: end, rule: rule) != nil
      if follows == context.isNegated { return }
      keepCells(of: context)
    }
    var span = start..<end
    if rule.spanCapture >= 0 {
      let low = matchCells[rule.spanCapture * Self.cellsPerCapture]
      let high = matchCells[rule.spanCapture * Self.cellsPerCapture + 1]
      guard low >= 0, high > low else { return }
      span = Int(low)..<Int(high)
    }
    guard !span.isEmpty else { return }
    candidates.append(
      Candidate(
        rule: Int32(number), start: Int32(span.lowerBound), end: Int32(span.upperBound),
        wholeStart: Int32(start), wholeEnd: Int32(end),
        captures: Int32(keptCaptures.count)))
    keptCaptures.append(contentsOf: matchCells[0..<(max(1, rule.captures.count) * Self.cellsPerCapture)])
    furthest = max(furthest, end)
  }

  private var matchCells: [Int32] = []

  /// Contexts run on the same cells as the match, so theirs are copied beside its own.
  private func keepCells(of context: CompiledRule.Context) {
    guard !context.isNegated else { return }
    let first = context.slots.lowerBound * Self.cellsPerCapture
    for cell in first..<(context.slots.upperBound * Self.cellsPerCapture) {
      matchCells[cell] = cells[cell]
    }
  }

  private func precedes(_ context: CompiledRule.Context, _ end: Int, _ rule: CompiledRule) -> Bool {
    let lowest = max(Int(sentence.start), end - min(context.most, Self.window))
    var start = end - context.least
    while start >= lowest {
      if run(context.pc, at: start, rule: rule, endingAt: end) != nil { return true }
      start -= 1
    }
    return false
  }

  /// Picks the matches that count among overlapping ones and makes their records.
  private func settle(_ make: (borrowing Match) -> Int?) {
    if candidates.count > 1 {
      candidates.sort { a, b in
        let first = rules.rules[Int(a.rule)]
        let second = rules.rules[Int(b.rule)]
        if first.priority != second.priority { return first.priority > second.priority }
        let lengths = (a.end - a.start, b.end - b.start)
        if lengths.0 != lengths.1 { return lengths.0 > lengths.1 }
        if a.start != b.start { return a.start < b.start }
        return a.rule < b.rule
      }
    }
    for candidate in candidates {
      let rule = rules.rules[Int(candidate.rule)]
      let span = Int(candidate.start)..<Int(candidate.end)
      guard isFree(span, group: Int32(rule.group)) else { continue }
      if rule.discards {
        hold(span, group: Int32(rule.group))
        continue
      }
      let match = Match(
        matcher: self, rule: Int(candidate.rule), tokens: span,
        wholeTokens: Int(candidate.wholeStart)..<Int(candidate.wholeEnd),
        captures: Int(candidate.captures))
      guard let payload = make(match) else { continue }
      hold(span, group: Int32(rule.group))
      table.add(kind: rule.kind, tokens: span, payload: payload)
    }
    candidates.removeAll(keepingCapacity: true)
    keptCaptures.removeAll(keepingCapacity: true)
    furthest = 0
  }

  private func isFree(_ span: Range<Int>, group: Int32) -> Bool {
    guard let held = held[group] else { return true }
    for token in span where held[token >> 5] & (1 << UInt32(token & 31)) != 0 { return false }
    return true
  }

  private func hold(_ span: Range<Int>, group: Int32) {
    let words = (buffer.count + 31) / 32
    for token in span {
      held[group, default: Array(repeating: 0, count: words)][token >> 5] |=
        1 << UInt32(token & 31)
    }
  }

  // MARK: The machine

  /// Runs a program from a token; returns where its first way through ends.
  private func run(
    _ entry: Int32, at start: Int, rule: CompiledRule, checks: [CompiledRule.Check] = [],
    endingAt: Int? = nil
  ) -> Int? {
    stack.removeAll(keepingCapacity: true)
    trail.removeAll(keepingCapacity: true)
    let cellCount = rule.captures.count * Self.cellsPerCapture
    for cell in 0..<cellCount { cells[cell] = -1 }
    let remembers = checks.isEmpty
    if remembers {
      stamp &+= 1
      if stamp == 0 {
        for index in visited.indices { visited[index] = 0 }
        stamp = 1
      }
    }
    let sentenceEnd = Int(sentence.end)
    limit = sentenceEnd
    var pc = Int(entry)
    var position = start
    var steps = 0
    let program = rules.program

    while true {
      let step = program[pc]
      var fails = false
      switch step.operation {
      case .term:
        if position < limit, !(step.isGlued && isSpaced(position)),
          facts.has(buffer[position].word, term: step.a) != step.isNegated
        {
          position += 1
          pc += 1
        } else {
          fails = true
        }
      case .test:
        if position < limit, !(step.isGlued && isSpaced(position)),
          facts.passes(buffer[position].word, step.a) != step.isNegated
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
        if position < limit, !(step.isGlued && isSpaced(position)) {
          findEntries(step, at: position)
        } else {
          listResults.removeAll(keepingCapacity: true)
        }
        if listResults.isEmpty {
          fails = true
        } else {
          // Shorter entries wait on the stack, the shortest at the bottom.
          for result in listResults[1...].reversed() {
            stack.append(
              Frame(
                pc: Int32(pc + 1), position: result.end, trail: Int32(trail.count),
                entry: result.entry, captures: step.captures))
          }
          let best = listResults[0]
          bind(2, best.entry, step.captures)
          bind(4, step.a, step.captures)
          position = Int(best.end)
          pc += 1
        }
      case .split:
        if remembers {
          let offset = position - start
          let key = (pc - Int(entry)) * Self.window + offset
          if offset >= Self.window || key >= visited.count || visited[key] == stamp {
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
        // A repeated capture keeps the start of its last round.
        set(base, Int32(position))
        set(base + 1, -1)
        set(base + 2, -1)
        set(base + 3, -1)
        set(base + 4, -1)
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
        if let endingAt, position != endingAt {
          fails = true
        } else if checks.isEmpty || hold(checks) {
          return position
        } else {
          fails = true
        }
      }
      steps += 1
      if fails {
        guard let frame = stack.popLast(), remembers || steps < Self.stepLimit else { return nil }
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

  @inline(__always)
  private func set(_ cell: Int, _ value: Int32) {
    trail.append((Int32(cell), cells[cell]))
    cells[cell] = value
  }

  /// Gives the entry or record to each open capture that has none yet.
  private func bind(_ part: Int, _ value: Int32, _ captures: UInt32) {
    var open = captures
    while open != 0 {
      let slot = open.trailingZeroBitCount
      open &= open - 1
      if cells[slot * Self.cellsPerCapture + part] < 0 { set(slot * Self.cellsPerCapture + part, value) }
    }
  }

  @inline(__always)
  private func isSpaced(_ position: Int) -> Bool {
    !buffer[position].flags.isDisjoint(with: [.spaceBefore, .lineBreakBefore])
  }

  private func isInsideClause(_ position: Int) -> Bool {
    let token = buffer[position]
    guard token.kind == .punctuation else { return true }
    return buffer.utf8[Int(token.start)] == UInt8(ascii: ".") && token.length == 1
  }

  private func isAtBorder(_ border: Border, _ position: Int) -> Bool {
    switch border {
    case .sentenceStart: position == Int(sentence.start)
    case .sentenceEnd: position == limit || position == limit - 1 && isClosing(position)
    case .paragraphStart:
      position == 0 || position < buffer.count
        && buffer[position].flags.contains(.paragraphStart)
    case .paragraphEnd:
      position == buffer.count || buffer[position].flags.contains(.paragraphStart)
    }
  }

  /// Is the token the full stop of its sentence?
  private func isClosing(_ position: Int) -> Bool {
    buffer[position].kind == .punctuation
  }

  private func sentenceEnd(holding token: Int) -> Int {
    var index = sentenceIndex
    while index + 1 < buffer.sentences.count, Int(buffer.sentences[index].end) <= token {
      index += 1
    }
    return Int(buffer.sentences[index].end)
  }

  // MARK: Word lists

  private func findEntries(_ step: Instruction, at position: Int) {
    listResults.removeAll(keepingCapacity: true)
    let lexicon = rules.lexicons[Int(step.a)]
    descend(lexicon.root, at: position, conditions: step.b, lexicon: lexicon)
    if listResults.count > 1 { listResults.sort { $0.end > $1.end } }
  }

  private func descend(
    _ node: Int32, at position: Int, conditions: Int32, lexicon: CompiledLexicon
  ) {
    guard position < limit else { return }
    for index in facts.terms(of: buffer[position].word) {
      let child = rules.trie.child(node, facts.terms[index])
      guard child >= 0 else { continue }
      note(child, endingBefore: position + 1, conditions, lexicon)
      descend(child, at: position + 1, conditions: conditions, lexicon: lexicon)
      // «кв. м» is an entry "кв м": a dot may touch each word that is written as a form.
      if facts.terms[index] & 1 == 0, isAbbreviationDot(position + 1) {
        descend(child, at: position + 2, conditions: conditions, lexicon: lexicon)
      }
    }
  }

  private func note(
    _ node: Int32, endingBefore end: Int, _ conditions: Int32, _ lexicon: CompiledLexicon
  ) {
    var link = rules.trie.firstEntry[Int(node)]
    while link >= 0 {
      let (entry, next) = rules.trie.chain[Int(link)]
      if conditions < 0 || meets(entry, of: lexicon, conditions, lastToken: end - 1) {
        let takesDot = rules.trie.takesDot[Int(node)] && isAbbreviationDot(end)
        let result = (Int32(takesDot ? end + 1 : end), entry)
        if !listResults.contains(where: { $0.end == result.0 && $0.entry == entry }) {
          listResults.append(result)
        }
      }
      link = next
    }
  }

  /// Is this a dot that touches the token before and does not end the sentence?
  private func isAbbreviationDot(_ position: Int) -> Bool {
    guard position < limit - 1 else { return false }
    let token = buffer[position]
    return token.length == 1 && buffer.utf8[Int(token.start)] == UInt8(ascii: ".")
      && token.flags.isDisjoint(with: [.spaceBefore, .lineBreakBefore])
  }

  private func meets(
    _ entry: Int32, of lexicon: CompiledLexicon, _ conditions: Int32, lastToken: Int
  ) -> Bool {
    if let test = rules.listTests[conditions], !facts.passes(buffer[lastToken].word, test) {
      return false
    }
    for condition in rules.conditions[Int(conditions)] {
      let text = lexicon.text(entry: Int(entry), column: lexicon.column(condition.field)!)
      guard condition.holds(text.isEmpty ? nil : text) else { return false }
    }
    return true
  }

  /// Calls `body` with each entry of a list in `range`, left to right, the longest first.
  public func forEachEntry(
    of lexicon: CompiledLexicon, in range: Range<Int>, _ body: (Range<Int>, Int) -> Void
  ) {
    let oldLimit = limit
    limit = range.upperBound
    defer { limit = oldLimit }
    var position = range.lowerBound
    while position < range.upperBound {
      findEntries(Instruction(operation: .lexicon, a: Int32(lexicon.index)), at: position)
      if let best = listResults.first {
        body(position..<Int(best.end), Int(best.entry))
        position = Int(best.end)
      } else {
        position += 1
      }
    }
  }

  // MARK: Conditions

  private func meets(_ record: Int, _ conditions: Int32) -> Bool {
    for condition in rules.conditions[Int(conditions)]
    where !condition.holds(recordField(self.record(record), condition.field)) { return false }
    return true
  }

  private func hold(_ checks: [CompiledRule.Check]) -> Bool {
    for check in checks {
      switch check {
      case .agree(let a, let b, let features):
        guard let first = lastToken(a), let second = lastToken(b) else { continue }
        if !agree(buffer[first].word, buffer[second].word, features) { return false }
      case .compare(let slot, let condition):
        guard cells[slot * Self.cellsPerCapture + 1] >= 0 else { continue }
        if !condition.holds(member(condition.field, slot)) { return false }
      case .grammemes(let slot, let required, let excluded):
        guard let token = lastToken(slot) else { continue }
        let all = morphology.analyses(of: buffer[token].word)
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
    if record >= 0 { return recordField(self.record(Int(record)), name) }
    let entry = cells[slot * Self.cellsPerCapture + 2]
    guard entry >= 0 else { return nil }
    let lexicon = rules.lexicons[Int(cells[slot * Self.cellsPerCapture + 4])]
    guard let column = lexicon.column(name) else { return nil }
    let text = lexicon.text(entry: Int(entry), column: column)
    return text.isEmpty ? nil : text
  }

  /// Do two words have analyses that agree in `features`?
  public func agree(_ a: WordID, _ b: WordID, _ features: AgreementFeatures) -> Bool {
    for first in morphology.analyses(of: a) {
      let one = morphology.grammemes(of: first)
      for second in morphology.analyses(of: b) {
        if Self.agree(one, morphology.grammemes(of: second), features) { return true }
      }
    }
    return false
  }

  private static func agree(_ a: Grammemes, _ b: Grammemes, _ features: AgreementFeatures) -> Bool {
    if features.contains(.grammaticalCase), a.intersection(b).isDisjoint(with: .cases) {
      return false
    }
    if features.contains(.number) {
      let numbers = (a.intersection(.numbers), b.intersection(.numbers))
      if !numbers.0.isEmpty, !numbers.1.isEmpty, numbers.0.isDisjoint(with: numbers.1) {
        return false
      }
    }
    if features.contains(.gender), !a.contains(.plur), !b.contains(.plur) {
      let genders = (a.intersection(.genders), b.intersection(.genders))
      if !genders.0.isEmpty, !genders.1.isEmpty, genders.0.isDisjoint(with: genders.1) {
        return false
      }
    }
    return true
  }
}
