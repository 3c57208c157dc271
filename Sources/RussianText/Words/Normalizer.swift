private import CICU

/// Reads a word form once: shape, scripts and normal form.
///
/// Words of plain Cyrillic or ASCII take a table; anything else goes through ICU.
struct Normalizer {
  private let table: CharacterTable
  private let nfc: OpaquePointer
  /// The normal form of a plain word, which is as long as the word; for others, `folded`.
  private let plain: UnsafeMutablePointer<UInt8>
  private static let plainCapacity = WordTable.longestWord
  private var folded: [UInt8] = []
  /// The form as it was meant, in the case that it stands in; empty if that is how it stands.
  private var spelled: [UInt8] = []
  private var source: [UInt16] = []
  private var target: [UInt16] = []

  init() throws(ICUError) {
    table = try CharacterTable.shared.get()
    var status = U_ZERO_ERROR
    let nfc = cicu_unorm2_getNFCInstance(&status)
    try status.check("unorm2_getNFCInstance")
    guard let nfc else { throw ICUError(function: "unorm2_getNFCInstance", name: "none") }
    self.nfc = nfc
    plain = .allocate(capacity: Self.plainCapacity)
  }

  func deallocate() { plain.deallocate() }

  /// Fills in shape, flags and normal form of `entry`, whose raw form `bytes` is.
  mutating func describe(
    _ bytes: UnsafeBufferPointer<UInt8>, _ entry: inout WordTable.Entry, _ arena: inout ByteArena
  ) {
    var traits = FormTraits()
    var isPlain = true
    var isSame = true
    var length = 0
    precondition(bytes.count <= Self.plainCapacity, "a word of more than longestWord bytes")
    forEachScalar(of: bytes) { code in
      traits.add(code, table)
      isPlain = isPlain && Self.isPlain(code)
      guard isPlain else { return }
      var small = UInt32(table.fold[Int(code)])
      if small == 0x451 { small = 0x435 }  // yo to ye
      isSame = isSame && small == code
      // Plain letters are of one byte or two, and so are the small ones.
      if small < 0x80 {
        plain[length] = UInt8(truncatingIfNeeded: small)
        length &+= 1
      } else {
        plain[length] = UInt8(truncatingIfNeeded: 0xC0 | small &>> 6)
        plain[length &+ 1] = UInt8(truncatingIfNeeded: 0x80 | small & 0x3F)
        length &+= 2
      }
    }
    entry.shape = traits.shape
    entry.flags = traits.flags
    if traits.firstIsUpper, bytes.count <= Openers.longest, Openers.shared.contains(bytes) {
      entry.flags.insert(.opensSentence)
    }
    if let reference = CharacterReference(bytes) { return describe(reference, &entry, &arena) }
    if isPlain, !traits.mixesScripts {
      if isSame { return }
      entry.normalLength = UInt32(length)
      entry.normalStart = arena.append(UnsafeBufferPointer(start: plain, count: length))
      return
    }
    normalizeSlowly(bytes, mixed: traits.mixesScripts)
    entry.normalLength = UInt32(folded.count)
    if !spelled.isEmpty {
      // A Latin letter that stands for a Cyrillic one makes no Latin word.
      var meant = FormTraits()
      spelled.withUnsafeBufferPointer { forEachScalar(of: $0) { meant.add($0, table) } }
      entry.shape = meant.shape
      entry.flags = meant.flags.union(.repaired)
      // ``WordTable/spelling(of:)`` reads it behind the normal form, so entries stay small.
      folded += [UInt8(truncatingIfNeeded: spelled.count), UInt8(spelled.count >> 8)]
      folded += spelled
    }
    entry.normalStart = folded.withUnsafeBufferPointer { arena.append($0) }
  }

  /// `&laquo;`: its form is the mark that it stands for.
  private mutating func describe(
    _ reference: CharacterReference, _ entry: inout WordTable.Entry, _ arena: inout ByteArena
  ) {
    folded = Unicode.Scalar(reference.code).map { Array(String($0).utf8) } ?? []
    entry.normalLength = UInt32(folded.count)
    entry.shape = .none
    entry.flags = .repaired
    folded += [UInt8(folded.count), 0] + folded
    entry.normalStart = folded.withUnsafeBufferPointer { arena.append($0) }
  }

  /// ASCII or a Cyrillic letter that NFC and the look-alike rules leave alone.
  private static func isPlain(_ code: UInt32) -> Bool {
    code < 0x80 || (0x400..<0x483).contains(code) || (0x48A..<0x530).contains(code)
  }

  /// Writes the normal form to `folded`, and the repaired spelling, if there is one, to `spelled`.
  private mutating func normalizeSlowly(_ bytes: UnsafeBufferPointer<UInt8>, mixed: Bool) {
    source.removeAll(keepingCapacity: true)
    var previous: UInt32 = 0
    forEachScalar(of: bytes) { code in
      if Self.isDropped(code) || (Self.isStress(code) && Self.isVowel(previous)) { return }
      previous = code
      appendUTF16(code, to: &source)
    }
    if mixed { _ = LookAlikes.replace(in: &source, table) }
    normalize()
    spelled.removeAll(keepingCapacity: true)
    transcode(source, to: &spelled)
    if spelled.elementsEqual(bytes) { spelled.removeAll(keepingCapacity: true) }
    fold()
    normalize()
    for index in source.indices where source[index] == 0x451 { source[index] = 0x435 }
    folded.removeAll(keepingCapacity: true)
    transcode(source, to: &folded)
  }

