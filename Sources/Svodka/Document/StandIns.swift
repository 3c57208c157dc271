import RussianMorphology
import TextRules

/// Whom a word among a frame's words stands for: «компания» the only organization of its type near,
/// «он» the only man, a verb without a subject the one of whom the sentences before tell.
struct StandIns {
  /// The word lists, read once for all documents.
  private struct Lists: Sendable {
    let nouns: GenericOrganizations?
    let pronouns: CompiledLexicon?
    let titles: CompiledLexicon?
    let words: CompiledLexicon?
    /// Of each pronoun.
    let genders: [Gender?]
  }

  private let lists: Lists
  private let context: FactContext
  private let organization: Int?
  private let person: Int?
  private let aged: AgedPerson?

  init(_ context: FactContext) {
    let rules = context.kinds.matcher.rules
    self.context = context
    lists = rules.table { rules in
      let pronouns = rules.lexicon("event", "person-pronoun")
      let column = pronouns?.column("gender")
      return Lists(
        nouns: rules.lexicon("event", "organization-noun")
          .flatMap { GenericOrganizations(checking: $0) },
        pronouns: pronouns,
        titles: rules.lexicon("event", "person-noun"),
        words: rules.lexicon("event", "person-word"),
        genders: pronouns.map { list in
          (0..<list.count).map { entry in
            column.flatMap { Gender(rawValue: list.text(entry: entry, column: $0)) }
          }
        } ?? [])
    }
    person = rules.kindNumber(MentionKind.person.rawValue)
    organization = rules.kindNumber(MentionKind.organization.rawValue)
    aged =
      if let duration = rules.kindNumber(MentionKind.duration.rawValue), let titles = lists.titles {
        AgedPerson(
          context: context, duration: duration,
          position: rules.kindNumber(MentionKind.position.rawValue), titles: titles,
          words: lists.words)
      } else { nil }
  }

  /// The record that a word stands for; nil unless exactly one fits.
  func record(at token: Int, of kinds: [Int]) -> MatchedRecord? {
    if let person, kinds.contains(person) {
      if let found = whom(at: token), kinds.count == 1 ? isAlone(token) : isOnlyOne(found, before: token) {
        return found
      }
      if kinds.count == 1 { return aged?.record(at: token) }
    }
    guard let organization, kinds.contains(organization),
      let noun = lists.nouns?.noun(in: token..<token + 1, context.kinds)
    else { return nil }
    if let bracket = openingBracket(before: token) {
      return name(before: bracket, of: organization, as: noun.type)
    }
    var found: MatchedRecord?
    let reference = context.onlyOrganization(before: token) { record in
      guard let own = context.organizationType(of: record),
        GenericOrganizations.fits(own, noun.type)
      else { return nil }
      found = record
      return context.reference(to: record)
    }
    return reference == nil ? nil : found
  }

  /// Is no organization named before a pronoun in its sentence: «к юбилею клуба «Ромашка» — ему 100 лет»?
  private func isAlone(_ token: Int) -> Bool {
    let sentence = context.sentence(of: token)
    return token - sentence.lowerBound > 200
      || context.records(of: .organization, in: sentence.lowerBound..<token).isEmpty
  }

  /// The bracket that opens before a word and is not closed there: «Ромашка (компания принадлежит …».
  private func openingBracket(before token: Int) -> Int? {
    for index in (max(0, token - 8)..<token).reversed() {
      guard context.buffer[index].kind == .punctuation else { continue }
      switch context.buffer.spelling(of: index).first {
      case UInt8(ascii: "("): return index
      case UInt8(ascii: ")"): return nil
      default: continue
      }
    }
    return nil
  }

  /// The organization that ends at a token, of a type that the noun can stand for.
  private func name(before end: Int, of kind: Int, as type: OrganizationType?) -> MatchedRecord? {
    for index in (max(0, end - 12)..<end).reversed() {
      guard let record = context.kinds.matcher.record(kind: kind, at: index) else { continue }
      let isNext = record.tokens.upperBound == end
        || record.tokens.upperBound == end - 1 && context.kinds.isQuote(end - 1)
      guard isNext, let own = context.organizationType(of: record),
        GenericOrganizations.fits(own, type)
      else { return nil }
      return record
    }
    return nil
  }

  /// Is no organization named since the sentence of a person that a pronoun can stand for as well?
  private func isOnlyOne(_ person: MatchedRecord, before token: Int) -> Bool {
    let start = context.sentence(of: person.tokens.lowerBound).lowerBound
    guard token - start <= 200 else { return false }
    let gender: Grammemes = context.gender(of: person) == .female ? .femn : .masc
    return !context.records(of: .organization, in: start..<token).contains { organization in
      guard canHave(gender, organization) else { return false }
      // A firm may do what its head does: «глава банка. Он купил …»
      if let type = context.organizationType(of: organization), type == .company || type == .bank {
        return true
      }
      return !context.isGoverned(organization) && context.kinds.canBeSubject(organization.tokens)
        && !tellsOfPerson(organization.tokens.lowerBound, token)
    }
  }

  /// Is the subject of a word's sentence a person, named or not?
  private func tellsOfPerson(_ word: Int, _ end: Int) -> Bool {
    let sentence = context.sentence(of: word)
    guard sentence.count <= 200 else { return false }
    let before = sentence.lowerBound..<min(end, sentence.upperBound)
    return !context.subjects(in: sentence).isEmpty
      || lists.pronouns.map { context.has($0, in: before) } == true
  }

  private func isQuote(before name: Range<Int>) -> Bool {
    name.lowerBound > 0 && context.kinds.isQuote(name.lowerBound - 1)
  }

