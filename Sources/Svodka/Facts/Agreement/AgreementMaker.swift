import RussianText
import TextRules

/// Who agreed with whom, on what, when and for how much.
struct AgreementMaker: FactMaker {
  static let name = "agreement"

  private let contracts: CompiledLexicon

  init(rules: CompiledRules) throws {
    contracts = rules.lexicon("agreement", "contract")!
  }

  func facts(of matches: [KeptMatch], in context: FactContext) -> [Fact] {
    var facts: [Fact] = []
    for match in matches {
      guard let fact = fact(of: match, in: context) else { continue }
      guard !facts.contains(where: { isRetold($0, fact) }) else { continue }
      facts.append(fact)
    }
    return facts
  }

  private func fact(of match: KeptMatch, in context: FactContext) -> Fact? {
    var parties: [EntityReference] = []
    for range in [match.range("first"), match.range("second")].compactMap(\.self) {
      for party in context.participants(in: range) where !parties.contains(party) {
        parties.append(party)
      }
    }
    guard parties.count > 1 else { return nil }
    let sentence = context.sentence(of: match.wholeTokens.lowerBound)
    let agreement = Agreement(
      parties: parties, date: date(in: sentence, of: match, context),
      measure: context.records(of: .money, in: sentence).first.flatMap(context.measure),
      subject: subject(match, context))
    return context.fact(.agreement(agreement), of: match, negated: match.range("neg") != nil)
  }

  /// A day in the statement, or else in its sentence.
  private func date(
    in sentence: Range<Int>, of match: KeptMatch, _ context: FactContext
  ) -> DateSpan? {
    for range in [match.wholeTokens, sentence] {
      let dates = context.records(of: .date, in: range).compactMap(context.period)
      if let day = dates.first(where: { $0.grain == .day }) { return day }
    }
    return nil
  }

  /// What stands behind the word for the contract, or behind the verb.
  private func subject(_ match: KeptMatch, _ context: FactContext) -> String? {
    if let subject = match.range("subject") { return phrase(subject, context) }
    guard let deal = match.range("deal") else { return nil }
    var start: Int?
    context.kinds.forEachEntry(of: contracts, in: deal) { tokens, _ in
      start = start ?? tokens.upperBound
    }
    guard let start, start < deal.upperBound else { return nil }
    return phrase(start..<deal.upperBound, context)
  }

  private func phrase(_ tokens: Range<Int>, _ context: FactContext) -> String? {
    var range = tokens
    while let first = range.first, context.kinds.hasAnalysis(first, .PREP) {
      range = first + 1..<range.upperBound
    }
    while let last = range.last, context.kinds.isFunctional(last) {
      range = range.lowerBound..<last
    }
    return range.isEmpty ? nil : context.kinds.nominative(of: range)
  }

  /// Did the first tell of the same parties already?
  private func isRetold(_ first: Fact, _ second: Fact) -> Bool {
    guard case .agreement(let a) = first.statement, case .agreement(let b) = second.statement else {
      return false
    }
    return Set(a.parties) == Set(b.parties) && first.negated == second.negated
  }
}
