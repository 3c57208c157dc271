import TextRules

/// Case endings of people's names, by which a name in an unknown case is compared.
struct NameEndings: Sendable {
  /// The longest first.
  private let endings: [[UInt8]]
  private let genitive: [[UInt8]]
  private let generations: Set<FoldedName>
  /// Of a stem, in bytes: three letters.
  private static let shortest = 6

  init(rules: CompiledRules) {
    func forms(_ name: String) -> [[UInt8]] {
      guard let list = rules.lexicon("person", name) else { return [] }
      return (0..<list.count).map { FoldedName(list.text(entry: $0, column: 0)).bytes }
    }
    endings = forms("case-ending").sorted { $0.count > $1.count }
    genitive = forms("genitive-ending")
    var stems: Set<FoldedName> = []
    let endings = endings
    for form in forms("generation") {
      if let stem = Self.stem(of: FoldedName(bytes: form), endings) { stems.insert(stem) }
    }
    generations = stems
  }

  /// The last word of a name without its case ending, and the words before; nil where too little
  /// would be left.
  func stem(of name: FoldedName) -> FoldedName? { Self.stem(of: name, endings) }

  private static func stem(of name: FoldedName, _ endings: [[UInt8]]) -> FoldedName? {
    let bytes = name.bytes
    guard let last = name.words.last else { return nil }
    for ending in endings
    where last.count >= ending.count + shortest && last.suffix(ending.count).elementsEqual(ending) {
      return FoldedName(bytes: Array(bytes.dropLast(ending.count)))
    }
    return last.count >= shortest ? name : nil
  }

  /// «младший» of «Буш-младший», in any form.
  func isGeneration(_ word: FoldedName) -> Bool {
    stem(of: word).map { generations.contains($0) } ?? false
  }

  /// Does the text end like a man's name in the genitive?
  func mayBeGenitive(_ text: String) -> Bool {
    let bytes = FoldedName(text).bytes
    return genitive.contains { bytes.count > $0.count && bytes.suffix($0.count).elementsEqual($0) }
  }
}
