import RussianText

/// How documents are read from the files of a dump.
public struct ReadingOptions: Sendable {
  /// Which fields of a JSON object, or columns of a table, hold what.
  public var fields = FieldNames()
  /// Makes text of bytes.
  public var decoder = TextDecoder()
  /// The texts are HTML: tags go, entities are resolved, offsets lie in the cleaned text.
  public var isHTML = false
  /// A longer text is read so far, with the warning `cut`.
  public var maxDocumentBytes = 1 << 20
  /// A compressed file that expands more than so many times is given up.
  public var maxExpansion = 200

  public init() {}

  /// Makes text of the bytes of a line or row: a stream in a named encoding is UTF-8 by then.
  var lineDecoder: TextDecoder {
    decoder.otherEncoding == nil ? decoder : ReadingOptions.utf8Decoder
  }

  private static let utf8Decoder: TextDecoder = {
    guard let decoder = try? TextDecoder(encoding: "UTF-8") else {
      preconditionFailure("ICU knows no UTF-8")
    }
    return decoder
  }()

  /// No line and no row is kept longer than this: text in JSON escapes is at most six times as long.
  var maxLineBytes: Int { maxDocumentBytes * 6 + (64 << 10) }
}

/// The names of the fields, or columns, that make a document; dots lead into objects: `meta.date`.
public struct FieldNames: Sendable, Hashable {
  public var id = "id"
  public var text = "text"
  public var published = "published"
  public var title = "title"

  public init() {}
}
