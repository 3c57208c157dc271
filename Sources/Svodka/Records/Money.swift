/// A sum of money in one currency.
///
///     Money(amount: .exactly(28_000_000), currency: "USD")  // «28 миллионов долларов»
public struct Money: Sendable, Hashable {
  public var amount: Amount
  /// ISO 4217: `KZT`, `RUB`, `USD`.
  public var currency: String
  public var bound: Bound?
  /// What the sum is paid for, as a CLDR unit identifier: `barrel`, `kilowatt-hour`, `year`.
  public var per: String?
  /// A part of the value is not written there but taken from the context.
  public var inferred: Bool

  public init(
    amount: Amount, currency: String, bound: Bound? = nil, per: String? = nil,
    inferred: Bool = false
  ) {
    self.amount = amount
    self.currency = currency
    self.bound = bound
    self.per = per
    self.inferred = inferred
  }
}

extension Money: Codable {
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: FieldName.self)
    self.init(
      amount: try Amount(from: fields, named: "amount"),
      currency: try fields.decode(String.self, forKey: "currency"),
      bound: try fields.decodeIfPresent(Bound.self, forKey: "bound"),
      per: try fields.decodeIfPresent(String.self, forKey: "per"),
      inferred: try fields.decodeFlag("inferred"))
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: FieldName.self)
    try amount.encode(to: &fields, named: "amount")
    try fields.encode(currency, forKey: "currency")
    try fields.encodeIfPresent(bound, forKey: "bound")
    try fields.encodeIfPresent(per, forKey: "per")
    try fields.encodeIfTrue(inferred, forKey: "inferred")
  }
}
