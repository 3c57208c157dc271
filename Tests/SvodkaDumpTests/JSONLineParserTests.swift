import Svodka
import Testing

@testable import SvodkaDump

@Suite("JSON lines of input")
struct JSONLineParserTests {
  private func read(_ line: [UInt8]) throws -> SourceDocument {
    try line.withUnsafeBufferPointer { try JSONLineParser.document(in: $0) }
  }

  private func read(_ line: String) throws -> SourceDocument { try read(Array(line.utf8)) }

  @Test func allFieldsAreRead() throws {
    let line =
      #" { "published" : "2016-12-15" , "id" : "003","title":"Рост", "text":"Завод" } "#
    #expect(
      try read(line)
        == SourceDocument(
          id: "003", text: "Завод", published: CalendarDay("2016-12-15"), title: "Рост"))
  }

  @Test func aNumberMayBeTheId() throws {
    #expect(try read(#"{"id":12,"text":""}"#) == SourceDocument(id: "12", text: ""))
  }

  @Test func theLastOfTwoFieldsOfOneNameHolds() throws {
    #expect(try read(#"{"id":"1","text":"a","text":"b"}"#).text == "b")
  }

  @Test(
    "escapes are resolved",
    arguments: [
      (#"\"\\\/\b\f\n\r\t"#, "\"\\/\u{8}\u{C}\n\r\t"),
      (#"\u0437\u0430\u0432\u043E\u0434"#, "завод"),
      (#"\u0000"#, "\0"),
      (#"\ud83d\ude8C"#, "🚌"),
      ("прямо 🚌 \u{2028}\u{FEFF}", "прямо 🚌 \u{2028}\u{FEFF}"),
    ])
  func escapes(written: String, meant: String) throws {
    let document = try read(#"{"id":"1","text":""# + written + #""}"#)
    // By scalars: `==` of strings takes canonical equivalents for the same.
    #expect(Array(document.text.unicodeScalars) == Array(meant.unicodeScalars))
    #expect(document.warnings == [])
  }

  @Test(
    "a lone surrogate is replaced, with a warning",
    arguments: [
      (#"\ud83d"#, "\u{FFFD}"), (#"\ude8c"#, "\u{FFFD}"), (#"\ud83d x"#, "\u{FFFD} x"),
      (#"\ud83d\n"#, "\u{FFFD}\n"), (#"\ud83d\ud83d\ude8c"#, "\u{FFFD}🚌"),
      (#"\ud83d\u0061"#, "\u{FFFD}a"),
    ])
  func loneSurrogates(written: String, meant: String) throws {
    let document = try read(#"{"id":"1","text":""# + written + #""}"#)
    #expect(document.text == meant)
    #expect(document.warnings.map(\.code) == ["lone-surrogate"])
  }

  @Test func brokenBytesAreReplacedWithAWarning() throws {
    let line = Array(#"{"id":"1","text":"за"#.utf8) + [0xD0, 0xFF] + Array(#"вод"}"#.utf8)
    let document = try read(line)
    #expect(document.text == "за\u{FFFD}\u{FFFD}вод")
    #expect(document.warnings.map(\.code) == ["invalid-utf8"])
  }

  @Test(
    "other fields are checked and passed over",
    arguments: [
      "1", "-0.5e+10", "true", "false", "null", #""a\u0041\"""#, "[]", "{}", "[1,[2,[{}]],{}]",
      #"{"a":{"b":[1,2,{"c":null}],"d":[]},"e":""}"#,
    ])
  func otherFields(value: String) throws {
    #expect(
      try read(#"{"x":"# + value + #","id":"1","text":"t"}"#) == SourceDocument(id: "1", text: "t"))
  }

  @Test func aPublicationDateThatIsNoneIsAWarning() throws {
    for value in [#""15.12.2016""#, "20161215", #""2016-02-31""#, "{}"] {
      let document = try read(#"{"id":"1","text":"","published":"# + value + "}")
      #expect(document.published == nil)
      #expect(document.warnings.map(\.code) == ["published"])
    }
    #expect(try read(#"{"id":"1","text":"","published":null}"#).warnings == [])
  }

  @Test(
    "what is no JSON object with text and id is refused",
    arguments: [
      "", "{", "[]", "null", #""text""#, "{]", #"{"id"}"#, #"{"id":}"#, #"{"id":"1"}"#,
      #"{"text":"a"}"#, #"{"id":"1","text":null}"#, #"{"id":"1","text":5}"#,
      #"{"id":null,"text":"a"}"#, #"{"id":"1","text":"a""#, #"{"id":"1","text":"a"}}"#,
      #"{"id":"1","text":"a"} x"#, #"{"id":"1" "text":"a"}"#, #"{"id":"1",,"text":"a"}"#,
      #"{"id":"1","text":"a",}"#, #"{"id":"1","text":"a}"#, #"{"id":"1","text":"\x"}"#,
      #"{"id":"1","text":"\u12g4"}"#, #"{"id":"1","text":"\u12"#, #"{"id":"1","text":"a\"#,
      "{\"id\":\"1\",\"text\":\"a\tb\"}", #"{id:"1","text":"a"}"#, #"{'id':'1','text':'a'}"#,
      #"{"id":"1","text":"a","x":01}"#, #"{"id":"1","text":"a","x":1.}"#,
      #"{"id":"1","text":"a","x":-}"#, #"{"id":"1","text":"a","x":1e}"#,
      #"{"id":"1","text":"a","x":tru}"#, #"{"id":"1","text":"a","x":NaN}"#,
      #"{"id":"1","text":"a","x":[1 2]}"#, #"{"id":"1","text":"a","x":[1,]}"#,
      #"{"id":"1","text":"a","x":{"b"}}"#, #"{"id":"1","text":"a","x":{"b":1]}"#,
      #"{"id":"1","text":"a","x":"\u00"}"#, #"{"id":"1","text":"a","x":"\q"}"#,
    ])
  func refuses(line: String) {
    #expect(throws: JSONLineParser.Failure.self) { try read(line) }
  }

  @Test func theFailureTellsTheByte() {
    #expect(throws: JSONLineParser.Failure(reason: "expected ',' or '}' after a field", byte: 11)) {
      try read(#"{"id":"1" "text":"a"}"#)
    }
  }

  @Test func depthHasALimitAndNoStackOverflows() throws {
    func line(_ depth: Int) -> String {
      let nest = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
      return #"{"x":"# + nest + #","id":"1","text":"t"}"#
    }
    #expect(try read(line(JSONLineParser.depthLimit)).text == "t")
    #expect(throws: JSONLineParser.Failure.self) {
      try read(line(JSONLineParser.depthLimit + 2))
    }
    #expect(throws: JSONLineParser.Failure.self) { try read(line(1_000_000)) }
  }
}
