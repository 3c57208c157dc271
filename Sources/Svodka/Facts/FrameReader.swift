import RussianMorphology
import RussianText
import TextRules

/// Makes facts of what the frames of a document hold.
///
/// Needs the document's entities; leaves its facts of declared kinds, each once.
struct FrameReader {
  private let context: FactContext
  private let rules: CompiledRules
  /// The facts in their order; nil for one that a fuller one replaced.
  private var made: [(arguments: FactArguments, fact: Fact)?] = []
  private var index = FactIndex()
  /// How many facts one frame gives, when what it names is coordinated on several sides.
  private static let mostFacts = 400

  private let named: NamedEntities

  /// The entities of the document by their names, read when a word list first gives a name.
  private final class NamedEntities {
    private let all: [Entity]
    private(set) lazy var entities = Dictionary(grouping: all, by: \.name)

    init(_ all: [Entity]) { self.all = all }
  }

  init(_ context: FactContext) {
    self.context = context
    named = NamedEntities(context.entities)
    rules = context.kinds.matcher.rules
  }

  /// The facts so far; of two of which one says all that the other says, the fuller.
  var facts: [Fact] { made.compactMap { $0?.fact } }

  /// Adds the facts of a frame; returns them, or why there is none.
  mutating func add(_ match: FrameMatch) -> Result<[Fact], FrameFailure> {
    let declaration = rules.fact(rules.kinds[rules.kindOfRule(match.rule)])!
    var drafts = [Draft(range: match.head)]
    for (number, argument) in declaration.arguments.enumerated() {
      let values = values(of: argument, number, match)
      if values.count < argument.least {
        guard argument.isOptional else { return .failure(.missing(argument: argument.name)) }
      } else if argument.isList {
        for index in drafts.indices { drafts[index].add(values, to: argument.name) }
      } else {
        drafts = drafts.flatMap { draft in
          values.map { value in
            var draft = draft
            draft.add(value, to: argument.name)
            return draft
          }
        }
        drafts = Array(drafts.prefix(Self.mostFacts))
      }
    }
    let complete = drafts.filter { !$0.namesOneTwice }
    guard !complete.isEmpty else { return .failure(.dropped(reason: "an entity stands on both sides")) }
    return .success(complete.map { keep($0, of: declaration, match) })
  }

  private mutating func keep(
    _ draft: Draft, of declaration: FactDeclaration, _ match: FrameMatch
  ) -> Fact {
    let arguments = FactArguments(draft.arguments)
    let fact = Fact(
      utf8Range: context.kinds.mentionRange(of: draft.range), rule: rules.ruleName(match.rule),
      statement: Statement(kind: declaration.kind, arguments: arguments),
      negated: match.isNegated, inferred: draft.inferred)
    let outline = FactOutline(arguments, declaration, isNegated: fact.negated)
    func isRival(_ number: Int) -> Bool {
      made[number].map { !saysOther(arguments, $0.arguments, declaration) } ?? false
    }
    for number in index.fullerFacts(than: outline) where isRival(number) {
      if let other = made[number], arguments.isCovered(by: other.arguments) { return other.fact }
    }
    let lesser = index.lesserFacts(than: outline).filter {
      isRival($0) && made[$0]?.arguments.isCovered(by: arguments) == true
    }
    for number in lesser { made[number] = nil }
    // A fuller fact stands where the first that it replaces stood.
    let number = lesser.first ?? made.count
    if number == made.count { made.append((arguments, fact)) } else { made[number] = (arguments, fact) }
    index.add(number, outline)
    return fact
  }

  /// Whether two facts differ in an argument of words: who was an owner is none. A fact without the
  /// argument means its first word.
  private func saysOther(
    _ one: FactArguments, _ other: FactArguments, _ declaration: FactDeclaration
  ) -> Bool {
    declaration.arguments.contains { argument in
      guard let first = argument.words.first else { return false }
      return (one.text(argument.name) ?? first) != (other.text(argument.name) ?? first)
    }
  }

  /// A fact that is being put together.
  private struct Draft {
    var range: Range<Int>
    var arguments: [(name: String, value: FieldValue)] = []
    var inferred: [String] = []

    init(range: Range<Int>) { self.range = range }

    mutating func add(_ value: Value, to name: String) {
      arguments.append((name, value.value))
      note(value, of: name)
    }

