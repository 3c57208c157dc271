/// Something that stands in the text: where, what it says, and which rule found it.
public struct Mention: Sendable, Hashable {
  /// Where it stands, in bytes of the document's UTF-8; in what ``Document/offsets`` says where the
  /// document was read from JSON.
  public var utf8Range: Range<Int>
  /// The text that stands there.
  public var text: String
  public var value: MentionValue
  /// Name of the rule that made it: `money.amount-currency`.
  public var rule: String
  /// The ``Entity/id`` of what it names; people, organizations and places have one.
  public var entity: String?
  /// What the range counts.
  var offsets = OffsetUnit.utf8

  public init(
    utf8Range: Range<Int>, text: String, value: MentionValue, rule: String, entity: String? = nil
  ) {
    self.utf8Range = utf8Range
    self.text = text
    self.value = value
    self.rule = rule
    self.entity = entity
  }

  public var kind: MentionKind { value.kind }

  /// Where it stands in the text that it was extracted from.
  ///
  ///     text[mention.range(in: text)] == mention.text
  ///
  /// - Precondition: `text` is the text that was given to the extractor.
  public func range(in text: String) -> Range<String.Index> { text.range(utf8Range, in: offsets) }
}

/// What a mention speaks of; the kinds that come with the library, and those of a user's rules.
public struct MentionKind: RawRepresentable, Sendable, Hashable, Codable {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }

  public static let organization = MentionKind(rawValue: "organization")
  public static let person = MentionKind(rawValue: "person")
  public static let place = MentionKind(rawValue: "place")
  public static let position = MentionKind(rawValue: "position")
  public static let date = MentionKind(rawValue: "date")
  public static let time = MentionKind(rawValue: "time")
  public static let duration = MentionKind(rawValue: "duration")
  public static let money = MentionKind(rawValue: "money")
  public static let percent = MentionKind(rawValue: "percent")
  public static let quantity = MentionKind(rawValue: "quantity")
  public static let number = MentionKind(rawValue: "number")
  public static let ordinal = MentionKind(rawValue: "ordinal")
}

/// The typed value of a mention.
public enum MentionValue: Sendable, Hashable {
  case organization(Organization)
  case person(Person)
  case place(Place)
  case position(Position)
  case date(DateSpan)
  case time(TimeOfDay)
  case duration(TimeLength)
  case money(Money)
  case percent(Percent)
  case quantity(Quantity)
  case number(PlainNumber)
  case ordinal(OrdinalNumber)
  /// A kind of the user's own rules, with the fields that its rule sets.
  case custom(kind: String, fields: [String: FieldValue])

  public var kind: MentionKind {
    switch self {
    case .organization: .organization
    case .person: .person
    case .place: .place
    case .position: .position
    case .date: .date
    case .time: .time
    case .duration: .duration
    case .money: .money
    case .percent: .percent
    case .quantity: .quantity
    case .number: .number
    case .ordinal: .ordinal
    case .custom(let kind, _): MentionKind(rawValue: kind)
    }
  }
}

// MARK: Codable

extension MentionValue {
  /// Reads the value of a mention of that kind; an unknown kind is read as the user's own.
  init(kind: MentionKind, from decoder: any Decoder) throws {
    self =
      switch kind {
      case .organization: .organization(try Organization(from: decoder))
      case .person: .person(try Person(from: decoder))
      case .place: .place(try Place(from: decoder))
      case .position: .position(try Position(from: decoder))
      case .date: .date(try DateSpan(from: decoder))
      case .time: .time(try TimeOfDay(from: decoder))
      case .duration: .duration(try TimeLength(from: decoder))
      case .money: .money(try Money(from: decoder))
      case .percent: .percent(try Percent(from: decoder))
      case .quantity: .quantity(try Quantity(from: decoder))
      case .number: .number(try PlainNumber(from: decoder))
      case .ordinal: .ordinal(try OrdinalNumber(from: decoder))
      default:
        .custom(kind: kind.rawValue, fields: try [String: FieldValue](from: decoder))
      }
  }

  /// The part that is written under `value`; the kind stands beside it.
  var payload: any Encodable & Sendable {
    switch self {
    case .organization(let value): value
    case .person(let value): value
    case .place(let value): value
    case .position(let value): value
    case .date(let value): value
    case .time(let value): value
    case .duration(let value): value
    case .money(let value): value
    case .percent(let value): value
    case .quantity(let value): value
    case .number(let value): value
    case .ordinal(let value): value
    case .custom(_, let fields): fields
    }
  }
}

extension Mention: Codable {
  /// Reads what ``encode(to:)`` wrote; the document says what its offsets count.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: FieldName.self)
    let kind = try fields.decode(MentionKind.self, forKey: "kind")
    self.init(
      utf8Range: try fields.decodeRange(),
      text: try fields.decode(String.self, forKey: "text"),
      value: try MentionValue(kind: kind, from: try fields.superDecoder(forKey: "value")),
      rule: try fields.decode(String.self, forKey: "rule"),
      entity: try fields.decodeIfPresent(String.self, forKey: "entity"))
  }

  /// Writes the record with its offsets as they are, in the unit that the document names.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: FieldName.self)
    try fields.encode(kind, forKey: "kind")
    try fields.encode(utf8Range.lowerBound, forKey: "start")
    try fields.encode(utf8Range.upperBound, forKey: "end")
    try fields.encode(text, forKey: "text")
    try value.payload.encode(to: fields.superEncoder(forKey: "value"))
    try fields.encode(rule, forKey: "rule")
    try fields.encodeIfPresent(entity, forKey: "entity")
  }
}

extension KeyedDecodingContainer<FieldName> {
  /// Reads `start` and `end`.
  func decodeRange() throws -> Range<Int> {
    let start = try decode(Int.self, forKey: "start")
    let end = try decode(Int.self, forKey: "end")
    guard start >= 0, start <= end else {
      throw DecodingError.dataCorruptedError(
        forKey: "end", in: self,
        debugDescription: "no stretch of text runs from \(start) to \(end)")
    }
    return start..<end
  }
}
