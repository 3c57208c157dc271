import RussianText
import TextRules

/// Where an organization sits.
struct LocationMaker: FactMaker {
  static let name = "location"

  private let plants: CompiledLexicon

  init(rules: CompiledRules) throws {
    plants = rules.lexicon("location", "plant")!
  }

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
    guard let range = match.range("organization"), let place = match.record("place"),
      let organization = context.parties(in: range, of: [.organization]).first,
      match.range("verb") != nil || isPlant(organization, context),
      let name = context.reference(to: organization), let placeName = context.reference(to: place)
    else { return [] }
    let location = Location(organization: name, place: placeName)
    return [context.fact(.location(location), of: match, negated: match.range("neg") != nil)]
  }

  /// Does the name begin with what stands in one place?
  private func isPlant(_ organization: MatchedRecord, _ context: FactContext) -> Bool {
    var found = false
    context.kinds.forEachEntry(of: plants, in: organization.tokens) { _, _ in found = true }
    return found
  }
}
