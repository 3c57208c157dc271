/// What rule files cannot tell of the kinds that come with a library.
public struct LibraryKinds: Sendable {
  /// The fields that records of a kind may have.
  public var fields: [String: [String]]
  /// Kinds of facts, whose rules make no records.
  public var facts: Set<String>
  /// Kinds that a user's rules add records to.
  public var open: Set<String>

  public init(
    fields: [String: [String]] = [:], facts: Set<String> = [], open: Set<String> = []
  ) {
    self.fields = fields
    self.facts = facts
    self.open = open
  }
}

/// What the checker knows of the kinds of the files so far.
struct KnownKinds {
  private let library: LibraryKinds
  /// The kinds that files of the library make.
  private var builtIn: Set<String> = []
  private var facts: Set<String>
  private var fields: [String: Set<String>]
  /// The columns of each word list, by its number.
  private var columns: [[String]] = []

  init(_ library: LibraryKinds) {
    self.library = library
    facts = library.facts
    fields = library.fields.mapValues(Set.init)
  }

  mutating func learn(_ file: RuleParser.File, isOwn: Bool, lists: [CompiledLexicon]) {
    columns += lists[columns.count...].map(\.columns)
    facts.formUnion(file.facts.map(\.kind))
    for rule in file.rules {
      if isOwn {
        fields[rule.kind, default: []].formUnion(rule.fields.map(\.name))
      } else {
        builtIn.insert(rule.kind)
      }
    }
  }

  func isFact(_ kind: String) -> Bool { facts.contains(kind) }

  /// Whether a user's rule of the kind makes no record that means something.
  func isClosed(_ kind: String) -> Bool {
    !library.open.contains(kind)
      && (builtIn.contains(kind) || library.fields[kind] != nil || facts.contains(kind))
  }

  /// The fields of what a capture binds; nil where they are not known.
  func fields(of test: Atom.Test) -> [String]? {
    switch test {
    case .record(let kind): fields[kind].flatMap { $0.isEmpty ? nil : $0.sorted() }
    case .lexicon(let number): columns.indices.contains(number) ? columns[number] : nil
    case .form, .lemma, .word, .border: nil
    }
  }
}

extension RuleChecker {
  /// Looks for records and fields that there are not.
  mutating func checkRecords(_ rule: RuleSyntax) {
    if kinds.isClosed(rule.kind), !rule.discards {
      note(
        "'\(rule.kind)' is a kind of the library, of which this rule makes no record; give the kind "
          + "another name", rule.place)
    }
    var bound: [String: [Atom]] = [:]
    for pattern in [rule.match] + (rule.before + rule.after).map(\.0) {
      pattern.visitAtoms(capture: nil) { atom, capture in
        checkRecord(atom)
        if let capture { bound[capture, default: []].append(atom) }
      }
    }
    for case .compare(let name, let field, let place) in rule.conditions {
      checkField(field.field, ofAny: bound[name] ?? [], place)
    }
    for field in rule.fields {
      guard case .member(let capture, let name) = field.value else { continue }
      checkField(name, ofAny: bound[capture] ?? [], field.place)
    }
  }

  mutating func checkRecord(_ atom: Atom) {
    guard case .record(let kind) = atom.test else { return }
    if kinds.isFact(kind) {
      note("'\(kind)' is a kind of facts; a pattern finds words and mentions, no facts", atom.place)
    }
    for condition in atom.conditions { checkField(condition.field, ofAny: [atom], atom.place) }
  }

  /// Notes a field that nothing of what a capture may bind has.
  private mutating func checkField(_ name: String, ofAny atoms: [Atom], _ place: SourcePlace) {
    let known = atoms.map { kinds.fields(of: $0.test) }
    // What binds a kind that Swift makes may have any field.
    guard !known.isEmpty, !known.contains(where: { $0 == nil }) else { return }
    let fields = Set(known.flatMap { $0 ?? [] }).sorted()
    guard !fields.contains(name) else { return }
    let hint = name.closest(among: fields).map { "; did you mean '\($0)'?" } ?? ""
    note(
      "nothing here has a field '\(name)'\(hint); there are \(fields.joined(separator: ", "))", place)
  }

  // MARK: Word lists

  /// Looks through the word lists that lie beside a rule file.
  ///
  /// - Parameter isListAlone: The rule file was made of a user's list, after which it is called.
  mutating func check(
    _ lists: [RuleParser.LexiconSyntax], of path: String, isListAlone: Bool,
    _ read: (String) -> [UInt8]?
  ) {
    for list in lists {
      guard let name = list.file else { continue }
      let file = CompiledRules.path(of: name, beside: path)
      guard let bytes = read(file) else { continue }
      // Whoever writes spaces for tabs does so from the start; a list may have a million lines.
      check(Array(bytes.prefix(1 << 20)), named: isListAlone ? String(path.dropLast(".rules".count)) : file)
    }
  }

  /// Looks for columns that are parted by spaces.
  ///
  /// - Parameter name: What the user calls the file.
  private mutating func check(_ list: [UInt8], named name: String) {
    let columns = WordListParser.columns(of: list)
    for (number, line) in list.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      guard !line.contains(9), let place = Self.spaces(in: line) else { continue }
      let isHeader = line.first == UInt8(ascii: "#")
      guard isHeader ? Self.looksLikeHeader(line) : columns.count > 1 else { continue }
      findings.append(
        RuleFinding(
          file: name, line: number + 1, column: place + 1,
          text: "spaces stand where a tab should part two columns"))
    }
  }

  /// Where two or more spaces stand between words, in scalars.
  private static func spaces(in line: ArraySlice<UInt8>) -> Int? {
    guard let end = line.lastIndex(where: { $0 > 32 }) else { return nil }
    for index in line.indices.dropFirst() where index < end && line[index] == 32 {
      guard line[index - 1] == 32, line[..<index].contains(where: { $0 > 32 }) else { continue }
      return line[..<(index - 1)].count { $0 & 0xC0 != 0x80 }
    }
    return nil
  }

  private static func looksLikeHeader(_ line: ArraySlice<UInt8>) -> Bool {
    let word = line.dropFirst().drop { $0 == 32 }.prefix { $0 > 32 }
    return WordListParser.firstColumns.contains(String(decoding: word, as: UTF8.self))
  }
}

extension Pattern {
  /// Calls `body` with each atom and the innermost capture around it.
  func visitAtoms(capture: String?, _ body: (Atom, String?) -> Void) {
    switch self {
    case .gap: break
    case .sequence(let parts), .choice(let parts):
      for part in parts { part.visitAtoms(capture: capture, body) }
    case .repeated(let inner, _, _, _): inner.visitAtoms(capture: capture, body)
    case .capture(let inner, let name, _): inner.visitAtoms(capture: name, body)
    case .atom(let atom): body(atom, capture)
    }
  }
}
