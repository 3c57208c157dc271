import Svodka
import TextRules

/// A case that did not come out: the text with its marks, what was expected, what was found.
public struct CaseFailure: Error, CustomStringConvertible {
  public let description: String
}

extension Case {
  /// Checks that the text gives exactly the marked records of `kind`, with at least these fields.
  ///
  /// - Throws: ``CaseFailure`` with file and line, expected and found.
  public func check(_ kind: MentionKind, with extractor: Extractor) throws {
    let document = extractor.extract(text, id: "\(self)", published: published)
    let found = document.mentions.filter { $0.kind == kind }
    var problems: [String] = []
    for want in expected {
      let surface = slice(want.utf8Range)
      guard let mention = found.first(where: { $0.utf8Range == want.utf8Range }) else {
        problems.append("no \(kind.rawValue) «\(surface)»")
        continue
      }
      for field in want.fields {
        let value = mention.value.field(field.name)
        if value ?? "none" != field.value {
          problems.append("«\(surface)»: \(field.name) is \(value ?? "none"), not \(field.value)")
        }
      }
    }
    for mention in found where !expected.contains(where: { $0.utf8Range == mention.utf8Range }) {
      problems.append("unexpected \(kind.rawValue) «\(mention.text)» by \(mention.rule)")
    }
    guard !problems.isEmpty else { return }
    let all = document.mentions.map { "  \($0.kind.rawValue) «\($0.text)» by \($0.rule)" }
    let marked = MarkedText(text).drawn(found.map { ($0.utf8Range, "") })
    let missing = expected.filter { want in !found.contains { $0.utf8Range == want.utf8Range } }
    let misses = missing.prefix(3).flatMap { want in
      extractor.whyNot(slice(want.utf8Range), kind: kind.rawValue, in: text)
        .filter { !$0.matched.isEmpty }.prefix(2)
    }
    throw CaseFailure(
      description: (["\(self): \(marked)"] + problems.map { "  " + $0 } + ["found:"] + all
        + (misses.isEmpty ? [] : ["rules that came near:"]) + misses.map { "  \($0)" })
        .joined(separator: "\n"))
  }

  private func slice(_ range: Range<Int>) -> String {
    String(decoding: Array(text.utf8)[range], as: UTF8.self)
  }
}

extension RuleExample {
  /// Checks that the rule finds the marked spans of its own example, and nothing else in it.
  ///
  /// - Throws: ``CaseFailure`` with file and line, expected and found.
  public func check(with extractor: Extractor) throws {
    if isFrame { return try checkFrame(with: extractor) }
    let document = extractor.extract(text)
    let found =
      discards
      ? extractor.explain(text).leftOut.filter { $0.rule == rule }.map(\.utf8Range)
      : document.mentions.filter { $0.rule == rule }.map(\.utf8Range) + document.factSpans(of: rule)
        + extractor.explain(text).statements.filter { $0.rule == rule && $0.isPart }
        .map(\.utf8Range)
    guard found != spans else { return }
    let bytes = Array(text.utf8)
    let show = { (ranges: [Range<Int>]) in
      ranges.isEmpty
        ? "nothing"
        : ranges.map { "«\(String(decoding: bytes[$0], as: UTF8.self))»" }.joined(separator: " ")
    }
    let all = document.mentions.map { "  \($0.kind.rawValue) «\($0.text)» by \($0.rule)" }
    throw CaseFailure(
      description: (["\(file):\(line): \(text)", "  \(rule) must find \(show(spans))"]
        + ["  it finds \(show(found))", "found by all rules:"] + all).joined(separator: "\n"))
  }
}

extension RuleExample {
  /// Checks the facts that a frame finds in its example: where they stand, if the line marks it, and
  /// their arguments, if the line names them.
  private func checkFrame(with extractor: Extractor) throws {
    let found = extractor.extract(text).facts.filter { $0.rule == rule }
    var problems: [String] = []
    if isHit == found.isEmpty {
      problems.append(isHit ? "\(rule) finds nothing" : "\(rule) must find nothing")
    }
    if !spans.isEmpty {
      let ranges = Set(found.map { $0.utf8Range })
      for span in spans where !ranges.contains(span) {
        problems.append("nothing is found at «\(String(decoding: Array(text.utf8)[span], as: UTF8.self))»")
      }
    }
    var left = found
    for wanted in facts {
      let place = left.firstIndex { fact in
        let fields = fact.fields
        return wanted.allSatisfy { $0.matches(fields) }
      }
      if let place {
        left.remove(at: place)
      } else {
        problems.append("no fact \(wanted.map { "\($0.name)=\($0.value)" }.joined(separator: " "))")
      }
    }
    if !facts.isEmpty { problems += left.map { "unexpected \($0.summary(in: text))" } }
    guard !problems.isEmpty else { return }
    let kind = String(rule.split(separator: ".")[0])
    let misses = extractor.whyNot(text, kind: kind, in: text).filter { !$0.matched.isEmpty }
    throw CaseFailure(
      description: (["\(file):\(line): \(text)"] + problems.map { "  " + $0 } + ["found:"]
        + found.map { "  " + $0.summary(in: text) }
        + (misses.isEmpty ? [] : ["frames and rules that came near:"])
        + misses.prefix(4).map { "  \($0)" }).joined(separator: "\n"))
  }
}

extension RuleExample.Argument {
  /// Does a fact's field have the value? `share=24` is met by the amount, `since=1994` by the first day.
  fileprivate func matches(_ fields: [String: String]) -> Bool {
    if let own = fields[name] { return own == value }
    for part in ["value", "amount", "iso"] {
      if let own = fields["\(name).\(part)"] { return own == value }
    }
    if let from = fields["\(name).from"] { return from.hasPrefix(value) }
    return value == "none"
  }
}

extension Document {
  /// Where the facts of a rule are stated, each place once.
  fileprivate func factSpans(of rule: String) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    for fact in facts where fact.rule == rule && fact.utf8Range != spans.last {
      spans.append(fact.utf8Range)
    }
    return spans
  }
}
