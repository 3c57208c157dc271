import RussianMorphology
import RussianSyntax
import TextRules

/// The structure of the sentences that facts ask for, each read once a document. Names and values are
/// one word each.
final class SentenceForest {
  /// A sentence that was read. Words are numbered from its first token.
  struct Sentence {
    fileprivate(set) var tokens = 0..<0
    fileprivate(set) var tree = SentenceTree()
    /// Where the names and values stand that are one word each, of nested ones the longest; in the
    /// document's tokens.
    fileprivate(set) var records: [MatchedRecord] = []
    /// What stands in the quotation marks of names, in the document's tokens.
    fileprivate(set) var quoted: [Range<Int>] = []
  }

  private unowned let context: KindContext
  private let reader: StructureReader
  /// The sentences of this document, and behind them room that documents before have left.
  private var sentences: [Sentence] = []
  private var count = 0
  private var places: [Int: Int] = [:]
  private let united: UInt64
  private let organization: Int?

  init(_ context: KindContext) {
    self.context = context
    reader = StructureReader(cache: context.morphology)
    let kinds: [MentionKind] = [
      .organization, .person, .place, .date, .money, .percent, .quantity, .number, .duration,
    ]
    let rules = context.matcher.rules
    organization = rules.kindNumber(MentionKind.organization.rawValue)
    united = rules.kindSet(kinds.compactMap { rules.kindNumber($0.rawValue) })
  }

  /// Forgets the document before.
  func begin() {
    count = 0
    if !places.isEmpty { places.removeAll(keepingCapacity: true) }
  }

  /// The structure of the sentence that has these tokens.
  func sentence(_ tokens: Range<Int>) -> Sentence {
    if let place = places[tokens.lowerBound], sentences[place].tokens == tokens {
      return sentences[place]
    }
    if count == sentences.count { sentences.append(Sentence()) }
    read(tokens, into: &sentences[count])
    places[tokens.lowerBound] = count
    count += 1
    return sentences[count - 1]
  }

  private func read(_ tokens: Range<Int>, into sentence: inout Sentence) {
    sentence.tokens = tokens
    sentence.records.removeAll(keepingCapacity: true)
    sentence.quoted.removeAll(keepingCapacity: true)
    var token = tokens.lowerBound
    while token < tokens.upperBound {
      guard let record = context.matcher.longestRecord(at: token, of: united),
        record.tokens.upperBound <= tokens.upperBound
      else {
        token += 1
        continue
      }
      sentence.records.append(record)
      if record.kind == organization, let quoted = quotedName(in: record.tokens) {
        sentence.quoted.append(quoted)
      }
      token = record.tokens.upperBound
    }
    sentence.tree.read(tokens, of: context.buffer, by: reader, names: sentence.quoted)
  }

  /// What stands in quotation marks is no part of the sentence's grammar; a name of one word shows its
  /// case.
  private func quotedName(in tokens: Range<Int>) -> Range<Int>? {
    guard let open = tokens.first(where: { context.isQuote($0) }),
      let close = tokens.last(where: { context.isQuote($0) }), close > open + 2
    else { return nil }
    return open + 1..<close
  }
}
