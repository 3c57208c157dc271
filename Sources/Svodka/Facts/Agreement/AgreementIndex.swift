/// Finds, among the agreements so far, those that may be another one told again.
///
/// Agreements that are one stand in the same words, or have the same parties and neither two dates nor
/// two sums.
struct AgreementIndex {
  private enum Known<Value: Hashable>: Hashable {
    case any, none
    case one(Value)

    /// What is found under the value when it is looked for.
    static func fitting(_ value: Value?) -> [Known] { value.map { [.none, .one($0)] } ?? [.any] }
    /// Where it is kept.
    static func keeping(_ value: Value?) -> [Known] { [.any, value.map { .one($0) } ?? .none] }
  }

  private enum Key: Hashable {
    /// A stretch of the text, by its number.
    case place(Int)
    case parties(Set<EntityReference>, Known<DateSpan>, Known<MeasureValue>)
  }

  private var numbers: [Key: [Int]] = [:]

  /// So many bytes are a stretch.
  private static let stretch = 512

  /// Adds an agreement, or what it has become.
  mutating func add(_ number: Int, _ fact: Fact) {
    guard case .agreement(let agreement) = fact.statement else { return }
    let keys = Self.keys(
      agreement, Known.keeping(agreement.date), Known.keeping(agreement.measure?.value))
    for key in keys + Self.places(of: fact) { numbers[key, default: []].append(number) }
  }

  /// The first that is the same, of those that may be.
  func first(like fact: Fact, where isSame: (Int) -> Bool) -> Int? {
    guard case .agreement(let agreement) = fact.statement else { return nil }
    let keys = Self.keys(
      agreement, Known.fitting(agreement.date), Known.fitting(agreement.measure?.value))
    return (keys + Self.places(of: fact)).compactMap { numbers[$0]?.first(where: isSame) }.min()
  }

  private static func keys(
    _ agreement: Agreement, _ dates: [Known<DateSpan>], _ measures: [Known<MeasureValue>]
  ) -> [Key] {
    let parties = Set(agreement.parties.map(\.reference))
    return dates.flatMap { date in measures.map { .parties(parties, date, $0) } }
  }

  private static func places(of fact: Fact) -> [Key] {
    let range = fact.utf8Range
    let last = max(range.lowerBound, range.upperBound - 1)
    return (range.lowerBound / stretch...last / stretch).map { .place($0) }
  }
}
