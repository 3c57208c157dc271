/// Tailorings of punctuation: runs, hyphens, tags, full stops of abbreviations.
extension TokenAssembler {
  /// Whether the ASCII mark `byte` has a tailoring of its own.
  static func isTailored(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2D, 0x2E, 0x21, 0x3F, 0x2A, 0x2C, 0x7E, 0x3D, 0x23, 0x28, 0x29, 0x3A, 0x3B: true
    default: false
    }
  }

  /// Makes a token of the ASCII mark at `start`; returns where it ends.
  mutating func mark(_ byte: UInt8, _ start: Int, _ kind: TokenKind) -> Int {
    switch byte {
    case 0x2D: return hyphen(start, start + 1)
    case 0x2E, 0x21, 0x3F: return stops(start)
    case 0x2A, 0x2C, 0x7E: return run(of: byte, start, kind)
    case 0x3D: return equals(start)
    case 0x23: return hashtag(start)
    case 0x28, 0x29: return bracket(byte, start)
    case 0x3A, 0x3B: return emoticon(start)
    case 0x26, 0x3C:
      // `html-reference`: a character that HTML spells out is that character.
      if let stop = byte == 0x26 ? reference(at: start) : tag(at: start) { return stop }
      append(start, start + 1, kind)
      return start + 1
    default:
      append(start, start + 1, kind)
      return start + 1
    }
  }

  /// `run-of-marks`: the same mark over and over is one token.
  private mutating func run(of byte: UInt8, _ start: Int, _ kind: TokenKind) -> Int {
    var index = start + 1
    while index < end, text[index] == byte { index += 1 }
    if byte == 0x2A, isEmphasis(start, index) { return index }
    append(start, index, kind)
    return index
  }

  /// Two stars or three that touch what they stress on one side are no token, as tags are none.
  func isEmphasis(_ start: Int, _ stop: Int) -> Bool {
    guard (2...3).contains(stop - start) else { return false }
    let touchesBefore = start > 0 && text[start - 1] > 0x20
    guard stop < end, text[stop] > 0x20 else { return touchesBefore }
    let next = scanner.wordClass(at: stop)
    let isWord = WordClassSet.letters.has(next) || next == WordClass.numeric
    return touchesBefore != isWord
  }

  /// `run-of-stops`: `...`, `!..`, `?!` are one token; so is a stop with U+2026.
  mutating func stops(_ start: Int) -> Int {
    var index = start
    while index < end {
      if isStop(text[index]) {
        index += 1
      } else if isEllipsis(at: index) {
        index += 3
      } else {
        break
      }
    }
    if index == start + 1, text[start] == 0x2E, lastEnds(at: start), takesStop(start) {
      return index
    }
    joinsNext = false
    append(start, index, .punctuation)
    return index
  }

  private func isStop(_ byte: UInt8) -> Bool { byte == 0x2E || byte == 0x21 || byte == 0x3F }

  func isEllipsis(at index: Int) -> Bool {
    index + 2 < end && text[index] == 0xE2 && text[index + 1] == 0x80 && text[index + 2] == 0xA6
  }

  /// `hyphen`: joins letters to letters, digits to letters and letters to digits; digits to digits
  /// it leaves apart (`2015-2016`). A run of hyphens is one token.
  mutating func hyphen(_ start: Int, _ stop: Int) -> Int {
    if text[start] == 0x2D, stop < end, text[stop] == 0x2D { return run(of: 0x2D, start, .punctuation) }
    guard stop < end, lastEnds(at: start) else {
      append(start, stop, .punctuation)
      return stop
    }
    let next = scanner.wordClass(at: stop)
    let nextIsLetter = WordClassSet.letters.has(next) && next != WordClass.atLetter
    let nextIsDigit = next == WordClass.numeric
    let before = lastClass(before: start)
    let beforeIsLetter = WordClassSet.letters.has(before)
    let beforeIsDigit = before == WordClass.numeric
    let joins: Bool
    switch tokens[count - 1].kind {
    case .word, .number:
      joins =
        (beforeIsLetter && (nextIsLetter || nextIsDigit)) || (beforeIsDigit && nextIsLetter)
    case .username, .email:
      joins = nextIsLetter || nextIsDigit
    default: joins = false
    }
    if joins {
      tokens[count - 1].length += UInt32(stop - start)
      joinsNext = true
    } else {
      append(start, stop, .punctuation)
    }
    return stop
  }

  /// The class of the character that ends at `index`; a combining mark belongs to its letter.
  func lastClass(before index: Int) -> UInt8 {
    var start = index
    repeat {
      start -= 1
      while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    } while start > 0 && WordClassSet.ignored.has(scanner.wordClass(at: start))
    return scanner.wordClass(at: start)
  }

  /// `hashtag`: `#` with the word that follows, not with a mere number.
  private mutating func hashtag(_ start: Int) -> Int {
    let stop = start + 1
    var letter = stop
    while letter < end, text[letter] &- 0x30 <= 9 { letter += 1 }
    guard letter < end, WordClassSet.tagParts.has(scanner.wordClass(at: letter)) else {
      append(start, stop, .symbol)
      return stop
    }
    append(start, stop, .hashtag)
    joinsNext = true
    return stop
  }

  /// `smile-of-brackets`: three round brackets or more, or closing ones that nothing opened,
  /// are one token.
  private mutating func bracket(_ byte: UInt8, _ start: Int) -> Int {
    var index = start + 1
    while index < end, text[index] == byte { index += 1 }
    let isClosing = byte == 0x29
    let opensNothing =
      !isClosing && index - start == 2 && (index >= end || text[index] <= 0x20)
    if index - start >= 3 || opensNothing || (isClosing && index - start == 2 && openBrackets == 0) {
      append(start, index, .punctuation)
      return index
    }
    openBrackets = isClosing ? max(0, openBrackets - 1) : openBrackets + 1
    append(start, start + 1, .punctuation)
    return start + 1
  }

  /// An equals sign with closing brackets is an `emoticon`, a row of them a run of marks.
  private mutating func equals(_ start: Int) -> Int {
    var index = start + 1
    while index < end, text[index] == 0x29 { index += 1 }
    if index == start + 1 || openBrackets > 0 { return run(of: 0x3D, start, .symbol) }
    append(start, index, .symbol)
    return index
  }

  /// `emoticon`: a colon or semicolon with brackets is one token where no bracket is open.
  private mutating func emoticon(_ start: Int) -> Int {
    if text[start] == 0x3A, let stop = ratioEnd(start) {
      extendLast(to: stop, with: .number)
      return stop
    }
    var index = start + 1
    if index < end, text[index] == 0x2D { index += 1 }
    let mouth = index
    while index < end, text[index] == 0x29 || text[index] == 0x28 { index += 1 }
    let isSmile = index > mouth && openBrackets == 0 && text[mouth] == 0x29
    let isFrown = index > mouth && text[mouth] == 0x28 && (index >= end || text[index] <= 0x20)
    if isSmile || isFrown {
      append(start, index, .symbol)
      return index
    }
    return run(of: text[start], start, .punctuation)
  }

  /// `ratio`: digits, colon, digits that cannot be a time of day are one token (`3:1`, `25:22`);
  /// a time of day is three. The end of the second digits, or nil.
  private func ratioEnd(_ colon: Int) -> Int? {
    guard lastEnds(at: colon), tokens[count - 1].kind == .number else { return nil }
    let before = tokens[count - 1]
    if before.start > 0, text[Int(before.start) - 1] == 0x3A { return nil }
    var index = colon + 1
    while index < end, text[index] &- 0x30 <= 9 { index += 1 }
    let digits = index - colon - 1
    guard digits > 0, digits <= 4, before.length <= 4 else { return nil }
    if index + 1 < end, [0x3A, 0x2C, 0x2E].contains(text[index]), text[index + 1] &- 0x30 <= 9 {
      return nil
    }
    guard index >= end || isPlainBorder(text[index]) else { return nil }
    guard let first = number(Int(before.start), colon), let second = number(colon + 1, index) else {
      return nil
    }
    return digits == 2 && first <= 24 && second < 60 ? nil : index
  }

  private func isPlainBorder(_ byte: UInt8) -> Bool {
    byte < 0x80 && !WordClassSet.wordParts.has(table.low[Int(byte)])
  }

  private func number(_ start: Int, _ stop: Int) -> Int? {
    var value = 0
    for index in start..<stop {
      guard text[index] &- 0x30 <= 9 else { return nil }
      value = value * 10 + Int(text[index] - 0x30)
    }
    return value
  }

  // MARK: Abbreviations

  /// Gives the full stop at `stop` to the last token if that is an abbreviation or an initial.
  private mutating func takesStop(_ stop: Int) -> Bool {
    let last = tokens[count - 1]
    guard last.kind == .word, !last.flags.contains(.abbreviation), !joinsNext else {
      return false
    }
    let isLetter = isSingleLetter(last)
    let mayBeKnown = abbreviations.mayHave(
      length: Int(last.length), last: text[Int(last.end) - 1])
    guard isLetter || mayBeKnown else { return false }
    let known = mayBeKnown ? abbreviation(last) : Abbreviations.Entry()
    guard known.needs != [] || isLetter else { return false }
    let around = Surroundings(self, stop)
    // «18 м/с. На»: the letter is a unit, the stop the sentence's.
    if isLetter, last.start > 0, text[Int(last.start) - 1] == 0x2F, around.met.contains(.name) {
      return false
    }
    var takes = false
    var mayEnd = false
    if !(isLetter && around.isCapital) {
      takes = !known.needs.isDisjoint(with: around.met)
      mayEnd =
        !known.ends.isDisjoint(with: around.met) && known.holds.isDisjoint(with: around.met)
    }
    if isLetter, !takes {
      takes = isInitial(last, around) || isOfPair(around)
      mayEnd = isOfPair(around)
    }
    guard takes else { return false }
    tokens[count - 1].length += 1
    tokens[count - 1].flags.insert(.abbreviation)
    if mayEnd { tokens[count - 1].flags.insert(.mayEndSentence) }
    return true
  }

  /// `pair-of-letters`: a small letter with a stop beside another such («и. о.», «т. д.»).
  private func isOfPair(_ around: Surroundings) -> Bool {
    !around.isCapital && (around.opensPair || around.closesPair)
  }

  /// `initial`: a capital with a stop before a capital or a small letter, after another initial or
  /// after a name.
  private func isInitial(_ token: Token, _ around: Surroundings) -> Bool {
    around.isCapital
      && (around.met.contains(.name) || around.met.contains(.lower) || around.closesPair
        || around.afterName)
  }

  private func isSingleLetter(_ token: Token) -> Bool {
    token.length == 1 || (token.length == 2 && text[Int(token.start)] >= 0xC0)
  }

  private func abbreviation(_ token: Token) -> Abbreviations.Entry {
    var head: UInt64 = 0
    var tail: UInt64 = 0
    var index = Int(token.start)
    var offset: UInt64 = 0
    while index < Int(token.end) {
      let code = nextScalar(text, &index)
      guard code < UInt32(CharacterTable.foldCount) else { return Abbreviations.Entry() }
      let folded = UInt64(table.fold[Int(code)])
      if folded < 0x80 {
        put(folded, at: &offset, &head, &tail)
      } else {
        put(0xC0 | folded >> 6, at: &offset, &head, &tail)
        put(0x80 | folded & 0x3F, at: &offset, &head, &tail)
      }
    }
    return abbreviations.entry(of: (head, tail))
  }

  private func put(
    _ byte: UInt64, at offset: inout UInt64, _ head: inout UInt64, _ tail: inout UInt64
  ) {
    if offset < 8 { head |= byte << (8 * offset) } else { tail |= byte << (8 * (offset - 8)) }
    offset += 1
  }
}

