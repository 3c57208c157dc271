import RussianMorphology
import RussianSyntax
import RussianText
import TextRules

/// Whose a sum is.
struct SumOwner {
  var organization: EntityReference?
  var place: EntityReference?
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
      // «он израсходовал»
      let kinds = [organizationKind].compactMap(\.self)
      owner.organization = standIns.record(at: word, of: kinds).flatMap(context.reference)
      return owner
    }
    if let name = phrase.name, name.kind == placeKind {
      owner.place = context.reference(to: name)
      return owner
    }
    owner.organization = organization(in: phrase)
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
    let tokens = wholeTokens(of: word, tree)
    let first = min(start, tokens.lowerBound)
    let text = kinds.text(of: quoted(first..<tokens.upperBound))
    guard first == range.lowerBound, chunker.name(at: first) == nil else { return text }
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  /// The words with the quotation marks that stand around them or close behind them.
  private func quoted(_ tokens: Range<Int>) -> Range<Int> {
    let before = tokens.lowerBound - 1
    let isOpen = before >= range.lowerBound && kinds.isQuote(before)
    let whole = (isOpen ? before : tokens.lowerBound)..<tokens.upperBound
    let end = tokens.upperBound
    if isOpen, end < range.upperBound, kinds.isQuote(end) { return whole.lowerBound..<end + 1 }
    return whole.lowerBound..<max(end, quoteEnd(of: whole))
  }

  private func wholeTokens(of word: Int, _ tree: FigureTree) -> Range<Int> {
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
    guard let index = chunkIndex(at: word), let phrase = chunks[index].phrase,
      isTelling(word, tree)
    else { return nil }
    let tokens = wholeTokens(of: word, tree)
    let first = min(phrase.tokens.lowerBound, tokens.lowerBound)
    let end = max(phrase.tokens.upperBound, tokens.upperBound)
    if first > range.lowerBound, kinds.isQuote(first - 1) {
      return kinds.text(of: quoted(first..<end))
    }
    if phrase.name == nil, first > range.lowerBound, kinds.isCapitalized(phrase.head) { return nil }
    return genitive(of: quoted(first..<end), head: phrase.head)
  }

  /// The words up to the head and the people's names are put into the genitive, the rest has its case.
  private func genitive(of tokens: Range<Int>, head: Int) -> String {
    let people = context.records(of: .person, in: tokens)
    var text = ""
    // «торгового центра «Океан»»
    var isQuoted = false
    for token in tokens {
      if !text.isEmpty, context.buffer[token].flags.contains(.spaceBefore) { text += " " }
      let person = people.first { $0.tokens.contains(token) }
      let isNamed = chunker.name(at: token) != nil
      let isName = person != nil || isNamed && kinds.isCapitalized(token) && token > range.lowerBound
      isQuoted = isQuoted || kinds.isQuote(token)
      var word = kinds.text(of: token..<token + 1)
      if let person {
        word = genitive(ofNameAt: token, person) ?? word
      } else if !isName, !isQuoted, isNamed || token <= head {
        word = genitive(ofWordAt: token) ?? word
      }
      if token == range.lowerBound, !isName { word = word.prefix(1).lowercased() + word.dropFirst() }
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
    let parts: [Grammemes] = [.Name, .Surn, .Patr]
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

  private func genitive(ofWordAt token: Int) -> String? {
    if kinds.hasAnalysis(token, .gent), !kinds.hasAnalysis(token, .nomn),
      !kinds.hasAnalysis(token, .datv)
    {
      return nil
    }
    let parts: [Grammemes] = [.NOUN, .ADJF, .PRTF]
    let cases: [Grammemes] = [.nomn, .accs, .datv]
    for wanted in cases {
      for part in parts {
        guard let analysis = kinds.analysis(token, part.union(wanted)) else { continue }
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
