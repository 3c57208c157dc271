import RussianMorphology
import RussianText
import TextRules

/// Finds who speaks, in the words beside a speech or by them in the text before.
struct SpeakerFinder: Sendable {
  private let pronouns: CompiledLexicon
  private let genders: [Gender?]
  private let standIns: CompiledLexicon
  private let generic: GenericOrganizations

  init(rules: CompiledRules) {
    pronouns = rules.lexicon("quote", "pronoun")!
    let column = pronouns.column("gender")!
    let list = pronouns
    genders = (0..<list.count).map { Gender(rawValue: list.text(entry: $0, column: column)) }
    standIns = rules.lexicon("quote", "stand-in")!
    generic = GenericOrganizations(rules.lexicon("quote", "generic")!)
  }

  /// The speaker in a clause.
  ///
  /// - Parameters:
  ///   - verb: The verb of speech in the clause.
  ///   - isImpersonal: «говорится в сообщении»: only whose message it is can tell.
  ///   - start: Where the speech or the clause begins; those named before may be meant.
  func speaker(
    in clause: Range<Int>, verb: Range<Int>, isImpersonal: Bool, before start: Int,
    _ context: FactContext
  ) -> EntityReference? {
    let parts = context.parts(of: verb.upperBound..<clause.upperBound)
    let front = clause.lowerBound..<verb.lowerBound
    if isImpersonal { return parts.first.flatMap { author(in: $0, context) } }
    if let first = parts.first {
      if let person = subject(in: first, context) { return context.reference(to: person) }
    }
    if let person = subject(in: front, context) { return context.reference(to: person) }
    for range in [parts.first ?? front, front] {
      if let speaker = pronoun(in: range, before: start, context) { return speaker }
    }
    if let first = parts.first, !context.records(of: .position, in: first).isEmpty {
      for part in parts.dropFirst().prefix(3) {
        guard !context.hasVerb(in: part) else { break }
        if let person = subject(in: part, context) { return context.reference(to: person) }
      }
    }
    for range in [parts.first ?? front, front] {
      if let speaker = context.holder(of: range, before: start) { return speaker }
    }
    for range in [parts.first ?? front, front] {
      if let organization = context.records(of: .organization, in: range).first {
        let start = organization.tokens.lowerBound
        if context.kinds.hasAnalysis(max(0, start - 1), .PREP),
          hasSomebody(in: range.lowerBound..<start, context)
        {
          continue
        }
        return context.reference(to: organization)
      }
      if let organization = generic.organization(in: range, context) { return organization }
    }
    return nil
  }

  /// «сказал адвокат в суде»: somebody without a name speaks.
  private func hasSomebody(in range: Range<Int>, _ context: FactContext) -> Bool {
    range.contains { token in
      context.kinds.hasAnalysis(token, [.NOUN, .anim, .nomn])
        && !context.kinds.hasAnalysis(token, [.NOUN, .inan])
    }
  }

  /// Whose message it is: «в сообщении компании «Ромашка»» ends with that.
  private func author(in part: Range<Int>, _ context: FactContext) -> EntityReference? {
    var end = part.upperBound
    while end > part.lowerBound, context.kinds.isQuote(end - 1) { end -= 1 }
    let last = context.records(of: .organization, in: part).last { $0.tokens.upperBound >= end }
    if let last { return context.reference(to: last) }
    guard end > part.lowerBound else { return nil }
    return generic.organization(in: end - 1..<end, context)
  }

  /// The medium that passes a speech on, if one is named beside the speaker.
  func source(in clause: Range<Int>, _ context: FactContext) -> EntityReference? {
    let medium = context.records(of: .organization, in: clause).first {
      guard case .organization(let organization) = context.value(of: $0) else { return false }
      return organization.type == .media
    }
    return medium.flatMap(context.reference)
  }

  /// The first person in a range who can be its subject.
  private func subject(in range: Range<Int>, _ context: FactContext) -> MatchedRecord? {
    let people = context.records(of: .person, in: range)
    return people.first { context.canBe(.nomn, $0) }
  }

  private func pronoun(
    in range: Range<Int>, before start: Int, _ context: FactContext
  ) -> EntityReference? {
    var gender: Gender??
    context.kinds.forEachEntry(of: pronouns, in: range) { _, entry in
      gender = gender ?? genders[entry]
    }
    var isStandIn = false
    if gender == nil {
      context.kinds.forEachEntry(of: standIns, in: range) { _, _ in isStandIn = true }
    }
    guard gender != nil || isStandIn else { return nil }
    return lastPerson(before: start, of: gender ?? nil, context).flatMap(context.reference)
  }

  /// The nearest person before a place, outside of speeches, the subject of a sentence if possible.
  private func lastPerson(
    before start: Int, of gender: Gender?, _ context: FactContext
  ) -> MatchedRecord? {
    guard let kind = context.kinds.matcher.rules.kindNumber(MentionKind.person.rawValue) else {
      return nil
    }
    var other: MatchedRecord?
    var index = start - 1
    while index >= max(0, start - 160) {
      defer { index -= 1 }
      guard let record = context.kinds.matcher.record(kind: kind, at: index),
        case .person(let person) = context.value(of: record),
        gender == nil || person.gender == nil || person.gender == gender
      else { continue }
      if context.canBe(.nomn, record) { return record }
      other = other ?? record
    }
    return other
  }
}
