import RussianText
import TextRules

/// Adjectives of places before a title: «французский президент».
struct PlaceAdjectives: Sendable {
  private let list: CompiledLexicon
  private let places: [String]
  /// Nil for a place that is no country.
  private let types: [PlaceType?]

  /// - Parameter list: A word list with the columns `place` and `type`.
  init(_ list: CompiledLexicon) {
    self.list = list
    func cells(_ name: String) -> [String] {
      let column = list.column(name)!
      return (0..<list.count).map { list.text(entry: $0, column: column) }
    }
    places = cells("place")
    types = cells("type").map { PlaceType(rawValue: $0) }
  }

  /// The places of a type that adjectives among the tokens tell of.
  func names(of type: PlaceType, in tokens: Range<Int>, _ context: FactContext) -> [String] {
    var names: [String] = []
    context.kinds.forEachEntry(of: list, in: tokens) { found, entry in
      if types[entry] == type, context.records(of: .place, in: found).isEmpty {
        names.append(places[entry])
      }
    }
    return names
  }

  /// Is the word an adjective of a place?
  func contains(_ token: Int, _ context: FactContext) -> Bool {
    context.has(list, in: token..<token + 1)
  }

  /// Is an adjective no place by itself? «Украинский» that begins a sentence is no village.
  private func isNoName(_ adjective: Range<Int>, _ context: FactContext) -> Bool {
    context.records(of: .place, in: adjective).allSatisfy {
      $0.tokens == adjective && context.kinds.opensSentence(adjective.lowerBound)
    }
  }

  /// The place of an adjective in the title or right before it.
  ///
  /// - Parameter isOther: Whether the noun at a token stands for an organization, which an adjective
  ///   behind the title's own noun describes then: «директор украинской компании» is none of Ukraine.
  func place(
    before title: Range<Int>, _ context: FactContext, isOther: (Int) -> Bool
  ) -> EntityReference? {
    var found: Int?
    let start = max(0, title.lowerBound - 2)
    let head = context.head(of: title) ?? title.lowerBound
    context.kinds.forEachEntry(of: list, in: start..<title.upperBound) { tokens, entry in
      if !context.hasPunctuation(between: tokens.upperBound, and: title.upperBound),
        isNoName(tokens, context),
        tokens.lowerBound < head || !isOther(tokens.upperBound)
      {
        found = entry
      }
    }
    guard let found else { return nil }
    let name = places[found]
    let entity = context.entities.first { $0.kind == .place && $0.name == name }
    return entity.map { EntityReference($0) } ?? EntityReference(entity: nil, name: name)
  }
}
