/// Facts of a declared kind as a type of your own.
///
///     struct Investment: FactRecord {
///       static let factKind = FactKind(rawValue: "investment")
///       let investor: [EntityReference]
///       let amount: Money
///       let project: String?
///     }
///     let investments = try document.facts(of: Investment.self)
public protocol FactRecord: Decodable {
  /// The kind of facts that it holds; without it the type's name in small letters, its words parted
  /// by hyphens: `CarDeal` holds `car-deal`.
  static var factKind: FactKind { get }
}

extension FactRecord {
  public static var factKind: FactKind { FactKind(typeName: "\(Self.self)") }
}

extension FactKind {
  fileprivate init(typeName: String) {
    var name = ""
    for letter in typeName {
      if letter.isUppercase, !name.isEmpty { name += "-" }
      name += letter.lowercased()
    }
    self.init(rawValue: name)
  }
}

extension Document {
  /// The facts of a declared kind, each decoded into a type of your own; those that the text denies
  /// are left out.
  ///
  /// An argument that is an entity decodes as ``EntityReference`` or, by its name, as `String`; a
  /// mention as its value, such as ``Money``, or as its amount; a period as ``DateSpan``; several as an
  /// array, and one of them as an array of one.
  ///
  /// - Throws: `DecodingError` where an argument is missing or is of another type.
  public func facts<Record: Decodable>(
    of type: Record.Type, kind: FactKind? = nil
  ) throws -> [Record] {
    let wanted =
      kind ?? (type as? any FactRecord.Type)?.factKind ?? FactKind(typeName: "\(Record.self)")
    return try facts.compactMap { fact in
      guard case .custom(let kind, let arguments) = fact.statement, kind == wanted.rawValue,
        !fact.negated
      else { return nil }
      return try Record(from: ArgumentDecoder(fields: arguments.fields, codingPath: []))
    }
  }
}

/// Decodes the arguments of one fact.
private struct ArgumentDecoder: Decoder {
  let fields: [String: FieldValue]
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(ArgumentContainer<Key>(fields: fields, codingPath: codingPath))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    throw DecodingError.typeMismatch(
      [FieldValue].self, .init(codingPath: codingPath, debugDescription: "a fact is no list"))
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer {
    throw DecodingError.typeMismatch(
      FieldValue.self, .init(codingPath: codingPath, debugDescription: "a fact is no single value"))
  }
}

private struct ArgumentContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let fields: [String: FieldValue]
  let codingPath: [any CodingKey]

  var allKeys: [Key] { fields.keys.compactMap { Key(stringValue: $0) } }
  func contains(_ key: Key) -> Bool { fields[key.stringValue] != nil }
  func decodeNil(forKey key: Key) -> Bool { fields[key.stringValue] == nil }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    let path = codingPath + [key]
    guard let value = fields[key.stringValue] else {
      throw DecodingError.keyNotFound(
        key, .init(codingPath: path, debugDescription: "the fact has no '\(key.stringValue)'"))
    }
    return try value.decoded(as: type, path)
  }

  private func unsupported(_ key: Key) -> DecodingError {
    DecodingError.typeMismatch(
      FieldValue.self, .init(codingPath: codingPath + [key], debugDescription: "not nested"))
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> { throw unsupported(key) }
  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    throw unsupported(key)
  }
  func superDecoder() throws -> any Decoder {
    ArgumentDecoder(fields: fields, codingPath: codingPath)
  }
  func superDecoder(forKey key: Key) throws -> any Decoder { throw unsupported(key) }
}

extension FieldValue {
  fileprivate func decoded<Value: Decodable>(
    as type: Value.Type, _ path: [any CodingKey]
  ) throws -> Value {
    for candidate in forms { if let value = candidate as? Value { return value } }
    return try Value(from: ValueDecoder(value: self, codingPath: path))
  }

  /// The types as which the value may be asked for.
  private var forms: [any Sendable] {
    switch self {
    case .text(let text): [self, text]
    case .number(let number): [self, number] + number.forms
    case .flag(let flag): [self, flag]
    case .entity(let reference): [self, reference, reference.name]
    case .period(let span): [self, span] + (span.from.map { [$0] as [any Sendable] } ?? [])
    case .mention(let index, let value): [self, value, value.payload] + value.forms(index)
    case .list(let values): [self, values]
    }
  }
}

extension DecimalNumber {
  fileprivate var forms: [any Sendable] {
    var forms: [any Sendable] = []
    if let double = Double(description) { forms += [double, Float(double)] }
    func add<Number: FixedWidthInteger & Sendable>(_: Number.Type) {
      if let number = Number(description) { forms.append(number) }
    }
    add(Int.self)
    add(Int8.self)
    add(Int16.self)
    add(Int32.self)
    add(Int64.self)
    add(UInt.self)
    add(UInt8.self)
    add(UInt16.self)
    add(UInt32.self)
    add(UInt64.self)
    return forms
  }
}

