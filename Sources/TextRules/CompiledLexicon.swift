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
  private let rows: WordListRows

  init(
    name: String, kind: String, columns: [String], index: Int, root: Int32, rows: WordListRows
  ) {
    self.name = name
    self.kind = kind
    self.columns = columns
    self.index = index
    self.root = root
    self.rows = rows
  }

  /// How many entries the list has.
  public var count: Int { rows.count }

  /// The number of a column, or nil.
  public func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

  /// The text of a cell; empty where the file has none or `-`.
  ///
  /// - Complexity: O(*n*) in the length of the line; read what is needed often into a table.
  public func text(entry: Int, column: Int) -> String {
    let text = rows.cell(row: entry, column: column)
    return text == "-" ? "" : text
  }
}

/// The lines of a word list as they stand in the file, one after another.
struct WordListRows: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int32] = []

  var count: Int { ends.count }

  mutating func append(_ line: some Collection<UInt8>) {
    bytes.append(contentsOf: line)
    ends.append(Int32(bytes.count))
  }

  /// The trimmed text between the tabs; empty past the last one.
  func cell(row: Int, column: Int) -> String {
    var rest = bytes[Int(row == 0 ? 0 : ends[row - 1])..<Int(ends[row])]
    for _ in 0..<column {
      guard let tab = rest.firstIndex(of: UInt8(ascii: "\t")) else { return "" }
      rest = rest[(tab + 1)...]
    }
    rest = rest.prefix { $0 != UInt8(ascii: "\t") }
    while let first = rest.first, first <= 32 { rest = rest.dropFirst() }
    while let last = rest.last, last <= 32 { rest = rest.dropLast() }
    return String(decoding: rest, as: UTF8.self)
  }
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
