import RussianMorphology
import RussianText
import TextRules

// Amounts joined to one that has its word: «заготовлено 5 тонн песка, 7 тонн щебня и 300 мешков».
extension IndicatorReader {
  mutating func readJoined(_ figure: IndicatorPiece) -> Bool {
    guard let last = draftsOfSentence().last, let verb = verb(of: last),
      let record = figure.match.record("measure"), let measure = context.measure(record),
      case .quantity(let quantity) = measure.value, isStatistic(measure, isFirst: false),
      isJoined(figure.amount, to: (last.amount ?? last.match.tokens).upperBound),
      !hasVerb(behind: figure.amount)
    else { return false }
    var subject: IndicatorSubject?
    if let use = figureUse(ofVerbAt: verb) {
      let tree = structure.tree(of: range)
      let top = tree.top(of: figure.amount.lowerBound)
      subject = counted(figure, measure, top: top, verb: verb, use, tree)
    } else if let base = last.subject.base, quantity.unit != "item" {
      var piece = figure
      piece.word = verb..<verb + 1
      let object = object(of: piece, measure: measure, agent: nil)
      subject = object.map { IndicatorSubject(name: base + " " + $0, genitive: base) }
      subject?.base = base
    }
    guard var subject else { return false }
    subject.tokens = figure.amount
    var draft = last
    draft.match = figure.match
    draft.amount = nil
    draft.subject = subject
    draft.measure = measure
    draft.change = nil
    draft.verb = verb
    draft.tokens = figure.amount
    draft.place = place(behind: figure.amount) ?? last.place
    add(draft)
    return true
  }

  /// The verb of a count, or of what was made.
  private func verb(of draft: IndicatorDraft) -> Int? {
    guard draft.sentence == sentence, draft.change == nil, case .quantity? = draft.measure?.value else {
      return nil
    }
    if let verb = draft.verb { return verb }
    guard draft.match.ruleName.hasPrefix("indicator.happened") else { return nil }
    return draft.match.range("word")?.lowerBound
  }

  /// «задержаны 30 человек, 24 полицейских пострадали»: the amount has a verb of its own.
  func hasVerb(behind amount: Range<Int>) -> Bool {
    // «24 человека, среди них 22 ребёнка, пострадали»
    var isPart = false
    for chunk in chunks where chunk.tokens.lowerBound >= amount.upperBound {
      switch chunk.kind {
      case .finite: return true
      case .comma where isPart: isPart = false
      case .comma:
        let next = chunk.tokens.upperBound
        isPart = words.has(.part, in: next..<max(next, min(next + 4, range.upperBound)), kinds)
        if !isPart { return false }
      case .stop, .opening, .dash, .relative, .gerund: return false
      case .other where words.isJoin(chunk.tokens.lowerBound, in: kinds): return false
      default: break
      }
    }
    return false
  }

  /// «50 дач в Омске»: the place that a joined amount names itself.
  private func place(behind amount: Range<Int>) -> EntityReference? {
    for chunk in chunks where chunk.tokens.lowerBound >= amount.upperBound {
      guard let phrase = chunk.phrase else { return nil }
      guard let preposition = phrase.preposition else { continue }
      guard words.has(.where, in: preposition..<preposition + 1, kinds),
        let name = phrase.names.first, name.kind == placeKind
      else { return nil }
      return context.reference(to: name)
    }
    return nil
  }

  /// Whether nothing but what the amount before counts stands between, and a sign or «и».
  private func isJoined(_ amount: Range<Int>, to end: Int) -> Bool {
    let start = words.start(ofBoundBefore: amount.lowerBound, in: kinds)
    guard start > end, let last = chunkIndex(at: start - 1), let first = chunkIndex(at: end),
      first <= last
    else { return false }
    switch chunks[last].kind {
    case .comma: break
    case .other where kinds.hasAnalysis(start - 1, .CONJ): break
    default: return false
    }
    return chunks[first..<last].allSatisfy {
      switch $0.kind {
      case .nominal(let phrase):
        phrase.preposition == nil
          ? chunker.reading(of: phrase, as: .gent) != nil
          : phrase.names.first?.kind == placeKind
            || !words.has(.where, in: phrase.preposition!..<phrase.preposition! + 1, kinds)
      case .comma: last - first == 1
      case .other: context.buffer[$0.tokens.lowerBound].kind == .word && !kinds.hasAnalysis($0.tokens.lowerBound, .CONJ)
      default: false
      }
    }
  }
}
