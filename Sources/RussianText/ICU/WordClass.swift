private import CICU

/// What a character is to the word scanner: its Word_Break value (UAX #29), with the classes that
/// the tailorings tell apart split off. A plain `UInt8`, so that a table of them is bytes.
enum WordClass {
  static let space: UInt8 = 0
  static let carriageReturn: UInt8 = 1
  static let lineFeed: UInt8 = 2
  static let newline: UInt8 = 3
  static let extend: UInt8 = 4
  static let format: UInt8 = 5
  static let joiner: UInt8 = 6
  static let latin: UInt8 = 7
  static let cyrillic: UInt8 = 8
  static let otherLetter: UInt8 = 9
  /// A letter that is a pictograph too, as U+2139.
  static let letterPictograph: UInt8 = 10
  static let hebrew: UInt8 = 11
  /// `@` where the linked ICU takes it for a letter (72 does).
  static let atLetter: UInt8 = 12
  static let numeric: UInt8 = 13
  static let extendNumLet: UInt8 = 14
  /// U+202F: ExtendNumLet to ICU, white space to us.
  static let narrowSpace: UInt8 = 15
  static let midLetter: UInt8 = 16
  static let midNum: UInt8 = 17
  static let midNumLet: UInt8 = 18
  static let singleQuote: UInt8 = 19
  static let doubleQuote: UInt8 = 20
  static let regional: UInt8 = 21
  static let pictograph: UInt8 = 22
  static let punctuation: UInt8 = 23
  static let symbol: UInt8 = 24
  /// White space that is Word_Break=Other, as U+00A0.
  static let blank: UInt8 = 25
  /// Control and format characters that are Word_Break=Other, as NUL and U+200B.
  static let ignorable: UInt8 = 26
  /// Scripts that ICU breaks by dictionary.
  static let dictionary: UInt8 = 27
}

/// A set of word classes.
struct WordClassSet: OptionSet {
  let rawValue: UInt32
  init(rawValue: UInt32) { self.rawValue = rawValue }
  @inline(__always) init(_ wordClass: UInt8) { rawValue = 1 &<< UInt32(wordClass) }

  @inline(__always) func has(_ wordClass: UInt8) -> Bool {
    rawValue &>> UInt32(wordClass) & 1 != 0
  }

  // Computed, so that each is a constant where it is used.
  @inline(__always) private static func of(_ a: UInt8, _ b: UInt8) -> WordClassSet {
    WordClassSet(rawValue: 1 &<< UInt32(a) | 1 &<< UInt32(b))
  }
  @inline(__always) private static func of(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> WordClassSet {
    WordClassSet(rawValue: of(a, b).rawValue | 1 &<< UInt32(c))
  }
  @inline(__always) static func | (left: WordClassSet, right: WordClassSet) -> WordClassSet {
    WordClassSet(rawValue: left.rawValue | right.rawValue)
  }

  @inline(__always) static var ignored: WordClassSet {
    of(WordClass.extend, WordClass.format, WordClass.joiner)
  }
  @inline(__always) static var letters: WordClassSet {
    of(WordClass.latin, WordClass.cyrillic, WordClass.otherLetter)
      | of(WordClass.letterPictograph, WordClass.hebrew, WordClass.atLetter)
  }
  @inline(__always) static var connectors: WordClassSet {
    of(WordClass.extendNumLet, WordClass.narrowSpace)
  }
  @inline(__always) static var numbers: WordClassSet { WordClassSet(WordClass.numeric) }
  @inline(__always) static var wordParts: WordClassSet { letters | connectors | numbers }
  @inline(__always) static var midLetters: WordClassSet {
    of(WordClass.midLetter, WordClass.midNumLet, WordClass.singleQuote)
  }
  @inline(__always) static var midNumbers: WordClassSet {
    of(WordClass.midNum, WordClass.midNumLet, WordClass.singleQuote)
  }
  @inline(__always) static var pictographs: WordClassSet {
    of(WordClass.pictograph, WordClass.letterPictograph)
  }
  @inline(__always) static var lineBreaks: WordClassSet {
    of(WordClass.carriageReturn, WordClass.lineFeed, WordClass.newline)
  }
  @inline(__always) static var whiteSpace: WordClassSet {
    lineBreaks | of(WordClass.space, WordClass.blank, WordClass.narrowSpace)
  }
  @inline(__always) static var notTokens: WordClassSet {
    whiteSpace | ignored | WordClassSet(WordClass.ignorable)
  }
  /// What makes a segment a word or a number.
  @inline(__always) static var joinable: WordClassSet {
    wordParts | WordClassSet(WordClass.dictionary)
  }
  /// What a tailoring may cut a word at.
  @inline(__always) static var splitting: WordClassSet {
    connectors | of(WordClass.midNumLet, WordClass.midNum)
  }
  @inline(__always) static var underscore: WordClassSet { WordClassSet(WordClass.extendNumLet) }
  @inline(__always) static var emoji: WordClassSet {
    of(WordClass.pictograph, WordClass.regional)
  }
  @inline(__always) static var signs: WordClassSet { emoji | WordClassSet(WordClass.symbol) }
  /// Classes that follow a letter or a digit within a word, whatever comes next.
  @inline(__always) static var wordGoesOn: WordClassSet {
    wordParts | ignored | WordClassSet(WordClass.dictionary)
  }
  /// What the name in a hashtag has besides digits.
  @inline(__always) static var tagParts: WordClassSet {
    letters | WordClassSet(WordClass.extendNumLet)
  }
}
