// Reads texts, folders and JSON Lines and writes what they say into a database.
//
//     swift run dump-to-sqlite facts.sqlite ../Fixtures
//     sqlite3 facts.sqlite "SELECT text, value, currency FROM mentions WHERE kind = 'money'"
import Svodka
import SvodkaDump

@main
struct DumpToSQLite {
  static func main() throws {
    let paths = CommandLine.arguments.dropFirst()
    guard let database = paths.first, paths.count > 1 else {
      print("Name a database and the inputs.")
      return
    }
    let extractor = try Extractor()
    let (files, problems) = InputFile.files(at: Array(paths.dropFirst()), format: nil)
    problems.forEach { print($0) }
    var writer = try SQLiteWriter(path: database)
    let summary = try DumpRun(files: files, jobs: 2).run(to: &writer, report: { print($0) }) {
      ExtractionProcessor(worker: extractor.makeWorker(), formatter: SQLiteFormatter())
    }
    try writer.finish()
    print("\(summary.documents) documents, \(summary.records) records in \(database)")
  }
}
