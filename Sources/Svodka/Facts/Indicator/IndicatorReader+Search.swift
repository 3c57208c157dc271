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
      kinds.morphology.grammemes(of: best).contains(.PRTF)
    else { return nil }
    // «повышенный бонус до 5 тысяч»
    if let phrase = chunks[index].phrase, phrase.head > token, phrase.name == nil { return phrase }
    guard index > 0 else { return nil }
    if case .comma = chunks[index - 1].kind { return index > 1 ? chunks[index - 2].phrase : nil }
    return chunks[index - 1].phrase
  }

  func searchLeft(from start: Int, _ verb: Int?) -> Search {
    var index = start - 1
    var hasComma = false
    var verb = verb
    var modal = verb.map { sharesSubject($0) } ?? false
    while index >= 0 {
      switch chunks[index].kind {
      case .nominal(let phrase):
        if isWithin(index, beside: start) || isOwner(index) { break }
        if hasComma, let verb, isOfRelativeClause(phrase, besides: verb) { break }
        if let found = subject(phrase, verb), !isJoinedToGoverned(index) { return found }
      case .pronoun:
        // «их объем»: the noun has been looked at; «он», «это» are subjects.
        if kinds.hasAnalysis(chunks[index].tokens.lowerBound, .nomn) {
          return words.has(.generic, in: chunks[index].tokens, kinds) ? .generic : .nothing
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
      case .closing: index = opening(before: index)
      case .stop, .opening: return .nothing
      case .date, .amount, .infinitive, .gerund, .dash, .other: break
      }
      index -= 1
    }
    return .nothing
  }

  /// «превысил 89 % ВВП и достиг»: of what the amount before it is a share.
  private func isOwner(_ index: Int) -> Bool {
    guard index > 0, case .amount = chunks[index - 1].kind, let phrase = chunks[index].phrase else {
      return false
    }
    // «стоимость тысячи кубометров газа составила»
    if index > 1, let priced = chunks[index - 2].phrase, words.has(.price, in: priced.head..<priced.head + 1, kinds),
      chunks[index - 1].tokens.lowerBound == priced.tokens.upperBound, chunker.reading(of: phrase, as: .gent) != nil
    {
      return true
    }
    return kinds.hasAnalysis(phrase.head, .Fixd) && phrase.tokens.count == 1
  }

  /// «ракеты, которые получила армия, летят на 79 км»: the army is the subject of another clause.
  private func isWithin(_ index: Int, beside verb: Int) -> Bool {
    clauses.kind(of: index) == .relative && clauses.numbers[index] != clauses.numbers[verb]
  }

  /// «газопровод, который поведёт газ, оценивается»: the object of the clause in between.
  private func isOfRelativeClause(_ phrase: NominalPhrase, besides verb: Int) -> Bool {
    let tree = structure.tree(of: range)
    let word = tree.top(of: phrase.head)
    guard tree.relation(of: word) == .obj, let head = tree.head(of: word), head != tree.top(of: verb)
    else { return false }
    return tree.relation(of: head) == .acl
  }

  /// «может достигнуть», «был продан», «прибавил и достиг»: the verb has its subject from the one
  /// before.
  private func sharesSubject(_ verb: Int) -> Bool {
    kinds.hasAnalysis(verb, .INFN) || kinds.hasAnalysis(verb, .PRTS)
      || verb > range.lowerBound && kinds.hasAnalysis(verb - 1, .CONJ)
  }

  /// The bracket that opens what the chunk at `index` closes; the first chunk if none does.
  private func opening(before index: Int) -> Int {
    chunks[..<index].lastIndex {
      if case .opening = $0.kind { true } else { false }
    } ?? 0
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
    if isGovernedInQuotes(phrase) { return nil }
    // «тариф на плечо Забайкальск — Москва вырос»
    if let name = phrase.name, name.kind == placeKind { return nil }
    if let verb, !chunker.agrees(reading, withVerbAt: verb),
      !(isCoordinated(phrase) && kinds.hasAnalysis(verb, .plur))
    {
      return nil
    }
    let isGeneric =
      phrase.complement.isEmpty
      && words.has(.generic, in: phrase.head..<phrase.head + 1, kinds)
    // «сумма, которую выделили»
    if isGeneric, let index = chunkIndex(at: phrase.head), index + 2 < chunks.count,
      case .relative = chunks[index + 2].kind
    {
      return .blocked
    }
    return isGeneric ? .generic : .phrase(phrase)
  }

  /// «штраф за «обман» вырос»
  private func isGovernedInQuotes(_ phrase: NominalPhrase) -> Bool {
    let quote = phrase.tokens.lowerBound - 1
    return quote > range.lowerBound && kinds.isQuote(quote) && kinds.hasAnalysis(quote - 1, .PREP)
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
}
