import RussianMorphology
import RussianText
import TextRules

/// Merges the mentions of people, organizations and places into entities, each once a document.
///
/// What is merged does not depend on the order of the mentions: the fullest names come first, and
/// the others go to the one they fit.
struct EntityMerger: Sendable {
  private let people: PersonMerger
  private let organizations: OrganizationMerger
  /// The usual names of countries, by code.
  private let countries: [String: String]

  init(rules: CompiledRules) {
    people = PersonMerger(rules: rules)
    organizations = OrganizationMerger(rules: rules)
    var countries: [String: String] = [:]
    if let list = rules.lexicon("place", "country"), let name = list.column("name"),
      let code = list.column("code")
    {
      for entry in 0..<list.count {
        let key = list.text(entry: entry, column: code)
        countries[key] = countries[key] ?? list.text(entry: entry, column: name)
      }
    }
    self.countries = countries
  }

  /// Returns the entities in the order of their first mentions, and notes them in the mentions.
  ///
  /// - Parameter tokens: Where the mentions stand.
  /// - Complexity: O(*n*) in the number of mentions.
  func merge(
    _ mentions: inout [Mention], tokens: [Range<Int>], in context: KindContext
  ) -> [Entity] {
    var groups: [EntityGroup] = []
    groups += people.groups(&mentions, tokens, context)
    groups += organizations.groups(mentions, tokens, context)
    groups += PlaceMerger.groups(mentions, countries)
    groups.sort { $0.mentions[0] < $1.mentions[0] }
    var counts: [MentionKind: Int] = [:]
    return groups.map { group in
      counts[group.kind, default: 0] += 1
      let id = "\(Self.prefix(group.kind))\(counts[group.kind]!)"
      for index in group.mentions { mentions[index].entity = id }
      return Entity(
        id: id, kind: group.kind, name: group.name, legalForm: group.legalForm, type: group.type,
        aliases: group.aliases.filter { $0 != group.name }, mentions: group.mentions)
    }
  }

  private static func prefix(_ kind: MentionKind) -> String {
    switch kind {
    case .person: "per"
    case .organization: "org"
    default: "loc"
    }
  }
}

/// The mentions of one entity, and what is told of it.
struct EntityGroup {
  var kind: MentionKind
  var name: String
  var legalForm: String?
  var type: String?
  private(set) var aliases: [String] = []
  private var known: Set<String> = []
  /// Rising; at least one.
  var mentions: [Int]

  init(
    kind: MentionKind, name: String, legalForm: String? = nil, type: String? = nil,
    aliases: [String] = [], mentions: [Int]
  ) {
    self.kind = kind
    self.name = name
    self.legalForm = legalForm
    self.type = type
    self.aliases = aliases
    self.mentions = mentions
    known = Set(aliases)
  }

  /// Adds another name, once.
  mutating func add(alias: String) {
    if !alias.isEmpty, alias != name, known.insert(alias).inserted { aliases.append(alias) }
  }
}

/// Places are one if their canonical names are and neither contradicts the other.
enum PlaceMerger {
  static func groups(_ mentions: [Mention], _ countries: [String: String]) -> [EntityGroup] {
    var groups: [EntityGroup] = []
    var byName: [FoldedName: [Int]] = [:]
    for (index, mention) in mentions.enumerated() {
      guard case .place(let place) = mention.value else { continue }
      // A country has one code, and many names: «Британия», «Великобритания».
      let code = place.type == .country ? place.code : nil
      let key = FoldedName(code ?? place.name)
      let same = byName[key, default: []].first { group in
        groups[group].type == place.type.rawValue
      }
      if let same {
        groups[same].mentions.append(index)
        groups[same].add(alias: place.name)
      } else {
        byName[key, default: []].append(groups.count)
        groups.append(
          EntityGroup(
            kind: .place, name: code.flatMap { countries[$0] } ?? place.name,
            type: place.type.rawValue, mentions: [index]))
        groups[groups.count - 1].add(alias: place.name)
      }
    }
    for index in groups.indices {
      for mention in groups[index].mentions where mentions[mention].text.utf8.count < 12 {
        addAbbreviation(mentions[mention].text, to: &groups[index])
      }
    }
    return groups
  }

  /// «РК», «КНР»: what is written in capitals does not inflect.
  private static func addAbbreviation(_ text: String, to group: inout EntityGroup) {
    let letters = text.utf8.filter { $0 != UInt8(ascii: ".") }
    guard letters.count >= 4, FoldedName(text).bytes.count == letters.count,
      text.allSatisfy({ $0.isUppercase || $0 == "." })
    else { return }
    group.add(alias: text)
  }
}
