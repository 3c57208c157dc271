/// The words of a page, in its language: `Assets/phrases.tsv`.
struct Phrases: Sendable {
  let language: PageLanguage
  private let texts: [String: String]

  static func `in`(_ language: PageLanguage) -> Phrases {
    switch language {
    case .english: english
    case .russian: russian
    }
  }

  private static let english = Phrases(.english, column: 1)
  private static let russian = Phrases(.russian, column: 2)

  private init(_ language: PageLanguage, column: Int) {
    self.language = language
    var texts: [String: String] = [:]
    let table = String(decoding: Asset.phrases.bytes, as: UTF8.self)
    for line in table.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      precondition(cells.count == 3, "phrases.tsv: three columns in '\(line)'")
      texts[String(cells[0])] = String(cells[column])
    }
    self.texts = texts
  }

  var keys: Set<String> { Set(texts.keys) }

  /// The phrase of that key, which the table must have.
  subscript(key: String) -> String {
    guard let text = texts[key] else { preconditionFailure("phrases.tsv has no '\(key)'") }
    return text
  }

  /// The name of a kind; one of the user's own is called what its rules call it.
  func name(ofKind kind: String) -> String { texts["kind.\(kind)"] ?? kind }

  /// A phrase with its arguments put in.
  func phrase(_ key: String, _ arguments: [String: String]) -> String {
    sentence(key, arguments.mapValues { [.text($0)] }).map(\.text).joined()
  }

  /// A phrase with arguments that may lead somewhere; see the head of the table.
  func sentence(_ key: String, _ arguments: [String: [Piece]?]) -> [Piece] {
    var pieces: [Piece] = []
    var rest = self[key][...]
    while !rest.isEmpty {
      let plain = rest.prefix { $0 != "[" }
      append(plain, arguments, to: &pieces)
      rest = rest[plain.endIndex...].dropFirst()
      let optional = rest.prefix { $0 != "]" }
      rest = rest[optional.endIndex...].dropFirst()
      append(optional, arguments, to: &pieces)
    }
    return pieces
  }

  /// Appends a stretch of a phrase, or nothing if one of its arguments is missing.
  private func append(
    _ template: Substring, _ arguments: [String: [Piece]?], to pieces: inout [Piece]
  ) {
    var made: [Piece] = []
    var rest = template
    while let brace = rest.firstIndex(of: "{"), let end = rest[brace...].firstIndex(of: "}") {
      if brace > rest.startIndex { made.append(.text(String(rest[..<brace]))) }
      let name = String(rest[rest.index(after: brace)..<end])
      guard let value = arguments[name] ?? nil, !value.isEmpty else { return }
      made += value
      rest = rest[rest.index(after: end)...]
    }
    if !rest.isEmpty { made.append(.text(String(rest))) }
    pieces += made
  }
}

/// A part of a sentence: words, or an argument that leads to where it stands in the text.
enum Piece: Equatable {
  case text(String)
  case entity(id: String, name: String)
  case mention(index: Int, text: String)

  var text: String {
    switch self {
    case .text(let text), .entity(_, let text), .mention(_, let text): text
    }
  }
}
