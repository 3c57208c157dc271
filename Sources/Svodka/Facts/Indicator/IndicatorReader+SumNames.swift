import RussianMorphology
import RussianSyntax
import RussianText
import TextRules

/// Whose a sum is.
struct SumOwner {
  var organization: EntityReference?
  var place: EntityReference?
  /// The organization of a person whose it is.
  var mentioned: EntityReference?
  /// Whoever is neither, in the genitive: «певицы Анны Лопес».
  var genitive: String?

  var isNamed: Bool { organization != nil || place != nil }
  var isKnown: Bool { isNamed || genitive != nil }
  /// «доход певицы Анны Лопес», but not «доход мужчины»
  var isTelling: Bool { isNamed || genitive.map { $0.contains(" ") || $0.last?.isPunctuation == true } ?? false }
}

// How those whose a sum is, and what it is for, are called in its name.
extension IndicatorReader {
  func owner(at word: Int, _ tree: FigureTree) -> SumOwner {
    var owner = SumOwner()
    guard let index = chunkIndex(at: word) else { return owner }
    guard let phrase = chunks[index].phrase else {
      // «она заработала», where the sentences before name one firm and nobody else
      guard kinds.hasAnalysis(word, [.NPRO, .nomn, .sing]), sentence > 0 else { return owner }
      let near = context.buffer.sentences[max(0, sentence - 2)].range.lowerBound..<word
      if context.records(of: .person, in: near).isEmpty { owner.organization = nearestOwner(before: word) }
      return owner
    }
    // «за выступление Лопес получила»: what a preposition governs does nothing.
    if phrase.preposition != nil, structure.tree(of: range).preposition(of: word) == nil { return owner }
    if let name = phrase.name, name.kind == placeKind {
      owner.place = context.reference(to: name)
      return owner
    }
    // «основатель компании «Тобол»» is no firm, «компании» are not the one company near.
    let isPerson = phrase.name?.kind != organizationKind && kinds.hasAnalysis(phrase.head, [.NOUN, .anim])
      || !context.records(of: .person, in: phrase.tokens).isEmpty
    if isPerson {
      owner.mentioned = organization(in: phrase)
      owner.genitive = genitive(at: word, tree)
      return owner
    }
    if !phrase.names.isEmpty || !tree.grammemes(of: word).contains(.plur) {
      owner.organization = organization(in: phrase)
    }
    if owner.organization == nil { owner.genitive = genitive(at: word, tree) }
    return owner
  }

  /// Whether a word says what for or whose: no pronoun, no «эти цели», no «в результате».
  func isTelling(_ word: Int, _ tree: FigureTree) -> Bool {
    if kinds.hasAnalysis(word, .NPRO) || words.has(.relative, in: word..<word + 1, kinds)
      || words.has(.adverbial, in: word..<word + 1, kinds)
    {
      return false
    }
    return !tree.children(of: word).contains { words.has(.pointing, in: $0..<$0 + 1, kinds) }
  }

  /// A phrase with its preposition as it stands, with its owners up to an amount, and its quotation
  /// mark.
  func phraseText(from start: Int, _ word: Int, _ tree: FigureTree) -> String {
    var tokens = wholeTokens(of: word, tree)
    // «за молчание о», «за работу на советскую»: what it governs is no part.
    while tokens.upperBound - 1 > word, isCutOff(tokens.upperBound - 1) {
      tokens = tokens.lowerBound..<tokens.upperBound - 1
    }
    let first = min(start, tokens.lowerBound)
    return lowered(quoted(first..<tokens.upperBound))
  }

  private func isCutOff(_ token: Int) -> Bool {
    if context.buffer[token].length <= 6, kinds.hasAnalysis(token, .PREP) { return true }
    return !kinds.hasAnalysis(token, .NOUN) && chunker.name(at: token) == nil
      && (kinds.hasAnalysis(token, .CONJ) || kinds.hasAnalysis(token, .ADJF))
  }

  /// The words with the quotation marks that stand around them or close behind them.
  private func quoted(_ tokens: Range<Int>) -> Range<Int> {
    let before = tokens.lowerBound - 1
    let isOpen = isOpeningQuote(before)
    let whole = (isOpen ? before : tokens.lowerBound)..<tokens.upperBound
    let end = tokens.upperBound
    if isOpen, end < range.upperBound, kinds.isQuote(end) { return whole.lowerBound..<end + 1 }
    return whole.lowerBound..<max(end, quoteEnd(of: whole))
  }

  /// A quotation mark that the next word follows without a space.
  private func isOpeningQuote(_ token: Int) -> Bool {
    token >= range.lowerBound && kinds.isQuote(token) && !context.buffer[token + 1].flags.contains(.spaceBefore)
  }

  func wholeTokens(of word: Int, _ tree: FigureTree) -> Range<Int> {
    let parts = wholePhrase(of: word, in: tree)
    var tokens = parts[0].lowerBound..<parts[parts.count - 1].upperBound
    // «на ремонт склада 5 млн»: the owner right before the amount.
    if let index = chunkIndex(at: word), let phrase = chunks[index].phrase,
      phrase.tokens.upperBound > tokens.upperBound, phrase.tokens.lowerBound <= tokens.lowerBound
    {
      tokens = tokens.lowerBound..<phrase.tokens.upperBound
    }
    return tokens
  }

