import RussianMorphology
import RussianText
import TextRules

// Where clauses begin and end.
extension FactContext {
  func isSign(_ token: Int, _ sign: UInt8) -> Bool {
    guard token >= 0, token < buffer.count, buffer[token].length == 1 else { return false }
    return buffer.bytes(of: token)[0] == sign
  }

  func isComma(_ token: Int) -> Bool { isSign(token, UInt8(ascii: ",")) }

  /// A dash, or a hyphen that stands free.
  func isDash(_ token: Int) -> Bool {
    guard token >= 0, token < buffer.count else { return false }
    let bytes = buffer.bytes(of: token)
    if bytes.count == 1 { return bytes[0] == UInt8(ascii: "-") }
    return bytes.count == 3 && bytes[0] == 0xE2 && bytes[1] == 0x80
      && (bytes[2] == 0x93 || bytes[2] == 0x94)
  }

  func sentence(of token: Int) -> Range<Int> { kinds.sentence(of: token) }

  /// The sentence of a statement; of a sentence without end the stretch around the statement, so that
  /// many statements in one cost no more than their number.
  func nearSentence(of tokens: Range<Int>) -> Range<Int> {
    let sentence = sentence(of: tokens.lowerBound)
    let reach = 200
    let start = max(sentence.lowerBound, tokens.lowerBound - reach)
    return start..<max(start, min(sentence.upperBound, tokens.upperBound + reach))
  }

  /// Where the words about a speaker end: with the sentence, or before the dash that resumes the
  /// speech.
  func clauseEnd(from token: Int) -> Int {
    let sentenceEnd = sentence(of: min(token, buffer.count - 1)).upperBound
    // A sentence without end is looked at where it is near.
    let end = min(sentenceEnd, token + 300)
    var index = token
    while index < end {
      if isDash(index), index > token, buffer[index - 1].kind == .punctuation,
        !kinds.isQuote(index - 1)
      {
        return index
      }
      index += 1
    }
    return max(end, token)
  }

  func clauseStart(before token: Int) -> Int { sentence(of: token).lowerBound }

  /// The parts of a range between commas and other punctuation, quotation marks aside.
  func parts(of range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for token in range where buffer[token].kind == .punctuation && !kinds.isQuote(token) {
      if token > start { parts.append(start..<token) }
      start = token + 1
    }
    if range.upperBound > start { parts.append(start..<range.upperBound) }
    return parts
  }

  /// Does a preposition stand before the name?
  func isGoverned(_ record: MatchedRecord) -> Bool {
    let first = record.tokens.lowerBound
    return first > 0 && kinds.hasAnalysis(first - 1, .PREP)
  }

  /// Does a verb stand there, or a gerund?
  func hasVerb(in range: Range<Int>) -> Bool {
    range.contains { token in
      guard buffer[token].shape == .lower else { return false }
      let first = kinds.morphology.analyses(of: buffer[token].word).first
      return first.map {
        kinds.morphology.grammemes(of: $0).intersects([.VERB]) || kinds.hasAnalysis(token, .GRND)
      } ?? false
    }
  }

  /// Where the sentence of a token begins, and those before it, the nearest first; of a sentence
  /// without end only what is near counts.
  func sentenceStarts(before token: Int, atMost count: Int) -> [Int] {
    var starts: [Int] = []
    var end = token
    while starts.count < count, end > 0 {
      let start = sentence(of: starts.isEmpty ? end : end - 1).lowerBound
      starts.append(max(start, end - 200))
      end = start
    }
    return starts
  }

  /// Does a predicate stand there: a verb, a short participle or adjective, «можно»?
  func hasPredicate(in range: Range<Int>) -> Bool {
    let predicates: [Grammemes] = [.VERB, .INFN, .PRTS, .ADJS, .PRED]
    return range.contains { token in predicates.contains { kinds.hasAnalysis(token, $0) } }
  }

  /// Can the name of a person stand in this case? A word that the dictionary lacks can.
  func canBe(_ grammeme: Grammemes, _ person: MatchedRecord) -> Bool {
    let other: Grammemes =
      switch gender(of: person) {
      case .male: .femn
      case .female: .masc
      case nil: []
      }
    return someWord(of: person.tokens, fits: grammeme, without: other)
  }

  /// The gender of a person, from any of the mentions.
  func gender(of record: MatchedRecord) -> Gender? {
    if let index = mentionIndex(of: record), case .person(let person) = mentions[index].value {
      return person.gender
    }
    guard case .person(let person) = value(of: record) else { return nil }
    return person.gender
  }

  /// The end behind the stops at a token.
  func includingStop(_ token: Int) -> Int {
    var end = token
    while end < buffer.count, buffer[end].kind == .punctuation, !kinds.isQuote(end), !isDash(end),
      !buffer[end].flags.contains(.paragraphStart)
    {
      end += 1
    }
    return end
  }
}
