import Svodka

/// A change that could be among the largest of a dump.
public struct LargeChange: Sendable, Hashable {
  /// What it comes to in hundredths of the value before: «втрое» is 200.
  public var percent: Double
  /// What the text says: `18.4 %`, `3 times`.
  public var amount: String
  public var indicator: String
  public var organization: String?
  public var place: String?
  public var document: String

  /// The change that `times` makes: up to 2 times is 100 % more, down to 2 times 50 % less.
  static func percent(times: Double, _ direction: ChangeDirection) -> Double {
    direction == .up ? (times - 1) * 100 : (1 - 1 / max(times, 1)) * 100
  }
}

/// The largest of the changes that came so far, the earlier first among equals.
struct LargeChanges: Sendable {
  let limit: Int
  private(set) var changes: [LargeChange] = []

  init(limit: Int) { self.limit = limit }

  mutating func add(_ change: LargeChange) {
    guard change.percent.isFinite else { return }
    if changes.count == limit, let last = changes.last, change.percent <= last.percent { return }
    // The same news comes in many documents: one of them will do.
    let isKnown = changes.contains {
      $0.percent == change.percent && $0.indicator == change.indicator
        && $0.organization == change.organization && $0.place == change.place
    }
    if isKnown { return }
    let place = changes.firstIndex { $0.percent < change.percent } ?? changes.count
    changes.insert(change, at: place)
    if changes.count > limit { changes.removeLast() }
  }

  mutating func add(_ batch: LargeChanges) { batch.changes.forEach { add($0) } }
}
