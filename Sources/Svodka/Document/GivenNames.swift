/// The given names that stand with one family name.
struct GivenNames {
  private var byStart: [[UInt8]: Set<FoldedName>] = [:]

  /// So many bytes do two forms of one name share.
  private static let sharedStart = 4

  mutating func insert(_ name: FoldedName) {
    byStart[Array(name.bytes.prefix(Self.sharedStart)), default: []].insert(name)
  }

  mutating func formUnion(_ other: GivenNames) {
    byStart.merge(other.byStart) { $0.union($1) }
  }

  /// Is the word one of the names, its ending aside?
  func contains(formOf word: FoldedName) -> Bool {
    let own = word.bytes
    guard own.count >= Self.sharedStart, let names = byStart[Array(own.prefix(Self.sharedStart))] else {
      return false
    }
    if names.contains(word) { return true }
    return names.contains { name in
      let shared = zip(own, name.bytes).prefix { $0 == $1 }.count
      return max(own.count, name.bytes.count) - shared <= 4
    }
  }
}
