/// Keeps a JSON line that is far too long to hold: every string in it loses what goes beyond a limit.
///
/// So a line of 200 MB still gives its id and the first part of its text.
struct JSONLineAbridger {
  private let stringLimit: Int
  private let lineLimit: Int
  private var bytes: [UInt8] = []
  private var isInString = false
  private var stringLength = 0
  /// What is left of an escape: `n`, or `u` and four digits.
  private var escape = 0
  private var isFirstOfEscape = false
  /// The first two digits of the last `\u`, as letters.
  private var digits: UInt16 = 0
  private var isCutting = false
  private var isTooLong = false

  init(stringLimit: Int, lineLimit: Int) {
    self.stringLimit = stringLimit
    self.lineLimit = lineLimit
  }

  /// The line as it is kept; `nil` if it is too long even so.
  var line: [UInt8]? { isTooLong ? nil : bytes }

  mutating func append(_ piece: ArraySlice<UInt8>) {
    if isTooLong { return }
    for byte in piece where takes(byte) { bytes.append(byte) }
    if bytes.count > lineLimit {
      isTooLong = true
      bytes = []
    }
  }

  /// Is `byte` kept?
  private mutating func takes(_ byte: UInt8) -> Bool {
    guard isInString else {
      isInString = byte == UInt8(ascii: "\"")
      stringLength = 0
      isCutting = false
      return true
    }
    // A character, an escape, and a pair of escapes are kept whole.
    if escape == 0, stringLength >= stringLimit, byte & 0xC0 != 0x80, !isLeadSurrogate {
      isCutting = true
    }
    if escape > 0 {
      if escape > 2 { digits = digits << 8 | UInt16(byte | 0x20) }
      escape = isFirstOfEscape && byte == UInt8(ascii: "u") ? 4 : escape - 1
      isFirstOfEscape = false
      stringLength += 1
      return !isCutting
    }
    digits = 0
    if byte == UInt8(ascii: "\\") {
      escape = 1
      isFirstOfEscape = true
    } else if byte == UInt8(ascii: "\"") {
      isInString = false
      return true
    }
    stringLength += 1
    return !isCutting
  }

  /// Was the last escape the first half of a pair, `\ud800` to `\udbff`?
  private var isLeadSurrogate: Bool {
    guard digits >> 8 == UInt16(UInt8(ascii: "d")) else { return false }
    switch UInt8(digits & 0xFF) {
    case UInt8(ascii: "8"), UInt8(ascii: "9"), UInt8(ascii: "a"), UInt8(ascii: "b"): return true
    default: return false
    }
  }
}
