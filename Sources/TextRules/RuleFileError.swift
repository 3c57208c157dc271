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
    case unknownDirective(String, suggestion: String? = nil)
    case notIndented(String)
    case unknownRuleLine(String, suggestion: String? = nil)
    case unknownName(String, suggestion: String? = nil)
    case unknownGrammeme(String, suggestion: String? = nil)
    case unknownClass(String, suggestion: String? = nil)
    case unknownCapture(String, suggestion: String? = nil)
    case unknownColumn(String, columns: [String])
    case unknownKind(String, suggestion: String? = nil)
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
    case emptyFact
    case missingType
    case unknownType(String, suggestion: String?)
    case reservedName(String)
    case builtInKind(String)
    case undeclaredFact(String)
    case unknownFrameLine(String, suggestion: String?)
    case missingHead
    case unknownArgument(String, suggestion: String?, known: [String])
    case argumentNeverSet(String)
    case argumentOfWords(String, words: [String])
    case unknownWord(String, words: [String])
    case cannotBeType(String, type: String)
    case badPath(String)
    case unknownStep(String, suggestion: String?)
    case unknownTest(String, suggestion: String?)
    case impossiblePath(String)
    case badDrop
    case badFrameCondition(String)
    case badFrameSet(String)
    case badExampleArgument(String)
    case argumentsOfNothing
    case nothingToExtend(String, suggestion: String?)
    case nothingToSwitchOff(String, suggestion: String?)
    case unknownEntityType(String, types: [String])
    case noName

    /// The reason in words, with the remedy.
    public var text: String {
      switch self {
      case .unknownDirective(let word, let suggestion):
        "'\(word)' is no directive\(hint(suggestion)); a line begins with kind, replaces, lexicon, "
          + "pattern, rule, fact, frame, extend or off"
      case .notIndented(let word):
        "'\(word)' begins a line inside a fact, frame or rule; indent it"
      case .unknownRuleLine(let word, let suggestion):
        "'\(word)' is no line of a rule\(hint(suggestion)); use match, before, after, not, where, set, span, "
          + "discard, priority, yes or no"
      case .unknownName(let name, let suggestion):
        "no word list, pattern or grammeme is named '\(name)'\(hint(suggestion)); define it above, or write a word "
          + "form in double quotes"
      case .unknownGrammeme(let name, let suggestion):
        "'\(name)' is no grammeme\(hint(suggestion)); use OpenCorpora's names, such as NOUN, gent, plur"
      case .unknownClass(let name, let suggestion):
        "'@\(name)' is no class of tokens\(hint(suggestion.map { "@" + $0 })); see the table of classes in the rule language"
      case .unknownCapture(let name, let suggestion):
        "the pattern has no capture ':\(name)'\(hint(suggestion)); name one in the match line"
      case .unknownColumn(let name, let columns):
        "the word list has no column '\(name)'\(hint(name.closest(among: columns))); it has \(columns.joined(separator: ", "))"
      case .unknownKind(let name, let suggestion):
        "no earlier layer makes records of the kind '\(name)'\(hint(suggestion)); a pattern sees earlier layers only"
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
      default: frameText
      }
    }

    /// As ``text``, for what can be wrong with facts and frames.
    private var frameText: String {
      switch self {
      case .emptyFact:
        "the fact has no arguments; write one a line, indented: its name and its type"
      case .missingType:
        "a type is missing; write person, organization, place, entity, date, measure, text, 'one of "
          + "WORD WORD' or the kind of a record"
      case .unknownType(let name, let suggestion):
        "nothing makes records of the kind '\(name)'\(hint(suggestion)); a type is entity, measure, "
          + "text or the kind of a record"
      case .reservedName(let name):
        "'\(name)' begins lines of frames, so no argument is called so; choose another name"
      case .builtInKind(let name):
        "'\(name)' is a kind of the library, whose arguments are declared; leave out 'fact' to add "
          + "frames to it, or choose another kind"
      case .undeclaredFact(let kind):
        "no 'fact' declares the arguments of '\(kind)'; write it above the frame"
      case .unknownFrameLine(let word, let suggestion):
        "'\(word)' is no line of a frame\(hint(suggestion)); use head, let, where, drop, set, yes, no, "
          + "before, after, or the name of an argument"
      case .missingHead:
        "the frame has no head line; add one: the word that names the event"
      case .unknownArgument(let name, let suggestion, let known):
        "the fact has no argument '\(name)'\(hint(suggestion)); it has \(known.joined(separator: ", "))"
      case .argumentNeverSet(let name):
        "the frame never sets '\(name)', without which there is no fact; give its path, or mark it "
          + "with '?' in the fact"
      case .argumentOfWords(let name, let words):
        "'\(name)' is one of \(words.joined(separator: ", ")); give it with 'set \(name) = WORD'"
      case .unknownWord(let word, let words):
        "'\(word)' is none of \(words.joined(separator: ", "))"
      case .cannotBeType(let name, let type):
        "'\(name)' can be no \(type); see its type in the fact"
      case .badPath(let text):
        "cannot read the path '\(text)'; write steps such as subject, object, genitive or a "
          + "preposition in double quotes, the nearest to the head last: 'genitive of object'"
      case .unknownStep(let name, let suggestion):
        "'\(name)' is no step\(hint(suggestion)); a path has subject, object, a case such as genitive, a "
          + "relation such as nmod, or a preposition in double quotes"
      case .unknownTest(let word, let suggestion):
        "'\(word)' is no word list and no grammeme\(hint(suggestion)); write a word form in double quotes"
      case .impossiblePath(let text):
        "no word can be '\(text)', so the path never leads anywhere"
      case .badDrop:
        "write 'drop \"reason\" when CONDITION'"
      case .badFrameCondition(let text):
        "cannot read the condition '\(text)'; write 'owned is thing', 'owner is not gent', "
          + "'owned.type = company' or 'has object[stake]'"
      case .badFrameSet(let text):
        "cannot read '\(text)'; write 'argument = word' or 'argument = head.column', and perhaps "
          + "'when CONDITION'"
      case .badExampleArgument(let text):
        "cannot read '\(text)'; write 'argument=value', with double quotes around several words"
      case .argumentsOfNothing:
        "a 'no' line finds nothing, so it has no arguments; leave out what follows '=>'"
      case .nothingToExtend(let name, let suggestion):
        "no earlier file of this kind has a word list '\(name)'\(hint(suggestion))"
      case .nothingToSwitchOff(let name, let suggestion):
        "no earlier file has a kind, rule or frame '\(name)'\(hint(suggestion)); write 'kind' or "
          + "'kind.rule'"
      case .unknownEntityType(let type, let types):
        "'\(type)' is no type; use one of \(types.joined(separator: ", "))"
      case .noName:
        "the list has no column 'name'; begin the file with a line '# name' and the other columns, tabs "
          + "between them"
      default: ""
      }
    }

    private func hint(_ suggestion: String?) -> String {
      suggestion.map { "; did you mean '\($0)'?" } ?? ""
    }
  }
}
