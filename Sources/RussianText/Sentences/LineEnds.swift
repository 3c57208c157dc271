import CText

/// The words of `line-ends.tsv`, read once a process.
struct LineEnds: Sendable {
  static let shared = LineEnds()

  /// What must follow a word for the line break between them to be white space.
  enum Class: String, Sendable {
    case any, year, name, quote
    /// Joins nothing: it stands behind a year.
    case yearNoun = "year-noun"
  }

  private let classes: [[UInt8]: Class]

  private init() {
    let rows = UnsafeBufferPointer(start: svodka_line_ends_bytes(), count: svodka_line_ends_count())
    var classes: [[UInt8]: Class] = [:]
    for row in rows.split(separator: 0x0A) where row.first != 0x23 {
      let cells = row.split(separator: 0x09)
      guard cells.count > 1 else { continue }
      classes[Array(cells[0])] = Class(rawValue: String(decoding: cells[1], as: UTF8.self))
    }
    self.classes = classes
  }

  /// The class of the word with this normal form; `nil` if it is not in the list.
  func wordClass(_ form: UnsafeBufferPointer<UInt8>) -> Class? { classes[Array(form)] }
}