  private mutating func normalize() {
    convert { nfc, target, capacity, source, count, status in
      cicu_unorm2_normalize(nfc, source, count, target, capacity, &status)
    }
  }

  private mutating func fold() {
    convert { _, target, capacity, source, count, status in
      cicu_u_strFoldCase(target, capacity, source, count, &status)
    }
  }

  /// Runs one of ICU's string functions from `source` to `target`, then swaps the two.
  /// Where ICU refuses, the text stays as it is.
  private mutating func convert(
    _ step: (
      OpaquePointer, UnsafeMutablePointer<UInt16>?, Int32, UnsafePointer<UInt16>?, Int32,
      inout svodka_UErrorCode
    ) -> Int32
  ) {
    let room = source.count * 4 + 16
    target.removeAll(keepingCapacity: true)
    target.append(contentsOf: repeatElement(0, count: room))
    var status = U_ZERO_ERROR
    let count = target.withUnsafeMutableBufferPointer { target in
      source.withUnsafeBufferPointer { source in
        step(
          nfc, target.baseAddress, Int32(room), source.baseAddress, Int32(source.count), &status)
      }
    }
    guard status.rawValue <= U_ZERO_ERROR.rawValue, count <= room else { return }
    target.removeLast(room - Int(count))
    swap(&source, &target)
  }

  /// Soft hyphen and zero-width characters.
  private static func isDropped(_ code: UInt32) -> Bool {
    switch code {
    case 0xAD, 0x200B...0x200F, 0x2060...0x2064, 0xFEFF: true
    default: false
    }
  }

  private static func isStress(_ code: UInt32) -> Bool { code == 0x301 || code == 0x300 }

  /// Vowels of Russian, either case, by code point.
  private static func isVowel(_ code: UInt32) -> Bool {
    switch code | 0x20 {
    case 0x430, 0x435, 0x438, 0x43E, 0x443: true  // a ye i o u
    default:
      switch code {
      // y, e, yu, ya, either case; yo and its capital
      case 0x42B, 0x44B, 0x42D, 0x44D, 0x42E, 0x44E, 0x42F, 0x44F, 0x451, 0x401, 0x443, 0x423:
        true
      case 0x410, 0x415, 0x418, 0x41E: true
      default: false
      }
    }
  }
}

/// What the letters of a form say about it, added one scalar at a time.
struct FormTraits {
  private var scalars = 0
  private var letters = 0
  private var upper = 0
  private var lower = 0
  private var latin = 0
  private var cyrillic = 0
  private var digits = 0
  private var hyphens = 0
  /// Every part between hyphens opens with a capital or with a small letter, small ones following.
  private var laterCapital = false
  private(set) var firstIsUpper = false
  private var atPartStart = true

  mutating func add(_ code: UInt32, _ table: CharacterTable) {
    let wordClass = table.wordClass(of: code)
    if WordClassSet.ignored.has(wordClass) { return }
    scalars += 1
    if wordClass == WordClass.numeric {
      digits += 1
      return
    }
    if code == 0x2D || code == 0x2010 || code == 0x2011 {
      hyphens += 1
      atPartStart = true
      return
    }
    guard WordClassSet.letters.has(wordClass), wordClass != WordClass.atLetter else { return }
    if wordClass == WordClass.latin { latin += 1 }
    if wordClass == WordClass.cyrillic { cyrillic += 1 }
    addLetter(code, table)
  }

  private mutating func addLetter(_ code: UInt32, _ table: CharacterTable) {
    let folded =
      code < UInt32(CharacterTable.foldCount)
      ? UInt32(table.fold[Int(code)]) : UInt32(bitPattern: cicu_u_foldCase(Int32(code)))
    if folded != code {
      upper += 1
      if letters == 0 { firstIsUpper = true }
      if !atPartStart { laterCapital = true }
    } else {
      lower += 1
    }
    letters += 1
    atPartStart = false
  }

  var mixesScripts: Bool { latin > 0 && cyrillic > 0 }

  var shape: TokenShape {
    if letters == 0 { return .none }
    if upper == 0 { return .lower }
    if scalars == 1 { return .initial }
    if lower == 0 { return .upper }
    return firstIsUpper && !laterCapital ? .title : .mixed
  }

  var flags: TokenFlags {
    var flags: TokenFlags = []
    if latin > 0 { flags.insert(.latin) }
    if cyrillic > 0 { flags.insert(.cyrillic) }
    if digits > 0 { flags.insert(.digit) }
    if hyphens > 0 { flags.insert(.hyphen) }
    return flags
  }
}
