import RussianMorphology
import RussianText
import TextRules

// Who was told to speak in the sentences before.
extension SpeakerFinder {
  /// The last who spoke in the four sentences before a place, if one fits.
  func teller(_ wanted: Narration.Wanted, _ background: Background) -> EntityReference? {
    let (narration, context) = (background.narration, background.context)
    var end = background.start
    // Whose message it is must be said near.
    var left = 4
    if case .author = wanted { left = 2 }
    // Where the text names one person alone, nobody else is meant.
    if case .person = wanted, namesOnePerson(background) { left = 12 }
    while end > 0, left > 0, background.start - end < 400 {
      let start = context.sentence(of: end - 1).lowerBound
      // A sentence without end is looked at where it is nearest.
      let sentence = max(start, end - 200)..<end
      end = start
      let told = narration.speakers(in: sentence).first { fits($0, wanted, context) }
      if let told { return told }
      if narration.isAllSpoken(sentence) { continue }
      // «Всю мою жизнь он советовал»: whom one speaks of does not speak.
      if case .person = wanted, context.has(ownVoice, in: sentence) { return nil }
      left -= 1
      switch speaker(ofSentence: sentence, wanted, background) {
      case .named(let speaker): return speaker
      case .somebody: return nil
      case nil: break
      }
      if case .author(let document) = wanted, isNamed(document, in: sentence, background) {
        return nil
      }
      // «Он объяснил, что …»: who that is stands still further before.
      if case .person = wanted, context.has(pronouns, in: sentence) { continue }
      if case .person = wanted, hasSubject(sentence, narration, context) { return nil }
    }
    return nil
  }

  private func namesOnePerson(_ background: Background) -> Bool {
    let context = background.context
    let before = max(0, background.start - 400)..<background.start
    let people = context.records(of: .person, in: before).compactMap(context.reference)
    return Set(people).count == 1
  }

  /// «Жители направили обращение»: the sentence has the document, so it tells whose it is; «его
  /// обращение» tells no more.
  private func isNamed(
    _ document: String, in sentence: Range<Int>, _ background: Background
  ) -> Bool {
    let context = background.context
    return sentence.dropFirst().contains { token in
      !background.narration.isSpoken[token]
        && context.kinds.hasAnalysis(token, [.NOUN, .accs])
        && titles.lemma(of: token, context.kinds) == document
        && !context.has(possessives, in: token - 1..<token)
    }
  }

  /// The only person who can be the subject of the nearest sentence that names people.
  func lastSubject(of gender: Gender?, _ background: Background) -> EntityReference? {
    let (narration, context) = (background.narration, background.context)
    var end = background.start
    var left = 3
    while end > 0, left > 0, background.start - end < 400 {
      let start = context.sentence(of: end - 1).lowerBound
      let sentence = max(start, end - 200)..<end
      end = start
      if narration.isAllSpoken(sentence) || context.has(ownVoice, in: sentence) { continue }
      left -= 1
      let people = context.records(of: .person, in: sentence).filter {
        !narration.isSpoken[$0.tokens.lowerBound]
      }
      // «Он заявил на встрече с Олегом Морозом»: who he is stands still further before.
      if people.isEmpty || context.has(pronouns, in: sentence) { continue }
      var subjects: [EntityReference] = []
      for person in people where canSpeak(person, context) && !context.isGoverned(person) {
        guard let reference = context.reference(to: person), !subjects.contains(reference),
          fits(reference, .person(gender), context)
        else { continue }
        subjects.append(reference)
      }
      return subjects.count == 1 ? subjects[0] : nil
    }
    return nil
  }

  /// Does a person stand there who may be meant by a pronoun, though no speech is told of?
  private func hasSubject(
    _ sentence: Range<Int>, _ narration: Narration, _ context: FactContext
  ) -> Bool {
    context.records(of: .person, in: sentence).contains {
      !narration.isSpoken[$0.tokens.lowerBound] && canSpeak($0, context) && !context.isGoverned($0)
    }
  }

  /// Who speaks in a sentence.
  private enum Told {
    case named(EntityReference)
    /// One without a name, or one who is not looked for.
    case somebody
  }

