import Svodka

/// The columns of mentions' values: those of all kinds side by side, and which kind has which.
struct MentionTable: Sendable {
  /// The raw value of the ``MentionKind``; `custom` for all of a user's own.
  let kind: String
  let columns: [Column<MentionValue>]

  /// Mentions of the kind belong to entities.
  var hasEntities: Bool { ["organization", "person", "place"].contains(kind) }

  /// The kinds that come with the library, then the user's own.
  static let all: [MentionTable] = [
    table("organization", "name", "legal_form", "type"),
    table("person", "name", "family", "given", "patronymic", "gender"),
    table("place", "name", "type", "code"),
    table("position", "name"),
    table("date", "first_day", "last_day", "grain", "relative", "recurring"),
    table("time", "iso", "zone"),
    table("duration", "iso", "iso_low", "iso_high", "bound"),
    table("money", "value", "low", "high", "real", "currency", "bound", "per", "inferred"),
    table("percent", "value", "low", "high", "real", "points", "bound", "inferred"),
    table(
      "quantity", "value", "low", "high", "real", "unit", "counted", "base_value", "base_unit",
      "bound", "per", "inferred"),
    table("number", "value", "low", "high", "real", "bound", "inferred"),
    table("ordinal", "value", "real"),
    MentionTable(
      kind: "custom",
      columns: [.text("kind") { $0.kind.rawValue }] + [wide[wide.count - 1]]),
  ]

  private static func table(_ kind: String, _ names: String...) -> MentionTable {
    MentionTable(
      kind: kind,
      columns: names.map { name in
        guard let column = wide.first(where: { $0.name == name }) else {
          preconditionFailure("no column '\(name)' of mentions")
        }
        return column
      })
  }

  /// The columns of every kind, for one table of all mentions.
  static let wide: [Column<MentionValue>] =
    names + Column<DateSpan>.span.map { $0.of(\.span) }
    + [
      .text("iso") { value in
        switch value {
        case .time(let time): time.iso
        case .duration(let length): length.iso
        default: nil
        }
      },
      .text("iso_low") { if case .duration(let length) = $0 { length.low } else { nil } },
      .text("iso_high") { if case .duration(let length) = $0 { length.high } else { nil } },
      .text("zone") { if case .time(let time) = $0 { time.zone } else { nil } },
    ] + Column<Amount>.amount.map { $0.of(\.amount) } + measures
    + [
      .text("fields") { if case .custom(_, let fields) = $0 { fields.json } else { nil } },
    ]

  private static let names: [Column<MentionValue>] = [
    .text("name") { value in
      switch value {
      case .organization(let organization): organization.name
      case .person(let person): person.fullName
      case .place(let place): place.name
      case .position(let position): position.name
      default: nil
      }
    },
    .text("type") { value in
      switch value {
      case .organization(let organization): organization.type.rawValue
      case .place(let place): place.type.rawValue
      default: nil
      }
    },
    .text("legal_form") { $0.organization?.legalForm },
    .text("code") { if case .place(let place) = $0 { place.code } else { nil } },
    .text("family") { $0.person?.family },
    .text("given") { $0.person?.given },
    .text("patronymic") { $0.person?.patronymic },
    .text("gender") { $0.person?.gender?.rawValue },
  ]

  private static let measures: [Column<MentionValue>] = [
    .text("currency") { $0.money?.currency },
    .text("unit") { $0.quantity?.unit },
    .text("counted") { $0.quantity?.counted },
    .decimal("base_value") { $0.quantity?.base?.value },
    .text("base_unit") { $0.quantity?.base?.unit },
    .flag("points") { if case .percent(let percent) = $0 { percent.points } else { nil } },
    .text("bound") { value in
      switch value {
      case .money(let money): money.bound?.rawValue
      case .percent(let percent): percent.bound?.rawValue
      case .quantity(let quantity): quantity.bound?.rawValue
      case .number(let number): number.bound?.rawValue
      case .duration(let length): length.bound?.rawValue
      default: nil
      }
    },
    .text("per") { $0.money?.per ?? $0.quantity?.per },
    .flag("inferred") { value in
      switch value {
      case .money(let money): money.inferred
      case .percent(let percent): percent.inferred
      case .quantity(let quantity): quantity.inferred
      case .number(let number): number.inferred
      default: nil
      }
    },
  ]
}

extension MentionValue {
  fileprivate var organization: Organization? {
    if case .organization(let organization) = self { organization } else { nil }
  }

  fileprivate var person: Person? {
    if case .person(let person) = self { person } else { nil }
  }

  fileprivate var span: DateSpan? {
    if case .date(let span) = self { span } else { nil }
  }

  fileprivate var money: Money? {
    if case .money(let money) = self { money } else { nil }
  }

  fileprivate var quantity: Quantity? {
    if case .quantity(let quantity) = self { quantity } else { nil }
  }

  fileprivate var amount: Amount? {
    switch self {
    case .money(let money): money.amount
    case .percent(let percent): percent.value
    case .quantity(let quantity): quantity.value
    case .number(let number): number.value
    case .ordinal(let ordinal): .exactly(ordinal.value)
    default: nil
    }
  }
}
