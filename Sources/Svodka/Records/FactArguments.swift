/// The arguments of a fact of a declared kind, in the order of its declaration.
///
///     if case .custom("investment", let arguments) = fact.statement {
///       arguments["investor"]   // .entity(…)
///     }
public struct FactArguments: Sendable, ExpressibleByDictionaryLiteral, Sequence {
  public typealias Element = (name: String, value: FieldValue)

  private var list: [Element] = []

  public init() {}

  public init(_ list: [(name: String, value: FieldValue)]) { self.list = list }

  public init(dictionaryLiteral elements: (String, FieldValue)...) {
    list = elements.map { (name: $0.0, value: $0.1) }
  }

  public func makeIterator() -> IndexingIterator<[Element]> { list.makeIterator() }

  public var count: Int { list.count }

  /// The value of an argument; nil for one that the fact does not have.
  public subscript(name: String) -> FieldValue? {
    get { list.first { $0.name == name }?.value }
    set {
      let index = list.firstIndex { $0.name == name }
      switch (index, newValue) {
      case (let index?, let value?): list[index].value = value
      case (let index?, nil): list.remove(at: index)
      case (nil, let value?): list.append((name, value))
      case (nil, nil): break
      }
    }
  }

  /// The arguments by name.
  public var fields: [String: FieldValue] {
    Dictionary(list.map { ($0.name, $0.value) }) { first, _ in first }
  }
}

extension FactArguments: Hashable {
  /// Whether the arguments are the same, in whatever order.
  public static func == (a: FactArguments, b: FactArguments) -> Bool { a.fields == b.fields }
  public func hash(into hasher: inout Hasher) { hasher.combine(fields) }
}

extension FactArguments {
  /// The entity, or the name, of an argument; nil if it is neither.
  func entity(_ name: String) -> EntityReference? {
    if case .entity(let reference)? = self[name] { reference } else { nil }
  }

  /// The entities of an argument that may be several.
  func entities(_ name: String) -> [EntityReference] {
    switch self[name] {
    case .entity(let reference)?: [reference]
    case .list(let values)?:
      values.compactMap { if case .entity(let reference) = $0 { reference } else { nil } }
    default: []
    }
  }

  func period(_ name: String) -> DateSpan? {
    if case .period(let span)? = self[name] { span } else { nil }
  }

  func text(_ name: String) -> String? {
    if case .text(let text)? = self[name] { text } else { nil }
  }

  func measure(_ name: String) -> Measure? {
    guard case .mention(let index, let value)? = self[name] else { return nil }
    switch value {
    case .money(let money): return Measure(mention: index, value: .money(money))
    case .percent(let percent): return Measure(mention: index, value: .percent(percent))
    case .quantity(let quantity): return Measure(mention: index, value: .quantity(quantity))
    default: return nil
    }
  }

  /// Does another fact say all of this, and perhaps more?
  func isCovered(by other: FactArguments) -> Bool {
    allSatisfy { name, value in
      guard let theirs = other[name] else { return false }
      if case .list(let own) = value, case .list(let all) = theirs {
        return own.allSatisfy { all.contains($0) }
      }
      // Two mentions of one value say the same.
      if case .mention(_, let own) = value, case .mention(_, let all) = theirs { return own == all }
      return value == theirs
    }
  }
}
