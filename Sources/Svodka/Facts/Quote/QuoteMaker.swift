import RussianMorphology
import RussianText
import TextRules

/// Direct speech and who said it.
struct QuoteMaker: FactMaker {
  static let name = "quote"

  private let finder: SpeakerFinder
  private let unquoted: UnquotedSpeech

  init(rules: CompiledRules) throws {
    finder = SpeakerFinder(rules: rules)
    unquoted = UnquotedSpeech(rules: rules)
  }

  /// Where a speech is, and the words that tell of its speaker.
  private struct Place {
    /// The parts of the speech.
    var speech: [Range<Int>]
    var fact: Range<Int>
    var clause: Range<Int>
    var isMarked = true
  }

  /// What is known of the document's quotes so far.
  private struct Progress {
    let marks: QuotationMarks
    let introductions: Introductions
    var narration: Narration
    /// The first tokens of the speeches that have a speaker already.
    var told: Set<Int> = []
    /// Where the last speech without quotation marks ends.
    var end = 0
  }

  func facts(of matches: [KeptMatch], in context: FactContext) -> [Fact] {
    guard !matches.isEmpty else { return [] }
    let ends = Set(matches.compactMap { $0.range("close")?.lowerBound })
    let places = Set(
      matches.compactMap { $0.range("stop")?.lowerBound ?? $0.range("close")?.upperBound })
    let marks = QuotationMarks(context, ends: ends, places: places)
    var progress = Progress(
      marks: marks, introductions: Introductions(finder.titles, context),
      narration: Narration(marks, ends: ends, context))
    return matches.compactMap { fact(of: $0, &progress, context) }
  }

  private func fact(
    of match: KeptMatch, _ progress: inout Progress, _ context: FactContext
  ) -> Fact? {
    guard var place = place(of: match, progress, context),
      let first = place.speech.first?.lowerBound, !progress.told.contains(first),
      let speaker = speaker(of: match, place, progress, context)
    else { return nil }
    if !place.isMarked { leaveOut(speaker.reference, from: &place, progress, context) }
    let text = text(of: place.speech, before: place.clause, progress.marks, context)
    guard !text.isEmpty else { return nil }
    progress.told.insert(first)
    progress.narration.add(
      speaker.reference, verb: (match.range("verb") ?? place.clause).lowerBound)
    if !place.isMarked {
      for part in place.speech { progress.narration.addSpeech(part) }
      progress.end = place.speech.last?.upperBound ?? progress.end
    }
    var quote = Quote(speaker: speaker.reference, text: text)
    let source = finder.source(in: place.clause, context)
    if source != speaker.reference { quote.source = source }
    var fact = context.fact(.quote(quote), of: match, in: place.fact)
    if speaker.isInferred { fact.inferred = ["speaker"] }
    return fact
  }

  private func place(
    of match: KeptMatch, _ progress: Progress, _ context: FactContext
  ) -> Place? {
    let marks = progress.marks
    if let close = match.range("close") {
      // A speech whose first mark is missing begins nobody knows where.
      guard marks.speeches[close.lowerBound] != nil else { return nil }
      // «… программу «Ромашка», — сказал он»: the mark may close a name within the speech.
      return speechBefore(close.lowerBound, match, marks, context)
        ?? speechAround(close.upperBound, match, progress, context)
    }
    if let open = match.range("open") {
      return speechAfter(open.lowerBound, match, marks, context)
    }
    if let stop = match.range("stop") {
      return speechAround(stop.lowerBound, match, progress, context)
    }
    if let said = match.range("said") {
      return speechBehindName(said.lowerBound, match, progress, context)
    }
    return nil
  }

