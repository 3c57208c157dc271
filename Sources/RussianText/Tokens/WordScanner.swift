/// A segment between two neighbouring word boundaries of ICU, and the classes of its characters.
struct Segment {
  var start: Int
  var end: Int
  var classes: WordClassSet
}

/// ICU's word boundaries (UAX #29 as the linked ICU has it), by table over UTF-8.
///
/// Segments come one at a time, first to last. Boundaries that need a dictionary are not decided
/// here: ``segment(at:)`` says so and the caller asks ICU.
struct WordScanner {
  let text: UnsafePointer<UInt8>
  let count: Int
  let table: CharacterTable

  @inline(__always)
  func wordClass(at index: Int, _ next: inout Int) -> UInt8 {
    next = index
    let code = nextScalar(text, &next)
    return table.wordClass(of: code)
  }

  @inline(__always)
  func wordClass(at index: Int) -> UInt8 {
    var next = index
    return wordClass(at: index, &next)
  }

  /// The segment that starts at the boundary `start`, or nil where a dictionary must decide.
  func segment(at start: Int) -> Segment? {
    var index = start
    let first = wordClass(at: start, &index)
    if first == WordClass.dictionary { return nil }
    var segment = Segment(start: start, end: index, classes: WordClassSet(first))
    if WordClassSet.lineBreaks.has(first) {
      if first == WordClass.carriageReturn, index < count, text[index] == 0x0A {
        segment.end += 1
      }
      return segment
    }
    var rest = Chain(last: first, carrier: first)
    if WordClassSet.ignored.has(first) { rest.carrier = WordClass.extend }
    if first == WordClass.regional, !pairRegional(&segment, &rest) { return nil }
    while segment.end < count {
      switch step(&segment, &rest) {
      case .joined: continue
      case .border: return segment
      case .dictionary: return nil
      }
    }
    return segment
  }

  private enum Step { case joined, border, dictionary }

  /// The last class absorbed, and the last that is not Extend, Format or ZWJ.
  private struct Chain {
    var last: UInt8
    var carrier: UInt8
  }

  private func step(_ segment: inout Segment, _ chain: inout Chain) -> Step {
    var next = 0
    let wordClass = wordClass(at: segment.end, &next)
    if WordClassSet.ignored.has(wordClass) {
      absorb(wordClass, next, &segment)
      chain.last = wordClass
      return .joined
    }
    if wordClass == WordClass.dictionary { return .dictionary }
    if chain.last == WordClass.joiner && WordClassSet.pictographs.has(wordClass)
      || chain.last == WordClass.space && wordClass == WordClass.space
      || WordClassSet.wordParts.has(chain.carrier) && WordClassSet.wordParts.has(wordClass)
    {
      absorb(wordClass, next, &segment)
      chain = Chain(last: wordClass, carrier: wordClass)
      return .joined
    }
    return bridge(wordClass, next, &segment, &chain)
  }

  /// Takes in a mark that stands between two letters or two digits, with what follows it.
  private func bridge(
    _ mark: UInt8, _ next: Int, _ segment: inout Segment, _ chain: inout Chain
  ) -> Step {
    let isLetter = WordClassSet.letters.has(chain.carrier)
    let isNumber = chain.carrier == WordClass.numeric
    let isHebrewQuote = mark == WordClass.doubleQuote && chain.carrier == WordClass.hebrew
    guard
      isLetter && WordClassSet.midLetters.has(mark)
        || isNumber && WordClassSet.midNumbers.has(mark) || isHebrewQuote
    else { return .border }
    var end = next
    var classes = WordClassSet(mark)
    while end < count {
      var after = end
      let wordClass = wordClass(at: end, &after)
      classes.formUnion(WordClassSet(wordClass))
      end = after
      if WordClassSet.ignored.has(wordClass) { continue }
      if wordClass == WordClass.dictionary, isLetter { return .dictionary }
      let fits =
        isHebrewQuote
        ? wordClass == WordClass.hebrew
        : isLetter ? WordClassSet.letters.has(wordClass) : wordClass == WordClass.numeric
      if !fits { break }
      segment.end = end
      segment.classes.formUnion(classes)
      chain = Chain(last: wordClass, carrier: wordClass)
      return .joined
    }
    if mark == WordClass.singleQuote, chain.carrier == WordClass.hebrew {
      absorb(mark, next, &segment)
      chain = Chain(last: mark, carrier: mark)
      return .joined
    }
    return .border
  }

  /// A second regional indicator makes a flag. False where a dictionary character follows.
  private func pairRegional(_ segment: inout Segment, _ chain: inout Chain) -> Bool {
    var end = segment.end
    while end < count {
      var next = end
      let wordClass = wordClass(at: end, &next)
      end = next
      if WordClassSet.ignored.has(wordClass) { continue }
      if wordClass == WordClass.regional {
        segment.end = end
        chain = Chain(last: wordClass, carrier: WordClass.symbol)
      }
      break
    }
    return true
  }

  @inline(__always)
  private func absorb(_ wordClass: UInt8, _ end: Int, _ segment: inout Segment) {
    segment.end = end
    segment.classes.formUnion(WordClassSet(wordClass))
  }
}
