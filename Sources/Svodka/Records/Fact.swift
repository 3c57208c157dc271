/// A statement that ties entities, measures and dates together, and where the text makes it.
public struct Fact: Sendable, Hashable {
  /// The stretch of text that states it, in bytes of the document's UTF-8; in what
  /// ``Document/offsets`` says where the document was read from JSON.
  public var utf8Range: Range<Int>
  /// Name of the rule that found it.
  public var rule: String
  public var statement: Statement
  /// The text denies it: «не подписали», «опроверг».
  public var negated: Bool
  /// What the range counts.
  var offsets = OffsetUnit.utf8
  /// The arguments that the sentence itself does not state and its surroundings give.
  public var inferred: [String]

  public init(
    utf8Range: Range<Int>, rule: String, statement: Statement, negated: Bool = false,
    inferred: [String] = []
  ) {
    self.utf8Range = utf8Range
    self.rule = rule
    self.statement = statement
    self.negated = negated
    self.inferred = inferred
  }

  public var kind: FactKind { statement.kind }

  /// Where the text states it.
  ///
  /// - Precondition: `text` is the text that was given to the extractor.
  public func range(in text: String) -> Range<String.Index> { text.range(utf8Range, in: offsets) }
}

/// What a fact says; the kinds that come with the library, and those of a user's rules.
public struct FactKind: RawRepresentable, Sendable, Hashable, Codable {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }

  public static let role = FactKind(rawValue: "role")
  public static let indicator = FactKind(rawValue: "indicator")
  public static let change = FactKind(rawValue: "change")
  public static let membership = FactKind(rawValue: "membership")
  public static let ownership = FactKind(rawValue: "ownership")
  public static let agreement = FactKind(rawValue: "agreement")
  public static let meeting = FactKind(rawValue: "meeting")
  public static let location = FactKind(rawValue: "location")
  public static let quote = FactKind(rawValue: "quote")
}

/// The arguments of a fact, by its kind.
public enum Statement: Sendable, Hashable {
  case role(Role)
  case indicator(Indicator)
  case change(IndicatorChange)
  case membership(Membership)
  case ownership(Ownership)
  case agreement(Agreement)
  case meeting(Meeting)
  case location(Location)
  case quote(Quote)
  /// A kind that a rule file declares, with the arguments that the file names.
  case custom(kind: String, arguments: FactArguments)

  public var kind: FactKind {
    switch self {
    case .role: .role
    case .indicator: .indicator
    case .change: .change
    case .membership: .membership
    case .ownership: .ownership
    case .agreement: .agreement
    case .meeting: .meeting
    case .location: .location
    case .quote: .quote
    case .custom(let kind, _): FactKind(rawValue: kind)
    }
  }
}

extension Fact {
  /// Says who says so, where the kind of fact has a place for it.
  mutating func setSource(_ source: EntityReference) {
    switch statement {
    case .indicator(var indicator):
      indicator.source = source
      statement = .indicator(indicator)
    case .change(var change):
      change.source = source
      statement = .change(change)
    default: break
    }
  }
}

// MARK: Codable

extension Fact: Codable {
  /// Reads what ``encode(to:)`` wrote; the document says what its offsets count.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: FieldName.self)
    let kind = try fields.decode(FactKind.self, forKey: "kind")
    self.init(
      utf8Range: try fields.decodeRange(),
      rule: try fields.decode(String.self, forKey: "rule"),
      statement: try Statement(kind: kind, fields: fields, from: decoder),
      negated: try fields.decodeFlag("negated"),
      inferred: try fields.decodeIfPresent([String].self, forKey: "inferred") ?? [])
  }

  /// Writes the record with its offsets as they are, in the unit that the document names.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: FieldName.self)
    try fields.encode(kind, forKey: "kind")
    try fields.encode(utf8Range.lowerBound, forKey: "start")
    try fields.encode(utf8Range.upperBound, forKey: "end")
    try statement.encode(to: encoder, fields: &fields)
    try fields.encode(rule, forKey: "rule")
    try fields.encodeIfTrue(negated, forKey: "negated")
    if !inferred.isEmpty { try fields.encode(inferred, forKey: "inferred") }
  }
}

extension Statement {
  /// The fields that every fact has; what else stands there is a custom fact's arguments.
  private static let common: Set<String> = [
    "kind", "start", "end", "rule", "negated", "inferred",
  ]

  init(
    kind: FactKind, fields: KeyedDecodingContainer<FieldName>, from decoder: any Decoder
  ) throws {
    switch kind {
    case .role: self = .role(try Role(from: decoder))
    case .indicator: self = .indicator(try Indicator(from: decoder))
    case .change: self = .change(try IndicatorChange(from: decoder))
    case .membership: self = .membership(try Membership(from: decoder))
    case .ownership: self = .ownership(try Ownership(from: decoder))
    case .agreement: self = .agreement(try Agreement(from: decoder))
    case .meeting: self = .meeting(try Meeting(from: decoder))
    case .location: self = .location(try Location(from: decoder))
    case .quote: self = .quote(try Quote(from: decoder))
    default:
      let names = fields.allKeys.filter { !Statement.common.contains($0.stringValue) }
      self = .custom(
        kind: kind.rawValue,
        arguments: FactArguments(
          try names.map { ($0.stringValue, try fields.decode(FieldValue.self, forKey: $0)) }))
    }
  }

  func encode(
    to encoder: any Encoder, fields: inout KeyedEncodingContainer<FieldName>
  ) throws {
    switch self {
    case .role(let role): try role.encode(to: encoder)
    case .indicator(let indicator): try indicator.encode(to: encoder)
    case .change(let change): try change.encode(to: encoder)
    case .membership(let membership): try membership.encode(to: encoder)
    case .ownership(let ownership): try ownership.encode(to: encoder)
    case .agreement(let agreement): try agreement.encode(to: encoder)
    case .meeting(let meeting): try meeting.encode(to: encoder)
    case .location(let location): try location.encode(to: encoder)
    case .quote(let quote): try quote.encode(to: encoder)
    case .custom(_, let arguments):
      for (name, value) in arguments {
        try fields.encode(value, forKey: FieldName(stringValue: name))
      }
    }
  }
}
