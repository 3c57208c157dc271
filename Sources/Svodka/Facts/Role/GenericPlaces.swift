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

  /// The place before that a noun of the list in `tokens` can stand for, and the noun.
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

  /// The only place of a type in the sentence so far, or else in the nearest of the three before that
  /// names one; nil if there are several.
  private func nearest(
    before token: Int, _ type: PlaceType?, _ context: FactContext
  ) -> EntityReference? {
    var end = token
    for _ in 0..<4 where end > 0 {
      let start = context.sentence(of: end == token ? end : end - 1).lowerBound
      var found: EntityReference?
      for record in context.records(of: .place, in: max(start, end - 200)..<end) {
        guard case .place(let place) = context.value(of: record), place.type == type,
          let reference = context.reference(to: record)
        else { continue }
        if let found, found != reference { return nil }
        found = reference
      }
      if let found { return found }
      end = start
    }
    return nil
  }
}
