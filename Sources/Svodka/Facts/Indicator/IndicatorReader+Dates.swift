import RussianMorphology
import RussianText
import TextRules

// When something had its value.
extension IndicatorReader {
  func period(
    of piece: IndicatorPiece, _ window: Range<Int>, of subject: IndicatorSubject
  ) -> DateSpan? {
    // «мост длиной 300 м, построенный в мае»: no size of May.
    if case .attribute = piece.form { return periodOfHost(piece) }
    guard !isProposed(piece) else { return nil }
    if let same = samePeriodBefore(for: piece) { return same }
    let start = min(piece.word.lowerBound, piece.amount.lowerBound)
    let amount = piece.amount
    let own = context.records(of: .date, in: window).filter {
      isInClause($0.tokens.lowerBound, of: piece) && !isBase($0, piece) && !isBaseOfEarlier($0)
        && !$0.tokens.overlaps(amount) && !isAttribute($0) && !isAttribute($0, of: subject)
    }
    let left = own.last {
      $0.tokens.upperBound <= max(start, amount.lowerBound) && isNear($0, piece)
    }
    let right = own.first {
      $0.tokens.lowerBound >= max(amount.upperBound, piece.word.upperBound) && isNext($0, piece)
    }
    if let found = piece.isRow ? right ?? left : left ?? right { return whole(found, own) }
    return dayOfState(of: piece, window) ?? carriedPeriod(for: piece) ?? openingPeriod(for: piece)
  }

  /// «в соответствующем периоде прошлого года показатель составлял 5 %»: that of the value before, a year
  /// earlier.
  private func samePeriodBefore(for piece: IndicatorPiece) -> DateSpan? {
    guard !piece.isChange, words.has(.samePeriod, in: range.lowerBound..<piece.amount.lowerBound, kinds),
      let period = lastMain?.period
    else { return nil }
    return yearBefore(period)
  }

  /// «В 2022 году завод вырос, доля брака составила 2 %»: what opens the sentence holds for all of its
  /// main clauses, where no other time is named.
  private func openingPeriod(for piece: IndicatorPiece) -> DateSpan? {
    guard !piece.isNominal, !piece.isFigure, kinds.hasAnalysis(piece.word.lowerBound, .past),
      let index = chunkIndex(at: piece.word.lowerBound), clauses.kind(of: index) == .main
    else { return nil }
    let dates = context.records(of: .date, in: range)
    guard dates.count == 1, case let start = dates[0].tokens.lowerBound, start <= range.lowerBound + 1,
      start == range.lowerBound || kinds.hasAnalysis(start - 1, .PREP),
      context.records(of: .duration, in: range).isEmpty, !isBase(dates[0], piece), !words.has(.now, in: range, kinds),
      let span = context.period(dates[0]), span.grain != .day, !span.recurring, span.from != nil, span.to != nil
    else { return nil }
    return span
  }

  /// «стоимость августовских фьючерсов»: no value of August.
  private func isAttribute(_ date: MatchedRecord, of subject: IndicatorSubject) -> Bool {
    guard let named = subject.named, let head = subject.head, named.contains(head) else { return false }
    return date.tokens.count == 1 && (head + 1..<max(head + 1, named.upperBound)).contains(date.tokens.lowerBound)
      && kinds.hasAnalysis(date.tokens.lowerBound, .ADJF)
  }

  /// «майская инфляция»
  func attributePeriod(of subject: IndicatorSubject) -> DateSpan? {
    guard let named = subject.named, let head = subject.head, named.lowerBound < head, range.contains(head) else {
      return nil
    }
    let dates = context.records(of: .date, in: named.lowerBound..<head)
    guard dates.count == 1, dates[0].tokens.count == 1, let span = context.period(dates[0]), !span.recurring else { return nil }
    return span
  }

  /// «выпустили 20 машин общей стоимостью 5 млн»: the cost is of the same time.
  private func periodOfHost(_ piece: IndicatorPiece) -> DateSpan? {
    guard let last = lastDraft, last.sentence == sentence, last.measure != nil,
      isInClause(last.match.wholeTokens.lowerBound, of: piece),
      piece.word.lowerBound - last.match.wholeTokens.upperBound < 8
    else { return nil }
    return last.period
  }

  /// The period of what was told before, if nothing here speaks of another.
  private func carriedPeriod(for piece: IndicatorPiece) -> DateSpan? {
    guard let last = lastMain, carriesPeriod(piece),
      piece.isChange || !words.has(.samePeriod, in: range.lowerBound..<piece.amount.lowerBound, kinds)
    else { return nil }
    if last.sentence == sentence {
      // What a clause says of its time holds for a clause joined to it, not for one within.
      guard let index = chunkIndex(at: last.match.wholeTokens.lowerBound),
        clauses.kind(of: index) == clauses.kind(of: chunkIndex(at: piece.word.lowerBound) ?? index)
      else { return nil }
      return last.period
    }
    guard sentence - last.sentence == 1, !startsParagraph, last.period?.from != nil,
      last.period?.to != nil, last.period?.grain != .day
    else { return nil }
    // Of a sentence that compares two periods there is no telling which goes on.
    let first = drafts.lastIndex { $0.sentence != last.sentence }.map { $0 + 1 } ?? 0
    let periods = Set(drafts[first...].lazy.filter { !$0.isAside }.compactMap(\.period))
    return periods.count == 1 ? periods.first : nil
  }

