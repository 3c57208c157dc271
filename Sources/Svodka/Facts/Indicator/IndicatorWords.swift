import RussianMorphology
import TextRules

/// The word lists of indicators and changes, read once.
struct IndicatorWords: Sendable {
  /// A list of the rules of indicators or changes, by its name there: `noBearer` is «no-bearer».
  enum List: Int, CaseIterable {
    case adverbial, also, area, asOf, asking, atThatTime, attributeDate, bank, bare, base, be, bearing, between, beyond,
      both, bounds, by, claim, complement, conditional, converting, counting, demonstrative, dismissing, elsewhere, employee,
      empty, estimate, event, expressed, falling, farFrom, faster, figureVerb, fired, fixed, forExample, forWhom, from, fuller, funds, gaining, generic,
      genericOrganization, genericPlace, goal, governor, grant, having, hitting, `if`, investor, joining, lasting, law, level, loose,
      managed, mark, measureNoun, metric, more, multiplier, negation, noBearer, now, numberForm, obligation, obliging,
      occurring, ofCountry, ofMotion, ofThing, onCondition, one, opener, or, organ, otherOf, otherOwner, owned, ownerless, paid, part, penalty,
      people, personal, physical, placeAdjective, pointing, possessing, possible, presupposing, price,
      process, rank, rate, receiving, relative, respectively, samePeriod, scene, sceneEvent, sceneNoun,
      sceneVerb, share, shareName, showing, sign, signed, size, source, staff, status, sumOnly,
      talk, then, topic, trade, transaction, unreal, vague, way, what, `where`, whose, wish, with
  }

  struct Level: Sendable {
    var bound: Bound?
    var preposition: String
    var direction: ChangeDirection?
    /// In the active it is the object that has the value.
    var ofObject: Bool
    /// What the value of a name is: «стоимость» of a firm; empty if names have none.
    var noun: String

    init(_ cell: (String) -> String) {
      noun = cell("noun") == "-" ? "" : cell("noun")
      bound = Bound(rawValue: cell("bound"))
      preposition = cell("preposition")
      direction = ChangeDirection(rawValue: cell("direction"))
      ofObject = cell("use") == "object"
    }
  }

  struct Event: Sendable {
    var noun: String
    var takesMoney: Bool
    var takesQuantity: Bool
    /// Only a quantity with a unit will do: «поставили 5 тонн», not «поставили 5 подписей».
    var needsUnit: Bool
    /// The noun is bound to the subject, not to the object: «цена билета».
    var ofSubject: Bool

    init(_ cell: (String) -> String) {
      noun = cell("noun")
      takesMoney = ["money", "any"].contains(cell("takes"))
      takesQuantity = cell("takes") != "money"
      needsUnit = cell("takes") == "measured"
      ofSubject = cell("use") == "subject"
    }

