import RussianMorphology
import RussianText
import TextRules

// Nouns that carry a value themselves, and what they belong to.
extension IndicatorReader {
  /// «цена билета 450 тенге»: the noun with its modifiers and owner.
  func metric(at word: Range<Int>, before amount: Range<Int>) -> IndicatorSubject? {
    guard let index = chunkIndex(at: word.lowerBound), var phrase = chunks[index].phrase,
      phrase.tokens.contains(word.lowerBound)
    else { return nil }
    if phrase.complement.isEmpty, words.has(.generic, in: word, kinds) { return nil }
    // «локализация производства 30 %»: of two nouns that can have it the governing one does.
    let recipient = recipient(headOf: phrase, index, before: word.lowerBound)
    let isGoverned = words.has(.metric, in: phrase.head..<phrase.head + 1, kinds) && !isAgent(phrase, index)
    if phrase.head != word.lowerBound, !isGoverned {
      var start = word.lowerBound
      while start > phrase.tokens.lowerBound, chunker.isModifier(start - 1) { start -= 1 }
      phrase.tokens = start..<phrase.tokens.upperBound
      phrase.head = word.lowerBound
      phrase.name = nil
      phrase.names.removeAll { !phrase.tokens.contains($0.tokens.lowerBound) }
    }
    if amount.lowerBound > phrase.tokens.lowerBound {
      phrase.tokens =
        phrase.tokens.lowerBound..<min(phrase.tokens.upperBound, amount.lowerBound)
    }
    var subject = subject(from: phrase)
    addTraded(to: &subject, word, before: amount)
    if let recipient { subject.name += " " + recipient }
    return subject
  }

  /// «покупка 20 % банка «Колос» за 5 млн»: all that is bought.
  private func addTraded(to subject: inout IndicatorSubject, _ word: Range<Int>, before amount: Range<Int>) {
    guard words.has(.trade, in: word, kinds), subject.head == word.lowerBound,
      let preposition = words.prepositionIndex(before: amount.lowerBound, in: kinds),
      words.has(.paid, in: preposition..<preposition + 1, kinds), preposition > word.upperBound,
      !(word.upperBound..<preposition).contains(where: isDate),
      let head = subject.named?.lowerBound
    else { return }
    subject.name = chunker.name(of: head..<word.upperBound) + " " + kinds.text(of: word.upperBound..<preposition)
    subject.named = nil
  }

  /// «выделение Украине помощи»: the name before the noun is whom it is given.
  private func recipient(headOf phrase: NominalPhrase, _ index: Int, before word: Int) -> String? {
    if phrase.name == nil, index > 1, let given = chunks[index - 1].phrase, given.name != nil,
      given.preposition == nil, given.tokens.upperBound == phrase.tokens.lowerBound, chunks[index - 2].phrase != nil,
      chunker.reading(of: given, as: .datv) != nil
    {
      return kinds.text(of: given.tokens)
    }
    guard let name = phrase.name, name.tokens.upperBound <= word, index > 0, phrase.preposition == nil,
      chunks[index - 1].phrase != nil, chunker.reading(of: phrase, as: .datv) != nil
    else { return nil }
    return kinds.text(of: name.tokens)
  }

  /// «получение бюджетом доходов»: an instrumental behind a noun.
  private func isAgent(_ phrase: NominalPhrase, _ index: Int) -> Bool {
    index > 0 && phrase.preposition == nil && chunks[index - 1].phrase != nil
      && chunker.reading(of: phrase, as: .ablt) != nil && chunker.nominative(phrase) == nil
      && chunker.reading(of: phrase, as: .gent) == nil
  }

  /// A noun before a dash or a colon has the value if it is the subject.
  func isTopic(_ piece: IndicatorPiece) -> Bool {
    guard let index = chunkIndex(at: piece.word.lowerBound), let phrase = chunks[index].phrase,
      phrase.preposition == nil, chunker.nominative(phrase) != nil,
      phrase.name != nil || phrase.head == piece.word.lowerBound
        || words.has(.metric, in: phrase.head..<phrase.head + 1, kinds)
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
      !words.has(.metric, in: phrase.head..<phrase.head + 1, kinds),
      !words.has(.funds, in: phrase.head..<phrase.head + 1, kinds)
    { index -= 1 }
    if let phrase = chunks[index].phrase {
      guard phrase.name == nil, bears(phrase, index) else { return nil }
      return isTorn(phrase) ? nil : joined(subject(from: phrase), phrase)
    }
    guard case .finite = chunks[index].kind,
      let phrase = search(
        from: chunks[index].tokens, verb: chunks[index].tokens.lowerBound).phrase,
      phrase.name == nil, !isUnknownName(phrase.head),
      !words.has(.noBearer, in: phrase.head..<phrase.head + 1, kinds)
    else { return nil }
    return subject(from: phrase)
  }

  /// «отправить армии танки, ракеты и технику на сумму»: the first of the list cannot be told.
  private func isTorn(_ phrase: NominalPhrase) -> Bool {
    guard let index = chunkIndex(at: (firstJoined(to: phrase) ?? phrase).head), index > 1,
      case .comma = chunks[index - 1].kind, firstJoined(to: phrase) != nil
    else { return false }
    return chunks[index - 2].phrase?.preposition == nil && chunks[index - 2].phrase != nil
  }

