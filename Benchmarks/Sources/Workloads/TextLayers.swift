import RussianMorphology
import RussianSyntax
import RussianText

/// Bare tokens: place and kind, as ICU gives boundaries and no more.
public struct BareTokens: Workload {
  public static let name = "bare tokens"
  public static let leastOfICU: Double? = 4
  private let documents: [[UInt8]]
  private let tokenizer: Tokenizer
  private let buffer: TokenBuffer
  private var covered = 0

  public init(text: NewsText) throws {
    documents = text.documents.map { Array($0.utf8) }
    tokenizer = try Tokenizer()
    buffer = try TokenBuffer()
  }

  public mutating func run() {
    covered = 0
    for document in documents {
      document.withUnsafeBufferPointer { utf8 in
        tokenizer.findTokens(utf8, into: buffer)
        covered += buffer.tokens.last.map { Int($0.end) } ?? 0
      }
    }
  }

  /// The last token ends where the last document's ink does.
  public func check() throws {
    let expected = documents.reduce(0) { sum, document in
      sum + ((document.lastIndex { $0 > 0x20 }).map { $0 + 1 } ?? 0)
    }
    if covered != expected {
      throw WrongAnswer(Self.name, "tokens end at \(covered) of \(expected)")
    }
  }
}

/// Tokens with word numbers, and through them normal form, shape and script.
public struct NormalForms: Workload {
  public static let name = "+ normal forms"
  public static let leastOfICU: Double? = 2
  private let documents: [[UInt8]]
  private let tokenizer: Tokenizer
  private let buffer: TokenBuffer
  private var tokens = 0
  private var normalBytes = 0

  public init(text: NewsText) throws {
    documents = text.documents.map { Array($0.utf8) }
    tokenizer = try Tokenizer()
    buffer = try TokenBuffer()
  }

  public mutating func run() {
    tokens = 0
    normalBytes = 0
    for document in documents {
      document.withUnsafeBufferPointer { utf8 in
        if buffer.words.isFull { buffer.words.removeAll() }
        tokenizer.findWords(utf8, into: buffer)
        tokens += buffer.count
        for token in buffer.tokens { normalBytes += buffer.words.normalForm(of: token.word).count }
      }
    }
  }

  public func check() throws {
    let ink = documents.reduce(0) { $0 + $1.count { $0 > 0x20 } }
    // Figures share numbers, whose normal forms are empty.
    if tokens == 0 || normalBytes * 10 < ink * 9 || normalBytes > ink {
      throw WrongAnswer(Self.name, "\(normalBytes) bytes of normal forms for \(ink)")
    }
  }
}

/// Tokens, sentences, and the reading of every word that its neighbours ask for.
public struct Disambiguated: Workload {
  public static let name = "+ disambiguated"
  public static let leastOfICU: Double? = 0.8
  private let documents: [[UInt8]]
  private let tokenizer: Tokenizer
  private let buffer: TokenBuffer
  private let cache: MorphologyCache
  private let disambiguator: Disambiguator
  private var choices: [UInt8] = []
  private var words = 0
  private var second = 0

  public init(text: NewsText) throws {
    documents = text.documents.map { Array($0.utf8) }
    tokenizer = try Tokenizer()
    buffer = try TokenBuffer()
    cache = MorphologyCache(words: buffer.words)
    disambiguator = Disambiguator(cache: cache)
  }

  public mutating func run() {
    words = 0
    second = 0
    for document in documents {
      document.withUnsafeBufferPointer { utf8 in
        if buffer.words.isFull { buffer.words.removeAll() }
        tokenizer.tokenize(utf8, into: buffer)
        disambiguator.disambiguate(buffer, into: &choices)
        words += choices.count
        for choice in choices where choice > 0 { second += 1 }
      }
    }
  }

  /// Context overrules the usual reading of some words, never of most.
  public func check() throws {
    if second * 100 < words || second * 2 > words {
      throw WrongAnswer(Self.name, "\(second) of \(words) readings are not the usual ones")
    }
  }
}

/// Tokens, sentences, and the head and relation of every word.
public struct Structured: Workload {
  public static let name = "+ structure"
  public static let leastOfICU: Double? = 0.02
  private let documents: [[UInt8]]
  private let tokenizer: Tokenizer
  private let buffer: TokenBuffer
  private let reader: StructureReader
  private var tree = SentenceTree()
  private var sentences = 0
  private var roots = 0
  private var subjects = 0

  public init(text: NewsText) throws {
    documents = text.documents.map { Array($0.utf8) }
    tokenizer = try Tokenizer()
    buffer = try TokenBuffer()
    reader = StructureReader(cache: MorphologyCache(words: buffer.words))
  }

  public mutating func run() {
    (sentences, roots, subjects) = (0, 0, 0)
    for document in documents {
      document.withUnsafeBufferPointer { utf8 in
        if buffer.words.isFull { buffer.words.removeAll() }
        tokenizer.tokenize(utf8, into: buffer)
        for sentence in buffer.sentences {
          tree.read(sentence.range, of: buffer, by: reader)
          sentences += 1
          for token in 0..<tree.count where tree.relation(of: token) != .punct {
            if tree.head(of: token) < 0 { roots += 1 }
            if tree.relation(of: token) == .nsubj { subjects += 1 }
          }
        }
      }
    }
  }

  /// Every sentence with a word has one root, and most have a subject.
  public func check() throws {
    if roots > sentences || roots * 10 < sentences * 9 || subjects * 2 < sentences {
      throw WrongAnswer(Self.name, "\(roots) roots, \(subjects) subjects of \(sentences) sentences")
    }
  }
}
