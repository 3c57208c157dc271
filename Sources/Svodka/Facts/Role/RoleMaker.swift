import RussianMorphology
import RussianText
import TextRules

/// Who holds which post: pairs the titles, organizations and people of a match.
struct RoleMaker: FactMaker {
  static let name = "role"

  private let generic: GenericOrganizations
  private let adjectives: PlaceAdjectives
  private let former: CompiledLexicon
  private let current: CompiledLexicon
  private let formerPrefixes: [String]
  private let alone: CompiledLexicon
  private let owners: CompiledLexicon
  private let units: CompiledLexicon

  init(rules: CompiledRules) throws {
    generic = GenericOrganizations(rules.lexicon("role", "generic")!)
    adjectives = PlaceAdjectives(rules.lexicon("role", "place-adjective")!)
    former = rules.lexicon("role", "former")!
    current = rules.lexicon("role", "current")!
    alone = rules.lexicon("role", "alone")!
    owners = rules.lexicon("role", "owner")!
    units = rules.lexicon("role", "unit")!
    let prefixes = rules.lexicon("role", "former-prefix")!
    formerPrefixes = (0..<prefixes.count).map {
      prefixes.text(entry: $0, column: 0).filter { $0 != "\"" }
    }
  }

  /// A title with what is said of where it is held.
  private struct Post {
    var record: MatchedRecord?
    var position: PositionReference
    var place: EntityReference?
    var status: RoleStatus?
    var isPlural = false
    /// The text names the place, it is not taken from the context.
    var isExplicit = false
    /// Nothing stands behind the title.
    var isBare = false
    /// All that stands behind the title may be the name of where it is held.
    var places: [EntityReference] = []
  }

  func facts(of matches: [KeptMatch], in context: FactContext) -> [Fact] {
    var found: [Fact] = []
    var known: [String: EntityReference] = [:]
    for match in matches { found += facts(of: match, &known, in: context) }
    return RoleMerger.merged(found)
  }

  /// - Parameter known: Where the titles so far were held last.
  private func facts(
    of match: KeptMatch, _ known: inout [String: EntityReference], in context: FactContext
  ) -> [Fact] {
    guard let peopleRange = match.range("people") else { return [] }
    let people = context.records(of: .person, in: peopleRange).filter {
      !context.isSign($0.tokens.lowerBound - 1, UInt8(ascii: "("))
    }
    guard !people.isEmpty else { return [] }
    if match.field("subject") == "nominative", !context.canBe(.nomn, people[0]) { return [] }
    var posts: [Post]
    if let range = match.range("posts") {
      posts = readPosts(in: range, of: match, context)
      if let more = match.range("more") { posts += readPosts(in: more, of: match, context) }
    } else {
      posts = headship(match, context).map { [$0] } ?? []
    }
    if people.count == 1 { posts.removeAll { $0.isPlural } }
    guard !posts.isEmpty, agree(posts, people, of: match, context) else { return [] }
    for index in posts.indices {
      if posts[index].isExplicit {
        known[posts[index].position.name] = posts[index].place
      } else if posts[index].place == nil, posts[index].isBare {
        posts[index].place = known[posts[index].position.name]
      }
    }
    posts.removeAll { $0.place == nil && !standsAlone($0, context) }
    let status = match.field("status").flatMap(RoleStatus.init)
      ?? match.column("status", of: "verb").flatMap(RoleStatus.init)
    let isNegated = match.range("neg") != nil
    var facts: [Fact] = []
    let pairs = match.field("pairing") == "before"
      ? placed(people, posts, in: peopleRange, context) : pairs(people, posts)
    for (person, post) in pairs {
      guard let reference = context.reference(to: person) else { continue }
      let role = Role(
        person: reference, position: post.position, organization: post.place,
        status: post.status == .former ? .former : (status ?? post.status))
      facts.append(context.fact(.role(role), of: match, negated: isNegated))
    }
    if let old = match.record("old"), let reference = context.reference(to: old) {
      for post in posts {
        let role = Role(
          person: reference, position: post.position, organization: post.place, status: .former)
        facts.append(context.fact(.role(role), of: match))
      }
    }
    return facts
  }

