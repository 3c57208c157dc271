import RussianText

/// Lemmas by number: folded bytes, each kept once.
struct LemmaTable {
  private var arena = ChunkArena<UInt8>(blockSize: 1 << 14)
  private var lemmas: [UnsafeBufferPointer<UInt8>] = []
  private var slots: [Int32] = Array(repeating: -1, count: 1 << 12)

  subscript(id: LemmaID) -> UnsafeBufferPointer<UInt8> { lemmas[Int(id)] }
  var count: Int { lemmas.count }

  mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> LemmaID {
    var slot = Self.hash(bytes) & (slots.count - 1)
    while slots[slot] >= 0 {
      let known = lemmas[Int(slots[slot])]
      if known.elementsEqual(bytes) { return LemmaID(slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(lemmas.count)
    lemmas.append(UnsafeBufferPointer(start: arena.append(bytes), count: bytes.count))
    if lemmas.count * 2 > slots.count { grow() }
    return LemmaID(lemmas.count - 1)
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (number, lemma) in lemmas.enumerated() {
      var slot = Self.hash(lemma) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }

  mutating func removeAll() {
    arena.removeAll()
    lemmas.removeAll()
    slots = Array(repeating: -1, count: 1 << 12)
  }

  func deallocate() { arena.deallocate() }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: hash >> 16)
  }
}
