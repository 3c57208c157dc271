import RussianText
import Svodka

/// A stretch of input that one worker takes at a time.
struct InputChunk: Sendable {
  struct Item: Sendable {
    enum Content: Sendable {
      /// A line that is a JSON object.
      case json
      /// A line that is a text.
      case line
      /// A row of a table.
      case row(TableHeader)
      /// A file that is a text, or HTML.
      case file
      case problem(InputProblem)
    }

    var content: Content
    var range: Range<Int>
    var file: InputFile
    /// 1-based; 0 for a whole file.
    var line = 0
    /// Where the item begins in the file, decompressed and as UTF-8.
    var offset = 0
    /// Another object of the file stands before it in its line.
    var sharesLine = false
    /// More of the text was there than was kept.
    var isCut = false
    /// The encoding that was recognised where the file did not say it.
    var guessedEncoding: String?
    /// The document took too long already and comes without records.
    var isGivenUp = false
  }

  /// The bytes of all items, one after the other.
  var bytes: [UInt8] = []
  var items: [Item] = []
  /// Where the input goes on after it.
  var end = InputPosition()
}

extension InputChunk.Item {
  /// The name of a document that has no id: `FILE:LINE`, and of the second object of a line on
  /// `FILE:LINE:OFFSET`.
  fileprivate var defaultID: String {
    let place = "\(file.documentID):\(line)"
    return sharesLine ? "\(place):\(offset)" : place
  }
}

extension InputChunk {
  /// Reads the document of an item.
  func document(
    of item: Item, _ options: ReadingOptions
  ) throws(InputProblem) -> SourceDocument {
    var document: SourceDocument
    do {
      document = try read(item, options)
    } catch let problem as InputProblem {
      throw problem
    } catch {
      throw InputProblem(
        file: item.file.path, line: item.line, offset: item.offset, reason: "\(error)")
    }
    if let name = item.guessedEncoding {
      document.warnings.append(DocumentWarning(.guessedEncoding(name)))
    }
    document.isGivenUp = item.isGivenUp
    // Cleaning may be what took so long.
    if !item.isGivenUp, options.isHTML || item.file.knownFormat == .html { document.cleanHTML() }
    document.cut(to: options.maxDocumentBytes, isCut: item.isCut)
    return document
  }

  private func read(_ item: Item, _ options: ReadingOptions) throws -> SourceDocument {
    let bytes = bytes[item.range]
    switch item.content {
    case .problem(let problem): throw problem
    case .json: return try json(bytes, options, item.defaultID)
    case .line:
      return SourceDocument(id: item.defaultID, decoded: decode(bytes, options.lineDecoder))
    case .file:
      return SourceDocument(id: item.file.documentID, decoded: decode(bytes, options.decoder))
    case .row(let header):
      let decoded = decode(bytes, options.lineDecoder)
      return try header.document(in: decoded, defaultID: item.defaultID)
    }
  }

  /// Reads a line as UTF-8; one that is far from it as what it looks like.
  private func json(
    _ bytes: ArraySlice<UInt8>, _ options: ReadingOptions, _ defaultID: String
  ) throws(JSONLineParser.Failure) -> SourceDocument {
    let document = try bytes.withUnsafeBufferPointer { bytes throws(JSONLineParser.Failure) in
      try JSONLineParser.document(in: bytes, fields: options.fields, defaultID: defaultID)
    }
    guard !options.decoder.isNamed, document.warnings.contains(where: { $0.code == "invalid-utf8" })
    else { return document }
    let decoded = decode(bytes, options.decoder)
    guard decoded.encoding != "UTF-8" else { return document }
    var second = try decoded.utf8.withUnsafeBufferPointer {
      bytes throws(JSONLineParser.Failure) in
      try JSONLineParser.document(in: bytes, fields: options.fields, defaultID: defaultID)
    }
    second.warnings += decoded.warnings.map(DocumentWarning.init)
    return second
  }

  private func decode(_ bytes: ArraySlice<UInt8>, _ decoder: TextDecoder) -> DecodedText {
    bytes.withUnsafeBufferPointer { decoder.decode($0) }
  }
}

extension SourceDocument {
  init(id: String, decoded: DecodedText) {
    self.init(
      id: id, text: String(decoding: decoded.utf8, as: UTF8.self),
      warnings: decoded.warnings.map(DocumentWarning.init))
  }

  /// Leaves the first `limit` bytes of the text, with a warning if there were more.
  mutating func cut(to limit: Int, isCut: Bool) {
    let isLong = text.utf8.count > limit
    guard isLong || isCut else { return }
    if isLong {
      var end = text.utf8.index(text.utf8.startIndex, offsetBy: limit)
      while String.Index(end, within: text.unicodeScalars) == nil {
        end = text.utf8.index(before: end)
      }
      text = String(text[..<end])
    }
    warn(
      DocumentWarning.cut,
      "only the first \(text.utf8.count) bytes of the text were read (--max-document-bytes)")
  }
}

extension DocumentWarning {
  /// The code of a text that was longer than the limit.
  public static let cut = "cut"
  /// The code of a document that took longer than the limit.
  public static let timeout = "timeout"

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
