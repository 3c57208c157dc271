import RussianMorphology
import RussianText
import TextRules

// Where, with whom and how surely something has its value.
extension IndicatorReader {
  func place(
    of piece: IndicatorPiece, _ subject: IndicatorSubject, _ window: Range<Int>
  ) -> EntityReference? {
    if let place = subject.place { return context.reference(to: place) }
    let end = max(piece.word.upperBound, piece.amount.upperBound)
    for (index, chunk) in chunks.enumerated()
    where chunk.tokens.overlaps(window) && isInClause(chunk.tokens.lowerBound, of: piece) {
      // «составил 13 %, на Урале — 39 %»: the other's place.
      if chunk.tokens.lowerBound >= end, case .comma = chunk.kind { break }
      guard let name = ownPlace(at: index, piece, subject) else { continue }
      // «в Томске и Омске»: it is of both.
      return isJoined(placeAt: index) ? nil : context.reference(to: name)
    }
    return ownedPlace(of: subject) ?? genericPlace(of: subject) ?? genericPlace(of: piece)
  }

  /// The place that a chunk says a value is of.
  private func ownPlace(
    at index: Int, _ piece: IndicatorPiece, _ subject: IndicatorSubject
  ) -> MatchedRecord? {
    // «в результате пожара в Омске»: Omsk is where the fire was.
    if index > 0, let before = chunks[index - 1].phrase,
      !(subject.tokens?.contains(before.head) ?? false), !isScene(before, of: piece)
    {
      return nil
    }
    let tokens = chunks[index].tokens
    // «построенный в Томске завод», but «число погибших в Томске»
    if isOfParticiple(tokens.lowerBound), !(subject.tokens?.contains(tokens.lowerBound - 1) ?? false) {
      return nil
    }
    if piece.isNominal, hasVerb(between: tokens, and: piece) { return nil }
    if isOfFinishedClause(index, before: piece.word.lowerBound) { return nil }
    // «проект в Варшаве оценили в 5 млн»: where they who estimate are.
    if words.has(.estimate, in: piece.word, kinds), isActive(piece.word) { return nil }
    guard let phrase = chunks[index].phrase, let preposition = phrase.preposition,
      words.has(.where, in: preposition..<preposition + 1, kinds),
      let name = phrase.names.first, name.kind == placeKind,
      phrase.name != nil || phrase.names.count == 1,
      chunker.reading(of: phrase, as: .loct) != nil,
      // «на стороне Томска», «в пользу Томска»
      phrase.name != nil
        || !words.has(.adverbial, in: phrase.head..<phrase.head + 1, kinds)
          && !words.has(.bank, in: phrase.head..<phrase.head + 1, kinds)
    else { return nil }
    return name
  }

  /// «В Томске вода сошла, в Туле подтопление составляет 5 см»: a verb and a comma stand between.
  private func isOfFinishedClause(_ index: Int, before word: Int) -> Bool {
    var hasVerb = false
    for chunk in chunks[(index + 1)...] where chunk.tokens.upperBound <= word {
      switch chunk.kind {
      case .finite: hasVerb = true
      case .comma:
        if hasVerb { return true }
        return false
      default: break
      }
    }
    return false
  }

  /// «На границе в Томской области построят», «при пожаре в Омске погибли»: the place of the one is that
  /// of the other. What an event elsewhere has led to, a price or a sum, is not where that was.
  private func isScene(_ phrase: NominalPhrase, of piece: IndicatorPiece) -> Bool {
    guard let preposition = phrase.preposition, phrase.names.allSatisfy({ $0.kind != placeKind }) else {
      return false
    }
    if words.has(.where, in: preposition..<preposition + 1, kinds),
      words.has(.area, in: phrase.head..<phrase.head + 1, kinds)
        || piece.isFigure && !words.has(.adverbial, in: phrase.head..<phrase.head + 1, kinds)
          && chunker.reading(of: phrase, as: .loct) != nil
    {
      return true
    }
    var isScene = false
    kinds.forEachEntry(of: words[.scene], in: preposition..<phrase.tokens.upperBound) { tokens, _ in
      if tokens.lowerBound == preposition { isScene = true }
    }
    return isScene && piece.isFigure
  }

