/// The lines of a text that have something in them.
struct Paragraphs {
  struct Paragraph: Equatable {
    var utf8Range: Range<Int>
    /// An empty line stands before it.
    var followsGap: Bool
  }

  static func all(in utf8: [UInt8]) -> [Paragraph] {
    var paragraphs: [Paragraph] = []
    var start = 0
    var followsGap = false
    while start < utf8.count {
      let feed = utf8[start...].firstIndex(of: UInt8(ascii: "\n")) ?? utf8.count
      let isBlank = utf8[start..<feed].allSatisfy { $0 <= 0x20 }
      if isBlank {
        followsGap = true
      } else {
        paragraphs.append(Paragraph(utf8Range: start..<feed, followsGap: followsGap))
        followsGap = false
      }
      start = feed + 1
    }
    return paragraphs
  }
}
