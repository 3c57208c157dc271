import RussianMorphology

/// Reads one rule file into its syntax.
struct RuleParser {
  /// What a rule file says.
  struct File {
    var kind: String
    var rules: [RuleSyntax] = []
    var lexicons: [LexiconSyntax] = []
    var examples: [RuleExample] = []
    /// The kinds of facts that it declares.
    var facts: [FactSyntax] = []
    var frames: [FrameSyntax] = []
    /// Entries that it adds to lists of files before it.
    var extensions: [(kind: String, list: LexiconSyntax)] = []
    /// Kinds, rules and frames of files before it that it switches off.
    var switchedOff: [(name: String, place: SourcePlace)] = []
    /// Kinds whose records give way to those of this file, with the places where they are named.
    var replaced: [(kind: String, replaces: String, place: SourcePlace)] = []
  }

  struct LexiconSyntax {
    var name: String
    var place: SourcePlace
    /// The file beside the rule file, or nil where the list is written in place.
    var file: String?
    /// Otherwise its entries, a line each.
    var entries: [UInt8]
  }

  struct Line {
    var number: Int
    var indent: Int
    var bytes: ArraySlice<UInt8>
  }

  let path: String
  private let fileIndex: Int
  /// Splits a literal into the tokens that the text's tokenizer makes of it.
  let literal: ([UInt8]) -> [[UInt8]]
  var file: File
  private var patterns: [String: Pattern] = [:]
  /// How many brackets are open.
  private var depth = 0
  var lexiconNumbers: [String: Int] = [:]
  /// Numbers of lexicons are global; this file's begin here.
  private let firstLexicon: Int

  init(
    path: String, index: Int, firstLexicon: Int, literal: @escaping ([UInt8]) -> [[UInt8]]
  ) {
    self.path = path
    fileIndex = index
    self.firstLexicon = firstLexicon
    self.literal = literal
    var name = path[...]
    if let slash = name.lastIndex(of: "/") { name = name[name.index(after: slash)...] }
    if let dot = name.firstIndex(of: ".") { name = name[..<dot] }
    file = File(kind: String(name))
  }

  /// Reads the whole file.
  ///
  /// - Throws: ``RuleFileError`` at the first thing that cannot be read.
  mutating func parse(_ bytes: [UInt8]) throws -> File {
    var lines = logicalLines(bytes)[...]
    while let line = lines.first {
      lines = lines.dropFirst()
      var cursor = PatternScanner(line: line.number, bytes: line.bytes)
      let place = spot(cursor)
      let word = cursor.word()
      guard line.indent == 0 else { throw error(.outsideRule(word), place) }
      switch word {
      case "kind":
        file.kind = try name(&cursor, after: word)
      case "replaces":
        repeat {
          let place = spot(cursor)
          file.replaced.append((file.kind, try self.name(&cursor, after: word), place))
        } while !cursor.isAtEnd
      case "lexicon":
        try lexicon(&cursor)
      case "pattern":
        let name = try name(&cursor, after: word)
        guard cursor.take("=") else { throw error(.unexpected(cursor.next), spot(cursor)) }
        guard patterns[name] == nil, lexiconNumbers[name] == nil else {
          throw error(.duplicateName(name), place)
        }
        patterns[name] = try pattern(&cursor)
      case "rule":
        let name = try name(&cursor, after: word)
        try rule(name, place, body(of: word, &lines))
      case "extend":
        var ahead = cursor
        let list = ahead.word()
        try lexicon(&cursor)
        lexiconNumbers[list] = nil
        file.extensions.append((file.kind, file.lexicons.removeLast()))
      case "off":
        repeat {
          let place = spot(cursor)
          let name = cursor.value()
          guard !name.isEmpty else { throw error(.missingName(word), place) }
          file.switchedOff.append((name, place))
        } while !cursor.isAtEnd
      case "fact":
        guard cursor.isAtEnd else { throw error(.unexpected(cursor.next), spot(cursor)) }
        try fact(place, body(of: word, &lines))
      case "frame":
        let name = try name(&cursor, after: word)
        try frame(name, place, body(of: word, &lines))
      default:
        throw error(unknownDirective(word), place)
      }
    }
    return file
  }

