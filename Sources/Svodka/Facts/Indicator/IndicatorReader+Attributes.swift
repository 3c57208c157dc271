import RussianMorphology
import RussianText
import TextRules

// What belongs to the name of a subject, and what keeps a value from being a fact.
extension IndicatorReader {
  // MARK: Attributes

  /// Takes along what restricts the subject: «смертность от ожогов», «объем отходов, вывозимых на
  /// свалки».
  func addAttributes(of phrase: NominalPhrase, to subject: inout IndicatorSubject) {
    guard phrase.tokens.upperBound > range.lowerBound, range.contains(phrase.tokens.upperBound - 1),
      let last = attributesEnd(of: phrase), last > phrase.tokens.upperBound,
      case let end = quoteEnd(of: phrase.tokens.lowerBound..<last), !isTaken(last..<end)
    else { return }
    if subject.named?.upperBound != phrase.tokens.upperBound {
      // «долг жителей Казахстана за воду»
      subject.name = chunker.name(of: phrase.tokens)
      subject.genitive = chunker.genitiveName(of: phrase)
    }
    let text = kinds.text(of: phrase.tokens.upperBound..<end)
    let isSpaced = context.buffer[phrase.tokens.upperBound].flags.contains(.spaceBefore)
    subject.name += (isSpaced ? " " : "") + text
    subject.genitive += (isSpaced ? " " : "") + text
    subject.tokens = phrase.tokens.lowerBound..<end
  }

  /// The end of the tokens, or of what is in quotation marks there: «штраф за «обман покупателей»».
  func quoteEnd(of tokens: Range<Int>) -> Int {
    guard tokens.count(where: { kinds.isQuote($0) }) % 2 == 1 else { return tokens.upperBound }
    let end = tokens.upperBound
    return (end..<min(end + 8, range.upperBound)).first { kinds.isQuote($0) }.map { $0 + 1 } ?? end
  }

  private func attributesEnd(of phrase: NominalPhrase) -> Int? {
    let last = phrase.tokens.upperBound
    guard last < range.upperBound, var index = chunkIndex(at: last),
      chunks[index].tokens.lowerBound == last
    else { return nil }
    var end = last
    while index < chunks.count, !isTaken(chunks[index].tokens) {
      switch chunks[index].kind {
      case .nominal(let next):
        guard isAttribute(next) || isInstrument(next, before: index + 1) || isObject(next) else { return end }
        end = chunks[index].tokens.upperBound
      case .comma:
        guard index + 1 < chunks.count,
          let close = participialEnd(from: index + 1, phrase) ?? relativeEnd(from: index + 1)
        else { return end }
        return close
      // «оборот между двумя странами»
      case .other where words.has(.between, in: chunks[index].tokens, kinds):
        guard index + 1 < chunks.count, case .amount = chunks[index + 1].kind,
          !isTaken(chunks[index + 1].tokens)
        else { return end }
        index += 1
        end = chunks[index].tokens.upperBound
      default: return end
      }
      index += 1
    }
    return end
  }

  /// Do the words carry a value or a change themselves?
  func isTaken(_ tokens: Range<Int>) -> Bool {
    pieces.contains { $0.word.overlaps(tokens) || $0.amount.overlaps(tokens) }
  }

  /// A prepositional phrase that tells which, not where, when or why.
  private func isAttribute(_ phrase: NominalPhrase) -> Bool {
    guard let preposition = phrase.preposition, !isLoose(preposition),
      !words.has(.adverbial, in: phrase.tokens, kinds)
    else { return false }
    // «по данным», but «в расчетах за экспорт»
    let head = phrase.head..<phrase.head + 1
    if words.has(.source, in: preposition..<phrase.head + 1, kinds),
      phrase.name != nil || chunker.reading(of: phrase, as: .datv) != nil
    {
      return false
    }
    guard words.has(.where, in: preposition..<preposition + 1, kinds) else { return true }
    if words.has(.genericPlace, in: head, kinds) || words.has(.genericOrganization, in: head, kinds) {
      return false
    }
    guard !phrase.names.isEmpty else { return true }
    // «в Казахстане» is an argument of its own, «у компании» none of the name's.
    return chunker.reading(of: phrase, as: .loct) == nil
      && chunker.reading(of: phrase, as: .accs) != nil
  }

  /// Whether a preposition begins a part of the clause. Behind a participle it does not: «число
  /// пострадавших при взрыве».
  func isLoose(_ preposition: Int) -> Bool {
    words.has(.loose, in: preposition..<preposition + 1, kinds)
      && !(preposition > range.lowerBound && isParticiple(preposition - 1))
  }

