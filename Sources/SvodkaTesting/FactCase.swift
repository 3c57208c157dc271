import Foundation
import Svodka

/// One line of a `.cases` file of facts: a text and all the facts of one kind that it must give.
///
///     Завод возглавляет Олег Алферов.  => person="Олег Алферов" organization=Завод
///     Выпуск вырос на 5 %, экспорт — на 7 %.  => indicator=выпуск by.value=5 ; indicator=экспорт
///     Завод никто не возглавляет.      => none
///
/// A field is named as in the JSON of a fact: `change.by.value`, `measure.amount`, `period.from`.
/// An entity stands for its name; a list is written `"А, Б"`; `none` is a field that must not be
/// there. Marks `[ ]` are optional; if there are any, each marks the stretch of one fact.
public struct FactCase: Sendable, CustomStringConvertible {
  public let file: String
  public let line: Int
  public let text: String
  public let published: CalendarDay?
  public let expected: [[(name: String, value: String)]]
  /// Where the facts stand, in bytes of the text's UTF-8; empty if the case does not say.
  public let spans: [Range<Int>]

  public var description: String { "\(file):\(line)" }

  /// Reads the `.cases` file that stands beside the calling source file.
  ///
  /// - Throws: ``CaseFileError`` with file, line and remedy if a line cannot be read.
  public static func load(_ name: String, beside caller: StaticString = #filePath) throws
    -> [FactCase]
  {
    let folder = URL(fileURLWithPath: "\(caller)").deletingLastPathComponent()
    return try load(contentsOf: folder.appendingPathComponent(name))
  }

  /// Reads the `.cases` file at `url`.
  public static func load(contentsOf url: URL) throws -> [FactCase] {
    try Case.rows(of: url, FactCase.init)
  }

  init(_ row: String, file: String, line: Int) throws {
    let parts = try Case.Parts(row, file: file, line: line)
    guard parts.spans.isEmpty || parts.spans.count == parts.expected.count else {
      throw CaseFileError(
        file: file, line: line,
        reason: "\(parts.spans.count) marks, but \(parts.expected.count) facts after '=>'")
    }
    self.file = file
    self.line = line
    text = parts.text
    published = parts.published
    spans = parts.spans
    expected = parts.expected
  }

  /// Checks that the text gives exactly these facts of `kind`, with at least these fields.
  ///
  /// - Throws: ``CaseFailure`` with file and line, expected and found.
  public func check(_ kind: FactKind, with extractor: Extractor) throws {
    let document = extractor.extract(text, id: description, published: published)
    var left = document.facts.filter { $0.kind == kind }
    var problems: [String] = []
    for (number, fields) in expected.enumerated() {
      let place = left.firstIndex { fact in
        let found = fact.fields
        return (spans.isEmpty || fact.utf8Range == spans[number])
          && fields.allSatisfy { found[$0.name] ?? "none" == $0.value }
      }
      if let place {
        left.remove(at: place)
      } else {
        let wanted = fields.map { "\($0.name)=\"\($0.value)\"" }.joined(separator: " ")
        problems.append("no \(kind.rawValue) \(wanted)")
      }
    }
    problems += left.map { "unexpected \($0.summary(in: text))" }
    guard !problems.isEmpty else { return }
    let found =
      document.mentions.map { "  \($0.kind.rawValue) «\($0.text)» by \($0.rule)" }
      + document.facts.map { "  " + $0.summary(in: text) }
    let misses =
      problems.contains { $0.hasPrefix("no ") }
      ? extractor.whyNot(text, kind: kind.rawValue, in: text).filter { !$0.matched.isEmpty }
        .prefix(3).map { "  \($0)" } : []
    throw CaseFailure(
      description: (["\(self): \(text)"] + problems.map { "  " + $0 } + ["found:"] + found
        + (misses.isEmpty ? [] : ["rules that came near:"]) + misses)
        .joined(separator: "\n"))
  }
}

extension Fact {
  func summary(in text: String) -> String {
    let fields = fields.sorted { $0.key < $1.key }.map { "\($0.key)=\"\($0.value)\"" }
    return "\(kind.rawValue) «\(text[range(in: text)])» by \(rule): "
      + fields.joined(separator: " ")
  }

  /// The arguments as a case names them.
  var fields: [String: String] {
    guard let data = try? JSONEncoder().encode(self),
      let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
    else { return [:] }
    var fields: [String: String] = [:]
    for (name, value) in object where !["start", "end", "rule", "kind"].contains(name) {
      Self.flatten(value, name, into: &fields)
    }
    return fields
  }

  private static func flatten(_ value: Any, _ name: String, into fields: inout [String: String]) {
    switch value {
    case let object as [String: Any]:
      if let entity = object["name"] as? String { fields[name] = entity }
      for (key, value) in object where key != "mention" && key != "entity" {
        flatten(value, "\(name).\(key)", into: &fields)
      }
    case let list as [[String: Any]]:
      fields[name] = list.compactMap { $0["name"] as? String }.joined(separator: ", ")
      // `buyer=Ромашка` for a party with that role
      for (role, members) in Dictionary(grouping: list, by: { $0["role"] as? String }) {
        guard let role else { continue }
        fields[role] = members.compactMap { $0["name"] as? String }.joined(separator: ", ")
      }
    case let text as String: fields[name] = text
    case is NSNull: fields[name] = "null"
    case let number as NSNumber:
      let isFlag = String(cString: number.objCType) == "c"
      fields[name] = isFlag ? (number.boolValue ? "true" : "false") : number.stringValue
    default: break
    }
  }
}
