/// A part of a ``Rule``, as the rule language writes it.
public struct Pattern: Sendable {
  /// The pattern in the rule language.
  public let source: String
  /// Names of its captures.
  let captures: [String]

  init(_ source: String, captures: [String] = []) {
    self.source = source
    self.captures = captures
  }

  /// A pattern in the rule language itself, for what has no name here: `Pattern(language: "NOUN+")`.
  public init(language source: String) { self.init("( \(source) )") }

  fileprivate var grouped: String { source.contains(" ") ? "( \(source) )" : source }
}

/// What can stand in the braces of a rule.
public protocol PatternPart {
  var pattern: Pattern { get }
}

extension Pattern: PatternPart {
  public var pattern: Pattern { self }
}

@resultBuilder
public enum PatternBuilder {
  public static func buildExpression(_ part: some PatternPart) -> Pattern { part.pattern }

  public static func buildBlock(_ parts: Pattern...) -> Pattern {
    Pattern(parts.map(\.source).joined(separator: " "), captures: parts.flatMap(\.captures))
  }
}

/// A word form or sign as it stands, in any case of letters: `Word("на")`.
public struct Word: PatternPart {
  public let pattern: Pattern
  public init(_ forms: String...) {
    let quoted = forms.map { form in "\"\(form)\"" }
    pattern = Pattern(
      quoted.count == 1 ? quoted[0] : "( " + quoted.joined(separator: " | ") + " )")
  }
}

/// Any form of a word, named by its dictionary form: `Lemma("рубль")`.
public struct Lemma: PatternPart {
  public let pattern: Pattern

  /// - Parameter grammemes: What an analysis of the word must have, `"gent"`, `"plur"`.
  public init(_ lemmas: String..., grammemes: String...) {
    let test = grammemes.isEmpty ? "" : "[\(grammemes.joined(separator: " "))]"
    let written = lemmas.map { $0 + test }
    pattern = Pattern(
      written.count == 1 ? written[0] : "( " + written.joined(separator: " | ") + " )")
  }
}

/// A word with an analysis that has these grammemes: `Analyzed(as: "ADJF", "gent")`.
public struct Analyzed: PatternPart {
  public let pattern: Pattern
  public init(as first: String, _ others: String...) {
    pattern = Pattern(
      others.isEmpty ? first : "\(first)[\(others.joined(separator: " "))]")
  }
}

/// A token by its looks.
public struct Looks: PatternPart {
  public enum Shape: String, Sendable {
    case any, word, latin, cyrillic, number, digits, url, punctuation = "punct", symbol, quote
    case capitalized = "caps", title, upper, lower, initial, mixed, roman, unknown
  }

  public let pattern: Pattern
  public init(_ shape: Shape) { pattern = Pattern("@\(shape.rawValue)") }
}

/// A record of an earlier layer, all its words at once: `Mentioned(.money)`.
public struct Mentioned: PatternPart {
  public let pattern: Pattern

  /// - Parameter condition: What a field of its value must meet: `"value > 0"`.
  public init(_ kind: MentionKind, where condition: String? = nil) {
    let name = kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst()
    pattern = Pattern(name + (condition.map { "[\($0)]" } ?? ""))
  }
}

/// Up to so many words, as few as possible, and no border of a clause among them.
public struct Gap: PatternPart {
  public let pattern: Pattern
  public init(upTo count: Int) { pattern = Pattern("..\(count)") }
}

/// Something that may be left out.
public struct Maybe: PatternPart {
  public let pattern: Pattern
  public init(@PatternBuilder _ part: () -> Pattern) {
    let part = part()
    pattern = Pattern("\(part.grouped)?", captures: part.captures)
  }
}

/// Something that stands several times in a row, as often as possible.
public struct Repeated: PatternPart {
  public let pattern: Pattern
  public init(_ times: ClosedRange<Int>, @PatternBuilder _ part: () -> Pattern) {
    let part = part()
    pattern = Pattern(
      "\(part.grouped){\(times.lowerBound),\(times.upperBound)}", captures: part.captures)
  }
}

