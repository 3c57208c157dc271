import RussianMorphology
import RussianSyntax

/// The words that tell whether an event came about: lists of the rule file that makes the kind `event`.
struct EventWords {
  enum Reality {
    case told, denied, unreal
    /// Not yet, but somebody means to: «намерена купить», «купит».
    case planned
  }

  /// «Не», «ни».
  private let negation: CompiledLexicon?
  /// «Опровергнуть», «отказаться»: what hangs on them did not happen.
  private let denying: CompiledLexicon?
  /// «Если», «чтобы», «хотеть»: what hangs on them, or beside them, may not happen.
  private let unreal: CompiledLexicon?
  /// «Намереваться», «планировать»: what hangs on them is meant to happen. They are unreal, too.
  private let intending: CompiledLexicon?
  /// «План», «возможно».
  private let doubtful: CompiledLexicon?
  /// «Удаться», «суметь»: the infinitive behind them happened.
  private let managing: CompiledLexicon?
  /// «После»: what stands behind them came about, even where the verb above is denied.
  private let presupposing: CompiledLexicon?
  /// «Стать», «являться».
  private let linking: CompiledLexicon?
  /// «Этот», «данный».
  private let demonstrative: CompiledLexicon?
  /// «Состояться», «пройти»: what their subject names happened, if they did.
  private let happening: CompiledLexicon?
  /// «Ожидаться», «назначить»: what their subject names is still to come.
  private let coming: CompiledLexicon?
  /// «Компания»: nouns that stand for an organization named before, and the number of that kind.
  private let standIns: CompiledLexicon?
  private let organization: Int?
  /// «Он», «она», and the number of the kind of people.
  private let pronouns: CompiledLexicon?
  private let person: Int?
  /// «Актёр»: with an age beside them they stand for a person named before.
  private let titles: CompiledLexicon?
  private let personWords: CompiledLexicon?
  private let duration: Int?
  private let position: Int?

  init(_ rules: CompiledRules) {
    negation = rules.lexicon("event", "negation")
    denying = rules.lexicon("event", "denying")
    unreal = rules.lexicon("event", "unreal")
    intending = rules.lexicon("event", "intending")
    doubtful = rules.lexicon("event", "doubtful")
    managing = rules.lexicon("event", "managing")
    presupposing = rules.lexicon("event", "presupposing")
    standIns = rules.lexicon("event", "organization-noun")
    organization = rules.kindNumber("organization")
    pronouns = rules.lexicon("event", "person-pronoun")
    person = rules.kindNumber("person")
    titles = rules.lexicon("event", "person-noun")
    personWords = rules.lexicon("event", "person-word")
    duration = rules.kindNumber("duration")
    position = rules.kindNumber("position")
    linking = rules.lexicon("event", "linking")
    demonstrative = rules.lexicon("event", "demonstrative")
    happening = rules.lexicon("event", "happening")
    coming = rules.lexicon("event", "coming")
  }

  /// May a noun of the sentence stand for a record of one of the kinds?
  func hasStandIn(
    forOneOf kinds: [Int32], in sentence: Range<Int>, _ matcher: RuleMatcher
  ) -> Bool {
    if kinds.count == 1, kinds.first.map(Int.init) == organization, let standIns {
      return matcher.hasEntry(ofList: standIns.index, in: sentence)
    }
    guard let person, kinds.contains(Int32(person)) else { return false }
    if let pronouns, matcher.hasEntry(ofList: pronouns.index, in: sentence) { return true }
    guard kinds.count == 1, let duration else { return false }
    let told = matcher.recordKinds(in: sentence)
    guard told & StepMask.kind(Int32(duration)) != 0 else { return false }
    if let position, told & StepMask.kind(Int32(position)) != 0 { return true }
    return [titles, personWords].contains { list in
      list.map { matcher.hasEntry(ofList: $0.index, in: sentence) } ?? false
    }
  }

  /// «Эта», «данная»: the noun behind it stands for a name before.
  func isDemonstrative(_ word: Int, _ matcher: FrameMatcher) -> Bool {
    matcher.isEntry(ofList: demonstrative, word: word)
  }

