/// The unit that the integer offsets of a document's JSON count in.
public enum OffsetUnit: String, Sendable, Hashable, Codable, CaseIterable {
  /// Unicode scalars, as Python counts.
  case scalars
  /// Bytes of UTF-8, as Swift, Rust and Go count.
  case utf8
  /// UTF-16 code units, as JavaScript, Java and C# count.
  case utf16
}

/// Turns UTF-8 offsets of one text into another unit.
///
/// One pass over the text remembers the count at every 64th byte; a look-up counts the rest.
/// The table is reused from text to text.
package struct OffsetMap {
  let unit: OffsetUnit
  /// The unit's count before byte 64 × *index*.
  private var counts: [UInt32] = []

  private static let block = 64

  package init(unit: OffsetUnit) { self.unit = unit }

  /// Takes up a new text. O(*n*); nothing to do for ``OffsetUnit/utf8``.
  package mutating func load(_ text: UnsafeBufferPointer<UInt8>) {
    counts.removeAll(keepingCapacity: true)
    guard unit != .utf8 else { return }
    counts.reserveCapacity(text.count / OffsetMap.block + 1)
    var total: UInt32 = 0
    var start = 0
    while start < text.count {
      counts.append(total)
      let end = min(start + OffsetMap.block, text.count)
      total &+= UInt32(count(text, start, end))
      start = end
    }
    counts.append(total)
  }

  /// The offset of byte `offset` of the text that was loaded last.
  package func offset(ofByte offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    let byte = min(max(offset, 0), text.count)
    guard unit != .utf8 else { return byte }
    let index = byte / OffsetMap.block
    return Int(counts[index]) + count(text, index * OffsetMap.block, byte)
  }

  /// Counts the characters that begin in the bytes from `start` up to `end`.
  private func count(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    guard let base = text.baseAddress else { return 0 }
    var total = 0
    // A character begins at every byte that is no continuation; four bytes are two UTF-16 units.
    for index in start..<end { total &+= base[index] & 0xC0 != 0x80 ? 1 : 0 }
    if unit == .utf16 {
      for index in start..<end { total &+= base[index] >= 0xF0 ? 1 : 0 }
    }
    return total
  }
}
