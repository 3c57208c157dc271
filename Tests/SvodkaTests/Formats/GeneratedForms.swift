import Svodka

/// One way to write a value, and what must be read.
struct WrittenForm: CustomStringConvertible {
  /// What stands before it in the sentence: «за », «в ».
  var before = ""
  var text: String
  /// The value as its fields say it: «5 KZT», «2016-05-01…2016-05-31».
  var value: String

  var description: String { "«\(before)\(text)» = \(value)" }
}

extension Extractor {
  private static let valueKinds: Set<MentionKind> = [
    .number, .money, .percent, .quantity, .duration, .date, .time, .ordinal,
  ]

  /// Those of `forms` that are not read back: no record of just that text with just that value, or
  /// another record beside it.
  func unread(_ forms: [WrittenForm], _ read: (MentionValue) -> String?) -> [String] {
    let worker = makeWorker()
    return forms.compactMap { form in
      var text = "Итог: \(form.before)\(form.text) и всё."
      let start = text.utf8.count - " и всё.".utf8.count - form.text.utf8.count
      let range = start..<(start + form.text.utf8.count)
      let mentions = text.withUTF8 { worker.extract(utf8: $0, id: "") }.mentions
      let values = mentions.filter { Self.valueKinds.contains($0.kind) && $0.utf8Range.overlaps(range) }
      if values.count == 1, values[0].utf8Range.upperBound == range.upperBound,
        values[0].utf8Range.lowerBound <= range.lowerBound, read(values[0].value) == form.value
      {
        return nil
      }
      return "\(form), read \(values.map { "«\($0.text)» \($0.value)" })"
    }
  }
}

/// The ways to write a number in digits, signs included.
enum WrittenDigits {
  static let groups = ["", " ", "\u{A0}", "\u{202F}", "\u{2009}", "&nbsp;", "&#160;"]
  static let signs = [("", ""), ("-", "-"), ("−", "-"), ("–", "-"), ("минус ", "-")]
  static let multipliers = [
    ("", 0), (" тыс.", 3), (" тысяч", 3), (" млн", 6), ("млн", 6), (" млн.", 6), (" миллионов", 6),
    (" млрд", 9), (" миллиардов", 9), (" трлн", 12),
  ]

  /// `number` with its digits in groups of three.
  static func grouped(_ number: Int, by separator: String) -> String {
    var groups: [Substring] = []
    var rest = Substring("\(number)")
    while rest.count > 3 {
      groups.insert(rest.suffix(3), at: 0)
      rest = rest.dropLast(3)
    }
    return ([rest] + groups).joined(separator: separator)
  }
}
