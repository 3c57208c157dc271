/// Groups a buffer's tokens into sentences and paragraphs, in one pass.
///
/// A sentence ends at a stop, an abbreviation that can end one, an emoji or a smile, if what
/// follows opens one; at a line break unless a sentence plainly runs on over it; and before a word
/// that only opens sentences (`openers.tsv`). Quotation marks and brackets are state.
struct SentenceSplitter {
  private let buffer: TokenBuffer
  private let table: CharacterTable
  private let text: UnsafePointer<UInt8>
  private let tokens: UnsafeMutablePointer<Token>
  private let count: Int
  /// Lines are cut at a width, so a single line break means nothing.
  private var isWrapped = false
  /// The first tokens of lines that go on with the line before.
  private var continued: Set<Int> = []
  private var sentence = 0
  private var openBrackets = 0
  /// The token that opened the innermost quotation, −1 outside; for a bracket likewise.
  private var quotation = -1
  private var bracket = -1

  /// How far a quotation or bracket may reach on and still hold a sentence together.
  private static let reach = 24
  /// A sentence of more tokens is given in pieces, so that work over one is bounded; the longest of
  /// 44,000 sentences of news and posts has fewer than half as many.
  static let longest = 400
  /// How many closing marks may stand behind a stop.
  private static let closersLimit = 16

  init?(buffer: TokenBuffer, table: CharacterTable) {
    guard let text = buffer.utf8.baseAddress, buffer.count > 0 else { return nil }
    self.buffer = buffer
    self.table = table
    self.text = text
    tokens = buffer.storage
    count = buffer.count
  }

  mutating func run() {
    readLines()
    var paragraph = 0
    tokens[0].flags.formUnion([.paragraphStart, .sentenceStart])
    note(0)
    var index = 0
    while true {
      index = nextLoud(after: index)
      if index == count { break }
      let token = tokens[index]
      if token.flags.contains(.lineBreakBefore), endsLine(index) {
        endSentence(index)
        buffer.addParagraph(TokenRange(start: Int32(paragraph), end: Int32(index)))
        paragraph = index
        tokens[index].flags.insert(.paragraphStart)
        (quotation, bracket, openBrackets) = (-1, -1, 0)
      } else if opensSentence(index, token) {
        endSentence(index)
      }
      if token.kind == .punctuation { note(index) }
    }
    addPieces(upTo: count)
    buffer.addSentence(TokenRange(start: Int32(sentence), end: Int32(count)))
    buffer.addParagraph(TokenRange(start: Int32(paragraph), end: Int32(count)))
  }

  /// The next token before which something may end: not a word after a word, unless a line break,
  /// an abbreviation or a word of `openers.tsv` has to do with it.
  @inline(__always)
  private func nextLoud(after index: Int) -> Int {
    // The last eight bytes of a token: word, kind, shape, flags.
    let raw = UnsafeRawPointer(tokens)
    let stride = MemoryLayout<Token>.stride
    let kind: UInt64 = 0xFF << 32
    let loudHere = kind | UInt64(TokenFlags([.lineBreakBefore, .opensSentence]).rawValue) << 48
    let loudAfter = kind | UInt64(TokenFlags.mayEndSentence.rawValue) << 48
    var index = index
    var before = raw.load(fromByteOffset: index &* stride &+ 8, as: UInt64.self)
    while true {
      index &+= 1
      if index == count { return index }
      let here = raw.load(fromByteOffset: index &* stride &+ 8, as: UInt64.self)
      if here & loudHere != 0 || before & loudAfter != 0 { return index }
      before = here
    }
  }

  /// Gives a sentence that is far too long, up to `end`, in pieces, but for the last.
  private mutating func addPieces(upTo end: Int) {
    while end - sentence > Self.longest {
      var cut = sentence + Self.longest
      // After the last comma or semicolon of the second half, where there is one.
      let half = sentence + Self.longest / 2
      while cut > half, byte(tokens[cut - 1]) != 0x2C, byte(tokens[cut - 1]) != 0x3B { cut -= 1 }
      if cut == half { cut = sentence + Self.longest }
      buffer.addSentence(TokenRange(start: Int32(sentence), end: Int32(cut)))
      buffer.cutSentences += 1
      sentence = cut
      tokens[cut].flags.insert(.sentenceStart)
    }
  }

  private mutating func endSentence(_ index: Int) {
    addPieces(upTo: index)
    buffer.addSentence(TokenRange(start: Int32(sentence), end: Int32(index)))
    sentence = index
    tokens[index].flags.insert(.sentenceStart)
  }

  // MARK: Lines

