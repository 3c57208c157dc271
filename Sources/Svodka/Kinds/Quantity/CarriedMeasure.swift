import RussianMorphology
import RussianText
import TextRules

/// Finds what a number counts where its noun is left out: «28 миллионов долларов, из которых 18
/// миллионов», «88 тысяч машин против 50 тысяч годом раньше».
///
/// The nearest measure before the number in its sentence tells, then the next one in the sentence,
/// then the nearest one of the paragraph.
struct CarriedMeasure {
  /// What the number counts.
  enum Measure {
    case currency(Int)
    case code(Int)
    case unit(Int)
    case counted(phrase: Range<Int>, head: Int)
  }

  private let numeral: CompiledLexicon
  private let currency: CompiledLexicon
  private let code: CompiledLexicon
  private let unit: CompiledLexicon
  private let uncounted: CompiledLexicon

  init(rules: CompiledRules) {
    numeral = rules.lexicon("number", "numeral")!
    currency = rules.lexicon("money", "currency")!
    code = rules.lexicon("money", "code")!
    unit = rules.lexicon("quantity", "unit")!
    uncounted = rules.lexicon("quantity", "uncounted")!
  }

  func measure(of number: Range<Int>, in context: KindContext) -> Measure? {
    // A bare figure may be a year or a label; «18 миллионов» is neither.
    guard context.buffer[number.upperBound - 1].kind != .number else { return nil }
    let sentence = context.sentenceStart(before: number.lowerBound, reach: 60)
    if let found = last(in: sentence..<number.lowerBound, context) { return found }
    if let found = next(from: number.upperBound, context) { return found }
    let paragraph = context.paragraphStart(before: sentence, reach: 60)
    return last(in: paragraph..<sentence, context)
  }

  private func last(in range: Range<Int>, _ context: KindContext) -> Measure? {
    var index = range.upperBound - 1
    while index > range.lowerBound {
      if isNumber(index - 1, context), !isNumber(index, context) || index == range.upperBound,
        let found = measure(at: index, before: range.upperBound, context)
      {
        return found
      }
      index -= 1
    }
    return nil
  }

  private func next(from start: Int, _ context: KindContext) -> Measure? {
    let end = min(context.buffer.count, start + 14)
    var index = start
    while index < end, !context.buffer[index].flags.contains(.sentenceStart) {
      if index > start, isNumber(index - 1, context), !isNumber(index, context),
        let found = measure(at: index, before: end, context)
      {
        return found
      }
      index += 1
    }
    return nil
  }

  private func isNumber(_ index: Int, _ context: KindContext) -> Bool {
    context.buffer[index].kind == .number || context.holds(numeral, index)
  }

  /// The measure whose number ends right before the token at `index`.
  private func measure(at index: Int, before end: Int, _ context: KindContext) -> Measure? {
    var first = index - 1
    while first > 0, isNumber(first - 1, context) { first -= 1 }
    if first > 0, let entry = entry(of: code, at: first - 1, before: first, context) {
      return .code(entry)
    }
    guard index < end else { return nil }
    if let entry = entry(of: currency, at: index, before: end, context) { return .currency(entry) }
    if let entry = entry(of: code, at: index, before: end, context) { return .code(entry) }
    if let entry = entry(of: unit, at: index, before: end, context) { return .unit(entry) }
    if entry(of: uncounted, at: index, before: end, context) != nil { return nil }
    return counted(at: index, before: end, context)
  }

  private func entry(
    of lexicon: CompiledLexicon, at index: Int, before end: Int, _ context: KindContext
  ) -> Int? {
    var found: Int?
    context.forEachEntry(of: lexicon, in: index..<min(index + 3, end)) { range, entry in
      if range.lowerBound == index { found = entry }
    }
    return found
  }

  /// «легковых автомобилей»
  private func counted(at index: Int, before end: Int, _ context: KindContext) -> Measure? {
    var head = index
    while head < min(index + 3, end) {
      if context.isFunctional(head) { return nil }
      let isNoun =
        context.hasAnalysis(head, [.NOUN, .gent, .plur]) && !context.hasAnalysis(head, .ADJF)
      if isNoun { return .counted(phrase: index..<head + 1, head: head) }
      guard context.hasAnalysis(head, [.gent, .plur]) else { return nil }
      head += 1
    }
    return nil
  }
}
