import RussianMorphology

/// Compiled rules as bytes, so that a program starts without compiling.
///
///     let bytes = rules.snapshot(digest: digest)
///     let same = CompiledRules(snapshot: bytes, digest: digest)
///
/// A snapshot is good for the very rule files, word lists and dictionary that it was made of: `digest`
/// stands for them. It holds no examples and no findings.
extension CompiledRules {
  /// The bytes of the rules; the same on every machine.
  ///
  /// - Parameter digest: Stands for all that the rules were compiled of.
  /// - Complexity: O(*n*) in the size of the rules.
  public func snapshot(digest: UInt64) -> [UInt8] {
    var writer = SnapshotWriter()
    writer.write(SnapshotWriter.magic)
    writer.write(UInt32(truncatingIfNeeded: digest))
    writer.write(UInt32(truncatingIfNeeded: digest >> 32))
    write(to: &writer)
    return writer.bytes
  }
}

/// Appends numbers, lists and texts; little-endian.
struct SnapshotWriter {
  /// Names the layout: raise it with every change of what is written.
  static let magic: UInt32 = 0x5356_0005

  private(set) var bytes: [UInt8] = []

  mutating func write(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func write(_ value: Bool) { bytes.append(value ? 1 : 0) }

  mutating func write(_ text: String) { write(Array(text.utf8)) }

  mutating func write(_ list: [UInt8]) {
    write(UInt32(list.count))
    bytes.append(contentsOf: list)
  }

  mutating func write(_ list: [Int32]) {
    write(UInt32(list.count))
    for number in list { write(number) }
  }

  mutating func write(_ grammemes: Grammemes) {
    write(grammemes.low)
    write(grammemes.high)
  }

  mutating func write<Element>(
    _ list: some Collection<Element>, _ element: (inout SnapshotWriter, Element) -> Void
  ) {
    write(UInt32(list.count))
    for item in list { element(&self, item) }
  }
}

/// Reads what a ``SnapshotWriter`` wrote.
struct SnapshotReader {
  /// The bytes end too early, or say what cannot be.
  struct Damage: Error {}

  private let bytes: UnsafeRawBufferPointer
  private var offset = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var isAtEnd: Bool { offset == bytes.count }

  mutating func number<Number: FixedWidthInteger>(_: Number.Type = Number.self) throws(Damage)
    -> Number
  {
    let size = MemoryLayout<Number>.size
    guard bytes.count - offset >= size else { throw Damage() }
    defer { offset += size }
    return Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Number.self))
  }

  mutating func flag() throws(Damage) -> Bool { try number(UInt8.self) != 0 }

  /// How many of something follow, each of them a byte at least.
  mutating func count() throws(Damage) -> Int {
    let count = Int(try number(UInt32.self))
    guard count <= bytes.count - offset else { throw Damage() }
    return count
  }

  mutating func text() throws(Damage) -> String {
    let count = try count()
    defer { offset += count }
    return String(decoding: bytes[offset..<offset + count], as: UTF8.self)
  }

  mutating func byteList() throws(Damage) -> [UInt8] {
    let count = try count()
    defer { offset += count }
    return Array(bytes[offset..<offset + count])
  }

  mutating func numbers() throws(Damage) -> [Int32] {
    let count = try count()
    guard count <= (bytes.count - offset) / 4 else { throw Damage() }
    let start = offset
    offset += count * 4
    return [Int32](unsafeUninitializedCapacity: count) { list, filled in
      for index in 0..<count {
        let number = bytes.loadUnaligned(fromByteOffset: start + index * 4, as: Int32.self)
        list.initializeElement(at: index, to: Int32(littleEndian: number))
      }
      filled = count
    }
  }

  mutating func grammemes() throws(Damage) -> Grammemes {
    Grammemes(low: try number(), high: try number())
  }

  mutating func list<Element>(
    _ element: (inout SnapshotReader) throws(Damage) -> Element
  ) throws(Damage) -> [Element] {
    let count = try count()
    var list: [Element] = []
    list.reserveCapacity(count)
    for _ in 0..<count { list.append(try element(&self)) }
    return list
  }
}

// MARK: Parts of rules

extension Instruction {
  func write(to writer: inout SnapshotWriter) {
    writer.write(operation.rawValue)
    writer.write(UInt8((isNegated ? 1 : 0) | (isGlued ? 2 : 0)))
    writer.write(a)
    writer.write(b)
    writer.write(captures)
    writer.write(number)
  }

