import RussianMorphology
import RussianSyntax
import RussianText

/// Reads sentences with one `StructureReader`, one after the other, as a worker does.
actor TreeReader {
  /// What the tests of all cases share, so that a sentence comes after others in any order.
  static let shared = Result { try TreeReader() }

  /// A sentence's tokens and how each hangs; marks are `punct`.
  struct Tree: Sendable, Equatable {
    struct Word: Sendable, Equatable {
      var form: String
      var head: Int
      var relation: Relation
      var reading: UInt8
    }

    var words: [Word] = []

    /// The token number of a word, `nil` if the sentence has no such token.
    func place(of word: TreeCase.Word) -> Int? {
      let places = words.indices.filter { words[$0].form == word.form }
      return word.occurrence <= places.count ? places[word.occurrence - 1] : nil
    }

    /// The word at a token's place, numbered as the cases number words.
    func word(at place: Int) -> TreeCase.Word {
      let before = words[...place].count { $0.form == words[place].form }
      return TreeCase.Word(form: words[place].form, occurrence: before)
    }

    /// How the token at a place hangs, in the terms of the cases.
    func choice(at place: Int) -> TreeCase.Choice {
      let head = words[place].head
      return TreeCase.Choice(
        relations: [words[place].relation], head: head < 0 ? nil : word(at: head))
    }
  }

  private let tokenizer: Tokenizer
  private let buffer: TokenBuffer
  private let reader: StructureReader
  private var tree = SentenceTree()

  init() throws {
    tokenizer = try Tokenizer()
    buffer = try TokenBuffer()
    reader = StructureReader(cache: MorphologyCache(words: buffer.words))
  }

  /// The trees of the sentences of `text`.
  func trees(of text: String) -> [Tree] {
    tokenizer.tokenize(text, into: buffer)
    return buffer.sentences.filter { $0.count > 0 }.map { sentence in
      tree.read(sentence.range, of: buffer, by: reader)
      return copy(of: sentence.range)
    }
  }

  /// The tree of all tokens of `text`, as of one sentence.
  func tree(ofOneSentence text: String, names: [Range<Int>] = []) -> Tree {
    tokenizer.tokenize(text, into: buffer)
    tree.read(0..<buffer.count, of: buffer, by: reader, names: names)
    return copy(of: 0..<buffer.count)
  }

  private func copy(of range: Range<Int>) -> Tree {
    Tree(
      words: range.enumerated().map { place, token in
        Tree.Word(
          form: buffer.text(of: token), head: tree.head(of: place),
          relation: tree.relation(of: place), reading: tree.reading(of: place))
      })
  }
}
