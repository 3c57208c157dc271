import TextRules

/// A name of an organization, and the mentions that have it.
struct NamedOrganization {
  var organization: Organization
  let key: FoldedName
  var mentions: [Int]
  /// The name without the place at its end, and that place: «Министерство энергетики», «Казахстан».
  var bare: FoldedName
  var place: FoldedName?
  /// Whether mentions of the name tell of different places: «турецкий Минфин», «индийский Минфин».
  var isDivided = false
}

/// Joins the names of one organization: its abbreviation, the name with its place and without, a
/// shorter name, another well-known name, the Latin twin.
///
/// - Complexity: O(*n*) in the number of names.
struct OrganizationJoins {
  private let names: [NamedOrganization]
  private let byKey: [FoldedName: Int]
  private let words: OrganizationWords
  private var groups: DisjointSets
  /// By a name without its place, those who have it, or of whom it is an abbreviation.
  private var bearers: [FoldedName: [Int]] = [:]
  /// How many names of one beginning are compared with an abbreviation.
  private static let most = 16

  init(
    _ names: [NamedOrganization], byKey: [FoldedName: Int], words: OrganizationWords
  ) {
    self.names = names
    self.byKey = byKey
    self.words = words
    groups = DisjointSets(count: names.count)
    for index in names.indices where !names[index].isDivided {
      bearers[names[index].bare, default: []].append(index)
    }
  }

  /// The numbers of the names of each organization, rising.
  mutating func members() -> [[Int]] { groups.members() }

  mutating func join(_ one: Int, _ other: Int) { groups.join(one, other) }

  // MARK: Names with and without a place

  /// Joins those who share a name, an abbreviation or a well-known name, unless places tell them
  /// apart: «МИД» is neither of «МИД Италии» and «МИД РФ».
  mutating func joinBearers() {
    addKnown()
    addInitials()
    addCompounds()
    for all in bearers.values where all.count > 1 {
      let places = Set(all.compactMap { names[$0].place })
      if places.count < 2 {
        for other in all.dropFirst() { groups.join(all[0], other) }
        continue
      }
      var first: [FoldedName?: Int] = [:]
      for index in all {
        if let same = first[names[index].place] {
          groups.join(same, index)
        } else {
          first[names[index].place] = index
        }
      }
    }
  }

  /// «Евросоюз» is the ЕС.
  private mutating func addKnown() {
    for index in names.indices where !names[index].isDivided {
      for name in [names[index].bare, names[index].key] {
        guard let known = words.wellKnown(name) else { continue }
        bearers[known, default: []].append(index)
        break
      }
    }
  }

  /// Adds each name to the bearers of its abbreviation; of one that may be two names' it is neither's.
  private mutating func add(_ long: [FoldedName: [Int]]) {
    for (short, candidates) in long {
      let bare = Set(candidates.map { names[$0].bare })
      guard bare.count == 1 else { continue }
      bearers[short, default: []] += candidates
    }
  }

  // MARK: Abbreviations

  /// «МВД» and «Министерство внутренних дел», «СК» and «Следственный комитет РФ».
  private mutating func addInitials() {
    var long: [FoldedName: [Int]] = [:]
    for index in names.indices where !names[index].isDivided {
      var seen: Set<FoldedName> = []
      for name in [names[index].bare, names[index].key] {
        for short in words.initials(of: name)
        where byAbbreviation(short) != nil && words.wellKnown(short) == nil && seen.insert(short).inserted {
          long[short, default: []].append(index)
        }
      }
    }
    add(long)
  }

  /// The name that an abbreviation is, in capitals for the most part.
  private func byAbbreviation(_ short: FoldedName) -> Int? {
    guard let index = bearers[short]?.first(where: { names[$0].bare == short }) else { return nil }
    let name = names[index].organization.name
    return name.prefix { $0 != " " }.filter(\.isUppercase).count >= 2 ? index : nil
  }

  /// «Минсельхоз» and «Министерство сельского хозяйства», «Нацбанк» and «Национальный банк».
  private mutating func addCompounds() {
    var byStart: [FoldedName: [Int]] = [:]
    for index in names.indices where names[index].bare.words.count > 1 && !names[index].isDivided {
      let start = FoldedName(bytes: Array(names[index].bare.bytes.prefix(AbbreviatedName.shortest)))
      byStart[start, default: []].append(index)
    }
    var long: [FoldedName: [Int]] = [:]
    for index in names.indices {
      let short = names[index].bare
      let start = FoldedName(bytes: Array(short.bytes.prefix(AbbreviatedName.shortest)))
      guard short.words.count == 1, let candidates = byStart[start] else { continue }
      long[short] = candidates.prefix(Self.most).filter {
        AbbreviatedName.isMade(short.bytes, of: names[$0].bare.words, without: words.small)
      }
    }
    add(long.filter { !$0.value.isEmpty })
  }

  // MARK: Shorter names

  /// «Allur Group» and «Allur»; «Carver Hathaway», and «Carver» after it.
  mutating func joinShortened() {
    var longer: [FoldedName: [Int]] = [:]
    for index in names.indices {
      let parts = names[index].key.words
      guard parts.count > 1 else { continue }
      if words.leftOut.contains(Array(parts.last!)), let short = names[index].key.dropping(words: 1),
        let other = byKey[short]
      {
        groups.join(index, other)
      }
      if let first = parts.first, first.first! < 0x80, parts.count <= 3 {
        longer[FoldedName(bytes: Array(first)), default: []].append(index)
      }
    }
    for (first, candidates) in longer where candidates.count == 1 {
      guard let short = byKey[first], first.bytes.count >= 5,
        names[candidates[0]].mentions[0] < names[short].mentions[0]
      else { continue }
      groups.join(short, candidates[0])
    }
  }

  /// Latin twins: «Kaspi» and «Каспи».
  mutating func joinTwins() {
    var latin: [FoldedName: Int] = [:]
    for index in names.indices {
      guard let first = names[index].key.bytes.first, first < 0x80 else { continue }
      let sound = names[index].key.sound
      if !sound.isEmpty { latin[sound] = latin[sound] ?? index }
    }
    guard !latin.isEmpty else { return }
    for index in names.indices {
      guard let first = names[index].key.bytes.first, first == 0xD0 || first == 0xD1 else { continue }
      if let other = latin[names[index].key.sound] { groups.join(index, other) }
    }
  }
}
