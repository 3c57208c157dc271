import TextRules

/// Ties values and changes to what has them: makes the facts of the kinds `indicator` and `change`.
struct IndicatorMaker: FactMaker {
  static let name = "indicator"
  static let readsToo = ["change"]

  let words: IndicatorWords

  init(rules: CompiledRules) throws { words = try IndicatorWords(rules: rules) }

  /// A value behind another preposition than the verb's own is not the verb's.
  func accepts(_ match: borrowing Match, in context: KindContext) -> Bool {
    guard let measure = match.range("measure") else { return false }
    switch match.ruleName {
    case "indicator.amounts-to":
      guard let entry = match.entry("word") else { return false }
      return words.preposition(before: measure.lowerBound, in: context)
        == words.levels[entry].preposition
    case "indicator.happened", "indicator.measure-happened", "indicator.happened-row":
      guard let entry = match.entry("word"), let record = match.record("measure") else {
        return false
      }
      return words.events[entry].takes(
        context.value(of: record),
        behind: words.prepositionIndex(before: measure.lowerBound, in: context),
        words, context)
        && !words.has(words.fired, in: measure, context)
        && !words.isParticiple(match.range("word")!.lowerBound, in: context)
    case "indicator.metric-dash", "indicator.metric-is", "indicator.metric-colon":
      let word = match.range("word")!.lowerBound
      // «из бюджета — 5 млн», «население будет платить 22 тенге»
      return !words.isFixed(word, in: context) && words.governor(ofPhraseAt: word, in: context) == nil
        && !(word..<measure.lowerBound).contains { context.hasAnalysis($0, .INFN) }
    case "indicator.metric-money":
      return !words.isFixed(match.range("word")!.lowerBound, in: context)
    case "indicator.metric-measure":
      guard !words.isFixed(match.range("word")!.lowerBound, in: context) else { return false }
      guard let entry = match.entry("word"), words.metricIsValue[entry] else { return false }
      // «капитала и более 5 млн»
      let between = match.range("word")!.upperBound..<measure.lowerBound
      if between.contains(where: { words.isJoin($0, in: context) }) { return false }
      // «призвать из запаса 300 тысяч человек»
      guard let preposition = words.governor(
        ofPhraseAt: match.range("word")!.lowerBound, in: context)
      else { return true }
      return words.has(words.with, in: preposition..<preposition + 1, context)
    default: return true
    }
  }

  func facts(of matches: [KeptMatch], in context: FactContext) -> [Fact] {
    var reader = IndicatorReader(words: words, context: context)
    return reader.facts(of: matches)
  }
}

/// The word lists of indicators and changes, read once.
struct IndicatorWords: Sendable {
  struct Level: Sendable {
    var bound: Bound?
    var preposition: String
    var direction: ChangeDirection?
    /// In the active it is the object that has the value.
    var ofObject: Bool
  }

  struct Event: Sendable {
    var noun: String
    var takesMoney: Bool
    var takesQuantity: Bool
    /// Only a quantity with a unit will do: «поставили 5 тонн», not «поставили 5 подписей».
    var needsUnit: Bool
    /// The noun is bound to the subject, not to the object: «цена билета».
    var ofSubject: Bool

    /// - Parameter preposition: The one before the value: «продали на 5 млн тенге».
    func takes(
      _ value: MentionValue, behind preposition: Int?, _ words: IndicatorWords,
      _ context: KindContext
    ) -> Bool {
      switch value {
      case .money:
        guard takesMoney, let preposition else { return takesMoney }
        return takesQuantity
          && (words.has(words.goals, in: preposition..<preposition + 1, context)
            || words.has(words.paid, in: preposition..<preposition + 1, context))
      case .quantity(let quantity):
        guard takesQuantity, preposition == nil else { return false }
        // «продал три дома» is news, not statistics.
        if needsUnit { return quantity.unit != nil && quantity.unit != "item" }
        return quantity.unit != nil || quantity.value.high >= DecimalNumber(10)
      default: return false
      }
    }
  }

  enum Use: String { case `self`, object, exceed }

