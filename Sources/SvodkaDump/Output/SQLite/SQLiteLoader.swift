import GRDB
import GRDBSQLite

/// Puts the rows of one transaction into the tables.
///
/// Cells are bound where they lie, without a string of their own.
struct SQLiteLoader {
  private(set) var replacedDocuments = 0

  private let inserts: [Statement]
  private let find: Statement
  private let deletes: [Statement]
  private let update: Statement
  private var nextEntity: Int64
  private var nextMention: Int64
  private var nextFact: Int64
  private var document: Int64 = 0
  private var firstMention: Int64 = 0
  private var fact: Int64 = 0
  /// The entities of the document by the ids that they have in it.
  private var entities: [[UInt8]: Int64] = [:]

  init(_ db: Database, _ layout: SQLiteLayout) throws {
    inserts = try layout.tables.map { table in
      let count = table.keys.count + table.columns.count
      let places = Array(repeating: "?", count: count).joined(separator: ", ")
      return try db.cachedStatement(sql: "INSERT INTO \(table.name) VALUES (\(places))")
    }
    find = try db.cachedStatement(sql: "SELECT document_id FROM documents WHERE id = ?")
    deletes = try ["mentions", "entities", "facts"].map {
      try db.cachedStatement(sql: "DELETE FROM \($0) WHERE document_id = ?")
    }
    let columns = layout.tables[SQLiteLayout.documents].columns.map { "\($0.name) = ?" }
    update = try db.cachedStatement(
      sql: """
        UPDATE documents SET \(columns.joined(separator: ", ")) WHERE document_id = ?
        """)
    // A number is given once, so that the rows do not depend on where transactions end.
    func next(_ column: String, _ table: String) throws -> Int64 {
      let used = (try Int64.fetchOne(db, sql: "SELECT max(\(column)) FROM \(table)") ?? 0) + 1
      let noted = try Int64.fetchOne(
        db, sql: "SELECT value FROM svodka WHERE name = ?", arguments: ["next_" + table])
      return max(used, noted ?? 1)
    }
    nextEntity = try next("entity_id", "entities")
    nextMention = try next("mention_id", "mentions")
    nextFact = try next("fact_id", "facts")
  }

  /// Notes the numbers that come next.
  func finish(_ db: Database) throws {
    let numbers = [("mentions", nextMention), ("entities", nextEntity), ("facts", nextFact)]
    for (table, number) in numbers {
      try db.execute(
        sql: "INSERT OR REPLACE INTO svodka (name, value) VALUES (?, ?)",
        arguments: ["next_" + table, "\(number)"])
    }
  }

  mutating func load(_ batch: [UInt8]) throws {
    try batch.withUnsafeBytes { bytes in
      var reader = RowReader(bytes)
      while let (table, cells) = reader.row() {
        switch table {
        case SQLiteLayout.documents: try addDocument(cells, from: &reader)
        case SQLiteLayout.entities: try addEntity(cells, from: &reader)
        case SQLiteLayout.mentions:
          try add(to: table, keys: [nextMention, document], cells, from: &reader)
          nextMention += 1
        case SQLiteLayout.facts:
          fact = nextFact
          nextFact += 1
          try add(to: table, keys: [fact, document], cells, from: &reader)
        default: try add(to: table, keys: [fact], cells, from: &reader)
        }
      }
    }
  }

  private mutating func addDocument(_ cells: Int, from reader: inout RowReader) throws {
    entities.removeAll(keepingCapacity: true)
    firstMention = nextMention
    var ahead = reader
    let id = ahead.cell()
    try begin(find)
    bind(id, to: find, at: 1)
    if sqlite3_step(find.sqliteStatement) == SQLITE_ROW {
      document = sqlite3_column_int64(find.sqliteStatement, 0)
      sqlite3_reset(find.sqliteStatement)
      replacedDocuments += 1
      for statement in deletes {
        try begin(statement)
        sqlite3_bind_int64(statement.sqliteStatement, 1, document)
        try statement.execute()
      }
      try begin(update)
      for index in 1...cells { bind(reader.cell(), to: update, at: index) }
      sqlite3_bind_int64(update.sqliteStatement, Int32(cells + 1), document)
      try update.execute()
    } else {
      sqlite3_reset(find.sqliteStatement)
      let insert = inserts[SQLiteLayout.documents]
      try begin(insert)
      sqlite3_bind_null(insert.sqliteStatement, 1)
      for index in 1...cells { bind(reader.cell(), to: insert, at: index + 1) }
      try insert.execute()
      document = sqlite3_last_insert_rowid(sqlite3_db_handle(insert.sqliteStatement))
    }
  }

  private mutating func addEntity(_ cells: Int, from reader: inout RowReader) throws {
    var ahead = reader
    if case .text(let id) = ahead.cell() { entities[Array(id)] = nextEntity }
    try add(to: SQLiteLayout.entities, keys: [nextEntity, document], cells, from: &reader)
    nextEntity += 1
  }

  private func add(
    to table: Int, keys: [Int64], _ cells: Int, from reader: inout RowReader
  ) throws {
    let insert = inserts[table]
    try begin(insert)
    for (index, key) in keys.enumerated() {
      sqlite3_bind_int64(insert.sqliteStatement, Int32(index + 1), key)
    }
    for index in 0..<cells {
      bind(reader.cell(), to: insert, at: keys.count + index + 1)
    }
    try insert.execute()
  }

  // MARK: Binding

  /// Empties a statement; what is bound afterwards is not looked at by GRDB.
  private func begin(_ statement: Statement) throws {
    sqlite3_reset(statement.sqliteStatement)
    statement.setUncheckedArguments([])
  }

  /// Binds a cell; its bytes stay where they are until the statement has run.
  private func bind(_ cell: RowReader.Value, to statement: Statement, at index: Int) {
    let raw = statement.sqliteStatement
    let place = Int32(index)
    switch cell {
    case .null: sqlite3_bind_null(raw, place)
    case .integer(let number): sqlite3_bind_int64(raw, place, number)
    case .real(let number): sqlite3_bind_double(raw, place, number)
    case .mention(let number): sqlite3_bind_int64(raw, place, firstMention + number)
    case .text(let text):
      // An empty buffer may have no address, which SQLite would take for NULL.
      guard let first = text.baseAddress else {
        sqlite3_bind_text(raw, place, "", 0, nil)
        return
      }
      sqlite3_bind_text(
        raw, place, first.assumingMemoryBound(to: CChar.self), Int32(text.count), nil)
    case .entity(let id):
      if let row = entities[Array(id)] {
        sqlite3_bind_int64(raw, place, row)
      } else {
        sqlite3_bind_null(raw, place)
      }
    }
  }
}
