import TextRules

/// Finds the places where something grew or fell; ``IndicatorMaker`` ties them to what did.
struct ChangeMaker: FactMaker {
  static let name = "change"

  private let verbs: CompiledLexicon?
  private let nouns: CompiledLexicon?

  init(rules: CompiledRules) throws {
    verbs = rules.lexicon("change", "verb")
    nouns = rules.lexicon("change", "noun")
  }

  /// A percent in brackets is a change if it has a sign.
  func accepts(_ match: borrowing Match, in context: KindContext) -> Bool {
    if let word = match.range("word") {
      return !hasNearerWord(between: word.upperBound, and: match.tokens.lowerBound, context)
    }
    if match.ruleName == "change.year-on-year" {
      // «на 0,9 % в годовом выражении» is another's amount.
      guard let by = match.range("by"), by.lowerBound > 0 else { return true }
      return !context.hasAnalysis(by.lowerBound - 1, .PREP)
    }
    guard match.ruleName == "change.in-brackets" else { return true }
    return match.range("by").map { ChangeSign(at: $0.lowerBound, in: context) != nil } ?? false
  }
}

extension ChangeMaker {
  /// «сократили выпуск из-за падения спроса на 5 %»: it is the demand that fell by so much.
  private func hasNearerWord(
    between start: Int, and end: Int, _ context: KindContext
  ) -> Bool {
    guard start < end else { return false }
    var found = false
    for list in [verbs, nouns] {
      guard let list else { continue }
      context.forEachEntry(of: list, in: start..<end) { _, _ in found = true }
    }
    return found
  }
}

/// The sign of «+5 %» and «−3,2 %».
enum ChangeSign {
  case plus, minus

  init?(at token: Int, isNegative: Bool = false, in context: KindContext) {
    let bytes = context.buffer.bytes(of: token)
    switch bytes[0] {
    case UInt8(ascii: "+"): self = .plus
    case UInt8(ascii: "-"): self = .minus
    // – and −
    case 0xE2 where bytes.count >= 3 && (bytes[1] == 0x80 && bytes[2] == 0x93):
      self = .minus
    case 0xE2 where bytes.count >= 3 && (bytes[1] == 0x88 && bytes[2] == 0x92):
      self = .minus
    default:
      // «плюс 5 %»: a number that begins with a word and no digit of its own.
      guard context.buffer[token].kind == .word, !context.hasAnalysis(token, .NUMR) else {
        return nil
      }
      self = isNegative ? .minus : .plus
    }
  }
}
