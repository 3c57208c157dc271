import Svodka

/// A record of one result beside that of another.
public struct RecordDifference: Sendable, Hashable {
  public enum Status: String, Sendable, Hashable, CaseIterable {
    case same
    /// Both have it, with another value or another stretch of text.
    case changed
    /// Only the first result has it.
    case left
    /// Only the second.
    case right
  }

  public var status: Status
  /// A `FactKind` rather than a `MentionKind`.
  public var isFact: Bool
  public var kind: String
  /// Where it stands, in bytes of the text's UTF-8; `nil` where that is not known.
  public var utf8Range: Range<Int>?
  /// What the first result says, for people; `nil` if it does not have the record.
  public var left: String?
  public var right: String?
  public var leftRule: String?
  public var rightRule: String?

  public init(
    status: Status, isFact: Bool = false, kind: String, utf8Range: Range<Int>?,
    left: String? = nil, right: String? = nil, leftRule: String? = nil, rightRule: String? = nil
  ) {
    self.status = status
    self.isFact = isFact
    self.kind = kind
    self.utf8Range = utf8Range
    self.left = left
    self.right = right
    self.leftRule = leftRule
    self.rightRule = rightRule
  }
}

/// Two results for one text, record beside record.
///
///     DocumentComparison(before, after, text: text).count(of: .changed)
public struct DocumentComparison: Sendable {
  public var id: String
  public var text: String
  /// In the order of the text; those without a place come last.
  public var records: [RecordDifference]

  public init(id: String, text: String, records: [RecordDifference]) {
    self.id = id
    self.text = text
    self.records = records.sorted {
      ($0.isFact ? 1 : 0, $0.utf8Range?.lowerBound ?? .max, $0.kind)
        < ($1.isFact ? 1 : 0, $1.utf8Range?.lowerBound ?? .max, $1.kind)
    }
  }

  public func count(of status: RecordDifference.Status) -> Int {
    records.count { $0.status == status }
  }

  public var hasDifferences: Bool { records.contains { $0.status != .same } }

  /// Compares two results, both with offsets in the UTF-8 of `text`.
  ///
  /// Mentions of one kind belong together if they share half of the longer one, facts of one kind
  /// if they say the same or their evidence overlaps.
  ///
  /// - Complexity: O(*n*²) in the number of records of one kind.
  public init(_ left: Document, _ right: Document, text: String) {
    self.init(
      id: right.id, text: text,
      records: DocumentComparison.pairs(
        left.mentions.map(Item.init), right.mentions.map(Item.init), isFact: false)
        + DocumentComparison.pairs(
          Item.facts(of: left), Item.facts(of: right), isFact: true))
  }

  /// A record of either sort, as far as comparing needs it.
  private struct Item {
    var kind: String
    var range: Range<Int>
    /// The words of a mention; empty for a fact.
    var text: String
    var says: String
    var rule: String

    init(_ mention: Mention) {
      kind = mention.kind.rawValue
      range = mention.utf8Range
      text = mention.text
      says = mention.value.fields.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
      rule = mention.rule
    }

    private init(_ fact: Fact, _ sentences: FactSentences) {
      kind = fact.kind.rawValue
      range = fact.utf8Range
      text = ""
      let words = sentences.pieces(of: fact).map(\.text).joined()
      says = fact.negated ? "¬ \(words)" : words
      rule = fact.rule
    }

    static func facts(of document: Document) -> [Item] {
      let sentences = FactSentences(of: document, in: .in(.english))
      return document.facts.map { Item($0, sentences) }
    }

    /// What it says, and of which words where the other has other words.
    func says(beside other: Item) -> String {
      text.isEmpty || range == other.range ? says : "«\(text)» · \(says)"
    }

    func isSame(as other: Item, isFact: Bool) -> Bool {
      kind == other.kind && says == other.says && (isFact || range == other.range)
    }

    func isNear(_ other: Item, isFact: Bool) -> Bool {
      guard kind == other.kind, range.overlaps(other.range) else { return false }
      let shared = range.clamped(to: other.range).count
      return isFact || 2 * shared >= max(range.count, other.range.count)
    }
  }

  private static func pairs(
    _ left: [Item], _ right: [Item], isFact: Bool
  ) -> [RecordDifference] {
    var rest = Array(right.indices)
    var open: [Int] = []
    var records: [RecordDifference] = []
    func pair(_ item: Item, _ status: RecordDifference.Status, where fits: (Item) -> Bool) -> Bool {
      guard let place = rest.firstIndex(where: { fits(right[$0]) }) else { return false }
      let other = right[rest.remove(at: place)]
      records.append(
        RecordDifference(
          status: status, isFact: isFact, kind: item.kind, utf8Range: other.range,
          left: item.says(beside: other), right: other.says(beside: item), leftRule: item.rule,
          rightRule: other.rule))
      return true
    }
    // What is the same is no candidate for what has changed.
    for (index, item) in left.enumerated()
    where !pair(item, .same, where: { item.isSame(as: $0, isFact: isFact) }) {
      open.append(index)
    }
    for index in open {
      let item = left[index]
      if pair(item, .changed, where: { item.isNear($0, isFact: isFact) }) { continue }
      records.append(
        RecordDifference(
          status: .left, isFact: isFact, kind: item.kind, utf8Range: item.range, left: item.says,
          leftRule: item.rule))
    }
    for index in rest {
      let item = right[index]
      records.append(
        RecordDifference(
          status: .right, isFact: isFact, kind: item.kind, utf8Range: item.range,
          right: item.says, rightRule: item.rule))
    }
    return records
  }
}
