import RussianMorphology
import RussianText
import TextRules

/// Finds where direct speech begins that the press writes without marks: «…, — сказал он.»
///
/// What stands before the words about the speaker is spoken back to a dash or to the start of the
/// paragraph, unless the narrator words a sentence in between. Then it is spoken back to the first
/// sentence behind that one that speaks of «я», «мы» or «вы»; without one, the sentence alone is.
struct UnquotedSpeech: Sendable {
  /// What a sentence says of who words it.
  private enum Voice {
    case narrator, speaker, unknown
  }

  private let cues: CompiledLexicon
  private let voices: [Voice]
  private let opensOnly: [Bool]
  private let verbs: CompiledLexicon

  /// How many sentences a speech has at most, and how many tokens.
  private static let longest = (sentences: 12, tokens: 400)

  init(rules: CompiledRules) {
    let list = rules.lexicon("quote", "cue")!
    cues = list
    let says = list.column("says")!
    let place = list.column("place")!
    voices = (0..<list.count).map { entry in
      switch list.text(entry: entry, column: says) {
      case "speech": .speaker
      case "narration": .narrator
      default: .unknown
      }
    }
    opensOnly = (0..<list.count).map { list.text(entry: $0, column: place) == "start" }
    verbs = rules.lexicon("quote", "verb")!
  }

  /// The words of the speech that ends at `stop`; none where its last sentence opens as the
  /// narrator's: «На вопрос о ценах, — сказал он, — …».
  func words(before stop: Int, _ narration: Narration, _ context: FactContext) -> Range<Int>? {
    var current = context.sentence(of: stop).lowerBound
    if opensNarration(current..<stop, context) { return nil }
    var start = current
    var isBordered = isBorder(current, context)
    var count = 1
    while !isBordered, current > 0, count < Self.longest.sentences,
      stop - current < Self.longest.tokens
    {
      let before = context.sentence(of: current - 1)
      let sentence = before.lowerBound..<current
      let voice = voice(of: sentence, narration, context)
      if voice == .narrator { break }
      current = before.lowerBound
      count += 1
      if voice == .speaker { start = current }
      isBordered = isBorder(current, context)
    }
    // The first paragraph tells the news; a dash there opens speech.
    if isBordered, current > 0 || context.isDash(current) { start = current }
    while start < stop, context.isDash(start) { start += 1 }
    return start..<stop
  }

  private func opensNarration(_ sentence: Range<Int>, _ context: FactContext) -> Bool {
    let first = sentence.first { context.buffer[$0].kind != .punctuation }
    var opens = false
    context.kinds.forEachEntry(of: cues, in: sentence) { tokens, entry in
      if voices[entry] == .narrator, tokens.lowerBound == first { opens = true }
    }
    return opens
  }

  /// Where the speech ends that goes on behind the words about its speaker, at least with the
  /// sentence: «…, — сказал он. — … …».
  func end(from start: Int, _ narration: Narration, _ context: FactContext) -> Int {
    var current = context.sentence(of: start).upperBound
    var end = current
    for _ in 0..<Self.longest.sentences {
      guard current < context.buffer.count, !isBorder(current, context) else { return current }
      let next = current..<context.sentence(of: current).upperBound
      let voice = voice(of: next, narration, context)
      if voice == .narrator { return end }
      current = next.upperBound
      if voice == .speaker { end = current }
    }
    return end
  }

  /// Where the words behind «Кравчук: …» end: with the paragraph, or where the next one speaks.
  func turnEnd(from start: Int, _ context: FactContext) -> Int {
    let first = context.sentence(of: start).upperBound
    var end = first
    for _ in 0..<Self.longest.sentences {
      guard end < context.buffer.count, !isBorder(end, context) else { return end }
      let next = context.sentence(of: end)
      if (end..<min(end + 5, next.upperBound)).contains(where: {
        context.isSign($0, UInt8(ascii: ":"))
      }) {
        return end
      }
      end = next.upperBound
    }
    return first
  }

  /// A paragraph, or a dash at a sentence's start; texts without line breaks part their paragraphs
  /// by more than one space, or by none.
  private func isBorder(_ token: Int, _ context: FactContext) -> Bool {
    let buffer = context.buffer
    if token == 0 || buffer[token].flags.contains(.paragraphStart) || context.isDash(token) {
      return true
    }
    let gap = Int(buffer[token].start) - Int(buffer[token - 1].end)
    return gap != 1 && !context.kinds.isQuote(token - 1)
  }

  private func voice(
    of sentence: Range<Int>, _ narration: Narration, _ context: FactContext
  ) -> Voice {
    if sentence.contains(where: { narration.isSpoken[$0] }) { return .narrator }
    let first = sentence.first { context.buffer[$0].kind != .punctuation } ?? sentence.lowerBound
    var voice = Voice.unknown
    var isNarrated = false
    context.kinds.forEachEntry(of: cues, in: sentence) { tokens, entry in
      if opensOnly[entry], tokens.lowerBound != first { return }
      switch voices[entry] {
      case .narrator: isNarrated = true
      case .speaker: voice = .speaker
      case .unknown: break
      }
    }
    if isNarrated { return .narrator }
    if voice != .speaker, speaksOfItself(sentence, context) { voice = .speaker }
    if tellsOfSpeech(sentence, hasSpeaker: voice == .speaker, context) { return .narrator }
    if voice == .unknown, isAskedOrCalled(sentence, context) { voice = .speaker }
    return voice
  }

  /// «Считаю, что …», «Приходите»: a verb that nothing but a first or second person can be.
  private func speaksOfItself(_ sentence: Range<Int>, _ context: FactContext) -> Bool {
    sentence.contains { token in
      let analyses = context.kinds.morphology.analyses(of: context.buffer[token].word)
      return !analyses.isEmpty
        && analyses.allSatisfy {
          let grammemes = context.kinds.morphology.grammemes(of: $0)
          return grammemes.contains(.VERB)
            && grammemes.intersects(Grammemes.per1.union(.per2).union(.impr))
        }
    }
  }

  /// Does somebody say something there: «сообщил директор», «отметил, что …»?
  private func tellsOfSpeech(
    _ sentence: Range<Int>, hasSpeaker: Bool, _ context: FactContext
  ) -> Bool {
    var tells = false
    context.kinds.forEachEntry(of: verbs, in: sentence) { tokens, _ in
      guard !tells, isTold(tokens.lowerBound, context) else { return }
      tells = !hasSpeaker || hasNamedSubject(sentence, context)
    }
    return tells
  }

  /// Is the verb one of a third person, or past?
  func isTold(_ token: Int, _ context: FactContext) -> Bool {
    context.kinds.hasAnalysis(token, [.VERB, .past])
      || context.kinds.hasAnalysis(token, [.VERB, .per3])
      // «сказано в сообщении»
      || context.kinds.hasAnalysis(token, [.PRTS, .neut])
  }

  private func hasNamedSubject(_ sentence: Range<Int>, _ context: FactContext) -> Bool {
    context.records(of: .person, in: sentence).contains {
      context.canBe(.nomn, $0) && !context.isGoverned($0)
    }
      || context.records(of: .organization, in: sentence).contains {
        context.kinds.canBeSubject($0.tokens)
      }
  }

  private func isAskedOrCalled(_ sentence: Range<Int>, _ context: FactContext) -> Bool {
    let last = sentence.upperBound - 1
    return context.isSign(last, UInt8(ascii: "!")) || context.isSign(last, UInt8(ascii: "?"))
  }
}
