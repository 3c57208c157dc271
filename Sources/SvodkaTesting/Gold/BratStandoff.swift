import Svodka

/// Reads the entities of a brat standoff file (`.ann`), which stands beside its text.
///
///     T1 <tab> ORG 0 12 <tab> АО «Дала Банк»
///
/// Discontinuous entities count from their first to their last character. Relations, events,
/// attributes and notes are passed over.
enum BratStandoff {
  static func read(
    _ content: String, text: String, id: String, labels: GoldLabels, file: String
  ) throws -> GoldDocument {
    var document = GoldDocument(id: id, text: text, file: file)
    let scalars = Array(text.unicodeScalars)
    for (index, line) in content.fileLines.enumerated() where line.hasPrefix("T") {
      func broken(_ reason: String) -> GoldError {
        GoldError(file: file, line: index + 1, reason: reason)
      }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count > 1, let blank = cells[1].firstIndex(of: " ") else {
        throw broken("an entity reads T1, a tab, a label, two offsets, a tab, a text")
      }
      let offsets = cells[1][cells[1].index(after: blank)...]
        .split { $0 == " " || $0 == ";" }.compactMap { Int($0) }
      guard let start = offsets.min(), let end = offsets.max(), start >= 0, start < end,
        end <= scalars.count
      else { throw broken("the text has no stretch '\(cells[1])'") }
      guard let kind = labels.kind(of: cells[1][..<blank]) else { continue }
      var surface = String.UnicodeScalarView()
      surface.append(contentsOf: scalars[start..<end])
      document.mentions.append(
        GoldMention(kind: kind, range: start..<end, text: String(surface)))
    }
    let isUnderstood = content.fileLines.allSatisfy { line in
      line.isEmpty || "TREAMN*#".contains(line.first!)
    }
    if !isUnderstood {
      throw GoldError(file: file, reason: "it is no brat standoff: its lines begin with T1, R1, …")
    }
    return document
  }
}
