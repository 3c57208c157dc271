import RussianMorphology
import TextRules

/// Which organization a bare noun among a frame's words stands for: «компания» the only one of its
/// type near.
struct StandIns {
  /// The nouns, read once for all documents.
  private struct Nouns: Sendable {
    let list: GenericOrganizations?
  }

  private let nouns: GenericOrganizations?
  private let context: FactContext
  private let organization: Int?

  init(_ context: FactContext) {
    let rules = context.kinds.matcher.rules
    self.context = context
    nouns = rules.table { rules in
      Nouns(list: rules.lexicon("event", "organization-noun").flatMap { GenericOrganizations(checking: $0) })
    }.list
    organization = rules.kindNumber(MentionKind.organization.rawValue)
  }

  /// The record that a word stands for; nil unless exactly one fits.
  func record(at token: Int, of kinds: [Int]) -> MatchedRecord? {
    guard let organization, kinds.contains(organization),
      let noun = nouns?.noun(in: token..<token + 1, context.kinds)
    else { return nil }
    if let bracket = openingBracket(before: token) {
      return name(before: bracket, of: organization, as: noun.type)
    }
    var found: MatchedRecord?
    let reference = context.onlyOrganization(before: token) { record in
      guard let own = context.organizationType(of: record),
        GenericOrganizations.fits(own, noun.type)
      else { return nil }
      found = record
      return context.reference(to: record)
    }
    return reference == nil ? nil : found
  }

  /// The bracket that opens before a word and is not closed there: «Ромашка (компания принадлежит …».
  private func openingBracket(before token: Int) -> Int? {
    for index in (max(0, token - 8)..<token).reversed() {
      guard context.buffer[index].kind == .punctuation else { continue }
      switch context.buffer.spelling(of: index).first {
      case UInt8(ascii: "("): return index
      case UInt8(ascii: ")"): return nil
      default: continue
      }
    }
    return nil
  }

  /// The organization that ends at a token, of a type that the noun can stand for.
  private func name(before end: Int, of kind: Int, as type: OrganizationType?) -> MatchedRecord? {
    for index in (max(0, end - 12)..<end).reversed() {
      guard let record = context.kinds.matcher.record(kind: kind, at: index) else { continue }
      let isNext = record.tokens.upperBound == end
        || record.tokens.upperBound == end - 1 && context.kinds.isQuote(end - 1)
      guard isNext, let own = context.organizationType(of: record),
        GenericOrganizations.fits(own, type)
      else { return nil }
      return record
    }
    return nil
  }
}
