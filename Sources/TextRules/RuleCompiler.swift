import RussianMorphology
import RussianText

/// Turns the syntax of rules into one program with its tables.
struct RuleCompiler {
  static let instructionLimit = 4000
  static let captureLimit = 31

  var program: [Instruction] = []
  /// The greatest number of splits in one pattern.
  var splitCount = 0
  var rules: [CompiledRule] = []
  var forms = TermTable()
  var lemmas = TermTable()
  let trie = LexiconTrie()
  var lexicons: [CompiledLexicon] = []
  var lexiconLongest: [Int] = []
  /// Is each entry of the list one token?
  var lexiconIsSingle: [Bool] = []
  var tests: [WordTest] = []
  var testNumbers: [WordTest: Int32] = [:]
  var conditions: [[FieldCondition]] = []
  var kinds: [String] = []
  var kindNumbers: [String: Int] = [:]
  var kindLayers: [Int] = []
  /// Which trigger a term pulls, by its number in `triggers`.
  var termTriggers: [(term: Int32, trigger: Int32)] = []
  var triggers: [Trigger] = []
  var testTriggers: [Int32: [Trigger]] = [:]
  var recordTriggers: [Int32: [Trigger]] = [:]
  var facts: [FactDeclaration] = []
  var factNumbers: [String: Int] = [:]
  var frames: [CompiledFrame] = []
  /// How common the first words of the lists are, as far as it was asked.
  var listCosts: [Int: Double] = [:]
  /// Sets of steps; the first, empty one stands for anything.
  var sets: [StepSet] = [StepSet()]
  var setNumbers: [StepSet: Int32] = [:]
  /// Of each rule.
  var openings: [RuleOpening] = []

  private var knownWords = WordTerms()
  private var wordTerms: [Int32] = []

  let words: LiteralWords
  let paths: [String]

  init(words: LiteralWords, paths: [String]) {
    self.words = words
    self.paths = paths
  }

  // Terms of forms are even, of lemmas odd, so that both share one number space.
  mutating func term(form: some Collection<UInt8>) -> Int32 { forms.insert(form) << 1 }
  mutating func term(lemma: some Collection<UInt8>) -> Int32 { lemmas.insert(lemma) << 1 | 1 }

  mutating func kind(_ name: String, layer: Int) -> Int {
    if let known = kindNumbers[name] { return known }
    kinds.append(name)
    kindLayers.append(layer)
    kindNumbers[name] = kinds.count - 1
    return kinds.count - 1
  }

  // MARK: Word lists

  /// Adds a way to write an entry.
  mutating func add(
    _ written: [WordListParser.Word], of bytes: UnsafeBufferPointer<UInt8>, entry: Int32,
    to list: inout LexiconSequences
  ) {
    for word in written {
      let text = UnsafeBufferPointer(rebasing: bytes[word.range])
      readTerms(of: text, isExact: word.isExact)
      for term in wordTerms { term < 0 ? list.endWord() : list.append(alternative: term) }
    }
    guard let last = written.last else { return }
    list.endWay(
      entry: entry, takesDot: last.isExact && bytes[last.range.upperBound - 1] >= 0x41)
  }

  /// Puts the terms of each token of `text` into `wordTerms`, −1 behind each token's.
  private mutating func readTerms(of text: UnsafeBufferPointer<UInt8>, isExact: Bool) {
    wordTerms.removeAll(keepingCapacity: true)
    if let term = knownWords[text, isExact] {
      wordTerms.append(term)
      wordTerms.append(-1)
      return
    }
    words.forEachToken(of: text) { token in
      if isExact || !words.isWord(words.form(of: token)) {
        wordTerms.append(term(form: words.form(of: token)))
      } else {
        words.forEachLemma(of: token) { wordTerms.append(term(lemma: $0)) }
      }
      wordTerms.append(-1)
    }
    if wordTerms.count == 2 { knownWords[text, isExact] = wordTerms[0] }
  }

  mutating func finish(
    _ list: LexiconSequences, name: String, kind: String, columns: [String], rows: WordListRows
  ) {
    if list.wordCount > 1 << 18 { knownWords = WordTerms() }
    lexiconLongest.append(list.longest)
    lexiconIsSingle.append(list.isSingle)
    lexicons.append(
      CompiledLexicon(
        name: name, kind: kind, columns: columns, index: lexicons.count, root: trie.add(list),
        rows: rows))
  }

  // MARK: Rules

