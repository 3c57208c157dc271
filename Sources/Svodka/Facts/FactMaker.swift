import TextRules

/// A kind of fact: its rules find where the text states one, in the layers after the mentions' own,
/// and it makes facts of them once the document's entities are known. It holds no Russian words;
/// those are in the rule file and the word lists beside it.
protocol FactMaker: Sendable {
  /// `role`. The rules are `Facts/Role/role.rules`.
  static var name: String { get }
  /// Whether it makes no facts of its own, and later layers name its records.
  static var isPart: Bool { get }
  /// Other kinds of facts whose matches it is given too: it makes facts of what they found.
  static var readsToo: [String] { get }
  /// Reads the kind's word lists into typed tables, once.
  init(rules: CompiledRules) throws
  /// Whether a match is one. If not, the next of the matches that overlap takes its place.
  func accepts(_ match: borrowing Match, in context: KindContext) -> Bool
  /// Returns the facts of one match.
  func facts(of match: KeptMatch, in context: FactContext) -> [Fact]
  /// Returns the facts of all matches of a document, which come in text order.
  func facts(of matches: [KeptMatch], in context: FactContext) -> [Fact]
  /// The first tokens of the frame heads that matches tell of: no frame looks at them.
  func toldHeads(by matches: [KeptMatch], in context: FactContext) -> Set<Int>
  /// Returns the facts of all matches of a document, and of the frames of the kind's rule file.
  func facts(
    of matches: [KeptMatch], frames: [FrameMatch], in context: FactContext
  ) -> [Fact]
}

extension FactMaker {
  func toldHeads(by matches: [KeptMatch], in context: FactContext) -> Set<Int> { [] }

  /// Where the rules are, from the folder of the library's sources.
  static var path: String {
    "Facts/\(name.prefix(1).uppercased() + name.dropFirst())/\(name).rules"
  }

  static var isPart: Bool { false }
  static var readsToo: [String] { [] }

  func accepts(_ match: borrowing Match, in context: KindContext) -> Bool { true }

  func facts(of match: KeptMatch, in context: FactContext) -> [Fact] { [] }

  func facts(of matches: [KeptMatch], in context: FactContext) -> [Fact] {
    matches.flatMap { facts(of: $0, in: context) }
  }

  func facts(
    of matches: [KeptMatch], frames: [FrameMatch], in context: FactContext
  ) -> [Fact] {
    facts(of: matches, in: context)
  }
}
