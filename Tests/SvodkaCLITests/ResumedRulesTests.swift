import Foundation
import Testing

/// A run is gone on with only if it looks for the same.
@Suite("rules of a run that is resumed") struct ResumedRulesTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try write("a.txt", "Лотос вырос.")
  }

  private func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  /// Extracts into the database; tells whether the run began at the beginning.
  private func begins(_ options: [String]) throws -> Bool {
    let outcome = try Program.run(
      ["extract", path("a.txt"), "--output", path("a.sqlite"), "--resume"] + options)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.errors.contains("starting at the beginning")
  }

  @Test func otherKindsOfGazetteersAreOtherRuns() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write("firm.tsv", "# name\nЛотос\n")
    let list = ["--gazetteer", path("firm.tsv")]
    #expect(try begins(list + ["--as", "organization"]))
    #expect(try !begins(list + ["--as", "organization"]))
    #expect(try begins(list + ["--as", "place"]))
  }

  @Test("another word list is another run", arguments: ["lexicon", "extend"])
  func wordLists(directive: String) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write("more words.txt", "лотос\n")
    let rule = "rule plant\n  match word\n"
    try write(
      "plant.rules",
      directive == "lexicon"
        ? "kind plant\nlexicon word = more words.txt # ours\n" + rule
        : "kind meeting\nextend meeting = more words.txt # ours\n")
    let options = ["--rules", path("plant.rules")]
    #expect(try begins(options))
    #expect(try !begins(options))
    try write("more words.txt", "лотос\nастра\n")
    #expect(try begins(options))
  }
}
