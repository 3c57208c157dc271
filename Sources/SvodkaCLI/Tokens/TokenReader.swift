import RussianMorphology
import RussianSyntax
import RussianText
import SvodkaDump

/// A token as it is written out.
struct TokenRecord {
  var text: String
  var lemma: String
  /// The part of speech, as Universal Dependencies name it.
  var partOfSpeech: String
  /// Morphological features, as Universal Dependencies write them; empty if there are none.
  var features: String
  /// In Unicode scalars of the document.
  var range: Range<Int>
  /// White space stands between this token and the next.
  var hasSpaceAfter: Bool
  /// Number of the head in the sentence, from 0; −1 for the root.
  var head: Int
  /// Relation to the head, as Universal Dependencies name it.
  var relation: Relation
}

/// A sentence as it is written out.
struct SentenceRecord {
  var tokens: [TokenRecord]
  var text: String
  var range: Range<Int>
  var opensParagraph: Bool
}

/// Reads the sentences and words of texts, one after the other; each worker has its own.
final class TokenReader {
  private let tokenizer: Tokenizer
  private let buffer: TokenBuffer
  private let structure: StructureReader
  private let universal: Universal
  private var tree = SentenceTree()
  private var choices: [UInt8] = []

  init() throws(ICUError) {
    tokenizer = try Tokenizer()
    buffer = try TokenBuffer()
    let cache = MorphologyCache(words: buffer.words)
    structure = StructureReader(cache: cache)
    universal = Universal(cache: cache)
  }

  /// Calls `body` with each sentence of `text`.
  func forEachSentence(of text: String, _ body: (SentenceRecord) -> Void) {
    var text = text
    text.withUTF8 { utf8 in
      tokenizer.tokenize(utf8, into: buffer)
      var offsets = OffsetMap(utf8)
      choices.removeAll(keepingCapacity: true)
      choices.append(contentsOf: repeatElement(0, count: buffer.count))
      for sentence in buffer.sentences where sentence.count > 0 {
        tree.read(sentence.range, of: buffer, by: structure)
        for token in sentence.range {
          choices[token] = tree.reading(of: token - sentence.range.lowerBound)
        }
        body(record(of: sentence, utf8, &offsets))
      }
    }
  }

  private func record(
    of sentence: TokenRange, _ utf8: UnsafeBufferPointer<UInt8>, _ offsets: inout OffsetMap
  ) -> SentenceRecord {
    let tokens = sentence.range.map {
      record(of: $0, place: $0 - sentence.range.lowerBound, &offsets)
    }
    let first = buffer[sentence.range.lowerBound]
    let last = buffer[sentence.range.upperBound - 1]
    let bytes = UnsafeBufferPointer(rebasing: utf8[Int(first.start)..<Int(last.end)])
    return SentenceRecord(
      tokens: tokens, text: String(decoding: bytes, as: UTF8.self),
      range: tokens[0].range.lowerBound..<tokens[tokens.count - 1].range.upperBound,
      opensParagraph: first.flags.contains(.paragraphStart))
  }

  private func record(of index: Int, place: Int, _ offsets: inout OffsetMap) -> TokenRecord {
    let token = buffer[index]
    let text = buffer.text(of: index)
    let start = offsets.scalarOffset(ofUTF8: Int(token.start))
    let end = offsets.scalarOffset(ofUTF8: Int(token.end))
    let word = choices.withUnsafeBufferPointer {
      universal.word(at: index, in: buffer, choices: $0)
    }
    return TokenRecord(
      text: text, lemma: word.lemma, partOfSpeech: word.partOfSpeech,
      features: features(of: word, at: place),
      range: start..<end,
      hasSpaceAfter: index + 1 == buffer.count
        || buffer[index + 1].flags.contains(.spaceBefore),
      head: tree.head(of: place), relation: tree.relation(of: place))
  }

  /// A word's features, with the case of a number in figures, which its sentence alone shows.
  private func features(of word: UniversalWord, at place: Int) -> String {
    let names = ["", "Nom", "Gen", "Dat", "Acc", "Ins", "Loc"]
    let number = Int(tree.wordClass(of: place).caseNumber)
    guard number > 0, number < names.count, word.features.hasPrefix("NumForm") else {
      return word.features
    }
    return "Case=\(names[number])|" + word.features
  }
}
