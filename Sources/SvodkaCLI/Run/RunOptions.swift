import ArgumentParser
import Foundation
import Svodka
import SvodkaDump

/// What every subcommand that works through documents takes: where the output goes, and how.
struct RunOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write to this file, which appears under its name when it is whole.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("How many threads work; the output is the same.", valueName: "n"))
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @Flag(help: "Go on with a run to the same output that was interrupted.")
  var resume = false

  @Option(
    help: ArgumentHelp(
      "Write the lines, rows and files that were no documents here, as JSON Lines.",
      valueName: "file"))
  var errors: String?

  @Flag(help: "End at the first thing that is no document or over a limit, and write no output.")
  var strict = false

  @Option(help: ArgumentHelp("Read no more than so many documents, broken ones among them.", valueName: "n"))
  var limit: Int?

  @Flag(help: "Tell nothing of the progress.")
  var quiet = false

  @Flag(
    help: ArgumentHelp(
      "Work in threads of this process: what fails on a document ends the run.", visibility: .hidden))
  var inProcess = false

  @Option(
    help: ArgumentHelp("Seconds between two checkpoints.", visibility: .hidden))
  var checkpointInterval = 5.0

  func validate() throws {
    guard checkpointInterval >= 0, checkpointInterval <= 1e9 else {
      throw ValidationError("--checkpoint-interval must be a number of seconds.")
    }
    if let limit, limit < 1 { throw ValidationError("--limit must be 1 or more.") }
    if jobs < 1 { throw ValidationError("--jobs must be 1 or more.") }
    if resume, output == nil {
      throw ValidationError("--resume needs --output: what went elsewhere cannot be gone on with.")
    }
    if let errors, errors == output {
      throw ValidationError("--errors and --output name the same file.")
    }
  }
}

extension RunOptions {
  /// Refuses to write over what is read.
  func checkOutputs(against files: [InputFile]) throws {
    for (option, path) in [("--output", output), ("--errors", errors)] {
      guard let path else { continue }
      try OutputCheck(files).check(path, option)
    }
  }
}

/// Keeps outputs away from inputs.
struct OutputCheck {
  private let files: [InputFile]

  init(_ files: [InputFile]) { self.files = files }

  func check(_ path: String, _ option: String) throws {
    for file in files where !file.isStandardInput && PathText(file.path).isSameFile(as: path) {
      throw DataError("\(option) '\(path)' is an input too, which it would replace.")
    }
    // The files of CSV lie in a folder.
    for file in files
    where PathText(file.path).isInside(path) && PathText(file.path).ending == "csv" {
      throw DataError("\(option) '\(path)' holds the input '\(file.path)': name another folder.")
    }
  }
}

/// A subcommand's run over its documents.
struct DumpCommand {
  let input: InputOptions
  let run: RunOptions
  /// What else decides what is written, by its name on the command line.
  var settings: [String: String] = [:]
  /// A document that takes much longer is given up.
  var timeout: Duration?

  /// Works through all inputs and writes the bytes that the processors make to the output.
  func callAsFunction<Processor: DocumentProcessor>(
    _ makeProcessor: @escaping @Sendable () -> Processor
  ) throws where Processor.Batch == [UInt8] {
    try self(
      makeWriter: { try OutputFile(path: run.output, resuming: $0) }, makeProcessor: makeProcessor)
  }

  /// Works through all inputs.
  ///
  /// - Throws: `ExitCode(2)` if some line or file was no document; see `SvodkaCommand` for others.
  func callAsFunction<Processor: DocumentProcessor, Writer: DumpWriter>(
    makeWriter: (Writer.State?) throws -> Writer,
    makeProcessor: @escaping @Sendable () -> Processor
  ) throws where Processor.Batch == Writer.Batch {
    let (files, unreadable) = InputFile.files(at: input.inputs, format: input.inputFormat)
    let report = RunReport(run, files: files)
    try run.checkOutputs(against: files)
    unreadable.forEach(report.problem)
    if run.strict, !unreadable.isEmpty { throw ExitCode(2) }
    var job = DumpJob(
      run: DumpRun(files: files, jobs: run.jobs, reading: input.reading), output: run.output)
    job.run.usesProcesses = !run.inProcess
    job.run.timeout = timeout
    job.run.limit = run.limit
    job.errors = run.errors
    job.isStrict = run.strict
    job.checkpointInterval = .seconds(run.checkpointInterval)
    job.settings = input.settings.merging(settings) { $1 }
    job.settings["version"] = Version.number
    job.settings["--errors"] = run.errors ?? "none"
    job.settings["--limit"] = run.limit.map { "\($0)" } ?? "none"
    let published = input.published
    InterruptSignal.watch()
    // A file over the limit of `ulimit -f` is then a failed write like one on a full disk.
    signal(SIGXFSZ, SIG_IGN)
    do {
      let summary = try job.run(
        resume: run.resume, observer: report.observer, makeWriter: makeWriter,
        makeProcessor: { DatingProcessor(published: published, inner: makeProcessor()) })
      report.missing(input.missingFields(summary))
      report.end(summary)
      if summary.problems + unreadable.count > 0 { throw ExitCode(2) }
    } catch {
      report.clear()
      throw exit(for: error)
    }
  }

  /// Tells why the run ended, where that is not plain, and with which status the program does.
  private func exit(for error: any Error) -> any Error {
    switch error {
    case let failure as OutputFile.Failure where failure.isClosedPipe:
      // As other programs end when nobody reads them any more.
      return ExitCode(128 + SIGPIPE)
    case let interruption as DumpJob.Interruption:
      let advice =
        interruption.hasCheckpoint ? "; go on with the same command and --resume" : ""
      StandardError.write("svodka: interrupted\(advice)\n")
      return ExitCode(128 + SIGINT)
    case let failure as DumpJob.StrictFailure:
      StandardError.write("svodka: \(failure)\n")
      return ExitCode(2)
    default: return error
    }
  }
}

/// Gives the documents without a publication date the one from the command line.
struct DatingProcessor<Inner: DocumentProcessor>: DocumentProcessor {
  let published: CalendarDay?
  var inner: Inner

  mutating func process(_ document: SourceDocument) -> ProcessedDocument {
    #if DEBUG
      if !document.isGivenUp { FailureOnPurpose.occur(at: document.text) }
    #endif
    var document = document
    if document.published == nil { document.published = published }
    return inner.process(document)
  }

  mutating func takeBatch() -> Inner.Batch { inner.takeBatch() }
}

/// Standard error, for what people read.
enum StandardError {
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  static func write(_ text: String) {
    // A closed standard error is no reason to end.
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
