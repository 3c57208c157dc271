import RussianMorphology
import RussianSyntax
import RussianText
import TextRules

// How what is counted or measured is called, by the structure of its sentence.
extension IndicatorReader {
  /// The counted noun with its attributes, nominative plural: «новые рабочие места».
  func countedName(in amount: Range<Int>, counted: String) -> String? {
    let count = counted.split(separator: " ").count
    guard amount.count > count else { return nil }
    var start = amount.upperBound - count
    // «4500 таких устройств»
    while start + 1 < amount.upperBound, kinds.hasAnalysis(start, [.ADJF, .Apro]) { start += 1 }
    return pluralName(of: start..<amount.upperBound, counted: counted)
  }

  /// A phrase in the nominative plural; nil if a word of it has no such form.
  ///
  /// - Parameter counted: The nominative singular, which tells «голов» of «голова» from that of «гол».
  func pluralName(of tokens: Range<Int>, counted: String = "") -> String? {
    var parts: [String] = []
    let inflector = Inflector(cache: kinds.morphology)
    // «снарядов систем»: the first noun is counted, the rest is its owner.
    let head = tokens.first { !chunker.isModifier($0) } ?? tokens.upperBound - 1
    for token in tokens {
      let analysis =
        token < head
        ? kinds.analysis(token, [.ADJF, .gent, .plur]) ?? kinds.analysis(token, [.PRTF, .gent, .plur])
          ?? kinds.analysis(token, .ADJF)
        : token > head
          ? nil
          : noun(token, called: counted) ?? kinds.analysis(token, [.NOUN, .gent])
            ?? kinds.analysis(token, .NOUN)
      guard let analysis else {
        if token == head { return nil }
        parts.append(kinds.text(of: token..<token + 1))
        continue
      }
      parts.append(
        inflector.form(
          ofToken: token, in: context.buffer, analysis: analysis, as: .nomn.union(.plur)))
    }
    return parts.joined(separator: " ")
  }

  private func noun(_ token: Int, called name: String) -> Analysis? {
    kinds.morphology.analyses(of: context.buffer[token].word).first { analysis in
      var form: [UInt8] = []
      let grammemes = kinds.morphology.grammemes(of: analysis)
      return grammemes.contains([.NOUN, .gent])
        && kinds.morphology.appendForm(of: analysis, as: [.nomn, .sing], to: &form)
        && name == String(decoding: form, as: UTF8.self)
    }
  }

  /// The full participle of a verb, nominative: «подтоплено» is «подтопленные».
  ///
  /// - Parameter number: The grammemes of the noun that it agrees with.
  func participle(ofVerbAt verb: Int, _ number: Grammemes) -> String? {
    guard kinds.hasAnalysis(verb, .PRTS) || kinds.hasAnalysis(verb, [.VERB, .tran]) else {
      return activeParticiple(ofVerbAt: verb, number)
    }
    let passive: Grammemes = [.PRTF, .pssv, .past]
    return participle(ofVerbAt: verb, passive.union(number), [.VERB, .PRTS])
  }

  /// «получили» is «получившие».
  func activeParticiple(ofVerbAt verb: Int, _ number: Grammemes) -> String? {
    let time: Grammemes = kinds.hasAnalysis(verb, [.VERB, .pres]) ? .pres : .past
    return participle(ofVerbAt: verb, time.union(.PRTF).union(.actv).union(number), [.VERB])
  }

  private func participle(
    ofVerbAt verb: Int, _ wanted: Grammemes, _ parts: [Grammemes]
  ) -> String? {
    for analysis in kinds.morphology.analyses(of: context.buffer[verb].word) {
      let grammemes = kinds.morphology.grammemes(of: analysis)
      guard parts.contains(where: { grammemes.contains($0) }) else { continue }
      var form: [UInt8] = []
      if kinds.morphology.appendForm(of: analysis, as: wanted.union(.nomn), to: &form) {
        return String(decoding: form, as: UTF8.self)
      }
    }
    return nil
  }

  /// A word with what belongs to its name: attributes, owners, complements; no dates, amounts,
  /// relative clauses, or places that are arguments of their own.
  func wholePhrase(of head: Int, in tree: FigureTree) -> [Range<Int>] {
    var isPart = Array(repeating: false, count: tree.tokens.count)
    add(head, isTop: true, to: &isPart, tree)
    return joined(isPart, around: head, tree)
  }

