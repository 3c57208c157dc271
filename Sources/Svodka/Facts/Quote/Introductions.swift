import RussianMorphology
import RussianText
import TextRules

/// A title as the text gives it: «министр финансов».
struct SpokenTitle: Equatable {
  /// The lemma of its noun, in small letters with е for ё.
  var head: String
  /// Its words, nominative, without a noun for the organization.
  var words: Set<String>
  /// The countries, regions and cities named with it.
  var places: Set<String>
  var organizations: Set<String>
  /// «бывший президент», «экс-президент»
  var isFormer = false
  /// Whether a title fits too that names no place or organization to compare with.
  var fitsAnyPlace = false

  /// Can both be titles of one person? «Министр» can be «министр финансов», and «министр обороны»
  /// cannot.
  ///
  /// - Parameter heads: Other nouns that the head stands for: «премьер» for «премьер-министр».
  func fits(_ title: SpokenTitle, heads: Set<String>) -> Bool {
    if isFormer != title.isFormer { return false }
    if !belongsWhere(title) { return false }
    if head == title.head {
      return words.isSubset(of: title.words) || title.words.isSubset(of: words)
    }
    return heads.contains(title.head)
  }

  /// «Глава Роскосмоса» is no head of a region, and a spokesman «президента России» may be one of
  /// the Kremlin.
  private func belongsWhere(_ title: SpokenTitle) -> Bool {
    let own = places.union(organizations)
    if own.isEmpty || !own.isDisjoint(with: title.places.union(title.organizations)) { return true }
    return fitsAnyPlace && (places.isEmpty || title.places.isEmpty)
      && (organizations.isEmpty || title.organizations.isEmpty)
  }
}

/// The people of a document with the titles by which it introduces them.
struct Introductions {
  private struct Person {
    /// Where the name begins.
    let token: Int
    let reference: EntityReference
    let gender: Gender?
    /// None where the name stands alone.
    let titles: [SpokenTitle]
  }

  /// Each time that a person is named, in text order.
  private var people: [Person] = []

  /// How many names are looked through for one quote: enough for any news, and a list of names
  /// without end still takes linear time.
  private static let most = 400
  /// How many words a title has at most.
  static let reach = 16

  init(_ reader: TitleReader, _ context: FactContext) {
    for record in context.records(of: .person, in: 0..<context.buffer.count) {
      guard let reference = context.reference(to: record) else { continue }
      let titles = reader.titles(before: record, context) + reader.titles(behind: record, context)
      let gender = context.entity(reference).flatMap(context.gender)
      people.append(
        Person(
          token: record.tokens.lowerBound, reference: reference, gender: gender, titles: titles))
    }
  }

  /// The nouns of the titles by which the text introduces a person.
  func heads(of person: EntityReference) -> Set<String> {
    var heads: Set<String> = []
    for other in people.prefix(Self.most) where other.reference == person {
      heads.formUnion(other.titles.map(\.head))
    }
    return heads
  }

  /// The person introduced before a place with a title that fits, of several the one who spoke last
  /// or else was named last; nil also where that sentence names two of them.
  ///
  /// - Parameters:
  ///   - teller: Who spoke last.
  ///   - isSpoken: Words of direct speech, which introduce nobody.
  func person(
    called title: SpokenTitle, standingFor heads: Set<String>, gender: Gender?,
    teller: EntityReference?, before start: Int, isSpoken: [Bool], _ context: FactContext
  ) -> EntityReference? {
    let named = people[..<index(of: start)].suffix(Self.most).filter { !isSpoken[$0.token] }
    let fitting = Set(
      named.lazy.filter { person in
        (gender == nil || person.gender == nil || person.gender == gender)
          && person.titles.contains { title.fits($0, heads: heads) }
      }.map(\.reference))
    if let teller, fitting.contains(teller) { return teller }
    var found: Person?
    for person in named.reversed() where fitting.contains(person.reference) {
      guard let last = found else {
        found = person
        continue
      }
      if person.reference == last.reference { continue }
      return context.sentence(of: last.token).contains(person.token) ? nil : last.reference
    }
    return found?.reference
  }

