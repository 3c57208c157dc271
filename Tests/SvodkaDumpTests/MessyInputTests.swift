import Foundation
import RussianText
import Svodka
import Testing

@testable import SvodkaDump

@Suite("messy input")
struct MessyInputTests {
  private func bytes(_ text: String, _ encoding: String.Encoding) -> [UInt8] {
    [UInt8](text.data(using: encoding)!)
  }

  private static let lines =
    #"{"id":1,"text":"Завод вырос на пять процентов."}"# + "\n" + #"{"id":2,"text":"🚌 да"}"# + "\n"

  @Test func linesInUTF16AreRead() throws {
    let folder = try TemporaryFolder()
    for (encoding, mark) in [
      (String.Encoding.utf16LittleEndian, [0xFF, 0xFE]), (.utf16BigEndian, [0xFE, 0xFF]),
    ] as [(String.Encoding, [UInt8])] {
      let plain = bytes(Self.lines, encoding)
      for (name, content) in [("mark", mark + plain), ("bare", plain)] {
        let file = try folder.write("\(name).jsonl", content)
        let (documents, problems) = try Texts.of([file])
        #expect(documents.map(\.text) == ["Завод вырос на пять процентов.", "🚌 да"])
        #expect(problems.isEmpty)
        let warnings = name == "mark" ? [] : ["guessed-encoding"]
        #expect(documents.map { $0.warnings.map(\.code) } == [warnings, warnings])
      }
    }
  }

  @Test func utf16IsReadWhereverBlocksEnd() throws {
    let folder = try TemporaryFolder()
    for shift in 16_370..<16_390 {
      let text = String(repeating: "х", count: shift / 2) + String(repeating: "🚌", count: 30)
      let line = #"{"id":1,"text":""# + text + #""}"# + "\n"
      let file = try folder.write("a.jsonl", [0xFF, 0xFE] + bytes(line, .utf16LittleEndian))
      #expect(try Texts.of([file]).documents.map(\.text) == [text])
    }
  }

  @Test("single-byte encodings are recognised", arguments: ["a.jsonl", "a.csv", "a.lines"])
  func singleBytes(name: String) throws {
    let folder = try TemporaryFolder()
    let text = "Завод вырос на пять процентов за год."
    let content = switch name {
    case "a.jsonl": #"{"id":1,"text":""# + text + #""}"#
    case "a.csv": "id,text\n1,\(text)\n"
    default: text
    }
    let format: InputFile.Format? = name == "a.lines" ? .lines : nil
    let koi8: [UInt8] = try convert(content)
    for content in [bytes(content, .windowsCP1251), koi8] {
      let (documents, _) = try Texts.of([folder.write(name, content)], format: format)
      #expect(documents.map(\.text) == [text])
      #expect(documents.map { $0.warnings.map(\.code) } == [["guessed-encoding"]])
    }
    var reading = ReadingOptions()
    reading.decoder = try TextDecoder(encoding: "koi8-r")
    let named = try Texts.of([folder.write(name, koi8)], format: format, reading: reading)
    #expect(named.documents.map(\.text) == [text])
    #expect(named.documents.map(\.warnings) == [[]])
  }

  /// KOI8-R, which Foundation does not write on every system.
  private func convert(_ text: String) throws -> [UInt8] {
    let small = "юабцдефгхийклмнопярстужвьызшэщчъ"
    let codes = Dictionary(uniqueKeysWithValues: zip(small, UInt8(0xC0)...))
    return try text.map { letter in
      if let ascii = letter.asciiValue { return ascii }
      if let code = codes[letter] { return code }
      let lowered = try #require(letter.lowercased().first)
      return try #require(codes[lowered]) + 0x20
    }
  }

