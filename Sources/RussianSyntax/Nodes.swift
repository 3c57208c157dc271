import RussianText

/// The words of the sentence that is being read, in arrays that are kept from sentence to sentence.
/// Marks are no words: they are known by where they stand between them.
package struct Nodes {
  /// One word, or one span that acts as a word.
  package struct Node: BitwiseCopyable {
    /// Token number in the sentence.
    package var token: Int32
    package var knowledge: WordKnowledge
    /// The reading chosen, by place in ``WordKnowledge/readings``.
    package var reading: Int32
    package var wordClass: WordClass
    package var lemma: UInt32
    /// Class, or the word itself where it is a function word.
    package var tag: UInt32
    /// As `tag`, with the case.
    package var tagCase: UInt32
    /// Marks between the word before and this one, as bits.
    package var marksBefore: UInt8
    package var shape: UInt8
    package var isFirst: Bool
    /// How many brackets are open where the word stands.
    package var bracketDepth: UInt8

    // The tree as far as it is built.
    package var head: Int32
    package var relation: UInt8
    package var leftmost: Int32
    package var rightmost: Int32
    package var leftCount: UInt8
    package var rightCount: UInt8
    /// The relations of its dependents, a bit each.
    package var dependents: UInt64
    /// Form of its preposition, 0 if it has none.
    package var preposition: UInt32
  }

  package private(set) var storage: UnsafeMutablePointer<Node>
  package private(set) var capacity = 256
  package var count = 0
  /// Running counts of the marks before each node, by kind: commas, dashes, colons, brackets that
  /// open, brackets that close, quotation marks.
  package private(set) var marks: UnsafeMutablePointer<SIMD8<UInt16>>

  package init() {
    storage = .allocate(capacity: capacity)
    marks = .allocate(capacity: capacity + 1)
  }

  package func deallocate() {
    storage.deallocate()
    marks.deallocate()
  }

  package mutating func append(_ node: Node, marks counts: SIMD8<UInt16>) {
    if count == capacity { grow() }
    storage[count] = node
    marks[count] = count == 0 ? counts : marks[count - 1] &+ counts
    count += 1
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Node>.allocate(capacity: capacity * 2)
    larger.update(from: storage, count: count)
    storage.deallocate()
    storage = larger
    let moreMarks = UnsafeMutablePointer<SIMD8<UInt16>>.allocate(capacity: capacity * 2 + 1)
    moreMarks.update(from: marks, count: count)
    marks.deallocate()
    marks = moreMarks
    capacity *= 2
  }

  /// The kinds of marks between two nodes, as bits in the order of ``WordKnowledge/Mark``.
  @inline(__always)
  func marksBetween(_ left: Int, _ right: Int) -> UInt32 {
    let found = (marks[right] &- marks[left]) .!= 0
    var bits: UInt32 = 0
    for kind in 0..<8 where found[kind] { bits |= 1 << UInt32(kind) }
    return bits
  }
}
