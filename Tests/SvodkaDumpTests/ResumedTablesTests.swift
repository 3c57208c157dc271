import Foundation
import GRDB
import Svodka
import Testing

@testable import SvodkaDump

/// Formats documents in which nothing was looked for: quick, and as long as their texts.
private struct PlainProcessor<Formatter: DocumentFormatter>: DocumentProcessor {
  var formatter: Formatter

  mutating func process(_ source: SourceDocument) -> ProcessedDocument {
    var text = source.text
    text.withUTF8 { formatter.append(Document(id: source.id), of: source, utf8: $0) }
    return ProcessedDocument(records: 0)
  }

  mutating func takeBatch() -> Formatter.Batch { formatter.takeBatch() }
}

@Suite("CSV and SQLite after an interruption")
struct ResumedTablesTests {
  private let folder: TemporaryFolder
  private let input: String

  init() throws {
    folder = try TemporaryFolder()
    let line = String(repeating: "слово ", count: 100)
    let lines = (0..<4000).map { #"{"id":"\#($0)","text":"\#($0) \#(line)"}"# + "\n" }
    input = try folder.write("news.jsonl", lines.joined())
  }

  /// Runs until `stops` batches are done, again and again, until the output is whole.
  private func run<Writer: DumpWriter, Formatter: DocumentFormatter>(
    _ output: String, stops: Int, _ makeFormatter: @escaping @Sendable () -> Formatter,
    _ makeWriter: (Writer.State?) throws -> Writer
  ) throws where Writer.Batch == Formatter.Batch {
    var job = DumpJob(run: DumpRun(files: [InputFile(path: input)], jobs: 2), output: output)
    job.checkpointInterval = .zero
    for attempt in 0..<100 {
      var batches = 0
      var observer = DumpJob.Observer()
      observer.progress = { _ in batches += 1 }
      observer.shouldStop = { batches == stops }
      do {
        let summary = try job.run(
          resume: attempt > 0, observer: observer, makeWriter: makeWriter,
          makeProcessor: { PlainProcessor(formatter: makeFormatter()) })
        #expect(summary.documents == 4000)
        #expect((attempt > 0) == (stops > 0), "the run was interrupted")
        return
      } catch let interruption as DumpJob.Interruption {
        #expect(interruption.hasCheckpoint)
      }
    }
    Issue.record("the run does not come to its end")
  }

  @Test func theFilesOfAFolderAreThoseOfAnUndisturbedRun() throws {
    let layout = CSVLayout(keepsText: true)
    let whole = "\(folder.path)/whole", parts = "\(folder.path)/parts"
    for (path, stops) in [(whole, 0), (parts, 2)] {
      try run(
        path, stops: stops, { CSVFormatter(layout: layout) },
        { try CSVWriter(folder: path, layout: layout, resuming: $0) })
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: parts).count == layout.fileNames.count)
    for name in layout.fileNames {
      let bytes = try Data(contentsOf: URL(filePath: "\(whole)/\(name)"))
      #expect(try Data(contentsOf: URL(filePath: "\(parts)/\(name)")) == bytes, "\(name)")
    }
    #expect(!FileManager.default.fileExists(atPath: parts + ".checkpoint"))
  }

  /// A run may be killed when all is done but for its last breath.
  @Test func aDatabaseThatIsDoneIsLeftAlone() throws {
    let path = "\(folder.path)/done.sqlite"
    func run(resume: Bool, _ input: String) throws -> (documents: Int, replaced: Int) {
      var job = DumpJob(run: DumpRun(files: [InputFile(path: input)], jobs: 2), output: path)
      job.settings["input"] = input
      var writer: SQLiteWriter?
      let summary = try job.run(
        resume: resume,
        makeWriter: { (state: SQLiteWriter.State?) -> SQLiteWriter in
          let made = try SQLiteWriter(path: path, resuming: state)
          writer = made
          return made
        }, makeProcessor: { PlainProcessor(formatter: SQLiteFormatter()) })
      return (summary.documents, writer?.replacedDocuments ?? 0)
    }
    #expect(try run(resume: false, input) == (4000, 0))
    #expect(try run(resume: true, input) == (4000, 0))
    #expect(try run(resume: true, input) == (4000, 0))
    // Without --resume, or with another input, documents take the place of earlier ones.
    let other = try folder.write("other.jsonl", "{\"id\":\"7\",\"text\":\"а\"}\n")
    #expect(try run(resume: true, other) == (1, 1))
    #expect(try run(resume: true, input) == (4000, 4000))
    #expect(try run(resume: false, input) == (4000, 4000))
  }

  @Test func theRowsOfADatabaseAreThoseOfAnUndisturbedRun() throws {
    let whole = "\(folder.path)/whole.sqlite", parts = "\(folder.path)/parts.sqlite"
    for (path, stops) in [(whole, 0), (parts, 3)] {
      try run(
        path, stops: stops, { SQLiteFormatter(keepsText: true) },
        { try SQLiteWriter(path: path, resuming: $0) })
    }
    func rows(_ path: String) throws -> [Row] {
      try DatabaseQueue(path: path).read {
        try Row.fetchAll($0, sql: "SELECT * FROM documents ORDER BY document_id")
      }
    }
    let expected = try rows(whole)
    #expect(expected.count == 4000)
    #expect(try rows(parts) == expected)
  }
}
