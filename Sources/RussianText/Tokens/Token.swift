/// One token of a text: where it stands and what it looks like, as integers.
///
/// A token never covers white space. It is 16 bytes and holds no reference; a document's tokens
/// lie side by side in a ``TokenBuffer``.
public struct Token: Sendable, Hashable {
  /// Offset of the first byte in the document's UTF-8.
  public var start: UInt32
  /// Length in bytes of UTF-8, at least 1.
  public var length: UInt32
  /// Number of the word form in the worker's ``WordTable``. Forms that differ in case or spelling
  /// have different numbers. Digits share numbers by length (see ``WordTable/digits(count:)``).
  public var word: WordID
  public var kind: TokenKind
  public var shape: TokenShape
  public var flags: TokenFlags

  public init(
    start: UInt32, length: UInt32, word: WordID, kind: TokenKind, shape: TokenShape,
    flags: TokenFlags
  ) {
    self.start = start
    self.length = length
    self.word = word
    self.kind = kind
    self.shape = shape
    self.flags = flags
  }

  /// Offset of the first byte after the token in the document's UTF-8.
  @inlinable public var end: UInt32 { start &+ length }
}

/// Number of a distinct word form in a ``WordTable``; −1 where none was given.
public typealias WordID = Int32

/// What a token is.
public enum TokenKind: UInt8, Sendable, Hashable, CaseIterable, Codable {
  case word
  /// Digits, with inner decimal or group separators: `61,5`, `12.05.2020`.
  case number
  case punctuation
  /// Currency, percent, mathematical and other signs, emoji.
  case symbol
  case url
  case email
  case hashtag
  /// `@name`.
  case username
}

/// The pattern of capitals in a token.
public enum TokenShape: UInt8, Sendable, Hashable, CaseIterable, Codable {
  /// No cased letter at all.
  case none
  /// `автомобиль`
  case lower
  /// `Казахстан`, also each part of `Усть-Каменогорск`
  case title
  /// `РК`, `OICA`; two letters or more
  case upper
  /// `А`: a single capital letter
  case initial
  /// `КазАвтоПром`
  case mixed
}

/// What stands around a token and what it is written with.
public struct TokenFlags: OptionSet, Sendable, Hashable {
  public var rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// White space of any kind stands before the token.
  public static let spaceBefore = TokenFlags(rawValue: 1)
  /// A line break stands before the token.
  public static let lineBreakBefore = TokenFlags(rawValue: 2)
  /// The token opens a paragraph.
  public static let paragraphStart = TokenFlags(rawValue: 4)
  /// The token opens a sentence.
  public static let sentenceStart = TokenFlags(rawValue: 8)
  public static let latin = TokenFlags(rawValue: 16)
  public static let cyrillic = TokenFlags(rawValue: 32)
  public static let digit = TokenFlags(rawValue: 64)
  public static let hyphen = TokenFlags(rawValue: 128)
  /// The form is misspelled for machines: look-alikes, soft hyphens, stress, decomposed letters.
  public static let repaired = TokenFlags(rawValue: 256)
  /// The token ends with the full stop of an abbreviation or an initial: `млн.`, `А.`. Its word
  /// number and normal form are those of the letters alone.
  public static let abbreviation = TokenFlags(rawValue: 512)
  /// An empty line stands before the token.
  public static let blankLineBefore = TokenFlags(rawValue: 1024)
  /// An abbreviation that can stand at the end of a sentence.
  static let mayEndSentence = TokenFlags(rawValue: 2048)
  /// A word of `openers.tsv`, capital and all.
  static let opensSentence = TokenFlags(rawValue: 4096)
}
