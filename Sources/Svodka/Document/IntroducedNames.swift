import RussianText
import TextRules

/// Names of organizations that the text gives right behind another name of theirs.
struct IntroducedNames: Sendable {
  /// Words between a name and its short form: «(далее – …)».
  let introducers: Set<[UInt8]>
  /// Words that give a name without brackets: «известная как».
  let renamed: CompiledLexicon?
  private let words: OrganizationWords

  init(rules: CompiledRules) {
    let list = rules.lexicon("organization", "introducer")
    introducers = Set(
      list.map { list in
        (0..<list.count).map { FoldedName(list.text(entry: $0, column: 0)).bytes }
      } ?? [])
    renamed = rules.lexicon("organization", "renamed")
    words = OrganizationWords(rules: rules)
  }

  /// Do two names that follow each other name one organization?
  func areOne(_ first: Range<Int>, _ second: Range<Int>, _ context: KindContext) -> Bool {
    let between = first.upperBound..<max(first.upperBound, second.lowerBound)
    return introduces(between, second, context) || renames(between, context)
      || translates(between, [first, second], context) || abbreviates(first, second, context)
  }

  /// «Сеть садов (Garden Support Network, GSN)»: a Latin name in brackets with its abbreviation.
  func isTranslated(
    _ first: Range<Int>, _ second: Range<Int>, _ third: Range<Int>, _ context: KindContext
  ) -> Bool {
    let bracket = second.lowerBound - 1
    guard bracket >= first.upperBound, bracket <= first.upperBound + 1,
      context.buffer.bytes(of: bracket).elementsEqual([UInt8(ascii: "(")]),
      third.lowerBound == second.upperBound + 1,
      context.buffer[second.upperBound].kind == .punctuation,
      context.buffer[second.lowerBound].flags.contains(.latin)
    else { return false }
    let name = FoldedName(context.text(of: second))
    return words.initials(of: name).contains(FoldedName(context.text(of: third)))
  }

  /// «Организация Договора о дружбе городов (ОДДГ)»: letters in brackets that the words begin with
  /// which stand before it, where the name was found in part.
  private func abbreviates(
    _ first: Range<Int>, _ second: Range<Int>, _ context: KindContext
  ) -> Bool {
    let bracket = second.lowerBound - 1
    guard second.count == 1, bracket > first.upperBound, bracket <= first.upperBound + 8,
      context.buffer.bytes(of: bracket).elementsEqual([UInt8(ascii: "(")]),
      (first.upperBound..<bracket).allSatisfy({ context.buffer[$0].kind == .word })
    else { return false }
    let name = FoldedName(context.text(of: first.lowerBound..<bracket))
    return words.initials(of: name).contains(FoldedName(context.text(of: second)))
  }

  /// «Международный валютный фонд (МВФ)», «ТОО «Ромашка» (далее – Общество)».
  private func introduces(
    _ between: Range<Int>, _ second: Range<Int>, _ context: KindContext
  ) -> Bool {
    guard !between.isEmpty, between.count <= 6 else { return false }
    var hasBracket = false
    for token in between {
      switch context.buffer[token].kind {
      case .punctuation, .symbol:
        if context.bytes(of: token..<token + 1)[0] == UInt8(ascii: "(") { hasBracket = true }
        if context.bytes(of: token..<token + 1)[0] == UInt8(ascii: ")") { return false }
      case .word:
        let normal = context.morphology.words.normalForm(of: context.buffer[token].word)
        guard introducers.contains(Array(normal)) else { return false }
      default: return false
      }
    }
    guard hasBracket else { return false }
    var end = second.upperBound
    while end < context.buffer.count, context.isQuote(end) { end += 1 }
    return end < context.buffer.count
      && context.bytes(of: end..<end + 1).elementsEqual([UInt8(ascii: ")")])
  }

  /// «Ромашка, ранее известная как Daisy»: a comma, a word of renaming, and words like «как».
  private func renames(_ between: Range<Int>, _ context: KindContext) -> Bool {
    guard let renamed, between.count >= 2, between.count <= 6 else { return false }
    var isRenamed = false
    context.forEachEntry(of: renamed, in: between) { _, _ in isRenamed = true }
    guard isRenamed else { return false }
    var hasComma = false
    return between.allSatisfy { token in
      if context.isQuote(token) { return true }
      if context.buffer[token].kind == .punctuation {
        defer { hasComma = true }
        return !hasComma && context.bytes(of: token..<token + 1)[0] == UInt8(ascii: ",")
      }
      let normal = context.morphology.words.normalForm(of: context.buffer[token].word)
      var isKnown = introducers.contains(Array(normal))
      context.forEachEntry(of: renamed, in: token..<token + 1) { _, _ in isKnown = true }
      return hasComma && isKnown
    }
  }

  /// «IATA – Международная ассоциация воздушного транспорта»: a dash between Latin capitals and a
  /// Russian name of several words.
  private func translates(
    _ between: Range<Int>, _ names: [Range<Int>], _ context: KindContext
  ) -> Bool {
    guard between.count == 1, context.buffer[between.lowerBound].kind == .punctuation,
      context.bytes(of: between).first == 0xE2, !context.isQuote(between.lowerBound)
    else { return false }
    let isAbbreviation = names.map { name in
      let token = context.buffer[name.lowerBound]
      return name.count == 1 && token.shape == .upper && token.flags.contains(.latin)
    }
    let isTranslation = names.map { name in
      name.count > 1
        && name.allSatisfy {
          context.buffer[$0].flags.contains(.cyrillic) && context.buffer[$0].shape != .upper
        }
    }
    return isAbbreviation[0] && isTranslation[1] || isTranslation[0] && isAbbreviation[1]
  }
}
