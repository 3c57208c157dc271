/// Walks the segments of a text once and makes tokens of them, tailorings applied.
///
/// Plain words, numbers, spaces and ASCII marks take short cuts that end where ``WordScanner``
/// would end them; everything else goes through it.
struct TokenAssembler {
  let scanner: WordScanner
  let text: UnsafePointer<UInt8>
  let end: Int
  let table: CharacterTable
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

  mutating func run() {
    var index = 0
    while index < end {
      let byte = text[index]
      if byte & 0xFE == 0xD0 {
        index = cyrillicWord(at: index)
      } else if byte == 0x20 {
        pending.insert(.spaceBefore)
        index &+= 1
      } else if byte < 0x80 {
        index = ascii(byte, at: index)
      } else {
        index = slowSegment(at: index)
      }
    }
  }

  /// A word that opens with a letter of U+0400–U+047F, lead byte D0 or D1.
  @inline(__always)
  private mutating func cyrillicWord(at start: Int) -> Int {
    let raw = UnsafeRawPointer(text)
    var index = start
    while index &+ 8 <= end {
      // Four letters a step: lead bytes D0 or D1, each with its trail byte.
      let bytes = UInt64(
        littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let others = bytes & 0xC0FE_C0FE_C0FE_C0FE ^ 0x80D0_80D0_80D0_80D0
      if others != 0 {
        index &+= (others.trailingZeroBitCount &>> 4) &<< 1
        return endWord(start, index)
      }
      index &+= 8
    }
    while index < end, text[index] & 0xFE == 0xD0 { index &+= 2 }
    return endWord(start, index)
  }

  @inline(__always)
  private mutating func ascii(_ byte: UInt8, at start: Int) -> Int {
    let wordClass = low[Int(byte)]
    var index = start &+ 1
    if wordClass == WordClass.latin {
      while index < end, low[Int(text[index])] == WordClass.latin, text[index] < 0x80 {
        index &+= 1
      }
      if index < end, text[index] == 0x3A || text[index] == 0x2E,
        let urlEnd = urlEnd(start, index)
      {
        append(start, urlEnd, .url)
        return urlEnd
      }
      return endWord(start, index)
    }
    if wordClass == WordClass.numeric {
      while index < end, text[index] &- 0x30 <= 9 { index &+= 1 }
      return endNumber(start, index)
    }
    // A mark; a character that attaches to it could only be a rarer one.
    if index < end, text[index] >= 0x80, text[index] & 0xFE != 0xD0 {
      return slowSegment(at: start)
    }
    switch wordClass {
    case WordClass.lineFeed, WordClass.newline, WordClass.carriageReturn:
      if wordClass == WordClass.carriageReturn, index < end, text[index] == 0x0A { index &+= 1 }
      lineBreak()
      return index
    case WordClass.atLetter, WordClass.extendNumLet:
      return slowSegment(at: start)
    case WordClass.space, WordClass.blank:
      pending.insert(.spaceBefore)
      return index
    case WordClass.ignorable:
      return index
    case WordClass.symbol:
      return mark(byte, start, .symbol)
    default:
      return mark(byte, start, .punctuation)
    }
  }

  /// Ends a run of letters at `index` if a border stands there, or hands it to the scanner.
  @inline(__always)
  private mutating func endWord(_ start: Int, _ index: Int) -> Int {
    if isBorder(index, .wordGoesOn, .midLetters, .letters) {
      append(start, index, .word)
      return index
    }
    return slowSegment(at: start)
  }

  @inline(__always)
  private mutating func endNumber(_ start: Int, _ index: Int) -> Int {
    if isBorder(index, .wordGoesOn, .midNumbers, .numbers) {
      append(start, index, .number)
      return index
    }
    return slowSegment(at: start)
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
    if index >= end { return true }
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

  // MARK: Segments

  /// Any segment, by the scanner or, where a dictionary decides, by ICU.
  @inline(never)
  private mutating func slowSegment(at start: Int) -> Int {
    if let segment = scanner.segment(at: start) {
      return add(segment)
    }
    return dictionaryStretch(at: start)
  }

  /// From `start` to a sure border at least 256 bytes on, so that opening ICU's iterator pays.
  private mutating func dictionaryStretch(at start: Int) -> Int {
    var stop = start
    while stop < end {
      let byte = text[stop]
      if stop &- start >= 256, byte == 0x20 || byte == 0x0A || byte == 0x0D,
        text[stop &- 1] > 0x20
      {
        break
      }
      stop &+= 1
    }
    let stretch = UnsafeBufferPointer(start: text + start, count: stop - start)
    var from = start
    var done = start
    buffer.icu.forEachBoundary(in: stretch) { offset in
      // A token may have reached past this border already (addresses do).
      if from >= done {
        done = add(Segment(start: from, end: start + offset, classes: classes(from, start + offset)))
      }
      from = start + offset
    }
    return max(stop, done)
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

extension WordClassSet {
  /// Classes that follow a letter or a digit within a word, whatever comes next.
  static let wordGoesOn: WordClassSet = [
    wordParts, ignored, WordClassSet(WordClass.dictionary),
  ]
}
