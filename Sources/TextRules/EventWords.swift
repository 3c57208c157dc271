import RussianMorphology
import RussianSyntax

/// The words that tell whether an event came about: lists of the rule file that makes the kind `event`.
struct EventWords {
  enum Reality {
    case told, denied, unreal
  }

  /// «Не», «ни».
  private let negation: CompiledLexicon?
  /// «Опровергнуть», «отказаться»: what hangs on them did not happen.
  private let denying: CompiledLexicon?
  /// «Если», «чтобы», «хотеть»: what hangs on them, or beside them, may not happen.
  private let unreal: CompiledLexicon?
  /// «План», «возможно».
  private let doubtful: CompiledLexicon?
  /// «Удаться», «суметь»: the infinitive behind them happened.
  private let managing: CompiledLexicon?
  /// «Стать», «являться».
  private let linking: CompiledLexicon?
  /// «Компания»: nouns that stand for an organization named before, and the number of that kind.
  private let standIns: CompiledLexicon?
  private let organization: Int?

  init(_ rules: CompiledRules) {
    negation = rules.lexicon("event", "negation")
    denying = rules.lexicon("event", "denying")
    unreal = rules.lexicon("event", "unreal")
    doubtful = rules.lexicon("event", "doubtful")
    managing = rules.lexicon("event", "managing")
    standIns = rules.lexicon("event", "organization-noun")
    organization = rules.kindNumber("organization")
    linking = rules.lexicon("event", "linking")
  }

  /// May a noun of the sentence stand for a record of one of the kinds?
  func hasStandIn(
    forOneOf kinds: [Int32], in sentence: Range<Int>, _ matcher: RuleMatcher
  ) -> Bool {
    guard let standIns, let organization, kinds.contains(Int32(organization)), kinds.count == 1
    else { return false }
    return matcher.hasEntry(ofList: standIns.index, in: sentence)
  }

  func isLink(_ word: Int, _ matcher: FrameMatcher) -> Bool {
    matcher.isEntry(ofList: linking, word: word)
  }

  /// Whether the text says that the event of a word happened.
  func reality(of word: Int, in tree: HeadTree, _ matcher: FrameMatcher) -> Reality {
    var isDenied = isNegated(word, tree, matcher)
    if isHedged(word, tree, matcher) { return .unreal }
    let grammemes = tree.grammemes(of: word)
    if grammemes.intersects(Grammemes.futr.union(.impr)) { return .unreal }
    var word = word
    for step in 0..<4 {
      let head = tree.head(of: word)
      guard head >= 0, isGoverned(word, tree) else { break }
      if matcher.isEntry(ofList: denying, word: head) { isDenied.toggle() }
      if isUnreal(head, matcher) { return .unreal }
      let isInfinitive = tree.grammemes(of: word).contains(.INFN)
      if isInfinitive, tree.relation(of: word) != .conj,
        !matcher.isEntry(ofList: managing, word: head)
      {
        return .unreal
      }
      if step == 0 || isInfinitive {
        if isNegated(head, tree, matcher) { isDenied.toggle() }
        // «Напомним, что …»
        let isTold = tree.relation(of: word) == .ccomp
        if !isTold, tree.grammemes(of: head).intersects(Grammemes.futr.union(.impr)) { return .unreal }
        if isHedged(head, tree, matcher) { return .unreal }
      }
      word = head
    }
    if tree.grammemes(of: word).contains(.INFN), tree.head(of: word) < 0 { return .unreal }
    return isDenied ? .denied : .told
  }

  /// Does what stands above the word say whether its event came about? What is told of its subject
  /// does not.
  private func isGoverned(_ word: Int, _ tree: HeadTree) -> Bool {
    switch tree.relation(of: word) {
    case .obj, .iobj, .obl, .nmod, .xcomp, .ccomp, .csubj: true
    case .conj: tree.grammemes(of: word).contains(.INFN)
    default: false
    }
  }

  private func isUnreal(_ word: Int, _ matcher: FrameMatcher) -> Bool {
    matcher.isEntry(ofList: unreal, word: word) || matcher.isEntry(ofList: doubtful, word: word)
  }

  private func isNegated(_ word: Int, _ tree: HeadTree, _ matcher: FrameMatcher) -> Bool {
    tree.children(of: word).contains { child in
      if matcher.isEntry(ofList: negation, word: child) { return child < word }
      let isAuxiliary = tree.relation(of: child) == .aux || tree.relation(of: child) == .cop
      return isAuxiliary
        && tree.children(of: child).contains { matcher.isEntry(ofList: negation, word: $0) }
    }
  }

  /// Does a word beside it say that it is only possible: a conjunction, a particle, an adverb?
  private func isHedged(_ word: Int, _ tree: HeadTree, _ matcher: FrameMatcher) -> Bool {
    tree.children(of: word).contains { child in
      switch tree.relation(of: child) {
      case .mark, .advmod, .aux, .discourse, .parataxis, .cc:
        return isUnreal(child, matcher)
          || tree.grammemes(of: child).contains([.VERB, .futr])
            && tree.relation(of: child) == .aux
      // «возможная покупка»
      case .amod: return matcher.isEntry(ofList: doubtful, word: child)
      case .cop: return tree.grammemes(of: child).contains(.futr)
      default: return false
      }
    }
  }
}
