import RussianMorphology
import RussianSyntax
import RussianText
import TextRules

// Sums whose verb stands with another: «на ремонт потратили 9 млн, на освещение — 14 млн».
extension IndicatorReader {
  /// One more sum of the verb told last, beside what it is for.
  mutating func readSumGap(_ figure: IndicatorPiece) -> Bool {
    guard let last = draftsOfSentence().last, let entry = last.transaction,
      let measure = figure.match.record("measure").flatMap(context.measure), isMoney(measure),
      let word = complement(before: figure.amount, behind: (last.amount ?? last.match.tokens).upperBound)
    else { return false }
    let transaction = words.transactions[entry]
    guard let preposition = chunks[word].phrase?.preposition, let head = chunks[word].phrase?.head,
      isTelling(head, structure.tree(of: range))
    else { return false }
    let form = words.preposition(at: preposition, in: kinds)
    let isTold = transaction.told.contains {
      $0.preposition == form && chunker.reading(of: chunks[word].phrase!, as: $0.grammemes) != nil
    }
    guard isTold else { return false }
    var draft = last
    draft.match = figure.match
    draft.measure = measure
    draft.amount = figure.amount
    draft.tokens = chunks[word].tokens.lowerBound..<figure.amount.upperBound
    let name = transaction.noun + " " + lowered(chunks[word].tokens)
    draft.subject = IndicatorSubject(name: name, genitive: name)
    draft.subject.tokens = draft.tokens
    add(draft)
    return true
  }

  /// The phrase with a preposition between the sign behind one sum and the dash before the other.
  func complement(before amount: Range<Int>, behind end: Int) -> Int? {
    let start = words.start(ofBoundBefore: amount.lowerBound, in: kinds)
    guard start > end, let dash = chunkIndex(at: start - 1), dash > 1, case .dash = chunks[dash].kind,
      chunks[dash - 1].phrase?.preposition != nil, chunks[dash - 1].tokens.lowerBound > end
    else { return nil }
    switch chunks[dash - 2].kind {
    case .comma, .stop: break
    case .other where words.isJoin(chunks[dash - 2].tokens.lowerBound, in: kinds): break
    default: return nil
    }
    // Nothing but what the sum before is for may stand between.
    let isNear = chunks[..<(dash - 2)].allSatisfy { chunk in
      guard chunk.tokens.lowerBound >= end else { return true }
      switch chunk.kind {
      case .nominal, .other, .date: return true
      default: return false
      }
    }
    return isNear ? dash - 1 : nil
  }
}
