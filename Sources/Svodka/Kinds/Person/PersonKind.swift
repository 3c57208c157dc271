import RussianMorphology
import RussianText
import TextRules

/// People by name.
struct PersonKind: Kind {
  static let name = "person"

  let reader: PersonReader
  private let asian: Set<[UInt8]>

  init(rules: CompiledRules) throws {
    reader = PersonReader(rules: rules)
    let list = rules.lexicon("person", "asian")!
    asian = Set(
      (0..<list.count).map {
        list.text(entry: $0, column: 0).utf8.filter { $0 != UInt8(ascii: "\"") }
      })
  }

  func value(of match: borrowing Match, in context: KindContext) -> MentionValue? {
    let tokens = match.tokens
    if context.isQuoted(tokens) { return nil }
    if context.isUpperCaseText(at: tokens.lowerBound), tokens.count == 1 { return nil }
    if isName(tokens, in: context) { return nil }
    var parts = NameParts(
      given: match.range("given") ?? match.range("initials"),
      patronymic: match.range("patronymic"), family: match.range("family"))
    if let all = match.range("all") {
      guard let split = split(all, in: context) else { return nil }
      parts = split
    }
    if tokens.count == 1, isPlace(tokens.lowerBound, in: context) { return nil }
    if let given = parts.given, let family = parts.family, parts.patronymic == nil {
      moveMiddleName(given, family, in: context, &parts)
    }
    guard let person = reader.person(parts, in: context) else { return nil }
    return .person(person)
  }

  /// Do the tokens lie in an organization's name, or in that of a street?
  private func isName(_ tokens: Range<Int>, in context: KindContext) -> Bool {
    context.covers(tokens, [.organization])
  }

  /// Is the single word a place that was found, and no family name?
  private func isPlace(_ token: Int, in context: KindContext) -> Bool {
    context.covers(token..<(token + 1), [.place])
  }

  /// «Владимир Владимирович» has a patronymic; «Джон Фицджеральд Кеннеди» two given names.
  private func moveMiddleName(
    _ given: Range<Int>, _ family: Range<Int>, in context: KindContext, _ parts: inout NameParts
  ) {
    guard given.upperBound == family.lowerBound, family.count > 1 else { return }
    let last = family.upperBound - 1
    var first = last
    while first > family.lowerBound, reader.isParticle(first - 1, context) { first -= 1 }
    guard first > family.lowerBound else { return }
    parts.given = given.lowerBound..<first
    parts.family = first..<family.upperBound
  }

  /// Tells given names from family names in a run of capitalized words; nil if it is no name.
  private func split(_ run: Range<Int>, in context: KindContext) -> NameParts? {
    var places = 0
    for token in run {
      let all = context.morphology.allGrammemes(of: context.buffer[token].word)
      if all.contains(.Geox), all.isDisjoint(with: [.Surn, .Name]) { places += 1 }
      if all.contains(.Orgn), context.morphology.isKnown(context.buffer[token].word) { return nil }
    }
    if places > 0 { return nil }
    let first = context.buffer[run.lowerBound].word
    if asian.contains(Array(context.morphology.words.normalForm(of: first))) {
      return NameParts(given: (run.lowerBound + 1)..<run.upperBound, family: run.lowerBound..<(run.lowerBound + 1))
    }
    let last = run.upperBound - 1
    let lastAll = context.morphology.allGrammemes(of: context.buffer[last].word)
    let firstAll = context.morphology.allGrammemes(of: first)
    let isKnown = context.morphology.isKnown(first)
    if run.count == 2, isKnown, firstAll.contains(.Surn), firstAll.isDisjoint(with: .Name),
      context.morphology.isKnown(context.buffer[last].word), lastAll.contains(.Name),
      lastAll.isDisjoint(with: .Surn)
    {
      return NameParts(given: last..<run.upperBound, family: run.lowerBound..<last)
    }
    return NameParts(given: run.lowerBound..<last, family: last..<run.upperBound)
  }
}
