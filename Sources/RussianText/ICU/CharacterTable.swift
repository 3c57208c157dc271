private import CICU

/// What an ASCII byte does to a run beside it, as bits; 0 for bytes of longer characters.
enum ByteRole {
  /// No word goes on over it, whatever follows.
  static let endsWord: UInt8 = 1
  /// No number goes on over it, whatever follows.
  static let endsNumber: UInt8 = 2
  static let latin: UInt8 = 4
  static let digit: UInt8 = 8
  /// A mark that no tailoring looks at; and the comma, of which only runs are.
  static let plainMark: UInt8 = 16
}

/// Word classes and case folding, read from ICU once a process.
///
/// Two stretches are tables: U+0000–U+2FFF, and the emoji blocks U+1F000–U+1FAFF. Every other
/// character is asked of ICU each time, which costs about what ICU's own iterator spends on it.
struct CharacterTable: @unchecked Sendable {
  // The tables are written in `init` only and live as long as the process.
  let low: UnsafePointer<UInt8>
  let emoji: UnsafePointer<UInt8>
  /// Simple case folding of U+0000–U+07FF.
  let fold: UnsafePointer<UInt16>
  /// What the byte after a run of letters, of digits, or at the start of a token does: ``ByteRole``.
  let roles: UnsafePointer<UInt8>
  private let rules: ICURuleSwitches

  static let lowCount = 0x3000
  static let emojiStart = 0x1F000
  static let emojiCount = 0xB00
  static let foldCount = 0x800

  /// The one table of the process, or why ICU could not give it.
  static let shared: Result<CharacterTable, ICUError> = Result { () throws(ICUError) in
    try CharacterTable()
  }

  private init() throws(ICUError) {
    let rules = try ICURuleSwitches()
    self.rules = rules
    let low = UnsafeMutablePointer<UInt8>.allocate(capacity: Self.lowCount)
    for code in 0..<Self.lowCount {
      low[code] = Self.wordClass(of: Int32(code), rules)
    }
    let emoji = UnsafeMutablePointer<UInt8>.allocate(capacity: Self.emojiCount)
    for offset in 0..<Self.emojiCount {
      emoji[offset] = Self.wordClass(of: Int32(Self.emojiStart + offset), rules)
    }
    let fold = UnsafeMutablePointer<UInt16>.allocate(capacity: Self.foldCount)
    for code in 0..<Self.foldCount {
      fold[code] = UInt16(truncatingIfNeeded: cicu_u_foldCase(Int32(code)))
    }
    roles = Self.roles(low)
    self.low = UnsafePointer(low)
    self.emoji = UnsafePointer(emoji)
    self.fold = UnsafePointer(fold)
  }

  private static func roles(_ low: UnsafeMutablePointer<UInt8>) -> UnsafePointer<UInt8> {
    let roles = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    roles.initialize(repeating: 0, count: 256)
    for byte in 0..<128 {
      let wordClass = low[byte]
      var role: UInt8 = 0
      if !(WordClassSet.wordGoesOn | WordClassSet.midLetters).has(wordClass) {
        role |= ByteRole.endsWord
      }
      if !(WordClassSet.wordGoesOn | WordClassSet.midNumbers).has(wordClass) {
        role |= ByteRole.endsNumber
      }
      if wordClass == WordClass.latin { role |= ByteRole.latin }
      if wordClass == WordClass.numeric { role |= ByteRole.digit }
      if wordClass == WordClass.doubleQuote || wordClass == WordClass.punctuation {
        role |= ByteRole.plainMark
      }
      // Those that the tailorings of marks look at.
      if TokenAssembler.isTailored(UInt8(byte)) { role &= ~ByteRole.plainMark }
      if byte == 0x2C { role |= ByteRole.plainMark }
      roles[byte] = role
    }
    return UnsafePointer(roles)
  }

  @inline(__always) func wordClass(of code: UInt32) -> UInt8 {
    if code < UInt32(Self.lowCount) { return low[Int(code)] }
    let offset = Int(code) - Self.emojiStart
    if offset >= 0, offset < Self.emojiCount { return emoji[offset] }
    return Self.wordClass(of: Int32(bitPattern: code), rules)
  }

