import ArgumentParser
import Svodka
import TextRules

/// Rule files and gazetteers of the user's own.
struct RuleOptions: ParsableArguments {
  @Option(
    name: .customLong("rules"),
    help: ArgumentHelp("Find what this rule file says too; may be repeated.", valueName: "file"))
  var ruleFiles: [String] = []

  @Option(
    name: .customLong("gazetteer"),
    help: ArgumentHelp(
      "Find the names of this TSV file too; the kind is the file's name. May be repeated.",
      valueName: "file"))
  var gazetteers: [String] = []

  /// The user's own rules may make kinds of records of their own.
  var hasOwnRules: Bool { !ruleFiles.isEmpty || !gazetteers.isEmpty }

  /// Builds the extractor; a broken file ends the program with its message.
  func extractor() throws -> Extractor {
    do {
      return try Extractor(
        rules: ruleFiles.map { try RuleFile(contentsOf: $0) },
        gazetteers: gazetteers.map { try Gazetteer(contentsOf: $0) })
    } catch let error as RuleFileError {
      throw ValidationError("\(error)")
    }
  }
}
