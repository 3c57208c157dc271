import RussianText
import TextRules

/// What a kind of fact may look at: the tokens and records, and the document's mentions and
/// entities, by which the arguments of a fact are told.
struct FactContext {
  let kinds: KindContext
  let mentions: [Mention]
  let entities: [Entity]
  /// Places of the entities by their identifiers.
  private let places: [String: Int]

  init(kinds: KindContext, mentions: [Mention], entities: [Entity]) {
    self.kinds = kinds
    self.mentions = mentions
    self.entities = entities
    places = Dictionary(
      entities.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var buffer: TokenBuffer { kinds.buffer }

  /// A fact that the words of `tokens` state, by the rule of `match`.
  func fact(
    _ statement: Statement, of match: KeptMatch, in tokens: Range<Int>? = nil,
    negated: Bool = false
  ) -> Fact {
    Fact(
      utf8Range: kinds.mentionRange(of: tokens ?? match.wholeTokens), rule: match.ruleName,
      statement: statement, negated: negated)
  }

  // MARK: Mentions

  func value(of record: MatchedRecord) -> MentionValue { kinds.value(of: record) }

  /// The index of the record's mention; nil if the record is part of another mention.
  func mentionIndex(of record: MatchedRecord) -> Int? { kinds.mentionNumbers[record.payload] }

  /// The records of a kind that begin in `tokens`, in text order.
  func records(of kind: MentionKind, in tokens: Range<Int>) -> [MatchedRecord] {
    guard let number = kinds.matcher.rules.kindNumber(kind.rawValue) else { return [] }
    return tokens.compactMap { kinds.matcher.record(kind: number, at: $0) }
  }

  // MARK: Arguments

  /// The entity of a person, an organization or a place, or the bare name if it has none.
  func reference(to record: MatchedRecord) -> EntityReference? {
    if let index = mentionIndex(of: record), let entity = entity(ofMention: index) {
      return EntityReference(entity)
    }
    switch value(of: record) {
    case .person(let person): return EntityReference(entity: nil, name: person.fullName)
    case .organization(let organization):
      return EntityReference(entity: nil, name: organization.name)
    case .place(let place): return EntityReference(entity: nil, name: place.name)
    default: return nil
    }
  }

  /// The entity that an argument names.
  func entity(_ reference: EntityReference) -> Entity? {
    reference.entity.flatMap { places[$0] }.map { entities[$0] }
  }

  /// The gender of a person, from the first mention that tells it.
  func gender(of entity: Entity) -> Gender? {
    for index in entity.mentions {
      if case .person(let person) = mentions[index].value, let gender = person.gender {
        return gender
      }
    }
    return nil
  }

  func entity(ofMention index: Int) -> Entity? {
    mentions[index].entity.flatMap { places[$0] }.map { entities[$0] }
  }

  /// Money, a percent or a quantity; nil if the record measures nothing.
  func measure(_ record: MatchedRecord) -> Measure? {
    let value: MeasureValue
    switch self.value(of: record) {
    case .money(let money): value = .money(money)
    case .percent(let percent): value = .percent(percent)
    case .quantity(let quantity): value = .quantity(quantity)
    default: return nil
    }
    return Measure(mention: mentionIndex(of: record), value: value)
  }

  func period(_ record: MatchedRecord) -> DateSpan? {
    guard case .date(let span) = value(of: record) else { return nil }
    return span
  }

  /// The position as it stands there, nominative.
  func position(_ record: MatchedRecord) -> PositionReference? {
    guard case .position(let position) = value(of: record) else { return nil }
    return PositionReference(mention: mentionIndex(of: record), name: position.name)
  }
}