  // MARK: Posts

  /// The titles in a range, each with the organization or place behind it.
  private func readPosts(
    in range: Range<Int>, of match: KeptMatch, _ context: FactContext
  ) -> [Post] {
    let records = context.records(of: .position, in: range).filter {
      !has(owners, $0.tokens, context) && !isInName($0, context)
    }
    var posts: [Post] = []
    for (number, record) in records.enumerated() {
      guard let position = context.position(record) else { continue }
      let end = number + 1 < records.count ? records[number + 1].tokens.lowerBound : range.upperBound
      var post = Post(record: record, position: position)
      let title = record.tokens.lowerBound..<end
      let isFirst = number == 0
      post.isPlural = isPlural(record, context)
      if post.isPlural, let head = context.head(of: record.tokens) {
        post.position.name = context.kinds.nominativeSingular(of: record.tokens, head: head)
      }
      let start = isFirst ? max(0, record.tokens.lowerBound - 3) : record.tokens.lowerBound
      post.status = status(of: record, from: start, context)
      post.isBare = end == record.tokens.upperBound
      post.places = places(in: title, behind: record, context)
      if let unit = unit(behind: record, context) { post.position.name += " " + unit }
      let land = adjectives.place(before: record.tokens, context)
      if let place = post.places.first, land == nil || !isSeat(of: record, in: title, context) {
        post.place = place
        post.isExplicit = true
      } else if let place = land {
        post.place = place
        post.isExplicit = true
      } else if let place = generic.organization(
        in: title.lowerBound..<max(title.upperBound, record.tokens.upperBound), context)
      {
        post.place = place
      }
      posts.append(post)
    }
    // «президент и главный тренер клуба»: the first has what the second has.
    for index in posts.indices.dropLast().reversed() where posts[index].place == nil {
      guard let record = posts[index].record, let next = posts[index + 1].record,
        next.tokens.lowerBound - record.tokens.upperBound <= 2
      else { continue }
      posts[index].place = posts[index + 1].place
      posts[index].isExplicit = posts[index + 1].isExplicit
    }
    return posts
  }

  /// Does the title say enough without a place?
  private func standsAlone(_ post: Post, _ context: FactContext) -> Bool {
    post.record.map { has(alone, $0.tokens, context) } ?? false
  }

  private func has(_ list: CompiledLexicon, _ tokens: Range<Int>, _ context: FactContext) -> Bool {
    var found = false
    context.kinds.forEachEntry(of: list, in: tokens) { _, _ in found = true }
    return found
  }

  /// «российский посол в Каире»: is what stands behind the title only where the work is done?
  private func isSeat(
    of record: MatchedRecord, in title: Range<Int>, _ context: FactContext
  ) -> Bool {
    let next = record.tokens.upperBound
    return title.contains(next) && context.kinds.hasAnalysis(next, .PREP)
  }

  /// «директор департамента финансов Минфина»: the part of a body is part of the title.
  private func unit(behind title: MatchedRecord, _ context: FactContext) -> String? {
    let start = title.tokens.upperBound
    guard start < context.buffer.count, context.buffer[start].shape == .lower,
      let body = context.records(of: .organization, in: start..<start + 1).first,
      has(units, start..<start + 1, context),
      let name = body.tokens.dropFirst().first(where: context.kinds.isCapitalized)
    else { return nil }
    return context.kinds.text(of: start..<name)
  }

  /// «Палата представителей»: does an organization's name hold the title?
  private func isInName(_ record: MatchedRecord, _ context: FactContext) -> Bool {
    let first = record.tokens.lowerBound
    return context.records(of: .organization, in: max(0, first - 8)..<first).contains {
      $0.tokens.upperBound > first
    }
  }

