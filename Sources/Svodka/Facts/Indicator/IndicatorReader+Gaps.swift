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
    var draft = last
    if let preposition = phrase.preposition {
      if let subject = replaced(phrase, preposition, in: last.subject) {
        draft.subject = subject
        return draft
      }
      guard words.has(words.places, in: preposition..<preposition + 1, kinds),
        let name = phrase.names.first, name.kind == placeKind
      else { return nil }
      draft.place = context.reference(to: name)
      return draft
    }
    if let name = phrase.name {
      guard name.kind == placeKind || name.kind == organizationKind else { return nil }
    }
    let isMetric = words.has(words.metrics, in: phrase.head..<phrase.head + 1, kinds)
    if !isMetric, chunker.reading(of: phrase, as: .gent) != nil, let base = base(of: last.subject) {
      draft.subject = subject(from: phrase)
      draft.subject.name = base + " " + kinds.text(of: phrase.tokens)
      draft.subject.base = base
    } else if phrase.name == nil, chunker.nominative(phrase) != nil, !isJoinedToGoverned(index) {
      draft.subject = subject(from: phrase)
      // It stands in the nominative: «крупы» are several.
      if phrase.tokens == draft.subject.tokens { draft.subject.name = lowered(phrase.tokens) }
      if isMetric, phrase.complement.isEmpty, let owner = owner(in: last.subject) {
        draft.subject.name += " " + owner
      }
    } else {
      return nil
    }
    draft.organization = draft.subject.organization.flatMap(context.reference) ?? last.organization
    draft.place = draft.subject.place.flatMap(context.reference) ?? last.place
    return draft
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
      named.upperBound > head + 1, kinds.hasAnalysis(head + 1, .gent)
    else { return nil }
    return kinds.text(of: head + 1..<named.upperBound)
  }

  /// An amount behind a dash, in brackets or behind «или» that goes on with the clause before.
  mutating func readContinuation(_ figure: IndicatorPiece) -> Bool {
    guard let record = figure.match.record("measure"), let measure = context.measure(record),
      let sign = sign(before: figure.amount), let last = lastDraft(before: sign.token),
      last.measure != nil
    else { return false }
    var draft: IndicatorDraft?
    switch sign.kind {
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

  private enum ContinuationSign { case dash, opening, or }

  /// The sign before an amount and the words that bound it.
  private func sign(before amount: Range<Int>) -> (kind: ContinuationSign, token: Int)? {
    var token = amount.lowerBound - 1
    while token > range.lowerBound, words.has(words.bounds, in: token..<token + 1, kinds) { token -= 1 }
    guard token > range.lowerBound, let index = chunkIndex(at: token) else { return nil }
    switch chunks[index].kind {
    case .dash: return (.dash, token)
    case .opening: return (.opening, token)
    default: return words.has(words.or, in: token..<token + 1, kinds) ? (.or, token) : nil
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
