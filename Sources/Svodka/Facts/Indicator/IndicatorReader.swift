import RussianMorphology
import RussianText
import TextRules

/// Reads the indicators and changes of a document, sentence by sentence and from left to right.
///
/// - Complexity: O(*n*) in the number of tokens of the sentences that have any.
struct IndicatorReader {
  let words: IndicatorWords
  let context: FactContext
  let chunker: ChunkReader

  var drafts: [IndicatorDraft] = []
  /// The sentence that is being read, its chunks and its pieces.
  var sentence = 0
  var range = 0..<0
  var chunks: [Chunk] = []
  var clauses: ClauseMap
  var pieces: [IndicatorPiece] = []
  /// The amounts that the rules tie to no word.
  var figures: [IndicatorPiece] = []
  let structure: FigureStructure
  let standIns: StandIns
  let scenes = ToldScenes()
  /// What the sentence names, and the two before it.
  let named: SentenceRecords
  let namedBefore: [SentenceRecords]
  /// How many drafts there were when the sentence began.
  private(set) var firstDraft = 0

  let placeKind: Int?
  let organizationKind: Int?

  init(words: IndicatorWords, context: FactContext) {
    self.words = words
    self.context = context
    chunker = ChunkReader(
      context: context.kinds, complements: words[.complement], relatives: words[.relative],
      stops: words[.size], sources: words[.source])
    clauses = ClauseMap([], words, in: context.kinds)
    structure = FigureStructure(context.kinds, bounds: words[.bounds])
    standIns = StandIns(context)
    named = SentenceRecords(context)
    placeKind = context.kinds.matcher.rules.kindNumber(MentionKind.place.rawValue)
    organizationKind = context.kinds.matcher.rules.kindNumber(MentionKind.organization.rawValue)
    namedBefore = [SentenceRecords(context), SentenceRecords(context)]
  }

  var kinds: KindContext { context.kinds }

  mutating func facts(of matches: [KeptMatch]) -> [Fact] {
    var next = 0
    for (number, tokens) in context.buffer.sentences.enumerated() where next < matches.count {
      var own: [IndicatorPiece] = []
      while next < matches.count, matches[next].tokens.lowerBound < Int(tokens.end) {
        if let piece = IndicatorPiece(matches[next], in: context) { own.append(piece) }
        next += 1
      }
      if !own.isEmpty { read(own, sentence: number, tokens.range) }
    }
    return drafts.filter(isTelling).compactMap { draft in
      draft.statement.map {
        var fact = context.fact($0, of: draft.match, in: draft.tokens, negated: draft.isNegated)
        fact.inferred = draft.inferred
        return fact
      }
    }
  }

  /// Does the name say what was measured? «Количество» alone does not, nor «площадь» where nothing says of
  /// what, nor a name that breaks off behind a conjunction or a preposition or whose «его» is not known.
  private func isTelling(_ draft: IndicatorDraft) -> Bool {
    // «мы не достигнем 100 %»
    if draft.isNegated, draft.status == .forecast || draft.status == .planned { return false }
    guard let named = draft.subject.named, let last = named.last else { return true }
    if context.buffer[last].shape == .lower, kinds.isFunctional(last),
      !kinds.hasAnalysis(last, .NOUN)
    {
      return false
    }
    // «цены были»
    if named.count > 1, self.words.has(.be, in: last..<last + 1, kinds) { return false }
    if isTorn(behind: named.upperBound, draft) { return false }
    if named.count > 1, isCutAttribute(last) || isOfUnknown(named) && draft.organization == nil { return false }
    if named.count(where: { kinds.isQuote($0) }) % 2 == 1 { return false }
    let words = draft.subject.name.split(separator: " ").count
    let isBare = words <= named.count && draft.organization == nil && draft.place == nil
      && draft.subject.head.map { $0 + 1 >= named.upperBound } ?? true
    let telling = named.drop { self.words.has(.vague, in: $0..<$0 + 1, kinds) }
    if isBare, telling.count == 1, words <= named.count, self.words.has(.ownerless, in: telling, kinds) { return false }
    return !isBare || !self.words.has(.empty, in: named, kinds)
  }

  /// «дальность его стрельбы», where there is no telling whose.
  private func isOfUnknown(_ named: Range<Int>) -> Bool {
    named.dropFirst().contains { isPossessive($0) } || words.has(.demonstrative, in: named, kinds)
  }

  /// «количество параметров крупнейшей в мире сети»: an adjective whose noun is left out. «Число
  /// новорождённых выросло» has none.
  private func isCutAttribute(_ token: Int) -> Bool {
    let next = token + 1
    return context.buffer[token].shape == .lower && kinds.hasAnalysis(token, .ADJF)
      && !kinds.hasAnalysis(token, .NOUN) && !kinds.hasAnalysis(token, .PRTF)
      && next < context.buffer.count && kinds.hasAnalysis(next, .PREP)
  }

  /// «урожай ещё одной культуры составил»: the owner begins like an amount and is left out.
  private func isTorn(behind end: Int, _ draft: IndicatorDraft) -> Bool {
    let amount = draft.amount ?? draft.match.tokens
    return (end..<max(end, min(end + 2, amount.lowerBound))).contains { token in
      words.has(.one, in: token..<token + 1, kinds)
    }
  }

