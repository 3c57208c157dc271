import RussianMorphology
import RussianText
import TextRules

// What a value or a change belongs to.
extension IndicatorReader {
  enum Found {
    case own(IndicatorSubject)
    /// The subject of an earlier draft, which the piece may complete.
    case shared(Int)
    case none

    func subject(in drafts: [IndicatorDraft]) -> IndicatorSubject? {
      switch self {
      case .own(let subject): subject
      case .shared(let number): drafts[number].subject
      case .none: nil
      }
    }
  }

  func subject(of piece: IndicatorPiece) -> Found {
    switch piece.form {
    case .verb(.object) where isActive(piece.word):
      return object(ofChange: piece).map { .own(subject(from: $0)) } ?? .none
    case .noun: return subject(ofNoun: piece)
    case .comparative, .verb(.exceed), .sign: return subject(ofComparison: piece)
    default: return subject(ofVerb: piece)
    }
  }

  private func subject(ofVerb piece: IndicatorPiece) -> Found {
    var verb = piece.word
    if kinds.hasAnalysis(verb.lowerBound, .GRND) {
      // «упал на 5 %, составив 7 млн»: the subject is the main verb's.
      if let last = lastOfSentence(before: piece) { return .shared(last) }
      verb = mainVerb(before: verb.lowerBound) ?? verb
    }
    if let owned = subjectOwned(byRelativeBefore: verb.lowerBound) { return .own(owned) }
    switch search(from: verb, verb: verb.lowerBound) {
    case .phrase(let phrase):
      return isReplaced(phrase.head, before: verb.lowerBound) ? .none : taken(phrase, asSubjectOf: verb.lowerBound)
    case .generic: return carried(for: piece)
    case .blocked, .nothing:
      // «вырос на 5 % и достиг 7 млн», «упал на 5 %, составив 7 млн»
      guard let last = lastOfSentence(before: piece), mayShare(drafts[last], verb),
        !isReplaced(drafts[last].subject.head ?? -1, before: verb.lowerBound)
      else { return .none }
      return .shared(last)
    }
  }

  /// Whether the verb may be a second one of what stands before: they agree, and nothing between the
  /// last sign and the verb can be a subject that is not known: «цены выросли, «Ромашка» подешевела».
  private func mayShare(_ draft: IndicatorDraft, _ verb: Range<Int>) -> Bool {
    if !draft.subject.reading.isEmpty, kinds.hasAnalysis(verb.lowerBound, .VERB),
      !kinds.hasAnalysis(verb.lowerBound, .INFN),
      !chunker.agrees(draft.subject.reading, withVerbAt: verb.lowerBound)
    {
      return false
    }
    var token = verb.lowerBound - 1
    while token > draft.match.tokens.upperBound, verb.lowerBound - token < 12 {
      if kinds.isQuote(token) { return false }
      if context.isComma(token) { return true }
      token -= 1
    }
    return true
  }

  /// «…, что составляет 88 % плана»: what the clause before has told of, and of what it is a share.
  func statement(of piece: IndicatorPiece, _ measure: Measure) -> IndicatorSubject? {
    let what = piece.word.lowerBound - 1
    guard measure.value.kind == .percent, what > range.lowerBound, context.isComma(what - 1),
      words.has(.what, in: what..<what + 1, kinds), let last = lastOfSentence(before: piece),
      drafts[last].measure != nil
    else { return nil }
    var subject = drafts[last].subject
    subject.tokens = nil
    subject.isStatement = true
    let end = piece.amount.upperBound
    if end < range.upperBound, let phrase = chunkIndex(at: end).flatMap({ chunks[$0].phrase }),
      phrase.preposition == nil && chunker.reading(of: phrase, as: .gent) != nil
        || words.has(.share, in: end..<end + 1, kinds)
    {
      let share = words[.shareName].text(entry: 0, column: 0)
      subject.name += ", " + share + " " + lowered(end..<phrase.tokens.upperBound)
    }
    return subject
  }

  private func mainVerb(before token: Int) -> Range<Int>? {
    guard let index = chunkIndex(at: token) else { return nil }
    return chunks[..<index].last {
      if case .finite = $0.kind { true } else { false }
    }?.tokens
  }

