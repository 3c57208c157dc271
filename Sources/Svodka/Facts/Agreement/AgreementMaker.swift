import RussianText
import TextRules

/// Who agreed with whom, on what, when and for how much.
struct AgreementMaker: FactMaker {
  static let name = "agreement"

  private let contracts: CompiledLexicon

  init(rules: CompiledRules) throws {
    contracts = rules.lexicon("agreement", "contract")!
  }

  func accepts(_ match: borrowing Match, in context: KindContext) -> Bool {
    guard match.field("subject") == "nominative", let subject = match.range("first") else { return true }
    return context.canBeSubject(subject)
  }

  func facts(of matches: [KeptMatch], in context: FactContext) -> [Fact] {
    var facts: [Fact] = []
    for match in matches {
      for fact in self.facts(of: match, in: context)
      where !facts.contains(where: { isRetold($0, fact) }) {
        facts.append(fact)
      }
    }
    return facts
  }

  func facts(of match: KeptMatch, in context: FactContext) -> [Fact] {
    guard match.field("topic") != nil else {
      let parties = parties(in: ["first", "second"], of: match, context)
      return fact(between: parties, of: match, in: context).map { [$0] } ?? []
    }
    // A purchase is an agreement that was made known where its price is, or its share.
    let sentence = context.sentence(of: match.wholeTokens.lowerBound)
    if match.field("needs") == "price", context.records(of: .money, in: sentence).isEmpty,
      context.records(of: .percent, in: sentence).isEmpty
    {
      return []
    }
    // «купила A и B»: one agreement with each.
    let first = parties(in: ["first"], of: match, context)
    let second = parties(in: ["second"], of: match, context)
    return second.compactMap { other in
      first.contains(other) ? nil : fact(between: first + [other], of: match, in: context)
    }
  }

  private func parties(
    in captures: [StaticString], of match: KeptMatch, _ context: FactContext
  ) -> [EntityReference] {
    var parties: [EntityReference] = []
    for range in captures.compactMap({ match.range($0) }) {
      for party in context.participants(in: range) where !parties.contains(party) {
        parties.append(party)
      }
    }
    return parties
  }

  private func fact(
    between parties: [EntityReference], of match: KeptMatch, in context: FactContext
  ) -> Fact? {
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
    if let topic = match.field("topic") { return topic }
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
      && (a.date == b.date || b.date == nil || b.subject == a.subject)
  }
}