  mutating func add(_ rule: RuleSyntax, layer: Int, group: Int) throws {
    let number = rules.count
    let kind = kind(rule.kind, layer: layer)
    var emitter = PatternEmitter(layer: layer)
    let pc = Int32(program.count)
    try emit(rule.match, &emitter)
    finish(pc)
    let size = program.count - Int(pc)
    guard size <= Self.instructionLimit else {
      throw error(.tooLarge(instructions: size, limit: Self.instructionLimit), rule.place)
    }
    var captures = emitter.captures
    func slot(_ name: String, _ place: SourcePlace) throws -> Int {
      guard let slot = captures.firstIndex(of: name) else {
        throw error(.unknownCapture(name, suggestion: name.closest(among: captures)), place)
      }
      return slot
    }
    var checks: [CompiledRule.Check] = []
    for condition in rule.conditions {
      switch condition {
      case .agree(let a, let b, let features, let place):
        checks.append(.agree(try slot(a, place), try slot(b, place), features))
      case .compare(let name, let field, let place):
        checks.append(.compare(try slot(name, place), field))
      case .grammemes(let name, let required, let excluded, let place):
        checks.append(.grammemes(try slot(name, place), required: required, excluded: excluded))
      }
    }
    let before = try rule.before.map { try context($0.0, $0.negated, layer, &captures) }
    let after = try rule.after.map { try context($0.0, $0.negated, layer, &captures) }
    for field in rule.fields {
      switch field.value {
      case .constant: break
      case .text(let name), .lemma(let name), .nominative(let name), .member(let name, _):
        _ = try slot(name, field.place)
      }
    }
    rules.append(
      CompiledRule(
        name: "\(rule.kind).\(rule.name)", kind: kind, layer: layer, group: group, pc: pc,
        captures: captures, spanCapture: try rule.span.map { try slot($0.name, $0.place) } ?? -1,
        discards: rule.discards, priority: rule.priority, before: before, after: after,
        checks: checks, fields: rule.fields.map { ($0.name, $0.value) }))
    try start(number, rule, layer)
    openings.append(opening(rule, at: pc))
  }

  private mutating func context(
    _ pattern: Pattern, _ isNegated: Bool, _ layer: Int, _ captures: inout [String]
  ) throws -> CompiledRule.Context {
    let firstSlot = captures.count
    var emitter = PatternEmitter(layer: layer, captures: captures)
    let pc = Int32(program.count)
    try emit(pattern, &emitter)
    finish(pc)
    let (least, most) = length(pattern)
    captures = emitter.captures
    return CompiledRule.Context(
      pc: pc, least: least, most: most, isNegated: isNegated, firstSlot: firstSlot,
      endSlot: captures.count, first: firstSet(of: pc))
  }

  /// Ends the pattern that begins at `pc`, and numbers its splits.
  private mutating func finish(_ pc: Int32) {
    program.append(Instruction(operation: .accept))
    var splits: Int32 = 0
    for index in Int(pc)..<program.count where program[index].operation == .split {
      program[index].number = splits
      program[index].firstSet = UInt16(firstSet(of: program[index].a))
      program[index].secondSet = UInt16(firstSet(of: program[index].b))
      splits += 1
    }
    splitCount = max(splitCount, Int(splits))
  }

  struct PatternEmitter {
    var layer: Int
    var captures: [String] = []
    var open: UInt32 = 0
  }

  private mutating func emit(_ pattern: Pattern, _ emitter: inout PatternEmitter) throws {
    guard program.count < 1 << 24 else { return }
    switch pattern {
    case .sequence(let parts):
      for part in parts { try emit(part, &emitter) }
    case .choice(let branches):
      var jumps: [Int] = []
      for (index, branch) in branches.enumerated() {
        guard index < branches.count - 1 else {
          try emit(branch, &emitter)
          break
        }
        let split = program.count
        program.append(Instruction(operation: .split, a: Int32(split + 1)))
        try emit(branch, &emitter)
        jumps.append(program.count)
        program.append(Instruction(operation: .jump))
        program[split].b = Int32(program.count)
      }
      for jump in jumps { program[jump].a = Int32(program.count) }
    case .repeated(let inner, let least, let most, let place):
      guard length(inner).least > 0 || most == 1 else { throw error(.emptyRepeat, place) }
      let start = program.count
      for _ in 0..<least { try emit(inner, &emitter) }
      var splits: [Int] = []
      for _ in least..<max(most, least) {
        splits.append(program.count)
        program.append(Instruction(operation: .split, a: Int32(program.count + 1)))
        try emit(inner, &emitter)
        guard program.count - start <= Self.instructionLimit * 2 else {
          throw error(
            .tooLarge(instructions: program.count - start, limit: Self.instructionLimit), place)
        }
      }
      for split in splits { program[split].b = Int32(program.count) }
    case .capture(let inner, let name, let place):
      let slot: Int
      if let known = emitter.captures.firstIndex(of: name) {
        slot = known
      } else {
        guard emitter.captures.count < Self.captureLimit else {
          throw error(.tooManyCaptures(limit: Self.captureLimit), place)
        }
        emitter.captures.append(name)
        slot = emitter.captures.count - 1
      }
      guard emitter.open & (1 << UInt32(slot)) == 0 else {
        throw error(.duplicateCapture(name), place)
      }
      program.append(Instruction(operation: .open, a: Int32(slot)))
      emitter.open |= 1 << UInt32(slot)
      try emit(inner, &emitter)
      emitter.open &= ~(1 << UInt32(slot))
      program.append(Instruction(operation: .close, a: Int32(slot)))
    case .gap(let count):
      var splits: [Int] = []
      for _ in 0..<count {
        splits.append(program.count)
        program.append(Instruction(operation: .split, b: Int32(program.count + 1)))
        program.append(Instruction(operation: .gap))
      }
      for split in splits { program[split].a = Int32(program.count) }
    case .atom(let atom):
      program.append(try instruction(atom, emitter))
    }
  }

