import RussianMorphology
import RussianText
import TextRules

// Organizations that speak: «сообщили в компании».
extension SpeakerFinder {
  /// The organization that speaks in a range, and not the medium that it was told to.
  func organization(
    in range: Range<Int>, isSingular: Bool, _ context: FactContext
  ) -> EntityReference? {
    for record in context.records(of: .organization, in: range) {
      let isWithin = isPlace(record, context)
      if context.isGoverned(record), !isWithin { continue }
      if context.organizationType(of: record) == .media, !isWithin { continue }
      // «сообщили РБК в компании»: of many speakers only the place is named.
      if !isSingular, !isWithin, !isBehindPlace(record, in: range, context) { continue }
      return context.reference(to: record)
    }
    return nil
  }

  /// «в пресс-службе компании «Ромашка»»
  func isBehindPlace(
    _ record: MatchedRecord, in range: Range<Int>, _ context: FactContext
  ) -> Bool {
    isWithin(record.tokens.lowerBound, in: range, context)
  }

  /// Does «в» stand before the word, with nothing but nouns and adjectives between?
  private func isWithin(_ first: Int, in range: Range<Int>, _ context: FactContext) -> Bool {
    var token = first - 1
    while token >= max(range.lowerBound, first - 6) {
      if context.has(within, in: token..<token + 1) { return true }
      if context.kinds.hasAnalysis(token, .PREP) || context.kinds.hasAnalysis(token, .VERB) {
        return false
      }
      token -= 1
    }
    return false
  }

  /// «в компании», and not «со ссылкой на компанию»
  func isPlace(_ record: MatchedRecord, _ context: FactContext) -> Bool {
    let first = record.tokens.lowerBound
    return first > 0 && context.has(within, in: first - 1..<first)
  }

  /// How a noun for an organization must stand to speak.
  enum Standing {
    /// «отметила компания»
    case subject
    /// «отметили в компании»
    case within
    /// «представитель компании»
    case genitive
  }

  /// An organization that is not named: «в компании», «пресс-служба».
  func body(
    in range: Range<Int>, _ standing: Standing, _ background: Background
  ) -> Speaker? {
    let context = background.context
    var rest = range
    while let noun = generic.noun(in: rest, context.kinds) {
      rest = noun.tokens.upperBound..<max(range.upperBound, noun.tokens.upperBound)
      guard stands(noun.tokens, standing, in: range, context) else { continue }
      guard noun.type != .media, !hasName(in: range, without: noun.tokens, context) else {
        return nil
      }
      let found =
        teller(.organization(noun), background) ?? nearOrganization(called: noun, background)
      guard let found, hasComplement(found, behind: noun.tokens, in: range, context) else {
        return nil
      }
      return Speaker(reference: found, isInferred: true)
    }
    return office(in: range, standing, background)
  }

  /// «в пресс-службе», without a word of whose it is.
  private func office(
    in range: Range<Int>, _ standing: Standing, _ background: Background
  ) -> Speaker? {
    let context = background.context
    guard !hasName(in: range, without: 0..<0, context) else { return nil }
    var end: Int?
    context.kinds.forEachEntry(of: offices, in: range) { tokens, _ in
      end = end ?? tokens.upperBound
    }
    guard let end, end >= range.upperBound || !isGenitive(end, context) else { return nil }
    let found = namedOffice(before: range.lowerBound, context) ?? teller(.organization(nil), background)
    return found.map { Speaker(reference: $0, isInferred: true) }
  }

  /// How far back the office may be named.
  private static let reachOfOffice = 100

  /// Whose the office is that was named last: «в пресс-службе компании «Ромашка» сообщили … уточнили в
  /// пресс-службе».
  private func namedOffice(before token: Int, _ context: FactContext) -> EntityReference? {
    let start = max(0, token - Self.reachOfOffice)
    guard start < token else { return nil }
    var last: Int?
    context.kinds.forEachEntry(of: offices, in: start..<token) { tokens, _ in last = tokens.upperBound }
    guard let last, last < token else { return nil }
    return context.records(of: .organization, in: last..<min(token, last + 3)).first {
      (last..<$0.tokens.lowerBound).allSatisfy {
        context.kinds.isQuote($0) || context.kinds.hasAnalysis($0, [.NOUN, .gent])
      }
    }.flatMap(context.reference)
  }

  private func isGenitive(_ token: Int, _ context: FactContext) -> Bool {
    context.kinds.hasAnalysis(token, [.NOUN, .gent])
      || context.kinds.hasAnalysis(token, [.ADJF, .gent])
  }

  func stands(
    _ noun: Range<Int>, _ standing: Standing, in range: Range<Int>, _ context: FactContext
  ) -> Bool {
    let first = noun.lowerBound
    switch standing {
    case .within: return isWithin(first, in: range, context)
    case .genitive: return isGenitive(noun.upperBound - 1, context)
    case .subject:
      if isOffice(first - 1, in: range, context) { return true }
      return context.kinds.hasAnalysis(noun.upperBound - 1, [.NOUN, .nomn])
        && (first == range.lowerBound || !context.kinds.hasAnalysis(first - 1, .PREP)
          && !context.kinds.hasAnalysis(first - 1, [.NOUN, .nomn]))
    }
  }

