/// What can be said of a state of the reading, as hashes by which the preference table is asked.
package struct LinkEvidence {
  package init() {}

  package static let most = 128
  package let keys: UnsafeMutablePointer<UInt32> = .allocate(capacity: most)
  package private(set) var count = 0

  package func deallocate() { keys.deallocate() }

  @inline(__always)
  private mutating func add(_ template: UInt32, _ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) {
    keys[count] = SyntaxHash.evidence(template, a, b, c)
    count &+= 1
  }

  /// A node as the evidence sees it; of no node, values that no word has.
  private struct View {
    var tag: UInt32 = 1
    var tagCase: UInt32 = 1
    var agreement: UInt32 = 1
    var lemma: UInt32 = 1
    var preposition: UInt32 = 0
    var dependents: UInt32 = 0
    var counts: UInt32 = 0
    var left: UInt32 = 99
    var right: UInt32 = 99
    var rightLemma: UInt32 = 0
    var rightCase: UInt32 = 0
    var rightPreposition: UInt32 = 0
    var marksBefore: UInt32 = 0
    var wordClass = WordClass(bits: 0)
    var cases: UInt32 = 0
    var shape: UInt32 = 0
  }

  @inline(__always)
  private func view(_ index: Int, _ nodes: Nodes) -> View {
    guard index >= 0 else { return View() }
    let node = nodes.storage + index
    var view = View()
    view.tag = node.pointee.tag
    view.tagCase = node.pointee.tagCase
    view.wordClass = node.pointee.wordClass
    view.agreement = node.pointee.wordClass.bits
    view.lemma = node.pointee.lemma
    view.preposition = node.pointee.preposition
    view.dependents = UInt32(truncatingIfNeeded: node.pointee.dependents)
    view.counts = UInt32(min(node.pointee.leftCount, 3)) | UInt32(min(node.pointee.rightCount, 3)) << 2
    view.marksBefore = UInt32(node.pointee.marksBefore & 0x3F)
    view.cases = UInt32(node.pointee.knowledge.cases)
    view.shape = UInt32(node.pointee.shape)
    if node.pointee.leftmost >= 0 {
      view.left = UInt32(nodes.storage[Int(node.pointee.leftmost)].relation)
    }
    if node.pointee.rightmost >= 0 {
      let right = nodes.storage + Int(node.pointee.rightmost)
      view.right = UInt32(right.pointee.relation)
      view.rightLemma = right.pointee.lemma
      view.rightCase = right.pointee.tagCase
      view.rightPreposition = right.pointee.preposition
    }
    return view
  }

  private static func step(_ distance: Int) -> UInt32 {
    distance < 5 ? UInt32(distance) : distance < 8 ? 5 : distance < 13 ? 6 : 7
  }

  private static let tellingDependents: UInt32 = [
    Relation.nsubj, .obj, .cop, .mark, .cc, .case,
  ].reduce(0) { $0 | 1 << UInt32($1.rawValue) }

  /// Collects all that speaks for or against the steps that can be taken from `state`.
  package mutating func collect(_ state: LinkState, _ nodes: Nodes) {
    count = 0
    let (i0, i1, i2) = (state.stackItem(0), state.stackItem(1), state.stackItem(2))
    let (j0, j1, j2) = (state.nextItem(0), state.nextItem(1), state.nextItem(2))
    let s0 = view(i0, nodes), s1 = view(i1, nodes), s2 = view(i2, nodes)
    let b0 = view(j0, nodes), b1 = view(j1, nodes), b2 = view(j2, nodes)
    let gap = i0 >= 0 && j0 >= 0 ? Self.step(j0 - i0) : 9
    let under = i1 >= 0 ? Self.step(i0 - i1) : 9
    let marks = i0 >= 0 && j0 >= 0 ? nodes.marksBetween(i0, j0) : 256
    let marksUnder = i1 >= 0 ? nodes.marksBetween(i1, i0) : 256
    let kids0 = s0.dependents & Self.tellingDependents
    let kids1 = s1.dependents & Self.tellingDependents
    let kidsNext = b0.dependents & Self.tellingDependents
    let fit = s0.wordClass.agreement(with: b0.wordClass)
    let predicateFit = s0.wordClass.agreement(with: WordClass(bits: b0.agreement & ~0xE0))
    let fitUnder = s1.wordClass.agreement(with: s0.wordClass)
    let predicateFitUnder = s0.wordClass.agreement(with: WordClass(bits: s1.agreement & ~0xE0))
    add(1, s0.tagCase, s0.lemma)
    add(2, s0.agreement, s0.tag)
    add(3, s1.tagCase, s1.lemma)
    add(4, s1.agreement, s1.tag)
    add(5, b0.tagCase, b0.lemma)
    add(6, b0.agreement, b0.tag)
    add(7, b1.tagCase, b1.lemma)
    add(8, b1.tagCase)
    add(9, b2.tagCase, b2.marksBefore)
    add(10, s2.tagCase)
    add(11, s0.lemma)
    add(12, b0.lemma)
    add(13, s0.tagCase, b0.tagCase, marks)
    add(14, s0.lemma, b0.lemma)
    add(15, s0.lemma, b0.tagCase, marks)
    add(16, s0.tagCase, b0.lemma)
    add(17, s1.tagCase, s0.tagCase, marksUnder)
    add(18, s1.lemma, s0.lemma)
    add(19, s1.lemma, s0.tagCase, s0.preposition)
    add(20, s1.tagCase, s0.lemma, s0.preposition)
    add(21, b0.tagCase, b1.tagCase, b1.marksBefore)
    add(22, s0.tagCase, b1.tagCase)
    add(23, s1.tagCase, b0.tagCase)
    add(24, s0.agreement, b0.agreement)
    add(25, s1.agreement, s0.agreement)
    add(26, s0.tagCase, b0.tagCase, b1.tagCase)
    add(27, s1.tagCase, s0.tagCase, b0.tagCase)
    add(28, s2.tagCase, s1.tagCase, s0.tagCase)
    add(29, b0.tagCase, b1.tagCase, b2.tagCase)
    add(30, s0.tag, b0.tag, gap &+ marks << 8)
    add(31, s1.tag, s0.tag, under &+ marksUnder << 8)
    add(32, marks, b0.marksBefore, b1.marksBefore)
    add(33, marks, s0.tagCase, gap)
    add(34, marksUnder, s0.tagCase, s1.tagCase &+ b0.marksBefore << 24)
    add(35, marks, b0.tagCase, marksUnder)
    add(36, fit &+ predicateFit << 4, s0.tagCase, b0.tagCase)
    add(37, fitUnder &+ predicateFitUnder << 4, s1.tagCase, s0.tagCase)
    add(38, fitUnder &+ predicateFitUnder << 4 &+ marksUnder << 8, s1.tag, s0.tagCase)
    add(39, s0.tagCase, kids0, b0.tagCase)
    add(40, s1.tagCase, kids1, s0.tagCase)
    add(41, b0.tagCase, kidsNext, s0.tagCase)
    add(42, s0.tagCase, s0.right, b0.tagCase)
    add(43, s1.tagCase, s1.right, s0.tagCase)
    add(44, s0.tagCase, s0.left, s0.right)
    add(45, b0.tagCase, b0.left, s0.tagCase)
    add(46, s0.tagCase, s0.counts, marks)
    add(47, s1.tagCase, s1.counts, s0.tagCase)
    add(48, s0.left &+ s0.right << 8, s1.tagCase, s0.tagCase)
    add(49, s1.dependents, s0.tagCase)
    add(50, s0.dependents, b0.tagCase)
    add(51, s0.dependents, s0.tagCase, s1.tagCase)
    add(52, s0.preposition, s0.tagCase, s1.tagCase)
    add(53, s0.preposition, s1.lemma)
    add(54, s0.preposition, s0.lemma)
    add(55, s0.preposition, s0.tagCase, b0.lemma)
    add(56, s0.preposition, s0.tagCase, b0.tagCase)
    add(57, s0.preposition, s0.tagCase, s2.lemma)
    add(58, s1.preposition, s0.preposition, s1.tagCase)
    add(59, b0.preposition, b0.tagCase, s0.tagCase)
    add(60, b0.preposition, b0.tagCase, s0.lemma)
    add(61, s1.lemma, s1.rightCase, s0.tagCase)
    add(62, s1.rightLemma, s0.lemma)
    add(63, s1.rightPreposition, s1.lemma, s0.preposition &+ s0.tagCase)
    add(64, s1.tagCase == s0.tagCase ? 1 : 0, marksUnder, s0.left &+ kids0)
    add(65, s1.lemma, s0.tagCase, marksUnder &+ kids0 << 8)
    add(66, s2.tagCase, s1.tagCase, s0.tagCase &+ marksUnder << 24)
    add(67, s2.lemma, s0.tagCase, s0.preposition)
    add(68, s0.tagCase, s0.shape, s1.shape &+ s1.tagCase)
    add(69, s0.cases, b0.tagCase, kidsNext)
    add(70, s0.cases, s1.tagCase, kids1)
    add(71, b0.tagCase, b1.lemma)
    add(72, b0.lemma, b1.tagCase)
    add(73, s0.tagCase, b0.tagCase, b1.lemma)
    add(74, s1.tagCase, s0.lemma, b0.tagCase)
    add(75, s1.lemma, s0.tagCase, b0.tagCase)
  }
}
