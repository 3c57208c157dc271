/// Groups a buffer's tokens into sentences and paragraphs.
struct SentenceSplitter {
  private let buffer: TokenBuffer
  private let table: CharacterTable
  private let text: UnsafePointer<UInt8>?
  private let tokens: UnsafeMutablePointer<Token>
  private let count: Int

  init(buffer: TokenBuffer, table: CharacterTable) {
    self.buffer = buffer
    self.table = table
    text = buffer.utf8.baseAddress
    tokens = buffer.storage
    count = buffer.count
  }

  func run() {
    guard count > 0 else { return }
    var sentence = 0
    var paragraph = 0
    tokens[0].flags.formUnion([.paragraphStart, .sentenceStart])
    for index in 1..<max(count, 1) {
      let opensParagraph = tokens[index].flags.contains(.lineBreakBefore) && endsLine(index)
      guard opensParagraph || opensSentence(index) else { continue }
      buffer.addSentence(TokenRange(start: Int32(sentence), end: Int32(index)))
      sentence = index
      tokens[index].flags.insert(.sentenceStart)
      if opensParagraph {
        buffer.addParagraph(TokenRange(start: Int32(paragraph), end: Int32(index)))
        paragraph = index
        tokens[index].flags.insert(.paragraphStart)
      }
    }
    buffer.addSentence(TokenRange(start: Int32(sentence), end: Int32(count)))
    buffer.addParagraph(TokenRange(start: Int32(paragraph), end: Int32(count)))
  }

  /// Whether the line break before the token at `index` is a border: an empty line always is, a
  /// single break unless a sentence plainly runs on over it.
  private func endsLine(_ index: Int) -> Bool {
    if tokens[index].flags.contains(.blankLineBefore) { return true }
    let last = tokens[index - 1]
    if isStop(last) || byte(last) == 0x3A || byte(last) == 0x3B { return true }
    return !startsSmall(tokens[index])
  }

  /// Whether a sentence border lies before the token at `index`, on the same line.
  private func opensSentence(_ index: Int) -> Bool {
    var last = index - 1
    // Closing quotation marks and brackets belong to the sentence that they follow.
    while last > 0, isCloser(tokens[last]), !tokens[last].flags.contains(.spaceBefore) {
      last -= 1
    }
    let stop = tokens[last]
    let isAbbreviation = stop.flags.contains(.mayEndSentence)
    guard isStop(stop) || isAbbreviation else { return false }
    if isCloser(tokens[index]), !tokens[index].flags.contains(.spaceBefore) { return false }
    if isStop(tokens[index]) { return false }
    var next = index
    while next < count - 1, isOpener(tokens[next]) { next += 1 }
    let first = tokens[next]
    switch first.kind {
    case .word, .username, .hashtag, .url, .email:
      if startsSmall(first) {
        return byte(stop) == 0x2E && stop.length == 1 && last == index - 1
          && tokens[index].flags.contains(.spaceBefore) && next == index
      }
      return true
    case .number: return !isAbbreviation
    default: return !isAbbreviation && next == index && first.kind == .symbol
    }
  }

  private func byte(_ token: Token) -> UInt8 { text?[Int(token.start)] ?? 0 }

  private func isStop(_ token: Token) -> Bool {
    guard token.kind == .punctuation else { return false }
    switch byte(token) {
    case 0x2E, 0x21, 0x3F: return true
    case 0xE2: return scalar(token) == 0x2026
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
    guard token.kind == .punctuation else { return false }
    switch scalar(token) {
    case 0x22, 0x27, 0x28, 0x5B, 0xAB, 0x201C, 0x201E, 0x2018, 0x2D, 0x2013, 0x2014, 0x2022:
      return true
    default: return false
    }
  }

  private func scalar(_ token: Token) -> UInt32 {
    guard let text else { return 0 }
    var index = Int(token.start)
    return nextScalar(text, &index)
  }

  private func startsSmall(_ token: Token) -> Bool {
    guard token.kind == .word else { return false }
    let code = scalar(token)
    return code >= UInt32(CharacterTable.foldCount) || UInt32(table.fold[Int(code)]) == code
  }
}
