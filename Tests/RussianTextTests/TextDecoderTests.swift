import Testing

@testable import RussianText

private let sample = "Завод выпустил первые машины, сообщил директор. Выпуск вырос на 3 %."

private func bytes(of text: String, koi: Bool) -> [UInt8] {
  let order = Array("юабцдефгхийклмнопярстужвьызшэщчъ".unicodeScalars)
  return text.unicodeScalars.map { scalar in
    if scalar.value < 0x80 { return UInt8(scalar.value) }
    if !koi { return UInt8(scalar.value - 0x410 + 0xC0) }
    if let index = order.firstIndex(of: scalar) { return UInt8(0xC0 + index) }
    let small = Unicode.Scalar(scalar.value + 0x20)
    return UInt8(0xE0 + (order.firstIndex { $0 == small } ?? 0))
  }
}

private func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
  ((mark ? "\u{FEFF}" : "") + text).utf16.flatMap {
    bigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)]
  }
}

struct TextDecoderTests {
  private let decoder = TextDecoder()

  private func expect(_ bytes: [UInt8], _ text: String, _ warnings: [DecodedText.Warning]) {
    let decoded = decoder.decode(bytes)
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == text)
    #expect(decoded.warnings == warnings)
  }

  @Test("UTF-8 passes as it is, without its mark")
  func utf8() {
    expect(Array(sample.utf8), sample, [])
    expect([0xEF, 0xBB, 0xBF] + Array(sample.utf8), sample, [])
    expect([], "", [])
    expect([0xEF, 0xBB, 0xBF], "", [])
    expect(Array("a\0b".utf8), "a\0b", [])
  }

  @Test("broken UTF-8 is repaired with a warning")
  func broken() {
    expect(Array("Завод ".utf8) + [0xFF] + Array(" открыт".utf8), "Завод \u{FFFD} открыт",
      [.invalidUTF8(1)])
    expect(Array("Завод".utf8.dropLast()), "Заво\u{FFFD}", [.invalidUTF8(1)])
  }

  @Test("UTF-16, with a mark or without")
  func utf16Forms() {
    expect(utf16(sample, bigEndian: false, mark: true), sample, [])
    expect(utf16(sample, bigEndian: true, mark: true), sample, [])
    expect(
      utf16(sample, bigEndian: false, mark: false), sample, [.guessedEncoding("UTF-16LE")])
    expect(utf16(sample, bigEndian: true, mark: false), sample, [.guessedEncoding("UTF-16BE")])
  }

  @Test("Windows-1251 and KOI8-R are told apart")
  func eightBit() {
    expect(bytes(of: sample, koi: false), sample, [.guessedEncoding("windows-1251")])
    expect(bytes(of: sample, koi: true), sample, [.guessedEncoding("KOI8-R")])
    expect(bytes(of: "Да", koi: false), "Да", [.guessedEncoding("windows-1251")])
  }

  @Test("an encoding by name")
  func named() throws {
    let koi = try TextDecoder(encoding: "koi8-r")
    #expect(koi.decode(bytes(of: sample, koi: true)).utf8 == Array(sample.utf8))
    let utf8 = try TextDecoder(encoding: "utf-8")
    #expect(utf8.decode([0x41, 0xFF]).warnings == [.invalidUTF8(1)])
    #expect(throws: UnknownEncodingError(name: "utf-9")) { try TextDecoder(encoding: "utf-9") }
    #expect(
      UnknownEncodingError(name: "utf-9").description
        == "no encoding named 'utf-9' (try utf-8, utf-16, windows-1251 or koi8-r)")
  }
}

@Test("offsets in scalars and UTF-16 units, rising and falling")
func offsets() {
  var text = String(repeating: "aж€😀", count: 3000)
  let scalars = Array(text.unicodeScalars)
  text.withUTF8 { utf8 in
    var map = OffsetMap(utf8)
    var offset = 0
    var units = 0
    for (index, scalar) in scalars.enumerated() {
      #expect(map.scalarOffset(ofUTF8: offset) == index)
      #expect(map.utf16Offset(ofUTF8: offset) == units)
      offset += UTF8.width(scalar)
      units += UTF16.width(scalar)
    }
    #expect(map.scalarOffset(ofUTF8: utf8.count) == scalars.count)
    #expect(map.scalarOffset(ofUTF8: 10) == 4)
    #expect(map.scalarOffset(ofUTF8: 8000 * 10 / 10 / 10 * 10) == 3200)
  }
}