  private func isParticiple(_ token: Int) -> Bool {
    guard let best = chunker.best(token), kinds.hasAnalysis(token, .PRTF) else { return false }
    return kinds.morphology.grammemes(of: best).intersects(.PRTF.union(.NOUN))
  }

  /// «торговля продуктами выросла»: an instrumental between the subject and a verb in the active.
  private func isInstrument(_ phrase: NominalPhrase, before index: Int) -> Bool {
    guard phrase.preposition == nil, phrase.name == nil, index < chunks.count,
      case .finite = chunks[index].kind,
      !kinds.hasAnalysis(chunks[index].tokens.lowerBound, .PRTS),
      chunker.reading(of: phrase, as: .ablt) != nil, chunker.reading(of: phrase, as: .nomn) == nil
    else { return false }
    return !words.has(.adverbial, in: phrase.head..<phrase.head + 1, kinds)
  }

  /// «доля смотревших парад»: what the participle before it governs.
  private func isObject(_ phrase: NominalPhrase) -> Bool {
    let participle = phrase.tokens.lowerBound - 1
    return phrase.preposition == nil && participle > range.lowerBound
      && kinds.hasAnalysis(participle, [.PRTF, .actv, .tran]) && isParticiple(participle)
      && chunker.reading(of: phrase, as: .accs) != nil
  }

  /// Where the participial phrase behind a comma ends: with the next one, before the verb.
  private func participialEnd(from index: Int, _ phrase: NominalPhrase) -> Int? {
    let token = chunks[index].tokens.lowerBound
    guard let best = kinds.morphology.analyses(of: context.buffer[token].word).first,
      case let word = kinds.morphology.grammemes(of: best),
      // «жителей, согласных на переезд», but not «жителей, сельских учителей»
      word.contains(.PRTF)
        || word.contains(.ADJF) && chunks[index].phrase == nil && !kinds.hasAnalysis(token, .Apro),
      token - phrase.tokens.upperBound == 1
    else { return nil }
    for chunk in chunks[index...] {
      if isTaken(chunk.tokens) { return nil }
      switch chunk.kind {
      case .comma: return chunk.tokens.lowerBound
      case .other where chunk.tokens.upperBound == range.upperBound: return chunk.tokens.lowerBound
      case .finite, .relative, .stop, .opening, .closing: return nil
      default: continue
      }
    }
    return nil
  }

  /// The most words of a relative clause that belongs to a name.
  private static var longestRelative: Int { 10 }

  /// Where a short relative clause ends that tells which, before the verb of the subject: «дальность
  /// ракет, которые получила армия, составляет».
  private func relativeEnd(from index: Int) -> Int? {
    var hasRelative = false
    var hasVerb = false
    for (place, chunk) in chunks[index...].enumerated() {
      let next = index + place + 1
      if isTaken(chunk.tokens) || chunk.tokens.upperBound - chunks[index].tokens.lowerBound > Self.longestRelative {
        return nil
      }
      switch chunk.kind {
      case .comma:
        guard hasVerb, next < chunks.count, case .finite = chunks[next].kind else { return nil }
        return chunk.tokens.lowerBound
      case .relative: hasRelative = true
      case .finite: hasVerb = true
      case .date, .amount, .stop, .opening, .closing, .dash, .gerund: return nil
      default: break
      }
      if place > 1, !hasRelative { return nil }
    }
    return nil
  }

  // MARK: No facts

  /// Conditions, rules and penalties state nothing.
  func isUnreal(_ piece: IndicatorPiece) -> Bool {
    guard let index = chunkIndex(at: piece.word.lowerBound) else { return false }
    let kind = clauses.kinds[clauses.numbers[index]]
    if kind == .condition || willBe(piece.word.lowerBound) && clauses.kinds.contains(.condition),
      !isContrast
    {
      return true
    }
    if isOfClass(piece) || isOnCondition(piece) { return true }
    guard let bound = piece.match.record("measure").flatMap(context.measure)?.bound else {
      return kind == .locality && !kinds.hasAnalysis(piece.word.lowerBound, .past)
        && isNegated(piece.word)
    }
    if kind == .locality, !kinds.hasAnalysis(piece.word.lowerBound, .past) { return true }
    if bound == .about { return false }
    var isDuty = false
    kinds.forEachEntry(of: words[.obligation], in: range.lowerBound..<piece.amount.lowerBound) {
      tokens, _ in
      if isInClause(tokens.lowerBound, of: piece) { isDuty = true }
    }
    return isDuty
  }

