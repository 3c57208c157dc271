import RussianText
import TextRules

/// The quotation marks of a document in pairs.
///
/// A speech may run over paragraphs, each of which may begin with a mark again; the last mark of a
/// speech may close a name in it too: «Мы купили «Ромашку», — сказал он.
struct QuotationMarks {
  /// A speech: its first mark and its last, by token.
  struct Speech: Hashable {
    var opening: Int
    var closing: Int
  }

  /// The speech that each closing mark ends.
  private(set) var speeches: [Int: Speech] = [:]
  /// The longest speech that each opening mark begins.
  private var longest: [Int: Speech] = [:]
  /// The opening mark of what was open at each place that was asked for.
  private(set) var enclosing: [Int: Int] = [:]
  /// Marks that begin a paragraph within a speech.
  private(set) var continuations: Set<Int> = []

  /// - Parameters:
  ///   - ends: Closing marks behind which the speaker is told: all that is open ends there.
  ///   - places: Tokens of which ``enclosing`` is to tell.
  init(_ context: FactContext, ends: Set<Int>, places: Set<Int>) {
    var open: [Int] = []
    var paragraphs = 0
    let buffer = context.buffer
    for token in 0..<buffer.count {
      let isMark = context.kinds.isQuote(token)
      if buffer[token].flags.contains(.paragraphStart), !open.isEmpty {
        paragraphs += 1
        if paragraphs > 4 { open.removeAll() }
        if isMark, Self.opens(token, isOpen: true, context), !open.isEmpty {
          continuations.insert(token)
          continue
        }
      }
      if places.contains(token) { enclosing[token] = Self.outermost(open, context) }
      guard isMark else { continue }
      if Self.opens(token, isOpen: !open.isEmpty, context) {
        if open.isEmpty { paragraphs = 0 }
        open.append(token)
      } else if let last = open.last {
        let isEnd = ends.contains(token)
        let opening = isEnd ? Self.outermost(open, context) ?? last : last
        speeches[token] = Speech(opening: opening, closing: token)
        if isEnd || Self.endsParagraph(token, buffer) {
          if !isEnd, open.count > 1, let outer = Self.outermost(open, context) {
            speeches[token] = Speech(opening: outer, closing: token)
          }
          open.removeAll()
        } else {
          open.removeLast()
        }
      }
    }
    for speech in speeches.values
    where longest[speech.opening].map({ $0.closing < speech.closing }) ?? true {
      longest[speech.opening] = speech
    }
  }

  /// The speech that begins with a mark.
  func speech(from opening: Int) -> Speech? { longest[opening] }

  /// The first mark that opens a speech rather than a name, or else the last that is open.
  private static func outermost(_ open: [Int], _ context: FactContext) -> Int? {
    open.first { opensSpeech($0, context) } ?? open.last
  }

  /// Does the mark stand where a sentence begins, or behind a colon?
  static func opensSpeech(_ token: Int, _ context: FactContext) -> Bool {
    if context.kinds.opensSentence(token) { return true }
    guard token > 0 else { return true }
    let before = context.buffer.bytes(of: token - 1)
    return before.count == 1 && (before[0] == UInt8(ascii: ":") || before[0] == UInt8(ascii: "."))
  }

  private static func endsParagraph(_ token: Int, _ buffer: TokenBuffer) -> Bool {
    var next = token + 1
    while next < buffer.count, buffer[next].kind == .punctuation,
      !buffer[next].flags.contains(.paragraphStart)
    {
      next += 1
    }
    return next == buffer.count || buffer[next].flags.contains(.paragraphStart)
  }

  /// Is it an opening mark? « and » tell; the others stand free in front of what they open, or
  /// touch the stop before them where the text has lost its line breaks: «… сказал он."Мы …».
  ///
  /// - Parameter isOpen: Whether a mark is open that this one may close.
  static func opens(_ token: Int, isOpen: Bool, _ context: FactContext) -> Bool {
    let bytes = context.buffer.bytes(of: token)
    if bytes[0] == 0xC2 { return bytes[1] == 0xAB }
    // „
    if bytes.count == 3, bytes[2] == 0x9E { return true }
    let buffer = context.buffer
    guard token + 1 < buffer.count, !buffer[token + 1].flags.contains(.spaceBefore) else {
      return false
    }
    if token == 0 || buffer[token].flags.contains(.spaceBefore) { return true }
    if buffer[token].flags.contains(.paragraphStart) { return true }
    let before = buffer.bytes(of: token - 1)
    guard before.count == 1 else { return false }
    if before[0] == UInt8(ascii: "(") || before[0] == UInt8(ascii: "[") { return true }
    let stops: [UInt8] = [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")]
    return !isOpen && stops.contains(before[0])
      && (context.kinds.isCapitalized(token + 1) || buffer[token + 1].kind == .number)
  }
}