  /// Takes the indented lines that follow a directive.
  private func body(of directive: String, _ lines: inout ArraySlice<Line>) throws -> [Line] {
    let body = lines.prefix { $0.indent > 0 }
    lines = lines.dropFirst(body.count)
    if let next = lines.first {
      var cursor = PatternScanner(line: next.number, bytes: next.bytes)
      let place = spot(cursor)
      let word = cursor.word()
      // Told here: what the rule lacks stands on this line.
      if Self.isBodyWord(word, of: directive) { throw error(.notIndented(word), place) }
    }
    return Array(body)
  }

  // MARK: Lines

  /// Lines without comments, each with its continuation lines joined.
  private func logicalLines(_ bytes: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var number = 0
    var start = 0
    var keywordIndent = 0
    while start < bytes.count {
      number += 1
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      var text = bytes[start..<end]
      start = end + 1
      let indent = text.prefix { $0 == 32 || $0 == 9 }.count
      text = text.dropFirst(indent)
      let isExample = text.starts(with: "yes ".utf8) || text.starts(with: "no ".utf8)
      if !isExample { text = withoutComment(text) }
      while let last = text.last, last <= 32 { text = text.dropLast() }
      if text.isEmpty { continue }
      if indent > keywordIndent, keywordIndent > 0, let last = lines.last, last.indent > 0 {
        lines[lines.count - 1].bytes = ArraySlice(
          Array(last.bytes) + [UInt8(ascii: "\n")] + Array(repeating: 32, count: indent) + text)
        continue
      }
      keywordIndent = indent
      lines.append(Line(number: number, indent: indent, bytes: padded(text, indent)))
    }
    return lines
  }

  /// Columns count from the start of the line, so the indent stays in front.
  private func padded(_ text: ArraySlice<UInt8>, _ indent: Int) -> ArraySlice<UInt8> {
    ArraySlice(Array(repeating: 32, count: indent) + text)
  }

