/// Values laid in blocks that never move: a pointer to them holds until ``removeAll()``.
struct ChunkArena<Element: BitwiseCopyable> {
  private var blocks: [UnsafeMutablePointer<Element>] = []
  private var used = 0
  private let blockSize: Int

  init(blockSize: Int) {
    self.blockSize = blockSize
    used = blockSize
  }

  /// Copies `source` in; at most a block at a time.
  mutating func append(_ source: UnsafeBufferPointer<Element>) -> UnsafeMutablePointer<Element> {
    precondition(source.count <= blockSize)
    if blocks.isEmpty || used + source.count > blockSize {
      blocks.append(.allocate(capacity: blockSize))
      used = 0
    }
    let start = blocks[blocks.count - 1] + used
    if let base = source.baseAddress { start.update(from: base, count: source.count) }
    used += source.count
    return start
  }

  mutating func removeAll() {
    deallocate()
    blocks.removeAll()
    used = blockSize
  }

  func deallocate() {
    for block in blocks { block.deallocate() }
  }
}
