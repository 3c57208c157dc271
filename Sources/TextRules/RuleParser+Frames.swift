import RussianMorphology
import RussianSyntax

// The part of the language that tells of facts.
extension RuleParser {
  /// The words that begin a line of a frame; no argument is called so.
  static let frameWords = [
    "head", "before", "after", "not", "let", "where", "drop", "set", "yes", "no",
  ]
  static let directives = [
    "kind", "replaces", "lexicon", "pattern", "rule", "fact", "frame", "extend", "off",
  ]
  static let ruleWords = [
    "match", "before", "after", "not", "where", "set", "span", "discard", "priority", "yes", "no",
  ]

  /// Whether a line that begins with the word belongs into a rule or a frame.
  static func isBodyWord(_ word: String, of directive: String) -> Bool {
    switch directive {
    case "rule": ruleWords.contains(word)
    case "frame": frameWords.contains(word)
    default: !directives.contains(word)
    }
  }

  /// What is wrong with a line that begins with no directive.
  func unknownDirective(_ word: String) -> RuleFileError.Reason {
    let arguments = file.facts.flatMap { $0.arguments.map(\.argument.name) }
    if Self.frameWords.contains(word) || Self.ruleWords.contains(word) || arguments.contains(word) {
      return .notIndented(word)
    }
    return .unknownDirective(word, suggestion: word.closest(among: Self.directives))
  }

  // MARK: Facts

  mutating func fact(_ place: SourcePlace, _ body: [Line]) throws {
    guard !file.facts.contains(where: { $0.kind == file.kind }) else {
      throw error(.duplicateName(file.kind), place)
    }
    var fact = FactSyntax(kind: file.kind, arguments: [], place: place)
    for line in body {
      var cursor = PatternScanner(line: line.number, bytes: line.bytes)
      let argument = try argument(&cursor)
      guard !fact.arguments.contains(where: { $0.argument.name == argument.argument.name }) else {
        throw error(.duplicateName(argument.argument.name), argument.place)
      }
      fact.arguments.append(argument)
    }
    guard !fact.arguments.isEmpty else { throw error(.emptyFact, place) }
    file.facts.append(fact)
  }

  /// Reads `share?  percent` or `status?  one of current former` or `parties  entity +`.
  private func argument(_ cursor: inout PatternScanner) throws -> FactSyntax.Argument {
    let place = spot(cursor)
    let name = try name(&cursor, after: "fact")
    guard !Self.frameWords.contains(name) else { throw error(.reservedName(name), place) }
    var isOptional = cursor.touches("?")
    if !isOptional { isOptional = cursor.take("?") }
    var words: [String] = []
    var types: [(name: String, place: SourcePlace)] = []
    if cursor.take("one of ") {
      while !cursor.isAtEnd, !cursor.isAt("+") {
        let place = spot(cursor)
        let word = cursor.word()
        guard !word.isEmpty else { throw error(.unexpected(cursor.next), place) }
        words.append(word)
      }
      guard !words.isEmpty else { throw error(.missingName("one of"), spot(cursor)) }
    } else {
      types = try self.types(&cursor)
    }
    let least = cursor.take("2") ? 2 : 1
    let isList = cursor.take("+")
    guard cursor.isAtEnd else { throw error(.unexpected(cursor.next), spot(cursor)) }
    let kinds = FactArgument.kinds(of: types.map(\.name))
    return FactSyntax.Argument(
      argument: FactArgument(
        name: name, kinds: kinds, allowsText: types.contains { $0.name == "text" }, words: words,
        isOptional: isOptional, isList: isList, least: least), types: types, place: place)
  }

  private func types(_ cursor: inout PatternScanner) throws -> [(name: String, place: SourcePlace)] {
    var types: [(name: String, place: SourcePlace)] = []
    repeat {
      let place = spot(cursor)
      let word = cursor.word()
      guard !word.isEmpty else { throw error(.missingType, place) }
      types.append((word, place))
    } while cursor.take("|")
    return types
  }

  // MARK: Frames