  func isLink(_ word: Int, _ matcher: FrameMatcher) -> Bool {
    matcher.isEntry(ofList: linking, word: word)
  }

  /// Whether the text says that the event of a word happened.
  ///
  /// - Parameter isTrait: Whether the word says what somebody is, as «владелец» does: then only a verb
  ///   that links it with its subject tells, as in «не стал владельцем».
  func reality(
    of word: Int, isTrait: Bool, in tree: HeadTree, _ matcher: FrameMatcher
  ) -> Reality {
    var isDenied = isNegated(word, tree, matcher)
    if isHedged(word, tree, matcher) { return .unreal }
    var isPlanned = isToCome(word, tree)
    if isPlanned, isTrait { return .unreal }
    if isTrait {
      let head = tree.head(of: word)
      guard tree.isVerbal(word) || head >= 0 && isLink(head, matcher) else {
        return isDenied ? .denied : .told
      }
    }
    let grammemes = tree.grammemes(of: word)
    if grammemes.contains(.impr) { return .unreal }
    if grammemes.contains(.futr) { isPlanned = true }
    // «Встреча не состоялась», «планируется покупка»: the verb tells whether its subject came about.
    let verb = tree.head(of: word)
    if verb >= 0, tree.relation(of: word) == .nsubj, grammemes.contains(.NOUN) {
      let own = tree.grammemes(of: verb)
      if matcher.isEntry(ofList: intending, word: verb) {
        isPlanned = true
      } else if isUnreal(verb, matcher) || matcher.isEntry(ofList: coming, word: verb) {
        return .unreal
      }
      if matcher.isEntry(ofList: denying, word: verb) { isDenied.toggle() }
      if matcher.isEntry(ofList: happening, word: verb) {
        if own.intersects(Grammemes.futr.union(.INFN)) || isHedged(verb, tree, matcher)
          || isToCome(verb, tree)
        {
          return .unreal
        }
        if isNegated(verb, tree, matcher) { isDenied.toggle() }
      }
    }
    var word = word
    for step in 0..<4 {
      let head = tree.head(of: word)
      guard head >= 0, isGoverned(word, tree) else { break }
      if matcher.isEntry(ofList: denying, word: head) { isDenied.toggle() }
      let isInfinitive = tree.grammemes(of: word).contains(.INFN)
      let isUnreal = isUnreal(head, matcher)
      // «договорились построить», and not «договорились на встрече»
      let isMeant = (isInfinitive || isUnreal) && matcher.isEntry(ofList: intending, word: head)
      if isMeant { isPlanned = true }
      if isUnreal, !isMeant { return .unreal }
      if isInfinitive, !isMeant, tree.relation(of: word) != .conj,
        !matcher.isEntry(ofList: managing, word: head)
      {
        return .unreal
      }
      if step == 0 || isInfinitive {
        if isNegated(head, tree, matcher), !isPresupposed(word, tree, matcher) {
          isDenied.toggle()
        }
        // «Напомним, что …»
        let isTold = tree.relation(of: word) == .ccomp
        if !isTold, tree.grammemes(of: head).intersects(Grammemes.futr.union(.impr)) { return .unreal }
        if isHedged(head, tree, matcher) || isToCome(head, tree) { return .unreal }
      }
      word = head
    }
    if tree.grammemes(of: word).contains(.INFN), tree.head(of: word) < 0 { return .unreal }
    // «не намерена купить»: nothing is planned, and nobody says that it did not happen.
    if isPlanned { return isDenied ? .unreal : .planned }
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

  private func isPresupposed(_ word: Int, _ tree: HeadTree, _ matcher: FrameMatcher) -> Bool {
    tree.preposition(of: word).map { matcher.isEntry(ofList: presupposing, word: $0) } ?? false
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
      // «возможная покупка»
      case .amod: return matcher.isEntry(ofList: doubtful, word: child)
      default: return false
      }
    }
  }

  /// «будет куплена», «будет владельцем»
  private func isToCome(_ word: Int, _ tree: HeadTree) -> Bool {
    tree.children(of: word).contains { child in
      (tree.relation(of: child) == .aux || tree.relation(of: child) == .cop)
        && tree.grammemes(of: child).contains(.futr)
    }
  }
}
