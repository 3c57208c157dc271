/// An argument of a fact that is money, a percent or a quantity standing in the text.
public struct Measure: Sendable, Hashable {
  /// Index into the document's mentions; `nil` if the value has no mention of its own.
  public var mention: Int?
  public var value: MeasureValue

  public init(mention: Int?, value: MeasureValue) {
    self.mention = mention
    self.value = value
  }
}

public enum MeasureValue: Sendable, Hashable {
  case money(Money)
  case percent(Percent)
  case quantity(Quantity)

  public var kind: MentionKind {
    switch self {
    case .money: .money
    case .percent: .percent
    case .quantity: .quantity
    }
  }
}

/// By how much something changed: by a measure, or so many times.
public enum ChangeAmount: Sendable, Hashable {
  case measure(Measure)
  /// «вдвое» is 2.
  case times(DecimalNumber)
}

/// An argument of a fact that is a position standing in the text.
public struct PositionReference: Sendable, Hashable, Codable {
  /// Index into the document's mentions; `nil` if it has no mention of its own.
  public var mention: Int?
  /// Nominative.
  public var name: String

  public init(mention: Int?, name: String) {
    self.mention = mention
    self.name = name
  }
}

extension Measure: Codable {
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: FieldName.self)
    mention = try fields.decodeIfPresent(Int.self, forKey: "mention")
    let kind = try fields.decode(MentionKind.self, forKey: "kind")
    switch kind {
    case .money: value = .money(try Money(from: decoder))
    case .percent: value = .percent(try Percent(from: decoder))
    case .quantity: value = .quantity(try Quantity(from: decoder))
    default:
      throw DecodingError.dataCorruptedError(
        forKey: "kind", in: fields, debugDescription: "'\(kind.rawValue)' measures nothing")
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: FieldName.self)
    try fields.encodeIfPresent(mention, forKey: "mention")
    try fields.encode(value.kind, forKey: "kind")
    switch value {
    case .money(let money): try money.encode(to: encoder)
    case .percent(let percent): try percent.encode(to: encoder)
    case .quantity(let quantity): try quantity.encode(to: encoder)
    }
  }
}

extension ChangeAmount: Codable {
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: FieldName.self)
    if let times = try fields.decodeIfPresent(DecimalNumber.self, forKey: "times") {
      self = .times(times)
    } else {
      self = .measure(try Measure(from: decoder))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .measure(let measure): try measure.encode(to: encoder)
    case .times(let times):
      var fields = encoder.container(keyedBy: FieldName.self)
      try fields.encode(times, forKey: "times")
    }
  }
}
