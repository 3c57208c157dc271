import RussianText

/// Chooses a reading for every token by what stands around it.
///
///     let disambiguator = Disambiguator(cache: cache)
///     disambiguator.disambiguate(buffer, into: &choices)
///     let chosen = cache.analyses(of: buffer[0].word)[Int(choices[0])]
///
/// Of all ways to read a sentence it takes the one with the greatest sum of weights: how often each
/// word is meant so, and how well each reading goes with the one before (``ContextWeights``).
/// One per worker, beside its cache. Not for use by two threads at once.
public final class Disambiguator {
  public let cache: MorphologyCache

  private let weights: ContextWeights
  private let classCount: Int
  /// Weights of pairs of classes, worked out when first needed; joined pairs in the second half.
  private let table: UnsafeMutablePointer<Int16>
  private static let unset = Int16.min
  /// A longer run of tokens is read in parts, so that memory does not grow with it.
  private static let longestRun = 512
  private static let mostReadings = 40

  private struct State {
    var score: Int32
    /// Class of the last word that bears on the next.
    var context: UInt16
    var isJoined: Bool
  }

  private var states: [State] = []
  private var nextStates: [State] = []
  private var back: [UInt8] = []
  private var backStarts: [Int32] = []

  public init(cache: MorphologyCache) {
    self.cache = cache
    weights = ContextWeights(classes: cache.contextClasses)
    classCount = cache.contextClasses.keys.count
    table = .allocate(capacity: 2 * classCount * classCount)
    table.initialize(repeating: Self.unset, count: 2 * classCount * classCount)
  }

  deinit { table.deallocate() }

  /// Writes into `choices`, for each token of `buffer`, the number of the chosen reading among
  /// ``MorphologyCache/analyses(of:)``.
  ///
  /// - Complexity: O(*n*) in the number of tokens; no allocation per token.
  public func disambiguate(_ buffer: TokenBuffer, into choices: inout [UInt8]) {
    choices.removeAll(keepingCapacity: true)
    choices.append(contentsOf: repeatElement(0, count: buffer.count))
    choices.withUnsafeMutableBufferPointer { choices in
      for sentence in buffer.sentences {
        var first = Int(sentence.start)
        while first < Int(sentence.end) {
          let end = min(first + Self.longestRun, Int(sentence.end))
          read(first..<end, of: buffer.tokens, into: choices)
          first = end
        }
      }
    }
  }

  private func read(
    _ range: Range<Int>, of tokens: UnsafeBufferPointer<Token>,
    into choices: UnsafeMutableBufferPointer<UInt8>
  ) {
    states.removeAll(keepingCapacity: true)
    states.append(State(score: 0, context: ContextClasses.start, isJoined: false))
    back.removeAll(keepingCapacity: true)
    backStarts.removeAll(keepingCapacity: true)
    for index in range {
      backStarts.append(Int32(back.count))
      step(tokens[index], isFirst: index == range.lowerBound)
    }
    var best = 0
    for index in states.indices where states[index].score > states[best].score { best = index }
    for index in range.reversed() {
      choices[index] = UInt8(best)
      best = Int(back[Int(backStarts[index - range.lowerBound]) + best])
    }
  }

  private func step(_ token: Token, isFirst: Bool) {
    let analyses = cache.analyses(of: token.word)
    let count = min(analyses.count, Self.mostReadings)
    let isName = token.shape == .title && !isFirst
    nextStates.removeAll(keepingCapacity: true)
    for index in 0..<count {
      let analysis = analyses[index]
      var bestScore = Int32.min
      var best = 0
      for place in states.indices {
        let state = states[place]
        let score = state.score &+ Int32(weight(state, analysis.contextClass))
        if score > bestScore { (bestScore, best) = (score, place) }
      }
      back.append(UInt8(best))
      let prior = Int32(LogTable.shared[Int(analysis.score)])
      let name = isName ? cache.nameWeight(of: analysis.tag) : isFirst ? opening(analysis) : 0
      nextStates.append(
        state(after: states[best], analysis.contextClass, score: bestScore &+ prior &+ name))
    }
    swap(&states, &nextStates)
  }

  /// What takes back the weight that the guesser gave a capital: here it opens the sentence.
  private func opening(_ analysis: Analysis) -> Int32 {
    guard analysis.origin == .guess else { return 0 }
    return cache.nameWeight(of: analysis.tag) > 0 ? -110 : 0
  }

  private func state(after previous: State, _ number: UInt16, score: Int32) -> State {
    switch cache.contextClasses.keys[Int(number)].role {
    case .joins, .comma:
      return State(score: score, context: previous.context, isJoined: true)
    case .passes:
      return State(score: score, context: previous.context, isJoined: previous.isJoined)
    default:
      return State(score: score, context: number, isJoined: false)
    }
  }

  @inline(__always)
  private func weight(_ state: State, _ next: UInt16) -> Int16 {
    let row = (state.isJoined ? classCount : 0) &+ Int(state.context)
    let place = row &* classCount &+ Int(next)
    let known = table[place]
    return known != Self.unset ? known : fill(place, state, next)
  }

  @inline(never)
  private func fill(_ place: Int, _ state: State, _ next: UInt16) -> Int16 {
    let weight = weights.weight(state.context, joined: state.isJoined, next)
    table[place] = Int16(weight)
    return table[place]
  }
}

/// Natural logarithms of shares in thousandths, in hundredths; no share at all is a little share.
struct LogTable: Sendable {
  private let values: [Int16]
  static let shared = LogTable()

  private init() {
    values = (0...1000).map { share in
      // ln x by halving into 1…2, then the series of artanh.
      var x = Double(max(share, 2)) / 1000
      var halvings = 0.0
      while x < 1 { (x, halvings) = (x * 2, halvings + 1) }
      let y = (x - 1) / (x + 1)
      let series = 2 * (y + y * y * y / 3 + y * y * y * y * y / 5)
      return Int16((series - halvings * 0.693147) * 100)
    }
  }

  subscript(thousandths: Int) -> Int16 { values[min(thousandths, 1000)] }
}
