import RussianMorphology
import RussianSyntax
import RussianText
import TextRules

// What the words around a change say of it.
extension IndicatorReader {
  mutating func readChange(_ piece: IndicatorPiece, _ window: Range<Int>) {
    guard var change = piece.change else { return }
    change.base = base(in: window, of: piece.amount)
    if case .noun = piece.form, readRate(piece, change, window) { return }
    if isNoChange(piece, change, window) { return }
    let found = subject(of: piece)
    if isOdd(change, of: found.subject(in: drafts)) { return }
    switch found {
    case .shared(let number):
      if drafts[number].change == nil {
        if !fits(change, drafts[number]) { return }
        drafts[number].change = change
        drafts[number].extend(over: piece.match.wholeTokens)
        return
      }
      var draft = draft(of: piece, drafts[number].subject, window)
      draft.change = change
      if !isOnlyForetold(draft, piece) { add(draft) }
    case .own(let subject):
      var draft = draft(of: piece, subject, window)
      draft.change = change
      draft.isNegated = isNegated(piece.word)
      if case .verb(.object) = piece.form { addAgent(of: piece, to: &draft) }
      if !isOnlyForetold(draft, piece) { add(draft) }
    case .none: return
    }
  }

  /// Whether the words compare two things, name a degree, or say of the change something else than
  /// its size.
  private func isNoChange(_ piece: IndicatorPiece, _ change: Change, _ window: Range<Int>) -> Bool {
    switch piece.form {
    // «втрое больше, чем у соседей», «превысили норму в 3 раза»
    case .comparative: return change.base == nil && !hasBaseWord(in: window)
    case .verb(.exceed):
      if change.base == nil, !hasBaseWord(in: window) { return true }
    // «снижение цены оценили в 5 %»
    case .noun:
      if !piece.match.ruleName.hasSuffix("-equals"), hasVerb(within: piece), !onlyOccurs(piece) {
        return true
      }
      // «о вероятном подорожании»
      let before = piece.word.lowerBound - 1
      if before >= range.lowerBound, words.has(.possible, in: before..<before + 1, kinds) { return true }
    default: break
    }
    if isOfSome(piece) { return true }
    // «опустится на 5 градусов ниже нуля»
    let end = piece.amount.upperBound
    return end < range.upperBound
      && (words.has(.beyond, in: end..<end + 1, kinds) || words.has(.faster, in: end..<end + 1, kinds))
  }

  /// «скорость 300 км/ч, поднимается на высоту до 21 тыс. м»: no speed rises to a height.
  private func fits(_ change: Change, _ draft: IndicatorDraft) -> Bool {
    guard let value = draft.measure?.value, let end = change.to?.value else { return true }
    guard value.kind == end.kind else { return false }
    if case .quantity(let quantity) = value, case .quantity(let other) = end {
      return quantity.unit == other.unit
    }
    return true
  }

  /// «44 % опрошенных сократили расходы на 20 %» is said of some alone, «потеряли 25 % техники» of the
  /// technics.
  private func isOfSome(_ piece: IndicatorPiece) -> Bool {
    if piece.match.ruleName == "change.gains" {
      // «Акции потеряли 5 % стоимости»: that is theirs.
      let end = piece.amount.upperBound
      return part(behind: piece.amount) != nil
        && !words.has(.metric, in: end..<max(end, min(end + 3, range.upperBound)), kinds)
    }
    guard case .verb(.object) = piece.form else { return false }
    let tree = structure.tree(of: range)
    guard let subject = tree.child(of: piece.word.lowerBound, .nsubj) else { return false }
    return isAmount(subject)
  }

  /// «темп роста цен составил 4 %»: a rate is a value of its own.
  private mutating func readRate(_ piece: IndicatorPiece, _ change: Change, _ window: Range<Int>) -> Bool {
    guard let index = chunkIndex(at: piece.word.lowerBound), let phrase = chunks[index].phrase,
      phrase.head < piece.word.lowerBound, phrase.tokens.contains(piece.word.lowerBound),
      words.has(.rate, in: phrase.head..<phrase.head + 1, kinds)
    else { return false }
    guard piece.match.ruleName.hasSuffix("-equals"), case .measure(let measure)? = change.by else {
      return true
    }
    var draft = draft(of: piece, subject(from: phrase), window)
    draft.measure = measure
    add(draft)
    return true
  }

  /// «снижение произошло на 5 %»: the verb says no more than that it did.
  private func onlyOccurs(_ piece: IndicatorPiece) -> Bool {
    chunks.allSatisfy {
      guard case .finite = $0.kind, $0.tokens.lowerBound >= piece.word.upperBound,
        $0.tokens.upperBound <= piece.amount.lowerBound
      else { return true }
      return words.has(.occurring, in: $0.tokens, kinds)
    }
  }

  /// «Ирак сократит добычу»: where, or by whom.
  private func addAgent(of piece: IndicatorPiece, to draft: inout IndicatorDraft) {
    let verb = piece.word.lowerBound
    if let agent = search(from: piece.word, verb: verb).phrase { return add(agent, to: &draft) }
    let tree = structure.tree(of: range)
    guard let subject = tree.child(of: verb, .nsubj) else { return }
    if let place = context.records(of: .place, in: range).first(where: { $0.tokens.contains(subject) }) {
      draft.place = draft.place ?? context.reference(to: place)
    } else if draft.organization == nil {
      draft.organization = agent(of: verb, besides: subject + 1)
    }
  }

  /// «Если в прошлом году цены упали на 2 %, то в этом выросли»: two periods are set against each
  /// other, nothing is supposed.
  var isContrast: Bool {
    guard !words.has(.wish, in: range, kinds), let start = chunks.firstIndex(where: {
      words.has(.if, in: $0.tokens, kinds)
    }) else { return false }
    var hasPast = false
    var hasDate = false
    var isClosed = false
    for chunk in chunks[start...] {
      switch chunk.kind {
      case .finite where !isClosed:
        guard kinds.hasAnalysis(chunk.tokens.lowerBound, .past) else { return false }
        hasPast = true
      case .date where !isClosed: hasDate = true
      case .comma: isClosed = hasPast
      default:
        if isClosed { return hasDate && words.has(.then, in: chunk.tokens, kinds) }
      }
    }
    return false
  }
}