  /// What stands above something else: a value told before, or a subject of its own.
  private func subject(ofComparison piece: IndicatorPiece) -> Found {
    let start = min(piece.word.lowerBound, piece.amount.lowerBound)
    let last = mainDraft(before: start)
    let floor = last.map { drafts[$0].tokens.upperBound } ?? range.lowerBound
    let isVerb = if case .verb = piece.form { true } else { false }
    // «Инфляция: +4,5 % г/г», «Продажи (+12 %)»
    if case .sign = piece.form, let index = chunkIndex(at: start), index > 0,
      let phrase = chunks[index - 1].phrase ?? (index > 1 ? chunks[index - 2].phrase : nil),
      phrase.preposition == nil, chunker.nominative(phrase) != nil,
      chunkIndex(at: phrase.head).map({ !isJoinedToGoverned($0) }) ?? true,
      last == nil || phrase.tokens.lowerBound > floor
    {
      return taken(phrase)
    }
    let found = search(
      from: start..<max(start + 1, piece.word.upperBound),
      verb: isVerb ? piece.word.lowerBound : nil)
    if case .phrase(let phrase) = found, phrase.tokens.lowerBound >= floor,
      last == nil || phrase.tokens.lowerBound > floor
    {
      return taken(phrase)
    }
    // «этот показатель вдвое больше»: of something else.
    if case .generic = found, last != nil, !isVerb { return .none }
    if let last { return .shared(last) }
    guard let previous = drafts.indices.last, drafts[previous].sentence == sentence - 1,
      words.has(.generic, in: range.lowerBound..<range.lowerBound + 1, kinds)
    else { return .none }
    let main = recentDrafts(1).indices.last {
      !drafts[$0].isAside && drafts[$0].change == nil
    }
    return .shared(main ?? previous)
  }

  private func subject(ofNoun piece: IndicatorPiece) -> Found {
    if let index = chunkIndex(at: piece.word.lowerBound), let phrase = chunks[index].phrase,
      phrase.tokens.contains(piece.word.lowerBound)
    {
      // «после повышения зарплат размер составил»
      if piece.match.ruleName.hasSuffix("-equals"), phrase.preposition != nil { return .none }
      let rest = piece.word.upperBound..<phrase.tokens.upperBound
      if rest.contains(where: { chunker.isNoun($0) || chunker.name(at: $0) != nil }) { return .own(subject(ofTokens: rest, phrase)) }
    }
    let start = min(piece.word.lowerBound, piece.amount.lowerBound)
    if let index = chunkIndex(at: start), index > 1, case .dash = chunks[index - 1].kind,
      let phrase = chunks[index - 2].phrase
    {
      return taken(phrase)
    }
    if let last = mainDraft(before: start) { return .shared(last) }
    guard piece.match.ruleName.hasSuffix("-equals") else { return .none }
    return measured(before: start).map(taken) ?? carried(for: piece)
  }

  /// «Экспорт увеличился: рост составил 9 %»: the measurable subject that the sentence has named.
  private func measured(before token: Int) -> NominalPhrase? {
    chunks.last {
      guard $0.tokens.upperBound <= token, let phrase = $0.phrase, phrase.preposition == nil else { return false }
      return words.has(.metric, in: phrase.head..<phrase.head + 1, kinds) && chunker.nominative(phrase) != nil
    }?.phrase
  }

  /// A phrase as a subject, unless it stands for one named before.
  private func taken(_ phrase: NominalPhrase) -> Found {
    if let name = phrase.name, case .person = context.value(of: name) { return .none }
    let same = draftsOfSentence().indices.last {
      !drafts[$0].isAside
        && (drafts[$0].subject.tokens == phrase.tokens || drafts[$0].subject.head == phrase.head)
        && (drafts[$0].measure == nil || drafts[$0].change == nil)
    }
    if let same { return .shared(same) }
    return .own(subject(from: phrase))
  }

  /// A subject that the verb agrees with, with what is joined to it.
  private func taken(_ phrase: NominalPhrase, asSubjectOf verb: Int) -> Found {
    let found = taken(phrase)
    guard case .own(let subject) = found, kinds.hasAnalysis(verb, .plur) else { return found }
    if isLastOfSome(phrase, verb) { return .none }
    return .own(joined(subject, phrase))
  }

  /// «седан в двух версиях, а также хэтчбек подорожали»: what it is joined to is not known.
  private func isLastOfSome(_ phrase: NominalPhrase, _ verb: Int) -> Bool {
    guard let index = chunkIndex(at: phrase.tokens.lowerBound), index > 0, case .other = chunks[index - 1].kind,
      kinds.hasAnalysis(chunks[index - 1].tokens.upperBound - 1, .CONJ)
        || words.has(.both, in: chunks[index - 1].tokens, kinds) || words.has(.also, in: chunks[index - 1].tokens, kinds),
      !kinds.hasAnalysis(verb, .sing), firstJoined(to: phrase) == nil
    else { return false }
    return !(chunker.nominative(phrase)?.contains(.plur) ?? true)
  }

