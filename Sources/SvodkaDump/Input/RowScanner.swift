/// Finds the ends of a table's rows, as RFC 4180 has them: a quoted field may hold line ends.
struct RowScanner {
  private enum State {
    case fieldStart, plain, quoted, afterQuote
  }

  enum RowEnd {
    /// There is no row any more.
    case none
    /// The row was appended; it takes so many lines.
    case whole(lines: Int)
    /// So much was appended as was allowed, and the row goes on.
    case long
    /// A quoted field goes on to the end of the file, as far as was allowed, or to where another
    /// line has one.
    case openQuote
  }

  let delimiter: UInt8
  private var state = State.fieldStart
  private var lines = 1
  private var previous: UInt8 = 0
  /// Something else than a mark follows the end of a quoted field.
  private var isBroken = false

  init(delimiter: UInt8) { self.delimiter = delimiter }

  /// Appends the next row to `bytes`, without its line end.
  mutating func appendRow(
    of stream: ByteStream, to bytes: inout [UInt8], limit: Int
  ) throws(InputProblem) -> RowEnd {
    guard try stream.fill() else { return .none }
    let first = bytes.count
    repeat {
      let end = rowEnd(in: stream.block, stream.start..<stream.end)
      bytes.append(contentsOf: stream.block[stream.start..<end])
      stream.take(end - stream.start)
      if stream.start < stream.end {
        // The quotation mark that closed the field opened one of a later line.
        if isBroken, lines > 1 { return .openQuote }
        try stream.takeLineEnd()
        return .whole(lines: lines)
      }
      // A row of several lines is a quote that was not closed, wherever the scan stands by now.
      if bytes.count - first > limit { return lines > 1 ? .openQuote : .long }
    } while try stream.fill()
    return state == .quoted ? .openQuote : .whole(lines: lines)
  }

  /// The index of the line end that ends the row; the end of the range if the row goes on.
  private mutating func rowEnd(in bytes: [UInt8], _ range: Range<Int>) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      for index in range {
        let byte = bytes[index]
        switch state {
        case .quoted:
          if byte == UInt8(ascii: "\"") { state = .afterQuote }
          if byte == 0x0D || byte == 0x0A && previous != 0x0D { lines += 1 }
          previous = byte
          continue
        case .afterQuote where byte == UInt8(ascii: "\""):
          state = .quoted
          continue
        case .fieldStart where byte == UInt8(ascii: "\""):
          state = .quoted
          continue
        default: break
        }
        if byte == 0x0A || byte == 0x0D { return index }
        if state == .afterQuote, byte != delimiter { isBroken = true }
        state = byte == delimiter ? .fieldStart : .plain
      }
      return range.upperBound
    }
  }
}
