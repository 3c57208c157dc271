/// How `ru.lexicon` lies in memory: what the compiler writes and ``Lexicon`` reads in place.
///
/// A table of contents (magic, then offset and count of every section), then the sections, each
/// aligned to eight bytes, all numbers little-endian. `Lexicon/README.md` tells the format at large.
public enum LexiconLayout {
  public static let magic: UInt32 = 0x3158_4C53  // "SLX1"

  public enum Section: Int, CaseIterable, Sendable {
    /// 128 codes of ASCII bytes, then 256 of the two-byte letters U+0400…U+04FF.
    case codes
    /// UTF-8 of every code, packed in 32 bits, first byte lowest.
    case letters
    /// Double array from forms to entries.
    case units
    /// Analyses of a form, best first; see ``Entry``.
    case entries
    /// Index of every paradigm's first form, and one more.
    case paradigms
    /// See ``Form``.
    case forms
    case suffixOffsets
    case suffixBytes
    /// Two 64-bit words a tag.
    case tags
    /// Which letters of a stem are ё: bit *n* is the *n*-th letter from the stem's end.
    case yoMasks
    /// Double array from reversed endings to guesses.
    case guessUnits
    case guesses
    /// Source, version and licence in UTF-8.
    case about
  }

  public static let headerSize = 8 + Section.allCases.count * 8

  /// One analysis: paradigm, form, ё mask, weight, and whether it is the last of its form.
  @frozen
  public struct Entry: Sendable, Hashable {
    public var raw: UInt32
    @inlinable public init(raw: UInt32) { self.raw = raw }

    public init(paradigm: Int, form: Int, yoMask: Int, weight: Int, isLast: Bool) {
      precondition(paradigm < 4096 && form < 256 && yoMask < 32 && weight < 64)
      raw =
        UInt32(paradigm) << 20 | UInt32(form) << 12 | UInt32(yoMask) << 7 | UInt32(weight) << 1
        | (isLast ? 1 : 0)
    }

    @inlinable public var paradigm: Int { Int(raw >> 20) }
    @inlinable public var form: Int { Int(raw >> 12 & 0xFF) }
    @inlinable public var yoMask: Int { Int(raw >> 7 & 0x1F) }
    /// Share of this analysis among those of the form, 63 = all.
    @inlinable public var weight: Int { Int(raw >> 1 & 0x3F) }
    @inlinable public var isLast: Bool { raw & 1 != 0 }
  }

  /// One form of a paradigm: what stands before and after the stem, and the tag.
  @frozen
  public struct Form: Sendable, Hashable {
    public var raw: UInt32
    @inlinable public init(raw: UInt32) { self.raw = raw }

    public init(prefix: Int, suffix: Int, tag: Int) {
      precondition(prefix < 4 && suffix < 1 << 15 && tag < 1 << 15)
      raw = UInt32(prefix) << 30 | UInt32(suffix) << 15 | UInt32(tag)
    }

    /// Number of a suffix string; the first four are the prefixes.
    @inlinable public var prefix: Int { Int(raw >> 30) }
    @inlinable public var suffix: Int { Int(raw >> 15 & 0x7FFF) }
    @inlinable public var tag: Int { Int(raw & 0x7FFF) }
  }

  /// A unit of a double array holds its label in seven bits and its target or value in the rest.
  public static let labelBits: UInt32 = 7
  public static let noLabel: UInt32 = 0x7F
}
