import RussianText
import TextRules

// Who and what takes part in a fact.
extension FactContext {
  /// The people, organizations and places that begin in a range, without those that are part of
  /// another's name or of a title: «президент Казахстана Иван Кравчук» is one person. What stands in
  /// brackets is an aside.
  ///
  /// - Parameter titled: Whether those count that stand behind a title which no name follows:
  ///   «основатель компании «Ромашка», владеющей …».
  func parties(
    in range: Range<Int>, of kinds: [MentionKind] = [.person, .organization, .place],
    titled: Bool = false
  ) -> [MatchedRecord] {
    var found: [MatchedRecord] = []
    for kind in kinds { found += records(of: kind, in: range) }
    found.sort {
      ($0.tokens.lowerBound, -$0.tokens.upperBound) < ($1.tokens.lowerBound, -$1.tokens.upperBound)
    }
    var end = range.lowerBound
    var parties: [MatchedRecord] = []
    for record in found where record.tokens.lowerBound >= end {
      parties.append(record)
      end = record.tokens.upperBound
    }
    let titles = posts(in: range).filter { title in
      !titled || parties.contains { $0.tokens.lowerBound == title.upperBound }
    }
    var depth = 0
    var index = range.lowerBound
    return parties.filter { record in
      while index < record.tokens.lowerBound {
        if isSign(index, UInt8(ascii: "(")) { depth += 1 }
        if isSign(index, UInt8(ascii: ")")), depth > 0 { depth -= 1 }
        index += 1
      }
      return depth == 0 && !titles.contains { $0.contains(record.tokens.lowerBound) }
    }
  }

  /// The titles with what stands behind them.
  func posts(in range: Range<Int>) -> [Range<Int>] {
    guard let kind = kinds.matcher.rules.kindNumber(PostMaker.name) else { return [] }
    return range.compactMap { kinds.matcher.record(kind: kind, at: $0)?.tokens }
  }

  /// The parties of a range as entities, each once. A title without a name stands for the person
  /// whom the text before calls by it.
  func participants(in range: Range<Int>) -> [EntityReference] {
    var all: [(token: Int, reference: EntityReference)] = parties(in: range).compactMap { record in
      reference(to: record).map { (record.tokens.lowerBound, $0) }
    }
    for post in posts(in: range) {
      let isNamed = all.contains { $0.token >= post.upperBound && $0.token <= post.upperBound + 1 }
      if !isNamed, let person = holder(of: post, before: range.lowerBound) {
        all.append((post.lowerBound, person))
      }
    }
    all.sort { $0.token < $1.token }
    var found: [EntityReference] = []
    for (_, reference) in all where !found.contains(reference) { found.append(reference) }
    return found
  }

  /// The person whom the text before calls by the title in a range.
  func holder(of range: Range<Int>, before start: Int) -> EntityReference? {
    guard let post = records(of: .position, in: range).first,
      case .position(let wanted) = value(of: post),
      let kind = kinds.matcher.rules.kindNumber(MentionKind.position.rawValue)
    else { return nil }
    let words = Set(wanted.name.split(separator: " "))
    var index = start - 1
    while index >= max(0, start - 400) {
      defer { index -= 1 }
      guard let record = kinds.matcher.record(kind: kind, at: index),
        case .position(let position) = value(of: record)
      else { continue }
      // «представитель» is the «официальный представитель», and «министр обороны» no «министр
      // финансов».
      let others = Set(position.name.split(separator: " "))
      guard words.isSubset(of: others) || others.isSubset(of: words) else { continue }
      let near = record.tokens.upperBound..<min(buffer.count, record.tokens.upperBound + 9)
      let person = records(of: .person, in: near).first {
        !isParted(record.tokens.upperBound, $0.tokens.lowerBound)
      }
      if let person { return reference(to: person) }
    }
    return nil
  }
}

extension FactContext {
  /// Does a sign other than quotation marks and brackets stand among the tokens?
  fileprivate func isParted(_ start: Int, _ end: Int) -> Bool {
    guard start < end else { return false }
    return (start..<end).contains {
      buffer[$0].kind == .punctuation && !kinds.isQuote($0)
        && !isSign($0, UInt8(ascii: "(")) && !isSign($0, UInt8(ascii: ")"))
    }
  }
}

extension Fact {
  /// Is it the same statement, wherever it stands?
  func saysSame(as other: Fact) -> Bool {
    statement == other.statement && negated == other.negated
  }
}
