/// Turns rising UTF-8 offsets into offsets in Unicode scalars and UTF-16 units, in one pass.
///
///     var map = OffsetMap(utf8)
///     let start = map.scalarOffset(ofUTF8: Int(token.start))
///     let end = map.scalarOffset(ofUTF8: Int(token.end))
///
/// An offset lower than the one before is allowed and costs a walk from the nearest of the marks
/// that the map leaves every 4 KB. Offsets must lie on scalar boundaries.
///
/// - Complexity: O(*n*) in all for rising offsets, *n* the length of the text.
public struct OffsetMap {
  private let utf8: UnsafeBufferPointer<UInt8>
  private var current = Mark()
  private var marks: [Mark] = [Mark()]

  private struct Mark {
    var utf8 = 0
    var scalars = 0
    /// Scalars beyond U+FFFF so far, each of two UTF-16 units.
    var pairs = 0
  }

  private static let stride = 4096

  public init(_ utf8: UnsafeBufferPointer<UInt8>) { self.utf8 = utf8 }

  /// How many Unicode scalars lie before `offset`.
  public mutating func scalarOffset(ofUTF8 offset: Int) -> Int {
    move(to: offset)
    return current.scalars
  }

  /// How many UTF-16 units lie before `offset`.
  public mutating func utf16Offset(ofUTF8 offset: Int) -> Int {
    move(to: offset)
    return current.scalars + current.pairs
  }

  private mutating func move(to offset: Int) {
    precondition(offset >= 0 && offset <= utf8.count, "offset outside the text")
    if offset < current.utf8 { current = marks[min(offset / Self.stride, marks.count - 1)] }
    while current.utf8 < offset {
      let border = marks.count * Self.stride
      let stop = current.utf8 < border ? min(offset, border) : offset
      advance(to: stop)
      if stop == border { marks.append(current) }
    }
  }

  private mutating func advance(to offset: Int) {
    var scalars = 0
    var pairs = 0
    for index in current.utf8..<offset {
      let byte = utf8[index]
      if byte & 0xC0 != 0x80 { scalars &+= 1 }
      if byte >= 0xF0 { pairs &+= 1 }
    }
    current.utf8 = offset
    current.scalars += scalars
    current.pairs += pairs
  }
}
