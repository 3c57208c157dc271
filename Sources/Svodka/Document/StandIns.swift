import RussianMorphology
import TextRules

/// Whom a pronoun or a bare noun among a frame's words stands for: «компания» the only organization of
/// its type near, «он» the only person.
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
      Nouns(list: rules.lexicon("event", "organization-noun").map { GenericOrganizations($0) })
    }.list
    organization = rules.kindNumber(MentionKind.organization.rawValue)
  }

  /// The record that a word stands for; nil unless exactly one fits.
  func record(at token: Int, of kinds: [Int]) -> MatchedRecord? {
    guard let organization, kinds.contains(organization),
      let noun = nouns?.noun(in: token..<token + 1, context.kinds)
    else { return nil }
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
}
