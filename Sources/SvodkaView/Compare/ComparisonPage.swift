import Svodka

/// Two results side by side as one HTML file: what only one of them has, and what differs.
///
///     ComparisonPage([comparison], left: "before.jsonl", right: "after.jsonl").html
public struct ComparisonPage {
  /// Documents without differences are counted and not shown.
  public var documents: [DocumentComparison]
  /// What the results are called.
  public var left: String
  public var right: String
  /// Documents that only one result has.
  public var missingDocuments: Int
  /// So many documents are shown, those with most differences; a note says how many are not.
  public var limit: Int
  public var language: PageLanguage

  public init(
    _ documents: [DocumentComparison], left: String, right: String, missingDocuments: Int = 0,
    limit: Int = 50, language: PageLanguage = .english
  ) {
    self.documents = documents
    self.left = left
    self.right = right
    self.missingDocuments = missingDocuments
    self.limit = limit
    self.language = language
  }

  private var phrases: Phrases { Phrases.in(language) }

  /// The whole page, in UTF-8.
  public var html: String {
    let phrases = phrases
    let title = "\(left) ↔ \(right)"
    let different = documents.enumerated().filter(\.element.hasDifferences)
    let shown = different.sorted {
      ($1.element.differences, $0.offset) < ($0.element.differences, $1.offset)
    }.prefix(max(limit, 1)).sorted { $0.offset < $1.offset }.map(\.element)
    return Page(title: title, language: language, kind: "comparison").html { html in
      PageHeader(title: title, notes: [phrases["compare.title"]], phrases: phrases)
        .write(to: &html) { legend(&$0) }
      html.element("main", ["class": "wide documents"]) { html in
        notes(hidden: different.count - shown.count, isEqual: different.isEmpty, &html)
        if shown.count > 1 { contents(shown, &html) }
        for (index, document) in shown.enumerated() {
          ComparedDocument(
            document, prefix: "d\(index)-", labels: labels, phrases: phrases
          ).write(to: &html)
        }
      }
    }
  }

  /// What a status is called on this page.
  private var labels: [RecordDifference.Status: String] {
    [
      .same: phrases["compare.same"], .changed: phrases["compare.changed"],
      .left: phrases.phrase("compare.left", ["left": left]),
      .right: phrases.phrase("compare.right", ["right": right]),
    ]
  }

  private func legend(_ html: inout HTMLWriter) {
    let records = documents.flatMap(\.records)
    html.element("nav", ["class": "legend", "aria-label": phrases["ui.legend"]]) { html in
      html.element("div", ["class": "group", "role": "group"]) { html in
        for status in RecordDifference.Status.allCases {
          html.element(
            "button",
            [
              "type": "button", "class": "chip s-\(status)", "aria-pressed": "true",
              "data-status": status.rawValue,
            ]
          ) { html in
            html.text(labels[status] ?? "")
            let count = records.count { $0.status == status }
            html.element("span", ["class": "count"], text: count.groupedDigits)
          }
        }
      }
    }
    let different = records.filter { $0.status != .same }
    Legend(
      mentions: different.filter { !$0.isFact }.map(\.kind).counted,
      facts: different.filter(\.isFact).map(\.kind).counted, phrases: phrases
    ).write(to: &html)
  }

  private func notes(hidden: Int, isEqual: Bool, _ html: inout HTMLWriter) {
    if isEqual { html.element("p", ["class": "note"], text: phrases["compare.equal"]) }
    for (key, count) in [("compare.hidden", hidden), ("compare.missing", missingDocuments)]
    where count > 0 {
      html.element(
        "p", ["class": "note"], text: phrases.phrase(key, ["n": count.groupedDigits]))
    }
  }

  private func contents(_ shown: [DocumentComparison], _ html: inout HTMLWriter) {
    html.element("details", ["class": "contents"]) { html in
      html.element("summary", text: "\(phrases["compare.documents"]): \(shown.count)")
      html.element("ul") { html in
        for (index, document) in shown.enumerated() {
          html.element("li") { html in
            html.element("a", ["href": "#d\(index)-"], text: document.id)
            html.element("span", ["class": "count"], text: "\(document.differences)")
          }
        }
      }
    }
  }
}

extension DocumentComparison {
  var differences: Int { records.count { $0.status != .same } }
}
