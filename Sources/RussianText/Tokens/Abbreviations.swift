import CText

/// The abbreviations of `abbreviations.tsv`, read once a process.
struct Abbreviations: @unchecked Sendable {
  /// What must stand beside an abbreviation for its full stop to belong to it.
  struct Needs: OptionSet {
    let rawValue: UInt8
    /// A small letter or a digit follows.
    static let lower = Needs(rawValue: 1)
    /// A digit follows.
    static let digit = Needs(rawValue: 2)
    /// A capital or an opening quotation mark follows.
    static let name = Needs(rawValue: 4)
    /// A number stands before.
    static let number = Needs(rawValue: 8)
    /// A Roman number stands before.
    static let roman = Needs(rawValue: 16)
    /// Nothing.
    static let any = Needs(rawValue: 32)
    /// A word in capitals follows: «долл. США», «20 тыс. KZT», «20 тыс. A$».
    static let capitals = Needs(rawValue: 64)
  }

  /// One abbreviation.
  struct Entry {
    var needs: Needs = []
    /// Those of `needs` under which a sentence may end with it.
    var ends: Needs = []
    /// Those of `needs` under which no sentence ends with it, whatever else holds.
    var holds: Needs = []
  }

  static let shared = Abbreviations()

  /// Longest form in bytes; a word that is longer is none.
  let longest: Int
  private let slots: UnsafePointer<Slot>
  /// For each last byte, in either case, the lengths of the forms that end so, as bits.
  private let endings: UnsafePointer<UInt32>
  private let mask: Int

  private struct Slot {
    var form: UInt64 = 0
    var tail: UInt64 = 0
    var entry = Entry()
  }

  private init() {
    let rows = UnsafeBufferPointer(
      start: svodka_abbreviations_bytes(), count: svodka_abbreviations_count())
    mask = 1023
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: mask + 1)
    slots.initialize(repeating: Slot(), count: mask + 1)
    let endings = UnsafeMutablePointer<UInt32>.allocate(capacity: 256)
    endings.initialize(repeating: 0, count: 256)
    var longest = 0
    for row in rows.split(separator: 0x0A) where row.first != 0x23 {
      let fields = row.split(separator: 0x09)
      guard fields.count >= 3, fields[0].count <= 16 else { continue }
      longest = max(longest, fields[0].count)
      // Capital and small letter differ in this bit of their last byte, ASCII or Cyrillic.
      if let last = fields[0].last {
        endings[Int(last)] |= 1 << UInt32(fields[0].count)
        endings[Int(last ^ 0x20)] |= 1 << UInt32(fields[0].count)
      }
      let key = Self.key(fields[0])
      var index = Self.home(key) & mask
      while slots[index].form != 0, (slots[index].form, slots[index].tail) != key {
        index = (index + 1) & mask
      }
      (slots[index].form, slots[index].tail) = key
      let needs = Self.needs(fields[2])
      slots[index].entry.needs.formUnion(needs)
      if fields[1].elementsEqual("may".utf8) { slots[index].entry.ends.formUnion(needs) }
      if fields[1].elementsEqual("never".utf8), needs == .capitals {
        slots[index].entry.holds = .capitals
      }
    }
    self.longest = longest
    self.slots = UnsafePointer(slots)
    self.endings = UnsafePointer(endings)
  }

  /// False if no form is `length` bytes long and ends in `last`; most words go by this.
  @inline(__always) func mayHave(length: Int, last: UInt8) -> Bool {
    length <= longest && endings[Int(last)] &>> UInt32(length) & 1 != 0
  }

  private static func needs(_ condition: Slice<UnsafeBufferPointer<UInt8>>) -> Needs {
    let names: [(String, Needs)] = [
      ("any", .any), ("lower", .lower), ("digit", .digit), ("name", .name),
      ("number", .number), ("roman", .roman), ("capitals", .capitals),
    ]
    for (name, need) in names where condition.elementsEqual(name.utf8) { return need }
    return []
  }

  /// The abbreviation with the key of a folded form; its needs are empty if there is none.
  func entry(of key: (UInt64, UInt64)) -> Entry {
    var index = Self.home(key) & mask
    while slots[index].form != 0 {
      if (slots[index].form, slots[index].tail) == key { return slots[index].entry }
      index = (index + 1) & mask
    }
    return Entry()
  }

  /// Up to 16 bytes as two integers.
  static func key(_ bytes: some Sequence<UInt8>) -> (UInt64, UInt64) {
    var head: UInt64 = 0
    var tail: UInt64 = 0
    var index: UInt64 = 0
    for byte in bytes {
      if index < 8 { head |= UInt64(byte) << (8 * index) }
      if index >= 8 { tail |= UInt64(byte) << (8 * (index - 8)) }
      index += 1
    }
    return (head, tail)
  }

  private static func home(_ key: (UInt64, UInt64)) -> Int {
    Int(truncatingIfNeeded: (key.0 ^ key.1 &* 31) &* 0x9E37_79B9_7F4A_7C15 >> 40)
  }
}
