import ArgumentParser
import RussianText
import Svodka
import SvodkaDump

struct Tokens: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Splits texts into sentences and words, and shows how the words hang together.",
    discussion: """
      EXAMPLES
        svodka tokens release.txt
        svodka tokens news.jsonl --format jsonl --output words.jsonl
        svodka tokens release.txt --format tree

      CoNLL-U words carry TokenRange=start:end in the last column, in Unicode scalars of the \
      document; HEAD and DEPREL are those of Universal Dependencies. `--format tree` shows each \
      sentence as text, a word a line under its head.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case conllu, jsonl, tree
  }

  @OptionGroup var input: InputOptions
  @OptionGroup var running: RunOptions

  @Option(help: ArgumentHelp("conllu, jsonl or tree.", valueName: "format"))
  var format: Format = .conllu

  func run() throws {
    // Found out here and not in a worker: ICU without its data fails every document.
    _ = try TokenReader()
    let command = DumpCommand(
      input: input, run: running, settings: ["--format": format.rawValue])
    switch format {
    case .conllu: try command { TokenProcessor(writer: CoNLLUWriter()) }
    case .jsonl: try command { TokenProcessor(writer: TokenJSONWriter()) }
    case .tree: try command { TokenProcessor(writer: TreeWriter()) }
    }
  }
}
