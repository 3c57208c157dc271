import ArgumentParser
import Foundation
import RussianText
import Svodka
import SvodkaDump

/// What every subcommand that reads documents takes: which they are, and how to read them.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Text, HTML, JSON Lines, CSV or TSV files, folders, or - for standard input.",
      discussion: """
        A text or HTML file is one document, whose id is the file's name without the extension. A \
        JSON line is {"id":…,"text":…,"published":"2016-12-15","title":…}; the last two may be \
        left out. A table's first line has the names of its columns. Files may be compressed by \
        gzip, bzip2 or zstd. A folder stands for its text, HTML and JSON Lines files, or those of \
        --input-format, in the order of their names.
        """,
      valueName: "input"))
  var inputs: [String]

  @Option(
    help: ArgumentHelp(
      "Read every input as this, whatever its name: text, jsonl, csv, tsv, lines or html.",
      valueName: "format"))
  var inputFormat: InputFile.Format?

  @Option(
    help: ArgumentHelp(
      "Publication date of the documents that carry none.", valueName: "2016-12-15"))
  var published: CalendarDay?

  @Option(
    help: ArgumentHelp(
      "Encoding of the inputs: windows-1251, koi8-r, utf-16, …; without it, text is recognised.",
      valueName: "name"))
  var encoding: TextDecoder?

  @Option(
    help: ArgumentHelp(
      "Field or column with a document's id; dots lead into objects: meta.id.", valueName: "name"))
  var idField = FieldNames().id

  @Option(help: ArgumentHelp("Field or column with the text.", valueName: "name"))
  var textField = FieldNames().text

  @Option(help: ArgumentHelp("Field or column with the publication date.", valueName: "name"))
  var dateField = FieldNames().published

  @Option(help: ArgumentHelp("Field or column with the title.", valueName: "name"))
  var titleField = FieldNames().title

  @Flag(help: "The texts are HTML; offsets lie in the cleaned text (see --with-text).")
  var html = false

  @Option(
    help: ArgumentHelp(
      "Read no more than this of a text, and warn in the document.", valueName: "bytes"))
  var maxDocumentBytes = ReadingOptions().maxDocumentBytes

  @Option(
    help: ArgumentHelp(
      "Give up a compressed file that expands more than so many times.", valueName: "n"))
  var maxExpansion = ReadingOptions().maxExpansion

  func validate() throws {
    if inputs.isEmpty { throw ValidationError("Name a file, a folder, or - for standard input.") }
    if inputs.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("Standard input can be read once only: give - once.")
    }
    if maxDocumentBytes < 1 || maxDocumentBytes > 100 << 20 {
      throw ValidationError("--max-document-bytes must lie between 1 and \(100 << 20).")
    }
    if maxExpansion < 1 { throw ValidationError("--max-expansion must be 1 or more.") }
  }

  var reading: ReadingOptions {
    var reading = ReadingOptions()
    reading.decoder = encoding ?? TextDecoder()
    reading.fields.id = idField
    reading.fields.text = textField
    reading.fields.published = dateField
    reading.fields.title = titleField
    reading.isHTML = html
    reading.maxDocumentBytes = maxDocumentBytes
    reading.maxExpansion = maxExpansion
    return reading
  }

  /// What to say of fields that the documents lack.
  func missingFields(_ summary: DumpRun.Summary) -> [String] {
    let there = summary.fields.joined(separator: ", ")
    var notes: [String] = []
    if summary.withoutID > 0 {
      notes.append(
        "\(summary.withoutID) of \(summary.documents) documents have no field '\(idField)' and are "
          + "called by file and line; there are \(there): --id-field names another")
    }
    let isChosen = dateField != FieldNames().published
    if summary.withoutDate > 0, summary.withoutDate == summary.documents,
      isChosen || published == nil && summary.fields.contains(where: Self.looksLikeDate)
    {
      notes.append(
        "no document has the field '\(dateField)'; there are \(there): --date-field names the date")
    }
    return notes
  }

  /// Is the name usual for a field with a date?
  private static func looksLikeDate(_ name: String) -> Bool {
    ["date", "datetime", "time", "pubdate", "published_at", "created", "created_at", "timestamp"]
      .contains(name.lowercased())
  }

  /// What of these options decides what is written.
  var settings: [String: String] {
    [
      "input": inputs.joined(separator: " "),
      "--input-format": inputFormat?.rawValue ?? "by name",
      "--published": published?.description ?? "none",
      "--encoding": encoding?.name ?? "recognised",
      "--id-field": idField, "--text-field": textField, "--date-field": dateField,
      "--title-field": titleField, "--html": "\(html)",
      "--max-document-bytes": "\(maxDocumentBytes)", "--max-expansion": "\(maxExpansion)",
    ]
  }
}

extension InputFile.Format: ExpressibleByArgument {}
extension TextDecoder: ExpressibleByArgument {
  public init?(argument: String) {
    guard let decoder = try? TextDecoder(encoding: argument) else { return nil }
    self = decoder
  }
}

extension OffsetUnit: ExpressibleByArgument {}

extension CalendarDay: ExpressibleByArgument {
  public init?(argument: String) {
    guard argument.utf8.count == 10 else { return nil }
    self.init(argument)
  }
}
