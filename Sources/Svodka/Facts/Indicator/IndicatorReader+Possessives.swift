import RussianMorphology
import RussianText
import TextRules

// Whose «его мощность», «их доля» is.
extension IndicatorReader {
  /// Adds to a bare noun what the possessive pronoun before it stands for.
  func addPossessor(of phrase: NominalPhrase, to subject: inout IndicatorSubject) {
    let pronoun = phrase.tokens.lowerBound - 1
    guard pronoun >= range.lowerBound, subject.organization == nil, subject.place == nil,
      phrase.complement.isEmpty || phrase.names.isEmpty,
      words.has(.metric, in: phrase.head..<phrase.head + 1, kinds)
        || words.has(.personal, in: phrase.head..<phrase.head + 1, kinds),
      let owner = possessor(at: pronoun, isSize: words.has(.physical, in: phrase.head..<phrase.head + 1, kinds),
        isPersonal: words.has(.personal, in: phrase.head..<phrase.head + 1, kinds))
    else { return }
    if let name = owner.name {
      switch context.value(of: name) {
      case .organization: subject.organization = name
      case .place: subject.place = name
      // «его состояние»
      case .person:
        if let text = genitive(at: owner.head, structure.tree(of: range)) { subject.name += " " + text }
      default: break
      }
      return
    }
    let text = chunker.genitiveName(of: owner)
    subject.name += " " + text
    subject.genitive += " " + text
    if subject.organization == nil {
      subject.organization = owner.names.first { $0.kind == organizationKind }
    }
  }

  /// «дальность его стрельбы»: the pronoun within the name is replaced by what it stands for.
  func addPossessor(within phrase: NominalPhrase, to subject: inout IndicatorSubject) {
    guard let named = subject.named, range.contains(named.lowerBound),
      let pronoun = named.first(where: { $0 != named.lowerBound && isPossessive($0) }),
      let owner = possessor(at: pronoun, isSize: words.has(.physical, in: phrase.head..<phrase.head + 1, kinds), besides: named),
      let text = owner.name == nil || owner.name?.kind == organizationKind ? ownerText(owner) : nil
    else { return }
    let end = max(named.upperBound, subject.tokens?.upperBound ?? 0)
    subject.name = [
      chunker.name(of: named.lowerBound..<pronoun), kinds.text(of: pronoun + 1..<end), text,
    ].joined(separator: " ")
    subject.named = nil
  }

  private func ownerText(_ owner: NominalPhrase) -> String? {
    genitive(at: owner.head, structure.tree(of: range)) ?? chunker.genitiveName(of: owner)
  }

  /// «его», «её», «их» before a noun.
  func isPossessive(_ token: Int) -> Bool {
    context.buffer[token].length <= 6 && kinds.hasAnalysis(token, [.NPRO, .gent]) && kinds.hasAnalysis(token, .Anph)
  }

  /// The only noun of the sentence so far that a possessive pronoun can stand for; where the sentence
  /// has no noun before it, that of the sentence before.
  private func possessor(
    at pronoun: Int, isSize: Bool, isPersonal: Bool = false, besides own: Range<Int> = 0..<0
  ) -> NominalPhrase? {
    let readings = kinds.morphology.analyses(of: context.buffer[pronoun].word)
      .map { kinds.morphology.grammemes(of: $0) }
      .filter { $0.contains([.NPRO, .gent]) && $0.contains(.Anph) }
    guard !readings.isEmpty else { return nil }
    let here = chunks.filter { $0.tokens.upperBound <= pronoun && !own.contains($0.tokens.lowerBound) }.compactMap(\.phrase).filter {
      !words.has(.source, in: ($0.preposition ?? $0.tokens.lowerBound)..<$0.head + 1, kinds)
    }
    if !here.isEmpty { return only(of: here.filter { !isPersonal || isPerson($0) }, readings, isSize) }
    guard sentence > 0, context.buffer.sentences[sentence - 1].range.count < 100 else { return nil }
    let before = chunker.chunks(in: context.buffer.sentences[sentence - 1].range).compactMap(\.phrase)
    return only(of: before.filter { !isPersonal || isPerson($0) }, readings, false)
  }

  private func isPerson(_ phrase: NominalPhrase) -> Bool {
    kinds.hasAnalysis(phrase.head, [.NOUN, .anim]) || !context.records(of: .person, in: phrase.tokens).isEmpty
  }

  private func only(
    of phrases: [NominalPhrase], _ pronouns: [Grammemes], _ isSize: Bool
  ) -> NominalPhrase? {
    let fitting = phrases.filter { phrase in
      if phrase.tokens.lowerBound > 0, kinds.isQuote(phrase.tokens.lowerBound - 1) { return false }
      if phrase.preposition != nil,
        phrase.name?.kind == placeKind || words.has(.adverbial, in: phrase.head..<phrase.head + 1, kinds)
      {
        return false
      }
      // «прокуратура», «власти»: they speak of what somebody else has.
      if words.has(.organ, in: phrase.head..<phrase.head + 1, kinds) { return false }
      // People have no length.
      if isSize, kinds.hasAnalysis(phrase.head, [.NOUN, .anim]) { return false }
      let nouns = phrase.name == nil
        ? chunker.nounReadings(of: phrase) : chunker.nominative(phrase).map { [$0] } ?? []
      return nouns.contains { noun in pronouns.contains { canStand($0, for: noun) } }
    }
    // «Мост соединяет полуостров с берегом, его длина»: of things, the subject.
    if isSize, fitting.count > 1, pronouns.allSatisfy({ !$0.contains(.plur) }), let first = phrases.first,
      first.preposition == nil, chunker.nominative(first) != nil, fitting[0].head == first.head
    {
      return first
    }
    guard fitting.count == 1, let found = fitting.first,
      // A noun of its complement may be meant as well.
      !found.complement.contains(where: { token in
        kinds.morphology.analyses(of: context.buffer[token].word).contains { analysis in
          let noun = kinds.morphology.grammemes(of: analysis)
          return noun.contains(.NOUN) && pronouns.contains { canStand($0, for: noun) }
        }
      })
    else { return nil }
    return found
  }

  private func canStand(_ pronoun: Grammemes, for noun: Grammemes) -> Bool {
    if pronoun.contains(.plur) { return noun.contains(.plur) }
    return noun.contains(.sing) && pronoun.intersection(.genders) == noun.intersection(.genders)
  }
}

// Whose a size is that the verb gives its subject.
extension IndicatorReader {
  /// «пожар охватил площадь в 40 га», «грузовик имеет грузоподъемность 5 т»
  func addSubject(ofSizeAt size: IndicatorSubject, to draft: inout IndicatorDraft) {
    guard let head = size.head, range.contains(head), size.tokens?.upperBound == head + 1,
      draft.organization == nil
    else { return }
    let tree = structure.tree(of: range)
    let noun = tree.top(of: head)
    guard tree.relation(of: noun) == .obj || tree.relation(of: noun) == .obl, let own = tree.head(of: noun),
      words.has(.possessing, in: own..<own + 1, kinds)
    else { return }
    // «может развивать скорость»
    let verb = tree.relation(of: own) == .xcomp ? tree.head(of: own) ?? own : own
    guard let owner = tree.child(of: verb, .nsubj) else { return }
    if let organization = agent(of: verb, besides: owner + 1) {
      draft.organization = organization
    } else if let phrase = chunkIndex(at: owner).flatMap({ chunks[$0].phrase }), phrase.name == nil,
      phrase.preposition == nil, !words.has(.generic, in: owner..<owner + 1, kinds)
    {
      draft.subject.name += " " + chunker.genitiveName(of: phrase)
    }
  }
}
