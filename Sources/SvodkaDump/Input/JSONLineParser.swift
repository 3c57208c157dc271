import Svodka

/// Reads one line of JSON Lines: an object with `id`, `text`, and maybe `published` and `title`, or
/// whatever ``FieldNames`` calls them.
///
/// Other fields are checked and skipped. Text that UTF-16 or UTF-8 cannot mean (a lone surrogate,
/// broken bytes) becomes U+FFFD and a warning; everything else follows RFC 8259 to the letter.
struct JSONLineParser {
  /// Why a line is no document, and at which of its bytes, from 1; no byte where a field lacks.
  struct Failure: Error, Equatable, CustomStringConvertible {
    let reason: String
    var byte: Int?
    var description: String { byte.map { "\(reason) (byte \($0) of the line)" } ?? reason }
  }

  /// The value of a field as far as documents care.
  private enum Value {
    case text(String)
    case number(String)
    case null
    case other(String)

    var name: String {
      switch self {
      case .text: "a string"
      case .number: "a number"
      case .null: "null"
      case .other(let name): name
      }
    }
  }

  /// Objects and lists may lie so deep in one another.
  static let depthLimit = 512

  private let bytes: UnsafeBufferPointer<UInt8>
  private let paths: FieldPaths
  private var found = [Value?](repeating: nil, count: FieldPaths.count)
  private var position = 0
  private var loneSurrogates = 0
  private var brokenBytes = false
  /// The names of the object's own fields, as far as they are told.
  private var names: [String] = []
  private static let namesTold = 12
  /// A string with its escapes resolved; reused.
  private var scratch: [UInt8] = []

