import RussianMorphology
import RussianText
import Synchronization
import TextRules

/// Finds the typed records of Russian texts.
///
///     let extractor = try Extractor()
///     let document = extractor.extract("Завод собрал 174 автобуса.", id: "1")
///     document.mentions[0].value   // .quantity(…)
///
/// Build it once and call it from any task: it is immutable.
public struct Extractor: Sendable {
  let rules: CompiledRules
  /// Were the rules compiled for this extractor, so that they have their examples?
  private let isCompiled: Bool
  private var pool: WorkerPool? = WorkerPool()
  let tokenizer: Tokenizer
  /// What the rules of a user's rule sets make of their matches, by rule name.
  let fieldMakers: [String: @Sendable (RuleMatch) -> [String: FieldValue]?]
  /// Do records of some kind give way to those of a user's?
  let replacesKinds: Bool
  let kinds: [(any Kind)?]
  /// Merges mentions of the built-in kinds; nil without these.
  let entities: EntityMerger?
  let names: DocumentNames?
  /// Makes names of the library's kinds of a user's rules and lists; nil without these.
  let ownNames: OwnNames?
  /// Makes mentions of nouns that refer back; nil unless they are asked for.
  let references: References?
  /// The makers of facts, by the numbers of their kinds; the other kinds are mentions.
  let facts: [(any FactMaker)?]
  /// For each kind, whether it is one of facts.
  let isFact: [Bool]

  /// Compiles the rules and word lists that come with the library, and those of the user.
  ///
  /// - Parameters:
  ///   - files: Rule files of your own. Each is a layer: it sees the built-in records, those of
  ///     the gazetteers, and those of the files before it.
  ///   - gazetteers: Lists of names that make records of your own kinds, or organizations, people and
  ///     places of the library's.
  ///   - ruleSets: Rules written in Swift; layers behind those of the files.
  ///   - builtIn: Whether the library's own kinds are found too.
  ///   - findsReferences: Whether nouns that refer back to an organization, «компания», «банк», are
  ///     mentions of it too, where exactly one that they can stand for is named near.
  /// - Throws: `RuleFileError` if a rule file is broken, `ICUError` if ICU cannot be used.
  public init(
    rules files: [RuleFile] = [], gazetteers: [Gazetteer] = [], ruleSets: [RuleSet] = [],
    builtIn: Bool = true, findsReferences: Bool = false
  ) throws {
    let layers = builtIn ? BuiltInKinds.layers : []
    let factLayers = builtIn ? BuiltInFacts.layers : []
    let isPlain = builtIn && files.isEmpty && gazetteers.isEmpty && ruleSets.isEmpty
    if builtIn { for gazetteer in gazetteers { try OwnNames.check(gazetteer) } }
    rules = try isPlain ? BuiltInFiles.snapshot() ?? BuiltInFiles.compile() : CompiledRules(
      layers: builtIn ? BuiltInFiles.layers : [], gazetteers: gazetteers,
      files: files + ruleSets.map(\.file), feeds: builtIn ? OwnNames.layers : [:],
      library: builtIn ? BuiltInFiles.kinds : LibraryKinds(), read: BuiltInFiles.read)
    ownNames = rules.ownRules.isEmpty || !builtIn ? nil : OwnNames(rules)
    isCompiled = !isPlain
    var makers: [String: @Sendable (RuleMatch) -> [String: FieldValue]?] = [:]
    for set in ruleSets {
      for rule in set.rules { makers["\(set.kind).\(rule.name)"] = rule.fields }
    }
    fieldMakers = makers
    replacesKinds = rules.replacedKinds.contains { !$0.isEmpty }
    tokenizer = try Tokenizer()
    var kinds: [(any Kind)?] = Array(repeating: nil, count: rules.kinds.count)
    for type in layers.joined() {
      guard let number = rules.kindNumber(type.name) else { continue }
      kinds[number] = try type.init(rules: rules)
    }
    self.kinds = kinds
    entities = builtIn ? EntityMerger(rules: rules) : nil
    names = builtIn ? DocumentNames(rules: rules) : nil
    references = findsReferences ? References(rules: rules) : nil
    var facts: [(any FactMaker)?] = Array(repeating: nil, count: rules.kinds.count)
    for type in factLayers.joined() {
      guard let number = rules.kindNumber(type.name) else { continue }
      facts[number] = try type.init(rules: rules)
    }
    self.facts = facts
    let declared = Set(rules.facts.map(\.kind))
    isFact = zip(rules.kinds, facts).map { kind, maker in
      maker != nil || declared.contains(kind)
    }
  }

  /// Returns the records of `text`.
  ///
  /// - Parameters:
  ///   - id: The document's identifier, for the output.
  ///   - published: The publication date, against which «в прошлом году» is resolved.
  ///   - title: A headline that is not in the text; it may tell the date, and makes no records.
  /// - Complexity: O(*n*) in the length of the text. The extractor keeps a worker for each call
  ///   that ran at the same time as others; it knows the words of the texts before.
  public func extract(
    _ text: String, id: String = "", published: CalendarDay? = nil, title: String? = nil
  ) -> Document {
    var text = text
    let worker = pool?.take() ?? makeWorker()
    defer { pool?.give(worker) }
    return text.withUTF8 {
      worker.extract(utf8: $0, id: id, published: published, title: title)
    }
  }

  /// Returns a worker, whose buffers serve one document after the other.
  public func makeWorker() -> ExtractionWorker {
    // A worker waits in the pool and must not hold it.
    var extractor = self
    extractor.pool = nil
    return ExtractionWorker(extractor)
  }

  /// Names of the kinds that the rules make.
  public var kindNames: [String] { rules.kinds }

  /// Names of the kinds of mentions and facts that documents have, in alphabetical order.
  public var recordKinds: [String] {
    zip(rules.kinds, facts).filter { _, maker in maker.map { !type(of: $0).isPart } ?? true }
      .map(\.0).sorted()
  }

  /// The kinds of facts whose arguments rule files declare, the library's and the user's own.
  public var factDeclarations: [FactDeclaration] { rules.facts }

  /// Whether records of the kind are facts.
  public func makesFacts(_ kind: String) -> Bool {
    rules.kindNumber(kind).map { isFact[$0] } ?? false
  }

  /// What is allowed and hardly meant in the user's rule files.
  public var ruleFindings: [RuleFinding] { rules.findings }

  /// All `yes` and `no` lines of the rules.
  ///
  /// - Complexity: Reads the built-in rule files anew.
  public var ruleExamples: [RuleExample] {
    isCompiled ? rules.examples : (try? BuiltInFiles.compile().examples) ?? []
  }

  /// What `rules-compiler` writes: the built-in rules, compiled.
  package static func builtInSnapshot() throws -> [UInt8] {
    try BuiltInFiles.compile().snapshot(digest: BuiltInFiles.digest)
  }
}

/// Workers between two calls.
private final class WorkerPool: Sendable {
  /// A worker that no task uses.
  private struct Idle: @unchecked Sendable {
    let worker: ExtractionWorker
  }

  private let idle = Mutex<[Idle]>([])

  func take() -> ExtractionWorker? { idle.withLock { $0.popLast() }?.worker }

  func give(_ worker: ExtractionWorker) {
    let free = Idle(worker: worker)
    idle.withLock { $0.append(free) }
  }
}
