extension MentionValue {
  /// The names that ``field(_:)`` knows, by the kind of the value.
  static let fieldNames: [String: [String]] = {
    let amount = ["low", "high", "bound", "inferred"]
    let fields: [MentionKind: [String]] = [
      .money: amount + ["amount", "currency", "per"], .percent: amount + ["value", "points"],
      .quantity: amount + ["value", "unit", "counted", "per", "base"], .number: amount + ["value"],
      .ordinal: ["value"], .date: ["from", "to", "grain", "recurring", "unit", "offset"],
      .time: ["iso", "zone"], .duration: ["iso", "years", "low", "high", "bound"],
      .person: ["family", "given", "patronymic", "gender"],
      .organization: ["name", "legalForm", "type"], .place: ["name", "type", "code"],
      .position: ["name"],
    ]
    return Dictionary(uniqueKeysWithValues: fields.map { ($0.key.rawValue, $0.value) })
  }()

  /// A field of the value as text, by its name in the JSON; nil if it is absent.
  ///
  ///     value.field("amount")   // "61500000000"
  ///
  /// Flags read `true` when set. For conditions of rules and for tests; not for hot paths.
  public func field(_ name: String) -> String? {
    switch self {
    case .money(let money):
      switch name {
      case "currency": money.currency
      case "per": money.per
      default:
        money.amount.field(name, single: "amount")
          ?? shared(name, bound: money.bound, inferred: money.inferred)
      }
    case .percent(let percent):
      if name == "points" {
        percent.points ? "true" : nil
      } else {
        percent.value.field(name, single: "value")
          ?? shared(name, bound: percent.bound, inferred: percent.inferred)
      }
    case .quantity(let quantity):
      switch name {
      case "unit": quantity.unit
      case "counted": quantity.counted
      case "per": quantity.per
      case "base": quantity.base.map { "\($0.value) \($0.unit)" }
      default:
        quantity.value.field(name, single: "value")
          ?? shared(name, bound: quantity.bound, inferred: quantity.inferred)
      }
    case .number(let number):
      number.value.field(name, single: "value")
        ?? shared(name, bound: number.bound, inferred: number.inferred)
    case .ordinal(let ordinal):
      name == "value" ? "\(ordinal.value)" : nil
    case .date(let date):
      switch name {
      case "from": date.from.map { "\($0)" } ?? (date.relative == nil ? "null" : nil)
      case "to": date.to.map { "\($0)" } ?? (date.relative == nil ? "null" : nil)
      case "grain": date.grain.rawValue
      case "recurring": date.recurring ? "true" : nil
      case "unit": date.relative?.unit.rawValue
      case "offset": date.relative.map { "\($0.offset)" }
      default: nil
      }
    case .time(let time):
      name == "iso" ? time.iso : name == "zone" ? time.zone : nil
    case .duration(let length):
      switch name {
      case "iso": length.iso
      case "years": length.years
      case "low": length.low
      case "high": length.high
      case "bound": length.bound?.rawValue
      default: nil
      }
    case .person(let person):
      switch name {
      case "family": person.family
      case "given": person.given
      case "patronymic": person.patronymic
      case "gender": person.gender?.rawValue
      default: nil
      }
    case .organization(let organization):
      switch name {
      case "name": organization.name
      case "legalForm": organization.legalForm
      case "type": organization.type.rawValue
      default: nil
      }
    case .place(let place):
      switch name {
      case "name": place.name
      case "type": place.type.rawValue
      case "code": place.code
      default: nil
      }
    case .position(let position):
      name == "name" ? position.name : nil
    case .custom(_, let fields):
      fields[name].flatMap { field in
        switch field {
        case .text(let text): text
        case .number(let number): "\(number)"
        case .flag(let flag): "\(flag)"
        case .entity, .mention, .period, .list: nil
        }
      }
    }
  }

  private func shared(_ name: String, bound: Bound?, inferred: Bool) -> String? {
    switch name {
    case "bound": bound?.rawValue
    case "inferred": inferred ? "true" : nil
    default: nil
    }
  }
}

extension TimeLength {
  /// The number of whole years, if the length is one: `P14Y` is 14.
  fileprivate var years: String? {
    guard let iso, iso.hasPrefix("P"), iso.hasSuffix("Y") else { return nil }
    let digits = iso.dropFirst().dropLast()
    return Int(digits) == nil ? nil : String(digits)
  }
}

extension Amount {
  /// `single` names the field of an amount that is one number; `low` and `high` those of a range.
  fileprivate func field(_ name: String, single: String) -> String? {
    switch (self, name) {
    case (.exactly(let number), single): "\(number)"
    case (.range(let low, _), "low"): "\(low)"
    case (.range(_, let high), "high"): "\(high)"
    default: nil
    }
  }
}