  /// «вырастет», «будут перевезены»
  private func willBe(_ verb: Int) -> Bool {
    if isFuture(verb) { return true }
    return (max(range.lowerBound, verb - 2)..<verb).contains {
      words.has(.be, in: $0..<$0 + 1, kinds) && isFuture($0)
    }
  }

  /// «в случае гибели выплата составит», but not «в случае с банком»
  private func isOnCondition(_ piece: IndicatorPiece) -> Bool {
    var isOne = false
    kinds.forEachEntry(of: words[.onCondition], in: range) { tokens, _ in
      guard tokens.upperBound < range.upperBound, !kinds.hasAnalysis(tokens.upperBound, .PREP),
        tokens.upperBound <= piece.amount.lowerBound || tokens.lowerBound == piece.amount.upperBound,
        // First in the sentence it holds for all of its clauses.
        isInClause(tokens.upperBound, of: piece) || tokens.lowerBound <= range.lowerBound + 1
      else { return }
      isOne = true
    }
    return isOne && !kinds.hasAnalysis(piece.word.lowerBound, .past)
  }

  /// «сотрудники, чья зарплата равна 50 тысячам»
  private func isOfClass(_ piece: IndicatorPiece) -> Bool {
    guard words.has(.whose, in: range, kinds), let end = chunkIndex(at: piece.word.lowerBound) else {
      return false
    }
    return chunks[..<end].contains {
      words.has(.whose, in: $0.tokens, kinds) && isInClause($0.tokens.lowerBound, of: piece)
    }
  }

  /// «штраф до 50 тысяч», «штраф составит от 5 до 10 тысяч» is what the law allows.
  func isPenalty(_ subject: IndicatorSubject, _ measure: Measure) -> Bool {
    guard let tokens = subject.tokens, words.has(.penalty, in: tokens, kinds) else {
      return false
    }
    return measure.bound == .atMost || measure.bound == .atLeast || isRange(measure)
      || words.has(.law, in: range, kinds)
  }

  /// «прибыли 40 человек» is no profit.
  func fits(_ measure: Measure, _ piece: IndicatorPiece) -> Bool {
    switch piece.form {
    case .metric:
      let topical = ["indicator.metric-dash", "indicator.metric-colon", "indicator.metric-is"]
      if topical.contains(piece.match.ruleName), !isTopic(piece) { return false }
      // «с глубины в 10 м от берега»
      let end = piece.amount.upperBound
      if end < range.upperBound, words.has(.farFrom, in: end..<end + 1, kinds), measure.value.kind == .quantity,
        !words.preposition(before: piece.amount.lowerBound, in: kinds).isEmpty
      {
        return false
      }
      // «с глубины в десяти метрах»
      let last = piece.amount.upperBound - 1
      if kinds.hasAnalysis(last, [.NOUN, .loct]), !kinds.hasAnalysis(last, [.NOUN, .accs]),
        !kinds.hasAnalysis(last, [.NOUN, .gent])
      {
        return false
      }
      guard case .quantity(let quantity) = measure.value else { return !isCountInMoney(piece.word, measure) }
      // «оказали помощь 30 тысячам человек»
      if quantity.unit == nil, words.has(.sumOnly, in: piece.word, kinds) { return false }
      // «число посылок до 10 кг»
      if quantity.unit != nil, quantity.unit != "item", words.has(.counting, in: piece.word, kinds) {
        return false
      }
      return !words.has(.price, in: piece.word, kinds)
    case .attribute, .size: return true
    default: return true
    }
  }

  /// «численность — 72 млн долларов»: the sum is not of those who are counted.
  func isCountInMoney(_ word: Range<Int>, _ measure: Measure) -> Bool {
    guard case .money = measure.value else { return false }
    return words.has(.counting, in: word, kinds)
  }

  /// «компьютеры составляют 5 % от импорта»: a share that has no name.
  func isShare(_ piece: IndicatorPiece, _ subject: IndicatorSubject) -> Bool {
    guard case .level = piece.form, let record = piece.match.record("measure"),
      case .percent = context.value(of: record), piece.amount.upperBound < range.upperBound,
      words.has(.share, in: piece.amount.upperBound..<piece.amount.upperBound + 1, kinds),
      let tokens = subject.tokens
    else { return false }
    return isRestated(piece.amount) || !words.has(.metric, in: tokens, kinds)
  }

  /// Has the verb an object before it? «Их выпускают 22 завода»: the amount is who does it.
  func hasPronounObject(_ piece: IndicatorPiece) -> Bool {
    guard let end = chunkIndex(at: min(piece.word.lowerBound, piece.amount.lowerBound)) else {
      return false
    }
    return chunks[..<end].contains {
      switch $0.kind {
      case .pronoun, .other: break
      default: return false
      }
      return isInClause($0.tokens.lowerBound, of: piece)
        && kinds.hasAnalysis($0.tokens.lowerBound, [.NPRO, .accs])
        && !kinds.hasAnalysis($0.tokens.lowerBound, [.NPRO, .nomn])
    }
  }

