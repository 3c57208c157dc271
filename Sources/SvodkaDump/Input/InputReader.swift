import RussianText

/// Reads files one after the other and cuts them into chunks; holds one block and one chunk.
///
/// Chunks depend on nothing but the input and where the first begins.
struct InputReader {
  private let files: [InputFile]
  private let options: ReadingOptions
  private let counter: ReadCounter
  private var position: InputPosition
  private var records: RecordReader?
  /// So many items may still be read.
  var limit = Int.max

  /// A chunk ends with the item that reaches this many bytes.
  private static let chunkSize = 1 << 16
  /// Tiny texts: a chunk ends with so many items, so that a worker is not kept too long.
  private static let itemLimit = 128

  init(
    _ files: [InputFile], _ options: ReadingOptions, from position: InputPosition = .init(),
    counter: ReadCounter = ReadCounter()
  ) {
    self.files = files
    self.options = options
    self.position = position
    self.counter = counter
  }

  /// The next chunk; `nil` when all has been read.
  mutating func next() -> InputChunk? {
    var chunk = InputChunk()
    let most = min(InputReader.itemLimit, limit)
    while chunk.bytes.count < InputReader.chunkSize, chunk.items.count < most {
      do {
        if records != nil {
          try readRecord(into: &chunk)
        } else if position.file < files.count {
          try open(files[position.file], into: &chunk)
        } else {
          break
        }
      } catch {
        closeFile()
        chunk.items.append(InputChunk.Item(error))
      }
    }
    limit -= chunk.items.count
    chunk.end = position
    return chunk.items.isEmpty ? nil : chunk
  }

  private mutating func closeFile() {
    records = nil
    position = InputPosition(file: position.file + 1)
  }

  private mutating func readRecord(into chunk: inout InputChunk) throws(InputProblem) {
    guard try records!.read(into: &chunk) else { return closeFile() }
    position.offset = records!.offset
    position.line = records!.line
  }

  private mutating func open(
    _ file: InputFile, into chunk: inout InputChunk
  ) throws(InputProblem) {
    var file = file
    let plain = try decompressed(file)
    if let binary = BinaryFormat(head: plain.head) {
      throw InputProblem(file: file.path, reason: binary.reason)
    }
    let format = file.knownFormat ?? Self.format(seenFrom: plain.head)
    file.format = format
    if !format.isRecords { return try readWhole(file, plain, into: &chunk) }
    let (stream, guessed) = try utf8Stream(of: plain, file)
    var records = try RecordReader(stream, file: file, options, guessedEncoding: guessed)
    if position.offset > 0 { try records.skip(to: position) }
    self.records = records
    position.offset = records.offset
    position.line = records.line
  }

  private static func format(seenFrom head: [UInt8]) -> InputFile.Format {
    let letters = head.lazy.filter { $0 > 0x20 && $0 < 0x80 }
    let opener = letters.first
    // «[» may begin a text too: an array of documents holds objects.
    let isArray = opener == UInt8(ascii: "[") && letters.dropFirst().first == UInt8(ascii: "{")
    return opener == UInt8(ascii: "{") || isArray ? .jsonLines : .text
  }

  /// The bytes of the file, decompressed if it is compressed.
  private func decompressed(_ file: InputFile) throws(InputProblem) -> PeekedSource {
    let headSize = 1 << 16
    let raw = try PeekedSource(try FileSource(file, counter: counter), count: headSize)
    guard let compression = Compression(head: raw.head) else { return raw }
    let source = try DecompressingSource(
      raw, compression, file: file.path, expansionLimit: options.maxExpansion)
    let plain = try PeekedSource(source, count: headSize)
    if Compression(head: plain.head) != nil {
      throw InputProblem(file: file.path, reason: "is compressed twice; decompress it once")
    }
    return plain
  }

  /// The bytes as UTF-8, or in an encoding whose line feeds are those of ASCII.
  private func utf8Stream(
    of plain: PeekedSource, _ file: InputFile
  ) throws(InputProblem) -> (ByteStream, guessedEncoding: String?) {
    if let name = options.decoder.otherEncoding {
      return (ByteStream(try TranscodingSource(plain, encoding: name, file: file.path)), nil)
    }
    let wide = plain.head.withUnsafeBufferPointer { TextDecoder.wideEncoding(head: $0) }
    if let wide, !options.decoder.isNamed {
      let source = try TranscodingSource(plain, encoding: wide.name, file: file.path)
      return (ByteStream(source), wide.isGuessed ? wide.name : nil)
    }
    if plain.head.starts(with: [0xEF, 0xBB, 0xBF]) { plain.drop(3) }
    return (ByteStream(plain), nil)
  }

  private mutating func readWhole(
    _ file: InputFile, _ source: PeekedSource, into chunk: inout InputChunk
  ) throws(InputProblem) {
    let start = chunk.bytes.count
    var isWhole = true
    do {
      isWhole = try ByteStream(source).appendAll(to: &chunk.bytes, limit: options.maxLineBytes)
    } catch {
      chunk.bytes.removeSubrange(start...)
      throw error
    }
    chunk.items.append(
      InputChunk.Item(
        content: .file, range: start..<chunk.bytes.count, file: file, isCut: !isWhole))
    closeFile()
  }
}

extension InputChunk.Item {
  init(_ problem: InputProblem) {
    self.init(
      content: .problem(problem), range: 0..<0, file: InputFile(path: problem.file),
      line: problem.line ?? 0)
  }
}
