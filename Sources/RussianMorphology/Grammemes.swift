/// A set of grammemes: part of speech, case, number, gender and the rest, by OpenCorpora's names.
///
///     let form: Grammemes = [.NOUN, .masc, .sing, .gent]
///     form.contains(.gent)                       // true
///     form.intersection(.cases) == .gent         // true
///
/// Two machine words; every operation is a few instructions.
@frozen
public struct Grammemes: Sendable, Hashable, SetAlgebra {
  public typealias Element = Grammemes

  public var low: UInt64
  public var high: UInt64

  @inlinable public init() { self.init(low: 0, high: 0) }

  @inlinable public init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// The set of one grammeme, given its number (`0..<128`).
  @inlinable public init(number: Int) {
    self.init(
      low: number < 64 ? 1 << UInt64(truncatingIfNeeded: number) : 0,
      high: number < 64 ? 0 : 1 << UInt64(truncatingIfNeeded: number &- 64))
  }

  /// The set of one grammeme, given OpenCorpora's name for it; `nil` if there is none of that name.
  ///
  ///     Grammemes(name: "1per") == .per1
  ///
  /// - Complexity: O(*n*) in the number of grammemes; for reading rules and data, not for texts.
  public init?(name: some StringProtocol) {
    guard let found = Self.number(ofName: name.utf8) else { return nil }
    self.init(number: found)
  }

  /// As ``init(name:)``, from bytes of UTF-8.
  public init?(name: UnsafeBufferPointer<UInt8>) {
    guard let found = Self.number(ofName: name) else { return nil }
    self.init(number: found)
  }

  private static func number(ofName name: some Sequence<UInt8>) -> Int? {
    let wanted = Array(name)
    return names.firstIndex { known in
      known.withUTF8Buffer { $0.elementsEqual(wanted) }
    }
  }

  @inlinable public init(arrayLiteral elements: Grammemes...) {
    self.init()
    for element in elements { formUnion(element) }
  }

  /// Whether every grammeme of `other` is in this set.
  @inlinable public func contains(_ other: Grammemes) -> Bool {
    low & other.low == other.low && high & other.high == other.high
  }

  @inlinable public func isSuperset(of other: Grammemes) -> Bool { contains(other) }
  @inlinable public func isSubset(of other: Grammemes) -> Bool { other.contains(self) }

  @inlinable public func isDisjoint(with other: Grammemes) -> Bool {
    (low & other.low) | (high & other.high) == 0
  }

  /// Whether some grammeme is in both sets.
  @inlinable public func intersects(_ other: Grammemes) -> Bool { !isDisjoint(with: other) }

  @inlinable public var isEmpty: Bool { low | high == 0 }

  @inlinable public func union(_ other: Grammemes) -> Grammemes {
    Grammemes(low: low | other.low, high: high | other.high)
  }

  @inlinable public func intersection(_ other: Grammemes) -> Grammemes {
    Grammemes(low: low & other.low, high: high & other.high)
  }

  @inlinable public func symmetricDifference(_ other: Grammemes) -> Grammemes {
    Grammemes(low: low ^ other.low, high: high ^ other.high)
  }

  @inlinable public func subtracting(_ other: Grammemes) -> Grammemes {
    Grammemes(low: low & ~other.low, high: high & ~other.high)
  }

  @inlinable public mutating func formUnion(_ other: Grammemes) { self = union(other) }

  @inlinable public mutating func formIntersection(_ other: Grammemes) {
    self = intersection(other)
  }

  @inlinable public mutating func formSymmetricDifference(_ other: Grammemes) {
    self = symmetricDifference(other)
  }

  @inlinable public mutating func subtract(_ other: Grammemes) { self = subtracting(other) }

  @discardableResult
  @inlinable public mutating func insert(
    _ new: Grammemes
  ) -> (inserted: Bool, memberAfterInsert: Grammemes) {
    let inserted = !contains(new)
    formUnion(new)
    return (inserted, new)
  }

  @discardableResult
  @inlinable public mutating func remove(_ member: Grammemes) -> Grammemes? {
    let present = intersects(member)
    subtract(member)
    return present ? member : nil
  }

  @discardableResult
  @inlinable public mutating func update(with new: Grammemes) -> Grammemes? {
    let old = contains(new) ? new : nil
    formUnion(new)
    return old
  }
}

extension Grammemes {
  @inlinable public static var partsOfSpeech: Grammemes {
    Grammemes(low: 0x3FFFF, high: 0).union(special)
  }

  /// What takes the place of a part of speech where a token is no Russian word.
  @inlinable public static var special: Grammemes {
    LATN.union(PNCT).union(NUMB).union(ROMN).union(UNKN).union(SYMB)
  }

  @inlinable public static var cases: Grammemes {
    nomn.union(gent).union(datv).union(accs).union(ablt).union(loct).union(voct).union(gen1)
      .union(gen2).union(acc2).union(loc1).union(loc2)
  }

  @inlinable public static var numbers: Grammemes { sing.union(plur) }
  @inlinable public static var genders: Grammemes { masc.union(femn).union(neut) }
  @inlinable public static var animacies: Grammemes { anim.union(inan) }
  @inlinable public static var persons: Grammemes { per1.union(per2).union(per3) }
  @inlinable public static var tenses: Grammemes { pres.union(past).union(futr) }
  @inlinable public static var aspects: Grammemes { perf.union(impf) }

  /// Parts of speech that agree with a noun in case, number and gender.
  @inlinable public static var attributive: Grammemes { ADJF.union(PRTF) }
}

extension Grammemes: CustomStringConvertible {
  /// OpenCorpora's names, comma separated: `NOUN,inan,masc,sing,gent`.
  public var description: String {
    Self.names.indices
      .filter { contains(Grammemes(number: $0)) }
      .map { Self.names[$0].description }
      .joined(separator: ",")
  }
}