    /// - Parameter preposition: The one before the value: «продали на 5 млн тенге».
    func takes(
      _ value: MentionValue, behind preposition: Int?, _ words: IndicatorWords,
      _ context: KindContext
    ) -> Bool {
      switch value {
      case .money:
        guard takesMoney, let preposition else { return takesMoney }
        return takesQuantity
          && (words.has(.goal, in: preposition..<preposition + 1, context)
            || words.has(.paid, in: preposition..<preposition + 1, context))
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

  /// Where a word stands that makes a date the one compared with: inside the date's phrase, before
  /// it, or before it and behind the amount.
  enum BaseNote: String { case inside, before, behind }

  private let lists: WordLists<List>
  /// Of each entry of the bounds: it stands behind the amount, «и более».
  private let boundStandsBehind: [Bool]
  let levels: [Level]
  let events: [Event]
  let baseNotes: [BaseNote]
  let metricIsValue: [Bool]
  let statuses: [IndicatorStatus?]
  let openerKinds: [ClauseMap.Kind]
  let governorIsAuxiliary: [Bool]
  /// The kinds of place that each may stand for.
  let genericPlaceTypes: [[PlaceType]]
  let placeAdjectives: PlaceAdjectives
  let standingForms: [String]
  let figureUses: [FigureUse]
  let figureNouns: [String]
  let transactions: [Transaction]
  /// «в» of «во».
  let fuller: [String]

  init(rules: CompiledRules) throws {
    let lists = try WordLists<List>(rules, of: "indicator", "change")
    self.lists = lists
    boundStandsBehind = lists.rows(.bounds) { $0("note") == "after" }
    levels = lists.rows(.level, Level.init)
    events = lists.rows(.event, Event.init)
    baseNotes = lists.rows(.base) { BaseNote(rawValue: $0("note")) ?? .before }
    metricIsValue = lists.rows(.metric) { $0("use") == "value" }
    statuses = lists.rows(.status) { IndicatorStatus(rawValue: $0("status")) }
    openerKinds = lists.rows(.opener) { ClauseMap.Kind(rawValue: $0("kind")) ?? .other }
    governorIsAuxiliary = lists.rows(.governor) { $0("use") == "auxiliary" }
    placeAdjectives = PlaceAdjectives(lists[.placeAdjective])
    genericPlaceTypes = lists.rows(.genericPlace) { cell in
      [cell("type"), cell("other")].compactMap(PlaceType.init)
    }
    standingForms = lists.rows(.numberForm) { $0("alone") }
    figureUses = lists.rows(.figureVerb) { FigureUse(rawValue: $0("use")) ?? .exist }
    figureNouns = lists.rows(.figureVerb) { $0("noun") }
    transactions = lists.rows(.transaction, Transaction.init)
    fuller = lists.rows(.fuller) { $0("plain") }
  }

  subscript(_ list: List) -> CompiledLexicon { lists[list] }

  /// The preposition before a value, bounding words aside; empty if none stands there.
  func preposition(before token: Int, in context: KindContext) -> String {
    guard let index = prepositionIndex(before: token, in: context) else { return "" }
    return preposition(at: index, in: context)
  }

  /// A preposition in small letters; «во» is «в».
  func preposition(at index: Int, in context: KindContext) -> String {
    var plain: String?
    context.forEachEntry(of: self[.fuller], in: index..<index + 1) { _, entry in plain = fuller[entry] }
    return plain
      ?? String(
        decoding: context.morphology.words.normalForm(of: context.buffer[index].word), as: UTF8.self)
  }

  /// Where the words that bound an amount begin, «не менее»; the amount itself if none stand before.
  func start(ofBoundBefore token: Int, in context: KindContext) -> Int {
    var start = token
    // Each start by itself: «и более» behind one amount must not hide «более» before the next.
    for first in max(0, token - 3)..<max(0, token) {
      context.forEachEntry(of: self[.bounds], in: first..<token) { tokens, entry in
        if tokens == first..<token, !boundStandsBehind[entry] { start = min(start, first) }
      }
    }
    return start
  }

  /// Where the words end that bound what stands behind them.
  func end(ofBoundAt token: Int, until end: Int, in context: KindContext) -> Int {
    var next = token
    context.forEachEntry(of: self[.bounds], in: token..<max(token, min(token + 3, end))) { tokens, _ in
      if tokens.lowerBound == token { next = max(next, tokens.upperBound) }
    }
    return next
  }

  func prepositionIndex(before token: Int, in context: KindContext) -> Int? {
    let index = start(ofBoundBefore: token, in: context) - 1
    guard index >= 0, context.buffer[index].kind == .word,
      context.hasAnalysis(index, .PREP), context.buffer[index].length <= 6
    else { return nil }
    return index
  }

  /// «в том числе»: the noun names nothing.
  func isFixed(_ token: Int, in context: KindContext) -> Bool {
    token > 0 && has(.fixed, in: token - 1..<token, context)
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

  /// Whether a sum or a share begins there, so that its number counts nothing.
  func isSum(at token: Int, in context: KindContext) -> Bool {
    [MentionKind.money, .percent].contains { kind in
      context.matcher.rules.kindNumber(kind.rawValue)
        .map { context.matcher.record(kind: $0, at: token) != nil } ?? false
    }
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
  func has(_ list: List, in tokens: Range<Int>, _ context: KindContext) -> Bool {
    var found = false
    context.forEachEntry(of: self[list], in: tokens) { _, _ in found = true }
    return found
  }
}
