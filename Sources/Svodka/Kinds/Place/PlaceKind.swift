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
    reader = rules.table(PersonReader.init)
  }

  func value(of match: borrowing Match, in context: KindContext) -> MentionValue? {
    let tokens = match.tokens
    if let list = match.field("list").flatMap({ lists[$0] }), let entry = match.entry("name") {
      return listed(list, entry, tokens, match.field("ambiguous") != nil, context)
    }
    if match.field("how") == "sure" {
      guard let sure = match.range("sure"), !context.isQuoted(tokens), !isPerson(tokens, context)
      else { return nil }
      return knownTown(sure, context).map { .place($0) }
    }
    if let entry = match.entry("class") {
      return classified(entry, match.range("name"), tokens, context)
    }
    if context.isQuoted(tokens) { return nil }
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
    let cases = reader.casesGoverned(by: token - 1, context) & 0b100010
    let names = reader.forms.forms(of: token, as: .family, in: context)
      .filter { $0.gender & NameForms.male != 0 && $0.cases & cases != 0 && $0.analysis == nil }
      .sorted { a, b in a.score > b.score }
      .map { reader.forms.nominative($0, of: token, in: context) }
    return names.first { $0 != own } ?? context.nominative(of: token..<(token + 1))
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
      || context.morphology.allGrammemes(of: word).intersects([.Surn, .Patr])
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
