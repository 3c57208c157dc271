import RussianMorphology

/// Finds the rarest part of each pattern, from which its rule is tried.
extension RuleCompiler {
  /// A record is taken to be no longer than this many tokens when it stands before the rarest part.
  static let recordLength = 24
  static let startLimit = 900.0

  enum Start {
    case term(Int32)
    /// Any first word of a word list.
    case list(Int)
    case test(Int32)
    case record(Int32)
  }

  struct Anchor {
    var starts: [(start: Start, least: Int, most: Int)]
    var cost: Double
  }

  /// Least and greatest number of tokens that `pattern` takes.
  func length(_ pattern: Pattern) -> (least: Int, most: Int) {
    switch pattern {
    case .sequence(let parts):
      return parts.reduce((0, 0)) {
        let part = length($1)
        return ($0.0 + part.least, $0.1 + part.most)
      }
    case .choice(let branches):
      let lengths = branches.map(length)
      return (lengths.map(\.least).min()!, lengths.map(\.most).max()!)
    case .repeated(let inner, let least, let most, _):
      let part = length(inner)
      return (part.least * least, part.most * most)
    case .capture(let inner, _, _): return length(inner)
    case .gap(let count): return (0, count)
    case .atom(let atom):
      switch atom.test {
      case .border: return (0, 0)
      case .record: return (1, Self.recordLength)
      case .lexicon(let number): return (1, lexiconLongest[number])
      case .form, .lemma, .word: return (1, 1)
      }
    }
  }

  private static let firstStepLimit = 64

  /// The steps that take the first token of what begins at `pc`; empty if they are very many, or if
  /// the first token can be anything.
  private func firstSteps(of pc: Int32) -> [Int32] {
    var firsts: [Int32] = []
    var open = [pc]
    var seen: Set<Int32> = []
    while let pc = open.popLast() {
      guard seen.insert(pc).inserted else { continue }
      let step = program[Int(pc)]
      switch step.operation {
      case .split: open += [step.a, step.b]
      case .jump: open.append(step.a)
      case .open, .close, .border: open.append(pc + 1)
      case .accept, .gap: return []
      case .term, .test, .lexicon, .record:
        guard !step.isNegated, firsts.count < Self.firstStepLimit else { return [] }
        firsts.append(pc)
      }
    }
    return firsts
  }

  /// The steps that take the token behind what one of `firsts` takes; empty if they are very many,
  /// or if it cannot be told where that is, or if a match may end there.
  private func secondSteps(after firsts: [Int32]) -> [Int32] {
    var seconds: [Int32] = []
    for first in firsts {
      let step = program[Int(first)]
      if step.operation == .lexicon, !lexiconIsSingle[Int(step.a)] { return [] }
      let next = firstSteps(of: first + 1)
      if next.isEmpty { return [] }
      for pc in next where !seconds.contains(pc) { seconds.append(pc) }
    }
    return seconds
  }

  /// The number of the set of steps that what begins at `pc` can begin with; 0 for anything.
  mutating func firstSet(of pc: Int32) -> Int32 { setNumber(firstSteps(of: pc)) }

  private mutating func setNumber(_ steps: [Int32]) -> Int32 {
    var set = StepSet()
    for pc in steps { set.insert(program[Int(pc)]) }
    return setNumber(set)
  }

  private mutating func setNumber(_ set: StepSet) -> Int32 {
    if set == StepSet() { return 0 }
    if let known = setNumbers[set] { return known }
    // Splits keep the numbers in 16 bits.
    guard sets.count < 1 << 16 else { return 0 }
    sets.append(set)
    setNumbers[set] = Int32(sets.count - 1)
    return Int32(sets.count - 1)
  }

  mutating func opening(_ rule: RuleSyntax, at pc: Int32) -> RuleOpening {
    let firsts = firstSteps(of: pc)
    var needs = needs(rule.match)
    for context in rule.before + rule.after where !context.negated {
      needs += self.needs(context.0)
    }
    let rarest = needs.filter { $0.cost < Self.needLimit }.sorted { $0.cost < $1.cost }
    return RuleOpening(
      first: setNumber(firsts), second: setNumber(secondSteps(after: firsts)),
      needs: rarest.prefix(Self.needCount).map { setNumber($0.set) })
  }

  // MARK: What a sentence must have

  /// What is more common than this stands in nearly every sentence.
  private static let needLimit = 200.0
  /// More needs than this cost more to look at than they save.
  private static let needCount = 4

