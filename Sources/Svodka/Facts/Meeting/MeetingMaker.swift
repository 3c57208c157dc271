import RussianText
import TextRules

/// Who met whom, when and where.
struct MeetingMaker: FactMaker {
  static let name = "meeting"

  init(rules: CompiledRules) throws {}

  func accepts(_ match: borrowing Match, in context: KindContext) -> Bool {
    guard match.field("subject") == "nominative", let subject = match.range("first") else { return true }
    return context.canBeSubject(subject)
  }

  func facts(of matches: [KeptMatch], in context: FactContext) -> [Fact] {
    var facts: [Fact] = []
    for match in matches {
      guard let fact = fact(of: match, in: context) else { continue }
      guard !facts.contains(where: { isRetold($0, fact) }) else { continue }
      facts.append(fact)
    }
    return facts
  }

  private func fact(of match: KeptMatch, in context: FactContext) -> Fact? {
    var people: [EntityReference] = []
    for range in [match.range("first"), match.range("second")].compactMap(\.self) {
      for person in context.participants(in: range) where !people.contains(person) {
        people.append(person)
      }
    }
    guard people.count > 1 else { return nil }
    let sentence = context.nearSentence(of: match.wholeTokens)
    let meeting = Meeting(
      participants: people,
      date: context.records(of: .date, in: sentence).compactMap(context.period).first {
        $0.grain == .day
      },
      place: place(in: sentence, of: match, besides: people, context))
    return context.fact(.meeting(meeting), of: match, negated: match.range("neg") != nil)
  }

  /// A town behind a preposition in the sentence.
  private func place(
    in sentence: Range<Int>, of match: KeptMatch, besides people: [EntityReference],
    _ context: FactContext
  ) -> EntityReference? {
    let towns = context.records(of: .place, in: sentence).filter { record in
      guard case .place(let place) = context.value(of: record), place.type == .city else {
        return false
      }
      return record.tokens.lowerBound > 0
        && context.kinds.hasAnalysis(record.tokens.lowerBound - 1, .PREP)
        && !context.posts(in: sentence).contains { $0.contains(record.tokens.lowerBound) }
    }
    return towns.compactMap(context.reference).first { !people.contains($0) }
  }

  /// Did the first tell of the same people already?
  private func isRetold(_ first: Fact, _ second: Fact) -> Bool {
    guard case .meeting(let a) = first.statement, case .meeting(let b) = second.statement else {
      return false
    }
    return Set(a.participants) == Set(b.participants) && first.negated == second.negated
  }
}
