import Testing

@testable import SvodkaDump

@Suite("compressed files")
struct CompressionTests {
  private static let lines = (0..<5000).map { #"{"id":\#($0),"text":"текст \#($0)"}"# + "\n" }
    .joined()
  private static let expected = (0..<5000).map {
    "\($0):\("текст \($0)".utf8.count):\("текст \($0)".prefix(6))\n"
  }.joined()
  private static let endings: [Compression: String] = [.gzip: "gz", .bzip2: "bz2", .zstd: "zst"]

  @Test("a compressed file is read like a plain one", arguments: Compression.allCases)
  func reads(compression: Compression) throws {
    let folder = try TemporaryFolder()
    let ending = Self.endings[compression]!
    let whole = try folder.write(
      "a.jsonl.\(ending)", compression.member(of: Array(Self.lines.utf8)))
    #expect(try Echo([whole]).output == Self.expected)
    #expect(InputFile(path: whole).documentID == "a")
    // By what it holds, whatever it is called.
    let misnamed = try folder.write("b.jsonl", compression.member(of: Array(Self.lines.utf8)))
    #expect(try Echo([misnamed]).output == Self.expected)
  }

  @Test("members follow one another", arguments: Compression.allCases)
  func readsMembers(compression: Compression) throws {
    let folder = try TemporaryFolder()
    let bytes = Array(Self.lines.utf8)
    var members: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 10_007) {
      members += compression.member(of: Array(bytes[start..<min(start + 10_007, bytes.count)]))
    }
    #expect(try Echo([folder.write("a.jsonl", members)]).output == Self.expected)
  }

  @Test("an empty member is an empty file", arguments: Compression.allCases)
  func emptyMember(compression: Compression) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("a.jsonl", compression.member(of: []))
    let result = try Echo([file])
    #expect(result.output == "" && result.problems.isEmpty)
  }

  @Test("a file that was cut off gives what it has, and is reported", arguments: Compression.allCases)
  func truncated(compression: Compression) throws {
    let folder = try TemporaryFolder()
    let first = compression.member(of: Array(Self.lines.utf8))
    let second = compression.member(of: Array(Self.lines.utf8))
    let file = try folder.write("a.jsonl", first + second.dropLast(second.count / 2))
    let good = try folder.write("good.txt", "да")
    let result = try Echo([file, good])
    #expect(result.output.hasPrefix(Self.expected))
    #expect(result.output.hasSuffix("good:4:да\n"))
    #expect(result.problems.count == 1)
    #expect(result.problems[0].reason.contains("ends in the middle"))
  }

  @Test("damage is reported", arguments: Compression.allCases)
  func damaged(compression: Compression) throws {
    let folder = try TemporaryFolder()
    var bytes = compression.member(of: Array(Self.lines.utf8))
    for index in (bytes.count / 2)..<(bytes.count / 2 + 40) { bytes[index] ^= 0x5A }
    let result = try Echo([folder.write("a.jsonl", bytes)])
    #expect(result.problems.contains { $0.reason.hasPrefix("\(compression.rawValue) data: ") })
  }

  @Test("a bomb is given up", arguments: Compression.allCases)
  func bomb(compression: Compression) throws {
    let folder = try TemporaryFolder()
    var reading = ReadingOptions()
    let member = compression.member(of: [UInt8](repeating: 0x20, count: 1 << 20))
    let bomb = (0..<20).flatMap { _ in member }
    for name in ["a.txt", "a.jsonl"] {
      let result = try Echo([folder.write(name, bomb)], reading: reading)
      // A text is read as far as a text may go, a file of lines until it is a bomb for certain.
      if name == "a.txt" {
        #expect(result.output == "a:1048576:       !cut\n")
      } else {
        #expect(result.problems.count == 1)
        #expect(result.problems.first?.reason.contains("expands more than 200 times") == true)
      }
    }
    reading.maxExpansion = 100_000
    reading.maxDocumentBytes = 4 << 20
    let allowed = try Echo([folder.write("b.jsonl", bomb)], reading: reading)
    #expect(allowed.problems.allSatisfy { !$0.reason.contains("expands") })
  }

  @Test func compressedTwiceIsNoText() throws {
    let folder = try TemporaryFolder()
    let bytes = Compression.gzip.member(of: Compression.zstd.member(of: Array(Self.lines.utf8)))
    let result = try Echo([folder.write("a.jsonl.gz", bytes)])
    #expect(result.problems.map(\.reason) == ["is compressed twice; decompress it once"])
  }
}
