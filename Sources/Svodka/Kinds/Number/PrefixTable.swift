import TextRules

/// The beginnings of words that a word list names, each with its value.
struct PrefixTable {
  private let prefixes: [(bytes: [UInt8], value: DecimalNumber, entry: Int)]

  /// Reads the forms of `lexicon` and its column `value`, if it has one.
  init(_ lexicon: CompiledLexicon) {
    let value = lexicon.column("value")
    var read: [(bytes: [UInt8], value: DecimalNumber, entry: Int)] = []
    for entry in 0..<lexicon.count {
      let form = lexicon.text(entry: entry, column: 0).utf8.filter { $0 != UInt8(ascii: "\"") }
      let number = value.flatMap { DecimalNumber(lexicon.text(entry: entry, column: $0)) }
      read.append((Array(form), number ?? .zero, entry))
    }
    prefixes = read.sorted { $0.bytes.count > $1.bytes.count }
  }

  /// The longest beginning that `word` has, its value and its length in bytes.
  func longest(in word: FoldedBytes) -> (value: DecimalNumber, length: Int, entry: Int)? {
    for prefix in prefixes where word.rest.starts(with: prefix.bytes) {
      return (prefix.value, prefix.bytes.count, prefix.entry)
    }
    return nil
  }

  /// Is `word` one of the entries, whole?
  func holds(_ word: FoldedBytes) -> Bool {
    prefixes.contains { word.rest.elementsEqual($0.bytes) }
  }
}