  /// The id of a document without one; `nil` if it must have one.
  private let defaultID: String?

  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ fields: FieldNames, _ defaultID: String?) {
    self.bytes = bytes
    self.defaultID = defaultID
    paths = FieldPaths(fields)
  }

  /// Reads the document in `line`, which holds no line feed at its end or may hold one.
  static func document(
    in line: UnsafeBufferPointer<UInt8>, fields: FieldNames = FieldNames(), defaultID: String? = nil
  ) throws(Failure) -> SourceDocument {
    var parser = JSONLineParser(line, fields, defaultID)
    return try parser.document()
  }

  private mutating func document() throws(Failure) -> SourceDocument {
    skipSpace()
    guard peek == UInt8(ascii: "{") else { throw failure("the line is no JSON object") }
    try readObject(depth: 0, wanted: FieldPaths.all)
    skipSpace()
    guard position == bytes.count else { throw failure("more text after the object") }
    return try foundDocument()
  }

  /// Reads an object and keeps the fields that are `wanted` of it.
  private mutating func readObject(depth: Int, wanted: UInt8) throws(Failure) {
    position += 1
    skipSpace()
    if take("}") { return }
    repeat {
      skipSpace()
      guard peek == UInt8(ascii: "\"") else { throw failure("expected a field's name in quotes") }
      let name = try string()
      skipSpace()
      guard take(":") else { throw failure("expected ':' after the field's name") }
      if depth == 0, names.count < Self.namesTold { names.append(name) }
      let (here, inside) = paths.matching(name, depth: depth, wanted)
      skipSpace()
      if inside != 0, peek == UInt8(ascii: "{") {
        try readObject(depth: depth + 1, wanted: inside)
      } else if here != 0 {
        let value = try value()
        for field in 0..<FieldPaths.count where here & 1 << field != 0 { found[field] = value }
      } else {
        try skipValue()
      }
      skipSpace()
    } while take(",")
    guard take("}") else { throw failure("expected ',' or '}' after a field") }
  }

  private func foundDocument() throws(Failure) -> SourceDocument {
    guard let text = found[FieldPaths.text] else {
      throw Failure(
        reason: "the field '\(paths.names.text)' is missing\(fieldsThere("--text-field"))")
    }
    guard case .text(let words) = text else {
      throw Failure(reason: "the field '\(paths.names.text)' is \(text.name), not a string")
    }
    var document = SourceDocument(id: defaultID ?? "", text: words, warnings: warnings)
    document.missing.names = names
    document.missing.date = found[FieldPaths.published] == nil
    guard let id = found[FieldPaths.id] else {
      guard defaultID != nil else {
        throw Failure(reason: "the field '\(paths.names.id)' is missing")
      }
      document.missing.id = true
      return dated(document)
    }
    switch id {
    case .text(let name), .number(let name): document.id = name
    default:
      throw Failure(reason: "the field '\(paths.names.id)' is \(id.name), not a string")
    }
    return dated(document)
  }

  /// What to do about a field that is missing: `; there are id, body; --text-field names it`.
  private func fieldsThere(_ option: String) -> String {
    if names.isEmpty { return "" }
    let dots = names.count == Self.namesTold ? ", …" : ""
    return "; there are \(names.joined(separator: ", "))\(dots): \(option) names the one"
  }

  private func dated(_ document: SourceDocument) -> SourceDocument {
    var document = document
    if case .text(let words)? = found[FieldPaths.title] { document.title = words }
    switch found[FieldPaths.published] {
    case nil, .null: break
    case .text(let date): document.setPublished(date)
    case let other?:
      document.warn("published", "the field is \(other.name), not a date of the form 2016-12-15")
    }
    return document
  }

  private var warnings: [DocumentWarning] {
    var warnings: [DocumentWarning] = []
    if loneSurrogates > 0 {
      warnings.append(
        DocumentWarning(
          code: "lone-surrogate", detail: "\(loneSurrogates) read as U+FFFD"))
    }
    if brokenBytes {
      warnings.append(
        DocumentWarning(code: "invalid-utf8", detail: "broken bytes read as U+FFFD"))
    }
    return warnings
  }

  // MARK: Values

  private mutating func value() throws(Failure) -> Value {
    skipSpace()
    switch peek {
    case UInt8(ascii: "\""): return .text(try string())
    case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
      let start = position
      try skipNumber()
      return .number(
        String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self))
    case UInt8(ascii: "n"):
      try skipWord("null")
      return .null
    case UInt8(ascii: "{"):
      try skipValue()
      return .other("an object")
    case UInt8(ascii: "["):
      try skipValue()
      return .other("a list")
    default:
      try skipValue()
      return .other("true or false")
    }
  }

  /// Steps over a value of any kind, checking it. Loops rather than recurs: depth is data here.
  private mutating func skipValue() throws(Failure) {
    var closers: [UInt8] = []
    while true {
      skipSpace()
      var opened = false
      switch peek {
      case UInt8(ascii: "\""): try skipString()
      case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")): try skipNumber()
      case UInt8(ascii: "t"): try skipWord("true")
      case UInt8(ascii: "f"): try skipWord("false")
      case UInt8(ascii: "n"): try skipWord("null")
      case UInt8(ascii: "{"): opened = try open("}", &closers)
      case UInt8(ascii: "["): opened = try open("]", &closers)
      default: throw failure("expected a value")
      }
      if !opened { try closeFinished(&closers) }
      guard let closer = closers.last else { return }
      if closer == UInt8(ascii: "}") { try skipFieldName() }
    }
  }

  /// Steps into an object or a list; one that is empty is stepped over, which gives `false`.
  private mutating func open(
    _ closer: Unicode.Scalar, _ closers: inout [UInt8]
  ) throws(Failure) -> Bool {
    guard closers.count < JSONLineParser.depthLimit else {
      throw failure("more than \(JSONLineParser.depthLimit) objects and lists in one another")
    }
    position += 1
    skipSpace()
    if take(closer) { return false }
    closers.append(UInt8(ascii: closer))
    return true
  }

  /// After a value: steps over the closers that follow, up to a comma or the outermost end.
  private mutating func closeFinished(_ closers: inout [UInt8]) throws(Failure) {
    while let closer = closers.last {
      skipSpace()
      if take(",") { return }
      guard peek == closer else { throw failure("expected ',' or an end") }
      position += 1
      closers.removeLast()
    }
  }

  private mutating func skipFieldName() throws(Failure) {
    skipSpace()
    guard peek == UInt8(ascii: "\"") else { throw failure("expected a field's name in quotes") }
    try skipString()
    skipSpace()
    guard take(":") else { throw failure("expected ':' after the field's name") }
  }

  private mutating func skipWord(_ word: StaticString) throws(Failure) {
    for index in 0..<word.utf8CodeUnitCount {
      guard peek == word.utf8Start[index] else { throw failure("expected a value") }
      position += 1
    }
  }

  private mutating func skipNumber() throws(Failure) {
    _ = take("-")
    if !take("0") { try skipDigits() }
    if take(".") { try skipDigits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try skipDigits()
    }
  }

  private mutating func skipDigits() throws(Failure) {
    let start = position
    while let byte = peek, byte &- 48 < 10 { position += 1 }
    if position == start { throw failure("expected a digit") }
  }

  // MARK: Strings

  private mutating func skipString() throws(Failure) {
    position += 1
    while let byte = peek {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return
      case UInt8(ascii: "\\"): try skipEscape()
      case 0..<0x20: throw failure("a control character must be escaped", at: position - 1)
      default: break
      }
    }
    throw failure("a string has no end")
  }

  private mutating func skipEscape() throws(Failure) {
    guard let byte = peek else { throw failure("a string has no end") }
    guard "\"\\/bfnrtu".utf8.contains(byte) else { throw failure("no such escape") }
    position += 1
    if byte == UInt8(ascii: "u") { _ = try fourHexDigits() }
  }

  /// Reads a string with its quotes.
  private mutating func string() throws(Failure) -> String {
    position += 1
    scratch.removeAll(keepingCapacity: true)
    var plain = position
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        scratch.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[plain..<position]))
        position += 1
        return finishedString()
      case UInt8(ascii: "\\"):
        scratch.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[plain..<position]))
        position += 1
        try escape()
        plain = position
      case 0..<0x20: throw failure("a control character must be escaped")
      default: position += 1
      }
    }
    throw failure("a string has no end")
  }

  private mutating func finishedString() -> String {
    if let valid = String(validating: scratch, as: UTF8.self) { return valid }
    brokenBytes = true
    return String(decoding: scratch, as: UTF8.self)
  }

  private mutating func escape() throws(Failure) {
    guard let byte = peek else { throw failure("a string has no end") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): scratch.append(byte)
    case UInt8(ascii: "b"): scratch.append(0x08)
    case UInt8(ascii: "f"): scratch.append(0x0C)
    case UInt8(ascii: "n"): scratch.append(0x0A)
    case UInt8(ascii: "r"): scratch.append(0x0D)
    case UInt8(ascii: "t"): scratch.append(0x09)
    case UInt8(ascii: "u"): try unicodeEscape()
    default: throw failure("no such escape", at: position - 1)
    }
  }

  private mutating func unicodeEscape() throws(Failure) {
    let unit = try fourHexDigits()
    guard UTF16.isSurrogate(unit) else {
      append(Unicode.Scalar(unit) ?? "\u{FFFD}")
      return
    }
    let afterFirst = position
    if UTF16.isLeadSurrogate(unit), take("\\"), take("u") {
      let second = try fourHexDigits()
      if UTF16.isTrailSurrogate(second) {
        append(UTF16.decode(UTF16.EncodedScalar([unit, second])))
        return
      }
    }
    // What follows is no second half, so it is read again for itself.
    position = afterFirst
    loneSurrogates += 1
    append("\u{FFFD}")
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { scratch.append(unit) }
  }

  private mutating func fourHexDigits() throws(Failure) -> UInt16 {
    var value: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = peek, let digit = JSONLineParser.hexDigit(byte) else {
        throw failure("expected four hexadecimal digits after \\u")
      }
      value = value << 4 | digit
      position += 1
    }
    return value
  }

  private static func hexDigit(_ byte: UInt8) -> UInt16? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  // MARK: Bytes

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      position += 1
    }
  }

  private func failure(_ reason: String, at offset: Int? = nil) -> Failure {
    Failure(reason: reason, byte: (offset ?? position) + 1)
  }
}

extension SourceDocument {
  mutating func warn(_ code: String, _ detail: String) {
    warnings.append(DocumentWarning(code: code, detail: detail))
  }

  /// Takes `2016-12-15`, alone or before a time of day, or warns that it is none.
  mutating func setPublished(_ date: String) {
    let day = date.utf8.prefix(10)
    let next = date.utf8.dropFirst(10).first
    let isDay = next == nil || next == UInt8(ascii: "T") || next == UInt8(ascii: " ")
    published = isDay ? CalendarDay(String(day) ?? "") : nil
    if published == nil { warn("published", "'\(date)' is no date of the form 2016-12-15") }
  }
}
