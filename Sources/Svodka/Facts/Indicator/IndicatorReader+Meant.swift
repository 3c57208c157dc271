import RussianMorphology
import RussianSyntax
import RussianText
import TextRules

// What is decided, planned or possible and has not come about.
extension IndicatorReader {
  /// Whether an infinitive tells of something only meant: «решили снизить», «может вырасти». Behind
  /// «удалось снизить» it has come about.
  func isMeant(_ piece: IndicatorPiece) -> Bool {
    let verb = piece.word.lowerBound
    guard !piece.isNominal, let best = chunker.best(verb),
      kinds.morphology.grammemes(of: best).contains(.INFN)
    else { return false }
    guard let governor = governor(of: piece) else { return true }
    let word = chunks[governor].tokens
    // «будет снижать»
    if words.has(.be, in: word, kinds) { return false }
    return !words.has(.managed, in: word, kinds) || isFuture(word.lowerBound)
  }

  /// Whether a change without a value, which has no status to say so, is only planned or possible.
  func isOnlyForetold(_ draft: IndicatorDraft, _ piece: IndicatorPiece) -> Bool {
    guard draft.measure == nil, draft.change?.to == nil else { return false }
    if draft.status == .planned { return true }
    // «в 2023 году может вырасти» is a forecast of that year.
    return isMeant(piece) && (draft.status != .forecast || draft.period == nil)
  }

  /// «получат премию в размере», «решили отправить технику на сумму»: what the verb over a sum says.
  func status(ofSumAt verb: Int, _ piece: IndicatorPiece) -> IndicatorStatus? {
    if isFuture(verb) { return .forecast }
    var verbal = piece
    verbal.form = .figure
    verbal.word = verb..<verb + 1
    return isMeant(verbal) ? .planned : nil
  }

  /// The verb whose subject or object a sum is.
  func verb(over subject: IndicatorSubject) -> Int? {
    guard let head = subject.head, range.contains(head) else { return nil }
    let tree = structure.tree(of: range)
    let noun = tree.top(of: head)
    guard tree.relation(of: noun) == .obj || tree.relation(of: noun) == .nsubj else { return nil }
    return tree.head(of: noun)
  }

  /// «производитель понёс убытки»: the organization that does what the verb over a sum says.
  func bearer(ofVerbAt verb: Int) -> EntityReference? {
    let tree = structure.tree(of: range)
    guard kinds.hasAnalysis(verb, .VERB), words.has(.bearing, in: verb..<verb + 1, kinds), let subject = tree.child(of: verb, .nsubj) else { return nil }
    return agent(of: verb, besides: subject + 1) ?? standIn(at: subject)
  }

  // MARK: Signs

  /// «Экспорт — плюс 4 %»: what has a sign is a growth, if its noun is not one that can be below zero.
  mutating func readSigned(
    _ piece: IndicatorPiece, _ measure: Measure, _ subject: IndicatorSubject, _ window: Range<Int>
  ) -> Bool {
    let token = piece.amount.lowerBound
    guard case .percent(let percent) = measure.value,
      words.has(.sign, in: token..<token + 1, kinds), !words.has(.signed, in: piece.word, kinds)
    else { return false }
    guard let index = chunkIndex(at: piece.word.lowerBound), index == 0 || opensClause(index) else {
      return true
    }
    var draft = draft(of: piece, subject, window)
    draft.change = Change(
      direction: percent.value.low < .zero ? .down : .up, by: .measure(measure), from: nil, to: nil)
    add(draft)
    return true
  }

  private func opensClause(_ index: Int) -> Bool {
    switch chunks[index - 1].kind {
    case .comma, .stop, .date: true
    default: false
    }
  }

  // MARK: Pairs

  /// «экспорт и импорт составили 5 и 7 млн соответственно»: there is no telling by the clause alone
  /// which of the amounts is whose.
  func isPaired(_ piece: IndicatorPiece) -> Bool {
    guard words.has(.respectively, in: range, kinds),
      let start = chunkIndex(at: piece.amount.upperBound - 1)
    else { return false }
    for (index, chunk) in chunks.enumerated().dropFirst(start + 1) {
      if words.has(.respectively, in: chunk.tokens, kinds) { return true }
      switch chunk.kind {
      case .amount, .date: break
      case .comma:
        guard index + 1 < chunks.count, case .amount = chunks[index + 1].kind else { return false }
      case .nominal(let phrase) where phrase.names.isEmpty: break
      case .other: break
      default: return false
      }
    }
    return false
  }
}
