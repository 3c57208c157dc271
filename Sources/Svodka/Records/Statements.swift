/// A person holds a position.
public struct Role: Sendable, Hashable, Codable {
  public var person: EntityReference
  public var position: PositionReference
  /// The organization, or the place, that it is held in.
  public var organization: EntityReference?
  public var from: DateSpan?
  public var to: DateSpan?
  public var status: RoleStatus?

  public init(
    person: EntityReference, position: PositionReference, organization: EntityReference? = nil,
    from: DateSpan? = nil, to: DateSpan? = nil, status: RoleStatus? = nil
  ) {
    self.person = person
    self.position = position
    self.organization = organization
    self.from = from
    self.to = to
    self.status = status
  }
}

public enum RoleStatus: String, Sendable, Hashable, Codable, CaseIterable {
  case current, former, acting, appointed, dismissed
}

/// An indicator had a value: production, price, share, stock.
public struct Indicator: Sendable, Hashable, Codable {
  /// A nominative noun phrase: «производство легковых автомобилей».
  public var indicator: String
  public var measure: Measure
  public var period: DateSpan?
  public var place: EntityReference?
  public var organization: EntityReference?
  public var status: IndicatorStatus?
  public var change: Change?
  /// Who says so, if it stands in somebody's direct speech.
  public var source: EntityReference?

  public init(
    indicator: String, measure: Measure, period: DateSpan? = nil, place: EntityReference? = nil,
    organization: EntityReference? = nil, status: IndicatorStatus? = nil, change: Change? = nil,
    source: EntityReference? = nil
  ) {
    self.indicator = indicator
    self.measure = measure
    self.period = period
    self.place = place
    self.organization = organization
    self.status = status
    self.change = change
    self.source = source
  }
}

public enum IndicatorStatus: String, Sendable, Hashable, Codable, CaseIterable {
  case actual, planned, forecast
}

/// How an indicator moved.
public struct Change: Sendable, Hashable, Codable {
  public var direction: ChangeDirection
  public var by: ChangeAmount?
  public var from: Measure?
  public var to: Measure?
  /// The period compared with.
  public var base: DateSpan?
  /// `false` where `by`, `from` and `to` contradict each other by more than rounding.
  public var consistent: Bool?

  public init(
    direction: ChangeDirection, by: ChangeAmount? = nil, from: Measure? = nil, to: Measure? = nil,
    base: DateSpan? = nil, consistent: Bool? = nil
  ) {
    self.direction = direction
    self.by = by
    self.from = from
    self.to = to
    self.base = base
    self.consistent = consistent
  }
}

public enum ChangeDirection: String, Sendable, Hashable, Codable, CaseIterable {
  case up, down, flat
}

/// An indicator moved, and its own value is not told.
public struct IndicatorChange: Sendable, Hashable {
  /// A nominative noun phrase.
  public var indicator: String
  public var change: Change
  public var period: DateSpan?
  public var place: EntityReference?
  public var organization: EntityReference?
  /// Who says so, if it stands in somebody's direct speech.
  public var source: EntityReference?

  public init(
    indicator: String, change: Change, period: DateSpan? = nil, place: EntityReference? = nil,
    organization: EntityReference? = nil, source: EntityReference? = nil
  ) {
    self.indicator = indicator
    self.change = change
    self.period = period
    self.place = place
    self.organization = organization
    self.source = source
  }
}

/// Someone belongs to an organization.
public struct Membership: Sendable, Hashable, Codable {
  public var member: EntityReference
  public var organization: EntityReference
  public var since: DateSpan?
  public var status: MembershipStatus?

  public init(
    member: EntityReference, organization: EntityReference, since: DateSpan? = nil,
    status: MembershipStatus? = nil
  ) {
    self.member = member
    self.organization = organization
    self.since = since
    self.status = status
  }
}

public enum MembershipStatus: String, Sendable, Hashable, Codable, CaseIterable {
  case current, former, joined, left
}

/// Someone owns an organization, or a share of it.
public struct Ownership: Sendable, Hashable, Codable {
  public var owner: EntityReference
  public var owned: EntityReference
  /// A percent.
  public var share: Measure?
  public var status: OwnershipStatus?

