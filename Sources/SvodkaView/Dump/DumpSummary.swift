import Svodka

/// What stands in many documents, counted as they pass by.
///
///     var summary = DumpSummary()
///     summary.add(document, text: text)
///     let page = DumpPage(summary, title: "news.jsonl")
///
/// Summaries of parts give the summary of the whole by ``merge(_:)``, in any order. Memory grows
/// with the number of different names, not with the number of documents.
public struct DumpSummary: Sendable {
  /// A month of the calendar.
  struct Month: Hashable, Comparable {
    /// Months since the year 0.
    let number: Int
    var year: Int { number / 12 }
    var month: Int { number % 12 + 1 }

    init(number: Int) { self.number = number }
    init(_ day: CalendarDay) { number = day.year * 12 + day.month - 1 }

    static func < (left: Month, right: Month) -> Bool { left.number < right.number }
  }

  /// How often a name stands in how many documents.
  struct Tally: Hashable {
    var documents = 0
    var mentions = 0
  }

  /// A rise or fall in percent, and what says so.
  struct Shift: Hashable {
    var percent: DecimalNumber
    var isRise: Bool
    var indicator: String
    var organization: String?
    var period: DateSpan?
    var document: String
    var evidence: String
  }

  public private(set) var documents = 0
  public private(set) var characters = 0
  /// Documents without a publication date.
  public private(set) var undated = 0
  private(set) var mentions: [String: Int] = [:]
  private(set) var facts: [String: Int] = [:]
  /// Records by month of publication and kind, those of facts and mentions together.
  private(set) var months: [Month: [String: Int]] = [:]
  /// By kind and canonical name.
  private(set) var names: [String: [String: Tally]] = [:]
  private(set) var rises: [Shift] = []
  private(set) var falls: [Shift] = []

  /// So many rises and falls are kept.
  static let shiftLimit = 15
  private static let excerptLimit = 220

  public init() {}

  public var mentionCount: Int { mentions.values.reduce(0, +) }
  public var factCount: Int { facts.values.reduce(0, +) }

  /// Counts a document, which was extracted from `text`.
  public mutating func add(_ document: Document, text: String) {
    documents += 1
    characters += text.unicodeScalars.count
    var kinds: [String: Int] = [:]
    for mention in document.mentions {
      kinds[mention.kind.rawValue, default: 0] += 1
      mentions[mention.kind.rawValue, default: 0] += 1
    }
    for fact in document.facts {
      kinds[fact.kind.rawValue, default: 0] += 1
      facts[fact.kind.rawValue, default: 0] += 1
    }
    if let published = document.published {
      months[Month(published), default: [:]].merge(kinds, uniquingKeysWith: +)
    } else {
      undated += 1
    }
    countNames(of: document)
    for fact in document.facts where !fact.negated { addShift(of: fact, in: document, text) }
  }

  /// Adds what another summary counted.
  public mutating func merge(_ other: DumpSummary) {
    documents += other.documents
    characters += other.characters
    undated += other.undated
    mentions.merge(other.mentions, uniquingKeysWith: +)
    facts.merge(other.facts, uniquingKeysWith: +)
    months.merge(other.months) { $0.merging($1, uniquingKeysWith: +) }
    names.merge(other.names) { mine, theirs in
      mine.merging(theirs) {
        Tally(documents: $0.documents + $1.documents, mentions: $0.mentions + $1.mentions)
      }
    }
    for shift in other.rises { DumpSummary.insert(shift, into: &rises) }
    for shift in other.falls { DumpSummary.insert(shift, into: &falls) }
  }

  /// The names that stand in most documents, with equal ones in the order of the alphabet.
  func topNames(ofKind kind: MentionKind, limit: Int) -> [(name: String, tally: Tally)] {
    let sorted = names[kind.rawValue, default: [:]].sorted {
      ($1.value.documents, $1.value.mentions, $0.key)
        < ($0.value.documents, $0.value.mentions, $1.key)
    }
    return sorted.prefix(limit).map { ($0.key, $0.value) }
  }

  private mutating func countNames(of document: Document) {
    var seen: Set<[String]> = []
    for entity in document.entities {
      let isNew = seen.insert([entity.kind.rawValue, entity.name]).inserted
      let tally = Tally(documents: isNew ? 1 : 0, mentions: entity.mentions.count)
      var known = names[entity.kind.rawValue, default: [:]][entity.name] ?? Tally()
      known.documents += tally.documents
      known.mentions += tally.mentions
      names[entity.kind.rawValue, default: [:]][entity.name] = known
    }
  }

  // MARK: Changes

  private mutating func addShift(of fact: Fact, in document: Document, _ text: String) {
    let (indicator, change, organization, period): (String, Change, EntityReference?, DateSpan?)
    switch fact.statement {
    case .indicator(let fact):
      guard let moved = fact.change else { return }
      (indicator, change, organization, period) =
        (fact.indicator, moved, fact.organization, fact.period)
    case .change(let fact):
      (indicator, change, organization, period) =
        (fact.indicator, fact.change, fact.organization, fact.period)
    default: return
    }
    guard change.direction != .flat, let percent = change.percent else { return }
    let isRise = change.direction == .up
    // Text is cut out only where the change may stay.
    let kept = isRise ? rises : falls
    if kept.count == DumpSummary.shiftLimit, percent < kept.last!.percent { return }
    let shift = Shift(
      percent: percent, isRise: isRise, indicator: indicator, organization: organization?.name,
      period: period, document: document.id,
      evidence: DumpSummary.excerpt(of: text[fact.range(in: text)]))
    if isRise {
      DumpSummary.insert(shift, into: &rises)
    } else {
      DumpSummary.insert(shift, into: &falls)
    }
  }

  private static func excerpt(of text: Substring) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > excerptLimit ? "\(line.prefix(excerptLimit)) …" : line
  }

  /// Keeps the largest, in an order that does not depend on the order of the documents.
  private static func insert(_ shift: Shift, into shifts: inout [Shift]) {
    guard !shifts.contains(shift) else { return }
    let place = shifts.firstIndex { other in
      (other.percent, shift.document, shift.evidence, shift.indicator)
        < (shift.percent, other.document, other.evidence, other.indicator)
    }
    shifts.insert(shift, at: place ?? shifts.endIndex)
    if shifts.count > shiftLimit { shifts.removeLast() }
  }
}

extension Change {
  /// By how many percent, where that is told; «вдвое» is 100.
  fileprivate var percent: DecimalNumber? {
    switch by {
    case .measure(let measure):
      if case .percent(let percent) = measure.value, !percent.points {
        percent.value.single
      } else {
        nil
      }
    case .times(let times):
      // A fall to a half is not a fall by 100 percent.
      direction == .up
        ? times.subtracting(.one).flatMap { $0.scaled(byPowerOfTen: 2) } : nil
    case nil: nil
    }
  }
}