  private func speaker(
    of match: KeptMatch, _ place: Place, _ progress: Progress, _ context: FactContext
  ) -> SpeakerFinder.Speaker? {
    if let person = match.record("person") {
      return context.reference(to: person).map { SpeakerFinder.Speaker(reference: $0) }
    }
    if let person = match.record("subject") {
      guard finder.canSpeak(person, context), !context.isGoverned(person) else { return nil }
      return context.reference(to: person).map { SpeakerFinder.Speaker(reference: $0) }
    }
    guard let verb = match.range("verb"), let first = place.speech.first?.lowerBound else {
      return nil
    }
    let background = SpeakerFinder.Background(
      narration: progress.narration, introductions: progress.introductions,
      start: max(0, min(first, place.clause.lowerBound)), context: context)
    return finder.speaker(
      in: place.clause, verb: verb,
      isImpersonal: match.column("form", of: "verb") == "impersonal"
        || context.kinds.hasAnalysis(verb.lowerBound, [.PRTS, .neut]), background)
  }

  /// Takes the sentences up to the last one that names the speaker off a speech without quotation
  /// marks: nobody calls himself by his name or title.
  private func leaveOut(
    _ speaker: EntityReference, from place: inout Place, _ progress: Progress,
    _ context: FactContext
  ) {
    guard let part = place.speech.first, part.upperBound > part.lowerBound else { return }
    let last = context.sentence(of: part.upperBound - 1).lowerBound
    guard part.lowerBound < last else { return }
    let before = part.lowerBound..<last
    let named = context.records(of: .person, in: before).last {
      context.reference(to: $0) == speaker
    }
    let heads = progress.introductions.heads(of: speaker)
    let titled = context.records(of: .position, in: before).last { record in
      guard let noun = context.head(of: record.tokens) else { return false }
      return context.kinds.hasAnalysis(noun, [.NOUN, .nomn, .sing])
        && heads.contains(finder.titles.lemma(of: noun, context.kinds))
    }
    let token = max(named?.tokens.lowerBound ?? -1, titled?.tokens.lowerBound ?? -1)
    guard token >= 0 else { return }
    let start = context.sentence(of: token).upperBound
    place.speech[0] = min(start, last)..<part.upperBound
    place.fact = place.speech[0].lowerBound..<max(place.fact.upperBound, part.upperBound)
  }

  // MARK: Where the speech is

  /// «…», — сказал X.
  private func speechBefore(
    _ close: Int, _ match: KeptMatch, _ marks: QuotationMarks, _ context: FactContext
  ) -> Place? {
    guard let speech = marks.speeches[close], let verb = match.range("verb") else { return nil }
    let words = speech.opening + 1..<close
    let isShort =
      match.field("form") != "plain" && !words.isEmpty
      && (isSentence(words, context) || context.kinds.isCapitalized(words.lowerBound))
    guard isSpeech(words, context) || isShort,
      QuotationMarks.opensSpeech(speech.opening, context)
      || words.count > 4 && match.field("form") != "plain"
    else { return nil }
    if match.field("form") == "plain", words.count < 4 { return nil }
    let clause = close + 1..<context.clauseEnd(from: verb.upperBound)
    return Place(speech: [words], fact: speech.opening..<clause.upperBound, clause: clause)
  }

  /// X сказал: «…»
  private func speechAfter(
    _ open: Int, _ match: KeptMatch, _ marks: QuotationMarks, _ context: FactContext
  ) -> Place? {
    guard let speech = marks.speech(from: open) else { return nil }
    let words = open + 1..<speech.closing
    // Behind a verb of speech a word or two will do: «ответил: «Конечно, да»».
    guard
      isSpeech(words, context)
        || match.range("verb") != nil && words.count > 1 && match.field("form") != "part"
    else { return nil }
    let start = context.clauseStart(before: match.wholeTokens.lowerBound)
    let end = context.includingStop(speech.closing + 1)
    return Place(
      speech: [words], fact: match.wholeTokens.lowerBound..<end, clause: start..<open)
  }

