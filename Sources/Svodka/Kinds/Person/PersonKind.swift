import RussianMorphology
import RussianText
import TextRules

/// People by name.
struct PersonKind: Kind {
  static let name = "person"

  let reader: PersonReader
  private let asian: Set<[UInt8]>
  /// «улы», «кызы»
  private let kazakh: [[UInt8]]
  private let organization: Int
  private let place: Int
  /// «аким»
  private let titles: CompiledLexicon
  /// «ович», «евн»
  private let patronymicParts: [[UInt8]]

  init(rules: CompiledRules) throws {
    reader = rules.table(PersonReader.init)
    func forms(_ name: String) -> [[UInt8]] {
      let list = rules.lexicon("person", name)!
      return (0..<list.count).map {
        list.text(entry: $0, column: 0).utf8.filter { $0 != UInt8(ascii: "\"") }
      }
    }
    asian = Set(forms("asian"))
    kazakh = forms("kazakh")
    titles = rules.lexicon("person", "title-name")!
    organization = rules.kindNumber(MentionKind.organization.rawValue)!
    place = rules.kindNumber(MentionKind.place.rawValue)!
    patronymicParts = forms("patronymic-part")
  }

  func value(of match: borrowing Match, in context: KindContext) -> MentionValue? {
    let tokens = match.tokens
    if context.isQuoted(tokens) { return nil }
    if context.isUpperCaseText(at: tokens.lowerBound), tokens.count == 1 { return nil }
    if match.field("shape") == "headline" { return inHeadline(match, context) }
    if isName(tokens, in: context) || namesAuthority(tokens, context) { return nil }
    if tokens.count == 1, context.covers(tokens, [.date]) { return nil }
    var parts = NameParts(
      given: match.range("given") ?? match.range("initials"),
      patronymic: match.range("patronymic"), family: match.range("family"))
    if match.field("dots") != nil, let initials = match.range("initials"),
      !hasDots(initials, context)
    {
      return nil
    }
    if let initials = match.range("initials"), initials.count == 2 {
      parts.given = initials.lowerBound..<(initials.lowerBound + 1)
      parts.patronymic = (initials.lowerBound + 1)..<initials.upperBound
    }
    if parts.family?.isEmpty == true {
      // «Мамедов Эльдар оглы»: of one name before the patronymic the dictionary tells which it is.
      let isFamily = parts.given.map { context.hasAnalysis($0.lowerBound, .Surn) } ?? false
      parts.family = isFamily ? parts.given : nil
      if isFamily { parts.given = nil }
    }
    // «Замгендиректора Сергей Волков»: a title, no given name.
    if let given = parts.given, given.count > 1, given.lowerBound == tokens.lowerBound,
      match.range("initials") == nil, match.field("order") != "ruler",
      let title = context.record(.position, at: given.lowerBound), title.tokens.upperBound < given.upperBound,
      !isGiven(given.lowerBound, context)
    {
      parts.given = title.tokens.upperBound..<given.upperBound
      context.matcher.resize(to: title.tokens.upperBound..<tokens.upperBound)
    }
    // «Роман Виктора Пелевина»: the first word stands in another case.
    if let given = parts.given, let family = parts.family, given.count == 2, family.count == 1,
      match.range("all") == nil, match.range("initials") == nil, parts.patronymic == nil,
      given.upperBound == family.lowerBound, isGiven(given.lowerBound, context),
      isGiven(given.lowerBound + 1, context),
      !sharesCase(given.lowerBound, family.lowerBound, inGender: true, context),
      sharesCase(given.lowerBound + 1, family.lowerBound, inGender: true, context)
    {
      parts.given = (given.lowerBound + 1)..<given.upperBound
      context.matcher.resize(to: parts.given!.lowerBound..<tokens.upperBound)
    }
    if let given = parts.given, isTitle(given, tokens, parts, context) {
      guard let family = parts.family, family.count == 1, !isPlace(family.lowerBound, in: context),
        !isGiven(family.lowerBound, context)
      else { return nil }
      context.matcher.resize(to: family)
      var agrees = true
      return reader.person(NameParts(family: family), in: context, agrees: &agrees).map { .person($0) }
    }
    if let patronymic = parts.patronymic, !patronymic.isEmpty, match.range("initials") == nil,
      !isPatronymic(patronymic.upperBound - 1, context)
    {
      return nil
    }
    switch match.field("order") {
    case "capital":
      guard let family = match.range("family"), !context.opensSentence(family.lowerBound),
        context.record(.position, at: family.lowerBound) == nil,
        !isPlace(family.lowerBound, in: context)
      else { return nil }
    case "ruler":
      // «Королева Елизавета II»
      if tokens.count > 2, context.record(.position, at: tokens.lowerBound) != nil {
        context.matcher.resize(to: tokens.lowerBound + 1..<tokens.upperBound)
        parts.given = parts.given.map { max($0.lowerBound, tokens.lowerBound + 1)..<$0.upperBound }
      }
    case "letter":
      guard !hasDots(tokens, context) else { return nil }
      if match.field("short") != nil, let given = match.range("given"),
        context.morphology.words.normalForm(of: context.buffer[given.lowerBound].word).count > 10
      {
        return nil
      }
    case "middle":
      // «Ким Чен Ын» has the family name in front.
      let first = context.buffer[tokens.lowerBound].word
      if asian.contains(Array(context.morphology.words.normalForm(of: first))) { return nil }
    case "family":
      // «Ким Чен Ын», not «Ким Бейсингер»
      guard let given = match.range("given"), given.allSatisfy({ isShort($0, context) }) else {
        return nil
      }
    default: break
    }
    switch match.field("strength") {
    case "joined":
      guard let family = match.range("family"), isJoined(family.upperBound - 1, context) else {
        return nil
      }
    case "generation":
      guard reader.forms.hasGeneration(tokens.lowerBound, in: context) else { return nil }
    case "weak" where match.range("all") == nil:
      guard isNameAfterTitle(tokens.lowerBound, context) else { return nil }
    default: break
    }
    if match.field("kind") == "dictionary", let given = match.range("given"),
      match.entry("given") == nil, !isGiven(given.lowerBound, context)
    {
      return nil
    }
    if match.field("alone") != nil, isInTitle(tokens.lowerBound, context) { return nil }
    // «Петровой-Водкиной Ольге» has the family name in front.
    if match.field("kind") == "common", tokens.count == 2, match.entry("given") == nil,
      !isGiven(tokens.lowerBound, context), isGiven(tokens.lowerBound + 1, context),
      context.buffer[tokens.lowerBound].flags.contains(.hyphen)
    {
      return nil
    }
    // «Эмир Катара»
    if match.field("kind") == "common",
      isPlace(tokens.upperBound - 1, in: context) && !isNamesake(tokens, context)
        || isAdjective(tokens.upperBound - 1, context)
          && (isAttribute(tokens.upperBound - 1, context) || !startsWithEntry(tokens, context))
    {
      return nil
    }
    if tokens.count == 1, isAttribute(tokens.lowerBound, context) { return nil }
    // «Из Астаны» is no Иза.
    if context.hasAnalysis(tokens.lowerBound, .PREP),
      context.buffer[tokens.lowerBound].shape == .title
    {
      return nil
    }
    // «Анатолия» of «Анатолия Чубайса» is no place if the rest agrees with it.
    let startsWithPlace =
      tokens.count > 1 && match.field("order") != "family" && isPlace(tokens.lowerBound, in: context)
    if startsWithPlace, !isPersonal(tokens, context), !isFamilyInFront(parts, tokens, context) {
      return nil
    }
    if let all = match.range("all") {
      let supported = match.field("strength") == "weak" && match.field("beside") != nil
      guard let split = split(all, supported: supported, in: context) else { return nil }
      parts = split
    }
    if tokens.count == 1, isPlace(tokens.lowerBound, in: context) { return nil }
    // «дочь Юлию»: a form of a given name that no family name is.
    if tokens.count == 1, let family = parts.family, parts.given == nil,
      context.hasAnalysis(family.lowerBound, [.Name, .femn, .sing]),
      !context.hasAnalysis(family.lowerBound, .Surn),
      !context.hasAnalysis(family.lowerBound, [.Name, .nomn])
    {
      (parts.given, parts.family) = (family, nil)
    }
    if parts.family == nil, let patronymic = parts.patronymic,
      isKazakhPatronymic(patronymic.upperBound - 1, context)
    {
      (parts.family, parts.patronymic) = (patronymic, nil)
    }
    if let given = parts.given, let family = parts.family, parts.patronymic == nil {
      moveMiddleName(given, family, in: context, &parts)
    }
    var agrees = true
    guard
      let person = reader.person(
        parts, in: context, isAsian: match.field("order") == "family", agrees: &agrees)
    else { return nil }
    if !agrees, startsWithPlace { return nil }
    // «Мир Байдена», unlike «Вера Зорина»
    if tokens.count == 2, parts.given?.lowerBound == tokens.lowerBound,
      parts.family?.count == 1, !context.isCertain(tokens.lowerBound, as: .Name),
      isGiven(tokens.lowerBound, context),
      !sharesCase(tokens.lowerBound, tokens.lowerBound + 1, context)
    {
      return nil
    }
    if agrees || match.range("all") != nil { return .person(person) }
    // «Януковича Людмила» are two people.
    if match.field("kind") != nil { return nil }
    if let person = shortened(parts, tokens, in: context) { return person }
    return .person(person)
  }

