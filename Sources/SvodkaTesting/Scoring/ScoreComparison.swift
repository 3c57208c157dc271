import Foundation

/// What a change gained and lost, record by record: two scores against the same gold.
///
///     let comparison = ScoreComparison(from: before, to: after)
///     comparison.lost.isEmpty
public struct ScoreComparison: Sendable {
  public let before: Score
  public let after: Score
  /// Gold records that only the second has right.
  public let gained: [Score.Verdict]
  /// Gold records that only the first has right.
  public let lost: [Score.Verdict]
  /// Records that only the second has and the gold has not.
  public let newExtras: [Score.Verdict]
  /// Records that only the first has and the gold has not.
  public let goneExtras: [Score.Verdict]

  public init(from before: Score, to after: Score) {
    self.before = before
    self.after = after
    gained = ScoreComparison.records(of: after, .isRight, notIn: before)
    // A lost record is told with what the second says instead.
    let wrong = after.verdicts.filter { $0.outcome == .value || $0.outcome == .miss }
    var lost: [Score.Verdict] = []
    var places = Dictionary(grouping: wrong, by: Key.init)
    for verdict in ScoreComparison.records(of: before, .isRight, notIn: after) {
      lost.append(places[Key(verdict)]?.popLast() ?? verdict)
    }
    self.lost = lost
    newExtras = ScoreComparison.records(of: after, .isExtra, notIn: before)
    goneExtras = ScoreComparison.records(of: before, .isExtra, notIn: after)
  }

  /// What makes two verdicts speak of the same record.
  private struct Key: Hashable {
    let document: String
    let kind: String
    let range: Range<Int>?
    let text: String

    init(_ verdict: Score.Verdict) {
      document = verdict.document
      kind = verdict.kind
      range = verdict.range
      // A fact has no place of its own; an extra of another rule is the same record.
      text =
        verdict.range != nil
        ? "" : verdict.wanted.isEmpty ? verdict.found.withoutRule : verdict.wanted
    }
  }

  private enum Part {
    case isRight, isExtra

    func has(_ verdict: Score.Verdict) -> Bool {
      (verdict.outcome == .right) == (self == .isRight)
        && (verdict.outcome == .extra) == (self == .isExtra)
    }
  }

  private static func records(
    of score: Score, _ part: Part, notIn other: Score
  ) -> [Score.Verdict] {
    var left: [Key: Int] = [:]
    for verdict in other.verdicts where part.has(verdict) { left[Key(verdict), default: 0] += 1 }
    return score.verdicts.filter { verdict in
      guard part.has(verdict) else { return false }
      let key = Key(verdict)
      guard let count = left[key], count > 0 else { return true }
      left[key] = count - 1
      return false
    }
  }
}

extension String {
  fileprivate var withoutRule: String {
    guard let mark = range(of: "} by ", options: .backwards) else { return self }
    return String(self[...mark.lowerBound])
  }
}

extension ScoreComparison: CustomStringConvertible {
  /// F1 of the kinds that moved, then the records: `+` gained, `-` lost, `!` newly extra, `~` no
  /// longer extra.
  public var description: String {
    var lines: [String] = []
    let kinds = Set(before.figures.keys).union(after.figures.keys).sorted()
    for kind in kinds + ["all"] {
      let (old, new) =
        kind == "all" ? (before.micro, after.micro) : (before[kind], after[kind])
      guard old != new || kind == "all" else { continue }
      lines.append(
        "\(kind): \(old.isPartial ? "recall" : "F1") \(Score.digits(old.f1 ?? old.recall)) → "
          + "\(Score.digits(new.f1 ?? new.recall)), right \(old.right) → \(new.right), "
          + "found \(old.found) → \(new.found)")
    }
    lines += gained.map { "+ \($0)" } + lost.map { "- \($0)" }
    lines += newExtras.map { "! \($0)" } + goneExtras.map { "~ \($0)" }
    return lines.joined(separator: "\n")
  }
}
