/// The bytes of a token in lower case, with ё as е, to be taken apart from the front.
struct FoldedBytes {
  private(set) var bytes: [UInt8]
  private(set) var position = 0

  init(_ source: UnsafeBufferPointer<UInt8>) {
    bytes = String(decoding: source, as: UTF8.self).lowercased().utf8.map { $0 }
    var index = 0
    while index + 1 < bytes.count {
      // U+0451 is D1 91; U+0435 is D0 B5.
      if bytes[index] == 0xD1, bytes[index + 1] == 0x91 {
        bytes[index] = 0xD0
        bytes[index + 1] = 0xB5
      }
      index += 1
    }
  }

  var rest: ArraySlice<UInt8> { bytes[position...] }

  mutating func removeFirst(_ count: Int) { position += count }

  /// Takes the digits that come next, as a number.
  mutating func takeDigits() -> DecimalNumber? {
    var value: Int128 = 0
    let first = position
    while position < bytes.count, case let digit = bytes[position] &- 48, digit < 10 {
      guard position - first < 18 else { return nil }
      value = value * 10 + Int128(digit)
      position += 1
    }
    return position > first ? DecimalNumber(significand: value, exponent: 0) : nil
  }

  /// Takes digits with a decimal sign, as in «7,5-процентный».
  mutating func takeDecimal() -> DecimalNumber? {
    guard let whole = takeDigits() else { return nil }
    guard rest.first == UInt8(ascii: ",") || rest.first == UInt8(ascii: ".") else { return whole }
    position += 1
    let first = position
    guard let places = takeDigits(), let part = places.scaled(byPowerOfTen: first - position) else {
      return nil
    }
    return whole.adding(part)
  }

  /// Takes a hyphen of any kind, if one comes next.
  mutating func takeHyphen() {
    if rest.first == UInt8(ascii: "-") {
      position += 1
    } else if rest.starts(with: [0xE2, 0x80]), rest.count > 2 {
      position += 3
    }
  }
}
