import RussianText
import TextRules

/// Nouns that stand for a place named before: «глава региона».
struct GenericPlaces: Sendable {
  private let list: CompiledLexicon
  private let types: [PlaceType?]
  private let adjectives: PlaceAdjectives

  /// - Parameter list: A word list with the column `type`.
  init(_ list: CompiledLexicon, _ adjectives: PlaceAdjectives) {
    self.list = list
    self.adjectives = adjectives
    let column = list.column("type")!
    types = (0..<list.count).map { PlaceType(rawValue: list.text(entry: $0, column: column)) }
  }

  /// The place before that a noun of the list in `tokens` can stand for, and the noun.
  func place(
    in tokens: Range<Int>, _ context: FactContext
  ) -> (noun: Range<Int>, place: EntityReference?)? {
    var found: (tokens: Range<Int>, type: PlaceType?)?
    context.kinds.forEachEntry(of: list, in: tokens) { tokens, entry in
      if found == nil { found = (tokens, types[entry]) }
    }
    guard let found else { return nil }
    let token = found.tokens.lowerBound
    return (
      found.tokens,
      found.type.flatMap {
        context.onlyPlace(
          before: token, of: $0, from: context.sentenceStarts(before: token, atMost: 4),
          besides: adjectives)
      }
    )
  }
}
