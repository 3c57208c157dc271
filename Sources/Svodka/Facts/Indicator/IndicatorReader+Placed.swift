import RussianMorphology
import RussianText
import TextRules

// Values of places, each beside its own: «наибольшее число безработных – в Томске (49 тыс. человек)
// и Омске (42 тыс. человек)», «по объёму инвестиций лидируют Томск (5 млн рублей) и Омск».
extension IndicatorReader {
  mutating func readPlaced(_ figure: IndicatorPiece) -> Bool {
    guard let record = figure.match.record("measure"), let measure = context.measure(record),
      let place = place(before: figure.amount)
    else { return false }
    let before = draftsOfSentence().last { $0.isPlaced }
    guard let subject = before.map(\.subject) ?? comparedSubject(before: place.tokens.lowerBound),
      before == nil || before?.measure?.value.kind == measure.value.kind, fits(measure, subject)
    else { return false }
    var piece = figure
    if let head = subject.head { piece.word = head..<head + 1 }
    var draft = draft(of: piece, subject, figureWindow(figure))
    draft.measure = measure
    draft.place = place.reference
    draft.isPlaced = true
    if let before {
      draft.period = before.period
      draft.status = before.status
    }
    draft.tokens = place.tokens.lowerBound..<figure.amount.upperBound
    add(draft)
    return true
  }

  /// The one place that stands right before «(5 млн)» or «— 5 млн».
  private func place(
    before amount: Range<Int>
  ) -> (reference: EntityReference, tokens: Range<Int>)? {
    let token = words.start(ofBoundBefore: amount.lowerBound, in: kinds) - 1
    guard token > range.lowerBound, let index = chunkIndex(at: token), index > 0,
      let phrase = chunks[index - 1].phrase, let name = phrase.names.last, name.kind == placeKind,
      name.tokens.upperBound == phrase.tokens.upperBound, phrase.names.count == 1
    else { return nil }
    switch chunks[index].kind {
    case .opening: break
    case .dash:
      // «в Томске, Омске и Туле — 5 %» is of all of them.
      if index > 1, kinds.hasAnalysis(chunks[index - 2].tokens.lowerBound, .CONJ) { return nil }
      guard let preposition = phrase.preposition,
        words.has(.where, in: preposition..<preposition + 1, kinds)
      else { return nil }
    default: return nil
    }
    if let preposition = phrase.preposition,
      !words.has(.where, in: preposition..<preposition + 1, kinds)
    {
      return nil
    }
    return context.reference(to: name).map { ($0, chunks[index - 1].tokens) }
  }

  /// What is compared: the measurable subject of a verb that only shows it, or the noun behind «по».
  private func comparedSubject(before end: Int) -> IndicatorSubject? {
    for (index, chunk) in chunks.enumerated() where chunk.tokens.upperBound <= end {
      guard let phrase = chunk.phrase, phrase.name == nil,
        words.has(.metric, in: phrase.head..<phrase.head + 1, kinds)
      else { continue }
      if let preposition = phrase.preposition {
        guard words.has(.by, in: preposition..<preposition + 1, kinds),
          chunker.reading(of: phrase, as: .datv) != nil
        else { continue }
        return compared(phrase)
      }
      guard chunker.nominative(phrase) != nil, onlyShows(from: index + 1, before: end) else { return nil }
      return compared(phrase)
    }
    return nil
  }

  /// «наблюдается в Томске», «— в Томске»: nothing else is said of the subject.
  private func onlyShows(from index: Int, before end: Int) -> Bool {
    var isShown = false
    for chunk in chunks[index...] where chunk.tokens.lowerBound < end {
      switch chunk.kind {
      case .finite:
        guard words.has(.showing, in: chunk.tokens, kinds) else { return false }
        isShown = true
      case .dash: isShown = true
      case .relative, .gerund, .infinitive, .pronoun: return false
      default: break
      }
    }
    return isShown
  }

  /// The phrase without what ranks it: «наибольшее число» is «число».
  private func compared(_ phrase: NominalPhrase) -> IndicatorSubject {
    var phrase = phrase
    while phrase.tokens.lowerBound < phrase.head,
      words.has(.rank, in: phrase.tokens.lowerBound..<phrase.tokens.lowerBound + 1, kinds)
    {
      phrase.tokens = phrase.tokens.lowerBound + 1..<phrase.tokens.upperBound
    }
    var subject = IndicatorSubject(phrase, chunker, context)
    addAttributes(of: phrase, to: &subject)
    return subject
  }

  /// A number of people is no percentage, nor a level a sum.
  private func fits(_ measure: Measure, _ subject: IndicatorSubject) -> Bool {
    guard let head = subject.head, range.contains(head),
      words.has(.counting, in: head..<head + 1, kinds)
    else { return true }
    if case .quantity = measure.value { return true }
    return false
  }
}