  private func add(
    _ word: Int, isTop: Bool, to isPart: inout [Bool], _ tree: FigureTree
  ) {
    isPart[word - tree.tokens.lowerBound] = true
    for child in tree.children(of: word) where belongs(child, to: word, tree) {
      // The phrase's own preposition and conjunction are no part of its name.
      if isTop, tree.relation(of: child) == .case || tree.relation(of: child) == .cc { continue }
      add(child, isTop: false, to: &isPart, tree)
    }
    // The other words of a name.
    for token in tree.tokens where tree.top(of: token) == word {
      isPart[token - tree.tokens.lowerBound] = true
    }
  }

  private func belongs(_ word: Int, to head: Int, _ tree: FigureTree) -> Bool {
    switch tree.relation(of: word) {
    case .amod, .flat, .compound: return !isAmount(word) && !isDate(word)
    case .advmod:
      // «ранее максимальная ставка»
      return tree.grammemes(of: head).intersects(.attributive) && word < head
        && !words.has(.now, in: word..<word + 1, kinds) && !words.has(.base, in: word..<word + 1, kinds)
    case .nmod, .obl: return isComplement(word, of: head, tree)
    // «помощь Украине», «поставка Украине оружия»
    case .iobj:
      return word > head && !isAmount(word) && tree.grammemes(of: head).contains(.NOUN) && tree.isIn(.datv, word)
        && !kinds.hasAnalysis(word, .NPRO)
    // «смотревшие парад»
    case .obj: return word > head && tree.grammemes(of: head).contains(.PRTF) && !isAmount(word)
    case .nummod: return !isAmount(word) && word > head
    case .appos:
      return word > head && !hasSign(between: head + 1, and: word) && !isAmount(word)
    case .conj:
      return !isAmount(word) && tree.grammemes(of: word).intersects(.NOUN.union(.attributive))
        && !tree.children(of: word).contains { isAmount($0) }
        && (tree.preposition(of: word) == nil || tree.preposition(of: head) != nil)
    case .cc: return true
    case .case: return word < head
    default: return false
    }
  }

  private func hasSign(between start: Int, and end: Int) -> Bool {
    start < end && (start..<end).contains { context.buffer[$0].kind == .punctuation && !kinds.isQuote($0) }
  }

  /// A complement that tells which, not where, when or why.
  func isComplement(_ word: Int, of head: Int, _ tree: FigureTree) -> Bool {
    guard word > head, !isAmount(word), !isDate(word) else { return false }
    // «пожары на площади 20 га»
    var next = word + 1
    while next < tree.tokens.upperBound, words.has(.bounds, in: next..<next + 1, kinds),
      !kinds.hasAnalysis(next, .PREP)
    { next += 1 }
    if next < tree.tokens.upperBound, isAmount(next) { return false }
    guard let preposition = tree.preposition(of: word) else { return true }
    if isLoose(preposition) { return false }
    var isSize = false
    kinds.forEachEntry(of: words[.size], in: preposition..<min(preposition + 4, tree.tokens.upperBound)) {
      tokens, _ in
      if tokens.lowerBound == preposition { isSize = true }
    }
    if isSize || words.has(.adverbial, in: word..<word + 1, kinds) { return false }
    if words.has(.source, in: preposition..<word + 1, kinds) { return false }
    guard words.has(.where, in: preposition..<preposition + 1, kinds) else { return true }
    if words.has(.genericPlace, in: word..<word + 1, kinds) { return false }
    return tree.isIn(.accs, word) || !hasName(word)
  }

  private func hasName(_ word: Int) -> Bool { chunker.name(at: word) != nil }

  func isAmount(_ word: Int) -> Bool {
    pieces.contains { $0.amount.contains(word) && hasNumber($0) } || figures.contains { $0.amount.contains(word) }
  }

  func isDate(_ word: Int) -> Bool {
    context.records(of: .date, in: range).contains { $0.tokens.contains(word) }
      || context.records(of: .duration, in: range).contains { $0.tokens.contains(word) }
  }

  /// The parts of a phrase: up to its head, then each stretch behind it.
  private func joined(_ isPart: [Bool], around head: Int, _ tree: FigureTree) -> [Range<Int>] {
    let start = tree.tokens.lowerBound
    var first = head
    while first > start, isPart[first - 1 - start] { first -= 1 }
    var last = head
    var gap = 0
    for token in head + 1..<max(head + 1, tree.tokens.upperBound) {
      if isPart[token - start] {
        last = token
        gap = 0
      } else {
        gap += 1
        let isQuote = kinds.isQuote(token)
        if gap > 1, !isQuote { break }
        if context.buffer[token].kind != .punctuation { break }
      }
    }
    // «экспорт газа по»: what it governs is no part.
    while last > head, isCut(last) { last -= 1 }
    let end = max(last + 1, quoteEnd(of: head + 1..<last + 1))
    return [first..<head + 1, head + 1..<end].filter { !$0.isEmpty }
  }

