/// What guesser.tsv says: prefixes, models, first parts of adverbs.
struct GuesserParts: Sendable {
  private(set) var prefixes: Set<[UInt8]> = []
  private(set) var longestPrefix = 0
  private(set) var adverbs: [[UInt8]: [[UInt8]]] = [:]
  private(set) var indeclinableEndings: [[UInt8]] = []
  /// Those of a name that does not inflect.
  private(set) var indeclinable: [LexiconLayout.Entry] = []
  /// Endings of names that follow a model, with its entries.
  private(set) var endings: [(ending: [UInt8], entries: [LexiconLayout.Entry])] = []
  /// The dictionary's entries of an abbreviation that does not inflect.
  private(set) var abbreviation: [LexiconLayout.Entry] = []

  init(lexicon: Lexicon) {
    for row in WordList.guesser.rows where row.count >= 2 {
      let text = Array(row[1].utf8)
      switch row[0] {
      case "prefix":
        prefixes.insert(text)
        longestPrefix = max(longestPrefix, text.count)
      case "adverb":
        adverbs[text] = row[2].split(separator: " ").map { Array($0.utf8) }
      case "indeclinable":
        indeclinableEndings.append(text)
        indeclinable = Array(row[2].utf8).withUnsafeBufferPointer { lexicon.entries(ofForm: $0) }
      case "ending":
        let entries = Array(row[2].utf8).withUnsafeBufferPointer { lexicon.entries(ofForm: $0) }
        endings.append((text, entries))
      case "model":
        abbreviation = Array(row[2].utf8).withUnsafeBufferPointer { lexicon.entries(ofForm: $0) }
      default: preconditionFailure("guesser.tsv: no kind '\(row[0])'")
      }
    }
  }
}

extension Lexicon {
  /// The entries of a form, best first.
  func entries(ofForm bytes: UnsafeBufferPointer<UInt8>) -> [LexiconLayout.Entry] {
    var place = firstEntry(ofForm: bytes)
    guard place >= 0 else { return [] }
    var entries: [LexiconLayout.Entry] = []
    while true {
      entries.append(entry(at: place))
      if entry(at: place).isLast { return entries }
      place += 1
    }
  }

  /// Place of the first guess for the longest known ending of `bytes`; −1 if there is none.
  func firstGuess(ofForm bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var node: UInt32 = 0
    var found = -1
    var place = bytes.count
    while place > 0 {
      var code = 0
      if place > 1, bytes[place - 2] & 0xFC == 0xD0 {
        code = Int(codes[128 + (Int(bytes[place - 2] & 3) << 6 | Int(bytes[place - 1] & 0x3F))])
        place -= 2
      } else if bytes[place - 1] < 0x80 {
        code = Int(codes[Int(bytes[place - 1])])
        place -= 1
      }
      guard code != 0 else { return found }
      let unit = guessUnits[Int(node) ^ code]
      guard Int(unit & LexiconLayout.noLabel) == code else { return found }
      node = unit >> LexiconLayout.labelBits
      let leaf = guessUnits[Int(node)]
      if leaf & LexiconLayout.noLabel == 0 { found = Int(leaf >> LexiconLayout.labelBits) }
    }
    return found
  }

  func guess(at place: Int) -> LexiconLayout.Entry { LexiconLayout.Entry(raw: guessTable[place]) }
}
