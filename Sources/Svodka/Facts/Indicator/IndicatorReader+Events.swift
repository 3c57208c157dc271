import RussianMorphology
import RussianText
import TextRules

// Values of what was made, sold or paid for, and of nouns that have them.
extension IndicatorReader {
  mutating func readEvent(_ piece: IndicatorPiece, _ window: Range<Int>) {
    guard let record = piece.match.record("measure"), let measure = context.measure(record),
      let entry = piece.match.entry("word")
    else { return }
    if isMoney(measure), let noun = price(before: piece.amount) {
      // «оплатить газ по цене 268 долларов»
      var price = piece
      price.form = .metric
      price.word = noun..<noun + 1
      return readNoun(price, window)
    }
    if readSum(piece) { return }
    let event = words.events[entry]
    let agent = search(from: piece.word, verb: piece.word.lowerBound).phrase
    var subject: IndicatorSubject
    if event.ofSubject {
      guard let agent else { return }
      subject = IndicatorSubject(agent, chunker, context, prefix: event.noun)
      if let same = sharedPrice(of: agent) {
        drafts[same].measure = measure
        drafts[same].extend(over: piece.match.wholeTokens)
        return
      }
    } else {
      guard let made = made(by: piece, measure, event, agent) else { return }
      subject = made
    }
    var draft = draft(of: piece, subject, window)
    draft.measure = measure
    draft.isNegated = isNegated(piece.word)
    if let agent, !event.ofSubject { add(agent, to: &draft) }
    if draft.organization == nil { draft.organization = passiveAgent(of: piece) }
    if draft.organization == nil, draft.place == nil { addMaker(of: piece, to: &draft) }
    // «продано за 5 млн»: what, and by whom?
    if !event.ofSubject, subject.name == event.noun, draft.organization == nil, draft.place == nil { return }
    add(draft)
  }

  /// The noun right before a sum that says what it is.
  private func price(before amount: Range<Int>) -> Int? {
    let noun = words.start(ofBoundBefore: amount.lowerBound, in: kinds) - 1
    return noun > range.lowerBound && words.has(.price, in: noun..<noun + 1, kinds) ? noun : nil
  }

  /// «билет подорожал на 10 рублей и стоит 85 рублей»: the change and the price are of one thing.
  private func sharedPrice(of agent: NominalPhrase) -> Int? {
    draftsOfSentence().indices.last {
      drafts[$0].subject.head == agent.head && drafts[$0].measure == nil
        && drafts[$0].change != nil && drafts[$0].change?.to == nil
    }
  }

  /// The verb as a noun, with what was made, sold or paid for.
  private func made(
    by piece: IndicatorPiece, _ measure: Measure, _ event: IndicatorWords.Event,
    _ agent: NominalPhrase?
  ) -> IndicatorSubject? {
    // «закупили ракеты дальностью 300 км»
    if !piece.isRow, hasOwnObject(piece, agent), !event.takesQuantity || !isMoney(measure) { return nil }
    if case .quantity(let quantity) = measure.value, quantity.unit == nil,
      isAttribute(piece) || isAgent(piece) || hasPronounObject(piece)
    {
      return nil
    }
    if piece.isRow, isPart(piece) { return nil }
    var object = object(of: piece, measure: measure, agent: agent)
    if piece.isRow, case .quantity(let quantity) = measure.value, quantity.inferred {
      object = lastObject ?? object
    }
    let recipient = piece.isRow ? nil
      : recipient(ofVerbAt: piece.word.lowerBound, besides: piece.amount.lowerBound).map { lowered($0) }
    // «продажа проса Китаю», «выделение средств школам на ремонт»
    var noun = event.noun
    if isMoney(measure), object != nil, object == part(behind: piece.amount),
      let space = noun.firstIndex(of: " ")
    {
      // «выделил 5 млн рублей финансовой помощи»: it is no longer «выделение средств».
      noun = String(noun[..<space])
    }
    let parts = isMoney(measure) && noun == event.noun
      ? [noun, recipient, object] : [noun, object, recipient]
    var subject = IndicatorSubject(
      name: parts.compactMap(\.self).joined(separator: " "), genitive: event.noun)
    subject.base = object == nil ? nil : event.noun
    subject.tokens = min(piece.word.lowerBound, piece.amount.lowerBound)
      ..< max(piece.word.upperBound, piece.amount.upperBound)
    return subject
  }

  mutating func readNoun(_ piece: IndicatorPiece, _ window: Range<Int>) {
    guard let record = piece.match.record("measure"), let measure = context.measure(record) else {
      return
    }
    let subject: IndicatorSubject? =
      switch piece.form {
      case .metric: metric(at: piece.word, before: piece.amount)
      case .size: bearer(before: piece.word)
      default: described(by: piece.word)
      }
    guard let subject, fits(measure, piece), !definesClass(piece, measure),
      !isPenalty(subject, measure), !isOfDeniedVerb(subject, piece), !isDemanded(piece)
    else { return }
    if readSigned(piece, measure, subject, window) || readGapOfMetric(piece, measure) { return }
    let event = event(over: piece, subject)
    var verbal = piece
    if let event {
      // When, where and how surely is what the verb says.
      verbal.form = .figure
      verbal.word = event.verb..<event.verb + 1
    }
    var draft = draft(of: verbal, subject, window)
    draft.measure = measure
    if let recipient = recipient(of: piece, subject) { draft.subject.name += " " + recipient }
    if case .metric = piece.form { addSubject(ofSizeAt: subject, to: &draft) }
    if let event {
      // «продал угля на сумму», but «выплатил дивиденды в размере»
      if words.events[event.entry].takesQuantity {
        draft.subject.name = words.events[event.entry].noun + " " + subject.genitive
      }
      draft.extend(over: event.verb..<event.verb + 1)
      draft.organization = agent(of: event.verb, besides: piece.word.lowerBound) ?? draft.organization
      if draft.organization == nil, draft.place == nil {
        let tree = structure.tree(of: range)
        let top = tree.top(of: piece.word.lowerBound)
        draft.place = owner(ofVerbAt: event.verb, besides: top, .subject, tree).place
      }
    }
    if piece.isSum, let verb = verb(over: subject) {
      draft.status = draft.status ?? status(ofSumAt: verb, piece)
      draft.organization = draft.organization ?? bearer(ofVerbAt: verb)
      addRecipients(ofVerbAt: verb, to: &draft)
    }
    if case .attribute = piece.form { draft.isAside = true }
    addBearer(of: piece, to: &draft)
    add(draft)
  }
}
