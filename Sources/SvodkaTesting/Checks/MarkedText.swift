/// Draws a text with records in brackets: `на сумму [61,2 млрд тенге]money`.
struct MarkedText {
  private let bytes: [UInt8]
  /// So many bytes of a long paragraph are shown on both sides of what is marked.
  private static let margin = 120

  init(_ text: String) { bytes = Array(text.utf8) }

  /// The paragraphs that have marks, cut to the marks' surroundings.
  func lines(_ marks: [(range: Range<Int>, kind: String)], around places: [Range<Int>])
    -> [String]
  {
    let shown = marks.map(\.range) + places
    return paragraphs.compactMap { paragraph in
      let inside = shown.filter { $0.overlaps(paragraph) }
      guard let first = inside.map(\.lowerBound).min(), let last = inside.map(\.upperBound).max()
      else { return nil }
      let start = wordBreak(max(paragraph.lowerBound, first - MarkedText.margin), paragraph, 1)
      let end = wordBreak(min(paragraph.upperBound, last + MarkedText.margin), paragraph, -1)
      return (start > paragraph.lowerBound ? "…" : "") + draw(start..<end, marks)
        + (end < paragraph.upperBound ? "…" : "")
    }
  }

  /// The whole text with its marks.
  func drawn(_ marks: [(range: Range<Int>, kind: String)]) -> String {
    draw(0..<bytes.count, marks)
  }

  private func draw(_ stretch: Range<Int>, _ marks: [(range: Range<Int>, kind: String)]) -> String {
    var drawn: [UInt8] = []
    for position in stretch.lowerBound...stretch.upperBound {
      // Marks that close come first, the inner before the outer.
      let closing = marks.filter { $0.range.upperBound == position && !$0.range.isEmpty }
        .sorted { $0.range.lowerBound > $1.range.lowerBound }
      for mark in closing where mark.range.lowerBound >= stretch.lowerBound {
        drawn += Array("]\(mark.kind)".utf8)
      }
      guard position < stretch.upperBound else { break }
      let opening = marks.filter { $0.range.lowerBound == position && !$0.range.isEmpty }
      drawn += Array(repeating: UInt8(ascii: "["), count: opening.count)
      drawn.append(bytes[position])
    }
    return String(decoding: drawn, as: UTF8.self)
  }

  private var paragraphs: [Range<Int>] {
    var paragraphs: [Range<Int>] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == 0x0A {
      paragraphs.append(start..<index)
      start = index + 1
    }
    paragraphs.append(start..<bytes.count)
    return paragraphs.filter { !$0.isEmpty }
  }

  /// The end of the paragraph, or the next space from there in one direction or the other.
  private func wordBreak(_ offset: Int, _ paragraph: Range<Int>, _ step: Int) -> Int {
    var offset = offset
    while offset > paragraph.lowerBound, offset < paragraph.upperBound, bytes[offset] != 0x20 {
      offset += step
    }
    return offset
  }
}