  /// «ЕРЛАН САТПАЕВ НАЗНАЧЕН»: a name where all is in capitals, written as elsewhere.
  private func inHeadline(_ match: borrowing Match, _ context: KindContext) -> MentionValue? {
    guard match.tokens.allSatisfy({ context.isUpperCaseText(at: $0) }),
      !isName(match.tokens, in: context), !context.holds(titles, match.tokens.lowerBound)
    else { return nil }
    var agrees = true
    let parts = NameParts(given: match.range("given"), family: match.range("family"))
    guard var person = reader.person(parts, in: context, agrees: &agrees), agrees else { return nil }
    person.given = person.given.map { $0.capitalizedParts }
    person.family = person.family.map { $0.capitalizedParts }
    return .person(person)
  }

  /// «Аким Шымкента», «Аким Кошаров» at the start of a sentence: a title, though people are called
  /// so too.
  private func isTitle(
    _ given: Range<Int>, _ tokens: Range<Int>, _ parts: NameParts, _ context: KindContext
  ) -> Bool {
    given.count == 1 && given.lowerBound == tokens.lowerBound && parts.patronymic == nil
      && context.opensSentence(given.lowerBound) && context.holds(titles, given.lowerBound)
  }

  /// «Осадчей» is no patronymic, though a guess from its ending may say so.
  private func isPatronymic(_ token: Int, _ context: KindContext) -> Bool {
    let word = context.buffer[token].word
    if context.buffer[token].shape == .lower { return true }
    if context.morphology.analyses(of: word).contains(where: {
      $0.origin == .dictionary && context.morphology.grammemes(of: $0).contains(.Patr)
    }) {
      return true
    }
    let normal = Array(context.morphology.words.normalForm(of: word).suffix(14))
    if isKazakhPatronymic(token, context) { return true }
    return patronymicParts.contains { part in
      normal.count >= part.count
        && (0...(normal.count - part.count)).contains { normal[$0...].starts(with: part) }
    }
  }

