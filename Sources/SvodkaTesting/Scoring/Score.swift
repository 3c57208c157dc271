import Svodka

/// How well predicted records agree with gold.
///
///     let score = Score(gold, predicted: gold.extracted(with: extractor))
///     score["money"].f1          // 0.96
///     print(score)               // the table
///
/// A predicted mention is right when its kind is the gold one's, the two spans share at least half
/// of the longer one, and its value has every field of the gold value. A fact is right when every
/// argument of the gold fact is met. Facts are counted under `fact:role`, `fact:indicator`, ….
public struct Score: Sendable {
  /// The figures by kind: `money`, `fact:role`.
  public private(set) var figures: [String: Figures] = [:]
  /// What a gold mention was taken for: gold kind, predicted kind, how often. A dash is nothing.
  public private(set) var confusion: [Confusion: Int] = [:]
  /// Every gold and every predicted record with its verdict, in the order of the gold.
  public private(set) var verdicts: [Verdict] = []
  /// Documents of the gold for which there is no prediction.
  public private(set) var missingDocuments: [String] = []

  public struct Figures: Sendable, Hashable {
    public var gold = 0
    public var found = 0
    /// Gold records whose span was found, with whatever value.
    public var overlapping = 0
    /// Gold records whose exact span was found, with whatever value.
    public var exact = 0
    /// Gold records that were found with their value.
    public var right = 0
    /// The gold lists only some records, so precision says nothing.
    public var isPartial = false
  }

  public struct Confusion: Sendable, Hashable {
    public var gold: String
    public var found: String
  }

  /// What came of a record.
  public struct Verdict: Sendable, Hashable {
    public enum Outcome: String, Sendable, Hashable {
      /// Found, with its value.
      case right
      /// Found in its place with another value.
      case value
      /// Not found.
      case miss
      /// Found, and not in the gold.
      case extra
    }

    public var outcome: Outcome
    public var document: String
    /// As in ``Score/figures``.
    public var kind: String
    /// The gold's text, or the found one's of an extra.
    public var text: String
    /// Where it stands, in Unicode scalars; nil for a fact.
    public var range: Range<Int>?
    /// What the gold wants; empty for an extra.
    public var wanted: String
    /// What stands there instead, with the rule that made it.
    public var found: String
  }

  /// Compares `predicted` with `gold`; predictions of other documents are left out.
  public init(_ gold: GoldSet, predicted: [PredictedDocument]) {
    let byID = Dictionary(predicted.map { ($0.id, $0) }) { $1 }
    for document in gold.documents {
      if byID[document.id] == nil { missingDocuments.append(document.id) }
      let found = byID[document.id] ?? PredictedDocument(.object(["id": .text(document.id)]))!
      scoreMentions(of: document, found, in: gold)
      if gold.hasFacts { scoreFacts(of: document, found) }
    }
    for kind in gold.partialKinds { figures[kind.rawValue]?.isPartial = true }
  }

  /// The figures of a kind; all zero if neither gold nor prediction has it.
  public subscript(kind: String) -> Figures { figures[kind] ?? Figures() }

  /// All kinds together, without those of which the gold lists only some records.
  public var micro: Figures {
    figures.values.filter { !$0.isPartial }.reduce(into: Figures()) { sum, kind in
      sum.gold += kind.gold
      sum.found += kind.found
      sum.overlapping += kind.overlapping
      sum.exact += kind.exact
      sum.right += kind.right
    }
  }
}

extension Score.Figures {
  /// The share of the found records that are right; nil if nothing was found or counted.
  public var precision: Double? { isPartial ? nil : share(right, of: found) }
  /// The share of the gold records that were found with their value.
  public var recall: Double? { share(right, of: gold) }
  public var f1: Double? { isPartial ? nil : share(2 * right, of: gold + found) }
  /// The same for spans that share half, whatever the value.
  public var overlapPrecision: Double? { isPartial ? nil : share(overlapping, of: found) }
  public var overlapRecall: Double? { share(overlapping, of: gold) }
  public var overlapF1: Double? { isPartial ? nil : share(2 * overlapping, of: gold + found) }
  /// The same for spans that are equal, whatever the value.
  public var exactPrecision: Double? { isPartial ? nil : share(exact, of: found) }
  public var exactRecall: Double? { share(exact, of: gold) }
  public var exactF1: Double? { isPartial ? nil : share(2 * exact, of: gold + found) }
  /// The share of the spans found whose value is right.
  public var valueAccuracy: Double? { share(right, of: overlapping) }

  private func share(_ part: Int, of whole: Int) -> Double? {
    whole > 0 ? Double(part) / Double(whole) : nil
  }
}

// MARK: Counting

