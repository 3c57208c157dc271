import Foundation
import Svodka
import Testing

@Suite("svodka extract")
struct ExtractTests {
  private func documents(_ output: String) throws -> [Document] {
    try output.split(separator: "\n").map {
      try JSONDecoder().decode(Document.self, from: Data($0.utf8))
    }
  }

  /// Runs the program over files in a folder of their own; `@` in an argument is the folder.
  private func extract(
    _ files: [String: String], _ arguments: [String], input: String = ""
  ) throws -> (Program.Outcome, outputFile: String?) {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    let path = folder.path(percentEncoded: false)
    let full = arguments.map { $0.replacingOccurrences(of: "@", with: path) }
    let outcome = try Program.run(["extract"] + full, input: Data(input.utf8))
    let file = folder.appending(path: "out.jsonl")
    return (outcome, try? String(contentsOf: file, encoding: .utf8))
  }

  @Test("the output's name tells the format", arguments: [
    ("a.sqlite", "SQLite format 3"), ("a.jsonl", #"{"id":"a","offsets":"scalars""#),
  ])
  func formatByEnding(name: String, start: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let output = folder.appending(path: name).path
    let (outcome, _) = try extract(["a.txt": "Рост 5 %."], ["@/a.txt", "--output", output])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(FileManager.default.contents(atPath: output)?.starts(with: start.utf8) == true)
  }

  @Test("what contradicts itself or would be replaced is refused", arguments: [
    (["--format", "sqlite", "--output", "@/x.jsonl"], 64, "which tells jsonl"),
    (["--output", "@/x.parquet"], 64, "svodka writes no .parquet"),
    (["--output", "@/x.sqlite.gz"], 64, "is not compressed"),
    (["--output", "@/a.txt"], 1, "is an input too"),
    (["--output", "@/x.jsonl", "--errors", "@/a.txt"], 1, "is an input too"),
    (["--document-timeout", "inf"], 64, "--document-timeout must be"),
  ])
  func refused(arguments: [String], status: Int32, reason: String) throws {
    let (outcome, _) = try extract(["a.txt": "Рост 5 %."], ["@/a.txt"] + arguments)
    #expect(outcome.status == status)
    #expect(outcome.errors.contains(reason), "\(outcome.errors)")
  }

  @Test func anErrorThatComesOftenIsToldByItsNumber() throws {
    let lines = String(repeating: #"{"body":"Рост","date":"2016-12-15"}"# + "\n", count: 3000)
    let (outcome, _) = try extract(["a.jsonl": lines], ["@/a.jsonl"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.split(separator: "\n").count == 4)
    #expect(outcome.errors.contains("there are body, date: --text-field names the one"))
    #expect(outcome.errors.contains("2,997 more like it"))
    let (other, _) = try extract(
      ["a.jsonl": lines], ["@/a.jsonl", "--text-field", "body", "--date-field", "datum"])
    #expect(other.status == 0)
    #expect(other.errors.contains("no document has the field 'datum'; there are body, date"))
    #expect(other.errors.contains("3000 of 3000 documents have no field 'id'"))
  }

  @Test func standardInputIsOneTextUnlessItIsJSON() throws {
    let (text, _) = try extract([:], ["-", "--published", "2016-12-15"], input: "Рост.")
    #expect(text.status == 0)
    let document = try #require(try documents(text.output).first)
    #expect(document.id == "stdin")
    #expect(document.published == CalendarDay("2016-12-15"))
    let (lines, _) = try extract(
      [:], ["-"], input: "{\"id\":\"a\",\"text\":\"\"}\n{\"id\":\"b\",\"text\":\"\"}\n")
    #expect(try documents(lines.output).map(\.id) == ["a", "b"])
  }

  @Test func emptyInputIsAnEmptyDocument() throws {
    let (outcome, _) = try extract([:], ["-"])
    #expect(outcome.status == 0)
    #expect(try documents(outcome.output).map(\.mentions) == [[]])
  }

  @Test(
    "odd text is a document like any other",
    arguments: [
      ("a lone byte order mark", "\u{FEFF}"), ("NUL bytes", String(repeating: "\0", count: 5000)),
      ("1 MB without a space", String(repeating: "ж", count: 500_000)),
      ("100,000 digits", String(repeating: "7", count: 100_000)),
      ("groups of digits without end", String(repeating: "100 000,5 ", count: 20_000)),
      ("unpaired quotes", String(repeating: "«", count: 20_000) + "Рост"),
      ("brackets and dashes", String(repeating: "(—\"", count: 20_000)),
      ("combining marks", "е" + String(repeating: "\u{301}", count: 50_000)),
      ("line ends alone", String(repeating: "\r\n", count: 50_000)),
    ])
  func oddText(name: String, text: String) throws {
    let (outcome, _) = try extract([:], ["-", "--offsets", "utf8"], input: text)
    #expect(outcome.status == 0, "\(name): \(outcome.errors.prefix(500))")
    let document = try #require(try documents(outcome.output).first)
    let bytes = Array(text.utf8)
    for mention in document.mentions {
      #expect(String(decoding: bytes[mention.utf8Range], as: UTF8.self) == mention.text)
    }
  }

  @Test func severalInputsKeepTheirOrder() throws {
    let (outcome, _) = try extract(
      ["z.txt": "а", "b.jsonl": #"{"id":7,"text":"x","published":"2020-01-02"}"#],
      ["@/z.txt", "@/b.jsonl", "@"])
    #expect(outcome.status == 0)
    #expect(try documents(outcome.output).map(\.id) == ["z", "7", "7", "z"])
  }

  @Test func brokenInputIsReportedAndTheStatusIsTwo() throws {
    let (outcome, file) = try extract(
      ["a.jsonl": "{\"id\":1,\"text\":\"x\"}\nnot json\n{\"id\":2,\"text\":\"y\"}\n"],
      ["@/a.jsonl", "@/missing.txt", "--output", "@/out.jsonl"])
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(try documents(try #require(file)).map(\.id) == ["1", "2"])
    #expect(outcome.errors.contains("a.jsonl:2: the line is no JSON object"))
    #expect(outcome.errors.contains("missing.txt: cannot be read: No such file or directory"))
  }

  @Test func fieldsFormsAndTextsAreAsTheOptionsSay() throws {
    let (outcome, file) = try extract(
      ["a.csv": "url;when;body\nu1;2020-01-02 10:00;<p>Рост<p>на 5&#37;\n"],
      [
        "@/a.csv", "--id-field", "url", "--date-field", "when", "--text-field", "body", "--html",
        "--with-text", "--output", "@/out.jsonl", "--errors", "@/errors.jsonl",
      ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let line = try #require(file)
    #expect(line.contains(#""text":"Рост\n\nна 5%","mentions""#))
    let document = try #require(try documents(line).first)
    #expect(document.id == "u1" && document.published == CalendarDay("2020-01-02"))
    #expect(document.mentions.map(\.text) == ["5%"])
    #expect(outcome.errors.hasPrefix("svodka: 1 document, 1 record, 0 errors in "))
  }

  @Test func anOutputIsCompressedAsItsNameSays() throws {
    let lines = (0..<3).map { #"{"id":\#($0),"text":"Рост на \#($0) %."}"# }.joined(separator: "\n")
    let (plain, _) = try extract(["a.jsonl": lines], ["@/a.jsonl"])
    let command = "'\(Program.path)' extract - --output \"$D/o.jsonl.gz\" && gzip -dc \"$D/o.jsonl.gz\""
    let outcome = try Program.run(
      ["-c", "D=$(mktemp -d); \(command); rm -r \"$D\""], input: Data(lines.utf8),
      executable: "/bin/bash")
    #expect(outcome.output == plain.output)
  }

  @Test func aTableIsForReading() throws {
    let (outcome, _) = try extract(["a.txt": ""], ["@/a.txt", "--format", "table"])
    #expect(outcome.status == 0)
    #expect(outcome.output == "a\nnothing found\n\n")
  }

  @Test func aWrongCommandLineIsExplained() throws {
    for arguments in [
      [], ["-", "-"], ["-", "--jobs", "0"], ["-", "--resume"], ["-", "--max-document-bytes", "0"],
      ["-", "--published", "15.12.2016"],
    ] {
      let (outcome, _) = try extract([:], arguments)
      #expect(outcome.status == 64, "\(arguments)")
      #expect(!outcome.errors.isEmpty)
    }
  }

  @Test func versionAndHelpAreThere() throws {
    #expect(try Program.run(["--version"]).output.firstMatch(of: /^\d+\.\d+\.\d+\n$/) != nil)
    #expect(try Program.run(["--help"]).output.contains("svodka extract release.txt"))
    #expect(try Program.run(["extract", "--help"]).output.contains("EXAMPLES"))
  }
}