  /// Finds out which single line breaks stand in mid-sentence: most of them, or those of a block
  /// of lines that were cut at a width.
  private mutating func readLines() {
    var breaks = 0
    var runsOn = 0
    for index in 1..<max(count, 1) where tokens[index].flags.contains(.lineBreakBefore) {
      if tokens[index].flags.contains(.blankLineBefore) { continue }
      breaks += 1
      if startsSmall(tokens[index]), !isStop(tokens[index - 1]) { runsOn += 1 }
    }
    isWrapped = runsOn >= 2 && runsOn * 2 > breaks
    if runsOn > 0, !isWrapped {
      var wraps = LineWraps(buffer, startsSmall: startsSmall, isStop: isStop)
      wraps.run()
      continued = wraps.continued
    }
  }

  /// Whether the line break before the token at `index` is a border: an empty line always is.
  private func endsLine(_ index: Int) -> Bool {
    if tokens[index].flags.contains(.blankLineBefore) { return true }
    if isWrapped { return false }
    let last = tokens[index - 1]
    if isStop(last) || byte(last) == 0x3A || byte(last) == 0x3B { return true }
    return !startsSmall(tokens[index]) && !continued.contains(index) && !goesOn(over: index)
  }

  /// Whether what stands around the line break before the token at `index` belongs together: a
  /// preposition and its noun, a month and its year, thousands of something, one quoted name.
  private func goesOn(over index: Int) -> Bool {
    let last = tokens[index - 1]
    let next = tokens[index]
    if quotation > sentence, index - quotation < Self.nameLength, closesOnLine(index) { return true }
    if bracket > sentence, closesSoon(index, bracket) { return true }
    switch last.kind {
    case .word:
      guard index - 1 > sentence, let wordClass = wordClass(last) else { return false }
      switch wordClass {
      case .quote: return last.shape == .upper && isOpener(next)
      case .any: return last.shape == .lower && next.kind != .punctuation
      case .year: return last.shape == .lower && isYear(index)
      case .name: return last.shape == .lower && next.kind == .word && byte(next) < 0x80
      case .yearNoun: return false
      }
    case .punctuation:
      return next.kind == .word && index - 1 > sentence
        && (isDash(last) || byte(last) == 0x2C && isLongLine(before: index))
    default: return false
    }
  }

  private func wordClass(_ token: Token) -> LineEnds.Class? {
    LineEnds.shared.wordClass(buffer.words.normalForm(of: token.word))
  }

  /// «2016 года», «2016.», unlike «2000 тонн» or a number alone in its line.
  private func isYear(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .number, token.length == 4, !isAlone(index) else { return false }
    let start = Int(token.start)
    let century = (text[start], text[start + 1])
    guard century == (0x31, 0x39) || century == (0x32, 0x30) else { return false }
    let next = tokens[index + 1]
    return next.kind == .punctuation || next.kind == .word && wordClass(next) == .yearNoun
  }

  /// A dash that white space parts from the word before it.
  private func isDash(_ token: Token) -> Bool {
    guard token.flags.contains(.spaceBefore) else { return false }
    switch scalar(token) {
    case 0x2D, 0x2013, 0x2014, 0x2212: return true
    default: return false
    }
  }

  /// Whether the line that ends before the token at `index` is longer than lines of verse and of
  /// lists mostly are, and is no item of a list itself.
  private func isLongLine(before index: Int) -> Bool {
    var start = index - 1
    while start > 0, !tokens[start].flags.contains(.lineBreakBefore) { start -= 1 }
    guard tokens[start].kind == .word else { return false }
    let line = buffer.utf8[Int(tokens[start].start)..<Int(tokens[index - 1].end)]
    return line.count { $0 & 0xC0 != 0x80 } >= 45
  }

  /// How many tokens a quoted name has at most.
  private static let nameLength = 6

  /// Whether the quotation that is open before the token at `index` closes in its line, as a name.
  private func closesOnLine(_ index: Int) -> Bool {
    let closer = Self.closer(of: scalar(tokens[quotation]))
    var next = index
    while next < min(count, index + Self.nameLength) {
      if next > index, tokens[next].flags.contains(.lineBreakBefore) { return false }
      if tokens[next].kind == .punctuation, scalar(tokens[next]) == closer { return true }
      next += 1
    }
    return false
  }

  /// Whether the token at `index` is the whole of its line.
  private func isAlone(_ index: Int) -> Bool {
    index + 1 == count || tokens[index + 1].flags.contains(.lineBreakBefore)
  }

  // MARK: Borders within a line

