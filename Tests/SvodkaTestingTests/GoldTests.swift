import Foundation
import Svodka
import SvodkaTesting
import Testing

/// Files in a folder that is gone when the test ends.
struct GoldFolder {
  let path: String

  static func with<Result>(_ files: [String: String], _ body: (String) throws -> Result) throws
    -> Result
  {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    return try body(folder.path(percentEncoded: false))
  }
}

@Suite("gold is read")
struct GoldTests {
  @Test func aTableMarksPlacesInItsText() throws {
    let set = try GoldFolder.with([
      "a.txt": "Рост 5 %,\nпотом ещё 5\u{A0}%. Всё.",
      "a.gold.tsv": """
        # published: 2023-10-12
        percent\t5 %#2\t{"value":5}
        ? percent\t5 %
        # a remark
        fact:role\t{"person":"А","position":"б"}
        """,
    ]) { try GoldSet(contentsOf: $0) }
    let document = try #require(set.documents.first)
    #expect(document.id == "a")
    #expect(document.published == CalendarDay("2023-10-12"))
    #expect(document.mentions.map(\.range) == [20..<23, 5..<8])
    #expect(document.mentions.map(\.isDoubtful) == [false, true])
    #expect(document.mentions[0].value == ["value": .number(5)])
    #expect(document.facts.map(\.kind) == [.role])
    #expect(set.partialKinds.contains(.place))
  }

  @Test(arguments: [
    ("percent\t6 %", "a.gold.tsv:1: the text has no occurrence 1 of '6 %'"),
    ("percent\t5 %#2", "a.gold.tsv:1: the text has no occurrence 2 of '5 %'"),
    ("# x\npercent", "a.gold.tsv:2: a line has a kind, a tab, and a surface or a fact's arguments"),
    ("percent\t5 %\t[5]", "a.gold.tsv:1: '[5]' is no JSON object"),
    ("# published: May", "a.gold.tsv:1: 'May' is no date"),
    ("fact:role\t{}", "a.gold.tsv:1: a fact 'role' needs the argument 'person'"),
  ])
  func aBrokenTableIsExplained(_ table: String, _ message: String) throws {
    let error = #expect(throws: GoldError.self) {
      try GoldFolder.with(["a.txt": "Рост 5 %.", "a.gold.tsv": table]) {
        _ = try GoldSet(contentsOf: $0)
      }
    }
    #expect(error?.description == message)
  }

  @Test func standoffIsRead() throws {
    let set = try GoldFolder.with([
      "a.txt": "Олег Алферов из ОАО «Заря».",
      "a.ann": """
        T1\tPER 0 12\tОлег Алферов
        T2\tORG 16 19;20 26\tОАО «Заря»
        R1\tWorksFor Arg1:T1 Arg2:T2
        #1\tAnnotatorNotes T1\tremark
        """,
    ]) { try GoldSet(contentsOf: $0) }
    #expect(set.documents[0].mentions.map(\.kind) == [.person, .organization])
    #expect(set.documents[0].mentions.map(\.text) == ["Олег Алферов", "ОАО «Заря»"])
    #expect(set.kinds == [.person, .organization])
    #expect(!set.hasFacts)
  }

  @Test func columnsAreRead() throws {
    let columns = """
      # newdoc id = 7
      Олег\tB-PER
      Алферов\tI-PER
      ,\tO
      ОАО\tB-ORG
      Заря\tI-ORG

      Москва\tS-LOC
      -DOCSTART-\tO
      Рост\tO
      """
    let labels = GoldLabels.common.adding("PER", as: .person).dropping("LOC")
    let set = try GoldFolder.with(["a.bio": columns]) {
      try GoldSet(contentsOf: $0, labels: labels)
    }
    #expect(set.documents.map(\.id) == ["7", "2"])
    #expect(set.documents[0].text == "Олег Алферов, ОАО Заря\nМосква")
    #expect(set.documents[0].mentions.map(\.text) == ["Олег Алферов", "ОАО Заря"])
    #expect(set.documents[0].mentions.map(\.range) == [0..<12, 14..<22])
  }

  @Test func columnsFollowTheirText() throws {
    let columns = "Заря\tU-ORG\n,\tO\nМосква\tB-GPE\nгород\tL-GPE\n"
    let set = try GoldFolder.with(["a.conll": columns, "a.txt": "«Заря»,  Москва город"]) { path in
      #expect(throws: GoldError.self) { try GoldSet(contentsOf: path) }
      try Data("Заря,  Москва город".utf8).write(to: URL(filePath: path + "/a.txt"))
      return try GoldSet(contentsOf: path)
    }
    #expect(set.documents[0].mentions.map(\.range) == [0..<4, 7..<19])
    #expect(set.documents[0].mentions.map(\.kind) == [.organization, .place])
  }

  @Test func aRunOfTheProgramIsGold() throws {
    let sample = try Sample(releaseText, id: "r")
    var writer = JSONLineWriter()
    writer.append(sample.document, text: releaseText)
    let line = String(decoding: writer.bytes, as: UTF8.self)
    let set = try GoldFolder.with(["a.jsonl": line]) { try GoldSet(contentsOf: $0 + "/a.jsonl") }
    let score = Score(set, predicted: [PredictedDocument(sample.document, text: releaseText)])
    #expect(score.errors.isEmpty, "\(score.errors)")
    #expect(score.micro.f1 == 1)
    #expect(score["fact:role"].gold == 1)
  }

  @Test func aPathWithoutGoldIsExplained() {
    #expect(throws: GoldError.self) { try GoldSet(contentsOf: "/no/such/folder") }
    #expect(throws: GoldError.self) { try GoldFolder.with([:]) { _ = try GoldSet(contentsOf: $0) } }
  }
}
