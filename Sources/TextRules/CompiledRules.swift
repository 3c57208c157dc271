import RussianMorphology
import RussianText
import Synchronization

/// The rule files of one layer of a cascade.
///
/// Rules of a layer see the records of the layers before it, not each other's.
public struct RuleLayer: Sendable {
  /// Paths of rule files, as the file reader knows them.
  public var files: [String]
  /// Do matches of all kinds of the layer compete for words, or only matches of one kind?
  public var kindsCompete: Bool

  public init(files: [String], kindsCompete: Bool = false) {
    self.files = files
    self.kindsCompete = kindsCompete
  }
}

/// Rules and word lists, compiled once into one machine for all tasks.
///
///     let rules = try CompiledRules(layers: [RuleLayer(files: ["percent.rules"])]) { path in
///       try? readFile(path)   // [UInt8]?
///     }
///
/// Immutable; a worker runs it with a ``RuleMatcher`` of its own.
public final class CompiledRules: @unchecked Sendable {
  // Written once, in `init`; the pointers are what makes the class `@unchecked`.
  let program: UnsafePointer<Instruction>
  private let programCount: Int
  let splitCount: Int
  let lexiconRoots: [Int32]
  let rules: [CompiledRule]
  let forms: TermTable
  let lemmas: TermTable
  let trie: LexiconTrie
  /// What the matcher needs of each rule at every attempt.
  let heads: UnsafePointer<RuleHead>
  /// What must stand in a sentence, of each rule that asks for something.
  private let needs: UnsafePointer<StepMask>
  private let openings: [RuleOpening]
  private let sets: [StepSet]
  let stepSets: StepSetTable
  let tests: [WordTest]
  let conditions: [[FieldCondition]]
  let listTests: [Int32: Int32]
  let listStarts: NumberGroups
  let termTriggers: TermTriggers
  let testTriggers: [[Trigger]]
  let recordTriggers: LayeredTriggers
  /// Numbers of rule captures, the greatest of all rules.
  let captureCount: Int
  /// How many layers there are.
  public let layerCount: Int
  /// Names of the record kinds; a kind's number is its index.
  public let kinds: [String]
  public let lexicons: [CompiledLexicon]
  /// The kinds of facts whose arguments rule files declare.
  public let facts: [FactDeclaration]
  let frames: [CompiledFrame]
  /// Of each rule: the frame whose head it finds; −1 for none.
  let frameNumbers: [Int32]
  /// The rules of the files that were to be checked, and of gazetteers: a user's own.
  public let ownRules: Set<Int>
  /// For each kind, the kinds whose records give way to its own where both have a word.
  public let replacedKinds: [[Int]]
  /// All `yes` and `no` lines.
  public let examples: [RuleExample]
  /// What is allowed and hardly meant, in the files that were to be checked.
  public let findings: [RuleFinding]

  private let tables = Mutex<[ObjectIdentifier: any Sendable]>([:])

  /// What several makers of records read of the word lists, made once.
  package func table<Table: Sendable>(_ make: (CompiledRules) -> Table) -> Table {
    let key = ObjectIdentifier(Table.self)
    if let known = tables.withLock({ $0[key] }) as? Table { return known }
    let table = make(self)
    tables.withLock { $0[key] = table }
    return table
  }

