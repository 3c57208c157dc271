import RussianMorphology
import RussianText
import TextRules

/// Reads a sentence as a row of chunks: noun phrases, verbs, amounts, signs.
struct ChunkReader {
  let context: KindContext
  /// Prepositions that may continue a phrase, by the entries of `complements`.
  var complements: CompiledLexicon?
  /// Pronouns that open a relative clause.
  var relatives: CompiledLexicon?
  /// What begins with a preposition and is no complement: «на сумму».
  var stops: CompiledLexicon?
  /// What says on whose word, or as of when: «по состоянию на», «по данным».
  var sources: CompiledLexicon?

  private let amountKinds: [Int]
  private let dateKinds: [Int]
  private let nameKinds: [Int]

  init(
    context: KindContext, complements: CompiledLexicon? = nil, relatives: CompiledLexicon? = nil,
    stops: CompiledLexicon? = nil, sources: CompiledLexicon? = nil
  ) {
    self.context = context
    self.complements = complements
    self.relatives = relatives
    self.stops = stops
    self.sources = sources
    func numbers(_ kinds: [MentionKind]) -> [Int] {
      kinds.compactMap { context.matcher.rules.kindNumber($0.rawValue) }
    }
    amountKinds = numbers([.money, .percent, .quantity, .number])
    dateKinds = numbers([.date, .duration, .time])
    nameKinds = numbers([.organization, .person, .place])
  }

  var buffer: TokenBuffer { context.buffer }

  // MARK: Chunks

  /// - Complexity: O(*n*) in the length of the sentence.
  func chunks(in sentence: Range<Int>) -> [Chunk] {
    var chunks: [Chunk] = []
    var index = sentence.lowerBound
    // Whether the clause has had a noun that can be its subject.
    var hasSubject = false
    while index < sentence.upperBound {
      let chunk = chunk(at: index, before: sentence.upperBound, hasSubject: hasSubject)
      switch chunk.kind {
      case .nominal(let phrase):
        if phrase.preposition == nil, nominative(phrase) != nil { hasSubject = true }
      case .comma, .finite, .stop: hasSubject = false
      default: break
      }
      chunks.append(chunk)
      index = chunk.tokens.upperBound
    }
    return chunks
  }

  private func chunk(at index: Int, before end: Int, hasSubject: Bool) -> Chunk {
    let amount = record(at: index, amountKinds)
    if !isAttribute(dateAt: index, before: end), let date = record(at: index, dateKinds),
      date.tokens.count >= amount?.tokens.count ?? 0
    {
      return Chunk(kind: .date, tokens: index..<min(date.tokens.upperBound, end))
    }
    if let amount {
      return Chunk(kind: .amount, tokens: index..<min(amount.tokens.upperBound, end))
    }
    if let sign = sign(at: index) { return Chunk(kind: sign, tokens: index..<index + 1) }
    let isName = record(at: index, nameKinds) != nil
    if !isName, isPreposition(index), index + 1 < end {
      if var phrase = phrase(at: index + 1, before: end, governed: !hasSubject) {
        phrase.preposition = index
        return Chunk(kind: .nominal(phrase), tokens: index..<phrase.tokens.upperBound)
      }
      // «на все сорта»
      if index + 2 < end, context.hasAnalysis(index + 1, [.ADJF, .Apro]),
        var phrase = phrase(at: index + 2, before: end, governed: !hasSubject), phrase.name == nil,
        agrees(index + 1, withNoun: phrase.head)
      {
        phrase.preposition = index
        phrase.tokens = index + 1..<phrase.tokens.upperBound
        return Chunk(kind: .nominal(phrase), tokens: index..<phrase.tokens.upperBound)
      }
      return Chunk(kind: .other, tokens: index..<index + 1)
    }
    if !isName, let verb = verb(at: index) {
      return Chunk(kind: verb, tokens: index..<index + 1)
    }
    if let phrase = phrase(at: index, before: end) {
      return Chunk(kind: .nominal(phrase), tokens: phrase.tokens)
    }
    return Chunk(kind: .other, tokens: index..<index + 1)
  }

