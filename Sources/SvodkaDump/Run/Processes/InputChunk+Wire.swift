extension InputChunk {
  /// All but the end of the chunk, which the reading process keeps.
  func write(to wire: inout WireWriter) {
    wire.write(bytes)
    wire.write(list: items) { $1.write(to: &$0) }
  }

  init(from wire: inout WireReader) {
    bytes = Array(wire.data())
    items = wire.list { Item(from: &$0) }
  }
}

extension InputChunk.Item {
  fileprivate func write(to wire: inout WireWriter) {
    switch content {
    case .json: wire.write(0)
    case .line: wire.write(1)
    case .file: wire.write(2)
    case .row(let header):
      wire.write(3)
      header.write(to: &wire)
    case .problem(let problem):
      wire.write(4)
      problem.write(to: &wire)
    }
    wire.write(range.lowerBound)
    wire.write(range.upperBound)
    wire.write(file.path)
    wire.write(file.format?.rawValue)
    wire.write(file.id)
    wire.write(line)
    wire.write(offset)
    wire.write(sharesLine ? 1 : 0)
    wire.write(isCut ? 1 : 0)
    wire.write(guessedEncoding)
    wire.write(isGivenUp ? 1 : 0)
  }

  fileprivate init(from wire: inout WireReader) {
    content =
      switch wire.int() {
      case 0: .json
      case 1: .line
      case 2: .file
      case 3: .row(TableHeader(from: &wire))
      default: .problem(InputProblem(from: &wire))
      }
    let start = wire.int()
    range = start..<wire.int()
    file = InputFile(path: wire.text())
    file.format = wire.optionalText().flatMap(InputFile.Format.init(rawValue:))
    file.id = wire.optionalText()
    line = wire.int()
    offset = wire.int()
    sharesLine = wire.int() != 0
    isCut = wire.int() != 0
    guessedEncoding = wire.optionalText()
    isGivenUp = wire.int() != 0
  }
}

extension InputProblem {
  func write(to wire: inout WireWriter) {
    wire.write(file)
    wire.write(line)
    wire.write(offset)
    wire.write(reason)
  }

  init(from wire: inout WireReader) {
    self.init(
      file: wire.text(), line: wire.optionalInt(), offset: wire.optionalInt(), reason: wire.text())
  }
}

extension DumpRun.Outcome where Batch: WireBatch {
  /// All but the end, which the reading process knows.
  func write(to wire: inout WireWriter) {
    batch.write(to: &wire)
    wire.write(list: problems) { $1.write(to: &$0) }
    wire.write(list: limits) { $1.write(to: &$0) }
    for number in [
      summary.documents, summary.problems, summary.limited, summary.records, summary.bytes,
      summary.withoutID, summary.withoutDate,
    ] { wire.write(number) }
    wire.write(list: summary.fields) { $0.write($1) }
  }

  init(from wire: inout WireReader, end: InputPosition) {
    self.init(batch: Batch(from: &wire), end: end)
    problems = wire.list { InputProblem(from: &$0) }
    limits = wire.list { InputProblem(from: &$0) }
    summary.documents = wire.int()
    summary.problems = wire.int()
    summary.limited = wire.int()
    summary.records = wire.int()
    summary.bytes = wire.int()
    summary.withoutID = wire.int()
    summary.withoutDate = wire.int()
    summary.fields = wire.list { $0.text() }
  }
}
