/// A text as scoring compares it: without case, ё, quotation marks, stops and the style of dashes.
struct ComparedText: Hashable {
  let words: String

  init(_ text: String) {
    var result = String.UnicodeScalarView()
    var isGap = false
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case "«", "»", "\"", "“", "”", "„", "'", "’", "(", ")", ".", ",": isGap = true
      case _ where scalar.isSpace: isGap = true
      default:
        if isGap, !result.isEmpty { result.append(" ") }
        isGap = false
        switch scalar {
        case "ё": result.append("е")
        case "–", "—": result.append("-")
        default: result.append(scalar)
        }
      }
    }
    words = String(result)
  }

  /// The first five letters of every word that has more than two.
  static func stems(_ text: String) -> Set<String> {
    var stems: Set<String> = []
    var word: [Unicode.Scalar] = []
    func finish() {
      if word.count > 2 {
        var stem = String.UnicodeScalarView()
        stem.append(contentsOf: word.prefix(5))
        stems.insert(String(stem))
      }
      word.removeAll()
    }
    for scalar in ComparedText(text).words.unicodeScalars {
      if scalar.isWordPart { word.append(scalar) } else { finish() }
    }
    finish()
    return stems
  }
}

extension Unicode.Scalar {
  /// A letter, a digit or the low line.
  fileprivate var isWordPart: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      true
    default: self == "_"
    }
  }
}

extension JSONValue {
  /// The value as a text to compare; a number as Python writes it.
  private var plain: String {
    switch self {
    case .null: "none"
    case .flag(let isSet): isSet ? "true" : "false"
    case .text(let text): text
    default: description
    }
  }

  /// Does what was found say what this gold value says?
  func isMet(by found: JSONValue?) -> Bool {
    let found = found ?? .null
    if self == .null || found == .null { return self == found }
    if case .number(let wanted) = self {
      let number: Double? =
        switch found {
        case .number(let number): number
        case .text(let text): Double(text)
        case .flag(let isSet): isSet ? 1 : 0
        default: nil
        }
      return number.map { abs($0 - wanted) <= 1e-9 * max(1, abs(wanted)) } ?? false
    }
    return ComparedText(plain) == ComparedText(found.plain)
  }
}

/// Does a value that was found have every field of the gold value?
func isMet(_ gold: [String: JSONValue], by found: [String: JSONValue]) -> Bool {
  gold.allSatisfy { name, wanted in
    switch name {
    case "counted":
      guard let have = found[name]?.text, let want = wanted.text else { return false }
      return !ComparedText.stems(want).isDisjoint(with: ComparedText.stems(have))
    case "unit" where wanted.text == "item": return true
    case "bound": return wanted.isMet(by: found[name] ?? .text("exact"))
    default: return wanted.isMet(by: found[name])
    }
  }
}

/// Do two spans share at least half of the longer one?
func sharesHalf(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
  let overlap = min(a.upperBound, b.upperBound) - max(a.lowerBound, b.lowerBound)
  return overlap > 0 && 2 * overlap >= max(a.count, b.count)
}