  /// What a verb says of the things that are counted beside it: that they are there, what was done
  /// to them, what they do to something else, or nothing, so that the thing alone is named.
  enum FigureUse: String { case exist, done, active, thing }

  let levels: [Level]
  let event: CompiledLexicon
  let events: [Event]
  /// Where a word stands that makes a date the one compared with: inside the date's phrase, before
  /// it, or before it and behind the amount.
  enum BaseNote: String { case inside, before, behind }

  let base: CompiledLexicon
  let baseNotes: [BaseNote]
  let bounds: CompiledLexicon
  let generic: CompiledLexicon
  let organizations: CompiledLexicon
  let complements: CompiledLexicon
  let relatives: CompiledLexicon
  let topics: CompiledLexicon
  let fired: CompiledLexicon
  let fixed: CompiledLexicon
  let with: CompiledLexicon
  let sizes: CompiledLexicon
  let measureNouns: CompiledLexicon
  let metrics: CompiledLexicon
  let metricIsValue: [Bool]
  let negations: CompiledLexicon
  let goals: CompiledLexicon
  let places: CompiledLexicon
  let status: CompiledLexicon
  let statuses: [IndicatorStatus?]
  let openers: CompiledLexicon
  let openerKinds: [ClauseMap.Kind]
  let sources: CompiledLexicon
  let governors: CompiledLexicon
  let governorIsAuxiliary: [Bool]
  let adverbials: CompiledLexicon
  let genericPlaces: CompiledLexicon
  let genericPlaceTypes: [PlaceType?]
  let shares: CompiledLexicon
  let loose: CompiledLexicon
  let noBearers: CompiledLexicon
  let now: CompiledLexicon
  let marks: CompiledLexicon
  let processes: CompiledLexicon
  let numberForms: CompiledLexicon
  let standingForms: [String]
  let prices: CompiledLexicon
  let penalties: CompiledLexicon
  let obligations: CompiledLexicon
  let estimates: CompiledLexicon
  let attributeDates: CompiledLexicon
  let beyond: CompiledLexicon
  let figureVerbs: CompiledLexicon
  let figureUses: [FigureUse]
  let figureNouns: [String]
  let people: CompiledLexicon
  let unreal: CompiledLexicon
  let or: CompiledLexicon
  let paid: CompiledLexicon
  let asking: CompiledLexicon
  let conditional: CompiledLexicon

