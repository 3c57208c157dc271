import TextRules

/// Nouns that refer back to an organization, as mentions of it: «Компания открыла цех.»
///
/// A noun counts where exactly one organization that it can stand for is named near: in its
/// sentence so far, or else in the nearest of the three before that names any.
struct References: Sendable {
  private let nouns: GenericOrganizations
  private let kind: Int
  /// How many tokens back a noun reaches, so that a text without full stops takes linear time.
  private static let reach = 250

  /// Fails where the rules lack those of the nouns.
  init?(rules: CompiledRules) {
    guard let kind = rules.kindNumber(ReferenceMaker.name),
      let list = rules.lexicon(ReferenceMaker.name, "noun")
    else { return nil }
    self.kind = kind
    nouns = GenericOrganizations(list)
  }

  /// Where an organization is named, and its number among the entities.
  private struct Naming {
    let tokens: Range<Int>
    let entity: Int
  }

  /// A noun that refers back.
  private struct Reference {
    let match: KeptMatch
    let entity: Int
  }

  /// Adds the nouns that refer back to the mentions and to their entities.
  ///
  /// - Complexity: O(*n*) in the number of mentions and nouns.
  func add(to mentions: inout [Mention], _ entities: inout [Entity], in context: KindContext) {
    let nouns = context.factMatches.filter { $0.kind == kind }
    guard !nouns.isEmpty else { return }
    let numbers = Dictionary(
      entities.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let named = mentions.indices.compactMap { index -> Naming? in
      guard mentions[index].kind == .organization, let id = mentions[index].entity else { return nil }
      return Naming(tokens: context.mentionTokens[index], entity: numbers[id]!)
    }
    let references = references(nouns, named, entities, context)
    guard !references.isEmpty else { return }
    insert(references, into: &mentions, entities, context)
    for index in entities.indices { entities[index].mentions.removeAll() }
    for (index, mention) in mentions.enumerated() {
      if let id = mention.entity { entities[numbers[id]!].mentions.append(index) }
    }
  }

  // MARK: Whom the nouns stand for

  private func references(
    _ nouns: [KeptMatch], _ named: [Naming], _ entities: [Entity], _ context: KindContext
  ) -> [Reference] {
    var references: [Reference] = []
    // What is named so far, nouns that refer back included.
    var past: [Naming] = []
    var next = 0
    // Where the names so far end.
    var end = 0
    for noun in nouns.sorted(by: { $0.tokens.lowerBound < $1.tokens.lowerBound }) {
      while next < named.count, named[next].tokens.lowerBound < noun.tokens.upperBound {
        past.append(named[next])
        end = max(end, named[next].tokens.upperBound)
        next += 1
      }
      // «Банк» of «Банк развития» is part of a name.
      if noun.tokens.lowerBound < end { continue }
      guard let entity = antecedent(of: noun, past, entities, context) else { continue }
      references.append(Reference(match: noun, entity: entity))
      past.append(Naming(tokens: noun.tokens, entity: entity))
      end = noun.tokens.upperBound
    }
    return references
  }

  /// The only entity that the noun can stand for in the nearest sentence that names one.
  private func antecedent(
    of match: KeptMatch, _ past: [Naming], _ entities: [Entity], _ context: KindContext
  ) -> Int? {
    guard let noun = nouns.noun(in: match.tokens, context) else { return nil }
    var found: Int?
    var sentence = context.sentence(of: match.tokens.lowerBound)
    var sentencesBack = 0
    for naming in past.reversed() {
      let start = naming.tokens.lowerBound
      if start < match.tokens.lowerBound - Self.reach { break }
      while start < sentence.lowerBound, sentencesBack < 3, found == nil {
        sentence = context.sentence(of: sentence.lowerBound - 1)
        sentencesBack += 1
      }
      if start < sentence.lowerBound { break }
      guard naming.entity != found, fits(entities[naming.entity], noun) else { continue }
      if found != nil { return nil }
      found = naming.entity
    }
    return found
  }

  private func fits(_ entity: Entity, _ noun: GenericOrganizations.Noun) -> Bool {
    guard let type = entity.type.flatMap(OrganizationType.init(rawValue:)) else { return false }
    return noun.fits(name: entity.name, type: type)
  }

  // MARK: The mentions

  private func insert(
    _ references: [Reference], into mentions: inout [Mention], _ entities: [Entity],
    _ context: KindContext
  ) {
    var merged: [Mention] = []
    var tokens: [Range<Int>] = []
    var places: [Int] = []
    var waiting = references[...]
    func take(before start: Int) {
      while let first = waiting.first,
        context.utf8Range(of: first.match.tokens).lowerBound < start
      {
        merged.append(mention(of: first, entities[first.entity], context))
        tokens.append(first.match.tokens)
        waiting.removeFirst()
      }
    }
    for (mention, range) in zip(mentions, context.mentionTokens) {
      take(before: mention.utf8Range.lowerBound)
      places.append(merged.count)
      merged.append(mention)
      tokens.append(range)
    }
    take(before: .max)
    mentions = merged
    context.mentionTokens = tokens
    context.mentionNumbers = context.mentionNumbers.map { $0.map { places[$0] } }
  }

  private func mention(
    of reference: Reference, _ entity: Entity, _ context: KindContext
  ) -> Mention {
    let range = context.utf8Range(of: reference.match.tokens)
    let type = entity.type.flatMap(OrganizationType.init(rawValue:)) ?? .other
    return Mention(
      utf8Range: range, text: String(decoding: context.buffer.utf8[range], as: UTF8.self),
      value: .organization(
        Organization(name: entity.name, legalForm: entity.legalForm, type: type)),
      rule: reference.match.ruleName, entity: entity.id)
  }
}
