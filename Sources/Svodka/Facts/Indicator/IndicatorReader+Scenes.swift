import RussianMorphology
import RussianText
import TextRules

// Where an event happened that an earlier clause has placed: «В Омске загорелся склад. Площадь пожара
// составила 40 кв. м».
extension IndicatorReader {
  /// How many sentences back the scene may be told.
  private static var farthestScene: Int { 5 }
  /// A longer sentence is not looked through for the scene.
  private static var longestSentence: Int { 120 }

  /// The place of what a sentence tells of an event: the only one that it names before, or else the only
  /// one of the nearest sentence before that names any.
  func scene(of draft: IndicatorDraft) -> EntityReference? {
    guard isOfScene(draft), !words.has(.now, in: range, kinds) else { return nil }
    let end = draft.match.tokens.upperBound
    if names(in: range.lowerBound..<end) {
      return onlyScene(in: range.lowerBound..<end, chunks, orCountry: true)
    }
    if names(in: end..<range.upperBound, ofClauseOf: draft.match.tokens) {
      return onlyScene(in: end..<range.upperBound, chunks, orCountry: true)
    }
    // «на улице Садовой»: a sentence before may name the town.
    var street: EntityReference?
    for number in (max(0, sentence - Self.farthestScene)..<sentence).reversed() {
      let tokens = context.buffer.sentences[number].range
      if tokens.count > Self.longestSentence { break }
      guard names(in: tokens) else { continue }
      let found = onlyScene(in: tokens, chunker.chunks(in: tokens))
      guard let found, isStreet(found, in: tokens) else { return found ?? street }
      street = street ?? found
    }
    return street
  }

  private func isStreet(_ place: EntityReference, in tokens: Range<Int>) -> Bool {
    context.records(of: .place, in: tokens).contains {
      context.reference(to: $0) == place && size(of: $0) == Self.streetSize
    }
  }

  /// Whether people or things came to harm, or the size of a fire is told, in the past.
  private func isOfScene(_ draft: IndicatorDraft) -> Bool {
    guard draft.place == nil, draft.organization == nil, draft.change == nil || draft.measure != nil else {
      return false
    }
    if draft.isFigure {
      guard let verb = draft.verb else { return false }
      return words.has(.sceneVerb, in: verb..<verb + 1, kinds)
        || words.has(.receiving, in: verb..<verb + 1, kinds) && words.has(.sceneNoun, in: range, kinds)
    }
    guard let tokens = draft.subject.tokens, range.contains(tokens.lowerBound) else { return false }
    return words.has(.sceneNoun, in: tokens, kinds)
  }

  /// A named place, or «в стране», «в городе». One of the same clause alone, if a token of it is given.
  private func names(in tokens: Range<Int>, ofClauseOf amount: Range<Int>? = nil) -> Bool {
    if amount == nil, namesGenericPlace(in: tokens) { return true }
    return context.records(of: .place, in: tokens).contains { record in
      if isOfTitle(record) { return false }
      guard let amount, let own = chunkIndex(at: amount.lowerBound),
        let other = chunkIndex(at: record.tokens.lowerBound)
      else { return true }
      return clauses.numbers[own] == clauses.numbers[other]
    }
  }

  private func namesGenericPlace(in tokens: Range<Int>) -> Bool {
    var found = false
    kinds.forEachEntry(of: words[.genericPlace], in: tokens) { place, _ in
      guard let preposition = words.governor(ofPhraseAt: place.lowerBound, in: kinds) else { return }
      found = found || words.has(.where, in: preposition..<preposition + 1, kinds)
    }
    return found
  }

  /// «губернатор Омской области», «МЧС по Омской области»: where those are who tell of it.
  private func isOfTitle(_ record: MatchedRecord) -> Bool {
    let token = record.tokens.lowerBound..<record.tokens.lowerBound + 1
    let holders = context.records(of: .organization, in: token) + context.records(of: .position, in: token)
    return holders.contains { $0.tokens != record.tokens }
  }

  /// The one place of a stretch in which something happened: «в Омске», «на складе Омска». Of a town and
  /// its region it is the town.
  private func onlyScene(
    in tokens: Range<Int>, _ chunks: [Chunk], orCountry: Bool = false
  ) -> EntityReference? {
    var found: (place: EntityReference, size: Int)?
    for record in context.records(of: .place, in: tokens) where !isOfTitle(record) {
      guard let place = context.reference(to: record) else { return nil }
      guard isLocative(record, chunks) else { continue }
      guard let size = size(of: record), orCountry || size < Self.countrySize, !isJoined(record) else { return nil }
      guard let known = found else {
        found = (place, size)
        continue
      }
      if known.size == size, known.place != place { return nil }
      if size < known.size { found = (place, size) }
    }
    return found?.place
  }

  /// «в Турции и Сирии»
  private func isJoined(_ record: MatchedRecord) -> Bool {
    let next = record.tokens.upperBound + 1
    guard next < context.buffer.count, context.isComma(next - 1) || kinds.hasAnalysis(next - 1, .CONJ) else {
      return false
    }
    return !context.records(of: .place, in: next..<next + 1).isEmpty
  }

  private static var streetSize: Int { 3 }
  private static var countrySize: Int { 4 }

  /// A rank of places, the one to tell first. A country is the last: much else may happen in it.
  private func size(of record: MatchedRecord) -> Int? {
    guard case .place(let place) = context.value(of: record) else { return nil }
    switch place.type {
    case .city: return 0
    case .district: return 1
    case .region: return 2
    case .street: return Self.streetSize
    case .country: return Self.countrySize
    default: return nil
    }
  }

  private func isLocative(_ record: MatchedRecord, _ chunks: [Chunk]) -> Bool {
    chunks.contains {
      guard $0.tokens.contains(record.tokens.lowerBound), let phrase = $0.phrase else { return false }
      // «при обстреле города Шебекино»
      if phrase.name == nil, words.has(.sceneEvent, in: $0.tokens.lowerBound..<record.tokens.lowerBound, kinds) {
        return true
      }
      guard let preposition = phrase.preposition else { return false }
      return words.has(.where, in: preposition..<preposition + 1, kinds)
        && chunker.reading(of: phrase, as: .loct) != nil
        && (phrase.name != nil
          || !words.has(.adverbial, in: phrase.head..<phrase.head + 1, kinds)
            && !words.has(.bank, in: $0.tokens, kinds))
    }
  }
}
