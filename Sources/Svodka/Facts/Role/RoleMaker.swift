import RussianMorphology
import RussianText
import TextRules

/// Who holds which post: pairs the titles, organizations and people of a match.
struct RoleMaker: FactMaker {
  static let name = "role"

  private let reader: PostReader
  private let alone: CompiledLexicon
  private let shared: CompiledLexicon
  private let possessives: CompiledLexicon
  private let inner: CompiledLexicon
  private let sovereigns: Set<String>
  private let pronouns: CompiledLexicon
  private let genders: [Gender?]

  init(rules: CompiledRules) throws {
    reader = PostReader(rules: rules)
    alone = rules.lexicon("role", "alone")!
    shared = rules.lexicon("role", "shared")!
    possessives = rules.lexicon("role", "its")!
    inner = rules.lexicon("role", "inner")!
    let sovereigns = rules.lexicon("role", "sovereign")!
    self.sovereigns = Set(
      (0..<sovereigns.count).map {
        sovereigns.text(entry: $0, column: 0).filter { $0 != "\"" }
      })
    let pronouns = rules.lexicon("role", "pronoun")!
    let column = pronouns.column("gender")!
    self.pronouns = pronouns
    genders = (0..<pronouns.count).map {
      Gender(rawValue: pronouns.text(entry: $0, column: column))
    }
  }

  /// Where the titles so far were held last, and by whom.
  private typealias Known = [String: (place: EntityReference, person: EntityReference?)]

  func facts(of matches: [KeptMatch], in context: FactContext) -> [Fact] {
    var found: [Fact] = []
    var known: Known = [:]
    var generic: Set<Int> = []
    for match in matches {
      found += facts(of: match, &known, &generic, from: found.count, in: context)
    }
    preferNamed(&found, generic)
    return atHome(RoleMerger.merged(found), context)
  }

  /// Of a person who is named with an organization elsewhere, «глава ведомства» means that one.
  private func preferNamed(_ facts: inout [Fact], _ generic: Set<Int>) {
    guard !generic.isEmpty else { return }
    var named: [EntityReference: EntityReference] = [:]
    for (index, fact) in facts.enumerated() where !generic.contains(index) {
      guard case .role(let role) = fact.statement, let place = role.organization,
        role.status != .former
      else { continue }
      named[role.person] = named[role.person] ?? place
    }
    for index in generic {
      guard case .role(var role) = facts[index].statement, let place = named[role.person] else {
        continue
      }
      role.organization = place
      facts[index].statement = .role(role)
    }
  }

