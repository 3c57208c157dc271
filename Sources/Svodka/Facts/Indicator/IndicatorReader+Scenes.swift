import RussianMorphology
import RussianText
import TextRules

// Where and when an event happened that an earlier clause has placed: «5 мая в Омске загорелся склад.
// Площадь пожара составила 40 кв. м».
extension IndicatorReader {
  /// How many sentences back the scene may be told, and its day.
  private static var farthestScene: Int { 6 }
  private static var farthestDay: Int { 3 }
  private static var farthestCountry: Int { 4 }
  /// How many words open a sentence.
  private static var opening: Int { 5 }
  private static var longestTitle: Int { 12 }
  /// A longer sentence is not looked through for the scene.
  private static var longestSentence: Int { 120 }

  /// Adds the place and the day of what a sentence tells of an event: what it says of them before the
  /// value, or else the nearest sentences before.
  func addScene(to draft: inout IndicatorDraft) {
    guard !words.has(.elsewhere, in: range, kinds) else { return }
    guard isOfScene(draft) else { return addNearScene(to: &draft) }
    if draft.place == nil, draft.organization == nil {
      switch ownScene(of: draft) {
      case .none: break
      case .several: return
      case .one(let own, _): draft.place = own
      }
    }
    let before = sceneBefore(of: draft, placed: draft.place)
    if draft.period == nil { draft.period = ownTime(of: draft) }
    if draft.place == nil, draft.organization == nil, !hasOwnDate(draft), !namesAnyPlace(in: range) {
      draft.place = before.place
    }
    if draft.period == nil, isOver(draft) { draft.period = before.day }
  }

  /// «В Томске стало больше пожаров. Так, за неделю их число выросло до 50»: the sentence goes into detail.
  func placeOfExample(_ draft: IndicatorDraft) -> EntityReference? {
    let start = range.lowerBound
    guard draft.place == nil, draft.organization == nil, !draft.isAside, sentence > 0, start + 1 < range.upperBound,
      context.isComma(start + 1), words.has(.forExample, in: start..<start + 1, kinds),
      context.records(of: .place, in: range).isEmpty, !namesGenericPlace(in: range),
      case .one(let place, _) = scene(ofSentence: sentence - 1).place
    else { return nil }
    return place
  }

  /// «Обстреляли Томск, зафиксировано 25 прилётов»: a count of any other kind is of its own sentence, or of
  /// the one right before.
  private func addNearScene(to draft: inout IndicatorDraft) {
    guard draft.place == nil, draft.organization == nil, draft.isFigure || isOfCountry(draft), draft.subject.place == nil,
      named.organizations(in: range).allSatisfy({ isSource($0.tokens) })
    else { return }
    switch ownScene(of: draft) {
    case .several: return
    case .one(let own, _):
      if draft.isFigure { draft.place = own }
      return
    case .none: break
    }
    guard sentence > 0, !startsParagraph, !hasOwnDate(draft), !namesAnyPlace(in: range),
      case .one(let place, let size) = scene(ofSentence: sentence - 1).place, size != ToldScene.streetSize,
      // «Доклад представили в Лондоне. Смертность выросла»: a country has it, no town.
      draft.isFigure || size == ToldScene.countrySize
    else { return }
    draft.place = place
  }

  /// «по данным ЦИК»
  private func isSource(_ organization: Range<Int>) -> Bool {
    guard let index = chunkIndex(at: organization.lowerBound) else { return false }
    return words.has(.source, in: chunks[index].tokens, kinds)
  }

  /// «явка», «смертность»: what a country or a region has.
  private func isOfCountry(_ draft: IndicatorDraft) -> Bool {
    guard let named = draft.subject.named, range.contains(named.lowerBound), !draft.isAside else { return false }
    switch clauses.kind(ofChunkAt: named.lowerBound, in: chunks) {
    case .main, .complement: return words.has(.ofCountry, in: named, kinds)
    default: return false
    }
  }

