import RussianMorphology
import RussianText
import TextRules

// What is made, sold or paid for.
extension IndicatorReader {
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
      // «продано 6 тыс. «Маяков»»
      if quantity.counted != nil, quantity.unit == nil,
        words.has(.multiplier, in: piece.amount.upperBound - 1..<piece.amount.upperBound, kinds)
      {
        return nil
      }
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
    return between(piece, agent) ?? part(behind: piece.amount) ?? purpose(of: piece)
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
    kinds.forEachEntry(of: words[.numberForm], in: tokens) { _, entry in
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

  /// «выделил 5 млн рублей финансовой помощи»
  func part(behind amount: Range<Int>) -> String? {
    if let phrase = phrase(behind: amount) {
      return kinds.text(of: phrase.tokens.lowerBound..<joinedEnd(of: phrase))
    }
    // «5 млн рублей финансовой и правовой помощи»
    let tree = structure.tree(of: range)
    let top = tree.top(of: amount.lowerBound)
    let owned = tree.children(of: top).first {
      $0 >= amount.upperBound && tree.isIn(.gent, $0) && tree.child(of: $0, .case) == nil
        && tree.grammemes(of: $0).contains(.NOUN) && chunker.name(at: $0) == nil && !isAmount($0)
    }
    guard let owned else { return nil }
    let parts = wholePhrase(of: owned, in: tree)
    guard parts[0].lowerBound == amount.upperBound else { return nil }
    return kinds.text(of: parts[0].lowerBound..<parts[parts.count - 1].upperBound)
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
        !words.has(.bounds, in: phrase.tokens, kinds)
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
        words.has(.goal, in: preposition..<preposition + 1, kinds), tree.isIn(.accs, child),
        chunker.name(at: child) == nil, !words.has(.adverbial, in: child..<child + 1, kinds)
      else { continue }
      let parts = wholePhrase(of: child, in: tree)
      return lowered(preposition..<parts[parts.count - 1].upperBound)
    }
    return nil
  }

  func lowered(_ tokens: Range<Int>) -> String {
    let text = kinds.text(of: tokens)
    // A capital within a sentence is a name's.
    let first = tokens.lowerBound
    if first > range.lowerBound, !kinds.isQuote(first - 1) { return text }
    if kinds.isFunctional(first), chunker.name(at: first) == nil {
      return text.prefix(1).lowercased() + text.dropFirst()
    }
    return chunker.lowered(text, at: first)
  }

  /// «в», «на» with the accusative of something that is no name.
  private func isGoal(_ phrase: NominalPhrase) -> Bool {
    guard let preposition = phrase.preposition, phrase.name == nil,
      words.has(.goal, in: preposition..<preposition + 1, kinds)
    else { return false }
    return chunker.reading(of: phrase, as: .accs) != nil
      && !kinds.hasAnalysis(phrase.head, [.loct])
      || chunker.reading(of: phrase, as: .accs) != nil && kinds.hasAnalysis(phrase.head, [.neut])
  }
}
