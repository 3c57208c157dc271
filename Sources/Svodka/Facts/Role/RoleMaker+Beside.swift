import RussianMorphology
import RussianText
import TextRules

// Titles that another title beside them completes.
extension RoleMaker {
  /// «со своим французским коллегой Иваном Кравчуком»: the title of the one told of last in the same
  /// sentence, for the country of the adjective.
  func addColleague(_ match: KeptMatch, to told: inout Told, in context: FactContext) {
    guard let land = match.range("land"), let range = match.range("people"),
      let person = context.records(of: .person, in: range).first.flatMap(context.reference),
      let place = reader.place(ofAdjective: land, context),
      context.shareCase(land.upperBound, range, isOne: true)
    else { return }
    let start = context.kinds.mentionRange(of: context.sentence(of: land.lowerBound)).lowerBound
    let own = context.kinds.mentionRange(of: match.wholeTokens)
    let last = told.facts.last {
      $0.utf8Range.lowerBound >= start && $0.utf8Range.upperBound <= own.lowerBound && !$0.negated
    }
    guard case .role(let other)? = last?.statement, other.status != .former, other.person != person,
      other.organization != nil, other.organization != place, isOfState(other.position.name)
    else { return }
    let role = Role(
      person: person, position: PositionReference(mention: nil, name: other.position.name),
      organization: place)
    var fact = context.fact(.role(role), of: match)
    fact.inferred = ["position"]
    told.facts.append(fact)
  }

  /// «президент Израиля А и премьер-министр Б»: two offices of state side by side are of one country.
  func shareCountry(
    _ posts: inout [RolePost], of match: KeptMatch, _ told: inout Told, _ context: FactContext
  ) {
    let tokens = match.wholeTokens
    let isState = posts.last.map { isOfState($0.position.name) } ?? false
    if isState, posts.count == 1, posts[0].place == nil, posts[0].isBare, !posts[0].isPlural,
      let country = told.country, country.end + 1 == tokens.lowerBound,
      context.has(words[.joining], in: country.end..<tokens.lowerBound)
    {
      posts[0].place = country.place
      posts[0].isShared = true
    }
    told.country = isState
      ? posts.last?.place.flatMap { place in
        context.entity(place)?.type == PlaceType.country.rawValue ? (place, tokens.upperBound) : nil
      } : nil
  }

  /// An office of state without a country is of the only one that the document speaks of.
  func atHome(_ facts: [Fact], _ context: FactContext) -> [Fact] {
    var home: EntityReference??
    return facts.map { fact in
      guard case .role(var role) = fact.statement, role.organization == nil,
        sovereigns.contains(role.position.name) || isOfGovernment(role.position.name)
      else { return fact }
      if home == nil { home = .some(reader.homeland(context)) }
      // «министр» of a text about a region may be the region's.
      guard let place = home ?? nil, sovereigns.contains(role.position.name) || !hasRegion(context)
      else { return fact }
      var fact = fact
      role.organization = place
      fact.statement = .role(role)
      fact.inferred.append("organization")
      return fact
    }
  }

  /// Is a region named more than once?
  private func hasRegion(_ context: FactContext) -> Bool {
    context.entities.contains {
      $0.kind == .place && $0.type == PlaceType.region.rawValue && $0.mentions.count > 1
    }
  }

  /// «министр финансов», «вице-премьер»
  private func isOfGovernment(_ title: String) -> Bool {
    title.split(separator: " ").first.map { governmentOffices.contains(String($0)) } ?? false
  }

  /// Is a title an office of state: «министр финансов», «вице-премьер»?
  func isOfState(_ title: String) -> Bool {
    title.split(separator: " ").first.map { stateOffices.contains(String($0)) } ?? false
  }
}