  /// «Юрий Минэнерго», «Госдумы Николай»: does one of the words name an authority?
  private func namesAuthority(_ tokens: Range<Int>, _ context: KindContext) -> Bool {
    guard tokens.count > 1 else { return false }
    return tokens.contains { token in
      guard let record = context.matcher.record(kind: organization, at: token),
        record.tokens.count == 1,
        !context.doubtful.contains(record.payload),
        case .organization(let organization) = context.values[record.payload]
      else { return false }
      return organization.type == .government
    }
  }

  /// «Владимира Путина Андрей Белоусов» are two people: the first two words are one.
  private func shortened(
    _ parts: NameParts, _ tokens: Range<Int>, in context: KindContext
  ) -> MentionValue? {
    guard tokens.count > 2, parts.patronymic == nil, let given = parts.given,
      given.lowerBound == tokens.lowerBound
    else { return nil }
    let first = given.lowerBound..<(given.lowerBound + 1)
    let second = first.upperBound..<(first.upperBound + 1)
    // «Тедрос Аданом Гебрейесус» is one, though «Аданом» looks like a form of «Адан».
    guard
      isGiven(second.upperBound, context)
        || !canBeNominative(first.lowerBound, as: .given, context)
        || isGiven(first.lowerBound, context)
          && !canBeNominative(second.lowerBound, as: .family, context)
    else { return nil }
    var agrees = true
    guard
      let person = reader.person(
        NameParts(given: first, family: second), in: context, agrees: &agrees), agrees
    else { return nil }
    context.matcher.resize(to: first.lowerBound..<second.upperBound)
    return .person(person)
  }

