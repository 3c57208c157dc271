/// Tailorings of segments that the short cuts do not cover.
extension TokenAssembler {
  /// Makes tokens of a segment of ICU's; returns where to go on, its end or past it.
  mutating func add(_ segment: Segment) -> Int {
    let classes = segment.classes
    if classes.isSubset(of: .notTokens) { return addSpace(segment) }
    if !classes.isDisjoint(with: .joinable) { return addWord(segment) }
    if !classes.isDisjoint(with: .signs) {
      return segment.end == segment.start + 1
        ? mark(text[segment.start], segment.start, .symbol) : addSign(segment)
    }
    return addMark(segment)
  }

  /// White space and characters that show nothing.
  private mutating func addSpace(_ segment: Segment) -> Int {
    let classes = segment.classes
    if !classes.isDisjoint(with: .lineBreaks) {
      lineBreak()
    } else if !classes.isDisjoint(with: .whiteSpace) {
      pending.insert(.spaceBefore)
    } else if isZeroWidthSpace(segment.start), lastEnds(at: segment.start),
      tokens[count - 1].kind == .word, segment.end < end,
      WordClassSet.letters.has(scanner.wordClass(at: segment.end))
    {
      // `zero-width-space`: U+200B inside a word does not part it.
      tokens[count - 1].length += UInt32(segment.end - segment.start)
      joinsNext = true
    }
    return segment.end
  }

  private func isZeroWidthSpace(_ index: Int) -> Bool {
    index + 2 < end && text[index] == 0xE2 && text[index + 1] == 0x80 && text[index + 2] == 0x8B
  }

  // MARK: Words

  private mutating func addWord(_ segment: Segment) -> Int {
    let classes = segment.classes
    if classes.contains(WordClassSet(WordClass.latin)),
      let urlEnd = urlEnd(segment.start, segment.end)
    {
      append(segment.start, urlEnd, .url)
      return urlEnd
    }
    if classes.has(WordClass.atLetter) { return addAddress(segment) }
    if classes.isDisjoint(with: .splitting)
      && !(classes.contains(.numbers) && classes.has(WordClass.cyrillic))
    {
      append(segment.start, segment.end, kind(of: segment))
      return segment.end
    }
    split(segment)
    return segment.end
  }

  private func kind(of segment: Segment) -> TokenKind {
    let kind = segment.classes.kind
    // A digit in a keycap is a sign.
    if kind == .number, segment.end - segment.start >= 4, text[segment.end - 1] == 0xA3,
      text[segment.end - 2] == 0x83, text[segment.end - 3] == 0xE2
    {
      return .symbol
    }
    return kind
  }

  /// `address`: a segment with `@` is an e-mail address, or a user's name if it opens with it.
  private mutating func addAddress(_ segment: Segment) -> Int {
    if text[segment.start] == 0x40 {
      let isAlone = segment.end == segment.start + 1
      append(segment.start, segment.end, isAlone ? .symbol : .username)
    } else {
      let closes = text[segment.end - 1] == 0x40
      append(segment.start, segment.end, closes ? .word : .email)
    }
    return segment.end
  }

  /// Cuts a segment where a tailoring parts it:
  /// - `dot-in-cyrillic`: a full stop beside a Cyrillic letter («исполнять.Отметим»);
  /// - `glued-unit`: a number before a Cyrillic letter («5,3млн»);
  /// - `semicolon`: a semicolon between digits;
  /// - `narrow-space`: U+202F, white space that ICU takes into numbers;
  /// - `outer-underscore`: underscores at either end (Markdown).
  private mutating func split(_ segment: Segment) {
    var start = segment.start
    var index = start
    var isNumber = !joinsNext
    var previous = WordClass.extend
    while index < segment.end {
      var next = index
      let code = nextScalar(text, &next)
      let wordClass = table.wordClass(of: code)
      if wordClass == WordClass.narrowSpace {
        appendPiece(start, index)
        pending.insert(.spaceBefore)
        (start, isNumber) = (next, true)
      } else if code == 0x3B || (code == 0x2E && partsAtStop(start, index, previous, segment.end)) {
        appendPiece(start, index)
        if code == 0x2E { _ = stops(index) } else { append(index, next, .punctuation) }
        (start, isNumber) = (next, true)
      } else if isNumber, wordClass == WordClass.cyrillic, previous == WordClass.numeric {
        appendPiece(start, index)
        (start, isNumber) = (index, false)
      } else if WordClassSet.letters.has(wordClass) {
        isNumber = false
      }
      if !WordClassSet.ignored.has(wordClass) { previous = wordClass }
      index = next
    }
    appendPiece(start, segment.end)
  }

  /// Whether the full stop at `stop` in a segment parts it: beside a Cyrillic letter, and after a
  /// single capital (`P.S.`).
  private func partsAtStop(_ start: Int, _ stop: Int, _ before: UInt8, _ end: Int) -> Bool {
    if before == WordClass.cyrillic { return true }
    if stop == start + 1, text[start] &- 0x41 < 26, text[stop + 1] &- 0x41 < 26 { return true }
    var index = stop + 1
    while index < end {
      let wordClass = scanner.wordClass(at: index, &index)
      if !WordClassSet.ignored.has(wordClass) { return wordClass == WordClass.cyrillic }
    }
    return false
  }