  private func isUnknownName(_ token: Int) -> Bool {
    token > range.lowerBound && kinds.isCapitalized(token)
  }

  /// «не уплатила налоги на сумму»
  func isOfDeniedVerb(_ subject: IndicatorSubject, _ piece: IndicatorPiece) -> Bool {
    guard words.has(.negation, in: range, kinds), let head = subject.head, range.contains(head),
      piece.isSum
    else { return false }
    let tree = structure.tree(of: range)
    var word = tree.top(of: head)
    while tree.relation(of: word) == .conj, let first = tree.head(of: word), first < word { word = first }
    guard let verb = tree.head(of: word) else { return false }
    switch tree.relation(of: word) {
    case .obj, .obl: return isNegated(verb..<verb + 1)
    default: return false
    }
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
    return !words.has(.noBearer, in: head..<head + 1, kinds)
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
    if words.has(.noBearer, in: phrase.head..<phrase.head + 1, kinds) { return false }
    if phrase.preposition == nil, index > 0 {
      if case .amount = chunks[index - 1].kind { return false }
      // ««похитив средства» вуза на сумму»
      if kinds.isQuote(chunks[index - 1].tokens.lowerBound), chunker.nominative(phrase) == nil,
        chunker.reading(of: phrase, as: .accs) == nil
      {
        return false
      }
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
    while words.has(.process, in: phrase.head..<phrase.head + 1, kinds),
      let head = phrase.complement.first(where: { chunker.isNoun($0) }),
      !phrase.names.contains(where: { $0.tokens.contains(head) })
    {
      phrase.tokens = phrase.head + 1..<phrase.tokens.upperBound
      phrase.head = head
      phrase.names.removeAll { !phrase.tokens.contains($0.tokens.lowerBound) }
    }
  }

  /// «страна на западе Африки с населением»
  private func isPlaced(_ phrase: NominalPhrase) -> Bool {
    guard let preposition = phrase.preposition, phrase.names.first?.kind == placeKind else { return false }
    return words.has(.where, in: preposition..<preposition + 1, kinds)
      && chunker.reading(of: phrase, as: .loct) != nil
  }

  /// The subject of «X — завод»: a name or another noun that opens the sentence.
  private func defined(by index: Int) -> NominalPhrase? {
    guard index == 2, case .dash = chunks[1].kind, let subject = chunks[0].phrase, subject.preposition == nil,
      let phrase = chunks[index].phrase, phrase.preposition == nil, chunker.nominative(phrase) != nil,
      chunker.nominative(subject) != nil, subject.complement.isEmpty || subject.name != nil
    else { return nil }
    return subject
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
      phrase.name != nil || isPlaced(phrase)
    { index -= 1 }
    if var phrase = chunks[index].phrase {
      guard phrase.name == nil else { return nil }
      // «помощь Украине стоимостью»
      let given = chunks[min(index + 1, chunks.count - 1)].phrase
      let recipient = given.flatMap {
        $0.preposition == nil && $0.name != nil && $0.tokens.upperBound <= word.lowerBound
          && chunker.reading(of: $0, as: .datv) != nil ? kinds.text(of: $0.tokens) : nil
      }
      // «МСД — магистраль длиной 68 км»: the length is that of what is defined.
      if let defined = defined(by: index) {
        var subject = IndicatorSubject(defined, chunker, context)
        if subject.organization == nil { subject.name = name + " " + chunker.genitiveName(of: defined) } else { subject.name = name }
        subject.named = nil
        subject.isName = false
        return subject
      }
      // «девять объектов культуры общей площадью»: it is the counted things that have it.
      if phrase.preposition == nil, index > 0, case .amount = chunks[index - 1].kind,
        chunks[index - 1].tokens.upperBound == phrase.tokens.lowerBound, chunker.reading(of: phrase, as: .gent) != nil
      {
        let last = chunks[index - 1].tokens.upperBound - 1
        guard kinds.hasAnalysis(last, [.NOUN, .gent, .plur]) else { return nil }
        return IndicatorSubject(
          name: name + " " + kinds.text(of: last..<phrase.tokens.upperBound), genitive: name, tokens: chunks[index - 1].tokens)
      }
      let whole = phrase.head
      narrow(&phrase)
      guard !words.has(.noBearer, in: phrase.head..<phrase.head + 1, kinds) else {
        return nil
      }
      let isGenitive = phrase.head != whole || chunker.nominative(phrase) == nil
      let owner =
        isGenitive && chunker.reading(of: phrase, as: .gent) != nil
        ? kinds.text(of: phrase.tokens) : chunker.genitiveName(of: phrase)
      var subject = IndicatorSubject(phrase, chunker, context)
      subject.name = [name, owner, recipient].compactMap(\.self).joined(separator: " ")
      return subject
    }
    guard case .amount = chunks[index].kind else { return nil }
    let counted = chunks[index].tokens.filter { kinds.hasAnalysis($0, [.gent, .plur]) }
    // «четыре корпуса площадью 25 кв. м»
    guard let owner = counted.last.map({ kinds.text(of: $0..<$0 + 1) }) else { return nil }
    return IndicatorSubject(
      name: name + " " + owner, genitive: name,
      tokens: chunks[index].tokens)
  }
}