  init(from reader: inout SnapshotReader) throws(SnapshotReader.Damage) {
    guard let operation = Operation(rawValue: try reader.number()) else {
      throw SnapshotReader.Damage()
    }
    let flags: UInt8 = try reader.number()
    self.init(
      operation: operation, isNegated: flags & 1 != 0, isGlued: flags & 2 != 0,
      a: try reader.number(), b: try reader.number(), captures: try reader.number(),
      number: try reader.number())
  }
}

extension Trigger {
  func write(to writer: inout SnapshotWriter) {
    for part in [rule, layer, least, most] { writer.write(part) }
  }

  init(from reader: inout SnapshotReader) throws(SnapshotReader.Damage) {
    self.init(
      rule: try reader.number(), layer: try reader.number(), least: try reader.number(),
      most: try reader.number())
  }
}

extension FieldCondition {
  func write(to writer: inout SnapshotWriter) {
    writer.write(field)
    writer.write(comparison.rawValue)
    writer.write(text)
    writer.write(number != nil)
    if let number { writer.write(number.bitPattern) }
  }

  init(from reader: inout SnapshotReader) throws(SnapshotReader.Damage) {
    let field = try reader.text()
    guard let comparison = Comparison(rawValue: try reader.number()) else {
      throw SnapshotReader.Damage()
    }
    let text = try reader.text()
    let number = try reader.flag() ? Double(bitPattern: try reader.number()) : nil
    self.init(field: field, comparison: comparison, text: text, number: number)
  }
}

extension TokenClass {
  /// The classes without numbers of their own, in the order of their codes.
  private static let plain: [TokenClass] = [
    .any, .word, .latin, .cyrillic, .punct, .symbol, .url, .quote, .dash, .title, .upper, .lower,
    .initial, .mixed, .caps, .number, .decimal, .roman, .yearTail, .unknown, .name,
  ]

  func write(to writer: inout SnapshotWriter) {
    switch self {
    case .digits(let least, let most):
      for part in [Int32(100), Int32(least), Int32(most)] { writer.write(part) }
    case .ending(let least, let most):
      for part in [Int32(101), Int32(least), Int32(most)] { writer.write(part) }
    default:
      guard let code = Self.plain.firstIndex(of: self) else {
        preconditionFailure("a token class without a code")
      }
      for part in [Int32(code), 0, 0] { writer.write(part) }
    }
  }

  init(from reader: inout SnapshotReader) throws(SnapshotReader.Damage) {
    let code = Int(try reader.number(Int32.self))
    let least = Int(try reader.number(Int32.self))
    let most = Int(try reader.number(Int32.self))
    switch code {
    case 100 where least <= most: self = .digits(least: least, most: most)
    case 101 where least <= most: self = .ending(least: least, most: most)
    case Self.plain.indices: self = Self.plain[code]
    default: throw SnapshotReader.Damage()
    }
  }
}

extension WordTest {
  func write(to writer: inout SnapshotWriter) {
    for bytes in [lemma, form] {
      writer.write(bytes != nil)
      if let bytes { writer.write(bytes) }
    }
    writer.write(required)
    writer.write(excluded)
    writer.write(classes) { $1.write(to: &$0) }
    writer.write(term)
  }

  init(from reader: inout SnapshotReader) throws(SnapshotReader.Damage) {
    let lemma = try reader.flag() ? try reader.byteList() : nil
    let form = try reader.flag() ? try reader.byteList() : nil
    self.init(
      lemma: lemma, form: form, required: try reader.grammemes(), excluded: try reader.grammemes(),
      classes: try reader.list { reader throws(SnapshotReader.Damage) in
        try TokenClass(from: &reader)
      },
      term: try reader.number())
  }
}

extension FieldExpression {
  func write(to writer: inout SnapshotWriter) {
    let (code, first, second): (UInt8, String, String) =
      switch self {
      case .constant(let text): (0, text, "")
      case .text(let capture): (1, capture, "")
      case .lemma(let capture): (2, capture, "")
      case .nominative(let capture): (3, capture, "")
      case .member(let capture, let name): (4, capture, name)
      }
    writer.write(code)
    writer.write(first)
    writer.write(second)
  }

  init(from reader: inout SnapshotReader) throws(SnapshotReader.Damage) {
    let code: UInt8 = try reader.number()
    let first = try reader.text()
    let second = try reader.text()
    switch code {
    case 0: self = .constant(first)
    case 1: self = .text(capture: first)
    case 2: self = .lemma(capture: first)
    case 3: self = .nominative(capture: first)
    case 4: self = .member(capture: first, name: second)
    default: throw SnapshotReader.Damage()
    }
  }
}

