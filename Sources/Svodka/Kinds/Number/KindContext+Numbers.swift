import RussianMorphology
import RussianText
import TextRules

extension KindContext {
  /// Where the sentence of token `index` starts, or `reach` tokens back if that is nearer.
  func sentenceStart(before index: Int, reach: Int) -> Int {
    let limit = max(0, index - reach)
    var start = index
    while start > limit, start == buffer.count || !buffer[start].flags.contains(.sentenceStart) {
      start -= 1
    }
    return start
  }

  /// Where the paragraph of token `index` starts, or `reach` tokens back if that is nearer.
  func paragraphStart(before index: Int, reach: Int) -> Int {
    let limit = max(0, index - reach)
    var start = index
    while start > limit, start == buffer.count || !buffer[start].flags.contains(.paragraphStart) {
      start -= 1
    }
    return start
  }

  /// Do `tokens` make a sentence of their own, but for a full stop?
  func isWholeSentence(_ tokens: Range<Int>) -> Bool {
    guard tokens.lowerBound == 0 || buffer[tokens.lowerBound].flags.contains(.sentenceStart) else {
      return false
    }
    var next = tokens.upperBound
    if next < buffer.count, buffer[next].kind == .punctuation { next += 1 }
    return next == buffer.count || buffer[next].flags.contains(.sentenceStart)
  }

  /// Is the token at `index` free of the one before: white space, a bracket or the start?
  func standsApart(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    if buffer[index].flags.contains(.spaceBefore) {
      return !buffer[index].flags.contains(.lineBreakBefore)
    }
    return buffer[index - 1].kind == .punctuation && !buffer[index - 1].flags.contains(.spaceBefore)
      == false
  }

  /// Is one space of any width, and no line break, all that stands before the token at `index`?
  func isGroupSpace(before index: Int) -> Bool {
    let token = buffer[index]
    guard token.flags.contains(.spaceBefore), !token.flags.contains(.lineBreakBefore) else {
      return false
    }
    let gap = buffer.utf8[Int(buffer[index - 1].end)..<Int(token.start)]
    // A tab parts the cells of a table; `&nbsp;` is one space.
    return gap.count <= 3 && gap.first != UInt8(ascii: "\t")
      || gap.first == UInt8(ascii: "&") && gap.last == UInt8(ascii: ";") && gap.count <= 9
  }

  /// Does the entry of `lexicon` cover just the token at `index`?
  func holds(_ lexicon: CompiledLexicon, _ index: Int) -> Bool {
    var found = false
    forEachEntry(of: lexicon, in: index..<index + 1) { _, _ in found = true }
    return found
  }

  /// Does the document group thousands by dots, as far as 200 tokens either way tell?
  ///
  /// «20.000» is ambiguous; a decimal comma near by, or no decimal dot, makes it a group.
  func groupsByDot(at index: Int) -> Bool {
    let near = max(0, index - 200)..<min(buffer.count, index + 200)
    for other in near where other != index && buffer[other].kind == .number {
      if hasDecimalDot(other) { return false }
    }
    return true
  }

  private func hasDecimalDot(_ index: Int) -> Bool {
    let bytes = bytes(of: index..<index + 1)
    guard let dot = bytes.firstIndex(of: UInt8(ascii: ".")),
      bytes.lastIndex(of: UInt8(ascii: ".")) == dot, !bytes.contains(UInt8(ascii: ","))
    else { return false }
    return bytes.count - dot - 1 != 3
  }
}