  /// «Тамара», unlike «Тамарой»; by the likeliest of its readings that is a nominative.
  private func canBeNominative(
    _ token: Int, as part: NameForms.Part, _ context: KindContext
  ) -> Bool {
    let readings = reader.forms.forms(of: token, as: part, in: context)
    guard let best = readings.max(by: { $0.score < $1.score }) else { return true }
    return readings.contains { $0.cases & 1 != 0 && $0.score > 0 && $0.score + 12 > best.score }
  }

  /// «Поля Гогена», «Варвара Полегаева», unlike «Мир Байдена»: has the given name a case of a likely
  /// reading of the family name?
  private func sharesCase(
    _ given: Int, _ family: Int, inGender: Bool = false, _ context: KindContext
  ) -> Bool {
    let readings = reader.forms.forms(of: family, as: .family, in: context)
    guard let best = readings.map(\.score).max() else { return true }
    let likely = readings.filter { $0.score + 12 > best }
    return reader.forms.forms(of: given, as: .given, in: context).contains { given in
      given.score > 0
        && likely.contains { form in
          form.cases & given.cases != 0 && (!inGender || form.gender & given.gender != 0)
        }
    }
  }

  /// «Кембриджский», «Китайская»: an adjective of the dictionary that is no family name.
  private func isAdjective(_ token: Int, _ context: KindContext) -> Bool {
    let word = context.buffer[token].word
    guard context.morphology.isKnown(word),
      context.morphology.allGrammemes(of: word).isDisjoint(with: .Surn)
    else { return false }
    return context.morphology.analyses(of: word).contains { analysis in
      let lemma = context.morphology.lemma(of: analysis)
      return context.morphology.grammemes(of: analysis).contains(.ADJF) && lemma.count > 12
        && lemma[(lemma.count - 8)..<(lemma.count - 4)].elementsEqual(Self.suffix)
    }
  }

  /// «Список Шиндлера»: does the word stand in a short quoted text?
  private func isInTitle(_ token: Int, _ context: KindContext) -> Bool {
    var before = token - 1
    while before >= 0, before > token - 4, context.buffer[before].kind == .word { before -= 1 }
    var after = token + 1
    while after < context.buffer.count, after < token + 4, context.buffer[after].kind == .word {
      after += 1
    }
    return context.isQuote(before) && context.isQuote(after) && after - before > 2
  }

  /// «Давид Черкасский», unlike «Принц Астурийский»: does a given name of the dictionary stand first?
  private func startsWithEntry(_ tokens: Range<Int>, _ context: KindContext) -> Bool {
    tokens.count == 2 && isGiven(tokens.lowerBound, context)
      && context.isCertain(tokens.lowerBound, as: .Name)
  }