  private var lastMain: IndicatorDraft? { recentDrafts(1).last { !$0.isAside } }

  private func carriesPeriod(_ piece: IndicatorPiece) -> Bool {
    switch piece.form {
    case .metric where !piece.match.ruleName.hasSuffix("-dash"): return false
    // «рост цен составил 5 %» has a verb like any value.
    case .noun where piece.match.ruleName.hasSuffix("-equals"): break
    case .size, .attribute, .noun: return false
    default: break
    }
    guard let index = chunkIndex(at: piece.word.lowerBound) else { return false }
    let number = clauses.numbers[index]
    switch clauses.kinds[number] {
    case .aside, .relative, .participial, .condition, .locality: return false
    case .main, .complement, .other: break
    }
    let last = lastMain
    if last?.sentence != sentence, last?.status != nil,
      (last?.status == .actual) != kinds.hasAnalysis(piece.word.lowerBound, .past)
    {
      return false
    }
    if last?.sentence != sentence, hasOwnDate(piece) { return false }
    // Another date or span of time in the clause: «за год», not yet told of what stands before.
    let told = last?.sentence == sentence ? last?.match.wholeTokens.upperBound ?? 0 : 0
    for (place, chunk) in chunks.enumerated() where clauses.numbers[place] == number {
      guard case .date = chunk.kind, !chunk.tokens.overlaps(piece.amount) else { continue }
      if chunk.tokens.lowerBound >= told { return false }
    }
    // «во втором квартале погибли двое, в третьем — трое, пострадали пятеро»
    let hasOther = told > 0 && told < piece.amount.lowerBound
      && context.records(of: .date, in: told..<piece.amount.lowerBound).contains {
        !isBase($0, behind: piece.amount) && !isBaseOfEarlier($0)
      }
    if hasOther { return false }
    var hasNow = false
    kinds.forEachEntry(of: words[.now], in: range) { tokens, _ in
      if isInClause(tokens.lowerBound, of: piece) { hasNow = true }
    }
    return !hasNow
  }

  /// Whether the sentence names a time before the amount that is not the one compared with.
  private func hasOwnDate(_ piece: IndicatorPiece) -> Bool {
    context.records(of: .date, in: range).contains {
      $0.tokens.upperBound <= piece.amount.lowerBound && !isBase($0, piece)
    }
  }

  /// Does the token stand in the piece's own clause?
  func isInClause(_ token: Int, of piece: IndicatorPiece) -> Bool {
    guard let own = chunkIndex(at: piece.word.lowerBound), let other = chunkIndex(at: token) else {
      return false
    }
    return clauses.numbers[own] == clauses.numbers[other]
  }

  /// «в мае предложил повысить»: May is when it was proposed.
  private func isProposed(_ piece: IndicatorPiece) -> Bool {
    guard let governor = governor(of: piece) else { return false }
    let verb = chunks[governor].tokens
    guard kinds.hasAnalysis(verb.lowerBound, .past) else { return false }
    return !isGovernor(verb, auxiliary: true) && !words.has(.status, in: verb, kinds)
  }

  /// The finite verb of the clause that an infinitive hangs on.
  func governor(of piece: IndicatorPiece) -> Int? {
    guard kinds.hasAnalysis(piece.word.lowerBound, .INFN),
      let index = chunkIndex(at: piece.word.lowerBound)
    else { return nil }
    return chunks[..<index].lastIndex {
      guard case .finite = $0.kind else { return false }
      return isInClause($0.tokens.lowerBound, of: piece)
    }
  }

  private func isGovernor(_ verb: Range<Int>, auxiliary: Bool) -> Bool {
    var isOne = false
    kinds.forEachEntry(of: words[.governor], in: verb) { _, entry in
      if words.governorIsAuxiliary[entry] == auxiliary { isOne = true }
    }
    return isOne
  }

  /// «По данным на 1 августа, зарегистрировано 40 фирм»: so many there are on that day.
  private func dayOfState(of piece: IndicatorPiece, _ window: Range<Int>) -> DateSpan? {
    guard piece.isFigure, let use = figureUse(ofVerbAt: piece.word.lowerBound),
      words.figureUses[use] == .exist
    else { return nil }
    let times = context.records(of: .date, in: range) + context.records(of: .duration, in: range)
    guard times.count == 1, let date = times.first, date.tokens.upperBound <= window.upperBound,
      isOfSource(date), isInClause(date.tokens.lowerBound, of: piece),
      let day = context.period(date), day.grain == .day
    else { return nil }
    return day
  }

  /// «2000 года рождения», «по данным на 2018 год»
  private func isAttribute(_ date: MatchedRecord) -> Bool {
    let end = date.tokens.upperBound
    if end < range.upperBound, words.has(.attributeDate, in: end..<end + 1, kinds) {
      return true
    }
    return isOfSource(date)
  }

