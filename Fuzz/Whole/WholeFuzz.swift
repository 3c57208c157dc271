import Foundation
import TestSupport

/// Makes up documents of the fixtures and looks whether what holds of every document holds of them.
///
///     whole-fuzz --seconds 60 --seed 1 --program .build/release/svodka --findings FOLDER [TEXTS]
///
/// The work is done by a process of its own, so that one that ends leaves its text behind.
@main
struct WholeFuzz {
  private static let batchSize = 64
  /// One batch of so many goes through the program too.
  private static let programEvery = 100

  static func main() throws {
    let options = Options(CommandLine.arguments.dropFirst())
    try FileManager.default.createDirectory(
      atPath: options.findings, withIntermediateDirectories: true)
    if options.isWorker { try work(options) } else { try supervise(options) }
  }

  // MARK: The process that works

  private static func work(_ options: Options) throws {
    let mutator = TextMutator(corpus: try options.corpus())
    var random = SeededGenerator(seed: options.seed)
    let checks = try WholeChecks()
    let program = try options.program.map { try ProgramChecks(program: $0) }
    defer { program?.end() }
    let current = try FileHandle(forWritingTo: options.current)
    let end = ContinuousClock.now + .seconds(options.seconds)
    var documents = 0
    var batches = 0
    while ContinuousClock.now < end {
      let texts = (0..<batchSize).map { _ in mutator.text(&random) }
      do {
        try checks.check(texts, &random) { note($0, in: current) }
        if batches % programEvery == programEvery - 1 { try program?.check(texts) }
      } catch let finding as Finding {
        try options.keep(finding)
      }
      batches += 1
      documents += texts.count
      if batches % 64 == 0 { options.note(documents: documents) }
    }
    options.note(documents: documents)
  }

  /// Writes the text over the one before; a crash leaves it in the file.
  private static func note(_ text: String, in file: FileHandle) {
    var length = UInt64(text.utf8.count)
    var bytes = withUnsafeBytes(of: &length) { Array($0) }
    bytes += text.utf8
    _ = bytes.withUnsafeBytes { pwrite(file.fileDescriptor, $0.baseAddress, $0.count, 0) }
  }

  // MARK: The process that watches it

  private static func supervise(_ options: Options) throws {
    var options = options
    let end = ContinuousClock.now + .seconds(options.seconds)
    var documents = 0
    var crashes = 0
    while ContinuousClock.now < end {
      options.seconds = (end - ContinuousClock.now) / .seconds(1)
      options.note(documents: 0)
      try Data(count: 8).write(to: options.current)
      let process = Process()
      process.executableURL = URL(filePath: CommandLine.arguments[0])
      process.arguments = options.workerArguments
      var environment = ProcessInfo.processInfo.environment
      environment["SWIFT_BACKTRACE"] = "enable=no"
      process.environment = environment
      try process.run()
      process.waitUntilExit()
      documents += options.documents
      if process.terminationReason == .exit, process.terminationStatus == 0 { break }
      crashes += 1
      let text = try options.lastText()
      try options.keep(Finding(text: text, what: "signal \(process.terminationStatus)"))
      options.seed &+= 7919
    }
    let findings = try FileManager.default.contentsOfDirectory(atPath: options.findings)
      .filter { $0.hasSuffix(".txt") }.count
    print("\(documents) documents, \(findings) findings, \(crashes) of them crashes")
    if findings > 0 { exit(1) }
  }
}
