import Testing

@testable import SvodkaDump

/// What once was lost, or read as what it is not, where files are read.
@Suite("the border of the input") struct BorderTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let objects = """
    [ {"id":"1","text":"да"},
      {"id":"2",
       "text":"a } ] \\" {",
       "more":[{}]}, 7
    {"id":"3","text":"нет"}]
    """

  @Test("an array of documents is read as documents", arguments: ["a.json", "a.jsonl"])
  func array(name: String) throws {
    let result = try Echo([folder.write(name, Self.objects)])
    #expect(result.output == "1:4:да\n2:9:a } ] \n3:6:нет\n")
    #expect(result.problems.map(\.line) == [4])
    #expect(result.problems.map(\.reason) == ["expected an object, a comma or the end of the list"])
  }

  @Test func anObjectWithoutEndIsTold() throws {
    let result = try Echo([folder.write("a.json", #"[{"id":"1","text":"да"},{"id":"2","text":"н"#)])
    #expect(result.output == "1:4:да\n")
    #expect(result.problems.map(\.reason) == ["the object has no end"])
  }

  @Test("binary files are refused with a remedy", arguments: [
    ("%PDF-1.7", "is a PDF"), ("PK\u{3}\u{4}xx", "is a ZIP archive"), ("PAR1", "is Parquet"),
    ("SQLite format 3\0", "is an SQLite database"), ("{\\rtf1", "is RTF"),
  ])
  func binary(bytes: String, reason: String) throws {
    let result = try Echo([folder.write("a.txt", bytes)])
    #expect(result.output.isEmpty)
    #expect(result.problems.first?.reason.hasPrefix(reason) == true)
  }

  @Test func filesOfOneNameKeepTheirDocumentsApart() throws {
    try folder.write("a/x.txt", "один")
    try folder.write("b/x.txt", "два")
    try folder.write("c/y.txt", "три")
    let files = InputFile.files(at: [folder.path]).files
    #expect(
      files.map(\.documentID) == [folder.path + "/a/x.txt", folder.path + "/b/x.txt", "y"])
    // The same file twice is no other file.
    let twice = InputFile.files(at: [folder.path + "/c/y.txt", folder.path + "/c/y.txt"]).files
    #expect(twice.map(\.documentID) == ["y", "y"])
  }

  @Test("zeros between members are passed over", arguments: Compression.allCases)
  func padding(compression: Compression) throws {
    let line = { (id: Int) in compression.member(of: Array("{\"id\":\(id),\"text\":\"т\"}\n".utf8)) }
    let zeros = [UInt8](repeating: 0, count: 70_000)
    let result = try Echo([folder.write("a.jsonl", line(1) + zeros + line(2) + zeros)])
    #expect(result.output == "1:2:т\n2:2:т\n")
    #expect(result.problems.isEmpty)
  }

  /// A quotation mark that is not closed costs its own line, however far the search for its end went.
  @Test("a quotation mark without end", arguments: [nil] + Compression.allCases.map { $0 })
  func openQuote(compression: Compression?) throws {
    var reading = ReadingOptions()
    reading.maxDocumentBytes = 1 << 10
    let rows = (1...4000).map { "\($0),\"слово \($0)\"\n" }.joined()
    let bytes = Array(("id,text\n0,\"без конца\n" + rows).utf8)
    let file = try folder.write("a.csv", compression?.member(of: bytes) ?? bytes)
    let result = try Echo([file], reading: reading)
    #expect(result.problems.count == 1)
    #expect(result.problems.first?.line == 2)
    #expect(result.summary.documents == 4000)
    #expect(result.output.hasSuffix("4000:15:слово \n"))
  }

  @Test func documentsWithoutAnIDAreCalledByFileAndLine() throws {
    let file = try folder.write("a.jsonl", "{\"text\":\"да\",\"when\":1}\n{\"id\":\"x\",\"text\":\"нет\"}\n")
    let result = try Echo([file])
    #expect(result.output == "a:1:4:да\nx:6:нет\n")
    #expect(result.summary.withoutID == 1)
    #expect(result.summary.withoutDate == 2)
    #expect(result.summary.fields == ["text", "when"])
  }

  @Test func noMoreThanTheLimitIsRead() throws {
    let file = try folder.write("a.jsonl", (0..<500).map { "{\"id\":\($0),\"text\":\"\"}\n" }.joined())
    var run = DumpRun(files: [InputFile(path: file)], jobs: 2)
    run.limit = 131
    var writer = MemoryWriter()
    #expect(try run.run(to: &writer) { EchoProcessor() }.documents == 131)
  }

  @Test func utf32WithAMarkIsUTF32() throws {
    var bytes: [UInt8] = [0xFF, 0xFE, 0, 0]
    for scalar in "да".unicodeScalars {
      withUnsafeBytes(of: scalar.value.littleEndian) { bytes.append(contentsOf: $0) }
    }
    #expect(try Echo([folder.write("a.txt", bytes)]).output == "a:4:да\n")
  }

  @Test func manyAttributesOfATagTakeNoTime() {
    let attributes = (0..<200_000).map { " a\($0)=\"<\"" }.joined()
    let page = "<p>до<div\(attributes)>после</div><a href='x>y'>и</a>"
    #expect(HTMLCleaner.clean(page).text == "до\n\nпосле\n\nи")
  }

  @Test func aLockIsHeldByOne() throws {
    let path = folder.path + "/x.lock"
    var lock = FileLock(path: path)
    #expect(lock != nil)
    #expect(FileLock(path: path) == nil)
    lock = nil
    #expect(FileLock(path: path) != nil)
    #expect(folder.names.isEmpty)
  }
}
