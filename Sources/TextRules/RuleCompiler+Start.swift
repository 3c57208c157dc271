import RussianMorphology

/// Finds the rarest part of each pattern, from which its rule is tried.
extension RuleCompiler {
  /// A record is taken to be no longer than this many tokens when it stands before the rarest part.
  static let recordLength = 24
  static let startLimit = 900.0

  enum Start {
    case term(Int32)
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

  mutating func start(_ number: Int, _ rule: RuleSyntax, _ layer: Int) throws {
    guard let anchor = anchor(rule.match), anchor.cost < Self.startLimit else {
      throw error(.noStart, rule.place)
    }
    for (start, least, most) in anchor.starts {
      let trigger = Trigger(
        rule: Int32(number), layer: Int32(layer), least: Int32(least), most: Int32(min(most, 64)))
      switch start {
      case .term(let term): termTriggers[term, default: []].append(trigger)
      case .test(let test): testTriggers[test, default: []].append(trigger)
      case .record(let kind): recordTriggers[kind, default: []].append(trigger)
      }
    }
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
          found.cost = found.cost * Double(1 + (most - least)) + Double(most)
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
        starts: [(.record(Int32(kind)), 0, 0)], cost: kindLayers[kind] == 0 ? 12 : 5)
    case .lexicon(let number):
      let starts = lexiconStarts[number]
      let cost = starts.reduce(3.0) { $0 + self.cost(ofTerm: $1) * 0.5 }
      return Anchor(starts: starts.map { (.term($0), 0, 0) }, cost: min(cost, 120))
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
