/// A share in hundredths, or a difference between two such shares.
///
///     Percent(value: .exactly(22))  // «22 процента»
public struct Percent: Sendable, Hashable {
  public var value: Amount
  public var bound: Bound?
  /// Percentage points («п.п.»), not percents.
  public var points: Bool
  /// A part of the value is not written there but taken from the context.
  public var inferred: Bool

  public init(value: Amount, bound: Bound? = nil, points: Bool = false, inferred: Bool = false) {
    self.value = value
    self.bound = bound
    self.points = points
    self.inferred = inferred
  }
}

extension Percent: Codable {
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: FieldName.self)
    self.init(
      value: try Amount(from: fields, named: "value"),
      bound: try fields.decodeIfPresent(Bound.self, forKey: "bound"),
      points: try fields.decodeFlag("points"),
      inferred: try fields.decodeFlag("inferred"))
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: FieldName.self)
    try value.encode(to: &fields, named: "value")
    try fields.encodeIfPresent(bound, forKey: "bound")
    try fields.encodeIfTrue(points, forKey: "points")
    try fields.encodeIfTrue(inferred, forKey: "inferred")
  }
}
