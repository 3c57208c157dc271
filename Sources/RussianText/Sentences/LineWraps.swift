/// Finds line breaks that only limit the width of the text, as opposed to ends of paragraphs.
///
/// A block is what stands between empty lines. Its lines were cut at a width if there are three or
/// more, each break but those behind a stop stands where the next word had no room, and one of
/// them at least parts a sentence in plain sight (a small letter follows).
struct LineWraps {
  private let buffer: TokenBuffer
  private let tokens: UnsafeMutablePointer<Token>
  private let startsSmall: (Token) -> Bool
  private let isStop: (Token) -> Bool
  /// The first tokens of the lines of the block.
  private var lines: [Int] = []
  /// The first tokens of lines that go on with the line before.
  private(set) var continued: Set<Int> = []

  /// Widths, in characters, at which mail programs and printed pages cut lines.
  private static let widths = 40...130

  init(
    _ buffer: TokenBuffer, startsSmall: @escaping (Token) -> Bool,
    isStop: @escaping (Token) -> Bool
  ) {
    self.buffer = buffer
    tokens = buffer.storage
    self.startsSmall = startsSmall
    self.isStop = isStop
  }

  mutating func run() {
    lines = [0]
    for index in 1..<max(buffer.count, 1) where tokens[index].flags.contains(.lineBreakBefore) {
      if tokens[index].flags.contains(.blankLineBefore) {
        endBlock(at: index)
        lines = [index]
      } else {
        lines.append(index)
      }
    }
    endBlock(at: buffer.count)
  }

  private mutating func endBlock(at end: Int) {
    guard lines.count > 2 else { return }
    let ends = lines.dropFirst() + [end]
    let lengths = zip(lines, ends).map { characters(from: $0, to: $1 - 1) }
    guard let width = lengths.max(), Self.widths.contains(width) else { return }
    var runsOn = 0
    var wrapped: [Int] = []
    for (number, first) in lines.enumerated().dropFirst() {
      if isStop(tokens[first - 1]) { continue }
      guard lengths[number - 1] + 1 + characters(from: first, to: first) > width else { return }
      if startsSmall(tokens[first]) { runsOn += 1 }
      wrapped.append(first)
    }
    if runsOn > 0, wrapped.count > 1 { continued.formUnion(wrapped) }
  }

  private func characters(from first: Int, to last: Int) -> Int {
    let bytes = buffer.utf8[Int(tokens[first].start)..<Int(tokens[last].end)]
    return bytes.count { $0 & 0xC0 != 0x80 }
  }
}
