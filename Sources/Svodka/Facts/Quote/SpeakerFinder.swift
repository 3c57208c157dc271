import RussianMorphology
import RussianText
import TextRules

/// Finds who speaks, in the words beside a speech or by them in the text before.
struct SpeakerFinder: Sendable {
  /// Who speaks, and whether a noun or a pronoun alone tells it.
  struct Speaker {
    let reference: EntityReference
    var isInferred = false
  }

  let pronouns: CompiledLexicon
  let genders: [Gender?]
  private let cited: CompiledLexicon
  private let citedGenders: [Gender?]
  let standIns: CompiledLexicon
  /// By entry of `standIns`: whether who is meant must have spoken before.
  let mustHaveSpoken: [Bool]
  private let sources: CompiledLexicon
  let spokesmen: CompiledLexicon
  let offices: CompiledLexicon
  let bodies: CompiledLexicon
  /// How the names begin that each entry of `bodies` stands for.
  let bodyStems: [[Substring]]
  /// Titles of which a person has one at a time.
  let soleOffices: CompiledLexicon
  let titleNouns: CompiledLexicon
  /// The nouns of titles that each entry of `titleNouns` stands for.
  let stoodFor: [Set<String>]
  /// By the titles of `stoodFor`, the nouns that stand for them.
  let standingFor: [String: Set<String>]
  let verbs: CompiledLexicon
  /// By entry of `verbs`: «сообщается», which names nobody.
  let isImpersonal: [Bool]
  let telling: CompiledLexicon
  let according: CompiledLexicon
  let possessives: CompiledLexicon
  let passing: CompiledLexicon
  let citing: CompiledLexicon
  let ownVoice: CompiledLexicon
  let within: CompiledLexicon
  let generic: GenericOrganizations
  let titles: TitleReader

  init(rules: CompiledRules) {
    func list(_ name: StaticString) -> CompiledLexicon { rules.lexicon("quote", "\(name)")! }
    func genders(_ list: CompiledLexicon) -> [Gender?] {
      let column = list.column("gender")!
      return (0..<list.count).map { Gender(rawValue: list.text(entry: $0, column: column)) }
    }
    pronouns = list("pronoun")
    self.genders = genders(pronouns)
    cited = list("cited")
    citedGenders = genders(cited)
    let standIns = list("stand-in")
    self.standIns = standIns
    let known = standIns.column("known")!
    mustHaveSpoken = (0..<standIns.count).map {
      standIns.text(entry: $0, column: known) == "told"
    }
    sources = list("source")
    spokesmen = list("spokesman")
    offices = list("office")
    let bodies = list("body-stem")
    self.bodies = bodies
    let stems = bodies.column("stems")!
    bodyStems = (0..<bodies.count).map {
      bodies.text(entry: $0, column: stems).split(separator: " ")
    }
    soleOffices = list("sole-office")
    let nouns = list("title-noun")
    titleNouns = nouns
    let heads = nouns.column("titles")!
    stoodFor = (0..<nouns.count).map {
      Set(nouns.text(entry: $0, column: heads).split(separator: " ").map(String.init))
    }
    var standing: [String: Set<String>] = [:]
    for (entry, titles) in stoodFor.enumerated() {
      for title in titles {
        // «глава государства»: the noun alone is compared.
        let noun = nouns.text(entry: entry, column: 0).prefix { $0 != " " }
        standing[title, default: []].insert(String(noun))
      }
    }
    standingFor = standing
    let verbs = list("verb")
    self.verbs = verbs
    let form = verbs.column("form")!
    isImpersonal = (0..<verbs.count).map { verbs.text(entry: $0, column: form) == "impersonal" }
    telling = list("telling")
    according = list("according")
    possessives = list("possessive")
    passing = list("passing")
    citing = list("citing")
    ownVoice = list("own-voice")
    within = list("within")
    generic = GenericOrganizations(list("generic"))
    titles = TitleReader(
      nouns: [nouns, standIns], bodies: list("generic"), adjectives: list("place-adjective"), former: list("former"),
      formerPrefixes: list("former-prefix"))
  }

