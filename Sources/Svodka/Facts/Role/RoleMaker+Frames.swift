import RussianMorphology
import RussianText
import TextRules

// Roles that frames found.
extension RoleMaker {
  private func records(
    _ name: String, of frame: FrameMatch
  ) -> [(record: MatchedRecord, isInferred: Bool)] {
    guard let slot = slots.firstIndex(of: name) else { return [] }
    return frame.arguments[slot].compactMap { binding in
      if case .record(let record) = binding.value { (record, binding.isInferred) } else { nil }
    }
  }

  private func constant(_ name: String, of frame: FrameMatch) -> String? {
    slots.firstIndex(of: name).flatMap { frame.constants[$0] }
  }

  func add(_ frame: FrameMatch, to told: inout Told, in context: FactContext) {
    // «станет главой после Олега Мороза»
    var people = records("person", of: frame).filter { person, _ in
      let first = person.tokens.lowerBound
      return first == 0 || !context.has(words[.instead], in: first - 1..<first)
    }
    let titles = records("position", of: frame).map(\.record)
    guard !people.isEmpty, !isMeant(frame, context) else { return }
    var posts = titles.isEmpty
      ? headships(of: frame, context) : titles.compactMap { reader.post(of: $0, context) }
    // The title itself names its bearer: no event that may be denied.
    let isTitle = titles.contains { $0.tokens.overlaps(frame.head) }
    if isTitle {
      if frame.isNegated { return }
      // A title in the singular is that of the nearest alone.
      if !posts.contains(where: \.isPlural) {
        let place = frame.head.lowerBound
        people.sort {
          abs($0.record.tokens.lowerBound - place) < abs($1.record.tokens.lowerBound - place)
        }
        people = Array(people.prefix(1))
      }
      posts.removeAll { !isBorne($0, by: people.map(\.record), context) }
    } else {
      // «указ Олега Мороза, которым он назначил Ивана Кравчука»: who stands behind the verb is meant.
      let behind = people.filter { $0.record.tokens.lowerBound >= frame.head.upperBound }
      if !behind.isEmpty { people = behind }
      posts.removeAll { isOfServed($0, people[0].record, context) }
    }
    posts.removeAll { post in
      guard let title = post.record, let holders = told.holders[title.tokens.lowerBound] else {
        return false
      }
      // What stands side by side was told before; «сменил его на посту» tells of another's title.
      return isTitle || constant("status", of: frame) != RoleStatus.former.rawValue
        && !people.allSatisfy {
          context.reference(to: $0.record).map(holders.contains) ?? true
        }
    }
    complete(
      &posts, of: context.reference(to: people[0].record), from: titles.first?.tokens.lowerBound,
      &told, context)
    for (person, isInferred) in people {
      add(frame, person, isInferred, posts, isTitle: isTitle, to: &told, in: context)
    }
  }

  /// What the frames' status is called in which an event is to come.
  private static let planned = "planned"

  /// Is the post only meant to be taken or left? What the press tells in the future tense («возглавит») is
  /// an appointment that was announced.
  private func isMeant(_ frame: FrameMatch, _ context: FactContext) -> Bool {
    constant("status", of: frame) == Self.planned
      && !context.kinds.hasAnalysis(frame.head.lowerBound, .futr)
  }

  /// The status that a frame tells; of what is to come, that which its verb has otherwise.
  private func status(of frame: FrameMatch, _ context: FactContext) -> RoleStatus? {
    guard let told = constant("status", of: frame) else { return nil }
    guard told == Self.planned else { return RoleStatus(rawValue: told) }
    let isLeft = [List.leaving, .going, .dismissing, .sending, .ending].contains {
      context.has(words[$0], in: frame.head)
    }
    return isLeft ? .dismissed : .appointed
  }

