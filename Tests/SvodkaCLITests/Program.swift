import Foundation

/// The built program, run as a user runs it.
enum Program {
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The program lies beside the tests.
  private static var executable: URL {
    let bundles = Bundle.allBundles.map(\.bundleURL)
    let tests =
      bundles.first { $0.pathExtension == "xctest" } ?? URL(filePath: CommandLine.arguments[0])
    return tests.deletingLastPathComponent().appending(path: "svodka")
  }

  static var path: String { executable.path(percentEncoded: false) }

  /// Runs the program to its end, or sends it a signal after some time.
  ///
  /// - Parameter other: Another program to be run.
  static func run(
    _ arguments: [String], input: Data = Data(), executable other: String? = nil,
    killAfter moment: Duration? = nil, signal: Int32 = SIGKILL,
    environment: [String: String] = [:], whileRunning: (Process) -> Void = { _ in }
  ) throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Files rather than pipes: no pipe can fill up and stand still.
    let paths = ["in", "out", "err"].map { folder.appending(path: $0) }
    for path in paths { try input.write(to: path) }
    let process = Process()
    process.executableURL = other.map { URL(filePath: $0) } ?? executable
    process.arguments = arguments
    process.standardInput = try FileHandle(forReadingFrom: paths[0])
    for (path, isOutput) in [(paths[1], true), (paths[2], false)] {
      try Data().write(to: path)
      let handle = try FileHandle(forWritingTo: path)
      if isOutput { process.standardOutput = handle } else { process.standardError = handle }
    }
    // Crashes that are asked for need no report of the runtime's.
    process.environment = ProcessInfo.processInfo.environment
      .merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }.merging(environment) { $1 }
    try process.run()
    whileRunning(process)
    if let moment {
      Thread.sleep(forTimeInterval: moment / .seconds(1))
      if process.isRunning { kill(process.processIdentifier, signal) }
    }
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try String(contentsOf: paths[1], encoding: .utf8),
      errors: try String(contentsOf: paths[2], encoding: .utf8))
  }
}
