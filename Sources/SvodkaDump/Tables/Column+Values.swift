import Svodka

// The columns that a value takes up wherever it stands: in a mention or as an argument of a fact.

extension Column where Record == Amount {
  /// `value`, or `low` and `high` of a range; `real` is the value, or the middle of the range, in
  /// binary, which can be summed and sorted where exact numbers are text.
  static var amount: [Column] {
    [
      .decimal("value") { $0.single },
      .decimal("low") { $0.single == nil ? $0.low : nil },
      .decimal("high") { $0.single == nil ? $0.high : nil },
      Column("real", .real) { .real($0.real) },
    ]
  }
}

extension Amount {
  fileprivate var real: Double {
    switch self {
    case .exactly(let number): number.real
    case .range(let low, let high): low.real / 2 + high.real / 2
    }
  }
}

extension DecimalNumber {
  /// The nearest binary number.
  var real: Double {
    // Up to 2^53 and a small power of ten both are exact, and one division rounds once.
    if significand.magnitude < 1 << 53, exponent >= -22 {
      var power = 1.0
      for _ in 0..<(-exponent) { power *= 10 }
      return Double(Int64(significand)) / power
    }
    return Double(description) ?? 0
  }
}

extension Column where Record == DateSpan {
  /// The first and the last day, or where the period lies from an unknown day: `year -1`.
  static var span: [Column] {
    [
      .day("first_day") { $0.from },
      .day("last_day") { $0.to },
      .text("grain") { $0.grain.rawValue },
      .text("relative") { span in span.relative.map { "\($0.unit.rawValue) \($0.offset)" } },
      .flag("recurring") { $0.recurring },
    ]
  }
}

extension Column where Record == MeasureValue {
  /// The columns of money, a percent or a quantity. `unit` is a currency (`KZT`), `percent`,
  /// `percentage-point` or a CLDR unit.
  static var measure: [Column] {
    [.text("kind") { $0.kind.rawValue }]
      + Column<Amount>.amount.map { $0.of(\.amount) }
      + [
        .text("unit") { $0.unit },
        .text("counted") { $0.quantity?.counted },
        .text("bound") { $0.bound?.rawValue },
        .text("per") { $0.per },
        .flag("inferred") { $0.inferred },
      ]
  }
}

extension MeasureValue {
  var amount: Amount {
    switch self {
    case .money(let money): money.amount
    case .percent(let percent): percent.value
    case .quantity(let quantity): quantity.value
    }
  }

  fileprivate var quantity: Quantity? {
    if case .quantity(let quantity) = self { quantity } else { nil }
  }

  /// The currency, `percent`, `percentage-point`, or the unit; `nil` for counted things.
  var unit: String? {
    switch self {
    case .money(let money): money.currency
    case .percent(let percent): percent.points ? "percentage-point" : "percent"
    case .quantity(let quantity): quantity.unit
    }
  }

  fileprivate var bound: Bound? {
    switch self {
    case .money(let money): money.bound
    case .percent(let percent): percent.bound
    case .quantity(let quantity): quantity.bound
    }
  }

  fileprivate var per: String? {
    switch self {
    case .money(let money): money.per
    case .percent: nil
    case .quantity(let quantity): quantity.per
    }
  }

  fileprivate var inferred: Bool {
    switch self {
    case .money(let money): money.inferred
    case .percent(let percent): percent.inferred
    case .quantity(let quantity): quantity.inferred
    }
  }
}

// MARK: Arguments of facts

extension Column {
  /// The name, and under `name_entity` the entity.
  static func reference(
    _ name: String, _ value: @escaping @Sendable (Record) -> EntityReference?
  ) -> [Column] {
    [
      .text(name) { value($0)?.name },
      .entity("\(name)_entity") { value($0)?.entity },
    ]
  }

  /// The names, with `; ` between them.
  static func references(
    _ name: String, _ value: @escaping @Sendable (Record) -> [EntityReference]
  ) -> [Column] {
    [.text(name) { value($0).map(\.name).joined(separator: "; ") }]
  }

  /// The columns of a period, each as `prefix_…`.
  static func span(
    _ prefix: String, _ value: @escaping @Sendable (Record) -> DateSpan?
  ) -> [Column] {
    Column<DateSpan>.span.map { $0.prefixed(prefix).of(value) }
  }

  /// The columns of a measure, each as `prefix_…`.
  static func measure(
    _ prefix: String, _ value: @escaping @Sendable (Record) -> Measure?
  ) -> [Column] {
    Column<MeasureValue>.measure.map { $0.prefixed(prefix).of { value($0)?.value } }
      + [.mention("\(prefix)_mention") { value($0)?.mention }]
  }
}

extension Column where Record == Change {
  static var change: [Column] {
    [.text("direction") { $0.direction.rawValue }] + by
      + measure("from") { $0.from } + measure("to") { $0.to }
      + span("base") { $0.base }
      + [.flag("consistent") { $0.consistent }]
  }

  /// By how much: a measure, or `times`.
  private static var by: [Column] {
    measure("by") { change in
      if case .measure(let measure) = change.by { measure } else { nil }
    }.map { column in
      Column(column.name, column.type) { change in
        guard case .times(let times) = change.by else { return column.cell(change) }
        return switch column.name {
        case "by_kind": .text("times")
        case "by_value": .decimal(times)
        case "by_real": .real(times.real)
        default: .null
        }
      }
    }
  }
}