  private func sign(at index: Int) -> Chunk.Kind? {
    guard buffer[index].kind == .punctuation || buffer[index].kind == .symbol else { return nil }
    let bytes = buffer.bytes(of: index)
    switch bytes[0] {
    case UInt8(ascii: ","): return .comma
    case UInt8(ascii: "("): return .opening
    case UInt8(ascii: ")"): return .closing
    case UInt8(ascii: ";"), UInt8(ascii: ":"): return .stop
    case UInt8(ascii: "-"): return .dash
    // – —
    case 0xE2 where bytes.count == 3 && bytes[1] == 0x80 && (0x92...0x95).contains(bytes[2]):
      return .dash
    default: return .other
    }
  }

  private func verb(at index: Int) -> Chunk.Kind? {
    guard buffer[index].kind == .word, let best = best(index) else { return nil }
    let grammemes = context.morphology.grammemes(of: best)
    // «почти» is the imperative of a verb too.
    if grammemes.intersects(.VERB.union(.PRTS)), !grammemes.contains(.impr) { return .finite }
    if grammemes.contains(.INFN) { return .infinitive }
    if grammemes.contains(.GRND) { return .gerund }
    if isRelative(index) { return .relative }
    return grammemes.contains(.NPRO) ? .pronoun : nil
  }

  private func isRelative(_ index: Int) -> Bool {
    guard let relatives else { return false }
    var isOne = false
    context.forEachEntry(of: relatives, in: index..<index + 1) { _, _ in isOne = true }
    return isOne
  }

  func best(_ index: Int) -> Analysis? {
    context.morphology.analyses(of: buffer[index].word).first
  }

  private func isPreposition(_ index: Int) -> Bool {
    guard let best = best(index) else { return false }
    return context.morphology.grammemes(of: best).contains(.PREP)
      || buffer[index].length <= 6 && context.hasAnalysis(index, .PREP)
  }

  /// The longest record of these kinds that begins there.
  func record(at index: Int, _ kinds: [Int]) -> MatchedRecord? {
    var longest: MatchedRecord?
    for kind in kinds {
      guard let record = context.matcher.record(kind: kind, at: index) else { continue }
      if record.tokens.count > longest?.tokens.count ?? 0 { longest = record }
    }
    return longest
  }

  func name(at index: Int) -> MatchedRecord? { record(at: index, nameKinds) }

  private func isOtherRecord(_ index: Int) -> Bool {
    record(at: index, amountKinds) != nil || record(at: index, dateKinds) != nil
  }

  /// «августовских фьючерсов», «пятилетних облигаций»: an adjective of time belongs to its noun.
  private func isAttribute(dateAt index: Int, before end: Int) -> Bool {
    guard index + 1 < end, buffer[index].kind == .word, let date = record(at: index, dateKinds), date.tokens.count == 1,
      record(at: index, amountKinds) == nil, record(at: index + 1, dateKinds) == nil,
      let best = best(index), context.morphology.grammemes(of: best).contains(.ADJF),
      record(at: index + 1, amountKinds) == nil, isNoun(index + 1)
    else { return false }
    return agrees(index, withNoun: index + 1)
  }

  // MARK: Phrases

  /// The noun phrase that begins at a token, or nil if none does.
  func phrase(at start: Int, before end: Int, governed: Bool = false) -> NominalPhrase? {
    var index = start
    while index < end, index - start < 6, name(at: index) == nil,
      !isOtherRecord(index) || isAttribute(dateAt: index, before: end), isModifier(index)
    { index += 1 }
    guard index < end, !isOtherRecord(index) else { return nil }
    if let name = name(at: index) {
      var phrase = NominalPhrase(tokens: start..<name.tokens.upperBound, head: index)
      phrase.name = name
      phrase.names = [name]
      addTail(to: &phrase, before: end, governed: governed)
      return phrase
    }
    guard isNoun(index), start == index || agrees(start, withNoun: index) else { return nil }
    var phrase = NominalPhrase(tokens: start..<index + 1, head: index)
    addTail(to: &phrase, before: end, governed: governed)
    return phrase
  }

  private func agrees(_ modifier: Int, withNoun noun: Int) -> Bool {
    let nouns = context.morphology.analyses(of: buffer[noun].word)
    if buffer[noun].flags.contains(.latin) { return true }
    for adjective in context.morphology.analyses(of: buffer[modifier].word) {
      let grammemes = context.morphology.grammemes(of: adjective)
      guard grammemes.intersects(.attributive) else { continue }
      let fits = nouns.contains {
        let noun = context.morphology.grammemes(of: $0)
        return noun.contains(.Fixd) || RussianMorphology.Agreement.agree(grammemes, noun)
      }
      if fits { return true }
    }
    return false
  }

