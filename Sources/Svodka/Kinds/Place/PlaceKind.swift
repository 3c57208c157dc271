import RussianMorphology
import RussianText
import RussianMorphology
import RussianText
import TextRules

/// Countries, regions, towns and other places on the map.
struct PlaceKind: Kind {
  static let name = "place"

  private let lists: [String: PlaceList]
  private let classes: CompiledLexicon
  private let classType: Int
  private let classLong: Int
  private let classOrder: Int
  private let towns: CompiledLexicon
  private let reader: PersonReader
  private let plurals: [(ending: [UInt8], nominative: String)]

  init(rules: CompiledRules) throws {
    var lists: [String: PlaceList] = [:]
    for name in ["country", "region", "settlement"] {
      lists[name] = PlaceList(rules.lexicon("place", name)!)
    }
    self.lists = lists
    classes = rules.lexicon("place", "class")!
    classType = classes.column("type")!
    classLong = classes.column("long")!
    classOrder = classes.column("order")!
    towns = rules.lexicon("place", "settlement")!
    let plural = rules.lexicon("place", "plural-town")!
    let nominative = plural.column("nominative")!
    plurals = (0..<plural.count).map {
      (
        plural.text(entry: $0, column: 0).utf8.filter { $0 != UInt8(ascii: "\"") },
        plural.text(entry: $0, column: nominative)
      )
    }
    reader = rules.table(PersonReader.init)
  }

  func value(of match: borrowing Match, in context: KindContext) -> MentionValue? {
    let tokens = match.tokens
    if let list = match.field("list").flatMap({ lists[$0] }), let entry = match.entry("name") {
      return listed(list, entry, tokens, match.field("ambiguous") != nil, context)
    }
    if let list = match.field("list").flatMap({ lists[$0] }), let entry = match.entry("listed") {
      let row = list.rows[entry]
      return context.isCapitalized(tokens.upperBound - 1) ? .place(row.place) : nil
    }
    if match.field("how") == "shared" { return shared(match, context) }
    if match.field("how") == "street" { return street(match, context) }
    if match.field("how") == "sure" {
      guard let sure = match.range("sure"), !context.isQuoted(tokens), !isPerson(tokens, context)
      else { return nil }
      return knownTown(sure, context).map { .place($0) }
    }
    if let entry = match.entry("class") {
      return classified(entry, match.range("name"), tokens, context)
    }
    if context.isQuoted(tokens) { return nil }
    if match.field("how") == "plural" {
      return pluralName(tokens.lowerBound, context).map { .place(Place(name: $0, type: .city)) }
    }
    if match.field("how") == "dateline" {
      guard context.opensSentence(tokens.lowerBound), context.isCertain(tokens.lowerBound, as: .Geox)
      else { return nil }
      let name = context.nominative(of: tokens)
      return .place(Place(name: name.prefix(1) + name.dropFirst().lowercased(), type: .city))
    }
    let isWeak = match.field("strength") != nil
    let isKnown = context.morphology.isKnown(context.buffer[tokens.upperBound - 1].word)
    if !isWeak, !isKnown, match.field("how") != "side" { return nil }
    if match.field("ambiguous") == nil, !context.isCertain(tokens.upperBound - 1, as: .Geox) {
      return nil
    }
    if isWeak {
      if context.isUpperCaseText(at: tokens.lowerBound) { return nil }
      context.markDoubtful()
    }
    let name =
      isWeak && !isKnown ? unknownName(tokens.lowerBound, context) : context.nominative(of: tokens)
    return .place(Place(name: name, type: .city))
  }

