import Svodka
import Synchronization

/// A record that a text must have, or must not: its kind, and as many of its fields as matter.
///
///     .money(61_500_000_000, .kzt)
///     .person("Айгуль Сатпаева")
///     .role("Айгуль Сатпаева", "председатель правления", at: "Тобыл Моторс")
///     .indicator("выпуск", .quantity(41_250), change: .up(by: .percent(18.4)))
///     .record("car-model", ["maker": "JAC"])
///
/// Fields that are not named may have any value. Names are compared without case, ё, quotation
/// marks and the style of dashes; an entity may be called by any of its names in the document.
public struct Expected: Sendable {
  /// `money`; for a fact `fact:role`, for an entity `entity`.
  public let kind: String
  var conditions: [Condition]
  /// What the last check found wrong, for the failure text of `#expect`.
  let outcome = Outcome()

  init(_ kind: String, _ conditions: [Condition] = []) {
    self.kind = kind
    self.conditions = conditions
  }

  /// What a field must be.
  struct Condition: Sendable {
    var field: String
    var test: Test
  }

  enum Test: Sendable {
    case equals(JSONValue)
    case figure(Double, tolerance: Double)
    /// One of the entity's names, or that of the field.
    case name(String)
    /// All these words, in any case and order.
    case words(String)
    /// The names in a list, in any order; others may be there.
    case names([String])
    case begins(String)
    case ends(String)
    case contains(String)
    case absent
    /// Of the mention itself: its text, its rule.
    case text(String)
    case rule(String)
    case satisfies(String, @Sendable (Candidate) -> Bool)
  }

  /// Remembers why a check of this very expectation failed.
  final class Outcome: Sendable {
    private let text = Mutex<String?>(nil)
    func keep(_ description: String?) { text.withLock { $0 = description } }
    var description: String? { text.withLock { $0 } }
  }
}

// MARK: Further conditions

extension Expected {
  /// The record with a further field as the JSON names it: `.with("per", "year")`.
  public func with(_ field: String, _ value: String) -> Expected {
    adding(Condition(field: field, test: .equals(.text(value))))
  }

  /// The record without that field.
  public func without(_ field: String) -> Expected {
    adding(Condition(field: field, test: .absent))
  }

  /// The record with that limit: «свыше», «около». Without it any will do.
  public func bound(_ bound: Bound) -> Expected { with("bound", bound.rawValue) }

  /// The record that covers just these words of the text.
  public func at(_ surface: String) -> Expected {
    adding(Condition(field: "", test: .text(surface)))
  }

  /// The record that this rule made.
  public func by(rule: String) -> Expected { adding(Condition(field: "", test: .rule(rule))) }

  /// The fact that the text denies; without this a denied fact does not count.
  public func negated() -> Expected {
    var expected = Expected(kind, conditions.filter { $0.field != "negated" })
    expected.conditions.append(Condition(field: "negated", test: .equals(.flag(true))))
    return expected
  }

  func adding(_ condition: Condition?) -> Expected {
    guard let condition else { return self }
    return Expected(kind, conditions + [condition])
  }
}

extension Expected: CustomStringConvertible {
  /// Why the last check failed, if one did; otherwise what is expected.
  public var description: String {
    outcome.description.map { "\n\($0)\n" } ?? summary
  }

  /// `money amount=61500000000 currency=KZT`
  var summary: String {
    ([kind] + conditions.compactMap(\.summary)).joined(separator: " ")
  }

  /// The kind as rules name it.
  var ruleKind: String { isFact ? String(kind.dropFirst("fact:".count)) : kind }
  var isFact: Bool { kind.hasPrefix("fact:") }
}

extension Expected.Condition {
  fileprivate var summary: String? {
    switch test {
    case .equals(let value): "\(field)=\(value.text ?? "\(value)")"
    case .figure(let value, let tolerance):
      "\(field)=\(value.shortest)" + (tolerance > 0 ? "±\(tolerance.shortest)" : "")
    case .name(let name): "\(field)=«\(name)»"
    case .words(let words): "\(field)=«\(words)»"
    case .names(let names): "\(field)=«\(names.joined(separator: "», «"))»"
    case .begins(let text): "\(field)=«\(text)…»"
    case .ends(let text): "\(field)=«…\(text)»"
    case .contains(let text): "\(field)=«…\(text)…»"
    case .absent: field == "negated" ? nil : "no \(field)"
    case .text(let surface): "at «\(surface)»"
    case .rule(let rule): "by \(rule)"
    case .satisfies(let label, _): label
    }
  }
}
