import RussianMorphology
import RussianText
import TextRules

// The period that a change is counted from.
extension IndicatorReader {
  /// The date that a change is counted from.
  func base(in window: Range<Int>, of amount: Range<Int>) -> DateSpan? {
    let dates = context.records(of: .date, in: window).filter {
      $0.tokens.overlaps(amount) || isBase($0, behind: amount)
    }
    let behind = dates.first { $0.tokens.lowerBound >= amount.upperBound }
    return (behind ?? dates.last).flatMap(context.period)
  }

  /// «прошлогодний», «ранее», «годом раньше»
  func hasBaseWord(in window: Range<Int>) -> Bool {
    var found = false
    kinds.forEachEntry(of: words[.base], in: window) { _, entry in
      if words.baseNotes[entry] == .inside { found = true }
    }
    return found
  }

  func isBase(_ date: MatchedRecord, _ piece: IndicatorPiece) -> Bool {
    // «годом раньше продали 80 тысяч» tells when; a change is counted from there.
    if !piece.isChange, date.tokens.upperBound <= piece.amount.lowerBound { return false }
    return isBase(date, behind: piece.amount)
  }

  /// «(+22 % к марту прошлого года), занятость …»
  func isBaseOfEarlier(_ date: MatchedRecord) -> Bool {
    guard
      let earlier = pieces.last(where: { $0.amount.upperBound <= date.tokens.lowerBound }),
      earlier.isChange
    else { return false }
    return isBase(date, behind: earlier.amount)
  }

  func isBase(_ date: MatchedRecord, behind amount: Range<Int>) -> Bool {
    let start = date.tokens.lowerBound
    let lower = max(range.lowerBound, start - Self.farthestBaseWord)
    let upper = min(range.upperBound, date.tokens.upperBound + 1)
    var isBase = false
    kinds.forEachEntry(of: words[.base], in: lower..<upper) { tokens, entry in
      switch words.baseNotes[entry] {
      case .inside:
        if tokens.upperBound > start - 1 { isBase = true }
      case .before:
        if tokens.upperBound <= start, !isCut(tokens.upperBound..<start), !isBound(tokens, date),
          isFollowed(tokens.upperBound, by: date)
        {
          isBase = true
        }
      case .behind:
        if tokens.upperBound <= start, start >= amount.upperBound, start - tokens.lowerBound <= 5,
          !hasComma(min(amount.upperBound, tokens.lowerBound)..<tokens.lowerBound),
          !isCut(tokens.upperBound..<start)
        {
          isBase = true
        }
      }
    }
    return isBase
  }

  /// How many words before a date the one may stand that makes it the date compared with: «по сравнению
  /// с 10–11 % в 2020 году».
  private static var farthestBaseWord: Int { 10 }

  /// «более чем на 5 млн в 2022 году»: the word belongs to the amount.
  private func isBound(_ tokens: Range<Int>, _ date: MatchedRecord) -> Bool {
    guard date.tokens.lowerBound - tokens.upperBound > 2 else { return false }
    var isBound = false
    kinds.forEachEntry(of: words[.bounds], in: max(range.lowerBound, tokens.lowerBound - 2)..<tokens.upperBound) {
      bound, _ in
      if bound.overlaps(tokens), bound.count > 1 { isBound = true }
    }
    return isBound
  }

  /// Whether only a value of that date stands between, or a few words.
  private func isFollowed(_ end: Int, by date: MatchedRecord) -> Bool {
    date.tokens.lowerBound - end < 5
      || chunks.contains {
        guard case .amount = $0.kind else { return false }
        return $0.tokens.lowerBound >= end && $0.tokens.upperBound <= date.tokens.lowerBound
      }
  }

  private func hasComma(_ tokens: Range<Int>) -> Bool { tokens.contains { context.isComma($0) } }

  private func isCut(_ tokens: Range<Int>) -> Bool {
    tokens.contains { token in
      guard let index = chunkIndex(at: token) else { return false }
      switch chunks[index].kind {
      case .comma, .finite, .stop: return true
      default: return false
      }
    }
  }
}
