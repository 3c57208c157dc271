import RussianMorphology
import RussianText
import TextRules

// Parts of a count told before: «спасено 40 человек, из них 12 детей», «из них 200 – самозанятые, 70
// обратились в центр занятости».
extension IndicatorReader {
  /// - Parameter window: The words up to the next piece.
  mutating func readParts(_ piece: IndicatorPiece, _ window: Range<Int>) {
    guard let base = lastCount(before: piece), !isNegated(piece.amount) else { return }
    var token: Int? = piece.amount.lowerBound
    while let start = token, start < window.upperBound {
      guard let record = count(at: start) else { return }
      // «из них 5 детей, 3 взрослых погибли»: the second has a verb of its own.
      if !record.tokens.overlaps(piece.amount), record.tokens.count > 1, base.subject.thing?.state.isEmpty == false,
        hasVerb(behind: record.tokens)
      {
        return
      }
      if let draft = part(record, of: base, piece) { add(draft) }
      token = nextPart(behind: min(record.tokens.upperBound, range.upperBound))
    }
  }

  /// The last count, in this sentence or the one before, unless another stands between.
  private func lastCount(before piece: IndicatorPiece) -> IndicatorDraft? {
    let last = recentDrafts(1).last {
      $0.subject.thing != nil
        && $0.match.tokens.upperBound <= piece.word.lowerBound
    }
    guard let last else { return nil }
    let end = (last.amount ?? last.match.tokens).upperBound
    guard end <= piece.word.lowerBound,
      context.records(of: .quantity, in: end..<piece.word.lowerBound).isEmpty
    else { return nil }
    return last
  }

  /// The number or the counted things that begin there, if they are no part of a sum or a share.
  private func count(at token: Int) -> MatchedRecord? {
    guard !words.isSum(at: token, in: kinds) else { return nil }
    let records = context.records(of: .quantity, in: token..<token + 1)
      + context.records(of: .number, in: token..<token + 1)
    return records.max { $0.tokens.count < $1.tokens.count }
  }

  /// The next number behind a sign or «и», and the words that bound it.
  private func nextPart(behind end: Int) -> Int? {
    guard var index = chunks.firstIndex(where: { $0.tokens.lowerBound >= end }) else { return nil }
    while index < chunks.count {
      let token = chunks[index].tokens.lowerBound
      index += 1
      let isJoin = words.isJoin(token, in: kinds)
      switch chunks[index - 1].kind {
      case .comma, .stop: break
      case .other where isJoin: break
      default: continue
      }
      let number = words.end(ofBoundAt: token + 1, until: range.upperBound, in: kinds)
      if number < range.upperBound, count(at: number) != nil { return number }
    }
    return nil
  }

  private func part(
    _ record: MatchedRecord, of base: IndicatorDraft, _ piece: IndicatorPiece
  ) -> IndicatorDraft? {
    guard let whole = base.subject.thing, let measure = measure(of: record, counting: whole.counted),
      let name = partName(measure, record.tokens, whole)
    else { return nil }
    var draft = base
    draft.match = piece.match
    draft.sentence = sentence
    draft.subject = IndicatorSubject(name: name.text, genitive: name.text)
    draft.subject.tokens = record.tokens.lowerBound..<name.end
    draft.measure = measure
    draft.change = nil
    draft.isFigure = true
    draft.verb = nil
    draft.amount = record.tokens
    draft.tokens = piece.word.lowerBound..<name.end
    return draft
  }

  private func measure(of record: MatchedRecord, counting counted: String) -> Measure? {
    if let measure = context.measure(record) {
      guard case .quantity(let quantity) = measure.value, quantity.unit == nil else { return nil }
      return measure
    }
    guard case .number(let number) = context.value(of: record) else { return nil }
    let quantity = Quantity(
      value: number.value, counted: counted, bound: number.bound, inferred: true)
    return Measure(mention: context.mentionIndex(of: record), value: .quantity(quantity))
  }

