import Testing

@testable import SvodkaDump

@Suite("HTML")
struct HTMLCleanerTests {
  @Test(
    "tags go, entities are resolved, blocks become paragraphs",
    arguments: [
      ("Рост на <b>5</b>&#37; за&nbsp;год", "Рост на 5% за\u{A0}год"),
      ("<p>Завод.</p>\n<p>Рост.</p>", "Завод.\n\nРост."),
      ("<p>Завод.<p>Рост.", "Завод.\n\nРост."),
      ("одна<br>две<br/>три<br><br>новый", "одна\nдве\nтри\n\nновый"),
      ("а<script>var b = '<p>';</script>б<style>p{}</style>в", "абв"),
      ("<!-- нет --><div>да</div>", "да"),
      ("<ul><li>один</li><li>два</li></ul>", "один\n\nдва"),
      ("<table><tr><td>а</td><td>б</td></tr><tr><td>в</td></tr></table>", "а\tб\nв"),
      ("  много \n\t пробелов  ", "много пробелов"),
      ("<pre>а\n  б</pre>", "а\n  б"),
      ("&laquo;Луч&raquo; &mdash; &#1079;&#x432;", "«Луч» — зв"),
      ("AT&T, 5 < 6 > 4 & 3", "AT&T, 5 < 6 > 4 & 3"),
      ("&nosuch; &amp;amp;", "&nosuch; &amp;"),
      ("<i>курсив</b> и <span", "курсив и"),
      ("просто текст", "просто текст"), ("", ""), ("<p></p>", ""),
      ("<html><head><title>Имя</title></head><body>Тело</body></html>", "Тело"),
      ("до\0после", "до\u{FFFD}после"),
    ])
  func cleans(html: String, text: String) {
    #expect(HTMLCleaner.clean(html).text == text)
  }

  @Test func aPageHasATitle() {
    #expect(HTMLCleaner.clean("<head><title>Рост цен</title></head>Да").title == "Рост цен")
    #expect(HTMLCleaner.clean("Да").title == nil)
  }

  @Test func depthAndSizeDoNoHarm() {
    let deep = String(repeating: "<div><b>", count: 50_000) + "дно"
    #expect(HTMLCleaner.clean(deep).text == "дно")
    let open = String(repeating: "<", count: 100_000)
    #expect(!HTMLCleaner.clean(open + "да").text.isEmpty)
    let long = String(repeating: "слово ", count: 400_000)
    #expect(HTMLCleaner.clean("<p>\(long)</p>").text.utf8.count == long.utf8.count - 1)
  }

  @Test func offsetsLieInTheCleanedText() throws {
    let folder = try TemporaryFolder()
    let page = try folder.write("a.html", "<title>Т</title><p>Рост &amp; спад</p>")
    let (pages, _) = try Texts.of([page])
    #expect(pages == [SourceDocument(id: "a", text: "Рост & спад", title: "Т")])
    var reading = ReadingOptions()
    reading.isHTML = true
    let lines = try folder.write("b.jsonl", #"{"id":1,"text":"<p>Рост</p>"}"#)
    #expect(try Texts.of([lines], reading: reading).documents.map(\.text) == ["Рост"])
  }
}
