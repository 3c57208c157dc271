import RussianMorphology
import RussianSyntax
import RussianText

/// Rows of weights, one weight a step, learnt with the averaged perceptron.
final class RowTable {
  static let width = LinkState.Step.count
  private(set) var keys: UnsafeMutablePointer<UInt32>
  private let rowOf: UnsafeMutablePointer<Int32>
  private let mask: Int
  private(set) var weights: UnsafeMutablePointer<Float>
  private var sums: UnsafeMutablePointer<Float>
  private let most: Int
  private(set) var count = 0
  let capacity: Int
  var time: Float = 1
  /// How often each key was met while counting, by hash; saturates.
  private let met: UnsafeMutablePointer<UInt8>
  private static let metMask = (1 << 28) - 1
  private let threshold: UInt8
  private(set) var uses: [UInt32] = []

  /// - Parameter threshold: How often evidence must be counted to have a row.
  init(rows: Int, threshold: UInt8) {
    self.threshold = threshold
    most = rows
    var size = 1024
    while size < rows * 2 { size *= 2 }
    capacity = size
    mask = capacity - 1
    keys = .allocate(capacity: capacity)
    keys.initialize(repeating: 0, count: capacity)
    rowOf = .allocate(capacity: capacity)
    weights = .allocate(capacity: rows * Self.width)
    weights.initialize(repeating: 0, count: rows * Self.width)
    sums = .allocate(capacity: rows * Self.width)
    sums.initialize(repeating: 0, count: rows * Self.width)
    met = .allocate(capacity: Self.metMask + 1)
    met.initialize(repeating: 0, count: Self.metMask + 1)
    uses = Array(repeating: 0, count: rows)
  }

  func count(_ key: UInt32) {
    let place = Int(key) & Self.metMask
    if met[place] < 255 { met[place] += 1 }
  }

  @inline(__always)
  func row(_ key: UInt32) -> Int {
    var slot = Int(key) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return Int(rowOf[slot]) }
      slot = (slot + 1) & mask
    }
    return -1
  }

  func rowToChange(_ key: UInt32) -> Int {
    var slot = Int(key) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return Int(rowOf[slot]) }
      slot = (slot + 1) & mask
    }
    guard met[Int(key) & Self.metMask] >= threshold, count < most, !isClosed else { return -1 }
    keys[slot] = key
    rowOf[slot] = Int32(count)
    count += 1
    return count - 1
  }

  /// No more rows are made.
  private var isClosed = false

  /// Which weights may change; empty if all may.
  private var isKept: [Bool] = []

  func change(_ row: Int, _ step: Int, _ change: Float) {
    if !isKept.isEmpty, !isKept[row * Self.width + step] { return }
    weights[row * Self.width + step] += change
    sums[row * Self.width + step] += time * change
    uses[row] &+= 1
  }

  /// Replaces each weight by its mean over all steps of learning.
  func average() {
    for place in 0..<count * Self.width {
      weights[place] -= sums[place] / time
      sums[place] = 0
    }
    time = 1
  }

  func forEachRow(_ body: (UInt32, Int) -> Void) {
    for slot in 0..<capacity where keys[slot] != 0 { body(keys[slot], Int(rowOf[slot])) }
  }

  /// Keeps these weights only; all else is zero and stays so.
  func keep(_ isKept: [Bool]) {
    isClosed = true
    self.isKept = isKept
    for place in 0..<count * Self.width where !isKept[place] { weights[place] = 0 }
  }
}

/// How many words have the right case, head and relation.
struct Accuracy {
  var words = 0
  var heads = 0
  var links = 0
  var cases = 0
  var rightCases = 0
  var wanted = Array(repeating: 0, count: 32)
  var given = Array(repeating: 0, count: 32)
  var right = Array(repeating: 0, count: 32)

  func f1(_ relation: Relation) -> Double {
    let place = Int(relation.rawValue)
    return 2 * Double(right[place]) / Double(max(1, wanted[place] + given[place]))
  }

