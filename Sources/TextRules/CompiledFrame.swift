import RussianMorphology
import RussianSyntax

/// A frame after compilation: what to look for around the head that its rule finds.
struct CompiledFrame: Sendable {
  struct Slot: Sendable {
    var name: String
    /// The number of the argument in the fact's declaration; −1 for a `let` line.
    var argument: Int32
    /// The kinds of records that it may be.
    var kinds: [Int32]
    var allowsText: Bool
    var isOptional: Bool
    var isList: Bool
    /// The lines of the slot, each with its alternatives; an argument that is several takes what all
    /// lines find, any other the first that finds something.
    var lines: [[Path]]
  }

  struct Path: Sendable {
    var steps: [Step]
    /// The only kind of record that the path takes; −1 for those of the slot.
    var record: Int32
    var isInside: Bool
    /// The list whose entry gives the argument, and its column; −1 for none.
    var list: Int32
    var column: Int32
    /// As the rule file writes it.
    var text: String

    /// Whether it leads out of the sentence.
    var isTopic: Bool { steps.last?.ways.first?.move == .topic }
  }

  struct Step: Sendable {
    var ways: [Way]
    var tests: [Test]
    var least: Int32
    var most: Int32
  }

  struct Way: Sendable {
    var move: FrameMove
    var form: [[UInt8]]
    var list: Int32
    /// The capture, by its number in the rule.
    var capture: Int32
    var tests: [Test]
  }

  struct Test: Sendable {
    indirect enum What: Sendable {
      case anyOf([Test])
      case list(Int32)
      case grammemes(Grammemes)
      case form([[UInt8]])
      case lemma([UInt8])
      case record(Int32)
    }

    var what: What
    var isNegated: Bool
  }

  struct Condition: Sendable {
    enum What: Sendable {
      /// −1 is the head.
      case word(slot: Int32, tests: [Test])
      case field(slot: Int32, FieldCondition)
      case path(Path)
    }

    var what: What
    var isNegated: Bool
    /// Why nothing is found where it holds; empty for what must hold.
    var reason: String

    /// A word whose case is not known neither drops a fact nor refuses it.
    var unknownCase: Bool { reason.isEmpty != isNegated }

    /// The slot whose candidates the condition picks; nil if it speaks of the whole frame.
    var slot: Int? {
      switch what {
      case .word(let slot, _), .field(let slot, _): slot < 0 ? nil : Int(slot)
      case .path: nil
      }
    }
  }

  struct Assignment: Sendable {
    var argument: Int32
    var value: FieldExpression
    /// The slot that a member is of; −1 is the head, −2 a constant, −3 and below a capture.
    var slot: Int32
    var condition: Condition?
  }

  var rule: Int32
  var kind: Int32
  /// The number of the fact's declaration.
  var fact: Int32
  var slots: [Slot]
  var conditions: [Condition]
  var assignments: [Assignment]
  /// What must stand in a sentence where the frame holds: of each, one at least.
  var needs: [Need] = []
  /// Whether the head names what somebody is, or the thing itself, and no event: what becomes of the
  /// sentence's event is not told of it.
  var tellsTrait = false

  /// Word lists and kinds of records of which one must stand in the sentence.
  struct Need: Sendable {
    var lists: [Int32] = []
    var kinds: [Int32] = []
  }

  /// Reads out of the paths what the sentence must have, and what the head names.
  mutating func deriveNeeds() {
    tellsTrait = slots.contains { slot in
      slot.argument >= 0
        && slot.lines.joined().contains { path in
          guard let move = path.steps.last?.ways.first?.move else { return false }
          return move == .bearer || move == .capture || move == .head || move == .governor(.amod)
        }
    }
    needs = slots.compactMap { slot in
      guard slot.argument >= 0, !slot.isOptional, slot.lines.count == 1 || !slot.isList else {
        return nil
      }
      return Self.need(of: slot.lines.flatMap(\.self))
    }
    for condition in conditions where condition.reason.isEmpty && !condition.isNegated {
      if case .path(let path) = condition.what, let need = Self.need(of: [path]) {
        needs.append(need)
      }
    }
  }

  /// What one of the paths needs; nil if some path needs nothing.
  private static func need(of paths: [Path]) -> Need? {
    var need = Need()
    for path in paths {
      var own: Need?
      for step in path.steps where own == nil && step.least > 0 {
        for test in step.tests where own == nil { own = self.need(of: test) }
      }
      guard let own else { return nil }
      need.lists += own.lists
      need.kinds += own.kinds
    }
    return need
  }

