import RussianText
import TextRules

/// Nouns that stand for an organization named before: «глава компании».
struct GenericOrganizations: Sendable {
  private let list: CompiledLexicon
  private let types: [OrganizationType?]
  /// What the organization's name must hold, or nothing.
  private let stems: [String]

  /// Nil for a list without the columns that it needs: one of a user's own.
  init?(checking list: CompiledLexicon) {
    guard list.column("type") != nil, list.column("named") != nil else { return nil }
    self.init(list)
  }

  /// - Parameter list: A word list with the columns `type` and `named`.
  init(_ list: CompiledLexicon) {
    self.list = list
    let column = list.column("type")!
    let named = list.column("named")!
    types = (0..<list.count).map {
      OrganizationType(rawValue: list.text(entry: $0, column: column))
    }
    stems = (0..<list.count).map {
      list.text(entry: $0, column: named).isEmpty
        ? "" : String(list.text(entry: $0, column: 0).dropLast())
    }
  }

  /// A noun of the list in a text.
  struct Noun {
    let tokens: Range<Int>
    let lemma: String
    /// What it stands for; nil for any but authorities and media.
    let type: OrganizationType?
    /// What the organization's name must hold, in small letters; empty for nothing.
    let stem: String

    /// Can it stand for this organization? «Банк» can for «Лютик Банк», whatever its type.
    func fits(name: String, type: OrganizationType) -> Bool {
      let name = name.lowercased()
      return name.contains(lemma)
        || GenericOrganizations.fits(type, self.type) && (stem.isEmpty || name.contains(stem))
    }
  }

  /// The first noun of the list in `tokens`.
  func noun(in tokens: Range<Int>, _ context: KindContext) -> Noun? {
    var found: Noun?
    context.forEachEntry(of: list, in: tokens) { tokens, entry in
      guard found == nil else { return }
      found = Noun(
        tokens: tokens, lemma: list.text(entry: entry, column: 0), type: types[entry],
        stem: stems[entry])
    }
    return found
  }

  /// The organization that a noun of the list in `tokens` stands for: the nearest before it that
  /// can be of its type.
  func organization(in tokens: Range<Int>, _ context: FactContext) -> EntityReference? {
    guard let noun = noun(in: tokens, context.kinds), !isToldApart(noun.tokens, context)
    else { return nil }
    if hasAdjective(noun.tokens, context) { return described(noun, context) }
    return nearest(
      before: noun.tokens.lowerBound, type: noun.type, named: noun.stem, context)
  }

  /// «министерства юстиции», «банка «Ромашка»»: does what stands behind a noun tell which is meant?
  private func isToldApart(_ noun: Range<Int>, _ context: FactContext) -> Bool {
    let next = noun.upperBound
    guard next < context.buffer.count else { return false }
    return context.kinds.isQuote(next)
      || context.buffer[next].shape == .lower && !context.kinds.isFunctional(next)
        && context.kinds.hasAnalysis(next, [.NOUN, .gent])
        && !context.kinds.hasAnalysis(next, [.NOUN, .nomn])
  }

  /// «украинской компании»: the only one near that can be of the type, as the nearest need not be it.
  private func described(_ noun: Noun, _ context: FactContext) -> EntityReference? {
    context.onlyOrganization(before: noun.tokens.lowerBound) { record in
      guard case .organization(let organization) = context.value(of: record),
        Self.fits(organization.type, noun.type),
        noun.stem.isEmpty || organization.name.lowercased().contains(noun.stem)
      else { return nil }
      return context.reference(to: record)
    }
  }

  private func hasAdjective(_ noun: Range<Int>, _ context: FactContext) -> Bool {
    let before = noun.lowerBound - 1
    return before >= 0 && context.kinds.hasAnalysis(before, .ADJF)
      && !context.kinds.hasAnalysis(before, .Apro) && !context.kinds.hasAnalysis(before, .NOUN)
  }

  /// What an organization called by a noun of the list in `tokens` can be; nil if none stands there.
  func type(in tokens: Range<Int>, _ context: FactContext) -> OrganizationType?? {
    noun(in: tokens, context.kinds).map(\.type)
  }

  /// The nearest organization before a token that can be of a type, of its own sentence if that names
  /// one; what a sentence begins with comes before what stands nearer.
  private func nearest(
    before token: Int, type: OrganizationType?, named stem: String, _ context: FactContext
  ) -> EntityReference? {
    guard let kind = context.kinds.matcher.rules.kindNumber(MentionKind.organization.rawValue)
    else { return nil }
    let own = context.sentence(of: token).lowerBound
    var nearest: MatchedRecord?
    var index = token - 1
    let lowest = max(0, token - 250)
    while index >= lowest {
      defer { index -= 1 }
      if index < own, let nearest, nearest.tokens.lowerBound >= own { return context.reference(to: nearest) }
      guard let record = context.kinds.matcher.record(kind: kind, at: index),
        record.tokens.upperBound <= token,
        case .organization(let organization) = context.value(of: record),
        Self.fits(organization.type, type),
        stem.isEmpty || organization.name.lowercased().contains(stem)
      else { continue }
      // What a sentence begins with is what it is about.
      if context.kinds.opensSentence(index) { return context.reference(to: record) }
      nearest = nearest ?? record
    }
    return nearest.flatMap(context.reference)
  }

  /// Can an organization of one type be called by a noun of the other?
  static func fits(_ type: OrganizationType, _ wanted: OrganizationType?) -> Bool {
    guard let wanted else { return type != .media && type != .government }
    switch wanted {
    case .company: return type == .company || type == .bank || type == .other
    default: return type == wanted || (type == .other && wanted != .government)
    }
  }
}
