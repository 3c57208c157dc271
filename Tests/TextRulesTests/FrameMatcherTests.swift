import RussianMorphology
import RussianSyntax
import RussianText
import Testing

@testable import TextRules

/// A sentence whose tree is written beside it: `слово relation head` for each word, the head by its
/// place from 1 on, 0 for the root; `reading` grammemes behind a slash.
struct DrawnSentence {
  let text: String
  private let words: [(relation: Relation, head: Int, reading: Grammemes)]

  init(_ lines: [(word: String, relation: Relation, head: Int, reading: Grammemes)]) {
    text = lines.map(\.word).joined(separator: " ")
    words = lines.map { ($0.relation, $0.head, $0.reading) }
  }

  func fill(_ tree: inout HeadTree) {
    tree.begin(tokens: 0..<words.count)
    for (number, word) in words.enumerated() {
      tree.set(number, head: word.head - 1, relation: word.relation, grammemes: word.reading)
    }
    tree.finish()
  }
}

@Suite("frames over drawn trees")
struct FrameMatcherTests {
  private static let firm = """
    kind firm
    rule name
      match ("ромашка" | "ромашке" | "ромашкой" | "василёк" | "васильке" | "василька" | "лютик" | "лютика")
    """
  private static let deal = """
    kind deal
    lexicon buying { купить | покупка }
    lexicon stake { доля | акция }
    lexicon thing { завод }
    fact
      buyer   firm
      bought  firm
    frame buys
      head    buying
      buyer   subject | outer-subject
      bought  object | genitive of object[stake] | "в"[loct] of object[stake] | genitive of object[thing]
      drop    "a thing of the firm" when has object[thing]
    """

  /// The facts of the drawn sentence as `buyer>bought`, or why there are none.
  private func deals(_ sentence: DrawnSentence) throws -> [String] {
    let rules = try compile(["firm.rules": Self.firm, "deal.rules": Self.deal])
    let buffer = try TokenBuffer()
    try Tokenizer().tokenize(sentence.text, into: buffer)
    let matcher = RuleMatcher(
      rules: rules, buffer: buffer, morphology: MorphologyCache(words: buffer.words))
    matcher.begin()
    var heads: [KeptMatch] = []
    for layer in 0..<rules.layerCount {
      matcher.run(layer: layer, sentences: 0..<buffer.sentences.count) { match in
        guard rules.isFrame(match.rule) else { return 0 }
        heads.append(match.kept())
        return nil
      }
    }
    let frames = FrameMatcher(matcher: matcher)
    frames.read { sentence.fill(&$0) }
    return heads.flatMap { head -> [String] in
      switch frames.match(head) {
      case .failure(let failure): return ["\(failure)"]
      case .success(let match):
        let names = match.arguments.map { $0.map { buffer.text(of: $0.tokens.lowerBound) } }
        return names[0].flatMap { buyer in names[1].map { "\(buyer)>\($0)" } }
      }
    }
  }

  @Test func activeInAnyOrder() throws {
    let expected = ["Ромашка>василька"]
    #expect(
      try deals(
        DrawnSentence([
          ("Ромашка", .nsubj, 2, [.NOUN, .nomn]), ("купила", .root, 0, [.VERB, .past]),
          ("акции", .obj, 2, [.NOUN, .accs]), ("василька", .nmod, 3, [.NOUN, .gent]),
        ])) == expected)
    #expect(
      try deals(
        DrawnSentence([
          ("Акции", .obj, 3, [.NOUN, .accs]), ("василька", .nmod, 1, [.NOUN, .gent]),
          ("купила", .root, 0, [.VERB, .past]), ("Ромашка", .nsubj, 3, [.NOUN, .nomn]),
        ])) == expected)
  }

  @Test func passiveWithItsAgent() throws {
    #expect(
      try deals(
        DrawnSentence([
          ("Лютик", .nsubj, 2, [.NOUN, .nomn]), ("куплен", .root, 0, [.PRTS, .pssv, .past]),
          ("Ромашкой", .obl, 2, [.NOUN, .ablt]),
        ])) == ["Ромашкой>Лютик"])
  }

  @Test func participleOfTheBuyer() throws {
    #expect(
      try deals(
        DrawnSentence([
          ("Ромашка", .nsubj, 4, [.NOUN, .nomn]), ("купившая", .acl, 1, [.PRTF, .actv, .past, .nomn]),
          ("лютик", .obj, 2, [.NOUN, .accs]), ("растёт", .root, 0, [.VERB, .pres]),
        ])) == ["Ромашка>лютик"])
  }

  @Test func relativeClause() throws {
    #expect(
      try deals(
        DrawnSentence([
          ("Лютик", .nsubj, 5, [.NOUN, .nomn]), ("который", .obj, 3, [.ADJF, .Anph, .Subx, .accs]),
          ("купила", .acl, 1, [.VERB, .past]), ("Ромашка", .nsubj, 3, [.NOUN, .nomn]),
          ("растёт", .root, 0, [.VERB, .pres]),
        ])) == ["Ромашка>Лютик"])
  }

  @Test func nounOfActionWithTheSubjectOfItsVerb() throws {
    #expect(
      try deals(
        DrawnSentence([
          ("Ромашка", .nsubj, 2, [.NOUN, .nomn]), ("завершила", .root, 0, [.VERB, .past]),
          ("покупку", .obj, 2, [.NOUN, .accs]), ("лютика", .nmod, 3, [.NOUN, .gent]),
        ])) == ["Ромашка>лютика"])
  }

  @Test func coordinationIsDealtOut() throws {
    #expect(
      try deals(
        DrawnSentence([
          ("Ромашка", .nsubj, 2, [.NOUN, .nomn]), ("купила", .root, 0, [.VERB, .past]),
          ("василёк", .obj, 2, [.NOUN, .accs]), ("и", .cc, 5, [.CONJ]),
          ("лютик", .conj, 3, [.NOUN, .accs]),
        ])) == ["Ромашка>василёк", "Ромашка>лютик"])
  }

  @Test func dropTellsItsReason() throws {
    #expect(
      try deals(
        DrawnSentence([
          ("Ромашка", .nsubj, 2, [.NOUN, .nomn]), ("купила", .root, 0, [.VERB, .past]),
          ("завод", .obj, 2, [.NOUN, .accs]), ("василька", .nmod, 3, [.NOUN, .gent]),
        ])) == ["dropped(reason: \"a thing of the firm\")"])
  }

  @Test func missingArgumentIsNamed() throws {
    #expect(
      try deals(
        DrawnSentence([
          ("Ромашка", .nsubj, 2, [.NOUN, .nomn]), ("купила", .root, 0, [.VERB, .past]),
          ("муку", .obj, 2, [.NOUN, .accs]),
        ])) == ["missing(argument: \"bought\")"])
  }

  @Test func futureIsNoFact() throws {
    #expect(
      try deals(
        DrawnSentence([
          ("Ромашка", .nsubj, 2, [.NOUN, .nomn]), ("купит", .root, 0, [.VERB, .futr]),
          ("лютик", .obj, 2, [.NOUN, .accs]),
        ])) == ["unreal"])
  }
}
