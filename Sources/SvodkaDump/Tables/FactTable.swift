import Svodka
import TextRules

/// The columns that the facts of one kind have besides those of every fact.
struct FactTable: Sendable {
  /// The raw value of the ``FactKind``; `custom` for all of a user's own.
  let kind: String
  let columns: [Column<Statement>]

  private init<Arguments>(
    _ kind: FactKind, _ columns: [Column<Arguments>],
    _ arguments: @escaping @Sendable (Statement) -> Arguments?
  ) {
    self.kind = kind.rawValue
    self.columns = columns.map { $0.of(arguments) }
  }

  /// The kinds that come with the library, then the user's own.
  static let all: [FactTable] = [
    role, indicator, change, membership, ownership, agreement, meeting, location, quote, custom,
  ]

  private static let role = FactTable(
    .role,
    .reference("person") { $0.person }
      + [.text("position") { $0.position.name }, .mention("position_mention") { $0.position.mention }]
      + .reference("organization") { $0.organization }
      + [.text("status") { $0.status?.rawValue }]
      + .span("from") { $0.from } + .span("to") { $0.to }
  ) { (statement) -> Role? in
    if case .role(let role) = statement { role } else { nil }
  }

  private static let indicator = FactTable(
    .indicator,
    [.text("indicator") { $0.indicator }]
      + .measure("measure") { $0.measure }
      + .span("period") { $0.period }
      + .reference("organization") { $0.organization } + .reference("place") { $0.place }
      + [.text("status") { $0.status?.rawValue }]
      + Column<Change>.change.map { $0.of(\.change) }
      + .reference("source") { $0.source }
  ) { (statement) -> Indicator? in
    if case .indicator(let indicator) = statement { indicator } else { nil }
  }

  private static let change = FactTable(
    .change,
    [.text("indicator") { $0.indicator }]
      + .span("period") { $0.period }
      + .reference("organization") { $0.organization } + .reference("place") { $0.place }
      + Column<Change>.change.map { $0.of { $0.change } }
      + .reference("source") { $0.source }
  ) { (statement) -> IndicatorChange? in
    if case .change(let change) = statement { change } else { nil }
  }

  private static let membership = FactTable(
    .membership,
    .reference("member") { $0.member } + .reference("organization") { $0.organization }
      + .span("since") { $0.since } + [.text("status") { $0.status?.rawValue }]
  ) { (statement) -> Membership? in
    if case .membership(let membership) = statement { membership } else { nil }
  }

  private static let ownership = FactTable(
    .ownership,
    .reference("owner") { $0.owner } + .reference("owned") { $0.owned }
      + .measure("share") { $0.share } + [.text("status") { $0.status?.rawValue }]
  ) { (statement) -> Ownership? in
    if case .ownership(let ownership) = statement { ownership } else { nil }
  }

  private static let agreement = FactTable(
    .agreement,
    [.text("type") { $0.type?.rawValue }] + .references("parties") { $0.parties.map(\.reference) }
      + [.text("roles", roles(of:))]
      + [.text("object") { $0.object }]
      + .span("date") { $0.date } + .measure("measure") { $0.measure }
      + [.text("subject") { $0.subject }, .text("status") { $0.status?.rawValue }]
  ) { (statement) -> Agreement? in
    if case .agreement(let agreement) = statement { agreement } else { nil }
  }

  /// The roles of an agreement's parties in their order, separated by `; `, a party without one
  /// empty; `nil` if none has a role.
  private static func roles(of agreement: Agreement) -> String? {
    let roles = agreement.parties.map { $0.role?.rawValue ?? "" }
    return roles.allSatisfy(\.isEmpty) ? nil : roles.joined(separator: "; ")
  }

  private static let meeting = FactTable(
    .meeting,
    .references("participants") { $0.participants }
      + .span("date") { $0.date } + .reference("place") { $0.place }
  ) { (statement) -> Meeting? in
    if case .meeting(let meeting) = statement { meeting } else { nil }
  }

  private static let location = FactTable(
    .location,
    .reference("organization") { $0.organization } + .reference("place") { $0.place }
  ) { (statement) -> Location? in
    if case .location(let location) = statement { location } else { nil }
  }

  private static let quote = FactTable(
    .quote,
    .reference("speaker") { $0.speaker }
      + [.text("text") { $0.text }] + .reference("source") { $0.source }
  ) { (statement) -> Quote? in
    if case .quote(let quote) = statement { quote } else { nil }
  }

  private static let custom = FactTable(
    FactKind(rawValue: "custom"),
    [.text("kind") { $0.kind.rawValue }, .text("arguments") { $0.json }]
  ) { (statement) -> CustomStatement? in
    guard case .custom(let kind, let arguments) = statement else { return nil }
    return CustomStatement(kind: FactKind(rawValue: kind), arguments: arguments)
  }
}

