import Svodka

/// What stands beside the text: facts as sentences, the entities, every record with its rule.
struct DocumentPanel {
  let context: DocumentContext
  private let explained: [Key: Explanation.Record]

  /// A record of the explanation is found again by its kind and place.
  private struct Key: Hashable {
    var kind: MentionKind
    var range: Range<Int>
  }

  private var document: Document { context.document }
  private var phrases: Phrases { context.phrases }

  init(_ context: DocumentContext, explanation: Explanation?) {
    self.context = context
    explained = (explanation?.records ?? []).reduce(into: [:]) {
      $0[Key(kind: $1.mention.kind, range: $1.mention.utf8Range)] = $1
    }
  }

  func write(to html: inout HTMLWriter) {
    html.element("aside", ["aria-label": phrases["ui.details"]]) { html in
      warnings(&html)
      tabs(&html)
      section("facts", isEmpty: document.facts.isEmpty, &html, facts)
      section("entities", isEmpty: document.entities.isEmpty, &html, entities)
      section("records", isEmpty: document.mentions.isEmpty, &html, records)
    }
  }

  private func warnings(_ html: inout HTMLWriter) {
    guard !document.warnings.isEmpty else { return }
    html.element("ul", ["class": "warnings", "aria-label": phrases["ui.warnings"]]) { html in
      for warning in document.warnings {
        html.element("li") { html in
          html.element("code", text: warning.code)
          html.text(" \(warning.detail)")
        }
      }
    }
  }

  private func tabs(_ html: inout HTMLWriter) {
    let tabs = [
      ("facts", document.facts.count), ("entities", document.entities.count),
      ("records", document.mentions.count),
    ]
    html.element("div", ["class": "tabs", "role": "tablist"]) { html in
      for (name, count) in tabs {
        html.element(
          "button",
          [
            "type": "button", "role": "tab", "id": "tab-\(name)", "aria-controls": name,
            "aria-selected": name == "facts" ? "true" : "false",
          ]
        ) { html in
          html.text(phrases["ui.\(name)"])
          html.element("span", ["class": "count"], text: "\(count)")
        }
      }
    }
    html.newLine()
  }

  private func section(
    _ name: String, isEmpty: Bool, _ html: inout HTMLWriter,
    _ content: (inout HTMLWriter) -> Void
  ) {
    html.element(
      "section", ["id": name, "role": "tabpanel", "aria-labelledby": "tab-\(name)"]
    ) { html in
      html.element("h2", text: phrases["ui.\(name)"])
      if isEmpty {
        html.element("p", ["class": "empty"], text: phrases["ui.nothing"])
      } else {
        content(&html)
        html.element("p", ["class": "empty no-match", "hidden": ""], text: phrases["ui.no-match"])
      }
    }
    html.newLine()
  }

  // MARK: Facts

  private func facts(_ html: inout HTMLWriter) {
    let sentences = FactSentences(of: document, in: phrases)
    html.element("ol", ["class": "facts"]) { html in
      for (index, fact) in document.facts.enumerated() {
        let mark = "\(context.prefix)f\(index)"
        html.element(
          "li", ["class": "row", "data-fact-kind": fact.kind.rawValue, "data-evidence": mark]
        ) {
          html in
          html.kindLabel(fact.kind.rawValue, in: phrases)
          if fact.negated { html.element("span", ["class": "denied"], text: phrases["denied"]) }
          html.element("p", ["class": "sentence", "dir": "auto", "lang": "ru"]) {
            $0.sentence(sentences.pieces(of: fact), in: context)
          }
          html.element("p", ["class": "source"]) { html in
            html.element(
              "a",
              [
                "href": "#\(mark)", "class": "to-evidence", "title": phrases["ui.evidence"],
                "lang": "ru",
              ],
              text: context.excerpt(fact.utf8Range, limit: 120))
            html.element("code", text: fact.rule)
          }
        }
        html.newLine()
      }
    }
  }

