import TextRules

/// Titles that people hold.
struct PositionKind: Kind {
  static let name = "position"

  init(rules: CompiledRules) throws {}

  func value(of match: borrowing Match, in context: KindContext) -> MentionValue? {
    var name = context.nominative(of: match.tokens)
    if let first = name.first, first.isUppercase, context.buffer[match.tokens.lowerBound].shape == .title {
      name = first.lowercased() + name.dropFirst()
    }
    return .position(Position(name: name))
  }
}