  /// What must stand in every match of a pattern, with a guess at how common it is.
  private mutating func needs(_ pattern: Pattern) -> [(set: StepSet, cost: Double)] {
    switch pattern {
    case .gap: return []
    case .capture(let inner, _, _): return needs(inner)
    case .repeated(let inner, let least, _, _): return least > 0 ? needs(inner) : []
    case .sequence(let parts):
      var all: [(set: StepSet, cost: Double)] = []
      for part in parts { all += needs(part) }
      return all
    case .choice(let branches):
      var either: (set: StepSet, cost: Double) = (StepSet(), 0)
      for branch in branches {
        guard let rarest = needs(branch).min(by: { $0.cost < $1.cost }) else { return [] }
        either.set.formUnion(rarest.set)
        either.cost += rarest.cost
      }
      return [either]
    case .atom(let atom):
      guard let cost = anchor(atom)?.cost, let step = taking(atom) else { return [] }
      var set = StepSet()
      set.insert(step)
      return [(set, cost)]
    }
  }

  /// The step for an atom, as far as it tells which words and records may stand there.
  private mutating func taking(_ atom: Atom) -> Instruction? {
    switch atom.test {
    case .border: nil
    case .record(let name):
      kindNumbers[name].map { Instruction(operation: .record, a: Int32($0)) }
    case .lexicon(let number): Instruction(operation: .lexicon, a: Int32(number))
    case .form, .lemma, .word: singleToken(atom)
    }
  }

  mutating func start(_ number: Int, _ rule: RuleSyntax, _ layer: Int) throws {
    guard let anchor = anchor(rule.match), anchor.cost < Self.startLimit else {
      throw error(.noStart, rule.place)
    }
    for (start, least, most) in anchor.starts {
      let trigger = Trigger(
        rule: Int32(number), layer: Int32(layer), least: Int32(least), most: Int32(min(most, 64)))
      switch start {
      case .term(let term): add(trigger, for: [term])
      case .list(let list): add(trigger, for: trie.starts(ofRoot: lexicons[list].root))
      case .test(let test): testTriggers[test, default: []].append(trigger)
      case .record(let kind): recordTriggers[kind, default: []].append(trigger)
      }
    }
  }

  private mutating func add(_ trigger: Trigger, for terms: some Sequence<Int32>) {
    triggers.append(trigger)
    for term in terms { termTriggers.append((term, Int32(triggers.count - 1))) }
  }

  private mutating func anchor(_ pattern: Pattern) -> Anchor? {
    switch pattern {
    case .gap: return nil
    case .capture(let inner, _, _): return anchor(inner)
    case .repeated(let inner, let least, _, _): return least > 0 ? anchor(inner) : nil
    case .choice(let branches):
      var all = Anchor(starts: [], cost: 0)
      for branch in branches {
        guard let found = anchor(branch) else { return nil }
        all.starts += found.starts
        all.cost += found.cost
      }
      return all
    case .sequence(let parts):
      var best: Anchor?
      var least = 0
      var most = 0
      for part in parts {
        if var found = anchor(part) {
          // Other first tokens are turned down at a glance, see `firstSteps(of:)`.
          found.cost = found.cost * (1 + 0.1 * Double(most - least)) + 0.2 * Double(most)
          found.starts = found.starts.map { ($0.start, $0.least + least, $0.most + most) }
          if best.map({ found.cost < $0.cost }) ?? true { best = found }
        }
        let size = length(part)
        least += size.least
        most += size.most
      }
      return best
    case .atom(let atom): return anchor(atom)
    }
  }

  private mutating func anchor(_ atom: Atom) -> Anchor? {
    if atom.negated { return nil }
    switch atom.test {
    case .border: return nil
    case .record(let name):
      guard let kind = kindNumbers[name] else { return nil }
      return Anchor(
        starts: [(.record(Int32(kind)), 0, 0)], cost: 60)
    case .lexicon(let number):
      return Anchor(starts: [(.list(number), 0, 0)], cost: cost(ofList: number))
    case .form(let bytes):
      let term = term(form: bytes)
      return Anchor(starts: [(.term(term), 0, 0)], cost: cost(ofTerm: term))
    case .lemma(let bytes):
      let term = term(lemma: bytes)
      return Anchor(starts: [(.term(term), 0, 0)], cost: cost(ofTerm: term))
    case .word:
      let wanted = WordTest(
        required: atom.required, excluded: atom.excluded, classes: atom.classes)
      guard let test = testNumbers[wanted] else { return nil }
      return Anchor(starts: [(.test(test), 0, 0)], cost: cost(of: wanted))
    }
  }

  private mutating func cost(ofList number: Int) -> Double {
    if let known = listCosts[number] { return known }
    var cost = 3.0
    for term in trie.starts(ofRoot: lexicons[number].root) where cost < 120 {
      cost += self.cost(ofTerm: term) * 0.1
    }
    listCosts[number] = min(cost, 120)
    return min(cost, 120)
  }

