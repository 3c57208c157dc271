/// Where in a JSON object the fields of a document stand.
struct FieldPaths: Sendable {
  static let id = 0
  static let text = 1
  static let published = 2
  static let title = 3
  static let count = 4
  /// A bit for each of the four.
  static let all: UInt8 = 0b1111

  let names: FieldNames
  private let whole: [String]
  private let parts: [[String]]

  init(_ names: FieldNames) {
    self.names = names
    whole = [names.id, names.text, names.published, names.title]
    parts = whole.map { $0.split(separator: ".", omittingEmptySubsequences: false).map(String.init) }
  }

  /// Which of the `wanted` fields the name at this depth is, and which of them lie inside it.
  ///
  /// A name with dots in it may also stand so in the object itself.
  func matching(
    _ name: String, depth: Int, _ wanted: UInt8
  ) -> (here: UInt8, inside: UInt8) {
    var here: UInt8 = 0
    var inside: UInt8 = 0
    for field in 0..<FieldPaths.count where wanted & 1 << field != 0 {
      let path = parts[field]
      if depth == 0, whole[field] == name {
        here |= 1 << field
      } else if path[depth] == name {
        if depth + 1 == path.count { here |= 1 << field } else { inside |= 1 << field }
      }
    }
    return (here, inside)
  }
}
