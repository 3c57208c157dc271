import Foundation
import GRDB
import Svodka
import TextRules

/// Writes documents into an SQLite database; a document that is there already is replaced.
///
///     var writer = try SQLiteWriter(path: "news.sqlite")
///
/// The rows of many documents are one transaction, so the database is whole at any moment. Exact
/// numbers are text, with a binary one in `real` beside them for sums and sorting.
public final class SQLiteWriter: DumpWriter, KeepsRows {
  private let path: String
  /// Held until the run is done.
  private var lock: FileLock?
  private let queue: DatabaseQueue
  /// Batches that wait for their transaction.
  private var waiting: [[UInt8]] = []
  private var waitingBytes = 0
  /// Batches of this run that are in the database.
  private var storedBatches: Int
  /// Batches that come again after a resumption and are in the database.
  private var batchesToSkip: Int
  private let run: String
  private let layout: SQLiteLayout
  /// The run that wrote the database last, if it came to its end and nothing was written since.
  private(set) var finishedJob: FinishedJob?
  /// How many documents took the place of an earlier one with their id.
  public private(set) var replacedDocuments = 0

  /// So many bytes of rows make a transaction.
  private static let transactionSize = 8 << 20

  /// Which run wrote the database last, and how far it was.
  public struct State: Codable, Sendable, Hashable {
    var run: String
    var batches: Int
  }

