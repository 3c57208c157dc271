/// What universal.tsv says of single words.
struct UniversalTable: Sendable {
  struct Exception: Sendable {
    /// As OpenCorpora reads the word; empty for any reading.
    var reading: Grammemes
    var conditions: [UniversalCondition]
    var partOfSpeech: String?
    var lemma: String?
  }

  private var forms: [String: [Exception]] = [:]
  private var lemmas: [String: [Exception]] = [:]
  private(set) var figures: [Exception] = []
  /// Participles that are adjectives by now, and whether they are where they are short.
  private(set) var participles: [String: Bool] = [:]
  /// Verbs beside which a word in -о is a predicate.
  private(set) var copulas: Set<String> = []

  static let shared = UniversalTable(WordList.universal)

  init(_ list: WordList) {
    for row in list.rows {
      precondition(row.count == 6, "universal.tsv: six columns a line, not \(row)")
      var reading = Grammemes()
      for name in row[2].split(separator: " ") {
        guard let grammeme = Grammemes(name: name) else {
          preconditionFailure("universal.tsv: no grammeme '\(name)'")
        }
        reading.formUnion(grammeme)
      }
      let exception = Exception(
        reading: reading,
        conditions: row[3].split(separator: " ").map { UniversalCondition(String($0)) },
        partOfSpeech: row[4].isEmpty ? nil : row[4], lemma: row[5].isEmpty ? nil : row[5])
      switch row[0] {
      case "form": forms[row[1], default: []].append(exception)
      case "lemma": lemmas[row[1], default: []].append(exception)
      case "figures": figures.append(exception)
      case "participle": participles[row[1]] = reading.contains(.PRTS)
      case "copula": copulas.insert(row[1])
      default: preconditionFailure("universal.tsv: no kind '\(row[0])'")
      }
    }
  }

  /// A form's line goes before its lemma's.
  func exception(
    form: String, lemma: String, _ grammemes: Grammemes, where holds: (UniversalCondition) -> Bool
  ) -> Exception? {
    func fits(_ exception: Exception) -> Bool {
      grammemes.contains(exception.reading) && exception.conditions.allSatisfy(holds)
    }
    return forms[form]?.first(where: fits) ?? lemmas[lemma]?.first(where: fits)
  }
}

/// A condition of a line of universal.tsv.
struct UniversalCondition: Sendable {
  enum Kind: Sendable {
    case noun, owned, comma, first, dot, verbless, year
    /// Lemmas and grammemes of a neighbour; −2 is the word before a comma.
    case neighbour(offset: Int, lemmas: [String], grammemes: Grammemes)
  }

  let kind: Kind
  let isNegated: Bool

  init(_ text: String) {
    isNegated = text.hasPrefix("!")
    let text = isNegated ? String(text.dropFirst()) : text
    let parts = text.split(separator: "=", maxSplits: 1)
    switch parts[0] {
    case "noun": kind = .noun
    case "owned": kind = .owned
    case "comma": kind = .comma
    case "first": kind = .first
    case "dot": kind = .dot
    case "verbless": kind = .verbless
    case "year": kind = .year
    case "next", "previous", "before":
      var lemmas: [String] = []
      var grammemes = Grammemes()
      for name in parts[1].split(separator: ",") {
        if let grammeme = Grammemes(name: name) {
          grammemes.formUnion(grammeme)
        } else {
          lemmas.append(String(name))
        }
      }
      let offset = parts[0] == "next" ? 1 : parts[0] == "previous" ? -1 : -2
      kind = .neighbour(offset: offset, lemmas: lemmas, grammemes: grammemes)
    default: preconditionFailure("universal.tsv: no condition '\(text)'")
    }
  }
}