  private func namesAnyPlace(in tokens: Range<Int>) -> Bool {
    namesGenericPlace(in: tokens)
      || context.records(of: .place, in: tokens).contains { !isOfTitle($0) && !isOfSpeaker($0, chunks) }
  }

  /// «24 января террорист подорвал себя, погибли 37 человек»: the only time of the sentence, if it stands
  /// before and is not that of a report.
  private func ownTime(of draft: IndicatorDraft) -> DateSpan? {
    let start = draft.match.tokens.lowerBound
    guard draft.isFigure, draft.status == .actual, let index = chunkIndex(at: start),
      clauses.kind(of: index) != .complement
    else { return nil }
    let dates = context.records(of: .date, in: range)
    guard dates.count == 1, dates[0].tokens.upperBound <= start, !isOfSource(dates[0]), !isOfParticiple(dates[0].tokens.lowerBound),
      !isOfNoun(dates[0].tokens.lowerBound),
      let span = context.period(dates[0]), !span.recurring, span.from != nil, span.to != nil,
      !words.has(.estimate, in: range.lowerBound..<start, kinds)
    else { return nil }
    return span
  }

  /// «отчёт за 2023 год»: the date is the noun's.
  private func isOfNoun(_ date: Int) -> Bool {
    let noun = date - 2
    return noun >= range.lowerBound && kinds.hasAnalysis(date - 1, .PREP) && !words.has(.where, in: date - 1..<date, kinds)
      && kinds.hasAnalysis(noun, .NOUN)
  }

  /// «В 2018 году при пожаре погибли 14 человек»: another event than the one just told.
  private func hasOwnDate(_ draft: IndicatorDraft) -> Bool {
    context.records(of: .date, in: range.lowerBound..<draft.match.tokens.lowerBound)
      .contains { !isOfSource($0) }
  }

  /// Whether a day told before may be that of the value: it is past, and no later count.
  private func isOver(_ draft: IndicatorDraft) -> Bool {
    let isLasting = draft.verb.map { words.has(.lasting, in: $0..<$0 + 1, kinds) } ?? false
    return draft.status == .actual && !isLasting && !named.hasTime(in: range, besides: draft.match.tokens)
      && !words.has(.asOf, in: range, kinds)
  }

  /// What the sentence itself tells of the place: before the value, or else in its clause.
  private func ownScene(of draft: IndicatorDraft) -> ToldScene.Place {
    let end = draft.match.tokens.upperBound
    if namesGenericPlace(in: range) {
      // «в регионе»
      return genericPlace(of: draft.match.tokens).map { .one($0, size: 0) } ?? .several
    }
    let before = placeOfScene(in: range.lowerBound..<end, chunks, orCountry: true)
    if case .none = before {} else { return before }
    let behind = end..<range.upperBound
    guard names(in: behind, ofClauseOf: draft.match.tokens) else { return .none }
    let told = placeOfScene(in: behind, chunks, orCountry: true)
    if case .none = told { return .several }
    return told
  }

  /// The scene of the nearest sentences before.
  ///
  /// - Parameter placed: Where the value is said to be; the day of another place is not its own.
  private func sceneBefore(
    of draft: IndicatorDraft, placed: EntityReference?
  ) -> (place: EntityReference?, day: DateSpan?) {
    var street: EntityReference?
    var day: DateSpan?
    var mayHaveDay = !startsParagraph
    var isOtherParagraph = startsParagraph
    for number in (max(0, sentence - Self.farthestScene)..<sentence).reversed() {
      let tokens = context.buffer.sentences[number].range
      if tokens.count > Self.longestSentence { break }
      let told = scene(ofSentence: number)
      if mayHaveDay, told.hasTime {
        if told.mayDate(placed) { day = told.day }
        mayHaveDay = false
      }
      if sentence - number >= Self.farthestDay || told.startsParagraph { mayHaveDay = false }
      defer { if told.startsParagraph { isOtherParagraph = true } }
      guard placed == nil else {
        if mayHaveDay { continue }
        return (nil, day)
      }
      switch told.place {
      // «6 мая в городской больнице начался пожар»: another event, whose place is not known.
      case .none where told.opensWithTime || told.hasTime && told.isOfOtherTime: return (street, day)
      case .none: continue
      case .several: return (nil, nil)
      // «на улице Садовой»: a sentence before may name the town.
      case .one(let place, ToldScene.streetSize): street = street ?? place
      // Much may happen in a country: it is told of the next sentences alone.
      case .one(let place, let size):
        if size == ToldScene.countrySize, sentence - number > (isOtherParagraph ? 1 : Self.farthestCountry) {
          return (street, day)
        }
        return (place, day)
      }
    }
    return (street == nil ? nil : townOfFirstSentence ?? street, day)
  }

