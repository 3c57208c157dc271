/// Walks over the bytes of one logical line of a rule file.
struct PatternScanner {
  private let line: Int
  private let bytes: ArraySlice<UInt8>
  private var index: Int

  init(line: Int, bytes: ArraySlice<UInt8>) {
    self.line = line
    self.bytes = bytes
    index = bytes.startIndex
    skipSpace()
  }

  var isAtEnd: Bool { index >= bytes.endIndex }

  /// 1-based line and column of what comes next.
  var position: (line: Int, column: Int) {
    let before = bytes[bytes.startIndex..<index]
    let lines = before.reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
    let row = before.lastIndex(of: UInt8(ascii: "\n")).map { before[($0 + 1)...] } ?? before
    let column = row.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
    return (line + lines, column + 1)
  }

  /// What comes next, as an error message names it.
  var next: String {
    isAtEnd ? "end of the line" : "'\(String(decoding: bytes[index...], as: UTF8.self).prefix(1))'"
  }

  var restBytes: ArraySlice<UInt8> { bytes[index...] }
  var rest: String { String(decoding: bytes[index...], as: UTF8.self).trimmed }

  private mutating func skipSpace() {
    while index < bytes.endIndex, bytes[index] <= 32 { index += 1 }
  }

  func isAt(_ text: StaticString) -> Bool {
    bytes[index...].starts(with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Takes `text` and the white space after it.
  mutating func take(_ text: String) -> Bool {
    guard bytes[index...].starts(with: text.utf8) else { return false }
    index += text.utf8.count
    skipSpace()
    return true
  }

  /// Takes `text` if no white space stands before it.
  mutating func touches(_ text: String) -> Bool {
    guard index > bytes.startIndex, bytes[index - 1] > 32 else { return false }
    return take(text)
  }

  /// Takes `word` if nothing that belongs to a word follows it.
  mutating func takeWord(_ word: String) -> Bool {
    var ahead = self
    guard ahead.word() == word else { return false }
    self = ahead
    return true
  }

  /// Takes what stands before the next white space.
  mutating func untilSpace() -> String { take { $0 > 32 } }

  /// Takes letters, digits, `_` and inner hyphens; letters of any script.
  mutating func word() -> String { take { Self.isNameByte($0) } }

  /// Takes a word or a number with sign and point.
  mutating func value() -> String { take { Self.isNameByte($0) || $0 == UInt8(ascii: ".") } }

  mutating func until(_ stop: String) -> String {
    let stop = stop.utf8.first!
    let end = bytes[index...].firstIndex(of: stop) ?? bytes.endIndex
    defer { index = end }
    return String(decoding: bytes[index..<end], as: UTF8.self)
  }

  private mutating func take(while belongs: (UInt8) -> Bool) -> String {
    var end = index
    while end < bytes.endIndex, belongs(bytes[end]) { end += 1 }
    defer {
      index = end
      skipSpace()
    }
    return String(decoding: bytes[index..<end], as: UTF8.self)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D, 0x80...: true
    default: false
    }
  }
}
