import Foundation
import Svodka

extension Score: CustomStringConvertible {
  /// The figures as a table, a kind a line, and all together below.
  public var description: String {
    let heads = [
      "gold", "found", "span P", "span R", "exact F1", "P", "R", "F1", "value",
    ]
    let width = max(16, (figures.keys.map(\.count).max() ?? 0) + 2)
    func line(_ name: String, _ figures: Figures) -> String {
      let cells =
        ["\(figures.gold)", "\(figures.found)"]
        + [
          figures.overlapPrecision, figures.overlapRecall, figures.exactF1, figures.precision,
          figures.recall, figures.f1, figures.valueAccuracy,
        ].map(Score.digits)
      return Score.row(name, cells, width)
    }
    let kinds = figures.sorted { $0.key < $1.key }.map { line($0.key, $0.value) }
    return ([Score.row("kind", heads, width)] + kinds + [line("all", micro)])
      .joined(separator: "\n")
  }

  private static func row(_ name: String, _ cells: [String], _ width: Int) -> String {
    name + String(repeating: " ", count: max(1, width - name.count))
      + cells.map { String(repeating: " ", count: max(1, 9 - $0.count)) + $0 }.joined()
  }

  /// A share with three digits, a dash where there is none.
  static func digits(_ share: Double?) -> String {
    share.map { String(format: "%.3f", $0) } ?? "–"
  }

  /// Records that went wrong, the gravest kind of error first.
  public var errors: [Verdict] { verdicts.filter { $0.outcome != .right } }

  /// What was taken for what, a line each, the most frequent first; only where the two differ.
  public var confusionLines: [String] {
    confusion.filter { $0.key.gold != $0.key.found && $0.key.gold != "–" && $0.key.found != "–" }
      .sorted { ($1.value, $0.key.gold, $0.key.found) < ($0.value, $1.key.gold, $1.key.found) }
      .map { "\($0.value) × \($0.key.gold) taken for \($0.key.found)" }
  }

  /// The figures as one JSON object, by kind; `all` holds all of them together.
  public var json: String {
    func object(_ figures: Figures) -> JSONValue {
      var fields: [String: JSONValue] = [
        "gold": .number(Double(figures.gold)), "found": .number(Double(figures.found)),
        "right": .number(Double(figures.right)),
        "overlapping": .number(Double(figures.overlapping)),
        "exact": .number(Double(figures.exact)),
      ]
      let shares = [
        ("precision", figures.precision), ("recall", figures.recall), ("f1", figures.f1),
        ("overlapPrecision", figures.overlapPrecision), ("overlapRecall", figures.overlapRecall),
        ("overlapF1", figures.overlapF1), ("exactPrecision", figures.exactPrecision),
        ("exactRecall", figures.exactRecall), ("exactF1", figures.exactF1),
        ("valueAccuracy", figures.valueAccuracy),
      ]
      for (name, share) in shares { fields[name] = share.map(JSONValue.number) }
      return .object(fields)
    }
    var kinds = figures.mapValues(object)
    kinds["all"] = object(micro)
    return JSONValue.object(kinds).description
  }
}

extension Score.Verdict: CustomStringConvertible {
  /// `miss demo money «28 миллиардов тенге» wants {"amount":28000000000}; found …`
  public var description: String {
    var words = [outcome.rawValue, document, kind]
    if !text.isEmpty {
      words.append("«\(text.split(whereSeparator: \.isNewline).joined(separator: " "))»")
    }
    if !wanted.isEmpty { words.append("wants \(wanted)") }
    if !found.isEmpty { words.append(wanted.isEmpty ? found : "– found \(found)") }
    return words.joined(separator: " ")
  }
}