  /// The town that the first sentence of the document places its event in.
  private var townOfFirstSentence: EntityReference? {
    guard sentence > 0, case .one(let place, let size) = scene(ofSentence: 0).place, size < ToldScene.streetSize else {
      return nil
    }
    return place
  }

  /// Whether people or things came to harm, or the size of a fire is told, in the past.
  private func isOfScene(_ draft: IndicatorDraft) -> Bool {
    if draft.isFigure {
      guard let verb = draft.verb else { return false }
      return words.has(.sceneVerb, in: verb..<verb + 1, kinds)
        || words.has(.receiving, in: verb..<verb + 1, kinds) && words.has(.sceneNoun, in: range, kinds)
    }
    guard let tokens = draft.subject.tokens, range.contains(tokens.lowerBound) else { return false }
    return words.has(.sceneNoun, in: tokens, kinds)
  }

  /// A named place, or «в стране», «в городе», in the clause of an amount.
  private func names(in tokens: Range<Int>, ofClauseOf amount: Range<Int>) -> Bool {
    context.records(of: .place, in: tokens).contains { record in
      if isOfTitle(record) { return false }
      guard let own = chunkIndex(at: amount.lowerBound),
        let other = chunkIndex(at: record.tokens.lowerBound)
      else { return true }
      return clauses.numbers[own] == clauses.numbers[other]
    }
  }

  // MARK: One sentence

  private func scene(ofSentence number: Int) -> ToldScene {
    if let known = scenes[number] { return known }
    let tokens = context.buffer.sentences[number].range
    let dates = context.records(of: .date, in: tokens)
    let isElsewhere = context.records(of: .place, in: tokens).isEmpty && namesGenericPlace(in: tokens, of: .country)
    let told = ToldScene(
      place: isElsewhere || isOfTalk(tokens) ? .several : placeOfScene(in: tokens, chunker.chunks(in: tokens)),
      day: dates.count == 1 ? dates.first.flatMap(context.period).flatMap(ToldScene.day) : nil,
      hasTime: !dates.isEmpty || !context.records(of: .duration, in: tokens).isEmpty,
      isOfOtherTime: dates.contains {
        $0.tokens.lowerBound < tokens.lowerBound + Self.opening
          && context.period($0).map { $0.grain == .year || $0.grain == .month } ?? false
      },
      opensWithTime: dates.first?.tokens.lowerBound == tokens.lowerBound,
      startsParagraph: context.buffer[tokens.lowerBound].flags.contains(.paragraphStart))
    scenes[number] = told
    return told
  }

  /// «В Пекине прошёл саммит», «сообщили в Москве»: where somebody speaks of it, it did not happen.
  private func isOfTalk(_ sentence: Range<Int>) -> Bool {
    words.has(.talk, in: sentence, kinds) && !words.has(.sceneEvent, in: sentence, kinds)
      && !words.has(.sceneVerb, in: sentence, kinds) && !words.has(.hitting, in: sentence, kinds)
  }

  /// «по словам посла в Москве»: where the source is.
  private func isOfSource(_ record: MatchedRecord, in sentence: Range<Int>) -> Bool {
    let start = (sentence.lowerBound..<max(sentence.lowerBound, record.tokens.lowerBound)).last { context.isComma($0) }
    let before = (start ?? sentence.lowerBound)..<max(start ?? sentence.lowerBound, record.tokens.lowerBound)
    return words.has(.source, in: before, kinds) && !before.contains { kinds.isVerb($0) }
  }

