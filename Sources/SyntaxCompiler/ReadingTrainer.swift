import RussianMorphology
import RussianSyntax
import RussianText

/// A weight as it was learnt.
struct ReadingWeight {
  var key: UInt32
  /// Where the weight is one of a row: the row's key and the place in it, else −1.
  var evidence: UInt32
  var label: Int16
  var weight: Float
  var hits: UInt32

  /// How much would be lost without it.
  var importance: Float { abs(weight) * Float(hits).squareRoot() }
}

/// Weights by key, learnt with the averaged perceptron.
struct WeightTable {
  private(set) var keys: [UInt32]
  private var weights: [Float]
  private var sums: [Float]
  private(set) var hits: [UInt32]
  /// Evidence and label of a weight that is one of a row; label −1 for a weight by itself.
  private(set) var parts: [(evidence: UInt32, label: Int16)]
  private var mask: Int
  private(set) var count = 0
  var time: Float = 1

  init(capacity: Int) {
    keys = Array(repeating: 0, count: capacity)
    weights = Array(repeating: 0, count: capacity)
    sums = weights
    hits = Array(repeating: 0, count: capacity)
    parts = Array(repeating: (0, -1), count: capacity)
    mask = capacity - 1
  }

  func weight(_ key: UInt32) -> Float {
    var slot = Int(key) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return weights[slot] }
      slot = (slot + 1) & mask
    }
    return 0
  }

  mutating func add(_ key: UInt32, _ change: Float, evidence: UInt32 = 0, label: Int16 = -1) {
    var slot = Int(key) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    if keys[slot] == 0 {
      guard count < keys.count * 7 / 8 else { return }
      keys[slot] = key
      parts[slot] = (evidence, label)
      count += 1
    }
    weights[slot] += change
    sums[slot] += time * change
    hits[slot] += 1
  }

  /// Averaged weights by key.
  func averaged() -> [ReadingWeight] {
    keys.indices.compactMap { slot in
      guard keys[slot] != 0 else { return nil }
      return ReadingWeight(
        key: keys[slot], evidence: parts[slot].evidence, label: parts[slot].label,
        weight: weights[slot] - sums[slot] / time, hits: hits[slot])
    }
  }

  mutating func replace(with averaged: [UInt32: Float]) {
    for slot in keys.indices where keys[slot] != 0 {
      weights[slot] = averaged[keys[slot]] ?? 0
      sums[slot] = 0
    }
    time = 1
  }
}

/// Learns which reading a word has where it stands.
final class ReadingTrainer {
  let buffer: TokenBuffer
  let tokenizer: Tokenizer
  let reader: StructureReader
  var table = WeightTable(capacity: 1 << 23)
  private var chooser = ReadingChooser()
  private let keys = UnsafeMutablePointer<UInt32>.allocate(capacity: 128)

  init(buffer: TokenBuffer, tokenizer: Tokenizer, reader: StructureReader) {
    (self.buffer, self.tokenizer, self.reader) = (buffer, tokenizer, reader)
  }

  /// Reads an example; learns from it if asked. Returns words with more than one reading and errors.
  func read(_ example: Example, learns: Bool) -> (ambiguous: Int, wrong: Int) {
    tokenizer.tokenize(example.text, into: buffer)
    reader.lay(buffer.tokens)
    guard reader.nodes.count == example.words.count else { return (0, 0) }
    chooser.start()
    var (ambiguous, wrong) = (0, 0)
    for index in 0..<reader.nodes.count {
      let node = reader.nodes.storage[index]
      let count = Int(node.knowledge.count)
      if count > 1 {
        ambiguous += 1
        chooser.look(at: index, in: reader.nodes)
        var scores: [Float] = []
        var fits: [Int] = []
        for place in 0..<count {
          let reading = node.knowledge.readings![place]
          let found = chooser.evidence(for: reading, at: index, in: reader.nodes, into: keys)
          var score: Float = 0
          for key in 0..<found { score += table.weight(keys[key]) }
          let label = UInt32(ReadingChooser.label(of: reading.wordClass)) | 0x8000
          for key in chooser.contextKeys { score += table.weight(SyntaxHash.mix(key, label)) }
          scores.append(score)
          fits.append(example.words[index].fit(reading.wordClass))
        }
        let best = scores.indices.max { scores[$0] < scores[$1] }!
        let wanted = fits.max()!
        if fits[best] < wanted {
          wrong += 1
          if learns {
            let right = fits.indices.filter { fits[$0] == wanted }.max { scores[$0] < scores[$1] }!
            update(index, node.knowledge.readings![right], +1)
            update(index, node.knowledge.readings![best], -1)
          }
        }
        if learns { table.time += 1 }
        reader.choose(best, at: index)
      } else {
        reader.choose(0, at: index)
      }
      chooser.take(index, in: reader.nodes)
    }
    return (ambiguous, wrong)
  }

  private func update(_ index: Int, _ reading: Reading, _ change: Float) {
    let found = chooser.evidence(for: reading, at: index, in: reader.nodes, into: keys)
    for key in 0..<found { table.add(keys[key], change) }
    let label = ReadingChooser.label(of: reading.wordClass)
    for key in chooser.contextKeys {
      table.add(
        SyntaxHash.mix(key, UInt32(label) | 0x8000), change, evidence: key, label: Int16(label))
    }
  }
}
