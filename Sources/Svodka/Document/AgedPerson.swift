import RussianMorphology
import RussianText
import TextRules

/// Whom a noun with an age beside it stands for: «46-летний актёр», «генералу исполнилось 59 лет».
///
/// Needs the people of the text so far. A noun by which the text named one of them means him; at the
/// start of a sentence that names nobody, another noun means the only person or the one of whom the
/// text tells.
struct AgedPerson {
  let context: FactContext
  let duration: Int
  let position: Int?
  /// «Актёр», «бизнесмен».
  let titles: CompiledLexicon
  /// «Швейцарец», «форвард».
  let words: CompiledLexicon?

  /// How many tokens before an age a text may have named the one of whom it tells.
  private static let reach = 400
  /// How many words a title has before a name or behind it.
  private static let titleReach = 6
  /// How many mentions the person has of whom the text tells, and how many times those of any other.
  private static let mostNamed = (mentions: 3, times: 2)

  /// The person whom the noun at a token stands for; nil unless exactly one fits.
  func record(at token: Int) -> MatchedRecord? {
    guard token > 0, isTitle(token) else { return nil }
    let sentence = context.sentence(of: token)
    guard let age = age(beside: token, in: sentence) else { return nil }
    let people = context.records(of: .person, in: max(0, token - Self.reach)..<token)
    // «Ранее в парке погиб 25-летний москвич»: somebody who was not told of yet.
    guard age > token || opens(sentence, age) && context.kinds.hasAnalysis(token, .nomn) else { return nil }
    if let titled = only(of: people.filter { isCalled($0, as: token) }, for: token) { return titled }
    guard age < token, context.records(of: .person, in: sentence).isEmpty, !people.isEmpty else { return nil }
    return only(of: people, for: token) ?? protagonist(of: people, for: token)
  }

  private func isTitle(_ token: Int) -> Bool {
    context.buffer[token].shape == .lower
      && (context.has(titles, in: token..<token + 1)
        || words.map { context.has($0, in: token..<token + 1) } == true
        || position.map { context.kinds.matcher.record(kind: $0, at: token) != nil } == true)
  }

  /// Where the age stands: right before the noun, or behind a dative.
  private func age(beside token: Int, in sentence: Range<Int>) -> Int? {
    let matcher = context.kinds.matcher
    if matcher.record(kind: duration, at: token - 1) != nil { return token - 1 }
    if token > 1, matcher.record(kind: duration, at: token - 2) != nil,
      context.kinds.hasAnalysis(token - 1, .ADJF)
    {
      return token - 2
    }
    guard context.kinds.hasAnalysis(token, [.NOUN, .datv]) else { return nil }
    // «актёру исполнилось 45 лет», but not «актёру 10 лет не давали ролей»
    guard token + 2 < sentence.upperBound, context.kinds.isVerb(token + 1),
      matcher.record(kind: duration, at: token + 2) != nil
    else { return nil }
    return token + 2
  }

  /// Does a sentence begin with the age, but for an adverb or a conjunction?
  private func opens(_ sentence: Range<Int>, _ age: Int) -> Bool {
    let light: [Grammemes] = [.ADVB, .CONJ, .PRCL]
    return age - sentence.lowerBound <= 2
      && (sentence.lowerBound..<age).allSatisfy { word in
        light.contains { context.kinds.hasAnalysis(word, $0) }
      }
  }

  // MARK: Who it is

  /// The only person among some whom the noun can mean.
  private func only(of people: [MatchedRecord], for token: Int) -> MatchedRecord? {
    guard let last = people.last, let reference = context.reference(to: last),
      people.allSatisfy({ context.reference(to: $0) == reference })
    else { return nil }
    return fits(last, token) ? last : nil
  }

  /// The person who was named last, if far more often than any other.
  private func protagonist(of people: [MatchedRecord], for token: Int) -> MatchedRecord? {
    var counts: [EntityReference: Int] = [:]
    for reference in people.compactMap(context.reference) { counts[reference, default: 0] += 1 }
    let ranked = counts.values.sorted(by: >)
    guard ranked[0] >= Self.mostNamed.mentions,
      ranked.count == 1 || ranked[0] >= Self.mostNamed.times * ranked[1]
    else { return nil }
    guard let last = people.last, let reference = context.reference(to: last),
      counts[reference] == ranked[0]
    else { return nil }
    return fits(last, token) ? last : nil
  }

  /// «Актриса» is a woman; «президент» may be one.
  private func fits(_ person: MatchedRecord, _ token: Int) -> Bool {
    guard let own = context.gender(of: person) else { return true }
    if !context.kinds.hasAnalysis(token, [.NOUN, .masc]) { return own == .female }
    return own == .male || position.map { context.kinds.matcher.record(kind: $0, at: token) != nil } == true
  }

  /// Does the text call a person by the noun, right before the name or behind it?
  private func isCalled(_ person: MatchedRecord, as noun: Int) -> Bool {
    let lemmas = self.lemmas(of: noun)
    var before = person.tokens.lowerBound - 1
    let start = max(0, person.tokens.lowerBound - Self.titleReach)
    while before >= start, !isBorder(before) {
      // «адвокат бизнесмена Иван Кравчук» is no businessman.
      if isOne(of: lemmas, before) { return context.shareCase(before, person.tokens, isOne: true) }
      before -= 1
    }
    var behind = person.tokens.upperBound
    let end = min(context.buffer.count, noun, behind + Self.titleReach)
    guard behind < end, context.buffer[behind].kind == .punctuation else { return false }
    behind += 1
    while behind < end, !isBorder(behind) {
      if isOne(of: lemmas, behind) { return true }
      behind += 1
    }
    return false
  }

  /// Punctuation and verbs end a title.
  private func isBorder(_ token: Int) -> Bool {
    context.buffer[token].kind == .punctuation && !context.kinds.isQuote(token)
      || context.buffer[token].shape == .lower && context.kinds.isVerb(token)
  }

  private func isOne(of lemmas: [[UInt8]], _ token: Int) -> Bool {
    self.lemmas(of: token).contains { lemmas.contains($0) }
  }

  private func lemmas(of token: Int) -> [[UInt8]] {
    let morphology = context.kinds.morphology
    return morphology.analyses(of: context.buffer[token].word)
      .filter { morphology.grammemes(of: $0).contains(.NOUN) }
      .map { Array(morphology.lemma(of: $0)) }
  }
}
