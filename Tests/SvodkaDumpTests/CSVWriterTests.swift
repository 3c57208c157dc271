import Foundation
import Svodka
import Testing

@testable import SvodkaDump

@Suite("CSV")
struct CSVWriterTests {
  private func cell(_ cell: Cell, _ style: CSVStyle = CSVStyle()) -> String {
    var row = CSVRow(style)
    var bytes: [UInt8] = []
    row.append(cell, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    "a text that a spreadsheet would calculate gets an apostrophe",
    arguments: [
      ("=1+1", "'=1+1"),
      ("=LINK(\"http://x\",\"y\")", "\"'=LINK(\"\"http://x\"\",\"\"y\"\")\""),
      ("+7 701 000 00 00", "'+7 701 000 00 00"), ("@SUM(A1)", "'@SUM(A1)"),
      ("-1+2", "'-1+2"), ("–5", "–5"), ("- пункт", "'- пункт"), ("-", "'-"), ("+", "'+"),
      ("\t=1", "\"'\t=1\""), ("\r=1", "\"'\r=1\""), ("＝1+1", "'＝1+1"), ("＠x", "'＠x"),
      ("-5", "-5"), ("+5", "+5"), ("-5,25", "\"-5,25\""), ("-5.25", "-5.25"), ("-5.", "'-5."),
      ("-.5", "'-.5"), ("-5.2.1", "'-5.2.1"), ("-5%", "'-5%"), ("-1001000724666", "-1001000724666"),
      ("'=1", "''=1"), ("''-5", "'''-5"), ("'слово", "'слово"), ("слово = дело", "слово = дело"),
      ("", ""), ("a;=1", "\"a;=1\""), ("a\tb", "\"a\tb\""), ("нет\u{0}", "нет\u{FFFD}"),
      ("он \"сам\"", "\"он \"\"сам\"\"\""), ("a\nb", "\"a\nb\""),
    ])
  func formulas(text: String, expected: String) {
    #expect(cell(.text(text)) == expected)
    // What stands in the cell gives back the text.
    var read = expected
    if read.hasPrefix("\"") {
      read = String(read.dropFirst().dropLast()).replacingOccurrences(of: "\"\"", with: "\"")
    }
    #expect(unmarked(read) == text.replacingOccurrences(of: "\u{0}", with: "\u{FFFD}"))
  }

  /// Takes off the apostrophe, as the documentation tells readers to.
  private func unmarked(_ cell: String) -> String {
    let first = cell.unicodeScalars.first { $0 != "'" }
    let isMarked =
      cell.hasPrefix("'") && "=+-@\t＝＋－＠\r \n".unicodeScalars.contains(first ?? " ") && first != " "
    return isMarked ? String(cell.unicodeScalars.dropFirst()) : cell
  }

  @Test func numbersStayNumbers() {
    #expect(cell(.decimal(DecimalNumber("-5.5")!)) == "-5.5")
    #expect(cell(.decimal(DecimalNumber("61500000000")!)) == "61500000000")
    #expect(cell(.integer(-3)) == "-3")
    #expect(cell(.null) == "")
    #expect(cell(.flag(true)) == "true")
    #expect(cell(.day(CalendarDay("2024-01-15")!)) == "2024-01-15")
  }

  /// Rows of a file by RFC 4180, to the letter: another reader than the writer's twin.
  private func rows(_ path: String, _ separator: Character = ",") throws -> [[String]] {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if isQuoted {
        if scalar != "\"" {
          cell.unicodeScalars.append(scalar)
        } else if index + 1 < scalars.count, scalars[index + 1] == "\"" {
          cell += "\""
          index += 1
        } else {
          isQuoted = false
        }
      } else if scalar == "\"" {
        #expect(cell.isEmpty, "a quotation mark opens a cell or is doubled")
        isQuoted = true
      } else if Character(scalar) == separator {
        row.append(cell)
        cell = ""
      } else if scalar == "\r" {
        #expect(index + 1 < scalars.count && scalars[index + 1] == "\n")
        index += 1
        row.append(cell)
        rows.append(row)
        (row, cell) = ([], "")
      } else {
        #expect(scalar != "\n", "a line ends in CR LF")
        cell.unicodeScalars.append(scalar)
      }
      index += 1
    }
    #expect(row.isEmpty && cell.isEmpty && !isQuoted, "the file ends with a line's end")
    return rows
  }

  /// The rows of a file as dictionaries, by the headings.
  private func records(_ path: String, _ separator: Character = ",") throws -> [[String: String]] {
    let all = try rows(path, separator)
    let titles = all[0]
    #expect(Set(titles).count == titles.count, "no two columns of \(path) share a name")
    return all.dropFirst().map { row in
      #expect(row.count == titles.count)
      return Dictionary(zip(titles, row)) { first, _ in first }
    }
  }

  private func write(
    _ layout: CSVLayout, _ folder: String, _ batches: [[Int]] = [[0, 1], [2, 3, 4]]
  ) throws {
    var writer = try CSVWriter(folder: folder, layout: layout)
    for batch in batches { try writer.write(Sample.batch(batch, CSVFormatter(layout: layout))) }
    try writer.finish()
  }

