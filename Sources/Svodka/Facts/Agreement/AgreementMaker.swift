import RussianText
import TextRules

/// Who agreed with whom, on what, when and for how much: gathers what frames found.
struct AgreementMaker: FactMaker {
  static let name = "agreement"

  /// The arguments of a frame, in their order.
  let slots: [String]

  init(rules: CompiledRules) throws {
    slots = rules.fact(Self.name)?.arguments.map(\.name) ?? []
  }

  func facts(
    of matches: [KeptMatch], frames: [FrameMatch], in context: FactContext
  ) -> [Fact] {
    var facts: [Fact] = []
    var known = AgreementIndex()
    for frame in frames {
      for fact in self.facts(of: frame, in: context) {
        let told = known.first(like: fact) { isRetold(facts[$0], fact) || isRetold(fact, facts[$0]) }
        if let told {
          facts[told] = fuller(facts[told], fact)
        } else {
          facts.append(fact)
        }
        let number = told ?? facts.count - 1
        if facts[number] == fact { known.add(number, fact) }
      }
    }
    return facts
  }

  /// Did the first tell of the same agreement already, or of a part of it in the same words?
  private func isRetold(_ first: Fact, _ second: Fact) -> Bool {
    guard case .agreement(let a) = first.statement, case .agreement(let b) = second.statement,
      first.negated == second.negated
    else { return false }
    let own = Set(a.parties.map(\.reference))
    let other = Set(b.parties.map(\.reference))
    if first.utf8Range.overlaps(second.utf8Range), own.isSuperset(of: other) {
      return a.type == nil || b.type == nil || a.type == b.type
    }
    return own == other && isPlanned(a) == isPlanned(b) && (a.type == b.type || b.type == nil)
      && haveSameRoles(a, b) && (a.date == nil || b.date == nil || a.date == b.date)
      && (a.measure == nil || b.measure == nil || a.measure?.value == b.measure?.value)
  }

  /// Whether nobody is the buyer in one and the seller in the other.
  private func haveSameRoles(_ a: Agreement, _ b: Agreement) -> Bool {
    let roles = Dictionary(
      a.parties.map { ($0.reference, $0.role) }, uniquingKeysWith: { first, _ in first })
    return b.parties.allSatisfy { party in
      guard let own = roles[party.reference] ?? nil, let role = party.role else { return true }
      return own == role
    }
  }

  private func isPlanned(_ agreement: Agreement) -> Bool { agreement.status == .planned }

  /// Of two facts about one agreement the one that says more; the first, if both say as much.
  private func fuller(_ first: Fact, _ second: Fact) -> Fact {
    weight(of: second) > weight(of: first) ? second : first
  }

  private func weight(of fact: Fact) -> Int {
    guard case .agreement(let agreement) = fact.statement else { return 0 }
    return 4 * agreement.parties.count + agreement.parties.count { $0.role != nil }
      + [agreement.object != nil, agreement.date != nil, agreement.measure != nil].count { $0 }
  }
}
