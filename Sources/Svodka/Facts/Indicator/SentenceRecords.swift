import TextRules

/// The organizations, places and dates that a sentence names, looked up once a sentence.
final class SentenceRecords {
  struct Named {
    var tokens: Range<Int>
    var reference: EntityReference
    var type: OrganizationType?
  }

  private let context: FactContext
  private var range = 0..<0
  private var organizations: [Named] = []
  /// Places, and organizations of every kind.
  private var names: [EntityReference] = []
  private var dates: [DateSpan] = []
  /// Where dates and spans of time stand.
  private var times: [Range<Int>] = []

  init(_ context: FactContext) { self.context = context }

  private func read(_ tokens: Range<Int>) {
    guard range != tokens else { return }
    range = tokens
    organizations = context.records(of: .organization, in: tokens).compactMap { record in
      guard let reference = context.reference(to: record) else { return nil }
      let type = context.organizationType(of: record)
      return type == .media ? nil : Named(tokens: record.tokens, reference: reference, type: type)
    }
    names = (context.records(of: .place, in: tokens) + context.records(of: .organization, in: tokens))
      .compactMap(context.reference)
    let records = context.records(of: .date, in: tokens)
    dates = records.compactMap(context.period)
    times = records.map(\.tokens) + context.records(of: .duration, in: tokens).map(\.tokens)
  }

  /// The organizations that are no media, in the order of the text.
  func organizations(in tokens: Range<Int>) -> [Named] {
    read(tokens)
    return organizations
  }

  func names(_ reference: EntityReference, in tokens: Range<Int>) -> Bool {
    read(tokens)
    return names.contains(reference)
  }

  /// Whether a date of the sentence is the period, or an end of it.
  func states(_ period: DateSpan, in tokens: Range<Int>) -> Bool {
    read(tokens)
    return dates.contains {
      $0 == period || $0.from != nil && $0.from == period.from || $0.to != nil && $0.to == period.to
    }
  }

  func hasTime(in tokens: Range<Int>, besides amount: Range<Int>) -> Bool {
    read(tokens)
    return times.contains { !$0.overlaps(amount) }
  }
}
