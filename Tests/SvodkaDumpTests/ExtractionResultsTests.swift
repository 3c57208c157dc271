import Foundation
import Svodka
import Testing

@testable import SvodkaDump

@Suite("async sequences of results")
struct ExtractionResultsTests {
  private let folder: TemporaryFolder
  private let run: DumpRun
  private static let extractor = Result { try Extractor() }

  init() throws {
    folder = try TemporaryFolder()
    let lines = (0..<400).map {
      $0 == 33 ? "{broken" : #"{"id":"\#($0)","text":"Инфляция выросла на \#($0) %."}"#
    }
    let file = try folder.write("news.jsonl", lines.joined(separator: "\n"))
    run = DumpRun(files: [InputFile(path: file)], jobs: 2)
  }

  @Test func documentsComeInOrderAndProblemsToo() async throws {
    var ids: [String] = []
    var problems: [InputProblem] = []
    for try await result in run.results(with: try Self.extractor.get()) {
      switch result {
      case .success(let found):
        #expect(found.document.id == found.source.id)
        if found.source.id == "3" {
          #expect(found.document.mentions.contains { $0.text == "3 %" })
        }
        ids.append(found.source.id)
      case .failure(let problem): problems.append(problem)
      }
    }
    #expect(ids == (0..<400).filter { $0 != 33 }.map(String.init))
    #expect(problems.map(\.line) == [34])
  }

  @Test func leavingTheLoopEndsTheThreads() async throws {
    for try await result in run.results(with: try Self.extractor.get()) {
      #expect(try result.get().source.id == "0")
      break
    }
  }

  @Test func aCancelledTaskStops() async throws {
    let run = run
    let extractor = try Self.extractor.get()
    let task = Task {
      var count = 0
      for try await _ in run.results(with: extractor) {
        count += 1
        if count == 3 { withUnsafeCurrentTask { $0?.cancel() } }
      }
      return count
    }
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test func theReaderWaitsForTheConsumer() async throws {
    // A pipe whose writer counts: nothing is read ahead without end.
    let path = folder.path + "/pipe.jsonl"
    #expect(mkfifo(path, 0o600) == 0)
    let line = [UInt8](#"{"id":1,"text":"\#(String(repeating: ".", count: 8000))"}"#.utf8) + [0x0A]
    let written = Task.detached { () -> Int in
      let descriptor = open(path, O_WRONLY)
      defer { close(descriptor) }
      _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
      var count = 0
      var idle = 0
      // Until nobody has read for half a second.
      while idle < 50, count < 5000 {
        if line.withUnsafeBytes({ write(descriptor, $0.baseAddress, $0.count) }) > 0 {
          count += 1
          idle = 0
        } else {
          idle += 1
          try? await Task.sleep(for: .milliseconds(10))
        }
      }
      return count
    }
    let waiting = DumpRun(files: [InputFile(path: path)], jobs: 1)
    let iterator = waiting.results(with: try Self.extractor.get()).makeAsyncIterator()
    _ = try await iterator.next()
    #expect(await written.value < 500)
  }
}
