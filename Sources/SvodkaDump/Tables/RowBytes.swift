import Svodka

/// Rows as bytes, on their way from the worker that made them to the writer that stores them.
///
/// A row is the number of its table, the number of its cells and the cells; a cell is a tag and,
/// where it holds something, the bytes of it.
struct RowBytes {
  var bytes: [UInt8] = []

  fileprivate enum Tag {
    static let null: UInt8 = 0
    static let text: UInt8 = 1
    static let integer: UInt8 = 2
    static let real: UInt8 = 3
    static let entity: UInt8 = 4
    static let mention: UInt8 = 5
  }

  /// Appends a row; `cells` is what ``append(_:)`` appends for each of them.
  mutating func beginRow(ofTable table: Int, cells: Int) {
    bytes.append(UInt8(table))
    bytes.append(UInt8(cells))
  }

  mutating func append(_ cell: Cell) {
    switch cell {
    case .null: bytes.append(Tag.null)
    case .text(let text): append(Tag.text, text)
    case .integer(let number): append(Tag.integer, UInt64(bitPattern: Int64(number)))
    case .flag(let isSet): append(Tag.integer, isSet ? 1 : 0)
    case .real(let number): append(Tag.real, number.bitPattern)
    case .entity(let id): append(Tag.entity, id)
    case .mention(let index): append(Tag.mention, UInt64(index))
    case .decimal(let number): appendText { number.append(to: &$0) }
    case .day(let day): appendText { day.append(to: &$0) }
    }
  }

  private mutating func append(_ tag: UInt8, _ value: UInt64) {
    bytes.append(tag)
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  private mutating func append(_ tag: UInt8, _ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      bytes.append(tag)
      appendLength(utf8.count)
      bytes.append(contentsOf: utf8)
    }
  }

  private mutating func appendText(_ write: (inout [UInt8]) -> Void) {
    bytes.append(Tag.text)
    let place = bytes.count
    appendLength(0)
    write(&bytes)
    let length = UInt32(bytes.count - place - 4)
    withUnsafeBytes(of: length.littleEndian) { raw in
      for index in 0..<4 { bytes[place + index] = raw[index] }
    }
  }

  private mutating func appendLength(_ length: Int) {
    withUnsafeBytes(of: UInt32(length).littleEndian) { bytes.append(contentsOf: $0) }
  }
}

/// Reads what ``RowBytes`` wrote.
struct RowReader {
  /// A cell; its bytes live as long as those that are read.
  enum Value {
    case null
    case text(UnsafeRawBufferPointer)
    case integer(Int64)
    case real(Double)
    case entity(UnsafeRawBufferPointer)
    case mention(Int64)
  }

  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// The table of the next row and how many cells follow; `nil` at the end.
  mutating func row() -> (table: Int, cells: Int)? {
    guard position < bytes.count else { return nil }
    defer { position += 2 }
    return (Int(bytes[position]), Int(bytes[position + 1]))
  }

  mutating func cell() -> Value {
    let tag = bytes[position]
    position += 1
    switch tag {
    case RowBytes.Tag.text: return .text(stretch())
    case RowBytes.Tag.entity: return .entity(stretch())
    case RowBytes.Tag.integer: return .integer(Int64(bitPattern: word()))
    case RowBytes.Tag.mention: return .mention(Int64(bitPattern: word()))
    case RowBytes.Tag.real: return .real(Double(bitPattern: word()))
    default: return .null
    }
  }

  private mutating func word() -> UInt64 {
    defer { position += 8 }
    return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
  }

  private mutating func stretch() -> UnsafeRawBufferPointer {
    let length = Int(
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt32.self)))
    defer { position += 4 + length }
    return UnsafeRawBufferPointer(rebasing: bytes[(position + 4)..<(position + 4 + length)])
  }
}
