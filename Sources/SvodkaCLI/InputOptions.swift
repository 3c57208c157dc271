import ArgumentParser
import Foundation
import RussianText
import Svodka
import SvodkaDump

/// What every subcommand that reads documents takes.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Text files, JSON Lines files (.jsonl), folders, or - for standard input.",
      discussion: """
        A text file is one document, whose id is the file's name without the extension. A JSON \
        line is {"id":…,"text":…,"published":"2016-12-15","title":…}; the last two may be left \
        out. A folder stands for its .txt, .jsonl and .ndjson files, in the order of their names.
        """,
      valueName: "input"))
  var inputs: [String]

  @Option(
    help: ArgumentHelp(
      "Read every input as this, whatever its name: text or jsonl.", valueName: "format"))
  var inputFormat: InputFile.Format?

  @Option(
    help: ArgumentHelp(
      "Publication date of the documents that carry none.", valueName: "2016-12-15"))
  var published: CalendarDay?

  @Option(
    help: ArgumentHelp(
      "Encoding of the inputs: windows-1251, koi8-r, utf-16, …; without it, text is recognised.",
      valueName: "name"))
  var encoding: TextDecoder?

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("How many threads work; the output is the same.", valueName: "n"))
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  func validate() throws {
    if inputs.isEmpty { throw ValidationError("Name a file, a folder, or - for standard input.") }
    if jobs < 1 { throw ValidationError("--jobs must be 1 or more.") }
    if inputs.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("Standard input can be read once only: give - once.")
    }
  }
}

extension InputFile.Format: ExpressibleByArgument {}
extension TextDecoder: ExpressibleByArgument {
  public init?(argument: String) {
    guard let decoder = try? TextDecoder(encoding: argument) else { return nil }
    self = decoder
  }
}

extension OffsetUnit: ExpressibleByArgument {}

extension CalendarDay: ExpressibleByArgument {
  public init?(argument: String) {
    guard argument.utf8.count == 10 else { return nil }
    self.init(argument)
  }
}

extension InputOptions {
  /// Reads all inputs and writes the bytes that the processors make to the output.
  ///
  /// - Throws: `ExitCode(2)` if some line or file was no document.
  func run<Processor: DocumentProcessor>(
    _ makeProcessor: @escaping @Sendable () -> Processor
  ) throws where Processor.Batch == [UInt8] {
    try run(to: OutputFile(path: output), makeProcessor)
  }

  /// Reads all inputs, writes the output and reports what was no document.
  ///
  /// - Throws: `ExitCode(2)` if some line or file was no document.
  func run<Processor: DocumentProcessor, Writer: DumpWriter>(
    to writer: Writer, _ makeProcessor: @escaping @Sendable () -> Processor
  ) throws where Processor.Batch == Writer.Batch {
    let (files, unreadable) = InputFile.files(at: inputs, format: inputFormat)
    unreadable.forEach(report)
    var writer = writer
    let published = published
    let run = DumpRun(files: files, jobs: jobs, decoder: encoding ?? TextDecoder())
    let summary = try run.run(to: &writer, report: report) {
      DatingProcessor(published: published, inner: makeProcessor())
    }
    try writer.finish()
    if summary.problems + unreadable.count > 0 { throw ExitCode(2) }
  }

  private func report(_ problem: InputProblem) {
    FileHandle.standardError.write(Data("svodka: \(problem)\n".utf8))
  }
}

/// Gives the documents without a publication date the one from the command line.
private struct DatingProcessor<Inner: DocumentProcessor>: DocumentProcessor {
  let published: CalendarDay?
  var inner: Inner

  mutating func process(_ document: SourceDocument) -> Int {
    var document = document
    if document.published == nil { document.published = published }
    return inner.process(document)
  }

  mutating func takeBatch() -> Inner.Batch { inner.takeBatch() }
}
