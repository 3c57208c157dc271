import Svodka

/// A record of a document, made ready for comparison: its fields by their paths in the JSON.
struct Candidate: Sendable {
  /// As in ``Expected/kind``.
  var kind: String
  /// In bytes of the text's UTF-8.
  var range: Range<Int>
  var text: String
  var rule: String
  /// `change.by.value`, `person` (the name of an entity), `parties` (a list of names).
  var fields: [String: JSONValue] = [:]
  /// Every name of the entities that the fields name.
  var names: [String: [String]] = [:]
  var value: MentionValue?

  /// All mentions, entities and facts of a document.
  static func all(of document: Document, text: String) -> [Candidate] {
    let json = PredictedDocument(document, text: text)
    var all: [Candidate] = []
    for (mention, found) in zip(document.mentions, json.mentions) {
      var candidate = Candidate(
        kind: mention.kind.rawValue, range: mention.utf8Range, text: mention.text,
        rule: mention.rule, value: mention.value)
      candidate.add(.object(found.value), "", json.names)
      if case .person(let person) = mention.value {
        candidate.fields["name"] = .text(person.fullName)
      }
      if case .organization(let organization) = mention.value, let form = organization.legalForm {
        candidate.names["name", default: []].append("\(form) \(organization.name)")
      }
      candidate.names["name", default: []] += mention.entity.flatMap { json.names[$0] } ?? []
      all.append(candidate)
    }
    for entity in document.entities {
      let mentions = entity.mentions.filter(document.mentions.indices.contains)
      var candidate = Candidate(
        kind: "entity", range: mentions.first.map { document.mentions[$0].utf8Range } ?? 0..<0,
        text: entity.name, rule: "")
      candidate.fields = ["name": .text(entity.name), "kind": .text(entity.kind.rawValue)]
      if let type = entity.type { candidate.fields["type"] = .text(type) }
      candidate.names["name"] = [entity.name] + entity.aliases
      all.append(candidate)
    }
    for (fact, found) in zip(document.facts, json.facts) {
      let surface = text[fact.range(in: text)]
      var candidate = Candidate(
        kind: "fact:\(fact.kind.rawValue)", range: fact.utf8Range, text: String(surface),
        rule: fact.rule)
      for (name, value) in found.object where !["kind", "start", "end", "rule"].contains(name) {
        candidate.add(value, name, json.names)
      }
      all.append(candidate)
    }
    return all
  }

  private mutating func add(_ value: JSONValue, _ path: String, _ known: [String: [String]]) {
    switch value {
    case .object(let object):
      if !path.isEmpty, let name = object["name"] {
        fields[path] = name
        names[path] = object["entity"]?.text.flatMap { known[$0] } ?? []
      }
      for (key, value) in object where key != "mention" && key != "entity" {
        add(value, path.isEmpty ? key : "\(path).\(key)", known)
      }
    case .list(let list):
      fields[path] = .list(list.map { $0["name"] ?? $0 })
      names[path] = list.flatMap { $0["entity"]?.text.flatMap { known[$0] } ?? [] }
    default: fields[path] = value
    }
  }

  // MARK: Comparing

  /// Is this the kind that is expected?
  func isOfKind(_ expected: Expected) -> Bool {
    expected.kind == kind || (expected.kind == "record" && value != nil)
  }

  /// What is wrong with this record, a condition each; empty if it is as expected.
  func problems(with expected: Expected) -> [String] {
    expected.conditions.compactMap { isMet($0) ? nil : problem(with: $0) }
  }

  private func isMet(_ condition: Expected.Condition) -> Bool {
    let found = fields[condition.field]
    let known = [found?.text ?? ""] + (names[condition.field] ?? [])
    switch condition.test {
    case .equals(.text(let text)) where text != found?.text:
      return ComparedText(text) == ComparedText(found?.text ?? found.map { "\($0)" } ?? "")
    case .equals(let value): return value == found
    case .figure(let value, let tolerance):
      return Figure.isMet(value, tolerance, by: found?.number)
    case .name(let name): return known.contains { ComparedText(name) == ComparedText($0) }
    case .words(let words):
      return known.contains {
        ComparedText(words).set.isSubset(of: ComparedText($0).set)
      }
    case .names(let wanted):
      let present = (found?.list ?? []).compactMap(\.text) + known
      return wanted.allSatisfy { name in
        present.contains { ComparedText(name) == ComparedText($0) }
      }
    case .begins(let text): return compared(found).hasPrefix(ComparedText(text).words)
    case .ends(let text): return compared(found).hasSuffix(ComparedText(text).words)
    case .contains(let text): return compared(found).contains(ComparedText(text).words)
    case .absent: return found == nil
    case .text(let surface): return ComparedText(surface) == ComparedText(text)
    case .rule(let rule): return rule == self.rule
    case .satisfies(_, let condition): return condition(self)
    }
  }

  private func compared(_ value: JSONValue?) -> String { ComparedText(value?.text ?? "").words }

  private func problem(with condition: Expected.Condition) -> String {
    let found = fields[condition.field].map { $0.text.map { "«\($0)»" } ?? "\($0)" } ?? "not there"
    switch condition.test {
    case .equals(let value):
      return "\(condition.field) is \(found), not \(value.text.map { "«\($0)»" } ?? "\(value)")"
    case .figure(let value, let tolerance):
      let margin = tolerance > 0 ? " ± \(tolerance.shortest)" : ""
      return "\(condition.field) is \(found), not \(value.shortest)\(margin)"
    case .name(let name): return "\(condition.field) is \(found), not «\(name)»"
    case .words(let words): return "\(condition.field) is \(found), without the words «\(words)»"
    case .names(let names):
      return "\(condition.field) are \(found), not all of «\(names.joined(separator: "», «"))»"
    case .begins(let text): return "\(condition.field) does not begin with «\(text)»"
    case .ends(let text): return "\(condition.field) does not end with «\(text)»"
    case .contains(let text): return "\(condition.field) does not contain «\(text)»"
    case .absent: return "\(condition.field) is \(found)"
    case .text(let surface): return "it covers «\(text)», not «\(surface)»"
    case .rule(let rule): return "it is by \(self.rule), not \(rule)"
    case .satisfies(let label, _): return "it is not \(label)"
    }
  }

  /// `money «61,5 млрд тенге» amount=61500000000 currency=KZT by money.amount-currency`
  var summary: String {
    let words = fields.filter { !$0.key.hasSuffix(".kind") && !$0.key.hasSuffix(".name") }
      .sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.text ?? "\($0.value)")" }
    let surface = text.count > 80 ? text.prefix(60) + "…" + text.suffix(16) : text[...]
    let line = surface.split(whereSeparator: \.isNewline).joined(separator: " ")
    return (["\(kind) «\(line)»"] + words + (rule.isEmpty ? [] : ["by \(rule)"]))
      .joined(separator: " ")
  }
}

extension ComparedText {
  /// The words without order.
  fileprivate var set: Set<Substring> { Set(words.split(separator: " ")) }
}
