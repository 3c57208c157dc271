import RussianMorphology
import RussianText
import TextRules

/// Companies, authorities, media, parties, clubs and other organizations.
struct OrganizationKind: Kind {
  static let name = "organization"

  let forms: NameForms
  private let chain: OrganizationChain
  private let legal: CompiledLexicon
  private let latinLegal: CompiledLexicon
  private let heads: CompiledLexicon
  private let known: CompiledLexicon
  private let affixes: [(text: [UInt8], isPrefix: Bool, type: OrganizationType)]
  private let legalColumn: Int
  private let legalType: Int
  private let headType: Int
  private let headNeeds: Int
  private let knownName: Int
  private let latinForms: Set<FoldedName>
  private let knownType: Int

  init(rules: CompiledRules) throws {
    forms = rules.table(NameForms.init)
    chain = OrganizationChain(rules: rules)
    legal = rules.lexicon("organization", "legal")!
    latinLegal = rules.lexicon("organization", "latin-legal")!
    heads = rules.lexicon("organization", "head")!
    known = rules.lexicon("organization", "known")!
    legalColumn = legal.column("legal")!
    legalType = legal.column("type")!
    headType = heads.column("type")!
    headNeeds = heads.column("needs")!
    knownName = known.column("name")!
    knownType = known.column("type")!
    let latin = latinLegal
    latinForms = Set((0..<latin.count).map { FoldedName(latin.text(entry: $0, column: 0)) })
    let affix = rules.lexicon("organization", "affix")!
    let side = affix.column("side")!
    let type = affix.column("type")!
    affixes = (0..<affix.count).map { entry in
      (
        affix.text(entry: entry, column: 0).utf8.filter { $0 != UInt8(ascii: "\"") },
        affix.text(entry: entry, column: side) == "prefix",
        OrganizationType(rawValue: affix.text(entry: entry, column: type)) ?? .company
      )
    }
  }

  func value(of match: borrowing Match, in context: KindContext) -> MentionValue? {
    let tokens = match.tokens
    if context.isUpperCaseText(at: tokens.lowerBound) { return nil }
    // «5 МЛН», «30 ГБ»: a part of a figure, whatever its case.
    if tokens.count == 1, context.covers(tokens, [.number, .money, .quantity, .percent]) {
      return nil
    }
    switch match.field("how") {
    case "known-of":
      guard let entry = match.entry("known"), let of = match.range("of"),
        context.isCapitalized(tokens.lowerBound), context.isGenitive(of)
      else { return nil }
      let place = of.count == 1 ? context.text(of: of) : context.text(of: of)
      return .organization(
        Organization(
          name: known.text(entry: entry, column: knownName) + " " + place, type: .government))
    case "known", "inner":
      guard let entry = match.entry("known") else { return nil }
      return knownName(entry, match.range("known") ?? tokens, match, context)
    case "head":
      guard let entry = match.entry("head"), let head = match.range("head") else { return nil }
      return headed(entry, head, tokens, match, context)
    case "quoted", "chain":
      guard let entry = match.entry("head"), let name = match.range("name") else { return nil }
      return .organization(
        Organization(name: inner(name, context), type: type(ofHead: entry)))
    case "bare":
      let value = bare(match, context)
      if value != nil, match.field("strength") == "weak" { context.markDoubtful() }
      return value
    case "abbreviation":
      return abbreviation(tokens, context)
    case "single":
      let token = context.buffer[tokens.lowerBound]
      let isCamel = token.shape == .mixed
      guard isCamel || context.morphology.isKnown(token.word) else { return nil }
      if isCamel, !isCamelName(tokens.lowerBound, context) { return nil }
      if !isCamel, !hasEntry(tokens.lowerBound, .Orgn, context) { return nil }
      return .organization(
        Organization(name: nominative(tokens.lowerBound, context), type: .company))
    case "affix":
      return affixed(tokens.lowerBound, context)
    case "dotted":
      return .organization(
        Organization(name: context.text(of: tokens), type: .media))
    case "latin":
      return latin(match, context)
    default:
      return legal(match, context)
    }
  }

