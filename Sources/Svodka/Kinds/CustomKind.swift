import RussianMorphology
import TextRules

/// Makes records of a user's own kinds: the rule file alone says which fields they have.
struct CustomKind: Sendable {
  let name: String

  /// Returns the fields that the rule's `set` lines give; those without a value are left out.
  func value(of match: borrowing Match, in context: KindContext) -> MentionValue? {
    var fields: [String: FieldValue] = [:]
    for (name, expression) in match.fields {
      if let text = text(expression, match, context), !text.isEmpty {
        fields[name] = DecimalNumber(text).map(FieldValue.number) ?? .text(text)
      }
    }
    return .custom(kind: name, fields: fields)
  }

  private func text(
    _ expression: FieldExpression, _ match: borrowing Match, _ context: KindContext
  ) -> String? {
    switch expression {
    case .constant(let text): return text
    case .member(let capture, let name): return match.member(name, of: capture)
    case .text(let capture):
      return match.range(named: capture).flatMap { range in
        range.isEmpty ? nil : String(decoding: context.bytes(of: range), as: UTF8.self)
      }
    case .lemma(let capture):
      guard let range = match.range(named: capture), let last = range.last else { return nil }
      return context.morphology.analyses(of: context.buffer[last].word).first.map {
        context.morphology.spelledLemma(of: $0)
      }
    case .nominative(let capture):
      guard let range = match.range(named: capture), !range.isEmpty else { return nil }
      return Inflector(cache: context.morphology).nominative(ofTokens: range, in: context.buffer)
    }
  }
}