  /// Reads and compiles rule files.
  ///
  /// - Parameters:
  ///   - checked: Paths of rule files to look through for what can hardly be meant.
  ///   - library: What the files do not say of the kinds that come with a library.
  ///   - read: Gives the bytes of a file, or nil if there is none of that path. A word list is
  ///     asked for under the path of its rule file's folder.
  /// - Throws: ``RuleFileError`` at the first mistake; `ICUError` if ICU cannot be used.
  public init(
    layers: [RuleLayer], checking checked: Set<String> = [], own: Set<String> = [],
    library: LibraryKinds = LibraryKinds(), read: (String) -> [UInt8]?
  ) throws {
    let paths = layers.flatMap(\.files)
    let words = try LiteralWords(tokenizer: Tokenizer())
    var changes = try RuleChanges(paths, own: checked, words, read: read)
    var ownRules: Set<Int> = []
    var compiler = RuleCompiler(words: words, paths: paths)
    var checker = RuleChecker(paths: paths, words: words, library: library)
    var examples: [RuleExample] = []
    var replaced: [(kind: String, replaces: String, place: SourcePlace)] = []
    var fileNumber = 0
    for (layerNumber, layer) in layers.enumerated() {
      var layerRules: [RuleSyntax] = []
      var layerFacts: [FactSyntax] = []
      var layerFrames: [FrameSyntax] = []
      for path in layer.files {
        guard let bytes = read(path) else {
          throw RuleFileError(file: path, line: 1, column: 1, reason: .missingFile(path))
        }
        var parser = RuleParser(
          path: path, index: fileNumber, firstLexicon: compiler.lexicons.count,
          literal: words.tokens(of:))
        let file = try parser.parse(bytes)
        for lexicon in file.lexicons {
          try Self.add(
            lexicon, of: file.kind, beside: path, to: &compiler,
            more: changes.entries(of: lexicon.name, kind: file.kind, path, read: read), read: read)
        }
        let isOwn = checked.contains(path) || own.contains(path)
        checker.kinds.learn(file, isOwn: isOwn, lists: compiler.lexicons)
        if isOwn { checker.check(file.lexicons, of: path, isListAlone: own.contains(path), read) }
        layerRules += file.rules.filter { !changes.isOff($0.kind, $0.name, in: path) }
        layerFacts += file.facts
        layerFrames += file.frames.filter { !changes.isOff($0.kind, $0.name, in: path) }
        if checked.contains(path) {
          for rule in file.rules { checker.check(rule) }
          for frame in file.frames { checker.check(frame) }
        }
        examples += file.examples
        replaced += file.replaced
        fileNumber += 1
      }
      for fact in layerFacts { try compiler.add(fact, layer: layerNumber) }
      for rule in layerRules { _ = compiler.kind(rule.kind, layer: layerNumber) }
      for rule in layerRules {
        let group = layer.kindsCompete ? -1 - layerNumber : compiler.kindNumbers[rule.kind]!
        if own.contains(paths[rule.place.file]) || checked.contains(paths[rule.place.file]) {
          ownRules.insert(compiler.rules.count)
        }
        try compiler.add(rule, layer: layerNumber, group: group)
      }
      for frame in layerFrames { try compiler.add(frame, layer: layerNumber) }
    }
    try changes.checkUse()
    self.ownRules = ownRules
    program = Self.copy(compiler.program)
    programCount = compiler.program.count
    openings = compiler.openings
    sets = compiler.sets
    stepSets = StepSetTable(
      sets, testCount: compiler.tests.count, listCount: compiler.lexicons.count)
    (heads, needs) = Self.heads(compiler.rules, openings, stepSets)
    splitCount = compiler.splitCount
    lexiconRoots = compiler.lexicons.map(\.root)
    rules = compiler.rules
    forms = compiler.forms
    lemmas = compiler.lemmas
    trie = compiler.trie
    listStarts = NumberGroups(startsOf: lexiconRoots, trie)
    tests = compiler.tests
    conditions = compiler.conditions
    listTests = compiler.listTests
    termTriggers = TermTriggers(compiler.termTriggers, compiler.triggers)
    testTriggers = compiler.tests.indices.map { compiler.testTriggers[Int32($0)] ?? [] }
    recordTriggers = LayeredTriggers(
      compiler.kinds.indices.map { compiler.recordTriggers[Int32($0)] ?? [] },
      layerCount: layers.count)
    captureCount = max(1, compiler.rules.map(\.captures.count).max() ?? 1)
    layerCount = layers.count
    kinds = compiler.kinds
    lexicons = compiler.lexicons
    facts = compiler.facts
    frames = compiler.frames
    frameNumbers = Self.frameNumbers(frames, ruleCount: compiler.rules.count)
    var replacedKinds: [[Int]] = Array(repeating: [], count: compiler.kinds.count)
    for (kind, other, place) in replaced {
      guard let winner = compiler.kindNumbers[kind], let loser = compiler.kindNumbers[other],
        compiler.kindLayers[loser] < compiler.kindLayers[winner]
      else { throw compiler.error(.unknownKind(other), place) }
      replacedKinds[winner].append(loser)
    }
    self.replacedKinds = replacedKinds
    self.examples = examples
    findings = checker.findings
  }