  @Test func lineEndsMayBeMixed() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("a.txt", "один\r\nдва\nтри\rчетыре\r\r\n\n\rпять")
    #expect(
      try Echo([file], format: .lines).output
        == "a:1:8:один\na:2:6:два\na:3:6:три\na:4:12:четыре\na:8:8:пять\n")
    let json = try folder.write("a.jsonl", "{\"id\":1,\"text\":\"a\"}\r{\"id\":2,\"text\":\"b\"}\r\n")
    #expect(try Echo([json]).output == "1:1:a\n2:1:b\n")
  }

  @Test func aLineEndMayLieAcrossTwoBlocks() throws {
    let folder = try TemporaryFolder()
    for length in 131_069...131_073 {
      let file = try folder.write("a.txt", String(repeating: "x", count: length) + "\r\nдва\r\n")
      #expect(
        try Echo([file], format: .lines).output == "a:1:\(length):xxxxxx\na:2:6:два\n")
    }
  }

  @Test func brokenBytesStayInTheirDocument() throws {
    let folder = try TemporaryFolder()
    var content = Array("{\"id\":1,\"text\":\"Завод".utf8) + [0xD0, 0xFF] + Array("\"}\n".utf8)
    content += Array(Self.lines.utf8)
    let (documents, problems) = try Texts.of([folder.write("a.jsonl", content)])
    #expect(documents.map { $0.warnings.map(\.code) } == [["invalid-utf8"], [], []])
    #expect(problems.isEmpty)
  }

  @Test func nestedFieldsGoByDots() throws {
    let folder = try TemporaryFolder()
    var reading = ReadingOptions()
    reading.fields.id = "meta.key.id"
    reading.fields.text = "body"
    reading.fields.published = "meta.date"
    reading.fields.title = "a.b"
    let file = try folder.write(
      "a.jsonl",
      """
      {"id":"no","meta":{"id":"no","key":{"id":5,"x":[{}]},"date":"2020-01-02 10:00"},"body":"да"}
      {"body":"нет","a.b":"имя","meta":{"key":{"id":"6"}}}
      {"body":"нет","meta":{"key":"6"}}

      """)
    let (documents, problems) = try Texts.of([file], reading: reading)
    #expect(
      documents == [
        SourceDocument(id: "5", text: "да", published: CalendarDay("2020-01-02")),
        SourceDocument(id: "6", text: "нет", title: "имя"),
        // Without the field it is called by file and line.
        SourceDocument(id: "a:3", text: "нет"),
      ])
    #expect(problems.isEmpty)
  }

  @Test func aLineFarOverTheLimitGivesItsIdAndTheStartOfItsText() throws {
    let folder = try TemporaryFolder()
    var reading = ReadingOptions()
    reading.maxDocumentBytes = 1000
    for letter in ["х", #"\u0445"#, #"\\"#, "🚌", #"\ud83d\ude8c"#] {
      for shift in 0..<3 {
        let text = String(repeating: "a", count: shift) + String(repeating: letter, count: 40_000)
        let line = #"{"x":[1,{"y":"\u0445"}],"text":""# + text + #"","id":"last"}"#
        let file = try folder.write("a.jsonl", line + "\n" + #"{"id":2,"text":"b"}"#)
        let (documents, problems) = try Texts.of([file], reading: reading)
        #expect(problems.isEmpty)
        #expect(documents.map(\.id) == ["last", "2"])
        #expect((997...1000).contains(documents[0].text.utf8.count))
        #expect(documents.map { $0.warnings.map(\.code) } == [["cut"], []])
      }
    }
    // Nothing to shorten in it: no document, but the next one is.
    let list = "{\"id\":1,\"x\":[" + String(repeating: "1,", count: 100_000) + "1],\"text\":\"\"}\n"
    let (documents, problems) = try Texts.of(
      [folder.write("b.jsonl", list + Self.lines)], reading: reading)
    #expect(documents.count == 2)
    #expect(problems.map(\.line) == [1])
    #expect(problems.first?.reason.contains("--max-document-bytes") == true)
  }

  @Test("texts of other forms are cut too", arguments: [InputFile.Format.text, .lines, .html])
  func cutsTexts(format: InputFile.Format) throws {
    let folder = try TemporaryFolder()
    var reading = ReadingOptions()
    reading.maxDocumentBytes = 1001
    let file = try folder.write("a.txt", String(repeating: "х", count: 100_000))
    let (documents, _) = try Texts.of([file], format: format, reading: reading)
    #expect(documents.map(\.text.utf8.count) == [1000])
    #expect(documents.map { $0.warnings.map(\.code) } == [["cut"]])
  }

  @Test func foldersOfManyKindsAreRead() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/1.txt.gz", Compression.gzip.member(of: Array("да".utf8)))
    try folder.write("a/2.html", "<p>нет")
    try folder.write("a/3.gold.tsv", "x")
    try folder.write("b.csv", "id,text\n1,а\n")
    let up = folder.path + "/a/up"
    try FileManager.default.createSymbolicLink(atPath: up, withDestinationPath: folder.path)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/a/gone.txt", withDestinationPath: folder.path + "/none")
    #expect(mkfifo(folder.path + "/pipe.txt", 0o600) == 0)
    let all = InputFile.files(at: [folder.path]).files.map { ($0.path as NSString).lastPathComponent }
    #expect(all == ["1.txt.gz", "2.html", "gone.txt"])
    let tables = InputFile.files(at: [folder.path], format: .csv).files
    #expect(tables.map { ($0.path as NSString).lastPathComponent } == ["b.csv"])
    let result = try Echo(InputFile.files(at: [folder.path]).files.map(\.path))
    #expect(result.output == "1:4:да\n2:6:нет\n")
    #expect(result.problems.count == 1)
  }
}
