import RussianText

/// Where a token stands: answers the conditions of universal.tsv.
struct UniversalContext {
  let cache: MorphologyCache
  let buffer: TokenBuffer
  let choices: UnsafeBufferPointer<UInt8>
  let index: Int

  func holds(_ condition: UniversalCondition) -> Bool {
    holds(condition.kind) != condition.isNegated
  }

  private func holds(_ kind: UniversalCondition.Kind) -> Bool {
    switch kind {
    case .first: return isFirst(index)
    case .comma:
      return isFirst(index) || grammemes(at: index - 1).contains(.PNCT)
    case .dot: return buffer[index].flags.contains(.abbreviation)
    case .year:
      let bytes = buffer.bytes(of: index)
      return bytes.count == 4 && (bytes[0] == 0x31 || (bytes[0] == 0x32 && bytes[1] == 0x30))
    case .noun: return followingNoun { agrees($0) }
    case .owned: return followingNoun { _ in true }
    case .verbless: return !clauseHasVerb
    case .neighbour(let offset, let lemmas, let wanted):
      let place = index + offset
      guard buffer.tokens.indices.contains(place), !isFirst(max(place, index)) else { return false }
      if offset == -2, isFirst(index - 1) || buffer.bytes(of: index - 1).first != 0x2C {
        return false
      }
      if grammemes(at: place).intersects(wanted) { return true }
      if lemmas.isEmpty { return false }
      let lemma = String(decoding: cache.lemma(of: analysis(at: place)), as: UTF8.self)
      return lemmas.contains(lemma)
    }
  }

  private func isFirst(_ index: Int) -> Bool {
    index == 0 || buffer[index].flags.contains(.sentenceStart)
  }

  private func analysis(at index: Int) -> Analysis {
    let analyses = cache.analyses(of: buffer[index].word)
    return analyses[min(Int(choices[index]), analyses.count - 1)]
  }

  private func grammemes(at index: Int) -> Grammemes { cache.grammemes(of: analysis(at: index)) }

  /// Whether a noun that `fits` follows, with nothing but its attributes between.
  private func followingNoun(_ fits: (Grammemes) -> Bool) -> Bool {
    var place = index + 1
    let end = min(index + 6, buffer.count)
    while place < end, !isFirst(place) {
      let found = grammemes(at: place)
      if found.intersects(.NOUN.union(.LATN)) { return fits(found) }
      let isAttribute = found.intersects([.ADJF, .PRTF, .NUMR, .NUMB, .ROMN])
      let isQuote = found.contains(.PNCT) && place == index + 1 && buffer[place].length == 2
      guard isAttribute || isQuote || found.contains(.COMP) else { return false }
      place += 1
    }
    return false
  }

  /// Whether some attributive reading of this word agrees with the noun.
  private func agrees(_ noun: Grammemes) -> Bool {
    if noun.contains(.LATN) { return true }
    return cache.analyses(of: buffer[index].word).contains {
      Agreement.agree(cache.grammemes(of: $0), noun)
    }
  }

  /// Whether an adverb here can only be a predicate: no verb, and nothing that it could modify.
  var isPredicate: Bool {
    guard !clauseHasVerb else { return false }
    let next = index + 1
    if next == buffer.count || isFirst(next) || isCopula(next) { return true }
    return grammemes(at: next).intersects([.PNCT, .INFN, .CONJ, .PRCL, .NPRO])
  }

  private func isCopula(_ place: Int) -> Bool {
    UniversalTable.shared.copulas.contains(
      String(decoding: cache.lemma(of: analysis(at: place)), as: UTF8.self))
  }

  /// Whether a finite verb other than a copula, or a short adjective, stands in the clause.
  private var clauseHasVerb: Bool {
    func isStop(_ place: Int) -> Bool { grammemes(at: place).contains(.PNCT) }
    func isVerb(_ place: Int) -> Bool {
      grammemes(at: place).intersects([.VERB, .ADJS, .PRTS]) && !isCopula(place)
    }
    var place = index
    while place > 0, !isFirst(place), index - place < 12, !isStop(place - 1) {
      place -= 1
      if isVerb(place) { return true }
    }
    place = index + 1
    while place < buffer.count, !isFirst(place), place - index < 12, !isStop(place) {
      if isVerb(place) { return true }
      place += 1
    }
    return false
  }
}
