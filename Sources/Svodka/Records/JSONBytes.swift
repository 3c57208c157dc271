/// JSON as it is being written, byte by byte.
///
/// The last byte tells whether a comma is due, so objects and lists need no state of their own.
package struct JSONBytes: Sendable {
  package var bytes: [UInt8] = []

  package init() {}

  package mutating func openObject() { bytes.append(UInt8(ascii: "{")) }
  package mutating func closeObject() { bytes.append(UInt8(ascii: "}")) }
  package mutating func openList() { bytes.append(UInt8(ascii: "[")) }
  package mutating func closeList() { bytes.append(UInt8(ascii: "]")) }

  /// Separates the next field or element from the one before it.
  package mutating func separate() {
    guard let last = bytes.last, last != UInt8(ascii: "{"), last != UInt8(ascii: "[") else {
      return
    }
    bytes.append(UInt8(ascii: ","))
  }

  /// Writes `"name":`, where `name` needs no escaping.
  package mutating func name(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    literal(name)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  /// Writes `"name":` for any name.
  package mutating func name(escaping name: String) {
    separate()
    string(name)
    bytes.append(UInt8(ascii: ":"))
  }

  package mutating func literal(_ text: StaticString) {
    // Names are short: a byte at a time costs less than a copy.
    let start = text.utf8Start
    for index in 0..<text.utf8CodeUnitCount { bytes.append(start[index]) }
  }

  package mutating func integer(_ value: Int) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    let rest = value.magnitude
    var power: UInt = 1
    while rest / power >= 10 { power *= 10 }
    while power > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / power % 10))
      power /= 10
    }
  }

  package mutating func string(_ text: String) {
    var text = text
    text.withUTF8 { string($0) }
  }

  /// Writes a string: `"`, `\` and control characters escaped, all else as it is.
  package mutating func string(_ utf8: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var plain = 0
    var index = 0
    while index < utf8.count {
      let byte = utf8[index]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[plain..<index]))
        escape(byte)
        plain = index + 1
      }
      index += 1
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[plain...]))
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): literal("\\\"")
    case UInt8(ascii: "\\"): literal("\\\\")
    case 0x08: literal("\\b")
    case 0x09: literal("\\t")
    case 0x0A: literal("\\n")
    case 0x0C: literal("\\f")
    case 0x0D: literal("\\r")
    default:
      literal("\\u00")
      for digit in [byte >> 4, byte & 15] {
        bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") - 10 + digit)
      }
    }
  }
}

// MARK: Fields

extension JSONBytes {
  package mutating func field(_ name: StaticString, _ text: String) {
    self.name(name)
    string(text)
  }

  package mutating func field(_ name: StaticString, _ value: Int) {
    self.name(name)
    integer(value)
  }

  package mutating func field(_ name: StaticString, _ number: DecimalNumber) {
    self.name(name)
    number.append(to: &bytes)
  }

  package mutating func field(_ name: StaticString, _ day: CalendarDay?) {
    self.name(name)
    if let day {
      bytes.append(UInt8(ascii: "\""))
      day.append(to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    } else {
      literal("null")
    }
  }

  /// Writes the field if there is a text.
  package mutating func optional(_ name: StaticString, _ text: String?) {
    if let text { field(name, text) }
  }

  /// Writes the field if it is `true`.
  package mutating func flag(_ name: StaticString, _ isSet: Bool) {
    guard isSet else { return }
    self.name(name)
    literal("true")
  }

  package mutating func strings(_ name: StaticString, _ texts: [String]) {
    self.name(name)
    openList()
    for text in texts {
      separate()
      string(text)
    }
    closeList()
  }
}
