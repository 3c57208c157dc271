import RussianText
import TextRules

/// Who agreed with whom, on what, when and for how much.
struct AgreementMaker: FactMaker {
  static let name = "agreement"

  private enum List: Int, CaseIterable {
    case contract, manner, managed, not, signing, topicPreposition, unreal
  }

  private let words: WordLists<List>

  init(rules: CompiledRules) throws { words = try WordLists(rules, of: "agreement") }

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
    if let verb = match.range("verb"),
      !context.isReal(verb, unreal: words[.unreal], managed: words[.managed])
    {
      return []
    }
    // «покупка компании «Ромашка» Италией», not «…, Италия»
    if match.ruleName.hasSuffix("purchase-by"), let first = match.range("first")?.lowerBound,
      context.kinds.morphology.isKnown(context.buffer[first].word),
      !context.kinds.isQuote(first - 1), !context.kinds.hasAnalysis(first, .ablt)
    {
      return []
    }
    guard topic(match) != nil else {
      var parties = parties(in: ["first", "second"], of: match, context)
      // «Договор с компанией «Ромашка» подписан»: by whom the document is about.
      if match.field("first") == "protagonist", let one = context.protagonist,
        !parties.contains(one)
      {
        parties.insert(one, at: 0)
      }
      return fact(between: parties, of: match, in: context).map { [$0] } ?? []
    }
    // A purchase is an agreement that was made known where its price is, or its share.
    let sentence = context.nearSentence(of: match.wholeTokens)
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
    let sentence = context.nearSentence(of: match.wholeTokens)
    let agreement = Agreement(
      parties: parties, date: date(in: sentence, of: match, context),
      measure: measure(in: sentence, of: match, context), subject: subject(match, context))
    return context.fact(.agreement(agreement), of: match, negated: isNegated(match, context))
  }

  /// «не подписали», «не смогли договориться»
  private func isNegated(_ match: KeptMatch, _ context: FactContext) -> Bool {
    if match.range("neg") != nil { return true }
    guard let verb = match.range("verb") else { return false }
    var denied = false
    context.kinds.forEachEntry(of: words[.not], in: context.wordsBefore(verb.lowerBound)) {
      tokens, _ in
      denied = denied || context.has(words[.managed], in: tokens.upperBound..<verb.lowerBound)
    }
    return denied
  }

  /// The sum of the statement, or one beside it that no other verb and no comma parts from it.
  private func measure(
    in sentence: Range<Int>, of match: KeptMatch, _ context: FactContext
  ) -> Measure? {
    let own = match.wholeTokens
    let sums = context.records(of: .money, in: sentence)
    if let sum = sums.first(where: { own.contains($0.tokens.lowerBound) }) {
      return context.measure(sum)
    }
    let near = sums.first { sum in
      let gap = gap(between: sum.tokens, and: own)
      return !context.hasVerb(in: gap) && (sum.tokens.lowerBound >= own.upperBound || gap.count < 4)
    }
    return near.flatMap(context.measure)
  }

  private func gap(between first: Range<Int>, and second: Range<Int>) -> Range<Int> {
    first.upperBound <= second.lowerBound
      ? first.upperBound..<second.lowerBound
      : second.upperBound..<max(second.upperBound, first.lowerBound)
  }

  /// When it was agreed: a date in the statement, or one beside it in its clause.
  ///
  /// Without a verb of signing a date may be that of anything: «договор действует до мая».
  private func date(
    in sentence: Range<Int>, of match: KeptMatch, _ context: FactContext
  ) -> DateSpan? {
    let own = match.wholeTokens
    let hasVerb = match.range("verb") != nil
      || context.has(words[.signing], in: max(sentence.lowerBound, own.lowerBound - 4)..<own.lowerBound)
    let deal = match.range("deal") ?? match.range("subject")
    let dates = context.records(of: .date, in: sentence).filter { date in
      guard let period = context.period(date), !period.recurring else { return false }
      if own.contains(date.tokens.lowerBound) { return hasVerb || period.grain == .day }
      guard hasVerb else { return false }
      let gap = gap(between: date.tokens, and: own)
      guard gap.count < 8, !context.hasVerb(in: gap),
        gap.allSatisfy({ context.buffer[$0].kind != .punctuation || context.kinds.isQuote($0) })
      else { return false }
      // «договор о поставке газа в 2024 году»: the year may be that of the gas.
      return date.tokens.upperBound <= own.lowerBound || period.grain == .day || deal == nil
        || deal?.upperBound != own.upperBound
    }
    let spans = dates.compactMap(context.period).filter { $0.from != nil && $0.to != nil }
    return spans.first { $0.grain == .day } ?? spans.first
  }

  // MARK: What it is about

  /// What agreements of a rule are about, or of its noun: «грант».
  private func topic(_ match: KeptMatch) -> String? {
    match.field("topic") ?? match.column("topic", of: "what")
  }

  /// What stands behind the word for the contract, or behind the verb.
  private func subject(_ match: KeptMatch, _ context: FactContext) -> String? {
    if let topic = topic(match) { return topic }
    if let deal = match.range("deal") {
      var start: Int?
      context.kinds.forEachEntry(of: words[.contract], in: deal) { tokens, _ in
        start = start ?? tokens.upperBound
      }
      if let start, start < deal.upperBound,
        let phrase = phrase(start..<deal.upperBound, context)
      {
        return phrase
      }
    }
    return match.range("subject").flatMap { phrase($0, context) }
  }

  /// A phrase as a subject; nil if it tells how or when, or is not whole.
  private func phrase(_ tokens: Range<Int>, _ context: FactContext) -> String? {
    var range = tokens
    while let first = range.first, context.kinds.hasAnalysis(first, .ADVB),
      !context.kinds.hasAnalysis(first, .ADJF), !context.kinds.hasAnalysis(first, .PREP)
    {
      range = first + 1..<range.upperBound
    }
    if let first = range.first, context.kinds.hasAnalysis(first, .PREP) {
      guard context.has(words[.topicPreposition], in: first..<first + 1) else { return nil }
      range = first + 1..<range.upperBound
    }
    while let last = range.last, isLoose(last, context) { range = range.lowerBound..<last }
    guard let first = range.first, !context.kinds.hasAnalysis(first, .Apro),
      !context.kinds.hasAnalysis(first, .NPRO), !context.kinds.hasAnalysis(first, .ADVB),
      !context.has(words[.manner], in: first..<first + 1), !isCut(range, of: tokens, context)
    else { return nil }
    return context.kinds.nominative(of: range)
  }

  /// Does a phrase not end there?
  private func isLoose(_ token: Int, _ context: FactContext) -> Bool {
    context.kinds.isFunctional(token) || context.kinds.hasAnalysis(token, .ADVB)
  }

  /// Does more belong to a phrase than its rule has found: an adjective's noun, a noun's owner?
  private func isCut(_ range: Range<Int>, of all: Range<Int>, _ context: FactContext) -> Bool {
    guard range.upperBound == all.upperBound, let last = range.last else { return false }
    let next = range.upperBound
    guard next < context.sentence(of: last).upperBound else { return false }
    if context.kinds.hasAnalysis(last, .ADJF), !context.kinds.hasAnalysis(last, .NOUN) {
      return true
    }
    if context.buffer[next].kind == .punctuation { return context.kinds.isQuote(next) }
    if context.kinds.isFunctional(next) { return false }
    return context.kinds.hasAnalysis(next, .gent) && !context.kinds.hasAnalysis(next, .VERB)
      || context.kinds.isCapitalized(next) || context.buffer[next].kind != .word
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