extension Score {
  private mutating func scoreMentions(
    of document: GoldDocument, _ predicted: PredictedDocument, in gold: GoldSet
  ) {
    let found = predicted.mentions.filter { gold.kinds?.contains($0.kind) ?? true }
    var usedSpans: Set<Int> = []
    var usedExact: Set<Int> = []
    var usedValues: Set<Int> = []
    for want in document.mentions where !want.isDoubtful {
      let kind = want.kind.rawValue
      var figures = self[kind]
      figures.gold += 1
      let near = found.indices.filter {
        found[$0].kind == want.kind && sharesHalf(want.range, found[$0].range)
      }
      if let exact = near.first(where: {
        found[$0].range == want.range && !usedExact.contains($0)
      }) {
        usedExact.insert(exact)
        figures.exact += 1
      }
      if let span = near.first(where: { !usedSpans.contains($0) }) {
        usedSpans.insert(span)
        figures.overlapping += 1
      }
      let right = near.first {
        !usedValues.contains($0) && isMet(want.value, by: found[$0].value)
      }
      if let right {
        usedValues.insert(right)
        figures.right += 1
      }
      self.figures[kind] = figures
      let others = found.filter { sharesHalf(want.range, $0.range) }
      let taken = near.isEmpty ? others.first { $0.kind != want.kind } : nil
      let takenFor = near.isEmpty ? taken?.kind.rawValue ?? "–" : kind
      confusion[Confusion(gold: kind, found: takenFor), default: 0] += 1
      let instead = near.isEmpty ? others : near.map { found[$0] }
      verdicts.append(
        Verdict(
          outcome: right != nil ? .right : near.isEmpty ? .miss : .value, document: document.id,
          kind: kind, text: want.text, range: want.range,
          wanted: JSONValue.object(want.value).description,
          found: instead.map(\.summary).joined(separator: "; ")))
    }
    let doubtful = document.mentions.filter(\.isDoubtful)
    for (index, mention) in found.enumerated() where !gold.partialKinds.contains(mention.kind) {
      let isForgiven = doubtful.contains {
        $0.kind == mention.kind && sharesHalf($0.range, mention.range)
      }
      if !usedSpans.contains(index), isForgiven { continue }
      let kind = mention.kind.rawValue
      figures[kind, default: Figures()].found += 1
      guard !usedSpans.contains(index) else { continue }
      let isTaken = document.mentions.contains { sharesHalf($0.range, mention.range) }
      if !isTaken { confusion[Confusion(gold: "–", found: kind), default: 0] += 1 }
      verdicts.append(
        Verdict(
          outcome: .extra, document: document.id, kind: kind, text: mention.text,
          range: mention.range, wanted: "", found: mention.summary))
    }
  }

  private mutating func scoreFacts(of document: GoldDocument, _ predicted: PredictedDocument) {
    let match = FactMatch(names: predicted.names)
    var left = predicted.facts
    for want in document.facts {
      let kind = "fact:\(want.kind.rawValue)"
      var figures = self[kind]
      figures.gold += 1
      var isRight = false
      if want.kind.rawValue == "alias" {
        // An alias is a name of an entity, not a fact of its own, so it is found if it is right.
        isRight = match.isAlias(want.arguments)
        if isRight { figures.found += 1 }
      } else if let index = left.firstIndex(where: { match.isMet(want, by: $0) }) {
        left.remove(at: index)
        isRight = true
      }
      if isRight {
        figures.right += 1
        figures.overlapping += 1
        figures.exact += 1
      }
      self.figures[kind] = figures
      let same = isRight ? [] : left.filter { $0["kind"]?.text == want.kind.rawValue }
      verdicts.append(
        Verdict(
          outcome: isRight ? .right : .miss, document: document.id, kind: kind,
          text: "", range: nil, wanted: JSONValue.object(want.arguments).description,
          found: same.count == 1 ? same[0].factSummary : ""))
    }
    for fact in predicted.facts {
      figures["fact:\(fact["kind"]?.text ?? "")", default: Figures()].found += 1
    }
    for fact in left {
      verdicts.append(
        Verdict(
          outcome: .extra, document: document.id, kind: "fact:\(fact["kind"]?.text ?? "")",
          text: "", range: nil, wanted: "", found: fact.factSummary))
    }
  }
}

extension PredictedDocument.Mention {
  fileprivate var summary: String {
    "\(kind.rawValue) «\(text)» \(JSONValue.object(value))" + (rule.isEmpty ? "" : " by \(rule)")
  }
}

extension JSONValue {
  /// A fact's arguments, without its place, with its rule behind.
  fileprivate var factSummary: String {
    let fields = object.filter { !["kind", "start", "end", "rule"].contains($0.key) }
    return "\(JSONValue.object(fields).named)" + (self["rule"]?.text.map { " by \($0)" } ?? "")
  }
}