  /// Takes the rules from a snapshot; nil if it was made of other files, or is damaged.
  ///
  /// - Complexity: O(*n*) in the size of the snapshot: a fiftieth of compiling.
  public init?(snapshot bytes: UnsafeRawBufferPointer, digest: UInt64) {
    var reader = SnapshotReader(bytes)
    do {
      guard try reader.number() == SnapshotWriter.magic,
        try reader.number() == UInt32(truncatingIfNeeded: digest),
        try reader.number() == UInt32(truncatingIfNeeded: digest >> 32)
      else { return nil }
      typealias Damage = SnapshotReader.Damage
      func triggers(_ reader: inout SnapshotReader) throws(Damage) -> [Trigger] {
        try reader.list { reader throws(Damage) in try Trigger(from: &reader) }
      }
      let steps = try reader.list { reader throws(Damage) in try Instruction(from: &reader) }
      splitCount = Int(try reader.number(Int32.self))
      lexiconRoots = try reader.numbers()
      rules = try reader.list { reader throws(Damage) in try CompiledRule(from: &reader) }
      openings = try reader.list { reader throws(Damage) in try RuleOpening(from: &reader) }
      let sets = try reader.list { reader throws(Damage) in try StepSet(from: &reader) }
      self.sets = sets
      forms = try TermTable(from: &reader)
      lemmas = try TermTable(from: &reader)
      trie = try LexiconTrie(from: &reader)
      listStarts = NumberGroups(startsOf: lexiconRoots, trie)
      tests = try reader.list { reader throws(Damage) in try WordTest(from: &reader) }
      conditions = try reader.list { reader throws(Damage) in
        try reader.list { reader throws(Damage) in try FieldCondition(from: &reader) }
      }
      let listKeys = try reader.numbers()
      let listValues = try reader.numbers()
      termTriggers = try TermTriggers(from: &reader)
      testTriggers = try reader.list(triggers)
      let recordTriggers = try reader.list(triggers)
      captureCount = Int(try reader.number(Int32.self))
      layerCount = Int(try reader.number(Int32.self))
      kinds = try reader.list { reader throws(Damage) in try reader.text() }
      lexicons = try reader.list { reader throws(Damage) in try CompiledLexicon(from: &reader) }
      replacedKinds = try reader.list { reader throws(Damage) in
        try reader.numbers().map(Int.init)
      }
      facts = try reader.list { reader throws(Damage) in try FactDeclaration(from: &reader) }
      frames = try reader.list { reader throws(Damage) in try CompiledFrame(from: &reader) }
      for frame in frames where !rules.indices.contains(Int(frame.rule)) { return nil }
      frameNumbers = Self.frameNumbers(frames, ruleCount: rules.count)
      guard reader.isAtEnd, openings.count == rules.count, listKeys.count == listValues.count,
        openings.allSatisfy({ $0.isMade(of: sets) })
      else {
        return nil
      }
      ownRules = []
      self.recordTriggers = LayeredTriggers(recordTriggers, layerCount: layerCount)
      listTests = Dictionary(zip(listKeys, listValues)) { first, _ in first }
      program = Self.copy(steps)
      programCount = steps.count
      stepSets = StepSetTable(sets, testCount: tests.count, listCount: lexicons.count)
      (heads, needs) = Self.heads(rules, openings, stepSets)
      examples = []
      findings = []
    } catch {
      return nil
    }
  }

  func write(to writer: inout SnapshotWriter) {
    func numbers(_ numbers: [Int]) -> [Int32] { numbers.map { Int32($0) } }
    writer.write(UnsafeBufferPointer(start: program, count: programCount)) { $1.write(to: &$0) }
    writer.write(Int32(splitCount))
    writer.write(lexiconRoots)
    writer.write(rules) { $1.write(to: &$0) }
    writer.write(openings) { $1.write(to: &$0) }
    writer.write(sets) { $1.write(to: &$0) }
    forms.write(to: &writer)
    lemmas.write(to: &writer)
    trie.write(to: &writer)
    writer.write(tests) { $1.write(to: &$0) }
    writer.write(conditions) { $0.write($1) { $1.write(to: &$0) } }
    let listTests = listTests.sorted { $0.key < $1.key }
    writer.write(listTests.map(\.key))
    writer.write(listTests.map(\.value))
    termTriggers.write(to: &writer)
    writer.write(testTriggers) { $0.write($1) { $1.write(to: &$0) } }
    writer.write(kinds.indices) { writer, kind in
      writer.write(recordTriggers.all(of: kind)) { $1.write(to: &$0) }
    }
    writer.write(Int32(captureCount))
    writer.write(Int32(layerCount))
    writer.write(kinds) { $0.write($1) }
    writer.write(lexicons) { $1.write(to: &$0) }
    writer.write(replacedKinds) { $0.write(numbers($1)) }
    writer.write(facts) { $1.write(to: &$0) }
    writer.write(frames) { $1.write(to: &$0) }
  }

