import RussianMorphology
import RussianText
import TextRules

// How phrases agree, and what they are called.
extension ChunkReader {
  /// The reading in which the phrase is a nominative; nil if it has none.
  func nominative(_ phrase: NominalPhrase) -> Grammemes? { reading(of: phrase, as: .nomn) }

  func reading(of phrase: NominalPhrase, as wanted: Grammemes) -> Grammemes? {
    let word = buffer[phrase.head].word
    if buffer[phrase.head].flags.contains(.latin) || buffer[phrase.head].kind != .word {
      return wanted
    }
    for analysis in context.morphology.analyses(of: word) {
      let grammemes = context.morphology.grammemes(of: analysis)
      guard grammemes.contains(.NOUN) || phrase.name != nil else { continue }
      if grammemes.contains(.Fixd) { return grammemes }
      guard RussianMorphology.Agreement.mainCases(grammemes).contains(wanted) else { continue }
      if modifiersAgree(phrase, grammemes) { return grammemes }
    }
    return nil
  }

  /// The head's readings as a noun, whatever their case.
  func nounReadings(of phrase: NominalPhrase) -> [Grammemes] {
    context.morphology.analyses(of: buffer[phrase.head].word)
      .map { context.morphology.grammemes(of: $0) }
      .filter { $0.contains(.NOUN) }
  }

  private func modifiersAgree(_ phrase: NominalPhrase, _ noun: Grammemes) -> Bool {
    for index in phrase.tokens.lowerBound..<phrase.head {
      guard context.morphology.allGrammemes(of: buffer[index].word).intersects(.attributive) else {
        continue
      }
      let agrees = context.morphology.analyses(of: buffer[index].word).contains {
        RussianMorphology.Agreement.agree(context.morphology.grammemes(of: $0), noun)
      }
      if !agrees { return false }
    }
    return true
  }

  /// Whether a noun in this reading can be the subject of the verb at `index`.
  func agrees(_ noun: Grammemes, withVerbAt index: Int) -> Bool {
    for analysis in context.morphology.analyses(of: buffer[index].word) {
      let verb = context.morphology.grammemes(of: analysis)
      if verb.intersects(.INFN.union(.GRND)) { return true }
      guard verb.intersects(.VERB.union(.PRTS).union(.ADJS)) else { continue }
      if verb.intersects(.per1.union(.per2)) { continue }
      let numbers = noun.intersection(.numbers)
      let number = verb.intersection(.numbers)
      if noun.contains(.Fixd) || numbers.isEmpty { return true }
      guard numbers.intersects(number) else { continue }
      if number.contains(.plur) || RussianMorphology.Agreement.sameGender(verb, noun) { return true }
    }
    return false
  }

  // MARK: Names of phrases

  /// The phrase in the nominative, without pointing words and the capital of a sentence.
  func name(of phrase: NominalPhrase) -> String { name(of: phrase.tokens) }

  func name(of tokens: Range<Int>) -> String {
    let kept = withoutPointers(tokens)
    return lowered(context.nominative(of: kept), at: kept.lowerBound)
  }

  /// The phrase in the genitive.
  func genitiveName(of phrase: NominalPhrase) -> String {
    let tokens = withoutPointers(phrase.tokens)
    let cases: [Grammemes] = [.nomn, .accs, .loct, .ablt, .datv]
    guard let reading = cases.lazy.compactMap({ self.reading(of: phrase, as: $0) }).first else {
      return context.text(of: tokens)
    }
    var text: [UInt8] = []
    for index in tokens {
      if !text.isEmpty, buffer[index].flags.contains(.spaceBefore) { text.append(0x20) }
      if index <= phrase.head, appendGenitive(index, phrase, reading, to: &text) { continue }
      text.append(contentsOf: buffer.spelling(of: index))
    }
    return String(decoding: text, as: UTF8.self)
  }

  private func appendGenitive(
    _ index: Int, _ phrase: NominalPhrase, _ reading: Grammemes, to text: inout [UInt8]
  ) -> Bool {
    guard phrase.name == nil else { return false }
    let number = reading.intersection(.numbers)
    for analysis in context.morphology.analyses(of: buffer[index].word) {
      let grammemes = context.morphology.grammemes(of: analysis)
      if index == phrase.head ? grammemes.contains(.NOUN) : grammemes.intersects(.attributive) {
        var wanted = Grammemes.gent.union(number)
        if index < phrase.head, number.contains(.sing) {
          wanted.formUnion(reading.intersection(.genders))
        }
        return context.morphology.appendForm(of: analysis, as: wanted, to: &text)
      }
    }
    return false
  }

  private func withoutPointers(_ tokens: Range<Int>) -> Range<Int> {
    var start = tokens.lowerBound
    while start + 1 < tokens.upperBound,
      context.hasAnalysis(start, [.ADJF, .Apro]) || isPossessive(start)
    { start += 1 }
    return start..<tokens.upperBound
  }

  /// The text without the capital of a sentence.
  func lowered(_ text: String, at index: Int) -> String {
    guard buffer[index].shape == .title, context.morphology.isKnown(buffer[index].word),
      name(at: index) == nil, let best = best(index)
    else { return text }
    let names: Grammemes = [.Name, .Surn, .Patr, .Geox, .Orgn, .Trad]
    guard context.morphology.grammemes(of: best).isDisjoint(with: names) else { return text }
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
