import RussianText
import TextRules

/// Who owns what: each owner with each thing owned.
struct OwnershipMaker: FactMaker {
  static let name = "ownership"

  private let generic: GenericOrganizations

  init(rules: CompiledRules) throws {
    generic = GenericOrganizations(rules.lexicon("ownership", "generic")!)
  }

  func accepts(_ match: borrowing Match, in context: KindContext) -> Bool {
    guard match.field("subject") == "nominative", let subject = match.range("owner") else { return true }
    return context.canBeSubject(subject)
  }

  func facts(of matches: [KeptMatch], in context: FactContext) -> [Fact] {
    var facts: [Fact] = []
    for match in matches {
      for fact in self.facts(of: match, in: context) where !facts.contains(where: fact.saysSame(as:)) {
        facts.append(fact)
      }
    }
    return facts
  }

  func facts(of match: KeptMatch, in context: FactContext) -> [Fact] {
    guard let ownerRange = match.range("owner"),
      let ownedRange = match.range("owned") ?? match.range("noun")
    else { return [] }
    let owners = context.parties(in: ownerRange, titled: true).filter { owner in
      guard let title = match.range("title") else { return true }
      return context.shareCase(title.lowerBound, owner.tokens)
    }
    let owned =
      match.range("noun") == nil
      ? context.parties(in: ownedRange, of: [.organization], titled: true).compactMap(context.reference)
      : namedBefore(ownedRange, context).map { [$0] } ?? []
    var facts: [Fact] = []
    for owner in owners {
      for thingName in owned {
        guard let ownerName = context.reference(to: owner), ownerName != thingName else { continue }
        let ownership = Ownership(
          owner: ownerName, owned: thingName,
          share: share(owner, owners, match, ownerRange, ownedRange, context))
        facts.append(
          context.fact(.ownership(ownership), of: match, negated: match.range("neg") != nil))
      }
    }
    return facts
  }

  /// What a noun or a pronoun stands for: the organization of its kind named before.
  private func namedBefore(_ noun: Range<Int>, _ context: FactContext) -> EntityReference? {
    generic.organization(in: noun, context)
      ?? generic.nearest(before: noun.lowerBound, type: nil, prefersTopic: false, context)
  }

  /// The percent in brackets behind the owner, or else the only one in the statement.
  private func share(
    _ owner: MatchedRecord, _ owners: [MatchedRecord], _ match: KeptMatch, _ ownerRange: Range<Int>,
    _ ownedRange: Range<Int>, _ context: FactContext
  ) -> Measure? {
    let next = owners.first { $0.tokens.lowerBound > owner.tokens.lowerBound }
    let behind = owner.tokens.upperBound..<(next?.tokens.lowerBound ?? ownerRange.upperBound)
    if let own = context.records(of: .percent, in: behind).first { return context.measure(own) }
    if let named = match.range("share") {
      guard let own = context.records(of: .percent, in: named).first else { return nil }
      return context.measure(own)
    }
    let all = context.records(of: .percent, in: match.wholeTokens)
    return all.count == 1 ? context.measure(all[0]) : nil
  }
}
