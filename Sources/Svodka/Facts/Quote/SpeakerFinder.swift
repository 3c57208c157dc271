import RussianMorphology
import RussianText
import TextRules

/// Finds who speaks, in the words beside a speech or by them in the text before.
struct SpeakerFinder: Sendable {
  let pronouns: CompiledLexicon
  let genders: [Gender?]
  private let standIns: CompiledLexicon
  private let sources: CompiledLexicon
  let verbs: CompiledLexicon
  let according: CompiledLexicon
  let passing: CompiledLexicon
  let within: CompiledLexicon
  let generic: GenericOrganizations

  init(rules: CompiledRules) {
    func list(_ name: StaticString) -> CompiledLexicon { rules.lexicon("quote", "\(name)")! }
    pronouns = list("pronoun")
    let column = pronouns.column("gender")!
    let words = pronouns
    genders = (0..<words.count).map { Gender(rawValue: words.text(entry: $0, column: column)) }
    standIns = list("stand-in")
    sources = list("source")
    verbs = list("verb")
    according = list("according")
    passing = list("passing")
    within = list("within")
    generic = GenericOrganizations(list("generic"))
  }

  /// The speaker in a clause.
  ///
  /// - Parameters:
  ///   - verb: The verb of speech in the clause.
  ///   - isImpersonal: «говорится в сообщении»: only whose message it is can tell.
  ///   - start: Where the speech or the clause begins; those named before may be meant.
  func speaker(
    in clause: Range<Int>, verb: Range<Int>, isImpersonal: Bool, before start: Int,
    _ narration: Narration, _ context: FactContext
  ) -> EntityReference? {
    guard clause.lowerBound <= verb.lowerBound, verb.upperBound <= clause.upperBound else {
      return nil
    }
    let parts = context.parts(of: verb.upperBound..<clause.upperBound)
    let front = clause.lowerBound..<verb.lowerBound
    if isImpersonal {
      let words = parts.first ?? front
      if let author = author(in: words, before: start, narration, context) { return author }
      guard !hasName(in: words, context) else { return nil }
      return teller(.anyone, before: start, narration, context)
    }
    if let first = parts.first {
      if let person = subject(in: first, context) { return context.reference(to: person) }
    }
    if let person = subject(in: front, context) { return context.reference(to: person) }
    for range in [parts.first ?? front, front] {
      if let speaker = pronoun(in: range, before: start, narration, context) { return speaker }
    }
    if let first = parts.first, !context.records(of: .position, in: first).isEmpty {
      for part in parts.dropFirst().prefix(3) {
        guard !context.hasVerb(in: part) else { break }
        if let person = subject(in: part, context) { return context.reference(to: person) }
      }
    }
    for range in [parts.first ?? front, front] {
      if let speaker = context.holder(of: range, before: start, isSpoken: narration.isSpoken) {
        return speaker
      }
    }
    let words = parts.first ?? front
    // «заявил один из источников»: nobody is named.
    if context.has(sources, in: words) { return nil }
    // «передаёт слова Ивана Кравчука агентство»
    if context.has(passing, in: verb), let person = context.records(of: .person, in: words).first {
      return context.reference(to: person)
    }
    let isSingular = context.kinds.hasAnalysis(verb.lowerBound, .sing)
    // «сказал губернатор»: he who was told to speak before.
    if isSingular, !hasName(in: words, context), hasSomebody(in: words, context),
      let gender = gender(ofVerb: verb.lowerBound, context)
    {
      return teller(.person(gender), before: start, narration, context)
    }
    for range in [words, front] {
      if let organization = organization(in: range, verb, context) { return organization }
      if let type = generic.type(in: range, context) {
        let kind = Narration.Wanted.organization(type)
        if let teller = teller(kind, before: start, narration, context) { return teller }
        if let organization = generic.organization(
          in: range, before: start, isSpoken: narration.isSpoken, context)
        {
          return organization
        }
      }
    }
    guard !isSingular, !hasName(in: words, context) else { return nil }
    return teller(.organization(nil), before: start, narration, context)
  }

  /// The organization that speaks in a range, and not the medium that it was told to.
  private func organization(
    in range: Range<Int>, _ verb: Range<Int>, _ context: FactContext
  ) -> EntityReference? {
    let isSingular = context.kinds.hasAnalysis(verb.lowerBound, .sing)
    for organization in context.records(of: .organization, in: range) {
      let start = organization.tokens.lowerBound
      let isGoverned = context.kinds.hasAnalysis(max(0, start - 1), .PREP)
      if isGoverned, hasSomebody(in: range.lowerBound..<start, context) { continue }
      if case .organization(let value) = context.value(of: organization), value.type == .media,
        !isGoverned,
        !isSingular || hasSomebody(in: min(organization.tokens.upperBound, range.upperBound)..<range.upperBound, context)
      {
        continue
      }
      return context.reference(to: organization)
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

  private func hasName(in range: Range<Int>, _ context: FactContext) -> Bool {
    range.contains { context.kinds.isCapitalized($0) }
  }

  /// Whose message it is: «в сообщении компании «Ромашка»» ends with that.
  private func author(
    in part: Range<Int>, before start: Int, _ narration: Narration, _ context: FactContext
  ) -> EntityReference? {
    var end = part.upperBound
    while end > part.lowerBound, context.kinds.isQuote(end - 1) { end -= 1 }
    let last = context.records(of: .organization, in: part).last { $0.tokens.upperBound >= end }
    if let last { return context.reference(to: last) }
    guard end > part.lowerBound, let type = generic.type(in: end - 1..<end, context) else {
      return nil
    }
    let teller = teller(.organization(type), before: start, narration, context)
    return teller
      ?? generic.organization(
        in: end - 1..<end, before: start, isSpoken: narration.isSpoken, context)
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
    in range: Range<Int>, before start: Int, _ narration: Narration, _ context: FactContext
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
    let wanted = Narration.Wanted.person(gender ?? nil)
    return teller(wanted, before: start, narration, context)
      ?? lastPerson(before: start, of: gender ?? nil, narration, context)
        .flatMap(context.reference)
  }

  private func gender(ofVerb token: Int, _ context: FactContext) -> Gender? {
    if context.kinds.hasAnalysis(token, [.masc, .sing]) { return .male }
    return context.kinds.hasAnalysis(token, [.femn, .sing]) ? .female : nil
  }

  /// The nearest person before a place, outside of speeches, the subject of a sentence if possible.
  private func lastPerson(
    before start: Int, of gender: Gender?, _ narration: Narration, _ context: FactContext
  ) -> MatchedRecord? {
    guard let kind = context.kinds.matcher.rules.kindNumber(MentionKind.person.rawValue) else {
      return nil
    }
    var other: MatchedRecord?
    var index = start - 1
    while index >= max(0, start - 160) {
      defer { index -= 1 }
      guard !narration.isSpoken[index],
        let record = context.kinds.matcher.record(kind: kind, at: index),
        case .person(let person) = context.value(of: record),
        gender == nil || person.gender == nil || person.gender == gender
      else { continue }
      if context.canBe(.nomn, record), !context.isGoverned(record) { return record }
      other = other ?? record
    }
    return other
  }
}
