import CSyntax

/// How much each piece of evidence speaks for a reading or a link, as counted; lies in the binary and
/// is used there as it is.
///
/// Layout, little-endian: six 32-bit numbers (magic, slots of readings, slots of links, link weights,
/// 0, where the note begins); one 32-bit start a group of eight link slots and one more; 16-bit
/// fingerprints of readings, then of links; then bytes: weights of readings, how many weights each
/// link slot has, steps, link weights; at the end a note in UTF-8 of what was counted. A fingerprint
/// of 0 is an empty slot.
package struct PreferenceTable: @unchecked Sendable {
  package static let magic: UInt32 = 0x5359_4E32
  package static let groupSize = 8
  package static let embedded = PreferenceTable(
    UnsafeRawPointer(svodka_syntax_table_bytes()), count: svodka_syntax_table_count())

  private let readingSlots: UInt64
  private let linkSlots: UInt64
  private let groupStarts: UnsafePointer<UInt32>
  private let readingPrints: UnsafePointer<UInt16>
  private let linkPrints: UnsafePointer<UInt16>
  private let readingWeights: UnsafePointer<Int8>
  private let linkCounts: UnsafePointer<UInt8>
  private let steps: UnsafePointer<UInt8>
  private let linkWeights: UnsafePointer<Int8>

  package init(_ bytes: UnsafeRawPointer, count: Int) {
    let words = bytes.assumingMemoryBound(to: UInt32.self)
    guard count >= 24, words[0] == Self.magic else { fatalError("syntax.table is damaged") }
    let (readings, links, weights) = (Int(words[1]), Int(words[2]), Int(words[3]))
    readingSlots = UInt64(readings)
    linkSlots = UInt64(links)
    groupStarts = words + 6
    var next = UnsafeRawPointer(groupStarts + links / Self.groupSize + 1)
    readingPrints = next.assumingMemoryBound(to: UInt16.self)
    next += 2 * readings
    linkPrints = next.assumingMemoryBound(to: UInt16.self)
    next += 2 * links
    readingWeights = next.assumingMemoryBound(to: Int8.self)
    next += readings
    linkCounts = next.assumingMemoryBound(to: UInt8.self)
    next += links
    steps = next.assumingMemoryBound(to: UInt8.self)
    next += weights
    linkWeights = next.assumingMemoryBound(to: Int8.self)
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
    var place: Int
  }

  /// Adds to `scores` what pieces of evidence say of each step, or of each label of readings.
  ///
  /// The table is larger than the processor's near memory. So each pass asks for what the next one
  /// reads, of all pieces at once, and none of them waits for the piece before.
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
      rows[found] = Row(
        slot: Int32(truncatingIfNeeded: slot), print: Self.print(key), count: 0, place: 0)
      found &+= linkPrints[slot] == 0 ? 0 : 1
    }
    var known = 0
    for index in 0..<found {
      let slot = slot(of: rows[index])
      guard slot >= 0 else { continue }
      let (place, count) = weights(of: slot)
      rows[known].place = place
      rows[known].count = count
      known &+= 1
    }
    for index in 0..<known {
      let row = rows[index]
      for place in row.place..<row.place &+ Int(row.count) {
        scores[Int(steps[place])] &+= Int32(linkWeights[place])
      }
    }
  }

  /// The slot of a key whose home is taken; −1 for a key that the table does not know.
  @inline(__always)
  private func slot(of row: Row) -> Int {
    var slot = Int(row.slot)
    while true {
      let found = linkPrints[slot]
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
    let inGroup = UInt64(slot & (Self.groupSize - 1))
    let group = UnsafeRawPointer(linkCounts + (slot & ~(Self.groupSize - 1)))
    let before = group.loadUnaligned(as: UInt64.self).littleEndian & ((1 << (8 &* inGroup)) &- 1)
    let even = before & 0x00FF_00FF_00FF_00FF
    let odd = (before >> 8) & 0x00FF_00FF_00FF_00FF
    let sum = ((even &+ odd) &* 0x0001_0001_0001_0001) >> 48
    return (
      Int(groupStarts[slot / Self.groupSize]) &+ Int(sum), UInt16(linkCounts[slot])
    )
  }
}
