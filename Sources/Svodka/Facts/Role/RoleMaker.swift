import RussianMorphology
import RussianText
import TextRules

/// Who holds which post: pairs the titles, organizations and people of a match.
struct RoleMaker: FactMaker {
  static let name = "role"

  enum List: Int, CaseIterable {
    case acting, adding, dismissing, ending, frozen, going, inner, instead, its, joining, kin, leaving,
      occupation, passing, peerOffice, premierOffice, regionOffice, relational, relative, sending, serving, shared, sovereign, stateOffice
  }

  let words: WordLists<List>
  let reader: PostReader
  let sovereigns: Set<String>
  /// Offices of state, each in one word.
  let stateOffices: Set<String>
  /// Offices that every country has, by the first word of their titles.
  let peerOffices: Set<String>
  let premierOffices: Set<String>
  /// Offices that one person in a region has.
  let regionOffices: Set<String>
  let kinGenders: [Gender?]
  /// The arguments of a frame, in their order.
  let slots: [String]

  init(rules: CompiledRules) throws {
    words = try WordLists(rules, of: "role", "event")
    reader = try PostReader(rules: rules)
    sovereigns = Set(words.forms(.sovereign))
    stateOffices = Set(words.forms(.stateOffice))
    peerOffices = Set(words.forms(.peerOffice))
    premierOffices = Set(words.forms(.premierOffice))
    regionOffices = Set(words.forms(.regionOffice))
    kinGenders = words.rows(.kin) { Gender(rawValue: $0("gender")) }
    slots = rules.fact(Self.name)?.arguments.map(\.name) ?? []
  }

  /// What the text told so far.
  struct Told {
    /// Where the titles so far were held last, and by whom.
    var known: [String: (place: EntityReference, person: EntityReference?)] = [:]
    /// The numbers of the facts whose place a noun stands for.
    var generic: Set<Int> = []
    /// By the first word of a title, those whose it is.
    var holders: [Int: [EntityReference]] = [:]
    var facts: [Fact] = []
    /// The country of the office of state that was told of last, and where what tells it ends.
    var country: (place: EntityReference, end: Int)?
  }

  /// The titles that stand side by side with a name.
  func toldHeads(by matches: [KeptMatch], in context: FactContext) -> Set<Int> {
    var told: Set<Int> = []
    for match in matches where match.range("verb") == nil && match.range("people") != nil {
      for range in [match.range("posts"), match.range("more")].compactMap({ $0 }) {
        for record in context.records(of: .position, in: range) {
          told.insert(record.tokens.lowerBound)
        }
      }
    }
    return told
  }

  func facts(of matches: [KeptMatch], in context: FactContext) -> [Fact] {
    facts(of: matches, frames: [], in: context)
  }

