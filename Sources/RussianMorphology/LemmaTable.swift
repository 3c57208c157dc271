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
      if Self.isEqual(known, bytes) { return LemmaID(slots[slot]) }
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

  /// Compares eight bytes at a time; the last eight may overlap those before.
  private static func isEqual(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let count = left.count
    guard count == right.count else { return false }
    guard count >= 8 else { return left.elementsEqual(right) }
    let (left, right) = (UnsafeRawPointer(left.baseAddress!), UnsafeRawPointer(right.baseAddress!))
    func isEqual(at offset: Int) -> Bool {
      left.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        == right.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }
    var offset = 0
    while offset + 8 < count {
      if !isEqual(at: offset) { return false }
      offset += 8
    }
    return isEqual(at: count - 8)
  }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: hash >> 16)
  }
}
