import Svodka

/// Reads named spans from CoNLL columns: a token first, its BIO tag last, a blank line between
/// sentences.
///
///     # newdoc id = 17
///     Олег      B-PER
///     Алферов   I-PER
///     сказал    O
///
/// BIO, BIOES and BILOU are understood. A document begins with `# newdoc id = …`, `# id = …` or
/// `-DOCSTART-`. Offsets are those of the tokens in `text`, if there is one; otherwise the text is
/// the tokens with spaces between them, but for marks and brackets, a line a sentence.
struct TaggedColumns {
  private let labels: GoldLabels
  private let file: String
  /// The text that the tokens stand in.
  private let source: [Unicode.Scalar]?
  private var documents: [GoldDocument] = []
  private var id: String
  private var text: [Unicode.Scalar] = []
  private var position = 0
  /// A straight quotation mark is open.
  private var isQuoted = false
  private var mentions: [GoldMention] = []
  private var open: (kind: MentionKind, range: Range<Int>)?

  static func read(
    _ content: String, text: String?, id: String, labels: GoldLabels, file: String
  ) throws -> [GoldDocument] {
    var reader = TaggedColumns(
      labels: labels, file: file, source: text.map { Array($0.unicodeScalars) }, id: id)
    for (index, line) in content.fileLines.enumerated() {
      try reader.readLine(line, number: index + 1)
    }
    reader.finishDocument()
    return reader.documents
  }

  private init(labels: GoldLabels, file: String, source: [Unicode.Scalar]?, id: String) {
    self.labels = labels
    self.file = file
    self.source = source
    self.id = id
  }

  private mutating func readLine(_ line: Substring, number: Int) throws {
    if let name = TaggedColumns.documentName(line) {
      finishDocument()
      id = name.isEmpty ? "\(documents.count + 1)" : name
      return
    }
    let cells = line.split { $0 == "\t" || $0 == " " }
    guard !cells.isEmpty else {
      close()
      isQuoted = false
      if source == nil, !text.isEmpty, text.last != "\n" { text.append("\n") }
      return
    }
    guard cells.count > 1 else {
      if line.hasPrefix("#") { return }
      throw GoldError(file: file, line: number, reason: "the token '\(cells[0])' has no tag")
    }
    if line.hasPrefix("#"), cells[0] == "#" && cells.contains("=") { return }
    let range = try place(Array(cells[0].unicodeScalars), line: number)
    try read(tag: cells[cells.count - 1], at: range, line: number)
  }

  private static func documentName(_ line: Substring) -> String? {
    if line.hasPrefix("-DOCSTART-") { return "" }
    for mark in ["# newdoc id =", "# id ="] where line.hasPrefix(mark) {
      return String(line.dropFirst(mark.count).drop { $0 == " " })
    }
    return nil
  }

  /// Where the token stands in the text.
  private mutating func place(_ token: [Unicode.Scalar], line: Int) throws -> Range<Int> {
    guard let source else {
      if let last = text.last, last != "\n", isParted(last, token) { text.append(" ") }
      let start = text.count
      text += token
      return start..<text.count
    }
    var start = position
    while start < source.count, source[start].isSpace { start += 1 }
    guard source[start...].starts(with: token) else {
      var word = String.UnicodeScalarView()
      word.append(contentsOf: token)
      throw GoldError(
        file: file, line: line,
        reason: "the token '\(String(word))' does not follow in the text, at character \(start)")
    }
    position = start + token.count
    return start..<position
  }

  /// Whether a space stands between what was written last and the token. Marks stand at the word
  /// before them, opening brackets and quotation marks at the word behind.
  private mutating func isParted(_ last: Unicode.Scalar, _ token: [Unicode.Scalar]) -> Bool {
    let closing: Set<Unicode.Scalar> = [",", ".", ":", ";", "!", "?", ")", "]", "»", "…", "%"]
    let opening: Set<Unicode.Scalar> = ["(", "[", "«", "„", "#", "№"]
    guard let first = token.first else { return false }
    if token.count == 1, first == "\"" {
      // They open and close by turns.
      isQuoted.toggle()
      return isQuoted
    }
    if last == "\"" { return !isQuoted }
    if opening.contains(last) { return last == "№" }
    return !closing.contains(first)
  }

  private mutating func read(tag: Substring, at range: Range<Int>, line: Int) throws {
    guard tag == "O" || tag == "_" || tag.contains("-") else {
      throw GoldError(
        file: file, line: line,
        reason: "the tag '\(tag)' is neither O nor of the form B-PER; the tags stand in the last column")
    }
    guard let dash = tag.firstIndex(of: "-"), let prefix = tag.first, tag.startIndex < dash else {
      close()
      return
    }
    let kind = labels.kind(of: tag[tag.index(after: dash)...])
    let continues = "IEML".contains(prefix) && (prefix != "L" || open != nil)
    if continues, let span = open, span.kind == kind {
      open = (span.kind, span.range.lowerBound..<range.upperBound)
    } else {
      close()
      if let kind { open = (kind, range) }
    }
    if "ELSU".contains(prefix) { close() }
  }

  private mutating func close() {
    guard let span = open else { return }
    open = nil
    var surface = String.UnicodeScalarView()
    surface.append(contentsOf: (source ?? text)[span.range])
    mentions.append(GoldMention(kind: span.kind, range: span.range, text: String(surface)))
  }

  private mutating func finishDocument() {
    close()
    defer {
      text = []
      mentions = []
    }
    guard !text.isEmpty || !mentions.isEmpty || (source != nil && position > 0) else { return }
    var content = String.UnicodeScalarView()
    content.append(contentsOf: source ?? text)
    documents.append(
      GoldDocument(id: id, text: String(content), mentions: mentions, file: file))
  }
}
