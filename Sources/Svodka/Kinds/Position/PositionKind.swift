import RussianText
import TextRules

/// Titles that people hold.
struct PositionKind: Kind {
  static let name = "position"

  /// Words that stay in a title though they begin the name of where it is held.
  private let inner: CompiledLexicon
  private let acting: CompiledLexicon
  /// Titles whose one form may stand in any case.
  private let frozen: CompiledLexicon

  init(rules: CompiledRules) throws {
    inner = rules.lexicon("position", "inner")!
    acting = rules.lexicon("position", "acting")!
    frozen = rules.lexicon("position", "frozen")!
  }

  func value(of match: borrowing Match, in context: KindContext) -> MentionValue? {
    if let head = match.range("head"), context.hasAnalysis(head.lowerBound, .PREP) { return nil }
    // «управляет» is no title.
    if let head = match.range("head"), context.isVerb(head.lowerBound) { return nil }
    let tokens = title(match.tokens, context)
    if tokens.upperBound < match.tokens.upperBound { context.matcher.resize(to: tokens) }
    var name = isFrozen(tokens, context) ? context.text(of: tokens) : context.titleName(
      of: tokens, head: match.range("head")?.lowerBound, acting: acting)
    if context.isUpperCaseText(at: tokens.lowerBound) {
      name = name.lowercased()
    } else if let first = name.first, first.isUppercase,
      context.buffer[tokens.lowerBound].shape == .title
    {
      name = first.lowercased() + name.dropFirst()
    }
    return .position(Position(name: name))
  }

  /// «замакима»
  private func isFrozen(_ tokens: Range<Int>, _ context: KindContext) -> Bool {
    var isFrozen = false
    context.forEachEntry(of: frozen, in: tokens) { found, _ in
      if found.lowerBound == tokens.lowerBound { isFrozen = true }
    }
    return isFrozen
  }

  /// The words before the name of the organization or the place that the title is held in.
  private func title(_ tokens: Range<Int>, _ context: KindContext) -> Range<Int> {
    let kinds = [MentionKind.organization, .place].compactMap {
      context.matcher.rules.kindNumber($0.rawValue)
    }
    for token in tokens.dropFirst() {
      let reachesEnd = kinds.contains { kind in
        let record = context.matcher.record(kind: kind, at: token)
        return record.map { $0.tokens.upperBound >= tokens.upperBound } ?? false
      }
      guard reachesEnd else { continue }
      var stays = false
      context.forEachEntry(of: inner, in: token..<tokens.upperBound) { found, _ in
        if found.lowerBound == token { stays = true }
      }
      return stays ? tokens : tokens.lowerBound..<token
    }
    return tokens
  }
}
