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
  public let rules: CompiledRules
  public let buffer: TokenBuffer
  public let morphology: MorphologyCache
  /// Gives a field of a record as text, for conditions such as `Percent[value > 0]`.
  public var recordField: (MatchedRecord, String) -> String? {
    get { machine.pointee.field }
    set { machine.pointee.field = newValue }
  }

  /// Takes down what becomes of every candidate, if one is given.
  @exclusivity(unchecked) public var trace: RuleTrace?

  // On the heap, so that a run is no access to a property that could be another's too.
  private let machine: UnsafeMutablePointer<MatchMachine>
  /// Captures of the candidates, as the machine had them.
  @exclusivity(unchecked) private(set) var keptCaptures = RawList<Int32>(capacity: 1024)
  @exclusivity(unchecked) private var candidates: [Candidate] = []
  /// Where the candidates so far end.
  @exclusivity(unchecked) private var furthest = 0
  @exclusivity(unchecked) private var resized: Range<Int>?

  /// Starts tried so far by each rule, a bit for each of the last 64 before the furthest.
  private let tried: RawList<Tried>
  /// Words that candidates of a group hold, a bit a token: first of the groups that are one kind,
  /// then of those that are one layer. Empty for a group that holds none yet.
  private let held: UnsafeMutableBufferPointer<RawList<UInt32>>

  private struct Tried: BitwiseCopyable {
    var furthest: Int32
    var starts: UInt64
  }

  private struct Candidate {
    var rule: Int32
    var start: Int32
    var end: Int32
    var wholeStart: Int32
    var wholeEnd: Int32
    var captures: Int32
    var priority: Int32
  }

  /// - Parameter buffer: The worker's tokens; its word table must be the morphology's.
  public init(rules: CompiledRules, buffer: TokenBuffer, morphology: MorphologyCache) {
    self.rules = rules
    self.buffer = buffer
    self.morphology = morphology
    machine = .allocate(capacity: 1)
    machine.initialize(to: MatchMachine(rules: rules, buffer: buffer, morphology: morphology))
    tried = RawList(repeating: Tried(furthest: -1, starts: 0), count: rules.ruleCount)
    held = .allocate(capacity: rules.kinds.count + rules.layerCount)
    for group in held.indices { held.initializeElement(at: group, to: RawList()) }
  }

  deinit {
    machine.pointee.deallocate()
    machine.deinitialize(count: 1)
    machine.deallocate()
    keptCaptures.deallocate()
    tried.deallocate()
    for list in held { list.deallocate() }
    held.deallocate()
  }

  /// Begins with the document that the buffer holds now: forgets records, learns new words.
  public func begin() {
    machine.pointee.begin()
    for group in held.indices { held[group].removeAll() }
  }

  /// How many records there are.
  public var recordCount: Int { machine.pointee.table.records.count }

  /// The record `index`, in the order in which they were made.
  public func record(_ index: Int) -> MatchedRecord { machine.pointee.record(index) }

  /// The record of a kind that starts at a token, or nil.
  public func record(kind: Int, at token: Int) -> MatchedRecord? {
    let found = machine.pointee.table.record(kind: Int32(kind), at: token)
    return found < 0 ? nil : record(Int(found))
  }

  /// The record of a kind that starts last in a range of tokens, or nil.
  public func lastRecord(kind: Int, in tokens: ClosedRange<Int>) -> MatchedRecord? {
    let found = machine.pointee.table.record(
      kind: Int32(kind), from: tokens.lowerBound, through: tokens.upperBound)
    return found < 0 ? nil : record(Int(found))
  }

  /// The longest of the records that start at a token and are of one of the kinds, or nil; of two as
  /// long the one that was made first.
  package func longestRecord(at token: Int, of kinds: UInt64) -> MatchedRecord? {
    let found = machine.pointee.table.longestRecord(at: token, of: kinds)
    return found < 0 ? nil : record(Int(found))
  }

  /// Adds a record that no rule made.
  public func add(_ record: MatchedRecord) {
    machine.pointee.table.add(kind: record.kind, tokens: record.tokens, payload: record.payload)
  }

  /// Takes the record `index` back, before a later layer sees it; its kind becomes −1.
  public func withdraw(_ index: Int) { machine.pointee.table.withdraw(index) }

  /// Finds the matches of one layer and makes records of those that count.
  ///
  /// - Parameter make: Returns the payload of the record, ≥ 0, or nil if the match has no value.
  public func run(layer: Int, sentences: Range<Int>, make: (borrowing Match) -> Int?) {
    candidates.removeAll(keepingCapacity: true)
    keptCaptures.removeAll()
    furthest = 0
    for rule in 0..<tried.count { tried[rule] = Tried(furthest: -1, starts: 0) }
    let layerBit: UInt64 = 1 << UInt64(layer)
    let old = machine.pointee.table.records.count
    let facts = machine.pointee.tokenFacts
    for index in sentences {
      machine.pointee.enter(sentence: index)
      let sentence = machine.pointee.sentence
      if !candidates.isEmpty, Int(sentence.start) >= furthest { settle(make) }
      // Records are added between sentences only, so the copy holds for this one.
      let table = machine.pointee.table
      for token in Int(sentence.start)..<Int(sentence.end) {
        if facts[token].layers & layerBit != 0 {
          for trigger in machine.pointee.triggers(of: token, layer: layerBit) {
            fire(trigger, at: token, sentence)
          }
        }
        var record = table.firstRecord(at: token)
        while record >= 0 {
          let found = table.records[Int(record)]
          if Int(record) < old, found.kind >= 0 {
            for trigger in rules.recordTriggers.triggers(of: Int(found.kind), layer: layer) {
              fire(trigger, at: token, sentence)
            }
          }
          record = found.next
        }
      }
    }
    settle(make)
  }

  // MARK: Candidates

  @inline(__always)
  private func fire(_ trigger: Trigger, at token: Int, _ sentence: TokenRange) {
    let rule = Int(trigger.rule)
    let head = rules.heads[rule]
    guard machine.pointee.sentenceHas(rules.needs(of: head)) else { return }
    var start = max(Int(sentence.start), token - Int(trigger.most))
    let last = token - Int(trigger.least)
    while start <= last {
      let mayBegin = machine.pointee.mayBegin(head.first, then: head.second, at: start)
      if mayBegin, note(start, for: rule) { attempt(rule, at: start) }
      start += 1
    }
  }

  /// Marks the start as tried; false if it was.
  private func note(_ start: Int, for rule: Int) -> Bool {
    let entry = tried[rule]
    let furthest = Int(entry.furthest)
    if start > furthest {
      let shift = start - furthest
      tried[rule] = Tried(
        furthest: Int32(start),
        starts: furthest < 0 || shift > 63 ? 1 : entry.starts << UInt64(shift) | 1)
      return true
    }
    let back = furthest - start
    if back > 63 { return true }
    let bit: UInt64 = 1 << UInt64(back)
    if entry.starts & bit != 0 { return false }
    tried[rule] = Tried(furthest: entry.furthest, starts: entry.starts | bit)
    return true
  }

  private func attempt(_ number: Int, at start: Int) {
    let head = rules.heads[number]
    let end = machine.pointee.run(
      head.pc, at: start, cellCount: Int(head.cellCount), checked: head.hasChecks ? number : -1)
    guard end >= 0 else { return }
    let kept = keptCaptures.count
    keptCaptures.append(contentsOf: machine.pointee.cells.base, count: Int(head.cellCount))
    if head.hasContexts, !contextsHold(rules.rules[number], start, end, kept) {
      keptCaptures.removeLast(keptCaptures.count - kept)
      return
    }
    var span = (start: Int32(start), end: Int32(end))
    if head.spanCapture >= 0 {
      let cell = kept + Int(head.spanCapture) * MatchMachine.cellsPerCapture
      span = (keptCaptures[cell], keptCaptures[cell + 1])
    }
    guard span.start >= 0, span.end > span.start else {
      keptCaptures.removeLast(keptCaptures.count - kept)
      return
    }
    candidates.append(
      Candidate(
        rule: Int32(number), start: span.start, end: span.end, wholeStart: Int32(start),
        wholeEnd: Int32(end), captures: Int32(kept), priority: head.priority))
    furthest = max(furthest, end)
  }

  private func contextsHold(_ rule: CompiledRule, _ start: Int, _ end: Int, _ kept: Int) -> Bool {
    for context in rule.before {
      if precedes(context, start, rule) == context.isNegated { return false }
      keepCells(of: context, at: kept)
    }
    for context in rule.after {
      let found =
        machine.pointee.mayBegin(context.first, at: end)
        && machine.pointee.run(context.pc, at: end, cellCount: rule.cellCount) >= 0
      if found == context.isNegated { return false }
      keepCells(of: context, at: kept)
    }
    return true
  }

  /// Contexts run on the same cells as the match, so theirs are copied beside its own.
  private func keepCells(of context: CompiledRule.Context, at kept: Int) {
    guard !context.isNegated else { return }
    let first = context.firstSlot * MatchMachine.cellsPerCapture
    for cell in first..<(context.endSlot * MatchMachine.cellsPerCapture) {
      keptCaptures[kept + cell] = machine.pointee.cells[cell]
    }
  }

  private func precedes(_ context: CompiledRule.Context, _ end: Int, _ rule: CompiledRule) -> Bool {
    let lowest = max(
      Int(machine.pointee.sentence.start), end - min(context.most, MatchMachine.window))
    var start = end - context.least
    while start >= lowest {
      if machine.pointee.mayBegin(context.first, at: start) {
        let found = machine.pointee.run(
          context.pc, at: start, cellCount: rule.cellCount, endingAt: end)
        if found >= 0 { return true }
      }
      start -= 1
    }
    return false
  }

  /// Picks the matches that count among overlapping ones and makes their records.
  private func settle(_ make: (borrowing Match) -> Int?) {
    if candidates.count > 1 {
      candidates.sort { a, b in
        if a.priority != b.priority { return a.priority > b.priority }
        let lengths = (a.end - a.start, b.end - b.start)
        if lengths.0 != lengths.1 { return lengths.0 > lengths.1 }
        if a.start != b.start { return a.start < b.start }
        if a.rule != b.rule { return a.rule < b.rule }
        // Of the words in reach of one span the nearest counts.
        return a.wholeEnd - a.wholeStart < b.wholeEnd - b.wholeStart
      }
    }
    for candidate in candidates {
      let rule = rules.heads[Int(candidate.rule)]
      let span = Int(candidate.start)..<Int(candidate.end)
      guard isFree(span, group: rule.group) else {
        noteLoss(of: candidate, span)
        continue
      }
      if rule.discards {
        hold(span, group: rule.group)
        note(candidate, .discarded)
        continue
      }
      let match = Match(
        matcher: self, rule: Int(candidate.rule), tokens: span,
        wholeTokens: Int(candidate.wholeStart)..<Int(candidate.wholeEnd),
        captures: Int(candidate.captures))
      resized = nil
      guard let payload = make(match) else {
        note(candidate, .noValue)
        continue
      }
      let tokens = resized ?? span
      guard resized == nil || isFree(tokens, group: rule.group) else {
        note(candidate, .noValue)
        continue
      }
      hold(tokens, group: rule.group)
      note(candidate, .made(record: machine.pointee.table.records.count))
      machine.pointee.table.add(kind: Int(rule.kind), tokens: tokens, payload: payload)
    }
    candidates.removeAll(keepingCapacity: true)
    keptCaptures.removeAll()
    furthest = 0
  }

  /// Gives the record that is being made other tokens than its match has: where a phrase ends is
  /// more than a pattern can tell. For the maker alone; tokens that another record of the group
  /// holds lose the record.
  public func resize(to tokens: Range<Int>) { resized = tokens }

  private func isFree(_ span: Range<Int>, group: Int32) -> Bool {
    let held = held[index(ofGroup: group)]
    if held.count == 0 { return true }
    for token in span where held[token >> 5] & (1 << UInt32(token & 31)) != 0 { return false }
    return true
  }

  private func hold(_ span: Range<Int>, group: Int32) {
    let index = index(ofGroup: group)
    if held[index].count == 0 {
      held[index].append(repeating: 0, count: (buffer.count + 31) / 32)
    }
    for token in span { held[index][token >> 5] |= 1 << UInt32(token & 31) }
  }

  /// A group is a kind, or a whole layer: −1 − its number.
  private func index(ofGroup group: Int32) -> Int {
    group >= 0 ? Int(group) : rules.kinds.count - 1 - Int(group)
  }

  // MARK: Explanation

  private func note(_ candidate: Candidate, _ outcome: RuleTrace.Outcome) {
    guard let trace else { return }
    trace.candidates.append(
      RuleTrace.Candidate(
        rule: Int(candidate.rule), tokens: Int(candidate.start)..<Int(candidate.end),
        wholeTokens: Int(candidate.wholeStart)..<Int(candidate.wholeEnd),
        captures: captures(of: candidate), outcome: outcome))
  }

  private func noteLoss(of candidate: Candidate, _ span: Range<Int>) {
    guard let trace else { return }
    let group = rules.rules[Int(candidate.rule)].group
    guard let number = trace.holder(of: span, group: group, rules: rules) else { return }
    let winner = trace.candidates[number]
    let advantage: RuleTrace.Advantage =
      if rules.rules[winner.rule].priority != Int(candidate.priority) {
        .priority
      } else if winner.tokens.count != span.count {
        .length
      } else if winner.tokens.lowerBound != span.lowerBound {
        .position
      } else {
        .order
      }
    note(candidate, .lost(to: winner.rule, because: advantage))
  }

  private func captures(of candidate: Candidate) -> [RuleTrace.Capture] {
    rules.rules[Int(candidate.rule)].captures.enumerated().compactMap { slot, name in
      let cell = Int(candidate.captures) + slot * MatchMachine.cellsPerCapture
      let start = keptCaptures[cell]
      let end = keptCaptures[cell + 1]
      guard start >= 0, end > start else { return nil }
      var capture = RuleTrace.Capture(name: name, tokens: Int(start)..<Int(end))
      if keptCaptures[cell + 2] >= 0 {
        let list = rules.lexicons[Int(keptCaptures[cell + 4])]
        capture.entry = (list.name, Int(keptCaptures[cell + 2]))
      }
      if keptCaptures[cell + 3] >= 0 { capture.record = record(Int(keptCaptures[cell + 3])) }
      return capture
    }
  }

  /// How far each rule that makes `kind` comes in a stretch of the document, the furthest first.
  ///
  /// The document must have run through all layers, so that the records are there.
  /// - Complexity: O(*rules of the kind* × *n*) in the number of tokens.
  public func progress(kind: Int, in tokens: Range<Int>) -> [RuleProgress] {
    var all: [RuleProgress] = []
    for (number, rule) in rules.rules.enumerated() where rule.kind == kind {
      var best: RuleProgress?
      for start in tokens {
        guard let found = progress(number, rule, at: start) else { continue }
        if found.matched.count > best?.matched.count ?? -1 { best = found }
      }
      if let best { all.append(best) }
    }
    return all.sorted { $0.matched.count > $1.matched.count }
  }

  private func progress(_ number: Int, _ rule: CompiledRule, at start: Int) -> RuleProgress? {
    guard let index = buffer.sentences.firstIndex(where: { $0.range.contains(start) }) else {
      return nil
    }
    machine.pointee.enter(sentence: index)
    let end = machine.pointee.run(
      rule.pc, at: start, cellCount: rule.cellCount, checked: rule.checks.isEmpty ? -1 : number)
    guard end < 0 else {
      let holds = contextsHold(rule, start, end, keepAll(rule))
      return RuleProgress(
        rule: number, matched: start..<end, expected: nil,
        failed: holds ? nil : "a 'before' or 'after' line")
    }
    let (position, pc) = machine.pointee.furthest
    let step = rules.takingStep(from: pc)
    let fitted = step.operation == .accept
    return RuleProgress(
      rule: number, matched: start..<position, expected: fitted ? nil : rules.describe(step),
      failed: fitted ? "a 'where' line" : nil)
  }

  private func keepAll(_ rule: CompiledRule) -> Int {
    keptCaptures.removeAll()
    for cell in 0..<(rule.captures.count * MatchMachine.cellsPerCapture) {
      keptCaptures.append(machine.pointee.cells[cell])
    }
    return 0
  }

  /// The kinds of the records that begin in a stretch of tokens, see ``StepMask/kind(_:)``.
  func recordKinds(in tokens: Range<Int>) -> UInt64 {
    tokens.reduce(0) { $0 | machine.pointee.table.kinds(at: $1) }
  }

  /// Do so many records of some kinds begin in a stretch of tokens, at different places?
  func hasRecords(_ kinds: UInt64, in tokens: Range<Int>, atLeast least: Int) -> Bool {
    var count = 0
    for token in tokens where machine.pointee.table.kinds(at: token) & kinds != 0 {
      count += 1
      if count >= least { return true }
    }
    return false
  }

  /// Does an entry of a list stand in a stretch of tokens?
  func hasEntry(ofList list: Int, in tokens: Range<Int>) -> Bool {
    tokens.contains { token in
      machine.pointee.findEntries(ofList: list, at: token, before: tokens.upperBound)
      return machine.pointee.listResults.count > 0
    }
  }

  /// Calls `body` with each record that begins at a token.
  func forEachRecord(at token: Int, _ body: (MatchedRecord) -> Void) {
    var number = machine.pointee.table.firstRecord(at: token)
    while number >= 0 {
      let found = machine.pointee.table.records[Int(number)]
      if found.kind >= 0 { body(record(Int(number))) }
      number = found.next
    }
  }

  // MARK: Word lists

  /// The longest entry of a list that begins at a token, or nil.
  func entry(of lexicon: CompiledLexicon, at token: Int, before end: Int) -> (
    number: Int, tokens: Range<Int>
  )? {
    machine.pointee.findEntries(ofList: lexicon.index, at: token, before: end)
    guard machine.pointee.listResults.count > 0 else { return nil }
    let best = machine.pointee.listResults[0]
    return (Int(best.entry), token..<Int(best.end))
  }

  /// Calls `body` with each entry of a list in `range`, left to right, the longest first.
  public func forEachEntry(
    of lexicon: CompiledLexicon, in range: Range<Int>, _ body: (Range<Int>, Int) -> Void
  ) {
    var position = range.lowerBound
    while position < range.upperBound {
      machine.pointee.findEntries(ofList: lexicon.index, at: position, before: range.upperBound)
      if machine.pointee.listResults.count > 0 {
        let best = machine.pointee.listResults[0]
        body(position..<Int(best.end), Int(best.entry))
        position = Int(best.end)
      } else {
        position += 1
      }
    }
  }
}
