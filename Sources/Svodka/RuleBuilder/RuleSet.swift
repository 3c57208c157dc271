import TextRules

/// Rules of your own, written in Swift: the rule language with captures that have types.
///
///     let sum = Reference<Money>("sum")
///     let contracts = RuleSet(kind: "contract") {
///       Rule("worth") {
///         Lemma("контракт")
///         Gap(upTo: 3)
///         Capture(sum) { Mentioned(.money) }
///       } fields: { match in
///         match[sum].map { ["currency": .text($0.currency)] }
///       }
///     }
///     let extractor = try Extractor(ruleSets: [contracts])
///
/// A set is compiled with the extractor, as rule files are, on the same machine and with the same
/// order of precedence. ``source`` is the rule file that says the same.
public struct RuleSet: Sendable {
  public let kind: String
  public let rules: [Rule]
  private let replaced: [MentionKind]

  /// - Parameters:
  ///   - kind: What the records are: small Latin letters and hyphens.
  ///   - replaced: Kinds whose records give way to these where both have a word.
  public init(
    kind: String, replacing replaced: [MentionKind] = [], @RuleSetBuilder rules: () -> [Rule]
  ) {
    self.kind = kind
    self.replaced = replaced
    self.rules = rules()
  }

  /// The rules as a rule file; what the closures do is not in it.
  public var source: String {
    var lines = ["kind \(kind)"]
    if !replaced.isEmpty { lines.append("replaces " + replaced.map(\.rawValue).joined(separator: " ")) }
    for rule in rules { lines += ["rule \(rule.name)"] + rule.lines.map { "  \($0)" } }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The rule file that the extractor compiles; errors name it.
  var file: RuleFile { RuleFile(source, path: "RuleSet(\(kind))") }
}

/// One rule of a ``RuleSet``.
public struct Rule: Sendable {
  public let name: String
  fileprivate var lines: [String]
  let fields: (@Sendable (RuleMatch) -> [String: FieldValue]?)?

  /// - Parameters:
  ///   - name: Small Latin letters and hyphens; the record's rule is `kind.name`.
  ///   - match: What the record's words are.
  ///   - fields: The record's fields, or nil for no record. Without it the text of each capture is
  ///     a field of the capture's name.
  public init(
    _ name: String, @PatternBuilder match: () -> Pattern,
    fields: (@Sendable (RuleMatch) -> [String: FieldValue]?)? = nil
  ) {
    self.name = name
    let pattern = match()
    lines = ["match \(pattern.source)"]
    self.fields = fields
    if fields == nil { lines += pattern.captures.map { "set \($0) = text(\($0))" } }
  }

  /// Only where this ends right before the match; with `not`, only where it does not.
  public func before(not: Bool = false, @PatternBuilder _ pattern: () -> Pattern) -> Rule {
    adding("\(not ? "not " : "")before \(pattern().source)")
  }

  /// Only where this begins right after the match; with `not`, only where it does not.
  public func after(not: Bool = false, @PatternBuilder _ pattern: () -> Pattern) -> Rule {
    adding("\(not ? "not " : "")after \(pattern().source)")
  }

  /// Only where the captures agree in case, number and gender.
  public func agreeing<A, B>(_ first: Reference<A>, _ second: Reference<B>) -> Rule {
    adding("where \(first.name) ~ \(second.name)")
  }

  /// Only where the condition of the rule language holds: `"count.value > 0"`.
  public func only(where condition: String) -> Rule { adding("where \(condition)") }

  /// From −9 to 9; without it 0.
  public func priority(_ priority: Int) -> Rule { adding("priority \(priority)") }

  private func adding(_ line: String) -> Rule {
    var rule = self
    rule.lines.append(line)
    return rule
  }
}

/// What a rule found, for its `fields` closure; good while that runs.
public struct RuleMatch {
  let match: Match
  let context: KindContext

  /// The words of the record.
  public var text: String { String(decoding: context.bytes(of: match.tokens), as: UTF8.self) }

  /// What a capture took; nil if its part of the pattern was left out.
  public subscript<Value: CapturedValue>(reference: Reference<Value>) -> Value? {
    guard let tokens = match.range(named: reference.name), !tokens.isEmpty else { return nil }
    let record = match.record(named: reference.name).map { context.value(of: $0) }
    return Value(text: String(decoding: context.bytes(of: tokens), as: UTF8.self), value: record)
  }
}

@resultBuilder
public enum RuleSetBuilder {
  public static func buildBlock(_ rules: [Rule]...) -> [Rule] { rules.flatMap { $0 } }
  public static func buildExpression(_ rule: Rule) -> [Rule] { [rule] }
  public static func buildOptional(_ rules: [Rule]?) -> [Rule] { rules ?? [] }
  public static func buildEither(first rules: [Rule]) -> [Rule] { rules }
  public static func buildEither(second rules: [Rule]) -> [Rule] { rules }
  public static func buildArray(_ rules: [[Rule]]) -> [Rule] { rules.flatMap { $0 } }
}
