/// Reads digits in groups: `2 134 472,44`, `1.234.567`, `1,234.5`, `1'234`, `61.5`.
struct DigitGroups {
  private var significand: Int128 = 0
  /// Digits before the decimal sign.
  private var wholeDigits = 0
  private var places = 0
  private var separator: UInt8 = 0
  private var separators = 0
  private var isDecimal = false
  private var hasSpaces = false
  private var leadingZero = false

  /// One dot with three digits behind it: thousands or a decimal, as the document has it.
  var isAmbiguous: Bool {
    separator == UInt8(ascii: ".") && separators == 1 && groupLength == 3 && !isDecimal
      && !leadingZero && wholeDigits <= 6
  }

  private var groupLength = 0
  private var firstGroup = 0

  /// Takes the next token in; false if it is not the next part of one number.
  mutating func append(
    _ bytes: UnsafeBufferPointer<UInt8>, isFirst: Bool, isLast: Bool
  ) -> Bool {
    if !isFirst {
      guard groupLength == 3 || wholeDigits <= 3, separators == 0 else { return false }
      hasSpaces = true
      groupLength = 0
    }
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte &- 48 < 10 {
        guard take(Int128(byte &- 48)) else { return false }
        index += 1
        continue
      }
      guard let (mark, length) = Self.separator(bytes, at: index), isLast,
        open(mark, remaining: bytes.count - index - length)
      else { return false }
      index += length
    }
    return isFirst || (hasSpaces && (isDecimal ? true : groupLength == 3))
  }

  private mutating func take(_ digit: Int128) -> Bool {
    let (product, tooMany) = significand.multipliedReportingOverflow(by: 10)
    let (sum, tooLarge) = product.addingReportingOverflow(digit)
    if tooMany || tooLarge { return false }
    if wholeDigits == 0, digit == 0 { leadingZero = true }
    significand = sum
    groupLength += 1
    if isDecimal { places += 1 } else { wholeDigits += 1 }
    return true
  }

  /// Opens a group or the decimals behind `mark`.
  private mutating func open(_ mark: UInt8, remaining: Int) -> Bool {
    guard !isDecimal, remaining > 0, wholeDigits > 0 else { return false }
    if separators == 0 {
      firstGroup = groupLength
      if hasSpaces, groupLength != 3 { return false }
    } else if groupLength != 3 {
      return false
    }
    if separators > 0, mark != separator {
      // «1.234,5»: the second sign is the decimal one.
      isDecimal = true
    } else if hasSpaces {
      isDecimal = true
    }
    separator = mark
    separators += 1
    groupLength = 0
    return true
  }

  /// A group separator or decimal sign and its length in bytes.
  private static func separator(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (UInt8, Int)? {
    switch bytes[index] {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "'"): return (bytes[index], 1)
    case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x99:
      return (UInt8(ascii: "'"), 3)  // U+2019
    case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xA0: return (32, 2)
    default: return nil
    }
  }

  func value(dotGroups: Bool) -> DecimalNumber? {
    guard wholeDigits > 0 else { return nil }
    if isDecimal { return DecimalNumber(significand: significand, exponent: -places) }
    switch separators {
    // «0630», «007»: a code or the clock.
    case 0 where leadingZero && wholeDigits > 2: return nil
    case 0: return DecimalNumber(significand: significand, exponent: 0)
    case 1:
      // «06.2024», «007,5»
      if leadingZero, wholeDigits - (isDecimal ? 0 : groupLength) > 1 { return nil }
      if separator == UInt8(ascii: "'") || dotGroups {
        return groupLength == 3 ? DecimalNumber(significand: significand, exponent: 0) : nil
      }
      return DecimalNumber(significand: significand, exponent: -groupLength)
    default:
      guard groupLength == 3, firstGroup <= 3, !leadingZero else { return nil }
      return DecimalNumber(significand: significand, exponent: 0)
    }
  }
}
