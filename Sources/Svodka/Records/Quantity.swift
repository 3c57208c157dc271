/// So much of a unit, or so many of a counted thing.
///
///     Quantity(value: .exactly(38_800), counted: "легковой автомобиль")
///     Quantity(value: .exactly(10_000), unit: "item", per: "year")  // «10 000 единиц в год»
public struct Quantity: Sendable, Hashable {
  public var value: Amount
  /// A CLDR unit identifier (`kilometer`, `metric-ton`), `item` for «единица», `nil` for a counted
  /// noun.
  public var unit: String?
  /// The counted noun phrase, nominative singular.
  public var counted: String?
  /// The same in SI base units.
  public var base: BaseQuantity?
  public var bound: Bound?
  /// The unit of a rate: `year` in «единиц в год».
  public var per: String?
  /// A part of the value is not written there but taken from the context.
  public var inferred: Bool

  public init(
    value: Amount, unit: String? = nil, counted: String? = nil, base: BaseQuantity? = nil,
    bound: Bound? = nil, per: String? = nil, inferred: Bool = false
  ) {
    self.value = value
    self.unit = unit
    self.counted = counted
    self.base = base
    self.bound = bound
    self.per = per
    self.inferred = inferred
  }
}

/// A quantity in SI base units: «5 км» is 5000 `meter`.
public struct BaseQuantity: Sendable, Hashable, Codable {
  public var value: DecimalNumber
  public var unit: String

  public init(value: DecimalNumber, unit: String) {
    self.value = value
    self.unit = unit
  }
}

extension Quantity: Codable {
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: FieldName.self)
    self.init(
      value: try Amount(from: fields, named: "value"),
      unit: try fields.decodeIfPresent(String.self, forKey: "unit"),
      counted: try fields.decodeIfPresent(String.self, forKey: "counted"),
      base: try fields.decodeIfPresent(BaseQuantity.self, forKey: "base"),
      bound: try fields.decodeIfPresent(Bound.self, forKey: "bound"),
      per: try fields.decodeIfPresent(String.self, forKey: "per"),
      inferred: try fields.decodeFlag("inferred"))
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: FieldName.self)
    try value.encode(to: &fields, named: "value")
    try fields.encodeIfPresent(unit, forKey: "unit")
    try fields.encodeIfPresent(counted, forKey: "counted")
    try fields.encodeIfPresent(base, forKey: "base")
    try fields.encodeIfPresent(bound, forKey: "bound")
    try fields.encodeIfPresent(per, forKey: "per")
    try fields.encodeIfTrue(inferred, forKey: "inferred")
  }
}
