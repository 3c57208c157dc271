// The values of mentions, field by field as they stand inside `value`.

extension JSONBytes {
  mutating func fields(of value: MentionValue) {
    switch value {
    case .organization(let value): fields(of: value)
    case .person(let value): fields(of: value)
    case .place(let value): fields(of: value)
    case .position(let value): field("name", value.name)
    case .date(let value): fields(of: value)
    case .time(let value):
      field("iso", value.iso)
      optional("zone", value.zone)
    case .duration(let value):
      optional("iso", value.iso)
      optional("low", value.low)
      optional("high", value.high)
      optional("bound", value.bound?.rawValue)
    case .money(let value): fields(of: value)
    case .percent(let value): fields(of: value)
    case .quantity(let value): fields(of: value)
    case .number(let value):
      amount("value", value.value)
      optional("bound", value.bound?.rawValue)
      flag("inferred", value.inferred)
    case .ordinal(let value): field("value", value.value)
    case .custom(_, let fields): self.fields(of: fields)
    }
  }

  mutating func fields(of organization: Organization) {
    field("name", organization.name)
    optional("legalForm", organization.legalForm)
    field("type", organization.type.rawValue)
  }

  mutating func fields(of person: Person) {
    optional("family", person.family)
    optional("given", person.given)
    optional("patronymic", person.patronymic)
    optional("gender", person.gender?.rawValue)
  }

  mutating func fields(of place: Place) {
    field("name", place.name)
    field("type", place.type.rawValue)
    optional("code", place.code)
  }

  mutating func fields(of span: DateSpan) {
    if let relative = span.relative {
      name("relative")
      openObject()
      field("unit", relative.unit.rawValue)
      field("offset", relative.offset)
      closeObject()
    } else {
      field("from", span.from)
      field("to", span.to)
    }
    field("grain", span.grain.rawValue)
    flag("recurring", span.recurring)
  }

  mutating func fields(of money: Money) {
    amount("amount", money.amount)
    field("currency", money.currency)
    optional("bound", money.bound?.rawValue)
    optional("per", money.per)
    flag("inferred", money.inferred)
  }

  mutating func fields(of percent: Percent) {
    amount("value", percent.value)
    optional("bound", percent.bound?.rawValue)
    flag("points", percent.points)
    flag("inferred", percent.inferred)
  }

  mutating func fields(of quantity: Quantity) {
    amount("value", quantity.value)
    optional("unit", quantity.unit)
    optional("counted", quantity.counted)
    if let base = quantity.base {
      name("base")
      openObject()
      field("value", base.value)
      field("unit", base.unit)
      closeObject()
    }
    optional("bound", quantity.bound?.rawValue)
    optional("per", quantity.per)
    flag("inferred", quantity.inferred)
  }

  /// Writes a custom record's fields in the order of their names, so that output is one and the
  /// same from run to run.
  package mutating func fields(of custom: [String: FieldValue]) {
    for (name, value) in custom.sorted(by: { $0.key < $1.key }) {
      self.name(escaping: name)
      self.value(value)
    }
  }

  /// Writes a fact's arguments in their own order.
  package mutating func fields(of arguments: FactArguments) {
    for (name, value) in arguments {
      self.name(escaping: name)
      self.value(value)
    }
  }

  mutating func value(_ value: FieldValue) {
    switch value {
    case .text(let text): string(text)
    case .number(let number): number.append(to: &bytes)
    case .flag(let isSet): literal(isSet ? "true" : "false")
    case .entity(let reference): object(reference)
    case .period(let span): object(span)
    case .mention(let index, let value):
      openObject()
      field("mention", index)
      field("kind", value.kind.rawValue)
      fields(of: value)
      closeObject()
    case .list(let values):
      openList()
      for value in values {
        separate()
        self.value(value)
      }
      closeList()
    }
  }

  private mutating func amount(_ name: StaticString, _ amount: Amount) {
    switch amount {
    case .exactly(let number): field(name, number)
    case .range(let low, let high):
      field("low", low)
      field("high", high)
    }
  }
}
