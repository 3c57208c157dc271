import Foundation

/// A word of a sentence whose tree is known.
struct TreeWord {
  var form: String
  var partOfSpeech: String
  /// `Case=Gen|Number=Sing`, as bytes.
  var features: [UInt8]
  /// Number of the head in the sentence, from 0; −1 for the root.
  var head: Int
  /// Without subtype.
  var relation: String
  var hasSpaceAfter: Bool

  /// The value of a feature, `nil` if the word does not have it.
  func feature(_ name: StaticString) -> String? {
    let count = name.utf8CodeUnitCount
    var start = 0
    while start < features.count {
      var end = start
      while end < features.count, features[end] != UInt8(ascii: "|") { end += 1 }
      if end - start > count, features[start + count] == UInt8(ascii: "="),
        memcmp(features.withUnsafeBytes { $0.baseAddress! + start }, name.utf8Start, count) == 0
      {
        return String(decoding: features[start + count + 1..<end], as: UTF8.self)
      }
      start = end + 1
    }
    return nil
  }
}

/// Reads sentences in CoNLL-U.
struct TreeFile {
  private(set) var sentences: [[TreeWord]] = []

  /// - Parameter keep: Which sentences to keep, by number.
  init(path: String, keep: (Int) -> Bool = { _ in true }) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    var words: [TreeWord] = []
    var number = 0
    data.withUnsafeBytes { (bytes: UnsafeRawBufferPointer) in
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
        let line = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
        start = end + 1
        if line.isEmpty {
          if !words.isEmpty {
            if keep(number) { sentences.append(words) }
            number += 1
          }
          words = []
        } else if let word = Self.word(line) {
          words.append(word)
        }
      }
    }
    if !words.isEmpty, keep(number) { sentences.append(words) }
  }

  /// What some treebanks write for quotation marks.
  private static let quotationMarks: Set<String> = ["``", "''", "&#39;&#39;"]

  private static func word(_ line: UnsafeRawBufferPointer) -> TreeWord? {
    guard line[0] != UInt8(ascii: "#") else { return nil }
    var columns: [UnsafeRawBufferPointer] = []
    columns.reserveCapacity(10)
    var start = 0
    for place in 0...line.count where place == line.count || line[place] == UInt8(ascii: "\t") {
      columns.append(UnsafeRawBufferPointer(rebasing: line[start..<place]))
      start = place + 1
    }
    func text(_ column: Int) -> String { String(decoding: columns[column], as: UTF8.self) }
    guard columns.count >= 8, Int(text(0)) != nil, let head = Int(text(6)) else { return nil }
    let relation = columns[7].firstIndex(of: UInt8(ascii: ":")).map {
      UnsafeRawBufferPointer(rebasing: columns[7][..<$0])
    }
    return TreeWord(
      form: Self.quotationMarks.contains(text(1)) ? "\"" : text(1), partOfSpeech: text(3), features: Array(columns[5]), head: head - 1,
      relation: String(decoding: relation ?? columns[7], as: UTF8.self),
      hasSpaceAfter: columns.count < 10 || !text(9).hasPrefix("SpaceAfter=No"))
  }
}
