import TextRules

/// Those who take part in something, one or several; facts of who met, signed or owns are made with
/// it.
struct PartyMaker: FactMaker {
  static let name = "party"
  static let isPart = true

  init(rules: CompiledRules) throws {}
}
