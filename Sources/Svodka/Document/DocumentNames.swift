import RussianMorphology
import RussianText
import TextRules

/// What one sentence makes sure helps in the others: a family name that stands with its given name
/// is found alone, a company's name without its legal form and quotation marks; doubtful names
/// that nothing confirms are taken back.
struct DocumentNames: Sendable {
  private let forms: NameForms
  private let person: Int?
  private let organization: Int?
  private let place: Int?
  /// The rules that take a word of the dictionary or a part of it for an organization's name.
  private let guesses: Set<Int>
  private let people: PersonReader
  private let defined: DefinedNames
  /// «в», «из»: what stands before a place.
  private let inside: Set<[UInt8]>
  /// «автомобиль», «газопровод»: what Latin names are given to besides companies.
  private let things: CompiledLexicon?
  /// «director», «chairman»
  private let posts: Set<[UInt8]>

  init(rules: CompiledRules) {
    forms = rules.table(NameForms.init)
    person = rules.kindNumber(MentionKind.person.rawValue)
    organization = rules.kindNumber(MentionKind.organization.rawValue)
    place = rules.kindNumber(MentionKind.place.rawValue)
    people = rules.table(PersonReader.init)
    defined = DefinedNames(rules: rules)
    things = rules.lexicon("organization", "own-thing")
    let post = rules.lexicon("organization", "latin-title")!
    posts = Set(
      (0..<post.count).map {
        post.text(entry: $0, column: 0).utf8.filter { $0 != UInt8(ascii: "\"") }
      })
    let prepositions = rules.lexicon("person", "inside")!
    inside = Set(
      (0..<prepositions.count).map {
        prepositions.text(entry: $0, column: 0).utf8.filter { $0 != UInt8(ascii: "\"") }
      })
    let names: Set = ["organization.dictionary-name", "organization.made-of-parts"]
    guesses = Set((0..<rules.ruleCount).filter { names.contains(rules.ruleName($0)) })
  }

  /// A name that the document makes sure, and the record that shows it.
  fileprivate struct Sure {
    var value: MentionValue
    var kind: Int
    var rule: Int
  }

  /// The sure names by their folded nominative, and what their first letters are.
  struct Known {
    fileprivate var names: [FoldedName: Sure] = [:]
    fileprivate var starts: Set<UInt32> = []
    fileprivate var givenStarts: Set<UInt32> = []
    /// The given names that stand with a family name.
    fileprivate var givens: [FoldedName: GivenNames] = [:]

    /// Given names of people named in full.
    fileprivate var alone: [FoldedName: Sure] = [:]

    /// Adds what another text of the document, its headline, makes sure.
    fileprivate mutating func add(_ other: Known) {
      names.merge(other.names) { own, _ in own }
      starts.formUnion(other.starts)
      givenStarts.formUnion(other.givenStarts)
      for (family, names) in other.givens { givens[family, default: GivenNames()].formUnion(names) }
      alone.merge(other.alone) { own, _ in own }
    }

    fileprivate mutating func addGiven(
      _ name: FoldedName, _ person: Person, _ record: MatchedRecord, _ rule: Int
    ) {
      guard name.bytes.count >= 8, !name.bytes.contains(UInt8(ascii: " ")), alone[name] == nil else {
        return
      }
      alone[name] = Sure(value: .person(person), kind: record.kind, rule: rule)
      givenStarts.insert(DocumentNames.start(of: name.bytes[...]))
    }

    fileprivate mutating func add(_ name: FoldedName, _ sure: Sure) {
      guard name.bytes.count >= 4 else { return }
      if names[name] == nil { names[name] = sure }
      if name.bytes.contains(UInt8(ascii: " ")) { return }
      starts.insert(DocumentNames.start(of: name.bytes[...]))
    }
  }

