import Svodka

/// A document as one HTML file: its text with the records marked, and lists of what was found.
///
///     let page = DocumentPage(extractor.extract(text, id: "1"), text: text)
///     try page.html.write(toFile: "page.html", atomically: true, encoding: .utf8)
///
/// The page needs no network and no other file, runs no script but its own, and shows hostile text
/// as text.
public struct DocumentPage {
  public var document: Document
  /// The text that the document was extracted from.
  public var text: String
  /// Which words the rules used and which matches lost; without it the page names the rules only.
  public var explanation: Explanation?
  public var language: PageLanguage

  public init(
    _ document: Document, text: String, explanation: Explanation? = nil,
    language: PageLanguage = .english
  ) {
    self.document = document
    self.text = text
    self.explanation = explanation
    self.language = language
  }

  /// The whole page, in UTF-8.
  public var html: String {
    let phrases = Phrases.in(language)
    let context = DocumentContext(document, text: text, phrases: phrases)
    return Page(title: document.id, language: language, kind: "document").html { html in
      PageHeader(title: document.id, notes: notes(phrases), phrases: phrases).write(to: &html) {
        Legend(document, phrases: phrases).write(to: &$0)
      }
      html.element("main") { html in
        html.element("article", ["lang": "ru", "aria-label": phrases["ui.text"]]) {
          MarkedText(context).write(to: &$0)
        }
        DocumentPanel(context, explanation: explanation).write(to: &html)
      }
    }
  }

  private func notes(_ phrases: Phrases) -> [String] {
    var notes: [String] = []
    if let published = document.published {
      notes.append(phrases.phrase("published", ["date": phrases.phrase(of: published)]))
    }
    if document.anchor != .given { notes.append(phrases["anchor.\(document.anchor.rawValue)"]) }
    return notes
  }
}
