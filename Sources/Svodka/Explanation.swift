import RussianText
import TextRules

/// Why the records of a text are what they are.
///
///     let explanation = try extractor.explain("Продано 5 машин на 61,5 млн тенге.")
///     print(explanation)
public struct Explanation: Sendable {
  /// A record with the rule that made it and the matches that lost to it.
  public struct Record: Sendable {
    public var mention: Mention
    public var captures: [Capture]
    public var losers: [Loser]
  }

  /// A place where a rule found a fact stated, the facts that were made of it, and what lost to it.
  public struct Statement: Sendable {
    public var rule: String
    public var text: String
    /// What the rule's record covers, in bytes of the text's UTF-8.
    public var utf8Range: Range<Int>
    public var captures: [Capture]
    /// Empty where an argument is missing, or another place says the same.
    public var facts: [Fact]
    /// The rule's kind makes no facts itself: those of other kinds are made with it.
    public var isPart: Bool
    public var losers: [Loser] = []
  }

  /// What a part of the pattern bound.
  public struct Capture: Sendable {
    public var name: String
    public var text: String
    /// The word list whose entry it is, or the kind of the record that it is; neither for words.
    public var source: String?
  }

  /// A match that is no record because another has its words.
  public struct Loser: Sendable {
    public var rule: String
    public var text: String
    /// Where it stands, in bytes of the text's UTF-8.
    public var utf8Range: Range<Int>
    public var reason: String
  }

  public var text: String
  public var records: [Record]
  public var statements: [Statement]
  /// Matches that have no value, such as 31 February, or whose rule only keeps others away.
  public var leftOut: [Loser]
  /// What the text says and cannot be: a 31 February.
  public var warnings: [String]
}

/// How far a rule came in a phrase, and what stopped it.
public struct NearMiss: Sendable {
  public var rule: String
  /// The words that it could use; empty if none.
  public var matched: String
  /// The word at which it stopped; nil at the end of the text, and if the whole pattern fitted.
  public var stoppedAt: String?
  /// What it wanted there, as a rule file would write it; nil if the whole pattern fitted.
  public var expected: String?
  /// Why a match of the whole pattern made no record; nil if there was none.
  public var reason: String?
}

extension Extractor {
  /// Tells for each record of `text` which rule made it, from which words, and what lost to it.
  ///
  /// - Complexity: O(*n*) in the length of the text, and several times the cost of extraction.
  public func explain(_ text: String, published: CalendarDay? = nil) -> Explanation {
    var copy = text
    return copy.withUTF8 { makeWorker().explain(utf8: $0, published: published) }
  }

  /// Shows the structure of each sentence of `text` as facts see it: a word a line, with its relation
  /// as Universal Dependencies name it, its dependents indented under it. Names and values are one
  /// word each. Sentences are apart by an empty line.
  public func trees(of text: String) -> String {
    var copy = text
    return copy.withUTF8 { makeWorker().trees(utf8: $0) }
  }

  /// Tells why a phrase of `text` gives no record of `kind`: how far each rule came in it.
  ///
  /// - Returns: The rules of that kind, the furthest first; empty if the phrase is not in the text
  ///   or there is no such kind.
  public func whyNot(_ phrase: String, kind: String, in text: String) -> [NearMiss] {
    var copy = text
    return copy.withUTF8 { makeWorker().whyNot(phrase, kind: kind, utf8: $0) }
  }
}

extension NearMiss: CustomStringConvertible {
  public var description: String {
    let used = matched.isEmpty ? "used nothing" : "used «\(matched)»"
    if let reason { return "\(rule): \(used); \(reason)" }
    let stop = stoppedAt.map { "at «\($0)»" } ?? "at the end"
    return "\(rule): \(used), wanted \(expected ?? "nothing more") \(stop)"
  }
}

extension Explanation: CustomStringConvertible {
  /// The explanation as lines of text.
  public var description: String {
    var lines: [String] = []
    for record in records {
      lines.append("\(record.mention.kind.rawValue) «\(record.mention.text)»")
      lines.append("  rule \(record.mention.rule)")
      lines += record.captures.map(\.line) + record.losers.map(\.line)
    }
    for statement in statements {
      lines.append("statement «\(statement.text)»")
      lines.append("  rule \(statement.rule)")
      lines += statement.captures.map(\.line) + statement.losers.map(\.line)
      lines += statement.facts.map { "  gives \($0.summary)" }
      if statement.facts.isEmpty, !statement.isPart { lines.append("  gives no fact") }
    }
    for loser in leftOut {
      lines.append("no record from \(loser.rule) «\(loser.text)»: \(loser.reason)")
    }
    lines += warnings.map { "warning: \($0)" }
    return lines.joined(separator: "\n")
  }
}

extension Explanation.Capture {
  fileprivate var line: String {
    "  \(name) = «\(text)»" + (source.map { "  (\($0))" } ?? "")
  }
}

extension Explanation.Loser {
  fileprivate var line: String { "  beat \(rule) «\(text)»: \(reason)" }
}

extension Fact {
  /// The fact as its JSON arguments.
  fileprivate var summary: String {
    var json = JSONBytes()
    json.openObject()
    json.field("kind", kind.rawValue)
    json.fields(of: statement)
    json.flag("negated", negated)
    json.closeObject()
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
