import RussianMorphology
import RussianSyntax
import RussianText
import TextRules

/// The structure of one sentence, in which each name, date and amount is one word.
///
/// Words are numbered as the document's tokens.
struct FigureTree {
  private(set) var tokens = 0..<0
  private var heads: [Int] = []
  private var relations: [Relation] = []
  private var readings: [Grammemes] = []
  /// For each word the one that stands for it: the head of the name that it is part of.
  private var tops: [Int] = []
  private var childLists: [[Int]] = []

  init() {}

  init(_ tree: SentenceTree, of tokens: Range<Int>, in context: KindContext, words: [Range<Int>]) {
    self.tokens = tokens
    let start = tokens.lowerBound
    tops = Array(tokens)
    for word in 0..<tokens.count {
      let head = tree.head(of: word)
      heads.append(head < 0 ? -1 : head + start)
      relations.append(tree.relation(of: word))
      readings.append(Self.grammemes(tree, word, at: word + start, context))
    }
    for stretch in words where stretch.count > 1 { unite(stretch) }
    childLists = Array(repeating: [], count: tokens.count)
    for word in tokens {
      let head = heads[word - start]
      guard head >= 0 else { continue }
      let top = tops[head - start]
      if top == word { continue }
      heads[word - start] = top
      childLists[top - start].append(word)
    }
  }

  private static let cases: [Grammemes] = [[], .nomn, .gent, .datv, .accs, .ablt, .loct]

  private static func grammemes(
    _ tree: SentenceTree, _ word: Int, at token: Int, _ context: KindContext
  ) -> Grammemes {
    let analyses = context.morphology.analyses(of: context.buffer[token].word)
    let reading = Int(tree.reading(of: word))
    var grammemes =
      reading < analyses.count ? context.morphology.grammemes(of: analyses[reading]) : Grammemes()
    let known = Int(tree.wordClass(of: word).caseNumber)
    if known < cases.count, !grammemes.intersects(.cases) { grammemes.formUnion(cases[known]) }
    return grammemes
  }

  private mutating func unite(_ words: Range<Int>) {
    let start = tokens.lowerBound
    guard let top = words.min(by: { depth(of: $0) < depth(of: $1) }) else { return }
    for word in words where word != top {
      heads[word - start] = top
      relations[word - start] = .flat
      tops[word - start] = top
    }
  }

  private func depth(of word: Int) -> Int {
    var depth = 0
    var word = word
    while heads[word - tokens.lowerBound] >= 0, depth < 200 {
      word = heads[word - tokens.lowerBound]
      depth += 1
    }
    return depth
  }

  /// The word that governs a word; nil for the root.
  func head(of word: Int) -> Int? {
    let head = heads[word - tokens.lowerBound]
    return head < 0 ? nil : head
  }

  func relation(of word: Int) -> Relation { relations[word - tokens.lowerBound] }
  func grammemes(of word: Int) -> Grammemes { readings[word - tokens.lowerBound] }
  func top(of token: Int) -> Int { tops[token - tokens.lowerBound] }
  /// The dependents of a word, left to right.
  func children(of word: Int) -> [Int] { childLists[word - tokens.lowerBound] }

  func child(of word: Int, _ wanted: Relation) -> Int? {
    children(of: word).first { relation(of: $0) == wanted }
  }

  /// The preposition before a word.
  func preposition(of word: Int) -> Int? {
    children(of: word).first { $0 < word && relation(of: $0) == .case }
  }

  /// Whether a word is `ancestor` or hangs on it, however far below.
  func isBelow(_ word: Int, _ ancestor: Int) -> Bool {
    var word = word
    var steps = 0
    while word != ancestor {
      guard steps < 200, let head = head(of: word) else { return false }
      word = head
      steps += 1
    }
    return true
  }

  /// Whether the word stands in the case, in any of its variants.
  func isIn(_ wanted: Grammemes, _ word: Int) -> Bool {
    RussianMorphology.Agreement.mainCases(grammemes(of: word)).contains(wanted)
  }
}

/// Reads the structure of the sentences in which a figure stands, each once.
final class FigureStructure {
  private let context: KindContext
  private var last = FigureTree()
  private let amounts: Set<Int>
  private let bounds: CompiledLexicon

  /// - Parameter bounds: The words before an amount that are one with it: «более 70 тысяч».
  init(_ context: KindContext, bounds: CompiledLexicon) {
    self.context = context
    self.bounds = bounds
    let measures: [MentionKind] = [.money, .percent, .quantity, .number]
    amounts = Set(measures.compactMap { context.matcher.rules.kindNumber($0.rawValue) })
  }

  func tree(of tokens: Range<Int>) -> FigureTree {
    guard last.tokens != tokens else { return last }
    let sentence = context.forest.sentence(tokens)
    let words = sentence.records.map { record in
      guard amounts.contains(record.kind) else { return record.tokens }
      return start(ofBoundBefore: record.tokens.lowerBound, tokens)..<record.tokens.upperBound
    }
    last = FigureTree(sentence.tree, of: tokens, in: context, words: words)
    return last
  }

  private func start(ofBoundBefore token: Int, _ tokens: Range<Int>) -> Int {
    var start = token
    context.forEachEntry(of: bounds, in: max(tokens.lowerBound, token - 3)..<token) { words, _ in
      if words.upperBound == token { start = min(start, words.lowerBound) }
    }
    return start
  }
}
