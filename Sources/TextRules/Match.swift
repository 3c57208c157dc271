import RussianText

/// A record of an earlier layer that a pattern bound.
public struct MatchedRecord: Sendable, Hashable {
  /// Number of the kind in ``CompiledRules/kinds``.
  public var kind: Int
  /// What the maker of the record returned for it.
  public var payload: Int
  /// Indices of its tokens in the document.
  public var tokens: Range<Int>

  public init(kind: Int, payload: Int, tokens: Range<Int>) {
    self.kind = kind
    self.payload = payload
    self.tokens = tokens
  }
}

/// A way in which a rule fits the text. Valid only while its maker runs.
public struct Match {
  let matcher: RuleMatcher
  /// Number of the rule; see ``CompiledRules/ruleName(_:)``.
  public let rule: Int
  /// The tokens of the record: the whole match, or what `span` names.
  public let tokens: Range<Int>
  /// The tokens of the whole match.
  public let wholeTokens: Range<Int>
  let captures: Int

  /// The full name of the rule.
  public var ruleName: String { matcher.rules.rules[rule].name }
  /// Number of the kind that the rule makes.
  public var kind: Int { matcher.rules.rules[rule].kind }

  private func cell(_ name: StaticString, _ part: Int) -> Int32 {
    guard let slot = matcher.rules.rules[rule].slot(ofCapture: name) else { return -1 }
    return matcher.keptCaptures[captures + slot * MatchMachine.cellsPerCapture + part]
  }

  /// The tokens that a capture took, or nil if its part of the pattern was left out.
  public func range(_ capture: StaticString) -> Range<Int>? {
    let start = cell(capture, 0)
    let end = cell(capture, 1)
    return start >= 0 && end >= start ? Int(start)..<Int(end) : nil
  }

  /// The entry that the first word list in a capture bound, or nil.
  public func entry(_ capture: StaticString) -> Int? {
    let entry = cell(capture, 2)
    return entry >= 0 && range(capture) != nil ? Int(entry) : nil
  }

  /// The first earlier record in a capture, or nil.
  public func record(_ capture: StaticString) -> MatchedRecord? {
    let record = cell(capture, 3)
    return record >= 0 && range(capture) != nil ? matcher.record(Int(record)) : nil
  }

  /// What a `set` line of the rule gives a field, if that is a constant.
  public func field(_ name: StaticString) -> String? {
    for field in matcher.rules.rules[rule].fields {
      guard case .constant(let text) = field.value else { continue }
      if name.withUTF8Buffer({ $0.elementsEqual(field.name.utf8) }) { return text }
    }
    return nil
  }

  /// All `set` lines of the rule, for kinds whose fields the rule file alone decides.
  public var fields: [(name: String, value: FieldExpression)] {
    matcher.rules.rules[rule].fields
  }

  /// Names of all captures of the rule.
  public var captureNames: [String] { matcher.rules.rules[rule].captures }

  private func cell(named capture: String, _ part: Int) -> Int32 {
    guard let slot = captureNames.firstIndex(of: capture) else { return -1 }
    return matcher.keptCaptures[captures + slot * MatchMachine.cellsPerCapture + part]
  }

  /// As ``range(_:)`` for a name that is not known before.
  public func range(named capture: String) -> Range<Int>? {
    let start = cell(named: capture, 0)
    let end = cell(named: capture, 1)
    return start >= 0 && end >= start ? Int(start)..<Int(end) : nil
  }

  /// As ``record(_:)`` for a name that is not known before.
  public func record(named capture: String) -> MatchedRecord? {
    let record = cell(named: capture, 3)
    return record >= 0 && range(named: capture) != nil ? matcher.record(Int(record)) : nil
  }

  /// The column of the entry, or the field of the record, that a capture bound; nil if it is empty.
  public func member(_ name: String, of capture: String) -> String? {
    if let record = record(named: capture) { return matcher.recordField(record, name) }
    let entry = cell(named: capture, 2)
    guard entry >= 0, range(named: capture) != nil else { return nil }
    let lexicon = matcher.rules.lexicons[Int(cell(named: capture, 4))]
    guard let column = lexicon.column(name) else { return nil }
    let text = lexicon.text(entry: Int(entry), column: column)
    return text.isEmpty ? nil : text
  }
}