  private func addTail(to phrase: inout NominalPhrase, before end: Int, governed: Bool) {
    var index = phrase.tokens.upperBound
    var noun = phrase.head
    while index < end {
      if let name = name(at: index) {
        guard mayBeGenitive(name) else { break }
        phrase.names.append(name)
        index = name.tokens.upperBound
        if case .person = context.value(of: name) {
          phrase.tokens = phrase.tokens.lowerBound..<index
          return
        }
      } else if isOtherRecord(index), !isAttribute(dateAt: index, before: end) {
        break
      } else if !endsWithPlace(phrase), let next = genitive(at: index, before: end, governed: governed) {
        noun = next - 1
        index = next
      } else if let label = label(at: index, before: end) {
        index = label.upperBound
      } else if index > phrase.complement.lowerBound, isJoin(index), index + 1 < end,
        let next = genitive(at: index + 1, before: end, governed: governed)
      {
        noun = next - 1
        index = next
      } else if let name = name(joinedAt: index, to: phrase, before: end) {
        phrase.names.append(name)
        index = name.tokens.upperBound
      } else if let next = complement(at: index, of: phrase.head, or: noun, before: end) {
        index = next
        phrase.tokens = phrase.tokens.lowerBound..<index
        return
      } else {
        break
      }
      phrase.tokens = phrase.tokens.lowerBound..<index
    }
  }

  /// «в России цены выросли»: a place owns nothing that stands behind it.
  private func endsWithPlace(_ phrase: NominalPhrase) -> Bool {
    guard let name = phrase.name, name.tokens.upperBound == phrase.tokens.upperBound,
      case .place = context.value(of: name)
    else { return false }
    return true
  }

  /// «граница Казахстана и Китая»
  private func name(joinedAt index: Int, to phrase: NominalPhrase, before end: Int) -> MatchedRecord? {
    guard let last = phrase.names.last, last.tokens.upperBound == index, isJoin(index), index + 1 < end,
      let name = name(at: index + 1), name.kind == last.kind, mayBeGenitive(name)
    else { return nil }
    return name
  }

  /// A name behind its noun that no record has: Latin words, or what stands in quotation marks.
  func label(at start: Int, before end: Int) -> Range<Int>? {
    guard start < end else { return nil }
    if buffer[start].flags.contains(.latin), buffer[start].kind == .word {
      var index = start + 1
      while index < end, buffer[index].flags.contains(.latin), buffer[index].kind == .word {
        index += 1
      }
      return start..<index
    }
    guard context.isQuote(start), buffer[start].flags.contains(.spaceBefore), start + 2 < end,
      !buffer[start + 1].flags.contains(.spaceBefore)
    else { return nil }
    let close = (start + 2..<min(end, start + 8)).first { context.isQuote($0) }
    return close.map { start..<$0 + 1 }
  }

  /// The end of a genitive that begins there: modifiers and a noun.
  private func genitive(at start: Int, before end: Int, governed: Bool) -> Int? {
    var index = start
    while index < end, index - start < 5, name(at: index) == nil,
      isPossessive(index)
        || isModifier(index)
          && (context.hasAnalysis(index, [.ADJF, .gent])
            || context.hasAnalysis(index, [.PRTF, .gent]))
    { index += 1 }
    guard index < end, name(at: index) == nil, !isOtherRecord(index),
      isNoun(index) || isVerb(index) && index > 0 && isNoun(index - 1)
    else {
      // «число погибших»
      let isSubstantive = index > start && context.hasAnalysis(index - 1, [.gent, .plur])
      return isSubstantive ? index : nil
    }
    // «производство стали», but not «цены стали расти»
    if isVerb(index), index + 1 < end,
      context.hasAnalysis(index + 1, .INFN) || context.hasAnalysis(index + 1, .ADJF)
    {
      return nil
    }
    let isGenitive =
      context.hasAnalysis(index, [.NOUN, .gent]) || context.hasAnalysis(index, [.NOUN, .gen2])
      || context.hasAnalysis(index, [.NOUN, .Fixd])
    guard isGenitive else { return nil }
    // «По итогам года цены выросли»: the subject begins.
    if governed, index == start, index + 1 < end, context.hasAnalysis(index, [.NOUN, .nomn, .plur]),
      context.hasAnalysis(index + 1, [.VERB, .plur])
    {
      return nil
    }
    return index + 1
  }

