import ArgumentParser
import RussianText
import Svodka
import SvodkaDump
import TextRules

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tells why a text gives the records that it gives.",
    discussion: """
      EXAMPLES
        svodka explain "Инфляция выросла до 9,8 %."
        svodka explain release.txt
        svodka explain "Завод построен компанией «Рахат»." --tree
        svodka explain "По ГОСТ 305 взяли 17 проб." --why-not "305" --kind number

      With --tree the structure of each sentence is shown as facts see it: names and values are one \
      word each.

      With --why-not each rule of the kind is shown with the words that it could use and what it \
      wanted next.
      """)

  @Argument(help: ArgumentHelp("The text itself, or a file with it.", valueName: "text"))
  var text: String

  @Option(help: ArgumentHelp("Publication date of the text.", valueName: "2016-12-15"))
  var published: CalendarDay?

  @Option(help: ArgumentHelp("A phrase of the text that gives no record.", valueName: "phrase"))
  var whyNot: String?

  @Option(help: ArgumentHelp("The kind that the phrase was to be.", valueName: "kind"))
  var kind: String?

  @Flag(help: "Show the structure of each sentence instead.")
  var tree = false

  @Option(help: ArgumentHelp("How many rules to show.", valueName: "n"))
  var limit = 5

  @OptionGroup var rules: RuleOptions

  func validate() throws {
    if (whyNot == nil) != (kind == nil) {
      throw ValidationError("--why-not and --kind belong together: a phrase and what it was to be.")
    }
    if tree, whyNot != nil {
      throw ValidationError("--tree shows sentences, --why-not rules: use one of them.")
    }
  }

  func run() throws {
    let extractor = try rules.extractor()
    let text = try wholeText()
    if tree {
      print(extractor.trees(of: text), terminator: "")
    } else if let whyNot, let kind {
      guard extractor.kindNames.contains(kind) else {
        throw DataError(
          "No rule makes '\(kind)'; the kinds are \(extractor.kindNames.joined(separator: ", ")).")
      }
      guard text.contains(whyNot) else {
        throw DataError("The phrase '\(whyNot)' does not stand in the text.")
      }
      for miss in extractor.whyNot(whyNot, kind: kind, in: text).prefix(limit) {
        print(miss)
      }
    } else {
      let explanation = extractor.explain(text, published: published)
      if explanation.records.isEmpty { print("no records") }
      if !explanation.description.isEmpty { print(explanation) }
    }
  }

  /// The text of the file that the argument names, or the argument.
  private func wholeText() throws -> String {
    guard text.utf8.count < 1024, let bytes = RuleFile.read(text) else { return text }
    if let binary = BinaryFormat(head: bytes) { throw DataError("\(text): \(binary.reason)") }
    return String(decoding: TextDecoder().decode(bytes).utf8, as: UTF8.self)
  }
}
