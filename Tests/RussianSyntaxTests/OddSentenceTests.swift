import RussianSyntax
import Testing

/// Whatever the text: no crash, and every sentence is one tree.
@Suite struct OddSentenceTests {
  static let nested = (1...200).map { "завод, который построил цех \($0)" }.joined(separator: ", ")

  static let texts: [String] = [
    "", " ", "\n\n", ".", "…", "?!", "«»", "( ) [ ] { }", "— — —", ",,,,,,,,", "%", "№ 5", "5",
    "Да", "и", "и и и и и", "в на под над", "не не не не", "который", "Который который который.",
    "The quick brown fox jumps over the lazy dog.", "ACME Corp.", "😀", "😀 😀 👨‍👩‍👧‍👦 🇰🇿",
    "Завод 😀 открыт 🎉!", "a\u{301}\u{302}\u{303} б\u{301}", "\u{0}\u{FEFF}\u{200B}", "日本語のテキスト",
    "Қазақстан Республикасының Үкіметі", "12 345,67 % 8 9 10", "(((((((((завод)))))))))",
    "«Завод «Завод «Завод»»»", "Завод: завод: завод: завод", "А. Б. В. Г. Д. Е.",
    "http://example.com/a?b=c user@example.com #тег @имя", nested,
  ]

  @Test("odd text is a tree", arguments: texts)
  func odd(_ text: String) async throws {
    for tree in try await TreeReader().trees(of: text) { Self.expectOneTree(tree) }
    Self.expectOneTree(try await TreeReader().tree(ofOneSentence: text))
  }

  @Test(
    "a sentence of thousands of words is a tree",
    arguments: ["завод ", "завод, ", "который ", "и ", "( ", "заводов ", "построил ", "5 ", "— "])
  func long(_ word: String) async throws {
    let tree = try await TreeReader().tree(ofOneSentence: String(repeating: word, count: 5000))
    Self.expectOneTree(tree)
  }

  @Test func everyCaseIsOneTree() async throws {
    let reader = try TreeReader()
    for example in try TreeTests.cases.get() {
      for tree in await reader.trees(of: example.sentence) { Self.expectOneTree(tree) }
    }
  }

  /// A sentence after an odd one is read as if it stood alone.
  @Test func oddTextLeavesNothingBehind() async throws {
    let sentence = "Завод, построенный компанией, выпускает трубы."
    let alone = try await TreeReader().trees(of: sentence)
    let reader = try TreeReader()
    for text in Self.texts {
      _ = await reader.trees(of: text)
      #expect(await reader.trees(of: sentence) == alone, "after «\(text.prefix(40))»")
    }
  }

  /// «Сделано в Астане» would be a clause; as a name it is one word, and the fund buys.
  @Test func aNameIsOneWord() async throws {
    let text = "Фонд «Сделано в Астане» купил завод."
    let tree = try await TreeReader().tree(ofOneSentence: text, names: [2..<5])
    Self.expectOneTree(tree)
    #expect(tree.words[3].head == 2 && tree.words[4].head == 2)
    #expect(tree.words[3].relation == .flat && tree.words[4].relation == .flat)
    #expect(tree.words[6].form == "купил" && tree.words[6].head == -1)
    #expect(tree.words[0].head == 6 && tree.words[0].relation == .nsubj)
  }

  /// One word hangs on nothing, and from each token the way up ends there; marks alone may have none.
  static func expectOneTree(_ tree: TreeReader.Tree) {
    let words = tree.words
    let hasWords = words.contains { $0.relation != .punct }
    let roots = words.indices.filter { words[$0].head < 0 && words[$0].relation != .punct }
    #expect(roots.count == (hasWords ? 1 : 0))
    var isSafe = Array(repeating: false, count: words.count)
    for start in words.indices {
      var path: [Int] = []
      var place = start
      while place >= 0, !isSafe[place], path.count <= words.count {
        path.append(place)
        place = words[place].head
      }
      guard path.count <= words.count else {
        Issue.record("\(words[start].form) hangs in a circle")
        return
      }
      for token in path { isSafe[token] = true }
    }
  }
}
