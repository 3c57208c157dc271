/// A minimal acyclic automaton over sorted keys: equal endings are stored once.
///
/// After Daciuk et al. (2000), "Incremental Construction of Minimal Acyclic Finite-State Automata".
struct Automaton {
  /// A transition holds its label in the low seven bits and its target, or a value, in the rest.
  /// Label 0 ends a key and carries the key's value.
  private(set) var transitions: [UInt32] = []
  private(set) var starts: [UInt32] = [0]
  private(set) var root = 0

  private var open: [[UInt32]] = [[]]
  private var last: [UInt8] = []
  private var register: [UInt32]
  private var registered = 0

  init() { register = Array(repeating: .max, count: 1 << 16) }

  var stateCount: Int { starts.count - 1 }

  func state(_ number: Int) -> ArraySlice<UInt32> {
    transitions[Int(starts[number])..<Int(starts[number + 1])]
  }

  /// Adds a key after all smaller ones.
  mutating func insert(_ key: UnsafeBufferPointer<UInt8>, value: Int) {
    var common = 0
    while common < key.count, common < last.count, key[common] == last[common] { common += 1 }
    precondition(common < key.count, "keys must rise")
    close(downTo: common)
    for _ in common..<key.count { open.append([]) }
    open[key.count].append(UInt32(value) << 7)
    last = Array(key)
  }

  mutating func finish() {
    close(downTo: 0)
    root = freeze(open[0])
  }

  private mutating func close(downTo depth: Int) {
    while open.count > depth + 1 {
      let target = freeze(open.removeLast())
      open[open.count - 1].append(UInt32(target) << 7 | UInt32(last[open.count - 1]))
    }
  }

  private mutating func freeze(_ state: [UInt32]) -> Int {
    if registered * 2 > register.count { growRegister() }
    var slot = Self.hash(state[...]) & (register.count - 1)
    while register[slot] != .max {
      if self.state(Int(register[slot])).elementsEqual(state) { return Int(register[slot]) }
      slot = (slot + 1) & (register.count - 1)
    }
    let number = stateCount
    transitions += state
    starts.append(UInt32(transitions.count))
    register[slot] = UInt32(number)
    registered += 1
    return number
  }

  private mutating func growRegister() {
    var larger: [UInt32] = Array(repeating: .max, count: register.count * 2)
    for number in register where number != .max {
      var slot = Self.hash(state(Int(number))) & (larger.count - 1)
      while larger[slot] != .max { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = number
    }
    register = larger
  }

  private static func hash(_ state: ArraySlice<UInt32>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for transition in state {
      hash = (hash ^ UInt64(transition)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    return Int(truncatingIfNeeded: hash >> 1)
  }
}