  private mutating func instruction(_ atom: Atom, _ emitter: PatternEmitter) throws -> Instruction {
    var made: Instruction
    switch atom.test {
    case .border(let border):
      made = Instruction(operation: .border, a: Int32(border.rawValue))
    case .lexicon(let number):
      made = Instruction(
        operation: .lexicon, a: Int32(number), b: try conditionNumber(atom, list: lexicons[number]))
      if !(atom.required.isEmpty && atom.excluded.isEmpty && atom.classes.isEmpty) {
        made.b = conditionNumber(atom.conditions, orNew: true)
        listTests[made.b] = test(
          WordTest(
            lemma: nil, form: nil, required: atom.required, excluded: atom.excluded,
            classes: atom.classes))
      }
    case .record(let name):
      guard let kind = kindNumbers[name], kindLayers[kind] < emitter.layer else {
        throw error(.unknownKind(name, suggestion: meant(by: name)), atom.place)
      }
      made = Instruction(
        operation: .record, a: Int32(kind), b: conditionNumber(atom.conditions, orNew: false))
    case .form, .lemma, .word:
      made = singleToken(atom)
    }
    made.isNegated = atom.negated
    made.isGlued = atom.glued
    made.captures = emitter.open
    return made
  }

  /// The kind of records that was meant, or the grammeme: both are written in capitals.
  private func meant(by name: String) -> String? {
    name.closest(among: kinds)
      ?? name.uppercased().closest(among: Grammemes.names.map { "\($0)" })
  }

  /// For conditions of a word list atom on the last word of the entry: the word test.
  var listTests: [Int32: Int32] = [:]

  private mutating func conditionNumber(_ atom: Atom, list: CompiledLexicon) throws -> Int32 {
    for condition in atom.conditions where list.column(condition.field) == nil {
      throw error(.unknownColumn(condition.field, columns: list.columns), atom.place)
    }
    return conditionNumber(atom.conditions, orNew: false)
  }

  private mutating func conditionNumber(_ list: [FieldCondition], orNew: Bool) -> Int32 {
    if list.isEmpty, !orNew { return -1 }
    conditions.append(list)
    return Int32(conditions.count - 1)
  }

  mutating func singleToken(_ atom: Atom) -> Instruction {
    let isPlain = atom.required.isEmpty && atom.excluded.isEmpty && atom.classes.isEmpty
    switch atom.test {
    case .form(let bytes) where isPlain:
      return Instruction(operation: .term, a: term(form: bytes))
    case .lemma(let bytes) where isPlain:
      return Instruction(operation: .term, a: term(lemma: bytes))
    default:
      var wanted = WordTest(
        required: atom.required, excluded: atom.excluded, classes: atom.classes)
      if case .form(let bytes) = atom.test {
        wanted.form = bytes
        wanted.term = term(form: bytes)
      }
      if case .lemma(let bytes) = atom.test {
        wanted.lemma = bytes
        wanted.term = term(lemma: bytes)
      }
      return Instruction(operation: .test, a: test(wanted))
    }
  }

  private mutating func test(_ wanted: WordTest) -> Int32 {
    if let known = testNumbers[wanted] { return known }
    tests.append(wanted)
    testNumbers[wanted] = Int32(tests.count - 1)
    return Int32(tests.count - 1)
  }

  func error(_ reason: RuleFileError.Reason, _ place: SourcePlace) -> RuleFileError {
    RuleFileError(
      file: paths[place.file], line: place.line, column: place.column, reason: reason)
  }
}
