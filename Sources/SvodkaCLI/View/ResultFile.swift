import Foundation
import Svodka
import SvodkaDump

/// The JSON Lines that `svodka extract` wrote.
struct ResultFile {
  /// The documents by their ids; of two with one id the later.
  let documents: [String: Document]

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  init(path: String) throws {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(description: "\(path): cannot be read")
    }
    var documents: [String: Document] = [:]
    let decoder = JSONDecoder()
    for (index, line) in data.split(separator: UInt8(ascii: "\n")).enumerated() {
      do {
        let document = try decoder.decode(Document.self, from: Data(line))
        documents[document.id] = document
      } catch {
        throw Failure(
          description: "\(path):\(index + 1): the line is no result of svodka extract")
      }
    }
    self.documents = documents
  }

  /// Whether the file's first line looks like a result rather than a document with its text.
  static func isResult(_ path: String) -> Bool {
    guard ["jsonl", "ndjson"].contains(PathText(path).ending),
      let file = FileHandle(forReadingAtPath: path),
      let start = try? file.read(upToCount: 1 << 16)
    else { return false }
    defer { try? file.close() }
    // Other programs write spaces behind their colons.
    let line = start.prefix { $0 != UInt8(ascii: "\n") }.filter { $0 != UInt8(ascii: " ") }
    let text = String(decoding: line, as: UTF8.self)
    return text.contains("\"mentions\":[") && text.contains("\"anchor\":")
  }
}

extension Document {
  /// The same with offsets in UTF-8, whichever unit they were written in.
  ///
  /// - Returns: `nil` if in no unit the mentions stand where they say: the text is another.
  func placed(in text: String) -> Document? {
    let utf8 = Array(text.utf8)
    for unit in OffsetUnit.allCases {
      let offsets = unit.utf8Offsets(in: utf8)
      if let document = moved(by: offsets, in: utf8) { return document }
    }
    return nil
  }

  private func moved(by offsets: [Int], in utf8: [UInt8]) -> Document? {
    func move(_ range: Range<Int>) -> Range<Int>? {
      guard range.upperBound < offsets.count else { return nil }
      return offsets[range.lowerBound]..<offsets[range.upperBound]
    }
    var document = self
    for (index, mention) in mentions.enumerated() {
      guard let range = move(mention.utf8Range),
        utf8[range].elementsEqual(mention.text.utf8)
      else { return nil }
      document.mentions[index].utf8Range = range
    }
    for (index, fact) in facts.enumerated() {
      guard let range = move(fact.utf8Range) else { return nil }
      document.facts[index].utf8Range = range
    }
    return document
  }
}

extension OffsetUnit {
  /// Where in the UTF-8 each unit of a text begins, and the end.
  func utf8Offsets(in utf8: [UInt8]) -> [Int] {
    if self == .utf8 { return Array(0...utf8.count) }
    var offsets: [Int] = []
    for (offset, byte) in utf8.enumerated() where byte & 0xC0 != 0x80 {
      offsets.append(offset)
      // Four bytes are two units of UTF-16; no record begins at the second.
      if self == .utf16, byte >= 0xF0 { offsets.append(offset) }
    }
    return offsets + [utf8.count]
  }
}
