import RussianMorphology
import RussianText
import TextRules

/// Which mentions of organizations are the same organization.
struct OrganizationMerger: Sendable {
  private let introduced: IntroducedNames
  private let words: OrganizationWords
  /// Adjectives of places, with the places' names.
  private let adjectives: CompiledLexicon?

  init(rules: CompiledRules) {
    introduced = IntroducedNames(rules: rules)
    words = OrganizationWords(rules: rules)
    adjectives = rules.lexicon("organization", "place-adjective")
  }

  func groups(
    _ mentions: [Mention], _ tokens: [Range<Int>], _ context: KindContext
  ) -> [EntityGroup] {
    var all: [NamedOrganization] = []
    var byKey: [FoldedName: Int] = [:]
    var nameOf: [Int: Int] = [:]
    for (index, mention) in mentions.enumerated() {
      guard case .organization(let organization) = mention.value else { continue }
      let key = OrganizationWords.key(of: organization.name)
      if let same = byKey[key] {
        all[same].mentions.append(index)
        nameOf[index] = same
        improve(&all[same].organization, with: organization)
        if let place = placeAdjective(before: tokens[index].lowerBound, context),
          place != all[same].place
        {
          all[same].isDivided = all[same].isDivided || all[same].place != nil
          all[same].place = place
        }
      } else {
        byKey[key] = all.count
        nameOf[index] = all.count
        all.append(named(organization, key, index, tokens[index], context))
      }
    }
    guard !all.isEmpty else { return [] }
    var joins = OrganizationJoins(all, byKey: byKey, words: words)
    joinIntroduced(mentions, tokens, nameOf, &joins, context)
    joins.joinBearers()
    joins.joinShortened()
    joins.joinTwins()
    return joins.members().map { group(of: $0.map { all[$0] }, mentions, tokens, context) }
  }

  /// A name that stands for the first time, with the place at its end told apart.
  private func named(
    _ organization: Organization, _ key: FoldedName, _ mention: Int, _ tokens: Range<Int>,
    _ context: KindContext
  ) -> NamedOrganization {
    var named = NamedOrganization(
      organization: organization, key: key, mentions: [mention], bare: key)
    for start in tokens.dropFirst().suffix(3) {
      guard let place = context.record(.place, at: start),
        place.tokens.upperBound == tokens.upperBound, place.tokens.count < key.words.count,
        let bare = key.dropping(words: place.tokens.count),
        case .place(let value) = context.value(of: place)
      else { continue }
      named.bare = bare
      named.place = FoldedName(value.name)
    }
    if named.place == nil { named.place = placeAdjective(before: tokens.lowerBound, context) }
    return named
  }

  /// «Европейского ЦБ», «турецкий Минфин»: an adjective that tells the name from others' as a place
  /// at its end does.
  private func placeAdjective(before token: Int, _ context: KindContext) -> FoldedName? {
    guard token > 0, let adjectives, let name = adjectives.column("place") else { return nil }
    var place: FoldedName?
    context.forEachEntry(of: adjectives, in: token - 1..<token) { _, entry in
      place = FoldedName(adjectives.text(entry: entry, column: name))
    }
    guard place == nil, context.buffer[token - 1].shape == .title, !context.opensSentence(token - 1),
      context.hasAnalysis(token - 1, .ADJF)
    else { return place }
    // Of a place that no list has, what its cases share.
    return FoldedName(bytes: Array(FoldedName(context.text(of: token - 1..<token)).bytes.prefix(10)))
  }

  private func improve(_ known: inout Organization, with other: Organization) {
    if known.legalForm == nil { known.legalForm = other.legalForm }
    if known.type == .other || (known.type == .company && other.type != .other) {
      known.type = other.type
    }
  }

  // MARK: Who is who

  private func joinIntroduced(
    _ mentions: [Mention], _ tokens: [Range<Int>], _ nameOf: [Int: Int],
    _ joins: inout OrganizationJoins, _ context: KindContext
  ) {
    var before: (first: Int?, second: Int?) = (nil, nil)
    for index in mentions.indices {
      guard let name = nameOf[index] else { continue }
      defer { before = (before.second, index) }
      guard let previous = before.second, let second = nameOf[previous], second != name else {
        continue
      }
      if introduced.areOne(tokens[previous], tokens[index], context) { joins.join(second, name) }
      if let first = before.first,
        introduced.isTranslated(tokens[first], tokens[previous], tokens[index], context)
      {
        joins.join(second, name)
        joins.join(nameOf[first]!, name)
      }
    }
  }

  // MARK: The groups

  /// The entity of names that are one organization's; the fullest is the canonical one.
  private func group(
    of names: [NamedOrganization], _ mentions: [Mention], _ tokens: [Range<Int>],
    _ context: KindContext
  ) -> EntityGroup {
    let main = names.indices.max {
      (names[$0].key.bytes.count, -$0) < (names[$1].key.bytes.count, -$1)
    }!
    var organization = names[main].organization
    var group = EntityGroup(kind: .organization, name: organization.name, mentions: [])
    for name in names {
      improve(&organization, with: name.organization)
      group.mentions += name.mentions
      group.add(alias: name.organization.name)
    }
    group.mentions.sort()
    group.legalForm = organization.legalForm
    group.type = organization.type.rawValue
    addDescribed(&group, mentions, tokens, context)
    return group
  }

  /// Adds names with their descriptors: «Союз пекарей «Ромашка»».
  private func addDescribed(
    _ group: inout EntityGroup, _ mentions: [Mention], _ tokens: [Range<Int>],
    _ context: KindContext
  ) {
    var seen: Set<String> = []
    for index in group.mentions where tokens[index].count > 2 {
      guard case .organization(let organization) = mentions[index].value,
        organization.legalForm == nil, context.isQuote(tokens[index].upperBound - 1),
        !context.isQuote(tokens[index].lowerBound), seen.insert(mentions[index].text).inserted
      else { continue }
      group.add(alias: context.nominative(of: tokens[index]))
    }
  }
}