  /// Adds the roles of one person.
  private func add(
    _ frame: FrameMatch, _ person: MatchedRecord, _ isInferred: Bool, _ posts: [RolePost],
    isTitle: Bool, to told: inout Told, in context: FactContext
  ) {
    guard let reference = context.reference(to: person) else { return }
    let status = status(of: frame, context)
    // Who is inferred stands in another sentence, whose date is not that of the event.
    let whole = ["person", "position", "organization"].flatMap { records($0, of: frame) }
      .filter { !$0.isInferred }.reduce(frame.head) {
        let own = $1.record.tokens
        return min($0.lowerBound, own.lowerBound)..<max($0.upperBound, own.upperBound)
      }
    for post in posts {
      var role = Role(
        person: reference, position: post.position, organization: post.place,
        status: self.status(of: post, told: status))
      if !isTitle, !frame.isNegated { setDates(of: &role, in: whole, context) }
      keep(role, post, &told)
      var inferred = isInferred ? ["person"] : []
      if post.record == nil, !post.isExplicit { inferred.append("organization") }
      told.facts.append(
        Fact(
          utf8Range: context.kinds.mentionRange(of: isInferred ? frame.head : whole),
          rule: context.kinds.matcher.rules.ruleName(frame.rule), statement: .role(role),
          negated: frame.isNegated, inferred: inferred))
    }
  }

  /// Is a title that a frame found beside names theirs?
  private func isBorne(
    _ post: RolePost, by people: [MatchedRecord], _ context: FactContext
  ) -> Bool {
    guard let title = post.record, let head = context.head(of: title.tokens) else { return false }
    // A name that looks like a title is none.
    if people.contains(where: { $0.tokens.overlaps(title.tokens) }) { return false }
    // «президенты Франции и Италии — Жан Дюпон, Марио Росси»
    if post.isPlural {
      return people.count > 1 && post.places.count <= 1 && !hasMorePlaces(title, context)
        && !isOfAnother(title, before: people[0], context)
    }
    let person = people[0]
    if isOfOtherGender(title, person, context) || isSubject(post, behind: person, context)
      || isOfAnother(title, before: person, context) || isListed(title, with: person, context)
      || isServed(person, by: title, isBare: post.isBare, context)
      || isKin(person, around: title, context) || isOfKin(person, context)
    {
      return false
    }
    return isCaseless(title, context) || context.shareCase(head, person.tokens, isOne: true)
  }

  /// «президенты Франции, Италии и Испании»: do places of others follow that of a title?
  private func hasMorePlaces(_ title: MatchedRecord, _ context: FactContext) -> Bool {
    let start = title.tokens.lowerBound
    guard let end = context.posts(in: start..<start + 1).last?.upperBound,
      end + 1 < context.buffer.count, context.isComma(end)
    else { return false }
    return [MentionKind.place, .organization].contains {
      !context.records(of: $0, in: end + 1..<end + 2).isEmpty
    }
  }

  /// «уволил заместителя Ивана Кравчука»: is the name perhaps that of the one whom the title serves?
  private func isOfServed(
    _ post: RolePost, _ person: MatchedRecord, _ context: FactContext
  ) -> Bool {
    guard let title = post.record, title.tokens.upperBound == person.tokens.lowerBound,
      context.has(words[.serving], in: title.tokens), let head = context.head(of: title.tokens)
    else { return false }
    return !context.kinds.hasAnalysis(head, .nomn) && context.canBe(.gent, person)
  }

  /// The posts that the head of a frame amounts to: «возглавил завод».
  private func headships(of frame: FrameMatch, _ context: FactContext) -> [RolePost] {
    guard let title = constant("position", of: frame) else { return [] }
    // «партии А, Б и В, возглавляемая …»: a participle describes one.
    let most = context.kinds.hasAnalysis(frame.head.lowerBound, .PRTF) ? 1 : 4
    return records("organization", of: frame).prefix(most).compactMap { record, isInferred in
      // «руководил банком» names the bank only where one alone is near.
      guard let place = context.reference(to: record),
        !isInferred || isOnly(place, of: record, before: frame.head.lowerBound, context)
      else { return nil }
      return RolePost(
        record: nil, position: PositionReference(mention: nil, name: title), place: place,
        isExplicit: !isInferred, isGeneric: isInferred, places: [place])
    }
  }

  /// Is the organization the only one of its type in the sentences before?
  private func isOnly(
    _ place: EntityReference, of record: MatchedRecord, before token: Int, _ context: FactContext
  ) -> Bool {
    guard let type = context.organizationType(of: record) else { return false }
    let only = context.onlyOrganization(before: token) { other in
      context.organizationType(of: other) == type ? context.reference(to: other) : nil
    }
    return only == place
  }
}
