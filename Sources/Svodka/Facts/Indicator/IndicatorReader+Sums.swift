import RussianMorphology
import RussianSyntax
import RussianText
import TextRules

// Sums that change hands: what they are for and whose they are is read off the government of the
// verb: «получила от области 5 млн на ремонт», «картина продана за 5 млн», «оштрафован на 5 млн».
extension IndicatorReader {
  /// Whether the sum is that of a verb of the list, told or not.
  mutating func readSum(_ figure: IndicatorPiece) -> Bool {
    guard !figure.isRow, let record = figure.match.record("measure"),
      let measure = context.measure(record), isMoney(measure), words.has(.transaction, in: range, kinds)
    else { return false }
    let tree = structure.tree(of: range)
    guard let (verb, entry) = transaction(over: figure.amount, tree) else { return false }
    var piece = figure
    piece.form = .figure
    piece.word = verb..<verb + 1
    if isUnreal(piece) || !isAsserted(piece) || !isAssertedVerb(verb, tree) { return true }
    if isOfClass(verb, besides: tree.top(of: figure.amount.lowerBound), tree) { return true }
    guard let sum = sum(figure, verb, words.transactions[entry], tree) else {
      // «выделил 5 млн рублей финансовой помощи» tells what for by a genitive.
      return part(behind: figure.amount) == nil
    }
    var draft = draft(of: piece, sum.subject, figureWindow(figure))
    draft.measure = measure
    draft.tokens = figure.amount
    draft.extend(over: piece.word)
    draft.verb = verb
    draft.transaction = entry
    draft.organization = sum.owner.organization
    draft.place = sum.owner.place ?? draft.place.flatMap { isPlace($0, of: verb, tree) ? $0 : nil }
    add(draft)
    return true
  }

  /// Whether a place hangs on the verb, with no other verb between.
  private func isPlace(_ place: EntityReference, of verb: Int, _ tree: FigureTree) -> Bool {
    context.records(of: .place, in: range).contains { record in
      guard context.reference(to: record) == place else { return false }
      var word = tree.top(of: record.tokens.lowerBound)
      for _ in 0..<20 where word != verb {
        guard let head = tree.head(of: word), head == verb || !isVerb(head, tree) else { return false }
        word = head
      }
      return word == verb
    }
  }

  private func isVerb(_ word: Int, _ tree: FigureTree) -> Bool {
    tree.grammemes(of: word).intersects(.VERB.union(.PRTS).union(.INFN).union(.GRND).union(.PRTF))
  }

  // MARK: The verb

  /// The verb that governs the sum with the preposition that stands before it.
  private func transaction(
    over amount: Range<Int>, _ tree: FigureTree
  ) -> (verb: Int, entry: Int)? {
    let preposition = words.preposition(before: amount.lowerBound, in: kinds)
    let top = tree.top(of: amount.lowerBound)
    if preposition.isEmpty, let told = participle(before: top, tree) { return told }
    guard let verb = verb(overSum: top, tree) else { return nil }
    guard let entry = entry(ofVerbAt: verb, preposition) else { return nil }
    // «поступило требование об уплате 5 млн»: it is no money that comes in.
    if words.transactions[entry].whose == .nobody, kinds.hasAnalysis(verb, [.VERB, .intr]),
      tree.children(of: verb).contains(where: { tree.relation(of: $0) == .nsubj && $0 != top && !isAmount($0) }),
      !words.transactions[entry].tellsSource
    {
      return nil
    }
    // «получил штрафы в 2 млн и 5 млн рублей»: something else is got.
    if preposition.isEmpty, !words.transactions[entry].tellsSource,
      tree.children(of: verb).contains(where: {
        tree.relation(of: $0) == .obj && $0 != top && !isAmount($0) && !isRecipient($0, tree)
      })
    {
      return nil
    }
    return (verb, entry)
  }

  /// «потраченные на рекламу 3 млн рублей»
  private func participle(before top: Int, _ tree: FigureTree) -> (verb: Int, entry: Int)? {
    for child in tree.children(of: top)
    where child < top && tree.grammemes(of: child).contains([.PRTF, .pssv]) {
      if let entry = entry(ofVerbAt: child, "") { return (child, entry) }
    }
    return nil
  }

