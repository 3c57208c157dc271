/// Numbers in groups that grow together.
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  /// The least number of a number's group.
  mutating func root(of index: Int) -> Int {
    var index = index
    while parents[index] != index {
      parents[index] = parents[parents[index]]
      index = parents[index]
    }
    return index
  }

  /// Makes the groups of two numbers one.
  mutating func join(_ one: Int, _ other: Int) {
    let roots = (root(of: one), root(of: other))
    if roots.0 != roots.1 { parents[max(roots.0, roots.1)] = min(roots.0, roots.1) }
  }

  /// The groups, each with its numbers rising.
  mutating func members() -> [[Int]] {
    var members: [[Int]] = Array(repeating: [], count: parents.count)
    for index in parents.indices { members[root(of: index)].append(index) }
    return members.filter { !$0.isEmpty }
  }
}
