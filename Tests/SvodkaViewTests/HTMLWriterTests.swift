import Testing

@testable import SvodkaView

@Suite("writing HTML")
struct HTMLWriterTests {
  private func written(_ write: (inout HTMLWriter) -> Void) -> String {
    var html = HTMLWriter()
    write(&html)
    return String(decoding: html.bytes, as: UTF8.self)
  }

  @Test(
    "text is text",
    arguments: [
      ("<b>&amp;\"'", "&lt;b&gt;&amp;amp;&quot;&#39;"),
      ("ё – «x»\n\ty", "ё – «x»\n\ty"),
      ("a\u{202E}b", "a<span class=\"control\">U+202E</span>b"),
      (
        "\0\u{7F}\u{FFFF}",
        "<span class=\"control\">U+0000</span>"
          + "<span class=\"control\">U+007F</span><span class=\"control\">U+FFFF</span>"
      ),
    ])
  func text(given: String, escaped: String) { #expect(written { $0.text(given) } == escaped) }

  @Test func attributesCannotBeLeft() {
    let html = written {
      $0.open("a", ["title": "\"><script>\u{2066}'", "href": nil, "id": "x"])
    }
    #expect(html == "<a title=\"&quot;&gt;&lt;script&gt;[U+2066]&#39;\" id=\"x\">")
  }

  @Test(
    "the digest is that of FIPS 180-4",
    arguments: [
      ("", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
      ("abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE="
      ),
    ])
  func digest(message: String, base64: String) {
    #expect(SHA256.digest(of: Array(message.utf8)).base64 == base64)
  }

  @Test func aPageAllowsItsOwnScriptOnly() {
    let html = Page(title: "<x>", language: .russian, kind: "document").html { $0.text("тело") }
    #expect(html.contains("<title>&lt;x&gt;</title>"))
    #expect(html.contains("default-src &#39;none&#39;;"))
    #expect(html.contains("script-src &#39;sha256-"))
    #expect(html.contains("<html lang=\"ru\">"))
    // No address but those of links inside the page.
    #expect(!html.contains("http://") && !html.contains("https://"))
  }
}
