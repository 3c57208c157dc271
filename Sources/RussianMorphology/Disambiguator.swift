import RussianText

/// Chooses a reading for every token by what stands around it.
///
///     let disambiguator = Disambiguator(cache: cache)
///     disambiguator.disambiguate(buffer, into: &choices)
///     let chosen = cache.analyses(of: buffer[0].word)[Int(choices[0])]
///
/// Of all ways to read a sentence it takes the one with the greatest sum of weights: how often each
/// word is meant so, and how well each reading goes with the one before (`ContextWeights`).
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

  /// A way to have read the sentence so far: the best of those that mean the same to what follows.
  private struct State {
    var score: Int32
    /// Class of the last word that bears on the next; joined ones count from ``classCount``.
    var row: Int32
  }

  /// How a state came about: the state before it and the reading chosen.
  private struct Step {
    var previous: UInt8
    var reading: UInt8
  }

  /// What a class does to the states.
  private enum Effect {
    static let replaces: UInt8 = 0
    static let joins: UInt8 = 1
    static let passes: UInt8 = 2
  }

  // Scratch memory of one run, taken once.
  private var states: UnsafeMutablePointer<State>
  private var nextStates: UnsafeMutablePointer<State>
  private var stateCount = 0
  private let steps: UnsafeMutablePointer<Step>
  private let stepStarts: UnsafeMutablePointer<Int32>
  private let effects: UnsafeMutablePointer<UInt8>
  /// What a capital inside a sentence says for a reading, by tag.
  private let nameWeights: UnsafeMutablePointer<Int16>
  private let priors: UnsafeMutablePointer<Int16>

  public init(cache: MorphologyCache) {
    self.cache = cache
    weights = ContextWeights(classes: cache.contextClasses)
    classCount = cache.contextClasses.keys.count
    table = .allocate(capacity: 2 * classCount * classCount)
    table.initialize(repeating: Self.unset, count: 2 * classCount * classCount)
    states = .allocate(capacity: Self.mostReadings)
    nextStates = .allocate(capacity: Self.mostReadings)
    steps = .allocate(capacity: Self.longestRun * Self.mostReadings)
    stepStarts = .allocate(capacity: Self.longestRun)
    effects = .allocate(capacity: classCount)
    for (number, key) in cache.contextClasses.keys.enumerated() {
      switch key.role {
      case .joins, .comma: effects[number] = Effect.joins
      case .passes: effects[number] = Effect.passes
      default: effects[number] = Effect.replaces
      }
    }
    nameWeights = .allocate(capacity: cache.lexicon.tagCount)
    for tag in 0..<cache.lexicon.tagCount {
      nameWeights[tag] = Int16(cache.nameWeight(of: TagID(tag)))
    }
    priors = .allocate(capacity: 1001)
    for share in 0...1000 { priors[share] = LogTable.shared[share] }
  }

  deinit {
    table.deallocate()
    states.deallocate()
    nextStates.deallocate()
    steps.deallocate()
    stepStarts.deallocate()
    effects.deallocate()
    nameWeights.deallocate()
    priors.deallocate()
  }

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
    states[0] = State(score: 0, row: Int32(ContextClasses.start))
    stateCount = 1
    var stepCount = 0
    for index in range {
      stepStarts[index &- range.lowerBound] = Int32(truncatingIfNeeded: stepCount)
      stepCount = step(tokens[index], isFirst: index == range.lowerBound, stepCount)
    }
    var best = 0
    for index in 1..<max(stateCount, 1) where states[index].score > states[best].score {
      best = index
    }
    for index in range.reversed() {
      let step = steps[Int(stepStarts[index &- range.lowerBound]) &+ best]
      choices[index] = step.reading
      best = Int(step.previous)
    }
  }

  /// Reads one more token; returns how many steps there are then.
  private func step(_ token: Token, isFirst: Bool, _ stepCount: Int) -> Int {
    let analyses = cache.analyses(of: token.word)
    let count = min(analyses.count, Self.mostReadings)
    let isName = token.shape == .title && !isFirst
    let first = steps + stepCount
    var nextCount = 0
    for index in 0..<count {
      let analysis = analyses[index]
      let (place, score) = best(before: analysis.contextClass)
      var total = score &+ Int32(priors[min(Int(analysis.score), 1000)])
      if isName {
        total &+= Int32(nameWeights[Int(analysis.tag)])
      } else if isFirst, analysis.origin == .guess, nameWeights[Int(analysis.tag)] > 0 {
        // Takes back the weight that the guesser gave a capital: here it opens the sentence.
        total &-= 110
      }
      let row = row(after: states[place].row, analysis.contextClass)
      let step = Step(previous: UInt8(truncatingIfNeeded: place), reading: UInt8(index))
      var same = 0
      while same < nextCount, nextStates[same].row != row { same &+= 1 }
      if same == nextCount {
        nextStates[same] = State(score: total, row: row)
        first[same] = step
        nextCount &+= 1
      } else if total > nextStates[same].score {
        nextStates[same].score = total
        first[same] = step
      }
    }
    swap(&states, &nextStates)
    stateCount = nextCount
    return stepCount &+ nextCount
  }

  /// The state that a reading of the class `next` best follows, and the score after it.
  @inline(__always)
  private func best(before next: UInt16) -> (place: Int, score: Int32) {
    var best = 0
    var bestScore = Int32.min
    for place in 0..<stateCount {
      let state = states[place]
      let score = state.score &+ Int32(weight(state.row, next))
      if score > bestScore { (bestScore, best) = (score, place) }
    }
    return (best, bestScore)
  }

  @inline(__always)
  private func row(after row: Int32, _ next: UInt16) -> Int32 {
    switch effects[Int(next)] {
    case Effect.replaces: Int32(next)
    case Effect.joins: Int(row) < classCount ? row &+ Int32(truncatingIfNeeded: classCount) : row
    default: row
    }
  }

  @inline(__always)
  private func weight(_ row: Int32, _ next: UInt16) -> Int16 {
    let place = Int(row) &* classCount &+ Int(next)
    let known = table[place]
    return known != Self.unset ? known : fill(place, row, next)
  }

  @inline(never)
  private func fill(_ place: Int, _ row: Int32, _ next: UInt16) -> Int16 {
    let isJoined = Int(row) >= classCount
    let context = UInt16(isJoined ? Int(row) - classCount : Int(row))
    table[place] = Int16(weights.weight(context, joined: isJoined, next))
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
