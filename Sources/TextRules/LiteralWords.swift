import RussianMorphology
import RussianText

/// Reads the words of rules and word lists as the tokenizer and the dictionary would read a text.
final class LiteralWords {
  private let tokenizer: Tokenizer
  private let buffer: TokenBuffer
  private let morphology: MorphologyCache

  init(tokenizer: Tokenizer) throws {
    self.tokenizer = tokenizer
    buffer = try TokenBuffer()
    morphology = MorphologyCache(words: buffer.words)
  }

  /// The normal forms of the tokens of `text`.
  func tokens(of text: [UInt8]) -> [[UInt8]] {
    // A single word, the commonest case by far, needs no boundaries.
    if text.allSatisfy({ $0 >= 0x80 || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) }) {
      let word = text.withUnsafeBufferPointer { buffer.words.intern($0) }
      return [Array(buffer.words.normalForm(of: word))]
    }
    return text.withUnsafeBufferPointer { bytes in
      tokenizer.tokenize(bytes, into: buffer)
      return (0..<buffer.count).map { Array(buffer.words.normalForm(of: buffer[$0].word)) }
    }
  }

  /// Does the token begin with a letter?
  func isWord(_ token: [UInt8]) -> Bool {
    guard let first = String(decoding: token, as: UTF8.self).unicodeScalars.first else {
      return false
    }
    return first.properties.isAlphabetic
  }

  /// The lemmas that a word written in a list may stand for: itself, if it is a lemma; else those
  /// of which it is the nominative («железная» in «железная дорога»); else itself.
  func lemmas(of token: [UInt8]) -> [[UInt8]] {
    let word = token.withUnsafeBufferPointer { buffer.words.intern($0) }
    var nominative: [[UInt8]] = []
    for analysis in morphology.analyses(of: word) {
      let lemma = Array(morphology.lemma(of: analysis))
      if lemma == token { return [token] }
      let grammemes = morphology.grammemes(of: analysis)
      if grammemes.contains(.nomn), !nominative.contains(lemma) { nominative.append(lemma) }
    }
    return nominative.isEmpty ? [token] : nominative
  }

  func isFunctionWord(_ token: [UInt8]) -> Bool {
    let word = token.withUnsafeBufferPointer { buffer.words.intern($0) }
    let function: Grammemes = [.PREP, .CONJ, .PRCL, .NPRO]
    return morphology.analyses(of: word).contains {
      morphology.grammemes(of: $0).intersects(function)
    }
  }

  /// Does the dictionary have the form?
  func isKnown(_ token: [UInt8]) -> Bool {
    morphology.isKnown(token.withUnsafeBufferPointer { buffer.words.intern($0) })
  }

  /// Is the form the lemma of one of its analyses?
  func isLemma(_ token: [UInt8]) -> Bool { lemmas(of: token) == [token] }

  /// Does any word have all of `required` and none of `excluded` in one analysis?
  func exists(_ required: Grammemes, without excluded: Grammemes) -> Bool {
    let lexicon = morphology.lexicon
    return (0..<lexicon.tagCount).contains { tag in
      let grammemes = lexicon.grammemes(of: TagID(tag))
      return grammemes.contains(required) && grammemes.isDisjoint(with: excluded)
    } || Lexicon.specialTags.contains { $0.contains(required) }
  }
}