  /// The subject of a verb of speech, or whose words they are: «сообщил X», «по словам X».
  private func speaker(
    ofSentence sentence: Range<Int>, _ wanted: Narration.Wanted, _ background: Background
  ) -> Told? {
    let (narration, context) = (background.narration, background.context)
    var words: [(tokens: Range<Int>, isVerb: Bool, isImpersonal: Bool)] = []
    context.kinds.forEachEntry(of: verbs, in: sentence) { tokens, entry in
      words.append((tokens, true, isImpersonal[entry]))
    }
    context.kinds.forEachEntry(of: telling, in: sentence) { tokens, _ in
      // «Письмо опубликовано в документах суда»
      if context.kinds.hasAnalysis(tokens.lowerBound, .PRTS) { return }
      words.append((tokens, true, false))
    }
    context.kinds.forEachEntry(of: according, in: sentence) { tokens, _ in
      words.append((tokens, false, false))
    }
    words.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    for word in words.reversed() where !narration.isSpoken[word.tokens.lowerBound] {
      if !counts(word.tokens, isVerb: word.isVerb, wanted, context) { continue }
      let near = candidates(beside: word.tokens, isVerb: word.isVerb, in: sentence, context)
      let found = near.compactMap { record in
        // «сообщается в канале «Ромашки»» tells whose message it is.
        word.isImpersonal || !isComplement(record, context)
          ? context.reference(to: record).map { (record, $0) } : nil
      }.filter { fits($0.1, wanted, context) }
      let best = found.min {
        distance($0.0.tokens, word.tokens) < distance($1.0.tokens, word.tokens)
      }
      if let best { return .named(best.1) }
      // «сообщается на сайте филармонии»
      if case .author = wanted, word.isImpersonal { return .somebody }
      if word.isVerb, let body = unnamed(beside: word.tokens, in: sentence, background),
        fits(body, wanted, context)
      {
        return .named(body)
      }
      // «сообщила пресс-служба правительства»: it is hers, whoever is named besides
      if case .author = wanted, context.has(offices, in: sentence) { return .somebody }
      if case .person(let gender) = wanted,
        let told = titled(
          beside: word.tokens, isVerb: word.isVerb, in: sentence, gender, background)
      {
        return told
      }
    }
    return nil
  }

  /// Does a verb or «по словам» tell of one who may be wanted?
  private func counts(
    _ word: Range<Int>, isVerb: Bool, _ wanted: Narration.Wanted, _ context: FactContext
  ) -> Bool {
    switch wanted {
    case .author: !context.has(citing, in: word)
    // «сообщили в администрации со ссылкой на МЧС»: whose press office it is, the verb tells.
    case .organization(nil): isVerb && !context.has(passing, in: word)
    case .organization, .person: !context.has(passing, in: word)
    }
  }

  /// The organization that speaks in the clause of a verb, told by a noun: «сообщили в банке».
  private func unnamed(
    beside verb: Range<Int>, in sentence: Range<Int>, _ background: Background
  ) -> EntityReference? {
    let context = background.context
    guard let clause = context.parts(of: sentence).first(where: { $0.contains(verb.lowerBound) }),
      let noun = generic.noun(in: clause, context.kinds), noun.type != .media,
      !hasName(in: clause, without: noun.tokens, context)
    else { return nil }
    let isSingular = context.kinds.hasAnalysis(verb.lowerBound, .sing)
    guard stands(noun.tokens, isSingular ? .subject : .within, in: clause, context) else {
      return nil
    }
    let before = Background(
      narration: background.narration, introductions: background.introductions,
      start: sentence.lowerBound, context: context)
    guard let found = nearOrganization(called: noun, before),
      hasComplement(found, behind: noun.tokens, in: clause, context)
    else { return nil }
    return found
  }