  /// Can an organization be meant by a pronoun of a gender? «Она» is no bank.
  private func canHave(_ gender: Grammemes, _ organization: MatchedRecord) -> Bool {
    let name = organization.tokens
    let before = max(0, name.lowerBound - (isQuote(before: name) ? 2 : 1))
    func isNoun(_ token: Int) -> Bool {
      context.buffer[token].shape == .lower && context.kinds.hasAnalysis(token, .NOUN)
    }
    guard let noun = name.first(where: isNoun) ?? [before].first(where: isNoun) else { return true }
    return context.kinds.hasAnalysis(noun, gender.union(.NOUN))
  }

  /// The person whom a pronoun stands for.
  private func whom(at token: Int) -> MatchedRecord? {
    guard let pronouns = lists.pronouns else { return nil }
    // «дочь Эмма (ей 11 лет)»: where a name stands before the bracket, she is meant.
    if let bracket = openingBracket(before: token), bracket > 0, bracket + 3 > token,
      context.buffer[bracket - 1].shape == .title
    {
      return context.records(of: .person, in: max(0, bracket - 5)..<bracket)
        .last { $0.tokens.upperBound == bracket }
    }
    // Who speaks tells of another: «„Ему 32 года“, — сказал Иван».
    let isDative = context.kinds.hasAnalysis(token, [.NPRO, .datv])
    if isDative, speaks(in: context.sentence(of: token)) || isQuoted(token) { return nil }
    // No pronoun, or one of no gender.
    var gender: Gender??
    context.kinds.forEachEntry(of: pronouns, in: token..<token + 1) { _, entry in
      gender = .some(lists.genders[entry])
    }
    guard let gender, !isDative || !hasSeveral(before: token, gender) else { return nil }
    return context.antecedent(of: token, gender: gender)
  }

  /// Does a sentence so far name several people of whom «ему» may be said?
  private func hasSeveral(before token: Int, _ gender: Gender?) -> Bool {
    let start = max(context.sentence(of: token).lowerBound, token - 200)
    var first: EntityReference?
    for person in context.records(of: .person, in: start..<token) {
      guard let reference = context.reference(to: person) else { continue }
      let own = context.gender(of: person)
      if gender != nil, own != nil, own != gender { continue }
      if let first, first != reference { return true }
      first = reference
    }
    return false
  }

  /// How far before a word the quotation that it is in may open.
  private static let quoteReach = 200

  /// Does a word stand in a quotation that its paragraph opened before?
  private func isQuoted(_ token: Int) -> Bool {
    var closed = 0
    for index in (max(0, token - Self.quoteReach)..<token).reversed() {
      switch context.buffer.spelling(of: index).first {
      // The marks «»: 0xC2 0xAB and 0xC2 0xBB.
      case 0xC2:
        if context.buffer.spelling(of: index).last == 0xBB { closed += 1 }
        if context.buffer.spelling(of: index).last == 0xAB {
          if closed == 0 { return true }
          closed -= 1
        }
      default: break
      }
      if context.buffer[index].flags.contains(.paragraphStart) { return false }
    }
    return false
  }

  /// How many sentences back a text may have named the one of whom it tells.
  private static let reach = 12

  /// The person of whom the sentences before tell, where that of a verb or a title names no subject:
  /// the only one who can be the subject of the nearest sentence that has one.
  func topic(of word: Int, _ kinds: [Int]) -> MatchedRecord? {
    guard let person, kinds.contains(person) else { return nil }
    let sentence = context.sentence(of: word)
    guard let own = subjects(of: sentence), own.isEmpty, !speaks(in: sentence) else { return nil }
    var start = sentence.lowerBound
    // Who is named since: «У Анны большой опыт» tells of her.
    var others: [MatchedRecord] = []
    for _ in 0..<Self.reach where start > 0 {
      let before = context.sentence(of: start - 1)
      guard let people = subjects(of: before) else { return nil }
      if let first = people.first {
        let isOne = (people + others).allSatisfy {
          context.reference(to: $0) == context.reference(to: first)
        }
        let agrees = !isPredicate(word) || context.agrees(word, with: first)
        return isOne && agrees ? first : nil
      }
      others += context.records(of: .person, in: before).prefix(4).filter {
        !isPredicate(word) || context.agrees(word, with: $0)
      }
      start = before.lowerBound
    }
    return nil
  }

  /// Has the word a gender or a number that its subject shares?
  private func isPredicate(_ word: Int) -> Bool {
    context.kinds.hasAnalysis(word, .VERB) || context.kinds.hasAnalysis(word, .PRTS)
  }

  /// The people who can be subjects of a sentence; nil if an unnamed one can.
  private func subjects(of sentence: Range<Int>) -> [MatchedRecord]? {
    guard sentence.count <= 200 else { return nil }
    // «(завод вёл Иван Кравчук)» tells of another thing.
    let people = context.subjects(in: sentence).filter {
      openingBracket(before: $0.tokens.lowerBound) == nil
    }
    let isOther = sentence.contains { token in
      context.buffer[token].shape == .lower
        && context.kinds.hasAnalysis(token, [.NOUN, .anim, .nomn])
        && !context.kinds.hasAnalysis(token, .gent) && !context.kinds.hasAnalysis(token, .accs)
        && context.records(of: .position, in: token..<token + 1).isEmpty
    }
    return isOther ? nil : people
  }

  /// Does somebody speak in a sentence? Quotation marks around names tell nothing.
  private func speaks(in sentence: Range<Int>) -> Bool {
    let names = context.records(of: .organization, in: sentence).map(\.tokens)
    return sentence.contains { token in
      context.kinds.isQuote(token)
        && !names.contains { ($0.lowerBound - 1...$0.upperBound).contains(token) }
    }
  }
}
