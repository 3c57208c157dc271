/// Whether a Latin name may be a Cyrillic one's: half of their consonants are heard in one order.
enum NameLikeness {
  /// Of each name, so that the comparison takes bounded time.
  private static let most = 24

  static func isAlike(_ one: String, _ other: String) -> Bool {
    let first = FoldedName(one).consonants.prefix(most)
    let second = FoldedName(other).consonants.prefix(most)
    guard !first.isEmpty, !second.isEmpty else { return false }
    return 4 * common(Array(first), Array(second)) >= first.count + second.count
  }

  /// The length of the longest row of letters that stands in both.
  private static func common(_ first: [UInt8], _ second: [UInt8]) -> Int {
    var row = [Int](repeating: 0, count: second.count + 1)
    for letter in first {
      var diagonal = 0
      for index in second.indices {
        let above = row[index + 1]
        row[index + 1] = letter == second[index] ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return row[second.count]
  }
}