  var description: String {
    func share(_ a: Int, _ b: Int) -> String { String(Double(a) / Double(max(b, 1))).prefix(5) + "" }
    let relations: [Relation] = [.nsubj, .obj, .obl, .nmod, .amod, .conj, .appos, .acl, .advcl, .parataxis]
    return "case \(share(rightCases, cases)) UAS \(share(heads, words)) LAS \(share(links, words))"
      + relations.map { " \($0) \("\(f1($0))".prefix(5))" }.joined()
  }
}

/// Learns which link to set next, by reading with what is known and mending what went wrong.
final class LinkTrainer {
  let buffer: TokenBuffer
  let tokenizer: Tokenizer
  let reader: StructureReader
  let readings: ReadingTrainer
  let table: RowTable
  private var state = LinkState()
  private var evidence = LinkEvidence()
  private let scores = UnsafeMutablePointer<Float>.allocate(capacity: RowTable.width)
  private let costs = UnsafeMutablePointer<Int32>.allocate(capacity: RowTable.width)
  private var rows: [Int] = []
  private var random: UInt64 = 88172645463325252
  var explores = false

  init(_ readings: ReadingTrainer, rows: Int, threshold: Int) {
    buffer = readings.buffer
    tokenizer = readings.tokenizer
    reader = readings.reader
    self.readings = readings
    table = RowTable(rows: rows, threshold: UInt8(threshold))
  }

  private func nextRandom() -> UInt64 {
    random ^= random << 13
    random ^= random >> 7
    random ^= random << 17
    return random
  }

  /// Lays out an example's words with the readings that the chooser gives them.
  private func lay(_ example: Example) -> Bool {
    _ = readings.read(example, learns: false)
    return reader.nodes.count == example.words.count
  }

  /// Counts the evidence on the way of an example's own tree.
  func countEvidence(_ example: Example) {
    guard lay(example) else { return }
    state.start(count: reader.nodes.count)
    while !state.isDone {
      evidence.collect(state, reader.nodes)
      for place in 0..<evidence.count { table.count(evidence.keys[place]) }
      fillCosts(example)
      take(bestByCost())
    }
  }

  private func bestByCost() -> Int {
    var best = 0
    for step in 0..<RowTable.width where costs[step] < costs[best] { best = step }
    return best
  }

  func learn(_ example: Example) -> (steps: Int, wrong: Int) {
    guard lay(example) else { return (0, 0) }
    state.start(count: reader.nodes.count)
    var (steps, wrong) = (0, 0)
    while !state.isDone {
      evidence.collect(state, reader.nodes)
      score()
      fillCosts(example)
      var (predicted, oracle) = (-1, -1)
      let least = costs[bestByCost()]
      for step in 0..<RowTable.width where costs[step] < .max {
        if predicted < 0 || scores[step] > scores[predicted] { predicted = step }
        if costs[step] == least, oracle < 0 || scores[step] > scores[oracle] { oracle = step }
      }
      steps += 1
      if costs[predicted] > least {
        wrong += 1
        for place in 0..<evidence.count {
          let row = table.rowToChange(evidence.keys[place])
          guard row >= 0 else { continue }
          table.change(row, oracle, 1)
          table.change(row, predicted, -1)
        }
      }
      table.time += 1
      let follows = explores && nextRandom() % 100 < 85
      take(follows ? predicted : oracle)
    }
    return (steps, wrong)
  }

  func measure(_ example: Example, _ total: inout Accuracy) {
    guard lay(example) else { return }
    state.start(count: reader.nodes.count)
    while !state.isDone {
      evidence.collect(state, reader.nodes)
      score()
      take(bestAllowed())
    }
    for (index, word) in example.words.enumerated() {
      let node = reader.nodes.storage[index]
      total.words += 1
      if word.caseNumber != 0 {
        total.cases += 1
        if node.wordClass.caseNumber == UInt32(word.caseNumber) { total.rightCases += 1 }
      }
      total.wanted[Int(word.relation)] += 1
      total.given[Int(node.relation)] += 1
      guard node.head == word.head else { continue }
      total.heads += 1
      guard node.relation == word.relation else { continue }
      total.links += 1
      total.right[Int(word.relation)] += 1
    }
  }

