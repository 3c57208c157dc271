import RussianMorphology
import RussianText
import TextRules

/// Finds where the name ends that a head noun opens: «Министерство индустрии и инфраструктурного
/// развития РК», «Комитет по бюджету и налогам».
struct OrganizationChain: Sendable {
  private let prepositions: [[UInt8]: Preposition]
  private let conjunction: [UInt8]
  /// «по делу», «по иску»: what a preposition opens that is no part of a name.
  private let reasons: Set<LemmaText>
  /// «страны», «штата»: what stands behind a name and is none.
  private let generic: Set<LemmaText>
  /// «посольство», «представительство»: what has its place in its name.
  private let abroad: Set<LemmaText>

  typealias LemmaText = [UInt8]

  private struct Preposition {
    var grammaticalCase: Grammemes
    var follows: Follows
  }

  private enum Follows: String {
    case phrase, place, person
  }

  init(rules: CompiledRules) {
    let list = rules.lexicon("organization", "inside")!
    let cases = list.column("case")!
    let follows = list.column("follows")!
    var prepositions: [[UInt8]: Preposition] = [:]
    for entry in 0..<list.count {
      let form = list.text(entry: entry, column: 0).utf8.filter { $0 != UInt8(ascii: "\"") }
      prepositions[form] = Preposition(
        grammaticalCase: Grammemes(name: list.text(entry: entry, column: cases)) ?? .gent,
        follows: Follows(rawValue: list.text(entry: entry, column: follows)) ?? .phrase)
    }
    self.prepositions = prepositions
    let and = rules.lexicon("organization", "and")!
    conjunction = Array(and.text(entry: 0, column: 0).utf8)
    func lemmas(_ name: String) -> Set<LemmaText> {
      let list = rules.lexicon("organization", name)!
      return Set((0..<list.count).map { Array(list.text(entry: $0, column: 0).utf8) })
    }
    reasons = lemmas("case-of")
    generic = lemmas("generic-tail")
    abroad = lemmas("abroad")
  }

  /// The stretch after a head noun, and what was seen in it.
  struct Extent {
    var end: Int
    /// A place, an abbreviation or another capital.
    var hasName = false
    var hasComplement = false
  }

  /// The stretch after the head noun at `head`.
  func extent(after head: Int, in context: KindContext) -> Extent {
    var extent = Extent(end: head + 1)
    let limit = min(context.sentenceEnd(of: head), head + 24)
    var canCoordinate = false
    while extent.end < limit {
      let token = extent.end
      guard context.buffer[token].kind == .word else { break }
      if let place = context.record(.place, at: token),
        context.isGenitive(place.tokens)
      {
        extent.end = place.tokens.upperBound
        extent.hasName = true
        extent.hasComplement = true
        canCoordinate = false
        takePlaces(limit, context, &extent)
        continue
      }
      let normal = Array(context.morphology.words.normalForm(of: context.buffer[token].word))
      if let preposition = prepositions[normal] {
        guard preposition.follows != .place || has(abroad, head, context),
          let end = complement(after: token, preposition, limit, context, &extent)
        else { break }
        extent.end = end
        extent.hasComplement = true
        canCoordinate = true
        continue
      }
      if normal == conjunction {
        guard canCoordinate, let end = phrase(at: token + 1, limit, .gent, context),
          !context.isCapitalized(token + 1)
        else { break }
        extent.end = end
        continue
      }
      if context.buffer[token].shape == .upper, context.buffer[token].flags.contains(.cyrillic) {
        extent.end = token + 1
        extent.hasName = true
        extent.hasComplement = true
        canCoordinate = false
        continue
      }
      guard let end = phrase(at: token, limit, .gent, context),
        !has(generic, end - 1, context)
      else { break }
      for index in token..<end where context.isCapitalized(index) { extent.hasName = true }
      extent.end = end
      extent.hasComplement = true
      canCoordinate = true
    }
    return extent
  }

  /// Is some lemma of the token in a list?
  private func has(_ list: Set<LemmaText>, _ token: Int, _ context: KindContext) -> Bool {
    context.morphology.analyses(of: context.buffer[token].word).contains {
      list.contains(Array(context.morphology.lemma(of: $0)))
    }
  }

