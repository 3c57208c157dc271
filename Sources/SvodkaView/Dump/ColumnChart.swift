/// Columns over time as inline SVG, each made of parts that lie on one another.
struct ColumnChart {
  struct Part {
    var name: String
    /// The class that gives the colour.
    var colorClass: String
    var counts: [Int]
  }

  var title: String
  var names: [String]
  var parts: [Part]
  var width = 960
  var height = 240
  /// Small ones have no axis, only their greatest value.
  var isSmall = false

  private var left: Int { isSmall ? 0 : 56 }
  private var top: Int { isSmall ? 2 : 10 }
  private var bottom: Int { isSmall ? 2 : 26 }

  func write(to html: inout HTMLWriter) {
    let totals = names.indices.map { column in parts.reduce(0) { $0 + $1.counts[column] } }
    let most = max(totals.max() ?? 0, 1)
    let scale = isSmall ? (top: most, step: most) : ColumnChart.scale(upTo: most)
    html.element(
      "svg",
      [
        "viewBox": "0 0 \(width) \(height)", "role": "img", "aria-label": title,
        "class": isSmall ? "chart small" : "chart",
      ]
    ) { html in
      if !isSmall { axis(scale.top, scale.step, &html) }
      columns(scale.top, totals, &html)
      if !isSmall { labels(&html) }
    }
  }

  /// A round number at or above `most`, and the distance of the lines below it.
  static func scale(upTo most: Int) -> (top: Int, step: Int) {
    var power = 1
    while power * 10 <= most { power *= 10 }
    for step in [power / 5, power / 2, power, power * 2] where step > 0 && step * 5 >= most {
      return ((most + step - 1) / step * step, step)
    }
    return ((most + power - 1) / power * power, power)
  }

  private func y(_ value: Int, _ most: Int) -> Double {
    let room = Double(height - top - bottom)
    return Double(height - bottom) - room * Double(value) / Double(most)
  }

  private func axis(_ most: Int, _ step: Int, _ html: inout HTMLWriter) {
    for value in stride(from: 0, through: most, by: step) {
      let height = y(value, most).short
      html.element(
        "line",
        ["class": "grid", "x1": "\(left)", "x2": "\(width)", "y1": height, "y2": height]
      ) { _ in }
      html.element(
        "text", ["x": "\(left - 8)", "y": height, "class": "tick"], text: value.groupedDigits)
    }
  }

  private func columns(_ most: Int, _ totals: [Int], _ html: inout HTMLWriter) {
    let step = Double(width - left) / Double(max(names.count, 1))
    let thickness = min(max(step * 0.78, 1), 48)
    for (column, name) in names.enumerated() where totals[column] > 0 {
      html.element("g") { html in
        let counts = parts.filter { $0.counts[column] > 0 }
          .map { "\($0.name): \($0.counts[column].groupedDigits)" }
        html.element("title", text: ([name] + counts).joined(separator: "\n"))
        var below = 0
        for part in parts where part.counts[column] > 0 {
          let floor = y(below, most)
          below += part.counts[column]
          let ceiling = y(below, most)
          html.element(
            "rect",
            [
              "class": part.colorClass,
              "x": (Double(left) + step * (Double(column) + 0.5) - thickness / 2).short,
              "y": ceiling.short, "width": thickness.short,
              "height": max(floor - ceiling, 0.5).short,
            ]
          ) { _ in }
        }
      }
    }
  }

  /// Names below the columns, as many as there is room for.
  private func labels(_ html: inout HTMLWriter) {
    let step = Double(width - left) / Double(max(names.count, 1))
    let room = Double((names.map(\.count).max() ?? 0) * 8 + 16)
    let every = max(Int((room / step).rounded(.up)), 1)
    for column in stride(from: 0, to: names.count, by: every) {
      let x = Double(left) + step * (Double(column) + 0.5)
      let isNearEdge = x + room / 2 > Double(width)
      html.element(
        "text",
        [
          "x": isNearEdge ? "\(width)" : x.short, "y": "\(height - 6)",
          "class": isNearEdge ? "label last" : "label",
        ], text: names[column])
    }
  }
}

extension Double {
  /// With one decimal, as coordinates need.
  var short: String {
    let tenths = Int((self * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let rest = tenths.magnitude % 10
    return "\(sign)\(tenths.magnitude / 10)" + (rest == 0 ? "" : ".\(rest)")
  }
}

extension Int {
  /// The digits in groups of three, with narrow spaces that do not break.
  var groupedDigits: String {
    let digits = Array(String(magnitude))
    var text = self < 0 ? "−" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0, digits.count > 4 { text += "\u{202F}" }
      text.append(digit)
    }
    return text
  }
}
