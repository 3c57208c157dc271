import RussianText

/// A word as Universal Dependencies describe it.
public struct UniversalWord: Sendable, Hashable {
  /// `NOUN`, `PROPN`, `ADJ`, `DET`, …
  public var partOfSpeech: String
  /// `Case=Gen|Gender=Masc|Number=Sing`, by name; empty if there are none.
  public var features: String
  public var lemma: String
}

/// Says in the terms of Universal Dependencies what OpenCorpora's say.
///
///     let words = Universal(cache: cache)
///     words.word(at: index, in: buffer, choices: choices)  // NOUN, Case=Gen|…, "союз"
///
/// Which function words are determiners, conjunctions, particles or auxiliaries is data:
/// universal.tsv beside the lexicon.
public struct Universal {
  public let cache: MorphologyCache
  private let table: UniversalTable

  public init(cache: MorphologyCache) {
    self.cache = cache
    table = UniversalTable.shared
  }

  /// - Parameter choices: The reading chosen for every token, as ``Disambiguator`` leaves them.
  public func word(
    at index: Int, in buffer: TokenBuffer, choices: UnsafeBufferPointer<UInt8>
  ) -> UniversalWord {
    let token = buffer[index]
    let analyses = cache.analyses(of: token.word)
    let analysis = analyses[min(Int(choices[index]), analyses.count - 1)]
    let grammemes = cache.grammemes(of: analysis)
    let context = UniversalContext(cache: cache, buffer: buffer, choices: choices, index: index)
    guard analysis.origin != .kind else { return plainWord(index, buffer, grammemes, context) }
    if token.shape == .initial, token.flags.contains(.abbreviation) {
      return initial(index, buffer)
    }
    if let predicate = predicate(analyses, analysis, context) { return predicate }
    if let adjective = adjective(analysis, grammemes, token.word) { return adjective }
    let form = String(decoding: cache.words.normalForm(of: token.word), as: UTF8.self)
    let lemma = lemma(of: analysis, index, buffer)
    let folded = String(decoding: cache.lemma(of: analysis), as: UTF8.self)
    let exception = table.exception(
      form: form, lemma: folded, grammemes, where: context.holds)
    let partOfSpeech = exception?.partOfSpeech ?? Self.partOfSpeech(of: grammemes)
    return UniversalWord(
      partOfSpeech: partOfSpeech,
      features: UniversalFeatures.features(of: grammemes, partOfSpeech: partOfSpeech),
      lemma: exception?.lemma ?? lemma)
  }

  private func initial(_ index: Int, _ buffer: TokenBuffer) -> UniversalWord {
    let letters = String(decoding: cache.words.rawForm(of: buffer[index].word), as: UTF8.self)
    return UniversalWord(partOfSpeech: "PROPN", features: "Abbr=Yes", lemma: letters)
  }

  /// What might be an adverb is a short adjective where the clause has no verb: "это странно".
  private func predicate(
    _ analyses: UnsafeBufferPointer<Analysis>, _ chosen: Analysis, _ context: UniversalContext
  ) -> UniversalWord? {
    guard cache.grammemes(of: chosen).intersects([.ADVB, .PRED]),
      let short = analyses.first(where: { cache.grammemes(of: $0).contains([.ADJS, .neut]) }),
      context.isPredicate
    else { return nil }
    return UniversalWord(
      partOfSpeech: "ADJ",
      features: UniversalFeatures.features(of: cache.grammemes(of: short), partOfSpeech: "ADJ"),
      lemma: cache.spelledLemma(of: short))
  }

  /// A participle that is an adjective by now: "данный", "уверены".
  private func adjective(
    _ analysis: Analysis, _ grammemes: Grammemes, _ word: WordID
  ) -> UniversalWord? {
    guard grammemes.intersects([.PRTF, .PRTS]) else { return nil }
    let kept = grammemes.intersection([.actv, .pssv, .pres, .past])
    let wanted = kept.union([.PRTF, .masc, .sing, .nomn])
    let form = cache.words.normalForm(of: word)
    guard let lemma = cache.variant(of: analysis, as: wanted, like: form),
      let alsoShort = table.participles[lemma], alsoShort || grammemes.contains(.PRTF)
    else { return nil }
    return UniversalWord(
      partOfSpeech: "ADJ",
      features: UniversalFeatures.features(of: grammemes, partOfSpeech: "ADJ"), lemma: lemma)
  }

