import RussianMorphology
import RussianSyntax
import RussianText
import TextRules

// Whether the text says that something is so.
extension IndicatorReader {
  /// Whether the clause of a word is asserted: it is no question, no clause above it is denied, asks,
  /// fears or doubts, and none of its own words makes it a condition.
  func isAsserted(_ piece: IndicatorPiece) -> Bool {
    // «При инфляции 18 %» holds in a question too.
    // «Почему инфляция 18 %?» takes the figure for granted.
    if !piece.isNominal, context.isSign(range.upperBound - 1, UInt8(ascii: "?")),
      !words.has(.presupposing, in: range, kinds)
    {
      return false
    }
    guard mayBeUnreal else { return true }
    let tree = structure.tree(of: range)
    var word = tree.top(of: piece.word.lowerBound)
    var below: Relation?
    // Whether the way up has left the clause of the piece by what another clause says or asks.
    var isContent = false
    for _ in 0..<50 {
      if deniesOrAsks(word, below: below, isContent: isContent, tree) { return false }
      guard let head = tree.head(of: word) else { return true }
      below = tree.relation(of: word)
      // «грозит увеличением цены»
      if below == .obl, tree.preposition(of: word) == nil { below = .obj }
      switch below {
      case .ccomp, .xcomp, .csubj: isContent = true
      case .acl: isContent = isContent || tree.child(of: word, .mark) != nil
      case .nmod, .nsubj, .obj, .obl: break
      default: isContent = false
      }
      word = head
    }
    return true
  }

  /// «требовал у актрисы компенсации в размере 5 млн»: the sum that the verb before it asks for.
  func isDemanded(_ piece: IndicatorPiece) -> Bool {
    guard piece.isSum, let index = chunkIndex(at: piece.word.lowerBound) else { return false }
    for chunk in chunks[..<index].reversed() {
      switch chunk.kind {
      case .finite, .infinitive: return words.has(.asking, in: chunk.tokens, kinds)
      case .comma, .stop: return false
      default: break
      }
    }
    return false
  }

  /// The sentence has a word that could make something of it unreal.
  private var mayBeUnreal: Bool {
    words.has(.asking, in: range, kinds) || words.has(.unreal, in: range, kinds)
  }

  /// - Parameter below: How the clause that is judged hangs on the word; nil if it is its own.
  private func deniesOrAsks(
    _ word: Int, below: Relation?, isContent: Bool, _ tree: FigureTree
  ) -> Bool {
    let isVerb = tree.grammemes(of: word).intersects(
      .VERB.union(.PRTS).union(.INFN).union(.GRND).union(.ADJS).union(.PRED))
    let isOpen =
      switch below {
      case nil: true
      case .ccomp, .xcomp, .csubj, .acl, .obj, .nsubj, .nmod: true
      default: false
      }
    guard isOpen else { return false }
    if below != nil, words.has(.asking, in: word..<word + 1, kinds) { return true }
    guard isVerb else { return false }
    if isContent, isNegated(word..<word + 1) { return true }
    guard below == nil || below == .xcomp else { return false }
    return tree.children(of: word).contains {
      switch tree.relation(of: $0) {
      case .mark, .aux, .advmod, .discourse, .cc:
        words.has(.conditional, in: $0..<$0 + 1, kinds)
          && !(words.has(.if, in: $0..<$0 + 1, kinds) && isContrast)
      default: false
      }
    }
  }
}
