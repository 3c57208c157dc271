/// What may stand at one place of a pattern: words that have one of some terms, pass one of some tests
/// or begin an entry of one of some lists, and records of some kinds.
struct StepSet: Hashable {
  private(set) var terms: [Int32] = []
  private(set) var tests: [Int32] = []
  private(set) var lists: [Int32] = []
  private(set) var kinds: [Int32] = []

  /// Adds what a step takes that takes a token, an entry of a list or a record.
  mutating func insert(_ step: Instruction) {
    switch step.operation {
    case .term: Self.insert(step.a, into: &terms)
    case .test: Self.insert(step.a, into: &tests)
    case .lexicon: Self.insert(step.a, into: &lists)
    case .record: Self.insert(step.a, into: &kinds)
    case .gap, .split, .jump, .open, .close, .border, .accept: break
    }
  }

  mutating func formUnion(_ other: StepSet) {
    for term in other.terms { Self.insert(term, into: &terms) }
    for test in other.tests { Self.insert(test, into: &tests) }
    for list in other.lists { Self.insert(list, into: &lists) }
    for kind in other.kinds { Self.insert(kind, into: &kinds) }
  }

  /// Few, in rising order, so that equal sets are equal lists.
  private static func insert(_ number: Int32, into list: inout [Int32]) {
    let place = list.firstIndex { $0 >= number } ?? list.count
    if place < list.count, list[place] == number { return }
    list.insert(number, at: place)
  }

  func write(to writer: inout SnapshotWriter) {
    for list in [terms, tests, lists, kinds] { writer.write(list) }
  }

  init() {}

  init(from reader: inout SnapshotReader) throws(SnapshotReader.Damage) {
    terms = try reader.numbers()
    tests = try reader.numbers()
    lists = try reader.numbers()
    kinds = try reader.numbers()
  }
}

/// A set of steps as the matcher asks for it: one bit of what is known of each word, and the kinds.
struct StepMask: BitwiseCopyable {
  var bit: Int32
  var kinds: UInt64

  /// Kinds past the 63rd share a bit: a mask may let through more than its set.
  static func kind(_ number: Int32) -> UInt64 { 1 &<< UInt64(min(number, 63)) }
}

/// The sets of steps of all rules. Each set of words has a bit that is worked out once for each
/// word: the tests come first, then the lists, then the sets that are neither one test nor one list.
struct StepSetTable {
  let listBit: Int
  /// Numbers of 64 bits for each word.
  let stride: Int
  /// The mask of each set; set 0 stands for anything, and is not to be asked.
  let masks: [StepMask]
  private let bitsByTerm: NumberGroups
  private let bitsByTest: NumberGroups
  private let bitsByList: NumberGroups

  init(_ sets: [StepSet], testCount: Int, listCount: Int) {
    listBit = (testCount + 63) / 64 * 64
    // No word has this bit: it stands for the words of a set of records.
    let noBit = listBit + listCount
    var bits = [StepSet.Words(StepSet()): noBit]
    var nextBit = noBit + 1
    var masks: [StepMask] = []
    var pairs: (terms: [(Int32, Int32)], tests: [(Int32, Int32)], lists: [(Int32, Int32)]) =
      ([], [], [])
    for set in sets {
      let words = StepSet.Words(set)
      var bit = bits[words] ?? -1
      if bit < 0 {
        switch (set.terms.count, set.tests.count, set.lists.count) {
        case (0, 1, 0): bit = Int(set.tests[0])
        case (0, 0, 1): bit = listBit + Int(set.lists[0])
        default:
          bit = nextBit
          nextBit += 1
          for term in set.terms { pairs.terms.append((term, Int32(bit))) }
          for test in set.tests { pairs.tests.append((test, Int32(bit))) }
          for list in set.lists { pairs.lists.append((list, Int32(bit))) }
        }
        bits[words] = bit
      }
      masks.append(
        StepMask(bit: Int32(bit), kinds: set.kinds.reduce(0) { $0 | StepMask.kind($1) }))
    }
    self.masks = masks
    stride = (nextBit + 63) / 64
    bitsByTerm = NumberGroups(pairs.terms)
    bitsByTest = NumberGroups(pairs.tests)
    bitsByList = NumberGroups(pairs.lists)
  }

  @inline(__always)
  func forEachBit(ofTerm term: Int32, _ body: (Int32) -> Void) {
    bitsByTerm.forEach(of: term, body)
  }

  @inline(__always)
  func forEachBit(ofTest test: Int32, _ body: (Int32) -> Void) {
    bitsByTest.forEach(of: test, body)
  }

  @inline(__always)
  func forEachBit(ofList list: Int32, _ body: (Int32) -> Void) {
    bitsByList.forEach(of: list, body)
  }
}

extension StepSet {
  /// The words of a set, whatever its records.
  fileprivate struct Words: Hashable {
    let terms: [Int32]
    let tests: [Int32]
    let lists: [Int32]

    init(_ set: StepSet) {
      terms = set.terms
      tests = set.tests
      lists = set.lists
    }
  }
}

/// Lists of numbers, found by a number.
struct NumberGroups {
  private let numbers: [Int32]
  /// Where those of each key begin.
  private let firsts: [Int32]

  init(_ pairs: [(Int32, Int32)]) {
    self.init { body in for (key, number) in pairs { body(key, number) } }
  }

  /// - Parameter forEachPair: Calls its argument with each key and number, the same each time.
  init(_ forEachPair: ((Int32, Int32) -> Void) -> Void) {
    var last: Int32 = -1
    forEachPair { key, _ in last = max(last, key) }
    var firsts = [Int32](repeating: 0, count: Int(last) + 2)
    forEachPair { key, _ in firsts[Int(key) + 1] += 1 }
    for key in firsts.indices.dropFirst() { firsts[key] += firsts[key - 1] }
    var numbers = [Int32](repeating: 0, count: Int(firsts.last ?? 0))
    var filled = firsts
    forEachPair { key, number in
      numbers[Int(filled[Int(key)])] = number
      filled[Int(key)] += 1
    }
    self.firsts = firsts
    self.numbers = numbers
  }

  @inline(__always)
  func forEach(of key: Int32, _ body: (Int32) -> Void) {
    guard Int(key) < firsts.count - 1 else { return }
    for index in firsts[Int(key)]..<firsts[Int(key) + 1] { body(numbers[Int(index)]) }
  }
}