  /// The index of the first name that does not begin before a token.
  private func index(of token: Int) -> Int {
    var (low, high) = (0, people.count)
    while low < high {
      let middle = (low + high) / 2
      if people[middle].token < token { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Reads the titles beside a name.
struct TitleReader: Sendable {
  private let nouns: [CompiledLexicon]
  private let bodies: CompiledLexicon
  private let adjectives: CompiledLexicon
  /// The place of each entry of `adjectives`.
  private let places: [String]
  private let former: CompiledLexicon
  private let formerPrefixes: [String]

  /// - Parameters:
  ///   - nouns: Nouns that mean people here, though things can be called so too: «глава».
  ///   - bodies: Nouns for organizations, which tell titles not apart: «директор завода».
  ///   - adjectives: Adjectives of places, with the column `place`.
  ///   - former: Words before a title that is held no longer.
  ///   - formerPrefixes: What such a title begins with.
  init(
    nouns: [CompiledLexicon], bodies: CompiledLexicon, adjectives: CompiledLexicon, former: CompiledLexicon,
    formerPrefixes: CompiledLexicon
  ) {
    self.nouns = nouns
    self.bodies = bodies
    self.adjectives = adjectives
    self.former = former
    self.formerPrefixes = (0..<formerPrefixes.count).map {
      Self.folded(formerPrefixes.text(entry: $0, column: 0))
    }
    let column = adjectives.column("place")!
    places = (0..<adjectives.count).map {
      Self.folded(adjectives.text(entry: $0, column: column))
    }
  }

  /// In small letters, with е for ё.
  static func folded(_ text: some StringProtocol) -> String {
    text.lowercased().replacing("\u{451}", with: "\u{435}")
  }

  /// «министр финансов Казахстана Иван Кравчук»
  func titles(before person: MatchedRecord, _ context: FactContext) -> [SpokenTitle] {
    let name = person.tokens
    let first = context.sentence(of: name.lowerBound).lowerBound
    var start = name.lowerBound
    while start > max(first, name.lowerBound - Introductions.reach), !isBorder(start - 1, context) {
      start -= 1
    }
    var titles: [SpokenTitle] = []
    var token = start
    while token < name.lowerBound {
      guard let (noun, title) = title(at: token, in: start..<name.lowerBound, context) else {
        token += 1
        continue
      }
      // «сын министра Иван Кравчук»
      if noun < name.lowerBound, agree(noun, person, context) {
        titles.append(title)
      }
      token = max(token + 1, noun + 1)
    }
    return titles
  }

  /// «Иван Кравчук, министр финансов»
  func titles(behind person: MatchedRecord, _ context: FactContext) -> [SpokenTitle] {
    let comma = person.tokens.upperBound
    guard comma + 1 < context.buffer.count,
      context.isComma(comma) || context.isSign(comma, UInt8(ascii: "(")),
      context.sentence(of: person.tokens.lowerBound).contains(comma)
    else { return [] }
    let end = min(context.sentence(of: comma).upperBound, comma + 1 + Introductions.reach)
    let phrase = context.parts(of: comma + 1..<max(end, comma + 1)).first ?? comma..<comma
    for token in phrase.prefix(3) {
      guard let (noun, title) = title(at: token, in: phrase, context) else { continue }
      return agree(noun, person, context) ? [title] : []
    }
    return []
  }

  /// Can the title and the name stand in one case? A name that stands there as the document's own
  /// name for the person is a nominative, whatever the dictionary takes it for.
  private func agree(_ noun: Int, _ person: MatchedRecord, _ context: FactContext) -> Bool {
    if context.shareCase(noun, person.tokens, isOne: true) { return true }
    return context.kinds.hasAnalysis(noun, [.NOUN, .nomn, .sing])
      && context.kinds.text(of: person.tokens) == context.reference(to: person)?.name
  }

  /// The title that begins at a token, and its noun.
  func title(
    at token: Int, in phrase: Range<Int>, _ context: FactContext
  ) -> (noun: Int, title: SpokenTitle)? {
    let kinds = context.kinds
    if let kind = kinds.matcher.rules.kindNumber(MentionKind.position.rawValue),
      let record = kinds.matcher.record(kind: kind, at: token),
      case .position(let position) = context.value(of: record),
      let noun = context.head(of: record.tokens), phrase.contains(noun)
    {
      var words = Set(Self.folded(position.name).split(separator: " ").map(String.init))
      kinds.forEachEntry(of: bodies, in: record.tokens) { tokens, _ in
        for token in tokens { words.remove(Self.folded(kinds.text(of: token..<token + 1))) }
      }
      let head = lemma(of: noun, kinds)
      return (noun, title(head, words, at: record.tokens, in: phrase, context))
    }
    guard context.buffer[token].shape == .lower || kinds.opensSentence(token),
      meansPerson(token, context),
      !kinds.hasAnalysis(token, .Surn), !kinds.hasAnalysis(token, .Name)
    else { return nil }
    let head = lemma(of: token, kinds)
    return (token, title(head, [head], at: token..<token + 1, in: phrase, context))
  }

  /// - Parameter tokens: The words of the title.
  private func title(
    _ head: String, _ words: Set<String>, at tokens: Range<Int>, in phrase: Range<Int>,
    _ context: FactContext
  ) -> SpokenTitle {
    var places = names(of: .place, in: phrase, behind: tokens, context)
    let front = max(phrase.lowerBound, tokens.lowerBound - 2)..<tokens.upperBound
    context.kinds.forEachEntry(of: adjectives, in: front) { _, entry in
      places.insert(self.places[entry])
    }
    return SpokenTitle(
      head: head, words: words, places: places,
      organizations: names(of: .organization, in: phrase, behind: tokens, context),
      isFormer: isFormer(tokens, context))
  }

  /// Is the word a noun that nothing without life can be, or a title?
  func meansPerson(_ token: Int, _ context: FactContext) -> Bool {
    guard context.kinds.hasAnalysis(token, [.NOUN, .anim]) else { return false }
    return !context.kinds.hasAnalysis(token, [.NOUN, .inan])
      || nouns.contains { context.has($0, in: token..<token + 1) }
  }

  private func isFormer(_ title: Range<Int>, _ context: FactContext) -> Bool {
    let first = context.sentence(of: title.lowerBound).lowerBound
    let front = max(first, title.lowerBound - 2)..<title.upperBound
    if context.has(former, in: front) { return true }
    let text = Self.folded(context.kinds.text(of: title.lowerBound..<title.lowerBound + 1))
    return formerPrefixes.contains { text.hasPrefix($0) }
  }

  /// The places or organizations named in a title or behind it.
  private func names(
    of kind: MentionKind, in phrase: Range<Int>, behind title: Range<Int>, _ context: FactContext
  ) -> Set<String> {
    let tokens = title.lowerBound..<max(title.upperBound, phrase.upperBound)
    return Set(
      context.records(of: kind, in: tokens).compactMap {
        context.reference(to: $0).map { Self.folded($0.name) }
      })
  }

  func lemma(of token: Int, _ kinds: KindContext) -> String {
    let noun = kinds.analysis(token, [.NOUN, .anim]) ?? kinds.analysis(token, .NOUN)
    guard let noun else { return Self.folded(kinds.text(of: token..<token + 1)) }
    return String(decoding: kinds.morphology.lemma(of: noun), as: UTF8.self)
  }

  /// «заместитель директора — главный инженер Иван Кравчук»
  private func partsTitles(_ token: Int, _ context: FactContext) -> Bool {
    guard context.isDash(token) else { return false }
    return context.records(of: .position, in: max(0, token - 5)..<token).contains {
      $0.tokens.upperBound >= token
    }
  }

  /// Does no title go over the token? Punctuation, verbs and other people's names end one.
  private func isBorder(_ token: Int, _ context: FactContext) -> Bool {
    if context.buffer[token].kind == .punctuation {
      return !context.kinds.isQuote(token) && !partsTitles(token, context)
    }
    if context.buffer[token].shape == .lower, context.kinds.isVerb(token) { return true }
    return !context.records(of: .person, in: token..<token + 1).isEmpty
  }
}