  /// «в Нэшвилле»: an unknown town behind a preposition that takes the genitive or the
  /// prepositional case, read as a masculine name.
  private func unknownName(_ token: Int, _ context: KindContext) -> String {
    let own = context.buffer.text(of: token)
    if let plural = pluralName(token, context) { return plural }
    let cases = reader.casesGoverned(by: token - 1, context) & 0b100010
    let names = reader.forms.forms(of: token, as: .family, in: context)
      .filter { $0.gender & NameForms.male != 0 && $0.cases & cases != 0 && $0.analysis == nil }
      .sorted { a, b in a.score > b.score }
      .map { reader.forms.nominative($0, of: token, in: context) }
    return names.first { $0 != own } ?? context.nominative(of: token..<(token + 1))
  }

  /// «в Осиповичах»: a town in the plural.
  private func pluralName(_ token: Int, _ context: KindContext) -> String? {
    let raw = context.buffer.spelling(of: token)
    let normal = context.morphology.words.normalForm(of: context.buffer[token].word)
    guard raw.count == normal.count else { return nil }
    for (ending, nominative) in plurals
    where normal.count > ending.count + 4 && normal.suffix(ending.count).elementsEqual(ending) {
      return String(decoding: raw.dropLast(ending.count), as: UTF8.self) + nominative
    }
    return nil
  }

  /// «Тульской» of «Тульской, Тверской и Псковской областях».
  private func shared(_ match: borrowing Match, _ context: KindContext) -> MentionValue? {
    guard let entry = match.entry("class"), let adjective = match.range("adjective"),
      let noun = match.range("class")?.last,
      let head = context.analysis(noun, [.NOUN, .plur]),
      let word = context.analysis(adjective.lowerBound, [.ADJF])
    else { return nil }
    let type = PlaceType(rawValue: classes.text(entry: entry, column: classType)) ?? .other
    var name: [UInt8] = []
    let gender = context.morphology.grammemes(of: head).intersection(.genders)
    guard
      context.morphology.appendForm(of: word, as: Grammemes([.nomn, .sing]).union(gender), to: &name)
    else { return nil }
    name = Array(context.buffer.spelling(of: adjective.lowerBound).prefix(2)) + name.dropFirst(2)
    name.append(UInt8(ascii: " "))
    guard context.morphology.appendForm(of: head, as: [.nomn, .sing], to: &name) else { return nil }
    let text = String(decoding: name, as: UTF8.self)
    let known = lists["region"]?.rows.first { $0.place.name == text }
    return .place(known?.place ?? Place(name: text, type: type))
  }

  /// «ул. Абая», «Советская ул.», «ул. С. Хакимова».
  private func street(_ match: borrowing Match, _ context: KindContext) -> MentionValue? {
    guard let entry = match.entry("class"), let name = match.range("name"),
      let head = match.range("class"), isShortClass(head, name, context)
    else { return nil }
    let type = PlaceType(rawValue: classes.text(entry: entry, column: classType)) ?? .street
    let long = classes.text(entry: entry, column: classLong)
    let own = context.nominative(of: head)
    let noun = long.isEmpty ? own.prefix(1).lowercased() + own.dropFirst() : long
    if name.lowerBound > head.lowerBound {
      return .place(Place(name: "\(noun) \(context.text(of: name))", type: type))
    }
    guard agrees(name.upperBound - 1, with: noun, context) else { return nil }
    return .place(Place(name: "\(context.nominative(of: name)) \(noun)", type: type))
  }

  /// «Советская ул.», unlike «Московский ш.»: an adjective in the gender of the class noun.
  private func agrees(
    _ adjective: Int, with noun: some StringProtocol, _ context: KindContext
  ) -> Bool {
    guard let head = context.morphology.analyses(of: context.morphology.words.intern(String(noun)))
      .first
    else { return false }
    let gender = context.morphology.grammemes(of: head).intersection(.genders)
    return context.hasAnalysis(adjective, Grammemes([.ADJF, .sing]).union(gender))
  }