  mutating func frame(_ name: String, _ place: SourcePlace, _ body: [Line]) throws {
    let isTaken =
      file.frames.contains { $0.name == name && $0.kind == file.kind }
      || file.rules.contains { $0.name == name && $0.kind == file.kind }
    guard !isTaken else { throw error(.duplicateRule(name), place) }
    var frame = FrameSyntax(
      name: name, kind: file.kind, place: place,
      head: RuleSyntax(name: name, kind: file.kind, place: place, match: .sequence([])))
    var hasHead = false
    for line in body {
      var cursor = PatternScanner(line: line.number, bytes: line.bytes)
      let linePlace = spot(cursor)
      let word = cursor.word()
      switch word {
      case "head":
        guard !hasHead else { throw error(.duplicateName(word), linePlace) }
        frame.head.match = try pattern(&cursor)
        hasHead = true
      case "before": frame.head.before.append((try pattern(&cursor), false))
      case "after": frame.head.after.append((try pattern(&cursor), false))
      case "not":
        let side = cursor.word()
        switch side {
        case "before": frame.head.before.append((try pattern(&cursor), true))
        case "after": frame.head.after.append((try pattern(&cursor), true))
        default: throw error(.unknownFrameLine("not \(side)", suggestion: nil), linePlace)
        }
      case "let": frame.slots.append(try slot(&cursor, isLet: true))
      case "where": frame.conditions.append(try frameCondition(&cursor, reason: nil))
      case "drop":
        frame.conditions.append(try drop(&cursor, linePlace))
      case "set":
        frame.sets.append(try frameSet(&cursor, linePlace))
      case "yes", "no":
        file.examples.append(
          try frameExample("\(file.kind).\(name)", cursor.rest, isHit: word == "yes", linePlace))
      default:
        cursor = PatternScanner(line: line.number, bytes: line.bytes)
        frame.slots.append(try slot(&cursor, isLet: false))
      }
    }
    guard hasHead else { throw error(.missingHead, place) }
    file.frames.append(frame)
  }

  private func slot(_ cursor: inout PatternScanner, isLet: Bool) throws -> FrameSyntax.Slot {
    let place = spot(cursor)
    let name = try name(&cursor, after: isLet ? "let" : "the line")
    var types: [(name: String, place: SourcePlace)]?
    if isLet {
      types = try self.types(&cursor)
      guard cursor.take("=") else { throw error(.unexpected(cursor.next), spot(cursor)) }
    }
    var paths: [FrameSyntax.Path] = []
    repeat { paths.append(try path(&cursor)) } while cursor.take("|")
    guard cursor.isAtEnd else { throw error(.unexpected(cursor.next), spot(cursor)) }
    return FrameSyntax.Slot(name: name, place: place, types: types, paths: paths)
  }

  // MARK: Paths

  /// Reads `genitive of object[stake]`: the nearest step to the head is written last.
  func path(_ cursor: inout PatternScanner) throws -> FrameSyntax.Path {
    let place = spot(cursor)
    let whole = cursor.rest
    var path = FrameSyntax.Path(steps: [], place: place, text: "")
    var ahead = cursor
    let first = ahead.word()
    if let capital = first.utf8.first, capital >= 65, capital <= 90 {
      path.record = recordName(first)
      cursor = ahead
      guard cursor.takeWord("in") else { throw error(.badPath(whole), place) }
      path.isInside = true
    } else if cursor.takeWord("in") {
      path.isInside = true
    }
    repeat {
      path.steps.append(try step(&cursor))
      if path.steps.count == 1, !path.isInside, cursor.touches(".") {
        let column = cursor.word()
        guard !column.isEmpty else { throw error(.missingName("."), spot(cursor)) }
        path.column = column
      }
    } while cursor.takeWord("of")
    path.steps.reverse()
    path.text = String(whole.dropLast(cursor.rest.count)).trimmed
    return path
  }

  private func step(_ cursor: inout PatternScanner) throws -> FrameSyntax.Step {
    var step = FrameSyntax.Step(place: spot(cursor))
    if cursor.take("(") {
      repeat {
        var way = try way(&cursor)
        way.tests = try tests(&cursor)
        step.ways.append(way)
      } while cursor.take("|")
      guard cursor.take(")") else { throw error(.unclosed("'('"), step.place) }
    } else {
      step.ways = [try way(&cursor)]
    }
    step.tests = try tests(&cursor)
    if cursor.touches("?") {
      step.least = 0
    } else if cursor.touches("*") {
      (step.least, step.most) = (0, 6)
    }
    return step
  }

  private func way(_ cursor: inout PatternScanner) throws -> FrameSyntax.Way {
    let place = spot(cursor)
    if cursor.take("\"") {
      return FrameSyntax.Way(move: .preposition, form: try form(&cursor, place))
    }
    if cursor.take(":") {
      return FrameSyntax.Way(move: .capture, capture: try name(&cursor, after: ":"))
    }
    if cursor.take("<") {
      let name = cursor.word()
      guard let relation = Relation(name: name), relation != .root else {
        throw error(.unknownStep(name, suggestion: name.closest(among: Relation.names)), place)
      }
      return FrameSyntax.Way(move: .governor(relation))
    }
    let name = cursor.word()
    if let move = FrameMove.named[name] { return FrameSyntax.Way(move: move) }
    if let list = lexiconNumbers[name] { return FrameSyntax.Way(move: .preposition, list: list) }
    throw unknownStep(name, place)
  }

