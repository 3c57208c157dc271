import Svodka

/// Reads gold from JSON Lines in the form that `svodka extract` writes, offsets in scalars.
///
/// A line may carry its `text`; without it only the texts of its mentions are known.
enum GoldLines {
  static func read(_ content: String, file: String) throws -> [GoldDocument] {
    var documents: [GoldDocument] = []
    for (index, line) in content.fileLines.enumerated() {
      if line.allSatisfy(\.isWhitespace) { continue }
      guard let value = try? JSONValue(line.utf8), case .object = value else {
        throw GoldError(file: file, line: index + 1, reason: "the line is no JSON object")
      }
      guard let prediction = PredictedDocument(value) else {
        throw GoldError(file: file, line: index + 1, reason: "the field 'id' is missing")
      }
      guard value["mentions"] != nil || value["facts"] != nil else {
        let fields = value.object.keys.sorted().joined(separator: ", ")
        throw GoldError(
          file: file, line: index + 1,
          reason: "there is neither 'mentions' nor 'facts' among \(fields): gold has the form of "
            + "svodka extract")
      }
      if let unit = value["offsets"]?.text, unit != "scalars" {
        throw GoldError(
          file: file, line: index + 1, reason: "the offsets count \(unit), and gold counts scalars")
      }
      documents.append(GoldDocument(prediction, value, file: file))
    }
    return documents
  }
}

extension GoldDocument {
  fileprivate init(_ document: PredictedDocument, _ value: JSONValue, file: String) {
    self.init(
      id: document.id, text: value["text"]?.text ?? "",
      published: value["published"]?.text.flatMap { CalendarDay($0) },
      mentions: document.mentions.map {
        GoldMention(kind: $0.kind, range: $0.range, text: $0.text, value: $0.value)
      },
      facts: document.facts.map { fact in
        let names = ["kind", "start", "end", "rule"]
        return GoldFact(
          kind: FactKind(rawValue: fact["kind"]?.text ?? ""),
          arguments: fact.object.filter { !names.contains($0.key) }, form: .full)
      }, file: file)
  }
}