  private func isOffice(_ token: Int, in range: Range<Int>, _ context: FactContext) -> Bool {
    range.contains(token) && context.has(offices, in: token..<token + 1)
  }

  /// Can the noun with its complement mean the organization? «В департаменте полиции» is no
  /// department of finance, and no ministry is a prosecutor's office.
  func hasComplement(
    _ found: EntityReference, behind noun: Range<Int>, in range: Range<Int>,
    _ context: FactContext
  ) -> Bool {
    let name = TitleReader.folded(found.name)
    var isOther = false
    context.kinds.forEachEntry(of: bodies, in: noun) { _, entry in
      isOther = !name.split(separator: " ").contains { word in
        bodyStems[entry].contains { word.hasPrefix($0) }
      }
    }
    if isOther { return false }
    let next = noun.upperBound
    guard next < range.upperBound, context.kinds.hasAnalysis(next, [.NOUN, .gent]) else {
      return true
    }
    let stem = TitleReader.folded(context.kinds.text(of: next..<next + 1)).prefix(5)
    return name.contains(stem)
  }

  /// Does a name stand there, media and some words aside? «Об» that opens a sentence is none.
  func hasName(
    in range: Range<Int>, without words: Range<Int>, _ context: FactContext
  ) -> Bool {
    range.contains {
      !words.contains($0) && context.kinds.isCapitalized($0) && !isMedium(at: $0, context)
        && !isOpeningPreposition($0, context)
    }
  }

  private func isOpeningPreposition(_ token: Int, _ context: FactContext) -> Bool {
    context.kinds.opensSentence(token) && context.kinds.hasAnalysis(token, .PREP)
  }

  /// «сообщили РБК в пресс-службе»: the name of a medium is none of a speaker.
  private func isMedium(at token: Int, _ context: FactContext) -> Bool {
    guard let number = context.kinds.matcher.rules.kindNumber(MentionKind.organization.rawValue)
    else { return false }
    for start in stride(from: token, through: max(0, token - 4), by: -1) {
      guard let record = context.kinds.matcher.record(kind: number, at: start) else { continue }
      return record.tokens.contains(token) && context.organizationType(of: record) == .media
    }
    return false
  }

  /// The only organization that a noun can stand for in the nearest sentence that names one.
  func nearOrganization(
    called noun: GenericOrganizations.Noun, _ background: Background
  ) -> EntityReference? {
    let (context, isSpoken) = (background.context, background.narration.isSpoken)
    // What opens its sentence has the nearest one before it.
    let opens =
      background.start > 0
      && context.sentence(of: background.start).lowerBound == background.start
    let near = context.onlyOrganization(
      before: opens ? background.start - 1 : background.start
    ) { record in
      guard !isSpoken[record.tokens.lowerBound],
        let type = context.organizationType(of: record), type != .media,
        let reference = context.reference(to: record), noun.fits(name: reference.name, type: type),
        noun.type != .bank || type == .bank
      else { return nil }
      return reference
    }
    if let near { return near }
    // What the whole text is about.
    guard let topic = context.protagonist, let entity = context.entity(topic),
      let type = entity.type.flatMap(OrganizationType.init), noun.fits(name: topic.name, type: type)
    else { return nil }
    return topic
  }

  /// What a preposition adds to a body without naming another: «департамента полиции на транспорте».
  private func isAddition(_ words: Range<Int>, _ context: FactContext) -> Bool {
    guard let first = words.first, words.count < 4 else { return false }
    return context.kinds.hasAnalysis(first, .PREP)
      && !words.contains {
        context.kinds.isCapitalized($0) || context.buffer[$0].kind != .word
      }
  }

  /// Whose message it is: «в сообщении компании «Ромашка»» ends with that.
  func author(in part: Range<Int>, _ background: Background) -> Speaker? {
    let context = background.context
    var end = part.upperBound
    while end > part.lowerBound, context.kinds.isQuote(end - 1) { end -= 1 }
    let last = context.records(of: .organization, in: part).last {
      $0.tokens.upperBound >= end || isAddition($0.tokens.upperBound..<end, context)
    }
    if let last {
      guard context.organizationType(of: last) != .media else { return nil }
      return context.reference(to: last).map { Speaker(reference: $0) }
    }
    guard end > part.lowerBound, !hasName(in: part, context) else { return nil }
    if let noun = generic.noun(in: end - 1..<end, context.kinds) {
      let found =
        teller(.organization(noun), background) ?? nearOrganization(called: noun, background)
      guard let found, hasComplement(found, behind: noun.tokens, in: part, context) else {
        return nil
      }
      return Speaker(reference: found, isInferred: true)
    }
    // «в обращении губернатора»
    let noun = end - 1
    if context.kinds.hasAnalysis(noun, [.NOUN, .anim, .gent]),
      !context.kinds.hasAnalysis(noun, [.NOUN, .inan])
    {
      return person(behind: noun..<end, in: .gent, background).map {
        Speaker(reference: $0, isInferred: true)
      }
    }
    let document = titles.lemma(of: noun, context.kinds)
    return teller(.author(of: document), background).map {
      Speaker(reference: $0, isInferred: true)
    }
  }
}
