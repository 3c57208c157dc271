import Svodka

/// A summary of many documents as one HTML file, with charts.
public struct DumpPage {
  public var summary: DumpSummary
  public var title: String
  public var language: PageLanguage

  public init(_ summary: DumpSummary, title: String, language: PageLanguage = .english) {
    self.summary = summary
    self.title = title
    self.language = language
  }

  private var phrases: Phrases { Phrases.in(language) }
  private static let nameLimit = 20

  /// The whole page, in UTF-8.
  public var html: String {
    Page(title: title, language: language, kind: "summary").html { html in
      PageHeader(title: title, notes: [phrases["dump.title"]], phrases: phrases)
        .write(to: &html) { _ in }
      html.element("main", ["class": "wide"]) { html in
        figures(&html)
        overTime(&html)
        html.element("div", ["class": "columns"]) { html in
          names(.organization, "dump.companies", &html)
          names(.person, "dump.people", &html)
          names(.place, "dump.places", &html)
        }
        html.element("div", ["class": "columns two"]) { html in
          shifts("dump.rises", summary.rises, &html)
          shifts("dump.falls", summary.falls, &html)
        }
      }
    }
  }

  private func figures(_ html: inout HTMLWriter) {
    let figures = [
      ("documents", summary.documents), ("mentions", summary.mentionCount),
      ("facts", summary.factCount), ("characters", summary.characters),
    ]
    html.element("dl", ["class": "figures"]) { html in
      for (name, count) in figures {
        html.element("div") { html in
          html.element("dd", text: count.groupedDigits)
          html.element("dt", text: phrases["dump.\(name)"])
        }
      }
    }
  }

  // MARK: Time

  private func overTime(_ html: inout HTMLWriter) {
    let periods = Period.all(of: summary, phrases: phrases)
    let groups = KindGroup.groups(ofMentions: summary.mentions, facts: summary.facts)
    guard !groups.isEmpty else {
      html.element("p", ["class": "empty"], text: phrases["ui.nothing"])
      return
    }
    card("dump.by-month", &html) { html in
      if periods.isEmpty {
        html.element("p", ["class": "empty"], text: phrases["anchor.none"])
      } else {
        stacked(periods, groups, &html)
      }
      if summary.undated > 0 {
        html.element(
          "p", ["class": "note"],
          text: phrases.phrase("dump.undated", ["n": summary.undated.groupedDigits]))
      }
    }
    card("dump.by-kind", &html) { html in
      html.element("div", ["class": "multiples"]) { html in
        for (_, kinds) in groups {
          for kind in kinds { multiple(kind.name, kind.count, periods, &html) }
        }
      }
    }
  }

  private func stacked(
    _ periods: [Period], _ groups: [(group: KindGroup, kinds: [(name: String, count: Int)])],
    _ html: inout HTMLWriter
  ) {
    let parts = groups.map { group, kinds in
      ColumnChart.Part(
        name: phrases["group.\(group)"], colorClass: "g-\(group)",
        counts: periods.map { $0.count(of: kinds.map(\.name)) })
    }
    html.element("ul", ["class": "key"]) { html in
      for part in parts { html.element("li", ["class": part.colorClass], text: part.name) }
    }
    html.element(
      "div",
      [
        "class": "scroll", "tabindex": "0", "role": "region",
        "aria-label": phrases["dump.by-month"],
      ]
    ) { html in
      ColumnChart(title: phrases["dump.by-month"], names: periods.map(\.name), parts: parts)
        .write(to: &html)
    }
    html.element("details", ["class": "as-table"]) { html in
      html.element("summary", text: phrases["dump.table"])
      html.element("div", ["class": "scroll"]) { html in
        html.element("table") { html in
          html.element("tr") { html in
            html.element("th", text: phrases["dump.month"])
            for part in parts { html.element("th", ["class": "number"], text: part.name) }
          }
          for (index, period) in periods.enumerated() {
            html.element("tr") { html in
              html.element("td", text: period.name)
              for part in parts {
                html.element("td", ["class": "number"], text: part.counts[index].groupedDigits)
              }
            }
          }
        }
      }
    }
  }

