import Svodka

/// Walks through JSON once, forwards; what is not asked for is stepped over without being kept.
struct JSONCursor {
  /// Something else stands there than was asked for.
  struct Failure: Error {}

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Gives `body` each field's name, with the cursor at its value, which it must step over.
  mutating func object(_ body: (inout JSONCursor, String) throws -> Void) throws {
    try take("{")
    if next() == UInt8(ascii: "}") { return position += 1 }
    while true {
      let name = try string()
      try take(":")
      try body(&self, name)
      if next() == UInt8(ascii: "}") { return position += 1 }
      try take(",")
    }
  }

  mutating func list(_ body: (inout JSONCursor) throws -> Void) throws {
    try take("[")
    if next() == UInt8(ascii: "]") { return position += 1 }
    while true {
      try body(&self)
      if next() == UInt8(ascii: "]") { return position += 1 }
      try take(",")
    }
  }

  mutating func string() throws -> String {
    let range = try stringRange()
    let inside = UnsafeBufferPointer(rebasing: bytes[range])
    guard inside.contains(UInt8(ascii: "\\")) else { return String(decoding: inside, as: UTF8.self) }
    return try JSONCursor.unescaped(inside)
  }

  mutating func stringOrNull() throws -> String? {
    guard next() == UInt8(ascii: "\"") else {
      try skip()
      return nil
    }
    return try string()
  }

  mutating func number() throws -> DecimalNumber {
    let range = try wordRange()
    guard let number = DecimalNumber(ascii: UnsafeBufferPointer(rebasing: bytes[range])) else {
      throw Failure()
    }
    return number
  }

  mutating func flag() throws -> Bool { bytes[try wordRange().lowerBound] == UInt8(ascii: "t") }

  /// Steps over a value of any kind and depth.
  mutating func skip() throws {
    var depth = 0
    repeat {
      switch next() {
      case UInt8(ascii: "\""): _ = try stringRange()
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        position += 1
        continue
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        position += 1
        guard depth >= 0 else { throw Failure() }
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        guard depth > 0 else { throw Failure() }
        position += 1
        continue
      case nil: throw Failure()
      default: _ = try wordRange()
      }
    } while depth > 0
  }

  /// Nothing but white space is left.
  mutating func end() throws {
    if next() != nil { throw Failure() }
  }

  // MARK: Bytes

  private mutating func next() -> UInt8? {
    while position < bytes.count {
      let byte = bytes[position]
      if byte > 0x20 { return byte }
      position += 1
    }
    return nil
  }

  private mutating func take(_ character: Unicode.Scalar) throws {
    guard next() == UInt8(ascii: character) else { throw Failure() }
    position += 1
  }

  /// Steps over a string; gives what stands between its quotes.
  private mutating func stringRange() throws -> Range<Int> {
    try take("\"")
    let start = position
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return start..<position - 1
      case UInt8(ascii: "\\"): position += 2
      default: position += 1
      }
    }
    throw Failure()
  }

  /// Steps over a number, `true`, `false` or `null`.
  private mutating func wordRange() throws -> Range<Int> {
    guard next() != nil else { throw Failure() }
    let start = position
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "E"):
        position += 1
        continue
      default: break
      }
      break
    }
    if position == start { throw Failure() }
    return start..<position
  }

  /// Resolves escapes; half a surrogate pair becomes U+FFFD.
  private static func unescaped(_ text: UnsafeBufferPointer<UInt8>) throws -> String {
    var units: [UInt16] = []
    var plain: [UInt8] = []
    var result = ""
    func hexadecimal(_ digits: Slice<UnsafeBufferPointer<UInt8>>) throws -> UInt16 {
      guard digits.count == 4, let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
      else { throw Failure() }
      return unit
    }
    func flush() {
      result += String(decoding: plain, as: UTF8.self)
      result += String(decoding: units, as: UTF16.self)
      plain.removeAll(keepingCapacity: true)
      units.removeAll(keepingCapacity: true)
    }
    var index = 0
    while index < text.count {
      guard text[index] == UInt8(ascii: "\\") else {
        if !units.isEmpty { flush() }
        plain.append(text[index])
        index += 1
        continue
      }
      guard index + 1 < text.count else { throw Failure() }
      let letter = text[index + 1]
      index += 2
      if letter == UInt8(ascii: "u") {
        if !plain.isEmpty { flush() }
        units.append(try hexadecimal(text[index..<min(index + 4, text.count)]))
        index += 4
        continue
      }
      if !units.isEmpty { flush() }
      switch letter {
      case UInt8(ascii: "n"): plain.append(0x0A)
      case UInt8(ascii: "t"): plain.append(0x09)
      case UInt8(ascii: "r"): plain.append(0x0D)
      case UInt8(ascii: "b"): plain.append(0x08)
      case UInt8(ascii: "f"): plain.append(0x0C)
      default: plain.append(letter)
      }
    }
    flush()
    return result
  }
}
