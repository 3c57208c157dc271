/// Lays an automaton out as a double array, where a step costs one memory access.
///
/// A state has a base; its transition on a label lies at `base ^ label` and carries that label.
/// Labels are below 128, so all transitions of a state lie in one block of 128 units. Bases are
/// unique, hence a label found where it belongs can only be this state's.
struct DoubleArray {
  private(set) var units: [UInt32] = []

  private struct Block {
    var usedUnits = Bits128()
    var usedBases = Bits128()
    var failures = 0
  }

  private struct Bits128 {
    var low: UInt64 = 0
    var high: UInt64 = 0
    subscript(index: Int) -> Bool {
      get { (index < 64 ? low >> UInt64(index) : high >> UInt64(index - 64)) & 1 != 0 }
      set {
        precondition(newValue)
        if index < 64 { low |= 1 << UInt64(index) } else { high |= 1 << UInt64(index - 64) }
      }
    }
    var count: Int { low.nonzeroBitCount + high.nonzeroBitCount }
  }

  private var blocks: [Block] = []
  /// Blocks with room: the free list, without which the search takes minutes.
  private var roomy: [Int] = []

  init(_ automaton: Automaton) {
    var bases: [UInt32] = Array(repeating: .max, count: automaton.stateCount)
    var stack = [automaton.root]
    bases[automaton.root] = UInt32(place(automaton.state(automaton.root)))
    precondition(bases[automaton.root] == 0, "the root's base is 0")
    while let state = stack.popLast() {
      for transition in automaton.state(state).reversed() {
        let label = transition & 0x7F
        let unit = Int(bases[state] ^ label)
        guard label != 0 else {
          units[unit] = transition
          continue
        }
        let target = Int(transition >> 7)
        if bases[target] == .max {
          bases[target] = UInt32(place(automaton.state(target)))
          stack.append(target)
        }
        units[unit] = bases[target] << 7 | label
      }
    }
  }

  private mutating func place(_ state: ArraySlice<UInt32>) -> Int {
    let labels = state.map { Int($0 & 0x7F) }
    var index = 0
    while index < roomy.count {
      let block = roomy[index]
      if let base = base(for: labels, in: blocks[block]) { return take(base, labels, block) }
      blocks[block].failures += 1
      if blocks[block].failures > 64 || blocks[block].usedUnits.count == 128 {
        roomy.remove(at: index)
      } else {
        index += 1
      }
    }
    blocks.append(Block())
    units += Array(repeating: 0x7F, count: 128)
    roomy.append(blocks.count - 1)
    return take(0, labels, blocks.count - 1)
  }

  private func base(for labels: [Int], in block: Block) -> Int? {
    (0..<128).first { base in
      !block.usedBases[base] && labels.allSatisfy { !block.usedUnits[base ^ $0] }
    }
  }

  private mutating func take(_ base: Int, _ labels: [Int], _ block: Int) -> Int {
    blocks[block].usedBases[base] = true
    for label in labels { blocks[block].usedUnits[base ^ label] = true }
    return block * 128 + base
  }
}
