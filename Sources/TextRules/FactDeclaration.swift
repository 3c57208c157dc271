/// What the facts of one kind say: their arguments, in the order in which they are written.
///
/// A rule file declares it once, and every output reads it:
///
/// ```
/// kind investment
/// fact
///   investor   organization | person +
///   amount     money
///   project?   text
/// ```
public struct FactDeclaration: Sendable, Hashable {
  public let kind: String
  public let arguments: [FactArgument]

  public init(kind: String, arguments: [FactArgument]) {
    self.kind = kind
    self.arguments = arguments
  }

  static let planned = "planned"

  /// The number of the argument that can say of an event that it is only meant to be:
  /// `status? one of signed planned`.
  var plannedStatus: Int? {
    arguments.firstIndex { $0.name == "status" && $0.words.contains(Self.planned) }
  }

  /// The argument of that name, or nil.
  public func argument(_ name: String) -> FactArgument? { arguments.first { $0.name == name } }
}

/// One argument of a kind of facts.
public struct FactArgument: Sendable, Hashable {
  /// How an argument is written down.
  public enum Form: Sendable, Hashable {
    /// A person, an organization or a place.
    case entity
    /// A date.
    case period
    /// Money, a percent, a quantity or a number.
    case measure
    /// A record of another kind.
    case record
    /// Words of the text.
    case text
    /// One of ``words``.
    case word
  }

  public let name: String
  /// The kinds of the records that it may be, such as `person` or `money`.
  public let kinds: [String]
  /// Whether plain words of the text will do where there is no such record.
  public let allowsText: Bool
  /// The words of which it is one; empty for any other argument.
  public let words: [String]
  /// Whether a fact may be without it.
  public let isOptional: Bool
  /// Whether a fact may have several.
  public let isList: Bool
  /// How many it has at least, where it is several: `2+`.
  public let least: Int

  public init(
    name: String, kinds: [String] = [], allowsText: Bool = false, words: [String] = [],
    isOptional: Bool = false, isList: Bool = false, least: Int = 1
  ) {
    self.name = name
    self.kinds = kinds
    self.allowsText = allowsText
    self.words = words
    self.isOptional = isOptional
    self.isList = isList
    self.least = least
  }

  static let entities = ["person", "organization", "place"]
  static let measures = ["money", "percent", "quantity", "number"]

  public var form: Form {
    if !words.isEmpty { return .word }
    guard let first = kinds.first else { return .text }
    if Self.entities.contains(first) { return .entity }
    if first == "date" { return .period }
    return Self.measures.contains(first) ? .measure : .record
  }
}

extension FactDeclaration {
  func write(to writer: inout SnapshotWriter) {
    writer.write(kind)
    writer.write(arguments) { $1.write(to: &$0) }
  }

  init(from reader: inout SnapshotReader) throws(SnapshotReader.Damage) {
    kind = try reader.text()
    arguments = try reader.list { reader throws(SnapshotReader.Damage) in
      try FactArgument(from: &reader)
    }
  }
}

extension FactArgument {
  func write(to writer: inout SnapshotWriter) {
    writer.write(name)
    writer.write(kinds) { $0.write($1) }
    writer.write(words) { $0.write($1) }
    writer.write(allowsText)
    writer.write(isOptional)
    writer.write(isList)
    writer.write(Int32(least))
  }

  init(from reader: inout SnapshotReader) throws(SnapshotReader.Damage) {
    typealias Damage = SnapshotReader.Damage
    name = try reader.text()
    kinds = try reader.list { reader throws(Damage) in try reader.text() }
    words = try reader.list { reader throws(Damage) in try reader.text() }
    allowsText = try reader.flag()
    isOptional = try reader.flag()
    isList = try reader.flag()
    least = Int(try reader.number(Int32.self))
  }
}
