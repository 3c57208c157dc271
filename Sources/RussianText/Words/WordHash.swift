/// Hash of a short run of bytes, at least 1: two overlapping words of eight bytes for what is no
/// longer than 16, which most words are, so that the length seldom decides a branch.
///
/// - Parameter limit: The end of the memory that may be read.
@inline(__always)
func wordHash(
  _ bytes: UnsafePointer<UInt8>, _ count: Int, _ limit: UnsafePointer<UInt8>, _ seed: UInt64
) -> UInt64 {
  let raw = UnsafeRawPointer(bytes)
  let salt = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
  if count <= 8 {
    return mix(mix(shortWord(raw, count, limit) ^ seed, salt | 1), 0xA076_1D64_78BD_642F)
  }
  var state = seed
  if count > 16 {
    var offset = 0
    while offset &+ 16 < count {
      state = mix(word(raw, offset) ^ state, word(raw, offset &+ 8) ^ 0xE703_7ED1_A0B4_28DB)
      offset &+= 16
    }
    return mix(
      mix(word(raw, count &- 16) ^ state, word(raw, count &- 8) ^ salt), 0xA076_1D64_78BD_642F)
  }
  return mix(
    mix(word(raw, 0) ^ state, word(raw, count &- 8) ^ salt), 0xA076_1D64_78BD_642F)
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

/// Whether `count` bytes, at least 1, are the same in a ``ByteArena`` and in a text.
///
/// - Parameter limit: The end of the memory that may be read behind `text`.
@inline(__always)
func equalBytes(
  _ kept: UnsafePointer<UInt8>, _ text: UnsafePointer<UInt8>, _ count: Int,
  _ limit: UnsafePointer<UInt8>
) -> Bool {
  let a = UnsafeRawPointer(kept)
  let b = UnsafeRawPointer(text)
  if count <= 8 {
    // The arena ends in eight bytes of padding.
    return shortWord(a, count, kept + 8) == shortWord(b, count, limit)
  }
  let ends = (word(a, 0) ^ word(b, 0)) | (word(a, count &- 8) ^ word(b, count &- 8))
  if ends != 0 || count <= 16 { return ends == 0 }
  var offset = 8
  while offset &+ 8 < count {
    if word(a, offset) != word(b, offset) { return false }
    offset &+= 8
  }
  return true
}
