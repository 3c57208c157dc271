import Foundation
import Testing

@Suite("svodka tokens")
struct TokensTests {
  private let text = "\u{FEFF}Завод 🚌 собрал 174 автобуса.\r\n\r\nТак сообщил Kazpravda.kz!"

  @Test func everyWordCarriesItsPlaceInScalars() throws {
    let outcome = try Program.run(["tokens", "-"], input: Data(text.utf8))
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first == "# newdoc id = stdin")
    #expect(lines.count { $0.hasPrefix("# sent_id = stdin-") } == 2)
    #expect(lines.contains("# text = Так сообщил Kazpravda.kz!"))
    // The byte order mark tells the encoding and is no part of the text.
    let scalars = Array(text.dropFirst().unicodeScalars)
    var words = 0
    for line in lines where !line.isEmpty && !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      #expect(cells.count == 10)
      let range = try #require(cells[9].firstMatch(of: /TokenRange=(\d+):(\d+)/))
      let slice = scalars[Int(range.1)!..<Int(range.2)!]
      #expect(String(String.UnicodeScalarView(slice)) == cells[1])
      words += 1
    }
    #expect(words == 10)
    #expect(outcome.output.contains("SpaceAfter=No|TokenRange="))
  }

  @Test func eachDocumentIsOpenedByItsId() throws {
    let lines = #"{"id":"a","text":"Да."}"# + "\n" + #"{"id":"b","text":""}"# + "\n"
    let outcome = try Program.run(["tokens", "-"], input: Data(lines.utf8))
    #expect(outcome.status == 0)
    #expect(
      outcome.output.split(separator: "\n").filter { $0.hasPrefix("# newdoc") }
        == ["# newdoc id = a", "# newdoc id = b"])
  }

  @Test func jsonHoldsTheSameTokens() throws {
    struct Output: Decodable {
      struct Token: Decodable { let start, end: Int; let text, lemma, upos: String }
      struct Sentence: Decodable { let start, end: Int; let tokens: [Token] }
      let id: String
      let sentences: [Sentence]
    }
    let outcome = try Program.run(["tokens", "-", "--format", "jsonl"], input: Data(text.utf8))
    let output = try JSONDecoder().decode(Output.self, from: Data(outcome.output.utf8))
    let scalars = Array(text.dropFirst().unicodeScalars)
    #expect(output.sentences.count == 2)
    for token in output.sentences.flatMap(\.tokens) {
      #expect(String(String.UnicodeScalarView(scalars[token.start..<token.end])) == token.text)
    }
  }

  @Test func anEncodingCanBeNamed() throws {
    let koi = Data([0xF2, 0xCF, 0xD3, 0xD4])
    let outcome = try Program.run(["tokens", "-", "--encoding", "koi8-r"], input: koi)
    #expect(outcome.output.contains("\tРост\t"))
    let unknown = try Program.run(["tokens", "-", "--encoding", "nonesuch"], input: koi)
    #expect(unknown.status == 64)
  }
}
