import RussianText
import Svodka

/// The columns of a table, and which of them make a document.
struct TableHeader: Sendable {
  /// Why a table or a row cannot be read.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  let delimiter: UInt8
  private let count: Int
  private let id: Int?
  private let text: Int
  private let published: Int?
  private let title: Int?

  /// - Throws: ``Failure`` if there is no column for the text, or none of a name that was chosen.
  init(_ row: [UInt8], delimiter: UInt8, _ fields: FieldNames) throws(Failure) {
    let names = TableHeader.fields(of: row, delimiter).map {
      $0.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }
    func column(_ name: String, isNeeded: Bool) throws(Failure) -> Int? {
      if let index = names.firstIndex(of: name) { return index }
      if !isNeeded { return nil }
      let known = names.map { "'\($0)'" }.joined(separator: ", ")
      throw Failure(description: "there is no column '\(name)' among \(known)")
    }
    let usual = FieldNames()
    self.delimiter = delimiter
    count = names.count
    text = try column(fields.text, isNeeded: true)!
    id = try column(fields.id, isNeeded: fields.id != usual.id)
    published = try column(fields.published, isNeeded: fields.published != usual.published)
    title = try column(fields.title, isNeeded: fields.title != usual.title)
  }

  /// Reads what ``write(to:)`` wrote.
  init(from wire: inout WireReader) {
    delimiter = UInt8(wire.int())
    count = wire.int()
    id = wire.optionalInt()
    text = wire.int()
    published = wire.optionalInt()
    title = wire.optionalInt()
  }

  func write(to wire: inout WireWriter) {
    wire.write(Int(delimiter))
    wire.write(count)
    wire.write(id)
    wire.write(text)
    wire.write(published)
    wire.write(title)
  }

  /// The mark between the columns: a tab, or of `,`, `;` and tab the commonest in the first line.
  static func delimiter(seenFrom head: ArraySlice<UInt8>, isTSV: Bool) -> UInt8 {
    if isTSV { return 0x09 }
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in head {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D { break }
      counts[byte, default: 0] += 1
    }
    let marks = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]
    return marks.max { counts[$0, default: 0] < counts[$1, default: 0] }
      .flatMap { counts[$0] == nil ? nil : $0 } ?? UInt8(ascii: ",")
  }

  /// The document of a row.
  func document(in row: DecodedText, defaultID: String) throws(Failure) -> SourceDocument {
    var cells = TableHeader.fields(of: row.utf8, delimiter)
    while cells.count > count, cells[cells.count - 1].isEmpty { cells.removeLast() }
    guard cells.count == count else {
      throw Failure(description: "the row has \(cells.count) fields where the header has \(count)")
    }
    var document = SourceDocument(
      id: id.map { cells[$0] } ?? defaultID, text: cells[text],
      title: title.map { cells[$0] }, warnings: row.warnings.map(DocumentWarning.init))
    if let published, !cells[published].isEmpty { document.setPublished(cells[published]) }
    return document
  }

  /// The fields of a row; quotes are resolved, and one that stands amid a field is an ordinary mark.
  static func fields(of row: [UInt8], _ delimiter: UInt8) -> [String] {
    var fields: [String] = []
    var field: [UInt8] = []
    var index = 0
    let quote = UInt8(ascii: "\"")
    func isQuote(_ index: Int) -> Bool { index < row.count && row[index] == quote }
    while true {
      field.removeAll(keepingCapacity: true)
      if isQuote(index) {
        index += 1
        while index < row.count {
          if row[index] != quote {
            field.append(row[index])
          } else if isQuote(index + 1) {
            field.append(quote)
            index += 1
          } else {
            index += 1
            break
          }
          index += 1
        }
      }
      while index < row.count, row[index] != delimiter {
        field.append(row[index])
        index += 1
      }
      fields.append(String(decoding: field, as: UTF8.self))
      if index == row.count { return fields }
      index += 1
    }
  }
}
