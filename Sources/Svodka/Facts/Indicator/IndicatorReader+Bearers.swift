import RussianMorphology
import RussianSyntax
import RussianText
import TextRules

// Whose a value is that a noun has: «понесла убыток в 5 млн», «газ поставляется по цене 100 долларов»,
// «завод, стоимость которого оценивается в 5 млрд», «торговый центр «Океан» оценивается в 5 млрд».
extension IndicatorReader {
  /// Adds who got, lent or owes the sum, or whose price it is.
  func addBearer(of piece: IndicatorPiece, to draft: inout IndicatorDraft) {
    guard let measure = draft.measure, isMoney(measure), let head = draft.subject.head,
      range.contains(head), draft.subject.organization == nil
    else { return }
    switch piece.form {
    case .metric, .size: break
    default: return
    }
    let tree = structure.tree(of: range)
    let noun = tree.top(of: head)
    if addThing(pricedAt: noun, to: &draft, tree) { return }
    guard tree.relation(of: noun) == .obj, let verb = tree.head(of: noun),
      let whose = whose(ofObjectOf: verb)
    else { return }
    let owner = owner(ofVerbAt: verb, besides: noun, whose, tree)
    if owner.isNamed {
      draft.organization = owner.organization
      draft.place = owner.place ?? draft.place
    } else if let genitive = owner.genitive, !draft.subject.name.contains(" ") {
      draft.subject.name += " " + genitive
    }
  }

  /// «Казахстан вывез 70 млн тонн»: the country that the structure of the sentence gives as the subject.
  func addMaker(of piece: IndicatorPiece, to draft: inout IndicatorDraft) {
    let tree = structure.tree(of: range)
    let verb = tree.top(of: piece.word.lowerBound)
    let amount = tree.top(of: piece.amount.lowerBound)
    let owner = owner(ofVerbAt: verb, besides: amount, .subject, tree)
    draft.organization = owner.organization
    draft.place = owner.place
  }

  /// Whose the sum is that a noun which is the object of the verb has.
  private func whose(ofObjectOf verb: Int) -> Transaction.Whose? {
    if words.has(.bearing, in: verb..<verb + 1, kinds) { return .subject }
    let whose = entry(ofVerbAt: verb, "").map { words.transactions[$0].whose }
    return whose == .subject ? whose : nil
  }

  /// «поставки газа по цене», «газ поставляется по цене», «получает газ по цене»
  private func addThing(
    pricedAt noun: Int, to draft: inout IndicatorDraft, _ tree: FigureTree
  ) -> Bool {
    guard !draft.subject.name.contains(" "), words.has(.price, in: noun..<noun + 1, kinds),
      let preposition = tree.preposition(of: noun), words.has(.by, in: preposition..<preposition + 1, kinds),
      let head = tree.head(of: noun)
    else { return false }
    let thing: Int?
    if tree.grammemes(of: head).contains(.NOUN) {
      thing = words.has(.process, in: head..<head + 1, kinds) ? owned(by: head, tree) : head
    } else {
      thing = patient(ofVerbAt: head, besides: noun, tree)
        ?? (kinds.hasAnalysis(head, [.VERB, .intr]) ? subject(ofVerbAt: head, besides: noun, tree) : nil)
    }
    guard let thing, !isAmount(thing), let genitive = genitive(at: thing, tree) else { return false }
    draft.subject.name += " " + genitive
    return true
  }

  private func owned(by noun: Int, _ tree: FigureTree) -> Int? {
    tree.children(of: noun).first {
      tree.relation(of: $0) == .nmod && tree.isIn(.gent, $0) && tree.child(of: $0, .case) == nil
    }
  }

  // MARK: Subjects of verbs of amount

  /// «завод, стоимость которого оценивается в 5 млрд»: стоимость завода.
  func subjectOwned(byRelativeBefore verb: Int) -> IndicatorSubject? {
    guard let end = chunkIndex(at: verb),
      let index = chunks[..<end].lastIndex(where: {
        if case .relative = $0.kind { true } else { false }
      }), index > 1, kinds.hasAnalysis(chunks[index].tokens.lowerBound, .gent),
      case .comma = chunks[index - 2].kind, let phrase = chunks[index - 1].phrase,
      phrase.preposition == nil, let reading = chunker.nominative(phrase),
      chunker.agrees(reading, withVerbAt: verb),
      !chunks[index..<end].contains(where: { if case .finite = $0.kind { true } else { false } })
    else { return nil }
    guard let named = antecedent(ofRelativeAt: chunks[index].tokens.lowerBound, before: index - 2) else {
      return nil
    }
    var subject = IndicatorSubject(phrase, chunker, context)
    // «ракеты Storm Shadow, дальность которых»: they are the rockets'.
    if named.name?.kind == organizationKind
      || words.has(.genericOrganization, in: named.head..<named.head + 1, kinds)
    {
      subject.organization = named.names.first { $0.kind == organizationKind }
      if subject.organization != nil { return subject }
    }
    guard let genitive = genitive(at: named.head, structure.tree(of: range))
    else { return nil }
    subject.name += " " + genitive
    return subject
  }

