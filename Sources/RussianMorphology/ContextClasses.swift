/// What a reading means to its neighbours, as a small number: its grammemes as far as they matter
/// there, or the role that context.tsv gives the word.
final class ContextClasses: Sendable {
  enum Role: UInt8 {
    case grammemes
    /// Joins the words on both sides: `и`.
    case joins
    case comma
    /// Opens a clause.
    case opens
    /// Ends what stood before.
    case stops
    /// Leaves what stood before in force: quotation marks, adverbs, particles.
    case passes
    /// Figures that ask for the nominative, genitive singular or genitive plural, or for none.
    case one, few, many, fraction, year
    /// Foreign words and signs: any case.
    case any
  }

  struct Key: Hashable {
    var role: Role
    var grammemes: Grammemes
  }

  /// Those of ``Lexicon/embedded``, worked out once a process, so that a worker is cheap to make.
  static let embedded = ContextClasses(lexicon: .embedded)

  /// The class of a text's or sentence's beginning.
  static let start: UInt16 = 0

  let keys: [Key]
  private let ofTags: [UInt16]
  private let ofForms: [[UInt8]: UInt16]
  private let governing: [[UInt8]: UInt16]
  private let numbers: [Role: UInt16]
  /// Is the tag one of a preposition?
  private let isPreposition: [Bool]
  /// Is it one of the tags whose words may have a role of their own?
  private let isPlain: [Bool]
  private let figureTag: TagID

  init(lexicon: Lexicon) {
    var keys: [Key] = []
    var known: [Key: UInt16] = [:]
    func number(_ key: Key) -> UInt16 {
      if let number = known[key] { return number }
      keys.append(key)
      known[key] = UInt16(keys.count - 1)
      return UInt16(keys.count - 1)
    }
    _ = number(Key(role: .stops, grammemes: []))
    let tags = (0..<TagID(lexicon.tagCount)).map { lexicon.grammemes(of: $0) }
    ofTags = tags.map { number(Self.key(of: $0)) }
    var ofForms: [[UInt8]: UInt16] = [:]
    var governing: [[UInt8]: UInt16] = [:]
    let roles: [String: Role] = [
      "joins": .joins, "comma": .comma, "opens": .opens, "stops": .stops, "passes": .passes,
    ]
    for row in WordList.context.rows where row.count >= 2 {
      let form = Array(row[1].utf8)
      if row[0] == "governs" {
        var grammemes = Grammemes.PREP
        for name in row[2].split(separator: " ") {
          grammemes.formUnion(Grammemes(name: name) ?? Grammemes())
        }
        governing[form] = number(Key(role: .grammemes, grammemes: grammemes))
      } else if let role = roles[row[0]] {
        ofForms[form] = number(Key(role: role, grammemes: []))
      }
    }
    numbers = Dictionary(
      uniqueKeysWithValues: [Role.one, .few, .many, .fraction, .year].map {
        ($0, number(Key(role: $0, grammemes: [])))
      })
    self.ofForms = ofForms
    self.governing = governing
    self.keys = keys
    let all = TagID(0)..<TagID(tags.count)
    isPreposition = tags.map { $0.contains(.PREP) }
    isPlain = tags.map { $0.intersects([.CONJ, .PRCL, .PNCT, .SYMB, .ADVB, .INTJ]) }
    figureTag = all.first { tags[Int($0)] == .NUMB } ?? 0
  }

  /// Number of the class of a word's reading.
  func number(ofTag tag: TagID, form: UnsafeBufferPointer<UInt8>) -> UInt16 {
    if tag == figureTag { return numbers[Self.role(ofFigures: form)] ?? 0 }
    if isPreposition[Int(tag)] { return governing[Array(form)] ?? ofTags[Int(tag)] }
    if isPlain[Int(tag)], let found = ofForms[Array(form)] { return found }
    return ofTags[Int(tag)]
  }

  private static func key(of tag: Grammemes) -> Key {
    let nominal: Grammemes = [.NOUN, .NPRO, .NUMR]
    var cases = Agreement.mainCases(tag)
    cases.subtract([.gen1, .gen2, .acc2, .loc1, .loc2, .voct])
    let form = cases.union(tag.intersection(.numbers)).union(tag.intersection(.genders))
    if tag.intersects(nominal) {
      var kept: Grammemes = [.NOUN, .NPRO, .NUMR, .anim, .inan, .Name, .Surn, .Patr, .Ms_f, .loc2]
      kept = tag.intersection(kept).union(form)
      if tag.contains(.Geox) || tag.contains(.Orgn) { kept.formUnion(.Geox) }
      return Key(role: .grammemes, grammemes: kept)
    }
    if tag.intersects(.attributive) {
      let kept = tag.intersection([.anim, .inan, .Apro, .ADJF, .PRTF])
      return Key(role: .grammemes, grammemes: form.union(kept))
    }
    if tag.intersects([.VERB, .ADJS, .PRTS]) {
      let kept: Grammemes = [.VERB, .ADJS, .PRTS, .tran, .per1, .per2, .per3, .past, .impr]
      return Key(role: .grammemes, grammemes: form.union(tag.intersection(kept)))
    }
    if tag.intersects([.INFN, .GRND]) {
      return Key(role: .grammemes, grammemes: tag.intersection([.INFN, .GRND, .tran]))
    }
    if tag.contains(.PREP) { return Key(role: .grammemes, grammemes: [.PREP, .gent]) }
    if tag.contains(.CONJ) { return Key(role: .opens, grammemes: .CONJ) }
    if tag.intersects([.COMP, .PRED]) {
      return Key(role: .grammemes, grammemes: tag.intersection([.COMP, .PRED]))
    }
    if tag.intersects([.ADVB, .PRCL]) {
      return Key(role: .passes, grammemes: tag.intersection([.ADVB, .PRCL]))
    }
    if tag.intersects([.PNCT]) { return Key(role: .stops, grammemes: .PNCT) }
    if tag.contains(.INTJ) { return Key(role: .stops, grammemes: .INTJ) }
    return Key(role: .any, grammemes: [])
  }

  private static func role(ofFigures form: UnsafeBufferPointer<UInt8>) -> Role {
    guard !form.isEmpty, form.allSatisfy({ $0 &- 0x30 <= 9 }) else { return .fraction }
    let last = form[form.count - 1] - 0x30
    let beforeLast = form.count > 1 ? form[form.count - 2] - 0x30 : 0
    if form.count == 4, form[0] == 0x31 || form[0] == 0x32 { return .year }
    if beforeLast == 1 || last == 0 || last >= 5 { return .many }
    return last == 1 ? .one : .few
  }
}
