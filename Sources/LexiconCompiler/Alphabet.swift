/// The letters of the dictionary as small numbers: fewer steps and smaller tables than bytes.
enum Alphabet {
  /// Code 1 is the first; 0 ends a form.
  static let letters: [Unicode.Scalar] = Array(
    "абвгдежзийклмнопрстуфхцчшщъыьэюя-0123456789.'әғқңөұүһіїєґўabcdefghijklmnopqrstuvwxyz"
      .unicodeScalars)

  static let codes: [Unicode.Scalar: UInt8] = {
    var codes: [Unicode.Scalar: UInt8] = [:]
    for (index, letter) in letters.enumerated() {
      codes[letter] = UInt8(index + 1)
      if let capital = letter.properties.uppercaseMapping.unicodeScalars.first {
        codes[capital] = UInt8(index + 1)
      }
    }
    codes["ё"] = codes["е"]
    codes["Ё"] = codes["е"]
    return codes
  }()

  /// The folded form of `text` in codes.
  static func encode(_ text: some StringProtocol) -> [UInt8] {
    text.unicodeScalars.map { scalar in
      guard let code = codes[scalar == "\u{2019}" ? "'" : scalar] else {
        preconditionFailure("no code for '\(scalar)' in '\(text)'")
      }
      return code
    }
  }

  /// 128 codes of ASCII, then 256 of U+0400…U+04FF.
  static var byteTable: [UInt8] {
    (0..<128).map { codes[Unicode.Scalar($0)] ?? 0 }
      + (0..<256).map { codes[Unicode.Scalar(0x400 + $0)!] ?? 0 }
  }

  /// UTF-8 of every code, packed in 32 bits, first byte lowest.
  static var packed: [UInt32] {
    [0]
      + letters.map { letter in
        String(letter).utf8.reversed().reduce(0) { $0 << 8 | UInt32($1) }
      }
  }
}