  /// «пр.», «ш.» with their dot, «б-р» with its hyphen; «ш» and «пл» alone are no streets.
  private func isShortClass(_ head: Range<Int>, _ name: Range<Int>, _ context: KindContext) -> Bool {
    let token = head.lowerBound
    guard context.buffer[token].shape == .lower || context.buffer[token].shape == .title else {
      return false
    }
    if context.buffer[token].flags.contains(.hyphen) || context.buffer[token].length > 6 { return true }
    if context.buffer[token].flags.contains(.abbreviation) { return true }
    let next = token + 1
    return next < context.buffer.count
      && context.buffer.bytes(of: next).elementsEqual([UInt8(ascii: ".")])
  }

  /// «с. Мичурино», unlike «с Мичуриным» and «С. Мичурин».
  private func hasDot(_ token: Int, _ context: KindContext) -> Bool {
    guard context.buffer[token].shape == .lower else { return false }
    return context.buffer[token].flags.contains(.abbreviation)
      || context.buffer.bytes(of: token + 1).elementsEqual([UInt8(ascii: ".")])
  }

  /// «г. Нур-Султан» is Astana.
  private func knownTown(_ name: Range<Int>, _ context: KindContext) -> Place? {
    var place: Place?
    context.forEachEntry(of: towns, in: name) { tokens, entry in
      if tokens == name { place = lists["settlement"]?.rows[entry].place }
    }
    return place
  }

  private func listed(
    _ list: PlaceList, _ entry: Int, _ tokens: Range<Int>, _ isAfterPreposition: Bool,
    _ context: KindContext
  ) -> MentionValue? {
    let row = list.rows[entry]
    guard context.isCapitalized(tokens.lowerBound) || row.startsSmall else { return nil }
    // «Братислав Гашич» is no Bratislava.
    if tokens.count == 1, row.place.type == .city, isPerson(tokens, context) { return nil }
    guard context.isCapitalized(tokens.upperBound - 1) || tokens.count > 1 else { return nil }
    if context.isQuoted(tokens) { return nil }
    // «ЕРЛАН САТПАЕВ НАЗНАЧЕН»
    if tokens.count == 1, row.place.type == .city, tokens.lowerBound > 0,
      context.isUpperCaseText(at: tokens.lowerBound),
      context.hasAnalysis(tokens.lowerBound - 1, [.Name, .nomn])
        || reader.forms.isListed(tokens.lowerBound - 1, in: context)
    {
      return nil
    }
    if row.isAbbreviation {
      switch context.buffer[tokens.lowerBound].shape {
      case .upper, .mixed: break
      default: return nil
      }
    } else if tokens.count == 1, !isAfterPreposition,
      !context.isCertain(tokens.lowerBound, as: .Geox)
    {
      guard
        row.place.type == .country && standsAlone(tokens.lowerBound, context)
          || row.place.type == .region && isNobody(tokens.lowerBound, context)
      else { return nil }
    }
    return .place(row.place)
  }

  /// A given name in the nominative and a family name right behind it.
  private func isPerson(_ name: Range<Int>, _ context: KindContext) -> Bool {
    let first = name.lowerBound
    let next = first + 1
    guard next < context.buffer.count, context.buffer[next].shape == .title,
      context.buffer[next].flags.contains(.cyrillic),
      !context.buffer[next].flags.contains(.sentenceStart),
      reader.forms.isListed(first, in: context)
        || context.morphology.analyses(of: context.buffer[first].word).contains(where: {
          $0.origin == .dictionary && $0.score > 300
            && context.morphology.grammemes(of: $0).contains([.Name, .nomn])
        })
    else { return false }
    let word = context.buffer[next].word
    return !context.morphology.isKnown(word)
      || context.morphology.allGrammemes(of: word).intersects([.Surn, .Patr, .Name])
  }

  /// «Вермонт», «Юта», unlike «Вирджиния»: no person is called so, though the dictionary has the
  /// word as something else too.
  private func isNobody(_ token: Int, _ context: KindContext) -> Bool {
    !context.opensSentence(token)
      && context.morphology.allGrammemes(of: context.buffer[token].word)
        .isDisjoint(with: [.Name, .Surn, .Patr])
  }

