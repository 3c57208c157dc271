/// What a matcher did with each way in which a rule fitted a document.
public final class RuleTrace {
  /// A match that came up, and what became of it.
  public struct Candidate: Sendable {
    /// Number of the rule; see ``CompiledRules/ruleName(_:)``.
    public var rule: Int
    /// Tokens of the record.
    public var tokens: Range<Int>
    /// Tokens of the whole match.
    public var wholeTokens: Range<Int>
    public var captures: [Capture]
    public var outcome: Outcome
  }

  /// What a capture bound.
  public struct Capture: Sendable {
    public var name: String
    public var tokens: Range<Int>
    /// The word list whose entry it holds, and the entry.
    public var entry: (list: String, number: Int)?
    /// The earlier record that it holds.
    public var record: MatchedRecord?
  }

  /// Whether a match became a record.
  public enum Outcome: Sendable, Equatable {
    /// It did: the record's number.
    case made(record: Int)
    /// Another match has some of its words. It won by priority, or by length, or by coming first.
    case lost(to: Int, because: Advantage)
    /// Its values contradict each other or the calendar.
    case noValue
    /// Its rule only keeps other rules from these words.
    case discarded
  }

  /// Why one match counts and another does not.
  public enum Advantage: String, Sendable {
    case priority, length, position, order
  }

  /// All candidates, in the order in which they were judged.
  public internal(set) var candidates: [Candidate] = []

  public init() {}

  /// The winner among the candidates so far that holds one of `tokens`.
  func holder(of tokens: Range<Int>, group: Int, rules: CompiledRules) -> Int? {
    candidates.lastIndex { candidate in
      guard rules.rules[candidate.rule].group == group, candidate.tokens.overlaps(tokens) else {
        return false
      }
      switch candidate.outcome {
      case .made, .discarded: return true
      case .lost, .noValue: return false
      }
    }
  }
}

/// How far a rule came at its best place, and what stopped it.
public struct RuleProgress: Sendable {
  /// Number of the rule; see ``CompiledRules/ruleName(_:)``.
  public var rule: Int
  /// The tokens that it could use.
  public var matched: Range<Int>
  /// What it wanted next, as a rule file would write it; nil if the pattern fitted whole.
  public var expected: String?
  /// What failed after the pattern had fitted, if something did.
  public var failed: String?
}
