/// An exact decimal number: a whole number times a power of ten.
///
///     DecimalNumber("61.5")!.scaled(byPowerOfTen: 9)!.description  // "61500000000"
///
/// Values are kept in one canonical form (no exponent above zero, no trailing zeros after the
/// point), so equal numbers are equal bit by bit. Arithmetic is exact; what does not fit into
/// 128 bits, or is not a finite decimal, is `nil`, never rounded.
public struct DecimalNumber: Sendable, Hashable {
  /// The digits, as a whole number.
  public let significand: Int128
  /// The power of ten that `significand` is multiplied by: zero, or negative for a fraction.
  public let exponent: Int

  /// The least power of ten that a number may have; below it, operations give `nil`.
  public static let leastExponent = -64

  public static let zero = DecimalNumber(0)
  public static let one = DecimalNumber(1)

  /// Makes the number `significand` × 10^`exponent`, or `nil` if it does not fit.
  ///
  ///     DecimalNumber(significand: 245, exponent: -1)!.description  // "24.5"
  public init?(significand: Int128, exponent: Int) {
    if significand == 0 {
      self.init(canonical: 0, exponent: 0)
    } else if exponent > 0 {
      guard let power = DecimalNumber.powerOfTen(exponent) else { return nil }
      let (product, overflow) = significand.multipliedReportingOverflow(by: power)
      if overflow { return nil }
      self.init(canonical: product, exponent: 0)
    } else {
      var digits = significand
      var power = exponent
      while power < 0 {
        let (quotient, remainder) = digits.quotientAndRemainder(dividingBy: 10)
        if remainder != 0 { break }
        digits = quotient
        power += 1
      }
      if power < DecimalNumber.leastExponent { return nil }
      self.init(canonical: digits, exponent: power)
    }
  }

  /// Makes a whole number.
  public init(_ value: Int) {
    self.init(canonical: Int128(value), exponent: 0)
  }

  private init(canonical significand: Int128, exponent: Int) {
    self.significand = significand
    self.exponent = exponent
  }

  public var isWhole: Bool { exponent == 0 }
  public var isNegative: Bool { significand < 0 }

  /// The number as an `Int`, if it is whole and fits.
  public var intValue: Int? { exponent == 0 ? Int(exactly: significand) : nil }

  /// 10^`exponent` for exponents from 0 to 38, the largest power that 128 bits hold.
  static func powerOfTen(_ exponent: Int) -> Int128? {
    guard exponent >= 0, exponent <= 38 else { return nil }
    var power: Int128 = 1
    for _ in 0..<exponent { power *= 10 }
    return power
  }
}

extension DecimalNumber: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) { self.init(value) }
}

// MARK: Arithmetic

extension DecimalNumber {
  /// The sum, or `nil` if it does not fit.
  public func adding(_ other: DecimalNumber) -> DecimalNumber? {
    let common = Swift.min(exponent, other.exponent)
    guard let left = digits(at: common), let right = other.digits(at: common) else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : DecimalNumber(significand: sum, exponent: common)
  }

  /// The difference, or `nil` if it does not fit.
  public func subtracting(_ other: DecimalNumber) -> DecimalNumber? {
    other.negated().flatMap(adding)
  }

  /// The product, or `nil` if it does not fit.
  public func multiplied(by other: DecimalNumber) -> DecimalNumber? {
    let (product, overflow) = significand.multipliedReportingOverflow(by: other.significand)
    if overflow { return nil }
    return DecimalNumber(significand: product, exponent: exponent + other.exponent)
  }

  /// The number with its sign turned round, or `nil` for the one value that has no opposite.
  public func negated() -> DecimalNumber? {
    significand == .min ? nil : DecimalNumber(canonical: -significand, exponent: exponent)
  }

  /// The number with its point moved: `power` places to the right, or to the left if negative.
  ///
  ///     DecimalNumber("2.5")!.scaled(byPowerOfTen: 3)!.description  // "2500"
  public func scaled(byPowerOfTen power: Int) -> DecimalNumber? {
    let (moved, overflow) = exponent.addingReportingOverflow(power)
    return overflow ? nil : DecimalNumber(significand: significand, exponent: moved)
  }

  /// The quotient if it is a finite decimal that fits, otherwise `nil`.
  ///
  ///     DecimalNumber(1).divided(by: 4)!.description  // "0.25"
  ///     DecimalNumber(1).divided(by: 3)               // nil
  public func divided(by divisor: Int) -> DecimalNumber? {
    guard divisor != 0 else { return nil }
    if divisor == -1 { return negated() }
    var dividend = significand
    var power = exponent
    // A divisor of n bits needs at most n further digits; after that no decimal is finite.
    for _ in 0...63 {
      let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: Int128(divisor))
      if remainder == 0 { return DecimalNumber(significand: quotient, exponent: power) }
      let (longer, overflow) = dividend.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      dividend = longer
      power -= 1
    }
    return nil
  }

  /// The significand that the number has when written with the power of ten `common`.
  private func digits(at common: Int) -> Int128? {
    if significand == 0 || common == exponent { return significand }
    guard let power = DecimalNumber.powerOfTen(exponent - common) else { return nil }
    let (product, overflow) = significand.multipliedReportingOverflow(by: power)
    return overflow ? nil : product
  }
}

