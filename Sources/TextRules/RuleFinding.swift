import RussianMorphology

/// Something in a rule file that is allowed and hardly meant.
public struct RuleFinding: Sendable, Equatable, CustomStringConvertible {
  public let file: String
  /// 1-based.
  public let line: Int
  /// 1-based, in Unicode scalars.
  public let column: Int
  public let text: String

  public var description: String { "\(file):\(line):\(column): \(text)" }
}

/// Looks through the syntax of rules for what cannot work as it was meant.
struct RuleChecker {
  let paths: [String]
  let words: LiteralWords
  var findings: [RuleFinding] = []
  var kinds: KnownKinds
  private var patterns: [String: String] = [:]

  init(paths: [String], words: LiteralWords, library: LibraryKinds) {
    self.paths = paths
    self.words = words
    kinds = KnownKinds(library)
  }

  mutating func check(_ rule: RuleSyntax) {
    var captures: [(String, SourcePlace)] = []
    visit(rule.match, &captures)
    for (pattern, _) in rule.before + rule.after { visit(pattern, &captures) }
    checkRecords(rule)
    let used = names(usedBy: rule)
    for (name, place) in captures where !used.contains(name) {
      note("the capture ':\(name)' is never used; name it in a set, where or span line", place)
    }
    let shape = "\(rule.kind) \(rule.match) \(rule.before) \(rule.after) \(rule.conditions)"
      .strippingPlaces
    if let earlier = patterns[shape] {
      note("the rule matches what '\(earlier)' matches, which stands before it and wins", rule.place)
    } else {
      patterns[shape] = rule.name
    }
  }

  mutating func check(_ frame: FrameSyntax) {
    var captures: [(String, SourcePlace)] = []
    visit(frame.head.match, &captures)
    for (pattern, _) in frame.head.before + frame.head.after { visit(pattern, &captures) }
    for pattern in [frame.head.match] + (frame.head.before + frame.head.after).map(\.0) {
      pattern.visitAtoms(capture: nil) { atom, _ in checkRecord(atom) }
    }
    let conditions = frame.conditions + frame.sets.compactMap(\.condition)
    var paths = frame.slots.flatMap(\.paths)
    for condition in conditions {
      switch condition.what {
      case .path(let path): paths.append(path)
      case .word(_, let tests): for test in tests { check(test) }
      case .field: break
      }
    }
    for step in paths.flatMap(\.steps) {
      for test in step.tests + step.ways.flatMap(\.tests) { check(test) }
    }
  }

  private mutating func check(_ test: FrameSyntax.Test) {
    switch test.what {
    case .lemma(let bytes): check(Atom(test: .lemma(bytes), place: test.place))
    case .anyOf(let tests): for test in tests { check(test) }
    default: break
    }
  }

  private mutating func visit(_ pattern: Pattern, _ captures: inout [(String, SourcePlace)]) {
    switch pattern {
    case .gap: break
    case .sequence(let parts), .choice(let parts):
      for part in parts { visit(part, &captures) }
    case .repeated(let inner, _, _, _): visit(inner, &captures)
    case .capture(let inner, let name, let place):
      if !captures.contains(where: { $0.0 == name }) { captures.append((name, place)) }
      visit(inner, &captures)
    case .atom(let atom): check(atom)
    }
  }

  private mutating func check(_ atom: Atom) {
    switch atom.test {
    case .lemma(let bytes):
      let name = String(decoding: bytes, as: UTF8.self)
      if !words.isKnown(bytes) {
        note("'\(name)' is not in the dictionary; it matches this form alone", atom.place)
      } else if !words.isLemma(bytes) {
        note(
          "'\(name)' is no lemma, so it never matches other forms; write the dictionary form",
          atom.place)
      }
    case .form(let bytes) where words.isWord(bytes) && !words.isKnown(bytes):
      note(
        "\"\(String(decoding: bytes, as: UTF8.self))\" is not in the dictionary; "
          + "is it spelled right?", atom.place)
    default: break
    }
    if !atom.required.isEmpty, !words.exists(atom.required, without: atom.excluded) {
      note("no word has all of \(atom.required) at once, so the rule never matches", atom.place)
    }
  }

  private func names(usedBy rule: RuleSyntax) -> Set<String> {
    var used: Set<String> = []
    if let span = rule.span { used.insert(span.name) }
    for condition in rule.conditions {
      switch condition {
      case .agree(let a, let b, _, _): used.formUnion([a, b])
      case .compare(let name, _, _), .grammemes(let name, _, _, _): used.insert(name)
      }
    }
    for field in rule.fields {
      switch field.value {
      case .constant: break
      case .text(let name), .lemma(let name), .nominative(let name), .member(let name, _):
        used.insert(name)
      }
    }
    return used
  }

  mutating func note(_ text: String, _ place: SourcePlace) {
    findings.append(
      RuleFinding(file: paths[place.file], line: place.line, column: place.column, text: text))
  }
}

extension String {
  /// The printed syntax without the places, which differ between equal patterns.
  fileprivate var strippingPlaces: String {
    var result = ""
    var rest = self[...]
    while let place = rest.firstRange(ofPlace: "SourcePlace(") {
      result += rest[..<place]
      rest = rest[place...].drop { $0 != ")" }.dropFirst()
    }
    return result + rest
  }
}

extension Substring {
  fileprivate func firstRange(ofPlace text: String) -> Index? {
    indices.first { self[$0...].hasPrefix(text) }
  }
}