  private func unknownStep(_ name: String, _ place: SourcePlace) -> RuleFileError {
    guard !name.isEmpty else { return error(.badPath(""), place) }
    let known = Array(FrameMove.named.keys) + Array(lexiconNumbers.keys)
    return error(.unknownStep(name, suggestion: name.closest(among: known)), place)
  }

  private func form(_ cursor: inout PatternScanner, _ place: SourcePlace) throws -> [[UInt8]] {
    let text = cursor.until("\"")
    guard cursor.take("\"") else { throw error(.unclosed("'\"'"), place) }
    let words = literal(Array(text.utf8))
    guard !words.isEmpty else { throw error(.emptyPattern, place) }
    return words
  }

  /// Reads `[stake gent]` behind a step.
  private func tests(_ cursor: inout PatternScanner) throws -> [FrameSyntax.Test] {
    guard cursor.touches("[") else { return [] }
    let open = spot(cursor)
    var tests: [FrameSyntax.Test] = []
    while !cursor.take("]") {
      guard !cursor.isAtEnd else { throw error(.unclosed("'['"), open) }
      tests.append(try eitherTest(&cursor))
    }
    guard !tests.isEmpty else { throw error(.emptyPattern, open) }
    return tests
  }

  /// Reads `stake` or `stake | Percent`.
  private func eitherTest(_ cursor: inout PatternScanner) throws -> FrameSyntax.Test {
    let place = spot(cursor)
    var tests: [FrameSyntax.Test] = []
    repeat {
      let isNegated = cursor.take("!")
      tests.append(try test(&cursor, isNegated: isNegated))
    } while cursor.take("|")
    return tests.count == 1
      ? tests[0] : FrameSyntax.Test(what: .anyOf(tests), isNegated: false, place: place)
  }

  private func test(_ cursor: inout PatternScanner, isNegated: Bool) throws -> FrameSyntax.Test {
    let place = spot(cursor)
    func made(_ what: FrameSyntax.Test.What) -> FrameSyntax.Test {
      FrameSyntax.Test(what: what, isNegated: isNegated, place: place)
    }
    if cursor.take("\"") { return made(.form(try form(&cursor, place))) }
    let word = cursor.word()
    guard let first = word.unicodeScalars.first else {
      throw error(.unexpected(cursor.next), place)
    }
    if !first.isASCII {
      let words = literal(Array(word.utf8))
      guard words.count == 1 else { throw error(.unexpected("'\(word)'"), place) }
      return made(.lemma(words[0]))
    }
    if let list = lexiconNumbers[word] { return made(.list(list)) }
    if let grammeme = Grammemes(name: word) { return made(.grammemes(grammeme)) }
    if first.value >= 65, first.value <= 90 { return made(.record(recordName(word))) }
    throw error(
      .unknownTest(word, suggestion: word.closest(among: Array(lexiconNumbers.keys))), place)
  }

  // MARK: Conditions

  /// Reads `drop "reason" when CONDITION`; without a reason the condition is one.
  private func drop(_ cursor: inout PatternScanner, _ place: SourcePlace) throws
    -> FrameSyntax.Condition
  {
    var reason: String?
    if cursor.take("\"") {
      reason = cursor.until("\"")
      guard cursor.take("\"") else { throw error(.unclosed("'\"'"), place) }
      guard reason?.contains(where: { !$0.isWhitespace }) == true else {
        throw error(.badDrop, place)
      }
    }
    guard cursor.takeWord("when") else { throw error(.badDrop, place) }
    return try frameCondition(&cursor, reason: reason ?? cursor.rest)
  }

  /// Reads `owned is thing`, `owner is not gent`, `owned.type = company`, `has object[stake]`.
  func frameCondition(_ cursor: inout PatternScanner, reason: String?) throws
    -> FrameSyntax.Condition
  {
    let place = spot(cursor)
    let whole = cursor.rest
    func made(_ what: FrameSyntax.Condition.What, not isNegated: Bool = false)
      -> FrameSyntax.Condition
    {
      FrameSyntax.Condition(what: what, isNegated: isNegated, reason: reason, place: place)
    }
    let left = cursor.word()
    if left == "has" || left == "lacks" {
      let path = try path(&cursor)
      guard cursor.isAtEnd else { throw error(.unexpected(cursor.next), spot(cursor)) }
      return made(.path(path), not: left == "lacks")
    }
    guard !left.isEmpty else { throw error(.badFrameCondition(whole), place) }
    if cursor.take(".") {
      let field = cursor.word()
      guard let condition = fieldCondition(field, &cursor), cursor.isAtEnd else {
        throw error(.badFrameCondition(whole), place)
      }
      return made(.field(slot: left, condition))
    }
    guard cursor.takeWord("is") else { throw error(.badFrameCondition(whole), place) }
    let isNegated = cursor.takeWord("not")
    var tests: [FrameSyntax.Test] = []
    while !cursor.isAtEnd { tests.append(try eitherTest(&cursor)) }
    guard !tests.isEmpty else { throw error(.badFrameCondition(whole), place) }
    return made(.word(slot: left, tests: tests), not: isNegated)
  }