  /// A preposition or an opening bracket, which no name ends with.
  private func isCut(_ token: Int) -> Bool {
    guard let index = chunkIndex(at: token) else { return false }
    if case .opening = chunks[index].kind { return true }
    return kinds.hasAnalysis(token, .PREP) && !kinds.hasAnalysis(token, .NOUN)
  }

  /// The phrase of a noun in the nominative.
  func wholeName(of head: Int, in tree: FigureTree) -> (text: String, tokens: Range<Int>) {
    let parts = wholePhrase(of: head, in: tree)
    let tokens = parts[0].lowerBound..<parts[parts.count - 1].upperBound
    return (chunker.name(of: tokens), tokens)
  }

  /// What stands behind a noun in the genitive, with the words that are joined to the noun or agree
  /// with it in the nominative like it: «квартир и домов» is «квартиры» and « и дома». It ends before
  /// what has no such form.
  func joinedText(_ tokens: Range<Int>, to top: Int, _ tree: FigureTree) -> String {
    var text = ""
    // The text before the last sign or conjunction.
    var kept = ""
    var isOpen = false
    for token in tokens where !(text.isEmpty && isClosingQuote(token)) {
      let isJoin = context.isComma(token) || kinds.hasAnalysis(token, .CONJ)
      if isJoin, !isOpen { kept = text }
      isOpen = isJoin
      // «дети, из них»: another clause.
      if kinds.hasAnalysis(token, .NPRO), !kinds.hasAnalysis(token, .ADJF) { return kept }
      let space = context.buffer[token].flags.contains(.spaceBefore) ? " " : ""
      guard !isOpen, isMember(token, of: top, tree) else {
        text += space + kinds.text(of: token..<token + 1)
        continue
      }
      guard let form = nominative(ofGenitiveAt: token) else { return kept }
      text += space + form
    }
    return isOpen ? kept : text
  }

  private func isClosingQuote(_ token: Int) -> Bool {
    kinds.isQuote(token) && !context.buffer[token].flags.contains(.spaceBefore)
  }

  /// Whether a word is joined to the noun, or an attribute of it or of what is joined to it.
  private func isMember(_ token: Int, of top: Int, _ tree: FigureTree) -> Bool {
    var word = token
    for _ in 0..<10 {
      switch tree.relation(of: word) {
      case .conj, .amod:
        guard let head = tree.head(of: word) else { return false }
        word = head
      default: return word == top && token != top
      }
    }
    return false
  }

  private func nominative(ofGenitiveAt token: Int) -> String? {
    let parts: [Grammemes] = [.NOUN, .ADJF, .PRTF]
    let numbers: [Grammemes] = [.plur, .sing]
    for number in numbers {
      for part in parts {
        guard let analysis = kinds.analysis(token, part.union(number).union(.gent)) else { continue }
        let gender = kinds.morphology.grammemes(of: analysis).intersection(.genders)
        return Inflector(cache: kinds.morphology).form(
          ofToken: token, in: context.buffer, analysis: analysis,
          as: number.union(.nomn).union(number == .sing ? gender : Grammemes()))
      }
    }
    return nil
  }

  /// Takes along what the structure of the sentence ties to the subject and the phrase leaves out.
  func addWholePhrase(of phrase: NominalPhrase, to subject: inout IndicatorSubject) {
    guard phrase.name == nil, range.contains(phrase.head), let named = subject.named,
      let end = subject.tokens?.upperBound
    else { return }
    let tree = structure.tree(of: range)
    guard tree.top(of: phrase.head) == phrase.head else { return }
    let parts = wholePhrase(of: phrase.head, in: tree)
    var first = parts[0].lowerBound
    // «а только прямой ущерб»
    while first < named.lowerBound, kinds.isFunctional(first) || kinds.hasAnalysis(first, .PRCL) { first += 1 }
    let last = parts[parts.count - 1].upperBound
    guard first <= named.lowerBound, last >= end, first < named.lowerBound || last > end,
      !(first..<named.lowerBound).contains(where: {
        chunker.isNoun($0) && !kinds.hasAnalysis($0, .ADJF)
      })
    else { return }
    subject.name = chunker.name(of: first..<last)
    subject.tokens = first..<last
    subject.named = first..<last
    subject.genitive = kinds.text(of: named) == subject.genitive
      ? kinds.text(of: first..<last) : subject.genitive + " " + kinds.text(of: end..<last)
  }
}
