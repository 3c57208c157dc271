import ArgumentParser
import Foundation

/// Compiles the dictionary's text files into the bytes that the library embeds.
@main
struct LexiconCompiler: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon-compiler",
    abstract: "Compile the dictionary's text files into ru.lexicon.",
    discussion: """
      The same sources give the same bytes, on any machine.

        swift run -c release lexicon-compiler
        swift run -c release lexicon-compiler --check
      """)

  @Option(help: "Folder with opencorpora/, additions/ and corrections/.")
  var source = "Lexicon"

  @Option(help: "File to write.")
  var output = "Sources/CLexicon/ru.lexicon"

  @Flag(help: "Write nothing; fail unless the file is what would be written.")
  var check = false

  @Flag(name: .shortAndLong, help: "Tell the size of every part.")
  var verbose = false

  func run() throws {
    var dictionary = try SourceDictionary(folder: source + "/opencorpora")
    let additions = try Additions(folder: source + "/additions")
    try dictionary.add(additions)
    try dictionary.readRare(SourceFile(path: source + "/corrections/rare.tsv"))
    let compiled = LexiconWriter(dictionary).write()
    if verbose { print(compiled.report) }
    let file = URL(fileURLWithPath: output)
    guard check else { return try Data(compiled.bytes).write(to: file) }
    guard try [UInt8](Data(contentsOf: file)) == compiled.bytes else {
      throw ValidationError("\(output) is not what the sources compile to; run without --check.")
    }
    print("\(output) is what the sources compile to (\(compiled.bytes.count) bytes).")
  }
}