/// What stands around the full stop of a possible abbreviation.
struct Surroundings {
  /// Those of the conditions of `abbreviations.tsv` that hold here.
  var met: Abbreviations.Needs = .any
  /// The letter before the stop is a capital.
  var isCapital = false
  /// A small letter with a stop follows.
  var opensPair = false
  /// The token before is a single letter with its stop.
  var closesPair = false
  /// The token before opens with a capital.
  var afterName = false

  init(_ assembler: TokenAssembler, _ stop: Int) {
    lookAhead(assembler, stop + 1)
    lookBack(assembler)
  }

  private mutating func lookAhead(_ assembler: TokenAssembler, _ start: Int) {
    let text = assembler.text
    var index = start
    while index < assembler.end, text[index] == 0x20 || text[index] == 0xC2 {
      if text[index] == 0x20 {
        index += 1
      } else if text[index + 1] == 0xA0 {
        index += 2
      } else {
        break
      }
    }
    guard index < assembler.end else { return }
    var next = index
    let code = nextScalar(text, &next)
    let wordClass = assembler.table.wordClass(of: code)
    if wordClass == WordClass.numeric {
      met.formUnion([.digit, .lower])
    } else if WordClassSet.letters.has(wordClass) {
      let isCapital = assembler.isCapital(code)
      met.insert(isCapital ? .name : .lower)
      if isCapital, next < assembler.end {
        var following = next
        let second = nextScalar(text, &following)
        if second == 0x24 || assembler.isCapital(second) { met.insert(.capitals) }
      }
      opensPair = !isCapital && next < assembler.end && text[next] == 0x2E
    } else if code == 0xAB || code == 0x22 || code == 0x201C || code == 0x201E {
      met.insert(.name)
    }
  }

