import TextRules

/// What decides whether a fact can say all that another one says, and perhaps more.
///
/// Of two such facts, both have the same required arguments; the optional arguments of the lesser one
/// are the fuller one's too, and so are the members of its list.
struct FactOutline {
  fileprivate let base: FactIndex.Key
  /// The members of its required list; one `nil` where the kind has no such list.
  fileprivate let members: [FieldValue?]
  /// The values of optional arguments, in the order of the declaration; nil for one that it lacks.
  fileprivate let details: [FieldValue?]

  /// So many optional arguments are looked at: each of their subsets has a key.
  private static let mostDetails = 4

  init(_ arguments: FactArguments, _ declaration: FactDeclaration, isNegated: Bool) {
    var base = FactIndex.Key(kind: declaration.kind, isNegated: isNegated)
    var members: [FieldValue]?
    var details: [FieldValue?] = []
    for argument in declaration.arguments {
      let value = arguments[argument.name].map(Self.comparable)
      if let first = argument.words.first {
        // A fact without the argument means its first word.
        base.values.append(.text(arguments.text(argument.name) ?? first))
      } else if case .list(let all)? = value {
        if !argument.isOptional, members == nil { members = all }
      } else if !argument.isOptional {
        if let value { base.values.append(value) }
      } else if !argument.isList, details.count < Self.mostDetails {
        details.append(value)
      }
    }
    self.base = base
    self.members = members ?? [nil]
    self.details = details
  }

  /// Two mentions of one value say the same.
  private static func comparable(_ value: FieldValue) -> FieldValue {
    if case .mention(_, let value) = value { .mention(index: 0, value: value) } else { value }
  }

  fileprivate func key(_ member: FieldValue?, _ details: [FieldValue?]) -> FactIndex.Key {
    var key = base
    key.member = member
    key.details = details
    return key
  }

  /// The details, and what is left of them without one, two or more.
  fileprivate var partsOfDetails: [[FieldValue?]] {
    details.indices.reduce([details]) { parts, index in
      details[index] == nil
        ? parts
        : parts
          + parts.map { part in
            var part = part
            part[index] = nil
            return part
          }
    }
  }
}

/// Finds, among the facts of a document, those that may say all of another one, or a part of it.
///
/// - Complexity: What a look-up gives does not grow with the facts of one person that name different
///   partners or different days.
struct FactIndex {
  fileprivate struct Key: Hashable {
    var kind: String
    var isNegated: Bool
    var values: [FieldValue] = []
    var member: FieldValue?
    var details: [FieldValue?] = []
  }

  /// The facts under each of their members with each part of their details.
  private var fuller: [Key: [Int]] = [:]
  /// The facts under the member of fewest facts with all of their details.
  private var lesser: [Key: [Int]] = [:]

  /// The facts that may say all that this one says.
  func fullerFacts(than outline: FactOutline) -> [Int] {
    // Each has all the members: the member of fewest facts is enough.
    fuller[key(ofRarestMember: outline)] ?? []
  }

  /// The facts that may say a part of what this one says, in their order.
  func lesserFacts(than outline: FactOutline) -> [Int] {
    var found: Set<Int> = []
    for details in outline.partsOfDetails {
      for member in outline.members {
        found.formUnion(lesser[outline.key(member, details)] ?? [])
      }
    }
    return found.sorted()
  }

  mutating func add(_ number: Int, _ outline: FactOutline) {
    lesser[key(ofRarestMember: outline), default: []].append(number)
    for details in outline.partsOfDetails {
      for member in outline.members {
        fuller[outline.key(member, details), default: []].append(number)
      }
    }
  }

  private func key(ofRarestMember outline: FactOutline) -> Key {
    outline.members.map { outline.key($0, outline.details) }
      .min { (fuller[$0]?.count ?? 0) < (fuller[$1]?.count ?? 0) } ?? outline.base
  }
}