  /// Whether a sentence border lies before the token at `index`.
  private func opensSentence(_ index: Int, _ token: Token) -> Bool {
    let previous = tokens[index - 1]
    switch previous.kind {
    case .word:
      if previous.flags.contains(.mayEndSentence) {
        return opensAfterAbbreviation(index) && !isHeld(index)
      }
      return token.flags.contains(.opensSentence) && opensUnmarked(index)
    case .punctuation: return mayEnd(previous) && opensAfterMark(index)
    case .symbol: return opensAfterSymbol(index)
    default: return false
    }
  }

  /// Whether a mark can stand at the end of a sentence: stops, closing marks, smiles.
  @inline(__always) private func mayEnd(_ mark: Token) -> Bool {
    let start = Int(mark.start)
    switch text[start] {
    case 0x2E, 0x21, 0x3F, 0x22, 0x27, 0x29, 0x5D: return true
    case 0x26: return mark.length > 1
    case 0x28: return mark.length > 1
    case 0xC2: return text[start &+ 1] == 0xBB
    // U+2019, U+201C, U+201D and the ellipsis
    case 0xE2:
      guard text[start &+ 1] == 0x80 else { return false }
      let last = text[start &+ 2]
      return last == 0x99 || last == 0x9C || last == 0x9D || last == 0xA6
    default: return false
    }
  }

  /// After a stop, with or without the closing marks that belong to it; after a smile of brackets.
  private func opensAfterMark(_ index: Int) -> Bool {
    var last = index - 1
    let first = max(sentence, index - Self.closersLimit)
    while last > first, isCloser(tokens[last]), !tokens[last].flags.contains(.spaceBefore) {
      last -= 1
    }
    let stop = tokens[last]
    if !isStop(stop) {
      if last < index - 1, stop.flags.contains(.mayEndSentence) {
        return opensAfterAbbreviation(index) && !isHeld(index)
      }
      return opensAfterSmile(index)
    }
    if isListMarker(last) || isHeld(index) || joinsNumbers(last, index) { return false }
    return opens(index, afterFullStop: last == index - 1 && byte(stop) == 0x2E && stop.length == 1)
  }

  /// After an emoji or emoticon, which belongs to the sentence before it.
  private func opensAfterSymbol(_ index: Int) -> Bool {
    guard isEmoji(tokens[index - 1]), !isHeld(index) else { return false }
    return opensWithCapital(index)
  }

  private func opensAfterSmile(_ index: Int) -> Bool {
    let smile = tokens[index - 1]
    guard byte(smile) == 0x29 || byte(smile) == 0x28 else { return false }
    guard smile.length > 1 || (byte(smile) == 0x29 && openBrackets < 0) else { return false }
    return opensWithCapital(index) && !isHeld(index)
  }

  private func opensAfterAbbreviation(_ index: Int) -> Bool {
    var next = index
    while next < count - 1, isOpener(tokens[next]) { next += 1 }
    return tokens[next].kind == .word && !startsSmall(tokens[next])
  }

  /// A word that only opens sentences, after a small word.
  private func opensUnmarked(_ index: Int) -> Bool {
    let previous = tokens[index - 1]
    return previous.shape == .lower && previous.length > 4 && quotation < 0 && bracket < 0
      && tokens[index].flags.contains(.spaceBefore) && tokens[index].shape != .upper
      && index + 1 < count && startsSmall(tokens[index + 1])
  }

  /// Whether what follows a stop opens a sentence.
  private func opens(_ index: Int, afterFullStop: Bool) -> Bool {
    let token = tokens[index]
    if isStop(token) || (isCloser(token) && !token.flags.contains(.spaceBefore)) { return false }
    if token.kind == .symbol, isEmoji(token) { return false }
    var next = index
    while next < count - 1, next < index + 8, isOpener(tokens[next]) { next += 1 }
    let first = tokens[next]
    guard first.kind == .word, startsSmall(first) else {
      return first.kind != .punctuation || (afterFullStop && token.flags.contains(.spaceBefore))
    }
    return afterFullStop && next == index && token.flags.contains(.spaceBefore)
  }

  /// «-2...-4»: stops that touch a number on either side stand for «to».
  private func joinsNumbers(_ stop: Int, _ index: Int) -> Bool {
    guard stop == index - 1, stop > sentence, tokens[stop - 1].kind == .number,
      !tokens[stop].flags.contains(.spaceBefore), !tokens[index].flags.contains(.spaceBefore)
    else { return false }
    return tokens[index].kind == .number
      || index + 1 < count && tokens[index + 1].kind == .number
        && !tokens[index + 1].flags.contains(.spaceBefore)
  }