/// The first of two patterns that leads to a match.
public struct Either: PatternPart {
  public let pattern: Pattern
  public init(@PatternBuilder _ first: () -> Pattern, @PatternBuilder or second: () -> Pattern) {
    let (first, second) = (first(), second())
    pattern = Pattern(
      "( \(first.source) | \(second.source) )",
      captures: first.captures + second.captures.filter { !first.captures.contains($0) })
  }
}

/// The start or the end of a sentence or paragraph.
public enum Border: String, PatternPart, Sendable {
  case sentenceStart = "start"
  case sentenceEnd = "end"
  case paragraphStart = "paragraph-start"
  case paragraphEnd = "paragraph-end"

  public var pattern: Pattern { Pattern("@\(rawValue)") }
}

/// Gives a name and a type to what a part of the pattern takes.
public struct Capture: PatternPart {
  public let pattern: Pattern
  public init<Value>(_ reference: Reference<Value>, @PatternBuilder _ part: () -> Pattern) {
    let part = part()
    pattern = Pattern(
      "( \(part.source) ):\(reference.name)", captures: part.captures + [reference.name])
  }
}

/// The name of a capture, and what it gives: `String` its words, `Money` and the like its record.
public struct Reference<Value: CapturedValue>: Sendable {
  public let name: String
  /// - Parameter name: Small Latin letters.
  public init(_ name: String) { self.name = name }
}

/// What a capture can be read as.
public protocol CapturedValue: Sendable {
  /// - Parameters:
  ///   - text: The words that the capture took.
  ///   - value: The value of the first record among them, if there is one.
  init?(text: String, value: MentionValue?)
}

extension String: CapturedValue {
  public init?(text: String, value: MentionValue?) { self = text }
}

extension MentionValue: CapturedValue {
  public init?(text: String, value: MentionValue?) {
    guard let value else { return nil }
    self = value
  }
}

extension Money: CapturedValue {
  public init?(text: String, value: MentionValue?) {
    guard case .money(let value) = value else { return nil }
    self = value
  }
}

extension Percent: CapturedValue {
  public init?(text: String, value: MentionValue?) {
    guard case .percent(let value) = value else { return nil }
    self = value
  }
}

extension Quantity: CapturedValue {
  public init?(text: String, value: MentionValue?) {
    guard case .quantity(let value) = value else { return nil }
    self = value
  }
}

extension PlainNumber: CapturedValue {
  public init?(text: String, value: MentionValue?) {
    guard case .number(let value) = value else { return nil }
    self = value
  }
}

extension OrdinalNumber: CapturedValue {
  public init?(text: String, value: MentionValue?) {
    guard case .ordinal(let value) = value else { return nil }
    self = value
  }
}

extension DateSpan: CapturedValue {
  public init?(text: String, value: MentionValue?) {
    guard case .date(let value) = value else { return nil }
    self = value
  }
}

extension TimeOfDay: CapturedValue {
  public init?(text: String, value: MentionValue?) {
    guard case .time(let value) = value else { return nil }
    self = value
  }
}

extension TimeLength: CapturedValue {
  public init?(text: String, value: MentionValue?) {
    guard case .duration(let value) = value else { return nil }
    self = value
  }
}

extension Person: CapturedValue {
  public init?(text: String, value: MentionValue?) {
    guard case .person(let value) = value else { return nil }
    self = value
  }
}

extension Organization: CapturedValue {
  public init?(text: String, value: MentionValue?) {
    guard case .organization(let value) = value else { return nil }
    self = value
  }
}

extension Place: CapturedValue {
  public init?(text: String, value: MentionValue?) {
    guard case .place(let value) = value else { return nil }
    self = value
  }
}

extension Position: CapturedValue {
  public init?(text: String, value: MentionValue?) {
    guard case .position(let value) = value else { return nil }
    self = value
  }
}
