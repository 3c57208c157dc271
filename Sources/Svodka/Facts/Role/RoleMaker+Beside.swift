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
    let end = context.kinds.mentionRange(of: match.wholeTokens).lowerBound
    let last = told.facts.last {
      $0.utf8Range.lowerBound >= start && $0.utf8Range.upperBound <= end && !$0.negated
    }
    // «глава МИД Ирака» is at the head of an office, not of a country.
    guard case .role(let other)? = last?.statement, other.status != .former, other.person != person,
      let organization = other.organization, organization != place,
      context.entity(organization)?.type == PlaceType.country.rawValue,
      isIn(peerOffices, other.position.name)
    else { return }
    let role = Role(
      person: person, position: PositionReference(mention: nil, name: other.position.name),
      organization: place)
    var fact = context.fact(.role(role), of: match)
    fact.inferred = ["position"]
    told.facts.append(fact)
  }

  /// «президент Израиля А и премьер-министр Б»: a head of state and a premier side by side are of one
  /// country, where the text speaks of no other.
  func shareCountry(
    _ posts: inout [RolePost], of match: KeptMatch, _ told: inout Told, _ context: FactContext
  ) {
    let tokens = match.wholeTokens
    if posts.count == 1, posts[0].place == nil, posts[0].isBare, !posts[0].isPlural,
      isOfPremier(posts[0].position.name), let country = told.country,
      country.end + 1 == tokens.lowerBound, reader.homeland(context) == country.place,
      context.has(words[.joining], in: country.end..<tokens.lowerBound)
    {
      posts[0].place = country.place
      posts[0].isShared = true
    }
    told.country = posts.last.map { sovereigns.contains($0.position.name) } == true
      ? posts.last?.place.flatMap { place in
        context.entity(place)?.type == PlaceType.country.rawValue ? (place, tokens.upperBound) : nil
      } : nil
  }

  /// An office of state without a country is of the only one that the document speaks of, where others of
  /// that country are told of and none of them holds it.
  func atHome(_ facts: [Fact], _ context: FactContext) -> [Fact] {
    let bare = facts.indices.filter { number in
      guard case .role(let role) = facts[number].statement, role.organization == nil else { return false }
      return sovereigns.contains(role.position.name)
    }
    guard !bare.isEmpty, let home = reader.homeland(context) else { return facts }
    let officers = facts.compactMap { fact -> Role? in
      guard case .role(let role) = fact.statement, role.organization == home,
        isIn(stateOffices, role.position.name)
      else { return nil }
      return role
    }
    let evidence = Set(officers.map(\.person)).count + authorities(of: home, context)
    guard evidence > 0 else { return facts }
    var facts = facts
    for number in bare {
      guard case .role(var role) = facts[number].statement,
        !officers.contains(where: { $0.position.name == role.position.name && $0.person != role.person })
      else { continue }
      role.organization = home
      facts[number].statement = .role(role)
      facts[number].inferred.append("organization")
    }
    return facts
  }

  /// How often the document names an authority of a country: «Минфин Италии».
  private func authorities(of home: EntityReference, _ context: FactContext) -> Int {
    let name = home.name.dropLast(2)
    return context.entities.reduce(0) { count, entity in
      let isOne = entity.kind == .organization && entity.type == OrganizationType.government.rawValue
        && entity.name.contains(name)
      return isOne ? count + entity.mentions.count : count
    }
  }

  /// A governor without a region has that of the sentence or the one before, if the text names no other.
  func setRegion(_ posts: inout [RolePost], _ context: FactContext) {
    for index in posts.indices where posts[index].place == nil {
      guard regionOffices.contains(posts[index].position.name), let title = posts[index].record,
        let only = context.onlyRegion, reader.region(before: title.tokens.lowerBound, context) == only
      else { continue }
      posts[index].place = only
      posts[index].isShared = true
    }
  }


  private func isOfPremier(_ title: String) -> Bool { premierOffices.contains(title) }

  /// Whether a title is one of some offices, by its first word: «министр финансов».
  private func isIn(_ offices: Set<String>, _ title: String) -> Bool {
    title.split(separator: " ").first.map { offices.contains(String($0)) } ?? false
  }
}
