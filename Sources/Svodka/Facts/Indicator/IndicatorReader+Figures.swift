import RussianMorphology
import RussianSyntax
import RussianText
import TextRules

// Amounts that the rules tie to no word: what they count or measure is read off the structure of
// the sentence.
extension IndicatorReader {
  mutating func readFigure(_ figure: IndicatorPiece) {
    if isRead(figure) || isRestated(figure.amount) { return }
    if readSumGap(figure) || readContinuation(figure) || readPlaced(figure) || readJoined(figure) { return }
    if readSum(figure) || readDismissal(figure) || readShare(figure) || readPossessed(figure) { return }
    guard words.has(.figureVerb, in: range, kinds) else { return }
    readFigure(figure, structure.tree(of: range))
  }

  private func isRead(_ figure: IndicatorPiece) -> Bool {
    draftsOfSentence().contains {
      $0.match.tokens.overlaps(figure.amount) || $0.amount?.overlaps(figure.amount) ?? false
    }
  }

  /// Whether a value's own word has found no subject for it.
  func isLeft(_ piece: IndicatorPiece) -> Bool {
    !piece.isChange && !piece.isRow && piece.match.range("measure") != nil && !isRead(piece)
  }

  /// «тонна» alone is a unit, not an amount.
  func hasNumber(_ figure: IndicatorPiece) -> Bool {
    guard let record = figure.match.record("measure"), case .quantity(let quantity) = context.value(of: record),
      quantity.value.single == DecimalNumber(1)
    else { return true }
    return figure.amount.contains {
      kinds.hasAnalysis($0, .NUMB) || kinds.hasAnalysis($0, .NUMR) || kinds.hasAnalysis($0, .Apro)
    }
  }

  /// «сеть насчитывает 40 магазинов»: the shops are counted, the chain is no number.
  func counts(_ piece: IndicatorPiece, _ measure: Measure) -> Bool {
    guard case .quantity(let quantity) = measure.value, quantity.counted != nil, quantity.unit == nil
    else { return false }
    let subject = search(from: piece.word, verb: piece.word.lowerBound).phrase?.head
    if let subject, words.has(.staff, in: subject..<subject + 1, kinds) { return false }
    return figureUse(ofVerbAt: piece.word.lowerBound).map { words.figureUses[$0] == .thing } ?? false
  }

  private mutating func readFigure(_ figure: IndicatorPiece, _ tree: FigureTree) {
    let top = tree.top(of: figure.amount.lowerBound)
    guard let record = figure.match.record("measure"), let measure = context.measure(record),
      let (verb, first) = verb(over: top, tree), let use = figureUse(ofVerbAt: verb),
      isAssertedVerb(verb, tree), !hasSign(between: verb, and: figure.amount, orBehind: first),
      first == top && !isTold(verb) || verb > top || !hasVerb(behind: figure.amount),
      isStatistic(measure, isFirst: first == top)
    else { return }
    var piece = figure
    piece.form = .figure
    piece.word = verb..<verb + 1
    if isUnreal(piece) || !isAsserted(piece) || isNegated(figure.amount) || isOfNextVerb(figure.amount, verb)
      || isOfNoun(figure.amount, verb) || isDealtOut(figure.amount, verb)
    { return }
    guard let subject = counted(figure, measure, top: top, verb: verb, use, tree) else { return }
    var draft = draft(of: piece, subject, figureWindow(figure))
    draft.measure = measure
    draft.isFigure = true
    draft.verb = verb
    draft.tokens = figure.amount
    if let agent = agent(of: verb, besides: top) { draft.organization = agent }
    draft.extend(over: piece.word)
    add(draft)
  }

  /// Whether the verb has had an amount: «пришли 50 человек, 20 человек ушли».
  private func isTold(_ verb: Int) -> Bool { draftsOfSentence().contains { $0.verb == verb } }

