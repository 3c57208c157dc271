/// A number that counts or measures nothing named.
public struct PlainNumber: Sendable, Hashable {
  public var value: Amount
  public var bound: Bound?
  /// A part of the value is not written there but taken from the context.
  public var inferred: Bool

  public init(value: Amount, bound: Bound? = nil, inferred: Bool = false) {
    self.value = value
    self.bound = bound
    self.inferred = inferred
  }
}

/// A place in an order: «первый», «3-е».
public struct OrdinalNumber: Sendable, Hashable, Codable {
  public var value: DecimalNumber

  public init(value: DecimalNumber) { self.value = value }
}

extension PlainNumber: Codable {
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: FieldName.self)
    self.init(
      value: try Amount(from: fields, named: "value"),
      bound: try fields.decodeIfPresent(Bound.self, forKey: "bound"),
      inferred: try fields.decodeFlag("inferred"))
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: FieldName.self)
    try value.encode(to: &fields, named: "value")
    try fields.encodeIfPresent(bound, forKey: "bound")
    try fields.encodeIfTrue(inferred, forKey: "inferred")
  }
}