  func entry(ofVerbAt verb: Int, _ preposition: String) -> Int? {
    var found: Int?
    kinds.forEachEntry(of: words[.transaction], in: verb..<verb + 1) { tokens, entry in
      if words.transactions[entry].prepositions.contains(preposition) { found = entry }
    }
    return found
  }

  /// The verb above the sum: what stands between belongs to the verb too, however the sum hangs on
  /// it: «потратила на ремонт склада 5 млн».
  func verb(overSum top: Int, _ tree: FigureTree) -> Int? {
    var word = top
    for _ in 0..<4 {
      guard let head = tree.head(of: word) else { return nil }
      if isVerb(head, tree) { return isApart(head, top) ? nil : head }
      switch tree.relation(of: word) {
      case .nmod, .obl, .appos:
        guard head < top, !isAmount(head) else { return nil }
        word = head
      default: return nil
      }
    }
    return nil
  }

  /// Whether a sign, a bracket or another verb stands between the verb and the sum.
  private func isApart(_ verb: Int, _ top: Int) -> Bool {
    chunks.contains {
      guard $0.tokens.lowerBound > min(verb, top), $0.tokens.upperBound <= max(verb, top) else {
        return false
      }
      switch $0.kind {
      case .comma, .dash, .stop, .opening, .closing, .relative, .finite: return true
      default: return false
      }
    }
  }

  /// «граждане, потратившие на лечение 50 тысяч», «семьи, которые купили дом за 5 млн»: some people,
  /// not a sum.
  private func isOfClass(_ verb: Int, besides top: Int, _ tree: FigureTree) -> Bool {
    guard tree.relation(of: verb) == .acl || tree.grammemes(of: verb).contains([.PRTF, .actv]),
      let host = tree.head(of: verb), host != top, tree.grammemes(of: host).contains([.NOUN, .plur])
    else { return false }
    return !owner(at: host, tree).isNamed
  }

  // MARK: What and whose

  private func sum(
    _ figure: IndicatorPiece, _ verb: Int, _ transaction: Transaction, _ tree: FigureTree
  ) -> (subject: IndicatorSubject, owner: SumOwner)? {
    let top = tree.top(of: figure.amount.lowerBound)
    let owner = owner(ofVerbAt: verb, besides: top, transaction.whose, tree)
    var parts = parts(of: verb, top, transaction, tree)
    if transaction.whose == .recipient, owner.isNamed { parts.removeAll { $0.isRecipient } }
    var names = [transaction.noun]
    if let own = ownNoun(of: top, figure, tree) {
      guard !parts.isEmpty || owner.isKnown else { return nil }
      names = [own] + [owner.genitive].compactMap(\.self)
    } else {
      let isTold =
        switch transaction.least {
        case .what: !parts.isEmpty
        case .who: owner.isKnown
        case .any: !parts.isEmpty || owner.isKnown
        case .named: !parts.isEmpty || owner.isTelling
        }
      guard isTold else { return nil }
      if transaction.whose != .recipient, !transaction.tellsObject, let genitive = owner.genitive { names.append(genitive) }
    }
    let name = (names + parts.map(\.text)).joined(separator: " ")
    var subject = IndicatorSubject(name: name, genitive: name)
    subject.tokens = min(verb, figure.amount.lowerBound)..<max(verb + 1, figure.amount.upperBound)
    return (subject, owner)
  }

  /// «5 млн рублей чистой прибыли», «5 млн рублей налогов»: what the sum itself is.
  private func ownNoun(of top: Int, _ figure: IndicatorPiece, _ tree: FigureTree) -> String? {
    let behind = figure.amount.upperBound
    guard let owned = tree.children(of: top).first(where: {
      $0 >= behind && tree.relation(of: $0) == .nmod && tree.isIn(.gent, $0)
        && tree.child(of: $0, .case) == nil && chunker.name(at: $0) == nil
        && words.has(.metric, in: $0..<$0 + 1, kinds)
    }) else { return nil }
    let parts = wholePhrase(of: owned, in: tree)
    guard parts[0].lowerBound == behind else { return nil }
    return chunker.name(of: parts[0]) + (parts.count > 1 ? " " + kinds.text(of: parts[1]) : "")
  }

