import Svodka

/// A stretch of input that one worker takes at a time.
struct InputChunk: Sendable {
  enum Item: Sendable {
    case line(Range<Int>, number: Int, file: String)
    case text(Range<Int>, file: InputFile)
    case problem(InputProblem)
  }

  /// The bytes of all items, one after the other.
  var bytes: [UInt8] = []
  var items: [Item] = []
}

/// Reads files one after the other and cuts them into chunks; holds one block and one chunk.
struct InputReader {
  private var files: ArraySlice<InputFile>
  private var lines: (stream: ByteStream, file: InputFile, number: Int)?

  /// A chunk ends with the item that reaches this many bytes.
  private static let chunkSize = 1 << 18
  /// Tiny texts: a chunk ends with so many items, so that a worker is not kept too long.
  private static let itemLimit = 512

  init(_ files: [InputFile]) { self.files = files[...] }

  /// The next chunk; `nil` when all has been read.
  mutating func next() -> InputChunk? {
    var chunk = InputChunk()
    while chunk.bytes.count < InputReader.chunkSize, chunk.items.count < InputReader.itemLimit {
      do {
        if lines != nil {
          try readLine(into: &chunk)
        } else if let file = files.popFirst() {
          try open(file, into: &chunk)
        } else {
          break
        }
      } catch {
        lines = nil
        chunk.items.append(.problem(error))
      }
    }
    return chunk.items.isEmpty ? nil : chunk
  }

  private mutating func open(
    _ file: InputFile, into chunk: inout InputChunk
  ) throws(InputProblem) {
    do {
      let stream = try ByteStream(file)
      var format = file.format ?? file.formatByName
      if format == nil {
        format = try stream.firstByte() == UInt8(ascii: "{") ? .jsonLines : .text
      }
      if format == .jsonLines {
        lines = (stream, file, 0)
        return
      }
      let start = chunk.bytes.count
      do {
        try stream.appendAll(to: &chunk.bytes)
      } catch {
        chunk.bytes.removeSubrange(start...)
        throw error
      }
      chunk.items.append(.text(start..<chunk.bytes.count, file: file))
    } catch let problem as InputProblem {
      throw problem
    } catch {
      throw InputProblem(file: file.path, reason: "cannot be read: \(error)")
    }
  }

  private mutating func readLine(into chunk: inout InputChunk) throws(InputProblem) {
    guard let (stream, file, read) = lines else { return }
    let start = chunk.bytes.count
    do {
      guard try stream.appendLine(to: &chunk.bytes) else {
        lines = nil
        return
      }
    } catch let problem as InputProblem {
      chunk.bytes.removeSubrange(start...)
      throw problem
    } catch {
      throw InputProblem(file: file.path, reason: "cannot be read: \(error)")
    }
    let number = read + 1
    lines = (stream, file, number)
    // Nothing but white space is no document and no mistake.
    if chunk.bytes[start...].contains(where: { $0 > 0x20 }) {
      chunk.items.append(.line(start..<chunk.bytes.count, number: number, file: file.path))
    }
  }
}

extension InputChunk {
  /// Reads the document of an item.
  func document(of item: Item) throws(InputProblem) -> SourceDocument {
    switch item {
    case .problem(let problem): throw problem
    case .text(let range, let file): return document(ofText: range, file)
    case .line(let range, let number, let file):
      let parsed: Result<SourceDocument, JSONLineParser.Failure> = bytes.withUnsafeBufferPointer {
        let bytes = $0[range]
        // A byte order mark may open the file; RFC 8259 lets a reader pass over it.
        let hasMark = number == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let line = UnsafeBufferPointer(rebasing: hasMark ? bytes.dropFirst(3) : bytes)
        return Result { () throws(JSONLineParser.Failure) in
          try JSONLineParser.document(in: line)
        }
      }
      switch parsed {
      case .success(let document): return document
      case .failure(let failure):
        throw InputProblem(file: file, line: number, reason: failure.description)
      }
    }
  }

  private func document(ofText range: Range<Int>, _ file: InputFile) -> SourceDocument {
    if let valid = String(validating: bytes[range], as: UTF8.self) {
      return SourceDocument(id: file.documentID, text: valid)
    }
    var document = SourceDocument(
      id: file.documentID, text: String(decoding: bytes[range], as: UTF8.self))
    document.warn("invalid-utf8", "broken bytes read as U+FFFD")
    return document
  }
}
