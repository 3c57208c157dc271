import CSyntax
import RussianMorphology

/// Which words take which case or preposition, as government.tsv says: counted preferences know only
/// words that were frequent where they were counted.
struct Government: Sendable {
  /// What the link of a word to one that takes it so is worth beside the counted preferences.
  static let bonus: Int32 = 40

  /// The relations by which a complement hangs on its word.
  static let steps: [Int] = [Relation.nmod, .obl, .obj, .iobj].map {
    LinkState.Step.right(Int($0.rawValue))
  }

  static let embedded = Government(
    UnsafeBufferPointer(start: svodka_government_bytes(), count: svodka_government_count()))

  /// Keys by hash; 0 where a slot is empty.
  private let slots: [UInt32]

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var keys: Set<UInt32> = []
    for (number, line) in bytes.split(separator: UInt8(ascii: "\n")).enumerated()
    where line.first != UInt8(ascii: "#") {
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      let name = cells.count > 2 ? String(decoding: cells[2], as: UTF8.self) : ""
      guard let grammeme = Grammemes(name: name), grammeme.intersects(.cases) else {
        preconditionFailure("government.tsv, entry \(number + 1): no case '\(name)'")
      }
      let preposition = cells[1].isEmpty ? 0 : SyntaxHash.bytes(UnsafeBufferPointer(rebasing: cells[1]))
      keys.insert(
        Self.key(
          SyntaxHash.bytes(UnsafeBufferPointer(rebasing: cells[0])), preposition,
          WordClass(grammeme).caseNumber))
    }
    var slots = Array(repeating: UInt32(0), count: 1024)
    while slots.count < keys.count * 4 { slots += slots }
    for key in keys.sorted() {
      var slot = Int(key) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = key
    }
    self.slots = slots
  }

  /// Whether a word takes what stands behind a preposition (0 for none) in a case.
  @inline(__always)
  func takes(_ lemma: UInt32, _ preposition: UInt32, _ caseNumber: UInt32) -> Bool {
    let key = Self.key(lemma, preposition, caseNumber)
    var slot = Int(key) & (slots.count &- 1)
    while slots[slot] != 0 {
      if slots[slot] == key { return true }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return false
  }

  private static func key(_ lemma: UInt32, _ preposition: UInt32, _ caseNumber: UInt32) -> UInt32 {
    SyntaxHash.evidence(150, lemma, preposition, caseNumber)
  }
}
