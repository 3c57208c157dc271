import CLexicon

/// A word list that is part of the library: tab-separated lines, comments left out.
struct WordList: Sendable {
  let rows: [[String]]

  init(_ start: UnsafePointer<UInt8>, _ count: Int) {
    let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  static let guesser = WordList(svodka_guesser_bytes(), svodka_guesser_count())
  static let context = WordList(svodka_context_bytes(), svodka_context_count())
  static let universal = WordList(svodka_universal_bytes(), svodka_universal_count())
}
