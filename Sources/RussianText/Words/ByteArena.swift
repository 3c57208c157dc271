/// Bytes laid end to end in one growing block. Its owner calls ``deallocate()``.
@usableFromInline struct ByteArena {
  @usableFromInline private(set) var bytes: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int = 1 << 14) {
    self.capacity = capacity
    bytes = .allocate(capacity: capacity)
  }

  func deallocate() { bytes.deallocate() }

  /// Copies `source` in and returns where it starts.
  mutating func append(_ source: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let start = count
    reserve(source.count)
    if let base = source.baseAddress {
      (bytes + start).update(from: base, count: source.count)
    }
    count += source.count
    return UInt32(start)
  }

  private mutating func reserve(_ more: Int) {
    if count + more <= capacity { return }
    while count + more > capacity { capacity *= 2 }
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    grown.update(from: bytes, count: count)
    bytes.deallocate()
    bytes = grown
  }

  mutating func removeAll(keepingUpTo limit: Int) {
    count = 0
    if capacity > 2 * limit {
      bytes.deallocate()
      capacity = 1 << 14
      bytes = .allocate(capacity: capacity)
    }
  }
}
