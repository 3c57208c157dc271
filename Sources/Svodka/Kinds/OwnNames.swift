import RussianMorphology
import TextRules

/// Names of a user's own, from gazetteers and rule files, as organizations, people and places of the
/// library's kinds.
struct OwnNames: Sendable {
  /// The kinds that a user's names are added to, with the layers that find them.
  static let layers: [String: Int] = {
    var layers: [String: Int] = [:]
    for (number, kinds) in BuiltInKinds.layers.enumerated() {
      for kind in kinds where kind is any NamedKind.Type { layers[kind.name] = number }
    }
    return layers
  }()

  private let rules: Set<Int>

  init(_ rules: CompiledRules) { self.rules = rules.ownRules }

  /// The value of a match of a user's rule for a kind of the library's; nil if it is none.
  func value(
    of match: borrowing Match, kind: String, in context: KindContext
  ) -> MentionValue? {
    guard rules.contains(match.rule),
      case .custom(_, let fields)? = CustomKind(name: kind).value(of: match, in: context)
    else { return nil }
    func text(_ name: String) -> String? {
      if case .text(let text)? = fields[name] { text } else { nil }
    }
    let name =
      text("name")
      ?? Inflector(cache: context.morphology).nominative(ofTokens: match.tokens, in: context.buffer)
    switch MentionKind(rawValue: kind) {
    case .organization:
      return .organization(
        Organization(
          name: name, legalForm: text("legal-form"),
          type: text("type").flatMap(OrganizationType.init) ?? .other))
    case .place:
      return .place(
        Place(name: name, type: text("type").flatMap(PlaceType.init) ?? .other, code: text("code")))
    case .person:
      return .person(person(name, text))
    default: return nil
    }
  }

  /// A person by the columns of the list, or else by the name's words: given, patronymic, family.
  private func person(_ name: String, _ text: (String) -> String?) -> Person {
    let words = name.split(separator: " ").map(String.init)
    return Person(
      family: text("family") ?? words.last,
      given: text("given") ?? (words.count > 1 ? words[0] : nil),
      patronymic: text("patronymic") ?? (words.count > 2 ? words[1] : nil),
      gender: text("gender").flatMap(Gender.init))
  }

  /// Refuses a list whose columns or types the kind does not have.
  static func check(_ gazetteer: Gazetteer) throws(RuleFileError) {
    guard layers[gazetteer.kind] != nil else { return }
    let (columns, rows) = gazetteer.rows
    guard columns.first == "name" else {
      throw RuleFileError(file: gazetteer.path, line: 1, column: 1, reason: .noName)
    }
    let types: [String]
    switch MentionKind(rawValue: gazetteer.kind) {
    case .organization: types = OrganizationType.allCases.map(\.rawValue)
    case .place: types = PlaceType.allCases.map(\.rawValue)
    default: return
    }
    guard let column = columns.firstIndex(of: "type") else { return }
    for row in rows where row.cells.count > column {
      let type = row.cells[column]
      guard type.isEmpty || type == "-" || types.contains(type) else {
        throw RuleFileError(
          file: gazetteer.path, line: row.line, column: 1,
          reason: .unknownEntityType(type, types: types))
      }
    }
  }
}

/// A kind whose records are names.
protocol NamedKind: Kind {}
extension OrganizationKind: NamedKind {}
extension PersonKind: NamedKind {}
extension PlaceKind: NamedKind {}
