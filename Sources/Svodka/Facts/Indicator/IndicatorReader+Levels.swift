import RussianMorphology
import RussianText
import TextRules

// Values that a verb of amount ties to its subject: «составила», «достиг».
extension IndicatorReader {
  mutating func readLevel(_ piece: IndicatorPiece, _ window: Range<Int>) {
    guard var measure = level(of: piece) else { return }
    let level = piece.match.entry("word").map { words.levels[$0] }
    let isNegated = isNegated(piece.word)
    if let bound = level?.bound, measure.bound == nil {
      measure.bound = isNegated ? .atMost : bound
    }
    let isOfObject = level?.ofObject ?? false && isActive(piece.word)
    if piece.isRow ? isPart(piece) || !continues(measure) : !isOfObject && hasOtherObject(piece) { return }
    if counts(piece, measure) { return }
    let found = subject(of: piece, at: level, measure)
    if piece.isNumber, !takesNumber(found, piece, measure) { return }
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
    guard var subject = owner ?? found.subject(in: drafts) else { return }
    if let valued = valued(subject, level, measure) { subject = valued }
    if owner == nil { addWhole(of: measure, piece, to: &subject) }
    guard owner != nil || !subject.isName && !isShare(piece, subject) && bears(subject, piece),
      !isPenalty(subject, measure)
    else { return }
    if let head = subject.head, isCountInMoney(head..<head + 1, measure) { return }
    var draft = draft(of: piece, subject, window)
    if subject.isStatement, let last = lastOfSentence(before: piece) {
      draft.take(from: drafts[last])
    }
    draft.measure = measure
    draft.isNegated = isNegated && level?.bound == nil
    if let direction = level?.direction { draft.change = Change(direction: direction) }
    add(draft)
  }

  /// «утюги составляют 5 % продаж»: of what it is a share.
  private func addWhole(of measure: Measure, _ piece: IndicatorPiece, to subject: inout IndicatorSubject) {
    let end = piece.amount.upperBound
    guard measure.value.kind == .percent, !subject.isName, !subject.isStatement, let tokens = subject.tokens,
      !words.has(.metric, in: tokens, kinds), end < range.upperBound,
      let phrase = chunkIndex(at: end).flatMap({ chunks[$0].phrase }), phrase.preposition == nil, phrase.name == nil,
      chunker.reading(of: phrase, as: .gent) != nil, kinds.hasAnalysis(phrase.head, .inan)
    else { return }
    subject.name += ", " + words[.shareName].text(entry: 0, column: 0) + " " + lowered(end..<wholeEnd(of: phrase))
  }

  private func wholeEnd(of phrase: NominalPhrase) -> Int {
    let last = wholePhrase(of: phrase.head, in: structure.tree(of: range)).last
    return max(phrase.tokens.upperBound, last?.upperBound ?? 0)
  }

  /// The amount, or the bare number: «количество составило 170,4 тысячи».
  private func level(of piece: IndicatorPiece) -> Measure? {
    guard let record = piece.match.record("measure") else { return nil }
    guard case .number(let number) = context.value(of: record) else {
      return context.measure(record).map(withoutForeignUnit)
    }
    // «2,7 × 10», «превысил уровень 2015 года»
    let end = record.tokens.upperBound
    if end < range.upperBound, context.buffer[end].kind == .symbol { return nil }
    guard context.records(of: .date, in: record.tokens).isEmpty else { return nil }
    return Measure(
      mention: context.mentionIndex(of: record),
      value: .quantity(Quantity(value: number.value, bound: number.bound)))
  }

  /// «Потеря рабочих мест составит 14 млн»: what another sentence counts is not what is lost here.
  private func withoutForeignUnit(_ measure: Measure) -> Measure {
    guard case .quantity(var quantity) = measure.value, quantity.inferred, quantity.unit == nil,
      let counted = quantity.counted
    else { return measure }
    let isHere = context.records(of: .quantity, in: range).contains {
      guard case .quantity(let other) = context.value(of: $0) else { return false }
      return !other.inferred && other.counted == counted
    }
    if isHere { return measure }
    quantity.counted = nil
    quantity.inferred = false
    var measure = measure
    measure.value = .quantity(quantity)
    return measure
  }

  /// The least number that a thing may have that grew or fell before: «снизилось на 12 %, составив
  /// 210 679».
  private static var leastLevel: DecimalNumber { DecimalNumber(1000) }

  /// Whether the sentence has told an amount of the same kind: a row has a first member.
  private func continues(_ measure: Measure) -> Bool {
    draftsOfSentence().contains {
      !$0.isAside && ($0.measure ?? $0.change?.to)?.value.kind == measure.value.kind
    }
  }

  private func takesNumber(_ found: Found, _ piece: IndicatorPiece, _ measure: Measure) -> Bool {
    if case .shared(let draft) = found, drafts[draft].change?.by != nil,
      drafts[draft].match.range("word") != piece.word,
      case .quantity(let quantity) = measure.value
    {
      return quantity.value.low >= Self.leastLevel
    }
    // «их число» of what has no name says nothing.
    guard let subject = found.subject(in: drafts), let head = subject.head, range.contains(head),
      subject.name.contains(" ")
    else { return false }
    return words.has(.bare, in: head..<head + 1, kinds)
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
