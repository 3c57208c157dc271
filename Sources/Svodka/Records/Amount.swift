/// How large something is: one number, or a range with both ends.
public enum Amount: Sendable, Hashable {
  case exactly(DecimalNumber)
  case range(low: DecimalNumber, high: DecimalNumber)

  /// The number, if it is not a range.
  public var single: DecimalNumber? {
    if case .exactly(let number) = self { number } else { nil }
  }

  /// The number, or the lower end of the range.
  public var low: DecimalNumber {
    switch self {
    case .exactly(let number): number
    case .range(let low, _): low
    }
  }

  /// The number, or the upper end of the range.
  public var high: DecimalNumber {
    switch self {
    case .exactly(let number): number
    case .range(_, let high): high
    }
  }

  /// The amount with every number in it changed; `nil` where one has no exact result.
  public func map(_ change: (DecimalNumber) -> DecimalNumber?) -> Amount? {
    switch self {
    case .exactly(let number): change(number).map(Amount.exactly)
    case .range(let low, let high):
      if let low = change(low), let high = change(high) {
        .range(low: low, high: high)
      } else {
        nil
      }
    }
  }
}

extension Amount: CustomStringConvertible {
  /// `61500000000`, `3…5`.
  public var description: String {
    switch self {
    case .exactly(let number): "\(number)"
    case .range(let low, let high): "\(low)…\(high)"
    }
  }
}

/// How an amount limits what it speaks of; an amount without one is exact.
public enum Bound: String, Sendable, Hashable, Codable, CaseIterable {
  /// «более», «свыше»
  case moreThan
  /// «не менее», «как минимум»
  case atLeast
  /// «менее»
  case lessThan
  /// «до», «не более»
  case atMost
  /// «около», «порядка», «примерно», «почти»
  case about
}

extension Amount {
  /// Reads `value` (or `amount`, as `name` says), or `low` with `high`.
  init(from fields: KeyedDecodingContainer<FieldName>, named name: FieldName) throws {
    if let number = try fields.decodeIfPresent(DecimalNumber.self, forKey: name) {
      self = .exactly(number)
    } else {
      self = .range(
        low: try fields.decode(DecimalNumber.self, forKey: "low"),
        high: try fields.decode(DecimalNumber.self, forKey: "high"))
    }
  }

  func encode(to fields: inout KeyedEncodingContainer<FieldName>, named name: FieldName) throws {
    switch self {
    case .exactly(let number): try fields.encode(number, forKey: name)
    case .range(let low, let high):
      try fields.encode(low, forKey: "low")
      try fields.encode(high, forKey: "high")
    }
  }
}