  private func partName(
    _ measure: Measure, _ amount: Range<Int>, _ whole: CountedThing
  ) -> (text: String, end: Int)? {
    guard case .quantity(let quantity) = measure.value, let counted = quantity.counted else {
      return nil
    }
    let end = amount.upperBound
    let rest = complementEnd(behind: end)
    if !quantity.inferred, rest > end || !words.has(.people, in: amount, kinds),
      let noun = countedName(in: amount, counted: counted)
    {
      let tail = rest > end ? " " + kinds.text(of: end..<rest) : ""
      return ((whole.state + [noun + tail]).joined(separator: " "), rest)
    }
    guard var index = chunks.firstIndex(where: { $0.tokens.lowerBound >= end }) else { return nil }
    if case .dash = chunks[index].kind { index += 1 }
    guard index < chunks.count else { return nil }
    if case .finite = chunks[index].kind { return doing(at: index, whole) }
    return kind(at: index, whole)
  }

  /// «– дети», «– самозанятые», «2 грузовых»: what the part is.
  private func kind(at index: Int, _ whole: CountedThing) -> (text: String, end: Int)? {
    let start = chunks[index].tokens.lowerBound
    if let phrase = chunks[index].phrase {
      guard phrase.preposition == nil, phrase.name == nil,
        kinds.hasAnalysis(phrase.head, [.NOUN, .nomn, .plur]),
        (phrase.tokens.lowerBound..<phrase.head).allSatisfy({ kinds.hasAnalysis($0, [.nomn, .plur]) })
      else { return nil }
      let tokens = phrase.tokens
      return ((whole.state + [lowered(tokens)]).joined(separator: " "), tokens.upperBound)
    }
    guard start + 1 >= range.upperBound || !kinds.hasAnalysis(start + 1, .NOUN),
      !whole.noun.isEmpty
    else { return nil }
    let isPlural = [Grammemes.nomn, .gent].contains { kinds.hasAnalysis(start, $0.union(.plur).union(.ADJF)) }
    guard isPlural, !kinds.hasAnalysis(start, .Apro), let adjective = pluralModifier(at: start) else { return nil }
    return ((whole.state + [adjective, whole.noun]).joined(separator: " "), start + 1)
  }

  private func pluralModifier(at token: Int) -> String? {
    guard let analysis = kinds.analysis(token, [.ADJF, .plur]) else { return nil }
    return Inflector(cache: kinds.morphology).form(
      ofToken: token, in: context.buffer, analysis: analysis, as: .nomn.union(.plur))
  }

  /// «70 обратились в центр занятости»: what the part does, to the end of its clause.
  private func doing(at index: Int, _ whole: CountedThing) -> (text: String, end: Int)? {
    let verb = chunks[index].tokens.lowerBound
    guard !isNegated(verb..<verb + 1), !isFuture(verb),
      let participle = kinds.hasAnalysis(verb, .PRTS)
        ? participle(ofVerbAt: verb, .plur) : activeParticiple(ofVerbAt: verb, .plur)
    else { return nil }
    var end = verb + 1
    for chunk in chunks[(index + 1)...] {
      var isEnd = false
      switch chunk.kind {
      case .comma, .stop, .dash, .opening, .closing: isEnd = true
      case .finite, .amount, .relative, .date: return nil
      case .other:
        isEnd = chunk.tokens.upperBound == range.upperBound
          || kinds.hasAnalysis(chunk.tokens.lowerBound, .CONJ)
      default: break
      }
      if isEnd { break }
      end = chunk.tokens.upperBound
    }
    let rest = end > verb + 1 ? " " + kinds.text(of: verb + 1..<end) : ""
    let said = participle + rest
    if whole.noun.isEmpty {
      return ([whole.state.joined(separator: " "), said].filter { !$0.isEmpty }.joined(separator: ", "), end)
    }
    return (whole.noun + ", " + said, end)
  }

  /// The end of the genitives and complements right behind a count.
  private func complementEnd(behind end: Int) -> Int {
    guard end < range.upperBound, let index = chunkIndex(at: end), chunks[index].tokens.lowerBound == end,
      let phrase = chunks[index].phrase
    else { return end }
    if let preposition = phrase.preposition {
      let isLoose = words.has(.loose, in: preposition..<preposition + 1, kinds)
        || words.has(.where, in: preposition..<preposition + 1, kinds)
        || words.has(.adverbial, in: phrase.tokens, kinds)
      return isLoose ? end : chunks[index].tokens.upperBound
    }
    return chunker.reading(of: phrase, as: .gent) != nil ? phrase.tokens.upperBound : end
  }
}
