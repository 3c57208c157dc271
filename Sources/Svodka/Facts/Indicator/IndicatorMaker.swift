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
    case "indicator.happened", "indicator.measure-happened":
      guard let entry = match.entry("word"), let record = match.record("measure") else {
        return false
      }
      return words.events[entry].takes(context.value(of: record))
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
  }

  struct Event: Sendable {
    var noun: String
    var takesMoney: Bool
    var takesQuantity: Bool
    /// The noun is bound to the subject, not to the object: «цена билета».
    var ofSubject: Bool

    func takes(_ value: MentionValue) -> Bool {
      switch value {
      case .money: return takesMoney
      case .quantity(let quantity):
        guard takesQuantity else { return false }
        // «продал три дома» is news, not statistics.
        return quantity.unit != nil || quantity.value.high >= DecimalNumber(10)
      default: return false
      }
    }
  }

  enum Use: String { case `self`, object, exceed }

  let levels: [Level]
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
  let negations: CompiledLexicon
  let goals: CompiledLexicon
  let places: CompiledLexicon
  let status: CompiledLexicon
  let statuses: [IndicatorStatus?]

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
        direction: ChangeDirection(rawValue: cell("direction")))
    }
    events = rows(list("indicator", "event")) { cell in
      Event(
        noun: cell("noun"), takesMoney: cell("takes") != "quantity",
        takesQuantity: cell("takes") != "money", ofSubject: cell("use") == "subject")
    }
    base = list("change", "base")
    baseNotes = rows(base) { BaseNote(rawValue: $0("note")) ?? .before }
    bounds = list("indicator", "bounds")
    generic = list("indicator", "generic")
    organizations = list("indicator", "generic-organization")
    complements = list("indicator", "complement")
    relatives = list("indicator", "relative")
    topics = list("indicator", "topic")
    negations = list("indicator", "negation")
    goals = list("indicator", "goal")
    places = list("indicator", "where")
    status = list("indicator", "status")
    statuses = rows(status) { IndicatorStatus(rawValue: $0("status")) }
  }

  /// The preposition before a value, bounding words aside; empty if none stands there.
  func preposition(before token: Int, in context: KindContext) -> String {
    var index = token - 1
    var bounded = index + 1
    context.forEachEntry(of: bounds, in: max(0, token - 3)..<token) { tokens, _ in
      if tokens.upperBound == token { bounded = tokens.lowerBound }
    }
    index = bounded - 1
    guard index >= 0, context.buffer[index].kind == .word,
      context.hasAnalysis(index, .PREP), context.buffer[index].length <= 6
    else { return "" }
    return String(
      decoding: context.morphology.words.normalForm(of: context.buffer[index].word),
      as: UTF8.self)
  }

  /// Is a word of the list among the tokens?
  func has(_ list: CompiledLexicon, in tokens: Range<Int>, _ context: KindContext) -> Bool {
    var found = false
    context.forEachEntry(of: list, in: tokens) { _, _ in found = true }
    return found
  }
}
