import RussianMorphology
import RussianSyntax
import TextRules

/// Puts the structure of a sentence into the form in which frames look at it.
struct SentenceStructure {
  private let context: KindContext

  init(_ context: KindContext) { self.context = context }

  /// Fills a tree with the words of a sentence and their heads.
  func read(_ tokens: Range<Int>, into heads: inout HeadTree) {
    let sentence = context.forest.sentence(tokens)
    let tree = sentence.tree
    heads.begin(tokens: tokens)
    for word in 0..<tokens.count {
      heads.set(
        word, head: tree.head(of: word), relation: tree.relation(of: word),
        grammemes: grammemes(of: word, at: word + tokens.lowerBound, tree))
    }
    // «Будем здоровы»: a name is no verb, whatever its first word is elsewhere.
    for name in sentence.quoted {
      let word = name.lowerBound - tokens.lowerBound
      guard !heads.isNominal(word) else { continue }
      heads.set(word, head: tree.head(of: word), relation: tree.relation(of: word), grammemes: .LATN)
    }
    for record in sentence.records where record.tokens.count > 1 {
      heads.unite(
        record.tokens.lowerBound - tokens.lowerBound..<record.tokens.upperBound - tokens.lowerBound)
    }
    heads.finish()
  }

  private static let cases: [Grammemes] = [[], .nomn, .gent, .datv, .accs, .ablt, .loct]

  /// The grammemes of the reading chosen, with the case that only the structure knows.
  private func grammemes(of word: Int, at token: Int, _ sentence: SentenceTree) -> Grammemes {
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
}
