import RussianMorphology
import RussianText
import TextRules

/// A title with what is said of where it is held.
struct RolePost {
  var record: MatchedRecord?
  var position: PositionReference
  var place: EntityReference?
  var status: RoleStatus?
  var isPlural = false
  /// The text names the place, it is not taken from the context.
  var isExplicit = false
  /// A noun stands for the place.
  var isGeneric = false
  /// The place is that of the title beside it.
  var isShared = false
  /// Nothing stands behind the title.
  var isBare = false
  /// Those named behind «и» after the place: «директор «Ромашки» и «Василька»».
  var others: [EntityReference] = []
  /// All that stands behind the title may be the name of where it is held.
  var places: [EntityReference] = []

  /// The post at each of the organizations that it is held in.
  var withOthers: [RolePost] {
    [self] + others.map { other in
      var post = self
      post.place = other
      return post
    }
  }
}

/// Reads the titles of a stretch of text, each with the organization or place behind it.
struct PostReader: Sendable {
  enum List: Int, CaseIterable {
    case acting, body, current, envoy, former, formerPrefix, generic, genericPlace, noPost, nominator,
      occupation, origin, owner, performer, placeAdjective, regionOffice, seat, sovereign, topic, unit
  }

  let generic: GenericOrganizations
  let words: WordLists<List>
  private let adjectives: PlaceAdjectives
  private let genericPlaces: GenericPlaces
  private let bodies: TitleBodies
  private let formerPrefixes: [String]

  init(rules: CompiledRules) throws {
    words = try WordLists(rules, of: "role")
    generic = GenericOrganizations(words[.generic])
    adjectives = PlaceAdjectives(words[.placeAdjective])
    genericPlaces = GenericPlaces(words[.genericPlace], adjectives)
    bodies = TitleBodies(bodies: words[.body], topics: words[.topic])
    formerPrefixes = words.forms(.formerPrefix)
  }

  /// The titles in a range, each with the organization or place behind it.
  func posts(in range: Range<Int>, _ context: FactContext) -> [RolePost] {
    let all = context.records(of: .position, in: range)
    let records = all.enumerated().filter { number, record in
      !context.has(words[.owner], in: record.tokens) && !context.has(words[.noPost], in: record.tokens)
        && !isInName(record, context)
        && (number == 0 || !isSought(record, after: all[number - 1], context))
    }.map(\.element)
    var posts: [RolePost] = []
    var end = range.lowerBound
    for (number, record) in records.enumerated() where record.tokens.lowerBound >= end {
      let following = number + 1 < records.count ? records[number + 1].tokens.lowerBound : range.upperBound
      // «адвокат основателя «Ромашки»»: what stands behind another title is not of this one.
      let isOther = all.contains { $0.tokens.lowerBound == record.tokens.upperBound }
      let next = isOther ? min(following, record.tokens.upperBound) : following
      let isFirst = number == 0
      guard let post = post(record, isFirst: isFirst, until: next, range.upperBound, context) else {
        continue
      }
      end = post.end
      posts.append(post.post)
    }
    // «президент и главный тренер клуба»: the first has what the second has.
    for index in posts.indices.dropLast().reversed() where posts[index].place == nil {
      guard let record = posts[index].record, let next = posts[index + 1].record,
        next.tokens.lowerBound - record.tokens.upperBound <= 2,
        !isOfGround(record, context)
      else { continue }
      posts[index].place = posts[index + 1].place
      posts[index].isExplicit = posts[index + 1].isExplicit
    }
    return posts
  }

  private func isOfPerformer(_ record: MatchedRecord, _ context: FactContext) -> Bool {
    context.has(words[.performer], in: record.tokens)
  }

  /// «премьер-министр страны»
  private func isOfGround(_ record: MatchedRecord, _ context: FactContext) -> Bool {
    let end = min(record.tokens.upperBound + 1, context.buffer.count)
    return genericPlaces.place(in: record.tokens.lowerBound..<end, context) != nil
  }

  /// A title with the organization or place behind it.
  func post(of title: MatchedRecord, _ context: FactContext) -> RolePost? {
    let start = title.tokens.lowerBound
    let end = context.posts(in: max(0, start - 12)..<start + 1).last.map(\.upperBound) ?? 0
    let post = posts(in: start..<max(end, title.tokens.upperBound), context).first
    return post?.record?.tokens == title.tokens ? post : nil
  }

