/// A step of the reading: the sentence's words before `next`, of which those on the stack still wait
/// for a head. Each step moves the next word onto the stack or links the topmost word and takes it off.
package struct LinkState {
  package init() {}

  /// Steps by number: 0 moves on; then, for each relation, the topmost word's head is the next word;
  /// then, for each relation, its head is the word under it.
  package enum Step {
    package static let relations = 31
    package static let shift = 0
    package static let count = 64

    package static func left(_ relation: Int) -> Int { 1 + relation }
    package static func right(_ relation: Int) -> Int { 1 + relations + relation }
  }

  package private(set) var stack: UnsafeMutablePointer<Int32> = .allocate(capacity: 256)
  private var capacity = 256
  package private(set) var depth = 0
  package private(set) var next = 0
  package private(set) var count = 0

  package func deallocate() { stack.deallocate() }

  package mutating func start(count: Int) {
    self.count = count
    depth = 0
    next = 0
    if capacity < count {
      stack.deallocate()
      capacity = count * 2
      stack = .allocate(capacity: capacity)
    }
  }

  package var isDone: Bool { next == count && depth == 0 }

  @inline(__always) package func stackItem(_ place: Int) -> Int {
    place < depth ? Int(stack[depth - 1 - place]) : -1
  }

  @inline(__always) package func nextItem(_ place: Int) -> Int {
    next + place < count ? next + place : -1
  }

  package var canShift: Bool { next < count }
  package var canLinkLeft: Bool { depth > 0 && (next < count || depth == 1) }
  package var canLinkRight: Bool { depth > 1 }

  package mutating func shift() {
    stack[depth] = Int32(next)
    depth += 1
    next += 1
  }

  /// Links the topmost word to the next one, or makes it the root where no word is left.
  package mutating func linkLeft(_ relation: Int, _ nodes: Nodes) {
    let dependent = Int(stack[depth - 1])
    depth -= 1
    link(dependent, to: next < count ? next : -1, relation, nodes)
  }

  package mutating func linkRight(_ relation: Int, _ nodes: Nodes) {
    let dependent = Int(stack[depth - 1])
    depth -= 1
    link(dependent, to: Int(stack[depth - 1]), relation, nodes)
  }

  private func link(_ dependent: Int, to head: Int, _ relation: Int, _ nodes: Nodes) {
    let all = nodes.storage
    all[dependent].head = Int32(head)
    all[dependent].relation = UInt8(relation)
    guard head >= 0 else { return }
    all[head].dependents |= 1 << UInt64(relation)
    if dependent < head {
      all[head].leftmost = Int32(dependent)
      all[head].leftCount &+= 1
    } else {
      all[head].rightmost = Int32(dependent)
      all[head].rightCount &+= 1
    }
    if relation == Int(Relation.case.rawValue) {
      all[head].preposition = all[dependent].knowledge.form
    }
  }
}