  private func multiple(
    _ kind: String, _ count: Int, _ periods: [Period], _ html: inout HTMLWriter
  ) {
    html.element("figure", ["class": HTMLWriter.colorClass(ofKind: kind)]) { html in
      html.element("figcaption") { html in
        html.text(phrases.name(ofKind: kind))
        html.element("span", ["class": "count"], text: count.groupedDigits)
      }
      let part = ColumnChart.Part(
        name: phrases.name(ofKind: kind), colorClass: HTMLWriter.colorClass(ofKind: kind),
        counts: periods.map { $0.counts[kind, default: 0] })
      ColumnChart(
        title: part.name, names: periods.map(\.name), parts: [part], width: 220, height: 54,
        isSmall: true
      ).write(to: &html)
    }
  }

  // MARK: Names and changes

  private func names(_ kind: MentionKind, _ title: String, _ html: inout HTMLWriter) {
    let names = summary.topNames(ofKind: kind, limit: DumpPage.nameLimit)
    guard let most = names.first?.tally.documents else { return }
    card(title, &html) { html in
      html.element("table", ["class": "bars"]) { html in
        for (name, tally) in names {
          html.element("tr", ["class": "row", "data-row-kind": kind.rawValue]) { html in
            html.element("th", ["scope": "row", "lang": "ru", "dir": "auto"], text: name)
            html.element("td", ["class": "bar"]) { html in
              html.element(
                "svg",
                [
                  "viewBox": "0 0 100 10", "preserveAspectRatio": "none", "aria-hidden": "true",
                  "class": HTMLWriter.colorClass(ofKind: kind.rawValue),
                ]
              ) {
                $0.element(
                  "rect",
                  [
                    "width": (100 * Double(tally.documents) / Double(max(most, 1))).short,
                    "height": "10", "rx": "1",
                  ]
                ) { _ in }
              }
            }
            html.element(
              "td",
              [
                "class": "number",
                "title": "\(phrases["ui.mentions"]): \(tally.mentions.groupedDigits)",
              ],
              text: tally.documents.groupedDigits)
          }
        }
      }
    }
  }

  private func shifts(
    _ title: String, _ shifts: [DumpSummary.Shift], _ html: inout HTMLWriter
  ) {
    card(title, &html) { html in
      guard !shifts.isEmpty else {
        html.element("p", ["class": "empty"], text: phrases["dump.no-changes"])
        return
      }
      html.element("ol", ["class": "shifts"]) { html in
        for shift in shifts {
          html.element("li", ["class": "row"]) { html in
            html.element("span", ["class": shift.isRise ? "rise" : "fall"]) {
              $0.text((shift.isRise ? "+" : "−") + shift.percent.grouped + " %")
            }
            html.element("div") { html in
              html.element("p", ["lang": "ru", "dir": "auto"], text: heading(of: shift))
              html.element(
                "p", ["class": "quoted", "lang": "ru", "dir": "auto"], text: shift.evidence)
              html.element("p", ["class": "faint"]) { html in
                html.text(phrases["dump.document"] + " ")
                html.element("code", text: shift.document)
              }
            }
          }
        }
      }
    }
  }

  private func heading(of shift: DumpSummary.Shift) -> String {
    [shift.indicator, shift.organization, shift.period.map { phrases.phrase(of: $0) }]
      .compactMap(\.self).joined(separator: " · ")
  }

  private func card(
    _ title: String, _ html: inout HTMLWriter, _ content: (inout HTMLWriter) -> Void
  ) {
    html.element("section", ["class": "card"]) { html in
      html.element("h2", text: phrases[title])
      content(&html)
    }
    html.newLine()
  }
}
