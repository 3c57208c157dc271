/// Checks a change against its own figures.
///
/// Every figure is taken as rounded in its last written digit: «61,5» is anything from 61.45 to 61.55.
struct ChangeConsistency {
  private struct Span {
    var low: Double
    var high: Double

    /// The number give or take half a unit of its last digit that is not zero.
    init?(_ number: DecimalNumber) {
      let text = "\(number)"
      guard let value = Double(text) else { return nil }
      var unit = 1.0
      if let point = text.firstIndex(of: ".") {
        for _ in text[text.index(after: point)...] { unit /= 10 }
      } else {
        for digit in text.reversed() {
          guard digit == "0" else { break }
          unit *= 10
        }
      }
      low = value - unit / 2
      high = value + unit / 2
    }
  }

  /// Whether `from` and `to` are as far apart as `by` says, and in the direction of the change; `nil`
  /// if the text does not give enough to tell.
  static func isConsistent(_ change: Change) -> Bool? {
    guard let from = change.from?.value, let to = change.to?.value, from.kind == to.kind,
      let start = number(from), let end = number(to), let first = Span(start),
      let last = Span(end), first.low > 0
    else { return nil }
    switch change.direction {
    case .up where last.high < first.low: return false
    case .down where last.low > first.high: return false
    default: break
    }
    let ratios = (low: last.low / first.high, high: last.high / first.low)
    switch change.by {
    case .times(let times)?:
      guard let span = Span(times), span.low > 0 else { return nil }
      let isFall = change.direction == .down
      let wanted = isFall ? (1 / span.high, 1 / span.low) : (span.low, span.high)
      return ratios.low <= wanted.1 && wanted.0 <= ratios.high
    case .measure(let measure)?:
      guard case .percent(let percent) = measure.value, !percent.points,
        let share = percent.value.single, let span = Span(share), from.kind != .percent
      else { return nil }
      let sign = change.direction == .down ? -1.0 : 1.0
      let edges = (1 + sign * span.low / 100, 1 + sign * span.high / 100)
      return ratios.low <= max(edges.0, edges.1) && min(edges.0, edges.1) <= ratios.high
    case nil: return nil
    }
  }

  private static func number(_ value: MeasureValue) -> DecimalNumber? {
    switch value {
    case .money(let money): money.amount.single
    case .percent(let percent): percent.value.single
    case .quantity(let quantity): quantity.value.single
    }
  }
}
