import Svodka

/// The text of a document with its records marked in it.
struct MarkedText {
  /// Something that is marked: a record, or the evidence of a fact.
  struct Mark {
    var range: Range<Int>
    /// The record's kind; nil for evidence, which shows only when it is asked for.
    var kind: String?
    /// How it differs, in a comparison: `same`, `changed`, `left`, `right`.
    var status: String?
    /// What the script knows it by.
    var id: String
  }

  let context: DocumentContext
  let marks: [Mark]

  init(_ context: DocumentContext, marks: [Mark]) {
    self.context = context
    self.marks = marks
  }

  /// The mentions and facts of the document itself.
  init(_ context: DocumentContext) {
    let facts = context.document.facts.enumerated().map { index, fact in
      Mark(range: fact.utf8Range, kind: nil, status: nil, id: "\(context.prefix)f\(index)")
    }
    let mentions = context.document.mentions.enumerated().map { index, mention in
      Mark(
        range: mention.utf8Range, kind: mention.kind.rawValue, status: nil,
        id: "\(context.prefix)m\(index)")
    }
    // Of equal stretches the evidence lies outside.
    self.init(context, marks: facts + mentions)
  }

  func write(to html: inout HTMLWriter) {
    let ranges = marks.map(\.range)
    // Marks that end before a paragraph are passed over once and for all.
    let order = ranges.indices.sorted { ranges[$0].lowerBound < ranges[$1].lowerBound }
    var next = 0
    var running: [Int] = []
    for paragraph in Paragraphs.all(in: context.utf8) {
      let bounds = paragraph.utf8Range
      running.removeAll { ranges[$0].upperBound <= bounds.lowerBound }
      while next < order.count, ranges[order[next]].lowerBound < bounds.upperBound {
        if ranges[order[next]].upperBound > bounds.lowerBound { running.append(order[next]) }
        next += 1
      }
      let here = running.sorted()
      html.open("p", ["class": paragraph.followsGap ? "gap" : nil, "dir": "auto"])
      let nesting = Nesting(here.map { ranges[$0] }, in: bounds) { marks[here[$0]].kind != nil }
      for step in nesting.steps {
        switch step {
        case .text(let range): html.text(String(decoding: context.utf8[range], as: UTF8.self))
        case .open(let index, let piece, let height):
          open(marks[here[index]], piece, height, &html)
        case .close(let index): html.close(marks[here[index]].kind == nil ? "span" : "mark")
        }
      }
      html.close("p")
      html.newLine()
    }
  }

  private func open(_ mark: Mark, _ piece: Range<Int>, _ height: Int, _ html: inout HTMLWriter) {
    let isStart = piece.lowerBound == mark.range.lowerBound
    guard let kind = mark.kind else {
      html.open(
        "span", ["class": "evidence", "id": isStart ? mark.id : nil, "data-fact": mark.id])
      return
    }
    var classes = HTMLWriter.colorClass(ofKind: kind)
    if isStart { classes += " starts" }
    if piece.upperBound == mark.range.upperBound { classes += " ends" }
    if height > 0 { classes += " h\(min(height, 4))" }
    if let status = mark.status { classes += " is-\(status)" }
    html.open(
      "mark",
      [
        "class": classes, "id": isStart ? mark.id : nil, "data-mark": mark.id, "data-kind": kind,
        "data-status": mark.status, "tabindex": isStart ? "-1" : nil,
      ])
  }
}