  /// Does the dictionary itself, and no guess, have the word as such?
  private func hasEntry(_ token: Int, _ wanted: Grammemes, _ context: KindContext) -> Bool {
    context.morphology.analyses(of: context.buffer[token].word).contains {
      $0.origin == .dictionary && context.morphology.grammemes(of: $0).contains(wanted)
    }
  }

  /// «КазАвтоПром», unlike «Ту-204СМ», «аль-Багдади», «БАДы» and «СПГ-проекты».
  private func isCamelName(_ token: Int, _ context: KindContext) -> Bool {
    guard !context.buffer[token].flags.contains(.digit) else { return false }
    let letters = Array(context.buffer.text(of: token))
    guard let first = letters.first, first.isUppercase,
      !letters.contains("'"), !letters.contains("\u{2019}")
    else { return false }
    if let hyphen = letters.lastIndex(of: "-") {
      guard hyphen + 1 < letters.count, letters[hyphen + 1].isUppercase else { return false }
      if letters[..<hyphen].dropFirst().allSatisfy(\.isLowercase) { return false }
    }
    // Capitals with the ending of a case: an abbreviation, mostly of a thing.
    guard let small = letters.firstIndex(where: \.isLowercase) else { return true }
    return letters[small...].contains(where: \.isUppercase) || letters.count - small > 3
  }

  // MARK: With a legal form

  private func legal(_ match: borrowing Match, _ context: KindContext) -> MentionValue? {
    if match.field("order") == "behind" {
      guard let name = match.range("name"), let form = match.entry("legal") else { return nil }
      let column = latinLegal.column("legal")!
      var legalForm = latinLegal.text(entry: form, column: column)
      // «Daisy Motors Co., Ltd»: the pattern leaves the first of two forms in the name.
      let last = name.upperBound - 1
      let part = context.buffer[last].kind == .word ? last : last - 1
      if name.count > 2, latinForms.contains(FoldedName(context.buffer.text(of: part))) {
        let first = part..<(part + 1)
        return .organization(
          Organization(
            name: trimmed(context.text(of: name.lowerBound..<part), dot: false),
            legalForm: context.text(of: first) + (first.upperBound < name.upperBound ? ", " : " ")
              + legalForm,
            type: .company))
      }
      if let second = match.entry("second") {
        legalForm += ", " + latinLegal.text(entry: second, column: column)
      }
      return .organization(
        Organization(
          name: trimmed(context.text(of: name), dot: false), legalForm: legalForm, type: .company))
    }
    guard let entry = match.entry("legal"), let range = match.range("legal"),
      context.isCapitalized(range.lowerBound)
    else { return nil }
    let form = legal.text(entry: entry, column: legalColumn)
    let type = OrganizationType(rawValue: legal.text(entry: entry, column: legalType)) ?? .company
    let name: String
    if let range = match.range("name") {
      name = inner(range, context)
    } else {
      name = inner(range.upperBound..<match.tokens.upperBound, context)
    }
    guard !name.isEmpty else { return nil }
    return .organization(Organization(name: name, legalForm: form, type: type))
  }

  /// The innermost quoted stretch, as it stands; all of it if there are no quotation marks.
  private func inner(_ tokens: Range<Int>, _ context: KindContext) -> String {
    var start = tokens.lowerBound
    var end = tokens.upperBound
    while end > start, context.isQuote(end - 1) { end -= 1 }
    for token in stride(from: end - 1, through: start, by: -1) where context.isQuote(token) {
      start = token + 1
      break
    }
    return start < end ? trimmed(context.text(of: start..<end)) : ""
  }

  private func trimmed(_ text: String, dot: Bool = true) -> String {
    var text = text[...]
    while let last = text.last, last == "," || dot && last == "." || last == " " {
      text = text.dropLast()
    }
    return String(text)
  }

  // MARK: Known names

  private func knownName(
    _ entry: Int, _ tokens: Range<Int>, _ match: borrowing Match, _ context: KindContext
  ) -> MentionValue? {
    let name = known.text(entry: entry, column: knownName)
    guard context.isCapitalized(tokens.lowerBound) else { return nil }
    let type = OrganizationType(rawValue: known.text(entry: entry, column: knownType)) ?? .other
    let isWord = tokens.count == 1 && context.buffer[tokens.lowerBound].shape == .title
    // «Родина», «Закон», «Интер» are also words; «Спартак», «Милан» also names.
    if isWord, type != .government, type != .bank, match.field("how") == "known",
      context.morphology.isKnown(context.buffer[tokens.lowerBound].word),
      !context.isCertain(tokens.lowerBound, as: .Orgn.union(.Geox)),
      !isLongName(tokens.lowerBound, context)
    {
      return nil
    }
    if match.field("how") == "known", isWord, isElse(tokens.lowerBound, entry, type, context) {
      return nil
    }
    if match.field("how") == "inner" { context.matcher.resize(to: tokens) }
    return .organization(Organization(name: name, type: type))
  }

