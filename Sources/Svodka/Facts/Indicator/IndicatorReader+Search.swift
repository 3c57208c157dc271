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
    var verb = verb
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
        if let found = subject(phrase, verb), !isJoinedToGoverned(index) { return found }
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
          if let own = verb, kinds.hasAnalysis(own, .INFN) {
            verb = chunks[index].tokens.lowerBound
          }
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

  /// «после ремонта и расширения»: the second noun stands in the case of the first.
  func isJoinedToGoverned(_ index: Int) -> Bool {
    guard index > 1, case .other = chunks[index - 1].kind,
      kinds.hasAnalysis(chunks[index - 1].tokens.lowerBound, .CONJ),
      let phrase = chunks[index].phrase, let before = chunks[index - 2].phrase,
      before.preposition != nil
    else { return false }
    let cases: [Grammemes] = [.gent, .datv, .accs, .ablt, .loct]
    return cases.contains {
      chunker.reading(of: phrase, as: $0) != nil && chunker.reading(of: before, as: $0) != nil
    }
  }

  /// «Ноутбуки, планшеты и компьютеры составляют»: the first of the nouns that are one subject.
  func firstJoined(to phrase: NominalPhrase) -> NominalPhrase? {
    guard var index = chunkIndex(at: phrase.head) else { return nil }
    var first: NominalPhrase?
    while index > 1 {
      switch chunks[index - 1].kind {
      case .other where kinds.hasAnalysis(chunks[index - 1].tokens.lowerBound, .CONJ): break
      case .comma where first != nil: break
      default: return first
      }
      guard let next = chunks[index - 2].phrase, next.preposition == nil,
        chunker.nominative(next) != nil, next.name == nil || phrase.name != nil
      else { return first }
      first = next
      index -= 2
    }
    return first
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
    // «сумма, которую выделили»
    if isGeneric, let index = chunkIndex(at: phrase.head), index + 2 < chunks.count,
      case .relative = chunks[index + 2].kind
    {
      return .blocked
    }
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
        let name = genitive(of: counted, in: piece.amount)
        // «выпущено 300 упаковок лекарства», «продано 20 машин LADA»
        let end = piece.amount.upperBound
        let label = end < range.upperBound ? chunker.label(at: end, before: range.upperBound) : nil
        let tail = label ?? phrase(behind: piece.amount)?.tokens
        return tail.map { name + " " + kinds.text(of: $0) } ?? name
      }
      if let owner = phrase(behind: piece.amount) {
        let start = owner.tokens.lowerBound
        return kinds.text(of: start..<joinedEnd(of: owner))
      }
      if quantity.unit == "item", let lastObject { return lastObject }
      return between(piece, agent)
    }
    return between(piece, agent) ?? purpose(of: piece)
  }

  /// A counted phrase in the genitive plural, as it mostly stands behind its number.
  private func genitive(of counted: String, in amount: Range<Int>) -> String {
    let count = counted.split(separator: " ").count
    guard let tokens = place(of: counted, count, in: amount) else { return counted }
    if let form = standingForm(of: tokens) { return form }
    let last = tokens.upperBound - 1
    if kinds.hasAnalysis(tokens.lowerBound, [.gent, .plur]),
      kinds.hasAnalysis(last, [.gent, .plur])
    {
      return kinds.text(of: tokens)
    }
    // «3 завода», «32 студийных альбома»
    guard let noun = kinds.analysis(last, .NOUN),
      count == 1 || kinds.hasAnalysis(tokens.lowerBound, [.ADJF, .gent, .plur])
    else { return counted }
    let form = Inflector(cache: kinds.morphology).form(
      ofToken: last, in: context.buffer, analysis: noun, as: .gent.union(.plur))
    return count == 1 ? form : kinds.text(of: tokens.lowerBound..<last) + " " + form
  }

  /// Where the counted words stand in the amount: at its end, or before «в год».
  private func place(of counted: String, _ count: Int, in amount: Range<Int>) -> Range<Int>? {
    guard amount.count > count else { return nil }
    let end = amount.upperBound
    let start = (amount.lowerBound + 1..<end).first { kinds.hasAnalysis($0, .PREP) }
    guard let start, start - count > amount.lowerBound, kinds.hasAnalysis(start - 1, .NOUN) else {
      return end - count..<end
    }
    return start - count..<start
  }

  /// «70 тысяч человек», but «перевозка людей»
  private func standingForm(of tokens: Range<Int>) -> String? {
    guard tokens.count == 1 else { return nil }
    var form: String?
    kinds.forEachEntry(of: words.numberForms, in: tokens) { _, entry in
      form = words.standingForms[entry]
    }
    return form
  }

  /// The genitive right behind an amount.
  private func phrase(behind amount: Range<Int>) -> NominalPhrase? {
    guard amount.upperBound < range.upperBound, let index = chunkIndex(at: amount.upperBound),
      let phrase = chunks[index].phrase, phrase.preposition == nil, phrase.name == nil,
      chunker.reading(of: phrase, as: .gent) != nil
    else { return nil }
    return phrase
  }

  /// «тонн продуктов, одежды и лекарств»: the end of the row of genitives.
  private func joinedEnd(of phrase: NominalPhrase) -> Int {
    guard var index = chunkIndex(at: phrase.head) else { return phrase.tokens.upperBound }
    while index + 2 < chunks.count {
      switch chunks[index + 1].kind {
      case .comma: break
      case .other where kinds.hasAnalysis(chunks[index + 1].tokens.lowerBound, .CONJ): break
      default: return chunks[index].tokens.upperBound
      }
      guard let next = chunks[index + 2].phrase, next.preposition == nil, next.name == nil,
        chunker.reading(of: next, as: .gent) != nil,
        chunker.nominative(next) == nil || !isVerb(behind: index + 2)
      else { return chunks[index].tokens.upperBound }
      index += 2
    }
    return chunks[index].tokens.upperBound
  }

  private func isVerb(behind index: Int) -> Bool {
    guard index + 1 < chunks.count, case .finite = chunks[index + 1].kind else { return false }
    return true
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
    return goal(ofVerbAt: piece.word.lowerBound)
  }

  /// «на развитие школ из бюджета выделено 5 млн»: what hangs on the verb.
  private func goal(ofVerbAt verb: Int) -> String? {
    let tree = structure.tree(of: range)
    for child in tree.children(of: verb)
    where tree.relation(of: child) == .obl && !isAmount(child) && !isDate(child) {
      guard let preposition = tree.preposition(of: child),
        words.has(words.goals, in: preposition..<preposition + 1, kinds), tree.isIn(.accs, child),
        chunker.name(at: child) == nil, !words.has(words.adverbials, in: child..<child + 1, kinds)
      else { continue }
      let parts = wholePhrase(of: child, in: tree)
      return lowered(preposition..<parts[parts.count - 1].upperBound)
    }
    return nil
  }

  func lowered(_ tokens: Range<Int>) -> String {
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
    if phrase.complement.isEmpty, words.has(words.generic, in: word, kinds) { return nil }
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

  /// A noun before a dash or a colon has the value if it is the subject.
  func isTopic(_ piece: IndicatorPiece) -> Bool {
    guard let index = chunkIndex(at: piece.word.lowerBound), let phrase = chunks[index].phrase,
      phrase.preposition == nil, chunker.nominative(phrase) != nil,
      phrase.name != nil || phrase.head == piece.word.lowerBound
        || words.has(words.metrics, in: phrase.head..<phrase.head + 1, kinds)
    else { return false }
    // «число неизвестно: 20 человек получили травмы»
    if piece.match.ruleName.hasSuffix("-colon"), let end = chunkIndex(at: piece.amount.upperBound),
      case .finite = chunks[end].kind
    {
      return false
    }
    // «площадь увеличили вдвое — до 4 га», «цена известна покупателю — 4 тенге»
    return !chunks.contains {
      guard $0.tokens.lowerBound >= phrase.tokens.upperBound,
        $0.tokens.upperBound <= piece.amount.lowerBound
      else { return false }
      switch $0.kind {
      case .finite, .infinitive: return piece.match.ruleName.hasSuffix("-dash")
      case .nominal(let other): return other.preposition == nil && chunker.nominative(other) != nil
      default: return false
      }
    }
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
      guard phrase.name == nil, bears(phrase, index) else { return nil }
      return subject(from: phrase)
    }
    guard case .finite = chunks[index].kind,
      let phrase = search(
        from: chunks[index].tokens, verb: chunks[index].tokens.lowerBound).phrase,
      phrase.name == nil,
      !words.has(words.noBearers, in: phrase.head..<phrase.head + 1, kinds)
    else { return nil }
    return subject(from: phrase)
  }

  /// Not of people and countries, nor of what stands behind the value.
  func bears(_ subject: IndicatorSubject, _ piece: IndicatorPiece) -> Bool {
    guard let tokens = subject.tokens, range.contains(tokens.lowerBound) else { return true }
    if tokens.lowerBound >= piece.amount.upperBound,
      piece.word.upperBound <= piece.amount.lowerBound
    {
      return false
    }
    guard let head = tokens.first(where: { chunker.isNoun($0) }) else { return true }
    return !words.has(words.noBearers, in: head..<head + 1, kinds)
  }

  /// Does a verb stand between the word and the amount?
  func hasVerb(within piece: IndicatorPiece) -> Bool {
    chunks.contains {
      guard case .finite = $0.kind else { return false }
      return $0.tokens.lowerBound >= piece.word.upperBound
        && $0.tokens.upperBound <= piece.amount.lowerBound
    }
  }

  /// «447 предприятий столицы на сумму», «за время руководства страной на сумму»
  private func bears(_ phrase: NominalPhrase, _ index: Int) -> Bool {
    if words.has(words.noBearers, in: phrase.head..<phrase.head + 1, kinds) { return false }
    if phrase.preposition == nil, index > 0 {
      if case .amount = chunks[index - 1].kind { return false }
      // Only a nominative, an accusative or a verb's own case can.
      if chunks[index - 1].phrase != nil, chunker.nominative(phrase) == nil,
        chunker.reading(of: phrase, as: .accs) == nil, chunker.reading(of: phrase, as: .gent) == nil
      {
        return false
      }
    }
    return true
  }

  /// «строительство моста длиной»: it is the bridge that is long.
  private func narrow(_ phrase: inout NominalPhrase) {
    while words.has(words.processes, in: phrase.head..<phrase.head + 1, kinds),
      let head = phrase.complement.first(where: { chunker.isNoun($0) }),
      !phrase.names.contains(where: { $0.tokens.contains(head) })
    {
      phrase.tokens = phrase.head + 1..<phrase.tokens.upperBound
      phrase.head = head
      phrase.names.removeAll { !phrase.tokens.contains($0.tokens.lowerBound) }
    }
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
      phrase.name != nil
    { index -= 1 }
    if var phrase = chunks[index].phrase {
      guard phrase.name == nil else { return nil }
      let whole = phrase.head
      narrow(&phrase)
      guard !words.has(words.noBearers, in: phrase.head..<phrase.head + 1, kinds) else {
        return nil
      }
      let isGenitive = phrase.head != whole || chunker.nominative(phrase) == nil
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
}
