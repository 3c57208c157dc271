import RussianMorphology
import RussianText
import TextRules

/// A title with the words behind it that tell where it is held; other facts are made with it.
struct PostMaker: FactMaker {
  static let name = "post"
  static let isPart = true

  init(rules: CompiledRules) throws {}

  func accepts(_ match: borrowing Match, in context: KindContext) -> Bool {
    let tokens = match.tokens
    // «и. о. директора» begins with what may be a conjunction.
    if context.isFunctional(tokens.lowerBound), !isLongTitle(at: tokens.lowerBound, context) {
      return false
    }
    var end = tokens.upperBound
    if let person = context.matcher.rules.kindNumber(MentionKind.person.rawValue) {
      let first = (tokens.lowerBound + 1..<max(end, tokens.lowerBound + 1)).first {
        context.matcher.record(kind: person, at: $0) != nil
      }
      end = first ?? end
    }
    while end > tokens.lowerBound + 1, isLoose(end - 1, context) { end -= 1 }
    if end < tokens.upperBound { context.matcher.resize(to: tokens.lowerBound..<end) }
    return true
  }

  private func isLongTitle(at token: Int, _ context: KindContext) -> Bool {
    context.matcher.rules.kindNumber(MentionKind.position.rawValue)
      .flatMap { context.matcher.record(kind: $0, at: token) }.map { $0.tokens.count > 1 } ?? false
  }

  /// Prepositions and conjunctions end no phrase.
  private func isLoose(_ token: Int, _ context: KindContext) -> Bool {
    context.buffer[token].shape == .lower && context.isFunctional(token)
  }
}
