/// A name as it is compared: small letters, е for ё, hyphens and spaces alike, no quotation marks.
struct FoldedName: Hashable {
  private(set) var bytes: [UInt8] = []

  init(_ text: String) {
    bytes.reserveCapacity(text.utf8.count)
    var text = text
    text.withUTF8 { fold($0) }
  }

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// All bytes at once: a list hashes them one by one.
  func hash(into hasher: inout Hasher) {
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }

  var isEmpty: Bool { bytes.isEmpty }

  /// The words between the spaces.
  var words: [ArraySlice<UInt8>] { bytes.split(separator: Self.space) }

  /// The name without its last `count` words; nil if that leaves nothing.
  func dropping(words count: Int) -> FoldedName? {
    let words = words
    guard words.count > count else { return nil }
    let kept = words[..<(words.count - count)]
    return FoldedName(bytes: Array(kept.joined(separator: [Self.space])))
  }

  private static let space = UInt8(ascii: " ")

  private mutating func fold(_ utf8: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < utf8.count {
      let byte = utf8[index]
      if byte < 0x80 {
        index += 1
        appendASCII(byte)
        continue
      }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      guard index + length <= utf8.count else { return }
      if length == 2 {
        appendPair(byte, utf8[index + 1])
      } else if length == 3, byte == 0xE2, utf8[index + 1] == 0x80 {
        appendMark(utf8[index + 2])
      } else {
        bytes.append(contentsOf: utf8[index..<index + length])
      }
      index += length
    }
    while bytes.last == Self.space { bytes.removeLast() }
  }

  private mutating func appendASCII(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "."), UInt8(ascii: ","): break
    case UInt8(ascii: "-"), 0x09, 0x0A, 0x0D, 0x20: appendSpace()
    default: bytes.append(byte)
    }
  }

  private mutating func appendSpace() {
    if let last = bytes.last, last != Self.space { bytes.append(Self.space) }
  }

  /// Letters of two bytes: Cyrillic ones in small, «ё» as «е»; quotation marks go.
  private mutating func appendPair(_ first: UInt8, _ second: UInt8) {
    switch (first, second) {
    case (0xD0, 0x81), (0xD1, 0x91): append(0xD0, 0xB5)
    case (0xD0, 0x90...0x9F): append(0xD0, second + 0x20)
    case (0xD0, 0xA0...0xAF): append(0xD1, second - 0x20)
    case (0xD0, 0x80...0x8F): append(0xD1, second + 0x10)
    // Kazakh letters stand in pairs, the capital first.
    case (0xD2, _), (0xD3, _): append(first, second | 1)
    case (0xC2, 0xAB), (0xC2, 0xBB): break
    case (0xC2, 0xA0): appendSpace()
    default: append(first, second)
    }
  }

  private mutating func append(_ first: UInt8, _ second: UInt8) {
    bytes.append(first)
    bytes.append(second)
  }

  /// Dashes, quotation marks and spaces of the punctuation block.
  private mutating func appendMark(_ last: UInt8) {
    switch last {
    case 0x80...0x8A, 0x90...0x95, 0xAF: appendSpace()
    case 0x98...0x9F, 0xB9, 0xBA: break
    default:
      append(0xE2, 0x80)
      bytes.append(last)
    }
  }
}

extension FoldedName {
  /// Cyrillic small letters by their second byte, as Latin ones: «б» is `b`, «ж» is `zh`.
  private static let latin: [StaticString] = [
    "a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s",
    "t", "u", "f", "h", "ts", "ch", "sh", "sh", "", "y", "", "e", "u", "a",
  ]

  /// The name as its Latin twin might be heard: vowels and doubled letters go, what sounds alike is
  /// one letter. Empty for a name that is too short to tell.
  var sound: FoldedName {
    var heard: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if (byte == 0xD0 || byte == 0xD1), index + 1 < bytes.count {
        let letter = byte == 0xD0 ? Int(bytes[index + 1]) - 0xB0 : Int(bytes[index + 1]) - 0x70
        if Self.latin.indices.contains(letter) {
          Self.latin[letter].withUTF8Buffer { for one in $0 { Self.append(one, to: &heard) } }
        }
        index += 2
      } else {
        Self.append(byte, to: &heard)
        index += 1
      }
    }
    return FoldedName(bytes: heard.count >= 3 ? heard : [])
  }

  /// The consonants in Latin letters, those that sound alike as one; none stands twice in a row.
  var consonants: [UInt8] {
    var heard: [UInt8] = []
    // A vowel that begins a name is heard in `append`, and none here.
    func add(_ letter: UInt8) {
      let letter = letter == UInt8(ascii: "w") ? UInt8(ascii: "v") : letter
      var one = [UInt8(ascii: "a")]
      Self.append(letter, to: &one)
      if one.count > 1, heard.last != one[1] { heard += one.dropFirst() }
    }
    forEachLatin(add)
    return heard
  }

  /// The name with a letter for a doubled one, and «е» for «э».
  var plainlySpelled: FoldedName {
    var spelled: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let length = bytes[index] < 0x80 ? 1 : min(2, bytes.count - index)
      var letter = Array(bytes[index..<index + length])
      if letter == [0xD1, 0x8D] { letter = [0xD0, 0xB5] }
      if !spelled.suffix(length).elementsEqual(letter) { spelled += letter }
      index += length
    }
    return FoldedName(bytes: spelled)
  }

  /// The letters in Latin ones; other than Latin and Cyrillic ones are left out.
  private func forEachLatin(_ body: (UInt8) -> Void) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte >= UInt8(ascii: "a"), byte <= UInt8(ascii: "z") { body(byte) }
        index += 1
        continue
      }
      if byte == 0xD0 || byte == 0xD1, index + 1 < bytes.count {
        let letter = byte == 0xD0 ? Int(bytes[index + 1]) - 0xB0 : Int(bytes[index + 1]) - 0x70
        if Self.latin.indices.contains(letter) {
          Self.latin[letter].withUTF8Buffer { for one in $0 { body(one) } }
        }
      }
      index += byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    }
  }

  private static func append(_ letter: UInt8, to heard: inout [UInt8]) {
    let one: UInt8
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"), UInt8(ascii: "h"), UInt8(ascii: "w"),
      UInt8(ascii: "j"):
      // What a name begins with is heard, whatever it is.
      if heard.isEmpty { heard.append(UInt8(ascii: "a")) }
      return
    case UInt8(ascii: "q"), UInt8(ascii: "c"): one = UInt8(ascii: "k")
    case UInt8(ascii: "x"):
      append(UInt8(ascii: "k"), to: &heard)
      one = UInt8(ascii: "s")
    case UInt8(ascii: "z"): one = UInt8(ascii: "s")
    default: one = letter
    }
    if heard.last != one { heard.append(one) }
  }
}