  /// - Parameters:
  ///   - known: Where the titles so far were held last.
  ///   - generic: The numbers of the facts whose place a noun stands for.
  ///   - count: How many facts there are so far.
  private func facts(
    of match: KeptMatch, _ known: inout Known, _ generic: inout Set<Int>, from count: Int,
    in context: FactContext
  ) -> [Fact] {
    guard let peopleRange = match.range("people") else { return [] }
    var people = context.records(of: .person, in: peopleRange).filter {
      !context.isSign($0.tokens.lowerBound - 1, UInt8(ascii: "("))
    }
    let isNamed = !people.isEmpty
    if people.isEmpty { people = antecedent(in: peopleRange, context) }
    guard !people.isEmpty else { return [] }
    if match.field("subject") == "nominative" {
      if isNamed, !context.canBe(.nomn, people[0]) { return [] }
      // «А освободил от должности директора Б»: who does it to another holds no post by it.
      if match.column("transitive", of: "verb") == "yes", let verb = match.range("verb"),
        !context.kinds.hasAnalysis(verb.lowerBound, .PRTS),
        !context.kinds.hasAnalysis(verb.lowerBound, .PRTF)
      {
        return []
      }
    }
    var posts: [RolePost]
    if let range = match.range("posts") {
      posts = reader.posts(in: range, context)
      if let more = match.range("more") { posts += reader.posts(in: more, context) }
    } else {
      posts = reader.headship(match, context).map { [$0] } ?? []
    }
    if people.count == 1, match.field("among") == nil { posts.removeAll { $0.isPlural } }
    keepAgreeing(&posts, people, of: match, context)
    guard !posts.isEmpty else { return [] }
    setOwner(&posts, of: match, context)
    recall(&posts, of: context.reference(to: people[0]), &known, context)
    posts.removeAll { $0.place == nil && !standsAlone($0, context) }
    let status = match.field("status").flatMap(RoleStatus.init)
      ?? match.column("status", of: "verb").flatMap(RoleStatus.init)
    let isNegated = match.range("neg") != nil
    var facts: [Fact] = []
    let pairs = match.field("pairing") == "before"
      ? placed(people, posts, in: peopleRange, context) : pairs(people, posts)
    for (person, post) in pairs {
      guard let reference = context.reference(to: person) else { continue }
      var role = Role(
        person: reference, position: post.position, organization: post.place,
        status: post.status == .former ? .former : (status ?? post.status))
      if let verb = match.range("verb"), !isNegated {
        setDates(of: &role, by: verb, of: match, context)
      }
      if post.isGeneric, !post.isExplicit { generic.insert(count + facts.count) }
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

  // MARK: Dates

  /// The only date in the clause of the verb is when the post was taken or left.
  private func setDates(
    of role: inout Role, by verb: Range<Int>, of match: KeptMatch, _ context: FactContext
  ) {
    let sentence = context.nearSentence(of: match.wholeTokens)
    var start = match.wholeTokens.lowerBound
    while start > sentence.lowerBound, !context.isComma(start - 1), !context.isDash(start - 1) {
      start -= 1
    }
    var end = match.wholeTokens.upperBound
    while end < sentence.upperBound, context.buffer[end].kind != .punctuation { end += 1 }
    let dates = context.records(of: .date, in: start..<end).compactMap(context.period)
    guard dates.count == 1, let date = dates.first, !date.recurring else { return }
    if let from = date.from, let to = date.to, from.year != to.year, date.grain == .year {
      role.from = DateSpan(from: from, to: nil, grain: .year)
      role.to = DateSpan(from: nil, to: to, grain: .year)
      if role.status == .current { role.status = .former }
      return
    }
    switch role.status {
    case .appointed, .current: role.from = date
    case .dismissed: role.to = date
    case .former, nil: break
    }
  }

  // MARK: Context

  /// Whom the pronoun in a range stands for.
  private func antecedent(in range: Range<Int>, _ context: FactContext) -> [MatchedRecord] {
    var person: MatchedRecord?
    context.kinds.forEachEntry(of: pronouns, in: range) { tokens, entry in
      person = person ?? context.antecedent(of: tokens.lowerBound, gender: genders[entry])
    }
    return person.map { [$0] } ?? []
  }

  /// «её президент»; «генеральный директор» where the sentences so far name one company alone.
  private func setOwner(
    _ posts: inout [RolePost], of match: KeptMatch, _ context: FactContext
  ) {
    guard let first = match.range("posts")?.lowerBound, posts.allSatisfy({ $0.place == nil }) else {
      return
    }
    let isOwned = first > 0 && context.has(possessives, in: first - 1..<first)
    let isInner = posts.allSatisfy { post in
      post.record.map { context.has(inner, in: $0.tokens) } ?? false
    }
    guard isOwned || isInner else { return }
    let types: [OrganizationType] =
      isOwned
      ? [.company, .bank, .association, .education, .sport, .party, .other]
      : [.company, .bank, .other]
    let place = context.onlyOrganization(before: first) { record in
      context.organizationType(of: record).flatMap { types.contains($0) ? $0 : nil }
        .flatMap { _ in context.reference(to: record) }
    }
    for index in posts.indices { posts[index].place = place }
  }

  /// Gives a bare title the place that the text named with it before: for the same person, or for
  /// a title that many have.
  private func recall(
    _ posts: inout [RolePost], of person: EntityReference?, _ known: inout Known,
    _ context: FactContext
  ) {
    for index in posts.indices {
      let name = posts[index].position.name
      if posts[index].isExplicit, let place = posts[index].place {
        known[name] = (place, person)
      } else if posts[index].place == nil, posts[index].isBare, let last = known[name],
        last.person == person || posts[index].record.map({ context.has(shared, in: $0.tokens) })
          == true
      {
        posts[index].place = last.place
      }
    }
  }

  /// A head of state without a country has that of which the document speaks.
  private func atHome(_ facts: [Fact], _ context: FactContext) -> [Fact] {
    var home: EntityReference??
    return facts.map { fact in
      guard case .role(var role) = fact.statement, role.organization == nil,
        sovereigns.contains(role.position.name)
      else { return fact }
      if home == nil { home = .some(context.homeland) }
      var fact = fact
      role.organization = home ?? nil
      fact.statement = .role(role)
      return fact
    }
  }

  /// Does the title say enough without a place?
  private func standsAlone(_ post: RolePost, _ context: FactContext) -> Bool {
    post.record.map { context.has(alone, in: $0.tokens) } ?? false
  }

  // MARK: Pairs

  /// Each person with each post; several places of one title go to the people respectively.
  private func pairs(_ people: [MatchedRecord], _ posts: [RolePost]) -> [(MatchedRecord, RolePost)] {
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
    _ people: [MatchedRecord], _ posts: [RolePost], in range: Range<Int>, _ context: FactContext
  ) -> [(MatchedRecord, RolePost)] {
    // Posts that disagree with all people are left out before.
    guard let first = posts.first else { return [] }
    return people.map { person in
      var post = first
      guard range.lowerBound < person.tokens.lowerBound else { return (person, post) }
      let before = context.parties(in: range.lowerBound..<person.tokens.lowerBound)
      if let place = before.last, place.tokens.upperBound == person.tokens.lowerBound {
        post.place = context.reference(to: place)
      }
      return (person, post)
    }
  }

  /// Does a comma or a conjunction stand between two titles?
  private func isJoined(_ start: Int, _ end: Int, _ context: FactContext) -> Bool {
    guard start < end else { return false }
    return (start..<end).contains {
      context.isComma($0) || context.buffer[$0].length <= 2 && context.kinds.hasAnalysis($0, .CONJ)
    }
  }

  /// The cases that a title can stand in, if the dictionary knows.
  private func cases(of post: RolePost, _ context: FactContext) -> Grammemes? {
    let cases = post.record.flatMap { context.head(of: $0.tokens) }.map { context.cases(of: $0) }
    return cases.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Leaves the titles that share a case with the person beside them: of «сказал корреспонденту
  /// «Ромашки» лидер «Василька» Иван Кравчук» the second.
  private func keepAgreeing(
    _ posts: inout [RolePost], _ people: [MatchedRecord], of match: KeptMatch,
    _ context: FactContext
  ) {
    if people.count == 1, match.field("among") == nil, posts.allSatisfy(\.isPlural),
      posts.first?.record != nil
    {
      posts = []
      return
    }
    guard let verb = match.range("verb") else {
      guard match.field("among") == nil else { return }
      let last = posts.last.flatMap { cases(of: $0, context) }
      let lastStart = posts.last?.record?.tokens.lowerBound ?? 0
      posts.removeAll { post in
        guard let record = post.record, let head = context.head(of: record.tokens) else {
          return false
        }
        if let own = cases(of: post, context), let last, !own.intersects(last),
          !isJoined(record.tokens.upperBound, lastStart, context)
        {
          return true
        }
        return !context.shareCase(head, people[0].tokens, isOne: people.count == 1)
      }
      return
    }
    // «премьером станет глава партии»: who becomes it has the other case.
    guard match.field("case") == "instrumental", match.range("office") == nil,
      let first = posts.first?.record, first.tokens.lowerBound > verb.lowerBound,
      let head = context.head(of: first.tokens)
    else { return }
    if !context.kinds.hasAnalysis(head, .ablt) { posts = [] }
  }
}
