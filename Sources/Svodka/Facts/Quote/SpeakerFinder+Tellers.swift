import RussianMorphology
import RussianText
import TextRules

// Who was told to speak in the sentences before.
extension SpeakerFinder {
  /// The last who spoke in the three sentences before a place, if one fits.
  func teller(
    _ wanted: Narration.Wanted, before start: Int, _ narration: Narration, _ context: FactContext
  ) -> EntityReference? {
    var end = start
    var left = 3
    while end > 0, left > 0, start - end < 400 {
      let start = context.sentence(of: end - 1).lowerBound
      // A sentence without end is looked at where it is nearest.
      let sentence = max(start, end - 200)..<end
      end = start
      let told = narration.speakers(in: sentence).first { fits($0, wanted, context) }
      if let told { return told }
      if narration.isAllSpoken(sentence) { continue }
      left -= 1
      if let found = speaker(ofSentence: sentence, wanted, narration, context) { return found }
      // «Он объяснил, что …»: who that is stands still further before.
      if case .person = wanted, context.has(pronouns, in: sentence) { continue }
      if case .person = wanted, hasSubject(sentence, narration, context) { return nil }
    }
    return nil
  }

  /// Does a person stand there who may be meant by a pronoun, though no speech is told of?
  private func hasSubject(
    _ sentence: Range<Int>, _ narration: Narration, _ context: FactContext
  ) -> Bool {
    context.records(of: .person, in: sentence).contains {
      !narration.isSpoken[$0.tokens.lowerBound] && context.canBe(.nomn, $0)
        && !context.isGoverned($0)
    }
  }

  /// The subject of a verb of speech, or whose words they are: «сообщил X», «по словам X».
  private func speaker(
    ofSentence sentence: Range<Int>, _ wanted: Narration.Wanted, _ narration: Narration,
    _ context: FactContext
  ) -> EntityReference? {
    var words: [(tokens: Range<Int>, isVerb: Bool)] = []
    context.kinds.forEachEntry(of: verbs, in: sentence) { tokens, _ in words.append((tokens, true)) }
    context.kinds.forEachEntry(of: according, in: sentence) { tokens, _ in
      words.append((tokens, false))
    }
    for word in words.reversed()
    where !narration.isSpoken[word.tokens.lowerBound] && !context.has(passing, in: word.tokens) {
      let near = candidates(beside: word.tokens, isVerb: word.isVerb, in: sentence, context)
      let found = near.compactMap { record in
        context.reference(to: record).map { (record, $0) }
      }.filter { fits($0.1, wanted, context) }
      let best = found.min {
        distance($0.0.tokens, word.tokens) < distance($1.0.tokens, word.tokens)
      }
      if let best { return best.1 }
    }
    return nil
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
      case .person: context.canBe(.nomn, record) && !context.isGoverned(record)
      case .organization(let organization):
        // «сообщили РБК в пресс-службе»: a medium is told.
        isPlural
          ? isPlace(record, context) && organization.type != .media
          : !isMedium(organization, record, word, context)
            && context.kinds.canBeSubject(record.tokens)
      default: false
      }
    }
  }

  /// «в компании», and not «со ссылкой на компанию»
  private func isPlace(_ record: MatchedRecord, _ context: FactContext) -> Bool {
    let first = record.tokens.lowerBound
    return first > 0 && context.has(within, in: first - 1..<first)
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
    case .anyone: return true
    case .person(let gender):
      guard entity.kind == .person else { return false }
      let own = context.gender(of: entity)
      return gender == nil || own == nil || own == gender
    case .organization(let type):
      guard entity.kind == .organization else { return false }
      return entity.type.flatMap(OrganizationType.init).map {
        GenericOrganizations.fits($0, type)
      } ?? true
    }
  }
}
