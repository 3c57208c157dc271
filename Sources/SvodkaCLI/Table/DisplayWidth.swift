extension Unicode.Scalar {
  /// How many columns of a terminal the scalar takes: 0, 1 or 2.
  var displayWidth: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    if properties.isEmojiPresentation { return 2 }
    return Unicode.Scalar.wide.contains { $0.contains(value) } ? 2 : 1
  }

  /// The East Asian wide blocks, after UAX #11.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]
}

extension Character {
  /// The columns of the widest scalar: what joins one is drawn over it.
  var displayWidth: Int { unicodeScalars.lazy.map(\.displayWidth).max() ?? 0 }
}

extension String {
  var displayWidth: Int { reduce(0) { $0 + $1.displayWidth } }

  /// The text in one line: every stretch of white space is one space, no control character is left.
  var inOneLine: String {
    var line = ""
    for scalar in unicodeScalars {
      if scalar.properties.isWhitespace {
        if line.last != " " { line.append(" ") }
      } else if scalar.properties.generalCategory != .control {
        line.unicodeScalars.append(scalar)
      }
    }
    return line
  }

  /// The text in at most `width` columns, ending in «…» if some of it was cut.
  func cut(to width: Int) -> String {
    if displayWidth <= width { return self }
    var kept = ""
    var taken = 1
    for character in self {
      taken += character.displayWidth
      if taken > width { break }
      kept.append(character)
    }
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
  }

  /// The text followed by spaces up to `width` columns.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - displayWidth))
  }
}