  /// A guess at how common a word is: function words and signs are, others are not.
  private func cost(ofTerm term: Int32) -> Double {
    let bytes = Array(term & 1 == 0 ? forms.bytes(of: term >> 1) : lemmas.bytes(of: term >> 1))
    if !words.isWord(bytes) { return 30 }
    return words.isFunctionWord(bytes) ? 40 : 2
  }

  private func cost(of test: WordTest) -> Double {
    var cost = 1000.0
    for part in test.classes { cost = min(cost, Self.cost(of: part)) }
    if test.required.intersects([.Name, .Surn, .Patr, .Geox, .Orgn, .NUMR]) { cost = min(cost, 15) }
    if !test.required.isEmpty { cost = min(cost, 250) }
    return cost
  }

  private static func cost(of part: TokenClass) -> Double {
    switch part {
    case .roman, .symbol, .initial, .url, .ending, .yearTail: 5
    case .digits, .number, .decimal, .quote: 15
    case .upper, .latin, .dash, .mixed, .unknown: 20
    case .name: 40
    case .punct: 60
    case .title, .caps: 100
    case .lower, .cyrillic, .word, .any: 1000
    }
  }
}

/// Which rules a term can start.
struct TermTriggers {
  private let triggers: [Trigger]
  /// Numbers of triggers, those of one term side by side.
  private let numbers: [Int32]
  /// Where those of each term begin.
  private let firsts: [Int32]

  init(_ pairs: [(term: Int32, trigger: Int32)], _ triggers: [Trigger]) {
    self.triggers = triggers
    var firsts = [Int32](repeating: 0, count: Int(pairs.lazy.map(\.term).max() ?? -1) + 2)
    for pair in pairs { firsts[Int(pair.term) + 1] += 1 }
    for term in firsts.indices.dropFirst() { firsts[term] += firsts[term - 1] }
    var numbers = [Int32](repeating: 0, count: pairs.count)
    var filled = firsts
    for pair in pairs {
      numbers[Int(filled[Int(pair.term)])] = pair.trigger
      filled[Int(pair.term)] += 1
    }
    self.firsts = firsts
    self.numbers = numbers
  }

  func write(to writer: inout SnapshotWriter) {
    writer.write(triggers) { $1.write(to: &$0) }
    writer.write(numbers)
    writer.write(firsts)
  }

  init(from reader: inout SnapshotReader) throws(SnapshotReader.Damage) {
    triggers = try reader.list { reader throws(SnapshotReader.Damage) in
      try Trigger(from: &reader)
    }
    numbers = try reader.numbers()
    firsts = try reader.numbers()
  }

  func forEach(of term: Int32, _ body: (Trigger) -> Void) {
    guard Int(term) < firsts.count - 1 else { return }
    for index in firsts[Int(term)]..<firsts[Int(term) + 1] {
      body(triggers[Int(numbers[Int(index)])])
    }
  }
}

/// Which rules a record can start, by its kind and their layer.
struct LayeredTriggers {
  private let triggers: UnsafeMutableBufferPointer<Trigger>
  /// Where those of each kind and layer begin.
  private let firsts: UnsafeMutableBufferPointer<Int32>
  private let layerCount: Int

  init(_ all: [[Trigger]], layerCount: Int) {
    self.layerCount = layerCount
    var sorted: [Trigger] = []
    var firsts: [Int32] = [0]
    for triggers in all {
      for layer in 0..<layerCount {
        sorted += triggers.filter { $0.layer == layer }
        firsts.append(Int32(sorted.count))
      }
    }
    triggers = .allocate(capacity: sorted.count)
    _ = triggers.initialize(from: sorted)
    self.firsts = .allocate(capacity: firsts.count)
    _ = self.firsts.initialize(from: firsts)
  }

  func deallocate() {
    triggers.deallocate()
    firsts.deallocate()
  }

  @inline(__always)
  func triggers(of kind: Int, layer: Int) -> UnsafeBufferPointer<Trigger> {
    let group = kind &* layerCount &+ layer
    let first = Int(firsts[group])
    return UnsafeBufferPointer(
      start: triggers.baseAddress.map { UnsafePointer($0 + first) },
      count: Int(firsts[group &+ 1]) - first)
  }

  func all(of kind: Int) -> [Trigger] {
    Array(
      triggers[
        Int(firsts[kind * layerCount])..<Int(firsts[(kind + 1) * layerCount])])
  }
}

extension NumberGroups {
  /// The word lists whose entries a term can begin.
  init(startsOf roots: [Int32], _ trie: LexiconTrie) {
    self.init { body in
      for (list, root) in roots.enumerated() {
        for term in trie.starts(ofRoot: root) { body(term, Int32(list)) }
      }
    }
  }
}
