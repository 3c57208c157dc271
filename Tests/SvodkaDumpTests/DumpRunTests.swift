import Foundation
import Svodka
import SvodkaDump
import Testing

@Suite("runs over files")
struct DumpRunTests {
  private func echo(
    _ paths: [String], jobs: Int = 1, format: InputFile.Format? = nil
  ) throws -> Echo {
    try Echo(paths, jobs: jobs, format: format)
  }

  @Test func outputKeepsTheOrderForAnyNumberOfJobs() throws {
    let folder = try TemporaryFolder()
    var lines = "", expected = ""
    for number in 0..<20_000 {
      let text = String(repeating: "слово ", count: number % 97)
      lines += #"{"id":"\#(number)","text":"\#(text)"}"# + "\n"
      expected += "\(number):\(text.utf8.count):\(text.prefix(6))\n"
    }
    let file = try folder.write("news.jsonl", lines)
    for jobs in [1, 2, 3, 8] {
      let result = try echo([file], jobs: jobs)
      #expect(result.output == expected, "\(jobs) jobs")
      #expect(result.summary.documents == 20_000)
      #expect(result.problems.isEmpty)
    }
  }

  @Test func aBrokenLineIsReportedAndTheRestIsDone() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "a.jsonl", "{\"id\":1,\"text\":\"a\"}\n\n{oops\r\n{\"id\":2,\"text\":\"b\"}\r\n{\"id\":3}")
    let result = try echo([file])
    #expect(result.output == "1:1:a\n2:1:b\n")
    #expect(
      result.problems.map(\.description) == [
        "\(file):3: expected a field's name in quotes (byte 2 of the line)",
        "\(file):5: the field 'text' is missing; there are id: --text-field names the one",
      ])
    #expect(result.summary.problems == 2)
  }

  @Test func unreadableFilesAreReportedAndTheRestIsDone() throws {
    let folder = try TemporaryFolder()
    let good = try folder.write("good.txt", "да")
    let result = try echo(["\(folder.path)/missing.txt", folder.path, good])
    #expect(result.output == "good:4:да\n")
    #expect(result.problems.count == 2)
    #expect(result.problems[0].reason.contains("No such file"))
    #expect(result.problems[0].file.hasSuffix("missing.txt"))
  }

  @Test(
    "odd texts are documents like any other",
    arguments: [
      ([], "0:"), ([0xEF, 0xBB, 0xBF], "0:"), ([0, 0, 0], "3:\0\0\0"),
      (Array("слово".utf8) + [0xFF], "13:слово\u{FFFD} !invalid-utf8"),
      (Array("a\r\nb\n".utf8), "5:a\r\nb\n"),
      ([0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2], "12:Привет !guessed-encoding"),
    ] as [([UInt8], String)])
  func oddTexts(bytes: [UInt8], expected: String) throws {
    let folder = try TemporaryFolder()
    let result = try echo([try folder.write("odd.one.txt", bytes)])
    #expect(result.output == "odd.one:\(expected)\n")
    #expect(result.problems.isEmpty)
  }

  @Test func aByteOrderMarkMayOpenJSONLines() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("a.jsonl", "\u{FEFF}{\"id\":1,\"text\":\"a\"}\n")
    #expect(try echo([file]).output == "1:1:a\n")
  }

  @Test func aTextOverTheLimitIsCutWithAWarning() throws {
    let folder = try TemporaryFolder()
    var reading = ReadingOptions()
    reading.maxDocumentBytes = 99_999
    let long = String(repeating: "х", count: 1_000_000)
    let file = try folder.write(
      "a.jsonl", #"{"id":1,"text":"\#(long)"}"# + "\n" + #"{"id":2,"text":"b"}"#)
    let result = try Echo([file], jobs: 2, reading: reading)
    #expect(result.output == "1:99998:хххххх !cut\n2:1:b\n")
    #expect(result.summary.limited == 1)
    #expect(result.problems.isEmpty)
  }

  @Test func theFormatCanBeNamed() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("lines.txt", #"{"id":1,"text":"a"}"#)
    #expect(try echo([file]).output.hasPrefix("lines:"))
    #expect(try echo([file], format: .jsonLines).output == "1:1:a\n")
  }

  @Test func aWriterThatFailsEndsTheRun() throws {
    let folder = try TemporaryFolder()
    let line = #"{"id":1,"text":"\#(String(repeating: "a", count: 1000))"}"# + "\n"
    let file = try folder.write("a.jsonl", String(repeating: line, count: 5000))
    var writer = MemoryWriter(isFull: true)
    let run = DumpRun(files: [InputFile(path: file)], jobs: 2)
    #expect(throws: MemoryWriter.Full.self) { try run.run(to: &writer) { EchoProcessor() } }
  }

  @Test func aDocumentThatTakesTooLongIsWrittenWithAWarning() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "a.jsonl", #"{"id":"1","text":"Рост на 5 %.","published":"2020-01-02"}"#)
    let extractor = try Extractor()
    var writer = MemoryWriter()
    let summary = try DumpRun(files: [InputFile(path: file)]).run(to: &writer) {
      ExtractionProcessor(
        worker: extractor.makeWorker(), formatter: JSONLineFormatter(), timeout: .zero)
    }
    let document = try JSONDecoder().decode(Document.self, from: Data(writer.output))
    #expect(document.warnings.map(\.code) == ["timeout"])
    #expect(document.mentions.isEmpty && document.published == CalendarDay("2020-01-02"))
    #expect(summary.limited == 1 && summary.documents == 1 && summary.problems == 0)
  }

  @Test func extractedDocumentsComeWithTheirWarnings() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("a.jsonl", #"{"id":"1","text":"\ud800"}"#)
    let extractor = try Extractor()
    var writer = MemoryWriter()
    _ = try DumpRun(files: [InputFile(path: file)]).run(to: &writer) {
      ExtractionProcessor(
        worker: extractor.makeWorker(), formatter: JSONLineFormatter(offsets: .utf8))
    }
    let document = try JSONDecoder().decode(Document.self, from: Data(writer.output))
    #expect(document.warnings.map(\.code) == ["lone-surrogate"])
  }
}
