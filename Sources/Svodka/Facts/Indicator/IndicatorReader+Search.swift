import RussianMorphology
import RussianText
import TextRules

// Where the subjects, objects and owners stand.
extension IndicatorReader {
  enum Search {
    case phrase(NominalPhrase)
    /// A pronoun or a word such as «показатель».
    case generic
    /// Another verb stands between.
    case blocked
    case nothing

    var phrase: NominalPhrase? {
      if case .phrase(let phrase) = self { phrase } else { nil }
    }
  }

  func chunkIndex(at token: Int) -> Int? {
    var low = 0
    var high = chunks.count
    while low < high {
      let middle = (low + high) / 2
      if chunks[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
    }
    return low < chunks.count && chunks[low].tokens.contains(token) ? low : nil
  }

  /// The nominative that the verb at `word` agrees with: to the left, else to the right.
  ///
  /// - Parameter verb: The verb; nil if any nominative will do.
  func search(from word: Range<Int>, verb: Int?) -> Search {
    guard let index = chunkIndex(at: word.lowerBound) else { return .nothing }
    if let verb, let antecedent = antecedent(ofParticipleAt: verb, index) {
      return .phrase(antecedent)
    }
    let left = searchLeft(from: index, verb)
    guard case .nothing = left, let verb else { return left }
    return searchRight(from: index, verb)
  }

  /// «портфелем, составляющим 5 млн»
  private func antecedent(ofParticipleAt token: Int, _ index: Int) -> NominalPhrase? {
    guard let best = kinds.morphology.analyses(of: context.buffer[token].word).first,
      kinds.morphology.grammemes(of: best).contains(.PRTF), index > 0
    else { return nil }
    if case .comma = chunks[index - 1].kind { return index > 1 ? chunks[index - 2].phrase : nil }
    return chunks[index - 1].phrase
  }

  private func searchLeft(from start: Int, _ verb: Int?) -> Search {
    var index = start - 1
    var hasComma = false
    // «может достигнуть», «был продан»: the verb before is part of this one.
    // «прибавил и достиг»: the two share their subject.
    var modal =
      verb.map {
        kinds.hasAnalysis($0, .INFN) || kinds.hasAnalysis($0, .PRTS)
          || start > 0 && $0 > range.lowerBound && kinds.hasAnalysis($0 - 1, .CONJ)
      } ?? false
    while index >= 0 {
      switch chunks[index].kind {
      case .nominal(let phrase):
        if let found = subject(phrase, verb) { return found }
      case .pronoun:
        if words.has(words.generic, in: chunks[index].tokens, kinds) {
          // «их объем»: the noun has been looked at; «он», «это» are subjects.
          if kinds.hasAnalysis(chunks[index].tokens.lowerBound, .nomn) { return .generic }
        } else if kinds.hasAnalysis(chunks[index].tokens.lowerBound, .nomn) {
          return .nothing
        }
      case .relative:
        guard index > 1, kinds.hasAnalysis(chunks[index].tokens.lowerBound, .nomn),
          case .comma = chunks[index - 1].kind
        else { return .nothing }
        return chunks[index - 2].phrase.map { .phrase($0) } ?? .nothing
      case .finite:
        if modal {
          modal = false
        } else if hasComma, let before = beforeRelative(index) {
          index = before
          hasComma = false
        } else {
          return .blocked
        }
      case .comma: hasComma = true
      case .closing:
        while index > 0 {
          if case .opening = chunks[index].kind { break }
          index -= 1
        }
      case .stop, .opening: return .nothing
      case .date, .amount, .infinitive, .gerund, .dash, .other: break
      }
      index -= 1
    }
    return .nothing
  }

  private func subject(_ phrase: NominalPhrase, _ verb: Int?) -> Search? {
    guard phrase.preposition == nil, let reading = chunker.nominative(phrase) else { return nil }
    // «тариф на плечо Забайкальск — Москва вырос»
    if let name = phrase.name, name.kind == placeKind { return nil }
    if let verb, !chunker.agrees(reading, withVerbAt: verb),
      !(isCoordinated(phrase) && kinds.hasAnalysis(verb, .plur))
    {
      return nil
    }
    let isGeneric =
      phrase.complement.isEmpty
      && words.has(words.generic, in: phrase.head..<phrase.head + 1, kinds)
    return isGeneric ? .generic : .phrase(phrase)
  }

  /// «Германия и Португалия поставили»
  private func isCoordinated(_ phrase: NominalPhrase) -> Bool {
    guard let index = chunkIndex(at: phrase.head), index + 2 < chunks.count,
      case .other = chunks[index + 1].kind,
      kinds.hasAnalysis(chunks[index + 1].tokens.lowerBound, .CONJ),
      let next = chunks[index + 2].phrase
    else { return false }
    return next.preposition == nil && chunker.nominative(next) != nil
  }

  /// The chunk before the relative clause that the verb at `index` stands in.
  private func beforeRelative(_ index: Int) -> Int? {
    var place = index - 1
    while place > 0 {
      switch chunks[place].kind {
      case .relative: return place > 1 ? place - 1 : nil
      case .finite, .stop: return nil
      default: place -= 1
      }
    }
    return nil
  }

  private func searchRight(from start: Int, _ verb: Int) -> Search {
    for chunk in chunks[(start + 1)...] {
      switch chunk.kind {
      case .nominal(let phrase):
        if let found = subject(phrase, verb) { return found }
      case .comma, .finite, .stop, .opening, .dash, .relative: return .nothing
      default: break
      }
    }
    return .nothing
  }

  // MARK: Objects

  /// What «увеличили» makes larger.
  func object(ofChange piece: IndicatorPiece) -> NominalPhrase? {
    guard let index = chunkIndex(at: piece.word.lowerBound) else { return nil }
    for chunk in chunks[(index + 1)...] {
      if let phrase = chunk.phrase {
        if phrase.preposition == nil, chunker.reading(of: phrase, as: .accs) != nil,
          !isPerson(phrase)
        {
          return phrase
        }
        continue
      }
      switch chunk.kind {
      case .comma, .finite, .stop, .opening, .relative: break
      default: continue
      }
      break
    }
    for chunk in chunks[..<index].reversed() {
      guard let phrase = chunk.phrase, phrase.preposition == nil else {
        if case .finite = chunk.kind { return nil }
        continue
      }
      let isAgent =
        chunker.nominative(phrase).map {
          chunker.agrees($0, withVerbAt: piece.word.lowerBound)
        } ?? false
      if !isAgent, chunker.reading(of: phrase, as: .accs) != nil { return phrase }
      if isAgent { return nil }
    }
    return nil
  }

  private func isPerson(_ phrase: NominalPhrase) -> Bool {
    guard let name = phrase.name, case .person = context.value(of: name) else { return false }
    return true
  }

  /// What was made, sold or paid for, in the genitive or with its preposition.
  func object(of piece: IndicatorPiece, measure: Measure, agent: NominalPhrase?) -> String? {
    if case .quantity(let quantity) = measure.value {
      if let counted = quantity.counted, quantity.unit == nil {
        return genitive(of: counted, in: piece.amount)
      }
      if let owner = phrase(behind: piece.amount) { return kinds.text(of: owner.tokens) }
      if quantity.unit == "item", let lastObject { return lastObject }
      return between(piece, agent)
    }
    return between(piece, agent) ?? purpose(of: piece)
  }

  /// A counted phrase in the genitive plural, as it mostly stands behind its number.
  private func genitive(of counted: String, in amount: Range<Int>) -> String {
    let count = counted.split(separator: " ").count
    guard amount.count > count else { return counted }
    let tokens = amount.upperBound - count..<amount.upperBound
    if kinds.hasAnalysis(tokens.lowerBound, [.gent, .plur]) { return kinds.text(of: tokens) }
    guard count == 1, let noun = kinds.analysis(tokens.lowerBound, .NOUN) else { return counted }
    return Inflector(cache: kinds.morphology).form(
      ofToken: tokens.lowerBound, in: context.buffer, analysis: noun, as: .gent.union(.plur))
  }

  /// The genitive right behind an amount.
  private func phrase(behind amount: Range<Int>) -> NominalPhrase? {
    guard amount.upperBound < range.upperBound, let index = chunkIndex(at: amount.upperBound),
      let phrase = chunks[index].phrase, phrase.preposition == nil, phrase.name == nil,
      chunker.reading(of: phrase, as: .gent) != nil
    else { return nil }
    return phrase
  }

  func owner(behind amount: Range<Int>) -> IndicatorSubject? {
    phrase(behind: amount).map { IndicatorSubject($0, chunker, context) }
  }

  /// An object between the verb and the amount: «продали угля на 5 млн».
  private func between(_ piece: IndicatorPiece, _ agent: NominalPhrase?) -> String? {
    guard piece.word.upperBound < piece.amount.lowerBound else { return nil }
    for chunk in chunks
    where chunk.tokens.lowerBound >= piece.word.upperBound
      && chunk.tokens.upperBound <= piece.amount.lowerBound
    {
      guard let phrase = chunk.phrase else { continue }
      if phrase.preposition != nil {
        if isGoal(phrase) { return kinds.text(of: chunk.tokens) }
        continue
      }
      guard phrase.tokens != agent?.tokens, phrase.name == nil,
        !words.has(words.bounds, in: phrase.tokens, kinds)
      else { continue }
      if chunker.reading(of: phrase, as: .gent) != nil { return kinds.text(of: phrase.tokens) }
      if chunker.reading(of: phrase, as: .accs) != nil { return chunker.genitiveName(of: phrase) }
    }
    return nil
  }

  /// «поставляет на рынки 50 стран»: the countries are the owners of the markets.
  func isAttribute(_ piece: IndicatorPiece) -> Bool {
    guard piece.word.upperBound < piece.amount.lowerBound,
      let index = chunkIndex(at: piece.amount.lowerBound - 1), let phrase = chunks[index].phrase
    else { return false }
    return phrase.preposition != nil && phrase.names.isEmpty
  }

  /// «90 компаний выпускают»: the amount is the subject.
  func isAgent(_ piece: IndicatorPiece) -> Bool {
    piece.amount.upperBound <= piece.word.lowerBound
      && kinds.hasAnalysis(piece.word.lowerBound, [.VERB, .plur])
      && searchLeft(from: chunkIndex(at: piece.amount.lowerBound) ?? 0, piece.word.lowerBound)
        .phrase == nil
  }

  /// «направила продукцию»: what is moved is no money.
  func hasOwnObject(_ piece: IndicatorPiece, _ agent: NominalPhrase?) -> Bool {
    chunks.contains { chunk in
      guard chunk.tokens.lowerBound >= piece.word.upperBound,
        chunk.tokens.upperBound <= piece.amount.lowerBound, let phrase = chunk.phrase,
        phrase.preposition == nil, phrase.tokens != agent?.tokens
      else { return false }
      return chunker.reading(of: phrase, as: .accs) != nil
    }
  }

  /// «на строительство», «в экономику»: behind or before the verb and the amount.
  private func purpose(of piece: IndicatorPiece) -> String? {
    let end = max(piece.word.upperBound, piece.amount.upperBound)
    let start = min(piece.word.lowerBound, piece.amount.lowerBound)
    if end < range.upperBound, let index = chunkIndex(at: end), let phrase = chunks[index].phrase,
      isGoal(phrase)
    {
      return lowered(chunks[index].tokens)
    }
    if start > range.lowerBound, let index = chunkIndex(at: start - 1),
      let phrase = chunks[index].phrase, isGoal(phrase)
    {
      return lowered(chunks[index].tokens)
    }
    return nil
  }

  private func lowered(_ tokens: Range<Int>) -> String {
    let text = kinds.text(of: tokens)
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  /// «в», «на» with the accusative of something that is no name.
  private func isGoal(_ phrase: NominalPhrase) -> Bool {
    guard let preposition = phrase.preposition, phrase.name == nil,
      words.has(words.goals, in: preposition..<preposition + 1, kinds)
    else { return false }
    return chunker.reading(of: phrase, as: .accs) != nil
      && !kinds.hasAnalysis(phrase.head, [.loct])
      || chunker.reading(of: phrase, as: .accs) != nil && kinds.hasAnalysis(phrase.head, [.neut])
  }

  // MARK: Nouns

  /// «цена билета 450 тенге»: the noun with its modifiers and owner.
  func metric(at word: Range<Int>, before amount: Range<Int>) -> IndicatorSubject? {
    guard let index = chunkIndex(at: word.lowerBound), var phrase = chunks[index].phrase,
      phrase.tokens.contains(word.lowerBound)
    else { return nil }
    // «локализация производства 30 %»: of two nouns that can have it the governing one does.
    let isGoverned = words.has(words.metrics, in: phrase.head..<phrase.head + 1, kinds)
    if phrase.head != word.lowerBound, !isGoverned {
      var start = word.lowerBound
      while start > phrase.tokens.lowerBound, chunker.isModifier(start - 1) { start -= 1 }
      phrase.tokens = start..<phrase.tokens.upperBound
      phrase.head = word.lowerBound
      phrase.name = nil
    }
    if amount.lowerBound > phrase.tokens.lowerBound {
      phrase.tokens =
        phrase.tokens.lowerBound..<min(phrase.tokens.upperBound, amount.lowerBound)
    }
    return subject(from: phrase)
  }

  /// «премия в размере»: the noun before, or the subject of the verb before.
  func bearer(before word: Range<Int>) -> IndicatorSubject? {
    guard word.lowerBound > range.lowerBound, var index = chunkIndex(at: word.lowerBound - 1) else {
      return nil
    }
    // «фонд для модернизации в размере»: it is the fund that has it.
    while index > 0, let phrase = chunks[index].phrase, phrase.preposition != nil,
      chunks[index - 1].phrase != nil,
      !words.has(words.metrics, in: phrase.head..<phrase.head + 1, kinds)
    { index -= 1 }
    if let phrase = chunks[index].phrase {
      return phrase.name == nil ? subject(from: phrase) : nil
    }
    guard case .finite = chunks[index].kind,
      let phrase = search(
        from: chunks[index].tokens, verb: chunks[index].tokens.lowerBound).phrase, phrase.name == nil
    else { return nil }
    return subject(from: phrase)
  }

  /// «завод мощностью»: мощность завода.
  func described(by noun: Range<Int>) -> IndicatorSubject? {
    var word = noun
    while word.lowerBound > range.lowerBound, chunker.isModifier(word.lowerBound - 1),
      kinds.hasAnalysis(word.lowerBound - 1, [.ADJF, .ablt])
    { word = word.lowerBound - 1..<word.upperBound }
    guard word.lowerBound > range.lowerBound, var index = chunkIndex(at: word.lowerBound - 1) else {
      return nil
    }
    let name = kinds.nominative(of: word)
    // «банк с капиталом»
    if chunks[index].phrase?.tokens.contains(word.lowerBound) == true {
      guard index > 0 else { return nil }
      index -= 1
    }
    // «помощь Украине стоимостью»: it is the aid that has it.
    while index > 0, let phrase = chunks[index].phrase, chunks[index - 1].phrase != nil,
      phrase.preposition != nil
        || chunker.nominative(phrase) == nil && chunker.reading(of: phrase, as: .gent) == nil
    { index -= 1 }
    if let phrase = chunks[index].phrase {
      let isGenitive = chunker.nominative(phrase) == nil
      let owner =
        isGenitive && chunker.reading(of: phrase, as: .gent) != nil
        ? kinds.text(of: phrase.tokens) : chunker.genitiveName(of: phrase)
      var subject = IndicatorSubject(phrase, chunker, context)
      subject.name = name + " " + owner
      return subject
    }
    guard case .amount = chunks[index].kind else { return nil }
    let counted = chunks[index].tokens.filter { kinds.hasAnalysis($0, [.gent, .plur]) }
    let owner = counted.last.map { kinds.text(of: $0..<$0 + 1) }
    return IndicatorSubject(
      name: [name, owner].compactMap(\.self).joined(separator: " "), genitive: name,
      tokens: chunks[index].tokens)
  }

  // MARK: Dates

  func period(of piece: IndicatorPiece, _ window: Range<Int>) -> DateSpan? {
    let dates = context.records(of: .date, in: window)
    let start = min(piece.word.lowerBound, piece.amount.lowerBound)
    let amount = piece.amount
    let own = dates.filter {
      !isBase($0, piece) && !isBaseOfEarlier($0) && !$0.tokens.overlaps(amount)
    }
    let left = own.last { $0.tokens.upperBound <= max(start, amount.lowerBound) && isNear($0, start) }
    let right = own.first {
      $0.tokens.lowerBound >= max(amount.upperBound, piece.word.upperBound) && isNext($0, piece)
    }
    if let found = piece.isRow ? right ?? left : left ?? right { return context.period(found) }
    guard let last = lastDraft else { return nil }
    if last.sentence == sentence { return last.period }
    guard sentence - last.sentence == 1, !startsParagraph else { return nil }
    // Of a sentence that compares two periods there is no telling which goes on.
    let first = drafts.lastIndex { $0.sentence != last.sentence }.map { $0 + 1 } ?? 0
    let periods = Set(drafts[first...].compactMap(\.period))
    return periods.count == 1 ? periods.first : nil
  }

  private var startsParagraph: Bool {
    context.buffer[range.lowerBound].flags.contains(.paragraphStart)
  }

  /// A day before another verb is the day of that verb: «5 мая сообщили, что …».
  private func isNear(_ date: MatchedRecord, _ start: Int) -> Bool {
    guard let span = context.period(date) else { return false }
    if span.recurring { return false }
    guard span.grain == .day, date.tokens.upperBound < start else { return true }
    return !chunks.contains {
      guard case .finite = $0.kind else { return false }
      return $0.tokens.lowerBound >= date.tokens.upperBound && $0.tokens.upperBound <= start
    }
  }

  /// Nothing that ends the clause stands between the amount and the date.
  private func isNext(_ date: MatchedRecord, _ piece: IndicatorPiece) -> Bool {
    guard let span = context.period(date), !span.recurring else { return false }
    return !chunks.contains { chunk in
      guard chunk.tokens.lowerBound >= piece.amount.upperBound,
        chunk.tokens.upperBound <= date.tokens.lowerBound
      else { return false }
      switch chunk.kind {
      case .comma, .finite, .stop, .opening, .relative: return true
      default: return false
      }
    }
  }

  /// The date that a change is counted from.
  func base(in window: Range<Int>, of amount: Range<Int>) -> DateSpan? {
    let dates = context.records(of: .date, in: window).filter {
      $0.tokens.overlaps(amount) || isBase($0, behind: amount)
    }
    let behind = dates.first { $0.tokens.lowerBound >= amount.upperBound }
    return (behind ?? dates.last).flatMap(context.period)
  }

  /// «прошлогодний», «ранее», «годом раньше»
  func hasBaseWord(in window: Range<Int>) -> Bool {
    var found = false
    kinds.forEachEntry(of: words.base, in: window) { _, entry in
      if words.baseNotes[entry] == .inside { found = true }
    }
    return found
  }

  private func isBase(_ date: MatchedRecord, _ piece: IndicatorPiece) -> Bool {
    // «годом раньше продали 80 тысяч» tells when; a change is counted from there.
    if !piece.isChange, date.tokens.upperBound <= piece.amount.lowerBound { return false }
    return isBase(date, behind: piece.amount)
  }

  /// «(+22 % к марту прошлого года), занятость …»
  private func isBaseOfEarlier(_ date: MatchedRecord) -> Bool {
    guard
      let earlier = pieces.last(where: { $0.amount.upperBound <= date.tokens.lowerBound }),
      earlier.isChange
    else { return false }
    return isBase(date, behind: earlier.amount)
  }

  private func isBase(_ date: MatchedRecord, behind amount: Range<Int>) -> Bool {
    let start = date.tokens.lowerBound
    let lower = max(range.lowerBound, start - 5)
    let upper = min(range.upperBound, date.tokens.upperBound + 1)
    var isBase = false
    kinds.forEachEntry(of: words.base, in: lower..<upper) { tokens, entry in
      switch words.baseNotes[entry] {
      case .inside:
        if tokens.upperBound > start - 1 { isBase = true }
      case .before:
        if tokens.upperBound <= start, !isCut(tokens.upperBound..<start) { isBase = true }
      case .behind:
        if tokens.upperBound <= start, start >= amount.upperBound,
          !isCut(tokens.upperBound..<start)
        {
          isBase = true
        }
      }
    }
    return isBase
  }

  private func isCut(_ tokens: Range<Int>) -> Bool {
    tokens.contains { token in
      guard let index = chunkIndex(at: token) else { return false }
      switch chunks[index].kind {
      case .comma, .finite, .stop: return true
      default: return false
      }
    }
  }

  // MARK: Places, organizations, status

  func place(
    of piece: IndicatorPiece, _ subject: IndicatorSubject, _ window: Range<Int>
  ) -> EntityReference? {
    if let place = subject.place { return context.reference(to: place) }
    for chunk in chunks where chunk.tokens.overlaps(window) {
      guard let phrase = chunk.phrase, let preposition = phrase.preposition,
        words.has(words.places, in: preposition..<preposition + 1, kinds),
        let name = phrase.names.first, name.kind == placeKind,
        phrase.name != nil || phrase.names.count == 1,
        chunker.reading(of: phrase, as: .loct) != nil
      else { continue }
      return context.reference(to: name)
    }
    return nil
  }

  /// «на заводе «Тобол» выпустили»
  func organization(before piece: IndicatorPiece, _ window: Range<Int>) -> EntityReference? {
    let end = min(piece.word.lowerBound, piece.amount.lowerBound)
    var found: EntityReference?
    for chunk in chunks
    where chunk.tokens.lowerBound >= window.lowerBound && chunk.tokens.upperBound <= end {
      if case .finite = chunk.kind, chunk.tokens.upperBound < end - 1 { found = nil }
      guard let phrase = chunk.phrase, let preposition = phrase.preposition,
        words.has(words.places, in: preposition..<preposition + 1, kinds)
      else { continue }
      found = organization(in: phrase) ?? found
    }
    return found
  }

  func organization(in phrase: NominalPhrase) -> EntityReference? {
    if let name = phrase.names.first(where: { $0.kind == organizationKind }) {
      return context.reference(to: name)
    }
    // «компания Русский уголь» may be a name that is not known.
    let next = phrase.head + 1
    guard words.has(words.organizations, in: phrase.head..<next, kinds), phrase.complement.isEmpty,
      next >= range.upperBound || !kinds.isCapitalized(next) && !kinds.isQuote(next)
    else { return nil }
    let sentences = context.buffer.sentences
    let start = Int(sentences[max(0, sentence - 2)].start)
    return context.records(of: .organization, in: start..<phrase.tokens.lowerBound).last
      .flatMap(context.reference)
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

  func status(of piece: IndicatorPiece, _ window: Range<Int>) -> IndicatorStatus? {
    var status: IndicatorStatus?
    let end = max(piece.word.upperBound, piece.amount.upperBound)
    kinds.forEachEntry(of: words.status, in: window.lowerBound..<end) { _, entry in
      status = words.statuses[entry] ?? status
    }
    if let status { return status }
    let verb = piece.word.lowerBound
    if kinds.hasAnalysis(verb, [.VERB, .futr]) { return .forecast }
    if kinds.hasAnalysis(verb, [.past]) { return .actual }
    return nil
  }
}