  public init(
    owner: EntityReference, owned: EntityReference, share: Measure? = nil,
    status: OwnershipStatus? = nil
  ) {
    self.owner = owner
    self.owned = owned
    self.share = share
    self.status = status
  }
}

public enum OwnershipStatus: String, Sendable, Hashable, Codable, CaseIterable {
  case current, former
}

/// Parties agreed on something: signed a contract, bought, lent, invested, fined.
public struct Agreement: Sendable, Hashable, Codable {
  public var type: AgreementType?
  public var parties: [AgreementParty]
  /// What is bought, invested in or lent for, a noun phrase in the nominative.
  public var object: String?
  public var date: DateSpan?
  public var measure: Measure?
  /// What it is about in a word or a phrase: «кредит», «поставка автобусов».
  public var subject: String?
  /// Nil where the text tells of it as of a fact and not whether a contract was signed.
  public var status: AgreementStatus?

  public init(
    type: AgreementType? = nil, parties: [AgreementParty], object: String? = nil,
    date: DateSpan? = nil, measure: Measure? = nil, subject: String? = nil,
    status: AgreementStatus? = nil
  ) {
    self.type = type
    self.parties = parties
    self.object = object
    self.date = date
    self.measure = measure
    self.subject = subject
    self.status = status
  }
}

public enum AgreementType: String, Sendable, Hashable, Codable, CaseIterable {
  case contract, purchase, investment, loan, merger, penalty, other
}

public enum AgreementStatus: String, Sendable, Hashable, Codable, CaseIterable {
  case signed, planned, ended
}

/// A party of an agreement, and its part in it where that is told.
public struct AgreementParty: Sendable, Hashable, Codable {
  /// The ``Entity/id``; `nil` for a name that is no entity of the document.
  public var entity: String?
  /// Its canonical name.
  public var name: String
  public var role: PartyRole?

  public init(_ reference: EntityReference, role: PartyRole? = nil) {
    entity = reference.entity
    name = reference.name
    self.role = role
  }

  /// The party without its part.
  public var reference: EntityReference { EntityReference(entity: entity, name: name) }
}

public enum PartyRole: String, Sendable, Hashable, Codable, CaseIterable {
  case buyer, seller, investor, lender, borrower, payer, receiver
}

/// People met.
public struct Meeting: Sendable, Hashable, Codable {
  public var participants: [EntityReference]
  public var date: DateSpan?
  public var place: EntityReference?

  public init(
    participants: [EntityReference], date: DateSpan? = nil, place: EntityReference? = nil
  ) {
    self.participants = participants
    self.date = date
    self.place = place
  }
}

/// An organization sits in a place.
public struct Location: Sendable, Hashable, Codable {
  public var organization: EntityReference
  public var place: EntityReference

  public init(organization: EntityReference, place: EntityReference) {
    self.organization = organization
    self.place = place
  }
}

/// Someone said something.
public struct Quote: Sendable, Hashable, Codable {
  public var speaker: EntityReference
  /// What was said, without the quotation marks, continued over paragraphs.
  public var text: String
  /// The organization or medium that passed it on.
  public var source: EntityReference?

  public init(speaker: EntityReference, text: String, source: EntityReference? = nil) {
    self.speaker = speaker
    self.text = text
    self.source = source
  }
}

extension IndicatorChange: Codable {
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: FieldName.self)
    self.init(
      indicator: try fields.decode(String.self, forKey: "indicator"),
      change: try Change(from: decoder),
      period: try fields.decodeIfPresent(DateSpan.self, forKey: "period"),
      place: try fields.decodeIfPresent(EntityReference.self, forKey: "place"),
      organization: try fields.decodeIfPresent(EntityReference.self, forKey: "organization"),
      source: try fields.decodeIfPresent(EntityReference.self, forKey: "source"))
  }

  /// Writes the change's own fields beside the indicator, not under a name of their own.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: FieldName.self)
    try fields.encode(indicator, forKey: "indicator")
    try change.encode(to: encoder)
    try fields.encodeIfPresent(period, forKey: "period")
    try fields.encodeIfPresent(place, forKey: "place")
    try fields.encodeIfPresent(organization, forKey: "organization")
    try fields.encodeIfPresent(source, forKey: "source")
  }
}
