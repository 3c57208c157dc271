import Foundation
import Svodka
import TestSupport
import Testing

@testable import SvodkaDump

@Suite("jobs that go on")
struct DumpJobTests {
  /// The output of a machine that loses its power amid a write.
  struct FailingFile: DumpWriter {
    struct PowerLoss: Error {}
    let file: OutputFile
    var bytesLeft: Int

    mutating func write(_ batch: [UInt8]) throws {
      if batch.count > bytesLeft {
        try file.write(Array(batch.prefix(bytesLeft)))
        throw PowerLoss()
      }
      bytesLeft -= batch.count
      try file.write(batch)
    }
    mutating func checkpoint() throws -> OutputFile.State? { try file.checkpoint() }
    mutating func finish() throws { try file.finish() }
  }

  /// Compresses what another processor makes.
  struct Compressed: DocumentProcessor {
    var inner = EchoProcessor()
    let compression: Compression?
    mutating func process(_ document: SourceDocument) -> ProcessedDocument {
      inner.process(document)
    }
    mutating func takeBatch() -> [UInt8] {
      let bytes = inner.takeBatch()
      return bytes.isEmpty ? [] : compression?.member(of: bytes) ?? bytes
    }
  }

  private let folder: TemporaryFolder
  private let inputs: [String]

  /// A dump of several files, forms and mistakes.
  init() throws {
    folder = try TemporaryFolder()
    var random = SeededGenerator(seed: 7)
    func text() -> String { String(repeating: "слово ", count: Int.random(in: 0..<60, using: &random)) }
    let lines = (0..<1500).map {
      $0 % 97 == 5 ? "{broken" : #"{"id":"\#($0)","text":"\#(text())"}"#
    }
    let rows = (0..<800).map { "r\($0),\"\(text())\n\(text())\"" + ($0 % 90 == 7 ? ",x" : "") }
    inputs = [
      try folder.write(
        "a.jsonl.gz", Compression.gzip.member(of: Array(lines.joined(separator: "\r\n").utf8))),
      try folder.write("b.csv", "id,text\n" + rows.joined(separator: "\n")),
      try folder.write("c.txt", text() + "конец"), folder.path + "/none.txt",
      try folder.write("d.jsonl", #"{"id":"last","text":"да"}"#),
    ]
  }

  private func job(_ output: String, jobs: Int = 2) -> DumpJob {
    var job = DumpJob(
      run: DumpRun(files: inputs.map { InputFile(path: $0) }, jobs: jobs), output: output)
    job.errors = output + ".errors"
    job.checkpointInterval = .zero
    job.settings = ["--offsets": "utf8"]
    return job
  }

  private func run(
    _ job: DumpJob, resume: Bool = false, observer: DumpJob.Observer = .init(),
    bytes: Int = .max
  ) throws -> DumpRun.Summary {
    let output = job.output!
    let compression = Compression(path: output)
    return try job.run(
      resume: resume, observer: observer,
      makeWriter: {
        FailingFile(file: try OutputFile(path: output, resuming: $0), bytesLeft: bytes)
      },
      makeProcessor: { Compressed(compression: compression) })
  }

  private func contents(_ path: String) -> Data? { FileManager.default.contents(atPath: path) }

  @Test(
    "20 losses of power leave the bytes of an undisturbed run",
    arguments: ["out.jsonl", "out.jsonl.gz", "out.jsonl.zst", "out.jsonl.bz2"])
  func powerLosses(name: String) throws {
    let whole = folder.path + "/whole-" + name
    let summary = try run(job(whole, jobs: 1))
    #expect(summary.documents == 1500 - 16 + 800 - 9 + 2)
    #expect(summary.problems == 16 + 9 + 1)
    let expected = try #require(contents(whole))
    let output = folder.path + "/" + name
    var random = SeededGenerator(seed: 20)
    var losses = 0
    while losses < 20 {
      try? FileManager.default.removeItem(atPath: output)
      var resume = false
      while true {
        let bytes = Int.random(in: 0..<(expected.count / 3), using: &random)
        do {
          #expect(try run(job(output), resume: resume, bytes: bytes) == summary)
          break
        } catch is FailingFile.PowerLoss {
          losses += 1
          #expect(contents(output) == nil)
          damageTails(output, &random)
        }
        resume = true
      }
      #expect(contents(output) == expected)
      #expect(contents(output + ".errors") == contents(whole + ".errors"))
      #expect(contents(output + ".partial") == nil)
      #expect(contents(output + ".checkpoint") == nil)
    }
  }

  /// What was written after the last checkpoint may come out of a loss of power as anything.
  private func damageTails(_ output: String, _ random: inout SeededGenerator) {
    for path in [output + ".partial", output + ".errors.partial"] {
      guard let handle = FileHandle(forWritingAtPath: path) else { continue }
      _ = try? handle.seekToEnd()
      try? handle.write(contentsOf: Data(repeating: 0x7B, count: Int.random(in: 0..<99, using: &random)))
      try? handle.close()
    }
  }

  @Test func aKillBetweenTheCheckpointAndTheNameIsMadeGood() throws {
    struct Killed: Error {}
    struct NoName: DumpWriter {
      let file: OutputFile
      mutating func write(_ batch: [UInt8]) throws { try file.write(batch) }
      mutating func checkpoint() throws -> OutputFile.State? { try file.checkpoint() }
      mutating func finish() throws { throw Killed() }
    }
    let whole = folder.path + "/whole.jsonl"
    let summary = try run(job(whole))
    let output = folder.path + "/out.jsonl"
    #expect(throws: Killed.self) {
      try job(output).run(
        makeWriter: { NoName(file: try OutputFile(path: output, resuming: $0)) },
        makeProcessor: { EchoProcessor() })
    }
    let checkpoint = try #require(contents(output + ".checkpoint"))
    #expect(try run(job(output), resume: true) == summary)
    #expect(contents(output) == contents(whole))
    // And once more, when it has its name but the checkpoint is still there.
    try checkpoint.write(to: URL(filePath: output + ".checkpoint"))
    #expect(try run(job(output), resume: true) == summary)
    #expect(contents(output) == contents(whole))
    #expect(contents(output + ".errors") == contents(whole + ".errors"))
    #expect(contents(output + ".checkpoint") == nil)
  }

