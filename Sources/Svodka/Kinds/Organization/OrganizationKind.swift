import RussianMorphology
import RussianText
import TextRules

/// Companies, authorities, media, parties, clubs and other organizations.
struct OrganizationKind: Kind {
  static let name = "organization"

  let forms: NameForms
  private let chain: OrganizationChain
  private let legal: CompiledLexicon
  private let kazakhLegal: CompiledLexicon
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
  private let praise: Set<[UInt8]>
  /// Case endings of abbreviations: «МИДа».
  private let endings: [[UInt8]]
  /// Abbreviations of the list of known names, folded.
  private let abbreviations: [[UInt8]: Organization]
  /// English words that are no name alone.
  private let latinWords: Set<[UInt8]>
  /// Pronouns and verbs of English, which no company's name holds.
  private let titleWords: Set<[UInt8]>
  /// «российский», «московский»
  private let nations: Set<[UInt8]>
  /// «.kz», «.com»
  private let domainEnds: [[UInt8]]
  /// Media with Latin names, in small letters.
  private let media: Set<[UInt8]>
  /// «каз», «рос»
  private let statePrefixes: [[UInt8]]
  /// «-fm», «-тв»
  private let broadcasts: [[UInt8]]
  /// Abbreviations that name no organization, folded.
  private let notNames: Set<[UInt8]>

  init(rules: CompiledRules) throws {
    forms = rules.table(NameForms.init)
    chain = OrganizationChain(rules: rules)
    legal = rules.lexicon("organization", "legal")!
    kazakhLegal = rules.lexicon("organization", "kazakh-legal")!
    latinLegal = rules.lexicon("organization", "latin-legal")!
    heads = rules.lexicon("organization", "head")!
    known = rules.lexicon("organization", "known")!
    legalColumn = legal.column("legal")!
    legalType = legal.column("type")!
    headType = heads.column("type")!
    headNeeds = heads.column("needs")!
    knownName = known.column("name")!
    knownType = known.column("type")!
    let praiseList = rules.lexicon("organization", "praise")!
    praise = Set((0..<praiseList.count).map { Array(praiseList.text(entry: $0, column: 0).utf8) })
    func folded(_ list: CompiledLexicon) -> [[UInt8]] {
      (0..<list.count).map {
        list.text(entry: $0, column: 0).utf8.filter { $0 != UInt8(ascii: "\"") }
      }
    }
    endings = folded(rules.lexicon("organization", "ending")!)
    latinWords = Set(folded(rules.lexicon("organization", "latin-word")!))
    titleWords = Set(folded(rules.lexicon("organization", "title-word")!))
    nations = Set(folded(rules.lexicon("organization", "nation")!))
    domainEnds = folded(rules.lexicon("organization", "domain-end")!)
    media = Set(folded(rules.lexicon("organization", "latin-media")!))
    statePrefixes = folded(rules.lexicon("organization", "state-prefix")!)
    broadcasts = folded(rules.lexicon("organization", "broadcast")!)
    notNames = Set(folded(rules.lexicon("organization", "other-abbreviation")!))
    var abbreviations: [[UInt8]: Organization] = [:]
    for (entry, form) in folded(known).enumerated() where !form.contains(UInt8(ascii: " ")) {
      abbreviations[form] = Organization(
        name: known.text(entry: entry, column: knownName),
        type: OrganizationType(rawValue: known.text(entry: entry, column: knownType)) ?? .other)
    }
    self.abbreviations = abbreviations
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
    // In a headline in capitals a head noun still tells: «МИНИСТЕРСТВО ФИНАНСОВ».
    if context.isUpperCaseText(at: tokens.lowerBound), match.field("how") != "head" { return nil }
    // «5 МЛН», «30 ГБ»: a part of a figure, whatever its case.
    if tokens.count == 1, context.covers(tokens, [.number, .money, .quantity, .percent, .date]) {
      return nil
    }
    // «Rs 20»
    if tokens.count == 2, context.buffer[tokens.lowerBound + 1].kind == .number,
      context.covers(tokens, [.money])
    {
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
      // A common noun («компания») is no part of the name, unlike «Союз».
      if match.field("how") == "quoted", let head = match.range("head"),
        head.dropFirst().allSatisfy({ context.buffer[$0].shape == .lower }),
        context.buffer[head.lowerBound].shape == .lower
          || context.opensSentence(head.lowerBound)
            && (head.count > 1 || heads.text(entry: entry, column: headNeeds) == "name")
      {
        context.narrowMention(to: (name.lowerBound + 1)..<(name.upperBound - 1))
      }
      return .organization(
        Organization(
          name: knownInside(name, context) ?? inner(name, context), type: type(ofHead: entry)))
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
      if isCamel, !isCamelName(tokens.lowerBound, context) {
        return inflectedAbbreviation(tokens.lowerBound, context)
      }
      if !isCamel, !hasEntry(tokens.lowerBound, .Orgn, context) { return nil }
      // «Челси Мэннинг»
      if !isCamel, startsPerson(tokens.lowerBound, context) || context.covers(tokens, [.place]) {
        return nil
      }
      return .organization(
        Organization(name: nominative(tokens.lowerBound, context), type: .company))
    case "affix":
      return affixed(tokens.lowerBound, context)
    case "bank":
      guard let name = match.range("name"), let bank = match.range("bank") else { return nil }
      return .organization(
        Organization(
          name: nominative(name.lowerBound, context) + " " + context.nominative(of: bank),
          type: .bank))
    case "pair":
      guard let name = match.range("name") else { return nil }
      return .organization(
        Organization(name: context.nominative(of: name), type: .company))
    case "medium":
      guard let name = match.range("name"), !context.covers(name, [.place]) else { return nil }
      return .organization(Organization(name: context.text(of: name), type: .media))
    case "signed":
      return .organization(
        Organization(name: context.text(of: tokens), type: .company))
    case "address":
      guard isAddress(tokens.lowerBound, context) else { return nil }
      return .organization(Organization(name: context.text(of: tokens), type: .media))
    case "station":
      guard isStation(tokens.lowerBound, context) else { return nil }
      return .organization(Organization(name: context.text(of: tokens), type: .media))
    case "station-apart":
      return .organization(Organization(name: context.text(of: tokens), type: .media))
    case "dotted":
      return .organization(
        Organization(name: context.text(of: tokens), type: .media))
    case "latin":
      return latin(match, context)
    default:
      return legal(match, context)
    }
  }

