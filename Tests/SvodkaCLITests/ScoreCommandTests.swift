import Foundation
import Testing

@Suite("svodka score")
struct ScoreCommandTests {
  private let gold = [
    "a.txt": "Рост составил 5 %, спад – 7 %.",
    "a.gold.tsv": "percent\t5 %\t{\"value\":5}\npercent\t7 %\t{\"value\":8}\n",
  ]

  /// Runs the program over files in a folder of their own; `@` in an argument is the folder.
  private func score(_ files: [String: String], _ arguments: [String]) throws -> Program.Outcome {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    let path = folder.path(percentEncoded: false)
    return try Program.run(
      ["score"] + arguments.map { $0.replacingOccurrences(of: "@", with: path) })
  }

  @Test func goldIsScoredWithoutPredictions() throws {
    let outcome = try score(gold, ["@", "--errors", "5", "--kind", "percent", "--mentions-only"])
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(
      lines.first { $0.first == "percent" }?.dropFirst()
        == ["2", "2", "1.000", "1.000", "1.000", "0.500", "0.500", "0.500", "0.500"])
    #expect(outcome.output.contains(#"value a percent «7 %» wants {"value":8}"#))
  }

  @Test func floorsSetTheExitStatus() throws {
    #expect(try score(gold, ["@", "--min", "percent=0.5"]).status == 0)
    let below = try score(gold, ["@", "--min", "0.1", "--min", "percent=0.6", "--min", "time=0.1"])
    #expect(below.status == 1)
    #expect(below.errors.contains("F1 of percent is 0.500, less than 0.6"))
    #expect(below.errors.contains(" of time: neither gold nor prediction has any"))
    #expect(try score(gold, ["@", "--min", "percent=2"]).status == 64)
  }

  @Test func twoRunsAreCompared() throws {
    func line(_ start: Int, _ value: Int) -> String {
      #"{"id":"a","mentions":[{"kind":"percent","start":\#(start),"end":\#(start + 3),"#
        + #""text":"x","value":{"value":\#(value)}}]}"#
    }
    let files = gold.merging(["old.jsonl": line(14, 5), "new.jsonl": line(26, 8)]) { $1 }
    let outcome = try score(files, ["@/a.gold.tsv", "@/new.jsonl", "--against", "@/old.jsonl"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\n+ right a percent «7 %»"))
    #expect(outcome.output.contains("\n- miss a percent «5 %»"))
    let json = try score(files, ["@/a.gold.tsv", "@/new.jsonl", "--format", "json"])
    #expect(json.output.contains(#""recall":0.5"#))
  }

  @Test func goldThatCannotBeReadIsExplained() throws {
    let outcome = try score(["a.txt": "Рост", "a.gold.tsv": "percent\t5 %"], ["@"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("a.gold.tsv:1: the text has no occurrence 1 of '5 %'"))
    #expect(try score([:], ["@/none"]).status == 1)
    #expect(try score(gold, ["@", "@/none.jsonl"]).status == 1)
  }
}
