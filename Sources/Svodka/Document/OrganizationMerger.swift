import RussianMorphology
import RussianText
import TextRules

/// Which mentions of organizations are the same organization.
struct OrganizationMerger: Sendable {
  private let introduced: IntroducedNames
  /// Words that a short name leaves out at its end: «Group», «холдинг».
  private let leftOut: Set<[UInt8]>
  /// Words of a name that its abbreviation leaves out: «и», «по».
  private let small: Set<[UInt8]>

  init(rules: CompiledRules) {
    func forms(_ name: String) -> Set<[UInt8]> {
      guard let list = rules.lexicon("organization", name) else { return [] }
      return Set((0..<list.count).map { FoldedName(list.text(entry: $0, column: 0)).bytes })
    }
    introduced = IntroducedNames(
      introducers: forms("introducer"), renamed: rules.lexicon("organization", "renamed"))
    leftOut = forms("left-out")
    small = forms("inside").union(forms("and")).union(forms("join"))
  }

  private struct Named {
    var organization: Organization
    var key: FoldedName
    var mentions: [Int]
    /// The group that this one became part of.
    var parent: Int
  }

  func groups(
    _ mentions: [Mention], _ tokens: [Range<Int>], _ context: KindContext
  ) -> [EntityGroup] {
    var all: [Named] = []
    var byKey: [FoldedName: Int] = [:]
    var groupOf: [Int: Int] = [:]
    for (index, mention) in mentions.enumerated() {
      guard case .organization(let organization) = mention.value else { continue }
      let key = key(of: organization.name)
      if let same = byKey[key] {
        all[same].mentions.append(index)
        groupOf[index] = same
        improve(&all[same].organization, with: organization)
      } else {
        byKey[key] = all.count
        groupOf[index] = all.count
        all.append(
          Named(organization: organization, key: key, mentions: [index], parent: all.count))
      }
    }
    guard !all.isEmpty else { return [] }
    joinIntroduced(mentions, tokens, groupOf, &all, context)
    joinShortened(byKey, mentions, tokens, &all, context)
    joinInitials(byKey, &all)
    joinTwins(&all)
    return collect(all, mentions, tokens, context)
  }

  /// Names in capitals are compared by the look of their letters: CMC and СМС.
  private func key(of name: String) -> FoldedName {
    guard name.utf8.count <= 8, name.utf8.allSatisfy({ Self.looks[$0] != nil }) else {
      return FoldedName(name)
    }
    return FoldedName(String(name.utf8.map { Self.looks[$0]! }))
  }

  /// Latin capitals that look like Cyrillic ones.
  private static let looks: [UInt8: Character] = [
    0x41: "\u{410}", 0x42: "\u{412}", 0x43: "\u{421}", 0x45: "\u{415}", 0x48: "\u{41D}",
    0x4B: "\u{41A}", 0x4D: "\u{41C}", 0x4F: "\u{41E}", 0x50: "\u{420}", 0x54: "\u{422}",
    0x58: "\u{425}", 0x59: "\u{423}",
  ]

  private func improve(_ known: inout Organization, with other: Organization) {
    if known.legalForm == nil { known.legalForm = other.legalForm }
    if known.type == .other || (known.type == .company && other.type != .other) {
      known.type = other.type
    }
  }

  // MARK: Union

  private func root(_ index: Int, _ all: inout [Named]) -> Int {
    var index = index
    while all[index].parent != index {
      all[index].parent = all[all[index].parent].parent
      index = all[index].parent
    }
    return index
  }

  private func join(_ one: Int, _ other: Int, _ all: inout [Named]) {
    let roots = (root(one, &all), root(other, &all))
    if roots.0 != roots.1 { all[max(roots.0, roots.1)].parent = min(roots.0, roots.1) }
  }

  // MARK: Who is who

  private func joinIntroduced(
    _ mentions: [Mention], _ tokens: [Range<Int>], _ groupOf: [Int: Int], _ all: inout [Named],
    _ context: KindContext
  ) {
    var previous: Int?
    for index in mentions.indices {
      guard let group = groupOf[index] else { continue }
      defer { previous = index }
      guard let previous, let first = groupOf[previous], first != group else { continue }
      if introduced.areOne(tokens[previous], tokens[index], context) { join(first, group, &all) }
    }
  }

  /// «Allur Group» and «Allur»; «Министерство энергетики РК» and «Министерство энергетики».
  private func joinShortened(
    _ byKey: [FoldedName: Int], _ mentions: [Mention], _ tokens: [Range<Int>],
    _ all: inout [Named], _ context: KindContext
  ) {
    for index in all.indices {
      let words = all[index].key.words
      guard words.count > 1 else { continue }
      if leftOut.contains(Array(words.last!)), let short = all[index].key.dropping(words: 1),
        let other = byKey[short]
      {
        join(index, other, &all)
      }
      let stretch = tokens[all[index].mentions[0]]
      guard let place = placeLength(at: stretch, context), place < words.count,
        let short = all[index].key.dropping(words: place), let other = byKey[short]
      else { continue }
      join(index, other, &all)
    }
  }

  /// How many words of a name the place at its end has.
  private func placeLength(at tokens: Range<Int>, _ context: KindContext) -> Int? {
    for start in tokens.dropFirst().suffix(3) {
      guard let place = context.record(.place, at: start) else { continue }
      if place.tokens.upperBound == tokens.upperBound { return place.tokens.count }
    }
    return nil
  }

  /// «МВД» and «Министерство внутренних дел».
  private func joinInitials(_ byKey: [FoldedName: Int], _ all: inout [Named]) {
    for index in all.indices {
      let words = all[index].key.words
      guard words.count > 2 else { continue }
      var initials: [UInt8] = []
      var allInitials: [UInt8] = []
      for word in words {
        let letter = word.prefix(word.first! < 0x80 ? 1 : 2)
        allInitials += letter
        if !small.contains(Array(word)) { initials += letter }
      }
      for key in [initials, allInitials] {
        if let other = byKey[FoldedName(bytes: key)] { join(index, other, &all) }
      }
    }
  }

  /// Latin twins: «Kaspi» and «Каспи».
  private func joinTwins(_ all: inout [Named]) {
    var latin: [FoldedName: Int] = [:]
    for index in all.indices {
      guard let first = all[index].key.bytes.first, first < 0x80 else { continue }
      let sound = all[index].key.sound
      if !sound.isEmpty { latin[sound] = latin[sound] ?? index }
    }
    guard !latin.isEmpty else { return }
    for index in all.indices {
      guard let first = all[index].key.bytes.first, first == 0xD0 || first == 0xD1 else { continue }
      if let other = latin[all[index].key.sound] { join(index, other, &all) }
    }
  }

  // MARK: The groups

  private func collect(
    _ named: [Named], _ mentions: [Mention], _ tokens: [Range<Int>], _ context: KindContext
  ) -> [EntityGroup] {
    var all = named
    var members: [Int: [Int]] = [:]
    for index in all.indices { members[root(index, &all), default: []].append(index) }
    return members.values.map { members in
      // The fullest name is the canonical one.
      let main = members.max {
        (all[$0].key.bytes.count, -$0) < (all[$1].key.bytes.count, -$1)
      }!
      var organization = all[main].organization
      var group = EntityGroup(kind: .organization, name: organization.name, mentions: [])
      for member in members {
        improve(&organization, with: all[member].organization)
        group.mentions += all[member].mentions
        group.add(alias: all[member].organization.name)
      }
      group.mentions.sort()
      group.legalForm = organization.legalForm
      group.type = organization.type.rawValue
      addDescribed(&group, mentions, tokens, context)
      return group
    }
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