  /// «Челси Мэннинг», «в Барселоне», «Вас»: the known word is a person, a town or a pronoun here.
  private func isElse(
    _ token: Int, _ entry: Int, _ type: OrganizationType, _ context: KindContext
  ) -> Bool {
    let form = known.text(entry: entry, column: 0).utf8
    if form.first == UInt8(ascii: "\""), form.count < 12 { return true }
    guard type == .sport || type == .company else { return false }
    let all = context.morphology.allGrammemes(of: context.buffer[token].word)
    if all.contains(.Geox), token > 0,
      context.morphology.allGrammemes(of: context.buffer[token - 1].word).contains(.PREP)
    {
      return true
    }
    let next = token + 1
    guard next < context.buffer.count, context.buffer[next].shape == .title,
      context.buffer[next].flags.contains(.cyrillic)
    else { return false }
    return !context.morphology.isKnown(context.buffer[next].word)
      || context.morphology.allGrammemes(of: context.buffer[next].word).contains(.Surn)
  }

  /// «Аэрофлот» inside a sentence: a long word with a capital, which nobody is called.
  private func isLongName(_ token: Int, _ context: KindContext) -> Bool {
    let word = context.buffer[token].word
    return context.morphology.words.normalForm(of: word).count >= 14
      && !context.opensSentence(token)
      && context.morphology.allGrammemes(of: word).isDisjoint(with: [.Name, .Surn])
  }

  private func abbreviation(_ tokens: Range<Int>, _ context: KindContext) -> MentionValue? {
    let first = context.buffer[tokens.lowerBound]
    guard first.shape == .upper, first.length >= 4, first.length <= 24 else { return nil }
    guard !first.flags.contains(.digit) else { return nil }
    if tokens.count == 1, context.covers(tokens, [.place]) { return nil }
    return .organization(Organization(name: context.text(of: tokens), type: .other))
  }

  private func affixed(_ token: Int, _ context: KindContext) -> MentionValue? {
    let normal = context.morphology.words.normalForm(of: context.buffer[token].word)
    for affix in affixes where affix.isPrefix {
      if normal.count > affix.text.count + 5, normal.starts(with: affix.text) {
        return .organization(Organization(name: nominative(token, context), type: affix.type))
      }
    }
    for form in forms.forms(of: token, as: .family, in: context) where form.gender == 1 {
      let nominative = Array(normal[..<form.kept]) + form.ending
      for affix in affixes where !affix.isPrefix {
        if nominative.count > affix.text.count + 3, nominative.suffix(affix.text.count) == affix.text[...] {
          return .organization(
            Organization(name: forms.nominative(form, of: token, in: context), type: affix.type))
        }
      }
    }
    return nil
  }

  // MARK: Quoted and Latin names