  private static func need(of test: Test) -> Need? {
    guard !test.isNegated else { return nil }
    switch test.what {
    case .list(let list): return Need(lists: [list])
    case .record(let kind): return Need(kinds: [kind])
    case .anyOf(let tests):
      let all = tests.map(need)
      guard all.allSatisfy({ $0 != nil }) else { return nil }
      return Need(
        lists: all.flatMap { $0?.lists ?? [] }, kinds: all.flatMap { $0?.kinds ?? [] })
    default: return nil
    }
  }
}

// MARK: Snapshot

extension FrameMove {
  fileprivate func write(to writer: inout SnapshotWriter) {
    let (code, number, grammemes): (UInt8, UInt8, Grammemes) =
      switch self {
      case .subject: (0, 0, [])
      case .object: (1, 0, [])
      case .outerSubject: (2, 0, [])
      case .dependent(let relation): (3, relation.rawValue, [])
      case .governor(nil): (4, 255, [])
      case .governor(let relation?): (4, relation.rawValue, [])
      case .bare(let grammemes): (5, 0, grammemes)
      case .preposition: (6, 0, [])
      case .near: (7, 0, [])
      case .inside: (8, 0, [])
      case .head: (9, 0, [])
      case .capture: (10, 0, [])
      case .bearer: (11, 0, [])
      case .topic: (12, 0, [])
      }
    writer.write(code)
    writer.write(number)
    writer.write(grammemes)
  }

  fileprivate init(from reader: inout SnapshotReader) throws(SnapshotReader.Damage) {
    let code: UInt8 = try reader.number()
    let number: UInt8 = try reader.number()
    let grammemes = try reader.grammemes()
    let relation = Relation(rawValue: number)
    switch (code, relation) {
    case (0, _): self = .subject
    case (1, _): self = .object
    case (2, _): self = .outerSubject
    case (3, let relation?): self = .dependent(relation)
    case (4, let relation): self = .governor(relation)
    case (5, _): self = .bare(grammemes)
    case (6, _): self = .preposition
    case (7, _): self = .near
    case (8, _): self = .inside
    case (9, _): self = .head
    case (10, _): self = .capture
    case (11, _): self = .bearer
    case (12, _): self = .topic
    default: throw SnapshotReader.Damage()
    }
  }
}

extension CompiledFrame {
  typealias Damage = SnapshotReader.Damage

  func write(to writer: inout SnapshotWriter) {
    for part in [rule, kind, fact] { writer.write(part) }
    writer.write(slots) { $1.write(to: &$0) }
    writer.write(conditions) { $1.write(to: &$0) }
    writer.write(assignments) { $1.write(to: &$0) }
  }

  init(from reader: inout SnapshotReader) throws(Damage) {
    rule = try reader.number()
    kind = try reader.number()
    fact = try reader.number()
    slots = try reader.list { reader throws(Damage) in try Slot(from: &reader) }
    conditions = try reader.list { reader throws(Damage) in try Condition(from: &reader) }
    assignments = try reader.list { reader throws(Damage) in try Assignment(from: &reader) }
    deriveNeeds()
  }
}

extension CompiledFrame.Slot {
  fileprivate func write(to writer: inout SnapshotWriter) {
    writer.write(name)
    writer.write(argument)
    writer.write(kinds)
    for flag in [allowsText, isOptional, isList] { writer.write(flag) }
    writer.write(lines) { $0.write($1) { $1.write(to: &$0) } }
  }

  fileprivate init(from reader: inout SnapshotReader) throws(SnapshotReader.Damage) {
    typealias Damage = SnapshotReader.Damage
    name = try reader.text()
    argument = try reader.number()
    kinds = try reader.numbers()
    allowsText = try reader.flag()
    isOptional = try reader.flag()
    isList = try reader.flag()
    lines = try reader.list { reader throws(Damage) in
      try reader.list { reader throws(Damage) in try CompiledFrame.Path(from: &reader) }
    }
  }
}

extension CompiledFrame.Path {
  fileprivate func write(to writer: inout SnapshotWriter) {
    writer.write(steps) { $1.write(to: &$0) }
    for part in [record, list, column] { writer.write(part) }
    writer.write(isInside)
    writer.write(text)
  }

  fileprivate init(from reader: inout SnapshotReader) throws(SnapshotReader.Damage) {
    typealias Damage = SnapshotReader.Damage
    steps = try reader.list { reader throws(Damage) in try CompiledFrame.Step(from: &reader) }
    record = try reader.number()
    list = try reader.number()
    column = try reader.number()
    isInside = try reader.flag()
    text = try reader.text()
  }
}