  @Test func everyRecordIsARowOfItsKind() throws {
    let folder = try TemporaryFolder()
    let layout = CSVLayout(keepsText: true)
    try write(layout, folder.path)
    #expect(folder.names.sorted() == layout.fileNames.sorted())
    let documents = try records("\(folder.path)/documents.csv")
    #expect(documents.map { $0["document"] } == ["d0", "d1", "d2", "d3", "made"])
    #expect(documents.map { $0["text"] } == Sample.sources.map(\.text))
    #expect(documents[0]["title"] == "'=1+1")
    var mentions = 0
    for kind in MentionTable.all.map(\.kind) where kind != "custom" {
      for row in try records("\(folder.path)/mention-\(kind).csv") {
        let document = try #require(Sample.documents.first { $0.id == row["document"] })
        let mention = document.mentions[try #require(Int(row["number"] ?? ""))]
        #expect(mention.kind.rawValue == kind)
        #expect(unmarked(row["text"] ?? "") == mention.text)
        #expect(row["rule"] == mention.rule)
        mentions += 1
      }
    }
    #expect(mentions == Sample.documents.map(\.mentions.count).reduce(0, +))
    let facts = try FactTable.all.map(\.kind).filter { $0 != "custom" }
      .map { try records("\(folder.path)/fact-\($0).csv").count }.reduce(0, +)
    #expect(facts == Sample.documents.map(\.facts.count).reduce(0, +))
  }

  @Test func valuesAreExact() throws {
    let folder = try TemporaryFolder()
    try write(CSVLayout(), folder.path, [[Sample.madeNumber]])
    let money = try records("\(folder.path)/mention-money.csv")[0]
    #expect(money["value"] == "312600000000" && money["currency"] == "KZT")
    #expect(money["real"] == nil && money["entity"] == nil)
    #expect(money["start_offset"] == "28" && money["end_offset"] == "44")
    let percents = try records("\(folder.path)/mention-percent.csv")
    #expect(percents.map { $0["value"] } == ["18.4", ""])
    #expect(percents[1]["low"] == "10" && percents[1]["high"] == "12")
    let owned = try records("\(folder.path)/fact-ownership.csv")[0]
    #expect(owned["owner"] == "Марат Оспанов" && owned["owner_entity"] == "per1")
    #expect(owned["share_low"] == "10" && owned["share_mention"] == "4")
    let indicator = try records("\(folder.path)/fact-indicator.csv")[0]
    #expect(indicator["measure_value"] == "312600000000" && indicator["measure_unit"] == "KZT")
    #expect(indicator["by_value"] == "18.4" && indicator["by_bound"] == "about")
    #expect(indicator["period_first_day"] == "2023-01-01")
    #expect(indicator["base_relative"] == "year -1")
    let change = try records("\(folder.path)/fact-change.csv")[0]
    #expect(change["by_kind"] == "times" && change["by_value"] == "2")
    let agreement = try records("\(folder.path)/fact-agreement.csv")[0]
    #expect(agreement["parties"] == "Тобыл Моторс; Костанай; Марат Оспанов")
    let quote = try records("\(folder.path)/fact-quote.csv")[0]
    #expect(quote["negated"] == "true" && quote["evidence"] == "Зелёный свет")
    let entities = try records("\(folder.path)/entities.csv")
    #expect(entities.map { $0["aliases"] } == ["", "Оспанов; М. Оспанов"])
  }

  @Test func aResumedRunGivesTheSameFiles() throws {
    let whole = try TemporaryFolder(), cut = try TemporaryFolder()
    let layout = CSVLayout(style: CSVStyle(separator: .semicolon, hasByteOrderMark: true))
    try write(layout, whole.path)
    let state: CSVWriter.State
    do {
      var writer = try CSVWriter(folder: cut.path, layout: layout)
      try writer.write(Sample.batch([0, 1], CSVFormatter(layout: layout)))
      state = try #require(try writer.checkpoint())
      // What comes after the checkpoint is lost, and comes again.
      try writer.write(Sample.batch([2, 3, 4], CSVFormatter(layout: layout)))
      #expect(cut.names.allSatisfy { $0.hasSuffix(".csv.partial") })
    }
    var writer = try CSVWriter(folder: cut.path, layout: layout, resuming: state)
    try writer.write(Sample.batch([2, 3, 4], CSVFormatter(layout: layout)))
    try writer.finish()
    #expect(whole.names == cut.names)
    for name in whole.names {
      let bytes = try Data(contentsOf: URL(filePath: "\(cut.path)/\(name)"))
      #expect(bytes == (try Data(contentsOf: URL(filePath: "\(whole.path)/\(name)"))))
      #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    }
  }

  @Test func recordsOfOwnRulesAreRowsWithAnObject() throws {
    let folder = try TemporaryFolder()
    let layout = CSVLayout(hasCustomKinds: true)
    var document = Document(id: "c")
    document.mentions = [
      Mention(
        utf8Range: 0..<4, text: "да",
        value: .custom(kind: "answer", fields: ["b": .number(2), "a": .text("\"")]),
        rule: "answer.yes")
    ]
    var formatter = CSVFormatter(layout: layout)
    var text = "да"
    text.withUTF8 { formatter.append(document, of: SourceDocument(id: "c", text: "да"), utf8: $0) }
    var writer = try CSVWriter(folder: folder.path, layout: layout)
    try writer.write(formatter.takeBatch())
    try writer.finish()
    let rows = try records("\(folder.path)/mention-custom.csv")
    #expect(rows.map { $0["kind"] } == ["answer"])
    #expect(rows.map { $0["fields"] } == [#"{"a":"\"","b":2}"#])
    #expect(rows.map { $0["end_offset"] } == ["2"])
  }
}
