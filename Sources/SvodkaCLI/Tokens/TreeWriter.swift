import SvodkaDump

/// Each sentence as a tree of text: a word a line, its dependents indented under it.
///
///     построен  root
///       Завод  nsubj
///       компанией  obl
struct TreeWriter: TokenWriter {
  private var bytes: [UInt8] = []
  private var document = ""

  mutating func open(_ document: SourceDocument) { self.document = document.id.inOneLine }

  mutating func append(_ sentence: SentenceRecord) {
    write("# \(document): \(sentence.text.inOneLine)\n")
    var dependents: [Int: [Int]] = [:]
    for (index, token) in sentence.tokens.enumerated() where token.relation != .punct {
      dependents[token.head, default: []].append(index)
    }
    // A stack, not recursion: a chain can be as long as the sentence.
    var open = (dependents[-1] ?? []).reversed().map { (word: $0, depth: 0) }
    while let (word, depth) = open.popLast() {
      let token = sentence.tokens[word]
      let indent = String(repeating: "  ", count: min(depth, Self.deepest))
      write("\(indent)\(token.text.inOneLine)  \(token.relation.name)\n")
      open += (dependents[word] ?? []).reversed().map { ($0, depth + 1) }
    }
    write("\n")
  }

  /// Deeper words are indented no further.
  private static let deepest = 40

  mutating func close() {}

  mutating func takeBytes() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
