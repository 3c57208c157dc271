import Svodka

/// A typed value of a mention: ``Svodka/Money``, ``Svodka/Person``, ….
public protocol MentionPayload: Sendable {
  /// Takes the value if it is of this type.
  init?(_ value: MentionValue)
}

/// A typed fact: ``Svodka/Role``, ``Svodka/Indicator``, ….
public protocol StatementPayload: Sendable {
  /// Takes the statement if it is of this type.
  init?(_ statement: Statement)
}

extension Organization: MentionPayload {
  public init?(_ value: MentionValue) {
    guard case .organization(let payload) = value else { return nil }
    self = payload
  }
}

extension Person: MentionPayload {
  public init?(_ value: MentionValue) {
    guard case .person(let payload) = value else { return nil }
    self = payload
  }
}

extension Place: MentionPayload {
  public init?(_ value: MentionValue) {
    guard case .place(let payload) = value else { return nil }
    self = payload
  }
}

extension Position: MentionPayload {
  public init?(_ value: MentionValue) {
    guard case .position(let payload) = value else { return nil }
    self = payload
  }
}

extension DateSpan: MentionPayload {
  public init?(_ value: MentionValue) {
    guard case .date(let payload) = value else { return nil }
    self = payload
  }
}

extension TimeOfDay: MentionPayload {
  public init?(_ value: MentionValue) {
    guard case .time(let payload) = value else { return nil }
    self = payload
  }
}

extension TimeLength: MentionPayload {
  public init?(_ value: MentionValue) {
    guard case .duration(let payload) = value else { return nil }
    self = payload
  }
}

extension Money: MentionPayload {
  public init?(_ value: MentionValue) {
    guard case .money(let payload) = value else { return nil }
    self = payload
  }
}

extension Percent: MentionPayload {
  public init?(_ value: MentionValue) {
    guard case .percent(let payload) = value else { return nil }
    self = payload
  }
}

extension Quantity: MentionPayload {
  public init?(_ value: MentionValue) {
    guard case .quantity(let payload) = value else { return nil }
    self = payload
  }
}

extension PlainNumber: MentionPayload {
  public init?(_ value: MentionValue) {
    guard case .number(let payload) = value else { return nil }
    self = payload
  }
}

extension OrdinalNumber: MentionPayload {
  public init?(_ value: MentionValue) {
    guard case .ordinal(let payload) = value else { return nil }
    self = payload
  }
}

extension Role: StatementPayload {
  public init?(_ statement: Statement) {
    guard case .role(let payload) = statement else { return nil }
    self = payload
  }
}

extension Indicator: StatementPayload {
  public init?(_ statement: Statement) {
    guard case .indicator(let payload) = statement else { return nil }
    self = payload
  }
}

extension IndicatorChange: StatementPayload {
  public init?(_ statement: Statement) {
    guard case .change(let payload) = statement else { return nil }
    self = payload
  }
}

extension Membership: StatementPayload {
  public init?(_ statement: Statement) {
    guard case .membership(let payload) = statement else { return nil }
    self = payload
  }
}

extension Ownership: StatementPayload {
  public init?(_ statement: Statement) {
    guard case .ownership(let payload) = statement else { return nil }
    self = payload
  }
}

extension Agreement: StatementPayload {
  public init?(_ statement: Statement) {
    guard case .agreement(let payload) = statement else { return nil }
    self = payload
  }
}

extension Meeting: StatementPayload {
  public init?(_ statement: Statement) {
    guard case .meeting(let payload) = statement else { return nil }
    self = payload
  }
}

extension Location: StatementPayload {
  public init?(_ statement: Statement) {
    guard case .location(let payload) = statement else { return nil }
    self = payload
  }
}

extension Quote: StatementPayload {
  public init?(_ statement: Statement) {
    guard case .quote(let payload) = statement else { return nil }
    self = payload
  }
}