  /// Reads `set status = former when head is past`.
  private func frameSet(_ cursor: inout PatternScanner, _ place: SourcePlace) throws -> (
    name: String, value: FieldExpression, condition: FrameSyntax.Condition?, place: SourcePlace
  ) {
    let whole = cursor.rest
    let name = cursor.word()
    guard !name.isEmpty, cursor.take("=") else { throw error(.badFrameSet(whole), place) }
    let word = cursor.word()
    guard !word.isEmpty else { throw error(.badFrameSet(whole), place) }
    var value = FieldExpression.constant(word)
    if cursor.take(".") {
      let column = cursor.word()
      guard !column.isEmpty else { throw error(.missingName("."), spot(cursor)) }
      value = .member(capture: word, name: column)
    }
    var condition: FrameSyntax.Condition?
    if cursor.takeWord("when") { condition = try frameCondition(&cursor, reason: nil) }
    guard cursor.isAtEnd else { throw error(.badFrameSet(whole), place) }
    return (name, value, condition, place)
  }

  // MARK: Examples

  /// Reads `TEXT => owner=Ромашка share=24 ; owner=Лютик`.
  private func frameExample(_ rule: String, _ text: String, isHit: Bool, _ place: SourcePlace) throws
    -> RuleExample
  {
    var facts: [[RuleExample.Argument]] = []
    var sentence = text
    if let arrow = text.range(ofArrow: "=>") {
      sentence = String(text[..<arrow.lowerBound])
      guard isHit else { throw error(.argumentsOfNothing, place) }
      for part in text[arrow.upperBound...].split(separator: ";") {
        var cursor = PatternScanner(line: place.line, bytes: ArraySlice(part.utf8))
        var arguments: [RuleExample.Argument] = []
        while !cursor.isAtEnd {
          let name = cursor.word()
          guard !name.isEmpty, cursor.take("=") else {
            throw error(.badExampleArgument(String(part).trimmed), place)
          }
          arguments.append(.init(name: name, value: try exampleValue(&cursor, place)))
        }
        facts.append(arguments)
      }
    }
    var example = try example(rule, sentence.trimmed, isHit: isHit, place)
    example.isFrame = true
    example.facts = facts
    if isHit, !sentence.contains("[") { example.spans = [] }
    example.isHit = isHit
    return example
  }

  private func exampleValue(_ cursor: inout PatternScanner, _ place: SourcePlace) throws -> String {
    if cursor.take("\"") {
      let text = cursor.until("\"")
      guard cursor.take("\"") else { throw error(.unclosed("'\"'"), place) }
      return text
    }
    let text = cursor.untilSpace()
    guard !text.isEmpty else { throw error(.badExampleArgument(cursor.rest), place) }
    return text
  }
}

extension FactArgument {
  /// Types that stand for several kinds of records.
  static let groups = ["entity": entities, "measure": measures]

  /// The kinds of records that the types name.
  static func kinds(of types: [String]) -> [String] {
    var kinds: [String] = []
    for type in types where type != "text" {
      for kind in groups[type] ?? [type] where !kinds.contains(kind) { kinds.append(kind) }
    }
    return kinds
  }
}

extension Relation {
  static var names: [String] { allCases.filter { $0 != .root && $0 != .punct }.map(\.name) }
}

extension String {
  fileprivate func range(ofArrow arrow: String) -> Range<Index>? {
    indices.last { self[$0...].hasPrefix(arrow) }.map { $0..<index($0, offsetBy: arrow.count) }
  }

  /// The nearest of some names, if a slip or two of the pen parts them.
  package func closest(among names: [String]) -> String? {
    let most = count < 5 ? 1 : 2
    var best: (name: String, distance: Int)?
    for name in names.sorted() where abs(name.count - count) <= most {
      let distance = distance(to: name)
      if distance > 0, distance <= most, distance < best?.distance ?? .max { best = (name, distance) }
    }
    return best?.name
  }

  /// How many letters must be changed, added, left out or swapped.
  private func distance(to other: String) -> Int {
    let (a, b) = (Array(utf8), Array(other.utf8))
    var rows = [Array(0...b.count)]
    for i in 1...max(1, a.count) where i <= a.count {
      var row = [i]
      for j in 1...max(1, b.count) where j <= b.count {
        let change = rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        var least = Swift.min(change, rows[i - 1][j] + 1, row[j - 1] + 1)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          least = Swift.min(least, rows[i - 2][j - 2] + 1)
        }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
