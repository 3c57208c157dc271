import RussianMorphology
import RussianText
import TextRules

// What a sentence leaves out because what stands before has said it.
extension IndicatorReader {
  /// Adds whose value it is and when, where only one answer fits, and tells which of the arguments
  /// the sentence itself does not state.
  func complete(_ draft: inout IndicatorDraft) {
    addToldOwner(to: &draft)
    if draft.organization == nil { draft.organization = owner(of: draft) }
    addScene(to: &draft)
    addToldPlace(to: &draft)
    draft.place = draft.place ?? placeOfExample(draft)
    if isForetoldOfThePast(draft) { draft.period = nil }
    if draft.period == nil { draft.period = periodOfThen(for: draft) }
    if draft.period == nil { draft.period = reportedPeriod(for: draft) }
    if let base = draft.change?.base, base.grain == .year, let period = draft.period,
      let from = base.from, let start = period.from, from >= start
    {
      // «в 2020 году выросла на 5 % к предыдущему году»: the year before that of the change.
      draft.change?.base = yearBefore(period)
    }
    draft.inferred = []
    if let organization = draft.organization, !named.names(organization, in: range) {
      draft.inferred.append("organization")
    }
    if let period = draft.period, !named.states(period, in: range) { draft.inferred.append("period") }
    if let place = draft.place, !named.names(place, in: range) { draft.inferred.append("place") }
  }

  // MARK: Whose

  /// What «компания», «банк», «регулятор» at a token stands for: the name behind it, or the only
  /// organization near that fits.
  func standIn(at token: Int) -> EntityReference? {
    guard kinds.hasAnalysis(token, [.NOUN, .sing]) else { return nil }
    let next = token + 1
    if next < range.upperBound {
      if let record = context.records(of: .organization, in: next..<next + 1).first {
        return words.has(.genericOrganization, in: token..<next, kinds)
          ? context.reference(to: record) : nil
      }
      // «компания Русский уголь» may be a name that is not known, «группа населения» is none.
      if kinds.isCapitalized(next) || kinds.isQuote(next) { return nil }
      if kinds.hasAnalysis(next, [.NOUN, .gent]) || kinds.hasAnalysis(next, [.ADJF, .gent]) {
        return nil
      }
    }
    // «нефтяная компания» is some company.
    if token > range.lowerBound, kinds.hasAnalysis(token - 1, .ADJF),
      !kinds.hasAnalysis(token - 1, .Apro)
    {
      return nil
    }
    guard let organizationKind, let record = standIns.record(at: token, of: [organizationKind]),
      record.tokens.upperBound <= token
    else { return nil }
    return context.reference(to: record)
  }

  /// «Скорость катера — 50 км/ч, мощность — 150 л. с.»: the bare noun has the owner of the one before.
  private func addToldOwner(to draft: inout IndicatorDraft) {
    guard let named = draft.subject.named, named.count == 1, range.contains(named.lowerBound),
      draft.place == nil, draft.organization == nil, !draft.subject.name.contains(" "),
      words.has(.physical, in: named, kinds) || words.has(.price, in: named, kinds),
      let last = draftsOfSentence().last, let told = last.subject.named, let head = last.subject.head,
      told.lowerBound == head, told.count > 1, range.contains(head), chunker.isNoun(head + 1) || kinds.hasAnalysis(head + 1, [.ADJF, .gent]),
      words.has(.physical, in: head..<head + 1, kinds) || words.has(.price, in: head..<head + 1, kinds),
      !hasNominative(between: told.upperBound, and: named.lowerBound)
    else { return }
    var end = head + 1
    while end < told.upperBound, !kinds.hasAnalysis(end, .PREP) || kinds.isCapitalized(end) { end += 1 }
    // «дальность стрельбы — 8 км, масса — 75 т»: the firing has no mass.
    guard (head + 1..<end).contains(where: { kinds.isQuote($0) || kinds.isCapitalized($0) }) else { return }
    draft.subject.name += " " + kinds.text(of: head + 1..<quoteEnd(of: head + 1..<end))
    draft.place = last.place
    draft.organization = last.organization
  }

  /// Whether something else may own what is told behind it.
  private func hasNominative(between start: Int, and end: Int) -> Bool {
    chunks.contains {
      guard $0.tokens.lowerBound >= start, $0.tokens.upperBound <= end, let phrase = $0.phrase,
        phrase.preposition == nil
      else { return false }
      return !words.has(.physical, in: phrase.head..<phrase.head + 1, kinds) && chunker.nominative(phrase) != nil
    }
  }