  private func withoutComment(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var isQuoted = false
    var previous: UInt8 = 32
    for index in text.indices {
      let byte = text[index]
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: "#"), !isQuoted, previous <= 32 { return text[..<index] }
      previous = byte
    }
    return text
  }

  // MARK: Directives

  private mutating func lexicon(_ cursor: inout PatternScanner) throws {
    let place = spot(cursor)
    let name = try name(&cursor, after: "lexicon")
    guard lexiconNumbers[name] == nil, patterns[name] == nil else {
      throw error(.duplicateName(name), place)
    }
    lexiconNumbers[name] = firstLexicon + file.lexicons.count
    if cursor.take("=") {
      let fileName = cursor.rest
      guard !fileName.isEmpty else { throw error(.missingName("="), spot(cursor)) }
      file.lexicons.append(LexiconSyntax(name: name, place: place, file: fileName, entries: []))
    } else if cursor.take("{") {
      var body = cursor.restBytes
      guard body.last == UInt8(ascii: "}") else { throw error(.unclosed("'{'"), place) }
      body = body.dropLast()
      let parts = body.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
      guard parts.allSatisfy({ $0.contains { $0 > 32 && $0 != UInt8(ascii: "\"") } }) else {
        throw error(.emptyEntry, place)
      }
      let entries = Array(parts.joined(separator: [UInt8(ascii: "\n")]))
      file.lexicons.append(LexiconSyntax(name: name, place: place, file: nil, entries: entries))
    } else {
      throw error(.unexpected(cursor.next), spot(cursor))
    }
  }

  private mutating func rule(_ name: String, _ place: SourcePlace, _ body: [Line]) throws {
    guard !file.rules.contains(where: { $0.name == name && $0.kind == file.kind }) else {
      throw error(.duplicateRule(name), place)
    }
    var rule = RuleSyntax(name: name, kind: file.kind, place: place, match: .sequence([]))
    var hasMatch = false
    for line in body {
      var cursor = PatternScanner(line: line.number, bytes: line.bytes)
      let linePlace = spot(cursor)
      let word = cursor.word()
      switch word {
      case "match":
        rule.match = try pattern(&cursor)
        hasMatch = true
      case "before": rule.before.append((try pattern(&cursor), false))
      case "after": rule.after.append((try pattern(&cursor), false))
      case "not":
        let side = cursor.word()
        switch side {
        case "before": rule.before.append((try pattern(&cursor), true))
        case "after": rule.after.append((try pattern(&cursor), true))
        default: throw error(.unknownRuleLine("not \(side)"), linePlace)
        }
      case "where": rule.conditions.append(try condition(&cursor))
      case "set": rule.fields.append(try field(&cursor))
      case "span":
        let place = spot(cursor)
        rule.span = (try self.name(&cursor, after: word), place)
      case "discard": rule.discards = true
      case "priority":
        let text = cursor.rest
        guard let value = Int(text), (-9...9).contains(value) else {
          throw error(.badNumber(text), linePlace)
        }
        rule.priority = value
      case "yes", "no":
        file.examples.append(
          try example("\(file.kind).\(name)", cursor.rest, isHit: word == "yes", linePlace))
      default:
        let suggestion = word.closest(among: Self.ruleWords)
        throw error(.unknownRuleLine(word, suggestion: suggestion), linePlace)
      }
    }
    guard hasMatch else { throw error(.missingMatch, place) }
    if rule.discards {
      let own = "\(file.kind).\(name)"
      for index in file.examples.indices where file.examples[index].rule == own {
        file.examples[index].discards = true
      }
    }
    file.rules.append(rule)
  }

  func example(_ rule: String, _ text: String, isHit: Bool, _ place: SourcePlace) throws
    -> RuleExample
  {
    var plain: [UInt8] = []
    var spans: [Range<Int>] = []
    var open: Int?
    var isEscaped = false
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\\"), !isEscaped {
        isEscaped = true
        continue
      }
      defer { isEscaped = false }
      if isEscaped {
        plain.append(byte)
      } else if isHit, byte == UInt8(ascii: "["), open == nil {
        open = plain.count
      } else if isHit, byte == UInt8(ascii: "]"), let start = open {
        spans.append(start..<plain.count)
        open = nil
      } else {
        plain.append(byte)
      }
    }
    guard open == nil else { throw error(.unclosed("'['"), place) }
    if isHit, spans.isEmpty { spans = [0..<plain.count] }
    return RuleExample(
      rule: rule, file: path, line: place.line, text: String(decoding: plain, as: UTF8.self),
      spans: spans)
  }

  func name(_ cursor: inout PatternScanner, after word: String) throws -> String {
    let place = spot(cursor)
    let name = cursor.word()
    guard let first = name.utf8.first, first >= 97, first <= 122 else {
      throw error(.missingName(word), place)
    }
    return name
  }

  private mutating func condition(_ cursor: inout PatternScanner) throws -> Condition {
    let place = spot(cursor)
    let whole = cursor.rest
    let left = cursor.word()
    guard !left.isEmpty else { throw error(.badCondition(whole), place) }
    if cursor.take("~") {
      var features = AgreementFeatures.all
      var right = cursor.word()
      switch right {
      case "case": (features, right) = (.grammaticalCase, cursor.word())
      case "number": (features, right) = (.number, cursor.word())
      case "gender": (features, right) = (.gender, cursor.word())
      default: break
      }
      guard !right.isEmpty, cursor.isAtEnd else { throw error(.badCondition(whole), place) }
      return .agree(left, right, features, place)
    }
    if cursor.take(".") {
      let field = cursor.word()
      guard let condition = fieldCondition(field, &cursor), cursor.isAtEnd else {
        throw error(.badCondition(whole), place)
      }
      return .compare(left, condition, place)
    }
    guard cursor.word() == "is" else { throw error(.badCondition(whole), place) }
    var required = Grammemes()
    var excluded = Grammemes()
    while !cursor.isAtEnd {
      let wordPlace = spot(cursor)
      var word = cursor.word()
      let isNegated = word == "not"
      if isNegated { word = cursor.word() }
      guard let grammeme = Grammemes(name: word) else { throw unknownGrammeme(word, wordPlace) }
      if isNegated { excluded.formUnion(grammeme) } else { required.formUnion(grammeme) }
    }
    return .grammemes(left, required: required, excluded: excluded, place)
  }

  func fieldCondition(_ field: String, _ cursor: inout PatternScanner) -> FieldCondition? {
    let operators: [(String, Comparison)] = [
      ("!=", .notEqual), ("<=", .lessOrEqual), (">=", .greaterOrEqual), ("=", .equal),
      ("<", .less), (">", .greater),
    ]
    for (text, comparison) in operators where cursor.take(text) {
      let value = cursor.value()
      guard !field.isEmpty, !value.isEmpty else { return nil }
      return FieldCondition(
        field: field, comparison: comparison, text: value, number: Double(value))
    }
    return nil
  }

  func field(_ cursor: inout PatternScanner) throws -> (
    name: String, value: FieldExpression, place: SourcePlace
  ) {
    let place = spot(cursor)
    let whole = cursor.rest
    let name = cursor.word()
    guard !name.isEmpty, cursor.take("=") else { throw error(.badSet(whole), place) }
    if cursor.take("\"") {
      let text = cursor.rest
      guard text.last == "\"" else { throw error(.unclosed("'\"'"), place) }
      return (name, .constant(String(text.dropLast())), place)
    }
    let word = cursor.value()
    if cursor.take("(") {
      let capture = cursor.word()
      guard cursor.take(")"), cursor.isAtEnd else { throw error(.badSet(whole), place) }
      switch word {
      case "text": return (name, .text(capture: capture), place)
      case "lemma": return (name, .lemma(capture: capture), place)
      case "nominative": return (name, .nominative(capture: capture), place)
      default: throw error(.badSet(whole), place)
      }
    }
    guard cursor.isAtEnd, !word.isEmpty else { throw error(.badSet(whole), place) }
    if let dot = word.firstIndex(of: "."), Double(word) == nil {
      return (
        name,
        .member(
          capture: String(word[..<dot]), name: String(word[word.index(after: dot)...])), place
      )
    }
    return (name, .constant(word), place)
  }

  // MARK: Patterns

  mutating func pattern(_ cursor: inout PatternScanner) throws -> Pattern {
    let result = try choice(&cursor)
    guard cursor.isAtEnd else { throw error(.unexpected(cursor.next), spot(cursor)) }
    var parts = 0
    guard result.depth(counting: &parts, upTo: Self.partLimit) <= Self.depthLimit else {
      throw error(.tooDeep(limit: Self.depthLimit), spot(cursor))
    }
    guard parts <= Self.partLimit else {
      throw error(.tooLarge(instructions: parts, limit: Self.partLimit), spot(cursor))
    }
    return result
  }

  /// So deep may patterns be nested: what works on them goes in and out of each.
  private static let depthLimit = 200
  /// So many parts may a pattern have when those that it names are written out.
  private static let partLimit = 100_000

  private mutating func choice(_ cursor: inout PatternScanner) throws -> Pattern {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else {
      throw error(.tooDeep(limit: Self.depthLimit), spot(cursor))
    }
    var branches = [try sequence(&cursor)]
    while cursor.take("|") { branches.append(try sequence(&cursor)) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence(_ cursor: inout PatternScanner) throws -> Pattern {
    var parts: [Pattern] = []
    while !cursor.isAtEnd, !cursor.isAt("|"), !cursor.isAt(")") {
      parts.append(try suffixed(&cursor))
    }
    guard !parts.isEmpty else { throw error(.emptyPattern, spot(cursor)) }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func suffixed(_ cursor: inout PatternScanner) throws -> Pattern {
    var result = try primary(&cursor)
    var suffixes = 0
    while true {
      let place = spot(cursor)
      suffixes += 1
      guard suffixes <= Self.depthLimit else {
        throw error(.tooDeep(limit: Self.depthLimit), place)
      }
      if cursor.touches("?") {
        result = .repeated(result, least: 0, most: 1, place)
      } else if cursor.touches("*") {
        result = .repeated(result, least: 0, most: 20, place)
      } else if cursor.touches("+") {
        result = .repeated(result, least: 1, most: 20, place)
      } else if cursor.touches("{") {
        let text = cursor.until("}")
        guard cursor.take("}") else { throw error(.unclosed("'{'"), place) }
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard let least = Int(parts[0].trimmed), let most = Int(parts[parts.count - 1].trimmed),
          parts.count <= 2, 0 <= least, least <= most, most <= 20, most > 0
        else { throw error(.badRepeat(text), place) }
        result = .repeated(result, least: least, most: most, place)
      } else if cursor.touches(":") {
        let name = cursor.word()
        guard !name.isEmpty else { throw error(.missingName(":"), place) }
        result = .capture(result, name, place)
      } else {
        return result
      }
    }
  }

  private mutating func primary(_ cursor: inout PatternScanner) throws -> Pattern {
    let place = spot(cursor)
    if cursor.take("..") {
      let text = cursor.word()
      guard let count = Int(text), (1...20).contains(count) else {
        throw error(.badNumber(text), place)
      }
      return .gap(count)
    }
    if cursor.take("(") {
      let inner = try choice(&cursor)
      guard cursor.take(")") else { throw error(.unclosed("'('"), place) }
      return inner
    }
    let isGlued = cursor.take("^")
    let isNegated = cursor.take("!")
    if isGlued || isNegated, cursor.isAt("(") {
      _ = cursor.take("(")
      let inner = try choice(&cursor)
      guard cursor.take(")") else { throw error(.unclosed("'('"), place) }
      if isNegated { throw error(.needsSingleToken, place) }
      return glued(inner)
    }
    var pattern = try atom(&cursor, place)
    if isNegated {
      guard case .atom(var single) = pattern, single.isSingleToken else {
        throw error(.needsSingleToken, place)
      }
      single.negated = true
      pattern = .atom(single)
    }
    return isGlued ? glued(pattern) : pattern
  }

  /// The pattern with no white space before its first token.
  private func glued(_ pattern: Pattern) -> Pattern {
    switch pattern {
    case .atom(var atom):
      atom.glued = true
      return .atom(atom)
    case .sequence(let parts):
      return .sequence([glued(parts[0])] + parts.dropFirst())
    case .choice(let branches):
      return .choice(branches.map(glued))
    case .repeated(let inner, let least, let most, let place):
      // Only the first repetition is glued by its own mark; each one is here.
      return .repeated(glued(inner), least: least, most: most, place)
    case .capture(let inner, let name, let place):
      return .capture(glued(inner), name, place)
    case .gap:
      return pattern
    }
  }

  private mutating func atom(_ cursor: inout PatternScanner, _ place: SourcePlace) throws
    -> Pattern
  {
    if cursor.take("\"") {
      let text = cursor.until("\"")
      guard cursor.take("\"") else { throw error(.unclosed("'\"'"), place) }
      let words = literal(Array(text.utf8))
      guard !words.isEmpty else { throw error(.emptyPattern, place) }
      var atoms = words.map { Atom(test: .form($0), place: place) }
      try brackets(&cursor, &atoms[atoms.count - 1])
      return atoms.count == 1 ? .atom(atoms[0]) : .sequence(atoms.map { .atom($0) })
    }
    if cursor.take("@") {
      var atom = try tokenClass(&cursor, place)
      try brackets(&cursor, &atom)
      return .atom(atom)
    }
    let name = cursor.word()
    guard let first = name.unicodeScalars.first else {
      throw error(.unexpected(cursor.next), place)
    }
    var atom = Atom(test: .word, place: place)
    if !first.isASCII {
      let words = literal(Array(name.utf8))
      guard words.count == 1 else { throw error(.unexpected("'\(name)'"), place) }
      atom.test = .lemma(words[0])
    } else if let pattern = patterns[name] {
      return pattern
    } else if let number = lexiconNumbers[name] {
      atom.test = .lexicon(number)
    } else if let grammeme = Grammemes(name: name) {
      atom.required = grammeme
    } else if first.value >= 65, first.value <= 90 {
      atom.test = .record(recordName(name))
    } else {
      throw error(.unknownName(name, suggestion: near(name)), place)
    }
    try brackets(&cursor, &atom)
    return .atom(atom)
  }

  /// `NUMBER` and `Number` both name the kind `number`.
  func recordName(_ name: String) -> String {
    name.utf8.allSatisfy { $0 < 97 } ? name.lowercased() : name.prefix(1).lowercased()
      + name.dropFirst()
  }

  private func tokenClass(_ cursor: inout PatternScanner, _ place: SourcePlace) throws -> Atom {
    let name = cursor.word()
    var atom = Atom(test: .word, place: place)
    switch name {
    case "start": atom.test = .border(.sentenceStart)
    case "end": atom.test = .border(.sentenceEnd)
    case "paragraph-start": atom.test = .border(.paragraphStart)
    case "paragraph-end": atom.test = .border(.paragraphEnd)
    case "digits", "ending":
      var range = 1...1_000_000
      if cursor.touches("(") {
        let text = cursor.until(")")
        guard cursor.take(")") else { throw error(.unclosed("'('"), place) }
        let parts = text.split(separator: "-")
        guard let least = parts.first.flatMap({ Int($0) }), let most = parts.last.flatMap({ Int($0) }),
          parts.count <= 2, least >= 1, least <= most
        else { throw error(.badNumber(text), place) }
        range = least...most
      }
      let (least, most) = (range.lowerBound, range.upperBound)
      atom.classes = [
        name == "digits" ? .digits(least: least, most: most) : .ending(least: least, most: most)
      ]
    default:
      guard let found = Self.classes[name] else {
        let known = Self.classes.keys + ["start", "end", "paragraph-start", "paragraph-end", "digits"]
        throw error(.unknownClass(name, suggestion: name.closest(among: known)), place)
      }
      atom.classes = [found]
    }
    return atom
  }

  private static let classes: [String: TokenClass] = [
    "year-tail": .yearTail,
    "any": .any, "word": .word, "latin": .latin, "cyrillic": .cyrillic, "punct": .punct,
    "symbol": .symbol, "url": .url, "quote": .quote, "dash": .dash, "title": .title,
    "upper": .upper, "lower": .lower, "initial": .initial, "mixed": .mixed, "caps": .caps,
    "number": .number, "decimal": .decimal, "roman": .roman,
    "unknown": .unknown, "name": .name,
  ]

  /// Reads `[gent plur]`, `[@title]`, `[value > 5]` after an atom.
  private mutating func brackets(_ cursor: inout PatternScanner, _ atom: inout Atom) throws {
    guard cursor.touches("[") else { return }
    let open = spot(cursor)
    while !cursor.take("]") {
      guard !cursor.isAtEnd else { throw error(.unclosed("'['"), open) }
      let place = spot(cursor)
      if cursor.take("@") {
        atom.classes += try tokenClass(&cursor, place).classes
        continue
      }
      let isNegated = cursor.take("!")
      let word = cursor.word()
      guard !word.isEmpty else { throw error(.unexpected(cursor.next), place) }
      if case .record = atom.test {
        guard let condition = fieldCondition(word, &cursor) else {
          throw error(.badCondition(word), place)
        }
        atom.conditions.append(condition)
        continue
      }
      if case .lexicon = atom.test, let condition = fieldCondition(word, &cursor) {
        atom.conditions.append(condition)
        continue
      }
      guard let grammeme = Grammemes(name: word) else { throw unknownGrammeme(word, place) }
      if isNegated { atom.excluded.formUnion(grammeme) } else { atom.required.formUnion(grammeme) }
    }
  }

  // MARK: What could have been meant

  private func near(_ name: String) -> String? {
    name.closest(among: Array(patterns.keys) + lexiconNumbers.keys + Self.grammemes)
  }

  private func unknownGrammeme(_ name: String, _ place: SourcePlace) -> RuleFileError {
    error(.unknownGrammeme(name, suggestion: name.closest(among: Self.grammemes)), place)
  }

  private static var grammemes: [String] { Grammemes.names.map { "\($0)" } }

  // MARK: Places

  func spot(_ cursor: PatternScanner) -> SourcePlace {
    let (line, column) = cursor.position
    return SourcePlace(file: fileIndex, line: line, column: column)
  }

  func error(_ reason: RuleFileError.Reason, _ place: SourcePlace) -> RuleFileError {
    RuleFileError(file: path, line: place.line, column: place.column, reason: reason)
  }
}