  /// Whether the chunk names two places, or the next one names another.
  private func isJoined(placeAt index: Int) -> Bool {
    let isBroken = chunks[index].phrase?.names.dropFirst().contains {
      kinds.hasAnalysis($0.tokens.lowerBound - 1, .CONJ)
    }
    if isBroken ?? false { return true }
    guard index + 2 < chunks.count, let next = chunks[index + 2].phrase,
      next.names.first?.kind == placeKind
    else { return false }
    let join = chunks[index + 1]
    switch join.kind {
    case .comma: return next.preposition == nil
    case .other: return words.isJoin(join.tokens.lowerBound, in: kinds)
    default: return false
    }
  }

  /// «инвестиции в экономику Таиланда»: the one place that owns a part of the subject.
  private func ownedPlace(of subject: IndicatorSubject) -> EntityReference? {
    guard let tokens = subject.tokens, range.contains(tokens.lowerBound), tokens.count > 1 else {
      return nil
    }
    let places = context.records(of: .place, in: tokens.dropFirst()).filter {
      $0.tokens.upperBound <= tokens.upperBound
    }
    guard places.count == 1, let place = places.first,
      !kinds.hasAnalysis(place.tokens.lowerBound - 1, .PREP),
      !kinds.hasAnalysis(place.tokens.lowerBound - 1, .CONJ),
      kinds.hasAnalysis(place.tokens.lowerBound, .gent)
    else { return nil }
    return context.reference(to: place)
  }

  /// How many tokens back a place may be named that «в стране» stands for.
  private static var farthestPlace: Int { 600 }

  /// «в стране», «в области»: the only place of that kind that was named near.
  private func genericPlace(of piece: IndicatorPiece) -> EntityReference? {
    genericPlace { isInClause($0.tokens.lowerBound, of: piece) }
  }

  /// The same for any clause of the sentence that stands before an amount.
  func genericPlace(of amount: Range<Int>) -> EntityReference? {
    genericPlace { $0.tokens.upperBound <= amount.lowerBound }
  }

  private func genericPlace(where counts: (Chunk) -> Bool) -> EntityReference? {
    for chunk in chunks where counts(chunk) {
      guard let phrase = chunk.phrase, let preposition = phrase.preposition, phrase.name == nil,
        phrase.names.isEmpty, phrase.complement.isEmpty, phrase.head == preposition + 1,
        words.has(.where, in: preposition..<preposition + 1, kinds)
      else { continue }
      if let place = placeMeant(at: phrase.head) { return place }
    }
    return nil
  }

  /// «население города», «бюджет региона»: the owner stands for the place named before.
  private func genericPlace(of subject: IndicatorSubject) -> EntityReference? {
    guard let tokens = subject.tokens, let head = subject.head, range.contains(head), tokens.contains(head),
      subject.organization == nil
    else { return nil }
    let last = min(tokens.upperBound, range.upperBound) - 1
    guard last > head, kinds.hasAnalysis(last, [.NOUN, .gent, .sing]), !kinds.hasAnalysis(last - 1, .ADJF) else {
      return nil
    }
    return placeMeant(at: last)
  }

  /// «Томск — город в Сибири. Население города составляет 5 млн»: a sentence before has defined it.
  private func placeDefined(as noun: Int) -> EntityReference? {
    let lemma = kinds.analysis(noun, .NOUN).map { kinds.morphology.spelledLemma(of: $0) }
    for number in (max(0, sentence - Self.farthestDefinition)..<sentence).reversed() {
      let tokens = context.buffer.sentences[number].range
      guard let place = context.records(of: .place, in: tokens.lowerBound..<tokens.lowerBound + 1).first,
        case let dash = place.tokens.upperBound, dash + 1 < tokens.upperBound, context.isDash(dash)
      else { continue }
      let isSame = (dash + 1..<min(dash + 4, tokens.upperBound)).contains {
        kinds.analysis($0, .NOUN).map { kinds.morphology.spelledLemma(of: $0) } == lemma
      }
      if isSame { return context.reference(to: place) }
    }
    return nil
  }

