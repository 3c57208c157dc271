/// A way to write the same text, after which the same records must be found.
///
///     @Test(arguments: TextVariant.allCases)
///     func standsAnyTypography(_ variant: TextVariant) throws {
///       try release.requireUnchanged(by: variant)
///     }
///
/// A variant of your own is a name and a function from a character to what stands for it.
public struct TextVariant: Sendable, CustomStringConvertible {
  public let name: String
  /// What stands for the scalar at an index of the text; nil leaves it.
  private let change: @Sendable (_ text: [Unicode.Scalar], _ index: Int) -> String?

  public init(
    _ name: String,
    _ change: @escaping @Sendable (_ text: [Unicode.Scalar], _ index: Int) -> String?
  ) {
    self.name = name
    self.change = change
  }

  public var description: String { name }

  /// Writes the text in this way.
  public func written(_ text: String) -> VariantText {
    let scalars = Array(text.unicodeScalars)
    var result = VariantText()
    var old = 0
    for (index, scalar) in scalars.enumerated() {
      let width = UTF8.width(scalar)
      let written = change(scalars, index) ?? String(scalar)
      result.append(written, of: scalar, for: old..<(old + width))
      old += width
    }
    result.finish(old)
    return result
  }
}

/// A text written in another way, which remembers where everything stood.
public struct VariantText: Sendable {
  public private(set) var text = ""
  /// For every byte of the text, and its end: the byte of the original.
  private var origins: [Int] = []

  mutating func append(_ written: String, of scalar: Unicode.Scalar, for origin: Range<Int>) {
    // What is set before a letter comes from its start, what is set behind it from its end.
    let letter = written.unicodeScalars.firstIndex(of: scalar)
    let before = letter.map { written.utf8.distance(from: written.startIndex, to: $0) } ?? 0
    for index in written.utf8.indices.indices {
      let place = written.utf8.distance(from: written.startIndex, to: index) - before
      let end = letter == nil ? origin.count - 1 : origin.count
      origins.append(origin.lowerBound + min(max(place, 0), end))
    }
    text += written
  }

  mutating func finish(_ end: Int) { origins.append(end) }

  /// Where a stretch of this text stood in the original, in bytes of UTF-8.
  public func origin(of range: Range<Int>) -> Range<Int> {
    guard range.upperBound < origins.count, !range.isEmpty else { return 0..<0 }
    return origins[range.lowerBound]..<max(origins[range.lowerBound], origins[range.upperBound])
  }
}

extension TextVariant: CaseIterable {
  /// The ways of writing that editors, converters and web pages have.
  public static let allCases: [TextVariant] = [
    noBreakSpaces, narrowSpacesInNumbers, doubleSpaces, trailingSpaces, windowsLines, withoutYo,
    longDashes, shortDashes, straightQuotes, curlyQuotes, germanQuotes, softHyphens, lookAlikes,
    decomposed, stressMarks, byteOrderMark, wordJoiners, capitalMultipliers,
  ]

  /// U+00A0 for every space.
  public static let noBreakSpaces = TextVariant("no-break spaces") { text, index in
    text[index] == " " ? "\u{A0}" : nil
  }

  /// U+202F for spaces between digits.
  public static let narrowSpacesInNumbers = TextVariant("narrow spaces in numbers") { text, index in
    text[index].isAnySpace && text.isDigit(index - 1) && text.isDigit(index + 1) ? "\u{202F}" : nil
  }

  /// Two spaces for one between words; those beside digits stay.
  public static let doubleSpaces = TextVariant("double spaces") { text, index in
    text[index] == " " && text.isLetter(index - 1) && text.isLetter(index + 1) ? "  " : nil
  }

  /// A space before every line end.
  public static let trailingSpaces = TextVariant("trailing spaces") { text, index in
    text[index] == "\n" ? " \n" : nil
  }

  /// CR LF for LF.
  public static let windowsLines = TextVariant("Windows line ends") { text, index in
    text[index] == "\n" && (index == 0 || text[index - 1] != "\r") ? "\r\n" : nil
  }

  /// е for ё.
  public static let withoutYo = TextVariant("е for ё") { text, index in
    text[index] == "ё" ? "е" : text[index] == "Ё" ? "Е" : nil
  }

  /// An em dash for an en dash.
  public static let longDashes = TextVariant("em dashes") { text, index in
    text[index] == "\u{2013}" ? "\u{2014}" : nil
  }

  /// An en dash for an em dash.
  public static let shortDashes = TextVariant("en dashes") { text, index in
    text[index] == "\u{2014}" ? "\u{2013}" : nil
  }

  /// "…" for «…».
  public static let straightQuotes = TextVariant("straight quotes") { text, index in
    text.isGuillemet(index) ? "\"" : nil
  }