  @inline(never)
  private static func wordClass(of code: Int32, _ rules: ICURuleSwitches) -> UInt8 {
    let value = cicu_u_getIntPropertyValue(code, UCHAR_WORD_BREAK)
    if isDictionary(code) { return WordClass.dictionary }
    switch UWordBreakValues(rawValue: UInt32(bitPattern: value)) {
    case U_WB_CR: return WordClass.carriageReturn
    case U_WB_LF: return WordClass.lineFeed
    case U_WB_NEWLINE: return WordClass.newline
    case U_WB_EXTEND: return WordClass.extend
    case U_WB_FORMAT: return WordClass.format
    case U_WB_ZWJ: return WordClass.joiner
    case U_WB_ALETTER: return letterClass(of: code)
    case U_WB_HEBREW_LETTER: return WordClass.hebrew
    case U_WB_NUMERIC: return WordClass.numeric
    case U_WB_EXTENDNUMLET:
      return code == 0x202F ? WordClass.narrowSpace : WordClass.extendNumLet
    case U_WB_MIDLETTER:
      return rules.isMidLetter(code) ? WordClass.midLetter : WordClass.punctuation
    case U_WB_MIDNUM: return WordClass.midNum
    case U_WB_MIDNUMLET: return WordClass.midNumLet
    case U_WB_SINGLE_QUOTE: return WordClass.singleQuote
    case U_WB_DOUBLE_QUOTE: return WordClass.doubleQuote
    case U_WB_REGIONAL_INDICATOR: return WordClass.regional
    case U_WB_WSEGSPACE: return WordClass.space
    default: return otherClass(of: code, rules)
    }
  }

  /// Whether ICU's word rules hand the character to a dictionary.
  private static func isDictionary(_ code: Int32) -> Bool {
    if code < 0x0E00 { return false }
    if code >= 0xAC00, code <= 0xD7A3 { return true }
    var status = U_ZERO_ERROR
    switch cicu_uscript_getScript(code, &status) {
    case USCRIPT_HAN, USCRIPT_HIRAGANA, USCRIPT_KATAKANA: return true
    default: break
    }
    let lineBreak = cicu_u_getIntPropertyValue(code, UCHAR_LINE_BREAK)
    return lineBreak == Int32(bitPattern: U_LB_COMPLEX_CONTEXT.rawValue)
  }

  private static func letterClass(of code: Int32) -> UInt8 {
    if code >= 0x2000, cicu_u_hasBinaryProperty(code, UCHAR_EXTENDED_PICTOGRAPHIC) != 0 {
      return WordClass.letterPictograph
    }
    var status = U_ZERO_ERROR
    switch cicu_uscript_getScript(code, &status) {
    case USCRIPT_LATIN: return WordClass.latin
    case USCRIPT_CYRILLIC: return WordClass.cyrillic
    default: return WordClass.otherLetter
    }
  }

  private static func otherClass(of code: Int32, _ rules: ICURuleSwitches) -> UInt8 {
    if code == 0x40, rules.atIsLetter { return WordClass.atLetter }
    if cicu_u_hasBinaryProperty(code, UCHAR_EXTENDED_PICTOGRAPHIC) != 0 {
      return WordClass.pictograph
    }
    if cicu_u_isUWhiteSpace(code) != 0 { return WordClass.blank }
    switch code {
    case 0x25, 0x26, 0x2030, 0x2031: return WordClass.symbol  // % & and per mille, per myriad
    default: break
    }
    switch UCharCategory(rawValue: UInt32(UInt8(bitPattern: cicu_u_charType(code)))) {
    case U_CONTROL_CHAR, U_FORMAT_CHAR: return WordClass.ignorable
    case U_DASH_PUNCTUATION, U_START_PUNCTUATION, U_END_PUNCTUATION, U_CONNECTOR_PUNCTUATION,
      U_OTHER_PUNCTUATION, U_INITIAL_PUNCTUATION, U_FINAL_PUNCTUATION:
      return WordClass.punctuation
    default: return WordClass.symbol
    }
  }
}

/// Where ICU's word rules differ from release to release, asked of the library that is linked.
private struct ICURuleSwitches {
  /// ICU 72 takes `@` for a letter.
  let atIsLetter: Bool
  /// The colons are Word_Break=MidLetter; the rules of some releases leave them out.
  let colonIsMidLetter: Bool
  let smallColonIsMidLetter: Bool
  let wideColonIsMidLetter: Bool

  init() throws(ICUError) {
    let icu = try ICUWordBoundaries()
    func isWhole(_ text: StaticString) -> Bool {
      var segments = 0
      text.withUTF8Buffer { bytes in 
        icu.forEachBoundary(in: bytes) { _ in
          segments += 1
          return true
        }
      }
      return segments == 1
    }
    atIsLetter = isWhole("a@a")
    colonIsMidLetter = isWhole("a:a")
    smallColonIsMidLetter = isWhole("a\u{FE55}a")
    wideColonIsMidLetter = isWhole("a\u{FF1A}a")
  }

  func isMidLetter(_ code: Int32) -> Bool {
    switch code {
    case 0x3A: return colonIsMidLetter
    case 0xFE55: return smallColonIsMidLetter
    case 0xFF1A: return wideColonIsMidLetter
    default: return true
    }
  }
}
