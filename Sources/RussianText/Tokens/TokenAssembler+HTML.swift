/// What is left of HTML in a text: character references and tags.
extension TokenAssembler {
  /// A reference is its character: white space is none of the tokens, a mark is one (`&laquo;`).
  /// Returns where to go on, or nil if none stands at `start`.
  mutating func reference(at start: Int) -> Int? {
    guard let found = CharacterReference(text, start, end) else { return nil }
    let wordClass = table.wordClass(of: found.code)
    switch wordClass {
    case WordClass.lineFeed, WordClass.newline, WordClass.carriageReturn: lineBreak()
    case WordClass.space, WordClass.blank, WordClass.narrowSpace: pending.insert(.spaceBefore)
    case WordClass.symbol: append(start, found.end, .symbol)
    case WordClass.punctuation, WordClass.doubleQuote, WordClass.singleQuote, WordClass.midLetter,
      WordClass.midNumLet:
      joinsNext = false
      append(start, found.end, .punctuation)
    default: return nil
    }
    return found.end
  }

  /// A tag of HTML is no token; one that ends a block ends the line. Returns where to go on, or nil
  /// if none stands at `start`.
  mutating func tag(at start: Int) -> Int? {
    guard let found = HTMLTag(text, start, end) else { return nil }
    if found.endsLine { lineBreak() }
    if found.endsParagraph { lineBreak() }
    return found.end
  }
}

/// A character reference of HTML: `&nbsp;`, `&#160;`, `&#xA0;`.
struct CharacterReference {
  var code: UInt32
  var end: Int

  init?(_ text: UnsafePointer<UInt8>, _ start: Int, _ limit: Int) {
    var index = start + 1
    let stop = min(limit, start + 10)
    while index < stop, text[index] != 0x3B { index += 1 }
    guard index < stop, index > start + 2 else { return nil }
    end = index + 1
    let body = UnsafeBufferPointer(start: text + start + 1, count: index - start - 1)
    guard let code = Self.code(of: body) else { return nil }
    self.code = code
  }

  /// The character that the form `bytes` of a token stands for, if all of it is a reference.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress, bytes.count > 3, bytes[0] == 0x26 else { return nil }
    self.init(base, 0, bytes.count)
    guard end == bytes.count else { return nil }
  }

  private static func code(of body: UnsafeBufferPointer<UInt8>) -> UInt32? {
    if body[0] == 0x23 { return number(body) }
    for (name, code) in names where name.utf8CodeUnitCount == body.count {
      let isSame = name.withUTF8Buffer { $0.elementsEqual(body) }
      if isSame { return code }
    }
    return nil
  }

  /// `#160`, `#xA0`
  private static func number(_ body: UnsafeBufferPointer<UInt8>) -> UInt32? {
    guard body.count > 1 else { return nil }
    let isHex = body[1] | 0x20 == 0x78
    var value: UInt32 = 0
    for byte in body[(isHex ? 2 : 1)...] {
      let digit: UInt32
      switch byte {
      case 0x30...0x39: digit = UInt32(byte - 0x30)
      case 0x41...0x46 where isHex: digit = UInt32(byte - 0x37)
      case 0x61...0x66 where isHex: digit = UInt32(byte - 0x57)
      default: return nil
      }
      value = value * (isHex ? 16 : 10) + digit
      guard value < 0x11_0000 else { return nil }
    }
    return Unicode.Scalar(value) == nil || value == 0 ? nil : value
  }

  private static let names: [(StaticString, UInt32)] = [
    ("nbsp", 0xA0), ("ensp", 0x2002), ("emsp", 0x2003), ("thinsp", 0x2009), ("laquo", 0xAB),
    ("raquo", 0xBB), ("quot", 0x22), ("ldquo", 0x201C), ("rdquo", 0x201D), ("bdquo", 0x201E),
    ("lsquo", 0x2018), ("rsquo", 0x2019), ("apos", 0x27), ("mdash", 0x2014), ("ndash", 0x2013),
    ("minus", 0x2212), ("hellip", 0x2026), ("amp", 0x26), ("lt", 0x3C), ("gt", 0x3E),
    ("bull", 0x2022), ("middot", 0xB7), ("euro", 0x20AC), ("pound", 0xA3), ("yen", 0xA5),
    ("deg", 0xB0), ("plusmn", 0xB1), ("times", 0xD7), ("sect", 0xA7), ("copy", 0xA9),
    ("reg", 0xAE), ("trade", 0x2122), ("le", 0x2264), ("ge", 0x2265),
  ]
}

