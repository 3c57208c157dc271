import TextRules

/// Nouns that may stand for an organization named before. It makes no facts: ``References`` tells
/// whom the nouns stand for, and makes mentions of them where the caller asks for these.
struct ReferenceMaker: FactMaker {
  static let name = "reference"
  static let isPart = true

  init(rules: CompiledRules) throws {}

  func accepts(_ match: borrowing Match, in context: KindContext) -> Bool {
    context.keepsReferences
  }
}
