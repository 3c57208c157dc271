import RussianText
import TextRules

/// Who belongs to what. A company in a group of companies is owned, not a member.
struct MembershipMaker: FactMaker {
  static let name = "membership"

  init(rules: CompiledRules) throws {}

  func facts(of matches: [KeptMatch], in context: FactContext) -> [Fact] {
    var facts: [Fact] = []
    for match in matches {
      for fact in self.facts(of: match, in: context)
      where !facts.contains(where: fact.saysSame(as:)) {
        facts.append(fact)
      }
    }
    return facts
  }

  func facts(of match: KeptMatch, in context: FactContext) -> [Fact] {
    guard let memberRange = match.range("member"), let bodyRange = match.range("organization"),
      let body = context.parties(in: bodyRange, of: [.organization]).first,
      let bodyName = context.reference(to: body)
    else { return [] }
    let since = since(match, context)
    var facts: [Fact] = []
    for member in context.parties(in: memberRange, of: [.organization, .place]) {
      guard let name = context.reference(to: member), name != bodyName else { continue }
      let statement: Statement =
        isGroup(body, of: member, context)
        ? .ownership(Ownership(owner: bodyName, owned: name))
        : .membership(Membership(member: name, organization: bodyName, since: since))
      facts.append(context.fact(statement, of: match, negated: match.range("neg") != nil))
    }
    return facts
  }

  /// Are both companies?
  private func isGroup(
    _ body: MatchedRecord, of member: MatchedRecord, _ context: FactContext
  ) -> Bool {
    guard case .organization(let group) = context.value(of: body),
      case .organization(let part) = context.value(of: member)
    else { return false }
    let firms: [OrganizationType] = [.company, .bank]
    return (firms.contains(part.type) && (firms.contains(group.type) || group.type == .other))
  }

  /// The date with an open end behind the statement: «с 1994 года».
  private func since(_ match: KeptMatch, _ context: FactContext) -> DateSpan? {
    let end = match.wholeTokens.upperBound
    let last = context.sentence(of: end - 1).upperBound
    let near = match.wholeTokens.lowerBound..<min(end + 2, last)
    return context.records(of: .date, in: near).compactMap(context.period).first {
      $0.from != nil && $0.to == nil
    }
  }
}
