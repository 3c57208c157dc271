/// A field of a record's JSON, by its name.
struct FieldName: CodingKey, ExpressibleByStringLiteral, Hashable {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringLiteral value: String) { stringValue = value }
  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

extension KeyedEncodingContainer<FieldName> {
  /// Writes the field only where it says something: `true`.
  mutating func encodeIfTrue(_ flag: Bool, forKey name: FieldName) throws {
    if flag { try encode(true, forKey: name) }
  }
}

extension KeyedDecodingContainer<FieldName> {
  /// Reads a field whose absence means `false`.
  func decodeFlag(_ name: FieldName) throws -> Bool {
    try decodeIfPresent(Bool.self, forKey: name) ?? false
  }
}