  /// «открыл два цеха» is news, not statistics; a range or a share of «20–30 %» has no one value.
  func isStatistic(_ measure: Measure, isFirst: Bool) -> Bool {
    switch measure.value {
    case .quantity(let quantity):
      guard let value = quantity.value.single, !quantity.inferred else { return false }
      return quantity.unit != nil && quantity.unit != "item" || !isFirst || value >= DecimalNumber(5)
    case .percent(let percent): return percent.value.single != nil
    case .money(let money): return money.amount.single != nil
    }
  }

  /// Whether a sign stands between the verb and its amount, so that they may be of two clauses.
  ///
  /// - Parameter first: The first of the amounts that are joined: «88 участков, четыре моста».
  private func hasSign(
    between verb: Int, and amount: Range<Int>, orBehind first: Int
  ) -> Bool {
    var start = min(verb + 1, amount.upperBound)
    let end = max(verb, amount.lowerBound)
    guard start < end else { return false }
    if first > verb, !amount.contains(first) { return hasSign(between: verb, and: first..<first + 1, orBehind: first) }
    // One more of a row: «подтоплены 40 домов, 50 дач».
    let told = draftsOfSentence().last { $0.isFigure && $0.tokens.contains(verb) }
    if let told, told.match.tokens.upperBound <= end, verb < told.match.tokens.lowerBound {
      start = told.match.tokens.upperBound
      if let index = chunkIndex(at: start), case .comma = chunks[index].kind { start += 1 }
    }
    return chunks.contains {
      guard $0.tokens.lowerBound >= start, $0.tokens.upperBound <= end else { return false }
      switch $0.kind {
      // «задействовано сил и средств – 40 человек»
      case .dash: return !kinds.hasAnalysis(verb, [.PRTS, .neut])
      case .comma, .stop, .opening, .closing, .relative, .finite: return true
      default: return false
      }
    }
  }