  private static func start(of bytes: some Collection<UInt8>) -> UInt32 {
    bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// The names that a text makes sure, for another that it belongs to.
  func sureNames(in context: KindContext) -> Known {
    var known = Known()
    collect(into: &known, context)
    // A headline has few words around a name: of people only those named in full count.
    known.names = known.names.filter { name, sure in
      if case .person = sure.value { known.givens[name] != nil } else { true }
    }
    return known
  }

  /// Takes doubtful records back and adds those that the sure ones show.
  ///
  /// - Parameter title: What the headline makes sure.
  /// - Complexity: O(*n*) in the number of tokens.
  func settle(in context: KindContext, title: Known? = nil) {
    var known = Known()
    var covered = [Bool](repeating: false, count: context.buffer.count)
    withdrawTwins(context)
    collect(into: &known, context)
    if let title { known.add(title) }
    if !known.alone.isEmpty { readGivens(known, context) }
    if !known.givens.isEmpty { withdrawNamesakes(known, context) }
    judge(known, &covered, context)
    if !known.names.isEmpty { find(known, covered, context) }
    addTwins(covered, context)
    defined.add(in: context)
  }

  // MARK: Twins

  /// «Уолтер Меррикс (Walter Merrics)» names the person a second time.
  private func addTwins(_ covered: [Bool], _ context: KindContext) {
    guard let person else { return }
    for index in 0..<context.matcher.recordCount {
      let record = context.matcher.record(index)
      guard record.kind == person,
        let latin = latinTwin(after: record.tokens.upperBound, covered, context)
      else { continue }
      guard case .person(let known) = context.values[record.payload] else { continue }
      let family = (latin.upperBound - 1)..<latin.upperBound
      let given = latin.lowerBound..<family.lowerBound
      let twin = Person(
        family: context.text(of: family), given: given.isEmpty ? nil : context.text(of: given),
        gender: known.gender)
      let payload = context.keep(.person(twin), rule: context.ruleNumbers[record.payload])
      context.matcher.add(MatchedRecord(kind: person, payload: payload, tokens: latin))
    }
  }

  /// The Latin words in the bracket that opens at a token, quotation marks and dots aside.
  private func latinTwin(
    after token: Int, _ covered: [Bool], _ context: KindContext
  ) -> Range<Int>? {
    var start = token
    guard start < context.buffer.count,
      context.buffer.bytes(of: start).elementsEqual([UInt8(ascii: "(")])
    else { return nil }
    start += 1
    while start < context.buffer.count, start < token + 5,
      context.buffer[start].kind == .punctuation || context.buffer[start].shape == .lower
    { start += 1 }
    var end = start
    // «Meijer de Haan»: particles stand in the middle.
    while end < context.buffer.count, end < start + 6, !covered[end],
      context.buffer[end].flags.contains(.latin),
      context.isCapitalized(end) || end > start && people.isParticle(end, context)
    { end += 1 }
    guard end - start >= 2, end < context.buffer.count, context.isCapitalized(end - 1),
      !(start..<end).contains(where: { isPost($0, context) })
    else { return nil }
    return context.buffer[end].kind == .punctuation ? start..<end : nil
  }

  /// «(Managing Director)»: what the person is, and no name.
  private func isPost(_ token: Int, _ context: KindContext) -> Bool {
    posts.contains(Array(context.morphology.words.normalForm(of: context.buffer[token].word)))
  }

  // MARK: What is sure

  private func collect(into known: inout Known, _ context: KindContext) {
    for index in 0..<context.matcher.recordCount {
      let record = context.matcher.record(index)
      guard record.kind == person || record.kind == organization || record.kind == place,
        !context.doubtful.contains(record.payload)
      else { continue }
      let rule = context.ruleNumbers[record.payload]
      switch context.values[record.payload] {
      case .person(let person):
        if let given = person.given, !PersonMerger.isInitial(given), person.family != nil {
          known.addGiven(FoldedName(given), Person(given: given, gender: person.gender), record, rule)
        }
        guard let family = person.family else { continue }
        if let given = person.given, !PersonMerger.isInitial(given) {
          known.givens[FoldedName(family), default: GivenNames()].insert(FoldedName(given))
        }
        let bare = Person(family: family, gender: person.gender)
        known.add(FoldedName(family), Sure(value: .person(bare), kind: record.kind, rule: rule))
      case .organization(var organization):
        organization.legalForm = nil
        known.add(
          FoldedName(organization.name),
          Sure(value: .organization(organization), kind: record.kind, rule: rule))
      case .place(let place) where record.tokens.count > 1 && place.type == .city:
        known.add(
          FoldedName(place.name), Sure(value: .place(place), kind: record.kind, rule: rule))
      default: break
      }
    }
  }

  /// «Юлию» is Юлия where the document names Юлия in full.
  private func readGivens(_ known: Known, _ context: KindContext) {
    for index in 0..<context.matcher.recordCount {
      let record = context.matcher.record(index)
      guard record.kind == person, record.tokens.count == 1,
        case .person(let person) = context.values[record.payload], person.patronymic == nil,
        person.family == nil || person.given == nil,
        person.family.map({ known.givens[FoldedName($0)] == nil }) ?? true,
        let sure = foundGiven(record.tokens.lowerBound, known, context)
      else { continue }
      context.values[record.payload] = sure.value
    }
  }

  /// «Мингазов», «Овьедо»: a word taken for a company or a town is a person's family name where
  /// the document names the person in full.
  private func withdrawNamesakes(_ known: Known, _ context: KindContext) {
    for index in 0..<context.matcher.recordCount {
      let record = context.matcher.record(index)
      let token = record.tokens.lowerBound
      guard record.tokens.count == 1, record.kind == organization || record.kind == place,
        context.buffer[token].shape == .title, !context.isQuoted(record.tokens)
      else { continue }
      switch context.values[record.payload] {
      case .organization where guesses.contains(context.ruleNumbers[record.payload]): break
      case .place(let place) where place.type == .city && place.code == nil:
        guard token == 0 || !isInside(token - 1, context) else { continue }
      default: continue
      }
      guard let sure = found(token, known, context), case .person(let person) = sure.value,
        let family = person.family, known.givens[FoldedName(family)] != nil
      else { continue }
      context.matcher.withdraw(index)
    }
  }

  private func isInside(_ token: Int, _ context: KindContext) -> Bool {
    context.buffer[token].kind == .word
      && inside.contains(
        Array(context.morphology.words.normalForm(of: context.buffer[token].word)))
  }

  // MARK: What is doubtful

  private func judge(_ known: Known, _ covered: inout [Bool], _ context: KindContext) {
    // «Чен» of «Ким Чен Ын» is no town.
    var named: [Bool] = covered
    for index in 0..<context.matcher.recordCount {
      let record = context.matcher.record(index)
      if record.kind == person, record.tokens.count > 1 {
        for token in record.tokens { named[token] = true }
      } else if record.kind == organization, !context.doubtful.contains(record.payload) {
        // Nor is «Тобыл» of «Тобыл Моторс».
        let quotes = record.tokens.filter { context.isQuote($0) }
        // «Эйр Астана» without the quotation marks around it
        if quotes.isEmpty, record.tokens.count > 1, context.isQuoted(record.tokens) {
          for token in record.tokens { named[token] = true }
        }
        guard let first = quotes.first, let last = quotes.last else { continue }
        for token in first...last { named[token] = true }
      }
    }
    let starts = (0..<context.matcher.recordCount).map {
      context.matcher.record($0).tokens.lowerBound
    }
    let order = starts.indices.sorted { starts[$0] < starts[$1] }
    // Where the last organization in quotation marks ends: «Союзмолоко» and …
    var quotedEnd = -1
    for index in order {
      let record = context.matcher.record(index)
      guard record.kind == person || record.kind == organization || record.kind == place else {
        continue
      }
      if record.kind == place, record.tokens.allSatisfy({ named[$0] }) {
        context.matcher.withdraw(index)
        continue
      }
      if context.doubtful.contains(record.payload) {
        let name = Self.name(of: context.values[record.payload])
        let confirmed = known.names[FoldedName(name)]?.kind
        // An organization needs its witness; a place yields to a person of the name.
        let stays =
          record.kind == organization
          ? confirmed == organization || goesOn(from: quotedEnd, to: record.tokens, context)
          : record.tokens.count > 1 || found(record.tokens.lowerBound, known, context)?.kind != person
        if !stays {
          context.matcher.withdraw(index)
          continue
        }
      }
      for token in record.tokens { covered[token] = true }
      if record.kind == organization {
        // «администрация Обамы»
        if record.tokens.count > 1, context.buffer[record.tokens.upperBound - 1].shape == .title,
          context.isLeader(record.tokens.upperBound - 1..<record.tokens.upperBound)
        {
          covered[record.tokens.upperBound - 1] = false
        }
        let end = record.tokens.upperBound
        if context.isQuote(end - 1) { quotedEnd = end }
        if end < context.buffer.count, context.isQuote(end) { quotedEnd = end + 1 }
      }
    }
  }

  /// «заводы «Ромашка», «Василёк» и «Незабудка»»: is the name next in a list of quoted ones?
  private func goesOn(from end: Int, to name: Range<Int>, _ context: KindContext) -> Bool {
    let quote = name.lowerBound - 1
    guard end > 0, quote > end, quote <= end + 2, context.isQuote(quote) else { return false }
    return (end..<quote).allSatisfy { token in
      context.buffer[token].kind == .punctuation
        ? context.buffer.bytes(of: token).elementsEqual([UInt8(ascii: ",")])
        : context.hasAnalysis(token, .CONJ)
    }
  }

  // MARK: Latin twins of what is no organization

  /// «Невероятный Бёрт (Incredible Bert)», «Эль-Калафате (El Calafate)»: a Latin name in brackets
  /// names what stands before them.
  private func withdrawTwins(_ context: KindContext) {
    guard let organization else { return }
    var kindAt: [Int: Int] = [:]
    for index in 0..<context.matcher.recordCount {
      let record = context.matcher.record(index)
      if context.doubtful.contains(record.payload) { continue }
      guard record.kind == person || record.kind == organization || record.kind == place else {
        continue
      }
      kindAt[record.tokens.upperBound] = record.kind
      if context.isQuote(record.tokens.upperBound), record.kind == organization {
        kindAt[record.tokens.upperBound + 1] = record.kind
      }
    }
    for index in 0..<context.matcher.recordCount {
      let record = context.matcher.record(index)
      let start = record.tokens.lowerBound
      guard record.kind == organization, start > 1,
        context.buffer[start].flags.contains(.latin),
        context.buffer.bytes(of: start - 1).elementsEqual([UInt8(ascii: "(")]),
        case .organization(let value) = context.values[record.payload], value.legalForm == nil
      else { continue }
      let before = kindAt[start - 1]
      let isQuoted = context.isQuote(start - 2)
      if before == nil ? isQuoted : before != organization { context.matcher.withdraw(index) }
    }
  }

  private static func name(of value: MentionValue) -> String {
    switch value {
    case .organization(let organization): organization.name
    case .place(let place): place.name
    default: ""
    }
  }

  // MARK: What stands bare

  private func find(_ known: Known, _ covered: [Bool], _ context: KindContext) {
    for token in 0..<context.buffer.count where !covered[token] {
      let shape = context.buffer[token].shape
      guard shape == .title || shape == .mixed || shape == .upper,
        let sure = found(token, known, context) ?? bareGiven(token, known, covered, context),
        allows(token, sure, context)
      else { continue }
      var value = sure.value
      var tokens = token..<(token + 1)
      // «Ципи Ливни», where only the family name shows in the record.
      if case .person(var person) = value, let family = person.family, token > 0,
        !covered[token - 1], context.buffer[token - 1].shape == .title,
        known.givens[FoldedName(family)]?.contains(
          formOf: FoldedName(context.buffer.text(of: token - 1))) == true
      {
        person.given = context.buffer.text(of: token - 1)
        value = .person(person)
        tokens = (token - 1)..<(token + 1)
      }
      let payload = context.keep(value, rule: sure.rule)
      context.matcher.add(MatchedRecord(kind: sure.kind, payload: payload, tokens: tokens))
    }
  }

  /// The sure given name that the word is a form of.
  private func foundGiven(_ token: Int, _ known: Known, _ context: KindContext) -> Sure? {
    let normal = context.morphology.words.normalForm(of: context.buffer[token].word)
    guard known.givenStarts.contains(Self.start(of: normal)),
      context.buffer[token].shape == .title, context.buffer[token].flags.contains(.cyrillic)
    else { return nil }
    if let sure = known.alone[FoldedName(context.buffer.text(of: token))] { return sure }
    for form in forms.forms(of: token, as: .given, in: context) {
      if let sure = known.alone[FoldedName(forms.nominative(form, of: token, in: context))] {
        return sure
      }
    }
    return nil
  }

  /// «Ксения» alone, after «Ксения Белова»; a word that stands beside another name is left.
  private func bareGiven(
    _ token: Int, _ known: Known, _ covered: [Bool], _ context: KindContext
  ) -> Sure? {
    guard let sure = foundGiven(token, known, context) else { return nil }
    let word = context.buffer[token].word
    if context.opensSentence(token), context.morphology.isKnown(word),
      !context.isCertain(token, as: .Name)
    {
      return nil
    }
    if context.isQuoted(token..<(token + 1)) { return nil }
    for neighbour in [token - 1, token + 1]
    where neighbour >= 0 && neighbour < context.buffer.count
      && context.buffer[neighbour].kind == .word && context.isCapitalized(neighbour)
      && !context.buffer[max(token, neighbour)].flags.contains(.sentenceStart)
    {
      return nil
    }
    return sure
  }

  /// The sure name that the word is a form of.
  private func found(_ token: Int, _ known: Known, _ context: KindContext) -> Sure? {
    guard context.buffer[token].kind == .word else { return nil }
    let normal = context.morphology.words.normalForm(of: context.buffer[token].word)
    guard known.starts.contains(Self.start(of: normal)) else { return nil }
    if let sure = known.names[FoldedName(context.buffer.text(of: token))] { return sure }
    guard context.buffer[token].flags.contains(.cyrillic) else { return nil }
    for form in forms.forms(of: token, as: .family, in: context) {
      if let sure = known.names[FoldedName(forms.nominative(form, of: token, in: context))] {
        return sure
      }
    }
    return nil
  }

  /// «автомобиль Daisy»: the car, though the company is named elsewhere.
  private func followsThing(_ token: Int, _ context: KindContext) -> Bool {
    guard let things else { return false }
    var follows = false
    context.forEachEntry(of: things, in: max(0, token - 3)..<token) { range, _ in
      if range.upperBound == token { follows = true }
    }
    return follows
  }

  /// «A380»
  private func isModel(_ token: Int, _ context: KindContext) -> Bool {
    context.buffer[token].flags.contains(.digit) && context.buffer[token].shape == .upper
  }

  /// A common word with a capital is a name inside a sentence alone.
  private func allows(_ token: Int, _ sure: Sure, _ context: KindContext) -> Bool {
    if sure.kind == organization, context.buffer[token].flags.contains(.latin),
      followsThing(token, context) || isModel(token, context)
    {
      return false
    }
    let word = context.buffer[token].word
    let names: Grammemes = [.Name, .Surn, .Patr, .Geox, .Orgn]
    guard context.opensSentence(token), context.morphology.isKnown(word) else { return true }
    if context.buffer[token].shape == .upper { return true }
    return context.morphology.allGrammemes(of: word).intersects(names)
  }
}
