import Svodka

/// What a dump speaks of most: its commonest names, its largest changes, what went wrong in it.
///
/// Memory does not grow with the dump: see ``Limits``.
public struct DumpDigest: Sendable {
  /// How much is kept.
  public struct Limits: Sendable {
    /// How long the lists are.
    public var top: Int
    /// So many different names of a sort are counted exactly; beyond, counts may be too low, and
    /// ``DumpDigest/List/error`` says by how much.
    public var names: Int

    public init(top: Int = 10, names: Int = 50_000) {
      self.top = top
      self.names = names
    }
  }

  /// The lists, in the order in which they are shown.
  public enum Sort: String, Sendable, CaseIterable {
    case companies, organizations, people, places, currencies, indicators, warnings
    /// Why lines and files were no documents.
    case errors
  }

  /// A list of the commonest names of a sort.
  public struct List: Sendable {
    public var rows: [(name: String, documents: Int, mentions: Int)]
    /// By how many documents a count may be too low; 0 if all are exact.
    public var error: Int
  }

  public private(set) var documents = 0
  /// Lines and files that were no documents.
  public private(set) var unread = 0
  /// How many mentions there are, by kind.
  public private(set) var mentions: [String: Int] = [:]
  public private(set) var facts: [String: Int] = [:]
  public private(set) var entities = 0
  private let limits: Limits
  private var names: [Sort: NameCounts]
  private var rises: LargeChanges
  private var falls: LargeChanges

  public init(limits: Limits = Limits()) {
    self.limits = limits
    names = Dictionary(
      uniqueKeysWithValues: Sort.allCases.map { ($0, NameCounts(capacity: limits.names)) })
    rises = LargeChanges(limit: limits.top)
    falls = LargeChanges(limit: limits.top)
  }

  public func list(_ sort: Sort) -> List {
    guard let counts = names[sort] else { return List(rows: [], error: 0) }
    let rows = counts.commonest(limits.top).map { ($0.name, $0.count.documents, $0.count.mentions) }
    return List(rows: rows, error: counts.error)
  }

  public var largestRises: [LargeChange] { rises.changes }
  public var largestFalls: [LargeChange] { falls.changes }

  /// Adds the summary of what comes next in the dump.
  mutating func add(_ batch: DumpDigest) {
    documents += batch.documents
    unread += batch.unread
    entities += batch.entities
    mentions.merge(batch.mentions, uniquingKeysWith: +)
    facts.merge(batch.facts, uniquingKeysWith: +)
    for (sort, counts) in batch.names { names[sort]?.add(counts) }
    rises.add(batch.rises)
    falls.add(batch.falls)
  }
}

// MARK: Counting

/// Counts the records of one document after the other.
struct DocumentTally {
  private(set) var summary: DumpDigest
  /// What the document in hand has spoken of: each name counts one document, however often.
  private var seen: [DumpDigest.Sort: [String: Int]] = [:]

  init(limits: DumpDigest.Limits) { summary = DumpDigest(limits: limits) }

  mutating func begin() { seen.removeAll(keepingCapacity: true) }

  mutating func end() {
    summary.close(seen)
  }

  mutating func mention(_ kind: String, currency: String?) {
    summary.count(mention: kind)
    if let currency { note(.currencies, currency) }
  }

  mutating func entity(_ kind: String, _ name: String, type: String?, mentions: Int) {
    summary.countEntity()
    switch kind {
    case "organization":
      note(type == "company" || type == "bank" ? .companies : .organizations, name, mentions)
    case "person": note(.people, name, mentions)
    case "place": note(.places, name, mentions)
    default: break
    }
  }

  mutating func fact(_ kind: String, indicator: String?) {
    summary.count(fact: kind)
    if let indicator { note(.indicators, indicator) }
  }

  mutating func warning(_ code: String) { note(.warnings, code) }

  /// Something was no document, for this reason.
  mutating func unread(_ reason: String) { summary.countUnread(reason) }

  mutating func change(_ change: LargeChange, _ direction: ChangeDirection) {
    summary.add(change, direction)
  }

  private mutating func note(_ sort: DumpDigest.Sort, _ name: String, _ mentions: Int = 1) {
    seen[sort, default: [:]][name, default: 0] += mentions
  }
}

extension DumpDigest {
  fileprivate mutating func count(mention kind: String) { mentions[kind, default: 0] += 1 }
  fileprivate mutating func count(fact kind: String) { facts[kind, default: 0] += 1 }
  fileprivate mutating func countEntity() { entities += 1 }

  fileprivate mutating func countUnread(_ reason: String) {
    unread += 1
    names[.errors]?.add(reason, mentions: 1)
  }

  fileprivate mutating func add(_ change: LargeChange, _ direction: ChangeDirection) {
    switch direction {
    case .up: rises.add(change)
    case .down: falls.add(change)
    case .flat: break
    }
  }

  fileprivate mutating func close(_ seen: [Sort: [String: Int]]) {
    documents += 1
    for (sort, counted) in seen {
      for (name, mentions) in counted { names[sort]?.add(name, mentions: mentions) }
    }
  }
}
