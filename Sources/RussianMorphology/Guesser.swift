import RussianText

/// Finds the readings of one form: the dictionary's, else by analogy.
struct Guesser {
  struct Reading {
    var paradigm: Int
    var form: Int
    var yoMask: Int
    var tag: TagID
    var score: UInt16
    var origin: Analysis.Origin
  }

  let lexicon: Lexicon
  private let firstSpecialTag: TagID
  private(set) var wasKnown = false
  private var readings: [Reading] = []

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    firstSpecialTag = lexicon.firstSpecialTag
  }

  mutating func analyze(
    _ normal: UnsafeBufferPointer<UInt8>, shape: TokenShape, _ body: (Reading) -> Void
  ) {
    readings.removeAll(keepingCapacity: true)
    wasKnown = addDictionary(normal, shape)
    if !wasKnown { addGuesses(normal, shape) }
    if readings.isEmpty { readings.append(unknown) }
    for reading in readings { body(reading) }
  }

  private var unknown: Reading {
    Reading(
      paradigm: -1, form: 0, yoMask: 0, tag: firstSpecialTag + 4, score: 1000, origin: .guess)
  }

  private mutating func addDictionary(
    _ normal: UnsafeBufferPointer<UInt8>, _ shape: TokenShape
  ) -> Bool {
    var place = lexicon.firstEntry(ofForm: normal)
    guard place >= 0 else { return false }
    while true {
      let entry = lexicon.entry(at: place)
      let form = lexicon.form(entry.form, ofParadigm: entry.paradigm)
      readings.append(
        Reading(
          paradigm: entry.paradigm, form: entry.form, yoMask: entry.yoMask, tag: TagID(form.tag),
          score: UInt16(entry.weight * 1000 / 63), origin: .dictionary))
      if entry.isLast { return true }
      place += 1
    }
  }

  private mutating func addGuesses(_ normal: UnsafeBufferPointer<UInt8>, _ shape: TokenShape) {
  }

  /// The readings of a token that is no Cyrillic word.
  func analyzeByKind(
    _ kind: TokenKind, _ normal: UnsafeBufferPointer<UInt8>, shape: TokenShape,
    _ body: (TagID, UInt16) -> Void
  ) {
    switch kind {
    case .word:
      if shape == .upper || shape == .initial, Self.isRoman(normal) {
        body(firstSpecialTag + 3, 700)
        body(firstSpecialTag, 300)
      } else {
        body(firstSpecialTag, 1000)
      }
    case .number: body(firstSpecialTag + 2, 1000)
    case .punctuation: body(firstSpecialTag + 1, 1000)
    case .symbol: body(firstSpecialTag + 5, 1000)
    case .url, .email, .hashtag, .username: body(firstSpecialTag, 1000)
    }
  }

  private static func isRoman(_ normal: UnsafeBufferPointer<UInt8>) -> Bool {
    normal.allSatisfy { "ivxlcdm".utf8.contains($0) }
  }
}