extension CompiledRule.Context {
  func write(to writer: inout SnapshotWriter) {
    for part in [pc, Int32(least), Int32(most), isNegated ? 1 : 0] { writer.write(part) }
    for part in [Int32(firstSlot), Int32(endSlot), first] { writer.write(part) }
  }

  init(from reader: inout SnapshotReader) throws(SnapshotReader.Damage) {
    pc = try reader.number()
    least = Int(try reader.number(Int32.self))
    most = Int(try reader.number(Int32.self))
    isNegated = try reader.number(Int32.self) != 0
    firstSlot = Int(try reader.number(Int32.self))
    endSlot = Int(try reader.number(Int32.self))
    guard firstSlot <= endSlot else { throw SnapshotReader.Damage() }
    first = try reader.number()
  }
}

extension CompiledRule.Check {
  func write(to writer: inout SnapshotWriter) {
    switch self {
    case .agree(let first, let second, let features):
      writer.write(UInt8(0))
      writer.write(Int32(first))
      writer.write(Int32(second))
      writer.write(features.rawValue)
    case .compare(let slot, let condition):
      writer.write(UInt8(1))
      writer.write(Int32(slot))
      condition.write(to: &writer)
    case .grammemes(let slot, let required, let excluded):
      writer.write(UInt8(2))
      writer.write(Int32(slot))
      writer.write(required)
      writer.write(excluded)
    }
  }

  init(from reader: inout SnapshotReader) throws(SnapshotReader.Damage) {
    let code: UInt8 = try reader.number()
    let slot = Int(try reader.number(Int32.self))
    switch code {
    case 0:
      let second = Int(try reader.number(Int32.self))
      self = .agree(slot, second, AgreementFeatures(rawValue: try reader.number()))
    case 1: self = .compare(slot, try FieldCondition(from: &reader))
    case 2:
      self = .grammemes(
        slot, required: try reader.grammemes(), excluded: try reader.grammemes())
    default: throw SnapshotReader.Damage()
    }
  }
}

extension CompiledRule {
  func write(to writer: inout SnapshotWriter) {
    writer.write(name)
    for part in [kind, layer, group, Int(pc), spanCapture, discards ? 1 : 0, priority] {
      writer.write(Int32(part))
    }
    writer.write(captures) { $0.write($1) }
    writer.write(before) { $1.write(to: &$0) }
    writer.write(after) { $1.write(to: &$0) }
    writer.write(checks) { $1.write(to: &$0) }
    writer.write(fields) {
      $0.write($1.name)
      $1.value.write(to: &$0)
    }
  }

  convenience init(from reader: inout SnapshotReader) throws(SnapshotReader.Damage) {
    let name = try reader.text()
    func part() throws(SnapshotReader.Damage) -> Int { Int(try reader.number(Int32.self)) }
    let kind = try part()
    let layer = try part()
    let group = try part()
    let pc = Int32(try part())
    let spanCapture = try part()
    let discards = try part() != 0
    let priority = try part()
    typealias Damage = SnapshotReader.Damage
    self.init(
      name: name, kind: kind, layer: layer, group: group, pc: pc,
      captures: try reader.list { reader throws(Damage) in try reader.text() },
      spanCapture: spanCapture, discards: discards, priority: priority,
      before: try reader.list { reader throws(Damage) in try Context(from: &reader) },
      after: try reader.list { reader throws(Damage) in try Context(from: &reader) },
      checks: try reader.list { reader throws(Damage) in try Check(from: &reader) },
      fields: try reader.list { reader throws(Damage) in
        (try reader.text(), try FieldExpression(from: &reader))
      })
  }
}

extension CompiledLexicon {
  func write(to writer: inout SnapshotWriter) {
    writer.write(name)
    writer.write(kind)
    writer.write(columns) { $0.write($1) }
    writer.write(Int32(index))
    writer.write(root)
    rows.write(to: &writer)
  }

  init(from reader: inout SnapshotReader) throws(SnapshotReader.Damage) {
    self.init(
      name: try reader.text(), kind: try reader.text(),
      columns: try reader.list { reader throws(SnapshotReader.Damage) in try reader.text() },
      index: Int(try reader.number(Int32.self)), root: try reader.number(),
      rows: try WordListRows(from: &reader))
  }
}
