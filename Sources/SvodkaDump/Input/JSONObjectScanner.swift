/// Cuts the objects out of a JSON array, or of a text in which they stand one behind the other.
///
/// It keeps nothing between two objects, so that reading may begin at any of them.
struct JSONObjectScanner {
  enum Outcome {
    /// There is no object any more.
    case none
    /// The object was appended; it takes so many line ends.
    case whole(lines: Int)
    /// It is longer than allowed; it was passed over.
    case long(lines: Int)
    /// The text ends before it does.
    case open(lines: Int)
    /// A line ends within a string; the object was passed over up to there.
    case broken(lines: Int)
    /// Something else than an object stands there; it was passed over up to an object or line end.
    case other(lines: Int)
  }

  private var lines = 0
  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  private var isBroken = false

  /// The line ends before the object, which belong to what was passed over.
  private(set) var linesBefore = 0

  mutating func appendObject(
    of stream: ByteStream, to bytes: inout [UInt8], limit: Int
  ) throws(InputProblem) -> Outcome {
    guard try skipToObject(of: stream) else { return .none }
    linesBefore = lines
    guard stream.block[stream.start] == UInt8(ascii: "{") else {
      try skipOther(of: stream)
      return .other(lines: lines)
    }
    let first = bytes.count
    var isLong = false
    while try stream.fill() {
      let end = objectEnd(in: stream.block, stream.start..<stream.end)
      if !isLong { bytes.append(contentsOf: stream.block[stream.start..<end]) }
      stream.take(end - stream.start)
      if bytes.count - first > limit {
        isLong = true
        bytes.removeSubrange(first...)
      }
      if isBroken { return .broken(lines: lines) }
      if depth == 0 { return isLong ? .long(lines: lines) : .whole(lines: lines) }
    }
    return .open(lines: lines)
  }

  /// Passes over white space, commas and the array's brackets; `false` at the end.
  private mutating func skipToObject(of stream: ByteStream) throws(InputProblem) -> Bool {
    while try stream.fill() {
      while stream.start < stream.end {
        let byte = stream.block[stream.start]
        switch byte {
        case 0x0A: lines += 1
        case 0x09, 0x0D, 0x20, UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"),
          0xEF, 0xBB, 0xBF: break
        default: return true
        }
        stream.take(1)
      }
    }
    return false
  }

  /// Passes over what is no object.
  private func skipOther(of stream: ByteStream) throws(InputProblem) {
    while try stream.fill() {
      while stream.start < stream.end {
        let byte = stream.block[stream.start]
        if byte == 0x0A || byte == UInt8(ascii: "{") { return }
        stream.take(1)
      }
    }
  }

  /// The index behind the object's last brace, or of a line end within a string; the end of the
  /// range if it goes on.
  private mutating func objectEnd(in bytes: [UInt8], _ range: Range<Int>) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      for index in range {
        let byte = bytes[index]
        if byte == 0x0A {
          // A quotation mark was left out: it costs its own object, not all that follow.
          isBroken = isInString
          if isBroken { return index }
          lines += 1
        }
        if isInString {
          if isEscaped {
            isEscaped = false
          } else if byte == UInt8(ascii: "\\") {
            isEscaped = true
          } else if byte == UInt8(ascii: "\"") {
            isInString = false
          }
          continue
        }
        switch byte {
        case UInt8(ascii: "\""): isInString = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          depth -= 1
          if depth == 0 { return index + 1 }
        default: break
        }
      }
      return range.upperBound
    }
  }
}