  func facts(
    of matches: [KeptMatch], frames: [FrameMatch], in context: FactContext
  ) -> [Fact] {
    var told = Told()
    for match in matches { add(match, to: &told, in: context) }
    // What stands side by side is told first: frames leave it alone.
    for frame in frames { add(frame, to: &told, in: context) }
    preferNamed(&told.facts, told.generic)
    return atHome(RoleMerger(oneTitle: premierOffices).merged(told.facts), context)
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

  private func add(_ match: KeptMatch, to told: inout Told, in context: FactContext) {
    if match.field("person") == "topic" { return addTopical(match, to: &told, in: context) }
    if match.field("post") == "same" { return addColleague(match, to: &told, in: context) }
    guard let peopleRange = match.range("people") else { return }
    var people = context.records(of: .person, in: peopleRange).filter {
      !context.isSign($0.tokens.lowerBound - 1, UInt8(ascii: "("))
    }
    // «один из директоров Ивана Кравчука ударил»
    if let one = match.range("one"), let first = people.first {
      let own = context.cases(ofNumeral: one.lowerBound)
      let wanted: Grammemes = own.contains(.nomn) ? .nomn : own
      guard context.someWord(of: first.tokens, fits: wanted, without: []) else { return }
    }
    guard !people.isEmpty else { return }
    var posts: [RolePost]
    if let range = match.range("posts") {
      posts = reader.posts(in: range, context)
      if let more = match.range("more") {
        // «вице-премьеры А и Б, министры»: others.
        posts += reader.posts(in: more, context).filter { !$0.isPlural }
      }
    } else {
      posts = reader.headship(match, context).map { [$0] } ?? []
    }
    if people.count == 1, match.field("among") == nil { posts.removeAll { $0.isPlural } }
    if people.count == 1, match.range("verb") == nil, let title = posts.last?.record,
      title.tokens.upperBound <= people[0].tokens.lowerBound
    {
      if let bearer = bearer(behind: people[0], title, context) {
        if isKin(bearer, around: title, context) { return }
        people = [bearer]
        posts = posts.suffix(1)
        posts[0].place = nil
        posts[0].isBare = false
      } else if isKin(people[0], around: posts[0].record ?? title, context)
        || isServed(people[0], by: title, isBare: posts.last?.isBare == true, context) || isOfOtherGender(title, people[0], context)
      {
        return
      }
    }
    if match.range("verb") == nil, match.range("more") == nil {
      posts.removeAll { isSubject($0, behind: people[0], context) }
    }
    if isInName(people[0], behind: match.range("posts"), context) { return }
    keepAgreeing(&posts, people, of: match, context)
    if match.range("verb") == nil, people.count == 1 { dropSovereigns(of: &posts, context) }
    if match.range("verb") == nil { shareCountry(&posts, of: match, &told, context) }
    complete(
      &posts, of: context.reference(to: people[0]), from: match.range("posts")?.lowerBound, &told,
      context)
    let status = match.field("status").flatMap(RoleStatus.init)
    let pairs = match.field("pairing") == "before"
      ? placed(people, posts, in: peopleRange, context) : pairs(people, posts)
    for (person, post) in pairs {
      guard let reference = context.reference(to: person) else { continue }
      let role = Role(
        person: reference, position: post.position, organization: post.place,
        status: self.status(of: post, told: status))
      if match.field("holder") != "before" { keep(role, post, &told) }
      var fact = context.fact(.role(role), of: match)
      if post.isShared { fact.inferred = ["organization"] }
      told.facts.append(fact)
    }
  }

  func status(of post: RolePost, told: RoleStatus?) -> RoleStatus? {
    post.status == .former ? .former : told ?? post.status
  }

  /// Notes whose title it is, before the fact is added.
  func keep(_ role: Role, _ post: RolePost, _ told: inout Told) {
    if post.isGeneric, !post.isExplicit { told.generic.insert(told.facts.count) }
    if let title = post.record { told.holders[title.tokens.lowerBound, default: []].append(role.person) }
  }

  /// Gives titles the place that the text before tells, and drops those that say nothing without.
  func complete(
    _ posts: inout [RolePost], of person: EntityReference?, from start: Int?, _ told: inout Told,
    _ context: FactContext
  ) {
    guard !posts.isEmpty else { return }
    setOwner(&posts, from: start, context)
    recall(&posts, of: person, &told, context)
    setRegion(&posts, context)
    posts.removeAll { $0.place == nil && !standsAlone($0, context) }
  }

  // MARK: Dates

  /// The only date in the clause of the verb is when the post was taken or left.
  func setDates(of role: inout Role, in tokens: Range<Int>, _ context: FactContext) {
    let sentence = context.nearSentence(of: tokens)
    var start = tokens.lowerBound
    while start > sentence.lowerBound, !context.isComma(start - 1), !context.isDash(start - 1) {
      start -= 1
    }
    var end = tokens.upperBound
    while end < sentence.upperBound, context.buffer[end].kind != .punctuation || context.kinds.isQuote(end) {
      end += 1
    }
    let dates = context.records(of: .date, in: start..<end).compactMap(context.period)
    guard dates.count == 1, let date = dates.first, !date.recurring else { return }
    if let from = date.from, let to = date.to, from.year != to.year, date.grain == .year {
      role.from = DateSpan(from: from, to: nil, grain: .year)
      role.to = DateSpan(from: nil, to: to, grain: .year)
      if role.status == .current { role.status = .former }
      return
    }
    switch role.status {
    case .appointed, .current, .acting: role.from = date
    case .dismissed: role.to = date
    // «возглавлял с 2019 года» tells since when, «в 2019 году» neither that nor until when.
    case .former where date.to == nil: role.from = date
    case .former where date.from == nil: role.to = date
    case .former, nil: break
    }
  }

  // MARK: Context

  /// «её президент»; «генеральный директор» where the sentences so far name one company alone.
  private func setOwner(
    _ posts: inout [RolePost], from start: Int?, _ context: FactContext
  ) {
    guard let first = start, posts.allSatisfy({ $0.place == nil }) else { return }
    let isOwned = first > 0 && context.has(words[.its], in: first - 1..<first)
    let isInner = posts.allSatisfy { post in
      post.record.map { context.has(words[.inner], in: $0.tokens) } ?? false
    }
    guard isOwned || isInner else { return }
    let types: [OrganizationType] =
      isOwned
      ? [.company, .bank, .association, .education, .sport, .party, .other]
      : [.company, .bank, .other]
    let place = context.onlyOrganization(before: first) { record in
      // «передаёт Acme»: who tells of it is not spoken of.
      let start = record.tokens.lowerBound
      if start > 0, context.has(words[.passing], in: start - 1..<start) { return nil }
      return context.organizationType(of: record).flatMap { types.contains($0) ? $0 : nil }
        .flatMap { _ in context.reference(to: record) }
    }
    for index in posts.indices { posts[index].place = place }
  }

  /// Gives a bare title the place that the text named with it before: for the same person, or for
  /// a title that many have.
  private func recall(
    _ posts: inout [RolePost], of person: EntityReference?, _ told: inout Told,
    _ context: FactContext
  ) {
    for index in posts.indices {
      let name = posts[index].position.name
      if posts[index].isExplicit, let place = posts[index].place {
        told.known[name] = (place, person)
      } else if posts[index].place == nil, posts[index].isBare, let last = told.known[name],
        last.person == person || posts[index].record.map({ context.has(words[.shared], in: $0.tokens) })
          == true
      {
        posts[index].place = last.place
      }
    }
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
    return people.flatMap { person in posts.flatMap { $0.withOthers }.map { (person, $0) } }
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
      if let place = before.last, context.canBe(.gent, place),
        (place.tokens.upperBound..<person.tokens.lowerBound).allSatisfy({
          context.kinds.isQuote($0) || context.isDash($0)
        })
      {
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
  func cases(of post: RolePost, _ context: FactContext) -> Grammemes? {
    guard let record = post.record, !isCaseless(record, context) else { return nil }
    let cases = context.head(of: record.tokens).map { context.cases(of: $0) }
    return cases.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Leaves the titles that share a case with the person beside them: of «сказал корреспонденту
  /// «Ромашки» лидер «Василька» Иван Кравчук» the second.
  func keepAgreeing(
    _ posts: inout [RolePost], _ people: [MatchedRecord], of match: KeptMatch,
    _ context: FactContext
  ) {
    if people.count == 1, match.field("among") == nil, posts.allSatisfy(\.isPlural),
      posts.first?.record != nil
    {
      posts = []
      return
    }
    guard match.range("verb") == nil, match.field("among") == nil else { return }
    let last = posts.last.flatMap { cases(of: $0, context) }
    let lastStart = posts.last?.record?.tokens.lowerBound ?? 0
    posts.removeAll { post in
      guard let record = post.record, let head = context.head(of: record.tokens),
        !isCaseless(record, context)
      else { return false }
      if let own = cases(of: post, context), let last, !own.intersects(last),
        !isJoined(record.tokens.upperBound, lastStart, context)
      {
        return true
      }
      return !context.shareCase(head, people[0].tokens, isOne: people.count == 1)
    }
  }
}
