import RussianText

/// The head of a noun phrase and the words that agree with it.
struct NounPhrase {
  /// Index of the head's token; the range's end if there is none.
  private(set) var head: Int
  private(set) var headGrammemes = Grammemes()
  private let range: Range<Int>
  /// The reading of every token that changes with the head, by place in the range.
  private var readings: [Analysis?]
  private let cache: MorphologyCache

  /// The head's gender, where its number shows one.
  var headGender: Grammemes {
    let gender = headGrammemes.intersection(.genders)
    return headGrammemes.contains(.Ms_f) ? .masc : gender
  }

  func agreeing(_ index: Int) -> Analysis? { readings[index - range.lowerBound] }

  init(
    _ range: Range<Int>, _ buffer: TokenBuffer, _ cache: MorphologyCache,
    _ choices: UnsafeBufferPointer<UInt8>?
  ) {
    self.range = range
    self.cache = cache
    readings = Array(repeating: nil, count: range.count)
    head = Self.head(in: range, buffer, cache, choices)
    guard head < range.upperBound else { return }
    let word = buffer[head].word
    var best = -1
    var bestScore = Int.min
    for (number, analysis) in cache.analyses(of: word).enumerated() {
      guard let score = score(analysis, number, buffer, choices) else { continue }
      if score > bestScore { (best, bestScore) = (number, score) }
    }
    guard best >= 0 else { return }
    let analysis = cache.analyses(of: word)[best]
    headGrammemes = cache.grammemes(of: analysis)
    readings[head - range.lowerBound] = analysis
    for index in range.lowerBound..<head {
      readings[index - range.lowerBound] = agreeingReading(of: buffer[index].word)
    }
    addCoordinated(after: head, buffer)
  }

  /// The first noun that no preposition governs, else the last adjective.
  private static func head(
    in range: Range<Int>, _ buffer: TokenBuffer, _ cache: MorphologyCache,
    _ choices: UnsafeBufferPointer<UInt8>?
  ) -> Int {
    var isGoverned = false
    var lastAdjective = range.upperBound
    for index in range {
      let word = buffer[index].word
      let first: Grammemes
      if let choices, Int(choices[index]) < cache.analyses(of: word).count {
        first = cache.grammemes(of: cache.analyses(of: word)[Int(choices[index])])
      } else {
        first = cache.grammemes(of: cache.analyses(of: word)[0])
      }
      if first.intersects(.NOUN) {
        if !isGoverned { return index }
        isGoverned = false
      } else if first.contains(.PREP) {
        isGoverned = true
      } else if !isGoverned, first.intersects(.attributive) {
        lastAdjective = index
      }
    }
    return lastAdjective
  }

  private func score(
    _ analysis: Analysis, _ number: Int, _ buffer: TokenBuffer,
    _ choices: UnsafeBufferPointer<UInt8>?
  ) -> Int? {
    let grammemes = cache.grammemes(of: analysis)
    guard grammemes.intersects(.NOUN.union(.attributive)), grammemes.intersects(.cases) else {
      return nil
    }
    var score = Int(analysis.score)
    if let choices, Int(choices[head]) == number { score += 700 }
    for index in range.lowerBound..<head {
      let all = cache.allGrammemes(of: buffer[index].word)
      guard all.intersects(.attributive) else { continue }
      let agrees = cache.analyses(of: buffer[index].word).contains {
        Agreement.agree(cache.grammemes(of: $0), grammemes)
      }
      score += agrees ? 1000 : -1000
    }
    return score
  }

  private func agreeingReading(of word: WordID) -> Analysis? {
    guard cache.allGrammemes(of: word).intersects(.attributive) else { return nil }
    return cache.analyses(of: word).first {
      Agreement.agree(cache.grammemes(of: $0), headGrammemes)
    }
  }

  /// "автобусов и грузовиков": a second head right after a conjunction, in the first one's case.
  private mutating func addCoordinated(after head: Int, _ buffer: TokenBuffer) {
    var index = head + 1
    guard index < range.upperBound,
      cache.grammemes(of: cache.analyses(of: buffer[index].word)[0]).contains(.CONJ)
    else { return }
    index += 1
    let first = index
    while index < range.upperBound {
      let all = cache.allGrammemes(of: buffer[index].word)
      let wanted = headGrammemes.intersection(.cases.union(.numbers))
      if let second = cache.analyses(of: buffer[index].word).first(where: {
        let grammemes = cache.grammemes(of: $0)
        return grammemes.contains(.NOUN) && grammemes.contains(wanted)
      }) {
        readings[index - range.lowerBound] = second
        let grammemes = cache.grammemes(of: second)
        for place in first..<index {
          readings[place - range.lowerBound] = cache.analyses(of: buffer[place].word).first {
            Agreement.agree(cache.grammemes(of: $0), grammemes)
          }
        }
        return
      }
      guard all.intersects(.attributive) else { return }
      index += 1
    }
  }
}