  /// «от −1 % до +1 %» has no direction; «до 1 млн в год» of shells no currency.
  func isOdd(_ change: Change, of subject: IndicatorSubject?) -> Bool {
    if case .measure(let by)? = change.by, case .percent(let percent) = by.value,
      (percent.value.low < .zero) != (percent.value.high < .zero)
    {
      return true
    }
    var measure = change.to
    if case .measure(let by)? = change.by, measure == nil { measure = by }
    guard case .money(let money)? = measure?.value, money.inferred, change.from == nil,
      let tokens = subject?.tokens
    else { return false }
    return !words.has(.price, in: tokens, kinds)
  }

  /// «россияне с доходом более 50 тысяч», «компании, получившие прибыль более 5 млн»
  func definesClass(_ piece: IndicatorPiece, _ measure: Measure) -> Bool {
    guard measure.bound != nil && measure.bound != .about || isRange(measure),
      let index = chunkIndex(at: piece.word.lowerBound), index > 0
    else { return false }
    switch piece.form {
    case .attribute, .size:
      // «автомобили стоимостью 3–5 млн»
      guard let host = chunks[index - 1].phrase, host.name == nil else { return false }
      return !isRow(host) && isPlural(before: piece.word.lowerBound)
    default: break
    }
    guard case .metric = piece.form, let phrase = chunks[index].phrase else { return false }
    if clauses.kinds[clauses.numbers[index]] == .participial { return true }
    guard let preposition = phrase.preposition,
      words.has(.with, in: preposition..<preposition + 1, kinds),
      preposition > range.lowerBound, chunks[index - 1].phrase != nil
    else { return false }
    return kinds.hasAnalysis(preposition - 1, [.NOUN, .plur])
  }

  /// Is the noun before a word and its modifiers a plural and nothing else?
  private func isPlural(before word: Int) -> Bool {
    var token = word - 1
    while token > range.lowerBound, chunker.isModifier(token) { token -= 1 }
    return kinds.hasAnalysis(token, [.NOUN, .plur])
      && !kinds.hasAnalysis(token, [.NOUN, .sing, .inan])
  }

  /// «соглашения на сумму более 2 млрд»: what has a measurable name is summed up.
  private func isRow(_ host: NominalPhrase) -> Bool {
    !words.has(.metric, in: host.head..<host.head + 1, kinds)
      && chunkIndex(at: host.head).map { $0 > 0 && clauses.numbers[$0 - 1] == clauses.numbers[$0] }
        ?? false
      && hasVerbBefore(host)
  }

  private func hasVerbBefore(_ host: NominalPhrase) -> Bool {
    chunks.contains {
      guard case .finite = $0.kind else { return false }
      return $0.tokens.upperBound <= host.tokens.lowerBound
        && kinds.hasAnalysis($0.tokens.lowerBound, .past)
    }
  }

  private func isRange(_ measure: Measure) -> Bool {
    switch measure.value {
    case .money(let money): money.amount.single == nil
    case .percent(let percent): percent.value.single == nil
    case .quantity(let quantity): quantity.value.single == nil
    }
  }

  /// «ракета преодолела расстояние 300 км»: it is the distance that is so long.
  func hasOtherObject(_ piece: IndicatorPiece) -> Bool {
    guard piece.word.upperBound < piece.amount.lowerBound else { return false }
    // «достигнут минимум и создано 300 мест»
    let isBroken = chunks.contains {
      guard case .finite = $0.kind else { return false }
      return $0.tokens.lowerBound >= piece.word.upperBound
        && $0.tokens.upperBound <= piece.amount.lowerBound
    }
    if isBroken { return true }
    let found = search(from: piece.word, verb: piece.word.lowerBound).phrase
    return chunks.contains {
      guard $0.tokens.lowerBound >= piece.word.upperBound,
        $0.tokens.upperBound <= piece.amount.lowerBound, let phrase = $0.phrase,
        phrase.preposition == nil, phrase.name == nil, phrase.tokens != found?.tokens
      else { return false }
      return words.has(.metric, in: phrase.head..<phrase.head + 1, kinds)
        && !words.has(.mark, in: phrase.head..<phrase.head + 1, kinds)
        && $0.tokens.upperBound >= piece.amount.lowerBound - 3
        && chunker.reading(of: phrase, as: .accs) != nil
    }
  }
}
