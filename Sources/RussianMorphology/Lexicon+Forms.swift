// Lemmas and other forms, put together from prefix, stem and suffix.
extension Lexicon {
  /// Writes the stem that is left of `form` (folded) when a paradigm's form is taken off.
  @inlinable func stemRange(
    of form: UnsafeBufferPointer<UInt8>, as part: LexiconLayout.Form
  ) -> Range<Int> {
    let lower = suffix(part.prefix).count
    let upper = form.count &- suffix(part.suffix).count
    return lower..<max(lower, upper)
  }

  /// Appends form `index` of a paradigm on `stem`, ё as е.
  func appendForm(
    _ index: Int, ofParadigm paradigm: Int, stem: UnsafeBufferPointer<UInt8>,
    to output: inout [UInt8]
  ) {
    let part = form(index, ofParadigm: paradigm)
    output.append(contentsOf: suffix(part.prefix))
    output.append(contentsOf: stem)
    appendFolded(suffix(part.suffix), to: &output)
  }

  /// Appends form `index` of a paradigm on `stem`, with ё where it is ё.
  func appendSpelledForm(
    _ index: Int, ofParadigm paradigm: Int, stem: UnsafeBufferPointer<UInt8>, yoMask: Int,
    to output: inout [UInt8]
  ) {
    let part = form(index, ofParadigm: paradigm)
    output.append(contentsOf: suffix(part.prefix))
    let start = output.count
    output.append(contentsOf: stem)
    restoreYo(in: &output, from: start, mask: yoMasks[yoMask])
    output.append(contentsOf: suffix(part.suffix))
  }

  /// Bit *n* of the mask is the *n*-th letter from the end.
  private func restoreYo(in output: inout [UInt8], from start: Int, mask: UInt32) {
    var mask = mask
    var place = output.count
    while mask != 0, place > start {
      repeat { place -= 1 } while place > start && output[place] & 0xC0 == 0x80
      if mask & 1 != 0, place + 1 < output.count {
        output[place] = 0xD1
        output[place + 1] = 0x91
      }
      mask >>= 1
    }
  }

  /// Appends `bytes` with ё as е; both take two bytes.
  func appendFolded(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    let start = output.count
    output.append(contentsOf: bytes)
    foldYo(in: &output, from: start)
  }

  private func foldYo(in output: inout [UInt8], from start: Int) {
    var place = start
    while place &+ 1 < output.count {
      if output[place] == 0xD1, output[place &+ 1] == 0x91 {
        output[place] = 0xD0
        output[place &+ 1] = 0xB5
      }
      place &+= output[place] < 0x80 ? 1 : 2
    }
  }

  /// Appends `bytes` in small letters with е for ё, as far as the dictionary's alphabet goes.
  /// False if some letter is outside it.
  func appendNormal(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) -> Bool {
    var place = 0
    while place < bytes.count {
      let first = bytes[place]
      var code = 0
      if first & 0xFC == 0xD0, place + 1 < bytes.count {
        code = Int(codes[128 + (Int(first & 3) << 6 | Int(bytes[place + 1] & 0x3F))])
        place += 2
      } else if first < 0x80 {
        code = Int(codes[Int(first)])
        place += 1
      }
      guard code != 0 else { return false }
      var letter = letters[code]
      while letter != 0 {
        output.append(UInt8(truncatingIfNeeded: letter))
        letter >>= 8
      }
    }
    return true
  }
}