  /// Names keep their capital, abbreviations all of theirs.
  private func lemma(of analysis: Analysis, _ index: Int, _ buffer: TokenBuffer) -> String {
    let grammemes = cache.grammemes(of: analysis)
    let form = cache.words.normalForm(of: buffer[index].word)
    let lemma = ownLemma(of: analysis, grammemes, form)
    if grammemes.contains(.Abbr), buffer[index].shape == .upper { return lemma.uppercased() }
    guard Self.isProper(grammemes) else { return lemma }
    var capital = true
    return String(
      lemma.map { letter in
        defer { capital = letter == "-" }
        return capital ? Character(letter.uppercased()) : letter
      })
  }

  /// Superlatives, patronymics of women and spelling variants are lemmas of their own here.
  private func ownLemma(
    of analysis: Analysis, _ grammemes: Grammemes, _ form: UnsafeBufferPointer<UInt8>
  ) -> String {
    var wanted = Grammemes.nomn.union(.sing)
    if grammemes.contains(.Supr) {
      wanted.formUnion([.ADJF, .Supr, .masc])
    } else if grammemes.contains([.Patr, .femn]) {
      wanted.formUnion([.Patr, .femn])
    } else {
      guard grammemes.contains(.NOUN) else {
        return cache.spelledLemma(of: analysis)
      }
      wanted.formUnion(grammemes.intersection(Grammemes.genders.union(.NOUN)))
    }
    return cache.variant(of: analysis, as: wanted, like: form)
      ?? cache.spelledLemma(of: analysis)
  }

  private static func isProper(_ grammemes: Grammemes) -> Bool {
    grammemes.intersects([.Name, .Surn, .Patr, .Geox, .Orgn, .Trad])
      && grammemes.contains(.NOUN)
  }

  /// Figures, signs and foreign words.
  private func plainWord(
    _ index: Int, _ buffer: TokenBuffer, _ grammemes: Grammemes, _ context: UniversalContext
  ) -> UniversalWord {
    let text = buffer.text(of: index)
    if grammemes.contains(.PNCT) {
      return UniversalWord(partOfSpeech: "PUNCT", features: "", lemma: text)
    }
    if grammemes.contains(.SYMB) {
      return UniversalWord(partOfSpeech: "SYM", features: "", lemma: text)
    }
    if grammemes.contains(.NUMB) {
      let isOrdinal = table.figures.contains { $0.conditions.allSatisfy(context.holds) }
      return UniversalWord(
        partOfSpeech: isOrdinal ? "ADJ" : "NUM", features: "NumForm=Digit", lemma: text)
    }
    if grammemes.contains(.ROMN) {
      return UniversalWord(partOfSpeech: "ADJ", features: "NumForm=Roman", lemma: text)
    }
    let isName = buffer[index].kind == .username
    return UniversalWord(
      partOfSpeech: isName ? "PROPN" : "X", features: isName ? "" : "Foreign=Yes", lemma: text)
  }

  private static func partOfSpeech(of grammemes: Grammemes) -> String {
    if grammemes.contains(.NOUN) { return isProper(grammemes) ? "PROPN" : "NOUN" }
    if grammemes.contains(.ADJF) {
      return grammemes.contains(.Apro) ? "DET" : "ADJ"
    }
    let pairs: [(Grammemes, String)] = [
      (.ADJS, "ADJ"), (.COMP, "ADJ"), (.PRTF, "VERB"), (.PRTS, "VERB"), (.VERB, "VERB"),
      (.INFN, "VERB"), (.GRND, "VERB"), (.NUMR, "NUM"), (.ADVB, "ADV"), (.NPRO, "PRON"),
      (.PRED, "ADV"), (.PREP, "ADP"), (.CONJ, "CCONJ"), (.PRCL, "PART"), (.INTJ, "INTJ"),
    ]
    return pairs.first { grammemes.contains($0.0) }?.1 ?? "X"
  }
}
