import TextRules

/// A kind of record: makes values of the matches of its rules. It holds no Russian words; those are
/// in the rule file and the word lists beside it.
protocol Kind: Sendable {
  /// `percent`. The rules are `Kinds/Percent/percent.rules`.
  static var name: String { get }
  /// Reads the kind's word lists into typed tables, once.
  init(rules: CompiledRules) throws
  /// Returns the value of a match, or nil if it has none and makes no record.
  func value(of match: borrowing Match, in context: KindContext) -> MentionValue?
}

extension Kind {
  /// Where the rules are, from the folder of the library's sources.
  static var path: String {
    "Kinds/\(name.prefix(1).uppercased() + name.dropFirst())/\(name).rules"
  }
}
