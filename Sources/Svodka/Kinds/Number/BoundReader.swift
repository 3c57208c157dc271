import RussianText
import TextRules

/// Reads how words beside a number limit it: «более 5 %», «почти на 40», «500 и выше».
struct BoundReader {
  private let lexicon: CompiledLexicon
  private let entries: [Entry]
  private let change: CompiledLexicon
  private let link: CompiledLexicon
  private let from: CompiledLexicon

  private struct Entry {
    var bound: Bound
    var note: Note
  }

  /// The `note` column of bounds.tsv.
  private enum Note: String {
    case plain = "", after, alone, limit, word, verb, adjective, date
  }

  init(rules: CompiledRules) {
    lexicon = rules.lexicon("number", "bound")!
    change = rules.lexicon("number", "change")!
    link = rules.lexicon("number", "link")!
    from = rules.lexicon("number", "from")!
    let bound = lexicon.column("bound")!
    let note = lexicon.column("note")!
    entries = (0..<lexicon.count).map { [lexicon] entry in
      Entry(
        bound: Bound(rawValue: lexicon.text(entry: entry, column: bound)) ?? .about,
        note: Note(rawValue: lexicon.text(entry: entry, column: note)) ?? .date)
    }
  }

  /// The bound that the words around `tokens` set for the amount that stands there.
  func bound(before tokens: Range<Int>, _ amount: Amount, in context: KindContext) -> Bound? {
    let start = tokens.lowerBound
    var window = context.sentenceStart(before: start, reach: 5)..<start
    while let last = window.last, context.holds(link, last), window.count > 1 {
      if let found = bound(endingAt: window.upperBound, in: window, amount, context) {
        return found.value
      }
      window = window.lowerBound..<last
    }
    return bound(endingAt: window.upperBound, in: window, amount, context)?.value
  }

  /// The bound that stands behind the measure: «500 тенге и выше», «12 с лишним».
  func bound(after tokens: Range<Int>, in context: KindContext) -> Bound? {
    let end = min(tokens.upperBound + 4, context.buffer.count)
    var found: Bound?
    context.forEachEntry(of: lexicon, in: tokens.upperBound..<end) { range, entry in
      if range.lowerBound == tokens.upperBound, entries[entry].note == .after {
        found = entries[entry].bound
      }
    }
    return found
  }

  private struct Found { var value: Bound? }

  /// The bound whose words end right before the token `end`; `nil` if none does.
  private func bound(
    endingAt end: Int, in window: Range<Int>, _ amount: Amount, _ context: KindContext
  ) -> Found? {
    var last: (range: Range<Int>, entry: Int)?
    context.forEachEntry(of: lexicon, in: window) { range, entry in
      if range.upperBound == end { last = (range, entry) }
    }
    guard let last else { return nil }
    let entry = entries[last.entry]
    switch entry.note {
    case .plain, .verb, .adjective: return Found(value: entry.bound)
    case .after, .date: return nil
    case .word:
      // «под 5 %», «с 5 %» set no bound; «выше 5 %» does.
      return entry.bound == .about ? Found(value: nil) : Found(value: entry.bound)
    case .alone, .limit:
      // «до 10–12 км» is a bound of the range, «от 5–10 км» none.
      if case .range = amount, entry.note == .alone { return Found(value: nil) }
      if entry.bound == .atMost, isReached(last.range.lowerBound, context) {
        return Found(value: nil)
      }
      return Found(value: entry.bound)
    }
  }

  /// Does the bound word at `index` name what a change leads to («выросла до 5 %», «с 3 до 5»)?
  private func isReached(_ index: Int, _ context: KindContext) -> Bool {
    let start = context.sentenceStart(before: index, reach: 16)
    var found = false
    context.forEachEntry(of: change, in: start..<index) { _, _ in found = true }
    if found { return true }
    // «с 56 до 22», «от 3 % до 5 %»: another number behind a preposition near by.
    var follows = false
    for token in max(start, index - 8)..<index {
      // «обойдётся в 200 млн, а завод выпустит до 400»: another clause.
      if context.buffer.bytes(of: token).elementsEqual(CollectionOfOne(UInt8(ascii: ","))) {
        follows = false
      }
      guard context.buffer[token].kind == .number else { continue }
      follows = follows || token > start && context.holds(from, token - 1)
    }
    return follows
  }
}
