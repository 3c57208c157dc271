import RussianText
import TextRules

// One more value of what has had one in its sentence.
extension IndicatorReader {
  /// «…, в июне — 7 %»: another value of what had one in this sentence.
  mutating func readRow(_ piece: IndicatorPiece, _ window: Range<Int>) {
    guard let record = piece.match.record("measure"), let measure = context.measure(record),
      let last = draftsOfSentence().last(where: { !$0.isAside }),
      last.statement.map(Self.measureKind) == measure.value.kind
    else { return }
    var draft = last
    draft.match = piece.match
    draft.tokens = piece.match.wholeTokens
    draft.measure = measure
    draft.change = nil
    draft.period = piece.match.record("word").flatMap(context.period)
    // «составит 5 млн (в 2022 году — 4 млн)»: the year before is no forecast.
    if last.status != .actual, let from = draft.period?.from, let start = last.period?.from, from < start {
      draft.status = nil
    }
    add(draft)
  }

  static func measureKind(_ statement: Statement) -> MentionKind? {
    if case .indicator(let indicator) = statement { indicator.measure.value.kind } else { nil }
  }

  /// «…, тарифы — на 7 %»: the same movement of something else, or at another time.
  mutating func readChangeRow(_ piece: IndicatorPiece, _ window: Range<Int>) {
    guard var change = piece.change,
      let last = draftsOfSentence().last(where: { $0.change?.by != nil }),
      let index = chunkIndex(at: piece.match.wholeTokens.lowerBound), index > 0
    else { return }
    change.direction = last.change!.direction
    change.base = base(in: window, of: piece.amount) ?? last.change!.base
    var draft = last
    draft.match = piece.match
    draft.tokens = piece.match.wholeTokens
    draft.measure = nil
    draft.change = change
    switch chunks[index - 1].kind {
    case .nominal:
      guard let gap = gapSubject(at: index - 1, after: last) else { return }
      draft.subject = gap.subject
      draft.place = gap.place
      draft.organization = gap.organization
      draft.extend(over: chunks[index - 1].tokens)
    case .date:
      let start = chunks[index - 1].tokens.lowerBound
      draft.period = context.records(of: .date, in: start..<start + 1).first
        .flatMap(context.period)
      draft.extend(over: chunks[index - 1].tokens)
    default: return
    }
    add(draft)
  }
}