  /// Opens the database, or makes a new one.
  ///
  /// - Parameters:
  ///   - offsets: The unit of the formatter; one database has one unit.
  ///   - state: A checkpoint of an earlier run, which is gone on with.
  ///   - facts: The kinds of facts that rule files declare, as the formatter has them.
  /// - Throws: ``OutputFile/Failure`` if the file is no database of svodka's, or cannot be written.
  public init(
    path: String, offsets: OffsetUnit = .scalars, resuming state: State? = nil,
    facts: [FactDeclaration] = []
  ) throws {
    self.path = path
    guard let lock = FileLock(path: path + ".lock") else {
      throw OutputFile.Failure(
        path: path,
        reason: errno == EWOULDBLOCK
          ? "another run is writing it" : String(cString: strerror(errno)))
    }
    self.lock = lock
    let layout = SQLiteLayout(facts: facts)
    self.layout = layout
    var configuration = Configuration()
    configuration.label = "svodka"
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA cache_size = -32000")
    }
    let run = state?.run ?? UUID().uuidString
    self.run = run
    (queue, storedBatches) = try SQLiteWriter.naming(path) {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      let stored = try queue.write { db in
        let stored = try SQLiteWriter.prepare(
          db, path, layout, run: run, offsets: offsets, resuming: state)
        try SQLiteWriter.prepareDeclared(db, path, layout)
        return stored
      }
      return (queue, stored)
    }
    batchesToSkip = storedBatches - (state?.batches ?? 0)
    finishedJob = try SQLiteWriter.naming(path) {
      try queue.read { try SQLiteWriter.value(SQLiteWriter.finished, in: $0) }
    }.flatMap { try? JSONDecoder().decode(FinishedJob.self, from: Data($0.utf8)) }
  }

  // MARK: DumpWriter

  public func write(_ batch: [UInt8]) throws {
    if batchesToSkip > 0 {
      batchesToSkip -= 1
      return
    }
    waiting.append(batch)
    waitingBytes += batch.count
    if waitingBytes >= SQLiteWriter.transactionSize { try commit() }
  }

  public func checkpoint() throws -> State? {
    try commit()
    return State(run: run, batches: storedBatches - batchesToSkip)
  }

  public func finish() throws {
    try commit()
    try SQLiteWriter.naming(path) {
      try queue.write { try $0.execute(sql: SQLiteSchema.indices) }
      try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA optimize") }
    }
    lock = nil
  }

  func note(_ job: FinishedJob) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(job), as: UTF8.self)
    try SQLiteWriter.naming(path) {
      try queue.write { try SQLiteWriter.set(SQLiteWriter.finished, text, in: $0) }
    }
    finishedJob = job
  }

  private func commit() throws {
    guard !waiting.isEmpty else { return }
    let batches = storedBatches + waiting.count
    try SQLiteWriter.naming(path) {
      replacedDocuments += try queue.write { db in
        var loader = try SQLiteLoader(db, layout)
        for batch in waiting { try loader.load(batch) }
        try loader.finish(db)
        try SQLiteWriter.set("batches", "\(batches)", in: db)
        if finishedJob != nil { try SQLiteWriter.remove(SQLiteWriter.finished, in: db) }
        return loader.replacedDocuments
      }
    }
    finishedJob = nil
    storedBatches = batches
    waiting.removeAll(keepingCapacity: true)
    waitingBytes = 0
  }

  // MARK: State in the database

  /// Makes the tables, or checks that they are there; gives how many batches of the run are.
  private static func prepare(
    _ db: GRDB.Database, _ path: String, _ layout: SQLiteLayout, run: String, offsets: OffsetUnit,
    resuming state: State?
  ) throws -> Int {
    let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
    if let state {
      guard !isEmpty, try value("run", in: db) == state.run,
        let batches = try value("batches", in: db).flatMap({ Int($0) }), batches >= state.batches, state.batches >= 0
      else {
        throw OutputFile.Failure(
          path: path, reason: "another run has written it since the checkpoint")
      }
      return batches
    }
    if isEmpty {
      try db.execute(sql: SQLiteSchema.creation(layout))
    } else {
      guard try Int.fetchOne(db, sql: "PRAGMA application_id") == SQLiteSchema.applicationID else {
        throw OutputFile.Failure(path: path, reason: "it is a database, but none of svodka's")
      }
      guard try Int.fetchOne(db, sql: "PRAGMA user_version") == SQLiteSchema.version else {
        throw OutputFile.Failure(
          path: path, reason: "another version of svodka made it; write to a new file")
      }
      if let unit = try value("offsets", in: db), unit != offsets.rawValue {
        throw OutputFile.Failure(
          path: path, reason: "its offsets count \(unit); name --offsets \(unit)")
      }
    }
    try set("run", run, in: db)
    try set("batches", "0", in: db)
    try set("offsets", offsets.rawValue, in: db)
    return 0
  }

  /// Adds the tables of declared kinds that an earlier run did not know.
  private static func prepareDeclared(
    _ db: GRDB.Database, _ path: String, _ layout: SQLiteLayout
  ) throws {
    try db.execute(sql: SQLiteSchema.additions(layout))
    for table in layout.declaredTables {
      let columns = try db.columns(in: table.name).map(\.name)
      guard columns == table.keys + table.columns.map(\.name) else {
        throw OutputFile.Failure(
          path: path,
          reason: "its table \(table.name) has other columns than the rule file declares; write to "
            + "a new file")
      }
    }
  }

  /// Under this name the last run is noted when it has come to its end.
  private static let finished = "finished"

  private static func remove(_ name: String, in db: GRDB.Database) throws {
    try db.execute(sql: "DELETE FROM svodka WHERE name = ?", arguments: [name])
  }

  private static func value(_ name: String, in db: GRDB.Database) throws -> String? {
    try String.fetchOne(db, sql: "SELECT value FROM svodka WHERE name = ?", arguments: [name])
  }

  private static func set(_ name: String, _ value: String, in db: GRDB.Database) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO svodka (name, value) VALUES (?, ?)", arguments: [name, value])
  }

  /// Gives the database's errors the name of the file and its own words.
  private static func naming<Result>(
    _ path: String, _ work: () throws -> Result
  ) throws -> Result {
    do {
      return try work()
    } catch let error as DatabaseError {
      let reason =
        switch error.resultCode {
        case .SQLITE_NOTADB: "it is no SQLite database"
        case .SQLITE_BUSY: "another program is writing it"
        case .SQLITE_FULL: "the disk is full"
        default: error.message ?? "\(error.resultCode)"
        }
      throw OutputFile.Failure(path: path, reason: reason)
    }
  }
}
