import ArgumentParser
import Foundation
import Svodka

/// Compiles the built-in rules and word lists into the bytes that the library starts from.
@main
struct RulesCompiler: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules-compiler",
    abstract: "Compile the built-in rules and word lists into built-in.snapshot.",
    discussion: """
      The same files give the same bytes, on any machine. A library whose snapshot is not that of
      its rules compiles them at every start: right, and a tenth of a second slower.

        swift run -c release rules-compiler
        swift run -c release rules-compiler --check
      """)

  @Option(help: "File to write.")
  var output = "Sources/CRules/built-in.snapshot"

  @Flag(help: "Write nothing; fail unless the file is what would be written.")
  var check = false

  func run() throws {
    let bytes = try Extractor.builtInSnapshot()
    let file = URL(fileURLWithPath: output)
    guard check else { return try Data(bytes).write(to: file) }
    guard try [UInt8](Data(contentsOf: file)) == bytes else {
      throw ValidationError("\(output) is not what the rules compile to; run without --check.")
    }
    print("\(output) is what the rules compile to (\(bytes.count) bytes).")
  }
}
