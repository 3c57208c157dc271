/// The relation of a word to its head, as Universal Dependencies name them; subtypes are left out.
public enum Relation: UInt8, Sendable, Hashable, CaseIterable {
  case root, nsubj, csubj, obj, iobj, obl, nmod, amod, nummod, appos, conj, cc, acl, advcl, ccomp
  case xcomp, parataxis, flat, fixed, `case`, mark, cop, aux, advmod, det, discourse, vocative
  case expl, list, orphan, compound, dep, punct

  /// The name in CoNLL-U: `nsubj`.
  public var name: String { "\(self)" }

  /// The relation of that name, its subtype left out: `nsubj:pass` is ``nsubj``.
  public init?(name: some StringProtocol) {
    let main = String(name.prefix { $0 != ":" })
    guard let found = Self.allCases.first(where: { $0.name == main }) else { return nil }
    self = found
  }
}
