/// A half-open range of tokens by index.
@frozen public struct TokenRange: Sendable, Hashable {
  public var start: Int32
  public var end: Int32

  @inlinable public init(start: Int32, end: Int32) {
    self.start = start
    self.end = end
  }

  @inlinable public var range: Range<Int> { Int(start)..<Int(end) }
  @inlinable public var count: Int { Int(end &- start) }
}

/// A document's tokens, sentences and paragraphs. One per worker, filled again for each document.
///
/// Everything it returns holds until the next call of ``Tokenizer``. Not for use by two
/// threads at once.
public final class TokenBuffer {
  /// The words met so far; token ``Token/word`` numbers belong to this table.
  public let words: WordTable

  @exclusivity(unchecked) @usableFromInline var storage: UnsafeMutablePointer<Token>
  @exclusivity(unchecked) @usableFromInline var filled = 0
  @exclusivity(unchecked) var capacity: Int
  @exclusivity(unchecked) private(set) var sentenceTable = GrowingTable<TokenRange>()
  @exclusivity(unchecked) private(set) var paragraphTable = GrowingTable<TokenRange>()
  /// The bytes of a document that came as a `String`.
  @exclusivity(unchecked) private var ownBytes = GrowingTable<UInt8>()
  let icu: ICUWordBoundaries

  @exclusivity(unchecked) @usableFromInline var text = UnsafeBufferPointer<UInt8>(
    start: nil, count: 0)

  // Other modules read stored properties under a check that two accesses do not overlap: these they
  // read without.
  public internal(set) var count: Int {
    @inlinable get { filled }
    set { filled = newValue }
  }

  /// The document that the tokens' offsets point into.
  public internal(set) var utf8: UnsafeBufferPointer<UInt8> {
    @inlinable get { text }
    set { text = newValue }
  }

  /// - Parameter words: A table to share with buffers that the same worker uses.
  /// - Throws: ``ICUError`` if ICU's data cannot be loaded.
  public init(words: WordTable? = nil) throws(ICUError) {
    icu = try ICUWordBoundaries()
    self.words = if let words { words } else { try WordTable() }
    capacity = 1024
    storage = .allocate(capacity: capacity)
  }

  deinit {
    storage.deallocate()
    sentenceTable.deallocate()
    paragraphTable.deallocate()
    ownBytes.deallocate()
  }

  @inlinable public var tokens: UnsafeBufferPointer<Token> {
    UnsafeBufferPointer(start: storage, count: count)
  }

  @inlinable public subscript(index: Int) -> Token {
    precondition(index >= 0 && index < count, "no such token")
    return storage[index]
  }

  /// Sentences in order; together they hold every token.
  public var sentences: UnsafeBufferPointer<TokenRange> { sentenceTable.elements }

  /// Paragraphs in order; each holds whole sentences.
  public var paragraphs: UnsafeBufferPointer<TokenRange> { paragraphTable.elements }

  /// The bytes of the token at `index`.
  public func bytes(of index: Int) -> UnsafeBufferPointer<UInt8> {
    let token = self[index]
    return UnsafeBufferPointer(rebasing: utf8[Int(token.start)..<Int(token.end)])
  }

  /// The token at `index` as it was meant, see ``WordTable/spelling(of:)``.
  public func spelling(of index: Int) -> UnsafeBufferPointer<UInt8> {
    let token = self[index]
    // The word of an abbreviation lacks its full stop.
    guard token.flags.contains(.repaired), !token.flags.contains(.abbreviation) else {
      return bytes(of: index)
    }
    return words.spelling(of: token.word)
  }

  /// The token at `index` as it stands in the text; for output, not for hot paths.
  public func text(of index: Int) -> String {
    String(decoding: bytes(of: index), as: UTF8.self)
  }

  func keep(_ text: String) -> UnsafeBufferPointer<UInt8> {
    var text = text
    ownBytes.removeAll()
    text.withUTF8 { ownBytes.append(contentsOf: $0) }
    return ownBytes.elements
  }

  func grow() {
    let grown = UnsafeMutablePointer<Token>.allocate(capacity: capacity * 2)
    grown.update(from: storage, count: count)
    storage.deallocate()
    storage = grown
    capacity *= 2
  }

  /// Gives memory back that an outsized document needed and one of `byteCount` bytes does not.
  func shrink(for byteCount: Int) {
    guard capacity > 1 << 16, byteCount < capacity else { return }
    storage.deallocate()
    capacity = 1024
    storage = .allocate(capacity: capacity)
  }

  /// How many sentences were ended because they were far too long.
  package var cutSentences = 0

  func removeRanges() {
    sentenceTable.removeAll()
    paragraphTable.removeAll()
    cutSentences = 0
  }
  func addSentence(_ range: TokenRange) { sentenceTable.append(range) }
  func addParagraph(_ range: TokenRange) { paragraphTable.append(range) }
}

/// A block of trivial values that keeps its room. Its owner calls ``deallocate()``.
struct GrowingTable<Element: BitwiseCopyable> {
  private var storage = UnsafeMutablePointer<Element>.allocate(capacity: 64)
  private var capacity = 64
  private(set) var count = 0

  var elements: UnsafeBufferPointer<Element> {
    UnsafeBufferPointer(start: storage, count: count)
  }

  mutating func append(_ element: Element) {
    reserve(1)
    storage[count] = element
    count += 1
  }

  mutating func append(contentsOf source: UnsafeBufferPointer<Element>) {
    reserve(source.count)
    if let base = source.baseAddress {
      (storage + count).update(from: base, count: source.count)
    }
    count += source.count
  }

  mutating func removeAll() { count = 0 }

  private mutating func reserve(_ more: Int) {
    if count + more <= capacity { return }
    while count + more > capacity { capacity *= 2 }
    let grown = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    grown.update(from: storage, count: count)
    storage.deallocate()
    storage = grown
  }

  func deallocate() { storage.deallocate() }
}
