import Foundation
import GRDB
import Svodka
import Testing

@testable import SvodkaDump

@Suite("SQLite")
struct SQLiteWriterTests {
  private let folder: TemporaryFolder
  private var path: String { "\(folder.path)/news.sqlite" }

  init() throws { folder = try TemporaryFolder() }

  private func write(_ batches: [[Int]] = [[0, 1], [2, 3, 4]]) throws {
    let writer = try SQLiteWriter(path: path)
    for batch in batches { try writer.write(Sample.batch(batch, SQLiteFormatter())) }
    try writer.finish()
  }

  private func rows(_ query: String) throws -> [String] {
    var configuration = Configuration()
    configuration.readonly = true
    return try DatabaseQueue(path: path, configuration: configuration).read { db in
      try Row.fetchAll(db, sql: query).map { row in
        row.databaseValues.map { value in
          value.isNull ? "" : String.fromDatabaseValue(value) ?? "\(value.storage.value ?? "")"
        }.joined(separator: "|")
      }
    }
  }

  private func expectWhole() throws {
    #expect(try rows("PRAGMA integrity_check") == ["ok"])
    #expect(try rows("PRAGMA foreign_key_check") == [])
  }

  /// All rows of all tables, without the keys, which a replacement changes.
  private func contents() throws -> [String] {
    let mentions = try rows("SELECT d.id, m.* FROM mentions m JOIN documents d USING (document_id)")
    let facts = try rows("SELECT * FROM roles") + rows("SELECT * FROM indicators")
    return try rows("SELECT * FROM documents") + mentions + facts
      + rows("SELECT rowid, * FROM evidence_search") + rows("SELECT * FROM entities")
      + rows("SELECT * FROM fact_parties")
  }

