import Svodka

extension Expected {
  public static func money(_ amount: Figure, _ currency: Currency? = nil) -> Expected {
    Expected("money", Condition.figure("amount", amount))
      .adding(currency.map { Condition(field: "currency", test: .equals(.text($0.code))) })
  }

  public static func percent(_ value: Figure) -> Expected {
    Expected("percent", Condition.figure("value", value)).without("points")
  }

  /// Percentage points: «на 4 п. п.».
  public static func percentagePoints(_ value: Figure) -> Expected {
    Expected("percent", Condition.figure("value", value)).adding(
      Condition(field: "points", test: .equals(.flag(true))))
  }

  /// So much of a unit, or so many of a counted thing, whose words are compared.
  public static func quantity(
    _ value: Figure, _ counted: String? = nil, unit: String? = nil
  ) -> Expected {
    Expected("quantity", Condition.figure("value", value))
      .adding(counted.map { Condition(field: "counted", test: .words($0)) })
      .adding(unit.map { Condition(field: "unit", test: .equals(.text($0))) })
  }

  public static func number(_ value: Figure) -> Expected {
    Expected("number", Condition.figure("value", value))
  }

  public static func ordinal(_ value: Figure) -> Expected {
    Expected("ordinal", Condition.figure("value", value))
  }

  /// A date by its first and last day, ISO 8601; one day alone is both.
  public static func date(
    _ from: String, to: String? = nil, grain: DateGrain? = nil
  ) -> Expected {
    Expected(
      "date",
      [
        Condition(field: "from", test: .equals(.text(from))),
        Condition(field: "to", test: .equals(.text(to ?? from))),
      ]
    ).adding(grain.map { Condition(field: "grain", test: .equals(.text($0.rawValue))) })
  }

  /// A time of day: `15:30`.
  public static func time(_ iso: String) -> Expected { Expected("time").with("iso", iso) }

  /// How long something lasts, ISO 8601: `P18M`.
  public static func duration(_ iso: String) -> Expected { Expected("duration").with("iso", iso) }

  /// A person by any part of the name, nominative: «Айгуль Сатпаева», «Сатпаева».
  public static func person(_ name: String) -> Expected {
    Expected("person", [Condition(field: "name", test: .words(name))])
  }

  /// An organization by one of its names in the document, without quotes and legal form.
  public static func organization(
    _ name: String, legalForm: String? = nil, type: OrganizationType? = nil
  ) -> Expected {
    Expected("organization", [Condition(field: "name", test: .name(name))])
      .adding(legalForm.map { Condition(field: "legalForm", test: .name($0)) })
      .adding(type.map { Condition(field: "type", test: .equals(.text($0.rawValue))) })
  }

  public static func place(_ name: String, type: PlaceType? = nil) -> Expected {
    Expected("place", [Condition(field: "name", test: .name(name))])
      .adding(type.map { Condition(field: "type", test: .equals(.text($0.rawValue))) })
  }

  /// A title, nominative: «председатель правления».
  public static func position(_ name: String) -> Expected {
    Expected("position", [Condition(field: "name", test: .name(name))])
  }

  /// A person, an organization or a place that the document knows by all these names.
  public static func entity(_ name: String, alsoCalled aliases: String...) -> Expected {
    Expected("entity", ([name] + aliases).map { Condition(field: "name", test: .name($0)) })
  }

  /// A record of your own rules, with fields as the JSON names them.
  public static func record(_ kind: String, _ fields: [String: String] = [:]) -> Expected {
    fields.sorted { $0.key < $1.key }.reduce(Expected(kind)) { $0.with($1.key, $1.value) }
  }

  /// A typed record for which `condition` holds.
  ///
  ///     .matching(Money.self, "dear") { $0.amount.low > 1_000_000 }
  public static func matching<Value: MentionPayload>(
    _ type: Value.Type, _ label: String, where condition: @escaping @Sendable (Value) -> Bool
  ) -> Expected {
    Expected(
      "record",
      [
        Condition(
          field: "",
          test: .satisfies(label) { $0.value.flatMap { Value($0) }.map(condition) ?? false })
      ])
  }
}

extension Expected.Condition {
  /// The conditions of a number: one field, or `low` and `high`.
  static func figure(_ field: String, _ figure: Figure, under prefix: String = "") -> [Self] {
    guard let high = figure.high else {
      return [Self(field: prefix + field, test: .figure(figure.low, tolerance: figure.tolerance))]
    }
    return [
      Self(field: prefix + "low", test: .figure(figure.low, tolerance: figure.tolerance)),
      Self(field: prefix + "high", test: .figure(high, tolerance: figure.tolerance)),
    ]
  }
}