  /// «кандидат на пост президента» is none.
  private func isSought(
    _ record: MatchedRecord, after other: MatchedRecord, _ context: FactContext
  ) -> Bool {
    context.has(words[.noPost], in: other.tokens)
      && !context.hasPunctuation(between: other.tokens.upperBound, and: record.tokens.lowerBound)
      && record.tokens.lowerBound - other.tokens.upperBound < 3
  }

  /// - Parameters:
  ///   - next: Where the next title begins.
  ///   - rangeEnd: Where the words behind all titles end.
  private func post(
    _ record: MatchedRecord, isFirst: Bool, until next: Int, _ rangeEnd: Int,
    _ context: FactContext
  ) -> (post: RolePost, end: Int)? {
    guard let position = context.position(record) else { return nil }
    var post = RolePost(record: record, position: position)
    post.isPlural = isPlural(record, context)
    let start = isFirst ? max(0, record.tokens.lowerBound - 3) : record.tokens.lowerBound
    post.status = status(of: record, from: start, context)
    post.isBare = next == record.tokens.upperBound
    let unit = unit(behind: record, context)
    let division =
      unit == nil && !post.isPlural
      ? bodies.division(of: record.tokens, until: rangeEnd, context) : nil
    var own = titleStart(of: record.tokens, context)..<record.tokens.upperBound
    if let division {
      own = min(own.lowerBound, division.titleEnd - 1)..<division.titleEnd
    } else {
      let fieldEnd = bodies.fieldEnd(from: record.tokens.upperBound, until: next, context)
      own = own.lowerBound..<fieldEnd
      if fieldEnd == record.tokens.upperBound, !post.isPlural, unit == nil {
        own = own.lowerBound..<objectEnd(from: fieldEnd, until: next, context)
      }
    }
    let head = context.head(of: record.tokens)
    let ground = head.flatMap {
      genericPlaces.place(in: $0 + 1..<max($0 + 1, own.upperBound), context)
    }
    if let ground, ground.noun.upperBound == own.upperBound {
      own = own.lowerBound..<ground.noun.lowerBound
    }
    if let head, post.isPlural {
      post.position.name = context.kinds.nominativeSingular(of: own, head: head)
    } else if own != record.tokens || own.dropFirst().contains(where: {
      adjectives.contains($0, context)
    }) {
      post.position.name = name(of: own, context)
    }
    if let unit { post.position.name += " " + unit }
    let named = namedUnitEnd(behind: record, until: next, context)
    if let named {
      post.position.name = position.name + " "
        + context.kinds.text(of: record.tokens.upperBound..<named)
    }
    let end = max(next, division?.body?.upperBound ?? 0)
    let title = record.tokens.lowerBound..<end
    if let body = division?.body {
      post.place = organization(named: body, context)
      post.isExplicit = true
      post.places = [post.place!]
      return (post, end)
    }
    post.places = places(in: title, behind: named ?? division?.titleEnd ?? own.upperBound, context)
    let isOccupation = context.has(words[.occupation], in: record.tokens)
    let land = isOccupation ? nil : adjectives.place(before: record.tokens, context) {
      generic.noun(in: $0..<min($0 + 1, context.buffer.count), context.kinds) != nil
    }
    let ruled = land.flatMap { region(ofAdjective: $0, record, context) }
    if let place = post.places.first, land == nil || !isSeat(of: record, in: title, context) {
      post.place = place
      post.others = joined(to: place, in: title, context)
      post.isExplicit = true
    } else if let place = ruled ?? land {
      post.place = place
      post.isExplicit = true
    } else if !post.isPlural,
      let name = bodies.name(behind: own.upperBound, until: end, context)
    {
      post.place = organization(named: name, context)
      post.isExplicit = true
    } else if let place = isOfPerformer(record, context)
      ? ground?.place : generic.organization(in: title, context) ?? ground?.place
    {
      post.place = place
      post.isGeneric = true
    }
    return (post, end)
  }

