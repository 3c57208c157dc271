import Svodka

/// A document with its text, and what all parts of its page need to know of it.
struct DocumentContext {
  let document: Document
  let utf8: [UInt8]
  let phrases: Phrases
  /// What the ids on the page begin with, where the page holds several documents.
  let prefix: String
  private let firstMentions: [String: Int]

  init(_ document: Document, text: String, phrases: Phrases, prefix: String = "") {
    self.document = document
    self.phrases = phrases
    self.prefix = prefix
    utf8 = Array(text.utf8)
    var firstMentions: [String: Int] = [:]
    for entity in document.entities { firstMentions[entity.id] = entity.mentions.first }
    self.firstMentions = firstMentions
  }

  func firstMention(ofEntity id: String) -> Int? { firstMentions[id] }

  /// The text of a stretch in one line, cut to so many characters.
  func excerpt(_ range: Range<Int>, limit: Int) -> String {
    let range = range.clamped(to: 0..<utf8.count)
    let text = String(decoding: utf8[range], as: UTF8.self)
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if line.count <= limit { return line }
    // The end of a statement tells as much as its beginning.
    let head = line.prefix(limit * 2 / 3)
    let tail = line.suffix(limit / 3)
    let start = head.lastIndex(of: " ").map { head[..<$0] } ?? head
    let end = tail.firstIndex(of: " ").map { tail[tail.index(after: $0)...] } ?? tail
    return "\(start) … \(end)"
  }
}
