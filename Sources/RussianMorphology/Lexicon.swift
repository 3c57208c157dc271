import CLexicon

/// Number of a set of grammemes in a ``Lexicon``.
public typealias TagID = UInt16

/// The compiled dictionary: from a word form to its analyses, read in place and never parsed.
///
///     Lexicon.embedded.analyses(of: "стали").first?.lemma  // "стать"
///
/// A value of a few pointers into bytes that live as long as the program; free to copy and to share
/// between tasks. A look-up costs one dependent memory access a letter and allocates nothing.
public struct Lexicon: @unchecked Sendable {
  @usableFromInline let codes: UnsafePointer<UInt8>
  @usableFromInline let letters: UnsafePointer<UInt32>
  @usableFromInline let units: UnsafePointer<UInt32>
  @usableFromInline let entryTable: UnsafePointer<UInt32>
  @usableFromInline let paradigmStarts: UnsafePointer<UInt32>
  @usableFromInline let formTable: UnsafePointer<UInt32>
  @usableFromInline let suffixOffsets: UnsafePointer<UInt32>
  @usableFromInline let suffixBytes: UnsafePointer<UInt8>
  @usableFromInline let tagTable: UnsafePointer<UInt64>
  @usableFromInline let yoMasks: UnsafePointer<UInt32>
  let guessUnits: UnsafePointer<UInt32>
  let guessTable: UnsafePointer<UInt32>
  let aboutBytes: UnsafeBufferPointer<UInt8>
  /// How many tags there are; a ``TagID`` is below it.
  public let tagCount: Int
  /// How many paradigms there are.
  public let paradigmCount: Int

  /// The dictionary that is part of this library.
  public static let embedded: Lexicon = {
    let bytes = UnsafeRawBufferPointer(
      start: svodka_lexicon_bytes(), count: svodka_lexicon_count())
    guard let lexicon = Lexicon(mapping: bytes) else {
      preconditionFailure("the embedded lexicon is damaged")
    }
    return lexicon
  }()

  /// Reads a compiled dictionary where it lies; `nil` if the bytes are none, or cut short.
  ///
  /// `bytes` must be aligned to eight bytes and stay in place as long as any copy of the value.
  /// - Complexity: O(1).
  public init?(mapping bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress, bytes.count >= LexiconLayout.headerSize,
      base.load(as: UInt32.self) == LexiconLayout.magic,
      base.load(fromByteOffset: 4, as: UInt32.self) == UInt32(bytes.count)
    else { return nil }
    func start<T>(_ section: LexiconLayout.Section, _: T.Type) -> UnsafePointer<T> {
      let offset = base.load(fromByteOffset: 8 + section.rawValue * 8, as: UInt32.self)
      return (base + Int(offset)).assumingMemoryBound(to: T.self)
    }
    func count(_ section: LexiconLayout.Section) -> Int {
      Int(base.load(fromByteOffset: 12 + section.rawValue * 8, as: UInt32.self))
    }
    codes = start(.codes, UInt8.self)
    letters = start(.letters, UInt32.self)
    units = start(.units, UInt32.self)
    entryTable = start(.entries, UInt32.self)
    paradigmStarts = start(.paradigms, UInt32.self)
    formTable = start(.forms, UInt32.self)
    suffixOffsets = start(.suffixOffsets, UInt32.self)
    suffixBytes = start(.suffixBytes, UInt8.self)
    tagTable = start(.tags, UInt64.self)
    yoMasks = start(.yoMasks, UInt32.self)
    guessUnits = start(.guessUnits, UInt32.self)
    guessTable = start(.guesses, UInt32.self)
    aboutBytes = UnsafeBufferPointer(start: start(.about, UInt8.self), count: count(.about))
    tagCount = count(.tags)
    paradigmCount = count(.paradigms) - 1
  }

  /// Where the parts of the embedded dictionary begin, and how long they are: another for nearly
  /// every other dictionary.
  package static var header: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: svodka_lexicon_bytes(), count: LexiconLayout.headerSize)
  }

  /// Whether this is the dictionary that is part of the library.
  var isEmbedded: Bool { units == Self.embedded.units }

  /// Source, version and licence of the dictionary, as `svodka --version --verbose` reports them.
  public var about: String { String(decoding: aboutBytes, as: UTF8.self) }

  /// The grammemes of a tag.
  @inlinable public func grammemes(of tag: TagID) -> Grammemes {
    let number = Int(tag)
    precondition(number < tagCount)
    return Grammemes(low: tagTable[2 * number], high: tagTable[2 * number + 1])
  }
}

// MARK: Looking up

extension Lexicon {
  /// Place of the first analysis of a form in the table of entries; −1 if the form is unknown.
  ///
  /// Takes any mix of capitals and small letters, ё or е.
  /// - Complexity: O(*n*) in the length of the form, without allocation.
  @inlinable public func firstEntry(ofForm bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var node: UInt32 = 0
    var place = 0
    let count = bytes.count
    while place < count {
      let first = bytes[place]
      var code: UInt32 = 0
      if first & 0xFC == 0xD0, place &+ 1 < count {
        let low = Int(first & 3) << 6 | Int(bytes[place &+ 1] & 0x3F)
        code = UInt32(codes[128 &+ low])
        place &+= 2
      } else if first < 0x80 {
        code = UInt32(codes[Int(first)])
        place &+= 1
      }
      if code == 0 { return -1 }
      let unit = units[Int(node ^ code)]
      if unit & LexiconLayout.noLabel != code { return -1 }
      node = unit >> LexiconLayout.labelBits
    }
    let leaf = units[Int(node)]
    return leaf & LexiconLayout.noLabel == 0 && count > 0
      ? Int(leaf >> LexiconLayout.labelBits) : -1
  }

  @inlinable public func entry(at place: Int) -> LexiconLayout.Entry {
    LexiconLayout.Entry(raw: entryTable[place])
  }

  /// The form numbered `index` of a paradigm; the first one is the lemma.
  @inlinable public func form(_ index: Int, ofParadigm paradigm: Int) -> LexiconLayout.Form {
    LexiconLayout.Form(raw: formTable[Int(paradigmStarts[paradigm]) &+ index])
  }

  @inlinable public func formCount(ofParadigm paradigm: Int) -> Int {
    Int(paradigmStarts[paradigm &+ 1] &- paradigmStarts[paradigm])
  }

  /// The bytes of a suffix or prefix, with ё where it is ё.
  @inlinable public func suffix(_ number: Int) -> UnsafeBufferPointer<UInt8> {
    let start = Int(suffixOffsets[number])
    let end = Int(suffixOffsets[number &+ 1])
    return UnsafeBufferPointer(start: suffixBytes + start, count: end &- start)
  }
}

extension Lexicon {
  /// The tags of tokens that are no Russian words; the compiler puts them into every lexicon.
  public static var specialTags: [Grammemes] { [.LATN, .PNCT, .NUMB, .ROMN, .UNKN, .SYMB] }
}

extension Lexicon {
  /// Number of the first of ``specialTags``; the others follow.
  var firstSpecialTag: TagID {
    (0..<TagID(tagCount)).first { grammemes(of: $0) == .LATN } ?? 0
  }
}

extension Lexicon {
  /// The tag of an adverb and nothing else.
  var adverbTag: TagID {
    (0..<TagID(tagCount)).first { grammemes(of: $0) == .ADVB } ?? 0
  }
}
