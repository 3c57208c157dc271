import Svodka
import Testing

@testable import SvodkaDump

/// Objects that share their lines, and lines that are broken among them.
@Suite("objects in lines") struct OneLineObjectsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func objectsOfALineHaveNamesOfTheirOwn() throws {
    let file = try folder.write("a.json", #"[{"text":"да"},{"text":"нет"}]"# + "\n" + #"{"text":"мы"}"#)
    #expect(try Echo([file]).output == "a:1:4:да\na:1:16:6:нет\na:2:4:мы\n")
  }

  @Test("a quote that is not closed costs its object", arguments: ["a.json", "b.jsonl"])
  func openQuote(name: String) throws {
    let lines = #"[{"id":"1","text":"да"},"# + "\n" + #"{"id":"2","text":"нет},"# + "\n"
      + #"{"id":"3","text":"мы"}]"#
    let result = try Echo([folder.write(name, lines)])
    #expect(result.output == "1:4:да\n3:4:мы\n")
    #expect(result.problems.map(\.line) == [2])
    #expect(result.problems.map(\.reason) == ["a string has no end in its line"])
  }

  @Test func whatIsNoObjectCostsNoneOfItsLine() throws {
    let file = try folder.write("a.json", #"[1,{"id":"1","text":"да"},null,{"id":"2","text":"нет"}]"#)
    let result = try Echo([file])
    #expect(result.output == "1:4:да\n2:6:нет\n")
    #expect(result.problems.map(\.line) == [1, 1])
  }

  @Test("texts that begin as other files do are texts", arguments: [
    "RIFF значит формат", "PAR1 — имя", "GIF8 и Rar!", "Rar! и всё", "%PDF без черты",
  ])
  func beginnings(text: String) throws {
    let result = try Echo([folder.write("a.txt", text)])
    #expect(result.problems.isEmpty)
  }
}
