/// A field of a record that a user's own rule makes.
public enum FieldValue: Sendable, Hashable {
  case text(String)
  case number(DecimalNumber)
  case flag(Bool)
  case entity(EntityReference)
  /// A mention, by its index in the document's mentions, with its value.
  case mention(index: Int, value: MentionValue)
  case period(DateSpan)
  indirect case list([FieldValue])
}

extension FieldValue: Codable {
  public init(from decoder: any Decoder) throws {
    if let fields = try? decoder.container(keyedBy: FieldName.self) {
      self = try FieldValue(object: fields, from: decoder)
      return
    }
    if (try? decoder.unkeyedContainer()) != nil {
      self = .list(try [FieldValue](from: decoder))
      return
    }
    let single = try decoder.singleValueContainer()
    if let text = try? single.decode(String.self) {
      self = .text(text)
    } else if let flag = try? single.decode(Bool.self) {
      self = .flag(flag)
    } else {
      self = .number(try single.decode(DecimalNumber.self))
    }
  }

  private init(
    object fields: KeyedDecodingContainer<FieldName>, from decoder: any Decoder
  ) throws {
    if let index = try fields.decodeIfPresent(Int.self, forKey: "mention") {
      let kind = try fields.decode(MentionKind.self, forKey: "kind")
      self = .mention(index: index, value: try MentionValue(kind: kind, from: decoder))
    } else if fields.contains("grain") {
      self = .period(try DateSpan(from: decoder))
    } else {
      self = .entity(try EntityReference(from: decoder))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .text(let value): try value.encode(to: encoder)
    case .number(let value): try value.encode(to: encoder)
    case .flag(let value): try value.encode(to: encoder)
    case .entity(let value): try value.encode(to: encoder)
    case .period(let value): try value.encode(to: encoder)
    case .list(let values): try values.encode(to: encoder)
    case .mention(let index, let value):
      var fields = encoder.container(keyedBy: FieldName.self)
      try fields.encode(index, forKey: "mention")
      try fields.encode(value.kind, forKey: "kind")
      try value.payload.encode(to: encoder)
    }
  }
}
