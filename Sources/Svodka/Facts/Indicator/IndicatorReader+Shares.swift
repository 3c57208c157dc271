import RussianMorphology
import RussianSyntax
import RussianText
import TextRules

// Shares that fall to somebody, and things that somebody has: «на Россию пришлось 67 % поставок, на
// Польшу — 6 %», «у компании 9 млн абонентов».
extension IndicatorReader {
  mutating func readShare(_ figure: IndicatorPiece) -> Bool {
    guard let measure = figure.match.record("measure").flatMap(context.measure),
      measure.value.kind == .percent
    else { return false }
    if readShareGap(figure, measure) { return true }
    guard words.has(.falling, in: range, kinds) else { return false }
    let tree = structure.tree(of: range)
    let top = tree.top(of: figure.amount.lowerBound)
    guard let verb = verb(overSum: top, tree), words.has(.falling, in: verb..<verb + 1, kinds),
      let holder = tree.children(of: verb).first(where: { isHolder($0, tree) }),
      let index = chunkIndex(at: holder)
    else { return false }
    var piece = figure
    piece.form = .figure
    piece.word = verb..<verb + 1
    if isUnreal(piece) || !isAsserted(piece) || !isAssertedVerb(verb, tree) { return true }
    let owned = tree.children(of: top).first {
      $0 >= figure.amount.upperBound && tree.relation(of: $0) == .nmod && tree.isIn(.gent, $0)
        && tree.child(of: $0, .case) == nil
    }
    let whole = owned.map { phraseText(from: $0, $0, tree) } ?? ""
    guard let share = share(ofChunk: index, in: whole) else { return true }
    var draft = draft(of: piece, share.subject, figureWindow(figure))
    draft.measure = measure
    draft.wholeOfShare = whole
    draft.tokens = figure.amount
    draft.extend(over: piece.word)
    draft.organization = share.owner.organization
    draft.place = share.owner.place
    add(draft)
    return true
  }

  /// «на» with the accusative
  private func isHolder(_ word: Int, _ tree: FigureTree) -> Bool {
    guard let preposition = tree.preposition(of: word), !isAmount(word), !isDate(word) else { return false }
    return words.has(.goal, in: preposition..<preposition + 1, kinds) && tree.isIn(.accs, word)
      && isTelling(word, tree)
  }

  private mutating func readShareGap(_ figure: IndicatorPiece, _ measure: Measure) -> Bool {
    guard let last = draftsOfSentence().last, let whole = last.wholeOfShare,
      let index = complement(before: figure.amount, behind: (last.amount ?? last.match.tokens).upperBound),
      let preposition = chunks[index].phrase?.preposition,
      words.has(.goal, in: preposition..<preposition + 1, kinds), let share = share(ofChunk: index, in: whole)
    else { return false }
    var draft = last
    draft.match = figure.match
    draft.measure = measure
    draft.amount = figure.amount
    draft.tokens = chunks[index].tokens.lowerBound..<figure.amount.upperBound
    draft.subject = share.subject
    draft.organization = share.owner.organization
    draft.place = share.owner.place
    add(draft)
    return true
  }

  /// «доля поставок» of a country or a firm, «доля ипотеки от выдач» of anything else.
  private func share(
    ofChunk index: Int, in whole: String
  ) -> (subject: IndicatorSubject, owner: SumOwner)? {
    guard let phrase = chunks[index].phrase else { return nil }
    let owner = owner(at: phrase.head, structure.tree(of: range))
    let noun = words[.shareName].text(entry: 0, column: 0)
    var name = noun
    if owner.isNamed {
      guard !whole.isEmpty else { return nil }
      name += " " + whole
    } else {
      guard let genitive = owner.genitive else { return nil }
      name += " " + genitive
      if !whole.isEmpty { name += " " + words[.share].text(entry: 0, column: 0) + " " + whole }
    }
    var subject = IndicatorSubject(name: name, genitive: name)
    subject.tokens = chunks[index].tokens
    return (subject, owner)
  }

  /// «у компании 9 млн абонентов»
  mutating func readPossessed(_ figure: IndicatorPiece) -> Bool {
    guard words.has(.having, in: range, kinds),
      let measure = figure.match.record("measure").flatMap(context.measure),
      case .quantity(let quantity) = measure.value, quantity.unit == nil, let counted = quantity.counted,
      isStatistic(measure, isFirst: true), !words.has(.people, in: figure.amount, kinds)
    else { return false }
    let tree = structure.tree(of: range)
    let top = tree.top(of: figure.amount.lowerBound)
    guard tree.relation(of: top) == .nsubj, let holder = tree.head(of: top), tree.head(of: holder) == nil,
      holder < top, let preposition = tree.preposition(of: holder),
      words.has(.having, in: preposition..<preposition + 1, kinds), !isNegated(figure.amount),
      !hasVerb(behind: figure.amount), !context.isSign(range.upperBound - 1, UInt8(ascii: "?"))
    else { return false }
    let owner = owner(at: holder, tree)
    guard owner.organization != nil || owner.genitive != nil && !kinds.hasAnalysis(holder, [.NOUN, .anim]),
      let name = countedName(in: figure.amount, counted: counted)
    else { return false }
    let whole = [name, owner.genitive].compactMap(\.self).joined(separator: " ")
    var subject = IndicatorSubject(name: whole, genitive: whole)
    subject.thing = CountedThing(state: [], noun: name, counted: counted)
    subject.tokens = holder..<figure.amount.upperBound
    var piece = figure
    piece.form = .figure
    var draft = draft(of: piece, subject, figureWindow(figure))
    draft.measure = measure
    draft.isFigure = true
    draft.tokens = figure.amount
    draft.organization = owner.organization
    add(draft)
    return true
  }
}