  /// What the text before a speech tells of its speaker.
  struct Background {
    let narration: Narration
    let introductions: Introductions
    /// Where the speech or the clause begins; those named before may be meant.
    let start: Int
    let context: FactContext
  }

  /// The words about a speaker, around their verb.
  private struct Clause {
    let verb: Range<Int>
    /// The parts behind the verb, between punctuation marks.
    let parts: [Range<Int>]
    /// What stands before the verb, and its last parts, the nearest first.
    let front: Range<Int>
    let before: [Range<Int>]

    /// The part next to the verb.
    var words: Range<Int> { parts.first ?? front }
    /// Where a subject may stand, what is next to the verb first.
    var places: [Range<Int>] { Array(parts.prefix(1)) + before }
  }

  /// The speaker in a clause.
  ///
  /// - Parameters:
  ///   - verb: The verb of speech in the clause.
  ///   - isImpersonal: «говорится в сообщении»: only whose message it is can tell.
  func speaker(
    in range: Range<Int>, verb: Range<Int>, isImpersonal: Bool, _ background: Background
  ) -> Speaker? {
    let context = background.context
    let verb = finite(verb, in: range, context)
    guard range.lowerBound <= verb.lowerBound, verb.upperBound <= range.upperBound else {
      return nil
    }
    let front = range.lowerBound..<verb.lowerBound
    // «Когда Олег Мороз пришёл, Иван Кравчук сказал»: what stands next to the verb comes first.
    let before = context.parts(of: front).reversed().filter { !context.hasVerb(in: $0) }.prefix(3)
    let clause = Clause(
      verb: verb, parts: partsWithoutAsides(verb.upperBound..<range.upperBound, context),
      front: front, before: Array(before))
    if isImpersonal { return author(in: clause.words, background) }
    if let person = person(in: clause, background) { return person }
    // «заявил один из источников»: nobody is named.
    if context.has(sources, in: clause.words) { return nil }
    // «передаёт слова Ивана Кравчука агентство»
    if context.has(passing, in: verb) {
      let people = context.records(of: .person, in: clause.words)
      if let person = people.first.flatMap(context.reference) { return Speaker(reference: person) }
      if let speaker = pronoun(in: clause.words, cited, citedGenders, background) {
        return speaker
      }
      if source(in: clause.words, context) != nil { return passedOn(in: clause.words, background) }
    }
    return nounOrOrganization(in: clause, background)
  }

  /// The person who is named in the clause, or whom a pronoun means there.
  private func person(in clause: Clause, _ background: Background) -> Speaker? {
    let context = background.context
    for range in clause.places + [clause.front] {
      if let person = subject(in: range, context).flatMap(context.reference) {
        return Speaker(reference: person)
      }
    }
    for range in [clause.words, clause.front] {
      if let speaker = pronoun(in: range, pronouns, genders, background) { return speaker }
    }
    // «сообщил директор завода, кандидат наук Иван Кравчук»
    guard !context.records(of: .position, in: clause.words).isEmpty else { return nil }
    for part in clause.parts.dropFirst().prefix(3) {
      guard !context.hasVerb(in: part) else { break }
      if let person = subject(in: part, context).flatMap(context.reference) {
        return Speaker(reference: person)
      }
    }
    return nil
  }

  /// «сказал министр», «сообщила компания», «отметили в ведомстве»
  private func nounOrOrganization(in clause: Clause, _ background: Background) -> Speaker? {
    let context = background.context
    let isSingular = context.kinds.hasAnalysis(clause.verb.lowerBound, .sing)
    for range in clause.places {
      if let token = somebody(in: range, isSingular: isSingular, context) {
        return isSingular ? speaker(called: token, in: range, verb: clause.verb, background) : nil
      }
      if let organization = organization(in: range, isSingular: isSingular, context) {
        return Speaker(reference: organization)
      }
      if let speaker = body(in: range, isSingular ? .subject : .within, background) {
        return speaker
      }
    }
    return nil
  }

