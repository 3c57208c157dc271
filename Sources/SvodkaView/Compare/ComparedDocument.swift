import Svodka

/// A document of a comparison: its text with both results marked, and the list of differences.
struct ComparedDocument {
  let comparison: DocumentComparison
  let context: DocumentContext
  let labels: [RecordDifference.Status: String]
  let phrases: Phrases

  init(
    _ comparison: DocumentComparison, prefix: String,
    labels: [RecordDifference.Status: String], phrases: Phrases
  ) {
    self.comparison = comparison
    self.labels = labels
    self.phrases = phrases
    context = DocumentContext(
      Document(id: comparison.id), text: comparison.text, phrases: phrases, prefix: prefix)
  }

  func write(to html: inout HTMLWriter) {
    html.element("section", ["class": "pair", "id": context.prefix]) { html in
      html.element("h2", ["dir": "auto"]) { html in
        html.text(comparison.id)
        html.element("span", ["class": "count"], text: "\(comparison.differences)")
      }
      html.element("div", ["class": "sides"]) { html in
        html.element("article", ["lang": "ru"]) {
          MarkedText(context, marks: marks).write(to: &$0)
        }
        html.element("aside") { html in
          list(comparison.records.indices.filter { comparison.records[$0].status != .same }, &html)
          let same = comparison.records.indices.filter { comparison.records[$0].status == .same }
          if !same.isEmpty {
            html.element("details", ["class": "same-records"]) { html in
              html.element("summary", text: "\(phrases["compare.same"]): \(same.count)")
              list(same, &html)
            }
          }
        }
      }
    }
    html.newLine()
  }

  private func id(of index: Int) -> String { "\(context.prefix)m\(index)" }

  private var marks: [MarkedText.Mark] {
    let all = comparison.records.enumerated().compactMap { index, record in
      record.utf8Range.map {
        MarkedText.Mark(
          range: $0, kind: record.isFact ? nil : record.kind, status: record.status.rawValue,
          id: id(of: index))
      }
    }
    return all.filter { $0.kind == nil } + all.filter { $0.kind != nil }
  }

  private func list(_ indices: [Int], _ html: inout HTMLWriter) {
    html.element("ol", ["class": "differences"]) { html in
      for index in indices { row(index, &html) }
    }
  }

  private func row(_ index: Int, _ html: inout HTMLWriter) {
    let record = comparison.records[index]
    let isPlaced = record.utf8Range != nil
    let says = [record.left, record.right].compactMap(\.self)
    let rules = [record.leftRule, record.rightRule].compactMap(\.self)
    html.element(
      "li",
      [
        "class": "row", "data-status": record.status.rawValue,
        "data-row-kind": record.isFact ? nil : record.kind,
        "data-fact-kind": record.isFact ? record.kind : nil,
        "data-record": record.isFact ? nil : id(of: index),
        "data-evidence": record.isFact && isPlaced ? id(of: index) : nil,
        "data-value": (record.status == .same ? Array(says.prefix(1)) : says)
          .joined(separator: " → "),
        "data-rule": rules.count == 2 && rules[0] == rules[1]
          ? rules[0] : rules.joined(separator: " → "),
        "data-kind-name": "\(phrases.name(ofKind: record.kind)): \(labels[record.status] ?? "")",
      ]
    ) { html in
      html.element("p") { html in
        html.kindLabel(record.kind, in: phrases)
        html.element(
          "span", ["class": "status s-\(record.status)"], text: labels[record.status] ?? "")
        if let range = record.utf8Range {
          html.element(
            "a",
            [
              "href": "#\(id(of: index))", "data-mention": record.isFact ? nil : id(of: index),
              "class": "to-evidence", "lang": "ru", "dir": "auto", "title": phrases["ui.evidence"],
            ], text: context.excerpt(range, limit: 90))
        }
      }
      if record.status == .same {
        side("both", record.right, record.rightRule, &html)
      } else {
        side("left", record.left, record.leftRule, &html)
        side("right", record.right, record.rightRule, &html)
      }
    }
    html.newLine()
  }

  private func side(_ name: String, _ says: String?, _ rule: String?, _ html: inout HTMLWriter) {
    guard let says else { return }
    html.element("p", ["class": "side \(name)", "dir": "auto", "lang": "ru"]) { html in
      html.text(says)
      if let rule { html.element("code", text: rule) }
    }
  }
}
