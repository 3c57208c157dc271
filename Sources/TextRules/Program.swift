import RussianMorphology

/// One step of a compiled pattern.
struct Instruction: BitwiseCopyable {
  enum Operation: UInt8, BitwiseCopyable {
    /// One token whose word has the term `a`.
    case term
    /// One token whose word passes the test `a`.
    case test
    /// An entry of the list `a`, under the conditions `b`.
    case lexicon
    /// A record of the kind `a`, under the conditions `b`.
    case record
    /// One token inside a clause.
    case gap
    /// Go on at `a`; if that fails, at `b`.
    case split
    case jump
    case open
    case close
    case border
    case accept
  }

  var operation: Operation
  var isNegated = false
  var isGlued = false
  var a: Int32 = 0
  var b: Int32 = -1
  /// The open captures, a bit each; of a split, see ``firstSet``.
  var captures: UInt32 = 0
  /// Number of a split among those of its pattern.
  var number: Int32 = 0

  /// Of a split: what its two ways can begin with, as numbers of sets; 0 for anything.
  var firstSet: UInt16 {
    get { UInt16(truncatingIfNeeded: captures) }
    set { captures = captures & 0xFFFF_0000 | UInt32(newValue) }
  }
  var secondSet: UInt16 {
    get { UInt16(truncatingIfNeeded: captures >> 16) }
    set { captures = captures & 0xFFFF | UInt32(newValue) << 16 }
  }
}

/// A property of a word form that a pattern asks for, besides its being a certain word.
struct WordTest: Hashable {
  var lemma: [UInt8]?
  var form: [UInt8]?
  var required: Grammemes
  var excluded: Grammemes
  var classes: [TokenClass]
  /// Of the lemma or form, if there is one; else −1.
  var term: Int32 = -1
}

/// Where a rule may begin when a certain word or record stands somewhere.
struct Trigger: BitwiseCopyable {
  var rule: Int32
  var layer: Int32
  /// The match begins at least and at most so many tokens before.
  var least: Int32
  var most: Int32
}

/// What a rule asks of a place before its pattern runs there: numbers of sets of steps.
struct RuleOpening {
  /// What a match can begin with; 0 for anything.
  var first: Int32 = 0
  /// What must follow the first token or record; 0 for anything.
  var second: Int32 = 0
  /// What must stand in the sentence, each of them.
  var needs: [Int32] = []

  /// Are its numbers those of sets?
  func isMade(of sets: [StepSet]) -> Bool {
    (needs + [first, second]).allSatisfy { sets.indices.contains(Int($0)) }
  }

  func write(to writer: inout SnapshotWriter) {
    writer.write(first)
    writer.write(second)
    writer.write(needs)
  }

  init(first: Int32, second: Int32, needs: [Int32]) {
    self.first = first
    self.second = second
    self.needs = needs
  }

  init(from reader: inout SnapshotReader) throws(SnapshotReader.Damage) {
    first = try reader.number()
    second = try reader.number()
    needs = try reader.numbers()
  }
}

/// The part of a rule that every attempt needs.
struct RuleHead: BitwiseCopyable {
  var pc: Int32
  /// Cells of its captures.
  var cellCount: Int32
  var spanCapture: Int32
  var priority: Int32
  var kind: Int32
  var group: Int32
  var hasChecks: Bool
  var hasContexts: Bool
  var discards: Bool
  /// See ``RuleOpening``.
  var first: Int32
  var second: Int32
  /// Its needs, in the list of all.
  var firstNeed: Int32
  var needCount: Int32

  init(_ rule: CompiledRule, _ opening: RuleOpening, firstNeed: Int) {
    first = opening.first
    second = opening.second
    self.firstNeed = Int32(firstNeed)
    needCount = Int32(opening.needs.count)
    pc = rule.pc
    cellCount = Int32(rule.cellCount)
    spanCapture = Int32(rule.spanCapture)
    priority = Int32(rule.priority)
    kind = Int32(rule.kind)
    group = Int32(rule.group)
    hasChecks = !rule.checks.isEmpty
    hasContexts = !(rule.before.isEmpty && rule.after.isEmpty)
    discards = rule.discards
  }
}

/// A rule after compilation. A class, so that the matcher hands it on without copying its parts.
final class CompiledRule: Sendable {
  struct Context: Sendable, BitwiseCopyable {
    var pc: Int32
    var least: Int
    var most: Int
    var isNegated: Bool
    /// Captures of its own, of the rule's.
    var firstSlot: Int
    var endSlot: Int
    /// The set of steps that it can begin with; 0 for anything.
    var first: Int32
  }

  enum Check: Sendable {
    case agree(Int, Int, AgreementFeatures)
    case compare(Int, FieldCondition)
    case grammemes(Int, required: Grammemes, excluded: Grammemes)
  }

  let name: String
  let kind: Int
  let layer: Int
  let group: Int
  let pc: Int32
  let captures: [String]
  let spanCapture: Int
  let discards: Bool
  let priority: Int
  let before: [Context]
  let after: [Context]
  let checks: [Check]
  let fields: [(name: String, value: FieldExpression)]
  var cellCount: Int { captures.count * MatchMachine.cellsPerCapture }
  /// The captures' names, packed to be compared fast.
  let captureKeys: [NameKey]

  init(
    name: String, kind: Int, layer: Int, group: Int, pc: Int32, captures: [String],
    spanCapture: Int, discards: Bool, priority: Int, before: [Context], after: [Context],
    checks: [Check], fields: [(name: String, value: FieldExpression)]
  ) {
    self.name = name
    self.kind = kind
    self.layer = layer
    self.group = group
    self.pc = pc
    self.captures = captures
    self.spanCapture = spanCapture
    self.discards = discards
    self.priority = priority
    self.before = before
    self.after = after
    self.checks = checks
    self.fields = fields
    captureKeys = captures.map { NameKey($0) }
  }
}

extension CompiledRule {
  /// The number of a capture, or nil.
  func slot(ofCapture name: StaticString) -> Int? {
    let key = NameKey(name)
    for slot in captureKeys.indices where captureKeys[slot] == key {
      if name.utf8CodeUnitCount <= 15 { return slot }
      if name.withUTF8Buffer({ $0.elementsEqual(captures[slot].utf8) }) { return slot }
    }
    return nil
  }
}

/// A short name as two words: its length and all of the first fifteen bytes.
struct NameKey: Hashable, BitwiseCopyable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ name: String) {
    var name = name
    self = name.withUTF8 { NameKey(UnsafeRawBufferPointer($0)) }
  }

  @inline(__always)
  init(_ name: StaticString) {
    self = name.withUTF8Buffer { NameKey(UnsafeRawBufferPointer($0)) }
  }

  private init(_ bytes: UnsafeRawBufferPointer) {
    let count = bytes.count
    func word(_ offset: Int) -> UInt64 {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    func half(_ offset: Int) -> UInt64 {
      UInt64(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    }
    // Loads overlap where the count is no power of two.
    if count >= 8 {
      low = word(0)
      high = count >= 16 ? word(8) : count == 8 ? 0 : word(count - 8) >> UInt64(8 * (16 - count))
      high &= ~0 >> 8
    } else if count >= 4 {
      low = half(0) | half(count - 4) << UInt64(8 * (count - 4))
    } else {
      for index in 0..<count { low |= UInt64(bytes[index]) << UInt64(8 * index) }
    }
    high |= UInt64(min(count, 255)) << 56
  }
}
