/// A kind of file that holds no text as it is, told by its first bytes.
package struct BinaryFormat {
  /// What it is, and what makes text of it.
  let name: String
  let remedy: String

  private static let known: [(bytes: [UInt8], name: String, remedy: String)] = [
    (Array("SQLite format 3".utf8) + [0], "an SQLite database", "query its texts: sqlite3 -json"),
    (Array("PAR1".utf8), "Parquet", "write it as JSON Lines, with pandas or DuckDB"),
    (Array("ARROW1".utf8), "Arrow", "write it as JSON Lines, with pyarrow"),
    (Array("%PDF-".utf8), "a PDF", "pdftotext makes text of it"),
    (Array("PK\u{3}\u{4}".utf8), "a ZIP archive, as .docx and .xlsx are", "unpack it, or save it as text"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old Office document", "save it as text"),
    (Array("{\\rtf".utf8), "RTF", "save it as text"),
    ([0x89, 0x50, 0x4E, 0x47], "a PNG image", "text recognition makes text of it"),
    ([0xFF, 0xD8, 0xFF], "a JPEG image", "text recognition makes text of it"),
    (Array("GIF87a".utf8), "a GIF image", "text recognition makes text of it"),
    (Array("GIF89a".utf8), "a GIF image", "text recognition makes text of it"),
    (Array("II*\0".utf8), "a TIFF image", "text recognition makes text of it"),
    (Array("RIFF".utf8), "a RIFF file", "it holds no text"),
    (Array("7z".utf8) + [0xBC, 0xAF, 0x27, 0x1C], "a 7z archive", "unpack it"),
    ([0xFD] + Array("7zXZ".utf8) + [0], "compressed by xz", "unpack it, or compress it by zstd"),
    (Array("Rar!\u{1A}\u{7}".utf8), "a RAR archive", "unpack it"),
    ([0x1F, 0x9D], "compressed by compress", "unpack it"),
    ([0x04, 0x22, 0x4D, 0x18], "compressed by lz4", "unpack it, or compress it by zstd"),
    ([0x7F] + Array("ELF".utf8), "a program", "it holds no text"),
  ]

  /// Seen from the first bytes; `nil` for what may be text.
  package init?(head: [UInt8]) {
    if head.count > 262, head[257..<262].elementsEqual("ustar".utf8) {
      (name, remedy) = ("a tar archive", "unpack it")
      return
    }
    let found = Self.known.first { head.starts(with: $0.bytes) }
    guard let found, Self.isSure(head) else { return nil }
    (name, remedy) = (found.name, found.remedy)
  }

  /// `is a PDF, which holds no text as it is: pdftotext makes text of it`
  package var reason: String { "is \(name), not text: \(remedy)" }

  /// A text may begin with «RIFF» or «PAR1»: behind them stand a format and bytes that no text has.
  private static func isSure(_ head: [UInt8]) -> Bool {
    if head.starts(with: "RIFF".utf8) {
      return ["WAVE", "WEBP", "AVI "].contains { head.dropFirst(8).starts(with: $0.utf8) }
    }
    if head.starts(with: "PAR1".utf8) {
      let behind = head.dropFirst(4).prefix(8)
      return behind.isEmpty || behind.contains { $0 < 0x20 && !(9...13).contains($0) }
    }
    return true
  }
}
