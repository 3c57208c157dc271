import RussianMorphology
import TextRules

/// Ties values and changes to what has them: makes the facts of the kinds `indicator` and `change`.
struct IndicatorMaker: FactMaker {
  static let name = "indicator"
  static let readsToo = ["change"]

  let words: IndicatorWords

  init(rules: CompiledRules) throws { words = try IndicatorWords(rules: rules) }

  /// A value behind another preposition than the verb's own is not the verb's.
  func accepts(_ match: borrowing Match, in context: KindContext) -> Bool {
    guard let measure = match.range("measure"), !isAdjective(measure, in: context) else { return false }
    switch match.ruleName {
    case "indicator.amounts-to", "indicator.level-number":
      guard let entry = match.entry("word") else { return false }
      return words.preposition(before: measure.lowerBound, in: context)
        == words.levels[entry].preposition
    case "indicator.happened", "indicator.measure-happened", "indicator.happened-row":
      // «высадить 6 тысяч деревьев и засеять поле»
      if match.ruleName == "indicator.measure-happened",
        words.isJoin(match.range("word")!.lowerBound - 1, in: context)
      {
        return false
      }
      guard let entry = match.entry("word"), let record = match.record("measure") else {
        return false
      }
      return words.events[entry].takes(
        context.value(of: record),
        behind: words.prepositionIndex(before: measure.lowerBound, in: context),
        words, context)
        && !words.has(.fired, in: measure, context)
        && !words.isParticiple(match.range("word")!.lowerBound, in: context)
    case "indicator.metric-dash", "indicator.metric-is", "indicator.metric-colon":
      let word = match.range("word")!.lowerBound
      // «из бюджета — 5 млн», «население будет платить 22 тенге»
      return !words.isFixed(word, in: context) && words.governor(ofPhraseAt: word, in: context) == nil
        && !(word..<measure.lowerBound).contains { context.hasAnalysis($0, .INFN) }
    case "indicator.part": return !words.isSum(at: measure.lowerBound, in: context)
    case "indicator.metric-money": return !words.isFixed(match.range("word")!.lowerBound, in: context)
    case "indicator.metric-money-behind", "indicator.traded-for":
      let word = match.range("word")!
      // «по иску к банку суд арестовал счета на 5 млн»: the sum is another verb's.
      return !words.isFixed(word.lowerBound, in: context)
        && !(word.upperBound..<measure.lowerBound).contains {
          context.hasAnalysis($0, .VERB) && !context.hasAnalysis($0, .NOUN) || context.hasAnalysis($0, .PRTS)
        }
    case "indicator.metric-measure":
      guard !words.isFixed(match.range("word")!.lowerBound, in: context) else { return false }
      guard let entry = match.entry("word"), words.metricIsValue[entry] else { return false }
      // «капитала и более 5 млн»
      let between = match.range("word")!.upperBound..<measure.lowerBound
      if between.contains(where: { words.isJoin($0, in: context) }) { return false }
      // «призвать из запаса 300 тысяч человек»
      let word = match.range("word")!
      guard let preposition = words.governor(ofPhraseAt: word.lowerBound, in: context) else {
        return !isDative(word.lowerBound, in: context)
      }
      // «36 млн по курсу банка» is the sum of something else.
      return !words.has(.converting, in: word, context)
        && words.has(.with, in: preposition..<preposition + 1, context)
    default: return true
    }
  }

  /// «125-миллиметровые снаряды»: a measure that is an adjective has no owner of its own.
  private func isAdjective(_ measure: Range<Int>, in context: KindContext) -> Bool {
    let last = measure.upperBound - 1
    return context.buffer[last].kind == .word && context.hasAnalysis(last, .ADJF)
      && !context.hasAnalysis(last, .NOUN)
      && (measure.count == 1 || !context.buffer[last].flags.contains(.spaceBefore))
  }

  /// «обеспечивает бюджету 47 %»: whom the amount is given.
  private func isDative(_ word: Int, in context: KindContext) -> Bool {
    let cases: [Grammemes] = [.nomn, .gent, .accs, .ablt, .loct]
    return context.hasAnalysis(word, .datv) && !cases.contains { context.hasAnalysis(word, $0) }
  }

  func facts(of matches: [KeptMatch], in context: FactContext) -> [Fact] {
    var reader = IndicatorReader(words: words, context: context)
    return reader.facts(of: matches)
  }
}