  /// A noun with what belongs to it, in the genitive; nil for a pronoun and for a name that is not
  /// known and stands without quotation marks.
  func genitive(at word: Int, _ tree: FigureTree) -> String? {
    // «инвестиции инвесторов» says nothing more.
    guard let index = chunkIndex(at: word), let phrase = chunks[index].phrase,
      isTelling(word, tree), !words.has(.investor, in: word..<word + 1, kinds)
    else { return nil }
    let tokens = wholeTokens(of: word, tree)
    let first = min(phrase.tokens.lowerBound, tokens.lowerBound)
    let end = max(phrase.tokens.upperBound, tokens.upperBound)
    if isOpeningQuote(first - 1) {
      return kinds.text(of: quoted(first..<end))
    }
    if phrase.name == nil, context.buffer[phrase.head].flags.contains(.latin) { return kinds.text(of: first..<end) }
    if phrase.name == nil, first > range.lowerBound, kinds.isCapitalized(phrase.head) { return nil }
    // «король и наследный принц»: not the one of them.
    if isJoined(phrase.head..<end) { return nil }
    return genitive(of: quoted(first..<end), head: min(word, phrase.head), as: tree.grammemes(of: word))
  }

  /// Whether something else than one more person is joined to the head.
  private func isJoined(_ tokens: Range<Int>) -> Bool {
    tokens.contains {
      words.isJoin($0, in: kinds)
        && ($0 + 1 == range.upperBound || context.records(of: .person, in: $0 + 1..<$0 + 2).isEmpty)
    }
  }

  /// The words up to the head and the people's names are put into the genitive, the rest has its case.
  private func genitive(
    of tokens: Range<Int>, head: Int, as reading: Grammemes
  ) -> String {
    let people = context.records(of: .person, in: tokens)
    var text = ""
    // «торгового центра «Океан»»
    var isQuoted = false
    for token in tokens {
      if !text.isEmpty, context.buffer[token].flags.contains(.spaceBefore) { text += " " }
      let person = people.first { $0.tokens.contains(token) }
      let name = chunker.name(at: token)
      let isName = person != nil || name != nil && kinds.isCapitalized(token) && token > range.lowerBound
      isQuoted = isQuoted || kinds.isQuote(token)
      var word = kinds.text(of: token..<token + 1)
      if let person {
        word = genitive(ofNameAt: token, person) ?? word
      } else if !isName, !isQuoted, token <= head || name?.tokens.contains(head) ?? false {
        word = genitive(ofWordAt: token, as: reading) ?? word
      }
      if token == range.lowerBound, !isName { word = chunker.lowered(word, at: token) }
      text += word
    }
    return text
  }

  /// A word of a person's name that stands in the nominative or the accusative.
  private func genitive(ofNameAt token: Int, _ person: MatchedRecord) -> String? {
    guard case .person(let value) = context.value(of: person) else { return nil }
    let gender: Grammemes =
      switch value.gender {
      case .male: .masc
      case .female: .femn
      case nil: []
      }
    let parts: [Grammemes] = [.Name, .Surn, .Patr, .NOUN]
    let isNominative = person.tokens.allSatisfy { token in
      parts.contains { kinds.hasAnalysis(token, $0.union(.nomn).union(gender)) }
    }
    let wanted = (isNominative ? Grammemes.nomn : .accs).union(.sing).union(gender)
    for part in parts {
      if let analysis = kinds.analysis(token, part.union(wanted)) {
        return form(of: analysis, at: token, as: .gent.union(.sing).union(gender))
      }
    }
    return nil
  }

  /// - Parameter reading: That of the noun.
  private func genitive(ofWordAt token: Int, as reading: Grammemes) -> String? {
    let own = RussianMorphology.Agreement.mainCases(reading)
    if own == .gent { return nil }
    let parts: [Grammemes] = [.NOUN, .ADJF, .PRTF]
    let number = reading.intersection(.numbers)
    let known: [Grammemes] = [.nomn, .accs, .datv, .ablt, .loct]
    for wanted in known where own.isEmpty || own.intersects(wanted) {
      for part in parts {
        guard let analysis = kinds.analysis(token, part.union(wanted).union(number)) else { continue }
        let grammemes = kinds.morphology.grammemes(of: analysis)
        var genitive = Grammemes.gent.union(grammemes.intersection(.numbers))
        if grammemes.contains(.sing), !part.contains(.NOUN) {
          genitive.formUnion(grammemes.intersection(.genders))
        }
        return form(of: analysis, at: token, as: genitive)
      }
    }
    return nil
  }

  private func form(of analysis: Analysis, at token: Int, as wanted: Grammemes) -> String {
    Inflector(cache: kinds.morphology).form(
      ofToken: token, in: context.buffer, analysis: analysis, as: wanted)
  }
}
