import RussianMorphology
import TextRules

/// How a verb by which money changes hands governs its sum: a line of transactions.tsv.
struct Transaction: Sendable {
  enum Whose: String { case subject, object, recipient, nobody = "-" }
  enum Least: String { case what, who, any, named }

  /// A preposition and the case behind it: «на» and the accusative.
  struct Government: Sendable {
    var preposition: String
    var grammemes: Grammemes
  }

  /// What the sum is called: «расходы».
  var noun: String
  /// The prepositions that may stand before the sum; an empty one if it is the object or the subject.
  var prepositions: [String]
  var told: [Government] = []
  var tellsObject = false
  var tellsSource = false
  var tellsRecipient = false
  var whose: Whose
  /// What the clause must tell, that the sum may mean something.
  var least: Least

  init(_ cell: (String) -> String) {
    noun = cell("noun")
    let sums = cell("sum").split(separator: " ").map { $0 == "-" ? "" : String($0) }
    prepositions = sums.isEmpty ? [""] : sums
    whose = Whose(rawValue: cell("whose")) ?? .nobody
    least = Least(rawValue: cell("least")) ?? .what
    for item in cell("told").split(separator: " ") {
      let parts = item.split(separator: "+")
      switch item {
      case "object": tellsObject = true
      case "source": tellsSource = true
      case "datv": tellsRecipient = true
      default:
        guard parts.count == 2, let wanted = Self.cases[String(parts[1])] else { continue }
        told.append(Government(preposition: String(parts[0]), grammemes: wanted))
      }
    }
  }

  private static let cases: [String: Grammemes] = [
    "gent": .gent, "datv": .datv, "accs": .accs, "ablt": .ablt, "loct": .loct,
  ]
}
