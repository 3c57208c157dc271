import RussianMorphology
import RussianText
import TextRules

// Titles and the parts of bodies.
extension PostReader {
  /// «директор департамента финансов Минфина»: the part of a body is part of the title.
  func unit(behind title: MatchedRecord, _ context: FactContext) -> String? {
    let start = title.tokens.upperBound
    guard start < context.buffer.count, context.buffer[start].shape == .lower,
      let body = context.records(of: .organization, in: start..<start + 1).first,
      context.has(words[.unit], in: start..<start + 1),
      let name = body.tokens.dropFirst().first(where: context.kinds.isCapitalized)
    else { return nil }
    let end = context.kinds.isQuote(name - 1) ? name - 1 : name
    return context.kinds.text(of: start..<end)
  }

  /// «начальник управления «Закупки» Минфина»: where a part of a body ends that has a name of its own, if
  /// the body follows.
  func namedUnitEnd(
    behind title: MatchedRecord, until end: Int, _ context: FactContext
  ) -> Int? {
    let start = title.tokens.upperBound
    guard start + 1 < end, context.has(words[.unit], in: start..<start + 1),
      context.kinds.isQuote(start + 1),
      let close = (start + 2..<max(start + 2, min(end, start + 8))).first(where: context.kinds.isQuote),
      close + 1 < end, !context.records(of: .organization, in: close + 1..<close + 2).isEmpty
    else { return nil }
    return close + 1
  }

  /// «Палата представителей»: does an organization's name hold the title?
  func isInName(_ record: MatchedRecord, _ context: FactContext) -> Bool {
    let first = record.tokens.lowerBound
    return context.records(of: .organization, in: max(0, first - 8)..<first).contains {
      $0.tokens.upperBound > first
    }
  }

  /// The organizations that «и» joins to the first behind a title.
  func joined(
    to place: EntityReference, in title: Range<Int>, _ context: FactContext
  ) -> [EntityReference] {
    let all = context.records(of: .organization, in: title)
    guard let first = all.firstIndex(where: { context.reference(to: $0) == place }), first + 1 < all.count
    else { return [] }
    let between = all[first].tokens.upperBound..<all[first + 1].tokens.lowerBound
    let words = between.filter { !context.kinds.isQuote($0) }
    guard words.count == 1, context.kinds.hasAnalysis(words[0], .CONJ),
      context.canBe(.gent, all[first + 1]), let other = context.reference(to: all[first + 1]),
      other != place
    else { return [] }
    return [other]
  }

  /// «ростовский губернатор»: of a region that the document names, not of its town.
  func region(
    ofAdjective town: EntityReference, _ title: MatchedRecord, _ context: FactContext
  ) -> EntityReference? {
    guard context.has(words[.regionOffice], in: title.tokens) else { return nil }
    let stem = town.name.prefix(max(4, town.name.count - 2))
    return context.entities.first {
      $0.kind == .place && $0.type == PlaceType.region.rawValue && $0.name.hasPrefix(stem)
    }.map { EntityReference($0) }
  }
}
