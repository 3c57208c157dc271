import RussianMorphology
import RussianText
import TextRules

// Clauses that leave out what the clause before has said: «добыча меди выросла на 5 %, цинка — на
// 14 %», «в Томске — 18 %, в Омске — 15 %».
extension IndicatorReader {
  /// What a clause without a verb is about: the subject of the clause before with the part that the
  /// phrase at `index` replaces.
  func gapSubject(at index: Int, after last: IndicatorDraft) -> IndicatorDraft? {
    guard let phrase = chunks[index].phrase else { return nil }
    if let place = gapPlace(phrase, after: last) {
      var draft = last
      draft.place = context.reference(to: place)
      return draft
    }
    var subject: IndicatorSubject?
    if let preposition = phrase.preposition {
      subject = replaced(phrase, preposition, in: last.subject)
    } else if phrase.name == nil || phrase.name?.kind == placeKind || phrase.name?.kind == organizationKind {
      subject = gapMember(phrase, after: last) ?? gapTopic(phrase, at: index, after: last)
    }
    guard let subject else { return nil }
    var draft = last
    draft.subject = subject
    if phrase.preposition == nil {
      draft.organization = subject.organization.flatMap(context.reference) ?? last.organization
      draft.place = subject.place.flatMap(context.reference) ?? last.place
    }
    return draft
  }

  /// «в Томске — 15 %»; «Ирак сократит добычу на 5 %, Оман — на 4 %»
  private func gapPlace(_ phrase: NominalPhrase, after last: IndicatorDraft) -> MatchedRecord? {
    if let preposition = phrase.preposition {
      guard replaced(phrase, preposition, in: last.subject) == nil,
        words.has(.where, in: preposition..<preposition + 1, kinds),
        let name = phrase.names.first, name.kind == placeKind
      else { return nil }
      return name
    }
    guard let name = phrase.name, name.kind == placeKind, last.place != nil, last.subject.place == nil,
      phrase.tokens == name.tokens, kinds.hasAnalysis(name.tokens.lowerBound, .nomn)
    else { return nil }
    return name
  }

  /// «цинка — на 14 %»: another member of what the subject is of.
  private func gapMember(_ phrase: NominalPhrase, after last: IndicatorDraft) -> IndicatorSubject? {
    guard !words.has(.metric, in: phrase.head..<phrase.head + 1, kinds), isGenitive(phrase),
      let base = base(of: last.subject)
    else { return nil }
    var subject = subject(from: phrase)
    subject.name = base + " " + kinds.text(of: phrase.tokens)
    subject.base = base
    return subject
  }

  /// «тарифы — на 7 %»: another subject, which may have the owner of the one before.
  private func gapTopic(
    _ phrase: NominalPhrase, at index: Int, after last: IndicatorDraft
  ) -> IndicatorSubject? {
    guard phrase.name == nil, chunker.nominative(phrase) != nil, !isJoinedToGoverned(index) else {
      return nil
    }
    // «жители Томска увеличили число поездок на 5 %, жители Омска — на 4 %»: it is who did it.
    if kinds.hasAnalysis(phrase.head, [.NOUN, .anim]), last.match.ruleName.hasPrefix("change."),
      last.subject.head.map({ !kinds.hasAnalysis($0, [.NOUN, .anim]) }) ?? true
    {
      return nil
    }
    var phrase = phrase
    // «а долларовый РТС»
    while phrase.tokens.lowerBound < phrase.head, kinds.hasAnalysis(phrase.tokens.lowerBound, .CONJ) {
      phrase.tokens = phrase.tokens.lowerBound + 1..<phrase.tokens.upperBound
    }
    var subject = subject(from: phrase)
    // It stands in the nominative: «крупы» are several.
    if phrase.tokens == subject.tokens { subject.name = lowered(phrase.tokens) }
    if words.has(.metric, in: phrase.head..<phrase.head + 1, kinds), phrase.complement.isEmpty,
      subject.tokens == phrase.tokens, let owner = owner(in: last.subject),
      // «дальность стрельбы — 8 км, масса — 75 т»: the firing has no mass.
      !isOfMotion(last.subject) || owner.contains(where: { $0.isUppercase })
    {
      subject.name += " " + owner
    }
    return subject
  }

  /// «дальность стрельбы», «скорость движения»: what the size is of is no thing.
  private func isOfMotion(_ subject: IndicatorSubject) -> Bool {
    subject.head.map { range.contains($0) && words.has(.ofMotion, in: $0..<$0 + 1, kinds) } ?? false
  }

  /// «рублёвый РТС»: the abbreviation could be one, its attribute could not.
  private func isGenitive(_ phrase: NominalPhrase) -> Bool {
    chunker.reading(of: phrase, as: .gent) != nil
      && (phrase.tokens.lowerBound..<phrase.head).allSatisfy { kinds.hasAnalysis($0, .gent) }
  }

  /// The first noun of a subject that has an owner: «добыча» of «добыча меди».
  private func base(of subject: IndicatorSubject) -> String? {
    if let base = subject.base { return base }
    guard let head = subject.head, let named = subject.named, named.contains(head),
      named.upperBound > head + 1 || subject.place != nil
    else { return nil }
    return chunker.name(of: named.lowerBound..<head + 1)
  }

  /// «скидка для студентов составит 30 %, для пенсионеров — 50 %»
  private func replaced(
    _ phrase: NominalPhrase, _ preposition: Int, in subject: IndicatorSubject
  ) -> IndicatorSubject? {
    guard let named = subject.tokens, range.contains(named.lowerBound) else { return nil }
    let word = context.buffer[preposition].word
    guard let place = named.first(where: { context.buffer[$0].word == word }),
      place > named.lowerBound
    else { return nil }
    var subject = subject
    subject.name =
      chunker.name(of: named.lowerBound..<place) + " " + kinds.text(of: preposition..<phrase.tokens.upperBound)
    return subject
  }

