/// What every page has: a head that allows no script and no source but its own, and a foot.
struct Page {
  var title: String
  var language: PageLanguage
  /// `document`, `comparison` or `summary`, for the style sheet and the script.
  var kind: String

  /// Returns the page with what `content` writes in it.
  func html(_ content: (inout HTMLWriter) -> Void) -> String {
    var html = HTMLWriter()
    html.markup("<!doctype html>\n")
    html.open("html", ["lang": language.rawValue])
    html.markup("<head><meta charset=\"utf-8\">\n")
    html.open("meta", ["http-equiv": "Content-Security-Policy", "content": policy])
    html.markup("\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    html.markup("<meta name=\"referrer\" content=\"no-referrer\">\n")
    html.markup("<meta name=\"generator\" content=\"svodka\">\n")
    html.element("title", text: title)
    html.markup("\n<style>\n")
    html.asset(.style)
    html.markup("</style>\n</head>\n")
    html.open("body", ["class": kind])
    html.newLine()
    content(&html)
    html.markup("\n<script>")
    html.asset(.script)
    html.markup("</script>\n</body>\n</html>\n")
    return String(decoding: html.bytes, as: UTF8.self)
  }

  /// Nothing is fetched and nothing runs but the script below, by its digest.
  private var policy: String {
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-\(Page.scriptDigest)'; "
      + "base-uri 'none'; form-action 'none'"
  }

  private static let scriptDigest = SHA256.digest(of: Asset.script.bytes).base64
}

/// The language of a page's own words; the text and the names in it stay as they are.
public enum PageLanguage: String, Sendable, Hashable, CaseIterable {
  case english = "en"
  case russian = "ru"
}
