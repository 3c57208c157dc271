import RussianText

/// Reads the lines of a file, or the rows of a table, into chunks.
struct RecordReader {
  private let stream: ByteStream
  private let file: InputFile
  private let options: ReadingOptions
  private let guessedEncoding: String?
  /// `nil` where lines are no rows.
  private var header: TableHeader?
  /// The objects stand in an array, or over several lines.
  private var holdsObjects = false
  /// How many lines were taken.
  private(set) var line = 0

  /// How many bytes were taken.
  var offset: Int { stream.offset }

  /// Reads the header of a table.
  init(
    _ stream: ByteStream, file: InputFile, _ options: ReadingOptions, guessedEncoding: String?
  ) throws(InputProblem) {
    self.stream = stream
    self.file = file
    self.options = options
    self.guessedEncoding = guessedEncoding
    if file.format == .csv || file.format == .tsv { header = try readHeader() }
    if file.format == .jsonLines {
      let name = Compression(path: file.path) == nil ? file.path : PathText(file.path).withoutEnding
      let firstByte = try stream.firstByte()
      holdsObjects = PathText(name).ending == "json" || firstByte == UInt8(ascii: "[")
    }
  }

  mutating func skip(to position: InputPosition) throws(InputProblem) {
    try stream.skip(to: position.offset)
    line = position.line
  }

  /// Reads the next record; `false` at the end of the file.
  mutating func read(into chunk: inout InputChunk) throws(InputProblem) -> Bool {
    let start = chunk.bytes.count
    do {
      if holdsObjects { return try readObject(into: &chunk) }
      return header == nil ? try readLine(into: &chunk) : try readRow(into: &chunk)
    } catch {
      chunk.bytes.removeSubrange(start...)
      throw error
    }
  }

  private mutating func readLine(into chunk: inout InputChunk) throws(InputProblem) -> Bool {
    let start = chunk.bytes.count
    var item = InputChunk.Item(
      content: file.format == .lines ? .line : .json, range: start..<start, file: file,
      line: line + 1, offset: offset, guessedEncoding: guessedEncoding)
    switch try stream.appendLine(to: &chunk.bytes, limit: options.maxLineBytes) {
    case .none: return false
    case .whole: break
    case .long: try shortenLine(&item, &chunk)
    }
    line += 1
    item.range = start..<chunk.bytes.count
    // Nothing but white space is no document and no mistake.
    if !isBlank(chunk.bytes[start...]) { chunk.items.append(item) }
    return true
  }

  private func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.allSatisfy { $0 <= 0x20 } }

  /// Reads the rest of a line that is too long and keeps as much as the limits allow.
  private func shortenLine(
    _ item: inout InputChunk.Item, _ chunk: inout InputChunk
  ) throws(InputProblem) {
    guard case .json = item.content else {
      item.isCut = true
      return try stream.forRestOfLine { _ in }
    }
    let start = item.range.lowerBound
    var abridger = JSONLineAbridger(
      stringLimit: options.maxDocumentBytes * 6 + 16, lineLimit: options.maxLineBytes * 2)
    abridger.append(chunk.bytes[start...])
    chunk.bytes.removeSubrange(start...)
    try stream.forRestOfLine { abridger.append($0) }
    if let line = abridger.line {
      chunk.bytes += line
    } else {
      let problem = InputProblem(
        file: file.path, line: item.line, offset: item.offset,
        reason: "the line is longer than \(options.maxLineBytes) bytes (--max-document-bytes)")
      item.content = .problem(problem)
      // Not empty, so that it is not taken for a blank line.
      chunk.bytes.append(UInt8(ascii: "{"))
    }
  }

  /// Reads the next object of an array.
  private mutating func readObject(into chunk: inout InputChunk) throws(InputProblem) -> Bool {
    let start = chunk.bytes.count
    var item = InputChunk.Item(
      content: .json, range: start..<start, file: file, line: line + 1, offset: offset,
      guessedEncoding: guessedEncoding)
    var scanner = JSONObjectScanner()
    let outcome = try scanner.appendObject(of: stream, to: &chunk.bytes, limit: options.maxLineBytes)
    item.line = line + 1 + scanner.linesBefore
    item.sharesLine = item.offset > 0 && scanner.linesBefore == 0
    switch outcome {
    case .none: return false
    case .whole(let lines): line += lines
    case .long(let lines):
      line += lines
      item = .init(
        problem(
          item,
          "the object is longer than \(options.maxLineBytes) bytes (--max-document-bytes)"))
    case .open(let lines):
      line += lines
      chunk.bytes.removeSubrange(start...)
      item = .init(problem(item, "the object has no end"))
    case .broken(let lines):
      line += lines
      chunk.bytes.removeSubrange(start...)
      item = .init(problem(item, "a string has no end in its line"))
    case .other(let lines):
      line += lines
      item = .init(problem(item, "expected an object, a comma or the end of the list"))
    }
    item.range = start..<chunk.bytes.count
    chunk.items.append(item)
    return true
  }

  // MARK: Tables

  private mutating func readHeader() throws(InputProblem) -> TableHeader {
    var bytes: [UInt8] = []
    _ = try stream.fill()
    let delimiter = TableHeader.delimiter(
      seenFrom: stream.block[stream.start..<stream.end], isTSV: file.format == .tsv)
    var scanner = RowScanner(delimiter: delimiter)
    guard case .whole(let lines) = try scanner.appendRow(
      of: stream, to: &bytes, limit: options.maxLineBytes)
    else { throw InputProblem(file: file.path, reason: "the table has no line of column names") }
    line = lines
    let decoded = bytes.withUnsafeBufferPointer { options.lineDecoder.decode($0) }
    do {
      return try TableHeader(decoded.utf8, delimiter: delimiter, options.fields)
    } catch {
      throw InputProblem(file: file.path, line: 1, offset: 0, reason: error.description)
    }
  }

  private mutating func readRow(into chunk: inout InputChunk) throws(InputProblem) -> Bool {
    guard let header else { return false }
    let start = chunk.bytes.count
    var item = InputChunk.Item(
      content: .row(header), range: start..<start, file: file, line: line + 1, offset: offset,
      guessedEncoding: guessedEncoding)
    var scanner = RowScanner(delimiter: header.delimiter)
    switch try scanner.appendRow(of: stream, to: &chunk.bytes, limit: options.maxLineBytes) {
    case .none: return false
    case .whole(let lines): line += lines
    case .long:
      chunk.bytes.removeSubrange(start...)
      try stream.forRestOfLine { _ in }
      line += 1
      item = .init(problem(item, "the row is longer than \(options.maxLineBytes) bytes"))
    case .openQuote:
      // The quote costs its own line, not all that follows.
      let row = chunk.bytes[start...]
      if let first = row.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
        stream.giveBack(row[first...])
        try stream.takeLineEnd()
      } else {
        try stream.forRestOfLine { _ in }
      }
      chunk.bytes.removeSubrange(start...)
      line += 1
      item = .init(problem(item, "a quoted field has no end"))
    }
    item.range = start..<chunk.bytes.count
    if case .row = item.content, isBlank(chunk.bytes[start...]) { return true }
    chunk.items.append(item)
    return true
  }

  private func problem(_ item: InputChunk.Item, _ reason: String) -> InputProblem {
    InputProblem(file: file.path, line: item.line, offset: item.offset, reason: reason)
  }
}