  private func bare(_ match: borrowing Match, _ context: KindContext) -> MentionValue? {
    guard let name = match.range("name"), name.count <= 5 else { return nil }
    var words = 0
    for token in name {
      switch context.buffer[token].kind {
      case .word: words += 1
      case .number: break
      case .punctuation, .symbol:
        let byte = context.buffer.bytes(of: token)[0]
        guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "&") || byte == 0xE2 else {
          return nil
        }
      default: return nil
      }
      let all = context.morphology.allGrammemes(of: context.buffer[token].word)
      let first = context.morphology.grammemes(
        of: context.morphology.analyses(of: context.buffer[token].word)[0])
      if first.intersects([.VERB, .INFN, .GRND, .NPRO]) { return nil }
      if name.count == 1, all.isDisjoint(with: .NOUN), all.intersects([.ADVB, .PREP, .CONJ, .PRCL, .INTJ]) {
        return nil
      }
    }
    guard words > 0, words < 5 else { return nil }
    if words == 1, context.isCapitalized(name.lowerBound) {
      return .organization(
        Organization(name: nominative(name.lowerBound, context), type: .company))
    }
    return .organization(Organization(name: context.nominative(of: name), type: .company))
  }

  private func latin(_ match: borrowing Match, _ context: KindContext) -> MentionValue? {
    let tokens = match.tokens
    let first = context.buffer[tokens.lowerBound]
    // A Latin letter in a Russian word.
    if context.morphology.words.normalForm(of: first.word)[0] >= 0xD0 { return nil }
    if tokens.count == 1 {
      guard first.length > 1, !isRoman(tokens.lowerBound, context) else { return nil }
      // «A380», «COVID-19» are things; «Tele2», «3M» companies.
      if first.flags.contains(.digit), first.shape == .upper,
        context.buffer.bytes(of: tokens.lowerBound)[0] >= UInt8(ascii: "A")
      {
        return nil
      }
    }
    if isTwinOfPerson(tokens, context) { return nil }
    // «Heute 31 мая»
    let last = tokens.upperBound - 1
    if tokens.count > 1, context.buffer[last].kind == .number, context.buffer[last].length <= 2,
      context.buffer[last].flags.contains(.spaceBefore), tokens.upperBound < context.buffer.count,
      context.buffer[tokens.upperBound].shape == .lower
    {
      context.matcher.resize(to: tokens.lowerBound..<last)
      return .organization(
        Organization(name: context.text(of: tokens.lowerBound..<last), type: .company))
    }
    // In a text of Latin letters capitals tell nothing.
    let neighbours = [tokens.lowerBound - 1, tokens.upperBound]
    for token in neighbours where token >= 0 && token < context.buffer.count {
      let flags = context.buffer[token].flags
      if flags.contains(.latin), context.buffer[token].shape == .lower { return nil }
    }
    return .organization(Organization(name: context.text(of: tokens), type: .company))
  }

  /// «XVI», also with the dot of an ordinal.
  private func isRoman(_ token: Int, _ context: KindContext) -> Bool {
    context.buffer.bytes(of: token).allSatisfy { byte in
      byte == UInt8(ascii: "I") || byte == UInt8(ascii: "V") || byte == UInt8(ascii: "X")
        || byte == UInt8(ascii: ".")
    }
  }

  /// «Уолтер Меррикс (Walter Merrics)», «Петер (Peter)»: the Latin twin of a name that is no
  /// organization's, as far as it shows.
  private func isTwinOfPerson(_ tokens: Range<Int>, _ context: KindContext) -> Bool {
    var token = tokens.lowerBound - 1
    while token > 0, token > tokens.lowerBound - 7,
      context.buffer.bytes(of: token)[0] != UInt8(ascii: "("),
      context.buffer[token].kind == .punctuation || context.buffer[token].flags.contains(.latin)
    { token -= 1 }
    guard token > 0, context.buffer[token].kind == .punctuation else { return false }
    let name = token - 1
    guard context.buffer[name].shape == .title, context.buffer[name].flags.contains(.cyrillic)
    else { return false }
    let word = context.buffer[name].word
    if context.morphology.isKnown(word),
      !context.morphology.allGrammemes(of: word).intersects([.Name, .Surn, .Geox])
    {
      return false
    }
    if name > 0, context.buffer[name - 1].shape == .title,
      !context.buffer[name].flags.contains(.sentenceStart)
    {
      return true
    }
    let own = FoldedName(context.buffer.text(of: name)).sound.bytes
    let latin = FoldedName(context.buffer.text(of: tokens.upperBound - 1)).sound.bytes
    return !own.isEmpty && own.prefix(3) == latin.prefix(3)
  }

  // MARK: Head nouns

  private func type(ofHead entry: Int) -> OrganizationType {
    OrganizationType(rawValue: heads.text(entry: entry, column: headType)) ?? .other
  }

  private func headed(
    _ entry: Int, _ head: Range<Int>, _ tokens: Range<Int>, _ match: borrowing Match,
    _ context: KindContext
  ) -> MentionValue? {
    let needs = heads.text(entry: entry, column: headNeeds)
    guard needs != "never" else { return nil }
    let noun = head.upperBound - 1
    var start = noun
    while start > tokens.lowerBound, belongs(start - 1, to: noun, context) { start -= 1 }
    let extent = chain.extent(after: noun, in: context)
    let capital = context.isCapitalized(start)
    let opens = context.opensSentence(start)
    let hasAdjective = start < noun
    let isName: Bool
    switch needs {
    case "name":
      isName = capital && hasAdjective && !opens
    case "capital":
      isName = capital && (opens ? hasAdjective && extent.hasComplement : hasAdjective || extent.hasComplement)
    case "place":
      isName = extent.hasName || capital && !opens && (hasAdjective || extent.hasComplement)
    default:
      isName =
        extent.hasName || capital && (hasAdjective || extent.hasComplement)
    }
    guard isName else { return nil }
    let range = start..<extent.end
    // «Российская Федерация» is a place.
    if context.covers(start..<head.upperBound, [.place]) { return nil }
    guard range.contains(where: { context.isCapitalized($0) }) else { return nil }
    context.matcher.resize(to: range)
    return .organization(
      Organization(name: context.nominative(of: range), type: type(ofHead: entry)))
  }

  /// Does the adjective agree with the noun and tell kinds apart rather than praise?
  private func belongs(_ token: Int, to noun: Int, _ context: KindContext) -> Bool {
    let word = context.buffer[token].word
    guard context.buffer[token].kind == .word else { return false }
    if context.morphology.allGrammemes(of: word).contains(.CONJ) { return true }
    let isSmall = !context.isCapitalized(token)
    for analysis in context.morphology.analyses(of: word) {
      let grammemes = context.morphology.grammemes(of: analysis)
      guard grammemes.intersects(.attributive) else { continue }
      if isSmall, grammemes.intersects([.Qual, .Apro, .Anum]) || !grammemes.contains(.ADJF) {
        continue
      }
      for other in context.morphology.analyses(of: context.buffer[noun].word)
      where RussianMorphology.Agreement.agree(grammemes, context.morphology.grammemes(of: other)) { return true }
    }
    return false
  }

  /// «КазАвтоПрому» by its last part «пром»; nil if the word ends with none.
  private func nominativeByAffix(_ token: Int, _ context: KindContext) -> String? {
    let normal = context.morphology.words.normalForm(of: context.buffer[token].word)
    let raw = context.buffer.spelling(of: token)
    guard raw.count == normal.count else { return nil }
    for affix in affixes where !affix.isPrefix {
      // The part as it is, and with an ending of up to two letters.
      for tail in [0, 2, 4] where normal.count > affix.text.count + tail + 3 {
        let end = normal.count - tail
        guard normal[(end - affix.text.count)..<end].elementsEqual(affix.text) else { continue }
        return String(decoding: raw[..<end], as: UTF8.self)
      }
    }
    return nil
  }

  /// A name of one word in the nominative.
  func nominative(_ token: Int, _ context: KindContext) -> String {
    let word = context.buffer[token].word
    if context.buffer[token].shape == .upper || context.buffer[token].flags.contains(.latin) {
      return context.buffer.text(of: token)
    }
    if context.morphology.isKnown(word) { return context.nominative(of: token..<(token + 1)) }
    if let name = nominativeByAffix(token, context) { return name }
    let readings = forms.forms(of: token, as: .family, in: context)
    let best = readings.filter { $0.gender & 3 != 0 }.max { a, b in a.score < b.score }
    return best.map { forms.nominative($0, of: token, in: context) }
      ?? context.buffer.text(of: token)
  }
}

extension KindContext {
  /// Can the place stand in the genitive, as «Казахстана», «РК», «Республики Казахстан» do?
  func isGenitive(_ place: Range<Int>) -> Bool {
    [place.lowerBound, place.upperBound - 1].contains { token in
      let word = buffer[token].word
      return !morphology.isKnown(word) || buffer[token].shape == .upper
        || morphology.analyses(of: word).contains {
          morphology.grammemes(of: $0).intersects([.gent, .Fixd])
        }
    }
  }

  /// Do the bytes begin with a capital letter of Latin or Russian?
  func isCapitalLetter(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count > 1 else { return false }
    if bytes[0] == 0xD0 { return (0x90...0xAF).contains(bytes[1]) }
    return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[0])
  }
}