  /// A subject with the nouns before it that it is joined to: «вооружения, боеприпасы и техника».
  func joined(_ subject: IndicatorSubject, _ phrase: NominalPhrase) -> IndicatorSubject {
    guard let first = firstJoined(to: phrase) else { return subject }
    let rest = first.tokens.upperBound..<phrase.tokens.lowerBound
    var subject = subject
    let isSpaced = context.buffer[rest.lowerBound].flags.contains(.spaceBefore)
    subject.name = chunker.name(of: first) + (isSpaced ? " " : "") + kinds.text(of: rest) + " " + subject.name
    subject.tokens = first.tokens.lowerBound..<phrase.tokens.upperBound
    return subject
  }

  func subject(from phrase: NominalPhrase) -> IndicatorSubject {
    var subject = IndicatorSubject(phrase, chunker, context)
    // «их объем»
    let before = phrase.tokens.lowerBound - 1
    if words.has(.measureNoun, in: phrase.head..<phrase.head + 1, kinds),
      before >= range.lowerBound, phrase.complement.isEmpty,
      words.has(.generic, in: before..<before + 1, kinds), let last = reachable
    {
      let owner = drafts[last].subject
      // «её стоимость 55 долларов, её стоимость 85»: of something else.
      if owner.genitive == subject.genitive { return subject }
      if !drafts[last].isFigure {
        subject.name += " " + owner.genitive
        subject.genitive += " " + owner.genitive
      } else if words.has(.counting, in: phrase.head..<phrase.head + 1, kinds) {
        // «их количество»: what is counted has been named in the nominative.
        subject.name = owner.name
      }
    } else {
      addAttributes(of: phrase, to: &subject)
      addWholePhrase(of: phrase, to: &subject)
      addUnit(of: phrase, to: &subject)
      addPossessor(of: phrase, to: &subject)
      addPossessor(within: phrase, to: &subject)
    }
    closeQuote(in: &subject)
    return subject
  }

  private func subject(ofTokens tokens: Range<Int>, _ phrase: NominalPhrase) -> IndicatorSubject {
    var rest = phrase
    rest.tokens = tokens
    rest.name = nil
    rest.names = phrase.names.filter { tokens.contains($0.tokens.lowerBound) }
    rest.head = tokens.first { chunker.isNoun($0) } ?? tokens.lowerBound
    var subject = IndicatorSubject(rest, chunker, context)
    // «рост ставки»: the case behind the noun is the genitive.
    if let tokens = subject.named, kinds.hasAnalysis(rest.head, [.NOUN, .gent, .sing]),
      !kinds.hasAnalysis(rest.head, [.NOUN, .gent, .plur]),
      kinds.hasAnalysis(rest.head, [.NOUN, .nomn, .plur]) && rest.name == nil
    {
      subject.name = kinds.nominativeSingular(of: tokens, head: rest.head)
      subject.genitive = kinds.text(of: tokens)
    }
    addAttributes(of: rest, to: &subject)
    return subject
  }

  /// The subject that a pronoun or «показатель» takes up.
  private func carried(for piece: IndicatorPiece) -> Found {
    if let topic = topic(before: piece.word.lowerBound) { return .own(topic) }
    let verb = piece.word.lowerBound
    let pronoun = pronounSubject(before: verb)
    if let pronoun {
      switch antecedent(ofPronounAt: pronoun, verb) {
      case .phrase(let phrase): return .own(subject(from: phrase))
      case .generic: return .none
      case .blocked, .nothing: break
      }
    }
    let isMetric = pronoun == nil
    guard
      let last = recentDrafts(1).indices.last(where: {
        !drafts[$0].isAside
          && (drafts[$0].subject.reading.isEmpty || isMetric
            || chunker.agrees(drafts[$0].subject.reading, withVerbAt: verb))
      })
    else {
      if case .noun = piece.form { return .none }
      return isMetric ? metricOfLastSentence.map { .own($0) } ?? .none : .none
    }
    if isMetric, !isAlike(drafts[last], piece) || isOfOthers(piece) { return .none }
    var subject = drafts[last].subject
    subject.place = nil
    subject.tokens = nil
    return .own(subject)
  }

