import Svodka

/// A document as it was read, ready for extraction.
public struct SourceDocument: Sendable, Hashable {
  public var id: String
  /// The text, to which all offsets refer.
  public var text: String
  public var published: CalendarDay?
  public var title: String?
  /// What had to be repaired while reading.
  public var warnings: [DocumentWarning]
  /// The document took too long already; nothing is extracted any more.
  package var isGivenUp = false
  var missing = MissingFields()

  public init(
    id: String, text: String, published: CalendarDay? = nil, title: String? = nil,
    warnings: [DocumentWarning] = []
  ) {
    self.id = id
    self.text = text
    self.published = published
    self.title = title
    self.warnings = warnings
  }
}

/// Which fields a document's object has not; no part of what makes two documents equal.
struct MissingFields: Sendable, Hashable {
  /// What the fields are called that are there.
  var names: [String] = []
  var id = false
  var date = false

  static func == (one: MissingFields, other: MissingFields) -> Bool { true }
  func hash(into hasher: inout Hasher) {}
}

/// Something in the input that is not a document: a broken line, an unreadable file.
public struct InputProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file as it was named, `-` for standard input.
  public var file: String
  /// 1-based; `nil` if the whole file is meant.
  public var line: Int?
  /// Where in the file, in bytes of its decompressed UTF-8; `nil` if the whole file is meant.
  public var offset: Int?
  /// What is wrong, and what would mend it.
  public var reason: String

  public init(file: String, line: Int? = nil, offset: Int? = nil, reason: String) {
    self.file = file
    self.line = line
    self.offset = offset
    self.reason = reason
  }

  /// `news.jsonl:17: the field 'text' is missing`
  public var description: String {
    if let line { "\(file):\(line): \(reason)" } else { "\(file): \(reason)" }
  }
}
