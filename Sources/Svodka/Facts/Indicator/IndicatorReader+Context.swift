import RussianMorphology
import RussianText
import TextRules

// What a sentence leaves out because what stands before has said it.
extension IndicatorReader {
  /// Adds whose value it is and when, where only one answer fits, and tells which of the arguments
  /// the sentence itself does not state.
  func complete(_ draft: inout IndicatorDraft) {
    if draft.organization == nil { draft.organization = owner(of: draft) }
    if draft.place == nil { draft.place = scene(of: draft) }
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

  // MARK: When

  /// How many sentences back the last value of the reported period may be told.
  private static var farthestReport: Int { 4 }

  /// The period that all values told before are of, where the text reports of one: that of the year
  /// before, with which it is compared, aside.
  private func reportedPeriod(for draft: IndicatorDraft) -> DateSpan? {
    guard draft.status == .actual, !draft.isAside, !draft.isFigure, draft.change == nil || draft.measure != nil,
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

  private func yearBefore(_ period: DateSpan) -> DateSpan? {
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