  /// From the amount before to the amount behind.
  func figureWindow(_ figure: IndicatorPiece) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    for other in pieces + figures where other.amount != figure.amount {
      if other.amount.upperBound <= figure.amount.lowerBound { lower = max(lower, other.amount.upperBound) }
      if other.amount.lowerBound >= figure.amount.upperBound { upper = min(upper, other.amount.lowerBound) }
    }
    return lower..<upper
  }

  /// The verb that an amount is the subject or the object of.
  private func verb(over top: Int, _ tree: FigureTree) -> (verb: Int, first: Int)? {
    var word = top
    // «460 человек и 30 машин»
    while tree.relation(of: word) == .conj, let head = tree.head(of: word), isAmount(head) {
      word = head
    }
    // «до 60 домов», but not «в более чем 100 странах»
    let prepositions = [tree.preposition(of: word), words.prepositionIndex(before: top, in: kinds)]
    let isGoverned = prepositions.compactMap(\.self).contains {
      !words.has(.bounds, in: $0..<$0 + 1, kinds)
    }
    if isGoverned || isBehindAdverbial(top) { return nil }
    guard let head = tree.head(of: word) else { return nil }
    switch tree.relation(of: word) {
    case .nsubj, .obj, .obl: break
    default: return nil
    }
    return tree.grammemes(of: head).intersects(.VERB.union(.PRTS)) ? (head, word) : nil
  }

  /// «в результате 20 аварий»: the noun belongs to the preposition.
  private func isBehindAdverbial(_ amount: Int) -> Bool {
    let noun = amount - 1
    return noun > range.lowerBound && words.has(.adverbial, in: noun..<amount, kinds)
      && kinds.hasAnalysis(noun - 1, .PREP)
  }

  func figureUse(ofVerbAt verb: Int) -> Int? {
    var found: Int?
    kinds.forEachEntry(of: words[.figureVerb], in: verb..<verb + 1) { _, entry in found = entry }
    return found
  }

  /// Whether the verb tells of something real: not denied, asked for, possible or conditional.
  func isAssertedVerb(_ verb: Int, _ tree: FigureTree) -> Bool {
    if isNegated(verb..<verb + 1) { return false }
    for child in tree.children(of: verb) {
      switch tree.relation(of: child) {
      case .mark, .aux, .cop, .advmod, .discourse, .case:
        if words.has(.unreal, in: child..<child + 1, kinds) { return false }
      default: break
      }
    }
    return !tree.grammemes(of: verb).contains(.impr)
  }

  // MARK: What is counted

  func counted(
    _ figure: IndicatorPiece, _ measure: Measure, top: Int, verb: Int, _ use: Int,
    _ tree: FigureTree
  ) -> IndicatorSubject? {
    let thing: FigureThing? =
      switch measure.value {
      case .quantity(let quantity) where quantity.counted != nil && quantity.unit == nil:
        countedThing(quantity, figure, top: top, tree)
      case .quantity(let quantity) where quantity.unit == "item": ownedThing(behind: figure, top, tree)
      case .quantity, .money: nil
      case .percent: ownedThing(behind: figure, top, tree)
      }
    let text: String?
    var parts: CountedThing?
    if let thing {
      text = name(of: thing, at: verb, words.figureUses[use], top: top, measure, &parts, tree)
    } else {
      text = object(of: verb, besides: top, tree) == nil ? massName(figure, measure, top: top, use, tree) : nil
    }
    guard let text else { return nil }
    var subject = IndicatorSubject(name: text, genitive: text)
    if case .quantity(let quantity) = measure.value, let counted = quantity.counted {
      parts?.counted = counted
      subject.thing = parts
    }
    subject.tokens = min(verb, figure.amount.lowerBound)..<max(verb + 1, figure.amount.upperBound)
    return subject
  }

  /// What is counted, as it is called without the verb.
  private struct FigureThing {
    var name: String
    var number: Grammemes
    var isPeople = false
  }

  private func countedThing(
    _ quantity: Quantity, _ figure: IndicatorPiece, top: Int, _ tree: FigureTree
  ) -> FigureThing? {
    guard let counted = quantity.counted,
      let name = countedName(in: figure.amount, counted: counted)
    else { return nil }
    let rest = complements(of: top, behind: figure.amount.upperBound, tree)
      + complement(ofThingBehind: figure.amount, tree)
    let isPeople = rest.isEmpty && words.has(.people, in: figure.amount, kinds)
    return FigureThing(name: name + rest, number: .plur, isPeople: isPeople)
  }

  /// «260 единиц техники», «84 % трасс»: the genitive behind the amount.
  private func ownedThing(
    behind figure: IndicatorPiece, _ top: Int, _ tree: FigureTree
  ) -> FigureThing? {
    let owned = tree.children(of: top).first {
      $0 >= figure.amount.upperBound && tree.isIn(.gent, $0) && tree.child(of: $0, .case) == nil
        && tree.grammemes(of: $0).contains(.NOUN) && chunker.name(at: $0) == nil
    }
    guard let owned else { return nil }
    let reading = tree.grammemes(of: owned)
    let number =
      reading.contains(.plur) ? Grammemes.plur : .sing.union(reading.intersection(.genders))
    let parts = wholePhrase(of: owned, in: tree)
    let rest = joinedText(owned + 1..<parts[parts.count - 1].upperBound, to: owned, tree)
    return FigureThing(name: chunker.name(of: parts[0]) + rest, number: number)
  }

  private func name(
    of thing: FigureThing, at verb: Int, _ use: IndicatorWords.FigureUse, top: Int,
    _ measure: Measure, _ parts: inout CountedThing?, _ tree: FigureTree
  ) -> String? {
    let own = figureAmount(at: top).flatMap { wordOfThing(behind: $0, tree) }
    let tail = circumstances(of: verb, besides: own.map { [top, $0] } ?? [top], tree)
    switch use {
    case .exist:
      // «В порядке находится 84 % дорог»: without the state the share says nothing.
      if measure.value.kind == .percent, tail == nil { return nil }
      parts = CountedThing(state: [], noun: thing.name, counted: "")
      return [thing.name, tail].compactMap(\.self).joined(separator: " ")
    case .thing:
      if thing.isPeople || measure.value.kind == .percent { return nil }
      // «сети, которая насчитывает 15 магазинов»: the noun alone does not say whose they are.
      let owner = tree.child(of: verb, .nsubj)
      if let owner, owner != top, words.has(.relative, in: owner..<owner + 1, kinds) { return nil }
      parts = CountedThing(state: [], noun: thing.name, counted: "")
      return object(of: verb, besides: top, tree) == nil ? thing.name : nil
    case .done:
      guard object(of: verb, besides: top, tree) == nil, !hasAgent(verb, besides: top, tree),
        !isOneOfThree(verb, tree), let participle = participle(ofVerbAt: verb, thing.number)
      else { return nil }
      let state = [participles(joinedTo: verb, participle, thing.number, tree), tail].compactMap(\.self)
      let noun = thing.isPeople ? nil : thing.name
      parts = CountedThing(state: state, noun: noun ?? "", counted: "")
      return (state + [noun].compactMap(\.self)).joined(separator: " ")
    case .active:
      // «поддержку получили 40 семей»
      guard !isFuture(verb), !hasAgent(verb, besides: top, tree), let object = object(of: verb, besides: top, tree),
        let participle = activeParticiple(ofVerbAt: verb, thing.number)
      else { return nil }
      let said = participle + " " + lowered(object)
      return thing.isPeople ? said : thing.name + ", " + said
    }
  }

  /// «заготовлено 5 тысяч тонн щебня»: the verb as a noun, and what was made.
  private func massName(
    _ figure: IndicatorPiece, _ measure: Measure, top: Int, _ use: Int, _ tree: FigureTree
  ) -> String? {
    guard case .quantity(let quantity) = measure.value, quantity.unit != nil,
      quantity.unit != "item", let thing = ownedThing(behind: figure, top, tree)
    else { return nil }
    if words.figureUses[use] == .thing { return thing.name }
    let noun = words.figureNouns[use]
    guard !noun.isEmpty, let owned = tree.children(of: top).first(where: {
      $0 >= figure.amount.upperBound && tree.isIn(.gent, $0) && tree.child(of: $0, .case) == nil
    }) else { return nil }
    let parts = wholePhrase(of: owned, in: tree)
    return noun + " " + kinds.text(of: parts[0].lowerBound..<parts[parts.count - 1].upperBound)
  }

  /// Whether somebody does it, in this clause or in the one that the verb is joined to.
  private func hasAgent(_ verb: Int, besides top: Int, _ tree: FigureTree) -> Bool {
    if tree.relation(of: verb) == .conj, let before = tree.head(of: verb),
      kinds.hasAnalysis(verb, .VERB), tree.child(of: before, .nsubj) != nil,
      tree.child(of: verb, .nsubj) == nil
    {
      return true
    }
    // «задействовано сил и средств»: a genitive does nothing.
    return tree.children(of: verb).contains {
      tree.relation(of: $0) == .nsubj && $0 != top && !isAmount($0)
        && !(tree.isIn(.gent, $0) && !tree.isIn(.nomn, $0))
    }
  }

  /// «спасено и эвакуировано»: both participles.
  private func participles(
    joinedTo verb: Int, _ participle: String, _ number: Grammemes, _ tree: FigureTree
  ) -> String {
    guard tree.relation(of: verb) == .conj, let before = tree.head(of: verb), verb - before == 2,
      kinds.hasAnalysis(verb, .PRTS), kinds.hasAnalysis(before, .PRTS),
      let first = self.participle(ofVerbAt: before, number)
    else { return participle }
    return first + " " + kinds.text(of: before + 1..<verb) + " " + participle
  }

  /// «отменены, изменены или задержаны 60 рейсов»: they are not all delayed.
  private func isOneOfThree(_ verb: Int, _ tree: FigureTree) -> Bool {
    let before = verb - 2
    return before > range.lowerBound && tree.relation(of: verb) == .conj
      && kinds.hasAnalysis(verb, .PRTS) && kinds.hasAnalysis(before, .PRTS)
      && context.isComma(before - 1) && kinds.hasAnalysis(before - 2, .PRTS)
  }

  /// What the verb does it to, if that is no amount.
  private func object(of verb: Int, besides top: Int, _ tree: FigureTree) -> Range<Int>? {
    let object = tree.children(of: verb).first {
      tree.relation(of: $0) == .obj && $0 != top && !isAmount($0)
    }
    return object.map {
      let parts = wholePhrase(of: $0, in: tree)
      return parts[0].lowerBound..<parts[parts.count - 1].upperBound
    }
  }

  /// What belongs to the counted noun and stands behind the amount.
  private func complements(of top: Int, behind end: Int, _ tree: FigureTree) -> String {
    guard let last = wholePhrase(of: top, in: tree).last, last.upperBound > end else { return "" }
    return joinedText(end..<last.upperBound, to: top, tree)
  }

  /// «эвакуированы из зон паводка»: what the verb says of how and from where, if it is no time and
  /// no named place.
  private func circumstances(of verb: Int, besides known: [Int], _ tree: FigureTree) -> String? {
    var found: [String] = []
    if let recipient = recipient(ofVerbAt: verb, besides: known[0]) { found.append(lowered(recipient)) }
    for child in tree.children(of: verb)
    where tree.relation(of: child) == .obl && !known.contains(child) && !isAmount(child) && !isDate(child) {
      guard let preposition = tree.preposition(of: child), !hasPlace(child) || isDirection(child, preposition, tree),
        !kinds.hasAnalysis(child, .NPRO), !words.has(.relative, in: child..<child + 1, kinds),
        !words.has(.loose, in: preposition..<preposition + 1, kinds),
        !words.has(.adverbial, in: child..<child + 1, kinds) || words.has(.joining, in: verb..<verb + 1, kinds),
        hasPlace(child) || !words.has(.genericPlace, in: child..<child + 1, kinds),
        !words.has(.source, in: preposition..<child + 1, kinds) || words.has(.joining, in: verb..<verb + 1, kinds)
      else { continue }
      let parts = wholePhrase(of: child, in: tree)
      let tokens = preposition..<quoteEnd(of: preposition..<parts[parts.count - 1].upperBound)
      // «как в школах, так и в садах»
      if words.has(.both, in: max(range.lowerBound, preposition - 1)..<tokens.upperBound, kinds) { continue }
      found.append(lowered(tokens))
      if found.count == 2 { break }
    }
    return found.isEmpty ? nil : found.joined(separator: " ")
  }

  /// «въехали в Казахстан из России»: where to and where from, not where.
  private func isDirection(_ word: Int, _ preposition: Int, _ tree: FigureTree) -> Bool {
    if words.has(.from, in: preposition..<preposition + 1, kinds) { return true }
    return words.has(.goal, in: preposition..<preposition + 1, kinds) && tree.isIn(.accs, word)
      && !tree.isIn(.loct, word)
  }

  private func hasPlace(_ word: Int) -> Bool {
    chunker.name(at: word) != nil
      || context.records(of: .place, in: range).contains { $0.tokens.contains(word) }
  }

  /// The organization that does what the verb names.
  func agent(of verb: Int, besides top: Int) -> EntityReference? {
    let tree = structure.tree(of: range)
    guard let subject = tree.children(of: verb).first(where: {
      tree.relation(of: $0) == .nsubj && $0 != top
    }) else { return nil }
    let record = context.records(of: .organization, in: range).first { $0.tokens.contains(subject) }
    return record.flatMap(context.reference)
  }
}
