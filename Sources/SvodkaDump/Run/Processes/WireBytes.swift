/// Writes what goes from one process to another: numbers of eight bytes, bytes with their count.
struct WireWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ number: Int) {
    withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
  }

  mutating func write(_ other: some Collection<UInt8>) {
    write(other.count)
    bytes.append(contentsOf: other)
  }

  mutating func write(_ text: String) { write(text.utf8) }

  mutating func write(_ text: String?) {
    write(text == nil ? 0 : 1)
    if let text { write(text) }
  }

  mutating func write(_ number: Int?) {
    write(number == nil ? 0 : 1)
    if let number { write(number) }
  }

  mutating func write<Element>(
    list: [Element], _ body: (inout WireWriter, Element) -> Void
  ) {
    write(list.count)
    for element in list { body(&self, element) }
  }
}

/// Reads what a ``WireWriter`` of the same program wrote, in the same order.
struct WireReader {
  private let bytes: ArraySlice<UInt8>
  private var place: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  mutating func int() -> Int {
    var number = 0
    withUnsafeMutableBytes(of: &number) { $0.copyBytes(from: bytes[place..<place + 8]) }
    place += 8
    return number
  }

  mutating func data() -> ArraySlice<UInt8> {
    let count = int()
    place += count
    return bytes[place - count..<place]
  }

  mutating func text() -> String { String(decoding: data(), as: UTF8.self) }
  mutating func optionalText() -> String? { int() == 0 ? nil : text() }
  mutating func optionalInt() -> Int? { int() == 0 ? nil : int() }

  mutating func list<Element>(_ body: (inout WireReader) -> Element) -> [Element] {
    (0..<int()).map { _ in body(&self) }
  }
}

/// A batch that a worker process can hand over.
protocol WireBatch: Sendable {
  func write(to wire: inout WireWriter)
  init(from wire: inout WireReader)
}

extension Array: WireBatch where Element == UInt8 {
  func write(to wire: inout WireWriter) { wire.write(self) }
  init(from wire: inout WireReader) { self = Array(wire.data()) }
}

extension CSVBatch: WireBatch {
  func write(to wire: inout WireWriter) { wire.write(list: files) { $0.write($1) } }
  init(from wire: inout WireReader) { files = wire.list { Array($0.data()) } }
}