  /// «для мужчин этот показатель составил»: that of others.
  private func isOfOthers(_ piece: IndicatorPiece) -> Bool {
    chunks.contains {
      guard let phrase = $0.phrase, let preposition = phrase.preposition,
        isInClause(preposition, of: piece)
      else { return false }
      return words.has(.otherOf, in: preposition..<preposition + 1, kinds)
    }
  }

  /// «Этот показатель» is measured as what it stands for.
  private func isAlike(_ draft: IndicatorDraft, _ piece: IndicatorPiece) -> Bool {
    guard !piece.isChange, let record = piece.match.record("measure"),
      let kind = context.measure(record)?.value.kind
    else { return true }
    if let measure = draft.measure ?? draft.change?.to { return measure.value.kind == kind }
    return kind != .percent
  }

  /// The last draft, if it stands near enough to be taken up.
  private var reachable: Int? {
    recentDrafts(2).indices.last { !drafts[$0].isAside }
  }

  /// The pronoun that is the subject of the verb, and agrees with what it stands for.
  private func pronounSubject(before verb: Int) -> Int? {
    guard let index = chunkIndex(at: verb) else { return nil }
    for place in chunks[..<index].indices.reversed() {
      switch chunks[place].kind {
      case .pronoun: return place
      case .nominal(let phrase):
        if phrase.preposition == nil, chunker.nominative(phrase) != nil { return nil }
      case .finite, .stop: return nil
      default: break
      }
    }
    return nil
  }

  /// What the pronoun may stand for in its own sentence: a measurable noun; `generic` where another
  /// noun fits, so that there is no telling.
  private func antecedent(ofPronounAt pronoun: Int, _ verb: Int) -> Search {
    for chunk in chunks[..<pronoun].reversed() {
      guard let phrase = chunk.phrase, phrase.name == nil,
        chunker.nounReadings(of: phrase).contains(where: { chunker.agrees($0, withVerbAt: verb) })
      else { continue }
      return words.has(.metric, in: phrase.head..<phrase.head + 1, kinds)
        ? .phrase(phrase) : .generic
    }
    return .nothing
  }

  /// The last measurable noun of the sentence before, which states no value.
  private var metricOfLastSentence: IndicatorSubject? {
    guard sentence > 0 else { return nil }
    let before = context.buffer.sentences[sentence - 1].range
    var found: NominalPhrase?
    kinds.forEachEntry(of: words[.metric], in: before) { tokens, _ in
      found = chunker.phrase(at: tokens.lowerBound, before: before.upperBound)
    }
    return found.map { IndicatorSubject($0, chunker, context) }
  }

  /// What the last event of the sentence made or sold.
  var lastObject: String? {
    guard let last = draftsOfSentence().last(where: { !$0.isAside }),
      let space = last.subject.name.firstIndex(of: " ")
    else { return nil }
    return String(last.subject.name[last.subject.name.index(after: space)...])
  }

  private func topic(before token: Int) -> IndicatorSubject? {
    var start: Int?
    kinds.forEachEntry(of: words[.topic], in: range.lowerBound..<token) { tokens, _ in
      start = tokens.upperBound
    }
    guard let start, let index = chunkIndex(at: start), var phrase = chunks[index].phrase else {
      return nil
    }
    // «производства в отчётный период автобусной техники»
    var text = chunker.name(of: phrase)
    var place = index + 1
    while place < chunks.count, case let chunk = chunks[place], chunk.tokens.upperBound <= token {
      if case .comma = chunk.kind { break }
      if let more = chunk.phrase, more.preposition == nil, chunker.reading(of: more, as: .gent) != nil
      {
        text += " " + kinds.text(of: more.tokens)
        phrase.tokens = phrase.tokens.lowerBound..<more.tokens.upperBound
      }
      place += 1
    }
    var subject = IndicatorSubject(phrase, chunker, context)
    subject.name = text
    return subject
  }

  func lastOfSentence(before piece: IndicatorPiece) -> Int? {
    draftsOfSentence().indices.last { !drafts[$0].isAside }
  }

  /// The draft of this sentence that a comparison is about: of several the latest in time.
  private func mainDraft(before token: Int) -> Int? {
    let open = draftsOfSentence().indices.filter { drafts[$0].change == nil }
    let main = open.filter { !drafts[$0].isAside }
    let candidates = main.isEmpty ? open : main
    return candidates.max {
      let days = (drafts[$0].period?.from, drafts[$1].period?.from)
      guard let left = days.0, let right = days.1, left != right else { return $0 < $1 }
      return left < right
    }
  }
}
