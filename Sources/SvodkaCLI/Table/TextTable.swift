/// How a table is drawn.
struct TableStyle: Sendable {
  /// Columns of the terminal.
  var width: Int
  var isColored: Bool

  func heading(_ text: String) -> String { isColored ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  func faint(_ text: String) -> String { isColored ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
}

/// Rows of text in columns, fitted to the width of the terminal.
struct TextTable {
  let titles: [String]
  private(set) var rows: [[String]] = []

  init(_ titles: [String]) { self.titles = titles }

  mutating func append(_ cells: [String]) {
    precondition(cells.count == titles.count, "a row has a cell for every column")
    rows.append(cells.map(\.inOneLine))
  }

  /// The lines of the table, the titles first.
  func lines(in style: TableStyle) -> [String] {
    let widths = fittedWidths(to: style.width)
    func line(_ cells: [String]) -> String {
      var line = ""
      for (index, cell) in cells.enumerated() {
        let cut = cell.cut(to: widths[index])
        line += index == cells.count - 1 ? cut : cut.padded(to: widths[index]) + TextTable.gap
      }
      while line.last == " " { line.removeLast() }
      return line
    }
    return [style.faint(line(titles))] + rows.map(line)
  }

  private static let gap = "  "
  private static let leastWidth = 8

  /// Every column as wide as its widest cell; if that is too much, the widest columns give way.
  private func fittedWidths(to total: Int) -> [Int] {
    var widths = titles.indices.map { column in
      rows.reduce(titles[column].displayWidth) { max($0, $1[column].displayWidth) }
    }
    let room = total - (widths.count - 1) * TextTable.gap.count
    var excess = widths.reduce(0, +) - room
    while excess > 0, let widest = widths.max(), widest > TextTable.leastWidth {
      widths[widths.firstIndex(of: widest)!] -= 1
      excess -= 1
    }
    return widths
  }
}