  /// The one place of a stretch in which something happened: «в Омске», «на складе Омска», «обстреляли
  /// Омск». Of a town and its region it is the town. Several, if it names others as well that are not
  /// only where somebody comes from or goes to.
  private func placeOfScene(
    in tokens: Range<Int>, _ chunks: [Chunk], orCountry: Bool = false
  ) -> ToldScene.Place {
    if orCountry, namesGenericPlace(in: tokens) { return .several }
    var found: (place: EntityReference, size: Int)?
    /// The smallest of those that are named beside it.
    var other: Int?
    for record in context.records(of: .place, in: tokens)
    where !isOfTitle(record) && !isOfSource(record, in: tokens) {
      guard let place = context.reference(to: record) else { return .several }
      guard isLocative(record, chunks) else {
        let size = ToldScene.size(of: context.value(of: record)) ?? 0
        // «близ Садовой улицы» may be in any town.
        if size != ToldScene.streetSize, !isAside(record, chunks) { other = min(other ?? Int.max, size) }
        continue
      }
      guard let size = ToldScene.size(of: context.value(of: record)), !isJoined(record) else { return .several }
      guard let known = found else {
        found = (place, size)
        continue
      }
      if known.size == size, known.place != place { return .several }
      if size < known.size { found = (place, size) }
    }
    guard let found else { return other == nil ? .none : .several }
    // «в Москве (69), Туле (42)», but «в Иньчуане Нинся-Хуэйского района»
    return other ?? Int.max > found.size ? .one(found.place, size: found.size) : .several
  }

  func namesGenericPlace(in tokens: Range<Int>, of type: PlaceType? = nil) -> Bool {
    var found = false
    kinds.forEachEntry(of: words[.genericPlace], in: tokens) { place, entry in
      if let type, !words.genericPlaceTypes[entry].contains(type) { return }
      guard !isWithinName(place.lowerBound), !isBeforeName(place.upperBound), let preposition = words.governor(ofPhraseAt: place.lowerBound, in: kinds) else { return }
      found = found || words.has(.where, in: preposition..<preposition + 1, kinds)
    }
    return found
  }

  /// «в городе Омск»
  private func isBeforeName(_ token: Int) -> Bool {
    token < context.buffer.count && (kinds.isCapitalized(token) || kinds.isQuote(token))
  }

  /// «в Омской области»
  private func isWithinName(_ token: Int) -> Bool {
    context.records(of: .place, in: max(0, token - 3)..<token + 1).contains { $0.tokens.contains(token) }
  }

  /// «губернатор Омской области», «МЧС по Омской области»: where those are who tell of it.
  private func isOfTitle(_ record: MatchedRecord) -> Bool {
    let start = record.tokens.lowerBound
    let near = max(0, start - Self.longestTitle)..<start + 1
    let holders = context.records(of: .organization, in: near) + context.records(of: .position, in: near)
    return holders.contains { $0.tokens != record.tokens && $0.tokens.contains(start) }
  }

  /// «из Омска в Тулу», «президент США», «гражданин Турции», «власти Турции»: no place of an event.
  private func isAside(_ record: MatchedRecord, _ chunks: [Chunk]) -> Bool {
    guard let index = chunks.firstIndex(where: { $0.tokens.contains(record.tokens.lowerBound) }),
      let phrase = chunks[index].phrase
    else { return false }
    if isWayTo(index, chunks) { return true }
    if let preposition = phrase.preposition {
      if words.has(.way, in: preposition..<preposition + 1, kinds) { return true }
      if words.has(.goal, in: preposition..<preposition + 1, kinds) {
        return chunker.reading(of: phrase, as: .loct) == nil
      }
    }
    guard phrase.name == nil, phrase.head < record.tokens.lowerBound else {
      // «США сообщили»
      return phrase.preposition == nil && chunker.nominative(phrase) != nil
        && ToldScene.size(of: context.value(of: record)) == ToldScene.countrySize
    }
    return isOfSpeaker(record, chunks)
  }

