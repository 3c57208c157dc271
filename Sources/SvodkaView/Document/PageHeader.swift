/// The head of a page: what it shows, the search box and the buttons.
struct PageHeader {
  var title: String
  var notes: [String]
  var phrases: Phrases

  /// Writes the head with what `legend` writes at its end.
  func write(to html: inout HTMLWriter, legend: (inout HTMLWriter) -> Void) {
    html.element("header") { html in
      html.element("div", ["class": "title"]) { html in
        html.element("h1", ["dir": "auto"], text: title)
        for note in notes { html.element("p", text: note) }
      }
      html.element("div", ["class": "tools"]) { html in
        html.open(
          "input",
          [
            "type": "search", "id": "search", "placeholder": phrases["ui.search"] + "  /",
            "aria-label": phrases["ui.search"], "autocomplete": "off", "spellcheck": "false",
          ])
        html.element(
          "output", ["id": "matches", "for": "search", "data-words": phrases["ui.matches"]],
          text: "")
        html.element(
          "button",
          [
            "type": "button", "id": "theme", "aria-label": phrases["ui.theme"],
            "title": phrases["ui.theme"] + " (t)",
          ], text: "◐")
        html.element(
          "button",
          [
            "type": "button", "id": "help", "aria-label": phrases["ui.help"],
            "title": phrases["ui.help"] + " (?)",
          ], text: "?")
      }
      legend(&html)
    }
    html.newLine()
    writeHelp(to: &html)
  }

  private static let keys = [
    ("/", "search"), ("n", "next"), ("p", "previous"), ("f e r", "tabs"), ("a", "filter"),
    ("t", "theme"), ("Esc", "clear"), ("?", "help"),
  ]

  private func writeHelp(to html: inout HTMLWriter) {
    html.element("dialog", ["id": "keys", "aria-label": phrases["ui.help"]]) { html in
      html.element("h2", text: phrases["ui.help"])
      html.element("dl") { html in
        for (keys, name) in PageHeader.keys {
          html.element("dt") { html in
            for key in keys.split(separator: " ") { html.element("kbd", text: String(key)) }
          }
          html.element("dd", text: phrases["key.\(name)"])
        }
      }
      html.element("form", ["method": "dialog"]) {
        $0.element("button", text: phrases["ui.close"])
      }
    }
    html.newLine()
  }
}
