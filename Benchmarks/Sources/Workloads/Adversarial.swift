import CICUBaseline
import RussianText

/// Text written to be slow: each piece over and over, tokenized whole, beside ICU's own iteration.
public struct Adversarial {
  public static let pieces = [
    "中", "文字 ", "ก", "ไทย ", "한", "😀", "🇰🇿", "👩\u{200D}👩", "a\u{301}", "а\u{301}.", "\u{301}", ".", "- ", "а-", "@",
    "a@a.", "www.a.", "http://a. ", "中http://a.", "1,", "1.2 ", "т. д. ", "А. ", "«(", "))", "_а_", "3:1 ",
    "\u{202F}", "\u{AD}а", "ω", "ع ", "א\"א ", "cлово ", "ё", "\n", "\n\n", "г. ", "!..", "#а ",
    "«Да. ", "(а. ", "1.\u{301}",
  ]

  private let units: [UInt16]
  private let bytes: [UInt8]
  private let tokenizer: Tokenizer
  private let buffer: TokenBuffer

  public init(piece: String, byteCount: Int) throws {
    let text = String(repeating: piece, count: byteCount / piece.utf8.count + 1)
    units = Array(text.utf16)
    bytes = Array(text.utf8)
    tokenizer = try Tokenizer()
    buffer = try TokenBuffer()
  }

  /// How many boundaries ICU finds.
  public func runICU() -> Int {
    units.withUnsafeBufferPointer { text in
      var status = U_ZERO_ERROR
      let iterator = baseline_ubrk_open("ru", text.baseAddress, Int32(text.count), &status)
      defer { baseline_ubrk_close(iterator) }
      var boundaries = 0
      while baseline_ubrk_next(iterator) != UBRK_DONE { boundaries += 1 }
      return boundaries
    }
  }

  /// How many tokens there are.
  public func run() -> Int {
    bytes.withUnsafeBufferPointer { tokenizer.tokenize($0, into: buffer) }
    return buffer.count
  }
}
