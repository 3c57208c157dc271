/// Walks the segments of a text once and makes tokens of them, tailorings applied.
///
/// Plain words, numbers, spaces and ASCII marks take short cuts that end where ``WordScanner``
/// would end them; everything else goes through it.
struct TokenAssembler {
  let scanner: WordScanner
  let text: UnsafePointer<UInt8>
  let end: Int
  let table: CharacterTable
  let abbreviations = Abbreviations.shared
  private let low: UnsafePointer<UInt8>
  private let buffer: TokenBuffer
  var tokens: UnsafeMutablePointer<Token>
  var count = 0
  private var capacity: Int
  /// Flags for the token to come.
  var pending: TokenFlags = []
  /// The last token takes in the next segment, if that follows at once.
  var joinsNext = false
  /// Where the last token that is emoji ends; −1 if there is none.
  var emojiEnd = -1
  /// Where the stretch that ICU was last asked about ends.
  private var stretchEnd = 0
  /// Round brackets open in this line.
  var openBrackets = 0

  init(scanner: WordScanner, buffer: TokenBuffer) {
    self.scanner = scanner
    text = scanner.text
    end = scanner.count
    table = scanner.table
    low = scanner.table.low
    self.buffer = buffer
    tokens = buffer.storage
    capacity = buffer.capacity
  }

  /// Makes all tokens. The common cases are decided here, with the state in registers; others
  /// by ``other(at:)``.
  mutating func run() {
    let text = text
    let end = end
    let roles = table.roles
    var index = 0
    var flags: TokenFlags = []
    while index < end {
      let byte = text[index]
      if byte == 0x20 {
        flags.insert(.spaceBefore)
        index &+= 1
        continue
      }
      let start = index
      var kind = TokenKind.word
      if byte & 0xFE == 0xD0 {
        index = cyrillicEnd(start)
        if !wordEnds(at: index) { index = -1 }
      } else {
        let role = roles[Int(byte)]
        if role & ByteRole.plainMark != 0 {
          index = plainMarkEnd(byte, start)
          kind = .punctuation
        } else if role & ByteRole.latin != 0 {
          index = latinEnd(start)
        } else if role & ByteRole.digit != 0 {
          index = numberEnd(start)
          kind = .number
        } else if byte >= 0xC0 {
          index = wideMarkEnd(byte, start)
          kind = .punctuation
        } else {
          index = -1
        }
      }
      if index < 0 || joinsNext {
        pending.formUnion(flags)
        index = other(at: start)
        flags = pending
        pending = []
        continue
      }
      if count == capacity { grow() }
      tokens[count] = Token(
        start: UInt32(truncatingIfNeeded: start),
        length: UInt32(truncatingIfNeeded: index &- start), word: -1, kind: kind, shape: .none,
        flags: flags)
      count &+= 1
      flags = []
    }
  }

  // MARK: Short cuts. Each returns where a token ends that starts at `start`, −1 if it cannot say.

