import RussianText

/// What libFuzzer runs over and over; it stops at the first thing that is not so.
private struct TokenChecks {
  private let tokenizer: Tokenizer
  private let buffer: TokenBuffer
  private let again: TokenBuffer
  private let decoder = TextDecoder()

  init() throws {
    tokenizer = try Tokenizer()
    buffer = try TokenBuffer()
    again = try TokenBuffer()
  }

  /// Any bytes at all: decoded, then tokenized twice, by buffers that have seen other texts.
  func check(_ bytes: [UInt8]) {
    let utf8 = decoder.decode(bytes).utf8
    utf8.withUnsafeBufferPointer { utf8 in
      tokenizer.tokenize(utf8, into: buffer)
      tokenizer.tokenize(utf8, into: again)
      checkTokens(utf8)
      checkRanges()
      checkSameAgain()
    }
    if buffer.words.isFull {
      buffer.words.removeAll()
      again.words.removeAll()
    }
  }

  /// Tokens rise, do not overlap, begin and end on scalars; what lies between them shows nothing.
  private func checkTokens(_ utf8: UnsafeBufferPointer<UInt8>) {
    var end = 0
    for token in buffer.tokens {
      require(token.length > 0 && Int(token.start) >= end, "tokens overlap")
      require(Int(token.end) <= utf8.count, "a token ends past the text")
      require(isBorder(utf8, Int(token.start)) && isBorder(utf8, Int(token.end)), "half a scalar")
      checkGap(utf8, end..<Int(token.start))
      end = Int(token.end)
    }
    checkGap(utf8, end..<utf8.count)
  }

  /// Every byte is accounted for: outside tokens there is only white space and what is invisible.
  private func checkGap(_ utf8: UnsafeBufferPointer<UInt8>, _ gap: Range<Int>) {
    if gap.isEmpty { return }
    // Tags and references of HTML are no tokens, nor stars, even before a combining mark.
    let markup = /<[^<>]*>|&[^;&]{2,9};|\*{2,3}/.matchingSemantics(.unicodeScalar)
    let text = String(decoding: utf8[gap], as: UTF8.self).replacing(markup, with: "")
    for scalar in text.unicodeScalars {
      let properties = scalar.properties
      let isInvisible =
        properties.isWhitespace || properties.isDefaultIgnorableCodePoint
        || [.control, .format, .nonspacingMark, .enclosingMark, .spacingMark]
          .contains(properties.generalCategory) || properties.isGraphemeExtend
        || properties.isEmojiModifier
      require(isInvisible, "a character in no token: U+\(String(scalar.value, radix: 16))")
    }
  }

  private func isBorder(_ utf8: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    offset == utf8.count || utf8[offset] & 0xC0 != 0x80
  }

  /// Sentences and paragraphs each hold every token once.
  private func checkRanges() {
    for ranges in [buffer.sentences, buffer.paragraphs] {
      var next = 0
      for range in ranges {
        require(Int(range.start) == next && range.end > range.start, "a gap between sentences")
        next = Int(range.end)
      }
      require(next == buffer.count, "tokens in no sentence")
    }
  }

  /// A second run, with another table of words, gives the same tokens but for word numbers.
  private func checkSameAgain() {
    require(buffer.count == again.count, "another count of tokens")
    for index in 0..<buffer.count {
      var (first, second) = (buffer[index], again[index])
      require(
        buffer.words.normalForm(of: first.word).elementsEqual(
          again.words.normalForm(of: second.word)), "another normal form")
      (first.word, second.word) = (0, 0)
      require(first == second, "another token")
    }
    require(buffer.sentences.elementsEqual(again.sentences), "other sentences")
  }

  private func require(_ condition: Bool, _ what: @autoclosure () -> String) {
    if !condition { fatalError(what()) }
  }
}

nonisolated(unsafe) private let checks = Result { try TokenChecks() }

private func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  guard case .success(let checks) = checks else { fatalError("ICU's data cannot be loaded") }
  checks.check(Array(UnsafeBufferPointer(start: data, count: size)))
  return 0
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ argumentCount: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

// libFuzzer's own entry point asks for this name.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  testOneInput(data, size)
}

// The package manager calls an executable's entry point by this name.
@_cdecl("TokensFuzz_main")
public func fuzzTokens(
  _ argumentCount: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
) -> CInt {
  var (argumentCount, arguments) = (argumentCount, arguments)
  return runDriver(&argumentCount, &arguments) { testOneInput($0, $1) }
}
