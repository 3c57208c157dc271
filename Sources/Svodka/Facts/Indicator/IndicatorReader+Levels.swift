import RussianMorphology
import RussianText
import TextRules

// Values that a verb of amount ties to its subject: «составила», «достиг».
extension IndicatorReader {
  mutating func readLevel(_ piece: IndicatorPiece, _ window: Range<Int>) {
    guard let record = piece.match.record("measure"), var measure = context.measure(record) else {
      return
    }
    let level = piece.match.entry("word").map { words.levels[$0] }
    let isNegated = isNegated(piece.word)
    if let bound = level?.bound, measure.bound == nil {
      measure.bound = isNegated ? .atMost : bound
    }
    if piece.isRow ? isPart(piece) : hasOtherObject(piece) { return }
    if counts(piece, measure) { return }
    let found = subject(of: piece, at: level, measure)
    if case .shared(let number) = found, drafts[number].measure == nil,
      drafts[number].change?.to == nil, !piece.isRow
    {
      drafts[number].measure = measure
      drafts[number].extend(over: piece.match.wholeTokens)
      return
    }
    // «достигли 50 % локализации»
    var owner: IndicatorSubject?
    if measure.value.kind == .percent, !hasOwnSubject(found, piece) {
      owner = self.owner(behind: piece.amount)
    }
    guard let subject = owner ?? found.subject(in: drafts),
      owner != nil || !subject.isName && !isShare(piece, subject) && bears(subject, piece),
      !isPenalty(subject, measure)
    else { return }
    var draft = draft(of: piece, subject, window)
    if subject.isStatement, let last = lastOfSentence(before: piece) {
      draft.take(from: drafts[last])
    }
    draft.measure = measure
    draft.isNegated = isNegated && level?.bound == nil
    if let direction = level?.direction { draft.change = Change(direction: direction) }
    add(draft)
  }

  private func subject(
    of piece: IndicatorPiece, at level: IndicatorWords.Level?, _ measure: Measure
  ) -> Found {
    if level?.ofObject == true, isActive(piece.word) {
      return object(ofChange: piece).map { .own(subject(from: $0)) } ?? .none
    }
    return statement(of: piece, measure).map { .own($0) } ?? subject(of: piece)
  }

  /// A subject that is no name and stands before the value.
  private func hasOwnSubject(_ found: Found, _ piece: IndicatorPiece) -> Bool {
    guard case .own(let subject) = found, !subject.isName else { return false }
    return bears(subject, piece)
  }

  func isMoney(_ measure: Measure) -> Bool {
    if case .money = measure.value { true } else { false }
  }

  /// «5 млн, из них 2 млн», «5 %, у соседей – 7 %», «5 млн, прибавив 2 млн»: not another value of the
  /// same.
  func isPart(_ piece: IndicatorPiece) -> Bool {
    var isApart = false
    for chunk in chunks
    where chunk.tokens.lowerBound >= piece.word.upperBound
      && chunk.tokens.upperBound <= piece.amount.lowerBound
    {
      switch chunk.kind {
      case .pronoun, .relative, .gerund, .finite: return true
      case .comma, .amount: isApart = false
      case .nominal(let phrase): isApart = phrase.name == nil && phrase.preposition == nil
      default: break
      }
    }
    return isApart && !isEvent(piece)
  }

  private func isEvent(_ piece: IndicatorPiece) -> Bool {
    if case .event = piece.form { true } else { false }
  }
}