extension CompiledFrame.Step {
  fileprivate func write(to writer: inout SnapshotWriter) {
    writer.write(ways) { $1.write(to: &$0) }
    for part in [least, most] { writer.write(part) }
    writer.write(tests) { $1.write(to: &$0) }
  }

  fileprivate init(from reader: inout SnapshotReader) throws(SnapshotReader.Damage) {
    typealias Damage = SnapshotReader.Damage
    ways = try reader.list { reader throws(Damage) in try CompiledFrame.Way(from: &reader) }
    least = try reader.number()
    most = try reader.number()
    tests = try reader.list { reader throws(Damage) in try CompiledFrame.Test(from: &reader) }
  }
}

extension CompiledFrame.Way {
  fileprivate func write(to writer: inout SnapshotWriter) {
    move.write(to: &writer)
    writer.write(form) { $0.write($1) }
    for part in [list, capture] { writer.write(part) }
    writer.write(tests) { $1.write(to: &$0) }
  }

  fileprivate init(from reader: inout SnapshotReader) throws(SnapshotReader.Damage) {
    typealias Damage = SnapshotReader.Damage
    move = try FrameMove(from: &reader)
    form = try reader.list { reader throws(Damage) in try reader.byteList() }
    list = try reader.number()
    capture = try reader.number()
    tests = try reader.list { reader throws(Damage) in try CompiledFrame.Test(from: &reader) }
  }
}

extension CompiledFrame.Test {
  fileprivate func write(to writer: inout SnapshotWriter) {
    writer.write(isNegated)
    switch what {
    case .list(let list):
      writer.write(UInt8(0))
      writer.write(list)
    case .grammemes(let grammemes):
      writer.write(UInt8(1))
      writer.write(grammemes)
    case .form(let words):
      writer.write(UInt8(2))
      writer.write(words) { $0.write($1) }
    case .lemma(let lemma):
      writer.write(UInt8(3))
      writer.write(lemma)
    case .record(let kind):
      writer.write(UInt8(4))
      writer.write(kind)
    case .anyOf(let tests):
      writer.write(UInt8(5))
      writer.write(tests) { $1.write(to: &$0) }
    }
  }

  fileprivate init(from reader: inout SnapshotReader) throws(SnapshotReader.Damage) {
    typealias Damage = SnapshotReader.Damage
    isNegated = try reader.flag()
    let code: UInt8 = try reader.number()
    switch code {
    case 0: what = .list(try reader.number())
    case 1: what = .grammemes(try reader.grammemes())
    case 2:
      what = .form(try reader.list { reader throws(Damage) in try reader.byteList() })
    case 3: what = .lemma(try reader.byteList())
    case 4: what = .record(try reader.number())
    case 5:
      what = .anyOf(
        try reader.list { reader throws(Damage) in try CompiledFrame.Test(from: &reader) })
    default: throw SnapshotReader.Damage()
    }
  }
}

extension CompiledFrame.Condition {
  fileprivate func write(to writer: inout SnapshotWriter) {
    writer.write(isNegated)
    writer.write(reason)
    switch what {
    case .word(let slot, let tests):
      writer.write(UInt8(0))
      writer.write(slot)
      writer.write(tests) { $1.write(to: &$0) }
    case .field(let slot, let condition):
      writer.write(UInt8(1))
      writer.write(slot)
      condition.write(to: &writer)
    case .path(let path):
      writer.write(UInt8(2))
      path.write(to: &writer)
    }
  }

  fileprivate init(from reader: inout SnapshotReader) throws(SnapshotReader.Damage) {
    typealias Damage = SnapshotReader.Damage
    isNegated = try reader.flag()
    reason = try reader.text()
    let code: UInt8 = try reader.number()
    switch code {
    case 0:
      what = .word(
        slot: try reader.number(),
        tests: try reader.list { reader throws(Damage) in try CompiledFrame.Test(from: &reader) })
    case 1: what = .field(slot: try reader.number(), try FieldCondition(from: &reader))
    case 2: what = .path(try CompiledFrame.Path(from: &reader))
    default: throw SnapshotReader.Damage()
    }
  }
}

extension CompiledFrame.Assignment {
  fileprivate func write(to writer: inout SnapshotWriter) {
    writer.write(argument)
    writer.write(slot)
    value.write(to: &writer)
    writer.write(condition != nil)
    condition?.write(to: &writer)
  }

  fileprivate init(from reader: inout SnapshotReader) throws(SnapshotReader.Damage) {
    argument = try reader.number()
    slot = try reader.number()
    value = try FieldExpression(from: &reader)
    condition = try reader.flag() ? try CompiledFrame.Condition(from: &reader) : nil
  }
}
