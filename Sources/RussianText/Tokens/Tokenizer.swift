/// Splits documents into tokens, sentences and paragraphs, in place.
///
///     let tokenizer = try Tokenizer()
///     let buffer = try TokenBuffer()
///     tokenizer.tokenize("Выпуск вырос на 3,2%.", into: buffer)
///     (0..<buffer.count).map(buffer.text(of:))  // ["Выпуск", "вырос", "на", "3,2", "%", "."]
///
/// Word boundaries are ICU's (UAX #29) but for the named tailorings of <doc:Tokens>. The full stop
/// of a known abbreviation or an initial belongs to its token (`млн.`, `А.`), with the flag
/// ``TokenFlags/abbreviation``; its word number is that of the letters alone.
///
/// - Complexity: O(*n*) in the length of the text, whatever it holds; no allocation per token.
public struct Tokenizer: Sendable {
  private let table: CharacterTable

  /// - Throws: ``ICUError`` if ICU's character data cannot be loaded.
  public init() throws(ICUError) {
    table = try CharacterTable.shared.get()
  }

  /// Fills `buffer` with the tokens of `utf8`, which must be valid UTF-8 of at most 2 GiB and must
  /// outlive their use: ``TextDecoder`` makes valid UTF-8 of any bytes.
  public func tokenize(_ utf8: UnsafeBufferPointer<UInt8>, into buffer: TokenBuffer) {
    findWords(utf8, into: buffer)
    var sentences = SentenceSplitter(buffer: buffer, table: table)
    sentences?.run()
  }

  /// Fills `buffer` with the tokens of `text`, keeping a copy of its UTF-8.
  public func tokenize(_ text: String, into buffer: TokenBuffer) {
    tokenize(buffer.keep(text), into: buffer)
  }

  /// Fills `buffer` with tokens and their words, without sentences and paragraphs.
  public func findWords(_ utf8: UnsafeBufferPointer<UInt8>, into buffer: TokenBuffer) {
    findTokens(utf8, into: buffer)
    buffer.words.number(
      UnsafeMutableBufferPointer(start: buffer.storage, count: buffer.count), of: utf8)
  }

  /// Fills `buffer` with bare tokens: place, kind and the space before. They have no word numbers,
  /// shapes or scripts, and there are no sentences.
  public func findTokens(_ utf8: UnsafeBufferPointer<UInt8>, into buffer: TokenBuffer) {
    precondition(utf8.count <= Int(Int32.max), "a document is at most 2 GiB long")
    buffer.shrink(for: utf8.count)
    buffer.removeRanges()
    buffer.utf8 = utf8
    buffer.count = 0
    guard let base = utf8.baseAddress, !utf8.isEmpty else { return }
    let scanner = WordScanner(text: base, count: utf8.count, table: table)
    var assembler = TokenAssembler(scanner: scanner, buffer: buffer)
    assembler.run()
    buffer.count = assembler.count
  }
}

extension TokenKind {
  /// What a form that stands alone is: a word if it has a letter, a number if it has a digit.
  init(of bytes: UnsafeBufferPointer<UInt8>) {
    var classes = WordClassSet()
    if case .success(let table) = CharacterTable.shared {
      forEachScalar(of: bytes) { classes.formUnion(WordClassSet(table.wordClass(of: $0))) }
    }
    self = classes.kind
  }
}

extension WordClassSet {
  /// The kind of a token with these classes of characters.
  var kind: TokenKind {
    if !isDisjoint(with: .letters) || contains(WordClassSet(WordClass.dictionary)) {
      return .word
    }
    if contains(.numbers) { return .number }
    if !isDisjoint(with: .signs) { return .symbol }
    return .punctuation
  }
}
