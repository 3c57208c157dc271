import Svodka

extension DocumentTally {
  /// Counts a document that was just extracted.
  mutating func add(_ document: Document) {
    begin()
    for mention in document.mentions {
      if case .money(let money) = mention.value {
        self.mention("money", currency: money.currency)
      } else {
        self.mention(mention.kind.rawValue, currency: nil)
      }
    }
    for entity in document.entities {
      self.entity(
        entity.kind.rawValue, entity.name, type: entity.type, mentions: entity.mentions.count)
    }
    for fact in document.facts { add(fact, of: document.id) }
    for warning in document.warnings { self.warning(warning.code) }
    end()
  }

  private mutating func add(_ fact: Fact, of document: String) {
    switch fact.statement {
    case .indicator(let indicator):
      self.fact(fact.kind.rawValue, indicator: indicator.indicator)
      guard !fact.negated, let change = indicator.change else { return }
      add(
        change, of: indicator.indicator, indicator.organization, indicator.place, in: document)
    case .change(let change):
      self.fact(fact.kind.rawValue, indicator: change.indicator)
      guard !fact.negated else { return }
      add(
        change.change, of: change.indicator, change.organization, change.place, in: document)
    default: self.fact(fact.kind.rawValue, indicator: nil)
    }
  }

  private mutating func add(
    _ change: Change, of indicator: String, _ organization: EntityReference?,
    _ place: EntityReference?, in document: String
  ) {
    guard change.consistent != false else { return }
    let percent: Double
    let amount: String
    switch change.by {
    case .measure(let measure):
      guard case .percent(let by) = measure.value, !by.points, let value = by.value.single
      else { return }
      percent = value.real
      amount = "\(value) %"
    case .times(let times):
      percent = LargeChange.percent(times: times.real, change.direction)
      amount = "\(times) times"
    case nil: return
    }
    self.change(
      LargeChange(
        percent: percent, amount: amount, indicator: indicator, organization: organization?.name,
        place: place?.name, document: document),
      change.direction)
  }
}
