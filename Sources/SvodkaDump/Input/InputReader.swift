import RussianText
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
  func document(
    of item: Item, _ decoder: TextDecoder
  ) throws(InputProblem) -> SourceDocument {
    switch item {
    case .problem(let problem): throw problem
    case .text(let range, let file): return document(ofText: range, file, decoder)
    case .line(let range, let number, let file):
      do {
        return try document(ofLine: range, isFirst: number == 1, decoder)
      } catch {
        throw InputProblem(file: file, line: number, reason: error.description)
      }
    }
  }

  private func document(
    ofText range: Range<Int>, _ file: InputFile, _ decoder: TextDecoder
  ) -> SourceDocument {
    let decoded = bytes.withUnsafeBufferPointer {
      decoder.decode(UnsafeBufferPointer(rebasing: $0[range]))
    }
    return SourceDocument(
      id: file.documentID, text: String(decoding: decoded.utf8, as: UTF8.self),
      warnings: decoded.warnings.map(DocumentWarning.init))
  }

  /// Reads a line as UTF-8, or in the encoding that was named; none is guessed, since JSON is UTF-8.
  private func document(
    ofLine range: Range<Int>, isFirst: Bool, _ decoder: TextDecoder
  ) throws(JSONLineParser.Failure) -> SourceDocument {
    guard decoder.isNamed else {
      return try bytes.withUnsafeBufferPointer { bytes throws(JSONLineParser.Failure) in
        // A byte order mark may open the file; RFC 8259 lets a reader pass over it.
        let line = bytes[range]
        let hasMark = isFirst && line.starts(with: [0xEF, 0xBB, 0xBF])
        return try JSONLineParser.document(
          in: UnsafeBufferPointer(rebasing: hasMark ? line.dropFirst(3) : line))
      }
    }
    let decoded = bytes.withUnsafeBufferPointer {
      decoder.decode(UnsafeBufferPointer(rebasing: $0[range]))
    }
    var document = try decoded.utf8.withUnsafeBufferPointer {
      bytes throws(JSONLineParser.Failure) in try JSONLineParser.document(in: bytes)
    }
    document.warnings += decoded.warnings.map(DocumentWarning.init)
    return document
  }
}

extension DocumentWarning {
  init(_ warning: DecodedText.Warning) {
    let code =
      switch warning {
      case .invalidUTF8: "invalid-utf8"
      case .unreadable: "unreadable"
      case .guessedEncoding: "guessed-encoding"
      }
    self.init(code: code, detail: warning.description)
  }
}