/// A match that outlives its maker: facts are made when the whole document is known.
///
/// Its records are those of the matcher's present document.
public struct KeptMatch {
  let matcher: RuleMatcher
  /// Number of the rule; see ``CompiledRules/ruleName(_:)``.
  public let rule: Int
  /// The tokens of the record: the whole match, or what `span` names.
  public let tokens: Range<Int>
  /// The tokens of the whole match.
  public let wholeTokens: Range<Int>
  private let cells: [Int32]

  init(_ match: borrowing Match) {
    matcher = match.matcher
    rule = match.rule
    tokens = match.tokens
    wholeTokens = match.wholeTokens
    let count = matcher.rules.rules[rule].captures.count * MatchMachine.cellsPerCapture
    var cells: [Int32] = []
    cells.reserveCapacity(count)
    for cell in 0..<count { cells.append(matcher.keptCaptures[match.captures + cell]) }
    self.cells = cells
  }

  /// The full name of the rule.
  public var ruleName: String { matcher.rules.rules[rule].name }
  /// Number of the kind that the rule makes.
  public var kind: Int { matcher.rules.rules[rule].kind }

  private func cell(_ name: StaticString, _ part: Int) -> Int32 {
    let slot = matcher.rules.rules[rule].slot(ofCapture: name)
    return slot.map { cells[$0 * MatchMachine.cellsPerCapture + part] } ?? -1
  }

  /// As ``Match/range(_:)``.
  public func range(_ capture: StaticString) -> Range<Int>? {
    let start = cell(capture, 0)
    let end = cell(capture, 1)
    return start >= 0 && end >= start ? Int(start)..<Int(end) : nil
  }

  /// As ``range(_:)``, by the capture's number.
  func range(ofCapture slot: Int) -> Range<Int>? {
    let start = cells[slot * MatchMachine.cellsPerCapture]
    let end = cells[slot * MatchMachine.cellsPerCapture + 1]
    return start >= 0 && end > start ? Int(start)..<Int(end) : nil
  }

  /// The field of the record, or the column of the entry, that a capture bound.
  func member(_ name: String, ofCapture slot: Int) -> String? {
    let record = cells[slot * MatchMachine.cellsPerCapture + 3]
    if record >= 0 { return matcher.recordField(matcher.record(Int(record)), name) }
    let entry = cells[slot * MatchMachine.cellsPerCapture + 2]
    guard entry >= 0 else { return nil }
    let lexicon = matcher.rules.lexicons[Int(cells[slot * MatchMachine.cellsPerCapture + 4])]
    guard let column = lexicon.column(name) else { return nil }
    let text = lexicon.text(entry: Int(entry), column: column)
    return text.isEmpty ? nil : text
  }

  /// As ``Match/entry(_:)``.
  public func entry(_ capture: StaticString) -> Int? {
    let entry = cell(capture, 2)
    return entry >= 0 && range(capture) != nil ? Int(entry) : nil
  }

  /// The cell of the word list entry that a capture bound; nil if it is empty.
  public func column(_ name: String, of capture: StaticString) -> String? {
    guard let entry = entry(capture) else { return nil }
    let lexicon = matcher.rules.lexicons[Int(cell(capture, 4))]
    guard let column = lexicon.column(name) else { return nil }
    let text = lexicon.text(entry: entry, column: column)
    return text.isEmpty ? nil : text
  }

  /// As ``Match/record(_:)``.
  public func record(_ capture: StaticString) -> MatchedRecord? {
    let record = cell(capture, 3)
    return record >= 0 && range(capture) != nil ? matcher.record(Int(record)) : nil
  }

  /// As ``Match/field(_:)``.
  public func field(_ name: StaticString) -> String? {
    for field in matcher.rules.rules[rule].fields {
      guard case .constant(let text) = field.value else { continue }
      if name.withUTF8Buffer({ $0.elementsEqual(field.name.utf8) }) { return text }
    }
    return nil
  }
}

extension Match {
  /// The match, to be kept until the document is done.
  public func kept() -> KeptMatch { KeptMatch(self) }
}