  /// «их», «его»: pronouns that stand before a noun as its owners.
  func isPossessive(_ index: Int) -> Bool {
    context.hasAnalysis(index, [.NPRO, .gent, .Anph])
      && !context.hasAnalysis(index, .PREP) && index + 1 < buffer.count && isNoun(index + 1)
  }

  private func complement(at index: Int, of head: Int, or noun: Int, before end: Int) -> Int? {
    guard let complements, index + 1 < end, isPreposition(index), !isStop(index, end, stops),
      !isStop(index, end, sources)
    else {
      return nil
    }
    let word = String(
      decoding: context.morphology.words.normalForm(of: buffer[index].word), as: UTF8.self)
    var fits = false
    for token in Set([head, noun]) {
      context.forEachEntry(of: complements, in: token..<token + 1) { _, entry in
        let prepositions = complements.text(entry: entry, column: 1).split(separator: " ")
        if prepositions.contains(where: { $0 == word }) { fits = true }
      }
    }
    guard fits, let phrase = phrase(at: index + 1, before: end, governed: true) else { return nil }
    let isLocative =
      context.hasAnalysis(phrase.head, [.loct]) && !context.hasAnalysis(phrase.head, [.accs])
    if isLocative { return nil }
    // «торговля с Китаем и Россией»
    let last = phrase.tokens.upperBound
    if reading(of: phrase, as: .ablt) != nil, last + 1 < end, isJoin(last),
      let next = self.phrase(at: last + 1, before: end, governed: true), reading(of: next, as: .ablt) != nil
    {
      return next.tokens.upperBound
    }
    return last
  }

  private func isStop(_ index: Int, _ end: Int, _ stops: CompiledLexicon?) -> Bool {
    guard let stops else { return false }
    var isOne = false
    context.forEachEntry(of: stops, in: index..<min(end, index + 4)) { tokens, _ in
      if tokens.lowerBound == index { isOne = true }
    }
    return isOne
  }

  private func mayBeGenitive(_ name: MatchedRecord) -> Bool {
    let first = name.tokens.lowerBound
    if buffer[first].kind != .word || buffer[first].flags.contains(.latin) { return true }
    if !context.morphology.isKnown(buffer[first].word) { return true }
    return name.tokens.prefix(3).contains {
      context.hasAnalysis($0, [.gent]) || context.hasAnalysis($0, [.Fixd])
    }
  }

  func isModifier(_ index: Int) -> Bool {
    guard buffer[index].kind == .word, let best = best(index), !isRelative(index)
    else {
      return false
    }
    let grammemes = context.morphology.grammemes(of: best)
    if grammemes.intersects(.attributive) { return true }
    guard grammemes.contains(.NOUN), index + 1 < buffer.count else { return false }
    // «рабочие места»: an adjective where a noun follows in its case.
    return context.hasAnalysis(index, .ADJF) && isNoun(index + 1)
  }

  func isNoun(_ index: Int) -> Bool {
    guard buffer[index].kind == .word, let best = best(index), !context.isFunctional(index) else {
      return false
    }
    let grammemes = context.morphology.grammemes(of: best)
    if grammemes.contains(.NOUN) { return true }
    if buffer[index].flags.contains(.latin) { return true }
    let others: Grammemes = [.VERB, .PRTS, .INFN, .GRND, .ADVB, .COMP, .PRED, .INTJ]
    return context.hasAnalysis(index, .NOUN) && grammemes.isDisjoint(with: others)
  }

  /// Is the word a verb in the first place, and a noun in the second?
  private func isVerb(_ index: Int) -> Bool {
    guard let best = best(index), context.hasAnalysis(index, .NOUN) else { return false }
    return context.morphology.grammemes(of: best).contains(.VERB)
  }

  private func isJoin(_ index: Int) -> Bool {
    buffer[index].kind == .word && buffer.bytes(of: index).count <= 2
      && context.hasAnalysis(index, .CONJ)
  }
}
