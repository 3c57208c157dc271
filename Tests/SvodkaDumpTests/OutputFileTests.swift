import Foundation
import SvodkaDump
import Testing

@Suite("files of output")
struct OutputFileTests {
  @Test func theFileAppearsWhenItIsWhole() throws {
    let folder = try TemporaryFolder()
    try folder.write("out.jsonl", "old")
    let output = try OutputFile(path: folder.path + "/out.jsonl")
    try output.write(Array("new".utf8))
    #expect(try String(contentsOfFile: folder.path + "/out.jsonl", encoding: .utf8) == "old")
    try output.finish()
    #expect(try String(contentsOfFile: folder.path + "/out.jsonl", encoding: .utf8) == "new")
    #expect(folder.names == ["out.jsonl"])
  }

  @Test func anUnfinishedFileLeavesNothing() throws {
    let folder = try TemporaryFolder()
    do {
      let output = try OutputFile(path: folder.path + "/out.jsonl")
      try output.write([1, 2, 3])
    }
    #expect(folder.names == [])
  }

  @Test func aFolderThatIsNotThereIsNamed() throws {
    let folder = try TemporaryFolder()
    #expect {
      try OutputFile(path: folder.path + "/none/out.jsonl")
    } throws: { error in
      "\(error)".contains("none/out.jsonl") && "\(error)".contains("No such file")
    }
  }

  @Test func aDeviceIsWrittenDirectly() throws {
    let output = try OutputFile(path: "/dev/null")
    try output.write([1])
    try output.finish()
    #expect(FileManager.default.fileExists(atPath: "/dev/null"))
  }

  #if os(Linux)
    @Test func aFullDiskIsAnError() throws {
      let output = try OutputFile(path: "/dev/full")
      #expect(throws: OutputFile.Failure.self) { try output.write([1]) }
    }
  #endif
}
