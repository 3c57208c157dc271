import RussianMorphology
import RussianSyntax
import TextRules

/// Reads the structure of the sentences that facts ask for: names and values count as one word.
final class SentenceStructure {
  private let context: KindContext
  private var sentence = SentenceTree()
  /// The kinds whose records are one word.
  private let united: Set<Int>
  private let organization: Int?

  init(_ context: KindContext) {
    self.context = context
    let kinds: [MentionKind] = [
      .organization, .person, .place, .date, .money, .percent, .quantity, .number, .duration,
    ]
    organization = context.matcher.rules.kindNumber(MentionKind.organization.rawValue)
    united = Set(kinds.compactMap { context.matcher.rules.kindNumber($0.rawValue) })
  }

  /// Fills a tree with the words of a sentence and their heads.
  func read(_ tokens: Range<Int>, into heads: inout HeadTree) {
    let names = quotedNames(in: tokens)
    sentence.read(tokens, of: context.buffer, by: context.structureReader, names: names)
    heads.begin(tokens: tokens)
    for word in 0..<tokens.count {
      heads.set(
        word, head: sentence.head(of: word), relation: sentence.relation(of: word),
        grammemes: grammemes(of: word, at: word + tokens.lowerBound))
    }
    // «Будем здоровы»: a name is no verb, whatever its first word is elsewhere.
    for name in names {
      let word = name.lowerBound - tokens.lowerBound
      guard !heads.isNominal(word) else { continue }
      heads.set(
        word, head: sentence.head(of: word), relation: sentence.relation(of: word), grammemes: .LATN)
    }
    unite(tokens, in: &heads)
    heads.finish()
  }

  /// What stands in the quotation marks of names, marks left out: it is no part of the sentence's
  /// grammar.
  private func quotedNames(in tokens: Range<Int>) -> [Range<Int>] {
    guard let organization else { return [] }
    var names: [Range<Int>] = []
    for token in tokens {
      guard let record = context.matcher.record(kind: organization, at: token),
        record.tokens.lowerBound >= names.last?.upperBound ?? 0,
        let open = record.tokens.first(where: { context.isQuote($0) }),
        let close = record.tokens.last(where: { context.isQuote($0) }), close > open + 2,
        close < tokens.upperBound
      else { continue }
      names.append(open + 1..<close)
    }
    return names
  }

  private static let cases: [Grammemes] = [[], .nomn, .gent, .datv, .accs, .ablt, .loct]

  /// The grammemes of the reading chosen, with the case that only the structure knows.
  private func grammemes(of word: Int, at token: Int) -> Grammemes {
    let analyses = context.morphology.analyses(of: context.buffer[token].word)
    let reading = Int(sentence.reading(of: word))
    var grammemes = reading < analyses.count
      ? context.morphology.grammemes(of: analyses[reading]) : Grammemes()
    // «владелец сети»: a noun that hangs on a noun stands in the genitive, if it can.
    if sentence.relation(of: word) == .nmod, sentence.preposition(of: word) < 0,
      grammemes.intersects(Grammemes.datv.union(.loct)),
      let genitive = analyses.first(where: {
        $0.lemma == analyses[reading].lemma
          && context.morphology.grammemes(of: $0).contains([.NOUN, .gent])
      })
    {
      grammemes = context.morphology.grammemes(of: genitive)
    }
    let known = Int(sentence.wordClass(of: word).caseNumber)
    if known < Self.cases.count, !grammemes.intersects(.cases) {
      grammemes.formUnion(Self.cases[known])
    }
    return grammemes
  }

  /// Makes one word of each name and value, of nested ones the longest.
  private func unite(_ tokens: Range<Int>, in heads: inout HeadTree) {
    var token = tokens.lowerBound
    while token < tokens.upperBound {
      let end = united.reduce(token + 1) { end, kind in
        guard let record = context.matcher.record(kind: kind, at: token) else { return end }
        return max(end, min(record.tokens.upperBound, tokens.upperBound))
      }
      heads.unite(token - tokens.lowerBound..<end - tokens.lowerBound)
      token = end
    }
  }
}
