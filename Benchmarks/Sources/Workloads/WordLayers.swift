import RussianMorphology
import RussianText
import TextRules

/// Tokens, and the dictionary's readings of every word.
public struct Morphology: Workload {
  public static let name = "+ all analyses"
  public static let leastOfICU: Double? = 1.5
  private let documents: [[UInt8]]
  private let tokenizer: Tokenizer
  private let buffer: TokenBuffer
  private let cache: MorphologyCache
  private var words = 0
  private var known = 0
  private var readings = 0

  public init(text: NewsText) throws {
    documents = text.documents.map { Array($0.utf8) }
    tokenizer = try Tokenizer()
    buffer = try TokenBuffer()
    cache = MorphologyCache(words: buffer.words)
  }

  public mutating func run() {
    words = 0
    known = 0
    readings = 0
    for document in documents {
      document.withUnsafeBufferPointer { utf8 in
        if buffer.words.isFull { buffer.words.removeAll() }
        tokenizer.tokenize(utf8, into: buffer)
        for token in buffer.tokens where token.kind == .word {
          words += 1
          readings += cache.analyses(of: token.word).count
          if cache.isKnown(token.word) { known += 1 }
        }
      }
    }
  }

  /// All words but the made-up names are in the dictionary, and every word has a reading.
  public func check() throws {
    if known * 100 < words * 85 || known == words || readings < words {
      throw WrongAnswer(Self.name, "\(known) of \(words) words known, \(readings) readings")
    }
  }
}

/// Tokens, morphology, and a handful of rules: percents, changes by a percent, people in office.
public struct Rules: Workload {
  public static let name = "+ eight rules"
  private let documents: [[UInt8]]
  private let text: NewsText
  private let tokenizer: Tokenizer
  private let buffer: TokenBuffer
  private let matcher: RuleMatcher
  private let percentKind: Int
  private var percents = 0
  private var others = 0

  public init(text: NewsText) throws {
    self.text = text
    documents = text.documents.map { Array($0.utf8) }
    tokenizer = try Tokenizer()
    buffer = try TokenBuffer()
    let rules = try CompiledRules(
      layers: [RuleLayer(files: ["percent.rules"]), RuleLayer(files: ["news.rules"])]
    ) { Self.files[$0].map { Array($0.utf8) } }
    matcher = RuleMatcher(
      rules: rules, buffer: buffer, morphology: MorphologyCache(words: buffer.words))
    percentKind = rules.kinds.firstIndex(of: "percent") ?? -1
  }

  public mutating func run() {
    percents = 0
    others = 0
    for document in documents {
      document.withUnsafeBufferPointer { utf8 in
        if buffer.words.isFull { buffer.words.removeAll() }
        tokenizer.tokenize(utf8, into: buffer)
        matcher.begin()
        for layer in 0..<matcher.rules.layerCount {
          matcher.run(layer: layer, sentences: 0..<buffer.sentences.count) { _ in 0 }
        }
        for index in 0..<matcher.recordCount {
          if matcher.record(index).kind == percentKind { percents += 1 } else { others += 1 }
        }
      }
    }
  }

  public func check() throws {
    if percents != text.counts.percents || others == 0 {
      throw WrongAnswer(
        Self.name, "\(percents) percents of \(text.counts.percents), \(others) other records")
    }
  }

  private static let files = [
    "percent.rules": """
      kind percent
      rule sign
        match  @number "%"
      rule word
        match  @number процент
      """,
    "news.rules": """
      kind change
      lexicon rise { вырасти | увеличиться | прибавить }
      lexicon fall { снизиться | сократиться | упасть }
      rule rose-by
        match  NOUN:subject ..3 rise "на" Percent
      rule fell-by
        match  NOUN:subject ..3 fall "на" Percent
      kind role
      lexicon title { директор | председатель | глава | руководитель | заместитель }
      rule title-name
        match  title ..4 @title:given @title:family
      kind company
      rule form-quoted
        match  ("АО" | "ТОО" | "ООО" | "ПАО" | компания) "«" @caps "»"
      kind agreement
      rule signed
        match  подписать соглашение "о" ..3 "на" сумма
      kind capacity
      rule a-year
        match  @number @digits? NOUN "в" год
      """,
  ]
}