/// A tag of HTML: `<b>`, `</td>`, `<a href="…">`.
struct HTMLTag {
  var end: Int
  var endsLine: Bool
  var endsParagraph: Bool

  /// Longer than this, attributes and all, is no tag.
  private static let longest = 1024

  init?(_ text: UnsafePointer<UInt8>, _ start: Int, _ limit: Int) {
    var index = start + 1
    if index < limit, text[index] == 0x2F { index += 1 }
    var name: UInt64 = 0
    let first = index
    while index < limit, index - first < 8, let byte = Self.nameByte(text[index]) {
      name = name << 8 | UInt64(byte)
      index += 1
    }
    guard index > first, index < limit, let kind = Self.kinds[name],
      let end = Self.tagEnd(text, index, min(limit, start + Self.longest))
    else { return nil }
    self.end = end
    endsLine = kind != .inline
    endsParagraph = kind == .paragraph
  }

  private static func nameByte(_ byte: UInt8) -> UInt8? {
    let small = byte | 0x20
    if small &- 0x61 < 26 { return small }
    return byte &- 0x30 < 10 ? byte : nil
  }

  /// The index after `>`: behind the name, a slash, or attributes with their values in quotation
  /// marks or without white space.
  private static func tagEnd(
    _ text: UnsafePointer<UInt8>, _ start: Int, _ limit: Int
  ) -> Int? {
    var index = start
    while true {
      let before = index
      while index < limit, isSpace(text[index]) { index += 1 }
      guard index < limit else { return nil }
      if text[index] == 0x3E { return index + 1 }
      if text[index] == 0x2F, index + 1 < limit, text[index + 1] == 0x3E { return index + 2 }
      guard index > before, let next = attributeEnd(text, index, limit) else { return nil }
      index = next
    }
  }

  /// The index after an attribute with its value: `href="…"`, `width=5`.
  private static func attributeEnd(
    _ text: UnsafePointer<UInt8>, _ start: Int, _ limit: Int
  ) -> Int? {
    var index = start
    while index < limit, nameByte(text[index]) != nil || text[index] == 0x2D || text[index] == 0x3A {
      index += 1
    }
    guard index > start, index + 1 < limit, text[index] == 0x3D else { return nil }
    index += 1
    let quote = text[index]
    if quote == 0x22 || quote == 0x27 {
      index += 1
      while index < limit, text[index] != quote {
        if text[index] == 0x3C || text[index] == 0x3E { return nil }
        index += 1
      }
      return index < limit ? index + 1 : nil
    }
    let first = index
    while index < limit, text[index] > 0x20, text[index] != 0x3C, text[index] != 0x3E { index += 1 }
    return index > first ? index : nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private enum Kind { case inline, line, paragraph }

  private static let kinds: [UInt64: Kind] = {
    var kinds: [UInt64: Kind] = [:]
    func add(_ names: StaticString, _ kind: Kind) {
      names.withUTF8Buffer { bytes in
        for name in bytes.split(separator: 0x20) {
          kinds[name.reduce(0) { $0 << 8 | UInt64($1) }] = kind
        }
      }
    }
    add("a b i u s em strong span font small big sub sup mark strike del ins code img", .inline)
    add("br li td th tr dt dd option", .line)
    add("p div ul ol dl table tbody thead tfoot h1 h2 h3 h4 h5 h6 hr pre section article", .paragraph)
    add("header footer main nav aside figure form html body head title center", .paragraph)
    return kinds
  }()
}
