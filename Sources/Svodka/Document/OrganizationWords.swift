import TextRules

/// What the merging of organizations reads in word lists.
struct OrganizationWords: Sendable {
  /// Words that a short name leaves out at its end: «Group», «холдинг».
  let leftOut: Set<[UInt8]>
  /// Words of a name that its abbreviation leaves out: «и», «по».
  let small: Set<[UInt8]>
  /// Well-known names by other names of theirs.
  private let known: [FoldedName: FoldedName]

  init(rules: CompiledRules) {
    func forms(_ name: String) -> Set<[UInt8]> {
      guard let list = rules.lexicon("organization", name) else { return [] }
      return Set((0..<list.count).map { FoldedName(list.text(entry: $0, column: 0)).bytes })
    }
    leftOut = forms("left-out")
    small = forms("inside").union(forms("and")).union(forms("join"))
    var known: [FoldedName: FoldedName] = [:]
    if let list = rules.lexicon("organization", "other-name"), let name = list.column("name") {
      for entry in 0..<list.count {
        let canonical = FoldedName(list.text(entry: entry, column: name))
        let form = list.text(entry: entry, column: 0)
        known[FoldedName(form)] = canonical
        known[Self.key(of: form.filter { $0 != "\"" }.uppercased())] = canonical
        known[canonical] = canonical
      }
    }
    self.known = known
  }

  /// So many words tell a long name, however it goes on: «… по надзору в сфере связи …».
  private static let tellingWords = 7

  /// The well-known name of which this is another.
  func wellKnown(_ name: FoldedName) -> FoldedName? {
    if let found = known[name] { return found }
    var rest = name
    for _ in 0..<max(0, name.words.count - Self.tellingWords) {
      guard let shorter = rest.dropping(words: 1) else { return nil }
      rest = shorter
      if let found = known[rest] { return found }
    }
    return nil
  }

  /// Names in capitals are compared by the look of their letters: CMC and СМС.
  static func key(of name: String) -> FoldedName {
    guard name.utf8.count <= 8, name.utf8.allSatisfy({ Self.looks[$0] != nil }) else {
      return FoldedName(name)
    }
    return FoldedName(String(name.utf8.map { Self.looks[$0]! }))
  }

  /// Latin capitals that look like Cyrillic ones.
  private static let looks: [UInt8: Character] = [
    0x41: "\u{410}", 0x42: "\u{412}", 0x43: "\u{421}", 0x45: "\u{415}", 0x48: "\u{41D}",
    0x4B: "\u{41A}", 0x4D: "\u{41C}", 0x4F: "\u{41E}", 0x50: "\u{420}", 0x54: "\u{422}",
    0x58: "\u{425}", 0x59: "\u{423}",
  ]

  /// The first letters of a name's words, with the small words' and without.
  func initials(of name: FoldedName) -> [FoldedName] {
    let words = name.words
    guard words.count > 1 else { return [] }
    var without: [UInt8] = []
    var all: [UInt8] = []
    for word in words {
      let letter = word.prefix(word.first! < 0x80 ? 1 : 2)
      all += letter
      if !small.contains(Array(word)) { without += letter }
    }
    return all == without ? [FoldedName(bytes: all)] : [FoldedName(bytes: without), FoldedName(bytes: all)]
  }
}