  private func score() {
    scores.update(repeating: 0, count: RowTable.width)
    let sums = UnsafeMutableRawPointer(scores).assumingMemoryBound(to: SIMD16<Float>.self)
    for place in 0..<evidence.count {
      let row = table.row(evidence.keys[place])
      guard row >= 0 else { continue }
      let line = UnsafeRawPointer(table.weights + row * RowTable.width)
        .assumingMemoryBound(to: SIMD16<Float>.self)
      sums[0] += line[0]
      sums[1] += line[1]
      sums[2] += line[2]
      sums[3] += line[3]
    }
  }

  private func bestAllowed() -> Int {
    typealias Step = LinkState.Step
    var best = (step: state.canShift ? Step.shift : 0, score: -Float.infinity)
    if state.canShift { best = (Step.shift, scores[Step.shift]) }
    if state.canLinkLeft {
      if state.next == state.count {
        best = (Step.left(0), .infinity)
      } else {
        for step in Step.left(1)..<Step.right(0) where scores[step] > best.score {
          best = (step, scores[step])
        }
      }
    }
    if state.canLinkRight {
      for step in Step.right(1)..<Step.right(Step.relations) where scores[step] > best.score {
        best = (step, scores[step])
      }
    }
    return best.step
  }

  private func take(_ step: Int) {
    typealias Step = LinkState.Step
    if step == Step.shift {
      state.shift()
    } else if step <= Step.relations {
      state.linkLeft(step - 1, reader.nodes)
    } else {
      state.linkRight(step - 1 - Step.relations, reader.nodes)
    }
  }

  /// How many right links each step makes impossible, and one for a wrong relation; `.max` where the
  /// step cannot be taken.
  private func fillCosts(_ example: Example) {
    typealias Step = LinkState.Step
    costs.update(repeating: .max, count: RowTable.width)
    let words = example.words
    let next = state.next
    let top = state.stackItem(0)
    let under = state.stackItem(1)
    if state.canShift {
      var lost: Int32 = 0
      for place in 0..<state.depth {
        let item = state.stackItem(place)
        if place > 0, Int(words[next].head) == item { lost += 1 }
        if Int(words[item].head) == next { lost += 1 }
      }
      costs[Step.shift] = lost
    }
    guard top >= 0 else { return }
    var lostDependents: Int32 = 0
    var headIsAhead = false
    for place in next..<max(next, state.count) {
      if Int(words[place].head) == top { lostDependents += 1 }
      if Int(words[top].head) == place { headIsAhead = true }
    }
    if words[top].head < 0, state.next < state.count { headIsAhead = true }
    let headIsUnder = under >= 0 && Int(words[top].head) == under
    if state.canLinkLeft {
      if next == state.count {
        costs[Step.left(0)] = lostDependents
      } else {
        let isHead = Int(words[top].head) == next
        let lost = lostDependents + (!isHead && (headIsUnder || headIsAhead || words[top].head < 0) ? 1 : 0)
        for relation in 1..<Step.relations {
          costs[Step.left(relation)] =
            2 * lost + (isHead && Int(words[top].relation) != relation ? 1 : 0)
        }
      }
    }
    if state.canLinkRight {
      let lost = lostDependents + (headIsAhead || (words[top].head < 0) ? 1 : 0)
      for relation in 1..<Step.relations {
        costs[Step.right(relation)] =
          2 * lost + (headIsUnder && Int(words[top].relation) != relation ? 1 : 0)
      }
    }
    if costs[Step.shift] < .max { costs[Step.shift] *= 2 }
  }
}