  /// «доходы бюджета — 5 млн, расходы — 6 млн»: a bare noun that has the owner of the one before.
  mutating func readGapOfMetric(_ piece: IndicatorPiece, _ measure: Measure) -> Bool {
    guard piece.match.ruleName == "indicator.metric-dash",
      let index = chunkIndex(at: piece.word.lowerBound), let phrase = chunks[index].phrase,
      phrase.preposition == nil, phrase.complement.isEmpty, phrase.head == piece.word.lowerBound,
      let last = lastDraft(before: piece.word.lowerBound), let kind = last.measure?.value.kind,
      kind == measure.value.kind, isGapBefore(index, last), owner(in: last.subject) != nil,
      var draft = gapSubject(at: index, after: last)
    else { return false }
    draft.match = piece.match
    draft.tokens = phrase.tokens.lowerBound..<piece.amount.upperBound
    draft.measure = measure
    draft.change = nil
    add(draft)
    return true
  }

  private func owner(in subject: IndicatorSubject) -> String? {
    guard let head = subject.head, let named = subject.named, named.contains(head),
      named.upperBound > head + 1, kinds.hasAnalysis(head + 1, .gent),
      // Of «глубина заложения станции» there is no telling which of the two is shared.
      (head + 1..<named.upperBound).count(where: { chunker.isNoun($0) }) < 2
    else { return nil }
    return kinds.text(of: head + 1..<named.upperBound)
  }

  /// An amount behind a dash, in brackets or behind «или» that goes on with the clause before.
  mutating func readContinuation(_ figure: IndicatorPiece) -> Bool {
    guard let record = figure.match.record("measure"), let measure = context.measure(record),
      let sign = sign(before: figure.amount), let last = lastDraft(before: sign.token)
    else { return false }
    var draft: IndicatorDraft?
    switch sign.kind {
    case .dash where last.measure == nil: return readContinuedChange(figure, measure, last, sign.token)
    case .dash:
      guard last.measure?.value.kind == measure.value.kind,
        let index = chunkIndex(at: sign.token), index > 0, isGapBefore(index - 1, last)
      else { return false }
      draft = gapSubject(at: index - 1, after: last)
      draft?.tokens = chunks[index - 1].tokens.lowerBound..<figure.amount.upperBound
    case .opening, .or:
      guard sign.token - last.match.tokens.upperBound <= 1, isOther(measure, than: last, sign.kind)
      else { return false }
      draft = last
    }
    guard var draft else { return false }
    draft.match = figure.match
    draft.measure = measure
    draft.change = nil
    draft.extend(over: figure.amount)
    add(draft)
    return true
  }

  /// «Ирак сократит добычу на 211 тысяч тонн, Оман — 144 тысячи»
  private mutating func readContinuedChange(
    _ figure: IndicatorPiece, _ measure: Measure, _ last: IndicatorDraft, _ dash: Int
  ) -> Bool {
    guard case .measure(let by)? = last.change?.by, by.value.kind == measure.value.kind,
      let index = chunkIndex(at: dash), index > 0, isGapBefore(index - 1, last),
      var draft = gapSubject(at: index - 1, after: last)
    else { return false }
    draft.change = Change(direction: last.change!.direction, by: .measure(measure), from: nil, to: nil)
    draft.change?.base = last.change?.base
    draft.match = figure.match
    draft.tokens = chunks[index - 1].tokens.lowerBound..<figure.amount.upperBound
    add(draft)
    return true
  }

  private enum ContinuationSign { case dash, opening, or }

  /// The sign before an amount and the words that bound it.
  private func sign(before amount: Range<Int>) -> (kind: ContinuationSign, token: Int)? {
    let token = words.start(ofBoundBefore: amount.lowerBound, in: kinds) - 1
    guard token > range.lowerBound, let index = chunkIndex(at: token) else { return nil }
    switch chunks[index].kind {
    case .dash: return (.dash, token)
    case .opening: return (.opening, token)
    default: return words.has(.or, in: token..<token + 1, kinds) ? (.or, token) : nil
    }
  }

  /// The last value that was told before a token of the sentence.
  private func lastDraft(before token: Int) -> IndicatorDraft? {
    draftsOfSentence().filter { $0.match.tokens.upperBound <= token && $0.sentence == sentence }
      .max { $0.match.tokens.lowerBound < $1.match.tokens.lowerBound }
  }

  /// Whether the phrase before the dash begins a clause: behind a sign, or a sign and «а».
  private func isGapBefore(_ index: Int, _ last: IndicatorDraft) -> Bool {
    guard index > 0, chunks[index].tokens.lowerBound >= last.match.tokens.upperBound else {
      return false
    }
    switch chunks[index - 1].kind {
    case .comma, .stop: return true
    case .other where kinds.hasAnalysis(chunks[index - 1].tokens.lowerBound, .CONJ): return true
    default: return false
    }
  }

  /// In brackets the sum of what was counted, behind «или» its share.
  private func isOther(
    _ measure: Measure, than last: IndicatorDraft, _ sign: ContinuationSign
  ) -> Bool {
    guard let kind = last.measure?.value.kind, kind != measure.value.kind else { return false }
    let isShare = kind == .percent || measure.value.kind == .percent
    return sign == .or ? isShare : !isShare
  }
}
