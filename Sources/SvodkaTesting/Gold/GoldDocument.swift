import Svodka

/// A text with the records that a person found in it.
public struct GoldDocument: Sendable {
  public var id: String
  public var text: String
  public var published: CalendarDay?
  public var mentions: [GoldMention]
  public var facts: [GoldFact]
  /// Where it was read.
  public var file: String

  public init(
    id: String, text: String, published: CalendarDay? = nil, mentions: [GoldMention] = [],
    facts: [GoldFact] = [], file: String = ""
  ) {
    self.id = id
    self.text = text
    self.published = published
    self.mentions = mentions
    self.facts = facts
    self.file = file
  }
}

/// A record that must be found: its place, and the fields that it must have.
public struct GoldMention: Sendable, Hashable {
  public var kind: MentionKind
  /// Where it stands, in Unicode scalars.
  public var range: Range<Int>
  /// The text that stands there.
  public var text: String
  /// The fields that the predicted value must have at least; an empty one asks for none.
  public var value: [String: JSONValue]
  /// Neither right nor wrong when it is found.
  public var isDoubtful: Bool

  public init(
    kind: MentionKind, range: Range<Int>, text: String, value: [String: JSONValue] = [:],
    isDoubtful: Bool = false
  ) {
    self.kind = kind
    self.range = range
    self.text = text
    self.value = value
    self.isDoubtful = isDoubtful
  }
}

/// A fact that must be found, with the arguments that it must have.
public struct GoldFact: Sendable, Hashable {
  /// How the arguments are written.
  public enum Form: Sendable, Hashable {
    /// The short form of gold tables: `{"person":"Айгуль Сатпаева","position":"глава компании"}`.
    case short
    /// The form of `svodka extract`.
    case full
  }

  public var kind: FactKind
  public var arguments: [String: JSONValue]
  public var form: Form

  public init(kind: FactKind, arguments: [String: JSONValue], form: Form = .short) {
    self.kind = kind
    self.arguments = arguments
    self.form = form
  }
}

/// Gold that cannot be read.
public struct GoldError: Error, Sendable, Equatable, CustomStringConvertible {
  public let file: String
  /// 1-based; nil if the whole file is meant.
  public let line: Int?
  /// What is wrong, and what would mend it.
  public let reason: String

  public init(file: String, line: Int? = nil, reason: String) {
    self.file = file
    self.line = line
    self.reason = reason
  }

  public var description: String {
    if let line { "\(file):\(line): \(reason)" } else { "\(file): \(reason)" }
  }
}
