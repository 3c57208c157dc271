import Svodka

extension Expected {
  /// A person holds a position.
  public static func role(
    _ person: String, _ position: String, at organization: String? = nil,
    status: RoleStatus? = nil
  ) -> Expected {
    fact(.role)
      .adding(Condition(field: "person", test: .words(person)))
      .adding(Condition(field: "position", test: .words(position)))
      .naming("organization", organization)
      .adding(status.map { Condition(field: "status", test: .equals(.text($0.rawValue))) })
  }

  /// An indicator had a value; the words of `indicator` must stand in its name.
  ///
  /// - Parameter measure: `.money`, `.percent` or `.quantity`.
  public static func indicator(
    _ indicator: String, _ measure: Expected? = nil, change: ExpectedChange? = nil,
    of organization: String? = nil, in place: String? = nil, from: String? = nil,
    to: String? = nil
  ) -> Expected {
    var expected = fact(.indicator).adding(
      Condition(field: "indicator", test: .words(indicator)))
    if let measure { expected = expected.adding(measure, under: "measure.") }
    for condition in change?.conditions(under: "change.") ?? [] {
      expected = expected.adding(condition)
    }
    return expected.naming("organization", organization).naming("place", place)
      .dated("period", from, to)
  }

  /// An indicator rose or fell, its own value untold.
  public static func change(
    _ indicator: String, _ change: ExpectedChange, of organization: String? = nil
  ) -> Expected {
    change.conditions(under: "")
      .reduce(fact(.change).adding(Condition(field: "indicator", test: .words(indicator)))) {
        $0.adding($1)
      }.naming("organization", organization)
  }

  /// Someone said something that begins and ends so.
  public static func quote(
    by speaker: String, starts: String? = nil, ends: String? = nil, contains: String? = nil
  ) -> Expected {
    fact(.quote)
      .adding(Condition(field: "speaker", test: .words(speaker)))
      .adding(starts.map { Condition(field: "text", test: .begins($0)) })
      .adding(ends.map { Condition(field: "text", test: .ends($0)) })
      .adding(contains.map { Condition(field: "text", test: .contains($0)) })
  }

  /// All these agreed; others may have, too.
  public static func agreement(_ parties: String..., on day: String? = nil) -> Expected {
    fact(.agreement).adding(Condition(field: "parties", test: .names(parties)))
      .dated("date", day, nil)
  }

  /// All these met; others may have, too.
  public static func meeting(_ participants: String..., on day: String? = nil) -> Expected {
    fact(.meeting).adding(Condition(field: "participants", test: .names(participants)))
      .dated("date", day, nil)
  }

  public static func membership(of member: String, in organization: String) -> Expected {
    fact(.membership).naming("member", member).naming("organization", organization)
  }

  public static func ownership(
    of owned: String, by owner: String, share: Expected? = nil
  ) -> Expected {
    let expected = fact(.ownership).naming("owner", owner).naming("owned", owned)
    return share.map { expected.adding($0, under: "share.") } ?? expected
  }

  /// An organization sits in a place.
  public static func location(of organization: String, in place: String) -> Expected {
    fact(.location).naming("organization", organization).naming("place", place)
  }

  /// A fact of any kind, with fields as the JSON names them: `change.direction`.
  public static func fact(_ kind: FactKind, _ fields: [String: String] = [:]) -> Expected {
    fields.sorted { $0.key < $1.key }.reduce(
      Expected("fact:\(kind.rawValue)").without("negated")
    ) { $0.with($1.key, $1.value) }
  }

  private func naming(_ field: String, _ name: String?) -> Expected {
    adding(name.map { Condition(field: field, test: .name($0)) })
  }

  private func dated(_ field: String, _ from: String?, _ to: String?) -> Expected {
    adding(from.map { Condition(field: field + ".from", test: .equals(.text($0))) })
      .adding(to.map { Condition(field: field + ".to", test: .equals(.text($0))) })
  }

  fileprivate func adding(_ measure: Expected, under prefix: String) -> Expected {
    measure.conditions(under: prefix).reduce(self) { $0.adding($1) }
  }

  /// The conditions of a measure that is an argument.
  fileprivate func conditions(under prefix: String) -> [Condition] {
    [Condition(field: prefix + "kind", test: .equals(.text(kind)))]
      + conditions.map { Condition(field: prefix + $0.field, test: $0.test) }
  }
}

/// How an indicator must have moved.
///
///     .up(by: .percent(18.4))
///     .down(from: .percent(4.1), to: .percent(3.5))
///     .up(times: 2)
public struct ExpectedChange: Sendable {
  private var conditions: [Expected.Condition]

  public static func up(
    by amount: Expected? = nil, from: Expected? = nil, to: Expected? = nil, times: Figure? = nil
  ) -> ExpectedChange {
    ExpectedChange(.up, amount, from, to, times)
  }

  public static func down(
    by amount: Expected? = nil, from: Expected? = nil, to: Expected? = nil, times: Figure? = nil
  ) -> ExpectedChange {
    ExpectedChange(.down, amount, from, to, times)
  }

  public static let flat = ExpectedChange(.flat, nil, nil, nil, nil)

  private init(
    _ direction: ChangeDirection, _ amount: Expected?, _ from: Expected?, _ to: Expected?,
    _ times: Figure?
  ) {
    conditions =
      [Expected.Condition(field: "direction", test: .equals(.text(direction.rawValue)))]
      + (amount?.conditions(under: "by.") ?? []) + (from?.conditions(under: "from.") ?? [])
      + (to?.conditions(under: "to.") ?? [])
      + (times.map { Expected.Condition.figure("times", $0, under: "by.") } ?? [])
  }

  func conditions(under prefix: String) -> [Expected.Condition] {
    conditions.map { Expected.Condition(field: prefix + $0.field, test: $0.test) }
  }
}
