import CICUFormats
import TestSupport

/// Numbers as the Russian formatters of ICU write them.
enum WrittenNumber {
  /// `spelledOut(40, "cardinal-feminine-genitive")` is «сорока»; `nil` if ICU has no such rules.
  static func spelledOut(_ number: Int, _ rules: String) -> String? {
    text { svodka_spell_out(Int64(number), "%spellout-\(rules)", $0, $1) }
  }

  /// `formatted("1234.5", "currency/KZT")` is «1 234,50 KZT»; `nil` if ICU refuses.
  static func formatted(_ decimal: String, _ skeleton: String) -> String? {
    text { svodka_format(decimal, skeleton, $0, $1) }
  }

  private static func text(_ write: (UnsafeMutablePointer<CChar>, Int32) -> Int32) -> String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 2048) { buffer in
      let length = write(buffer.baseAddress!, Int32(buffer.count))
      guard length > 0 else { return nil }
      return String(decoding: buffer.prefix(Int(length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }
}

extension SeededGenerator {
  /// A whole number of one to `digits` digits, each length as likely as another.
  mutating func whole(digits: Int) -> Int {
    var bound = 1
    for _ in 0..<Int.random(in: 1...digits, using: &self) { bound *= 10 }
    return Int.random(in: bound / 10...bound - 1, using: &self)
  }

  /// A decimal with up to two places, as text.
  mutating func decimal(digits: Int) -> String {
    let places = [0, 0, 1, 2].randomElement(using: &self)!
    let whole = max(2, whole(digits: digits))
    if places == 0 { return "\(whole)" }
    return "\(whole).\(Int.random(in: 1...(places == 1 ? 9 : 99), using: &self))"
  }
}
