import Svodka

// Values as a person reads them in a table cell. The JSON output is the exact form.

extension DecimalNumber {
  /// The digits in groups of three: `61 500 000 000`.
  package var grouped: String {
    let text = description
    let digits = text.prefix { $0 != "." }
    guard digits.count > 4 else { return text }
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      let left = digits.count - index
      if index > 0, left % 3 == 0, digits.dropFirst(index - 1).first != "-" { grouped += " " }
      grouped.append(digit)
    }
    return grouped + text.dropFirst(digits.count)
  }
}

extension Amount {
  package func summary(_ bound: Bound?) -> String {
    let sign = bound?.sign ?? ""
    return switch self {
    case .exactly(let number): sign + number.grouped
    case .range(let low, let high): "\(sign)\(low.grouped) – \(high.grouped)"
    }
  }
}

extension DateSpan {
  package var summary: String {
    var text: String
    if let relative {
      text = "\(relative.offset >= 0 ? "+" : "")\(relative.offset) \(relative.unit.rawValue)"
    } else if let from, from == to {
      text = from.description
    } else {
      text = "\(from?.description ?? "?") … \(to?.description ?? "?")"
    }
    if recurring { text += ", recurring" }
    return text
  }
}

extension MentionValue {
  package var summary: String {
    switch self {
    case .organization(let value): [value.legalForm, value.name].spaced
    case .person(let value): value.fullName
    case .place(let value): [value.name, value.code.map { "(\($0))" }].spaced
    case .position(let value): value.name
    case .date(let value): value.summary
    case .time(let value): [value.iso, value.zone].spaced
    case .duration(let value): value.summary
    case .money(let value): value.summary
    case .percent(let value): value.summary
    case .quantity(let value): value.summary
    case .number(let value): [value.value.summary(value.bound), inferredNote(value.inferred)].spaced
    case .ordinal(let value): "№ \(value.value)"
    case .custom(_, let fields):
      fields.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.summary)" }
        .joined(separator: " ")
    }
  }
}

extension Bound {
  /// The sign before a number.
  fileprivate var sign: String {
    switch self {
    case .moreThan: "> "
    case .atLeast: "≥ "
    case .lessThan: "< "
    case .atMost: "≤ "
    case .about: "≈ "
    }
  }
}

extension TimeLength {
  /// `P7Y`, `P7Y–P14Y`, with the sign of its bound.
  package var summary: String {
    let length = iso ?? [low, high].compactMap(\.self).joined(separator: "–")
    return (bound?.sign ?? "") + length
  }
}

extension Money {
  package var summary: String {
    [amount.summary(bound), currency, per.map { "per \($0)" }, inferredNote(inferred)].spaced
  }
}

extension Percent {
  package var summary: String {
    [value.summary(bound), points ? "points" : "%", inferredNote(inferred)].spaced
  }
}

extension Quantity {
  package var summary: String {
    [value.summary(bound), unit, counted, per.map { "per \($0)" }, inferredNote(inferred)].spaced
  }
}

extension Measure {
  package var summary: String {
    switch value {
    case .money(let money): money.summary
    case .percent(let percent): percent.summary
    case .quantity(let quantity): quantity.summary
    }
  }
}

extension Change {
  package var summary: String {
    let amount: String? =
      switch by {
      case .measure(let measure): "by \(measure.summary)"
      case .times(let times): "\(times) times"
      case nil: nil
      }
    return [
      direction.rawValue, amount, from.map { "from \($0.summary)" }, to.map { "to \($0.summary)" },
      base.map { "since \($0.summary)" },
    ].spaced
  }
}

extension FieldValue {
  package var summary: String {
    switch self {
    case .text(let text): text
    case .number(let number): number.grouped
    case .flag(let isSet): isSet ? "true" : "false"
    case .entity(let reference): reference.name
    case .mention(_, let value): value.summary
    case .period(let span): span.summary
    case .list(let values): values.map(\.summary).joined(separator: ", ")
    }
  }
}

extension Statement {
  /// The arguments, those first that say most.
  package var summary: String {
    switch self {
    case .role(let role):
      [
        "\(role.person.name):", role.position.name, role.organization.map { "– \($0.name)" },
        role.status.map { "(\($0.rawValue))" },
      ].spaced
    case .indicator(let fact):
      [
        "\(fact.indicator):", fact.measure.summary, fact.change.map { "(\($0.summary))" },
        fact.period.map { "· \($0.summary)" }, fact.organization.map { "· \($0.name)" },
        fact.place.map { "· \($0.name)" }, fact.status.map { "· \($0.rawValue)" },
      ].spaced
    case .change(let fact):
      [
        "\(fact.indicator):", fact.change.summary, fact.period.map { "· \($0.summary)" },
        fact.organization.map { "· \($0.name)" }, fact.place.map { "· \($0.name)" },
      ].spaced
    case .membership(let fact):
      [fact.member.name, "in", fact.organization.name, fact.since.map { "· \($0.summary)" }].spaced
    case .ownership(let fact):
      [fact.owner.name, "owns", fact.share?.summary, fact.owned.name].spaced
    case .agreement(let fact):
      [
        fact.parties.map(\.summary).joined(separator: ", "), fact.subject.map { "· \($0)" },
        fact.measure.map { "· \($0.summary)" }, fact.date.map { "· \($0.summary)" },
        fact.status.map { "· \($0.rawValue)" },
      ].spaced
    case .meeting(let fact):
      [
        fact.participants.map(\.name).joined(separator: ", "), fact.place.map { "· \($0.name)" },
        fact.date.map { "· \($0.summary)" },
      ].spaced
    case .location(let fact): [fact.organization.name, "·", fact.place.name].spaced
    case .quote(let fact): ["\(fact.speaker.name):", fact.text].spaced
    case .custom(let kind, let arguments):
      MentionValue.custom(kind: kind, fields: arguments.fields).summary
    }
  }
}

extension AgreementParty {
  /// «Ромашка (buyer)»
  fileprivate var summary: String { [name, role.map { "(\($0.rawValue))" }].spaced }
}

/// Says of a value that a part of it stands elsewhere in the text.
private func inferredNote(_ isInferred: Bool) -> String? { isInferred ? "(inferred)" : nil }

extension [String?] {
  /// What is there, with a space between.
  fileprivate var spaced: String { compactMap(\.self).joined(separator: " ") }
}
