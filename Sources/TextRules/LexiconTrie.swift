/// The words of all lists, one trie with a root for each list.
///
/// Built list by list, then only read. The children of a node stand side by side, in the order of
/// their terms: 13 bytes a node, and no pointers.
final class LexiconTrie {
  /// The term on the edge to each node; −1 for a root, `Int32.max` behind the last node of a list.
  private var terms = RawList<Int32>()
  /// The first child of each node; its children end where those of the next node begin.
  private var firstChild = RawList<Int32>()
  /// Of each node: −1, or the entry that ends there, or −2 − *n* for those from `shared[n]`.
  private var entries = RawList<Int32>()
  /// For each node whether an abbreviation ends there, so that a dot belongs to it.
  private var takesDot = RawList<Bool>()
  /// Entries that end in one node, each group closed by −1.
  private var shared = RawList<Int32>()

  deinit {
    terms.deallocate()
    firstChild.deallocate()
    entries.deallocate()
    takesDot.deallocate()
    shared.deallocate()
  }

  init() {}

  func write(to writer: inout SnapshotWriter) {
    for list in [terms, firstChild, entries, shared] {
      writer.write(Array(UnsafeBufferPointer(start: list.base, count: list.count)))
    }
    writer.write(
      UnsafeBufferPointer(start: takesDot.base, count: takesDot.count).map { $0 ? 1 : 0 } as [UInt8])
  }

  convenience init(from reader: inout SnapshotReader) throws(SnapshotReader.Damage) {
    self.init()
    func read(_ list: inout RawList<Int32>) throws(SnapshotReader.Damage) {
      let numbers = try reader.numbers()
      numbers.withUnsafeBufferPointer {
        if let base = $0.baseAddress { list.append(contentsOf: base, count: $0.count) }
      }
    }
    try read(&terms)
    try read(&firstChild)
    try read(&entries)
    try read(&shared)
    for flag in try reader.byteList() { takesDot.append(flag != 0) }
  }

  private var nodeCount: Int { terms.count }

  /// What the matcher reads; void when the trie goes away or grows.
  var view: View {
    View(
      terms: terms.base, firstChild: firstChild.base, entries: entries.base,
      takesDot: takesDot.base, shared: shared.base)
  }

  /// The terms that entries of the list at `root` begin with, rising.
  func starts(ofRoot root: Int32) -> UnsafeBufferPointer<Int32> {
    let first = Int(firstChild[Int(root)])
    return UnsafeBufferPointer(
      start: terms.base + first, count: Int(firstChild[Int(root) + 1]) - first)
  }

  /// Adds a list and returns its root.
  ///
  /// - Complexity: O(*n* log *n*) in the number of ways to write its entries.
  func add(_ list: LexiconSequences) -> Int32 {
    let root = Int32(nodeCount)
    let order = list.sorted()
    // A node for each word at most; what stays unused is never touched.
    reserve(list.wordCount + 2)
    addNode(term: -1)
    // Of each node of a level: which of the sorted sequences pass through it.
    var level = [0..<Int32(order.count)]
    var node = Int(root)
    var depth = 0
    while !level.isEmpty {
      var next: [Range<Int32>] = []
      for range in level {
        firstChild[node] = Int32(nodeCount)
        var index = range.lowerBound
        while index < range.upperBound, list.length(order[Int(index)]) == depth { index += 1 }
        if index > range.lowerBound { end(node, order[Int(range.lowerBound)..<Int(index)], list) }
        while index < range.upperBound {
          let term = list.term(depth, of: order[Int(index)])
          let first = index
          while index < range.upperBound, list.term(depth, of: order[Int(index)]) == term {
            index += 1
          }
          addNode(term: term)
          next.append(first..<index)
        }
        node += 1
      }
      level = next
      depth += 1
    }
    addNode(term: .max)
    firstChild[nodeCount - 1] = Int32(nodeCount - 1)
    return root
  }

  private func reserve(_ more: Int) {
    guard more > 1 << 16 else { return }
    terms.reserve(more)
    firstChild.reserve(more)
    entries.reserve(more)
    takesDot.reserve(more)
  }

  private func addNode(term: Int32) {
    terms.append(term)
    firstChild.append(0)
    entries.append(-1)
    takesDot.append(false)
  }

  private func end(_ node: Int, _ ways: ArraySlice<Int32>, _ list: LexiconSequences) {
    takesDot[node] = ways.contains { list.takesDot($0) }
    guard ways.count > 1 else {
      entries[node] = list.entry(ways.first!)
      return
    }
    entries[node] = Int32(-2 - shared.count)
    for way in ways { shared.append(list.entry(way)) }
    shared.append(-1)
  }
}