  /// The country that the document speaks of, if it names no other, by an adjective either.
  func homeland(_ context: FactContext) -> EntityReference? {
    guard let home = context.homeland else { return nil }
    let others = adjectives.names(of: .country, in: 0..<context.buffer.count, context)
    return others.allSatisfy { $0 == home.name } ? home : nil
  }

  /// The only region that the sentence so far names, or else the one before it.
  func region(before token: Int, _ context: FactContext) -> EntityReference? {
    context.onlyPlace(
      before: token, of: .region, from: context.sentenceStarts(before: token, atMost: 2),
      besides: adjectives)
  }

  /// The place that an adjective tells of: «французский».
  func place(ofAdjective tokens: Range<Int>, _ context: FactContext) -> EntityReference? {
    adjectives.place(before: tokens, context) { _ in false }
  }

  /// The post that a verb amounts to: «возглавил завод».
  func headship(_ match: KeptMatch, _ context: FactContext) -> RolePost? {
    guard let title = match.column("title", of: "verb"), let range = match.range("where") else {
      return nil
    }
    let place = context.records(of: .organization, in: range).first
      ?? context.records(of: .place, in: range).first
    let reference = place.flatMap(context.reference)
      ?? generic.organization(in: range, context)
    guard let reference else { return nil }
    return RolePost(
      record: nil, position: PositionReference(mention: nil, name: title), place: reference,
      isExplicit: place != nil, places: [reference])
  }

  // MARK: Titles

  /// «директор рудника»: the end of the common noun that tells what the post is of, and that stands
  /// for no organization or place named before.
  private func objectEnd(from start: Int, until end: Int, _ context: FactContext) -> Int {
    var token = start
    while token < end, token < start + 2, context.buffer[token].shape == .lower,
      context.kinds.hasAnalysis(token, [.ADJF, .gent]),
      !context.kinds.hasAnalysis(token, .Apro),
      !context.kinds.hasAnalysis(token, .NOUN) || isLowerGenitive(token + 1, until: end, context)
    {
      token += 1
    }
    guard token < end, context.buffer[token].shape == .lower, !context.kinds.isFunctional(token),
      context.kinds.hasAnalysis(token, [.NOUN, .gent]),
      !context.kinds.hasAnalysis(token, [.NOUN, .nomn, .sing]),
      !context.kinds.hasAnalysis(token, [.NOUN, .anim, .sing]),
      generic.type(in: start..<token + 1, context) == nil,
      genericPlaces.place(in: start..<token + 1, context) == nil,
      [MentionKind.organization, .place, .position].allSatisfy({
        context.records(of: $0, in: start..<token + 1).isEmpty
      })
    else { return start }
    return token + 1
  }

  private func isLowerGenitive(_ token: Int, until end: Int, _ context: FactContext) -> Bool {
    token < end && context.buffer[token].shape == .lower
      && context.kinds.hasAnalysis(token, [.NOUN, .gent])
  }

  /// Where a title begins for what it is called: without «бывший» and «первый президент», with
  /// «чрезвычайный и полномочный».
  private func titleStart(of title: Range<Int>, _ context: FactContext) -> Int {
    var start = title.lowerBound
    let head = context.head(of: title) ?? start
    for list in [words[.former], words[.current]] {
      context.kinds.forEachEntry(of: list, in: start..<head) { tokens, _ in
        if tokens.lowerBound == start { start = tokens.upperBound }
      }
    }
    if start < head, context.kinds.hasAnalysis(start, .Anum),
      context.has(words[.sovereign], in: head..<head + 1)
    {
      return start + 1
    }
    if start == title.lowerBound, start > 2, context.kinds.hasAnalysis(start, .ADJF),
      context.kinds.hasAnalysis(start - 1, .CONJ), context.buffer[start - 1].length <= 2,
      context.kinds.hasAnalysis(start - 2, .ADJF)
    {
      return start - 2
    }
    return start
  }

  private func name(of title: Range<Int>, _ context: FactContext) -> String {
    var name = context.kinds.titleName(
      of: title, head: context.head(of: title), acting: words[.acting])
    // «пресс-секретарь российского президента»
    if let adjective = title.dropFirst().first(where: { adjectives.contains($0, context) }) {
      let rest = context.kinds.text(of: adjective + 1..<title.upperBound)
      name = context.kinds.nominative(of: title.lowerBound..<adjective)
      if !rest.isEmpty { name += " " + rest }
    }
    guard let first = name.first, first.isUppercase,
      context.buffer[title.lowerBound].shape == .title
    else { return name }
    return first.lowercased() + name.dropFirst()
  }

