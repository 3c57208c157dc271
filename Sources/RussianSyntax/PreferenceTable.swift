import CSyntax

/// How much each piece of evidence speaks for a reading or a link, as counted; lies in the binary and
/// is used there as it is.
///
/// Layout, little-endian: six 32-bit numbers (magic, slots of readings, slots of links, link weights,
/// 0, where the note begins); for each group of eight link slots where its weights begin, in 32 bits,
/// eight 16-bit fingerprints, and in eight bytes how many weights each slot has; 16-bit fingerprints of
/// readings; then bytes: weights of readings, and for each link weight its step and itself; at the end
/// a note in UTF-8 of what was counted. A fingerprint of 0 is an empty slot.
///
/// What a search touches lies together: the table is larger than the processor's near memory, and
/// waiting for it is most of what a search costs.
package struct PreferenceTable: @unchecked Sendable {
  package static let magic: UInt32 = 0x5359_4E33
  package static let groupSize = 8
  package static let bytesOfGroup = 28
  package static let embedded = PreferenceTable(
    UnsafeRawPointer(svodka_syntax_table_bytes()), count: svodka_syntax_table_count())

  private let readingSlots: UInt64
  private let linkSlots: UInt64
  private let groups: UnsafeRawPointer
  private let readingPrints: UnsafePointer<UInt16>
  private let readingWeights: UnsafePointer<Int8>
  private let weights: UnsafeRawPointer

  package init(_ bytes: UnsafeRawPointer, count: Int) {
    let words = bytes.assumingMemoryBound(to: UInt32.self)
    guard count >= 24, words[0] == Self.magic else { fatalError("syntax.table is damaged") }
    let (readings, links) = (Int(words[1]), Int(words[2]))
    readingSlots = UInt64(readings)
    linkSlots = UInt64(links)
    groups = bytes + 24
    let prints = groups + links / Self.groupSize * Self.bytesOfGroup
    readingPrints = prints.assumingMemoryBound(to: UInt16.self)
    readingWeights = (prints + 2 * readings).assumingMemoryBound(to: Int8.self)
    weights = prints + 3 * readings
  }

  /// What a table says was counted for it; `nil` if the bytes are no table.
  package static func note(in bytes: UnsafeRawBufferPointer) -> String? {
    guard bytes.count >= 24, bytes.load(as: UInt32.self) == magic else { return nil }
    let start = Int(bytes.load(fromByteOffset: 20, as: UInt32.self))
    guard start >= 24, start <= bytes.count else { return nil }
    return String(decoding: bytes[start...], as: UTF8.self)
  }

  /// The slot at which the search for a key begins.
  @inline(__always)
  package static func home(_ key: UInt32, _ slots: UInt64) -> Int {
    Int(truncatingIfNeeded: (UInt64(key) &* slots) >> 32)
  }

  /// What tells a key from others in its neighbourhood; never 0.
  @inline(__always)
  package static func print(_ key: UInt32) -> UInt16 {
    let low = UInt16(truncatingIfNeeded: key)
    return low == 0 ? 1 : low
  }

  @inline(__always)
  package func readingWeight(_ key: UInt32) -> Int32 {
    var slot = Self.home(key, readingSlots)
    let print = Self.print(key)
    while true {
      let found = readingPrints[slot]
      if found == print { return Int32(readingWeights[slot]) }
      if found == 0 { return 0 }
      slot &+= 1
      if slot == Int(readingSlots) { slot = 0 }
    }
  }

  /// A piece of evidence on the way to its weights.
  package struct Row {
    var slot: Int32
    var print: UInt16
    var count: UInt16
    var place: Int32
    /// The first of its weights with its step.
    var first: UInt16
  }

  /// Adds to `scores` what pieces of evidence say of each step, or of each label of readings.
  ///
  /// Each pass asks for what the next one reads, of all pieces at once, and none of them waits for the
  /// piece before.
  ///
  /// - Parameters:
  ///   - count: How many keys there are, at most as many as `rows` has room for.
  ///   - rows: Room for a row a key.
  func addRows(
    _ keys: UnsafePointer<UInt32>, _ count: Int, to scores: UnsafeMutablePointer<Int32>,
    _ rows: UnsafeMutablePointer<Row>
  ) {
    var found = 0
    for index in 0..<count {
      let key = keys[index]
      let slot = Self.home(key, linkSlots)
      rows[found].slot = Int32(truncatingIfNeeded: slot)
      rows[found].print = Self.print(key)
      found &+= print(at: slot) == 0 ? 0 : 1
    }
    var known = 0
    for index in 0..<found {
      let slot = slot(of: rows[index])
      guard slot >= 0 else { continue }
      let (place, count) = weights(of: slot)
      guard count > 0 else { continue }
      rows[known].place = Int32(truncatingIfNeeded: place)
      rows[known].count = count
      rows[known].first = weight(at: place)
      known &+= 1
    }
    for index in 0..<known {
      let row = rows[index]
      add(row.first, to: scores)
      guard row.count > 1 else { continue }
      for place in Int(row.place) &+ 1..<Int(row.place) &+ Int(row.count) {
        add(weight(at: place), to: scores)
      }
    }
  }

  /// A weight with its step, the step in the low byte.
  @inline(__always)
  private func weight(at place: Int) -> UInt16 {
    weights.loadUnaligned(fromByteOffset: 2 &* place, as: UInt16.self).littleEndian
  }

  @inline(__always)
  private func add(_ weight: UInt16, to scores: UnsafeMutablePointer<Int32>) {
    scores[Int(weight & 0xFF)] &+= Int32(Int8(truncatingIfNeeded: weight >> 8))
  }

  @inline(__always)
  private func group(of slot: Int) -> UnsafeRawPointer {
    groups + (slot >> 3) &* Self.bytesOfGroup
  }

  @inline(__always)
  private func print(at slot: Int) -> UInt16 {
    let place = 4 &+ 2 &* (slot & 7)
    return group(of: slot).loadUnaligned(fromByteOffset: place, as: UInt16.self).littleEndian
  }

  /// The slot of a key whose home is taken; −1 for a key that the table does not know.
  @inline(__always)
  private func slot(of row: Row) -> Int {
    var slot = Int(row.slot)
    while true {
      let found = print(at: slot)
      if found == row.print { return slot }
      if found == 0 { return -1 }
      slot &+= 1
      if slot == Int(linkSlots) { slot = 0 }
    }
  }

  /// Where the weights of a slot lie, and how many they are. Those of the slots before it in its group
  /// come first: the counts of a group are one 64-bit word, which is summed at once.
  @inline(__always)
  private func weights(of slot: Int) -> (place: Int, count: UInt16) {
    let group = group(of: slot)
    let inGroup = UInt64(slot & 7)
    let counts = group.loadUnaligned(fromByteOffset: 20, as: UInt64.self).littleEndian
    let before = counts & ((1 << (8 &* inGroup)) &- 1)
    let even = before & 0x00FF_00FF_00FF_00FF
    let odd = (before >> 8) & 0x00FF_00FF_00FF_00FF
    let sum = ((even &+ odd) &* 0x0001_0001_0001_0001) >> 48
    let start = group.loadUnaligned(as: UInt32.self).littleEndian
    return (Int(start) &+ Int(sum), UInt16(truncatingIfNeeded: counts >> (8 &* inGroup) & 0xFF))
  }
}