  private static var farthestDefinition: Int { 3 }

  /// The only place near that a noun such as «страна» stands for.
  private func placeMeant(at noun: Int) -> EntityReference? {
    var types: [PlaceType] = []
    kinds.forEachEntry(of: words[.genericPlace], in: noun..<noun + 1) { _, entry in
      types = words.genericPlaceTypes[entry]
    }
    // «в городе Озёрный Яр»: another one, which no record has.
    let next = noun + 1
    guard !types.isEmpty, kinds.hasAnalysis(noun, [.NOUN, .sing]),
      next >= range.upperBound || !kinds.isCapitalized(next) && !kinds.isQuote(next)
    else { return nil }
    if let defined = placeDefined(as: noun) { return defined }
    let near = Int(context.buffer.sentences[max(0, sentence - 2)].start)
    let starts = [range.lowerBound, near, max(0, noun - Self.farthestPlace)]
    let found = types.compactMap {
      context.onlyPlace(before: noun, of: $0, from: starts, besides: words.placeAdjectives)
    }
    return found.count == 1 ? found[0] : nil
  }

  /// «на заводе «Тобол» выпустили»
  func organization(before piece: IndicatorPiece, _ window: Range<Int>) -> EntityReference? {
    let end = min(piece.word.lowerBound, piece.amount.lowerBound)
    // «в министерстве оценивают ущерб»: the ministry is the source.
    if words.has(.estimate, in: piece.word, kinds) { return nil }
    var found: EntityReference?
    var hasVerb = false
    for chunk in chunks
    where chunk.tokens.lowerBound >= window.lowerBound && chunk.tokens.upperBound <= end
      && isInClause(chunk.tokens.lowerBound, of: piece)
    {
      switch chunk.kind {
      case .finite:
        if words.has(.estimate, in: chunk.tokens, kinds) { return nil }
        hasVerb = true
        if chunk.tokens.upperBound < end - 1 { found = nil }
      // «подчеркнули в «Ромашке», цены растут»
      case .comma where hasVerb: found = nil
      default: break
      }
      // «в целом «Ромашка»» is no place of hers.
      guard let phrase = chunk.phrase, let preposition = phrase.preposition,
        words.has(.where, in: preposition..<preposition + 1, kinds),
        !words.has(.adverbial, in: phrase.tokens, kinds),
        !words.has(.source, in: phrase.tokens.lowerBound..<phrase.head + 1, kinds)
      else { continue }
      found = organization(in: phrase) ?? found
    }
    return found
  }

  /// «Ромашка», где ставка выросла»: what the clause stands behind.
  func addHost(of piece: IndicatorPiece, to draft: inout IndicatorDraft) {
    guard let index = chunkIndex(at: piece.word.lowerBound),
      case .locality = clauses.kind(of: index),
      let first = clauses.numbers.firstIndex(of: clauses.numbers[index]), first > 1,
      case .comma = chunks[first - 1].kind
    else { return }
    var host = first - 2
    if host > 0, kinds.isQuote(chunks[host].tokens.lowerBound) { host -= 1 }
    guard let phrase = chunks[host].phrase, let name = phrase.names.last,
      name.tokens.upperBound == phrase.tokens.upperBound, !isJoined(placeAt: host)
    else { return }
    if name.kind == organizationKind {
      draft.organization = draft.organization ?? context.reference(to: name)
    } else if name.kind == placeKind {
      draft.place = draft.place ?? context.reference(to: name)
    }
  }

  func organization(in phrase: NominalPhrase) -> EntityReference? {
    if let name = phrase.names.first(where: { $0.kind == organizationKind }) {
      return context.reference(to: name)
    }
    return phrase.complement.isEmpty ? standIn(at: phrase.head) : nil
  }

