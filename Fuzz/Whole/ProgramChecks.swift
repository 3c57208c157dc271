import Foundation
import Svodka

/// Runs the program over made-up documents: its lines are those of the library, at any number of
/// workers and in any order.
struct ProgramChecks {
  let program: String
  private let folder: URL
  private let worker: ExtractionWorker

  init(program: String) throws {
    self.program = program
    folder = FileManager.default.temporaryDirectory.appending(path: "svodka-fuzz-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    worker = try Extractor().makeWorker()
  }

  func end() { try? FileManager.default.removeItem(at: folder) }

  func check(_ texts: [String]) throws {
    let expected = lines(of: texts)
    for (jobs, isReversed) in [(1, false), (2, false), (3, true)] {
      let found = try run(texts, jobs, isReversed)
      for (text, (wanted, line)) in zip(texts, zip(expected, found)) where wanted != line {
        throw Finding(text: text, what: "--jobs \(jobs) writes \(line.prefix(300)) for \(wanted.prefix(300))")
      }
      guard found.count == expected.count else {
        throw Finding(text: texts[min(found.count, texts.count - 1)], what: "--jobs \(jobs): a line is missing")
      }
    }
  }

  private func lines(of texts: [String]) -> [String] {
    texts.enumerated().map { number, text in
      var writer = JSONLineWriter(offsets: .scalars)
      var text = text
      text.withUTF8 {
        let document = worker.extract(
          utf8: $0, id: "\(number)", published: CalendarDay("2016-12-15"))
        writer.append(document, utf8: $0)
      }
      return String(decoding: writer.bytes.dropLast(), as: UTF8.self)
    }
  }

  /// The program's lines in the order of the texts.
  private func run(_ texts: [String], _ jobs: Int, _ isReversed: Bool) throws -> [String] {
    struct Line: Encodable {
      let id: String
      let text: String
    }
    let encoder = JSONEncoder()
    var input = Data()
    let order = isReversed ? Array(texts.indices.reversed()) : Array(texts.indices)
    for index in order {
      input += try encoder.encode(Line(id: "\(index)", text: texts[index])) + Data("\n".utf8)
    }
    let (from, to) = (folder.appending(path: "in.jsonl"), folder.appending(path: "out.jsonl"))
    try input.write(to: from)
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = [
      "extract", from.path, "--output", to.path, "--published", "2016-12-15", "--quiet", "--jobs",
      "\(jobs)",
    ]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Finding(text: "", what: "the program ended with status \(process.terminationStatus)")
    }
    let lines = String(decoding: try Data(contentsOf: to), as: UTF8.self)
      .split(separator: "\n").map(String.init)
    return isReversed ? lines.reversed() : lines
  }
}
