import RussianMorphology
import RussianText
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
  let tokenizer: Tokenizer
  let kinds: [(any Kind)?]
  /// Merges mentions of the built-in kinds; nil without these.
  let entities: EntityMerger?
  let names: DocumentNames?
  /// The makers of facts, by the numbers of their kinds; the other kinds are mentions.
  let facts: [(any FactMaker)?]

  /// Compiles the rules and word lists that come with the library, and those of the user.
  ///
  /// - Parameters:
  ///   - rules: Rule files of your own. Each is a layer: it sees the built-in records, those of
  ///     the gazetteers, and those of the files before it.
  ///   - gazetteers: Lists of names that make records of your own kinds.
  ///   - builtIn: Whether the library's own kinds are found too.
  /// - Throws: ``RuleFileError`` if a rule file is broken, `ICUError` if ICU cannot be used.
  public init(
    rules files: [RuleFile] = [], gazetteers: [Gazetteer] = [], builtIn: Bool = true
  ) throws {
    let layers = builtIn ? BuiltInKinds.layers : []
    let factLayers = builtIn ? BuiltInFacts.layers : []
    rules = try CompiledRules(
      layers: layers.map { RuleLayer(files: $0.map { $0.path }, kindsCompete: true) }
        + factLayers.map { RuleLayer(files: $0.map { $0.path }) },
      gazetteers: gazetteers, files: files, read: BuiltInFiles.read)
    tokenizer = try Tokenizer()
    var kinds: [(any Kind)?] = Array(repeating: nil, count: rules.kinds.count)
    for type in layers.joined() {
      guard let number = rules.kindNumber(type.name) else { continue }
      kinds[number] = try type.init(rules: rules)
    }
    self.kinds = kinds
    entities = builtIn ? EntityMerger(rules: rules) : nil
    names = builtIn ? DocumentNames(rules: rules) : nil
    var facts: [(any FactMaker)?] = Array(repeating: nil, count: rules.kinds.count)
    for type in factLayers.joined() {
      guard let number = rules.kindNumber(type.name) else { continue }
      facts[number] = try type.init(rules: rules)
    }
    self.facts = facts
  }

  /// Returns the records of `text`.
  ///
  /// - Parameters:
  ///   - id: The document's identifier, for the output.
  ///   - published: The publication date, against which «в прошлом году» is resolved.
  ///   - title: A headline that is not in the text; it may tell the date, and makes no records.
  /// - Complexity: O(*n*) in the length of the text, and the cost of a worker. For many documents
  ///   make one worker and keep it.
  public func extract(
    _ text: String, id: String = "", published: CalendarDay? = nil, title: String? = nil
  ) -> Document {
    var text = text
    return text.withUTF8 {
      makeWorker().extract(utf8: $0, id: id, published: published, title: title)
    }
  }

  /// Returns a worker, whose buffers serve one document after the other.
  public func makeWorker() -> ExtractionWorker { ExtractionWorker(self) }

  /// Names of the kinds that the rules make.
  public var kindNames: [String] { rules.kinds }

  /// What is allowed and hardly meant in the user's rule files.
  public var ruleFindings: [RuleFinding] { rules.findings }

  /// All `yes` and `no` lines of the rules.
  public var ruleExamples: [RuleExample] { rules.examples }
}
