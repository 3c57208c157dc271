import Testing

@testable import SvodkaCLI

@Suite("tables on a terminal")
struct TextTableTests {
  @Test(
    "width is counted in columns",
    arguments: [
      ("", 0), ("завод", 5), ("и\u{306}", 1), ("за\u{301}вод", 5), ("🚌", 2), ("中文", 4),
      ("a\u{AD}b\u{200B}", 2), ("👨‍👩‍👧", 2),
    ])
  func widths(text: String, width: Int) { #expect(text.displayWidth == width) }

  @Test func longTextIsCut() {
    #expect("завод".cut(to: 5) == "завод")
    #expect("заводы".cut(to: 5) == "заво…")
    #expect("за воды".cut(to: 4) == "за…")
    #expect("中文字".cut(to: 4) == "中…")
  }

  @Test func columnsAreAlignedAndFitted() {
    var table = TextTable(["kind", "text"])
    table.append(["money", "28 миллионов\nдолларов 🚌"])
    table.append(["й", "中"])
    let wide = table.lines(in: TableStyle(width: 80, isColored: false))
    #expect(wide == ["kind   text", "money  28 миллионов долларов 🚌", "й      中"])
    let narrow = table.lines(in: TableStyle(width: 20, isColored: false))
    #expect(narrow == ["kind   text", "money  28 миллионов…", "й      中"])
    #expect(narrow.allSatisfy { $0.displayWidth <= 20 })
  }

  @Test func controlCharactersDoNotReachTheTerminal() {
    #expect("a\u{1B}[31m\u{7}\r\n b".inOneLine == "a[31m b")
  }

  @Test func coloursOnlyWhereAsked() {
    let table = TextTable(["kind"])
    #expect(table.lines(in: TableStyle(width: 9, isColored: false)) == ["kind"])
    #expect(table.lines(in: TableStyle(width: 9, isColored: true))[0].contains("\u{1B}["))
  }
}