  /// «Институт США и Канады»
  private func takePlaces(_ limit: Int, _ context: KindContext, _ extent: inout Extent) {
    let and = extent.end
    guard and + 1 < limit,
      context.morphology.words.normalForm(of: context.buffer[and].word).elementsEqual(conjunction),
      let place = context.record(.place, at: and + 1), context.isGenitive(place.tokens)
    else { return }
    extent.end = place.tokens.upperBound
  }

  /// The end of adjectives and a noun in a case, or nil.
  private func phrase(
    at start: Int, _ limit: Int, _ wanted: Grammemes, _ context: KindContext
  ) -> Int? {
    var token = start
    while token < limit, context.buffer[token].kind == .word {
      let word = context.buffer[token].word
      let all = context.morphology.allGrammemes(of: word)
      if context.isCapitalized(token), isName(word, context) { return nil }
      if isNoun(word, wanted, context) { return token + 1 }
      if all.intersects(.attributive), all.contains(wanted) {
        token += 1
        // «инвестиционной и промышленной политики»
        if token + 1 < limit,
          context.morphology.words.normalForm(of: context.buffer[token].word)
            .elementsEqual(conjunction),
          context.morphology.allGrammemes(of: context.buffer[token + 1].word)
            .intersects(.attributive)
        {
          token += 1
        }
        continue
      }
      return nil
    }
    return nil
  }

  /// A word with a capital that is a person's, or that the dictionary lacks.
  private func isName(_ word: WordID, _ context: KindContext) -> Bool {
    !context.morphology.isKnown(word)
      || context.morphology.allGrammemes(of: word).intersects([.Name, .Surn, .Patr])
  }

  /// A noun in the case, which is no name of a person and no function word.
  private func isNoun(_ word: WordID, _ wanted: Grammemes, _ context: KindContext) -> Bool {
    let people: Grammemes = [.Name, .Surn, .Patr]
    for analysis in context.morphology.analyses(of: word) {
      let grammemes = context.morphology.grammemes(of: analysis)
      if grammemes.intersects([.PREP, .CONJ, .PRCL, .NPRO, .ADVB]), analysis.score > 300 {
        return false
      }
      if grammemes.contains(.NOUN), grammemes.isDisjoint(with: people),
        RussianMorphology.Agreement.mainCases(grammemes).contains(wanted), analysis.score > 20
      {
        return true
      }
    }
    return false
  }

  private func complement(
    after token: Int, _ preposition: Preposition, _ limit: Int, _ context: KindContext,
    _ extent: inout Extent
  ) -> Int? {
    guard token + 1 < limit else { return nil }
    switch preposition.follows {
    case .place:
      guard let place = context.record(.place, at: token + 1) else { return nil }
      extent.hasName = true
      return place.tokens.upperBound
    case .phrase:
      if let place = context.record(.place, at: token + 1) {
        extent.hasName = true
        return place.tokens.upperBound
      }
      guard let end = phrase(at: token + 1, limit, preposition.grammaticalCase, context),
        !has(reasons, end - 1, context)
      else { return nil }
      return end
    case .person:
      var end = token + 1
      while end < limit, end < token + 5, context.buffer[end].kind == .word,
        context.isCapitalized(end)
      { end += 1 }
      extent.hasName = true
      return end > token + 1 ? end : nil
    }
  }
}

extension KindContext {
  /// The record of a kind that starts at a token.
  func record(_ kind: MentionKind, at token: Int) -> MatchedRecord? {
    guard let number = matcher.rules.kindNumber(kind.rawValue) else { return nil }
    return matcher.record(kind: number, at: token)
  }

  /// The first token after the sentence that holds a token.
  func sentenceEnd(of token: Int) -> Int {
    var low = 0
    var high = buffer.sentences.count
    while low < high {
      let middle = (low + high) / 2
      if Int(buffer.sentences[middle].end) <= token { low = middle + 1 } else { high = middle }
    }
    return low < buffer.sentences.count ? Int(buffer.sentences[low].end) : buffer.count
  }
}
