import RussianMorphology
import RussianText
import TextRules

/// Direct speech and who said it.
struct QuoteMaker: FactMaker {
  static let name = "quote"

  private let finder: SpeakerFinder

  init(rules: CompiledRules) throws {
    finder = SpeakerFinder(rules: rules)
  }

  func facts(of matches: [KeptMatch], in context: FactContext) -> [Fact] {
    let ends = Set(matches.compactMap { $0.range("close")?.lowerBound })
    let places = Set(
      matches.compactMap { $0.range("stop")?.lowerBound ?? $0.range("close")?.upperBound })
    let marks = QuotationMarks(context, ends: ends, places: places)
    var narration = Narration(marks, ends: ends, context)
    var facts: [Fact] = []
    var told: Set<Int> = []
    for match in matches {
      guard let fact = fact(of: match, marks, &narration, &told, context) else { continue }
      facts.append(fact)
    }
    return facts
  }

  /// - Parameter told: The first tokens of the speeches that have a speaker already.
  private func fact(
    of match: KeptMatch, _ marks: QuotationMarks, _ narration: inout Narration,
    _ told: inout Set<Int>, _ context: FactContext
  ) -> Fact? {
    let found: (speech: [Range<Int>], fact: Range<Int>, clause: Range<Int>)?
    if let close = match.range("close") {
      // «… программу «Ромашка», — сказал он»: the mark may close a name within the speech.
      found = speechBefore(close.lowerBound, match, marks, context)
        ?? speechAround(close.upperBound, match, marks, context)
    } else if let open = match.range("open") {
      found = speechAfter(open.lowerBound, match, marks, context)
    } else if let stop = match.range("stop") {
      found = speechAround(stop.lowerBound, match, marks, context)
    } else {
      found = nil
    }
    guard let found, let first = found.speech.first?.lowerBound, !told.contains(first) else {
      return nil
    }
    let verb = match.range("verb")
    let speaker: EntityReference?
    if let person = match.record("person") {
      speaker = context.reference(to: person)
    } else if let verb {
      let start = min(first - 1, found.clause.lowerBound)
      speaker = finder.speaker(
        in: found.clause, verb: verb,
        isImpersonal: match.column("form", of: "verb") == "impersonal", before: start,
        narration, context)
    } else {
      speaker = nil
    }
    guard let speaker else { return nil }
    let text = text(of: found.speech, before: found.clause, marks, context)
    guard !text.isEmpty else { return nil }
    told.insert(first)
    narration.add(speaker, verb: (verb ?? found.clause).lowerBound)
    var quote = Quote(speaker: speaker, text: text)
    let source = finder.source(in: found.clause, context)
    if source != speaker { quote.source = source }
    return context.fact(.quote(quote), of: match, in: found.fact)
  }

  // MARK: Where the speech is

  /// «…», — сказал X.
  private func speechBefore(
    _ close: Int, _ match: KeptMatch, _ marks: QuotationMarks, _ context: FactContext
  ) -> (speech: [Range<Int>], fact: Range<Int>, clause: Range<Int>)? {
    guard let speech = marks.speeches[close], let verb = match.range("verb") else { return nil }
    let words = speech.opening + 1..<close
    guard isSpeech(words, context), QuotationMarks.opensSpeech(speech.opening, context)
      || words.count > 4 && match.field("form") != "plain"
    else { return nil }
    if match.field("form") == "plain", words.count < 4 { return nil }
    let clause = close + 1..<context.clauseEnd(from: verb.upperBound)
    return ([words], speech.opening..<clause.upperBound, clause)
  }

  /// X сказал: «…»
  private func speechAfter(
    _ open: Int, _ match: KeptMatch, _ marks: QuotationMarks, _ context: FactContext
  ) -> (speech: [Range<Int>], fact: Range<Int>, clause: Range<Int>)? {
    guard let speech = marks.speech(from: open) else { return nil }
    let words = open + 1..<speech.closing
    // Behind a verb of speech a word or two will do: «ответил: «Конечно, да»».
    guard isSpeech(words, context) || match.range("verb") != nil && words.count > 1 else {
      return nil
    }
    let start = context.clauseStart(before: match.wholeTokens.lowerBound)
    let end = context.includingStop(speech.closing + 1)
    return ([words], match.wholeTokens.lowerBound..<end, start..<open)
  }

  /// «…, — сказал X. — …», and the same with dashes alone.
  private func speechAround(
    _ stop: Int, _ match: KeptMatch, _ marks: QuotationMarks, _ context: FactContext
  ) -> (speech: [Range<Int>], fact: Range<Int>, clause: Range<Int>)? {
    guard let verb = match.range("verb") else { return nil }
    let opening: Int
    let closing: Int
    if let open = marks.enclosing[stop], let speech = marks.speech(from: open) {
      (opening, closing) = (open, speech.closing)
    } else if let dash = context.paragraphDash(before: stop) {
      (opening, closing) = (dash, context.paragraphEnd(after: stop))
    } else {
      return nil
    }
    guard closing >= verb.upperBound else { return nil }
    let end = min(closing, context.clauseEnd(from: verb.upperBound))
    let clause = stop + 1..<end
    var parts = [opening + 1..<(context.isComma(stop) ? stop : stop + 1)]
    guard isSpeech(parts[0], context) else { return nil }
    var resumed = end
    while resumed < closing, context.isDash(resumed) { resumed += 1 }
    if resumed > end, resumed < closing { parts.append(resumed..<closing) }
    return (parts, opening..<min(context.buffer.count, max(closing + 1, end)), clause)
  }

  /// More than a name in quotation marks.
  private func isSpeech(_ words: Range<Int>, _ context: FactContext) -> Bool {
    guard words.count >= 1 else { return false }
    if words.count > 3 { return true }
    return words.contains { context.kinds.hasAnalysis($0, .VERB) }
      || (context.buffer[words.upperBound - 1].kind == .punctuation)
  }

  /// The parts of a speech as one text: «…, — сказал он. — …» is two sentences, unless the words
  /// between end with a comma.
  private func text(
    of speech: [Range<Int>], before clause: Range<Int>, _ marks: QuotationMarks,
    _ context: FactContext
  ) -> String {
    var text = ""
    for part in speech {
      let words = self.text(of: part, marks, context)
      if words.isEmpty { continue }
      if let last = text.last {
        if last.isLetter || last.isNumber || last == "»" {
          text += context.isComma(clause.upperBound - 1) ? "," : "."
        }
        text += " "
      }
      text += words
    }
    // «Мы купили «Ромашку», — сказал он: one mark closes both.
    if text.reduce(0, { $0 + ($1 == "«" ? 1 : $1 == "»" ? -1 : 0) }) == 1 { text += "»" }
    return text
  }

  /// The words, with one space for each stretch of white space, without the marks that continue it.
  private func text(
    of words: Range<Int>, _ marks: QuotationMarks, _ context: FactContext
  ) -> String {
    var parts: [String] = []
    var start = words.lowerBound
    for token in words where marks.continuations.contains(token) {
      if token > start { parts.append(context.kinds.text(of: start..<token)) }
      start = token + 1
    }
    var end = words.upperBound
    while end > start, context.isComma(end - 1) { end -= 1 }
    if end > start { parts.append(context.kinds.text(of: start..<end)) }
    return parts.joined(separator: " ")
  }
}
