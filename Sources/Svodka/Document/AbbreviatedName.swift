/// Words made of the beginnings of a name's words: «Минсельхоз».
enum AbbreviatedName {
  /// Of a beginning, in bytes: three letters.
  static let shortest = 6
  /// Words whose beginnings are alike could be tried in any order.
  private static let mostSteps = 500
  /// «о» and «е» join the parts: «Центробанк».
  private static let joining: [[UInt8]] = [[0xD0, 0xBE], [0xD0, 0xB5]]

  /// Is a word made of beginnings of these words, the first word's first?
  ///
  /// Words may be left over behind the last one used, and elsewhere only of three parts or more:
  /// «Минкомсвязь» leaves out «массовых», «Афросоюз» is no «Африканский национальный союз».
  /// - Complexity: at most ``mostSteps`` comparisons of a rest with a word.
  static func isMade(
    _ short: [UInt8], of words: [ArraySlice<UInt8>], without small: Set<[UInt8]>
  ) -> Bool {
    let words = words.filter { !small.contains(Array($0)) }
    guard let first = words.first, words.count > 1, words.count <= 12 else { return false }
    var length = common(short[...], first)
    var steps = 0
    while length >= shortest {
      if isMade(short[length...], of: words, used: [0], &steps) { return true }
      length -= 2
    }
    return false
  }

  /// Is the rest of a word made of beginnings of words that are not used yet?
  private static func isMade(
    _ rest: ArraySlice<UInt8>, of words: [ArraySlice<UInt8>], used: [Int], _ steps: inout Int
  ) -> Bool {
    steps += 1
    guard steps <= mostSteps else { return false }
    if used.count > 1, rest.count <= 2 {
      return used.count > 2 || used.max()! < used.count
    }
    guard used.count < 5 else { return false }
    for (index, word) in words.enumerated() where !used.contains(index) {
      let isJoined = joining.contains(Array(rest.prefix(2)))
      for rest in isJoined ? [rest, rest.dropFirst(2)] : [rest] {
        var length = common(rest, word)
        while length >= shortest {
          if isMade(rest.dropFirst(length), of: words, used: used + [index], &steps) { return true }
          length -= 2
        }
      }
    }
    return false
  }

  /// How many bytes the beginnings share, whole letters.
  private static func common(_ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Int {
    zip(one, other).prefix { $0 == $1 }.count & ~1
  }
}
