/// A subject agrees with its predicate in number and, in the past, in gender: «Акции выпустило
/// предприятие» has one noun that can be the subject.
enum SubjectAgreement {
  /// What the link of a subject that does not agree loses; not everything, since «большинство
  /// проголосовали» is said too.
  static let penalty: Int32 = 60

  static let left = LinkState.Step.left(Int(Relation.nsubj.rawValue))
  static let right = LinkState.Step.right(Int(Relation.nsubj.rawValue))

  /// Whether a noun cannot be the subject of a predicate, by number and gender alone.
  @inline(__always)
  static func fails(_ noun: Nodes.Node, _ predicate: Nodes.Node) -> Bool {
    let kind = predicate.wordClass
    guard kind.isPredicate, kind.part != .imperative, noun.wordClass.isNominal,
      noun.wordClass.part != .pronoun, noun.dependents & many == 0, noun.hasSureGender
    else { return false }
    let verb = WordClass(bits: kind.bits & ~0xE0)
    let fit = noun.wordClass.agreement(with: verb)
    return fit == 2 || fit == 3 && noun.wordClass.part != .surname
  }

  /// What makes several of one: coordination and counts.
  private static let many: UInt64 = [Relation.conj, .nummod, .appos].reduce(0) {
    $0 | 1 << UInt64($1.rawValue)
  }
}
