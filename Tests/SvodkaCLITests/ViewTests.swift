import Foundation
import Testing

@Suite("svodka view")
struct ViewTests {
  /// Runs the program in a folder that holds `files`; `@` in an argument is the folder.
  private func view(
    _ files: [String: String], _ arguments: [String], input: String = ""
  ) throws -> Program.Outcome {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    let path = folder.path(percentEncoded: false)
    return try Program.run(
      ["view"] + arguments.map { $0.replacingOccurrences(of: "@", with: path) },
      input: Data(input.utf8))
  }

  private static let line = #"{"id":"1","text":"Продано 5 машин.","published":"2020-01-02"}"#

  @Test func oneDocumentIsAPageWithItsText() throws {
    let outcome = try view(["a.txt": "Продано 5 машин."], ["@/a.txt"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("<body class=\"document\">"))
    #expect(outcome.output.contains(">5 машин</mark>"))
    #expect(try view(["a.jsonl": Self.line], ["@/a.jsonl"]).output.contains("5 машин</mark>"))
  }

  @Test func manyDocumentsAreASummary() throws {
    let lines = Self.line + "\n" + Self.line.replacingOccurrences(of: "\"1\"", with: "\"2\"")
    let outcome = try view(["a.jsonl": lines], ["@/a.jsonl", "--language", "ru"])
    #expect(outcome.output.contains("<body class=\"summary\">"))
    #expect(outcome.output.contains("Наибольший рост"))
    let one = try view(["a.jsonl": lines], ["@/a.jsonl", "--document", "2"])
    #expect(one.output.contains("<body class=\"document\">"))
    #expect(one.output.contains("<title>2</title>"))
  }

  @Test func resultsAreComparedWithWhatTheTextsGiveNow() throws {
    let before =
      #"{"id":"1","published":"2020-01-02","anchor":"given","mentions":[{"kind":"#
      + #""quantity","start":8,"end":15,"text":"5 машин","value":{"value":6,"counted":"машина"}"#
      + #","rule":"old.rule"}],"entities":[],"facts":[]}"#
    let files = ["before.jsonl": before, "a.jsonl": Self.line]
    let outcome = try view(files, ["--compare", "@/before.jsonl", "@/a.jsonl"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("mark class=\"k-quantity starts ends is-changed\""))
    #expect(outcome.output.contains("old.rule"))
  }

  @Test func goldIsComparedWithWhatItsTextGivesNow() throws {
    let gold = "quantity\t5 машин\t{\"value\":6}\nmoney\t7 тенге\t{\"amount\":7}\n"
    let files = ["a.txt": "Продано 5 машин за 7 тенге в 2020 году.", "a.gold.tsv": gold]
    for input in ["@", "@/a.gold.tsv"] {
      let outcome = try view(files, ["--compare", input])
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.contains("k-quantity starts ends is-changed"))
      #expect(outcome.output.contains("k-money starts ends is-same"))
      #expect(outcome.output.contains("k-date starts ends is-right"))
    }
  }

  @Test func whatCannotBeShownIsExplained() throws {
    let files = [
      "a.jsonl": Self.line,
      "old.jsonl": #"{"id":"1","anchor":"none","mentions":[{"kind":"#
        + #""number","start":0,"end":3,"text":"101","value":{"value":101},"rule":"r"}],"#
        + #""entities":[],"facts":[]}"#,
    ]
    for (arguments, status, reason) in [
      (["@/a.jsonl", "--document", "7"], 1, "No document has the id '7'"),
      (["--compare", "@/a.jsonl", "@/a.jsonl"], 64, "wants a result"),
      (["--compare", "@/old.jsonl"], 64, "wants the texts"),
      (["--compare", "@/old.jsonl", "@/a.jsonl"], 1, "is not the one that the result is about"),
    ] {
      let outcome = try view(files, arguments)
      #expect(outcome.status == status)
      #expect(outcome.errors.contains(reason), "\(outcome.errors)")
    }
    let broken = try view(["a.jsonl": Self.line + "\n{\n"], ["@/a.jsonl"])
    #expect(broken.status == 2)
    #expect(broken.output.contains("<body class=\"document\">"))
  }
}
