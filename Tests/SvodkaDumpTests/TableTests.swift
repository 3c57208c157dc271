import Svodka
import Testing

@testable import SvodkaDump

@Suite("tables of input")
struct TableTests {
  private func read(
    _ table: String, _ name: String = "a.csv", _ fields: FieldNames = FieldNames()
  ) throws -> (documents: [SourceDocument], problems: [InputProblem]) {
    let folder = try TemporaryFolder()
    var reading = ReadingOptions()
    reading.fields = fields
    return try Texts.of([folder.write(name, table)], reading: reading)
  }

  @Test func aRowIsADocument() throws {
    let (documents, problems) = try read(
      "id,published,title,text\n7,2020-01-02,Рост,Завод вырос.\n8,,,\n")
    #expect(problems.isEmpty)
    #expect(
      documents == [
        SourceDocument(
          id: "7", text: "Завод вырос.", published: CalendarDay("2020-01-02"), title: "Рост"),
        SourceDocument(id: "8", text: "", title: ""),
      ])
  }

  @Test(
    "fields as RFC 4180 and others write them",
    arguments: [
      (#""Завод ""Луч"" вырос, и""#, #"Завод "Луч" вырос, и"#),
      ("\"одна\nдве\r\nтри\"", "одна\nдве\r\nтри"),
      (#"дом 5" труба"#, #"дом 5" труба"#),
      (#""""#, ""), (#""""""#, "\""), ("\"а\"б", "аб"), (" \"а\" ", " \"а\" "),
    ])
  func fields(written: String, meant: String) throws {
    let (documents, problems) = try read("text,id\n\(written),1\nдальше,2")
    #expect(problems.isEmpty)
    #expect(documents.map(\.text).map { Array($0.utf8) } == [meant, "дальше"].map { Array($0.utf8) })
    #expect(documents.map(\.id) == ["1", "2"])
  }

  @Test func semicolonsAndTabsAreSeenInTheHeader() throws {
    #expect(try read("id;text\n1;а,б\n").documents.map(\.text) == ["а,б"])
    #expect(try read("id\ttext\n1\tа,б\n").documents.map(\.text) == ["а,б"])
    #expect(try read("id\ttext\n1\tа;б\n", "a.tsv").documents.map(\.text) == ["а;б"])
    #expect(try read("text\nа\n").documents.map(\.id) == ["a:2"])
  }

  @Test func columnsGoByTheNamesThatAreGiven() throws {
    var fields = FieldNames()
    fields.id = "url"
    fields.text = "body"
    fields.published = "date"
    let table = "date,url,body\n2020-01-02T10:00:00+03:00,u1,да\n"
    let (documents, _) = try read(table, "a.csv", fields)
    #expect(
      documents == [SourceDocument(id: "u1", text: "да", published: CalendarDay("2020-01-02"))])
    fields.title = "headline"
    let (none, problems) = try read(table, "a.csv", fields)
    #expect(none.isEmpty)
    #expect(
      problems.map(\.reason) == ["there is no column 'headline' among 'date', 'url', 'body'"])
  }

  @Test func aRowOfOtherLengthIsReportedWithItsPlace() throws {
    let (documents, problems) = try read("id,text\n1,а\n2\n3,\"б\nв\"\n4,г,д\n5,е,,\n")
    #expect(documents.map(\.id) == ["1", "3", "5"])
    #expect(problems.map(\.line) == [3, 6])
    #expect(problems.map(\.offset) == [13, 25])
    #expect(problems[0].reason == "the row has 1 fields where the header has 2")
  }

  @Test func aQuoteWithoutEndCostsItsOwnLine() throws {
    let (documents, problems) = try read("id,text\n1,\"а\n2,б\n3,в\r\n4,г")
    #expect(documents.map(\.id) == ["2", "3", "4"])
    #expect(problems.map(\.description).map { $0.drop { $0 != ":" } } == [":2: a quoted field has no end"])
  }

  @Test func rowsMayBeLongerThanABlock() throws {
    let long = String(repeating: "слово\n", count: 60_000)
    let (documents, _) = try read("id,text\n1,\"\(long)\"\n2,б\n")
    #expect(documents.map(\.text.utf8.count) == [long.utf8.count, 2])
  }

  @Test func anEmptyTableIsReported() throws {
    #expect(try read("").problems.map(\.reason) == ["the table has no line of column names"])
    #expect(try read("id,text\n").problems.isEmpty)
  }

  @Test func rowsAreFoundWhereverBlocksEnd() throws {
    // Line ends of all kinds at every place around a block's border.
    for shift in (131_072 - 14)..<131_073 {
      let pad = String(repeating: "x", count: shift - 10)
      let (documents, problems) = try read("id,text\r\n0,\(pad)\r\n1,\"а\r\n\"\"б\"\r\n2,в\r\n")
      #expect(documents.dropFirst().map { "\($0.id)=\($0.text)" } == ["1=а\r\n\"б", "2=в"])
      #expect(problems.isEmpty)
    }
  }
}