  private func owner(of draft: IndicatorDraft) -> EntityReference? {
    let subject = draft.subject
    if let tokens = subject.tokens, let head = subject.head, tokens.contains(head),
      range.contains(head), tokens.upperBound <= range.upperBound
    {
      // «потери компании»
      for token in head + 1..<max(head + 1, tokens.upperBound)
      where kinds.hasAnalysis(token, [.NOUN, .gent, .sing]) {
        if let reference = standIn(at: token) { return reference }
      }
    }
    guard draft.place == nil, subject.organization == nil, isOwned(subject) else { return nil }
    // «Выручка «Ромашки» составила 5 млн при прибыли в 2 млн»
    let told = draftsOfSentence().last
    if let told, told.organization != nil, let head = told.subject.head, range.contains(head),
      words.has(.metric, in: head..<head + 1, kinds)
    {
      return told.organization
    }
    return nearestOwner(before: subject.head ?? range.lowerBound)
  }

  /// «выручка», «котировки акций»: a value that an organization has, with no owner beside it.
  private func isOwned(_ subject: IndicatorSubject) -> Bool {
    guard let head = subject.head, range.contains(head), let tokens = subject.tokens,
      words.has(.owned, in: head..<head + 1, kinds)
    else { return false }
    let rest = head + 1..<max(head + 1, min(tokens.upperBound, range.upperBound))
    // «доходность индекса» is the index's, «ставка в банках» theirs.
    let preposition = rest.first { kinds.hasAnalysis($0, .PREP) } ?? rest.upperBound
    if rest.contains(preposition), words.has(.where, in: preposition..<preposition + 1, kinds) {
      return false
    }
    return !rest.contains {
      kinds.hasAnalysis($0, [.NOUN, .anim]) || chunker.name(at: $0) != nil
        || $0 < preposition && kinds.hasAnalysis($0, [.NOUN, .gent])
          && !words.has(.owned, in: $0..<$0 + 1, kinds)
        || words.has(.otherOwner, in: $0..<$0 + 1, kinds)
    }
  }

  /// The organization that the sentence speaks of so far, or else the only one of the two sentences
  /// before.
  func nearestOwner(before token: Int) -> EntityReference? {
    let here = named.organizations(in: range)
    if !here.isEmpty {
      let having = here.filter { $0.tokens.upperBound <= token && has($0.tokens.lowerBound) }
      guard let first = having.first, having.allSatisfy({ $0.reference == first.reference }) else {
        return nil
      }
      return isBusiness(first.type) ? first.reference : nil
    }
    var number = sentence - 1
    while number >= 0, number >= sentence - 2 {
      let found = namedBefore[sentence - 1 - number]
        .organizations(in: context.buffer.sentences[number].range)
      if let first = found.first {
        return found.allSatisfy { $0.reference == first.reference } && isBusiness(first.type)
          ? first.reference : nil
      }
      number -= 1
    }
    return nil
  }

  /// «у «Ромашки»», «в «Ромашке»»
  private func has(_ name: Int) -> Bool {
    guard let index = chunkIndex(at: name), let phrase = chunks[index].phrase,
      let preposition = phrase.preposition
    else { return false }
    return phrase.head == name && words.has(.where, in: preposition..<preposition + 1, kinds)
      && !words.has(.source, in: chunks[index].tokens, kinds)
  }

  private func isBusiness(_ type: OrganizationType?) -> Bool { type == .company || type == .bank }

  // MARK: Where

  /// How many sentences back the same noun may have been told of a place.
  private static var farthestSubject: Int { 3 }

  /// «В Казахстане цены в апреле выросли, но в июне инфляция упала», «Цена зерна в Омске достигла 5. К
  /// лету цена зерна вырастет до 7»: the place of what the sentence has told so far, or of the same
  /// noun before, where no other is named since.
  private func addToldPlace(to draft: inout IndicatorDraft) {
    guard draft.place == nil, draft.organization == nil, !draft.isFigure, !draft.isAside, !draft.subject.isStatement,
      draft.subject.organization == nil, let head = draft.subject.head, range.contains(head),
      words.has(.metric, in: head..<head + 1, kinds)
    else { return }
    for told in recentDrafts(Self.farthestSubject).reversed() where told.place != nil && !told.isAside {
      guard let place = told.place, told.organization == nil, let other = told.subject.head,
        told.sentence == sentence && clauses.kind(ofChunkAt: head, in: chunks) == .main
          || haveSameLemma(head, other) && told.subject.named?.count == draft.subject.named?.count
          || haveSameLemma(lastNoun(of: draft), other)
      else { continue }
      let start = min(told.tokens.lowerBound, context.buffer.sentences[told.sentence].range.lowerBound)
      let isOnly = context.records(of: .place, in: start..<draft.match.tokens.lowerBound)
        .allSatisfy { context.reference(to: $0) == place }
      if isOnly, !namesGenericPlace(in: range) { draft.place = place }
      return
    }
  }