extension DecimalNumber: Comparable {
  public static func < (left: DecimalNumber, right: DecimalNumber) -> Bool {
    let common = Swift.min(left.exponent, right.exponent)
    switch (left.digits(at: common), right.digits(at: common)) {
    case (let a?, let b?): return a < b
    // Only the side that had to be scaled can overflow, and then its size outweighs the other.
    case (nil, _): return left.significand < 0
    case (_, nil): return right.significand > 0
    }
  }
}

// MARK: Text

extension DecimalNumber: CustomStringConvertible, LosslessStringConvertible {
  /// The number in full, without an exponent: `61500000000`, `24.5`, `-0.03`.
  public var description: String {
    var ascii: [UInt8] = []
    append(to: &ascii)
    return String(decoding: ascii, as: UTF8.self)
  }

  /// Reads `24.5`, `-3`, `1e-7`; the point is a full stop, groups are not separated.
  ///
  /// - Returns: `nil` if the text is anything else, or if the number does not fit.
  public init?(_ description: String) {
    var copy = description
    let parsed = copy.withUTF8 { DecimalNumber(ascii: $0) }
    guard let parsed else { return nil }
    self = parsed
  }

  /// Reads ASCII digits with an optional sign, full stop and exponent.
  ///
  /// - Complexity: O(*n*); reading stops where the number no longer fits.
  public init?(ascii: UnsafeBufferPointer<UInt8>) {
    var reader = DecimalReader(ascii: ascii)
    guard let number = reader.number() else { return nil }
    self = number
  }

  /// Appends ``description`` as ASCII bytes.
  public func append(to bytes: inout [UInt8]) {
    if significand < 0 { bytes.append(UInt8(ascii: "-")) }
    let first = bytes.count
    var rest = significand.magnitude
    var places = -exponent
    // Digits come out last to first and are turned round at the end.
    repeat {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit))
      rest = quotient
      if places > 0 {
        places -= 1
        if places == 0 {
          bytes.append(UInt8(ascii: "."))
          if rest == 0 { bytes.append(UInt8(ascii: "0")) }
        }
      }
    } while rest != 0 || places > 0
    bytes[first...].reverse()
  }
}

/// Reads one number from ASCII bytes.
private struct DecimalReader {
  let ascii: UnsafeBufferPointer<UInt8>
  var position = 0
  var significand: Int128 = 0
  var isNegative = false

  init(ascii: UnsafeBufferPointer<UInt8>) { self.ascii = ascii }

  mutating func number() -> DecimalNumber? {
    isNegative = take("-")
    guard var digits = digits() else { return nil }
    var exponent = 0
    if take(".") {
      guard let places = self.digits() else { return nil }
      exponent = -places
      digits += places
    }
    if take("e") || take("E") {
      let down = take("-")
      if !down { _ = take("+") }
      guard let shift = smallNumber() else { return nil }
      exponent += down ? -shift : shift
    }
    guard position == ascii.count, digits > 0 else { return nil }
    return DecimalNumber(significand: significand, exponent: exponent)
  }

  /// Reads digits into the significand; `nil` if there is none or they do not fit.
  private mutating func digits() -> Int? {
    let first = position
    while position < ascii.count, case let digit = ascii[position] &- 48, digit < 10 {
      let (product, tooMany) = significand.multipliedReportingOverflow(by: 10)
      let step = isNegative ? -Int128(digit) : Int128(digit)
      let (sum, tooLarge) = product.addingReportingOverflow(step)
      if tooMany || tooLarge { return nil }
      significand = sum
      position += 1
    }
    return position > first ? position - first : nil
  }

  private mutating func smallNumber() -> Int? {
    var value = 0
    let first = position
    while position < ascii.count, case let digit = ascii[position] &- 48, digit < 10 {
      value = value * 10 + Int(digit)
      if value > 10_000 { return nil }
      position += 1
    }
    return position > first ? value : nil
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard position < ascii.count, ascii[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }
}

// MARK: Codable

extension DecimalNumber: Codable {
  /// Reads a number, or a string that holds one.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let whole = try? container.decode(Int64.self) {
      self.init(Int(whole))
    } else if let long = try? container.decode(Int128.self),
      let number = DecimalNumber(significand: long, exponent: 0)
    {
      self = number
    } else if let binary = try? container.decode(Double.self), binary.isFinite,
      let number = DecimalNumber(binary.description)
    {
      // The shortest decimal that names this double: for up to 15 digits, the one written.
      self = number
    } else if let text = try? container.decode(String.self), let number = DecimalNumber(text) {
      self = number
    } else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not a decimal number of at most 128 bits")
    }
  }

  /// Writes a number; one with a fraction and more than 15 digits is written as a string, since
  /// encoders carry fractions in binary. ``JSONLineWriter`` writes every number as a number.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let whole = Int64(exactly: significand), exponent == 0 {
      try container.encode(whole)
    } else if exponent == 0 {
      try container.encode(significand)
    } else if significand.magnitude < 1_000_000_000_000_000, let binary = Double(description) {
      try container.encode(binary)
    } else {
      try container.encode(description)
    }
  }
}
