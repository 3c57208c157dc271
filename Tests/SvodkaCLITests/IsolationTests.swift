import Foundation
import Testing

/// The program fails on purpose in a debug build alone.
private let canFail: Bool = {
  #if DEBUG
    true
  #else
    false
  #endif
}()

/// A document on which the program fails costs that document alone.
@Suite("documents on which the program fails", .serialized, .enabled(if: canFail))
struct IsolationTests {
  private let folder: URL
  private let dump: String
  private let output: String
  private static let bad = [0, 1, 2, 128, 4711, 4712, 9999]

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    dump = folder.appending(path: "dump.jsonl").path
    output = folder.appending(path: "out.jsonl").path
    var lines = ""
    for number in 0..<10_000 {
      let word = Self.bad.contains(number) ? "сломайся" : "вырос"
      lines += #"{"id":"\#(number)","text":"Завод №\#(number) \#(word) на 5 %."}"# + "\n"
    }
    try Data(lines.utf8).write(to: URL(filePath: dump))
  }

  private func contents(_ path: String) -> Data? { FileManager.default.contents(atPath: path) }

  private func run(
    _ arguments: [String], killAfter: Duration? = nil, whileRunning: (Process) -> Void = { _ in }
  ) throws -> Program.Outcome {
    try Program.run(
      ["tokens", dump, "--output", output] + arguments, killAfter: killAfter,
      environment: ["SVODKA_TRAP_ON": "сломайся"], whileRunning: whileRunning)
  }

  @Test func theRestOfTheDumpComesOut() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    var before: Data?
    for jobs in ["1", "2", "3"] {
      let outcome = try run(["--jobs", jobs, "--errors", output + ".errors"])
      #expect(outcome.status == 2)
      let lines = String(decoding: try #require(contents(output)), as: UTF8.self)
      #expect(lines.split(separator: "\n").count { $0.hasPrefix("# newdoc") } == 9_993)
      let errors = String(decoding: try #require(contents(output + ".errors")), as: UTF8.self)
      let told = errors.split(separator: "\n")
      #expect(told.count == Self.bad.count)
      #expect(told.allSatisfy { $0.contains("svodka failed on this document (signal") })
      #expect(told.last?.contains(#""line":10000"#) == true)
      #expect(outcome.errors.contains("7 broken"), "\(outcome.errors)")
      #expect(before == nil || before == contents(output))
      before = contents(output)
    }
  }

  @Test func aRunThatIsKilledGoesOn() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let clock = ContinuousClock()
    let length = try clock.measure { _ = try run(["--errors", output + ".errors"]) }
    let whole = (contents(output), contents(output + ".errors"))
    for share in [0.3, 0.6, 0.9] {
      try FileManager.default.removeItem(atPath: output)
      let options = ["--errors", output + ".errors", "--checkpoint-interval", "0"]
      _ = try run(options, killAfter: length * share)
      let outcome = try run(options + ["--resume"])
      #expect(outcome.status == 2, "\(outcome.errors)")
      #expect(contents(output) == whole.0)
      #expect(contents(output + ".errors") == whole.1)
    }
  }

  #if os(Linux)
    @Test func aWorkerThatIsKilledIsReplaced() throws {
      defer { try? FileManager.default.removeItem(at: folder) }
      _ = try run([])
      let whole = contents(output)
      // Fewer kills than a chunk has attempts: all may hit the same one.
      var killed = 0
      let outcome = try run([]) { process in
        let path = "/proc/\(process.processIdentifier)/task/\(process.processIdentifier)/children"
        while process.isRunning, killed < 2 {
          let children = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
          if let child = children.split(separator: " ").compactMap({ Int32($0) }).first {
            if kill(child, SIGKILL) == 0 { killed += 1 }
          }
          Thread.sleep(forTimeInterval: 0.02)
        }
      }
      #expect(killed > 0)
      #expect(outcome.status == 2, "\(outcome.errors)")
      #expect(contents(output) == whole)
    }
  #endif

  #if os(Linux)
    /// A worker that has just ended is written to: that is no reason to end.
    @Test func manyWorkersMayEnd() throws {
      defer { try? FileManager.default.removeItem(at: folder) }
      let filling = String(repeating: "Цены. ", count: 2000)
      let lines = (0..<60).map { number in
        #"{"id":"\#(number)","text":"\#(number % 2 == 0 ? "сломайся " : "")\#(filling)"}"#
      }
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: dump))
      // What started the tests may have the signals ignored, or keep no ends of children.
      for disposition in ["--default-signal=PIPE", "--ignore-signal=CHLD"] {
        let outcome = try Program.run(
          [disposition, Program.path, "tokens", dump, "--output", output, "--jobs", "3"],
          executable: "/usr/bin/env", environment: ["SVODKA_TRAP_ON": "сломайся"])
        #expect(outcome.status == 2, "\(outcome.errors)")
        let found = String(decoding: try #require(contents(output)), as: UTF8.self)
        #expect(found.split(separator: "\n").count { $0.hasPrefix("# newdoc") } == 30)
      }
    }
  #endif

  @Test func aDocumentWithoutEndIsGivenUp() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let lines = (0..<50).map { #"{"id":"\#($0)","text":"Цены выросли на \#($0) процентов."}"# }
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: dump))
    let outcome = try Program.run(
      ["extract", dump, "--output", output, "--document-timeout", "0.3"],
      environment: ["SVODKA_HANG_ON": " 7 процентов"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let found = String(decoding: try #require(contents(output)), as: UTF8.self)
      .split(separator: "\n")
    #expect(found.count == 50)
    #expect(found.count { $0.contains(#""code":"timeout""#) } == 1)
    #expect(found[7].contains(#""code":"timeout""#))
  }
}
