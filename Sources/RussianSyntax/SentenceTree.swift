import RussianMorphology
import RussianText

/// The structure of one sentence: each token's reading, head and relation. A buffer that its owner
/// fills again for each sentence. Tokens are numbered from the sentence's first.
///
///     let reader = StructureReader(cache: cache)
///     tree.read(buffer.sentences[0].range, of: buffer, by: reader)
///     tree.head(of: 3)       // number of the head in the sentence, −1 for the root
///     tree.relation(of: 3)   // .nsubj
public struct SentenceTree {
  private var heads: [Int32] = []
  private var relations: [Relation] = []
  private var readings: [UInt8] = []
  private var wordClasses: [WordClass] = []
  private var prepositions: [Int32] = []

  public init() {}

  /// How many tokens the sentence has.
  public var count: Int { heads.count }

  /// Number of the token that governs `token`; −1 if nothing does.
  public func head(of token: Int) -> Int { Int(heads[token]) }

  /// How `token` hangs on its head; ``Relation/punct`` for marks.
  public func relation(of token: Int) -> Relation { relations[token] }

  /// Number of the reading chosen for `token` among its analyses in the morphology's cache.
  public func reading(of token: Int) -> UInt8 { readings[token] }

  /// Part of speech, case, number and gender of the reading chosen.
  package func wordClass(of token: Int) -> WordClass { wordClasses[token] }

  /// Number of the preposition of a noun; −1 if it has none.
  public func preposition(of token: Int) -> Int { Int(prepositions[token]) }

  /// Reads the tokens of `range`, one sentence.
  ///
  /// - Parameter names: Stretches of tokens of `buffer`, in order and apart, that act as one name
  ///   of unknown case each, whatever their words are: «Сделано в Астане» is no clause. Their first
  ///   token stands for them; the others hang on it as ``Relation/flat``.
  /// - Complexity: O(*n*) in the number of tokens; no allocation once the buffer is large enough.
  public mutating func read(
    _ range: Range<Int>, of buffer: TokenBuffer, by reader: StructureReader,
    names: [Range<Int>] = []
  ) {
    let tokens = UnsafeBufferPointer(rebasing: buffer.tokens[range])
    reader.read(tokens, names: names, from: range.lowerBound)
    take(reader.nodes, count: tokens.count)
    for name in names { hang(name.clamped(to: range), from: range.lowerBound) }
    hangMarks()
    settleCases(tokens, reader.words.cache)
  }

  private mutating func take(_ nodes: Nodes, count: Int) {
    heads.removeAll(keepingCapacity: true)
    heads.append(contentsOf: repeatElement(-2, count: count))
    relations.removeAll(keepingCapacity: true)
    relations.append(contentsOf: repeatElement(.punct, count: count))
    readings.removeAll(keepingCapacity: true)
    readings.append(contentsOf: repeatElement(0, count: count))
    wordClasses.removeAll(keepingCapacity: true)
    wordClasses.append(contentsOf: repeatElement(WordClass(bits: 0), count: count))
    prepositions.removeAll(keepingCapacity: true)
    prepositions.append(contentsOf: repeatElement(-1, count: count))
    for index in 0..<nodes.count {
      let node = nodes.storage[index]
      let token = Int(node.token)
      heads[token] = node.head < 0 ? -1 : nodes.storage[Int(node.head)].token
      relations[token] = Relation(rawValue: node.relation) ?? .root
      wordClasses[token] = node.wordClass
      if relations[token] == .case, heads[token] >= 0 { prepositions[Int(heads[token])] = node.token }
      readings[token] = node.knowledge.readings?[Int(node.reading)].analysis ?? 0
    }
  }

  /// Hangs the words of a name on its first.
  private mutating func hang(_ name: Range<Int>, from start: Int) {
    for token in name.dropFirst() where heads[token - start] == -2 {
      heads[token - start] = Int32(name.lowerBound - start)
      relations[token - start] = .flat
    }
  }

  /// Hangs each mark on the highest word before it that does not hang on a word behind it; a mark
  /// that opens the sentence on the root.
  private mutating func hangMarks() {
    var word = -1
    let root = Int32(heads.firstIndex(of: -1) ?? -1)
    for token in heads.indices {
      guard heads[token] == -2 else {
        word = token
        continue
      }
      guard word >= 0 else {
        heads[token] = root
        continue
      }
      while heads[word] >= 0, heads[word] < token { word = Int(heads[word]) }
      heads[token] = Int32(word)
    }
  }

  // MARK: Cases that only the structure knows

  /// Gives numbers in figures the case that they would have in words.
  private mutating func settleCases(
    _ tokens: UnsafeBufferPointer<Token>, _ cache: MorphologyCache
  ) {
    for token in wordClasses.indices {
      let kind = wordClasses[token]
      guard kind.part == .figures || kind.part == .roman, heads[token] >= 0 else { continue }
      let head = Int(heads[token])
      switch relations[token] {
      case .amod: wordClasses[token].caseNumber = wordClasses[head].caseNumber
      case .nummod: wordClasses[token].caseNumber = caseOfCount(before: head, tokens, cache)
      default: break
      }
    }
  }

  /// The case of a number before the noun that it counts: the noun's own, save where the number
  /// itself puts the noun into the genitive.
  private func caseOfCount(
    before noun: Int, _ tokens: UnsafeBufferPointer<Token>, _ cache: MorphologyCache
  ) -> UInt32 {
    let own = wordClasses[noun].caseNumber
    guard own == WordClass.genitive || own == 0 else { return own }
    let preposition = preposition(of: noun)
    if preposition >= 0 {
      let analyses = cache.analyses(of: tokens[preposition].word)
      let reading = min(Int(readings[preposition]), analyses.count - 1)
      let governed = cache.governedCases(of: analyses[reading])
      return governed.contains(.accs) ? WordClass.accusative : WordClass.genitive
    }
    switch relations[noun] {
    case .nmod: return WordClass.genitive
    case .obj, .obl: return WordClass.accusative
    default: return WordClass.nominative
    }
  }
}