  /// Where a run of letters U+0400–U+047F, lead byte D0 or D1, ends.
  @inline(__always)
  private func cyrillicEnd(_ start: Int) -> Int {
    let raw = UnsafeRawPointer(text)
    var index = start
    while index &+ 8 <= end {
      // Four letters a step: lead bytes D0 or D1, each with its trail byte.
      let bytes = UInt64(
        littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let others = bytes & 0xC0FE_C0FE_C0FE_C0FE ^ 0x80D0_80D0_80D0_80D0
      if others != 0 { return index &+ (others.trailingZeroBitCount &>> 4) &<< 1 }
      index &+= 8
    }
    while index < end, text[index] & 0xFE == 0xD0 { index &+= 2 }
    return index
  }

  /// Whether a run of letters surely ends at `index`.
  @inline(__always)
  private func wordEnds(at index: Int) -> Bool {
    if index >= end { return true }
    let byte = text[index]
    if table.roles[Int(byte)] & ByteRole.endsWord != 0 { return true }
    return isBorder(index, .wordGoesOn, .midLetters, .letters)
  }

  @inline(__always)
  private func latinEnd(_ start: Int) -> Int {
    var index = start &+ 1
    while index < end, table.roles[Int(text[index])] & ByteRole.latin != 0 { index &+= 1 }
    if index < end, text[index] == 0x3A || text[index] == 0x2E { return -1 }
    return wordEnds(at: index) ? index : -1
  }

  /// Digits, and single marks between digits.
  @inline(__always)
  private func numberEnd(_ start: Int) -> Int {
    var index = start &+ 1
    while index < end {
      let byte = text[index]
      if byte &- 0x30 <= 9 {
        index &+= 1
      } else if byte == 0x2E || byte == 0x2C, index &+ 1 < end, text[index &+ 1] &- 0x30 <= 9 {
        index &+= 2
      } else {
        break
      }
    }
    if index >= end || table.roles[Int(text[index])] & ByteRole.endsNumber != 0 { return index }
    return isBorder(index, .wordGoesOn, .midNumbers, .numbers) ? index : -1
  }

  @inline(__always)
  private func plainMarkEnd(_ byte: UInt8, _ start: Int) -> Int {
    let index = start &+ 1
    if index >= end { return index }
    let next = text[index]
    if next == 0x2C, byte == 0x2C { return -1 }
    // A character that attaches to the mark could only be a rarer one.
    return next < 0x80 || next & 0xFE == 0xD0 ? index : -1
  }

  /// Quotation marks, dashes and the like of two or three bytes, before a plain character.
  @inline(__always)
  private func wideMarkEnd(_ byte: UInt8, _ start: Int) -> Int {
    let index: Int
    if byte == 0xC2 {
      // Angle quotation marks, U+00AB and U+00BB.
      guard text[start &+ 1] & 0xEF == 0xAB else { return -1 }
      index = start &+ 2
    } else if byte == 0xE2, text[start &+ 1] == 0x80 {
      // Dashes and quotation marks, U+2012–U+2017 and U+201C–U+201F.
      let trail = text[start &+ 2]
      guard trail & 0xF0 == 0x90, trail & 0x0F >= 0x0C || (2...7).contains(trail & 0x0F) else {
        return -1
      }
      index = start &+ 3
    } else {
      return -1
    }
    if index >= end { return index }
    let next = text[index]
    return next < 0x80 || next & 0xFE == 0xD0 ? index : -1
  }

  /// Whether a run surely ends at `index`; where it is not sure the answer is no.
  ///
  /// - Parameters:
  ///   - parts: classes that go on with the run.
  ///   - bridges: classes that do if one of `beyond` follows.
  @inline(__always)
  private func isBorder(
    _ index: Int, _ parts: WordClassSet, _ bridges: WordClassSet, _ beyond: WordClassSet
  ) -> Bool {
    var next = index
    let wordClass = scanner.wordClass(at: index, &next)
    if parts.has(wordClass) { return false }
    if bridges.has(wordClass) {
      if next >= end { return true }
      // Only ASCII is sure not to be something that attaches to the bridge.
      return text[next] < 0x80 && !beyond.has(low[Int(text[next])])
    }
    return true
  }

  // MARK: Everything else

  /// Whatever stands at `start`: tokens, white space or nothing. Returns where to go on.
  @inline(never)
  private mutating func other(at start: Int) -> Int {
    let byte = text[start]
    let next = start &+ 1
    if byte >= 0x80 || (next < end && text[next] >= 0x80 && text[next] & 0xFE != 0xD0) {
      return slowSegment(at: start)
    }
    switch low[Int(byte)] {
    case WordClass.lineFeed, WordClass.newline:
      lineBreak()
      return next
    case WordClass.space, WordClass.blank:
      pending.insert(.spaceBefore)
      return next
    case WordClass.ignorable: return next
    case WordClass.symbol: return mark(byte, start, .symbol)
    case WordClass.latin:
      if let urlEnd = urlEnd(start, latinStop(start)) {
        append(start, urlEnd, .url)
        return urlEnd
      }
      return slowSegment(at: start)
    case WordClass.carriageReturn, WordClass.atLetter, WordClass.extendNumLet,
      WordClass.numeric:
      return slowSegment(at: start)
    default: return mark(byte, start, .punctuation)
    }
  }

  private func latinStop(_ start: Int) -> Int {
    var index = start
    while index < end, table.roles[Int(text[index])] & ByteRole.latin != 0 { index += 1 }
    return index
  }

  // MARK: Segments

  /// Any segment, by the scanner or, where a dictionary decides, by ICU.
  private mutating func slowSegment(at start: Int) -> Int {
    if let segment = scanner.segment(at: start) {
      return add(segment)
    }
    return dictionaryStretch(at: start)
  }

  /// From `start` to a sure border at least 2,048 bytes on, so that opening ICU's iterator pays.
  private mutating func dictionaryStretch(at start: Int) -> Int {
    if stretchEnd <= start { stretchEnd = sureBorder(after: start) }
    let stretch = UnsafeBufferPointer(start: text + start, count: stretchEnd - start)
    var done = start
    var border = start
    buffer.icu.forEachBoundary(in: stretch) { offset in
      let segment = border
      border = start + offset
      // Inside an address that reaches over ICU's borders there is nothing to add.
      if segment < done {
        // Where it ends between two borders, ICU starts anew.
        return border <= done
      }
      done = add(Segment(start: done, end: border, classes: classes(done, border)))
      // So it does behind a mark that leaves what ICU attached to it.
      return done >= border
    }
    return done
  }

  /// The end of a word before white space, where a border lies whatever stands around.
  private func sureBorder(after start: Int) -> Int {
    var index = start
    while index < end {
      let byte = text[index]
      if index &- start >= 2048, byte == 0x20 || byte == 0x0A || byte == 0x0D,
        text[index &- 1] > 0x20
      {
        break
      }
      index &+= 1
    }
    return index
  }

  private func classes(_ start: Int, _ end: Int) -> WordClassSet {
    var classes = WordClassSet()
    var index = start
    while index < end {
      classes.formUnion(WordClassSet(scanner.wordClass(at: index, &index)))
    }
    return classes
  }

  // MARK: Tokens

  @inline(__always)
  mutating func append(_ start: Int, _ end: Int, _ kind: TokenKind) {
    if joinsNext {
      joinsNext = false
      if tokens[count &- 1].end == UInt32(truncatingIfNeeded: start) {
        return extendLast(to: end, with: kind)
      }
    }
    if count == capacity { grow() }
    tokens[count] = Token(
      start: UInt32(truncatingIfNeeded: start), length: UInt32(truncatingIfNeeded: end &- start),
      word: -1, kind: kind, shape: .none, flags: pending)
    count &+= 1
    pending = []
  }

  @inline(never)
  private mutating func grow() {
    buffer.count = count
    buffer.grow()
    tokens = buffer.storage
    capacity = buffer.capacity
  }

  /// The last token now reaches to `end`; digits joined to letters are a word.
  mutating func extendLast(to end: Int, with kind: TokenKind) {
    tokens[count - 1].length = UInt32(end) - tokens[count - 1].start
    let last = tokens[count - 1].kind
    if last == .number {
      tokens[count - 1].kind = kind
    } else if last == .word, kind == .email {
      tokens[count - 1].kind = .email
    }
  }

  func lastEnds(at index: Int) -> Bool {
    count > 0 && tokens[count - 1].end == UInt32(truncatingIfNeeded: index)
  }

  mutating func lineBreak() {
    if pending.contains(.lineBreakBefore) { pending.insert(.blankLineBefore) }
    pending.formUnion([.spaceBefore, .lineBreakBefore])
    openBrackets = 0
  }
}