  private static func copy<Element: BitwiseCopyable>(_ list: [Element]) -> UnsafePointer<Element> {
    let copy = UnsafeMutablePointer<Element>.allocate(capacity: max(1, list.count))
    list.withUnsafeBufferPointer { list in
      if let base = list.baseAddress { copy.initialize(from: base, count: list.count) }
    }
    return UnsafePointer(copy)
  }

  deinit {
    program.deallocate()
    heads.deallocate()
    needs.deallocate()
    recordTriggers.deallocate()
  }

  private static func frameNumbers(_ frames: [CompiledFrame], ruleCount: Int) -> [Int32] {
    var numbers = [Int32](repeating: -1, count: ruleCount)
    for (number, frame) in frames.enumerated() { numbers[Int(frame.rule)] = Int32(number) }
    return numbers
  }

  private static func add(
    _ lexicon: RuleParser.LexiconSyntax, of kind: String, beside path: String,
    to compiler: inout RuleCompiler, more: [UInt8] = [], read: (String) -> [UInt8]?
  ) throws {
    var bytes = lexicon.entries
    var file = path
    if let name = lexicon.file {
      file = self.path(of: name, beside: path)
      guard let found = read(file) else {
        throw RuleFileError(
          file: path, line: lexicon.place.line, column: lexicon.place.column,
          reason: .missingFile(name))
      }
      bytes = found
    }
    if !more.isEmpty {
      bytes += (bytes.last == UInt8(ascii: "\n") ? [] : [UInt8(ascii: "\n")]) + more
    }
    var list = LexiconSequences()
    let parsed = try WordListParser(file: file, bytes: bytes) { bytes, words, entry in
      compiler.add(words, of: bytes, entry: entry, to: &list)
    }
    compiler.finish(
      list, name: lexicon.name, kind: kind, columns: parsed.columns, rows: parsed.rows)
  }

  /// `../Number/bounds.tsv` beside `Kinds/Money/money.rules` is `Kinds/Number/bounds.tsv`.
  static func path(of name: String, beside path: String) -> String {
    var parts = path.split(separator: "/").dropLast()
    for part in name.split(separator: "/") {
      if part == "..", !parts.isEmpty {
        parts.removeLast()
      } else if part != "." {
        parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  private static func heads(
    _ rules: [CompiledRule], _ openings: [RuleOpening], _ sets: StepSetTable
  ) -> (UnsafePointer<RuleHead>, needs: UnsafePointer<StepMask>) {
    var heads: [RuleHead] = []
    var needs: [StepMask] = []
    for (rule, opening) in zip(rules, openings) {
      heads.append(RuleHead(rule, opening, firstNeed: needs.count))
      needs += opening.needs.map { sets.masks[Int($0)] }
    }
    return (copy(heads), copy(needs))
  }

  /// What must stand in a sentence that holds a match of the rule.
  @inline(__always)
  func needs(of head: RuleHead) -> UnsafeBufferPointer<StepMask> {
    UnsafeBufferPointer(start: needs + Int(head.firstNeed), count: Int(head.needCount))
  }

  /// The word list `name` of the rule file that makes `kind`, or nil.
  public func lexicon(_ kind: String, _ name: String) -> CompiledLexicon? {
    lexicons.first { $0.kind == kind && $0.name == name }
  }

  /// The number of a kind, or nil if no rule makes it.
  public func kindNumber(_ name: String) -> Int? { kinds.firstIndex(of: name) }

  /// Some kinds as a set of bits, see ``RuleMatcher/longestRecord(at:of:)``. Kinds past the 63rd share
  /// a bit.
  package func kindSet(_ kinds: [Int]) -> UInt64 {
    kinds.reduce(0) { $0 | StepMask.kind(Int32($1)) }
  }

  /// The full name of a rule: `percent.number-sign`.
  public func ruleName(_ rule: Int) -> String { rules[rule].name }

  /// The number of the kind that a rule makes.
  public func kindOfRule(_ rule: Int) -> Int { rules[rule].kind }

  /// Does the rule only find the head of a frame?
  public func isFrame(_ rule: Int) -> Bool { frameNumbers[rule] >= 0 }

  /// The declaration of a kind of facts, or nil.
  public func fact(_ kind: String) -> FactDeclaration? { facts.first { $0.kind == kind } }

  /// What a `set` line of a rule gives a field, if that is a constant.
  public func field(_ name: String, ofRule rule: Int) -> String? {
    for field in rules[rule].fields where field.name == name {
      if case .constant(let text) = field.value { return text }
    }
    return nil
  }

  /// Number of rules.
  public var ruleCount: Int { rules.count }
}
