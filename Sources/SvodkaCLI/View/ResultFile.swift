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
  /// The same with offsets in UTF-8; a line that does not say its unit is tried in each.
  ///
  /// - Returns: `nil` if the mentions do not stand where they say: the text is another.
  func placed(in text: String) -> Document? {
    for unit in [offsets] + OffsetUnit.allCases {
      var document = self
      document.setUnit(unit)
      if let placed = document.checked(in: text) { return placed }
    }
    return nil
  }

  private func checked(in text: String) -> Document? {
    guard let document = counting(.utf8, in: text) else { return nil }
    let utf8 = Array(text.utf8)
    let isPlaced = document.mentions.allSatisfy { mention in
      utf8.holds(mention.utf8Range) && utf8[mention.utf8Range].elementsEqual(mention.text.utf8)
    }
    return isPlaced && document.facts.allSatisfy { utf8.holds($0.utf8Range) } ? document : nil
  }
}

extension [UInt8] {
  /// Whether the range lies in the text and cuts no character.
  fileprivate func holds(_ range: Range<Int>) -> Bool {
    guard range.lowerBound >= 0, range.upperBound <= count else { return false }
    return [range.lowerBound, range.upperBound].allSatisfy { $0 == count || self[$0] & 0xC0 != 0x80 }
  }
}