  /// «Лино Овьедо», «Мартин Куба», unlike «Эмир Катара»: a given name and a word that is a town or
  /// a country too, both in the nominative.
  private func isNamesake(_ tokens: Range<Int>, _ context: KindContext) -> Bool {
    guard tokens.count == 2, isGiven(tokens.lowerBound, context) else { return false }
    // «Игоря Бабушкина»
    let family = reader.forms.forms(of: tokens.lowerBound + 1, as: .family, in: context)
    if family.contains(where: { $0.score >= 58 }) { return true }
    return [(tokens.lowerBound, Grammemes.Name), (tokens.lowerBound + 1, Grammemes.Geox)].allSatisfy {
      (token, kind) in
      context.morphology.analyses(of: context.buffer[token].word).contains {
        let own = context.morphology.grammemes(of: $0)
        return own.contains(kind) && NameForms.cases(of: own) & 1 != 0
      }
    }
  }

  /// «Сатыбалдыулы», «Болат кызы»
  private func isKazakhPatronymic(_ token: Int, _ context: KindContext) -> Bool {
    let normal = context.morphology.words.normalForm(of: context.buffer[token].word)
    return kazakh.contains { normal.count > $0.count + 4 && normal.suffix($0.count).elementsEqual($0) }
  }

  /// «Сатпаевым Ерланом Маратовичем», unlike «Украины Павел Александрович».
  private func isFamilyInFront(
    _ parts: NameParts, _ tokens: Range<Int>, _ context: KindContext
  ) -> Bool {
    guard parts.patronymic != nil, parts.family?.lowerBound == tokens.lowerBound else { return false }
    let word = context.buffer[tokens.lowerBound].word
    let all = context.morphology.allGrammemes(of: word)
    return all.contains(.Surn) || !context.morphology.isKnown(word) || all.isDisjoint(with: .Geox)
  }

  /// A given name of the dictionary and a family name that it has as nothing else.
  private func isPersonal(_ tokens: Range<Int>, _ context: KindContext) -> Bool {
    let last = context.buffer[tokens.upperBound - 1].word
    return isGiven(tokens.lowerBound, context)
      && (!context.morphology.isKnown(last)
        || context.morphology.allGrammemes(of: last).contains(.Surn))
  }

  /// Does the dictionary itself, and no guess, have the word as a given name?
  private func isGiven(_ token: Int, _ context: KindContext) -> Bool {
    context.morphology.analyses(of: context.buffer[token].word).contains {
      $0.origin == .dictionary && context.morphology.grammemes(of: $0).contains(.Name)
    }
  }

  /// «Гайдаровский форум», «Лебединский ГОК»: an adjective before what it belongs to.
  private func isAttribute(_ token: Int, _ context: KindContext) -> Bool {
    let next = token + 1
    guard next < context.buffer.count, context.buffer[next].kind == .word,
      !context.buffer[next].flags.contains(.sentenceStart)
    else { return false }
    let normal = context.morphology.words.normalForm(of: context.buffer[token].word)
    let all = context.morphology.allGrammemes(of: context.buffer[token].word)
    // «ск» before the ending, or an adjective of the dictionary.
    let hasSuffix = normal.count > 12
      && [6, 8, 10].contains { back in
        normal.count > back + 4
          && normal[(normal.count - back)..<(normal.count - back + 4)].elementsEqual(Self.suffix)
      }
    guard hasSuffix || all.intersects(.attributive) else { return false }
    if context.buffer[next].shape == .upper { return true }
    let following = context.morphology.analyses(of: context.buffer[next].word)[0]
    return context.buffer[next].shape == .lower
      && context.morphology.grammemes(of: following).contains(.NOUN)
  }

  /// «ск»
  private static let suffix: [UInt8] = [0xD1, 0x81, 0xD0, 0xBA]

  /// «А. Б.»: a capital without a dot is a preposition more often than not.
  private func hasDots(_ initials: Range<Int>, _ context: KindContext) -> Bool {
    context.buffer[initials.lowerBound].flags.contains(.abbreviation)
  }

