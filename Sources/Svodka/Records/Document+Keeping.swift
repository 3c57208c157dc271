extension Document {
  /// The document with some of its records, and with all that these refer to: the entities and
  /// mentions of a fact, the entity of a mention, the mentions of an entity.
  ///
  ///     document.keeping(mentions: { $0.kind == .money }, facts: { $0.kind == .ownership })
  ///
  /// Indexes of mentions are those of the mentions that are left; the ids of entities stay.
  public func keeping(
    mentions isWanted: (Mention) -> Bool, facts isWantedFact: (Fact) -> Bool
  ) -> Document {
    var document = self
    document.facts = facts.filter(isWantedFact)
    var wanted = mentions.map(isWanted)
    var named: Set<String> = []
    let seen = ReferenceVisitor { index in
      if wanted.indices.contains(index) { wanted[index] = true }
      return index
    } entity: { reference in
      if let id = reference.entity { named.insert(id) }
    }
    for fact in document.facts { _ = seen.visited(fact.statement) }
    for (mention, isWanted) in zip(mentions, wanted) where isWanted {
      if let entity = mention.entity { named.insert(entity) }
      _ = seen.visited(mention.value)
    }
    document.entities = entities.filter { named.contains($0.id) }
    for entity in document.entities {
      for index in entity.mentions where wanted.indices.contains(index) { wanted[index] = true }
    }
    document.number(wanted)
    return document
  }

  /// Leaves the wanted mentions, and gives the references their new numbers.
  private mutating func number(_ wanted: [Bool]) {
    var numbers: [Int] = []
    var count = 0
    for isWanted in wanted {
      numbers.append(count)
      count += isWanted ? 1 : 0
    }
    guard count < wanted.count else { return }
    let moved = ReferenceVisitor { numbers.indices.contains($0) ? numbers[$0] : $0 } entity: { _ in }
    mentions = zip(mentions, wanted).filter(\.1).map(\.0)
    for index in mentions.indices { mentions[index].value = moved.visited(mentions[index].value) }
    for index in entities.indices { entities[index].mentions = entities[index].mentions.map { numbers[$0] } }
    for index in facts.indices { facts[index].statement = moved.visited(facts[index].statement) }
  }
}

extension Fact {
  /// Calls back with each index of a mention, and each entity, that the fact names.
  package func visitReferences(
    mention: (Int) -> Void, entity: (EntityReference) -> Void
  ) {
    withoutActuallyEscaping(mention) { mention in
      withoutActuallyEscaping(entity) { entity in
        let visitor = ReferenceVisitor(
          mention: { index in
            mention(index)
            return index
          }, entity: entity)
        _ = visitor.visited(statement)
      }
    }
  }
}

/// Goes through what a record refers to.
private struct ReferenceVisitor {
  /// Told the index of a mention; gives the one that takes its place.
  var mention: (Int) -> Int
  /// Told each entity.
  var entity: (EntityReference) -> Void

  func visited(_ value: MentionValue) -> MentionValue {
    guard case .custom(let kind, let fields) = value, !fields.isEmpty else { return value }
    return .custom(kind: kind, fields: fields.mapValues { visited($0) })
  }

  func visited(_ statement: Statement) -> Statement {
    switch statement {
    case .role(var role):
      visit([role.person, role.organization])
      role.position.mention = role.position.mention.map(mention)
      return .role(role)
    case .indicator(var indicator):
      visit([indicator.place, indicator.organization, indicator.source])
      move(&indicator.measure)
      indicator.change = indicator.change.map { visited($0) }
      return .indicator(indicator)
    case .change(var change):
      visit([change.place, change.organization, change.source])
      change.change = visited(change.change)
      return .change(change)
    case .membership(let membership): visit([membership.member, membership.organization])
    case .ownership(var ownership):
      visit([ownership.owner, ownership.owned])
      move(&ownership.share)
      return .ownership(ownership)
    case .agreement(var agreement):
      visit(agreement.parties.map(\.reference))
      move(&agreement.measure)
      return .agreement(agreement)
    case .meeting(let meeting): visit(meeting.participants + [meeting.place])
    case .location(let location): visit([location.organization, location.place])
    case .quote(let quote): visit([quote.speaker, quote.source])
    case .custom(let kind, let arguments):
      return .custom(
        kind: kind, arguments: FactArguments(arguments.map { ($0.name, visited($0.value)) }))
    }
    return statement
  }

  private func visited(_ change: Change) -> Change {
    var change = change
    if case .measure(var measure)? = change.by {
      move(&measure)
      change.by = .measure(measure)
    }
    move(&change.from)
    move(&change.to)
    return change
  }

  private func visited(_ value: FieldValue) -> FieldValue {
    switch value {
    case .entity(let reference):
      visit([reference])
      return value
    case .mention(let index, let value): return .mention(index: mention(index), value: value)
    case .list(let values): return .list(values.map { visited($0) })
    case .text, .number, .flag, .period: return value
    }
  }

  private func visit(_ references: [EntityReference?]) {
    for case let reference? in references { entity(reference) }
  }

  private func move(_ measure: inout Measure) { measure.mention = measure.mention.map(mention) }
  private func move(_ measure: inout Measure?) {
    guard var moved = measure else { return }
    move(&moved)
    measure = moved
  }
}