  func isOfSource(_ date: MatchedRecord) -> Bool {
    guard let index = chunkIndex(at: date.tokens.lowerBound), index > 1,
      case .other = chunks[index - 1].kind, let phrase = chunks[index - 2].phrase
    else { return false }
    return phrase.preposition != nil
      && words.has(.source, in: phrase.head..<phrase.head + 1, kinds)
  }

  /// «за июль и август»: both; nil where the dates cannot be put together.
  private func whole(_ date: MatchedRecord, _ own: [MatchedRecord]) -> DateSpan? {
    guard var span = context.period(date), let index = chunkIndex(at: date.tokens.lowerBound)
    else { return nil }
    // «за семь месяцев (январь — июль) 2022 года»
    if index > 0, case .closing = chunks[index - 1].kind { return nil }
    guard index > 1, case .other = chunks[index - 1].kind,
      kinds.hasAnalysis(chunks[index - 1].tokens.lowerBound, .CONJ),
      case .date = chunks[index - 2].kind
    else { return span }
    guard
      let first = own.first(where: { $0.tokens == chunks[index - 2].tokens })
        .flatMap(context.period),
      first.grain == span.grain, let start = first.from, let end = span.from, start < end
    else { return nil }
    span.from = start
    return span
  }

  var startsParagraph: Bool {
    context.buffer[range.lowerBound].flags.contains(.paragraphStart)
  }

  /// A day before another verb is the day of that verb: «5 мая сообщили, что …».
  ///
  /// Nor is the date of a verb that of a noun behind it, unless the verb tells but that there was a
  /// growth: «в мае готовили закон о повышении ставки».
  private func isNear(_ date: MatchedRecord, _ piece: IndicatorPiece) -> Bool {
    guard let span = context.period(date) else { return false }
    if span.recurring { return false }
    let start = min(piece.word.lowerBound, piece.amount.lowerBound)
    if isOfEarlierVerb(date, piece) || isOfParticiple(date.tokens.lowerBound) { return false }
    guard span.grain == .day || piece.isNominal, date.tokens.upperBound < start else { return true }
    return !chunks.contains {
      guard case .finite = $0.kind, $0.tokens.lowerBound >= date.tokens.upperBound,
        $0.tokens.upperBound <= start
      else { return false }
      return !piece.isNominal
        || !isGovernor($0.tokens, auxiliary: false) && !isFuture($0.tokens.lowerBound)
          && !isForecast($0.tokens)
          && !hasFuture(before: $0.tokens.lowerBound)
    }
  }

  /// «в следующем году ожидают»
  private func isForecast(_ verb: Range<Int>) -> Bool {
    words.has(.status, in: verb, kinds) && !kinds.hasAnalysis(verb.lowerBound, .past)
  }

  /// «будет запущен»
  private func hasFuture(before token: Int) -> Bool {
    token > range.lowerBound && isFuture(token - 1)
  }

  /// «построенный в мае завод»: the word before the preposition is a participle.
  func isOfParticiple(_ token: Int) -> Bool {
    for place in [token - 1, token - 2] where place >= range.lowerBound {
      guard let best = kinds.morphology.analyses(of: context.buffer[place].word).first else {
        return false
      }
      let grammemes = kinds.morphology.grammemes(of: best)
      if grammemes.contains(.PRTF) { return true }
      if !grammemes.contains(.PREP) { return false }
    }
    return false
  }

  /// «вышел в мае и собрал 5 млн», «возник 5 мая и со скоростью 18 км в час»
  private func isOfEarlierVerb(_ date: MatchedRecord, _ piece: IndicatorPiece) -> Bool {
    guard let index = chunkIndex(at: date.tokens.lowerBound),
      let end = chunkIndex(at: piece.word.lowerBound), index < end
    else { return false }
    let hasJoin = chunks[index..<end].contains {
      guard case .other = $0.kind else { return false }
      return kinds.hasAnalysis($0.tokens.lowerBound, .CONJ)
    }
    return hasJoin
      && chunks[..<index].contains {
        guard case .finite = $0.kind else { return false }
        return isInClause($0.tokens.lowerBound, of: piece)
      }
  }

  /// Nothing that ends the clause stands between the amount and the date.
  private func isNext(_ date: MatchedRecord, _ piece: IndicatorPiece) -> Bool {
    guard let span = context.period(date), !span.recurring else { return false }
    // «составил 500 руб. 1 марта в силу вступил закон»: another sentence.
    let end = piece.amount.upperBound
    if date.tokens.lowerBound == end, context.buffer[end - 1].flags.contains(.abbreviation),
      context.buffer[end].kind == .number
    {
      return false
    }
    // «на 5 % и в мае — на 7 %»: the date of another clause.
    if let index = chunkIndex(at: date.tokens.upperBound), case .dash = chunks[index].kind { return false }
    return !chunks.contains { chunk in
      guard chunk.tokens.lowerBound >= piece.amount.upperBound,
        chunk.tokens.upperBound <= date.tokens.lowerBound
      else { return false }
      switch chunk.kind {
      case .comma, .finite, .stop, .opening, .relative: return true
      default: return false
      }
    }
  }
}