  /// «губернатор Омской области», «власти Турции»
  private func isOfSpeaker(_ record: MatchedRecord, _ chunks: [Chunk]) -> Bool {
    guard let phrase = chunks.first(where: { $0.tokens.contains(record.tokens.lowerBound) })?.phrase,
      phrase.head < record.tokens.lowerBound
    else { return false }
    let before = phrase.head..<record.tokens.lowerBound
    return before.contains { kinds.hasAnalysis($0, [.NOUN, .anim]) } || words.has(.organ, in: before, kinds)
  }

  /// «в Турции и Сирии»
  private func isJoined(_ record: MatchedRecord) -> Bool {
    let next = record.tokens.upperBound + 1
    guard next < context.buffer.count, context.isComma(next - 1) || kinds.hasAnalysis(next - 1, .CONJ) else {
      return false
    }
    // «в сёлах Локоть и Красный Яр», where no record has the second
    let isName = kinds.hasAnalysis(next - 1, .CONJ) && kinds.isCapitalized(next)
      && context.records(of: .person, in: next..<next + 1).isEmpty
    return isName || !context.records(of: .place, in: next..<next + 1).isEmpty
  }

  private func isLocative(_ record: MatchedRecord, _ chunks: [Chunk]) -> Bool {
    guard let index = chunks.firstIndex(where: { $0.tokens.contains(record.tokens.lowerBound) }),
      let phrase = chunks[index].phrase
    else { return false }
    // «при обстреле города Шебекино»
    if words.has(.sceneEvent, in: chunks[index].tokens.lowerBound..<record.tokens.lowerBound, kinds) { return true }
    if isHit(index, phrase, chunks) || isNamedTown(record) { return true }
    // «в министерстве Турции» it is said
    guard let preposition = phrase.preposition, phrase.name != nil || !words.has(.organ, in: phrase.head..<phrase.head + 1, kinds)
    else { return false }
    return words.has(.where, in: preposition..<preposition + 1, kinds)
      && chunker.reading(of: phrase, as: .loct) != nil && !isWayTo(index, chunks)
      && (phrase.name != nil
        || !words.has(.adverbial, in: phrase.head..<phrase.head + 1, kinds)
          && !words.has(.bank, in: chunks[index].tokens, kinds))
  }

  /// «в городе Озёрный»: the name keeps its nominative.
  private func isNamedTown(_ record: MatchedRecord) -> Bool {
    let noun = record.tokens.lowerBound - 1
    guard noun >= 0, words.has(.genericPlace, in: noun..<noun + 1, kinds), kinds.hasAnalysis(noun, .loct),
      let preposition = words.governor(ofPhraseAt: noun, in: kinds)
    else { return false }
    return words.has(.where, in: preposition..<preposition + 1, kinds)
  }

  /// «из Томска в Тбилиси»
  private func isWayTo(_ index: Int, _ chunks: [Chunk]) -> Bool {
    guard index > 0, let before = chunks[index - 1].phrase, let preposition = before.preposition,
      before.name != nil
    else { return false }
    return words.has(.from, in: preposition..<preposition + 1, kinds)
  }

  /// «обстреляли Томск», «удар по Томску»
  private func isHit(_ index: Int, _ phrase: NominalPhrase, _ chunks: [Chunk]) -> Bool {
    guard index > 0 else { return false }
    let before = chunks[index - 1].tokens
    if let preposition = phrase.preposition {
      return words.has(.by, in: preposition..<preposition + 1, kinds) && words.has(.sceneEvent, in: before, kinds)
        && chunker.reading(of: phrase, as: .datv) != nil
    }
    return words.has(.hitting, in: before, kinds) && chunker.reading(of: phrase, as: .accs) != nil
  }
}