  // MARK: Entities

  private func entities(_ html: inout HTMLWriter) {
    html.element("table", ["class": "entities"]) { html in
      html.element("thead") { html in
        html.element("tr") { html in
          for title in ["name", "kind", "mentions"] {
            html.element("th", ["scope": "col"], text: phrases["ui.\(title)"])
          }
        }
      }
      html.element("tbody") { html in
        for entity in document.entities { self.entity(entity, &html) }
      }
    }
  }

  private func entity(_ entity: Entity, _ html: inout HTMLWriter) {
    let id = context.prefix + entity.id
    html.element(
      "tr", ["class": "row", "data-row-kind": entity.kind.rawValue, "data-row-entity": id]
    ) { html in
      html.element("td", ["lang": "ru"]) { html in
        let first = entity.mentions.first.map { "#\(context.prefix)m\($0)" }
        html.element("a", ["href": first, "data-entity": id, "dir": "auto"], text: entity.name)
        if let form = entity.legalForm { html.element("span", ["class": "form"], text: form) }
        if !entity.aliases.isEmpty {
          html.element("p", ["class": "aliases"]) { html in
            html.element("span", ["lang": phrases.language.rawValue], text: phrases["ui.aliases"])
            html.text(" \(entity.aliases.joined(separator: "; "))")
          }
        }
      }
      html.element("td") { html in
        html.kindLabel(entity.kind.rawValue, in: phrases)
        if let type = entity.type { html.element("span", ["class": "type"], text: type) }
      }
      html.element("td", ["class": "number"], text: "\(entity.mentions.count)")
    }
    html.newLine()
  }

  // MARK: Records

  private func records(_ html: inout HTMLWriter) {
    for (index, mention) in document.mentions.enumerated() {
      html.element(
        "details",
        [
          "class": "row record", "data-record": "\(context.prefix)m\(index)",
          "data-row-kind": mention.kind.rawValue, "data-value": mention.value.summary,
          "data-rule": mention.rule, "data-entity-of": mention.entity.map { context.prefix + $0 },
          "data-kind-name": phrases.name(ofKind: mention.kind.rawValue),
        ]
      ) { html in
        html.element("summary") { html in
          html.kindLabel(mention.kind.rawValue, in: phrases)
          html.element(
            "a",
            [
              "href": "#\(context.prefix)m\(index)", "data-mention": "\(context.prefix)\(index)",
              "lang": "ru", "dir": "auto",
            ], text: mention.text)
          html.element("span", ["class": "value", "lang": "ru"], text: mention.value.summary)
        }
        html.element("dl") { details(of: mention, &$0) }
      }
      html.newLine()
    }
  }

  private func details(of mention: Mention, _ html: inout HTMLWriter) {
    for field in mention.value.fields {
      html.element("dt", text: field.name)
      html.element("dd", ["lang": "ru"], text: field.value)
    }
    html.element("dt", ["class": "own"], text: phrases["ui.rule"])
    html.element("dd") { $0.element("code", text: mention.rule) }
    guard let record = explained[Key(kind: mention.kind, range: mention.utf8Range)] else { return }
    if !record.captures.isEmpty {
      html.element("dt", ["class": "own"], text: phrases["ui.captures"])
      for capture in record.captures {
        html.element("dd") { html in
          html.element("code", text: capture.name)
          html.text(" «\(capture.text)»")
          if let source = capture.source {
            html.element("span", ["class": "faint"], text: " \(source)")
          }
        }
      }
    }
    if !record.losers.isEmpty {
      html.element("dt", ["class": "own"], text: phrases["ui.losers"])
      for loser in record.losers {
        html.element("dd") { html in
          html.element("code", text: loser.rule)
          html.text(" «\(loser.text)»")
          html.element("span", ["class": "faint"], text: " \(loser.reason)")
        }
      }
    }
  }
}
