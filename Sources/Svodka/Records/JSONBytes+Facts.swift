// The arguments of facts, field by field as they stand between `end` and `rule`.

extension JSONBytes {
  mutating func fields(of statement: Statement) {
    switch statement {
    case .role(let role): fields(of: role)
    case .indicator(let indicator): fields(of: indicator)
    case .change(let change):
      field("indicator", change.indicator)
      fields(of: change.change)
      optional("period", change.period)
      optional("place", change.place)
      optional("organization", change.organization)
      optional("source", change.source)
    case .membership(let membership):
      field("member", membership.member)
      field("organization", membership.organization)
      optional("since", membership.since)
      optional("status", membership.status?.rawValue)
    case .ownership(let ownership):
      field("owner", ownership.owner)
      field("owned", ownership.owned)
      optional("share", ownership.share)
      optional("status", ownership.status?.rawValue)
    case .agreement(let agreement):
      optional("type", agreement.type?.rawValue)
      list("parties", agreement.parties)
      optional("object", agreement.object)
      optional("date", agreement.date)
      optional("measure", agreement.measure)
      optional("subject", agreement.subject)
      optional("status", agreement.status?.rawValue)
    case .meeting(let meeting):
      list("participants", meeting.participants)
      optional("date", meeting.date)
      optional("place", meeting.place)
    case .location(let location):
      field("organization", location.organization)
      field("place", location.place)
    case .quote(let quote):
      field("speaker", quote.speaker)
      field("text", quote.text)
      optional("source", quote.source)
    case .custom(_, let arguments): fields(of: arguments)
    }
  }

  private mutating func fields(of role: Role) {
    field("person", role.person)
    name("position")
    openObject()
    if let mention = role.position.mention { field("mention", mention) }
    field("name", role.position.name)
    closeObject()
    optional("organization", role.organization)
    optional("from", role.from)
    optional("to", role.to)
    optional("status", role.status?.rawValue)
  }

  private mutating func fields(of indicator: Indicator) {
    field("indicator", indicator.indicator)
    optional("measure", indicator.measure)
    optional("period", indicator.period)
    optional("place", indicator.place)
    optional("organization", indicator.organization)
    optional("status", indicator.status?.rawValue)
    if let change = indicator.change {
      name("change")
      openObject()
      fields(of: change)
      closeObject()
    }
    optional("source", indicator.source)
  }

  private mutating func fields(of change: Change) {
    field("direction", change.direction.rawValue)
    switch change.by {
    case .measure(let measure): optional("by", measure)
    case .times(let times):
      name("by")
      openObject()
      field("times", times)
      closeObject()
    case nil: break
    }
    optional("from", change.from)
    optional("to", change.to)
    optional("base", change.base)
    if let consistent = change.consistent {
      name("consistent")
      literal(consistent ? "true" : "false")
    }
  }

  // MARK: Arguments

  mutating func object(_ reference: EntityReference) {
    openObject()
    optional("entity", reference.entity)
    field("name", reference.name)
    closeObject()
  }

  mutating func object(_ span: DateSpan) {
    openObject()
    fields(of: span)
    closeObject()
  }

  private mutating func field(_ name: StaticString, _ reference: EntityReference) {
    self.name(name)
    object(reference)
  }

  private mutating func optional(_ name: StaticString, _ reference: EntityReference?) {
    if let reference { field(name, reference) }
  }

  private mutating func optional(_ name: StaticString, _ span: DateSpan?) {
    guard let span else { return }
    self.name(name)
    object(span)
  }

  private mutating func optional(_ name: StaticString, _ measure: Measure?) {
    guard let measure else { return }
    self.name(name)
    openObject()
    if let mention = measure.mention { field("mention", mention) }
    field("kind", measure.value.kind.rawValue)
    switch measure.value {
    case .money(let money): fields(of: money)
    case .percent(let percent): fields(of: percent)
    case .quantity(let quantity): fields(of: quantity)
    }
    closeObject()
  }

  private mutating func list(_ name: StaticString, _ parties: [AgreementParty]) {
    self.name(name)
    openList()
    for party in parties {
      separate()
      openObject()
      optional("entity", party.entity)
      field("name", party.name)
      optional("role", party.role?.rawValue)
      closeObject()
    }
    closeList()
  }

  private mutating func list(_ name: StaticString, _ references: [EntityReference]) {
    self.name(name)
    openList()
    for reference in references {
      separate()
      object(reference)
    }
    closeList()
  }
}