extension LexiconTrie {
  /// The finished trie, to read.
  struct View {
    fileprivate let terms: UnsafeMutablePointer<Int32>
    fileprivate let firstChild: UnsafeMutablePointer<Int32>
    fileprivate let entries: UnsafeMutablePointer<Int32>
    fileprivate let takesDot: UnsafeMutablePointer<Bool>
    fileprivate let shared: UnsafeMutablePointer<Int32>

    /// The node behind `node` for `term`, or −1.
    @inline(__always)
    func child(_ node: Int32, _ term: Int32) -> Int32 {
      var low = Int(firstChild[Int(node)])
      let end = Int(firstChild[Int(node) &+ 1])
      var count = end &- low
      while count > 0 {
        let half = count >> 1
        if terms[low &+ half] < term {
          low = low &+ half &+ 1
          count = count &- half &- 1
        } else {
          count = half
        }
      }
      return low < end && terms[low] == term ? Int32(truncatingIfNeeded: low) : -1
    }

    /// Does an abbreviation end in `node`?
    @inline(__always)
    func takesDot(_ node: Int32) -> Bool { takesDot[Int(node)] }

    /// Calls `body` with each entry that ends in `node`.
    @inline(__always)
    func forEachEntry(of node: Int32, _ body: (Int32) -> Void) {
      let entry = entries[Int(node)]
      if entry >= 0 { return body(entry) }
      if entry == -1 { return }
      var index = Int(-2 - entry)
      while shared[index] >= 0 {
        body(shared[index])
        index += 1
      }
    }
  }
}

/// The entries of a list while it is compiled: every way to write one, as terms.
struct LexiconSequences {
  /// An entry with several ambiguous words stands for no more ways than this.
  static let wayLimit = 256

  private var terms: [Int32] = []
  private var ends: [Int32] = []
  private var entries: [Int32] = []
  private var dots: [Bool] = []
  /// The entry under way: the terms of each of its words, and where those of the next begin.
  private var alternatives: [Int32] = []
  private var bounds: [Int32] = [0]
  private(set) var longest = 1

  /// Is every way to write an entry one word, that takes no full stop?
  var isSingle: Bool { longest <= 2 && !dots.contains(true) }

  /// How many words all ways have together.
  var wordCount: Int { terms.count }

  func length(_ way: Int32) -> Int { Int(ends[Int(way)]) - start(way) }
  func term(_ depth: Int, of way: Int32) -> Int32 { terms[start(way) + depth] }
  func entry(_ way: Int32) -> Int32 { entries[Int(way)] }
  func takesDot(_ way: Int32) -> Bool { dots[Int(way)] }
  private func start(_ way: Int32) -> Int { way == 0 ? 0 : Int(ends[Int(way) - 1]) }

  /// Adds a term that the next word may have.
  mutating func append(alternative term: Int32) { alternatives.append(term) }

  /// Ends the word; the following terms are the next one's.
  mutating func endWord() { bounds.append(Int32(alternatives.count)) }

  /// Ends a way to write `entry`.
  mutating func endWay(entry: Int32, takesDot: Bool) {
    let words = bounds.count - 1
    longest = max(longest, words + 1)
    var ways = 0
    var choice = Array(bounds[..<words])
    choices: while ways < Self.wayLimit {
      for word in 0..<words { terms.append(alternatives[Int(choice[word])]) }
      ends.append(Int32(terms.count))
      entries.append(entry)
      dots.append(takesDot)
      ways += 1
      var word = words - 1
      while true {
        if word < 0 { break choices }
        choice[word] += 1
        if choice[word] < bounds[word + 1] { break }
        choice[word] = bounds[word]
        word -= 1
      }
    }
    alternatives.removeAll(keepingCapacity: true)
    bounds.removeLast(words)
  }

  /// All ways in the order of their terms, then of their entries.
  func sorted() -> [Int32] {
    terms.withUnsafeBufferPointer { terms in
      ends.withUnsafeBufferPointer { ends in
        (0..<Int32(ends.count)).sorted { a, b in
          var first = a == 0 ? 0 : Int(ends[Int(a) - 1])
          var second = b == 0 ? 0 : Int(ends[Int(b) - 1])
          let firstEnd = Int(ends[Int(a)])
          let secondEnd = Int(ends[Int(b)])
          while first < firstEnd, second < secondEnd {
            if terms[first] != terms[second] { return terms[first] < terms[second] }
            first += 1
            second += 1
          }
          let lengths = (firstEnd - first, secondEnd - second)
          return lengths.0 != lengths.1 ? lengths.0 < lengths.1 : a < b
        }
      }
    }
  }
}