  /// «Отвечая на вопрос, Иван Кравчук заявил»: the verb behind the gerund has the subject.
  private func finite(
    _ verb: Range<Int>, in clause: Range<Int>, _ context: FactContext
  ) -> Range<Int> {
    guard verb.upperBound < clause.upperBound, context.kinds.hasAnalysis(verb.lowerBound, .GRND)
    else { return verb }
    var found = verb
    context.kinds.forEachEntry(of: verbs, in: verb.upperBound..<clause.upperBound) { tokens, _ in
      if context.kinds.hasAnalysis(tokens.lowerBound, [.VERB, .past])
        || context.kinds.hasAnalysis(tokens.lowerBound, [.VERB, .per3])
      {
        found = tokens
      }
    }
    return found
  }

  /// The parts between punctuation marks, without what stands in brackets.
  private func partsWithoutAsides(
    _ range: Range<Int>, _ context: FactContext
  ) -> [Range<Int>] {
    context.parts(of: range).filter { part in
      part.lowerBound == range.lowerBound
        || !context.isSign(part.lowerBound - 1, UInt8(ascii: "("))
    }
  }

  /// The medium that passes a speech on, if one is named beside the speaker.
  func source(in clause: Range<Int>, _ context: FactContext) -> EntityReference? {
    context.records(of: .organization, in: clause).first {
      context.organizationType(of: $0) == .media
    }.flatMap(context.reference)
  }

  /// The first person in a range who can be its subject.
  private func subject(in range: Range<Int>, _ context: FactContext) -> MatchedRecord? {
    context.records(of: .person, in: range).first { canSpeak($0, context) }
  }

  /// Can the name be the subject? One that stands there as the document's own name for the person
  /// can, whatever the dictionary takes it for: «Досжанов», not the plural of «Досжан».
  func canSpeak(_ person: MatchedRecord, _ context: FactContext) -> Bool {
    let end = person.tokens.upperBound
    let written = context.kinds.text(of: end - 1..<end)
    guard let last = context.reference(to: person)?.name.split(separator: " ").last else {
      return context.canBe(.nomn, person)
    }
    // «Чжан Исинь»: the family name comes first, and no part has an ending.
    if person.tokens.count > 1,
      let name = context.reference(to: person)?.name.split(separator: " ").map(String.init),
      Set(name) == Set(person.tokens.map { context.kinds.text(of: $0..<$0 + 1) })
    {
      return true
    }
    // «с коллегой Альбертом Шингиро»: a given name has an ending.
    if written == last {
      return person.tokens.count == 1 || context.canBe(.nomn, person)
        || context.kinds.text(of: person.tokens) == context.reference(to: person)?.name
    }
    // «Джо Байдену»: the family name has an ending.
    if written.count > last.count, written.hasPrefix(last) { return false }
    return context.canBe(.nomn, person)
  }

  /// Who is meant by the first pronoun of a list in a range.
  private func pronoun(
    in range: Range<Int>, _ list: CompiledLexicon, _ genders: [Gender?], _ background: Background
  ) -> Speaker? {
    var gender: Gender??
    background.context.kinds.forEachEntry(of: list, in: range) { _, entry in
      gender = gender ?? genders[entry]
    }
    guard let gender else { return nil }
    return lastSpeaker(gender, background)
  }

  private func lastSpeaker(_ gender: Gender?, _ background: Background) -> Speaker? {
    let reference =
      teller(.person(gender), background)
      ?? lastSubject(of: gender, background)
    return reference.map { Speaker(reference: $0, isInferred: true) }
  }

  func gender(ofVerb token: Int, _ context: FactContext) -> Gender? {
    if context.kinds.hasAnalysis(token, [.masc, .sing]) { return .male }
    return context.kinds.hasAnalysis(token, [.femn, .sing]) ? .female : nil
  }
}