  private struct SumPart {
    var order: Int
    var text: String
    var isRecipient = false
  }

  /// What the name goes on with, in the order of the text; the object first.
  private func parts(
    of verb: Int, _ top: Int, _ transaction: Transaction, _ tree: FigureTree
  ) -> [SumPart] {
    var parts: [SumPart] = []
    var candidates = tree.children(of: verb) + tree.children(of: top)
    // «на ремонт планируется потратить»
    if tree.relation(of: verb) == .xcomp || tree.relation(of: verb) == .csubj,
      let head = tree.head(of: verb)
    {
      candidates += tree.children(of: head).filter { tree.relation(of: $0) == .obl }
    }
    for word in candidates
    where !isAmount(word) && !isDate(word) && isTelling(word, tree)
      && !isOfNextSum(word, behind: max(verb, top))
    {
      if let preposition = tree.preposition(of: word) {
        let form = words.preposition(at: preposition, in: kinds)
        let isTold = transaction.told.contains {
          $0.preposition == form && tree.isIn($0.grammemes, word)
        }
        if isTold { parts.append(SumPart(order: word, text: phraseText(from: preposition, word, tree))) }
      } else if transaction.tellsRecipient, isRecipient(word, tree) {
        parts.append(SumPart(order: word, text: phraseText(from: word, word, tree), isRecipient: true))
      }
    }
    parts.sort { $0.order < $1.order }
    let first: Int? =
      transaction.tellsObject ? patient(ofVerbAt: verb, besides: top, tree)
      : transaction.tellsSource ? agent(ofVerbAt: verb, besides: top, tree) : nil
    guard transaction.tellsObject || transaction.tellsSource else { return parts }
    // «продал 5 картин за 3 млн»
    if transaction.tellsObject, first == nil, let counted = countedObject(of: verb, besides: top, tree) {
      return [SumPart(order: counted.lowerBound, text: kinds.text(of: counted))] + parts
    }
    guard let first, let text = genitive(at: first, tree),
      transaction.tellsObject || !kinds.hasAnalysis(first, [.NOUN, .anim])
    else { return [] }
    return [SumPart(order: first, text: text)] + parts
  }

  private func countedObject(of verb: Int, besides top: Int, _ tree: FigureTree) -> Range<Int>? {
    let object = tree.children(of: verb).first {
      (tree.relation(of: $0) == .obj || tree.relation(of: $0) == .nsubj) && $0 != top && isAmount($0)
    }
    guard let object, let figure = figures.first(where: { $0.amount.contains(object) }),
      let record = figure.match.record("measure"), !isMoney(context.value(of: record))
    else { return nil }
    // «20 % акций банка»
    let owned = tree.children(of: object).first {
      $0 >= figure.amount.upperBound && tree.relation(of: $0) == .nmod && tree.isIn(.gent, $0)
        && tree.child(of: $0, .case) == nil
    }
    let end = owned.map { wholeTokens(of: $0, tree).upperBound } ?? figure.amount.upperBound
    return figure.amount.lowerBound..<quoteEnd(of: figure.amount.lowerBound..<end)
  }

  private func isMoney(_ value: MentionValue) -> Bool {
    if case .money = value { true } else { false }
  }

  /// «потратили на ремонт 9 млн, на освещение — 14 млн»: what another sum is for.
  private func isOfNextSum(_ word: Int, behind end: Int) -> Bool {
    guard word > end else { return false }
    if isApart(end, word) { return true }
    guard let index = chunkIndex(at: word), index + 1 < chunks.count else { return false }
    if case .dash = chunks[index + 1].kind { return true }
    return false
  }

  func isRecipient(_ word: Int, _ tree: FigureTree) -> Bool {
    switch tree.relation(of: word) {
    case .iobj, .obl, .obj, .nmod: tree.isIn(.datv, word) && tree.child(of: word, .case) == nil
    default: false
    }
  }

