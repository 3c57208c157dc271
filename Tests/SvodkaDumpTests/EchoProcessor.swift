import SvodkaDump

/// Writes each document's id, length and first letters.
struct EchoProcessor: DocumentProcessor {
  private var output: [UInt8] = []

  mutating func process(_ document: SourceDocument) -> ProcessedDocument {
    let warnings = document.warnings.map { " !\($0.code)" }.joined()
    let line = "\(document.id):\(document.text.utf8.count):\(document.text.prefix(6))\(warnings)\n"
    output.append(contentsOf: line.utf8)
    return ProcessedDocument(records: 1)
  }

  mutating func takeBatch() -> [UInt8] {
    defer { output.removeAll() }
    return output
  }
}

/// Keeps what it is given, or fails at it.
struct MemoryWriter: DumpWriter {
  struct Full: Error {}
  var output: [UInt8] = []
  var isFull = false

  mutating func write(_ batch: [UInt8]) throws {
    if isFull { throw Full() }
    output += batch
  }
  mutating func checkpoint() -> Int? { output.count }
  mutating func finish() {}
}

/// What a run over files gives.
struct Echo {
  var output: String
  var problems: [InputProblem]
  var summary: DumpRun.Summary

  init(
    _ paths: [String], jobs: Int = 1, format: InputFile.Format? = nil,
    reading: ReadingOptions = ReadingOptions()
  ) throws {
    var writer = MemoryWriter()
    var problems: [InputProblem] = []
    let files = paths.map { InputFile(path: $0, format: format) }
    summary = try DumpRun(files: files, jobs: jobs, reading: reading)
      .run(to: &writer, report: { problems.append($0) }) { EchoProcessor() }
    output = String(decoding: writer.output, as: UTF8.self)
    self.problems = problems
  }
}

/// The texts of a file's documents, by id.
struct Texts: DocumentProcessor {
  private var batch: [SourceDocument] = []
  mutating func process(_ document: SourceDocument) -> ProcessedDocument {
    batch.append(document)
    return ProcessedDocument(records: 0)
  }
  mutating func takeBatch() -> [SourceDocument] {
    defer { batch = [] }
    return batch
  }

  static func of(
    _ paths: [String], format: InputFile.Format? = nil, reading: ReadingOptions = ReadingOptions()
  ) throws -> (documents: [SourceDocument], problems: [InputProblem]) {
    struct Collector: DumpWriter {
      var documents: [SourceDocument] = []
      mutating func write(_ batch: [SourceDocument]) { documents += batch }
      mutating func checkpoint() -> Int? { nil }
      mutating func finish() {}
    }
    var collector = Collector()
    var problems: [InputProblem] = []
    _ = try DumpRun(files: paths.map { InputFile(path: $0, format: format) }, reading: reading)
      .run(to: &collector, report: { problems.append($0) }) { Texts() }
    return (collector.documents, problems)
  }
}
