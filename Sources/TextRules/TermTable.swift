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

  init() {}

  func write(to writer: inout SnapshotWriter) {
    writer.write(slots)
    writer.write(offsets)
    writer.write(arena)
  }

  init(from reader: inout SnapshotReader) throws(SnapshotReader.Damage) {
    slots = try reader.numbers()
    offsets = try reader.numbers()
    arena = try reader.byteList()
    guard slots.count & (slots.count - 1) == 0, slots.count >= 2 * count, slots.count > 0,
      offsets.last == Int32(arena.count)
    else { throw SnapshotReader.Damage() }
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

/// The terms of words that were read before, so that a long list asks the dictionary once a word.
///
/// Keyed by 64 bits of hash alone: of a million words two share a key once in 40 million lists.
struct WordTerms {
  private var keys: [UInt64] = Array(repeating: 0, count: 1024)
  private var terms: [Int32] = Array(repeating: -1, count: 1024)
  private var count = 0

  /// The one term of a word; nil if the word was not read yet.
  subscript(word: UnsafeBufferPointer<UInt8>, isExact: Bool) -> Int32? {
    get {
      let term = terms[slot(of: Self.key(word, isExact))]
      return term < 0 ? nil : term
    }
    set {
      guard let newValue else { return }
      let slot = slot(of: Self.key(word, isExact))
      if terms[slot] < 0 { count += 1 }
      keys[slot] = Self.key(word, isExact)
      terms[slot] = newValue
      if count * 3 > keys.count * 2 { grow() }
    }
  }

  private static func key(_ word: UnsafeBufferPointer<UInt8>, _ isExact: Bool) -> UInt64 {
    var hash: UInt64 = isExact ? 0x9E37_79B9_7F4A_7C15 : 0xD1B5_4A32_D192_ED03
    var index = 0
    while index < word.count {
      var part: UInt64 = 0
      for byte in word[index..<min(index + 8, word.count)] { part = part << 8 | UInt64(byte) }
      let product = (hash ^ part).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
      hash = product.low ^ product.high ^ UInt64(word.count)
      index += 8
    }
    let product = hash.multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    return product.low ^ product.high
  }

  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key) & (keys.count - 1)
    while terms[slot] >= 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }

  private mutating func grow() {
    let old = (keys, terms)
    keys = Array(repeating: 0, count: old.0.count * 2)
    terms = Array(repeating: -1, count: old.0.count * 2)
    for index in old.0.indices where old.1[index] >= 0 {
      let slot = slot(of: old.0[index])
      keys[slot] = old.0[index]
      terms[slot] = old.1[index]
    }
  }
}