  private mutating func lookBack(_ assembler: TokenAssembler) {
    let last = assembler.tokens[assembler.count - 1]
    isCapital = assembler.startsWithCapital(last)
    guard assembler.count > 1, !last.flags.contains(.lineBreakBefore) else { return }
    let before = assembler.tokens[assembler.count - 2]
    closesPair = before.flags.contains(.abbreviation) && before.length <= 3
    switch before.kind {
    case .number: met.insert(.number)
    case .word:
      afterName = assembler.startsWithCapital(before) && last.start == before.end + 1
      if assembler.isRoman(before) { met.insert(.roman) }
      if assembler.startsWithDigit(before) { met.insert(.number) }
    default: break
    }
  }
}

extension TokenAssembler {
  func isCapital(_ code: UInt32) -> Bool {
    code < UInt32(CharacterTable.foldCount) && UInt32(table.fold[Int(code)]) != code
  }

  func startsWithCapital(_ token: Token) -> Bool {
    var index = Int(token.start)
    return isCapital(nextScalar(text, &index))
  }

  func startsWithDigit(_ token: Token) -> Bool { text[Int(token.start)] &- 0x30 <= 9 }

  /// A Roman number, in Latin letters or in the Cyrillic one of the same look.
  func isRoman(_ token: Token) -> Bool {
    var index = Int(token.start)
    while index < Int(token.end) {
      switch nextScalar(text, &index) {
      case 0x49, 0x56, 0x58, 0x4C, 0x43, 0x425, 0x406, 0x2D, 0x2160...0x216F: continue
      default: return false
      }
    }
    return true
  }
}
