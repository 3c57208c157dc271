import RussianMorphology
import RussianSyntax

/// The words of one sentence with their heads, as frames look at them. A buffer that is reused.
///
/// Words are numbered from the first token of the sentence.
package struct HeadTree {
  /// The tokens of the sentence in the document.
  package private(set) var tokens = 0..<0
  private var heads: [Int32] = []
  private var relations: [Relation] = []
  private var readings: [Grammemes] = []
  /// For each word the one that stands for it; itself unless it is part of a longer name.
  private var tops: [Int32] = []
  private var firstChildren: [Int32] = []
  private var nextSiblings: [Int32] = []

  package init() {}

  /// Begins with a sentence whose words have no heads yet.
  package mutating func begin(tokens: Range<Int>) {
    self.tokens = tokens
    heads.removeAll(keepingCapacity: true)
    relations.removeAll(keepingCapacity: true)
    readings.removeAll(keepingCapacity: true)
    heads.append(contentsOf: repeatElement(-2, count: tokens.count))
    relations.append(contentsOf: repeatElement(.dep, count: tokens.count))
    readings.append(contentsOf: repeatElement(Grammemes(), count: tokens.count))
    tops.removeAll(keepingCapacity: true)
    tops.append(contentsOf: (0..<Int32(tokens.count)))
  }

  /// Gives a word its head: −1 for the root, −2 for what is no part of the tree.
  package mutating func set(
    _ word: Int, head: Int, relation: Relation, grammemes: Grammemes
  ) {
    heads[word] = Int32(head)
    relations[word] = relation
    readings[word] = grammemes
  }

  /// Whether a word is a noun or what stands for one.
  package func isNominal(_ word: Int) -> Bool {
    let nominal = Grammemes.NOUN.union(.ADJF).union(.PRTF).union(.NPRO).union(.NUMR).union(.LATN)
    return readings[word].intersects(nominal)
  }

  /// Makes one word of a stretch: its highest word stands for it, the others hang on that, and so
  /// does all that hung on them.
  package mutating func unite(_ words: Range<Int>) {
    guard words.count > 1,
      let top = words.filter({ relations[$0] != .punct }).min(by: { depth(of: $0) < depth(of: $1) })
    else { return }
    // «компании «Ромашка»» stands in the case of its first word, the name in none.
    if let first = words.first(where: { readings[$0].intersects(.cases) }) {
      readings[top] = readings[top].subtracting(.cases).union(readings[first].intersection(.cases))
    }
    for word in words where word != top {
      heads[word] = Int32(top)
      relations[word] = relations[word] == .punct ? .punct : .flat
      tops[word] = Int32(top)
    }
  }

  /// How many heads are above a word; a word that is no part of the tree lies deepest.
  private func depth(of word: Int) -> Int {
    var depth = 0
    var word = word
    while heads[word] >= 0, depth < 200 {
      word = Int(heads[word])
      depth += 1
    }
    return heads[word] == -1 ? depth : 1000
  }

  /// The word that stands for the stretch that a word is part of.
  func top(of word: Int) -> Int { Int(tops[word]) }

  /// Links the dependents of each word, when all words have their heads.
  package mutating func finish() {
    for word in heads.indices where heads[word] >= 0 {
      let top = tops[Int(heads[word])]
      if top != word { heads[word] = top }
    }
    firstChildren.removeAll(keepingCapacity: true)
    nextSiblings.removeAll(keepingCapacity: true)
    firstChildren.append(contentsOf: repeatElement(-1, count: heads.count))
    nextSiblings.append(contentsOf: repeatElement(-1, count: heads.count))
    for word in heads.indices.reversed() where heads[word] >= 0 {
      let head = Int(heads[word])
      nextSiblings[word] = firstChildren[head]
      firstChildren[head] = Int32(word)
    }
  }

  package var count: Int { heads.count }

  /// The head of a word; negative if it has none.
  func head(of word: Int) -> Int { Int(heads[word]) }
  func relation(of word: Int) -> Relation { relations[word] }
  /// The grammemes of the reading that was chosen.
  func grammemes(of word: Int) -> Grammemes { readings[word] }

  /// The dependents of a word, left to right.
  func children(of word: Int) -> Children {
    Children(word: firstChildren[word], siblings: nextSiblings)
  }

  struct Children: Sequence, IteratorProtocol {
    fileprivate var word: Int32
    fileprivate let siblings: [Int32]

    mutating func next() -> Int? {
      guard word >= 0 else { return nil }
      defer { word = siblings[Int(word)] }
      return Int(word)
    }
  }

  func child(of word: Int, _ wanted: Relation) -> Int? {
    children(of: word).first { relations[$0] == wanted }
  }

  /// The words of a phrase: a word and what hangs on it, as far as `enters` lets, at most 200.
  func phrase(of word: Int, enters: (Int) -> Bool = { _ in true }) -> [Int] {
    var found = [word]
    var place = 0
    while place < found.count, found.count < 200 {
      for child in children(of: found[place]) where found.count < 200 && enters(child) {
        found.append(child)
      }
      place += 1
    }
    return found
  }
}

// MARK: As text

extension HeadTree {
  /// The tree as text: a word or name a line with its relation, its dependents indented under it.
  ///
  ///     купило  root
  ///       АО «Ромашка»  nsubj
  ///       ТОО «Каспий»  obj
  ///
  /// - Parameter text: The words of a stretch of the sentence's words.
  package func outline(_ text: (Range<Int>) -> String) -> String {
    var ends = Array(repeating: 0, count: count)
    var starts = Array(repeating: count, count: count)
    for word in 0..<count {
      let top = top(of: word)
      starts[top] = min(starts[top], word)
      ends[top] = max(ends[top], word + 1)
    }
    var lines = ""
    // A stack, not recursion: a chain can be as long as the sentence.
    var open = (0..<count).filter { heads[$0] == -1 }.reversed().map { (word: $0, depth: 0) }
    while let (word, depth) = open.popLast() {
      if top(of: word) == word, relations[word] != .punct {
        lines += String(repeating: "  ", count: min(depth, 40))
        lines += "\(text(starts[word]..<ends[word]))  \(relations[word].name)\n"
      }
      open += Array(children(of: word)).reversed().map { ($0, depth + 1) }
    }
    return lines
  }
}

// MARK: Cases

extension HeadTree {
  /// Does the word stand in the case, in any of its variants?
  func isIn(_ wanted: Grammemes, _ word: Int) -> Bool {
    var own = readings[word]
    if own.intersects(Grammemes.gen1.union(.gen2)) { own.formUnion(.gent) }
    if own.intersects(Grammemes.loc1.union(.loc2)) { own.formUnion(.loct) }
    if own.contains(.acc2) { own.formUnion(.accs) }
    return own.contains(wanted)
  }

  /// The preposition of a noun, or nil.
  func preposition(of word: Int) -> Int? { child(of: word, .case) }

  /// Is the word a noun, a name or a number that depends on its head without a preposition?
  func isBare(_ word: Int) -> Bool {
    switch relations[word] {
    case .nmod, .obl, .iobj, .obj, .nsubj: preposition(of: word) == nil
    default: false
    }
  }
}