  /// The nearest noun before the comma that agrees with «которого» and names no place.
  private func antecedent(ofRelativeAt relative: Int, before comma: Int) -> NominalPhrase? {
    var index = comma - 1
    // «участок на юго-востоке, площадь которого»: the one that is nearer may only say where.
    var nearest: NominalPhrase?
    while index >= 0, comma - index < 5 {
      switch chunks[index].kind {
      case .nominal(let phrase):
        let agrees = chunker.nounReadings(of: phrase).contains { noun in
          kinds.hasAnalysis(relative, noun.contains(.plur) ? .plur : noun.intersection(.genders))
        }
        if phrase.name?.kind != placeKind, agrees || phrase.name != nil {
          let isWhere = phrase.preposition.map { words.has(.where, in: $0..<$0 + 1, kinds) } ?? false
          if !isWhere { return nearest == nil || phrase.name == nil ? phrase : nearest }
          nearest = nearest ?? phrase
        }
      case .date, .other, .amount: break
      default: return nearest
      }
      index -= 1
    }
    return nearest
  }

  /// What a name is worth: «стоимость торгового центра «Океан»».
  func valued(
    _ subject: IndicatorSubject, _ level: IndicatorWords.Level?, _ measure: Measure
  ) -> IndicatorSubject? {
    guard subject.isName || isPerson(subject), subject.place == nil, isMoney(measure), let noun = level?.noun, !noun.isEmpty,
      let head = subject.head, range.contains(head),
      let genitive = genitive(at: head, structure.tree(of: range))
    else { return nil }
    var valued = subject
    valued.isName = false
    valued.name = noun + " " + genitive
    return valued
  }

  private func isPerson(_ subject: IndicatorSubject) -> Bool {
    guard let tokens = subject.named, range.contains(tokens.lowerBound), let head = subject.head else {
      return false
    }
    return kinds.hasAnalysis(head, [.NOUN, .anim]) && !context.records(of: .person, in: tokens).isEmpty
  }

  // MARK: Dismissals

  /// «компания сократит 600 рабочих мест»: who does it is told.
  mutating func readDismissal(_ figure: IndicatorPiece) -> Bool {
    guard words.has(.dismissing, in: range, kinds), words.has(.employee, in: figure.amount, kinds),
      let record = figure.match.record("measure"), let measure = context.measure(record)
    else { return false }
    let tree = structure.tree(of: range)
    let top = tree.top(of: figure.amount.lowerBound)
    guard words.preposition(before: figure.amount.lowerBound, in: kinds).isEmpty,
      let verb = verb(overSum: top, tree), words.has(.dismissing, in: verb..<verb + 1, kinds),
      let use = figureUse(ofVerbAt: verb),
      let organization = employer(ofVerbAt: verb, besides: top, tree)
    else { return false }
    var piece = figure
    piece.form = .figure
    piece.word = verb..<verb + 1
    if isUnreal(piece) || !isAsserted(piece) || !isAssertedVerb(verb, tree) { return true }
    guard let object = object(of: piece, measure: measure, agent: nil) else { return true }
    let name = words.figureNouns[use] + " " + object
    var subject = IndicatorSubject(name: name, genitive: name)
    subject.tokens = min(verb, figure.amount.lowerBound)..<max(verb + 1, figure.amount.upperBound)
    var draft = draft(of: piece, subject, figureWindow(figure))
    draft.measure = measure
    draft.tokens = figure.amount
    draft.extend(over: piece.word)
    draft.organization = organization
    add(draft)
    return true
  }

  /// «поисковик «Тобол» сократит»
  private func employer(ofVerbAt verb: Int, besides top: Int, _ tree: FigureTree) -> EntityReference? {
    let owner = owner(ofVerbAt: verb, besides: top, .subject, tree)
    return owner.organization ?? owner.mentioned
  }
}
