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
  /// «борьба», «связь»: what takes «с» behind it.
  private let joined: Set<LemmaText>
  /// «сфера», «область»: what «в» opens inside a name.
  private let sphere: Set<LemmaText>
  /// «правительство», «фонд»: what is called after a person at its head.
  private let led: Set<LemmaText>
  private let forms: NameForms
  /// Head nouns of one word: what begins another name in an enumeration.
  private let heads: Set<LemmaText>

  typealias LemmaText = [UInt8]

  private struct Preposition {
    var grammaticalCase: Grammemes
    var follows: Follows
  }

  private enum Follows: String {
    case phrase, place, person, joined
  }

  /// The comma of an enumeration.
  private static let comma = UInt8(ascii: ",")

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
    joined = lemmas("joined")
    heads = lemmas("head")
    led = lemmas("led")
    forms = rules.table(NameForms.init)
    sphere = lemmas("sphere")
  }

  /// The stretch after a head noun, and what was seen in it.
  struct Extent {
    var end: Int
    /// A place, an abbreviation or another capital.
    var hasName = false
    var hasComplement = false
    /// Does an abbreviation follow the head at once?
    var startsWithAbbreviation = false
    /// Does a person end it: «правительство Нечаса»?
    var hasLeader = false
  }

  /// The stretch after the head noun at `head`.
  ///
  /// - Parameter ownName: The head is a name by itself («Дума»): of phrases it takes only those with
  ///   a capital.
  func extent(after head: Int, ownName: Bool = false, in context: KindContext) -> Extent {
    var extent = Extent(end: head + 1)
    let limit = min(context.sentenceEnd(of: head), head + 24)
    var canCoordinate = false
    // The case of the phrase that an enumeration may go on with.
    var wanted: Grammemes = .gent
    while extent.end < limit {
      let token = extent.end
      if canCoordinate, context.buffer[token].kind == .punctuation {
        guard let end = enumeration(at: token, limit, wanted, context) else { break }
        extent.end = end
        continue
      }
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
        switch preposition.follows {
        case .place where !has(abroad, head, context):
          // «по надзору в сфере образования и науки»
          guard canCoordinate, token + 1 < limit, has(sphere, token + 1, context),
            let end = phrase(at: token + 1, limit, .loct, context)
          else { return extent }
          extent.end = end
          wanted = .gent
          continue
        case .joined where !has(joined, token - 1, context): return extent
        default: break
        }
        guard let end = complement(after: token, preposition, limit, context, &extent) else {
          break
        }
        extent.end = end
        extent.hasComplement = true
        canCoordinate = preposition.follows == .phrase
        wanted = preposition.grammaticalCase
        continue
      }
      if normal == conjunction {
        guard canCoordinate,
          let end = phrase(at: token + 1, limit, wanted, context)
            ?? phrase(at: token + 1, limit, .gent, context),
          !context.isCapitalized(token + 1), end > token + 2 || !has(heads, end - 1, context)
        else { break }
        extent.end = end
        continue
      }
      if context.buffer[token].shape == .upper, context.buffer[token].flags.contains(.cyrillic) {
        if token == head + 1 { extent.startsWithAbbreviation = true }
        extent.end = token + 1
        extent.hasName = true
        extent.hasComplement = true
        canCoordinate = false
        continue
      }
      // «Банк России начал», «в Думу поправки»
      if !context.isCapitalized(token),
        ownName || extent.hasName && !opensInnerName(token, context)
      {
        break
      }
      guard let end = phrase(at: token, limit, .gent, context),
        !has(generic, end - 1, context)
      else {
        if let end = leader(at: token, head, limit, context) {
          extent.end = end
          extent.hasName = true
          extent.hasComplement = true
          extent.hasLeader = true
        }
        break
      }
      wanted = .gent
      for index in token..<end where context.isCapitalized(index) { extent.hasName = true }
      extent.end = end
      extent.hasComplement = true
      canCoordinate = true
    }
    return extent
  }

  /// «Комитет Думы по вопросам семьи», «Управление РФ экономической безопасности»: a small letter
  /// goes on with the name behind a capital only inside a chain of capitals.
  private func opensInnerName(_ token: Int, _ context: KindContext) -> Bool {
    context.buffer[token - 1].kind == .word && context.buffer[token - 1].shape == .title
      && context.record(.place, endingAt: token) == nil
  }

  /// The end of «, женщин и детей»: phrases of one case behind commas, the last behind «и».
  private func enumeration(
    at comma: Int, _ limit: Int, _ wanted: Grammemes, _ context: KindContext
  ) -> Int? {
    var token = comma
    while token + 1 < limit, context.buffer.bytes(of: token).elementsEqual([Self.comma]),
      !context.isCapitalized(token + 1)
    {
      guard
        let end = phrase(at: token + 1, limit, wanted, context)
          ?? phrase(at: token + 1, limit, .gent, context),
        !has(heads, end - 1, context)
      else { return nil }
      token = end
    }
    guard token > comma, token + 1 < limit,
      context.morphology.words.normalForm(of: context.buffer[token].word)
        .elementsEqual(conjunction),
      !context.isCapitalized(token + 1),
      let end = phrase(at: token + 1, limit, wanted, context)
        ?? phrase(at: token + 1, limit, .gent, context),
      !has(heads, end - 1, context)
    else { return nil }
    return end
  }

  /// Is some lemma of the token in a list?
  private func has(_ list: Set<LemmaText>, _ token: Int, _ context: KindContext) -> Bool {
    context.morphology.analyses(of: context.buffer[token].word).contains {
      list.contains(Array(context.morphology.lemma(of: $0)))
    }
  }

  /// The end of the person after whom an organization is called: «правительство Нечаса», «Фонд
  /// Конрада Аденауэра», unlike «представитель фонда Антонио Спилимберго».
  private func leader(
    at start: Int, _ head: Int, _ limit: Int, _ context: KindContext
  ) -> Int? {
    guard start == head + 1 || context.covers((start - 1)..<start, [.position]),
      has(led, head, context), isNameShape(start, context),
      isName(context.buffer[start].word, context)
    else { return nil }
    let next = start + 1
    let isFull = next < limit && isNameShape(next, context)
    let isGiven = context.morphology.allGrammemes(of: context.buffer[start].word).contains(.Name)
    guard isGenitive(start, as: isGiven ? .given : .family, context) else { return nil }
    guard isFull, isGiven else { return next }
    return isGenitive(next, as: .family, context) ? next + 1 : nil
  }

  private func isNameShape(_ token: Int, _ context: KindContext) -> Bool {
    context.buffer[token].kind == .word && context.buffer[token].shape == .title
      && context.buffer[token].flags.contains(.cyrillic)
      && !context.buffer[token].flags.contains(.sentenceStart)
  }

  /// Is the best reading as a name a genitive that differs from the nominative?
  private func isGenitive(_ token: Int, as part: NameForms.Part, _ context: KindContext) -> Bool {
    let readings = forms.forms(of: token, as: part, in: context)
    guard let best = readings.max(by: { $0.score < $1.score }) else { return false }
    return best.cases & 0b10 != 0 && (best.cases & 1 == 0 || part == .family && best.score < 50)
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
      let isAttribute = all.intersects(.attributive) && all.contains(wanted)
      // «военного» of «военного округа» is an adjective.
      if isNoun(word, wanted, context),
        !isAttribute || token + 1 == limit || context.buffer[token + 1].shape != .lower
          || !isNoun(context.buffer[token + 1].word, wanted, context)
      {
        return token + 1
      }
      if isAttribute {
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
    // «начал» of «Банк начал»
    let first = context.morphology.analyses(of: word)[0]
    if first.score > 300,
      context.morphology.grammemes(of: first).intersects([.VERB, .INFN, .GRND, .PRTS])
    {
      return false
    }
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
    case .phrase, .joined:
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

  /// The record of a kind that ends right before a token.
  func record(
    _ kind: MentionKind, endingAt end: Int, within limit: Int = 4
  ) -> MatchedRecord? {
    for start in stride(from: end - 1, through: max(0, end - limit), by: -1) {
      if let record = record(kind, at: start) {
        return record.tokens.upperBound == end ? record : nil
      }
    }
    return nil
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