  /// «российский посол в Каире»: is what stands behind the title only where the work is done?
  private func isSeat(
    of record: MatchedRecord, in title: Range<Int>, _ context: FactContext
  ) -> Bool {
    let next = record.tokens.upperBound
    return title.contains(next) && context.kinds.hasAnalysis(next, .PREP)
  }

  private func isPlural(_ record: MatchedRecord, _ context: FactContext) -> Bool {
    guard let head = context.head(of: record.tokens) else { return false }
    return !context.kinds.hasAnalysis(head, .sing) && context.kinds.hasAnalysis(head, .plur)
  }

  private func status(
    of record: MatchedRecord, from start: Int, _ context: FactContext
  ) -> RoleStatus? {
    guard case .position(let position) = context.value(of: record) else { return nil }
    if formerPrefixes.contains(where: position.name.hasPrefix) { return .former }
    var status: RoleStatus? = context.has(words[.acting], in: record.tokens) ? .acting : nil
    let range = start..<record.tokens.upperBound
    context.kinds.forEachEntry(of: words[.former], in: range) { tokens, _ in
      if !context.hasPunctuation(between: tokens.upperBound, and: record.tokens.upperBound) {
        status = .former
      }
    }
    context.kinds.forEachEntry(of: words[.current], in: range) { tokens, _ in
      if !context.hasPunctuation(between: tokens.upperBound, and: record.tokens.upperBound) {
        status = status ?? .current
      }
    }
    return status
  }

  // MARK: Places

  /// What is named behind a title: the organizations, or else the places.
  private func places(
    in title: Range<Int>, behind titleEnd: Int, _ context: FactContext
  ) -> [EntityReference] {
    // «глава правительства КНР» has the government in its title, and China behind it.
    // «посол Италии в Греции» is held for Italy, «посол в Минске» for whom the words do not say.
    let isEnvoy = context.has(words[.envoy], in: title.lowerBound..<max(title.lowerBound, titleEnd))
    let all = context.records(of: .organization, in: title).filter {
      $0.tokens.lowerBound >= titleEnd && !(isEnvoy && isBehind(words[.seat], $0, context))
    }
    // «депутат думы от «Ромашки»», «адвокат из Омска» tell who sent one and where one comes from.
    let held = all.filter { !isBehind(words[.nominator], $0, context) }
    let organizations = held.isEmpty ? all : held
    let places = context.records(of: .place, in: title).filter {
      $0.tokens.lowerBound >= titleEnd && !isNameOfPerson($0, context) && !isBehind(words[.origin], $0, context)
        && !(isEnvoy && isBehind(words[.seat], $0, context))
    }
    // «посол Италии в НАТО»
    if let first = organizations.first, places.first?.tokens.lowerBound != titleEnd
      || !context.kinds.hasAnalysis(first.tokens.lowerBound - 1, .PREP)
    {
      return organizations.compactMap(context.reference)
    }
    return places.compactMap(context.reference)
  }

  /// «мэра города Ивана Кравчука» names no town.
  private func isNameOfPerson(_ place: MatchedRecord, _ context: FactContext) -> Bool {
    context.records(of: .person, in: place.tokens).contains { $0.tokens.count > 1 }
  }

  private func isBehind(
    _ list: CompiledLexicon, _ record: MatchedRecord, _ context: FactContext
  ) -> Bool {
    let first = record.tokens.lowerBound
    return first > 0 && context.has(list, in: first - 1..<first)
  }

  /// The organization that the words name, as an entity if it is one.
  private func organization(named words: Range<Int>, _ context: FactContext) -> EntityReference {
    if let record = context.records(of: .organization, in: words).first, record.tokens == words,
      let reference = context.reference(to: record)
    {
      return reference
    }
    let name = context.kinds.nominative(of: words)
    let known = context.entities.first {
      $0.kind == .organization && ($0.name == name || $0.aliases.contains(name))
    }
    return known.map { EntityReference($0) } ?? EntityReference(entity: nil, name: name)
  }
}
