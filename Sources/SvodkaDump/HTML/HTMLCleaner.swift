private import CHTML

/// The readable text of HTML, page or fragment.
///
///     HTMLCleaner.clean("<p>Рост на <b>5&#37;</b></p><script>…</script>").text  // "Рост на 5%"
///
/// libxml2 reads the tags and entities. Block tags become paragraph breaks, `<br>` a line break,
/// cells are set apart by tabs; scripts, styles and whatever else is not read by people go. White
/// space is as a browser would show it: one space, unless in `<pre>`.
final class HTMLCleaner {
  private(set) var title: String?
  private var text: [UInt8] = []
  private var titleText: [UInt8] = []
  /// How many open tags hide their content.
  private var hidden = 0
  private var preformatted = 0
  private var isInTitle = false
  private var gap = Gap.none

  /// What stands between the last word and the next.
  private enum Gap: Int, Comparable {
    case none, space, tab, line, paragraph
    static func < (one: Gap, other: Gap) -> Bool { one.rawValue < other.rawValue }

    var bytes: [UInt8] {
      switch self {
      case .none: []
      case .space: [0x20]
      case .tab: [0x09]
      case .line: [0x0A]
      case .paragraph: [0x0A, 0x0A]
      }
    }
  }

  /// The text and the title of a page or fragment.
  static func clean(_ html: String) -> (text: String, title: String?) {
    _ = isReady
    // C strings end at NUL; HTML reads it as U+FFFD.
    var html = html.utf8.contains(0) ? html.replacing("\0", with: "\u{FFFD}") : html
    html = html.withoutLongTags
    let cleaner = HTMLCleaner()
    html.withUTF8 { cleaner.parse($0) }
    return (
      String(decoding: cleaner.text, as: UTF8.self),
      cleaner.titleText.isEmpty ? nil : String(decoding: cleaner.titleText, as: UTF8.self)
    )
  }

  /// libxml2's own tables must be filled by one thread.
  private static let isReady: Bool = {
    chtml_init()
    return true
  }()

  private func parse(_ html: UnsafeBufferPointer<UInt8>) {
    guard !html.isEmpty else { return }
    html.withMemoryRebound(to: CChar.self) { html in
      _ = chtml_parse(
        html.baseAddress!, Int32(clamping: html.count), Unmanaged.passUnretained(self).toOpaque(),
        { HTMLCleaner.of($0).open(String(cString: $1!)) },
        { HTMLCleaner.of($0).close(String(cString: $1!)) },
        { HTMLCleaner.of($0).append(UnsafeBufferPointer(start: $1, count: Int($2))) })
    }
  }

  private static func of(_ data: UnsafeMutableRawPointer?) -> HTMLCleaner {
    Unmanaged<HTMLCleaner>.fromOpaque(data!).takeUnretainedValue()
  }

  // MARK: Tags

  private static let hiddenTags: Set<String> = [
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "applet",
    "select", "textarea", "button", "head",
  ]
  private static let blockTags: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu",
    "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "ul",
  ]

  private func open(_ name: String) {
    if Self.hiddenTags.contains(name) { hidden += 1 }
    if name == "title" { isInTitle = true }
    if name == "pre" { preformatted += 1 }
    separate(at: name)
  }

  private func close(_ name: String) {
    if Self.hiddenTags.contains(name) { hidden -= 1 }
    if name == "title" { isInTitle = false }
    if name == "pre" { preformatted -= 1 }
    if name != "br" { separate(at: name) }
  }

  private func separate(at name: String) {
    switch name {
    case "br": leave(gap >= .line ? .paragraph : .line)
    case "tr": leave(.line)
    case "td", "th": leave(.tab)
    case _ where Self.blockTags.contains(name): leave(.paragraph)
    default: break
    }
  }

  private func leave(_ other: Gap) { gap = max(gap, other) }

  // MARK: Text

  private func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isInTitle { return titleText.append(contentsOf: bytes) }
    if hidden > 0 { return }
    for byte in bytes {
      if byte == 0x20 || 0x09...0x0D ~= byte, preformatted == 0 {
        leave(.space)
      } else {
        if gap != .none, !text.isEmpty { text += gap.bytes }
        gap = .none
        text.append(byte)
      }
    }
  }
}

extension SourceDocument {
  /// Replaces HTML by its readable text; a page's title is the document's if it has none.
  mutating func cleanHTML() {
    let page = HTMLCleaner.clean(text)
    text = page.text
    title = title ?? page.title
  }
}

extension String {
  /// The page without the attributes of tags that have very many, which libxml2 compares each with
  /// each; nothing reads them.
  fileprivate var withoutLongTags: String {
    let limit = 8192
    var bytes = Array(utf8)
    guard bytes.count > limit else { return self }
    var end = 0
    var index = 0
    while index < bytes.count {
      bytes[end] = bytes[index]
      end += 1
      index += 1
      guard bytes[index - 1] == UInt8(ascii: "<"), index < bytes.count,
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= bytes[index] | 0x20
      else { continue }
      let close = tagEnd(in: bytes, from: index)
      if close - index <= limit {
        while index < close {
          bytes[end] = bytes[index]
          end += 1
          index += 1
        }
        continue
      }
      // The name goes on being copied; what follows it is left out.
      while index < close, bytes[index] > 0x20, bytes[index] != UInt8(ascii: "/") {
        bytes[end] = bytes[index]
        end += 1
        index += 1
      }
      index = close
    }
    if end == bytes.count { return self }
    return String(decoding: bytes[..<end], as: UTF8.self)
  }

  /// The index of the tag's `>`, or of the end; a quoted value may hold one.
  private func tagEnd(in bytes: [UInt8], from start: Int) -> Int {
    var quote: UInt8 = 0
    for index in start..<bytes.count {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return index
      }
    }
    return bytes.count
  }
}