  @Test func everyRecordIsARow() throws {
    try write()
    try expectWhole()
    let counts = Sample.documents.map { "\($0.id)|\($0.mentions.count)|\($0.facts.count)" }
    #expect(try rows("SELECT id, mentions, facts FROM documents ORDER BY document_id") == counts)
    #expect(
      try rows(
        """
        SELECT d.id, (SELECT count(*) FROM mentions m WHERE m.document_id = d.document_id),
          (SELECT count(*) FROM facts f WHERE f.document_id = d.document_id)
        FROM documents d ORDER BY document_id
        """) == counts)
    // Every fact has its arguments, in the table of its kind.
    let kinds = FactTable.all.map(\.kind)
    let arguments = kinds.map { "SELECT fact_id FROM fact_\($0)" }.joined(separator: " UNION ALL ")
    #expect(
      try rows("SELECT count(*), count(DISTINCT fact_id) FROM (\(arguments))")
        == rows("SELECT count(*), count(*) FROM facts"))
  }

  @Test func valuesAreExactTextWithABinaryTwin() throws {
    try write([[Sample.madeNumber]])
    #expect(
      try rows("SELECT text, value, typeof(value), real, currency FROM money_mentions")
        == ["312,6 млрд тенге|312600000000|text|312600000000.0|KZT"])
    #expect(
      try rows("SELECT value, low, high, real FROM mentions WHERE kind = 'percent'")
        == ["18.4|||18.4", "|10|12|11.0"])
  }

  @Test func viewsTellWhatTheTextsSay() throws {
    try write([[0], [Sample.madeNumber], [1]])
    func made(_ columns: String, _ view: String) throws -> [String] {
      try rows("SELECT \(columns) FROM \(view) WHERE document = 'made'")
    }
    #expect(
      try made("person, position, organization, status, from_first_day", "roles")
        == ["Марат Оспанов|акционер|Тобыл Моторс|current|2023-01-01"])
    #expect(
      try made("indicator, direction, by_value, by_unit, measure_value", "indicator_changes")
        == ["выручка|up|18.4|percent|312600000000", "продажи|down|2||"])
    #expect(try made("by_kind, by_real", "changes") == ["times|2.0"])
    #expect(try made("owner, owned, share_low", "ownerships") == ["Марат Оспанов|Тобыл Моторс|10"])
    #expect(try made("member, organization", "memberships") == ["Марат Оспанов|Тобыл Моторс"])
    #expect(try made("organization, place", "locations") == ["Тобыл Моторс|Костанай"])
    #expect(try made("participants, date_grain", "meetings") == ["Марат Оспанов; Тобыл Моторс|year"])
    #expect(try made("speaker, text, negated", "quotes") == ["Марат Оспанов|Зелёный свет|1"])
    #expect(
      try rows(
        """
        SELECT p.name, e.name FROM agreements JOIN fact_parties p USING (fact_id)
        LEFT JOIN entities e ON e.entity_id = p.entity WHERE document = 'made' ORDER BY number
        """) == ["Тобыл Моторс|Тобыл Моторс", "Костанай|", "Марат Оспанов|Марат Оспанов"])
    #expect(try rows("SELECT * FROM people WHERE name = 'Марат Оспанов'").count == 1)
    // The entities and mentions that arguments name are rows of the same document.
    #expect(
      try rows(
        """
        SELECT e.name, e.document_id = f.document_id FROM roles r
        JOIN entities e ON e.entity_id = r.person_entity JOIN facts f USING (fact_id)
        WHERE r.document = 'made'
        """) == ["Марат Оспанов|1"])
    #expect(
      try rows(
        """
        SELECT m.text FROM indicators i JOIN mentions m ON m.mention_id = i.measure_mention
        WHERE i.document = 'made'
        """) == ["312,6 млрд тенге"])
  }

  @Test(
    "full text is found by its words",
    arguments: [("выручка", 1), ("выруч*", 1), ("ВЫРУЧКА", 1), ("зеленый", 1), ("нефть", 0)])
  func search(word: String, expected: Int) throws {
    try write([[Sample.madeNumber]])
    let found = try rows(
      "SELECT DISTINCT evidence FROM evidence_search WHERE evidence_search MATCH '\(word)'")
    #expect(found.count == expected)
  }

  @Test func aDocumentIsReplacedByItsId() throws {
    try write([[0, 1, 2, 3, 4]])
    let size = try rows("SELECT count(*) FROM mentions")
    let writer = try SQLiteWriter(path: path)
    try writer.write(Sample.batch([0, 1, 2, 3, 4], SQLiteFormatter()))
    try writer.finish()
    #expect(writer.replacedDocuments == 5)
    try expectWhole()
    #expect(try rows("SELECT count(*) FROM mentions") == size)
    #expect(try rows("SELECT id FROM documents") == ["d0", "d1", "d2", "d3", "made"])
    // Words of replaced evidence are gone from the search.
    #expect(
      try rows("SELECT count(*) FROM evidence_search WHERE evidence_search MATCH 'зеленый'")
        == ["1"])
    // A document that was there twice in one run is there once, as it came last.
    try write([[2], [2]])
    #expect(try rows("SELECT count(*) FROM documents WHERE id = 'd2'") == ["1"])
  }

  @Test func aResumedRunGivesTheSameRows() throws {
    try write([[0], [1], [2], [3], [4]])
    let expected = try contents()
    try FileManager.default.removeItem(atPath: path)
    var killed: SQLiteWriter? = try SQLiteWriter(path: path)
    try killed?.write(Sample.batch([0], SQLiteFormatter()))
    let state = try #require(try killed?.checkpoint())
    // This one is in the database, and no checkpoint tells of it.
    try killed?.write(Sample.batch([1], SQLiteFormatter()))
    _ = try killed?.checkpoint()
    let other = #expect(throws: OutputFile.Failure.self) { try SQLiteWriter(path: path) }
    #expect(other?.reason == "another run is writing it")
    killed = nil
    let writer = try SQLiteWriter(path: path, resuming: state)
    for number in 1...4 { try writer.write(Sample.batch([number], SQLiteFormatter())) }
    try writer.finish()
    #expect(writer.replacedDocuments == 0)
    #expect(try contents() == expected)
    try expectWhole()
  }

  @Test func anotherRunInBetweenIsSeen() throws {
    var killed: SQLiteWriter? = try SQLiteWriter(path: path)
    try killed?.write(Sample.batch([0], SQLiteFormatter()))
    let state = try #require(try killed?.checkpoint())
    killed = nil
    try write([[1]])
    let failure = #expect(throws: OutputFile.Failure.self) {
      try SQLiteWriter(path: path, resuming: state)
    }
    #expect(failure?.reason == "another run has written it since the checkpoint")
  }

  @Test func otherFilesAreNotTouched() throws {
    try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE mine (a)") }
    var failure = #expect(throws: OutputFile.Failure.self) { try SQLiteWriter(path: path) }
    #expect(failure?.reason == "it is a database, but none of svodka's")
    #expect(try rows("SELECT name FROM sqlite_master") == ["mine"])
    let text = try folder.write("text.sqlite", String(repeating: "no database ", count: 100))
    failure = #expect(throws: OutputFile.Failure.self) { try SQLiteWriter(path: text) }
    #expect(failure?.reason == "it is no SQLite database")
    try FileManager.default.removeItem(atPath: path)
    try write([[0]])
    failure = #expect(throws: OutputFile.Failure.self) {
      try SQLiteWriter(path: path, offsets: .utf8)
    }
    #expect(failure?.reason == "its offsets count scalars; name --offsets scalars")
  }

  @Test func tablesAndColumnsAreAsTheyWereDocumented() throws {
    try write([[0]])
    let names = try rows("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
    for name in [
      "documents", "mentions", "entities", "facts", "fact_role", "fact_indicator", "roles",
      "indicators", "indicator_changes", "quotes", "ownerships", "money_mentions", "companies",
      "people", "evidence_search",
    ] {
      #expect(names.contains(name))
      // Every view can be read.
      _ = try rows("SELECT * FROM \(name) LIMIT 1")
    }
  }
}