    mutating func add(_ values: [Value], to name: String) {
      arguments.append((name, .list(values.map(\.value))))
      for value in values { note(value, of: name) }
    }

    private mutating func note(_ value: Value, of name: String) {
      if let tokens = value.tokens {
        range = min(range.lowerBound, tokens.lowerBound)..<max(range.upperBound, tokens.upperBound)
      }
      if value.isInferred, !inferred.contains(name) { inferred.append(name) }
    }

    /// Nobody owns himself.
    var namesOneTwice: Bool {
      var seen: Set<EntityReference> = []
      for case (_, .entity(let reference)) in arguments where !seen.insert(reference).inserted {
        return true
      }
      return false
    }
  }

  private struct Value {
    var value: FieldValue
    var tokens: Range<Int>?
    var isInferred = false
  }

  // MARK: Values

  private func values(of argument: FactArgument, _ number: Int, _ match: FrameMatch) -> [Value] {
    if let constant = match.constants[number] {
      return [Value(value: constantValue(constant, of: argument))]
    }
    var found: [Value] = []
    for binding in match.arguments[number] {
      guard let value = value(of: binding, argument), !found.contains(where: { $0.value == value })
      else { continue }
      found.append(Value(value: value, tokens: binding.tokens, isInferred: binding.isInferred))
    }
    // A measure, a date or a phrase is one; the first of several is the nearest.
    return argument.isList || argument.form == .entity ? found : Array(found.prefix(1))
  }

  private func constantValue(_ text: String, of argument: FactArgument) -> FieldValue {
    guard argument.words.isEmpty, argument.form == .measure, let number = DecimalNumber(text) else {
      return .text(text)
    }
    return .number(number)
  }

  private func value(of binding: FrameBinding, _ argument: FactArgument) -> FieldValue? {
    switch binding.value {
    case .record(let record): return value(of: record)
    case .cell(let text): return value(named: text, argument)
    case .phrase(_, isNominative: true):
      return .text(String(decoding: context.kinds.bytes(of: binding.tokens), as: UTF8.self))
    case .phrase:
      let phrase = Inflector(cache: context.kinds.morphology)
        .nominative(ofTokens: binding.tokens, in: context.buffer)
      return .text(phrase)
    }
  }

  private func value(of record: MatchedRecord) -> FieldValue? {
    switch context.value(of: record) {
    case .person, .organization, .place: context.reference(to: record).map { .entity($0) }
    case .date(let span): .period(span)
    case let value: context.mentionIndex(of: record).map { .mention(index: $0, value: value) }
    }
  }

  /// The entity of a name that a word list gives, or the bare name.
  private func value(named text: String, _ argument: FactArgument) -> FieldValue {
    guard argument.form == .entity else { return .text(text) }
    let entity = named.entities[text]?.first { argument.kinds.contains($0.kind.rawValue) }
    return .entity(entity.map { EntityReference($0) } ?? EntityReference(entity: nil, name: text))
  }
}

extension Statement {
  /// The statement of a kind that has a type of its own, or the user's own.
  init(kind: String, arguments: FactArguments) {
    self = Statement(typed: FactKind(rawValue: kind), arguments)
      ?? .custom(kind: kind, arguments: arguments)
  }

  private init?(typed kind: FactKind, _ arguments: FactArguments) {
    switch kind {
    case .location:
      guard let organization = arguments.entity("organization"),
        let place = arguments.entity("place")
      else { return nil }
      self = .location(Location(organization: organization, place: place))
    case .membership:
      guard let member = arguments.entity("member"),
        let organization = arguments.entity("organization")
      else { return nil }
      self = .membership(
        Membership(
          member: member, organization: organization, since: arguments.period("since"),
          status: arguments.text("status").flatMap(MembershipStatus.init)))
    case .ownership:
      guard let owner = arguments.entity("owner"), let owned = arguments.entity("owned") else {
        return nil
      }
      self = .ownership(
        Ownership(
          owner: owner, owned: owned, share: arguments.measure("share"),
          status: arguments.text("status").flatMap(OwnershipStatus.init)))
    case .meeting:
      self = .meeting(
        Meeting(
          participants: arguments.entities("participants"), date: arguments.period("date"),
          place: arguments.entity("place")))
    default: return nil
    }
  }
}
