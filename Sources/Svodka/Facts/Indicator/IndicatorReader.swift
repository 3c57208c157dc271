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

  private(set) var drafts: [IndicatorDraft] = []
  /// The sentence that is being read, its chunks and its pieces.
  var sentence = 0
  var range = 0..<0
  var chunks: [Chunk] = []
  var clauses: ClauseMap
  var pieces: [IndicatorPiece] = []
  /// The amounts that the rules tie to no word.
  var figures: [IndicatorPiece] = []
  let structure: FigureStructure
  /// How many drafts there were when the sentence began.
  private var firstDraft = 0

  init(words: IndicatorWords, context: FactContext) {
    self.words = words
    self.context = context
    chunker = ChunkReader(
      context: context.kinds, complements: words.complements, relatives: words.relatives,
      stops: words.sizes)
    clauses = ClauseMap([], words, in: context.kinds)
    structure = FigureStructure(context.kinds, bounds: words.bounds)
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
    return drafts.compactMap { draft in
      draft.statement.map {
        context.fact($0, of: draft.match, in: draft.tokens, negated: draft.isNegated)
      }
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

  mutating func add(_ draft: IndicatorDraft) { drafts.append(draft) }

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
    if isUnreal(piece) || !isAsserted(piece) { return }
    let window = window(of: index)
    switch piece.form {
    case .level: readLevel(piece, window)
    case .event: readEvent(piece, window)
    case .metric, .size, .attribute: readNoun(piece, window)
    case .dateRow: readRow(piece, window)
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

  private mutating func readLevel(_ piece: IndicatorPiece, _ window: Range<Int>) {
    guard let record = piece.match.record("measure"), var measure = context.measure(record) else {
      return
    }
    let level = piece.match.entry("word").map { words.levels[$0] }
    let isNegated = isNegated(piece.word)
    if let bound = level?.bound, measure.bound == nil {
      measure.bound = isNegated ? .atMost : bound
    }
    if piece.isRow, isPart(piece) { return }
    if !piece.isRow, hasOtherObject(piece) { return }
    if counts(piece, measure) { return }
    var found = subject(of: piece)
    if level?.ofObject == true, isActive(piece.word) {
      found = object(ofChange: piece).map { .own(subject(from: $0)) } ?? .none
    }
    if case .shared(let number) = found, drafts[number].measure == nil,
      drafts[number].change?.to == nil, !piece.isRow
    {
      drafts[number].measure = measure
      drafts[number].extend(over: piece.match.wholeTokens)
      return
    }
    // «достигли 50 % локализации»
    var owner: IndicatorSubject?
    if measure.value.kind == .percent, !hasOwnSubject(found, piece) {
      owner = self.owner(behind: piece.amount)
    }
    guard let subject = owner ?? found.subject(in: drafts),
      owner != nil || !subject.isName && !isShare(piece, subject) && bears(subject, piece),
      !isPenalty(subject, measure)
    else { return }
    var draft = draft(of: piece, subject, window)
    draft.measure = measure
    draft.isNegated = isNegated && level?.bound == nil
    if let direction = level?.direction { draft.change = Change(direction: direction) }
    drafts.append(draft)
  }

  /// A subject that is no name and stands before the value.
  private func hasOwnSubject(_ found: Found, _ piece: IndicatorPiece) -> Bool {
    guard case .own(let subject) = found, !subject.isName else { return false }
    return bears(subject, piece)
  }

  private func isMoney(_ measure: Measure) -> Bool {
    if case .money = measure.value { true } else { false }
  }

  /// «5 млн, из них 2 млн», «5 %, у соседей – 7 %», «5 млн, прибавив 2 млн»: not another value of the
  /// same.
  private func isPart(_ piece: IndicatorPiece) -> Bool {
    var isApart = false
    for chunk in chunks
    where chunk.tokens.lowerBound >= piece.word.upperBound
      && chunk.tokens.upperBound <= piece.amount.lowerBound
    {
      switch chunk.kind {
      case .pronoun, .relative, .gerund, .finite: return true
      case .comma, .amount: isApart = false
      case .nominal(let phrase): isApart = phrase.name == nil && phrase.preposition == nil
      default: break
      }
    }
    return isApart && !isEvent(piece)
  }

  private func isEvent(_ piece: IndicatorPiece) -> Bool {
    if case .event = piece.form { true } else { false }
  }

  private mutating func readEvent(_ piece: IndicatorPiece, _ window: Range<Int>) {
    guard let record = piece.match.record("measure"), let measure = context.measure(record),
      let entry = piece.match.entry("word")
    else { return }
    let event = words.events[entry]
    let agent = search(from: piece.word, verb: piece.word.lowerBound).phrase
    var subject: IndicatorSubject
    if event.ofSubject {
      guard let agent else { return }
      subject = IndicatorSubject(agent, chunker, context, prefix: event.noun)
      if let same = sharedPrice(of: agent) {
        drafts[same].measure = measure
        drafts[same].extend(over: piece.match.wholeTokens)
        return
      }
    } else {
      // «закупили ракеты дальностью 300 км»
      if !piece.isRow, hasOwnObject(piece, agent), !event.takesQuantity || !isMoney(measure) { return }
      if case .quantity(let quantity) = measure.value, quantity.unit == nil,
        isAttribute(piece) || isAgent(piece) || hasPronounObject(piece)
      {
        return
      }
      if piece.isRow, isPart(piece) { return }
      var object = object(of: piece, measure: measure, agent: agent)
      if piece.isRow, case .quantity(let quantity) = measure.value, quantity.inferred {
        object = lastObject ?? object
      }
      subject = IndicatorSubject(
        name: [event.noun, object].compactMap(\.self).joined(separator: " "), genitive: event.noun)
      subject.base = object == nil ? nil : event.noun
      subject.tokens = min(piece.word.lowerBound, piece.amount.lowerBound)
        ..< max(piece.word.upperBound, piece.amount.upperBound)
    }
    var draft = draft(of: piece, subject, window)
    draft.measure = measure
    draft.isNegated = isNegated(piece.word)
    if let agent, !event.ofSubject { add(agent, to: &draft) }
    if draft.organization == nil { draft.organization = passiveAgent(of: piece) }
    drafts.append(draft)
  }

  /// «билет подорожал на 10 рублей и стоит 85 рублей»: the change and the price are of one thing.
  private func sharedPrice(of agent: NominalPhrase) -> Int? {
    drafts.indices.last {
      $0 >= firstDraft && drafts[$0].subject.head == agent.head && drafts[$0].measure == nil
        && drafts[$0].change != nil && drafts[$0].change?.to == nil
    }
  }

  private func isComparison(_ piece: IndicatorPiece) -> Bool {
    if case .comparative = piece.form { true } else { false }
  }

  private mutating func readNoun(_ piece: IndicatorPiece, _ window: Range<Int>) {
    guard let record = piece.match.record("measure"), let measure = context.measure(record) else {
      return
    }
    let subject: IndicatorSubject? =
      switch piece.form {
      case .metric: metric(at: piece.word, before: piece.amount)
      case .size: bearer(before: piece.word)
      default: described(by: piece.word)
      }
    guard let subject, fits(measure, piece), !definesClass(piece, measure),
      !isPenalty(subject, measure)
    else { return }
    if readGapOfMetric(piece, measure) { return }
    var draft = draft(of: piece, subject, window)
    draft.measure = measure
    if let event = event(over: piece) {
      draft.subject.name = words.events[event.entry].noun + " " + subject.genitive
      draft.extend(over: event.verb..<event.verb + 1)
      draft.organization = agent(of: event.verb, besides: piece.word.lowerBound) ?? draft.organization
    }
    if case .attribute = piece.form { draft.isAside = true }
    drafts.append(draft)
  }

  private mutating func readChange(_ piece: IndicatorPiece, _ window: Range<Int>) {
    guard var change = piece.change else { return }
    change.base = base(in: window, of: piece.amount)
    // «втрое больше, чем у соседей» is no change.
    switch piece.form {
    case .comparative, .verb(.exceed):
      // «превысили норму в 3 раза» is none either.
      if change.base == nil, !hasBaseWord(in: window) { return }
    default: break
    }
    // «снижение цены оценили в 5 %»
    if case .noun = piece.form, !piece.match.ruleName.hasSuffix("-equals"), hasVerb(within: piece) {
      return
    }
    // «опустится на 5 градусов ниже нуля»
    let end = piece.amount.upperBound
    if !isComparison(piece), end < range.upperBound,
      words.has(words.beyond, in: end..<end + 1, kinds)
    {
      return
    }
    let found = subject(of: piece)
    if isOdd(change, of: found.subject(in: drafts)) { return }
    switch found {
    case .shared(let number):
      if drafts[number].change == nil {
        drafts[number].change = change
        drafts[number].extend(over: piece.match.wholeTokens)
        return
      }
      var draft = draft(of: piece, drafts[number].subject, window)
      draft.change = change
      drafts.append(draft)
    case .own(let subject):
      var draft = draft(of: piece, subject, window)
      draft.change = change
      draft.isNegated = isNegated(piece.word)
      if case .verb(.object) = piece.form, 
        let agent = search(from: piece.word, verb: piece.word.lowerBound).phrase
      {
        add(agent, to: &draft)
      }
      drafts.append(draft)
    case .none: return
    }
  }

  // MARK: Rows

  /// «…, в июне — 7 %»: another value of what had one in this sentence.
  private mutating func readRow(_ piece: IndicatorPiece, _ window: Range<Int>) {
    guard let record = piece.match.record("measure"), let measure = context.measure(record),
      let last = draftsOfSentence().last(where: { !$0.isAside }),
      last.statement.map(Self.measureKind) == measure.value.kind
    else { return }
    var draft = last
    draft.match = piece.match
    draft.tokens = piece.match.wholeTokens
    draft.measure = measure
    draft.change = nil
    draft.period = piece.match.record("word").flatMap(context.period)
    drafts.append(draft)
  }

  private static func measureKind(_ statement: Statement) -> MentionKind? {
    if case .indicator(let indicator) = statement { indicator.measure.value.kind } else { nil }
  }

  /// «…, тарифы — на 7 %»: the same movement of something else, or at another time.
  private mutating func readChangeRow(_ piece: IndicatorPiece, _ window: Range<Int>) {
    guard var change = piece.change,
      let last = draftsOfSentence().last(where: { $0.change?.by != nil }),
      let index = chunkIndex(at: piece.match.wholeTokens.lowerBound), index > 0
    else { return }
    change.direction = last.change!.direction
    change.base = base(in: window, of: piece.amount) ?? last.change!.base
    var draft = last
    draft.match = piece.match
    draft.tokens = piece.match.wholeTokens
    draft.measure = nil
    draft.change = change
    switch chunks[index - 1].kind {
    case .nominal:
      guard let gap = gapSubject(at: index - 1, after: last) else { return }
      draft.subject = gap.subject
      draft.place = gap.place
      draft.organization = gap.organization
      draft.extend(over: chunks[index - 1].tokens)
    case .date:
      let start = chunks[index - 1].tokens.lowerBound
      draft.period = context.records(of: .date, in: start..<start + 1).first
        .flatMap(context.period)
      draft.extend(over: chunks[index - 1].tokens)
    default: return
    }
    drafts.append(draft)
  }

  // MARK: Subjects

  enum Found {
    case own(IndicatorSubject)
    /// The subject of an earlier draft, which the piece may complete.
    case shared(Int)
    case none

    func subject(in drafts: [IndicatorDraft]) -> IndicatorSubject? {
      switch self {
      case .own(let subject): subject
      case .shared(let number): drafts[number].subject
      case .none: nil
      }
    }
  }

  private func subject(of piece: IndicatorPiece) -> Found {
    switch piece.form {
    case .verb(.object) where isActive(piece.word):
      return object(ofChange: piece).map { .own(subject(from: $0)) } ?? .none
    case .noun: return subject(ofNoun: piece)
    case .comparative, .verb(.exceed), .sign: return subject(ofComparison: piece)
    default: return subject(ofVerb: piece)
    }
  }

  private func subject(ofVerb piece: IndicatorPiece) -> Found {
    var verb = piece.word
    if kinds.hasAnalysis(verb.lowerBound, .GRND) {
      // «упал на 5 %, составив 7 млн»: the subject is the main verb's.
      if let last = lastOfSentence(before: piece) { return .shared(last) }
      verb = mainVerb(before: verb.lowerBound) ?? verb
    }
    switch search(from: verb, verb: verb.lowerBound) {
    case .phrase(let phrase): return taken(phrase, asSubjectOf: verb.lowerBound)
    case .generic: return carried(for: piece)
    case .blocked, .nothing:
      // «вырос на 5 % и достиг 7 млн», «упал на 5 %, составив 7 млн»
      return lastOfSentence(before: piece).map { .shared($0) } ?? .none
    }
  }

  private func mainVerb(before token: Int) -> Range<Int>? {
    guard let index = chunkIndex(at: token) else { return nil }
    return chunks[..<index].last {
      if case .finite = $0.kind { true } else { false }
    }?.tokens
  }

  /// What stands above something else: a value told before, or a subject of its own.
  private func subject(ofComparison piece: IndicatorPiece) -> Found {
    let start = min(piece.word.lowerBound, piece.amount.lowerBound)
    let last = mainDraft(before: start)
    let floor = last.map { drafts[$0].tokens.upperBound } ?? range.lowerBound
    let isVerb = if case .verb = piece.form { true } else { false }
    // «Инфляция: +4,5 % г/г», «Продажи (+12 %)»
    if case .sign = piece.form, let index = chunkIndex(at: start), index > 0,
      let phrase = chunks[index - 1].phrase ?? (index > 1 ? chunks[index - 2].phrase : nil),
      phrase.preposition == nil, chunker.nominative(phrase) != nil,
      chunkIndex(at: phrase.head).map({ !isJoinedToGoverned($0) }) ?? true,
      last == nil || phrase.tokens.lowerBound > floor
    {
      return taken(phrase)
    }
    let found = search(
      from: start..<max(start + 1, piece.word.upperBound),
      verb: isVerb ? piece.word.lowerBound : nil)
    if case .phrase(let phrase) = found, phrase.tokens.lowerBound >= floor,
      last == nil || phrase.tokens.lowerBound > floor
    {
      return taken(phrase)
    }
    // «этот показатель вдвое больше»: of something else.
    if case .generic = found, last != nil, !isVerb { return .none }
    if let last { return .shared(last) }
    guard let previous = drafts.indices.last, drafts[previous].sentence == sentence - 1,
      words.has(words.generic, in: range.lowerBound..<range.lowerBound + 1, kinds)
    else { return .none }
    let main = drafts.indices.last {
      drafts[$0].sentence == sentence - 1 && !drafts[$0].isAside && drafts[$0].change == nil
    }
    return .shared(main ?? previous)
  }

  private func subject(ofNoun piece: IndicatorPiece) -> Found {
    if let index = chunkIndex(at: piece.word.lowerBound), let phrase = chunks[index].phrase,
      phrase.tokens.contains(piece.word.lowerBound)
    {
      // «после повышения зарплат размер составил»
      if piece.match.ruleName.hasSuffix("-equals"), phrase.preposition != nil { return .none }
      let rest = piece.word.upperBound..<phrase.tokens.upperBound
      if !rest.isEmpty { return .own(subject(ofTokens: rest, phrase)) }
    }
    let start = min(piece.word.lowerBound, piece.amount.lowerBound)
    if let index = chunkIndex(at: start), index > 1, case .dash = chunks[index - 1].kind,
      let phrase = chunks[index - 2].phrase
    {
      return taken(phrase)
    }
    if let last = mainDraft(before: start) { return .shared(last) }
    if piece.match.ruleName.hasSuffix("-equals") { return carried(for: piece) }
    return .none
  }

  /// A phrase as a subject, unless it stands for one named before.
  private func taken(_ phrase: NominalPhrase) -> Found {
    if let name = phrase.name, case .person = context.value(of: name) { return .none }
    let same = drafts.indices.last {
      $0 >= firstDraft && !drafts[$0].isAside
        && (drafts[$0].subject.tokens == phrase.tokens || drafts[$0].subject.head == phrase.head)
        && (drafts[$0].measure == nil || drafts[$0].change == nil)
    }
    if let same { return .shared(same) }
    return .own(subject(from: phrase))
  }

  /// A subject that the verb agrees with, with what is joined to it.
  private func taken(_ phrase: NominalPhrase, asSubjectOf verb: Int) -> Found {
    guard case .own(var subject) = taken(phrase), kinds.hasAnalysis(verb, .plur),
      let first = firstJoined(to: phrase)
    else { return taken(phrase) }
    let rest = first.tokens.upperBound..<phrase.tokens.lowerBound
    let head = chunker.name(of: first)
    let isSpaced = context.buffer[rest.lowerBound].flags.contains(.spaceBefore)
    subject.name = head + (isSpaced ? " " : "") + kinds.text(of: rest) + " " + subject.name
    subject.tokens = first.tokens.lowerBound..<phrase.tokens.upperBound
    return .own(subject)
  }

  func subject(from phrase: NominalPhrase) -> IndicatorSubject {
    var subject = IndicatorSubject(phrase, chunker, context)
    // «их объем»
    let before = phrase.tokens.lowerBound - 1
    if words.has(words.measureNouns, in: phrase.head..<phrase.head + 1, kinds),
      before >= range.lowerBound, phrase.complement.isEmpty,
      words.has(words.generic, in: before..<before + 1, kinds), let last = reachable
    {
      subject.name += " " + drafts[last].subject.genitive
      subject.genitive += " " + drafts[last].subject.genitive
    } else {
      addAttributes(of: phrase, to: &subject)
      addWholePhrase(of: phrase, to: &subject)
    }
    return subject
  }

  private func subject(ofTokens tokens: Range<Int>, _ phrase: NominalPhrase) -> IndicatorSubject {
    var rest = phrase
    rest.tokens = tokens
    rest.name = nil
    rest.names = phrase.names.filter { tokens.contains($0.tokens.lowerBound) }
    rest.head = tokens.first { chunker.isNoun($0) } ?? tokens.lowerBound
    var subject = IndicatorSubject(rest, chunker, context)
    // «рост ставки»: the case behind the noun is the genitive.
    if let tokens = subject.named, kinds.hasAnalysis(rest.head, [.NOUN, .gent, .sing]),
      !kinds.hasAnalysis(rest.head, [.NOUN, .gent, .plur]),
      kinds.hasAnalysis(rest.head, [.NOUN, .nomn, .plur]) && rest.name == nil
    {
      subject.name = kinds.nominativeSingular(of: tokens, head: rest.head)
      subject.genitive = kinds.text(of: tokens)
    }
    addAttributes(of: rest, to: &subject)
    return subject
  }

  /// The subject that a pronoun or «показатель» takes up.
  private func carried(for piece: IndicatorPiece) -> Found {
    if let topic = topic(before: piece.word.lowerBound) { return .own(topic) }
    let verb = piece.word.lowerBound
    let pronoun = pronounSubject(before: verb)
    if let pronoun {
      switch antecedent(ofPronounAt: pronoun, verb) {
      case .phrase(let phrase): return .own(subject(from: phrase))
      case .generic: return .none
      case .blocked, .nothing: break
      }
    }
    let isMetric = pronoun == nil
    guard
      let last = drafts.indices.last(where: {
        !drafts[$0].isAside && sentence - drafts[$0].sentence <= 1
          && (drafts[$0].subject.reading.isEmpty || isMetric
            || chunker.agrees(drafts[$0].subject.reading, withVerbAt: verb))
      })
    else {
      if case .noun = piece.form { return .none }
      return isMetric ? metricOfLastSentence.map { .own($0) } ?? .none : .none
    }
    if isMetric, !isAlike(drafts[last], piece) { return .none }
    var subject = drafts[last].subject
    subject.place = nil
    subject.tokens = nil
    return .own(subject)
  }

  /// «Этот показатель» is measured as what it stands for.
  private func isAlike(_ draft: IndicatorDraft, _ piece: IndicatorPiece) -> Bool {
    guard !piece.isChange, let record = piece.match.record("measure"),
      let kind = context.measure(record)?.value.kind
    else { return true }
    if let measure = draft.measure ?? draft.change?.to { return measure.value.kind == kind }
    return kind != .percent
  }

  /// The last draft, if it stands near enough to be taken up.
  private var reachable: Int? {
    drafts.indices.last { !drafts[$0].isAside && sentence - drafts[$0].sentence <= 2 }
  }

  /// The pronoun that is the subject of the verb, and agrees with what it stands for.
  private func pronounSubject(before verb: Int) -> Int? {
    guard let index = chunkIndex(at: verb) else { return nil }
    for place in chunks[..<index].indices.reversed() {
      switch chunks[place].kind {
      case .pronoun: return place
      case .nominal(let phrase):
        if phrase.preposition == nil, chunker.nominative(phrase) != nil { return nil }
      case .finite, .stop: return nil
      default: break
      }
    }
    return nil
  }

  /// What the pronoun may stand for in its own sentence: a measurable noun; `generic` where another
  /// noun fits, so that there is no telling.
  private func antecedent(ofPronounAt pronoun: Int, _ verb: Int) -> Search {
    for chunk in chunks[..<pronoun].reversed() {
      guard let phrase = chunk.phrase, phrase.name == nil,
        chunker.nounReadings(of: phrase).contains(where: { chunker.agrees($0, withVerbAt: verb) })
      else { continue }
      return words.has(words.metrics, in: phrase.head..<phrase.head + 1, kinds)
        ? .phrase(phrase) : .generic
    }
    return .nothing
  }

  /// The last measurable noun of the sentence before, which states no value.
  private var metricOfLastSentence: IndicatorSubject? {
    guard sentence > 0 else { return nil }
    let before = context.buffer.sentences[sentence - 1].range
    var found: NominalPhrase?
    kinds.forEachEntry(of: words.metrics, in: before) { tokens, _ in
      found = chunker.phrase(at: tokens.lowerBound, before: before.upperBound)
    }
    return found.map { IndicatorSubject($0, chunker, context) }
  }

  /// What the last event of the sentence made or sold.
  var lastObject: String? {
    guard let last = draftsOfSentence().last(where: { !$0.isAside }),
      let space = last.subject.name.firstIndex(of: " ")
    else { return nil }
    return String(last.subject.name[last.subject.name.index(after: space)...])
  }

  private func topic(before token: Int) -> IndicatorSubject? {
    var start: Int?
    kinds.forEachEntry(of: words.topics, in: range.lowerBound..<token) { tokens, _ in
      start = tokens.upperBound
    }
    guard let start, let index = chunkIndex(at: start), var phrase = chunks[index].phrase else {
      return nil
    }
    // «производства в отчётный период автобусной техники»
    var text = chunker.name(of: phrase)
    var place = index + 1
    while place < chunks.count, case let chunk = chunks[place], chunk.tokens.upperBound <= token {
      if case .comma = chunk.kind { break }
      if let more = chunk.phrase, more.preposition == nil, chunker.reading(of: more, as: .gent) != nil
      {
        text += " " + kinds.text(of: more.tokens)
        phrase.tokens = phrase.tokens.lowerBound..<more.tokens.upperBound
      }
      place += 1
    }
    var subject = IndicatorSubject(phrase, chunker, context)
    subject.name = text
    return subject
  }

  private func lastOfSentence(before piece: IndicatorPiece) -> Int? {
    drafts.indices.last { $0 >= firstDraft && !drafts[$0].isAside }
  }

  /// The draft of this sentence that a comparison is about: of several the latest in time.
  private func mainDraft(before token: Int) -> Int? {
    let open = drafts.indices.filter { $0 >= firstDraft && drafts[$0].change == nil }
    let main = open.filter { !drafts[$0].isAside }
    let candidates = main.isEmpty ? open : main
    return candidates.max {
      let days = (drafts[$0].period?.from, drafts[$1].period?.from)
      guard let left = days.0, let right = days.1, left != right else { return $0 < $1 }
      return left < right
    }
  }

  // MARK: What every draft has

  func draft(
    of piece: IndicatorPiece, _ subject: IndicatorSubject, _ window: Range<Int>
  ) -> IndicatorDraft {
    var draft = IndicatorDraft(
      match: piece.match, sentence: sentence, tokens: piece.match.wholeTokens, subject: subject)
    if let tokens = subject.tokens, range.contains(tokens.lowerBound) { draft.extend(over: tokens) }
    draft.period = period(of: piece, window)
    draft.place = place(of: piece, subject, window)
    draft.organization =
      subject.organization.flatMap(context.reference) ?? organization(before: piece, window)
    draft.status = status(of: piece, window)
    return draft
  }

  func isNegated(_ word: Range<Int>) -> Bool {
    word.lowerBound > range.lowerBound
      && words.has(words.negations, in: word.lowerBound - 1..<word.lowerBound, kinds)
  }

  /// A finite verb in the active, an infinitive or a gerund.
  private func isActive(_ word: Range<Int>) -> Bool {
    !kinds.hasAnalysis(word.lowerBound, .PRTS)
  }

  private func add(_ agent: NominalPhrase, to draft: inout IndicatorDraft) {
    if draft.organization == nil { draft.organization = organization(in: agent) }
    // «житель области вывез»: no telling where.
    if draft.place == nil, agent.name != nil || !kinds.hasAnalysis(agent.head, .anim) {
      draft.place = agent.names.first { $0.kind == placeKind }.flatMap(context.reference)
    }
  }

  var placeKind: Int? { kinds.matcher.rules.kindNumber(MentionKind.place.rawValue) }
  var organizationKind: Int? {
    kinds.matcher.rules.kindNumber(MentionKind.organization.rawValue)
  }

  func draftsOfSentence() -> ArraySlice<IndicatorDraft> { drafts[firstDraft...] }
  var lastDraft: IndicatorDraft? { drafts.last }
}

extension IndicatorSubject {
  init(
    _ phrase: NominalPhrase, _ chunker: ChunkReader, _ context: FactContext, prefix: String? = nil
  ) {
    var named = phrase
    for name in phrase.names {
      switch context.value(of: name) {
      case .place:
        place = place ?? name
        // «инфляция в Казахстане»: the place is an argument of its own.
        if phrase.name == nil, name.tokens.upperBound == named.tokens.upperBound,
          name.tokens.lowerBound > named.head
        {
          named.tokens = named.tokens.lowerBound..<name.tokens.lowerBound
        }
      case .organization: organization = organization ?? name
      default: break
      }
    }
    if let kind = place?.kind, phrase.names.count(where: { $0.kind == kind }) > 1 {
      place = nil
      named = phrase
    }
    isName = phrase.name != nil
    self.named = named.tokens
    genitive = chunker.genitiveName(of: named)
    name = prefix.map { $0 + " " + chunker.genitiveName(of: named) } ?? chunker.name(of: named)
    tokens = phrase.tokens
    head = phrase.head
    reading = chunker.nominative(phrase) ?? []
  }
}
