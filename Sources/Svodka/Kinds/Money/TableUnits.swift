import RussianText
import TextRules

/// Finds the unit of the numbers in a table that was pasted as text: the heading above has it,
/// «Показатель, млрд тенге».
struct TableUnits {
  private let currency: CompiledLexicon
  private let code: CompiledLexicon
  private let numeral: CompiledLexicon

  /// So many tokens above a cell are looked through.
  private static let reach = 600

  init(rules: CompiledRules) {
    currency = rules.lexicon("money", "currency")!
    code = rules.lexicon("money", "code")!
    numeral = rules.lexicon("number", "numeral")!
  }

  /// A unit as its heading names it.
  struct Unit {
    /// «млрд» of «млрд тенге», as an entry of the numerals.
    var scale: Int?
    /// «тенге»
    var currency: Range<Int>
  }

  /// The unit of the cell that `number` fills; nil if it fills none, or no heading names a unit.
  func unit(of number: Range<Int>, in context: KindContext) -> Unit? {
    guard isCell(number, context) else { return nil }
    var end = lineStart(number.lowerBound, context)
    let limit = max(0, number.lowerBound - Self.reach)
    while end > limit {
      let start = lineStart(end - 1, context)
      if let unit = unit(in: start..<end, context) { return unit }
      guard isRow(start..<end, context) else { return nil }
      end = start
    }
    return nil
  }

  /// Whether tabs or bars part the number from its neighbours, and the line holds it.
  private func isCell(_ number: Range<Int>, _ context: KindContext) -> Bool {
    let first = number.lowerBound
    guard first > 0, !context.buffer[first].flags.contains(.lineBreakBefore),
      parts(before: first, context)
    else { return false }
    let next = number.upperBound
    return next == context.buffer.count || context.buffer[next].flags.contains(.lineBreakBefore)
      || parts(before: next, context) || isBar(next, context)
  }

  /// Whether a tab, a bar or more than one space stands before the token.
  private func parts(before token: Int, _ context: KindContext) -> Bool {
    if isBar(token - 1, context) { return true }
    let gap = Int(context.buffer[token - 1].end)..<Int(context.buffer[token].start)
    return context.buffer.utf8[gap].contains(UInt8(ascii: "\t"))
      || gap.count > 1 && context.buffer.utf8[gap].allSatisfy { $0 == UInt8(ascii: " ") }
  }

  private func isBar(_ token: Int, _ context: KindContext) -> Bool {
    context.buffer.bytes(of: token).elementsEqual([UInt8(ascii: "|")])
  }

  private func lineStart(_ token: Int, _ context: KindContext) -> Int {
    var start = token
    while start > 0, !context.buffer[start].flags.contains(.lineBreakBefore) { start -= 1 }
    return start
  }

  private func isRow(_ line: Range<Int>, _ context: KindContext) -> Bool {
    line.dropFirst().contains { parts(before: $0, context) }
  }

  /// A currency that no number stands before, and the multiplier in front of it.
  private func unit(in line: Range<Int>, _ context: KindContext) -> Unit? {
    var found: Unit?
    for lexicon in [currency, code] where found == nil {
      context.forEachEntry(of: lexicon, in: line) { tokens, _ in
        guard found == nil, tokens.lowerBound > line.lowerBound else { return }
        let before = tokens.lowerBound - 1
        let scale = multiplier(before, context)
        let number = scale == nil ? before : before - 1
        guard number < line.lowerBound || context.buffer[number].kind != .number else { return }
        // «в тенге», «, млн тенге»: a word of the language between would make it prose.
        guard scale != nil || context.buffer[before].kind == .punctuation
          || context.isFunctional(before)
        else { return }
        found = Unit(scale: scale, currency: tokens)
      }
    }
    return found
  }

  private func multiplier(_ token: Int, _ context: KindContext) -> Int? {
    var found: Int?
    context.forEachEntry(of: numeral, in: token..<token + 1) { _, entry in found = entry }
    return found
  }
}