  /// «zakon.kz», unlike «А.Иванов»: a name, a dot and the end of a domain; no site of the state.
  private func isAddress(_ token: Int, _ context: KindContext) -> Bool {
    let normal = context.morphology.words.normalForm(of: context.buffer[token].word)
    let labels = normal.split(separator: UInt8(ascii: "."))
    if labels.contains(where: { $0.elementsEqual("gov".utf8) || $0.elementsEqual("egov".utf8) }) {
      return false
    }
    return domainEnds.contains { end in
      normal.count > end.count + 1 && normal.suffix(end.count).elementsEqual(end)
    }
  }

  /// «Bloomberg», «The Wall Street Journal», «Forbes.kz»
  private func isMedium(_ name: Range<Int>, _ context: KindContext) -> Bool {
    let words = name.map { context.buffer.text(of: $0).lowercased() }
    let own = words.first == "the" ? words.dropFirst() : words[...]
    return media.contains(Array(own.joined(separator: " ").utf8))
  }

  /// «Ретро-FM»
  private func isStation(_ token: Int, _ context: KindContext) -> Bool {
    let normal = context.morphology.words.normalForm(of: context.buffer[token].word)
    return broadcasts.contains { end in
      normal.count > end.count + 3 && normal.suffix(end.count).elementsEqual(end)
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

  /// «МИДа», «КАМАЗом»: capitals and the ending of a case.
  private func inflectedAbbreviation(_ token: Int, _ context: KindContext) -> MentionValue? {
    let raw = context.buffer.spelling(of: token)
    let normal = context.morphology.words.normalForm(of: context.buffer[token].word)
    guard raw.count == normal.count else { return nil }
    for ending in endings where raw.count >= ending.count + 6 {
      let kept = raw.count - ending.count
      // Letters of two bytes each: «МИД-а» is none of such.
      guard kept % 2 == 0, raw[kept...].elementsEqual(ending) else { continue }
      let stem = Array(normal[..<kept])
      let capitals = raw[..<kept]
      // A capital differs from its folded form in every letter.
      let isCapital = stride(from: 0, to: kept, by: 2).allSatisfy {
        capitals[$0] != stem[$0] || capitals[$0 + 1] != stem[$0 + 1]
      }
      guard isCapital, !notNames.contains(stem) else { continue }
      return .organization(
        abbreviations[stem]
          ?? Organization(name: String(decoding: capitals, as: UTF8.self), type: .other))
    }
    return nil
  }

  // MARK: With a legal form

  private func legal(_ match: borrowing Match, _ context: KindContext) -> MentionValue? {
    if let name = match.range("name"), let form = match.range("form") {
      return .organization(
        Organization(
          name: context.text(of: name), legalForm: context.text(of: form), type: .company))
    }
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
      context.isCapitalized(range.lowerBound) || range.count > 1
    else { return nil }
    let list = match.field("behind") == nil ? legal : kazakhLegal
    let form = list.text(entry: entry, column: legalColumn)
    let type = OrganizationType(rawValue: list.text(entry: entry, column: legalType)) ?? .company
    let name: String
    if let range = match.range("name") {
      let own = withoutIdentifier(range, context)
      if own.upperBound < range.upperBound {
        context.matcher.resize(to: match.tokens.lowerBound..<own.upperBound)
      }
      name = inner(own, context)
    } else {
      name = inner(range.upperBound..<match.tokens.upperBound, context)
    }
    guard !name.isEmpty else { return nil }
    return .organization(Organization(name: name, legalForm: form, type: type))
  }

  /// «ООО ЛампаДом ИНН 7700011111»: the name without what identifies it.
  private func withoutIdentifier(_ name: Range<Int>, _ context: KindContext) -> Range<Int> {
    guard !context.isQuote(name.lowerBound) else { return name }
    let end = name.dropFirst().first { token in
      let normal = context.morphology.words.normalForm(of: context.buffer[token].word)
      return context.buffer[token].shape == .upper && notNames.contains(Array(normal))
    }
    return name.lowerBound..<(end ?? name.upperBound)
  }

  /// «компаниями «Роснефти»»: the nominative of a known name in quotation marks.
  private func knownInside(_ quoted: Range<Int>, _ context: KindContext) -> String? {
    let tokens = (quoted.lowerBound + 1)..<(quoted.upperBound - 1)
    var name: String?
    context.forEachEntry(of: known, in: tokens) { found, entry in
      let form = known.text(entry: entry, column: 0).utf8
      if found == tokens, form.first != UInt8(ascii: "\"") {
        name = known.text(entry: entry, column: knownName)
      }
    }
    return name
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
    guard context.isCapitalized(tokens.lowerBound) || isAddress(tokens.lowerBound, context) else {
      return nil
    }
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
    if startsPerson(token, context) { return true }
    let all = context.morphology.allGrammemes(of: context.buffer[token].word)
    if all.contains(.Geox), token > 0,
      context.morphology.allGrammemes(of: context.buffer[token - 1].word).contains(.PREP)
    {
      return true
    }
    return false
  }

  /// Does a family name follow?
  private func startsPerson(_ token: Int, _ context: KindContext) -> Bool {
    let next = token + 1
    guard next < context.buffer.count, context.buffer[next].shape == .title,
      context.buffer[next].flags.contains(.cyrillic),
      !context.buffer[next].flags.contains(.sentenceStart)
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
    if tokens.count == 1, context.covers(tokens, [.place]) || isInitials(tokens.lowerBound, context) {
      return nil
    }
    return .organization(Organization(name: context.text(of: tokens), type: .other))
  }

  /// «Гордеев КВ»: initials without stops, behind a family name.
  private func isInitials(_ token: Int, _ context: KindContext) -> Bool {
    guard token > 0, context.buffer[token].length == 4, context.buffer[token - 1].shape == .title,
      !context.buffer[token].flags.contains(.sentenceStart)
    else { return false }
    return context.hasAnalysis(token - 1, .Surn) && !context.covers(token - 1..<token, [.place])
  }

  private func affixed(_ token: Int, _ context: KindContext) -> MentionValue? {
    let normal = context.morphology.words.normalForm(of: context.buffer[token].word)
    for affix in affixes where !affix.isPrefix {
      // «Томскэнерго» does not inflect.
      if normal.count > affix.text.count + 3, normal.suffix(affix.text.count).elementsEqual(affix.text) {
        return .organization(
          Organization(name: context.buffer.text(of: token), type: affix.type))
      }
    }
    for affix in affixes where affix.isPrefix {
      // «Минников» is a person.
      if normal.count > affix.text.count + 5, normal.starts(with: affix.text),
        !context.morphology.allGrammemes(of: context.buffer[token].word).contains(.Surn)
      {
        return .organization(Organization(name: nominative(token, context), type: affix.type))
      }
    }
    // «Казгеология»: the state's short name and a noun.
    if statePrefixes.contains(where: { normal.count > $0.count + 9 && normal.starts(with: $0) }),
      let name = nominativeByPart(token, context)
    {
      return .organization(Organization(name: name, type: .company))
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
    let isExtended = match.field("base") == "known"
    if isExtended, !isExtendedName(name, context) { return nil }
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
    // «Моторола» in quotation marks may be anything with a person's or a place's name.
    if match.field("strength") == "unknown", context.covers(name, [.place]) { return nil }
    if words == 1, context.isCapitalized(name.lowerBound) {
      // «Автодом» купил …: a subject shows its nominative, also where its end looks like a case.
      let isSubject =
        match.field("case") == "nominative"
        && !context.morphology.isKnown(context.buffer[name.lowerBound].word)
      return .organization(
        Organization(
          name: isSubject
            ? context.text(of: name) : nominative(name.lowerBound, context),
          type: .company))
    }
    // «Газпром экспорта»: the known name stays, the word behind it inflects.
    let last = name.upperBound - 1
    if isExtended, last > name.lowerBound, context.buffer[last].shape == .lower {
      let parts = [name.lowerBound..<last, last..<name.upperBound]
      return .organization(
        Organization(
          name: parts.map { context.nominative(of: $0) }.joined(separator: " "), type: .company))
    }
    return .organization(Organization(name: context.nominative(of: name), type: .company))
  }

  /// «Газпром экспорт», unlike «закон Магнитского», «Магнит притяжения»: begins with a capital, and
  /// with no everyday word where a word in small letters follows.
  private func isExtendedName(_ name: Range<Int>, _ context: KindContext) -> Bool {
    guard context.isCapitalized(name.lowerBound) else { return false }
    guard name.contains(where: { context.buffer[$0].shape == .lower }) else { return true }
    return context.isCertain(name.lowerBound, as: .Orgn)
      || isLongName(name.lowerBound, context)
  }

  private func latin(_ match: borrowing Match, _ context: KindContext) -> MentionValue? {
    let tokens = match.range("name") ?? match.tokens
    var type = match.entry("head").map { self.type(ofHead: $0) } ?? OrganizationType.company
    if isMedium(tokens, context) { type = .media }
    let first = context.buffer[tokens.lowerBound]
    // A Latin letter in a Russian word.
    if context.morphology.words.normalForm(of: first.word)[0] >= 0xD0 { return nil }
    // «VPN-сервисы»
    if tokens.contains(where: { token in
      context.buffer.bytes(of: token).contains { $0 == 0xD0 || $0 == 0xD1 }
    }) {
      return nil
    }
    if tokens.count == 1, match.field("support") == nil {
      let normal = context.morphology.words.normalForm(of: first.word)
      if latinWords.contains(Array(normal)) { return nil }
      guard first.length > 1, !isRoman(tokens.lowerBound, context) else { return nil }
      // «A380», «COVID-19» are things; «Tele2», «3M» companies.
      if isModel(tokens.lowerBound, context) { return nil }
    }
    if isTwinOfPerson(tokens, context) || isRest(tokens, match, context) { return nil }
    // «Light My Fire», «I Love You» are titles.
    if match.field("support") == nil,
      isTitle(tokens, context) || isTranslation(tokens, context)
    {
      return nil
    }
    let last = tokens.upperBound - 1
    // «A380» (two tokens), «C 1994 года», «N 244»: one letter and a number.
    if tokens.count == 2, match.field("support") == nil, first.length == 1,
      context.buffer[last].kind == .number
    {
      return nil
    }
    // «Heute 31 мая», «Airbus A380»
    if tokens.count > 1, isModel(last, context) {
      let name = tokens.lowerBound..<last
      context.matcher.resize(to: name)
      return .organization(Organization(name: context.text(of: name), type: type))
    }
    if tokens.count > 1, context.buffer[last].kind == .number, context.buffer[last].length <= 2,
      context.buffer[last].flags.contains(.spaceBefore), tokens.upperBound < context.buffer.count,
      context.buffer[tokens.upperBound].shape == .lower
    {
      // «C 1 июля»: a letter of the other alphabet.
      guard last - tokens.lowerBound > 1 || first.length > 1 else { return nil }
      context.matcher.resize(to: tokens.lowerBound..<last)
      return .organization(
        Organization(name: context.text(of: tokens.lowerBound..<last), type: type))
    }
    // In a text of Latin letters capitals tell nothing.
    let neighbours = [tokens.lowerBound - 1, tokens.upperBound]
    for token in neighbours where token >= 0 && token < context.buffer.count {
      let flags = context.buffer[token].flags
      if flags.contains(.latin), context.buffer[token].shape == .lower { return nil }
    }
    return .organization(Organization(name: context.text(of: tokens), type: type))
  }

  /// «Tour» of «Magical Mystery Tour», which is none: a name in Latin letters begins with the first
  /// of its words.
  private func isRest(
    _ name: Range<Int>, _ match: borrowing Match, _ context: KindContext
  ) -> Bool {
    // «900XWB» of «A350-900XWB»
    if name.lowerBound > 1, !context.buffer[name.lowerBound].flags.contains(.spaceBefore),
      context.buffer.bytes(of: name.lowerBound - 1).elementsEqual([UInt8(ascii: "-")]),
      context.buffer[name.lowerBound - 2].flags.contains(.latin)
    {
      return true
    }
    guard match.field("support") == nil, name.lowerBound > 0,
      context.buffer[name.lowerBound].flags.contains(.spaceBefore),
      !context.buffer[name.lowerBound].flags.contains(.sentenceStart),
      case let before = context.buffer[name.lowerBound - 1], before.flags.contains(.latin),
      before.shape == .title || before.shape == .mixed
    else { return false }
    return !context.covers(name.lowerBound - 1..<name.lowerBound, [.organization])
  }

  /// Does the name, or the word before it, hold a pronoun or a verb of English?
  private func isTitle(_ name: Range<Int>, _ context: KindContext) -> Bool {
    (max(0, name.lowerBound - 1)..<name.upperBound).contains { token in
      context.buffer[token].flags.contains(.latin)
        && (name.count > 1 || token < name.lowerBound || context.buffer[token].shape != .upper)
        && titleWords.contains(
          Array(context.morphology.words.normalForm(of: context.buffer[token].word)))
    }
  }

  /// «глифосат (Roundup)», «путешествие (Magical Tour)»: in brackets behind a common noun a name
  /// in small letters is that of the thing.
  private func isTranslation(_ name: Range<Int>, _ context: KindContext) -> Bool {
    let bracket = name.lowerBound - 1
    guard bracket > 0, name.upperBound < context.buffer.count,
      context.buffer.bytes(of: bracket).elementsEqual([UInt8(ascii: "(")]),
      context.buffer[name.upperBound].kind == .punctuation,
      name.contains(where: { context.buffer[$0].shape == .title })
    else { return false }
    let noun = context.buffer[bracket - 1]
    return noun.shape == .lower && noun.flags.contains(.cyrillic)
      && !context.covers(bracket - 1..<bracket, [.organization])
      && context.morphology.allGrammemes(of: noun.word).contains(.NOUN)
      && !context.holds(heads, bracket - 1)
  }

  /// «A380», «S3»: capitals and digits in one word.
  private func isModel(_ token: Int, _ context: KindContext) -> Bool {
    context.buffer[token].kind == .word && context.buffer[token].flags.contains(.digit)
      && (context.buffer[token].shape == .upper || context.buffer[token].shape == .initial)
      && context.buffer.bytes(of: token)[0] >= UInt8(ascii: "A")
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
    guard !own.isEmpty else { return false }
    return [tokens.lowerBound, tokens.upperBound - 1].contains {
      own.prefix(3) == FoldedName(context.buffer.text(of: $0)).sound.bytes.prefix(3)
    }
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
    let isOwn = needs == "own"
    let type = type(ofHead: entry)
    let extent = chain.extent(after: noun, ownName: isOwn, in: context)
    let start = self.start(of: tokens, noun, context)
    let capital = context.isCapitalized(start)
    let hasAdjective = start < noun
    // «Итальянский суд» is a name at the start of a sentence too.
    let opens = context.opensSentence(start)
      && !(hasAdjective && type == .government && isOfPlace(start, context))
    let isName: Bool
    switch needs {
    case "own":
      isName = extent.hasName || capital && hasAdjective
    case "name":
      isName = capital && hasAdjective && !opens
    case "capital":
      isName = capital && (opens ? hasAdjective && extent.hasComplement : hasAdjective || extent.hasComplement)
    case "powers":
      guard isPowers(noun, context) else { return nil }
      isName = extent.end > noun + 1 && context.covers((noun + 1)..<(noun + 2), [.place])
        || capital && hasAdjective && isOfPlace(start, context)
    case "place":
      isName = extent.hasName || capital && !opens && (hasAdjective || extent.hasComplement)
    default:
      isName =
        extent.hasName || capital && (hasAdjective || extent.hasComplement)
    }
    guard isName else { return nil }
    let range = start..<extent.end
    if type != .military, needs != "powers", isPlural(noun, entry, context), !range.contains(where: { token in
      token <= noun && context.isCapitalized(token) && !context.opensSentence(token)
    }) {
      return nil
    }
    // «партии ЛДПР», «банка РПЦ»: the abbreviation is the name.
    if extent.startsWithAbbreviation, !capital {
      switch type {
      case .party, .bank, .media, .company: return nil
      default: break
      }
    }
    // «Российская Федерация» is a place.
    if context.covers(start..<head.upperBound, [.place]) { return nil }
    guard range.contains(where: { context.isCapitalized($0) }) else { return nil }
    context.matcher.resize(to: range)
    // «власти Москвы», where the singular would be «власть».
    if needs == "powers", start == noun, context.hasAnalysis(noun, [.plur, .nomn]) {
      return .organization(Organization(name: context.text(of: range), type: type))
    }
    if extent.hasLeader, type == .government || type == .other { context.markLed() }
    if context.isUpperCaseText(at: start) {
      let range = start..<headlineEnd(after: noun, extent.end, context)
      guard range.upperBound > noun + 1 || start < noun else { return nil }
      context.matcher.resize(to: range)
      let name = context.nominative(of: range)
      return .organization(
        Organization(name: name.prefix(1).uppercased() + name.dropFirst().lowercased(), type: type))
    }
    return .organization(
      Organization(name: context.nominative(of: range), type: type))
  }

  /// Where a name in a headline in capitals ends: genitives follow the head noun.
  private func headlineEnd(after noun: Int, _ limit: Int, _ context: KindContext) -> Int {
    var end = noun + 1
    while end < limit, !context.isFunctional(end),
      context.hasAnalysis(end, [.NOUN, .gent]) || context.hasAnalysis(end, [.ADJF, .gent])
    { end += 1 }
    return end
  }

  /// «власти Москвы», unlike «у власти», «орган власти Москвы».
  private func isPowers(_ noun: Int, _ context: KindContext) -> Bool {
    let all = context.morphology.analyses(of: context.buffer[noun].word)
    if all.allSatisfy({ context.morphology.grammemes(of: $0).contains(.plur) }) { return true }
    guard all.contains(where: { context.morphology.grammemes(of: $0).contains(.plur) }) else {
      return false
    }
    guard noun > 0, !context.buffer[noun].flags.contains(.sentenceStart),
      context.buffer[noun - 1].kind == .word
    else { return true }
    let first = context.morphology.analyses(of: context.buffer[noun - 1].word)[0]
    let before = context.morphology.grammemes(of: first)
    return !before.intersects([.PREP, .NOUN]) && !(before.contains(.ADJF) && before.contains(.sing))
  }

  /// Where the adjectives of the name begin: at the leftmost capital, else at the first that tells
  /// kinds apart rather than praises.
  private func start(of tokens: Range<Int>, _ noun: Int, _ context: KindContext) -> Int {
    var start = noun
    var capital: Int?
    var isOpen = true
    var token = noun
    while token > tokens.lowerBound, belongs(token - 1, to: noun, context) {
      token -= 1
      if context.hasAnalysis(token, .CONJ) { continue }
      if context.buffer[token].shape != .lower {
        if !context.opensSentence(token) || !isPraise(token, context) { capital = token }
      } else if isOpen, !isPraise(token, context), context.hasAnalysis(token, .ADJF) {
        start = token
      } else {
        isOpen = false
      }
    }
    return capital ?? start
  }

  /// «новое», «крупнейшее», «дочерняя»: an adjective that is no part of a name.
  private func isPraise(_ token: Int, _ context: KindContext) -> Bool {
    let word = context.buffer[token].word
    return context.morphology.analyses(of: word).contains { analysis in
      context.morphology.grammemes(of: analysis).intersects([.Apro, .Anum, .Supr])
        || praise.contains(Array(context.morphology.lemma(of: analysis)))
    }
  }

  private func isOfPlace(_ token: Int, _ context: KindContext) -> Bool {
    context.morphology.analyses(of: context.buffer[token].word).contains {
      nations.contains(Array(context.morphology.lemma(of: $0)))
    }
  }

  /// Is the head noun in the plural in all its readings? «Банки» are no «банка».
  private func isPlural(_ noun: Int, _ entry: Int, _ context: KindContext) -> Bool {
    let lemma = heads.text(entry: entry, column: 0).utf8.split(separator: UInt8(ascii: " ")).last!
    return context.morphology.analyses(of: context.buffer[noun].word).allSatisfy {
      context.morphology.grammemes(of: $0).contains(.plur)
        || !context.morphology.lemma(of: $0).elementsEqual(lemma)
    }
  }

  /// Does the adjective agree with the noun?
  private func belongs(_ token: Int, to noun: Int, _ context: KindContext) -> Bool {
    let word = context.buffer[token].word
    guard context.buffer[token].kind == .word else { return false }
    if context.morphology.allGrammemes(of: word).contains(.CONJ) { return true }
    for analysis in context.morphology.analyses(of: word) {
      let grammemes = context.morphology.grammemes(of: analysis)
      guard grammemes.intersects(.attributive) else { continue }
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

  /// «Росгеонефти» is Росгеонефть: the longest end that is a noun of the dictionary inflects.
  private func nominativeByPart(_ token: Int, _ context: KindContext) -> String? {
    let raw = context.buffer.spelling(of: token)
    let normal = Array(context.morphology.words.normalForm(of: context.buffer[token].word))
    guard raw.count == normal.count, normal.count % 2 == 0, normal.count >= 16,
      stride(from: 0, to: normal.count, by: 2).allSatisfy({ normal[$0] >= 0xD0 })
    else { return nil }
    let spelled = Array(raw)
    for start in stride(from: 6, through: normal.count - 10, by: 2) {
      let part = normal[start...].withUnsafeBufferPointer { context.morphology.words.intern($0, kind: .word) }
      guard let noun = context.morphology.analyses(of: part).first,
        noun.origin == .dictionary, case let grammemes = context.morphology.grammemes(of: noun),
        grammemes.contains(.NOUN), !grammemes.intersects([.Name, .Surn, .Patr, .Geox, .plur])
      else { continue }
      if context.morphology.analyses(of: part).contains(where: {
        context.morphology.grammemes(of: $0).contains([.NOUN, .nomn, .sing])
      }) {
        // «банка» is a jar, and the genitive of a bank: this part does not tell.
        if isFormOfAnother(part, Array(normal[start...]), context) { continue }
        return String(decoding: spelled, as: UTF8.self)
      }
      var ending: [UInt8] = []
      guard context.morphology.appendForm(of: noun, as: [.sing, .nomn], to: &ending) else { continue }
      return String(decoding: spelled[..<start], as: UTF8.self)
        + String(decoding: ending, as: UTF8.self)
    }
    return nil
  }

  /// Whether the word is a form of a noun that is called otherwise in the nominative.
  private func isFormOfAnother(_ word: WordID, _ form: [UInt8], _ context: KindContext) -> Bool {
    context.morphology.analyses(of: word).contains { noun in
      let grammemes = context.morphology.grammemes(of: noun)
      guard noun.origin == .dictionary, grammemes.contains([.NOUN, .sing]) else { return false }
      var nominative: [UInt8] = []
      return context.morphology.appendForm(of: noun, as: [.sing, .nomn], to: &nominative)
        && nominative != form
    }
  }

  /// A name of one word in the nominative.
  func nominative(_ token: Int, _ context: KindContext) -> String {
    let word = context.buffer[token].word
    if context.buffer[token].shape == .upper || context.buffer[token].flags.contains(.latin) {
      return context.buffer.text(of: token)
    }
    if context.morphology.isKnown(word) { return context.nominative(of: token..<(token + 1)) }
    if let name = nominativeByAffix(token, context) { return name }
    if let name = nominativeByPart(token, context) { return name }
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