  /// «объем резервов»: the reserves.
  private func lastNoun(of draft: IndicatorDraft) -> Int? {
    guard let named = draft.subject.named, let last = named.last, let head = draft.subject.head, last > head,
      kinds.hasAnalysis(last, [.NOUN, .gent])
    else { return nil }
    return last
  }

  private func haveSameLemma(_ one: Int?, _ other: Int) -> Bool {
    guard let one else { return false }
    let lemmas = [one, other].map { token in
      kinds.analysis(token, .NOUN).map { kinds.morphology.spelledLemma(of: $0) }
    }
    return lemmas[0] != nil && lemmas[0] == lemmas[1]
  }

  // MARK: When

  /// «зимой цена превысит 5»: a winter that is over by the days that are named near is not meant.
  private func isForetoldOfThePast(_ draft: IndicatorDraft) -> Bool {
    guard draft.status == .forecast, let end = draft.period?.to else { return false }
    let near = context.buffer.sentences[max(0, sentence - 2)].range.lowerBound..<range.upperBound
    return context.records(of: .date, in: near).contains {
      guard let span = context.period($0), span.grain == .day, let day = span.from else { return false }
      return end < day
    }
  }

  /// «Первый тур прошёл 14 мая. Тогда явка составила 60 %»: the only time of the sentence before.
  private func periodOfThen(for draft: IndicatorDraft) -> DateSpan? {
    guard draft.status == .actual, sentence > 0, !draft.isAside,
      words.has(.atThatTime, in: range.lowerBound..<range.lowerBound + 1, kinds),
      !named.hasTime(in: range, besides: draft.match.tokens)
    else { return nil }
    let dates = context.records(of: .date, in: context.buffer.sentences[sentence - 1].range)
    guard dates.count == 1, let span = context.period(dates[0]), span.from != nil, span.to != nil, !span.recurring else { return nil }
    return span
  }

  /// How many sentences back the last value of the reported period may be told.
  private static var farthestReport: Int { 4 }

  /// The period that all values told before are of, where the text reports of one: that of the year
  /// before, with which it is compared, aside.
  private func reportedPeriod(for draft: IndicatorDraft) -> DateSpan? {
    guard draft.status == .actual || draft.isPlaced, !draft.isAside, !draft.isFigure, draft.change == nil || draft.measure != nil,
      !named.hasTime(in: range, besides: draft.match.tokens), !words.has(.now, in: range, kinds)
    else { return nil }
    var periods: [DateSpan] = []
    var isNear = false
    var count = 0
    for told in drafts.reversed() where !told.isAside {
      // What lies far back is no longer what the text speaks of.
      if sentence - told.sentence > 2 * Self.farthestReport || count > 20 { break }
      guard let period = told.period, !told.inferred.contains("period") else { continue }
      guard period.from != nil, period.to != nil, period.grain != .day else { return nil }
      if sentence - told.sentence <= Self.farthestReport { isNear = true }
      count += 1
      if !periods.contains(period) { periods.append(period) }
    }
    let latest = periods.max { $0.from! < $1.from! }
    guard isNear, count > 1, let latest,
      periods.allSatisfy({ $0 == latest || isYearBefore($0, latest) })
    else { return nil }
    return latest
  }

  func yearBefore(_ period: DateSpan) -> DateSpan? {
    guard !period.recurring, let from = period.from else { return nil }
    return DateSpan(
      from: from.addingYears(-1), to: period.to?.addingYears(-1), grain: period.grain)
  }

  private func isYearBefore(_ earlier: DateSpan, _ later: DateSpan) -> Bool {
    guard earlier.grain == later.grain, let from = earlier.from, let start = later.from else {
      return false
    }
    return from.year == start.year - 1 && from.month == start.month && from.day == start.day
  }
}