  func owner(
    ofVerbAt verb: Int, besides top: Int, _ whose: Transaction.Whose, _ tree: FigureTree
  ) -> SumOwner {
    let node: Int? =
      switch whose {
      case .subject: agent(ofVerbAt: verb, besides: top, tree)
      case .object: patient(ofVerbAt: verb, besides: top, tree)
      case .recipient: tree.children(of: verb).first { isRecipient($0, tree) && !isAmount($0) }
      case .nobody: nil
      }
    return node.map { owner(at: $0, tree) } ?? SumOwner()
  }

  // MARK: Who does it, and to what

  /// The word that names who does what the verb says, in every form of the verb.
  private func agent(ofVerbAt verb: Int, besides top: Int, _ tree: FigureTree) -> Int? {
    let grammemes = tree.grammemes(of: verb)
    if grammemes.contains(.PRTF) {
      return grammemes.contains(.actv) ? tree.head(of: verb) : instrument(of: verb, tree)
    }
    if grammemes.contains(.PRTS) { return instrument(of: verb, tree) }
    return subject(ofVerbAt: verb, besides: top, tree)
  }

  private func instrument(of verb: Int, _ tree: FigureTree) -> Int? {
    tree.children(of: verb).first {
      tree.isIn(.ablt, $0) && tree.child(of: $0, .case) == nil && !isAmount($0)
        && tree.grammemes(of: $0).contains(.NOUN)
    }
  }

  /// The subject of a verb, of the one that it is joined to or hangs on, or what a relative clause
  /// belongs to.
  func subject(ofVerbAt verb: Int, besides top: Int, _ tree: FigureTree) -> Int? {
    var word = verb
    for _ in 0..<4 {
      let own = tree.children(of: word).first {
        tree.relation(of: $0) == .nsubj && $0 != top && !isAmount($0)
      }
      if let own {
        guard words.has(.relative, in: own..<own + 1, kinds) else {
          return word == verb || mayGovern(own, verb) ? own : nil
        }
        return tree.relation(of: word) == .acl ? tree.head(of: word) : nil
      }
      guard let head = tree.head(of: word) else { return nil }
      if kinds.hasAnalysis(word, .INFN), let governor = tree.head(of: head),
        words.has(.obliging, in: governor..<governor + 1, kinds), tree.relation(of: head) == .obj
      {
        return head
      }
      switch tree.relation(of: word) {
      case .conj, .advcl:
        guard tree.relation(of: word) == .conj || kinds.hasAnalysis(word, .GRND) else { return nil }
      case .xcomp:
        guard tree.grammemes(of: head).intersects(.VERB.union(.PRTS).union(.INFN).union(.ADJS)) else {
          return nil
        }
        // «обязал компанию выплатить»
        if let object = tree.child(of: head, .obj), !isAmount(object) { return object }
        if words.has(.obliging, in: head..<head + 1, kinds) { return nil }
      default: return nil
      }
      word = head
    }
    return nil
  }

  /// Whether the subject of one verb may be that of another: «суд получит 10 млн, ещё 11 млн направят».
  private func mayGovern(_ subject: Int, _ verb: Int) -> Bool {
    guard let index = chunkIndex(at: subject), let phrase = chunks[index].phrase,
      let reading = chunker.nominative(phrase)
    else { return false }
    return chunker.agrees(reading, withVerbAt: verb)
  }

  /// What is bought, sold or fined.
  func patient(ofVerbAt verb: Int, besides top: Int, _ tree: FigureTree) -> Int? {
    let grammemes = tree.grammemes(of: verb)
    if grammemes.contains([.PRTF, .pssv]) { return tree.head(of: verb) }
    let wanted: Relation = grammemes.contains(.PRTS) ? .nsubj : .obj
    if wanted == .nsubj { return subject(ofVerbAt: verb, besides: top, tree) }
    let object = tree.children(of: verb).first {
      tree.relation(of: $0) == wanted && $0 != top && !isAmount($0)
    }
    guard let object, words.has(.relative, in: object..<object + 1, kinds) else { return object }
    return tree.relation(of: verb) == .acl ? tree.head(of: verb) : nil
  }}
