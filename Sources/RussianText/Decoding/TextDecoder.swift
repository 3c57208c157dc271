private import CICU

/// Makes valid UTF-8 of a document's bytes.
///
///     let text = try TextDecoder().decode(bytes)
///     text.utf8      // valid UTF-8, without a byte order mark
///     text.warnings  // what was repaired or guessed; empty for clean UTF-8
///
/// A byte order mark decides; then UTF-8, if it is valid or nearly so; then UTF-16 by its zero
/// bytes; then Windows-1251 or KOI8-R, by which of them gives likelier Russian letters.
public struct TextDecoder: Sendable {
  /// The encoding that was named.
  public let name: String?

  /// Every document is read in one named encoding, and none is recognised.
  public var isNamed: Bool { name != nil }

  /// Recognises the encoding of each document.
  public init() { name = nil }

  /// The encoding that was named, if it is not UTF-8.
  public var otherEncoding: String? { name == "UTF-8" ? nil : name }

  /// Reads every document as `encoding`, by any name that ICU knows: `windows-1251`, `KOI8-R`, …
  ///
  /// - Throws: ``UnknownEncodingError`` if ICU knows no such encoding.
  public init(encoding: String) throws(UnknownEncodingError) {
    var status = U_ZERO_ERROR
    let converter = cicu_ucnv_open(encoding, &status)
    guard let converter, status.rawValue <= U_ZERO_ERROR.rawValue, !encoding.isEmpty else {
      throw UnknownEncodingError(name: encoding)
    }
    cicu_ucnv_close(converter)
    let folded = encoding.utf8.map { $0 | 0x20 }.filter { $0 != 0x2D && $0 != 0x7F }
    name = folded.elementsEqual("utf8".utf8) ? "UTF-8" : encoding
  }

  /// The text of `bytes`. Any bytes give a text; what had to be repaired is in its warnings.
  public func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> DecodedText {
    if let name { return name == "UTF-8" ? utf8(bytes) : convert(bytes, name, []) }
    if starts(bytes, [0xEF, 0xBB, 0xBF]) { return utf8(bytes) }
    if starts(bytes, [0xFF, 0xFE, 0, 0]) || starts(bytes, [0, 0, 0xFE, 0xFF]) {
      return convert(bytes, "UTF-32", [])
    }
    if starts(bytes, [0xFF, 0xFE]) { return convert(bytes, "UTF-16", []) }
    if starts(bytes, [0xFE, 0xFF]) { return convert(bytes, "UTF-16", []) }
    let damage = invalidUTF8Count(bytes)
    if damage == 0, !Self.looksLikeUTF16(bytes) { return utf8(bytes) }
    if Self.looksLikeUTF16(bytes) {
      let name = Self.utf16Name(bytes)
      return convert(bytes, name, [.guessedEncoding(name)])
    }
    let letters = CyrillicStatistics(bytes)
    if damage * 5 > letters.highBytes {
      let name = letters.likelierEncoding
      return convert(bytes, name, [.guessedEncoding(name)])
    }
    return utf8(bytes)
  }

  /// The text of `bytes`.
  public func decode(_ bytes: [UInt8]) -> DecodedText {
    bytes.withUnsafeBufferPointer { decode($0) }
  }

  // MARK: UTF-8

  private func utf8(_ bytes: UnsafeBufferPointer<UInt8>) -> DecodedText {
    let body = starts(bytes, [0xEF, 0xBB, 0xBF])
      ? UnsafeBufferPointer(rebasing: bytes.dropFirst(3)) : bytes
    let damage = invalidUTF8Count(body)
    if damage == 0 { return DecodedText(utf8: Array(body), encoding: "UTF-8", warnings: []) }
    // The standard library repairs by maximal subparts, as Unicode recommends.
    return DecodedText(
      utf8: Array(String(decoding: body, as: UTF8.self).utf8), encoding: "UTF-8",
      warnings: [.invalidUTF8(damage)])
  }

  /// How many bytes or broken sequences of `bytes` are not UTF-8.
  private func invalidUTF8Count(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var index = 0
    var damage = 0
    while index < bytes.count {
      let length = validLength(bytes, index)
      if length == 0 {
        damage += 1
        index += 1
        while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
      } else {
        index += length
      }
    }
    return damage
  }

