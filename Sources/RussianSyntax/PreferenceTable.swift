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

  /// Adds to `scores` what a piece of evidence says of each step, or of each label of readings.
  @inline(__always)
  func addRow(_ key: UInt32, to scores: UnsafeMutablePointer<Int32>) {
    var slot = Self.home(key, linkSlots)
    let print = Self.print(key)
    while true {
      let found = linkPrints[slot]
      if found == print { break }
      if found == 0 { return }
      slot &+= 1
      if slot == Int(linkSlots) { slot = 0 }
    }
    // The weights of the slots before it in its group come first.
    let group = slot & ~(Self.groupSize - 1)
    var place = Int(groupStarts[slot / Self.groupSize])
    for before in group..<slot { place &+= Int(linkCounts[before]) }
    let end = place &+ Int(linkCounts[slot])
    while place < end {
      scores[Int(steps[place])] &+= Int32(linkWeights[place])
      place &+= 1
    }
  }
}
