import RussianMorphology
import RussianSyntax
import RussianText
import TextRules

/// What a kind may look at while it makes a value: the document's tokens and the records so far.
final class KindContext {
  let buffer: TokenBuffer
  let morphology: MorphologyCache
  let matcher: RuleMatcher
  /// Values of the records so far, by payload.
  @exclusivity(unchecked) var values: [MentionValue] = []
  /// The rule that made each value.
  @exclusivity(unchecked) var ruleNumbers: [Int] = []
  /// The index of each value's mention in the document; nil if it is part of another. Known when the
  /// last layer has run.
  @exclusivity(unchecked) var mentionNumbers: [Int?] = []
  /// What the rules of the facts found, in text order of each layer.
  @exclusivity(unchecked) var factMatches: [KeptMatch] = []
  /// The heads of frames, which are read once the document's entities are known.
  @exclusivity(unchecked) var frameHeads: [KeptMatch] = []
  /// Dates as the text words them, with the payloads of their values; see ``placeDates(published:)``.
  @exclusivity(unchecked) var dates: [(payload: Int, expression: TemporalExpression)] = []
  /// Matches that name a day that the calendar does not have.
  @exclusivity(unchecked) var impossibleDates: [Range<Int>] = []
  /// Tokens that are a month and a year in one word: «сен-2012».
  @exclusivity(unchecked) var gluedMonths: Set<Int> = []
  /// Where the mentions stand, when they are in text order.
  @exclusivity(unchecked) var mentionTokens: [Range<Int>] = []

  /// What the mention of a payload covers where it is less than the record: «Ромашка» of «компания
  /// «Ромашка»», a record as a whole to later rules.
  var narrowed: [Int: Range<Int>] = [:]

  /// Whether nouns that may refer back to an organization are looked for; see ``References``.
  var keepsReferences = false

  /// Payloads of names that count only if the document confirms them; see ``DocumentNames``.
  @exclusivity(unchecked) var doubtful: Set<Int> = []

  /// Payloads of organizations that are called after who leads them; see ``isLeader(_:)``.
  var led: Set<Int> = []

  /// The structure of the sentences that facts ask for.
  private(set) lazy var forest = SentenceForest(self)

  init(matcher: RuleMatcher) {
    self.matcher = matcher
    buffer = matcher.buffer
    morphology = matcher.morphology
  }

  /// The value of an earlier record.
  func value(of record: MatchedRecord) -> MentionValue { values[record.payload] }

  /// The bytes of the document from the first of `tokens` to the last.
  func bytes(of tokens: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: buffer.utf8[utf8Range(of: tokens)])
  }

  /// The bytes of the tokens; those of one token as it was meant, without soft hyphens and such.
  func spelling(of tokens: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    tokens.count == 1 ? buffer.spelling(of: tokens.lowerBound) : bytes(of: tokens)
  }

  /// Where the tokens stand, in bytes of the document; they are not empty.
  func utf8Range(of tokens: Range<Int>) -> Range<Int> {
    Int(buffer[tokens.lowerBound].start)..<Int(buffer[tokens.upperBound - 1].end)
  }

  /// As ``utf8Range(of:)``, without the full stop of an abbreviation that ends the sentence too.
  ///
  /// A date never keeps it: «2016 г.» has the same span within a sentence and at its end. Of
  /// «ЧМ-2018» the date is the year alone; of «сен-2012» it is all.
  func mentionRange(of tokens: Range<Int>, isDate: Bool = false) -> Range<Int> {
    let range = utf8Range(of: tokens)
    if isDate, tokens.count == 1, !isDigit(range.lowerBound), range.count > 4,
      (range.upperBound - 4..<range.upperBound).allSatisfy(isDigit),
      !gluedMonths.contains(tokens.lowerBound)
    {
      return range.upperBound - 4..<range.upperBound
    }
    let next = tokens.upperBound
    let endsSentence = next == buffer.count || buffer[next].flags.contains(.sentenceStart)
    guard endsSentence || isDate, range.count > 1, buffer.utf8[range.upperBound - 1] == UInt8(ascii: "."),
      buffer[next - 1].kind == .word
    else { return range }
    return range.lowerBound..<range.upperBound - 1
  }

  private func isDigit(_ offset: Int) -> Bool { buffer.utf8[offset] &- 0x30 < 10 }

  /// Calls `body` with each entry of a word list in `range`, left to right, the longest first.
  func forEachEntry(
    of lexicon: CompiledLexicon, in range: Range<Int>, _ body: (Range<Int>, Int) -> Void
  ) {
    matcher.forEachEntry(of: lexicon, in: range, body)
  }
}

extension KindContext {
  /// Forgets the document before.
  func begin() {
    values.removeAll(keepingCapacity: true)
    ruleNumbers.removeAll(keepingCapacity: true)
    mentionNumbers.removeAll(keepingCapacity: true)
    factMatches.removeAll(keepingCapacity: true)
    frameHeads.removeAll(keepingCapacity: true)
    forest.begin()
    dates.removeAll(keepingCapacity: true)
    impossibleDates.removeAll(keepingCapacity: true)
    if !gluedMonths.isEmpty { gluedMonths.removeAll(keepingCapacity: true) }
    if !narrowed.isEmpty { narrowed.removeAll(keepingCapacity: true) }
    if !doubtful.isEmpty { doubtful.removeAll(keepingCapacity: true) }
    if !led.isEmpty { led.removeAll(keepingCapacity: true) }
  }

  /// Marks the value that is being made as one that the document must confirm.
  func markDoubtful() { doubtful.insert(values.count) }

  /// Marks the value that is being made as one whose last words are a person.
  func markLed() { led.insert(values.count) }

  /// Gives the mention of the value that is being made less than its record's tokens.
  func narrowMention(to tokens: Range<Int>) { narrowed[values.count] = tokens }

  /// Keeps a value under a new payload, which is returned.
  func keep(_ value: MentionValue, rule: Int) -> Int {
    values.append(value)
    ruleNumbers.append(rule)
    return values.count - 1
  }
}