  /// What is named behind a title: the organizations, or else the places.
  private func places(
    in title: Range<Int>, behind record: MatchedRecord, _ context: FactContext
  ) -> [EntityReference] {
    // «глава правительства КНР» has the government in its title, and China behind it.
    let organizations = context.records(of: .organization, in: title).filter {
      $0.tokens.lowerBound >= record.tokens.upperBound
    }
    if !organizations.isEmpty { return organizations.compactMap(context.reference) }
    return context.records(of: .place, in: title)
      .filter { $0.tokens.lowerBound >= record.tokens.upperBound }
      .compactMap(context.reference)
  }

  /// The post that a verb amounts to: «возглавил завод».
  private func headship(_ match: KeptMatch, _ context: FactContext) -> Post? {
    guard let title = match.column("title", of: "verb"), let range = match.range("where") else {
      return nil
    }
    let place = context.records(of: .organization, in: range).first
      ?? context.records(of: .place, in: range).first
    let reference = place.flatMap(context.reference)
      ?? generic.organization(in: range, context)
    guard let reference else { return nil }
    return Post(
      record: nil, position: PositionReference(mention: nil, name: title), place: reference,
      isExplicit: place != nil, places: [reference])
  }

  private func status(
    of record: MatchedRecord, from start: Int, _ context: FactContext
  ) -> RoleStatus? {
    guard case .position(let position) = context.value(of: record) else { return nil }
    if formerPrefixes.contains(where: position.name.hasPrefix) { return .former }
    var status: RoleStatus?
    let range = start..<record.tokens.upperBound
    context.kinds.forEachEntry(of: former, in: range) { tokens, _ in
      if !context.hasPunctuation(between: tokens.upperBound, and: record.tokens.upperBound) {
        status = .former
      }
    }
    context.kinds.forEachEntry(of: current, in: range) { tokens, _ in
      if !context.hasPunctuation(between: tokens.upperBound, and: record.tokens.upperBound) {
        status = status ?? .current
      }
    }
    return status
  }

  // MARK: Pairs

  /// Each person with each post; several places of one title go to the people respectively.
  private func pairs(_ people: [MatchedRecord], _ posts: [Post]) -> [(MatchedRecord, Post)] {
    if people.count > 1, posts.count == 1, posts[0].places.count == people.count {
      return people.indices.map { index in
        var post = posts[0]
        post.place = post.places[index]
        return (people[index], post)
      }
    }
    if people.count > 1, posts.count == people.count, !posts.contains(where: \.isPlural) {
      return people.indices.map { (people[$0], posts[$0]) }
    }
    return people.flatMap { person in posts.map { (person, $0) } }
  }

  /// «президенты Франции А и Италии Б»: each person with the place before the name.
  private func placed(
    _ people: [MatchedRecord], _ posts: [Post], in range: Range<Int>, _ context: FactContext
  ) -> [(MatchedRecord, Post)] {
    people.map { person in
      var post = posts[0]
      let before = context.parties(in: range.lowerBound..<person.tokens.lowerBound)
      if let place = before.last, place.tokens.upperBound == person.tokens.lowerBound {
        post.place = context.reference(to: place)
      }
      return (person, post)
    }
  }

  private func isPlural(_ record: MatchedRecord, _ context: FactContext) -> Bool {
    guard let head = context.head(of: record.tokens) else { return false }
    return !context.kinds.hasAnalysis(head, .sing) && context.kinds.hasAnalysis(head, .plur)
  }

  /// Can the title and the person beside it be one? They share a case and a number.
  private func agree(
    _ posts: [Post], _ people: [MatchedRecord], of match: KeptMatch, _ context: FactContext
  ) -> Bool {
    if people.count == 1, posts.allSatisfy(\.isPlural), posts[0].record != nil { return false }
    guard match.range("verb") == nil, let record = posts.last?.record,
      let head = context.head(of: record.tokens)
    else { return true }
    return context.shareCase(head, people[0].tokens)
  }
}
