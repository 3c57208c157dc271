/// Finds, among the agreements so far, those that may be another one told again.
///
/// Agreements that are one stand in the same words, or have the same parties, and then one date or one
/// subject, or one of them has no date.
struct AgreementIndex {
  private enum Key: Hashable {
    /// A stretch of the text, by its number.
    case place(Int)
    case parties(Set<EntityReference>)
    case date(Set<EntityReference>, DateSpan?)
    case subject(Set<EntityReference>, String?)
  }

  private var numbers: [Key: [Int]] = [:]

  /// So many bytes are a stretch.
  private static let stretch = 512

  /// Adds an agreement, or what it has become.
  mutating func add(_ number: Int, _ fact: Fact) {
    guard case .agreement(let agreement) = fact.statement else { return }
    let parties = Set(agreement.parties.map(\.reference))
    let keys = [
      Key.parties(parties), .date(parties, agreement.date), .subject(parties, agreement.subject),
    ]
    for key in keys + Self.places(of: fact) { numbers[key, default: []].append(number) }
  }

  /// The first that is the same, of those that may be.
  func first(like fact: Fact, where isSame: (Int) -> Bool) -> Int? {
    guard case .agreement(let agreement) = fact.statement else { return nil }
    let parties = Set(agreement.parties.map(\.reference))
    let keys: [Key] =
      agreement.date == nil
      ? [.parties(parties)]
      : [
        .date(parties, agreement.date), .date(parties, nil), .subject(parties, agreement.subject),
      ]
    return (keys + Self.places(of: fact)).compactMap { numbers[$0]?.first(where: isSame) }.min()
  }

  private static func places(of fact: Fact) -> [Key] {
    let range = fact.utf8Range
    let last = max(range.lowerBound, range.upperBound - 1)
    return (range.lowerBound / stretch...last / stretch).map { .place($0) }
  }
}
