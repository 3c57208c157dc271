import RussianMorphology
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
  private let disambiguator: Disambiguator
  private let universal: Universal
  private var choices: [UInt8] = []

  init() throws(ICUError) {
    tokenizer = try Tokenizer()
    buffer = try TokenBuffer()
    let cache = MorphologyCache(words: buffer.words)
    disambiguator = Disambiguator(cache: cache)
    universal = Universal(cache: cache)
  }

  /// Calls `body` with each sentence of `text`.
  func forEachSentence(of text: String, _ body: (SentenceRecord) -> Void) {
    var text = text
    text.withUTF8 { utf8 in
      tokenizer.tokenize(utf8, into: buffer)
      disambiguator.disambiguate(buffer, into: &choices)
      var offsets = OffsetMap(utf8)
      for sentence in buffer.sentences where sentence.count > 0 {
        body(record(of: sentence, utf8, &offsets))
      }
    }
  }

  private func record(
    of sentence: TokenRange, _ utf8: UnsafeBufferPointer<UInt8>, _ offsets: inout OffsetMap
  ) -> SentenceRecord {
    let tokens = sentence.range.map { record(of: $0, &offsets) }
    let first = buffer[sentence.range.lowerBound]
    let last = buffer[sentence.range.upperBound - 1]
    let bytes = UnsafeBufferPointer(rebasing: utf8[Int(first.start)..<Int(last.end)])
    return SentenceRecord(
      tokens: tokens, text: String(decoding: bytes, as: UTF8.self),
      range: tokens[0].range.lowerBound..<tokens[tokens.count - 1].range.upperBound,
      opensParagraph: first.flags.contains(.paragraphStart))
  }

  private func record(of index: Int, _ offsets: inout OffsetMap) -> TokenRecord {
    let token = buffer[index]
    let text = buffer.text(of: index)
    let start = offsets.scalarOffset(ofUTF8: Int(token.start))
    let end = offsets.scalarOffset(ofUTF8: Int(token.end))
    let word = choices.withUnsafeBufferPointer {
      universal.word(at: index, in: buffer, choices: $0)
    }
    return TokenRecord(
      text: text, lemma: word.lemma, partOfSpeech: word.partOfSpeech, features: word.features,
      range: start..<end,
      hasSpaceAfter: index + 1 == buffer.count
        || buffer[index + 1].flags.contains(.spaceBefore))
  }
}
