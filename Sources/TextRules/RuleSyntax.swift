import RussianMorphology

/// Where a piece of a rule file stands.
struct SourcePlace: Sendable {
  var file: Int
  var line: Int
  var column: Int
}

/// A pattern as it was written.
indirect enum Pattern {
  case atom(Atom)
  case sequence([Pattern])
  case choice([Pattern])
  case repeated(Pattern, least: Int, most: Int, SourcePlace)
  case capture(Pattern, String, SourcePlace)
  case gap(Int)

  /// How many patterns lie one in the other; gives up when `parts` goes beyond `limit`.
  func depth(counting parts: inout Int, upTo limit: Int) -> Int {
    parts += 1
    if parts > limit { return 0 }
    switch self {
    case .atom, .gap: return 1
    case .repeated(let inner, _, _, _), .capture(let inner, _, _):
      return inner.depth(counting: &parts, upTo: limit) + 1
    case .sequence(let inner), .choice(let inner):
      var deepest = 0
      for part in inner { deepest = max(deepest, part.depth(counting: &parts, upTo: limit)) }
      return deepest + 1
    }
  }
}

/// One part of a pattern that stands for a token, a word list entry, a record or a border.
struct Atom {
  enum Test {
    case form([UInt8])
    case lemma([UInt8])
    case lexicon(Int)
    case record(String)
    case word
    case border(Border)
  }

  var test: Test
  var glued = false
  var negated = false
  var required = Grammemes()
  var excluded = Grammemes()
  var classes: [TokenClass] = []
  var conditions: [FieldCondition] = []
  var place: SourcePlace

  /// Does it stand for one token whose word alone decides?
  var isSingleToken: Bool {
    switch test {
    case .form, .lemma, .word: true
    case .lexicon, .record, .border: false
    }
  }
}

enum Border: UInt8, Sendable {
  case sentenceStart, sentenceEnd, paragraphStart, paragraphEnd
}

/// A class of tokens that a pattern writes with `@`.
enum TokenClass: Hashable, Sendable {
  case any, word, latin, cyrillic, punct, symbol, url, quote, dash
  case title, upper, lower, initial, mixed, caps
  case number, digits(least: Int, most: Int), ending(least: Int, most: Int), decimal, roman
  /// A word that ends with a hyphen and a year: «ЧМ-2018».
  case yearTail
  /// Cyrillic words that the dictionary lacks; those that it has as names alone, or lacks.
  case unknown, name
}

enum Comparison: UInt8, Sendable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual

  func holds(_ a: Double, _ b: Double) -> Bool {
    switch self {
    case .equal: a == b
    case .notEqual: a != b
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    }
  }
}

/// `value > 5`, `grain = month`: a condition on a field of a record or a column of an entry.
struct FieldCondition: Sendable {
  var field: String
  var comparison: Comparison
  var text: String
  var number: Double?

  /// Does the field, given as text, meet the condition? A missing field meets only `!=`.
  func holds(_ found: String?) -> Bool {
    guard let found else { return comparison == .notEqual }
    if let number, let value = Double(found) { return comparison.holds(value, number) }
    switch comparison {
    case .equal: return found == text
    case .notEqual: return found != text
    case .less, .lessOrEqual, .greater, .greaterOrEqual: return false
    }
  }
}

/// What a rule demands of its captures.
enum Condition {
  case agree(String, String, AgreementFeatures, SourcePlace)
  case compare(String, FieldCondition, SourcePlace)
  case grammemes(String, required: Grammemes, excluded: Grammemes, SourcePlace)
}

/// The features in which two words must agree.
public struct AgreementFeatures: OptionSet, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  public static let grammaticalCase = AgreementFeatures(rawValue: 1)
  public static let number = AgreementFeatures(rawValue: 2)
  public static let gender = AgreementFeatures(rawValue: 4)
  public static let all: AgreementFeatures = [.grammaticalCase, .number, .gender]
}

/// How a rule fills a field of its record.
public enum FieldExpression: Sendable, Equatable {
  case constant(String)
  case text(capture: String)
  case lemma(capture: String)
  case nominative(capture: String)
  /// The column of the word list entry, or the field of the record, that the capture bound.
  case member(capture: String, name: String)
}

/// A text that a rule must find something in, or nothing.
public struct RuleExample: Sendable {
  /// The full name of the rule, `percent.rises-by`.
  public let rule: String
  public let file: String
  public let line: Int
  /// The text without its marks.
  public let text: String
  /// UTF-8 ranges that the rule must find, in order; empty for a `no` line.
  public internal(set) var spans: [Range<Int>]
  /// The rule makes no record and keeps others from these ranges.
  public internal(set) var discards = false
  /// The example is one of a frame: a `yes` line may say nothing of spans.
  public internal(set) var isFrame = false
  /// Whether the rule must find something.
  public internal(set) var isHit = false
  /// The facts that a frame must find, each with some of its arguments; empty where the line says
  /// nothing of them.
  public internal(set) var facts: [[Argument]] = []

  /// `owner=Ромашка` behind the arrow of a `yes` line.
  public struct Argument: Sendable, Hashable {
    public let name: String
    public let value: String
  }
}

/// A rule as it was written.
struct RuleSyntax {
  var name: String
  var kind: String
  var place: SourcePlace
  var match: Pattern
  var before: [(Pattern, negated: Bool)] = []
  var after: [(Pattern, negated: Bool)] = []
  var conditions: [Condition] = []
  var fields: [(name: String, value: FieldExpression, place: SourcePlace)] = []
  var span: (name: String, place: SourcePlace)?
  var discards = false
  var priority = 0
}