  /// «компанией «Тобол» было продано»
  func passiveAgent(of piece: IndicatorPiece) -> EntityReference? {
    guard kinds.hasAnalysis(piece.word.lowerBound, .PRTS),
      let index = chunkIndex(at: piece.word.lowerBound)
    else { return nil }
    for chunk in chunks[..<index].reversed() {
      switch chunk.kind {
      case .nominal(let phrase):
        guard phrase.preposition == nil, chunker.reading(of: phrase, as: .ablt) != nil else {
          continue
        }
        return organization(in: phrase)
      case .comma, .stop, .relative: return nil
      default: continue
      }
    }
    return nil
  }

  /// What the verb of the value's own clause says: done, planned or foretold.
  func status(of piece: IndicatorPiece, _ window: Range<Int>) -> IndicatorStatus? {
    let verb = piece.word.lowerBound
    if piece.isNominal { return wordedStatus(of: piece, window) { _ in true } ?? statusOfClause(of: piece) }
    let isDone = kinds.hasAnalysis(verb, .past) && !kinds.hasAnalysis(verb, .INFN)
    // «заплатили»: what stands before, another's plan or not, came about.
    let status = wordedStatus(of: piece, window) { !isDone || isSubject($0, of: piece) }
    if let status { return status }
    if isFuture(verb) { return .forecast }
    if isMeant(piece) { return .planned }
    // «будет выделено»
    if let index = chunkIndex(at: verb) {
      let hasFuture = chunks[..<index].contains {
        guard case .finite = $0.kind, isInClause($0.tokens.lowerBound, of: piece) else {
          return false
        }
        return isFuture($0.tokens.lowerBound)
          && $0.tokens.upperBound >= verb - 2
      }
      if hasFuture { return .forecast }
    }
    return isDone ? .actual : nil
  }

  /// «выпуск будет увеличен при росте доли до 70 %»: the noun's clause speaks of the future alone.
  private func statusOfClause(of piece: IndicatorPiece) -> IndicatorStatus? {
    guard case .noun = piece.form else { return nil }
    let verbs = chunks.filter {
      guard case .finite = $0.kind else { return false }
      return isInClause($0.tokens.lowerBound, of: piece)
    }
    let isForetold = verbs.contains { isFuture($0.tokens.lowerBound) }
    return isForetold && !verbs.contains { kinds.hasAnalysis($0.tokens.lowerBound, [.VERB, .past]) } ? .forecast : nil
  }

  func isFuture(_ verb: Int) -> Bool {
    kinds.hasAnalysis(verb, [.VERB, .futr]) && !kinds.hasAnalysis(verb, [.VERB, .pres])
  }

  /// What the last of the words for plans and forecasts in the value's clause says.
  private func wordedStatus(
    of piece: IndicatorPiece, _ window: Range<Int>, _ counts: (Range<Int>) -> Bool
  ) -> IndicatorStatus? {
    var status: IndicatorStatus?
    let end = max(piece.word.upperBound, piece.amount.upperBound)
    kinds.forEachEntry(of: words[.status], in: window.lowerBound..<end) { tokens, entry in
      guard isInClause(tokens.lowerBound, of: piece), counts(tokens) else { return }
      status = words.statuses[entry] ?? status
    }
    return status
  }

  private func hasVerb(between tokens: Range<Int>, and piece: IndicatorPiece) -> Bool {
    chunks.contains {
      guard case .finite = $0.kind else { return false }
      return $0.tokens.lowerBound >= tokens.upperBound
        && $0.tokens.upperBound <= piece.word.lowerBound
    }
  }

  /// «план составил 5 тонн», «прогнозировался на уровне»
  private func isSubject(_ tokens: Range<Int>, of piece: IndicatorPiece) -> Bool {
    if tokens.overlaps(piece.word) { return true }
    guard let index = chunkIndex(at: tokens.lowerBound), let phrase = chunks[index].phrase else {
      return false
    }
    return phrase.preposition == nil && phrase.head == tokens.lowerBound
      || phrase.preposition != nil && phrase.head == tokens.lowerBound
        && chunks[index].tokens.upperBound <= piece.word.lowerBound
  }
}
