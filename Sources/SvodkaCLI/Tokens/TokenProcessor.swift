import Svodka
import SvodkaDump

/// Writes the sentences and words of a document in some form.
protocol TokenWriter {
  mutating func open(_ document: SourceDocument)
  mutating func append(_ sentence: SentenceRecord)
  mutating func close()
  /// What was written since the last call.
  mutating func takeBytes() -> [UInt8]
}

/// Splits each document into sentences and words and writes them.
struct TokenProcessor<Writer: TokenWriter>: DocumentProcessor {
  private let reader: TokenReader
  private var writer: Writer

  init(writer: Writer) {
    // The command has made one before it started the workers, so ICU's data is there.
    guard let reader = try? TokenReader() else { fatalError("ICU has lost its data") }
    self.reader = reader
    self.writer = writer
  }

  mutating func process(_ document: SourceDocument) -> ProcessedDocument {
    writer.open(document)
    var sentences = 0
    reader.forEachSentence(of: document.text) {
      writer.append($0)
      sentences += 1
    }
    writer.close()
    return ProcessedDocument(records: sentences)
  }

  mutating func takeBatch() -> [UInt8] { writer.takeBytes() }
}

/// CoNLL-U, as universaldependencies.org describes it.
struct CoNLLUWriter: TokenWriter {
  private var bytes: [UInt8] = []
  private var document = ""
  private var sentences = 0

  mutating func open(_ document: SourceDocument) {
    self.document = document.id.inOneLine
    sentences = 0
    write("# newdoc id = \(self.document)\n")
  }

  mutating func append(_ sentence: SentenceRecord) {
    sentences += 1
    if sentence.opensParagraph { write("# newpar\n") }
    write("# sent_id = \(document)-\(sentences)\n")
    write("# text = \(sentence.text.inOneLine)\n")
    for (index, token) in sentence.tokens.enumerated() {
      var notes = "TokenRange=\(token.range.lowerBound):\(token.range.upperBound)"
      if !token.hasSpaceAfter { notes = "SpaceAfter=No|" + notes }
      let cells = [
        "\(index + 1)", token.text.inOneLine, token.lemma.inOneLine, token.partOfSpeech, "_",
        token.features.isEmpty ? "_" : token.features, "\(token.head + 1)", token.relation.name, "_",
        notes,
      ]
      write(cells.joined(separator: "\t"))
      write("\n")
    }
    write("\n")
  }

  mutating func close() {
    // An empty line ends what stands under `# newdoc`, sentence or not.
    if sentences == 0 { write("\n") }
  }

  mutating func takeBytes() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }
}

/// One line of JSON a document: its sentences, each with its tokens.
struct TokenJSONWriter: TokenWriter {
  private var json = JSONBytes()

  mutating func open(_ document: SourceDocument) {
    json.openObject()
    json.field("id", document.id)
    json.name("sentences")
    json.openList()
  }

  mutating func append(_ sentence: SentenceRecord) {
    json.separate()
    json.openObject()
    append(sentence.range)
    json.name("tokens")
    json.openList()
    for token in sentence.tokens {
      json.separate()
      json.openObject()
      append(token.range)
      json.field("text", token.text)
      json.field("lemma", token.lemma)
      json.field("upos", token.partOfSpeech)
      json.field("head", token.head)
      json.field("deprel", token.relation.name)
      if !token.features.isEmpty { json.field("feats", token.features) }
      json.closeObject()
    }
    json.closeList()
    json.closeObject()
  }

  mutating func close() {
    json.closeList()
    json.closeObject()
    json.bytes.append(UInt8(ascii: "\n"))
  }

  mutating func takeBytes() -> [UInt8] {
    defer { json.bytes.removeAll(keepingCapacity: true) }
    return json.bytes
  }

  private mutating func append(_ range: Range<Int>) {
    json.field("start", range.lowerBound)
    json.field("end", range.upperBound)
  }
}