  /// “…” for «…».
  public static let curlyQuotes = TextVariant("curly quotes") { text, index in
    text[index] == "«" ? "“" : text[index] == "»" ? "”" : nil
  }

  /// „…“ for «…».
  public static let germanQuotes = TextVariant("German quotes") { text, index in
    text[index] == "«" ? "„" : text[index] == "»" ? "“" : nil
  }

  /// U+00AD in the middle of long Cyrillic words.
  public static let softHyphens = TextVariant("soft hyphens") { text, index in
    text.isInsideWord(index, margin: 3) ? String(text[index]) + "\u{AD}" : nil
  }

  /// U+2060 in the middle of long Cyrillic words.
  public static let wordJoiners = TextVariant("word joiners") { text, index in
    text.isInsideWord(index, margin: 3) ? String(text[index]) + "\u{2060}" : nil
  }

  /// Latin letters for Cyrillic ones that look the same, one in a word. Words before a full stop
  /// stay: an abbreviation is known by its letters.
  public static let lookAlikes = TextVariant("Latin look-alikes") { text, index in
    guard text.isInsideWord(index, margin: 2), !text.isBeforeStop(index),
      let twin = ["а": "a", "е": "e", "о": "o", "с": "c", "р": "p"][String(text[index])],
      !text[max(0, index - 2)..<index].contains(where: { "аеоср".unicodeScalars.contains($0) })
    else { return nil }
    return twin
  }

  /// й and ё as a letter and a combining mark, as macOS writes file names.
  public static let decomposed = TextVariant("decomposed letters") { text, index in
    switch text[index] {
    case "й": "и\u{306}"
    case "Й": "И\u{306}"
    case "ё": "е\u{308}"
    case "Ё": "Е\u{308}"
    default: nil
    }
  }

  /// A stress mark on one vowel of long words.
  public static let stressMarks = TextVariant("stress marks") { text, index in
    text.isInsideWord(index, margin: 3) && "аеиоуыэюя".unicodeScalars.contains(text[index])
      ? String(text[index]) + "\u{301}" : nil
  }

  /// U+FEFF at the start.
  public static let byteOrderMark = TextVariant("a byte order mark") { text, index in
    index == 0 ? "\u{FEFF}" + String(text[index]) : nil
  }

  /// «МЛРД», «Тысяч» for «млрд», «тысяч» after a number.
  public static let capitalMultipliers = TextVariant("capital multipliers") { text, index in
    guard index >= 2, text.isDigit(index - 2) || text.isLetter(index - 1),
      let word = text.wordAfterNumber(around: index), multipliers.contains(word)
    else { return nil }
    return String(text[index]).uppercased()
  }

  private static let multipliers: Set<String> = [
    "тыс", "млн", "млрд", "трлн", "тысяч", "тысячи", "миллион", "миллиона", "миллионов",
    "миллиард", "миллиарда", "миллиардов",
  ]
}

extension Unicode.Scalar {
  fileprivate var isAnySpace: Bool { self == " " || self == "\u{A0}" || self == "\u{202F}" }
  fileprivate var isCyrillic: Bool { (0x410...0x44F).contains(value) || value == 0x451 }
}

extension [Unicode.Scalar] {
  fileprivate func isDigit(_ index: Int) -> Bool {
    indices.contains(index) && ("0"..."9").contains(self[index])
  }

  fileprivate func isLetter(_ index: Int) -> Bool {
    indices.contains(index) && self[index].properties.isAlphabetic
  }

  fileprivate func isGuillemet(_ index: Int) -> Bool { self[index] == "«" || self[index] == "»" }

  /// Is this the last of the first `margin` letters of a Cyrillic word that goes on as long?
  fileprivate func isInsideWord(_ index: Int, margin: Int) -> Bool {
    guard index >= margin - 1, index + margin < count else { return false }
    let start = index - margin + 1
    return (start == 0 || !isLetter(start - 1))
      && self[start...(index + margin)].allSatisfy(\.isCyrillic)
  }

  /// Does a full stop follow the word?
  fileprivate func isBeforeStop(_ index: Int) -> Bool {
    self[index...].first { !$0.isCyrillic } == "."
  }

  /// The lower-case word at `index`, if a number and a space stand before it.
  fileprivate func wordAfterNumber(around index: Int) -> String? {
    guard self[index].isCyrillic else { return nil }
    var start = index
    while start > 0, self[start - 1].isCyrillic { start -= 1 }
    guard start >= 2, self[start - 1].isAnySpace, isDigit(start - 2) else { return nil }
    var word = String.UnicodeScalarView()
    word.append(contentsOf: self[start...].prefix { $0.isCyrillic })
    return String(word)
  }
}
