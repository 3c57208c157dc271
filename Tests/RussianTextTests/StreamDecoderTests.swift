import RussianText
import Testing

@Suite("streams in other encodings")
struct StreamDecoderTests {
  /// Decodes `bytes` in pieces of `size`.
  private func decode(_ bytes: [UInt8], _ encoding: String, size: Int) throws -> String {
    let decoder = try StreamDecoder(encoding: encoding)
    var utf8: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      bytes[start..<min(start + size, bytes.count)].withUnsafeBufferPointer {
        decoder.decode($0, isLast: false, into: &utf8)
      }
    }
    decoder.decode(UnsafeBufferPointer(start: nil, count: 0), isLast: true, into: &utf8)
    return try #require(String(validating: utf8, as: UTF8.self))
  }

  private func littleEndian(_ text: String) -> [UInt8] {
    text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  @Test(arguments: 1...9)
  func piecesMayEndAnywhere(size: Int) throws {
    let text = "Рост 🚌🚌 на 5 %\n"
    #expect(try decode(littleEndian(text), "UTF-16LE", size: size) == text)
    #expect(try decode([0xFF, 0xFE] + littleEndian(text), "UTF-16", size: size) == text)
    let windows: [UInt8] = [0xD0, 0xEE, 0xF1, 0xF2, 0x20, 0x35]
    #expect(try decode(windows, "windows-1251", size: size) == "Рост 5")
  }

  @Test func whatIsCutOffAtTheEndIsReplaced() throws {
    let bus = littleEndian("а🚌")
    #expect(try decode(Array(bus.dropLast()), "UTF-16LE", size: 3) == "а\u{FFFD}")
    #expect(try decode(Array(bus.dropLast(2)), "UTF-16LE", size: 100) == "а\u{FFFD}")
    #expect(try decode([], "UTF-16LE", size: 1) == "")
  }

  @Test func anEncodingNobodyKnowsIsRefused() {
    #expect(throws: UnknownEncodingError.self) { try StreamDecoder(encoding: "no-such") }
  }
}
