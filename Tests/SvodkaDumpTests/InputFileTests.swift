import Foundation
import SvodkaDump
import Testing

@Suite("files of input")
struct InputFileTests {
  @Test func aFolderStandsForItsTextsInTheOrderOfTheirPaths() throws {
    let folder = try TemporaryFolder()
    for name in ["b.txt", "a/2.txt", "a/10.txt", "a.jsonl", "c.gold.tsv", ".hidden.txt", "Я.txt"] {
      try folder.write(name, "x")
    }
    let (files, problems) = InputFile.files(at: [folder.path])
    #expect(
      files.map { String($0.path.dropFirst(folder.path.count + 1)) }
        == ["a/10.txt", "a/2.txt", "a.jsonl", "b.txt", "Я.txt"])
    #expect(problems.isEmpty)
  }

  @Test func namedFilesKeepTheirOrder() {
    let (files, _) = InputFile.files(at: ["z.txt", "-", "a.txt"])
    #expect(files.map(\.path) == ["z.txt", "-", "a.txt"])
  }

  @Test func aLinkThatLeadsRoundInACircleIsNotFollowed() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/1.txt", "x")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/a/up", withDestinationPath: folder.path)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/2.txt", withDestinationPath: folder.path + "/a/1.txt")
    let (files, _) = InputFile.files(at: [folder.path])
    #expect(files.count == 2)
  }
}
