/// Numbers for distinct byte strings: the word forms and lemmas that rules and word lists name.
struct TermTable {
  private var slots: [Int32] = Array(repeating: -1, count: 64)
  private var offsets: [Int32] = [0]
  private var arena: [UInt8] = []

  var count: Int { offsets.count - 1 }

  /// The number of `bytes`, new or old.
  mutating func insert(_ bytes: some Collection<UInt8>) -> Int32 {
    let copy = ContiguousArray(bytes)
    return copy.withUnsafeBufferPointer { buffer in
      let hash = Self.hash(buffer)
      let slot = find(buffer, hash)
      if slots[slot] >= 0 { return slots[slot] }
      let number = Int32(count)
      arena.append(contentsOf: buffer)
      offsets.append(Int32(arena.count))
      slots[slot] = number
      if count * 2 > slots.count { grow() }
      return number
    }
  }

  /// The number of `bytes`, or −1.
  func number(of bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    slots[find(bytes, Self.hash(bytes))]
  }

  func bytes(of number: Int32) -> ArraySlice<UInt8> {
    arena[Int(offsets[Int(number)])..<Int(offsets[Int(number) + 1])]
  }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ (hash >> 29)
  }

  private func find(_ bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let start = Int(offsets[Int(slots[slot])])
      let end = Int(offsets[Int(slots[slot]) + 1])
      if end - start == bytes.count, arena[start..<end].elementsEqual(bytes) { return slot }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for number in 0..<Int32(count) {
      let slot = arena.withUnsafeBufferPointer { all in
        let range = Int(offsets[Int(number)])..<Int(offsets[Int(number) + 1])
        let bytes = UnsafeBufferPointer(rebasing: all[range])
        return find(bytes, Self.hash(bytes))
      }
      slots[slot] = number
    }
  }
}
