import TextRules

/// A match of the rules of indicators or changes: an amount, and the word that it goes with.
struct IndicatorPiece {
  enum Form {
    /// «…, в июне — 7 %»
    case dateRow
    /// «…, тарифы — на 7 %»
    case row
    /// «составила», «достиг»
    case level
    /// «произвели», «вложил»
    case event
    /// «цена 450 тенге»
    case metric
    /// «премия в размере»
    case size
    /// «завод мощностью»
    case attribute
    /// «из них 5»
    case part
    /// An amount without a word.
    case figure
    /// «вырос», «повысили», «превысил»
    case verb(IndicatorWords.Use)
    /// «рост»
    case noun
    /// «выше»
    case comparative
    /// «(+5 %)»
    case sign
  }

  var match: KeptMatch
  var form: Form
  /// One more amount of the same word: «5 тонн в мае и 7 тонн в июне».
  var isRow: Bool
  var word: Range<Int>
  var amount: Range<Int>
  var change: Change?

  var isChange: Bool {
    switch form {
    case .verb, .noun, .comparative, .sign, .row: true
    case .level, .event, .metric, .size, .attribute, .dateRow, .part, .figure: false
    }
  }

  var isFigure: Bool {
    if case .figure = form { true } else { false }
  }

  /// Its amount is a number that counts or measures nothing named.
  var isNumber: Bool { match.ruleName == "indicator.level-number" }

  /// The size of what a verb is about: «премия в размере», «кредиты на 5 млн».
  var isSum: Bool {
    if case .size = form { true } else { match.ruleName.hasPrefix("indicator.metric-money") }
  }

  /// Its word is a noun, so that the verb of the clause speaks of something else.
  var isNominal: Bool {
    switch form {
    case .noun, .metric, .size, .attribute: true
    default: false
    }
  }

  init?(_ match: KeptMatch, in context: FactContext) {
    self.match = match
    amount = match.tokens
    word = match.range("word") ?? amount
    isRow = match.ruleName.hasSuffix("-row")
    switch match.ruleName {
    case "indicator.amounts-to", "indicator.amounts-to-row", "indicator.level-number": form = .level
    case "indicator.happened", "indicator.happened-row", "indicator.measure-happened": form = .event
    case "indicator.date-row": form = .dateRow
    case "indicator.figure": form = .figure
    case "indicator.part": form = .part
    case "change.row": form = .row
    case "indicator.of-size": form = .size
    case "indicator.with-attribute": form = .attribute
    case "change.gains", "change.verb-by", "change.verb-ends", "change.verb-limit", "change.by-verb":
      form = .verb(match.column("use", of: "word").flatMap(IndicatorWords.Use.init) ?? .self)
    case "change.by-comparative", "change.comparative-by": form = .comparative
    case "change.year-on-year", "change.in-brackets": form = .sign
    case let name: form = name.hasPrefix("change.") ? .noun : .metric
    }
    guard isChange else { return }
    let direction = match.column("direction", of: "word").flatMap(ChangeDirection.init)
    let isDown =
      match.range("by").flatMap { ChangeSign(at: $0.lowerBound, in: context.kinds) } == .minus
      || match.record("by").map { Self.isNegative(context.value(of: $0)) } ?? false
    change = Change(
      direction: direction ?? (isDown ? .down : .up), by: Self.by(match, context),
      from: match.record("from").flatMap(context.measure),
      to: match.record("to").flatMap(context.measure))
    shareMultiplier(match, context)
  }

  /// «с $3,5 до $1 млрд»: the millions of the one amount are the other's too; it is left out, for its
  /// mention says another number.
  private mutating func shareMultiplier(_ match: KeptMatch, _ context: FactContext) {
    guard let from = change?.from?.value, let to = change?.to?.value, from.kind == to.kind,
      let start = Self.number(from), let end = Self.number(to), start < DecimalNumber(1000),
      end >= DecimalNumber(1000), let tokens = match.range("from"),
      !tokens.contains(where: { context.buffer[$0].kind == .word })
    else { return }
    change?.from = nil
  }

  private static func number(_ value: MeasureValue) -> DecimalNumber? {
    switch value {
    case .money(let money): money.amount.single
    case .percent: nil
    case .quantity(let quantity): quantity.value.single
    }
  }

  private static func isNegative(_ value: MentionValue) -> Bool {
    if case .percent(let percent) = value { percent.value.low < .zero } else { false }
  }

  private static func by(_ match: KeptMatch, _ context: FactContext) -> ChangeAmount? {
    if let measure = match.record("by").flatMap(context.measure) { return .measure(measure) }
    if let times = match.column("times", of: "times-word").flatMap({ DecimalNumber($0) }) {
      return .times(times)
    }
    guard let record = match.record("times"), case .number(let number) = context.value(of: record)
    else { return nil }
    return number.value.single.map(ChangeAmount.times)
  }

  /// Are the tokens an amount of this piece?
  func holds(_ tokens: Range<Int>) -> Bool {
    amount.overlaps(tokens)
      || [match.range("by"), match.range("from"), match.range("to")].contains {
        $0?.overlaps(tokens) ?? false
      }
  }

  /// Whether two counts are of different things.
  private static func isRate(_ by: ChangeAmount?, behind to: Measure?) -> Bool {
    guard case .measure(let measure)? = by, case .quantity(let step) = measure.value,
      case .quantity(let end)? = to?.value
    else { return false }
    return step.unit == nil && step.counted != nil && step.counted != end.counted
  }

  /// Takes what another match of the same word adds: «вдвое увеличить … до 500».
  mutating func merge(_ other: IndicatorPiece) {
    guard var change, let more = other.change else { return }
    // «вырос до 5,72 случаев на 1 тыс. человек» is no growth by a thousand.
    if change.by == nil, !Self.isRate(more.by, behind: change.to) { change.by = more.by }
    if change.to == nil, Self.isRate(change.by, behind: more.to) { change.by = nil }
    change.from = change.from ?? more.from
    change.to = change.to ?? more.to
    self.change = change
    amount = min(amount.lowerBound, other.amount.lowerBound)
      ..< max(amount.upperBound, other.amount.upperBound)
  }
}