  private func opensWithCapital(_ index: Int) -> Bool {
    var next = index
    while next < count - 1, next < index + 4, isOpener(tokens[next]) { next += 1 }
    switch tokens[next].kind {
    case .word: return !startsSmall(tokens[next]) && tokens[next].shape != .none
    case .username: return true
    default: return false
    }
  }

  /// `1.` at the beginning of a sentence numbers it.
  private func isListMarker(_ stop: Int) -> Bool {
    stop == sentence + 1 && tokens[sentence].kind == .number
      && !tokens[stop].flags.contains(.spaceBefore) && tokens[stop].length == 1
  }

  // MARK: Quotation marks and brackets

  /// Whether a quotation or bracket that is part of the sentence is still open and closes soon.
  private func isHeld(_ index: Int) -> Bool {
    if bracket >= 0, bracket > sentence, closesSoon(index, bracket) { return true }
    guard quotation > sentence, byte(tokens[quotation - 1]) != 0x3A else { return false }
    return closesSoon(index, quotation)
  }

  private func closesSoon(_ index: Int, _ opener: Int) -> Bool {
    let closer = Self.closer(of: scalar(tokens[opener]))
    var next = index
    let end = min(count, index + Self.reach)
    while next < end {
      let token = tokens[next]
      if token.flags.contains(.blankLineBefore) { return false }
      if token.kind == .punctuation, scalar(token) == closer { return true }
      next += 1
    }
    return false
  }

  private static func closer(of opener: UInt32) -> UInt32 {
    switch opener {
    case 0x28: 0x29
    case 0xAB: 0xBB
    case 0x201E: 0x201C
    case 0x201C: 0x201D
    default: opener
    }
  }

  /// Keeps the state of quotation marks and brackets.
  @inline(__always) private mutating func note(_ index: Int) {
    switch byte(tokens[index]) {
    case 0x22, 0x26, 0x28, 0x29, 0xC2, 0xE2: noteMark(index)
    default: break
    }
  }

  private mutating func noteMark(_ index: Int) {
    let token = tokens[index]
    switch scalar(token) {
    case 0x28 where token.length == 1:
      openBrackets = max(0, openBrackets) + 1
      if bracket < 0 { bracket = index }
    case 0x29 where token.length == 1:
      openBrackets -= 1
      if openBrackets <= 0 { bracket = -1 }
    case 0xAB, 0x201E: if quotation < 0 { quotation = index }
    case 0x201C:
      if quotation >= 0 { quotation = -1 } else { quotation = index }
    case 0xBB, 0x201D: quotation = -1
    case 0x22:
      if quotation >= 0 { quotation = -1 } else { quotation = index }
    default: break
    }
  }

  // MARK: What a token is

  private func byte(_ token: Token) -> UInt8 { text[Int(token.start)] }

  private func isStop(_ token: Token) -> Bool {
    guard token.kind == .punctuation else { return false }
    switch byte(token) {
    case 0x2E, 0x21, 0x3F: return true
    case 0x26, 0xE2: return scalar(token) == 0x2026
    default: return false
    }
  }

  private func isCloser(_ token: Token) -> Bool {
    guard token.kind == .punctuation else { return false }
    switch scalar(token) {
    case 0x22, 0x27, 0x29, 0x5D, 0xBB, 0x201C, 0x201D, 0x2019: return true
    default: return false
    }
  }

  private func isOpener(_ token: Token) -> Bool {
    switch scalar(token) {
    case 0x22, 0x27, 0x28, 0x29, 0x5B, 0xAB, 0x201C, 0x201E, 0x2018, 0x2D, 0x2013, 0x2014, 0x2022,
      0x2A:
      return token.kind == .punctuation
    default: return false
    }
  }

  private func isEmoji(_ token: Token) -> Bool {
    guard token.kind == .symbol else { return false }
    switch byte(token) {
    case 0x3A, 0x3B, 0x3D: return token.length > 1
    case 0xE2, 0xF0: return scalar(token) >= 0x2600
    default: return false
    }
  }

  private func scalar(_ token: Token) -> UInt32 {
    var index = Int(token.start)
    let code = nextScalar(text, &index)
    guard code == 0x26, token.length > 3, token.kind != .word else { return code }
    let bytes = UnsafeBufferPointer(start: text + Int(token.start), count: Int(token.length))
    return CharacterReference(bytes)?.code ?? code
  }

  /// Whether the token is a word that opens with a small letter.
  private func startsSmall(_ token: Token) -> Bool {
    guard token.kind == .word else { return false }
    let code = scalar(token)
    return code >= UInt32(CharacterTable.foldCount) || UInt32(table.fold[Int(code)]) == code
  }
}