  private mutating func read(_ all: [IndicatorPiece], sentence: Int, _ range: Range<Int>) {
    self.sentence = sentence
    self.range = range
    firstDraft = drafts.count
    chunks = chunker.chunks(in: range)
    clauses = ClauseMap(chunks, words, in: kinds)
    let joined = Self.joined(all)
    pieces = joined.filter { !$0.isFigure }
    figures = joined.filter { $0.isFigure && hasNumber($0) }
    // In the order of the text, so that «(минус 3 %)» finds what stands before it.
    var figure = 0
    for index in pieces.indices {
      while figure < figures.count, figures[figure].amount.lowerBound < pieces[index].amount.lowerBound {
        readFigure(figures[figure])
        figure += 1
      }
      read(pieces[index], at: index)
      if isLeft(pieces[index]) { readFigure(pieces[index]) }
    }
    for figure in figures[figure...] { readFigure(figure) }
  }

  /// Adds a fact, with what stands before its sentence and it leaves out.
  mutating func add(_ draft: IndicatorDraft) {
    var draft = draft
    addExpression(to: &draft)
    complete(&draft)
    drafts.append(draft)
  }

  /// Amounts that a change holds are no values of their own; matches of one word are one piece.
  private static func joined(_ all: [IndicatorPiece]) -> [IndicatorPiece] {
    var pieces: [IndicatorPiece] = []
    for piece in all {
      if !piece.isChange,
        all.contains(where: { $0.isChange && $0.holds(piece.amount) })
      {
        continue
      }
      let same = pieces.firstIndex { $0.isChange && piece.isChange && $0.word == piece.word }
      if let same {
        pieces[same].merge(piece)
      } else {
        pieces.append(piece)
      }
    }
    return pieces
  }

  // MARK: One piece

  private mutating func read(_ piece: IndicatorPiece, at index: Int) {
    if isUnreal(piece) || !isAsserted(piece) || isPaired(piece) { return }
    let window = window(of: index)
    switch piece.form {
    case .level: readLevel(piece, window)
    case .event: readEvent(piece, window)
    case .metric, .size, .attribute: readNoun(piece, window)
    case .dateRow: readRow(piece, window)
    case .part: readParts(piece, window)
    case .figure: break
    case .verb, .noun, .comparative, .sign: readChange(piece, window)
    case .row: readChangeRow(piece, window)
    }
  }

  /// From the piece before to the piece after.
  private func window(of index: Int) -> Range<Int> {
    let piece = pieces[index]
    let start = min(piece.word.lowerBound, piece.amount.lowerBound)
    let end = max(piece.word.upperBound, piece.amount.upperBound)
    var lower = range.lowerBound
    var upper = range.upperBound
    for other in pieces where other.amount != piece.amount {
      if other.amount.upperBound <= start { lower = max(lower, other.amount.upperBound) }
      let next = min(other.word.lowerBound, other.amount.lowerBound)
      if next >= end { upper = min(upper, next) }
    }
    return lower..<max(upper, end)
  }

  // MARK: What every draft has

  func draft(
    of piece: IndicatorPiece, _ subject: IndicatorSubject, _ window: Range<Int>
  ) -> IndicatorDraft {
    var draft = IndicatorDraft(
      match: piece.match, sentence: sentence, tokens: piece.match.wholeTokens, subject: subject)
    if let tokens = subject.tokens, range.contains(tokens.lowerBound) { draft.extend(over: tokens) }
    draft.period = period(of: piece, window, of: subject) ?? attributePeriod(of: subject)
    draft.place = place(of: piece, subject, window)
    draft.organization =
      subject.organization.flatMap(context.reference) ?? organization(before: piece, window)
    addHost(of: piece, to: &draft)
    draft.status = status(of: piece, window)
    return draft
  }

  func isNegated(_ word: Range<Int>) -> Bool {
    word.lowerBound > range.lowerBound
      && words.has(.negation, in: word.lowerBound - 1..<word.lowerBound, kinds)
  }

  /// A finite verb in the active, an infinitive or a gerund.
  func isActive(_ word: Range<Int>) -> Bool {
    !kinds.hasAnalysis(word.lowerBound, .PRTS)
  }

  func add(_ agent: NominalPhrase, to draft: inout IndicatorDraft) {
    if draft.organization == nil { draft.organization = organization(in: agent) }
    // «житель области вывез»: no telling where.
    if draft.place == nil, agent.name != nil || !kinds.hasAnalysis(agent.head, .anim) {
      draft.place = agent.names.first { $0.kind == placeKind }.flatMap(context.reference)
    }
  }

  func draftsOfSentence() -> ArraySlice<IndicatorDraft> { drafts[firstDraft...] }

  /// The drafts of this sentence and of so many before it.
  func recentDrafts(_ count: Int) -> ArraySlice<IndicatorDraft> {
    var start = drafts.count
    while start > 0, sentence - drafts[start - 1].sentence <= count { start -= 1 }
    return drafts[start...]
  }

  var lastDraft: IndicatorDraft? { drafts.last }
}
