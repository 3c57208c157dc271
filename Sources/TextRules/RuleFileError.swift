/// A rule file or word list that cannot be used: where, why, and what to mend.
///
///     percent.rules:12:9: no word list, pattern or grammeme is named 'rise'; …
public struct RuleFileError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file as it was named when it was loaded.
  public let file: String
  /// 1-based.
  public let line: Int
  /// 1-based, in Unicode scalars of the line.
  public let column: Int
  public let reason: Reason

  public init(file: String, line: Int, column: Int, reason: Reason) {
    self.file = file
    self.line = line
    self.column = column
    self.reason = reason
  }

  public var description: String { "\(file):\(line):\(column): \(reason.text)" }

  /// What is wrong with a rule file or word list.
  public enum Reason: Equatable, Sendable {
    case unknownDirective(String)
    case unknownRuleLine(String)
    case unknownName(String)
    case unknownGrammeme(String)
    case unknownClass(String)
    case unknownCapture(String)
    case unknownColumn(String, columns: [String])
    case unknownKind(String)
    case missingFile(String)
    case unreadable
    case missingMatch
    case missingName(String)
    case duplicateRule(String)
    case duplicateName(String)
    case duplicateCapture(String)
    case outsideRule(String)
    case unclosed(String)
    case unexpected(String)
    case emptyPattern
    case emptyRepeat
    case badRepeat(String)
    case badNumber(String)
    case badCondition(String)
    case badSet(String)
    case needsSingleToken
    case noStart
    case tooLarge(instructions: Int, limit: Int)
    case tooManyCaptures(limit: Int)
    case tooDeep(limit: Int)
    case unevenColumns(found: Int, expected: Int)
    case emptyEntry

    /// The reason in words, with the remedy.
    public var text: String {
      switch self {
      case .unknownDirective(let word):
        "'\(word)' is no directive; a line begins with kind, lexicon, pattern or rule"
      case .unknownRuleLine(let word):
        "'\(word)' is no line of a rule; use match, before, after, not, where, set, span, "
          + "discard, priority, yes or no"
      case .unknownName(let name):
        "no word list, pattern or grammeme is named '\(name)'; define it above, or write a word "
          + "form in double quotes"
      case .unknownGrammeme(let name):
        "'\(name)' is no grammeme; use OpenCorpora's names, such as NOUN, gent, plur"
      case .unknownClass(let name):
        "'@\(name)' is no class of tokens; see the table of classes in the rule language"
      case .unknownCapture(let name):
        "the pattern has no capture ':\(name)'; name one in the match line"
      case .unknownColumn(let name, let columns):
        "the word list has no column '\(name)'; it has \(columns.joined(separator: ", "))"
      case .unknownKind(let name):
        "no earlier layer makes records of the kind '\(name)'; a pattern sees earlier layers only"
      case .missingFile(let name):
        "there is no file '\(name)' beside the rule file"
      case .unreadable:
        "the file cannot be read; check its path and rights"
      case .missingMatch:
        "the rule has no match line; add one"
      case .missingName(let what):
        "a name is missing after '\(what)'; write it in small Latin letters"
      case .duplicateRule(let name):
        "the rule '\(name)' stands twice; give one another name"
      case .duplicateName(let name):
        "'\(name)' is defined twice; give one another name"
      case .duplicateCapture(let name):
        "the capture ':\(name)' stands twice in a row; give one another name"
      case .outsideRule(let word):
        "'\(word)' stands outside a rule; begin the rule with 'rule NAME' at the start of a line"
      case .unclosed(let what):
        "\(what) is not closed"
      case .unexpected(let what):
        "unexpected \(what)"
      case .emptyPattern:
        "the pattern is empty; write what to match"
      case .emptyRepeat:
        "what is repeated here may match nothing; make one of its parts required"
      case .badRepeat(let text):
        "'{\(text)}' is no number of times; write {2} or {1,3}, at most 20"
      case .badNumber(let text):
        "'\(text)' is no number that fits here"
      case .badCondition(let text):
        "cannot read the condition '\(text)'; write 'a ~ b', 'a is gent' or 'a.value > 0'"
      case .badSet(let text):
        "cannot read '\(text)'; write 'field = word', 'field = text(capture)' or "
          + "'field = capture.column'"
      case .needsSingleToken:
        "'!' needs something that stands for one token"
      case .noStart:
        "the pattern has nothing rare to start from; add a word, a word list, a record or a class"
      case .tooLarge(let instructions, let limit):
        "the pattern unfolds to \(instructions) steps, more than \(limit); repeat less"
      case .tooManyCaptures(let limit):
        "a pattern holds at most \(limit) captures"
      case .tooDeep(let limit):
        "brackets and repetitions are nested deeper than \(limit); split the pattern"
      case .unevenColumns(let found, let expected):
        "the line has \(found) columns, the header names \(expected); separate them by one tab each"
      case .emptyEntry:
        "the entry has no word; write it in the first column"
      }
    }
  }
}
