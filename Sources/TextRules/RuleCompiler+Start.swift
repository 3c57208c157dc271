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

  /// More first steps than this cost more to look at than they save.
  private static let firstStepLimit = 6

  /// The steps that take the first token of what begins at `pc`; empty if they are many, or if the
  /// first token can be anything.
  func firstSteps(of pc: Int32) -> [Int32] {
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

  /// More second steps than this cost more to look at than they save.
  private static let secondStepLimit = 10

  /// The steps that take the token behind what one of `firsts` takes; empty if they are many, or if
  /// it cannot be told where that is, or if a match may end there.
  func secondSteps(after firsts: [Int32]) -> [Int32] {
    var seconds: [Int32] = []
    for first in firsts {
      let step = program[Int(first)]
      if step.operation == .lexicon, !lexiconIsSingle[Int(step.a)] { return [] }
      let next = firstSteps(of: first + 1)
      if next.isEmpty { return [] }
      for pc in next where !seconds.contains(pc) { seconds.append(pc) }
    }
    return seconds.count <= Self.secondStepLimit ? seconds : []
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
      var cost = 3.0
      for term in trie.starts(ofRoot: lexicons[number].root) where cost < 120 {
        cost += self.cost(ofTerm: term) * 0.1
      }
      return Anchor(starts: [(.list(number), 0, 0)], cost: min(cost, 120))
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

/// The word lists whose entries a term can begin.
struct ListStarts {
  private let lists: [Int32]
  /// Where those of each term begin.
  private let firsts: [Int32]

  init(_ roots: [Int32], _ trie: LexiconTrie) {
    var last: Int32 = -1
    for root in roots { last = max(last, trie.starts(ofRoot: root).last ?? -1) }
    var firsts = [Int32](repeating: 0, count: Int(last) + 2)
    for root in roots { for term in trie.starts(ofRoot: root) { firsts[Int(term) + 1] += 1 } }
    for term in firsts.indices.dropFirst() { firsts[term] += firsts[term - 1] }
    var lists = [Int32](repeating: 0, count: Int(firsts.last ?? 0))
    var filled = firsts
    for (list, root) in roots.enumerated() {
      for term in trie.starts(ofRoot: root) {
        lists[Int(filled[Int(term)])] = Int32(list)
        filled[Int(term)] += 1
      }
    }
    self.firsts = firsts
    self.lists = lists
  }

  @inline(__always)
  func forEach(of term: Int32, _ body: (Int32) -> Void) {
    guard Int(term) < firsts.count - 1 else { return }
    for index in firsts[Int(term)]..<firsts[Int(term) + 1] { body(lists[Int(index)]) }
  }
}
