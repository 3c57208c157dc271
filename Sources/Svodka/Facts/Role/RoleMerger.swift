/// Makes one fact of what the text says several times.
struct RoleMerger {
  /// Titles that are one: «премьер», «премьер-министр».
  let oneTitle: Set<String>

  /// Roles of one person with one title in one place count once; a role without a place gives way
  /// to the same with one.
  func merged(_ facts: [Fact]) -> [Fact] {
    var kept: [Fact] = []
    var index = RoleIndex(oneTitle: oneTitle)
    for fact in facts {
      guard case .role(let role) = fact.statement else { continue }
      guard let same = index.first(like: role, where: { isSame(kept[$0], fact, role) }) else {
        index.add(kept.count, role)
        kept.append(fact)
        continue
      }
      let before = kept[same].statement
      kept[same] = merge(kept[same], fact, role)
      if case .role(let whole) = kept[same].statement, case .role(let part) = before,
        whole.organization != part.organization || whole.position.name != part.position.name
      {
        index.add(same, whole)
      }
    }
    return kept
  }

  private func isSame(_ kept: Fact, _ fact: Fact, _ role: Role) -> Bool {
    guard case .role(let other) = kept.statement, kept.negated == fact.negated,
      samePerson(other.person, role.person), sameTitle(other.position.name, role.position.name)
    else { return false }
    if isEvent(other.status) || isEvent(role.status), other.status != role.status,
      isEvent(other.status) && isEvent(role.status)
    {
      return false
    }
    guard let a = other.organization, let b = role.organization else { return true }
    return a == b
  }

  private func isEvent(_ status: RoleStatus?) -> Bool {
    status == .appointed || status == .dismissed
  }

  private func samePerson(_ a: EntityReference, _ b: EntityReference) -> Bool {
    a.entity == nil || b.entity == nil ? a.name == b.name : a.entity == b.entity
  }

  private func sameTitle(_ a: String, _ b: String) -> Bool {
    a == b || a.hasSuffix(" " + b) || b.hasSuffix(" " + a) || a.hasPrefix(b + " ")
      || b.hasPrefix(a + " ") || oneTitle.contains(a) && oneTitle.contains(b)
  }

  /// The fuller of the two, with the place and the status that either has.
  private func merge(_ kept: Fact, _ fact: Fact, _ role: Role) -> Fact {
    guard case .role(let other) = kept.statement else { return kept }
    let isFuller = other.organization == nil && role.organization != nil
    var merged = isFuller ? fact : kept
    var result = isFuller ? role : other
    result.status = result.status ?? other.status ?? role.status
    if [other.status, role.status].contains(.acting), !isEvent(result.status) {
      result.status = .acting
    }
    merged.inferred = kept.inferred.filter(fact.inferred.contains)
    if !isFuller, isEvent(role.status) {
      result.status = role.status
      // What became of the post is told there.
      if !isEvent(other.status) {
        merged.utf8Range = fact.utf8Range
        merged.rule = fact.rule
      }
    }
    result.from = result.from ?? other.from ?? role.from
    result.to = result.to ?? other.to ?? role.to
    merged.statement = .role(result)
    return merged
  }
}
