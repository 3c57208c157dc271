import Foundation
import Testing

@Suite("the name of the output") struct OutputNameTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("Цены выросли на 5 %.".utf8).write(to: folder.appending(path: "a.txt"))
  }

  private func extract(to name: String, _ options: [String]) throws -> Program.Outcome {
    let output = folder.appending(path: name).path
    let input = folder.appending(path: "a.txt").path
    return try Program.run(["extract", input, "--output", output, "--quiet"] + options)
  }

  @Test("CSV is no file", arguments: ["facts.csv", "facts.tsv", "facts.csv.gz"])
  func table(name: String) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = try extract(to: name, [])
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("CSV is a folder of tables"))
  }

  @Test func aCompressedNameTellsNoFormat() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try extract(to: "a.txt.gz", ["--format", "table"]).status == 0)
    #expect(try extract(to: "b.gz", []).status == 0)
  }
}
