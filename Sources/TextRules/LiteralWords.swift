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
    var tokens: [[UInt8]] = []
    text.withUnsafeBufferPointer { text in
      forEachToken(of: text) { tokens.append(Array(form(of: $0))) }
    }
    return tokens
  }

  /// Calls `body` with the word of each token of `text`; good until the next text.
  func forEachToken(of text: UnsafeBufferPointer<UInt8>, _ body: (WordID) -> Void) {
    if buffer.words.count > 1 << 13 { buffer.words.removeAll() }
    // A single word, the commonest case by far, needs no boundaries.
    if text.allSatisfy({ $0 >= 0x80 || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) }) {
      return body(buffer.words.intern(text))
    }
    tokenizer.tokenize(text, into: buffer)
    for index in 0..<buffer.count { body(buffer[index].word) }
  }

  /// The normal form of a word.
  func form(of word: WordID) -> UnsafeBufferPointer<UInt8> { buffer.words.normalForm(of: word) }

  /// Does the token begin with a letter?
  func isWord(_ token: some Collection<UInt8>) -> Bool {
    guard let first = token.first else { return false }
    if first < 0x80 { return first | 0x20 >= 0x61 && first | 0x20 <= 0x7A }
    // Cyrillic, as nearly always.
    if first == 0xD0 || first == 0xD1 { return true }
    return String(decoding: token, as: UTF8.self).unicodeScalars.first!.properties.isAlphabetic
  }

  /// The lemmas that a word written in a list may stand for.
  func lemmas(of token: [UInt8]) -> [[UInt8]] {
    var lemmas: [[UInt8]] = []
    forEachLemma(of: token.withUnsafeBufferPointer { buffer.words.intern($0) }) {
      lemmas.append(Array($0))
    }
    return lemmas
  }

  /// Calls `body` with each lemma that a word written in a list may stand for: itself, if it is a
  /// lemma; else those of which it is the nominative («железная» in «железная дорога»); else itself.
  func forEachLemma(of word: WordID, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    let form = form(of: word)
    let analyses = morphology.analyses(of: word)
    if analyses.contains(where: { morphology.lemma(of: $0).elementsEqual(form) }) {
      return body(form)
    }
    var isFound = false
    for (index, analysis) in analyses.enumerated()
    where morphology.grammemes(of: analysis).contains(.nomn)
      && !analyses[..<index].contains(where: {
        $0.lemma == analysis.lemma && morphology.grammemes(of: $0).contains(.nomn)
      })
    {
      body(morphology.lemma(of: analysis))
      isFound = true
    }
    if !isFound { body(form) }
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
