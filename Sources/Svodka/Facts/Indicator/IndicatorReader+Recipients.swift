import RussianMorphology
import RussianSyntax
import RussianText
import TextRules

// To whom, where to and in what a value is told.
extension IndicatorReader {
  /// Whom a verb gives something, in the dative: «выделить авиакомпаниям», «передать Украине».
  func recipient(ofVerbAt verb: Int, besides top: Int? = nil) -> Range<Int>? {
    // Nobody is given a death: «погибли».
    guard kinds.hasAnalysis(verb, .PRTS) || kinds.hasAnalysis(verb, .tran) else { return nil }
    let tree = structure.tree(of: range)
    var found: Range<Int>?
    for child in tree.children(of: verb) where child != top && !isAmount(child) && !isDate(child) {
      switch tree.relation(of: child) {
      case .iobj, .obl, .obj: break
      default: continue
      }
      guard tree.preposition(of: child) == nil, tree.isIn(.datv, child),
        !kinds.hasAnalysis(child, .NPRO), !kinds.hasAnalysis(child, .nomn) || isDative(child, tree),
        !words.has(.adverbial, in: child..<child + 1, kinds)
      else { continue }
      let parts = wholePhrase(of: child, in: tree)
      if found != nil || isOwned(parts[0].lowerBound) { return nil }
      found = parts[0].lowerBound..<parts[parts.count - 1].upperBound
    }
    return found
  }

  /// «для помощи пострадавшим выделили»: the dative may be that of the noun before.
  private func isOwned(_ start: Int) -> Bool {
    var start = start
    while start > range.lowerBound, kinds.hasAnalysis(start - 1, [.PRTF, .datv]) { start -= 1 }
    guard start > range.lowerBound, let phrase = chunkIndex(at: start - 1).flatMap({ chunks[$0].phrase })
    else { return false }
    return phrase.preposition != nil && phrase.name == nil
  }

  /// «предоставить Киеву помощь на 5 млн»: whom the verb over the noun gives it.
  func recipient(of piece: IndicatorPiece, _ subject: IndicatorSubject) -> String? {
    guard piece.isSum, let head = subject.head, range.contains(head) else { return nil }
    let tree = structure.tree(of: range)
    var noun = tree.top(of: head)
    while tree.relation(of: noun) == .nmod, let above = tree.head(of: noun) { noun = above }
    guard tree.relation(of: noun) == .obj || tree.relation(of: noun) == .nsubj,
      let verb = tree.head(of: noun)
    else { return nil }
    return recipient(ofVerbAt: verb, besides: noun).map { lowered($0) }
  }

  /// «ветераны получат выплату в размере 5 тысяч»: for whom it is.
  func addRecipients(ofVerbAt verb: Int, to draft: inout IndicatorDraft) {
    // «мошенники получили субсидии»: who got them is not who they are for.
    guard words.has(.gaining, in: verb..<verb + 1, kinds), draft.organization == nil, !kinds.hasAnalysis(verb, .past),
      let head = draft.subject.head, range.contains(head), words.has(.grant, in: head..<head + 1, kinds)
    else { return }
    let tree = structure.tree(of: range)
    guard let subject = tree.child(of: verb, .nsubj), subject != tree.top(of: head),
      let phrase = chunkIndex(at: subject).flatMap({ chunks[$0].phrase }), phrase.name == nil,
      phrase.preposition == nil, kinds.hasAnalysis(phrase.head, [.NOUN, .plur, .nomn]),
      !words.has(.generic, in: phrase.head..<phrase.head + 1, kinds)
    else { return }
    draft.subject.name += " " + words[.forWhom].text(entry: 0, column: 0) + " " + chunker.genitiveName(of: phrase)
  }

  /// Whether the reading that the structure has chosen is a dative and no other case.
  private func isDative(_ word: Int, _ tree: FigureTree) -> Bool {
    tree.grammemes(of: word).contains(.datv) && !tree.grammemes(of: word).contains(.gent)
  }

  /// «100 кг в тротиловом эквиваленте»
  func addExpression(to draft: inout IndicatorDraft) {
    let end = (draft.amount ?? draft.match.tokens).upperBound
    guard draft.measure != nil, range.contains(end) else { return }
    var expressed: Range<Int>?
    kinds.forEachEntry(of: words[.expressed], in: end..<min(end + 4, range.upperBound)) { tokens, _ in
      if tokens.lowerBound == end { expressed = tokens }
    }
    guard let expressed else { return }
    let text = " " + kinds.text(of: expressed)
    // The subject may be that of the value before.
    if !draft.subject.name.hasSuffix(text) { draft.subject.name += text }
    draft.extend(over: expressed)
  }

  /// The verb whose object a measurable noun is: «выдал кредиты на 5 млн», «выплатил дивиденды в
  /// размере 5 млн».
  func event(over piece: IndicatorPiece, _ subject: IndicatorSubject) -> (verb: Int, entry: Int)? {
    var word = piece.word.lowerBound
    switch piece.form {
    case .metric where piece.isSum: break
    case .size:
      guard let head = subject.head, range.contains(head) else { return nil }
      word = head
    default: return nil
    }
    let tree = structure.tree(of: range)
    var noun = tree.top(of: word)
    // «выделить пакет помощи на 5 млн»
    while tree.relation(of: noun) == .nmod, tree.preposition(of: noun) == nil, let above = tree.head(of: noun), above < noun {
      noun = above
    }
    guard tree.relation(of: noun) == .obj, let verb = tree.head(of: noun) else { return nil }
    var found: Int?
    kinds.forEachEntry(of: words[.event], in: verb..<verb + 1) { _, entry in found = entry }
    return found.map { (verb, $0) }
  }
}
