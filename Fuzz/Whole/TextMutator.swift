import Foundation
import TestSupport

/// Makes texts that nobody wrote of texts that somebody did.
struct TextMutator {
  /// Sentences, or what stands between two line feeds.
  private let stretches: [[Substring]]
  private let words: [Substring]
  /// What breaks readers: marks, numbers, letters whose small form is longer, invisible characters.
  private static let odd = [
    "«", "»", "\"", "“", "”", "(", ")", "—", "–", "-", ",", ".", ":", ";", "…", "\n", "\n\n", "\t",
    "\u{A0}", "\u{AD}", "\u{200B}", "\u{301}", "\u{FEFF}", "\u{202E}", "😀", "👨‍👩‍👧", "İ", "ŉ", "ß", "ẞ",
    "Ⱥ", "ǅ", "Қ", "ё", "Ё", "№", "§", "%", "$", "€", "₸", "1", "0", "-1", "9223372036854775808",
    "1e9", "1,5", "1.500", "2-3", "от 7 до 14", "31.02.2016", "2016", "15:30", "первый", "МИД-ом",
    "США", "РФ", "ООО", "АО", "т. е.", "г.", "млн", "тыс.", "далее –", "который", "а также",
    "сообщил", "и", "не", "по сравнению с", "http://a.kz/b?c=d", "@a", "#b", "A", "x²", "½", "Ⅳ",
  ]

  init(corpus texts: [String]) {
    stretches = texts.map { text in
      text.split(omittingEmptySubsequences: true) { $0 == "\n" || $0 == "." }.map { $0 }
    }.filter { !$0.isEmpty && $0.contains { $0.contains { $0 != " " } } }
    words = stretches.joined().flatMap { $0.split(separator: " ") }
  }

  /// A text of a few sentences with some changes.
  func text(_ random: inout SeededGenerator) -> String {
    var parts = sentences(&random)
    let changes = Int.random(in: 0...6, using: &random)
    for _ in 0..<changes where !parts.isEmpty { change(&parts, &random) }
    var text = parts.joined(separator: Bool.random(using: &random) ? " " : "")
    if Int.random(in: 0..<40, using: &random) == 0 {
      text = String(text.prefix(Int.random(in: 0...80, using: &random)))
    }
    return text
  }

  /// Words of neighbouring sentences of one text, or of several texts.
  private func sentences(_ random: inout SeededGenerator) -> [String] {
    var parts: [String] = []
    for _ in 0..<Int.random(in: 1...2, using: &random) {
      let text = stretches.randomElement(using: &random)!
      let first = Int.random(in: text.indices, using: &random)
      let last = min(first + Int.random(in: 1...3, using: &random), text.count)
      for sentence in text[first..<last] {
        parts += sentence.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
        guard !parts.isEmpty else { continue }
        parts[parts.count - 1] += Bool.random(using: &random) ? "." : ".\n"
      }
    }
    return parts
  }

  private func change(_ parts: inout [String], _ random: inout SeededGenerator) {
    let index = Int.random(in: parts.indices, using: &random)
    switch Int.random(in: 0..<14, using: &random) {
    case 0: parts.remove(at: index)
    case 1: parts.insert(parts[index], at: index)
    case 2: parts.swapAt(index, Int.random(in: parts.indices, using: &random))
    case 3: parts.insert(Self.odd.randomElement(using: &random)!, at: index)
    case 4: parts[index] += Self.odd.randomElement(using: &random)!
    case 5: parts[index] = Self.odd.randomElement(using: &random)! + parts[index]
    case 6: parts[index] = parts[index].uppercased()
    case 7: parts[index] = parts[index].lowercased()
    case 8: parts[index] = parts[index].prefix(1).uppercased() + parts[index].dropFirst()
    case 9: parts[index] = String(words.randomElement(using: &random)!)
    case 10: parts.insert(String(words.randomElement(using: &random)!), at: index)
    case 11:
      let other = Int.random(in: parts.indices, using: &random)
      let stretch = parts[min(index, other)...max(index, other)]
      parts.insert(contentsOf: stretch.prefix(12), at: index)
    case 12: cut(&parts[index], &random)
    default: turn(&parts, at: index, &random)
    }
  }

  /// Leaves out a character, or doubles one, or puts an odd one in.
  private func cut(_ word: inout String, _ random: inout SeededGenerator) {
    var scalars = Array(word.unicodeScalars)
    guard !scalars.isEmpty else { return }
    let index = Int.random(in: scalars.indices, using: &random)
    switch Int.random(in: 0..<3, using: &random) {
    case 0: scalars.remove(at: index)
    case 1: scalars.insert(scalars[index], at: index)
    default: scalars.insert(contentsOf: Self.odd.randomElement(using: &random)!.unicodeScalars, at: index)
    }
    word = String(String.UnicodeScalarView(scalars))
  }

  /// Puts a stretch into quotation marks, brackets or commas.
  private func turn(_ parts: inout [String], at index: Int, _ random: inout SeededGenerator) {
    let end = min(index + Int.random(in: 0...4, using: &random), parts.count - 1)
    let marks = [("«", "»"), ("(", ")"), ("\"", "\""), (", ", ","), ("— ", " —")]
    let (open, close) = marks.randomElement(using: &random)!
    parts[index] = open + parts[index]
    parts[end] += close
  }
}