  /// «…, — сказал X. — …», and the same without quotation marks.
  private func speechAround(
    _ stop: Int, _ match: KeptMatch, _ progress: Progress, _ context: FactContext
  ) -> Place? {
    guard let verb = match.range("verb") else { return nil }
    guard let open = progress.marks.enclosing[stop],
      let speech = progress.marks.speech(from: open)
    else { return unquotedSpeech(around: stop, verb: verb, progress, context) }
    let (opening, closing) = (speech.opening, speech.closing)
    guard closing >= verb.upperBound else { return nil }
    let end = min(closing, context.clauseEnd(from: verb.upperBound))
    let clause = stop + 1..<end
    var parts = [opening + 1..<(context.isComma(stop) ? stop : stop + 1)]
    let rest = resumed(from: end, to: closing, context)
    // «Завод, — сказал он, — соберёт сто автобусов»
    guard isSpeech(parts[0], context) || rest.map({ isSpeech($0, context) }) ?? false else {
      return nil
    }
    if let rest { parts.append(rest) }
    return Place(
      speech: parts, fact: opening..<min(context.buffer.count, max(closing + 1, end)),
      clause: clause)
  }

  /// «…, — сказал X», without quotation marks.
  private func unquotedSpeech(
    around stop: Int, verb: Range<Int>, _ progress: Progress, _ context: FactContext
  ) -> Place? {
    guard stop >= progress.end, verb.lowerBound > stop, !progress.narration.isSpoken[stop],
      (stop..<verb.lowerBound).contains(where: context.isDash),
      unquoted.isTold(verb.lowerBound, context),
      let words = unquoted.words(before: stop, progress.narration, context)
    else { return nil }
    guard isSpeech(words, context) || isSentence(words, context) else { return nil }
    let end = max(verb.upperBound, context.clauseEnd(from: verb.upperBound))
    var parts = [words.lowerBound..<(context.isComma(stop) ? stop : stop + 1)]
    var rest = end
    while rest < context.buffer.count, context.isDash(rest) { rest += 1 }
    if rest > end, rest < context.buffer.count {
      parts.append(rest..<unquoted.end(from: rest, progress.narration, context))
    }
    let last = max(end, parts.last?.upperBound ?? end)
    return Place(
      speech: parts, fact: words.lowerBound..<min(last, context.buffer.count),
      clause: stop + 1..<end, isMarked: false)
  }

  /// What is said behind the dash that follows the words about the speaker.
  private func resumed(
    from end: Int, to closing: Int, _ context: FactContext
  ) -> Range<Int>? {
    var start = end
    while start < closing, context.isDash(start) { start += 1 }
    return start > end && start < closing ? start..<closing : nil
  }

  /// «Кравчук: Завод достроят к осени», a headline or a record of a talk.
  private func speechBehindName(
    _ said: Int, _ match: KeptMatch, _ progress: Progress, _ context: FactContext
  ) -> Place? {
    guard !progress.narration.isSpoken[said] else { return nil }
    let end = unquoted.turnEnd(from: said, context)
    guard isSpeech(said..<end, context), context.hasPredicate(in: said..<end) else { return nil }
    let clause = match.wholeTokens.lowerBound..<said
    return Place(
      speech: [said..<end], fact: clause.lowerBound..<end, clause: clause, isMarked: false)
  }

  /// More than a name in quotation marks.
  private func isSpeech(_ words: Range<Int>, _ context: FactContext) -> Bool {
    guard words.count >= 1 else { return false }
    if words.count > 3 { return true }
    return words.contains { context.kinds.hasAnalysis($0, .VERB) }
      || (context.buffer[words.upperBound - 1].kind == .punctuation)
  }

  /// «Все живы»: two words that say something.
  private func isSentence(_ words: Range<Int>, _ context: FactContext) -> Bool {
    words.count > 1 && context.hasPredicate(in: words)
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
    guard text.reduce(0, { $0 + ($1 == "«" ? 1 : $1 == "»" ? -1 : 0) }) == 1 else { return text }
    // A speech that is not closed; or «Мы купили «Ромашку», — сказал он: one mark closes both.
    return text.hasPrefix("«") ? String(text.dropFirst()) : text + "»"
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