  /// Who is told by a title to speak: «заявил министр», «по словам министра».
  private func titled(
    beside word: Range<Int>, isVerb: Bool, in sentence: Range<Int>, _ gender: Gender?,
    _ background: Background
  ) -> Told? {
    let context = background.context
    let clause = context.parts(of: sentence).first { $0.contains(word.lowerBound) } ?? word
    if !isVerb {
      let behind = word.upperBound..<max(word.upperBound, clause.upperBound)
      return person(behind: behind, in: .gent, background)
        .flatMap { fits($0, .person(gender), context) ? .named($0) : nil }
    }
    guard context.kinds.hasAnalysis(word.lowerBound, .sing),
      let token = somebody(in: clause, isSingular: true, context),
      near(token, word)
    else { return nil }
    if let own = self.gender(ofVerb: word.lowerBound, context), let gender, own != gender { return nil }
    let found =
      person(called: token, in: clause, standingFor: [], gender, background)
      ?? person(
        called: token, in: clause, standingFor: heads(at: token, context), gender, background)
    return found.map { .named($0) } ?? .somebody
  }

  private func near(_ token: Int, _ word: Range<Int>) -> Bool {
    distance(token..<token + 1, word) <= 6
  }

  /// Those named in one clause with a verb of speech who can be its subject, or behind «по словам».
  private func candidates(
    beside word: Range<Int>, isVerb: Bool, in sentence: Range<Int>, _ context: FactContext
  ) -> [MatchedRecord] {
    let named = context.parties(in: sentence, of: [.person, .organization])
    let clause = named.filter { record in
      let between =
        record.tokens.upperBound <= word.lowerBound
        ? record.tokens.upperBound..<word.lowerBound
        : word.upperBound..<max(word.upperBound, record.tokens.lowerBound)
      return !between.contains {
        context.buffer[$0].kind == .punctuation && !context.kinds.isQuote($0)
      }
    }
    guard isVerb else { return clause.filter { $0.tokens.lowerBound >= word.upperBound } }
    let isPlural = !context.kinds.hasAnalysis(word.lowerBound, .sing)
    return clause.filter { record in
      switch context.value(of: record) {
      case .person: !isPlural && canSpeak(record, context) && !context.isGoverned(record)
      case .organization(let organization):
        // «сообщили РБК в пресс-службе»: a medium is told.
        isPlural
          ? (isPlace(record, context) || isBehindPlace(record, in: sentence, context))
            && organization.type != .media
          : !isMedium(organization, record, word, context)
            && context.kinds.canBeSubject(record.tokens)
      default: false
      }
    }
  }

  /// «на фоне действий «Ромашки»»: does a noun that is no subject stand before the name?
  private func isComplement(_ record: MatchedRecord, _ context: FactContext) -> Bool {
    let before = record.tokens.lowerBound - 1
    guard context.organizationType(of: record) != nil, before >= 0,
      !isBehindPlace(record, in: context.nearSentence(of: record.tokens), context)
    else { return false }
    return context.buffer[before].shape == .lower
      && context.kinds.hasAnalysis(before, .NOUN) && !context.kinds.hasAnalysis(before, .nomn)
  }

  /// «сообщает Fox News»: a medium, or a name in Latin letters that tells day by day.
  private func isMedium(
    _ organization: Organization, _ record: MatchedRecord, _ verb: Range<Int>,
    _ context: FactContext
  ) -> Bool {
    if organization.type == .media { return true }
    return context.kinds.hasAnalysis(verb.lowerBound, .pres)
      && context.buffer[record.tokens.lowerBound].flags.contains(.latin)
  }

  private func distance(_ name: Range<Int>, _ word: Range<Int>) -> Int {
    name.lowerBound >= word.upperBound
      ? name.lowerBound - word.upperBound : word.lowerBound - name.upperBound
  }

  private func fits(
    _ reference: EntityReference, _ wanted: Narration.Wanted, _ context: FactContext
  ) -> Bool {
    guard let entity = context.entity(reference) else { return false }
    switch wanted {
    case .author: return entity.type != OrganizationType.media.rawValue
    case .person(let gender):
      guard entity.kind == .person else { return false }
      let own = context.gender(of: entity)
      return gender == nil || own == nil || own == gender
    case .organization(let noun):
      guard entity.kind == .organization, let type = entity.type.flatMap(OrganizationType.init),
        type != .media
      else { return false }
      return noun?.fits(name: entity.name, type: type) ?? true
    }
  }
}
