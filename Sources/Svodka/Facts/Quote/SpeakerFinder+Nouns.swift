import RussianMorphology
import RussianText
import TextRules

// Speakers told by a noun: «сказал министр».
extension SpeakerFinder {
  /// The noun that is the subject and means a person, though none is named.
  func somebody(in range: Range<Int>, isSingular: Bool, _ context: FactContext) -> Int? {
    let number: Grammemes = isSingular ? .sing : .plur
    return range.first { token in
      isSomebody(token, Grammemes.nomn.union(number), context)
        && (token == range.lowerBound || !context.kinds.hasAnalysis(token - 1, .PREP))
        && context.records(of: .organization, in: token..<token + 1).isEmpty
    }
  }

  /// Does the word mean a person in a case and number?
  private func isSomebody(
    _ token: Int, _ grammemes: Grammemes, _ context: FactContext
  ) -> Bool {
    guard context.kinds.hasAnalysis(token, Grammemes([.NOUN, .anim]).union(grammemes)) else {
      return false
    }
    return titles.meansPerson(token, context)
      || !context.records(of: .position, in: token..<token + 1).isEmpty
  }

  /// Whom the noun at a token stands for.
  func speaker(
    called token: Int, in range: Range<Int>, verb: Range<Int>, _ background: Background
  ) -> Speaker? {
    let context = background.context
    let gender = gender(ofVerb: verb.lowerBound, context)
    let teller = gender.flatMap { self.teller(.person($0), background) }
    let last = hasName(in: range, context) ? nil : teller
    if let person = introduced(as: token, in: range, gender, teller: teller, last, background) {
      return Speaker(reference: person, isInferred: true)
    }
    if context.has(spokesmen, in: token..<token + 1) {
      let rest = token + 1..<max(token + 1, range.upperBound)
      if let named = spokenFor(in: rest, context) { return Speaker(reference: named) }
      if hasName(in: rest, context) { return nil }
      if let speaker = body(in: rest, .genitive, background) { return speaker }
    }
    guard let last, !isOtherOffice(token, of: last, background) else { return nil }
    return Speaker(reference: last, isInferred: true)
  }

  /// The person whom the text introduces with the title at a token or with one that it stands for.
  ///
  /// - Parameters:
  ///   - teller: Who spoke last.
  ///   - last: The same, if no name stands beside the noun.
  private func introduced(
    as token: Int, in range: Range<Int>, _ gender: Gender?, teller: EntityReference?,
    _ last: EntityReference?, _ background: Background
  ) -> EntityReference? {
    if let person = person(
      called: token, in: range, standingFor: [], gender, teller: teller, background)
    {
      return person
    }
    var mustHaveSpoken: Bool?
    background.context.kinds.forEachEntry(of: standIns, in: token..<token + 1) { _, entry in
      mustHaveSpoken = self.mustHaveSpoken[entry]
    }
    if let mustHaveSpoken {
      if mustHaveSpoken || last != nil || hasName(in: range, background.context) { return last }
      return lastSubject(of: gender, background)
    }
    let stoodFor = heads(at: token, background.context)
    // «глава Бурятии» is the «глава республики» who has just spoken.
    if let teller,
      teller == person(
        called: token, in: range, standingFor: stoodFor, gender, teller: teller, background,
        ofAnyPlace: true)
    {
      return teller
    }
    if stoodFor.isEmpty { return nil }
    return person(called: token, in: range, standingFor: stoodFor, gender, background)
  }

  /// Is the noun an office other than those by which the text introduces the person? «Премьер» is
  /// not the president, and a «депутат» may head a committee.
  private func isOtherOffice(
    _ token: Int, of person: EntityReference, _ background: Background
  ) -> Bool {
    let context = background.context
    guard context.has(soleOffices, in: token..<token + 1) else { return false }
    let own = background.introductions.heads(of: person)
    let head = titles.lemma(of: token, context.kinds)
    // «глава МИДа Иван Кравчук» is a «министр».
    return !own.isEmpty && !own.contains(head)
      && own.isDisjoint(with: heads(at: token, context).union(standingFor[head] ?? []))
  }

  /// The person introduced with the title that has its noun at a token.
  ///
  /// - Parameter ofAnyPlace: Whether the text may introduce the person without the place or the
  ///   organization that stands beside the noun.
  func person(
    called token: Int, in range: Range<Int>, standingFor heads: Set<String>, _ gender: Gender?,
    teller: EntityReference? = nil, _ background: Background, ofAnyPlace: Bool = false
  ) -> EntityReference? {
    let context = background.context
    // A title is read from its own beginning: «генеральный директор»; of two any will do:
    // «заместитель директора — главный инженер».
    var begins = [titleBegin(of: token, in: range, context)]
    for record in context.records(of: .position, in: range)
    where record.tokens.lowerBound > token
      && context.isDash(record.tokens.lowerBound - 1)
    {
      begins.append(record.tokens.lowerBound)
    }
    for begin in begins {
      guard var (_, title) = titles.title(at: begin, in: range, context) else { continue }
      title.fitsAnyPlace = ofAnyPlace
      let person = background.introductions.person(
        called: title, standingFor: heads, gender: gender, teller: teller,
        before: background.start, isSpoken: background.narration.isSpoken, context)
      if let person { return person }
    }
    return nil
  }

  /// The person behind a title in another case than the subject's: «по словам министра», «цитирует
  /// агентство министра».
  func person(
    behind range: Range<Int>, in cases: Grammemes, _ background: Background
  ) -> EntityReference? {
    let context = background.context
    let noun = range.first { token in
      isSomebody(token, .gent, context) && cases.contains(.gent)
        || isSomebody(token, .accs, context) && cases.contains(.accs)
    }
    guard let noun else { return nil }
    return person(called: noun, in: range, standingFor: [], nil, background)
      ?? person(called: noun, in: range, standingFor: heads(at: noun, context), nil, background)
  }

  /// «цитирует РИА «Новости» министра»
  func passedOn(in words: Range<Int>, _ background: Background) -> Speaker? {
    person(behind: words, in: .accs, background).map {
      Speaker(reference: $0, isInferred: true)
    }
  }

  private func titleBegin(of token: Int, in range: Range<Int>, _ context: FactContext) -> Int {
    guard let kind = context.kinds.matcher.rules.kindNumber(MentionKind.position.rawValue) else {
      return token
    }
    let start = max(range.lowerBound, token - 4)
    guard start < token else { return token }
    return (start..<token).first {
      context.kinds.matcher.record(kind: kind, at: $0)?.tokens.contains(token) ?? false
    } ?? token
  }

  /// The nouns of titles that the noun at a token stands for.
  func heads(at token: Int, _ context: FactContext) -> Set<String> {
    var heads: Set<String> = []
    let end = min(context.buffer.count, token + 3)
    context.kinds.forEachEntry(of: titleNouns, in: token..<end) { tokens, entry in
      if tokens.lowerBound == token { heads = stoodFor[entry] }
    }
    return heads
  }

  /// «представитель компании «Ромашка»»
  func spokenFor(in range: Range<Int>, _ context: FactContext) -> EntityReference? {
    let records = context.records(of: .organization, in: range)
    guard let first = records.first, !context.isGoverned(first),
      context.organizationType(of: first) != .media
    else { return nil }
    return context.reference(to: first)
  }

  func hasName(in range: Range<Int>, _ context: FactContext) -> Bool {
    range.contains { context.kinds.isCapitalized($0) }
  }
}
