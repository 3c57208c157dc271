import Foundation
import Svodka

/// Reads the gold of one text from a table.
///
///     # published: 2023-10-12
///     money       312,6 млрд тенге    {"amount":312600000000,"currency":"KZT"}
///     ? percent   31#2                {"value":31}
///     fact:role   {"person":"Айгуль Сатпаева","position":"председатель правления"}
///
/// Cells are parted by tabs. `#2` names the second occurrence of the surface in the text, whose
/// spaces stand for any white space; `?` marks a line that is neither right nor wrong when found.
struct GoldTable {
  let file: String
  /// The text's Unicode scalars.
  private let scalars: [Unicode.Scalar]
  private var published: CalendarDay?
  private var mentions: [GoldMention] = []
  private var facts: [GoldFact] = []

  static func read(_ table: String, text: String, id: String, file: String) throws -> GoldDocument {
    var reader = GoldTable(file: file, scalars: Array(text.unicodeScalars))
    for (index, line) in table.fileLines.enumerated() {
      try reader.readLine(line, number: index + 1)
    }
    return GoldDocument(
      id: id, text: text, published: reader.published, mentions: reader.mentions,
      facts: reader.facts, file: file)
  }

  private init(file: String, scalars: [Unicode.Scalar]) {
    self.file = file
    self.scalars = scalars
  }

  private mutating func readLine(_ line: Substring, number: Int) throws {
    func broken(_ reason: String) -> GoldError {
      GoldError(file: file, line: number, reason: reason)
    }
    if line.isEmpty { return }
    if line.hasPrefix("#") {
      let published = "# published:"
      if number == 1, line.hasPrefix(published) {
        let day = line.dropFirst(published.count).trimmingCharacters(in: .whitespaces)
        guard let date = CalendarDay(day) else { throw broken("'\(day)' is no date") }
        self.published = date
      }
      return
    }
    let isDoubtful = line.hasPrefix("?")
    let cells = line.drop { $0 == "?" || $0 == " " }
      .split(separator: "\t", omittingEmptySubsequences: false)
    guard cells.count > 1 else {
      throw broken("a line has a kind, a tab, and a surface or a fact's arguments")
    }
    func object(_ cell: Substring) throws -> [String: JSONValue] {
      guard let value = try? JSONValue(cell.utf8), case .object(let fields) = value else {
        throw broken("'\(cell)' is no JSON object")
      }
      return fields
    }
    if cells[0].hasPrefix("fact:") {
      let arguments = try object(cells[1])
      if !isDoubtful {
        let kind = FactKind(rawValue: String(cells[0].dropFirst(5)))
        try check(arguments, of: kind, broken)
        facts.append(GoldFact(kind: kind, arguments: arguments))
      }
      return
    }
    let (surface, nth) = GoldTable.numbered(cells[1])
    guard let range = occurrence(nth, of: surface) else {
      throw broken("the text has no occurrence \(nth) of '\(surface)'")
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    mentions.append(
      GoldMention(
        kind: MentionKind(rawValue: String(cells[0])), range: range, text: String(text),
        value: cells.count > 2 && !cells[2].isEmpty ? try object(cells[2]) : [:],
        isDoubtful: isDoubtful))
  }

  /// The arguments without which a fact of the kind cannot be compared.
  private static let needed: [FactKind: [String]] = [
    .role: ["person", "position"], .indicator: ["indicator"], .change: ["indicator", "direction"],
    .quote: ["speaker", "starts", "ends"], .meeting: ["participants"], .agreement: ["parties"],
    FactKind(rawValue: "alias"): ["entity", "alias"],
  ]

  private func check(
    _ arguments: [String: JSONValue], of kind: FactKind, _ broken: (String) -> GoldError
  ) throws {
    for name in GoldTable.needed[kind] ?? [] where arguments[name] == nil {
      throw broken("a fact '\(kind.rawValue)' needs the argument '\(name)'")
    }
  }

  /// «31#2» is the second «31».
  private static func numbered(_ cell: Substring) -> (surface: Substring, nth: Int) {
    guard let mark = cell.lastIndex(of: "#"), case let digits = cell[cell.index(after: mark)...],
      digits.allSatisfy(\.isASCII), let nth = Int(digits), nth > 0
    else { return (cell, 1) }
    return (cell[..<mark], nth)
  }

  private func occurrence(_ nth: Int, of surface: Substring) -> Range<Int>? {
    let words = surface.unicodeScalars.split(whereSeparator: \.isSpace).map(Array.init)
    guard !words.isEmpty else { return nil }
    var left = nth
    for start in scalars.indices {
      guard let end = end(of: words, from: start) else { continue }
      left -= 1
      if left == 0 { return start..<end }
    }
    return nil
  }

  /// Where the words end if they begin here, with white space between them.
  private func end(of words: [[Unicode.Scalar]], from start: Int) -> Int? {
    var position = start
    for (index, word) in words.enumerated() {
      if index > 0 {
        let gap = position
        while position < scalars.count, scalars[position].isSpace { position += 1 }
        if position == gap { return nil }
      }
      guard scalars[position...].starts(with: word) else { return nil }
      position += word.count
    }
    return position
  }
}

extension Unicode.Scalar {
  /// White space as Python has it: that of Unicode and the four separators of ASCII.
  var isSpace: Bool { properties.isWhitespace || (0x1C...0x1F).contains(value) }
}