  init(rules: CompiledRules) throws {
    func list(_ kind: String, _ name: String) -> CompiledLexicon {
      guard let list = rules.lexicon(kind, name) else {
        preconditionFailure("the rules of \(kind) name no list '\(name)'")
      }
      return list
    }
    func rows<Row>(_ list: CompiledLexicon, _ make: (_ cell: (String) -> String) -> Row) -> [Row] {
      (0..<list.count).map { entry in
        make { name in list.column(name).map { list.text(entry: entry, column: $0) } ?? "" }
      }
    }
    levels = rows(list("indicator", "level")) { cell in
      Level(
        bound: Bound(rawValue: cell("bound")), preposition: cell("preposition"),
        direction: ChangeDirection(rawValue: cell("direction")), ofObject: cell("use") == "object")
    }
    event = list("indicator", "event")
    events = rows(event) { cell in
      Event(
        noun: cell("noun"), takesMoney: ["money", "any"].contains(cell("takes")),
        takesQuantity: cell("takes") != "money", needsUnit: cell("takes") == "measured",
        ofSubject: cell("use") == "subject")
    }
    base = list("change", "base")
    baseNotes = rows(base) { BaseNote(rawValue: $0("note")) ?? .before }
    bounds = list("indicator", "bounds")
    generic = list("indicator", "generic")
    organizations = list("indicator", "generic-organization")
    complements = list("indicator", "complement")
    relatives = list("indicator", "relative")
    topics = list("indicator", "topic")
    fired = list("indicator", "fired")
    fixed = list("indicator", "fixed")
    with = list("indicator", "with")
    sizes = list("indicator", "size")
    measureNouns = list("indicator", "measure-noun")
    metrics = list("indicator", "metric")
    metricIsValue = rows(metrics) { $0("use") == "value" }
    negations = list("indicator", "negation")
    goals = list("indicator", "goal")
    places = list("indicator", "where")
    status = list("indicator", "status")
    statuses = rows(status) { IndicatorStatus(rawValue: $0("status")) }
    openers = list("indicator", "opener")
    openerKinds = rows(openers) { ClauseMap.Kind(rawValue: $0("kind")) ?? .other }
    sources = list("indicator", "source")
    governors = list("indicator", "governor")
    governorIsAuxiliary = rows(governors) { $0("use") == "auxiliary" }
    adverbials = list("indicator", "adverbial")
    genericPlaces = list("indicator", "generic-place")
    genericPlaceTypes = rows(genericPlaces) { PlaceType(rawValue: $0("type")) }
    shares = list("indicator", "share")
    loose = list("indicator", "loose")
    noBearers = list("indicator", "no-bearer")
    now = list("indicator", "now")
    marks = list("indicator", "mark")
    processes = list("indicator", "process")
    numberForms = list("indicator", "number-form")
    standingForms = rows(numberForms) { $0("alone") }
    prices = list("indicator", "price")
    penalties = list("indicator", "penalty")
    obligations = list("indicator", "obligation")
    estimates = list("indicator", "estimate")
    attributeDates = list("indicator", "attribute-date")
    beyond = list("indicator", "beyond")
    figureVerbs = list("indicator", "figure-verb")
    figureUses = rows(figureVerbs) { FigureUse(rawValue: $0("use")) ?? .exist }
    figureNouns = rows(figureVerbs) { $0("noun") }
    people = list("indicator", "people")
    unreal = list("indicator", "unreal")
    or = list("indicator", "or")
    paid = list("indicator", "paid")
    asking = list("indicator", "asking")
    conditional = list("indicator", "conditional")
  }

  /// The preposition before a value, bounding words aside; empty if none stands there.
  func preposition(before token: Int, in context: KindContext) -> String {
    guard let index = prepositionIndex(before: token, in: context) else { return "" }
    return String(
      decoding: context.morphology.words.normalForm(of: context.buffer[index].word),
      as: UTF8.self)
  }

  func prepositionIndex(before token: Int, in context: KindContext) -> Int? {
    var bounded = token
    context.forEachEntry(of: bounds, in: max(0, token - 3)..<token) { tokens, _ in
      if tokens.upperBound == token { bounded = tokens.lowerBound }
    }
    let index = bounded - 1
    guard index >= 0, context.buffer[index].kind == .word,
      context.hasAnalysis(index, .PREP), context.buffer[index].length <= 6
    else { return nil }
    return index
  }

  /// «в том числе»: the noun names nothing.
  func isFixed(_ token: Int, in context: KindContext) -> Bool {
    token > 0 && has(fixed, in: token - 1..<token, context)
  }

  /// The preposition before the word and its modifiers.
  func governor(ofPhraseAt token: Int, in context: KindContext) -> Int? {
    var index = token - 1
    while index >= 0, token - index < 6, context.hasAnalysis(index, .ADJF),
      context.buffer[index].length > 4
    { index -= 1 }
    guard index >= 0, context.buffer[index].length <= 6, context.hasAnalysis(index, .PREP) else {
      return nil
    }
    return index
  }

  func isJoin(_ token: Int, in context: KindContext) -> Bool {
    context.buffer.bytes(of: token).count <= 2 && context.hasAnalysis(token, .CONJ)
  }

  /// Is the word a participle that stands as an adjective?
  func isParticiple(_ token: Int, in context: KindContext) -> Bool {
    guard let best = context.morphology.analyses(of: context.buffer[token].word).first else {
      return false
    }
    return context.morphology.grammemes(of: best).intersects(.attributive)
  }

  /// Is a word of the list among the tokens?
  func has(_ list: CompiledLexicon, in tokens: Range<Int>, _ context: KindContext) -> Bool {
    var found = false
    context.forEachEntry(of: list, in: tokens) { _, _ in found = true }
    return found
  }
}
