import Foundation

/// A value of JSON: what gold and predicted records say, whoever wrote them.
public enum JSONValue: Sendable, Hashable {
  case null
  case flag(Bool)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  /// Reads one JSON value.
  ///
  /// - Throws: Foundation's error if the bytes are no JSON.
  public init(_ bytes: some Sequence<UInt8>) throws {
    self.init(try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed))
  }

  private init(_ value: Any) {
    switch value {
    case let text as String: self = .text(text)
    case let list as [Any]: self = .list(list.map { JSONValue($0) })
    case let object as [String: Any]: self = .object(object.mapValues { JSONValue($0) })
    case let number as NSNumber:
      let isFlag = String(cString: number.objCType) == "c"
      self = isFlag ? .flag(number.boolValue) : .number(number.doubleValue)
    default: self = .null
    }
  }

  /// The field of an object; nil if there is none, or if this is no object.
  public subscript(_ name: String) -> JSONValue? {
    if case .object(let fields) = self { fields[name] } else { nil }
  }

  public var text: String? { if case .text(let text) = self { text } else { nil } }
  public var number: Double? { if case .number(let number) = self { number } else { nil } }
  public var list: [JSONValue] { if case .list(let list) = self { list } else { [] } }
  public var object: [String: JSONValue] {
    if case .object(let fields) = self { fields } else { [:] }
  }
}

extension JSONValue: CustomStringConvertible {
  /// The value as JSON, the fields of objects by name.
  public var description: String {
    switch self {
    case .null: "null"
    case .flag(let isSet): isSet ? "true" : "false"
    case .number(let number): number.shortest
    case .text(let text):
      "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    case .list(let list): "[" + list.map(\.description).joined(separator: ",") + "]"
    case .object(let fields):
      "{"
        + fields.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }
        .joined(separator: ",") + "}"
    }
  }
}

extension Double {
  /// Whole numbers without a point.
  var shortest: String {
    self == rounded() && magnitude < 1e15 ? String(Int64(self)) : String(self)
  }
}

extension JSONValue {
  /// Entities as their names, without the numbers of entities and mentions.
  var named: JSONValue {
    switch self {
    case .object(let fields):
      if let name = fields["name"] { return name }
      return .object(fields.filter { $0.key != "mention" && $0.key != "entity" }.mapValues(\.named))
    case .list(let list): return .list(list.map(\.named))
    default: return self
    }
  }
}
