/// What universal.tsv says of single words.
struct UniversalTable: Sendable {
  struct Exception: Sendable {
    /// As OpenCorpora reads the word; empty for any reading.
    var reading: Grammemes
    var partOfSpeech: String?
    var lemma: String?
  }

  private var forms: [String: [Exception]] = [:]
  private var lemmas: [String: [Exception]] = [:]

  static let shared = UniversalTable(WordList.universal)

  init(_ list: WordList) {
    for row in list.rows {
      precondition(row.count >= 4, "universal.tsv: five columns a line")
      var reading = Grammemes()
      for name in row[2].split(separator: " ") {
        guard let grammeme = Grammemes(name: name) else {
          preconditionFailure("universal.tsv: no grammeme '\(name)'")
        }
        reading.formUnion(grammeme)
      }
      let exception = Exception(
        reading: reading, partOfSpeech: row[3].isEmpty ? nil : row[3],
        lemma: row.count > 4 && !row[4].isEmpty ? row[4] : nil)
      if row[0] == "form" {
        forms[row[1], default: []].append(exception)
      } else {
        lemmas[row[1], default: []].append(exception)
      }
    }
  }

  /// A form's line goes before its lemma's.
  func exception(form: String, lemma: String, _ grammemes: Grammemes) -> Exception? {
    forms[form]?.first { grammemes.contains($0.reading) }
      ?? lemmas[lemma]?.first { grammemes.contains($0.reading) }
  }
}
