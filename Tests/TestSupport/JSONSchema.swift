import Foundation

/// A JSON Schema of the keywords that the project's schema uses; any other keyword is refused.
package struct JSONSchema {
  let root: JSONValue

  /// The schema that ships with the package.
  package static func ofDocument() throws -> JSONSchema {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Schema/document.schema.json").standardizedFileURL
    return JSONSchema(root: try JSONDecoder().decode(JSONValue.self, from: Data(contentsOf: file)))
  }

  /// What is wrong with `value`, each with the path to it; empty if it is valid.
  package func errors(in value: JSONValue) -> [String] { errors(in: value, against: root, at: "$") }

  private func errors(in value: JSONValue, against schema: JSONValue, at path: String) -> [String] {
    guard case .object(let keywords) = schema else { return ["\(path): schema is no object"] }
    return keywords.sorted { $0.key < $1.key }.flatMap { keyword, rule in
      check(keyword, rule, value, schema, path)
    }
  }

  private func check(
    _ keyword: String, _ rule: JSONValue, _ value: JSONValue, _ schema: JSONValue, _ path: String
  ) -> [String] {
    func unless(_ holds: Bool) -> [String] { holds ? [] : ["\(path): breaks \(keyword) \(rule)"] }
    switch (keyword, rule, value) {
    case ("$schema", _, _), ("title", _, _), ("description", _, _), ("$defs", _, _): return []
    case ("type", .text(let name), _): return unless(isOf(type: name, value))
    case ("const", _, _): return unless(value == rule)
    case ("enum", .list(let values), _): return unless(values.contains(value))
    case ("$ref", .text(let reference), _):
      guard let target = definition(reference) else { return ["\(reference) is not there"] }
      return errors(in: value, against: target, at: path)
    case ("not", _, _): return unless(!errors(in: value, against: rule, at: path).isEmpty)
    case ("anyOf", .list(let schemas), _), ("oneOf", .list(let schemas), _):
      let failures = schemas.map { errors(in: value, against: $0, at: path) }
      let met = failures.count { $0.isEmpty }
      if met == 1 || (keyword == "anyOf" && met > 1) { return [] }
      return ["\(path): meets \(met) of \(keyword): \(failures.joined().prefix(8))"]
    case ("properties", .object(let properties), .object(let fields)):
      return properties.flatMap { name, schema in
        fields[name].map { errors(in: $0, against: schema, at: "\(path).\(name)") } ?? []
      }
    case ("required", .list(let names), .object(let fields)):
      return names.flatMap { name in
        if case .text(let name) = name { unless(fields[name] != nil) } else { ["bad schema"] }
      }
    case ("additionalProperties", .flag(false), .object(let fields)):
      guard case .object(let properties)? = schema["properties"] else { return ["bad schema"] }
      return fields.keys.filter { properties[$0] == nil }.map { "\(path).\($0): not allowed" }
    case ("items", _, .list(let items)):
      return items.enumerated().flatMap { errors(in: $1, against: rule, at: "\(path)[\($0)]") }
    case ("minItems", .number(let least), .list(let items)):
      return unless(items.count >= Int(least))
    case ("minProperties", .number(let least), .object(let fields)):
      return unless(fields.count >= Int(least))
    case ("minimum", .number(let least), .number(let number)): return unless(number >= least)
    case ("pattern", .text(let pattern), .text(let text)):
      return unless(text.range(of: pattern, options: .regularExpression) != nil)
    // These speak only of values of their own type.
    case ("properties", _, _), ("required", _, _), ("additionalProperties", _, _), ("items", _, _),
      ("minItems", _, _), ("minProperties", _, _), ("minimum", _, _), ("pattern", _, _):
      return []
    default: return ["\(path): the keyword \(keyword) is not known here"]
    }
  }

  private func definition(_ reference: String) -> JSONValue? {
    guard reference.hasPrefix("#/$defs/") else { return nil }
    return root["$defs"]?[String(reference.dropFirst("#/$defs/".count))]
  }

  private func isOf(type name: String, _ value: JSONValue) -> Bool {
    switch (name, value) {
    case ("object", .object), ("array", .list), ("string", .text), ("number", .number),
      ("null", .null), ("boolean", .flag):
      true
    case ("integer", .number(let number)): number.rounded() == number
    default: false
    }
  }
}
