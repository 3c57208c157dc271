import TestSupport

@testable import RussianText

/// The tokens of `text`: a bar between neighbours, white space as one space.
func barred(_ text: String) throws -> String {
  let buffer = try TokenBuffer()
  try Tokenizer().tokenize(text, into: buffer)
  return barred(buffer, 0..<buffer.count)
}

func barred(_ buffer: TokenBuffer, _ range: Range<Int>) -> String {
  range.map { index in
    let border =
      index == range.lowerBound ? "" : buffer[index].flags.contains(.spaceBefore) ? " " : "|"
    return border + buffer.text(of: index)
  }.joined()
}

/// The sentences of `text`, each from its first token to its last.
func sentences(of text: String) throws -> [String] {
  let buffer = try TokenBuffer()
  try Tokenizer().tokenize(text, into: buffer)
  return buffer.sentences.map { slice(of: $0, in: buffer) }
}

func paragraphs(of text: String) throws -> [String] {
  let buffer = try TokenBuffer()
  try Tokenizer().tokenize(text, into: buffer)
  return buffer.paragraphs.map { slice(of: $0, in: buffer) }
}

private func slice(of range: TokenRange, in buffer: TokenBuffer) -> String {
  let start = Int(buffer[Int(range.start)].start)
  let end = Int(buffer[Int(range.end) - 1].end)
  return String(decoding: buffer.utf8[start..<end], as: UTF8.self)
}

/// Texts that mix what the word rules tell apart, and what the tailorings look at.
enum GeneratedText {
  static let pieces: [String] = [
    "а", "Б", "ё", "завод", "АБВ", "Қазақ", "a", "Z", "word", "ABC", "é", "ß", "1", "23", "2016",
    "٣", " ", "  ", "\n", "\r\n", "\r", "\t", "\u{A0}", "\u{202F}", "\u{2009}", "\u{85}",
    "\u{2028}", ".", "..", "...", "…", ",", ":", ";", "!", "?", "-", "--", "\u{2010}", "\u{2011}",
    "–", "—", "'", "’", "\"", "«", "»", "„", "“", "(", ")", "((", "))", ")))", "[", "]", "/", "\\",
    "_", "__", "@", "#", "$", "%", "‰", "&", "*", "**", "=", "+", "~", "^", "|", "<", ">", "№",
    "°", "§", "²", "³", "½", "€", "₸", "₽", "\u{301}", "\u{308}", "\u{AD}", "\u{200B}", "\u{200C}",
    "\u{200D}", "\u{FEFF}", "\u{2060}", "\u{FE0F}", "\u{20E3}", "א", "ב", "״", "ع", "ก", "ไทย",
    "中", "文字", "ア", "カタ", "ひ", "한", "국", "🇰", "🇿", "🇷", "😀", "👍", "🏽", "👩", "❤", "©",
    "™", "ℹ", "Ⓜ", "㊗", "·", "‧", "\u{FE13}", "\u{FE55}", "：", "．", "，", "\u{0}", "\u{1}",
    "\u{7F}", "\u{FFFD}", "\u{1D7CE}", "𐐀", "т.", "е.", "г.", "им.", "А.", "P.", "млн.",
    "http://", "https://a.kz/x", "www.", "kz", ".kz", "mail@a.kz", "#тег", "14-", "-го", "3:1",
    "15:30", "5,3", "61.5", "1 431",
  ]

  static func make(_ generator: inout SeededGenerator, pieces count: Int) -> String {
    var text = ""
    for _ in 0..<count { text += pieces.randomElement(using: &generator) ?? "" }
    return text
  }
}
