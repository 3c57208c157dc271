import Foundation
import Testing

@Suite("svodka summary")
struct SummaryTests {
  private let dump = """
    {"id":"1","text":"Инфляция в Казахстане выросла на 2%. АО «Тобыл Моторс» получило 5 млн тенге."}
    {"id":"2","text":"АО «Тобыл Моторс» потратило 3 млн тенге."}

    """

  private func summary(_ arguments: [String], _ input: String) throws -> Program.Outcome {
    try Program.run(["summary", "-"] + arguments, input: Data(input.utf8))
  }

  @Test func recordsAndTheDumpThatTheyWereMadeOfGiveTheSame() throws {
    let records = try Program.run(
      ["extract", "-", "--input-format", "jsonl", "--format", "jsonl"], input: Data(dump.utf8))
    let ofRecords = try summary(["--format", "json"], records.output)
    let ofDump = try summary(["--format", "json"], dump)
    #expect(ofRecords.status == 0 && ofRecords.errors.isEmpty)
    #expect(ofRecords.output == ofDump.output)
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(ofDump.output.utf8)) as? [String: Any])
    #expect(json["documents"] as? Int == 2)
    let companies = try #require(json["companies"] as? [[String: Any]])
    #expect(companies.map { $0["name"] as? String } == ["Тобыл Моторс"])
    #expect(companies.map { $0["documents"] as? Int } == [2])
    #expect((json["error"] as? [String: Any])?.isEmpty == true)
  }

  @Test func whatIsNoDocumentIsCountedAndToldInTheStatus() throws {
    let outcome = try summary(["--top", "1"], dump + "{\"id\": 3}\n{\"id\": 4}\nслова\n")
    #expect(outcome.status == 2)
    #expect(outcome.output.hasPrefix("documents 2, unread 3\n"))
    #expect(outcome.output.contains("the field 'text' is missing; there are id: --text-field names the one  2"))
    #expect(!outcome.output.contains("no JSON"))
  }

  @Test func anEmptyDumpIsSummedUpToo() throws {
    let outcome = try summary([], "")
    #expect(outcome.status == 0)
    #expect(outcome.output == "documents 0\nentities 0\nmentions 0\nfacts 0\n")
  }
}