extension FactTable {
  /// The table of a kind that a rule file declares: its arguments, each in the columns of its type.
  init(_ fact: FactDeclaration) {
    kind = fact.kind
    columns = fact.arguments.flatMap { argument in
      FactTable.columns(of: argument).map { column in
        column.of { (statement: Statement) -> FactArguments? in
          guard case .custom(fact.kind, let arguments) = statement else { return nil }
          return arguments
        }
      }
    }
  }

  /// All tables: those of the kinds that have a type of their own, then those that rule files
  /// declare, then that of all others.
  static func all(_ facts: [FactDeclaration]) -> [FactTable] {
    let typed = Set(all.map(\.kind))
    return all.dropLast() + facts.filter { !typed.contains($0.kind) }.map { FactTable($0) }
      + [custom]
  }

  private static func columns(of argument: FactArgument) -> [Column<FactArguments>] {
    let name = argument.name.sqlName
    let value: @Sendable (FactArguments) -> FieldValue? = { $0[argument.name] }
    if argument.isList {
      return [.text(name) { value($0).map { $0.text } }]
    }
    switch argument.form {
    case .entity:
      return Column.reference(name) { value($0)?.reference }
    case .period:
      return Column.span(name) { value($0)?.span }
    case .measure:
      return Column.measure(name) { value($0)?.measure }
        .map { column in
          // A number that a rule computes is no measure standing in the text.
          Column(column.name, column.type) { arguments in
            guard case .number(let number)? = value(arguments) else { return column.cell(arguments) }
            return switch column.name {
            case "\(name)_value": .decimal(number)
            case "\(name)_real": .real(number.real)
            default: .null
            }
          }
        }
    case .record, .text, .word: return [.text(name) { value($0).map { $0.text } }]
    }
  }
}

extension String {
  /// A name in rules as a column's: `car-deal` is `car_deal`.
  fileprivate var sqlName: String { String(map { $0 == "-" ? "_" : $0 }) }
}

extension FieldValue {
  fileprivate var reference: EntityReference? {
    switch self {
    case .entity(let reference): reference
    case .text(let text): EntityReference(entity: nil, name: text)
    default: nil
    }
  }

  fileprivate var span: DateSpan? { if case .period(let span) = self { span } else { nil } }

  fileprivate var measure: Measure? {
    guard case .mention(let index, let value) = self else { return nil }
    switch value {
    case .money(let money): return Measure(mention: index, value: .money(money))
    case .percent(let percent): return Measure(mention: index, value: .percent(percent))
    case .quantity(let quantity): return Measure(mention: index, value: .quantity(quantity))
    default: return nil
    }
  }

  /// The value in one cell of text.
  fileprivate var text: String {
    switch self {
    case .text(let text): text
    case .number(let number): "\(number)"
    case .flag(let flag): "\(flag)"
    case .entity(let reference): reference.name
    case .list(let values): values.map(\.text).joined(separator: "; ")
    case .period(let span): [span.from, span.to].map { $0.map { "\($0)" } ?? "" }.joined(separator: "/")
    case .mention(_, let value): value.text
    }
  }
}

extension MentionValue {
  /// The value's main field.
  fileprivate var text: String {
    ["name", "iso", "amount", "value"].lazy.compactMap { field($0) }.first ?? ""
  }
}

/// A fact of a user's own rules; its arguments are one cell of JSON.
private struct CustomStatement {
  let kind: FactKind
  let arguments: FactArguments
  var json: String { arguments.json }
}

extension FactArguments {
  /// The arguments as a JSON object.
  var json: String {
    var json = JSONBytes()
    json.openObject()
    json.fields(of: self)
    json.closeObject()
    return String(decoding: json.bytes, as: UTF8.self)
  }
}

extension [String: FieldValue] {
  /// The fields as a JSON object, in the order of their names.
  var json: String {
    var json = JSONBytes()
    json.openObject()
    json.fields(of: self)
    json.closeObject()
    return String(decoding: json.bytes, as: UTF8.self)
  }
}

extension Array {
  // So that lists of columns read as one expression: `.reference("person") { … } + .span("from")`.
  fileprivate static func reference<Record>(
    _ name: String, _ value: @escaping @Sendable (Record) -> EntityReference?
  ) -> [Column<Record>] where Element == Column<Record> { Column.reference(name, value) }

  fileprivate static func references<Record>(
    _ name: String, _ value: @escaping @Sendable (Record) -> [EntityReference]
  ) -> [Column<Record>] where Element == Column<Record> { Column.references(name, value) }

  fileprivate static func span<Record>(
    _ prefix: String, _ value: @escaping @Sendable (Record) -> DateSpan?
  ) -> [Column<Record>] where Element == Column<Record> { Column.span(prefix, value) }

  fileprivate static func measure<Record>(
    _ prefix: String, _ value: @escaping @Sendable (Record) -> Measure?
  ) -> [Column<Record>] where Element == Column<Record> { Column.measure(prefix, value) }
}

extension Statement {
  /// The members of a fact that has many of one sort.
  var parties: [AgreementParty] {
    switch self {
    case .agreement(let agreement): agreement.parties
    case .meeting(let meeting): meeting.participants.map { AgreementParty($0) }
    default: []
    }
  }
}
