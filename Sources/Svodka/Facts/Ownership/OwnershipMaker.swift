import RussianText
import TextRules

/// Who owns what: each owner with each thing owned.
struct OwnershipMaker: FactMaker {
  static let name = "ownership"

  private let generic: GenericOrganizations
  private let unreal: CompiledLexicon
  private let managed: CompiledLexicon
  private let forms: CompiledLexicon
  private let things: CompiledLexicon
  private let plants: CompiledLexicon
  private let holders: CompiledLexicon

  init(rules: CompiledRules) throws {
    generic = GenericOrganizations(rules.lexicon("ownership", "generic")!)
    unreal = rules.lexicon("ownership", "unreal")!
    managed = rules.lexicon("ownership", "managed")!
    forms = rules.lexicon("ownership", "bare-form")!
    things = rules.lexicon("ownership", "thing")!
    plants = rules.lexicon("ownership", "plant")!
    holders = rules.lexicon("ownership", "holder")!
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
    if let verb = match.range("verb"), !context.isReal(verb, unreal: unreal, managed: managed) {
      return []
    }
    // «рудник «Ромашка» компании «Василёк»»: the second in the genitive.
    if match.ruleName.hasSuffix("plant-of"), !context.has(plants, in: ownedRange)
      || !context.has(holders, in: ownerRange.lowerBound..<ownerRange.lowerBound + 1)
      || !context.kinds.hasAnalysis(ownerRange.lowerBound, [.NOUN, .gent])
    {
      return []
    }
    if let verb = match.range("verb"), verb.upperBound <= ownedRange.lowerBound,
      context.has(things, in: verb.upperBound..<ownedRange.lowerBound)
    {
      return []
    }
    let isControl = match.column("use", of: "verb") == "control"
    let owners = context.parties(in: ownerRange, titled: true).filter { owner in
      if isControl, !canControl(owner, context) { return false }
      guard let title = match.range("title") else { return true }
      return context.shareCase(title.lowerBound, owner.tokens)
    }
    // «собрание акционеров банка», «их хозяева»: several owners are no one person.
    if let title = match.range("title"), owners.count == 1,
      !context.kinds.hasAnalysis(title.lowerBound, .sing)
    {
      return []
    }
    let owned =
      match.range("noun") == nil
      ? context.parties(in: ownedRange, of: [.organization], titled: true)
        .filter { !isControl || canControl($0, context) }
        .compactMap { named($0, context) }
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

  /// A company's control of a company: «контролирует город», «партия контролирует парламент» is none.
  private func canControl(_ record: MatchedRecord, _ context: FactContext) -> Bool {
    switch context.value(of: record) {
    case .person: true
    case .organization(let organization):
      [.company, .bank, .media, .sport, .other].contains(organization.type)
    default: false
    }
  }

  /// The entity of an organization; of a bare «АО» the one that the text names with it.
  private func named(_ record: MatchedRecord, _ context: FactContext) -> EntityReference? {
    let buffer = context.buffer
    guard record.tokens.count == 1, context.has(forms, in: record.tokens) else {
      return context.reference(to: record)
    }
    let form = buffer[record.tokens.lowerBound].word
    for first in stride(from: record.tokens.upperBound + 1, to: max(0, record.tokens.lowerBound - 400), by: -1)
    where first < buffer.count {
      let before = context.kinds.isQuote(first - 1) ? first - 2 : first - 1
      guard before >= 0, buffer[before].word == form, buffer[before].kind == .word,
        let full = context.records(of: .organization, in: first..<first + 1).first
      else { continue }
      return context.reference(to: full)
    }
    return nil
  }

  /// What a noun or a pronoun stands for: the only organization of its kind in the sentence so far,
  /// or else in one of the two before, or else in the document.
  private func namedBefore(_ noun: Range<Int>, _ context: FactContext) -> EntityReference? {
    let type = generic.type(in: noun, context)
    let near = context.onlyOrganization(before: noun.lowerBound) { record in
      guard let own = context.organizationType(of: record), canStand(own, for: type) else {
        return nil
      }
      return named(record, context)
    }
    if let near { return near }
    let all = context.entities.filter { entity in
      entity.kind == .organization
        && entity.type.flatMap(OrganizationType.init).map { canStand($0, for: type) } ?? false
    }
    return all.count == 1 ? EntityReference(all[0]) : nil
  }

  /// - Parameter wanted: The type that the noun tells, or nil for a pronoun and for «организация».
  private func canStand(_ type: OrganizationType, for wanted: OrganizationType??) -> Bool {
    if let wanted, let wanted { return GenericOrganizations.fits(type, wanted) }
    return [.company, .bank, .media, .sport, .association, .other].contains(type)
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