  private mutating func appendPiece(_ start: Int, _ end: Int) {
    if start == end { return }
    let classes = classes(of: start..<end)
    if joinsNext || classes.isDisjoint(with: .underscore) || !hasOuterUnderscore(start, end) {
      if classes.isSubset(of: .notTokens) {
        return
      }
      append(start, end, kind(of: Segment(start: start, end: end, classes: classes)))
      return
    }
    var first = start
    var last = end
    while first < last, text[first] == 0x5F { first += 1 }
    while last > first, text[last - 1] == 0x5F { last -= 1 }
    if first > start { append(start, first, .punctuation) }
    if last > first { append(first, last, self.classes(of: first..<last).kind) }
    if last < end { append(last, end, .punctuation) }
  }

  private func hasOuterUnderscore(_ start: Int, _ end: Int) -> Bool {
    text[start] == 0x5F || text[end - 1] == 0x5F
  }

  private func classes(of range: Range<Int>) -> WordClassSet {
    var classes = WordClassSet()
    var index = range.lowerBound
    while index < range.upperBound {
      classes.formUnion(WordClassSet(scanner.wordClass(at: index, &index)))
    }
    return classes
  }

  // MARK: Signs and marks

  /// `emoji`: signs and emoji, of which neighbours are one token.
  private mutating func addSign(_ segment: Segment) -> Int {
    var start = segment.start
    // White space that a joiner ties to an emoji is no part of the token.
    while WordClassSet.notTokens.has(scanner.wordClass(at: start)) {
      if WordClassSet.whiteSpace.has(scanner.wordClass(at: start)) { pending.insert(.spaceBefore) }
      _ = scanner.wordClass(at: start, &start)
    }
    let isEmoji = text[start] >= 0xE2 && !segment.classes.isDisjoint(with: .emoji)
    if isEmoji, emojiEnd == segment.start, lastEnds(at: segment.start), start == segment.start {
      tokens[count - 1].length += UInt32(segment.end - segment.start)
    } else if isSuperscript(start), lastEnds(at: start), tokens[count - 1].kind == .word {
      // `superscript`: «км²»
      tokens[count - 1].length += UInt32(segment.end - start)
    } else {
      append(start, segment.end, .symbol)
    }
    if isEmoji { emojiEnd = segment.end }
    return segment.end
  }

  private func isSuperscript(_ index: Int) -> Bool {
    text[index] == 0xC2 && (text[index + 1] == 0xB2 || text[index + 1] == 0xB3)
  }

  private mutating func addMark(_ segment: Segment) -> Int {
    if isEllipsis(at: segment.start) || [0x2E, 0x21, 0x3F].contains(text[segment.start]),
      segment.end - segment.start <= 3
    {
      return stops(segment.start)
    }
    if segment.end == segment.start + 1 {
      return mark(text[segment.start], segment.start, .punctuation)
    }
    if isHyphen(segment) { return hyphen(segment.start, segment.end) }
    append(segment.start, segment.end, .punctuation)
    return segment.end
  }

  /// U+2010 or U+2011.
  private func isHyphen(_ segment: Segment) -> Bool {
    let start = segment.start
    return segment.end == start + 3 && text[start] == 0xE2 && text[start + 1] == 0x80
      && (text[start + 2] == 0x90 || text[start + 2] == 0x91)
  }

  // MARK: Web addresses

  /// `web-address`: where the URL ends that opens with the run `start..<index`, or nil if it opens
  /// none: a scheme with `://`, `www.`, or a Latin domain with a slash.
  func urlEnd(_ start: Int, _ index: Int) -> Int? {
    if index + 3 < end, text[index] == 0x3A, text[index + 1] == 0x2F, text[index + 2] == 0x2F {
      return urlTail(index + 3)
    }
    let isWWW =
      start + 4 < end && text[start] | 0x20 == 0x77 && text[start + 1] | 0x20 == 0x77
      && text[start + 2] | 0x20 == 0x77 && text[start + 3] == 0x2E
    if isWWW, isURLPart(start + 4) { return urlTail(start + 4) }
    if index + 1 < end, text[index] == 0x2F, hasDomain(start, index), isURLPart(index + 1) {
      return urlTail(index + 1)
    }
    return nil
  }

  /// A dot with two to six Latin letters up to `index`.
  private func hasDomain(_ start: Int, _ index: Int) -> Bool {
    var dot = index - 1
    while dot > start, text[dot] != 0x2E {
      if table.low[Int(text[dot])] != WordClass.latin || text[dot] >= 0x80 { return false }
      dot -= 1
    }
    return dot > start && (3...7).contains(index - dot)
  }

  private func isURLPart(_ index: Int) -> Bool {
    let wordClass = scanner.wordClass(at: index)
    return wordClass == WordClass.latin || wordClass == WordClass.numeric
      || wordClass == WordClass.cyrillic
  }

  /// From inside an address to its end: letters, digits and the marks that addresses hold, the
  /// last of which must not be a mark that ends sentences.
  private func urlTail(_ start: Int) -> Int? {
    var index = start
    var stop = start
    while index < end {
      let byte = text[index]
      var next = index
      let wordClass = scanner.wordClass(at: index, &next)
      if byte < 0x80 {
        if byte <= 0x20 || byte == 0x7F || isURLDelimiter(byte) { break }
        if byte != 0x2E, byte != 0x2C, byte != 0x3A, byte != 0x3B, byte != 0x21, byte != 0x3F,
          byte != 0x29, byte != 0x27, byte != 0x2A
        {
          stop = next
        }
      } else if WordClassSet.letters.has(wordClass) {
        stop = next
      } else {
        break
      }
      index = next
    }
    return stop > start ? stop : nil
  }

  /// Quotation marks, angle brackets and the like.
  private func isURLDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x3C, 0x3E, 0x5B, 0x5D, 0x5C, 0x5E, 0x60, 0x7B, 0x7C, 0x7D: true
    default: false
    }
  }
}