  /// A word of a Chinese or Korean given name: one vowel or two.
  private func isShort(_ token: Int, _ context: KindContext) -> Bool {
    // Eight letters, the ending of a case aside: «Вэйчжаном».
    reader.forms.asianForms(of: token, isLast: true, in: context).contains { $0.kept <= 16 }
  }

  /// «аль-Ганзури», «О'Брайен», unlike «КазАвтоПром».
  private func isJoined(_ token: Int, _ context: KindContext) -> Bool {
    let bytes = context.buffer.bytes(of: token)
    return context.buffer[token].flags.contains(.hyphen) && !context.isCapitalLetter(bytes)
      || bytes.contains(UInt8(ascii: "'")) || bytes.contains(0x99)
  }

  /// Is «Мороз» a name in «депутат Мороз»? It stands in the title's case, not in the genitive, and
  /// nothing belongs to it.
  private func isNameAfterTitle(_ token: Int, _ context: KindContext) -> Bool {
    let word = context.buffer[token].word
    let all = context.morphology.allGrammemes(of: word)
    if all.intersects(.attributive), all.isDisjoint(with: .Surn) { return false }
    let next = token + 1
    if next < context.buffer.count, context.buffer[next].kind == .word,
      !context.buffer[next].flags.contains(.sentenceStart)
    {
      if context.isCapitalized(next) { return false }
      let following = context.morphology.analyses(of: context.buffer[next].word)[0]
      if context.morphology.grammemes(of: following).intersects(.NOUN.union(.attributive)) {
        return false
      }
    }
    var title = token - 1
    while title > 0, title > token - 8, context.record(.position, at: title) == nil { title -= 1 }
    if context.record(.position, at: title) == nil { title = token - 1 }
    for one in context.morphology.analyses(of: context.buffer[title].word) {
      let head = context.morphology.grammemes(of: one)
      guard head.contains(.NOUN), !head.contains(.plur) else { continue }
      for other in context.morphology.analyses(of: word) where other.score > 50 {
        let own = context.morphology.grammemes(of: other)
        guard own.contains(.NOUN), !own.contains(.plur), !own.contains(.gent) else { continue }
        if NameForms.cases(of: own) & NameForms.cases(of: head) != 0 { return true }
      }
    }
    return false
  }

  /// Do the tokens lie in an organization's name, or in that of a street?
  private func isName(_ tokens: Range<Int>, in context: KindContext) -> Bool {
    context.covers(tokens, [.organization]) && !context.isLeader(tokens)
      || isStreet(tokens, context)
  }

  private func isStreet(_ tokens: Range<Int>, _ context: KindContext) -> Bool {
    let first = tokens.lowerBound
    guard let record = context.matcher.lastRecord(kind: place, in: max(0, first - 6)...first),
      record.tokens.upperBound >= tokens.upperBound,
      case .place(let place) = context.values[record.payload]
    else { return false }
    return place.type == .street
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
  ///
  /// - Parameter supported: A title or a verb shows that it is a name, though the last word may be a
  ///   place too («Хайко Маас»).
  private func split(
    _ run: Range<Int>, supported: Bool, in context: KindContext
  ) -> NameParts? {
    var places = 0
    for token in supported ? run.dropLast() : run {
      let all = context.morphology.allGrammemes(of: context.buffer[token].word)
      if all.contains(.Geox), all.isDisjoint(with: [.Surn, .Name]),
        context.morphology.isKnown(context.buffer[token].word)
      {
        places += 1
      }
      if all.contains(.Orgn), context.morphology.isKnown(context.buffer[token].word) { return nil }
    }
    if places > 0 || isAdjective(run.upperBound - 1, context) { return nil }
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

extension String {
  /// «МАМИН-СИБИРСКИЙ» as «Мамин-Сибирский».
  fileprivate var capitalizedParts: String {
    split(separator: "-", omittingEmptySubsequences: false)
      .map { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() }.joined(separator: "-")
  }
}