  /// A country that is also a given name or another word: is it neither here?
  private func standsAlone(_ token: Int, _ context: KindContext) -> Bool {
    if context.opensSentence(token) {
      let other: Grammemes = [.NPRO, .Apro, .PREP, .CONJ, .PRCL, .ADVB, .VERB]
      if context.morphology.allGrammemes(of: context.buffer[token].word).intersects(other) {
        return false
      }
    }
    let next = token + 1
    guard next < context.buffer.count, context.buffer[next].shape == .title,
      context.buffer[next].flags.contains(.cyrillic),
      !context.buffer[next].flags.contains(.sentenceStart)
    else { return true }
    let word = context.buffer[next].word
    return context.morphology.isKnown(word)
      && context.morphology.allGrammemes(of: word).isDisjoint(with: [.Surn, .Patr])
  }

  /// «село Мичурино», «Аккольский район», «улица Абая».
  private func classified(
    _ entry: Int, _ name: Range<Int>?, _ tokens: Range<Int>, _ context: KindContext
  ) -> MentionValue? {
    let type = PlaceType(rawValue: classes.text(entry: entry, column: classType)) ?? .other
    guard let name else {
      return .place(Place(name: context.nominative(of: tokens), type: type))
    }
    // The dot of «с. Мичурино» tells it from the preposition.
    if classes.text(entry: entry, column: classOrder) == "dot",
      !hasDot(tokens.lowerBound, context)
    {
      return nil
    }
    // «Г. Лопатин» is a person.
    if context.buffer[tokens.lowerBound].shape == .initial { return nil }
    // «глава полуострова Сергей Аксенов»: a person behind a common noun.
    if type != .street, isPerson(name, context) { return nil }
    // «города Иванова Александр Кузьмин», «провинции Хэйлунцзян Китайской Народной Республики»
    if name.count == 2, name.upperBound < context.buffer.count,
      context.buffer[name.upperBound].shape == .title,
      context.morphology.allGrammemes(of: context.buffer[name.lowerBound + 1].word)
        .intersects(.Name.union(.ADJF))
    {
      let tokens = tokens.lowerBound..<(name.lowerBound + 1)
      context.matcher.resize(to: tokens)
      return classified(entry, name.lowerBound..<tokens.upperBound, tokens, context)
    }
    if type == .city, let known = knownTown(name, context) { return .place(known) }
    let text = context.nominative(of: name)
    let long = classes.text(entry: entry, column: classLong)
    switch type {
    case .city, .country, .region, .district, .water:
      return .place(Place(name: text, type: type))
    case .street, .other:
      let head = tokens.lowerBound..<name.lowerBound
      let own = context.nominative(of: head)
      let noun = long.isEmpty ? own.prefix(1).lowercased() + own.dropFirst() : long
      return .place(Place(name: "\(noun) \(context.text(of: name))", type: type))
    }
  }
}

/// A word list of places with their canonical names.
private struct PlaceList {
  struct Row {
    var place: Place
    /// Written in quotation marks in the list: matched in capitals alone.
    var isAbbreviation: Bool
    /// «сектор Газа», «область Абай».
    var startsSmall: Bool
  }

  let rows: [Row]

  init(_ lexicon: CompiledLexicon) {
    let name = lexicon.column("name")!
    let code = lexicon.column("code")!
    let type = lexicon.column("type")!
    rows = (0..<lexicon.count).map { entry in
      let iso = lexicon.text(entry: entry, column: code)
      let form = lexicon.text(entry: entry, column: 0)
      return Row(
        place: Place(
          name: lexicon.text(entry: entry, column: name),
          type: PlaceType(rawValue: lexicon.text(entry: entry, column: type)) ?? .other,
          code: iso.isEmpty ? nil : iso),
        isAbbreviation: form.utf8.first == UInt8(ascii: "\""),
        startsSmall: form.first.map { $0.isLowercase } ?? false)
    }
  }
}
