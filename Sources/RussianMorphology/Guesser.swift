import RussianText

/// Finds the readings of one form: the dictionary's, else by word formation and analogy.
struct Guesser {
  struct Reading {
    /// Negative where the word has none.
    var paradigm: Int
    var form: Int
    var yoMask: Int
    var tag: TagID
    var score: UInt16
    var origin: Analysis.Origin
  }

  let lexicon: Lexicon
  private let parts: GuesserParts
  private let firstSpecialTag: TagID
  private(set) var wasKnown = false
  private var readings: [Reading] = []

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    parts = GuesserParts(lexicon: lexicon)
    firstSpecialTag = lexicon.firstSpecialTag
  }

  /// The tags of ``Lexicon/specialTags`` by their place there.
  private enum Special: TagID {
    case latin = 0, punctuation, number, roman, unknown, symbol
  }

  private func tag(_ special: Special) -> TagID { firstSpecialTag + special.rawValue }

  mutating func analyze(
    _ normal: UnsafeBufferPointer<UInt8>, shape: TokenShape, _ body: (Reading) -> Void
  ) {
    readings.removeAll(keepingCapacity: true)
    wasKnown = addDictionary(normal, prefixLength: 0, origin: .dictionary)
    if !wasKnown { addGuesses(normal, shape) }
    if readings.isEmpty { readings.append(unknown) }
    weighShape(shape)
    for reading in readings { body(reading) }
  }

  private var unknown: Reading {
    Reading(
      paradigm: -1, form: 0, yoMask: 0, tag: tag(.unknown), score: 1000, origin: .guess)
  }

  // MARK: Word formation

  /// Adds the dictionary's readings of what follows the first `prefixLength` bytes.
  private mutating func addDictionary(
    _ normal: UnsafeBufferPointer<UInt8>, prefixLength: Int, origin: Analysis.Origin,
    where isWanted: (Grammemes) -> Bool = { _ in true }
  ) -> Bool {
    let rest = UnsafeBufferPointer(rebasing: normal[prefixLength...])
    var place = lexicon.firstEntry(ofForm: rest)
    guard place >= 0 else { return false }
    let before = readings.count
    while true {
      let entry = lexicon.entry(at: place)
      let form = lexicon.form(entry.form, ofParadigm: entry.paradigm)
      let fits = prefixLength == 0 || form.prefix == 0
      if fits, isWanted(lexicon.grammemes(of: TagID(form.tag))) {
        append(entry, origin: origin)
      }
      if entry.isLast { return readings.count > before }
      place += 1
    }
  }

  private mutating func append(_ entry: LexiconLayout.Entry, origin: Analysis.Origin) {
    let form = lexicon.form(entry.form, ofParadigm: entry.paradigm)
    readings.append(
      Reading(
        paradigm: entry.paradigm, form: entry.form, yoMask: entry.yoMask, tag: TagID(form.tag),
        score: UInt16(entry.weight * 1000 / 63), origin: origin))
  }

  private mutating func addGuesses(_ normal: UnsafeBufferPointer<UInt8>, _ shape: TokenShape) {
    let hyphen = normal.lastIndex(of: 0x2D)
    if let hyphen, hyphen > 0, hyphen + 1 < normal.count, addCompound(normal, hyphen) {
      wasKnown = true
      return
    }
    if shape != .upper, addPrefixed(normal) { return }
    if shape == .upper, hyphen == nil, normal.count <= 10 || !Self.hasVowel(normal) {
      for entry in parts.abbreviation { append(entry, origin: .guess) }
      if normal.count <= 6 { return }
    }
    if shape == .title || shape == .upper,
      let name = parts.endings.first(where: { Self.ends(normal, with: $0.ending) })
    {
      for entry in name.entries { append(entry, origin: .guess) }
      return
    }
    if shape == .title,
      parts.indeclinableEndings.contains(where: { Self.ends(normal, with: $0) })
    {
      for entry in parts.indeclinable { append(entry, origin: .guess) }
    }
    if shape == .lower, addAfterUnknownPrefix(normal) { return }
    addAnalogies(normal)
  }

  /// "стратовулкан": the longest known noun or adjective that the word ends in, five letters at least.
  private mutating func addAfterUnknownPrefix(_ normal: UnsafeBufferPointer<UInt8>) -> Bool {
    var length = 6
    while normal.count - length >= 10 {
      if normal[length] & 0xC0 != 0x80 {
        let found = addDictionary(normal, prefixLength: length, origin: .guess) {
          $0.intersects([.NOUN, .ADJF]) && $0.isDisjoint(with: Self.names)
        }
        if found { return true }
      }
      length += 1
    }
    return false
  }

  /// "экс-министра", "казахстанско-китайский", "14-летний", "2017-го", "по-казахстански".
  private mutating func addCompound(_ normal: UnsafeBufferPointer<UInt8>, _ hyphen: Int) -> Bool {
    let first = UnsafeBufferPointer(rebasing: normal[..<hyphen])
    let rest = UnsafeBufferPointer(rebasing: normal[(hyphen + 1)...])
    let open: Grammemes = [.NOUN, .ADJF, .ADJS, .PRTF, .ADVB]
    if first.last.map({ $0 &- 0x30 <= 9 }) == true { return addAfterFigures(normal, hyphen) }
    if let endings = parts.adverbs[Array(first)],
      endings.contains(where: { Self.ends(rest, with: $0) })
    {
      readings.append(
        Reading(
          paradigm: -1, form: 0, yoMask: 0, tag: lexicon.adverbTag, score: 1000, origin: .guess))
      return true
    }
    return addDictionary(normal, prefixLength: hyphen + 1, origin: .guess) { $0.intersects(open) }
  }

  /// What follows figures is a word of its own ("летний"), or the ending of an ordinal, for which
  /// the dictionary has the numbers up to twenty and the tens.
  private mutating func addAfterFigures(
    _ normal: UnsafeBufferPointer<UInt8>, _ hyphen: Int
  ) -> Bool {
    let open: Grammemes = [.NOUN, .ADJF, .ADJS]
    if normal.count - hyphen > 7 {
      return addDictionary(normal, prefixLength: hyphen + 1, origin: .guess) {
        $0.intersects(open)
      }
    }
    for figures in [2, 1] where hyphen >= figures {
      if addDictionary(
        normal, prefixLength: hyphen - figures, origin: .guess, where: { $0.contains(.ADJF) })
      {
        return true
      }
    }
    return false
  }

  private mutating func addPrefixed(_ normal: UnsafeBufferPointer<UInt8>) -> Bool {
    let open: Grammemes = [.NOUN, .ADJF, .ADJS, .VERB, .INFN, .PRTF, .PRTS, .GRND, .ADVB]
    var length = min(parts.longestPrefix, normal.count - 8)
    while length >= 4 {
      if normal[length] & 0xC0 != 0x80, parts.prefixes.contains(Array(normal[..<length])) {
        let found = addDictionary(normal, prefixLength: length, origin: .guess) {
          $0.intersects(open) && $0.isDisjoint(with: Self.names)
        }
        if found { return true }
      }
      length -= 1
    }
    return false
  }

  private mutating func addAnalogies(_ normal: UnsafeBufferPointer<UInt8>) {
    var place = lexicon.firstGuess(ofForm: normal)
    guard place >= 0 else { return }
    while true {
      let entry = lexicon.guess(at: place)
      let form = lexicon.form(entry.form, ofParadigm: entry.paradigm)
      if lexicon.suffix(form.suffix).count + 2 < normal.count { append(entry, origin: .guess) }
      if entry.isLast { return }
      place += 1
    }
  }

  // MARK: Shape

  private static var names: Grammemes { [.Name, .Surn, .Patr, .Geox, .Orgn, .Trad] }

  /// Small letters speak against a name; a capital speaks for one where the word is a guess.
  private mutating func weighShape(_ shape: TokenShape) {
    guard readings.count > 1 else { return }
    for index in readings.indices {
      let grammemes = lexicon.grammemes(of: readings[index].tag)
      let isName = grammemes.intersects(Self.names) && grammemes.isDisjoint(with: .Abbr)
      let isGuess = readings[index].origin == .guess
      var score = Int(readings[index].score)
      switch shape {
      case .lower, .none: if isName { score = isGuess ? 0 : score / 10 }
      case .title, .mixed:
        guard isGuess, !wasKnown else { break }
        if grammemes.contains(.plur) { score /= grammemes.contains(.gent) ? 20 : 4 }
        score = isName ? score * 3 : score / (grammemes.contains(.NOUN) ? 1 : 20)
      case .upper, .initial: break
      }
      readings[index].score = UInt16(min(1000, score))
    }
    // Insertion sort: short, and readings of one score keep their order.
    for index in readings.indices.dropFirst() {
      var place = index
      while place > 0, readings[place - 1].score < readings[place].score {
        readings.swapAt(place - 1, place)
        place -= 1
      }
    }
  }

  // MARK: Bytes

  private static func ends(_ bytes: UnsafeBufferPointer<UInt8>, with ending: [UInt8]) -> Bool {
    bytes.count > ending.count && bytes.suffix(ending.count).elementsEqual(ending)
  }

  /// Whether a Russian vowel is among the letters, by their code points in UTF-8.
  private static func hasVowel(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    while place + 1 < bytes.count {
      switch (bytes[place], bytes[place + 1]) {
      case (0xD0, 0xB0), (0xD0, 0xB5), (0xD0, 0xB8), (0xD0, 0xBE), (0xD1, 0x83), (0xD1, 0x8B),
        (0xD1, 0x8D), (0xD1, 0x8E), (0xD1, 0x8F):
        return true
      default: place += bytes[place] < 0x80 ? 1 : 2
      }
    }
    return false
  }

  // MARK: Other tokens

  /// The readings of a token that is no Cyrillic word.
  func analyzeByKind(
    _ kind: TokenKind, _ normal: UnsafeBufferPointer<UInt8>, shape: TokenShape,
    _ body: (TagID, UInt16) -> Void
  ) {
    switch kind {
    case .word:
      if shape == .upper || shape == .initial, Self.isRoman(normal) {
        body(tag(.roman), 700)
        body(tag(.latin), 300)
      } else {
        body(tag(.latin), 1000)
      }
    case .number: body(tag(.number), 1000)
    case .punctuation: body(tag(.punctuation), 1000)
    case .symbol: body(tag(.symbol), 1000)
    case .url, .email, .hashtag, .username: body(tag(.latin), 1000)
    }
  }

  private static func isRoman(_ normal: UnsafeBufferPointer<UInt8>) -> Bool {
    normal.allSatisfy { "ivxlcdm".utf8.contains($0) }
  }
}
