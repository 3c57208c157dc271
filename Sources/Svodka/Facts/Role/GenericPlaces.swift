import RussianText
import TextRules

/// Nouns that stand for a place named before: «глава региона».
struct GenericPlaces: Sendable {
  private let list: CompiledLexicon
  private let types: [PlaceType?]

  /// - Parameter list: A word list with the column `type`.
  init(_ list: CompiledLexicon) {
    self.list = list
    let column = list.column("type")!
    types = (0..<list.count).map { PlaceType(rawValue: list.text(entry: $0, column: column)) }
  }

  /// The nearest place before that a noun of the list in `tokens` can stand for, and the noun.
  func place(
    in tokens: Range<Int>, _ context: FactContext
  ) -> (noun: Range<Int>, place: EntityReference?)? {
    var found: (tokens: Range<Int>, type: PlaceType?)?
    context.kinds.forEachEntry(of: list, in: tokens) { tokens, entry in
      if found == nil { found = (tokens, types[entry]) }
    }
    guard let found else { return nil }
    return (found.tokens, nearest(before: found.tokens.lowerBound, found.type, context))
  }

  private func nearest(
    before token: Int, _ type: PlaceType?, _ context: FactContext
  ) -> EntityReference? {
    guard let kind = context.kinds.matcher.rules.kindNumber(MentionKind.place.rawValue) else {
      return nil
    }
    var index = token - 1
    while index >= max(0, token - 80) {
      defer { index -= 1 }
      if let record = context.kinds.matcher.record(kind: kind, at: index),
        case .place(let place) = context.value(of: record), place.type == type
      {
        return context.reference(to: record)
      }
    }
    return nil
  }
}
