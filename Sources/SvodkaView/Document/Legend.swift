import Svodka

/// The kinds that a document has, each a button that shows and hides it.
struct Legend {
  let groups: [(group: KindGroup, kinds: [(name: String, count: Int)])]
  let phrases: Phrases

  init(_ document: Document, phrases: Phrases) {
    self.init(
      mentions: document.mentions.map(\.kind.rawValue).counted,
      facts: document.facts.map(\.kind.rawValue).counted, phrases: phrases)
  }

  init(mentions: [String: Int], facts: [String: Int], phrases: Phrases) {
    groups = KindGroup.groups(ofMentions: mentions, facts: facts)
    self.phrases = phrases
  }

  func write(to html: inout HTMLWriter) {
    guard !groups.isEmpty else { return }
    html.element("nav", ["class": "legend", "aria-label": phrases["ui.legend"]]) { html in
      for (group, kinds) in groups {
        html.element(
          "div", ["class": "group", "role": "group", "aria-label": phrases["group.\(group)"]]
        ) { html in
          html.element("span", ["class": "group-name"], text: phrases["group.\(group)"])
          for kind in kinds { chip(kind.name, kind.count, isFact: group == .facts, &html) }
        }
      }
      html.element("div", ["class": "group"]) { html in
        html.element("button", ["type": "button", "id": "all"], text: phrases["ui.all"])
        html.element("button", ["type": "button", "id": "none"], text: phrases["ui.none"])
      }
    }
  }

  private func chip(_ kind: String, _ count: Int, isFact: Bool, _ html: inout HTMLWriter) {
    html.element(
      "button",
      [
        "type": "button", "class": "chip \(HTMLWriter.colorClass(ofKind: kind))",
        "aria-pressed": "true", "data-kind": isFact ? nil : kind,
        "data-fact-kind": isFact ? kind : nil,
      ]
    ) { html in
      html.text(phrases.name(ofKind: kind))
      html.element("span", ["class": "count"], text: "\(count)")
    }
  }
}

extension [String] {
  /// How often each stands here.
  var counted: [String: Int] { reduce(into: [:]) { $0[$1, default: 0] += 1 } }
}
