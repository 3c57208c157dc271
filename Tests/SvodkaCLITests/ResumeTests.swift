import Foundation
import TestSupport
import Testing

/// Runs of the program that are ended in many ways, and gone on with.
@Suite("svodka --resume", .serialized)
struct ResumeTests {
  private let folder: URL
  private let dump: String
  private let output: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    dump = folder.appending(path: "dump.jsonl").path(percentEncoded: false)
    output = folder.appending(path: "out.jsonl").path(percentEncoded: false)
    var lines = ""
    for number in 0..<800 {
      let text = "Завод №\(number) вырос на \(number % 100) процентов и выпустил \(number) машин. "
      lines += #"{"id":"\#(number)","text":"\#(String(repeating: text, count: number % 4))"}"# + "\n"
      if number % 300 == 299 { lines += "{broken\n" }
    }
    try Data(lines.utf8).write(to: URL(filePath: dump))
  }

  /// The light subcommand: it starts in no time, and runs as `extract` does.
  private var arguments: [String] {
    ["tokens", dump, "--output", output, "--errors", output + ".errors", "--checkpoint-interval", "0"]
  }

  private func contents(_ path: String) -> Data? { FileManager.default.contents(atPath: path) }

  private func undisturbed() throws -> (output: Data, errors: Data) {
    let path = folder.appending(path: "whole.jsonl").path(percentEncoded: false)
    let outcome = try Program.run(
      ["tokens", dump, "--output", path, "--errors", path + ".errors", "--jobs", "1"])
    #expect(outcome.status == 2, "\(outcome.errors)")
    return (try #require(contents(path)), try #require(contents(path + ".errors")))
  }

  @Test func twentyKillsLeaveTheSameBytes() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let whole = try undisturbed()
    let clock = ContinuousClock()
    var random = SeededGenerator(seed: 2016)
    var kills = 0
    var length = try clock.measure { _ = try Program.run(arguments) }
    while kills < 20 {
      try? FileManager.default.removeItem(atPath: output)
      var resume: [String] = []
      while true {
        // A moment of the run, its start and its end included.
        let moment = length * Double.random(in: 0.05..<1, using: &random)
        let outcome = try Program.run(arguments + resume, killAfter: moment)
        if outcome.status != SIGKILL {
          #expect(outcome.status == 2, "\(outcome.errors)")
          break
        }
        kills += 1
        #expect(contents(output) == nil || contents(output) == whole.output)
        resume = ["--resume"]
      }
      #expect(contents(output) == whole.output)
      #expect(contents(output + ".errors") == whole.errors)
      length = length * 0.9
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == [
        "dump.jsonl", "out.jsonl", "out.jsonl.errors", "whole.jsonl", "whole.jsonl.errors",
      ])
  }

  @Test func aFullDiskIsToldAndGoneOnFrom() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let whole = try undisturbed()
    let disk = try SmallDisk(in: folder)
    defer { disk.remove() }
    let path = disk.path + "/out.jsonl"
    let command = ["tokens", dump, "--output", path, "--checkpoint-interval", "0"]
    let outcome = try disk.run(command)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("out.jsonl"), "\(outcome.errors)")
    #expect(outcome.errors.contains("cannot be written"), "\(outcome.errors)")
    #expect(contents(path) == nil)
    #expect(contents(path + ".partial") != nil)
    disk.grow()
    let rest = try Program.run(command + ["--resume"])
    #expect(rest.status == 2, "\(rest.errors)")
    #expect(rest.errors.contains("going on after "))
    #expect(contents(path) == whole.output)
  }

  @Test func controlCMakesACheckpoint() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let whole = try undisturbed()
    var outcome = try Program.run(
      arguments + ["--checkpoint-interval", "1000"], killAfter: .milliseconds(400), signal: SIGINT)
    if outcome.status == 128 + SIGINT {
      #expect(outcome.errors.contains("go on with the same command and --resume"))
      #expect(contents(output) == nil)
      outcome = try Program.run(arguments + ["--checkpoint-interval", "1000", "--resume"])
    }
    #expect(outcome.status == 2)
    #expect(contents(output) == whole.output)
  }

  @Test func aReaderThatClosesThePipeEndsTheRunQuietly() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let program = Program.path
    for command in ["tokens", "extract --format jsonl"] {
      let outcome = try Program.run(
        ["-c", "'\(program)' \(command) --quiet '\(dump)' | head -n 2 >/dev/null; exit ${PIPESTATUS[0]}"],
        executable: "/bin/bash")
      #expect(outcome.status == 128 + SIGPIPE)
      #expect(!outcome.errors.contains("rror") && !outcome.errors.contains("crash"))
    }
  }

  @Test func otherOptionsAreRefused() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = try Program.run(arguments, killAfter: .milliseconds(300), signal: SIGINT)
    guard outcome.status == 128 + SIGINT else { return #expect(outcome.status == 2) }
    let other = try Program.run(arguments + ["--resume", "--format", "jsonl"])
    #expect(other.status == 1)
    #expect(other.errors.contains("--format was conllu, and is jsonl; without --resume"))
  }

  @Test func strictRunsWriteNothing() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = try Program.run(["tokens", dump, "--output", output, "--strict"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("dump.jsonl:301: expected a field's name in quotes"))
    #expect(contents(output) == nil)
  }
}

/// A disk that is soon full: a tmpfs where one may be mounted, a limit on file sizes elsewhere.
private struct SmallDisk {
  let path: String
  private let isMounted: Bool

  init(in folder: URL) throws {
    path = folder.appending(path: "disk").path(percentEncoded: false)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    isMounted = SmallDisk.mount(["-t", "tmpfs", "-o", "size=512k", "tmpfs", path])
  }

  func run(_ arguments: [String]) throws -> Program.Outcome {
    if isMounted { return try Program.run(arguments) }
    let words = ([Program.path] + arguments).map { "'\($0)'" }.joined(separator: " ")
    return try Program.run(["-c", "ulimit -f 512; exec \(words)"], executable: "/bin/bash")
  }

  func grow() {
    if isMounted { _ = SmallDisk.mount(["-o", "remount,size=64m", path]) }
  }

  func remove() {
    if isMounted { _ = try? Program.run([path], executable: "/bin/umount") }
  }

  private static func mount(_ arguments: [String]) -> Bool {
    guard FileManager.default.isExecutableFile(atPath: "/bin/mount") else { return false }
    return (try? Program.run(arguments, executable: "/bin/mount").status) == 0
  }
}
