import Svodka

/// How CSV is written.
public struct CSVStyle: Sendable, Hashable {
  /// What stands between two cells.
  public enum Separator: String, Sendable, Hashable, CaseIterable {
    case comma, semicolon, tab

    var byte: UInt8 {
      switch self {
      case .comma: UInt8(ascii: ",")
      case .semicolon: UInt8(ascii: ";")
      case .tab: UInt8(ascii: "\t")
      }
    }
  }

  public var separator: Separator
  /// Every file begins with a byte order mark, by which Excel knows UTF-8.
  public var hasByteOrderMark: Bool

  public init(separator: Separator = .comma, hasByteOrderMark: Bool = false) {
    self.separator = separator
    self.hasByteOrderMark = hasByteOrderMark
  }
}

/// Writes the rows of one CSV file, after RFC 4180.
///
/// No spreadsheet takes a text for a formula: one that begins with `=`, `+`, `-`, `@`, a tab or a
/// line end, and is no plain number, gets an apostrophe before it. So does a text that already has
/// apostrophes there, so that taking one off gives back every text.
struct CSVRow {
  private let separator: UInt8
  private var isFirst = true

  init(_ style: CSVStyle) { separator = style.separator.byte }

  mutating func append(_ cell: Cell, to bytes: inout [UInt8]) {
    if !isFirst { bytes.append(separator) }
    isFirst = false
    switch cell {
    case .null: break
    case .text(let text), .entity(let text): append(text, to: &bytes)
    case .integer(let number), .mention(let number):
      var json = JSONBytes()
      json.integer(number)
      bytes.append(contentsOf: json.bytes)
    case .decimal(let number): number.append(to: &bytes)
    case .real(let number): bytes.append(contentsOf: "\(number)".utf8)
    case .flag(let isSet): bytes.append(contentsOf: (isSet ? "true" : "false").utf8)
    case .day(let day): day.append(to: &bytes)
    }
  }

  mutating func end(_ bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\r"))
    bytes.append(UInt8(ascii: "\n"))
    isFirst = true
  }

  private func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { utf8 in
      let quote = UInt8(ascii: "\"")
      let needsQuotes = utf8.contains { $0 == separator || CSVRow.isSpecial($0) }
      if needsQuotes { bytes.append(quote) }
      if CSVRow.looksLikeFormula(utf8) { bytes.append(UInt8(ascii: "'")) }
      for byte in utf8 {
        switch byte {
        case quote:
          bytes.append(quote)
          bytes.append(quote)
        // No reader of CSV takes a zero byte: it reads U+FFFD.
        case 0: bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
        default: bytes.append(byte)
        }
      }
      if needsQuotes { bytes.append(quote) }
    }
  }

  /// Separators of every style: where a program expects another one, a quoted cell stays whole.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\r"), UInt8(ascii: "\n"), UInt8(ascii: ","),
      UInt8(ascii: ";"), UInt8(ascii: "\t"):
      true
    default: false
    }
  }

  private static func looksLikeFormula(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    let rest = utf8.drop { $0 == UInt8(ascii: "'") }
    guard let first = rest.first else { return false }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "\t"), UInt8(ascii: "\r"),
      UInt8(ascii: "\n"):
      return true
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      return rest.startIndex > 0 || !isPlainNumber(rest.dropFirst())
    case 0xEF:
      // The same signs in full width: U+FF1D, U+FF0B, U+FF0D, U+FF20.
      let second = rest.dropFirst().prefix(2)
      return [[0xBC, 0x9D], [0xBC, 0x8B], [0xBC, 0x8D], [0xBC, 0xA0]].contains { second.elementsEqual($0) }
    default: return false
    }
  }

  /// Digits, and maybe one point or comma with more digits: nothing that could be calculated.
  private static func isPlainNumber(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var hasPoint = false
    var last: UInt8 = 0
    for byte in digits {
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
        guard !hasPoint, last &- 48 < 10 else { return false }
        hasPoint = true
      } else if byte &- 48 >= 10 {
        return false
      }
      last = byte
    }
    return last &- 48 < 10
  }
}
