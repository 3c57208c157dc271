/// A word list after compilation: its columns, and its cells as text.
///
///     let units = rules.lexicon("quantity", "unit")!
///     units.text(entry: 3, column: units.column("factor")!)   // "1000"
public struct CompiledLexicon: Sendable {
  public let name: String
  /// The record kind of the rule file that names this list.
  public let kind: String
  public let columns: [String]
  let index: Int
  /// Number of the root in the trie of all lists.
  let root: Int32
  private let cells: [String]

  init(name: String, kind: String, columns: [String], index: Int, root: Int32, cells: [[String]]) {
    self.name = name
    self.kind = kind
    self.columns = columns
    self.index = index
    self.root = root
    var flat: [String] = []
    flat.reserveCapacity(cells.count * columns.count)
    for row in cells {
      for column in columns.indices {
        let cell = column < row.count ? row[column] : ""
        flat.append(cell == "-" ? "" : cell)
      }
    }
    self.cells = flat
    count = cells.count
  }

  /// How many entries the list has.
  public let count: Int

  /// The number of a column, or nil.
  public func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

  /// The text of a cell; empty where the file has none or `-`.
  public func text(entry: Int, column: Int) -> String { cells[entry * columns.count + column] }
}

/// The words of all lists, one trie with a root for each list.
struct LexiconTrie {
  private(set) var nodeCount: Int32 = 0
  private var keys: [UInt64] = Array(repeating: .max, count: 256)
  private var children: [Int32] = Array(repeating: -1, count: 256)
  private var edgeCount = 0
  /// For each node its first entry, or −1.
  private(set) var firstEntry: [Int32] = []
  /// For each node whether an abbreviation ends there, so that a dot belongs to it.
  private(set) var takesDot: [Bool] = []
  /// Entries that end in one node, chained: (entry, next in the chain or −1).
  private(set) var chain: [(entry: Int32, next: Int32)] = []

  mutating func addRoot() -> Int32 { addNode() }

  private mutating func addNode() -> Int32 {
    firstEntry.append(-1)
    takesDot.append(false)
    nodeCount += 1
    return nodeCount - 1
  }

  @inline(__always)
  func child(_ node: Int32, _ term: Int32) -> Int32 {
    let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: term))
    var slot = Self.slot(key, keys.count)
    while keys[slot] != .max {
      if keys[slot] == key { return children[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return -1
  }

  /// The node for `term` after `node`, made if need be.
  mutating func insert(_ node: Int32, _ term: Int32) -> Int32 {
    let known = child(node, term)
    if known >= 0 { return known }
    let made = addNode()
    store(UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: term)), made)
    edgeCount += 1
    if edgeCount * 2 > keys.count {
      let old = (keys, children)
      keys = Array(repeating: .max, count: keys.count * 2)
      children = Array(repeating: -1, count: keys.count)
      for slot in old.0.indices where old.0[slot] != .max { store(old.0[slot], old.1[slot]) }
    }
    return made
  }

  mutating func end(_ node: Int32, entry: Int32, takesDot dot: Bool) {
    if dot { takesDot[Int(node)] = true }
    let link = Int32(chain.count)
    chain.append((entry, -1))
    guard firstEntry[Int(node)] >= 0 else {
      firstEntry[Int(node)] = link
      return
    }
    var last = Int(firstEntry[Int(node)])
    while chain[last].next >= 0 { last = Int(chain[last].next) }
    chain[last].next = link
  }

  private mutating func store(_ key: UInt64, _ child: Int32) {
    var slot = Self.slot(key, keys.count)
    while keys[slot] != .max { slot = (slot + 1) & (keys.count - 1) }
    keys[slot] = key
    children[slot] = child
  }

  @inline(__always)
  private static func slot(_ key: UInt64, _ count: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 24) & (count - 1)
  }
}
