/// What a user's rule files change in those that come before: entries added to word lists, kinds, rules
/// and frames switched off.
struct RuleChanges {
  private struct Extension {
    var path: String
    var kind: String
    var list: RuleParser.LexiconSyntax
    var isUsed = false
  }

  private struct Switch {
    var path: String
    var name: String
    var place: SourcePlace
    var isUsed = false
  }

  private var extensions: [Extension] = []
  private var switches: [Switch] = []
  /// Names that could have been meant.
  private var lists: [String: [String]] = [:]
  private var names: Set<String> = []

  init(
    _ paths: [String], own: Set<String>, _ words: LiteralWords, read: (String) -> [UInt8]?
  ) throws {
    for (number, path) in paths.enumerated() where own.contains(path) {
      guard let bytes = read(path), Self.changesOthers(bytes) else { continue }
      var parser = RuleParser(path: path, index: number, firstLexicon: 0, literal: words.tokens(of:))
      let file = try parser.parse(bytes)
      extensions += file.extensions.map { Extension(path: path, kind: $0.kind, list: $0.list) }
      switches += file.switchedOff.map { Switch(path: path, name: $0.name, place: $0.place) }
    }
  }

  /// Has the file a line that begins with `extend` or `off`?
  private static func changesOthers(_ bytes: [UInt8]) -> Bool {
    bytes.split(separator: UInt8(ascii: "\n")).contains { line in
      let word = line.prefix { $0 > UInt8(ascii: " ") }
      return word.elementsEqual("extend".utf8) || word.elementsEqual("off".utf8)
    }
  }

  /// The lines that are added to a list of a kind.
  mutating func entries(
    of name: String, kind: String, _ path: String, read: (String) -> [UInt8]?
  ) throws -> [UInt8] {
    lists[kind, default: []].append(name)
    var lines: [UInt8] = []
    for index in extensions.indices
    where extensions[index].kind == kind && extensions[index].list.name == name
      && extensions[index].path != path
    {
      extensions[index].isUsed = true
      let own = extensions[index]
      if let file = own.list.file {
        guard let found = read(CompiledRules.path(of: file, beside: own.path)) else {
          throw error(.missingFile(file), own.path, own.list.place)
        }
        lines += found + [UInt8(ascii: "\n")]
      } else {
        lines += own.list.entries + [UInt8(ascii: "\n")]
      }
    }
    return lines
  }

  /// Is a rule or frame switched off by another file, by its name or with its kind?
  mutating func isOff(_ kind: String, _ name: String, in path: String) -> Bool {
    names.formUnion([kind, "\(kind).\(name)"])
    var isOff = false
    for index in switches.indices
    where switches[index].path != path
      && (switches[index].name == kind || switches[index].name == "\(kind).\(name)")
    {
      switches[index].isUsed = true
      isOff = true
    }
    return isOff
  }

  /// Refuses changes of what is not there.
  func checkUse() throws {
    if let own = extensions.first(where: { !$0.isUsed }) {
      let known = lists[own.kind] ?? []
      let name = own.list.name
      throw error(
        .nothingToExtend(name, suggestion: name.closest(among: known)), own.path, own.list.place)
    }
    if let own = switches.first(where: { !$0.isUsed }) {
      throw error(
        .nothingToSwitchOff(own.name, suggestion: own.name.closest(among: Array(names))), own.path,
        own.place)
    }
  }

  private func error(
    _ reason: RuleFileError.Reason, _ path: String, _ place: SourcePlace
  ) -> RuleFileError {
    RuleFileError(file: path, line: place.line, column: place.column, reason: reason)
  }
}
