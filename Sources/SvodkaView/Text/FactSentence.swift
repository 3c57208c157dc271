import Svodka

/// Facts and dates as sentences of the page's language.
///
///     FactSentences(of: document, in: .in(.english)).pieces(of: fact)
///     // «Айгуль Сатпаева – председатель правления, Тобыл Моторс»
struct FactSentences {
  let document: Document
  let phrases: Phrases

  init(of document: Document, in phrases: Phrases) {
    self.document = document
    self.phrases = phrases
  }

  func pieces(of fact: Fact) -> [Piece] {
    switch fact.statement {
    case .role(let role):
      phrases.sentence(
        "sentence.role",
        [
          "person": [entity(role.person)],
          "position": [position(role.position)],
          "organization": role.organization.map { [entity($0)] },
          "status": role.status.map { [.text(phrases["status.\($0.rawValue)"])] },
          "from": dates(role.from), "to": dates(role.to),
        ])
    case .indicator(let fact):
      phrases.sentence(
        "sentence.indicator",
        [
          "indicator": [.text(fact.indicator)], "measure": [measure(fact.measure)],
          "change": fact.change.map { pieces(of: $0, to: fact.measure) },
          "period": dates(fact.period),
          "organization": fact.organization.map { [entity($0)] },
          "place": fact.place.map { [entity($0)] },
          "status": fact.status.map { [.text(phrases["status.\($0.rawValue)"])] },
          "source": fact.source.map { [entity($0)] },
        ])
    case .change(let fact):
      phrases.sentence(
        "sentence.change",
        [
          "indicator": [.text(fact.indicator)], "change": pieces(of: fact.change),
          "period": dates(fact.period), "organization": fact.organization.map { [entity($0)] },
          "place": fact.place.map { [entity($0)] }, "source": fact.source.map { [entity($0)] },
        ])
    case .membership(let fact):
      phrases.sentence(
        "sentence.membership",
        [
          "member": [entity(fact.member)], "organization": [entity(fact.organization)],
          "since": dates(fact.since),
        ])
    case .ownership(let fact):
      phrases.sentence(
        "sentence.ownership",
        [
          "owner": [entity(fact.owner)], "share": fact.share.map { [measure($0)] },
          "owned": [entity(fact.owned)],
        ])
    case .agreement(let fact):
      phrases.sentence(
        "sentence.agreement",
        [
          "parties": list(fact.parties.map(\.reference)), "subject": fact.subject.map { [.text($0)] },
          "measure": fact.measure.map { [measure($0)] }, "date": dates(fact.date),
          "status": fact.status.map { [.text(phrases["status.\($0.rawValue)"])] },
        ])
    case .meeting(let fact):
      phrases.sentence(
        "sentence.meeting",
        [
          "participants": list(fact.participants), "place": fact.place.map { [entity($0)] },
          "date": dates(fact.date),
        ])
    case .location(let fact):
      phrases.sentence(
        "sentence.location",
        ["organization": [entity(fact.organization)], "place": [entity(fact.place)]])
    case .quote(let fact):
      phrases.sentence(
        "sentence.quote",
        [
          "speaker": [entity(fact.speaker)], "text": [.text(fact.text)],
          "source": fact.source.map { [entity($0)] },
        ])
    case .custom(_, let arguments): custom(arguments)
    }
  }

  // MARK: Arguments

  private func entity(_ reference: EntityReference) -> Piece {
    reference.entity.map { .entity(id: $0, name: reference.name) } ?? .text(reference.name)
  }

  private func list(_ references: [EntityReference]) -> [Piece] {
    Array(references.map { [entity($0)] }.joined(separator: [.text(", ")]))
  }

  private func position(_ reference: PositionReference) -> Piece {
    reference.mention.map { .mention(index: $0, text: reference.name) } ?? .text(reference.name)
  }

  /// As the text writes it, if it stands there; otherwise the bare value.
  private func measure(_ measure: Measure) -> Piece {
    guard let index = measure.mention, document.mentions.indices.contains(index) else {
      return .text(measure.summary)
    }
    let mention = document.mentions[index]
    let bound = measure.value.bound
    let sign = bound.map { Amount.exactly(.zero).summary($0).split(separator: " ")[0] + " " } ?? ""
    return .mention(index: index, text: sign + mention.text)
  }

  private func dates(_ span: DateSpan?) -> [Piece]? {
    span.map { [.text(phrases.phrase(of: $0))] }
  }

  /// - Parameter measure: What the indicator came to, which need not be told twice.
  private func pieces(of change: Change, to measure: Measure? = nil) -> [Piece] {
    let end = change.to == measure ? nil : change.to
    var amount: [Piece]?
    var times: [Piece]?
    switch change.by {
    case .measure(let by): amount = [self.measure(by)]
    case .times(let number): times = [.text(phrases.phrase("times", ["n": number.grouped]))]
    case nil: break
    }
    return phrases.sentence(
      "sentence.shift",
      [
        "direction": [.text(phrases["shift.\(change.direction.rawValue)"])], "by": amount,
        "times": times,
        "from": change.from.map { [self.measure($0)] }, "to": end.map { [self.measure($0)] },
        "base": dates(change.base),
        "doubt": change.consistent == false ? [.text(phrases["shift.doubt"])] : nil,
      ])
  }

  private func custom(_ arguments: FactArguments) -> [Piece] {
    let fields = arguments.map { name, value in
      [.text("\(name)=")] + pieces(of: value)
    }
    return Array(fields.joined(separator: [.text(" · ")]))
  }

  private func pieces(of value: FieldValue) -> [Piece] {
    switch value {
    case .entity(let reference): [entity(reference)]
    case .mention(let index, let value): [.mention(index: index, text: value.summary)]
    case .period(let span): [.text(phrases.phrase(of: span))]
    case .list(let values): Array(values.map(pieces).joined(separator: [.text(", ")]))
    case .text, .number, .flag: [.text(value.summary)]
    }
  }
}

extension MeasureValue {
  var bound: Bound? {
    switch self {
    case .money(let money): money.bound
    case .percent(let percent): percent.bound
    case .quantity(let quantity): quantity.bound
    }
  }
}
