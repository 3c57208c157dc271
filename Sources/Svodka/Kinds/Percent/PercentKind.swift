import TextRules

/// Percents and percentage points.
struct PercentKind: Kind {
  static let name = "percent"

  private let amounts: AmountReader
  private let signs: [Sign]
  private let shares: [Share]
  private let parts: [Share]
  private let stems: PrefixTable

  private struct Sign {
    var isPoints: Bool
    /// A promille is 0.1 of a percent: −1.
    var places: Int
  }

  private struct Share {
    var percent: DecimalNumber?
    var isInferred: Bool
  }

  init(rules: CompiledRules) throws {
    amounts = AmountReader(rules: rules)
    signs = Self.signs(rules.lexicon("percent", "sign")!)
    let share = rules.lexicon("percent", "share")!
    let inferred = share.column("inferred")!
    shares = Self.shares(share) { share.text(entry: $0, column: inferred) == "yes" }
    stems = PrefixTable(rules.lexicon("percent", "stem")!)
    parts = Self.shares(rules.lexicon("percent", "part")!) { _ in true }
  }

  private static func signs(_ lexicon: CompiledLexicon) -> [Sign] {
    let points = lexicon.column("points")!
    let places = lexicon.column("places")!
    return (0..<lexicon.count).map { entry in
      Sign(
        isPoints: lexicon.text(entry: entry, column: points) == "yes",
        places: Int(lexicon.text(entry: entry, column: places)) ?? 0)
    }
  }

  private static func shares(
    _ lexicon: CompiledLexicon, isInferred: (Int) -> Bool
  ) -> [Share] {
    let percent = lexicon.column("percent")!
    return (0..<lexicon.count).map { entry in
      Share(
        percent: DecimalNumber(lexicon.text(entry: entry, column: percent)),
        isInferred: isInferred(entry))
    }
  }

  func value(of match: borrowing Match, in context: KindContext) -> MentionValue? {
    if let share = match.entry("share") { return percent(shares[share]) }
    if let part = match.entry("part") { return percent(parts[part]) }
    if match.range("point") != nil {
      return .percent(Percent(value: .exactly(.one), points: true, inferred: true))
    }
    if let digits = match.range("digits") { return adjective(digits, context) }
    guard let amount = amounts.amount(of: match, in: context) else { return nil }
    let sign = match.entry("sign").map { signs[$0] }
    let places = sign?.places ?? 0
    guard let value = amount.map({ $0.scaled(byPowerOfTen: places) }) else { return nil }
    return .percent(
      Percent(
        value: value, bound: amounts.bound(of: match, value, in: context),
        points: sign?.isPoints == true || match.field("points") != nil,
        inferred: match.field("shared") != nil))
  }

  private func percent(_ share: Share) -> MentionValue? {
    share.percent.map { .percent(Percent(value: .exactly($0), inferred: share.isInferred)) }
  }

  /// «25-процентный»: digits, a hyphen and the adjective.
  private func adjective(_ token: Range<Int>, _ context: KindContext) -> MentionValue? {
    var rest = FoldedBytes(context.spelling(of: token))
    guard let value = rest.takeDecimal() else { return nil }
    rest.takeHyphen()
    guard stems.longest(in: rest) != nil else { return nil }
    return .percent(Percent(value: .exactly(value)))
  }
}
