/// What a look-up compares: a hash, and the first and last eight bytes of a form, which for up to
/// 16 bytes are the whole of it. Most words are no longer, so length seldom decides a branch.
struct FormKey {
  var hash: UInt64
  /// The first eight bytes; of a shorter form all, the rest zero.
  var head: UInt64
  /// The last eight bytes; 0 for a form of up to eight.
  var tail: UInt64

  static let none = FormKey(hash: 0, head: 0, tail: 0)

  /// The key of `count` bytes, at least 1.
  ///
  /// - Parameter limit: The end of the memory that may be read.
  @inline(__always)
  init(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, _ limit: UnsafePointer<UInt8>, _ seed: UInt64
  ) {
    let raw = UnsafeRawPointer(bytes)
    var state = seed ^ UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
    if count <= 8 {
      head = shortWord(raw, count, limit)
      tail = 0
    } else {
      head = word(raw, 0)
      tail = word(raw, count &- 8)
      if count > 16 {
        var offset = 8
        while offset &+ 8 < count {
          state = mix(word(raw, offset) ^ state, 0xE703_7ED1_A0B4_28DB)
          offset &+= 8
        }
      }
    }
    hash = mix(mix(head ^ state, tail ^ 0x8EBC_6AF0_9C88_C6E3), 0xA076_1D64_78BD_642F) | 1
  }

  private init(hash: UInt64, head: UInt64, tail: UInt64) {
    self.hash = hash
    self.head = head
    self.tail = tail
  }
}

@inline(__always)
private func word(_ raw: UnsafeRawPointer, _ offset: Int) -> UInt64 {
  raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
}

/// One to eight bytes in one integer, the rest of it zero.
@inline(__always)
private func shortWord(
  _ raw: UnsafeRawPointer, _ count: Int, _ limit: UnsafePointer<UInt8>
) -> UInt64 {
  if raw + 8 <= UnsafeRawPointer(limit) {
    return UInt64(littleEndian: word(raw, 0)) & UInt64.max &>> UInt64(64 &- 8 &* count)
  }
  var value: UInt64 = 0
  for index in 0..<count {
    value |= UInt64(raw.load(fromByteOffset: index, as: UInt8.self)) &<< UInt64(8 &* index)
  }
  return value
}

@inline(__always)
private func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
  let product = left.multipliedFullWidth(by: right)
  return product.high ^ product.low
}

/// Whether two runs of `count` bytes, more than 16, agree between their first and last eight.
func equalMiddle(
  _ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, _ count: Int
) -> Bool {
  var offset = 8
  while offset &+ 8 < count {
    if word(UnsafeRawPointer(left), offset) != word(UnsafeRawPointer(right), offset) {
      return false
    }
    offset &+= 8
  }
  return true
}