  @Test func anInterruptedRunTellsAndGoesOn() throws {
    let whole = folder.path + "/whole.jsonl"
    let summary = try run(job(whole))
    let output = folder.path + "/out.jsonl"
    var batches = 0
    var observer = DumpJob.Observer()
    observer.shouldStop = {
      batches += 1
      return batches == 5
    }
    var long = job(output)
    long.checkpointInterval = .seconds(3600)
    #expect {
      try run(long, observer: observer)
    } throws: { ($0 as? DumpJob.Interruption)?.hasCheckpoint == true }
    var earlier: DumpRun.Summary?
    observer = DumpJob.Observer()
    observer.resumed = { earlier = $0 }
    #expect(try run(long, resume: true, observer: observer) == summary)
    #expect((earlier?.documents ?? 0) > 0)
    #expect(contents(output) == contents(whole))
  }

  @Test("what has changed is named, and nothing is done")
  func refuses() throws {
    let output = folder.path + "/out.jsonl"
    func interrupt() throws {
      #expect(throws: FailingFile.PowerLoss.self) { try run(job(output), bytes: 20_000) }
    }
    func reason(_ job: DumpJob) throws -> String {
      do {
        _ = try run(job, resume: true)
        return "it ran"
      } catch let error as ResumeError {
        return error.reason
      }
    }
    try interrupt()
    let partial = contents(output + ".partial")
    var other = job(output)
    other.settings["--offsets"] = "utf16"
    #expect(try reason(other) == "--offsets was utf8, and is utf16")
    other = job(output)
    other.settings["--rules"] = "a.rules"
    #expect(try reason(other) == "--rules was not given, and is a.rules")
    other = job(output)
    other.run.files.removeLast()
    #expect(try reason(other) == "there were 5 files of input, and are 4")
    other = job(output)
    other.run.files.swapAt(0, 1)
    #expect(try reason(other).hasPrefix("the input was '\(inputs[0])'"))
    let last = inputs[4]
    let old = try #require(contents(last))
    try folder.write("d.jsonl", #"{"id":"last","text":"не"}"#)
    #expect(try reason(job(output)) == "\(last) begins with other bytes than before")
    try folder.write("d.jsonl", #"{"id":"last","text":"нет"}"#)
    #expect(try reason(job(output)).hasPrefix("\(last) had \(old.count) bytes and has "))
    try folder.write("d.jsonl", old)
    #expect(try reason(job(output)) == "\(last) was written to since")
    try Data("{}".utf8).write(to: URL(filePath: output + ".checkpoint"))
    #expect(try reason(job(output)).contains("no checkpoint"))
    #expect(contents(output + ".partial") == partial)
    // Without --resume it starts anew.
    let summary = try run(job(output))
    #expect(summary.documents > 0)
  }

  @Test func anotherRunToTheSameOutputIsRefused() throws {
    let output = folder.path + "/out.jsonl"
    let held = try OutputFile(path: output)
    #expect {
      try run(job(output))
    } throws: { "\($0)".contains("another run is writing it") }
    try held.finish()
  }

  @Test func aStrictRunEndsAtTheFirstMistake() throws {
    let output = folder.path + "/out.jsonl"
    var strict = job(output)
    strict.isStrict = true
    #expect {
      try run(strict)
    } throws: { "\($0)".contains("a.jsonl.gz:6: expected") }
    #expect(contents(output) == nil)
    strict.run.files = [InputFile(path: inputs[2])]
    strict.run.reading.maxDocumentBytes = 3
    #expect {
      try run(strict)
    } throws: { "\($0)".contains("only the first 2 bytes") }
  }

  @Test func errorsAreLinesOfJSON() throws {
    struct Line: Decodable, Equatable {
      var source: String
      var line: Int?
      var offset: Int?
      var reason: String
    }
    let output = folder.path + "/out.jsonl"
    let summary = try run(job(output))
    let lines = try String(decoding: #require(contents(output + ".errors")), as: UTF8.self)
      .split(separator: "\n").map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
    #expect(lines.count == summary.problems)
    #expect(lines[0].source == inputs[0] && lines[0].line == 6 && lines[0].offset != nil)
    #expect(lines[0].reason == "expected a field's name in quotes (byte 2 of the line)")
    #expect(lines.last?.source == inputs[3] && lines.last?.line == nil)
  }

  @Test func manyFilesOfInputAreKeptAsOneSum() throws {
    for number in 0..<1100 { try folder.write("many/\(number).txt", "слово \(number)") }
    var many = job(folder.path + "/out.jsonl")
    many.run.files = InputFile.files(at: [folder.path + "/many"]).files
    #expect(throws: FailingFile.PowerLoss.self) { try run(many, bytes: 20_000) }
    try folder.write("many/5.txt", "другое")
    #expect(throws: ResumeError.self) { try run(many, resume: true) }
    #expect(try run(many).documents == 1100)
  }
}
