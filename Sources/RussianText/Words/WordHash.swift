/// Hash of a short run of bytes: eight bytes a step, each folded in by a 64 × 64 → 128 bit product.
@inline(__always)
func wordHash(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ seed: UInt64) -> UInt64 {
  let raw = UnsafeRawPointer(bytes)
  var state = seed ^ UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
  if count >= 8 {
    var offset = 0
    while offset &+ 8 <= count {
      state = mix(state ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset &+= 8
    }
    return mix(state ^ raw.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self))
  }
  return mix(state ^ shortWord(raw, count))
}

/// Up to seven bytes in one integer; different bytes of the same length give different integers.
@inline(__always)
private func shortWord(_ raw: UnsafeRawPointer, _ count: Int) -> UInt64 {
  if count >= 4 {
    let head = raw.loadUnaligned(as: UInt32.self)
    let tail = raw.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
    return UInt64(head) | UInt64(tail) &<< 32
  }
  let first = UInt64(raw.load(as: UInt8.self))
  let middle = UInt64(raw.load(fromByteOffset: count &>> 1, as: UInt8.self))
  let last = UInt64(raw.load(fromByteOffset: count &- 1, as: UInt8.self))
  return first | middle &<< 8 | last &<< 16
}

@inline(__always)
private func mix(_ value: UInt64) -> UInt64 {
  let product = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
  return product.high ^ product.low
}

/// Whether two runs of `count` bytes, at least 1, are the same.
@inline(__always)
func equalBytes(
  _ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, _ count: Int
) -> Bool {
  let a = UnsafeRawPointer(left)
  let b = UnsafeRawPointer(right)
  if count < 8 { return shortWord(a, count) == shortWord(b, count) }
  var offset = 0
  while offset &+ 8 <= count {
    if a.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      != b.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    {
      return false
    }
    offset &+= 8
  }
  return a.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
    == b.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
}