  /// Length of the valid sequence at `index`, 0 if there is none.
  @inline(__always)
  private func validLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    let first = bytes[index]
    if first < 0x80 { return 1 }
    let left = bytes.count - index
    func isTrail(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      range.contains(bytes[index + offset])
    }
    switch first {
    case 0xC2...0xDF: return left >= 2 && isTrail(1) ? 2 : 0
    case 0xE0...0xEF:
      let second: ClosedRange<UInt8> =
        first == 0xE0 ? 0xA0...0xBF : first == 0xED ? 0x80...0x9F : 0x80...0xBF
      return left >= 3 && isTrail(1, second) && isTrail(2) ? 3 : 0
    case 0xF0...0xF4:
      let second: ClosedRange<UInt8> =
        first == 0xF0 ? 0x90...0xBF : first == 0xF4 ? 0x80...0x8F : 0x80...0xBF
      return left >= 4 && isTrail(1, second) && isTrail(2) && isTrail(3) ? 4 : 0
    default: return 0
    }
  }

  private func starts(_ bytes: UnsafeBufferPointer<UInt8>, _ mark: [UInt8]) -> Bool {
    bytes.starts(with: mark)
  }

  // MARK: Other encodings

  /// The kind of UTF-16 or UTF-32 in which a file that begins with `head` is written; `nil` if it is
  /// in an encoding whose line feeds are single bytes.
  ///
  /// - Returns: The name, and whether it was guessed rather than read from a byte order mark.
  public static func wideEncoding(
    head: UnsafeBufferPointer<UInt8>
  ) -> (name: String, isGuessed: Bool)? {
    if head.starts(with: [0xFF, 0xFE, 0, 0]) || head.starts(with: [0, 0, 0xFE, 0xFF]) {
      return ("UTF-32", false)
    }
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      return ("UTF-16", false)
    }
    let even = UnsafeBufferPointer(rebasing: head[..<(head.count & ~1)])
    guard looksLikeUTF16(even) else { return nil }
    return (utf16Name(even), true)
  }

  private static func utf16Name(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    zeroBytes(bytes, odd: true) > zeroBytes(bytes, odd: false) ? "UTF-16LE" : "UTF-16BE"
  }

  /// Half of the bytes at even or at odd places, and few at the others, are 0x00 or 0x04: the high
  /// bytes of ASCII and of Cyrillic.
  private static func looksLikeUTF16(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= 4, bytes.count % 2 == 0 else { return false }
    var high = [0, 0]
    let sample = min(bytes.count, 4096)
    for index in 0..<sample where bytes[index] == 0 || bytes[index] == 4 { high[index & 1] += 1 }
    let most = max(high[0], high[1])
    return most * 10 > sample / 2 * 8 && min(high[0], high[1]) * 5 < most
  }

  private static func zeroBytes(_ bytes: UnsafeBufferPointer<UInt8>, odd: Bool) -> Int {
    stride(from: odd ? 1 : 0, to: min(bytes.count, 4096), by: 2)
      .count { bytes[$0] == 0 || bytes[$0] == 4 }
  }

  private func convert(
    _ bytes: UnsafeBufferPointer<UInt8>, _ name: String, _ warnings: [DecodedText.Warning]
  ) -> DecodedText {
    var status = U_ZERO_ERROR
    guard let converter = cicu_ucnv_open(name, &status), status.rawValue <= 0 else {
      return utf8(bytes)
    }
    defer { cicu_ucnv_close(converter) }
    // No encoding of ICU's gives more than two units a byte.
    let room = bytes.count * 2 + 16
    let units = [UInt16](unsafeUninitializedCapacity: room) { units, count in
      let written = bytes.withMemoryRebound(to: CChar.self) {
        cicu_ucnv_toUChars(
          converter, units.baseAddress, Int32(clamping: room), $0.baseAddress,
          Int32(clamping: bytes.count), &status)
      }
      count = status.rawValue <= 0 ? Int(written) : 0
    }
    var utf8: [UInt8] = []
    utf8.reserveCapacity(units.count * 2)
    transcode(units, to: &utf8)
    if utf8.starts(with: [0xEF, 0xBB, 0xBF]) { utf8.removeFirst(3) }
    let unreadable = units.count { $0 == 0xFFFD }
    let repairs: [DecodedText.Warning] = unreadable > 0 ? [.unreadable(unreadable)] : []
    return DecodedText(utf8: utf8, encoding: name, warnings: warnings + repairs)
  }
}

/// A document's text, and what it took to read it.
public struct DecodedText: Sendable, Hashable {
  /// Valid UTF-8 without a byte order mark.
  public let utf8: [UInt8]
  /// The encoding that the bytes were read as.
  public let encoding: String
  public let warnings: [Warning]

  public enum Warning: Sendable, Hashable, CustomStringConvertible {
    /// So many broken sequences were replaced by U+FFFD.
    case invalidUTF8(Int)
    /// So many bytes or units stand for no character of the encoding and were replaced by U+FFFD.
    case unreadable(Int)
    /// The bytes are not UTF-8 and name no encoding; this one was recognised.
    case guessedEncoding(String)

    public var description: String {
      switch self {
      case .invalidUTF8(let count): "invalid UTF-8 repaired in \(count) places"
      case .unreadable(let count): "\(count) characters could not be read"
      case .guessedEncoding(let name): "not UTF-8: read as \(name)"
      }
    }
  }
}

/// An encoding was named that ICU does not know.
public struct UnknownEncodingError: Error, Hashable, CustomStringConvertible {
  public let name: String
  public var description: String {
    "no encoding named '\(name)' (try utf-8, utf-16, windows-1251 or koi8-r)"
  }
}

/// Counts of the byte ranges in which Windows-1251 and KOI8-R differ.
private struct CyrillicStatistics {
  private(set) var highBytes = 0
  private var windows = 0
  private var koi = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var previous: UInt8 = 0
    for byte in bytes {
      if byte >= 0x80 { highBytes += 1 }
      // Small letters are E0–FF in Windows-1251 and C0–DF in KOI8-R, capitals the other way
      // round: words have small letters after capitals, and mostly small letters.
      let isUpperHalf = byte >= 0xE0
      let isLowerHalf = byte >= 0xC0 && byte < 0xE0
      if isUpperHalf { windows += 1 }
      if isLowerHalf { koi += 1 }
      if isUpperHalf, previous >= 0xC0, previous < 0xE0 { windows += 2 }
      if isLowerHalf, previous >= 0xE0 { koi += 2 }
      previous = byte
    }
  }

  var likelierEncoding: String { windows >= koi ? "windows-1251" : "KOI8-R" }
}
