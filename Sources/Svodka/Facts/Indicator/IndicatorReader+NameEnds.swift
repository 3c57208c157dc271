import RussianMorphology
import RussianText
import TextRules

// What belongs to the end of a name: its unit, its quotation mark, what a counted thing is for.
extension IndicatorReader {
  /// «стоимость тысячи кубометров газа», «цена литра молока»: the unit is part of the name.
  func addUnit(of phrase: NominalPhrase, to subject: inout IndicatorSubject) {
    let start = phrase.tokens.upperBound
    guard words.has(.price, in: phrase.head..<phrase.head + 1, kinds), phrase.head + 1 == start,
      subject.tokens?.upperBound == start, range.contains(start), let index = chunkIndex(at: start),
      case .amount = chunks[index].kind, chunks[index].tokens.lowerBound == start,
      kinds.hasAnalysis(start, .gent) || context.buffer[start].kind == .number,
      !context.records(of: .quantity, in: start..<start + 1).isEmpty
    else { return }
    var end = chunks[index].tokens.upperBound
    if index + 1 < chunks.count, let owned = chunks[index + 1].phrase, owned.preposition == nil,
      owned.tokens.lowerBound == end, chunker.reading(of: owned, as: .gent) != nil
    {
      end = owned.tokens.upperBound
    }
    let text = " " + kinds.text(of: start..<end)
    subject.name += text
    subject.genitive += text
    subject.named = (subject.named?.lowerBound ?? phrase.tokens.lowerBound)..<end
    subject.tokens = phrase.tokens.lowerBound..<end
  }

  /// «Скорость катера «Ветер»»: the name does not end before its quotation mark.
  func closeQuote(in subject: inout IndicatorSubject) {
    guard let named = subject.named, range.contains(named.lowerBound), named.upperBound <= range.upperBound,
      named.count(where: { kinds.isQuote($0) }) % 2 == 1, subject.tokens?.upperBound == named.upperBound,
      case let end = quoteEnd(of: named), end > named.upperBound
    else { return }
    let rest = kinds.text(of: named.upperBound..<end)
    subject.name += rest
    subject.genitive += rest
    subject.named = named.lowerBound..<end
    subject.tokens = min(subject.tokens?.lowerBound ?? end, named.lowerBound)..<end
  }

  /// «уничтожены 300 снарядов к пушкам»: it belongs to the thing, though it may hang on the verb.
  func complement(ofThingBehind amount: Range<Int>, _ tree: FigureTree) -> String {
    guard let word = wordOfThing(behind: amount, tree) else { return "" }
    let parts = wholePhrase(of: word, in: tree)
    return " " + kinds.text(of: amount.upperBound..<parts[parts.count - 1].upperBound)
  }

  /// The noun of «к пушкам» right behind an amount of things that hangs on the verb.
  func wordOfThing(behind amount: Range<Int>, _ tree: FigureTree) -> Int? {
    let start = amount.upperBound
    guard start < range.upperBound, words.has(.ofThing, in: start..<start + 1, kinds),
      !words.has(.people, in: amount, kinds)
    else { return nil }
    return (start + 1..<min(start + 6, range.upperBound)).first {
      tree.preposition(of: $0) == start && tree.relation(of: $0) == .obl && !isAmount($0) && !isDate($0)
    }
  }

  func figureAmount(at top: Int) -> Range<Int>? {
    figures.first { $0.amount.contains(top) }?.amount ?? pieces.first { $0.amount.contains(top) }?.amount
  }

  /// «спасли 40 человек, ещё 110 человек, включая детей, эвакуировали»: what more there is has a verb of
  /// its own.
  func isOfNextVerb(_ amount: Range<Int>, _ verb: Int) -> Bool {
    let start = words.start(ofBoundBefore: amount.lowerBound, in: kinds)
    guard verb < start, start > range.lowerBound, words.has(.more, in: start - 1..<start, kinds) else { return false }
    return chunks.contains {
      guard case .finite = $0.kind else { return false }
      return $0.tokens.lowerBound >= amount.upperBound
    }
  }

  /// «после прилёта 12 снарядов погибло 10 коров»: of two amounts that a verb may have, the one behind it.
  func isOfNoun(_ amount: Range<Int>, _ verb: Int) -> Bool {
    guard amount.upperBound <= verb, amount.lowerBound > range.lowerBound,
      let before = chunkIndex(at: amount.lowerBound - 1), let phrase = chunks[before].phrase,
      phrase.preposition != nil, phrase.tokens.upperBound == amount.lowerBound,
      let index = chunkIndex(at: verb), index + 1 < chunks.count, case .amount = chunks[index + 1].kind
    else { return false }
    return kinds.hasAnalysis(amount.lowerBound - 1, [.NOUN, .gent])
  }

  /// «6 тысяч человек с гипертензией и 2 тысячи с диабетом находятся»: there is no telling the names apart.
  func isDealtOut(_ amount: Range<Int>, _ verb: Int) -> Bool {
    guard amount.upperBound < verb, let index = chunkIndex(at: amount.upperBound),
      chunks[index].phrase?.preposition != nil
    else { return false }
    return chunks.contains {
      guard case .amount = $0.kind else { return false }
      return $0.tokens.lowerBound > amount.upperBound && $0.tokens.upperBound <= verb
    }
  }

  /// «показатель смертности вырос до 5, а рождаемости упал до 4»: that of the births.
  func isReplaced(_ head: Int, before verb: Int) -> Bool {
    guard let index = chunkIndex(at: verb), index > 1, let own = chunks[index - 1].phrase, own.preposition == nil,
      own.head > head, chunker.reading(of: own, as: .gent) != nil,
      chunker.nominative(own).map({ !chunker.agrees($0, withVerbAt: verb) }) ?? true
    else { return false }
    let before = chunks[index - 2]
    switch before.kind {
    case .comma: return true
    case .other:
      guard index > 2, case .comma = chunks[index - 3].kind else { return false }
      return kinds.hasAnalysis(before.tokens.lowerBound, .CONJ)
    default: return false
    }
  }

  /// «составил 1409 т, или 0,25 % от всего импорта»: the amount again, as a share.
  func isRestated(_ amount: Range<Int>) -> Bool {
    let start = words.start(ofBoundBefore: amount.lowerBound, in: kinds)
    let end = amount.upperBound
    return start > range.lowerBound && words.has(.or, in: start - 1..<start, kinds)
      && end < range.upperBound && words.has(.share, in: end..<end + 1, kinds)
  }
}
