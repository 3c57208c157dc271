/// Relations that no word has to its head, mended: filters behind preferences.
enum LinkFilter {
  /// The relation that a word has, where the one that was preferred cannot be.
  @inline(__always)
  static func possible(_ relation: Relation, _ dependent: Nodes.Node, _ head: Nodes.Node) -> Relation {
    switch relation {
    case .nmod where head.wordClass.isVerbal: complement(dependent, head)
    case .obj:
      // «около 5 человек» may be an object, «около завода» not.
      dependent.preposition != 0 && dependent.dependents & bit(.nummod) == 0
        && !dependent.wordClass.isNumber ? (head.wordClass.isVerbal ? .obl : .nmod) : relation
    case .appos where dependent.dependents & bit(.cc) != 0: .conj
    default: relation
    }
  }

  /// How a noun hangs on a verb, by its case.
  private static func complement(_ dependent: Nodes.Node, _ head: Nodes.Node) -> Relation {
    guard dependent.preposition == 0 else { return .obl }
    let cases = dependent.knowledge.cases
    let canBeObject = cases >> WordClass.accusative & 1 == 1 && head.dependents & bit(.obj) == 0
    let canBeSubject = cases >> WordClass.nominative & 1 == 1 && head.dependents & bit(.nsubj) == 0
    switch dependent.wordClass.caseNumber {
    case WordClass.nominative where canBeSubject: return .nsubj
    case WordClass.accusative where canBeObject: return .obj
    default: break
    }
    if canBeObject, head.wordClass.isTransitive { return .obj }
    if canBeSubject { return .nsubj }
    return canBeObject ? .obj : .obl
  }

  @inline(__always)
  private static func bit(_ relation: Relation) -> UInt64 { 1 << UInt64(relation.rawValue) }
}
