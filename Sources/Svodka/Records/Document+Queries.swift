extension Document {
  /// The mentions of a kind, in text order.
  ///
  ///     document.mentions(of: .money).map(\.text)   // ["61.5 миллиарда тенге"]
  public func mentions(of kind: MentionKind) -> [Mention] { mentions.filter { $0.kind == kind } }

  /// The facts of a kind, in text order.
  public func facts(of kind: FactKind) -> [Fact] { facts.filter { $0.kind == kind } }

  /// The entity with an id, `org1`.
  public func entity(_ id: String) -> Entity? { entities.first { $0.id == id } }

  /// The entity that an argument of a fact names; `nil` for a name that is none of the document.
  public func entity(_ reference: EntityReference) -> Entity? {
    reference.entity.flatMap { entity($0) }
  }

  /// The entity that a mention names.
  public func entity(_ mention: Mention) -> Entity? { mention.entity.flatMap { entity($0) } }

  /// The mentions of an entity, in text order.
  public func mentions(of entity: Entity) -> [Mention] {
    entity.mentions.filter(mentions.indices.contains).map { mentions[$0] }
  }

  /// The words that state a fact.
  ///
  ///     for fact in document.facts { print(document.text(of: fact, in: text)) }
  public func text(of fact: Fact, in text: String) -> Substring { text[fact.range(in: text)] }
}

// MARK: For people

extension MentionValue: CustomStringConvertible {
  /// The value as its JSON: `{"amount":61500000000,"currency":"KZT"}`.
  public var description: String {
    JSONBytes.text {
      $0.openObject()
      $0.fields(of: self)
      $0.closeObject()
    }
  }
}

extension Mention: CustomStringConvertible {
  /// `money «61.5 миллиарда тенге» {"amount":61500000000,"currency":"KZT"}`
  public var description: String { "\(kind.rawValue) «\(text)» \(value)" }
}

extension Entity: CustomStringConvertible {
  /// `org1 organization КазАвтоПром`
  public var description: String { "\(id) \(kind.rawValue) \(name)" }
}

extension Fact: CustomStringConvertible {
  /// The kind and the arguments as their JSON: `quote {"speaker":{…},"text":"Да"}`.
  public var description: String {
    let arguments = JSONBytes.text {
      $0.openObject()
      $0.fields(of: statement)
      $0.closeObject()
    }
    return "\(negated ? "not " : "")\(kind.rawValue) \(arguments)"
  }
}

extension Document: CustomStringConvertible {
  /// The records, a line each.
  public var description: String {
    let head = published.map { "\(id) (\($0))" } ?? id
    return ([head] + mentions.map(\.description) + entities.map(\.description)
      + facts.map(\.description)).joined(separator: "\n")
  }
}

extension JSONBytes {
  fileprivate static func text(_ body: (inout JSONBytes) -> Void) -> String {
    var json = JSONBytes()
    body(&json)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
