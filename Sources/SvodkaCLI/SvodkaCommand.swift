import ArgumentParser

/// The program `svodka`.
@main
struct SvodkaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "svodka",
    abstract: "Reads Russian press releases and writes down the facts in them.",
    discussion: """
      EXAMPLES
        svodka extract release.txt                    a table of what was found
        svodka extract --published 2016-12-15 texts/  every text of a folder
        svodka extract news.jsonl --output facts.jsonl
        cat release.txt | svodka extract -
        svodka summary facts.jsonl                    what a dump speaks of most
        svodka tokens release.txt                     sentences and words, as CoNLL-U
        svodka score Gold/ facts.jsonl                precision and recall against gold
        svodka view release.txt -o release.html       a page with the records marked
        svodka --version --verbose                    also the dictionary's version and licence

      Exit status: 0 all was read; 2 some line or file was no document, and the rest was done; \
      130 interrupted; 141 nobody read the output any more; 64 the command line was not \
      understood; 1 anything else.
      """,
    version: Version.text(verbose: CommandLine.arguments.contains("--verbose")),
    subcommands: [
      Extract.self, Summary.self, Tokens.self, Explain.self, View.self, Rules.self,
      ScoreCommand.self,
    ])
}