extension MentionValue {
  fileprivate func forms(_ index: Int) -> [any Sendable] {
    let amount: Amount
    var measure: MeasureValue?
    switch self {
    case .money(let money): (amount, measure) = (money.amount, .money(money))
    case .percent(let percent): (amount, measure) = (percent.value, .percent(percent))
    case .quantity(let quantity): (amount, measure) = (quantity.value, .quantity(quantity))
    case .number(let number): amount = number.value
    default: return []
    }
    var forms: [any Sendable] = [amount]
    if let measure { forms += [measure, Measure(mention: index, value: measure)] }
    if case .exactly(let number) = amount { forms += [number] + number.forms }
    return forms
  }
}

/// Decodes one argument: a list, an enumeration of words, a type with fields of its own.
private struct ValueDecoder: Decoder, SingleValueDecodingContainer {
  let value: FieldValue
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    throw mismatch(Key.self)
  }
  func unkeyedContainer() -> any UnkeyedDecodingContainer {
    if case .list(let values) = value {
      return ValueList(values: values, codingPath: codingPath)
    }
    return ValueList(values: [value], codingPath: codingPath)
  }
  func singleValueContainer() -> any SingleValueDecodingContainer { self }
  func decodeNil() -> Bool { false }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    // The basic types would ask for themselves without end.
    if type is any BasicValue.Type { throw mismatch(type) }
    return try value.decoded(as: type, codingPath)
  }

  func decode(_ type: String.Type) throws -> String { try basic(type) }
  func decode(_ type: Bool.Type) throws -> Bool { try basic(type) }
  func decode(_ type: Double.Type) throws -> Double { try basic(type) }
  func decode(_ type: Float.Type) throws -> Float { try basic(type) }
  func decode(_ type: Int.Type) throws -> Int { try basic(type) }
  func decode(_ type: Int8.Type) throws -> Int8 { try basic(type) }
  func decode(_ type: Int16.Type) throws -> Int16 { try basic(type) }
  func decode(_ type: Int32.Type) throws -> Int32 { try basic(type) }
  func decode(_ type: Int64.Type) throws -> Int64 { try basic(type) }
  func decode(_ type: UInt.Type) throws -> UInt { try basic(type) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try basic(type) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try basic(type) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try basic(type) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try basic(type) }

  private func basic<Value: Decodable>(_ type: Value.Type) throws -> Value {
    guard let found: Value = value.form() else { throw mismatch(type) }
    return found
  }

  private func mismatch(_ type: Any.Type) -> DecodingError {
    DecodingError.typeMismatch(
      type, .init(codingPath: codingPath, debugDescription: "the argument is no \(type)"))
  }
}

private protocol BasicValue {}
extension String: BasicValue {}
extension Bool: BasicValue {}
extension Double: BasicValue {}
extension Float: BasicValue {}
extension Int: BasicValue {}
extension Int8: BasicValue {}
extension Int16: BasicValue {}
extension Int32: BasicValue {}
extension Int64: BasicValue {}
extension UInt: BasicValue {}
extension UInt8: BasicValue {}
extension UInt16: BasicValue {}
extension UInt32: BasicValue {}
extension UInt64: BasicValue {}

extension FieldValue {
  /// The value as a basic type, if it has that form.
  fileprivate func form<Value>() -> Value? {
    for candidate in forms { if let value = candidate as? Value { return value } }
    return nil
  }
}

private struct ValueList: UnkeyedDecodingContainer {
  let values: [FieldValue]
  let codingPath: [any CodingKey]
  var currentIndex = 0
  var count: Int? { values.count }
  var isAtEnd: Bool { currentIndex == values.count }

  mutating func decodeNil() -> Bool { false }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    guard currentIndex < values.count else {
      throw DecodingError.valueNotFound(
        type, .init(codingPath: codingPath, debugDescription: "the list is at its end"))
    }
    defer { currentIndex += 1 }
    return try values[currentIndex].decoded(as: type, codingPath)
  }

  private var unsupported: DecodingError {
    DecodingError.typeMismatch(
      FieldValue.self, .init(codingPath: codingPath, debugDescription: "lists are not nested"))
  }
  func nestedContainer<Key: CodingKey>(
    keyedBy type: Key.Type
  ) throws -> KeyedDecodingContainer<Key> { throw unsupported }
  func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { throw unsupported }
  func superDecoder() throws -> any Decoder { throw unsupported }
}
