import RussianMorphology
import RussianText
import TextRules

/// Long names of organizations before their abbreviations in brackets: «Российский цветочный
/// центр (РЦЦ)», whatever the words are.
struct DefinedNames: Sendable {
  private let organization: Int?
  /// Words of a name that its abbreviation leaves out: «по», «и».
  private let small: Set<[UInt8]>
  /// Nouns of places: «регион», «республика».
  private let places: CompiledLexicon?

  init(rules: CompiledRules) {
    organization = rules.kindNumber(MentionKind.organization.rawValue)
    small = OrganizationWords(rules: rules).small
    places = rules.lexicon("organization", "generic-tail")
  }

  /// Adds the long names, in place of those that are a part of them.
  ///
  /// - Complexity: O(*n*) in the number of records.
  func add(in context: KindContext) {
    var found: [(tokens: Range<Int>, short: MatchedRecord)] = []
    for index in 0..<context.matcher.recordCount {
      let record = context.matcher.record(index)
      guard record.kind == organization, let long = longName(before: record.tokens, context),
        !isPlace(long, context)
      else { continue }
      found.append((long, record))
    }
    guard !found.isEmpty else { return }
    var inside: [Int: [Int]] = [:]
    for index in 0..<context.matcher.recordCount where context.matcher.record(index).kind == organization {
      for token in context.matcher.record(index).tokens { inside[token, default: []].append(index) }
    }
    for (tokens, short) in found {
      let others = Set(tokens.flatMap { inside[$0] ?? [] }).sorted()
      let records = others.map { context.matcher.record($0) }
      guard records.allSatisfy({
        tokens.lowerBound <= $0.tokens.lowerBound && $0.tokens.upperBound <= tokens.upperBound
          && $0.tokens.count < tokens.count
      }) else { continue }
      let type = ([short] + records).lazy.compactMap { record -> OrganizationType? in
        guard case .organization(let value) = context.value(of: record) else { return nil }
        return value.type == .other ? nil : value.type
      }.first
      for index in others { context.matcher.withdraw(index) }
      let name = Organization(name: context.nominative(of: tokens), type: type ?? .other)
      let payload = context.keep(.organization(name), rule: context.ruleNumbers[short.payload])
      context.matcher.add(MatchedRecord(kind: short.kind, payload: payload, tokens: tokens))
    }
  }

  /// «Озёрно-Степной край (ОСК)», «Лесная республика (ЛР)».
  private func isPlace(_ name: Range<Int>, _ context: KindContext) -> Bool {
    guard let places else { return false }
    var ends = false
    context.forEachEntry(of: places, in: name.upperBound - 1..<name.upperBound) { _, _ in ends = true }
    return ends
  }

  /// The words before the bracket in which an abbreviation stands, if they begin with its letters.
  private func longName(before short: Range<Int>, _ context: KindContext) -> Range<Int>? {
    let bracket = short.lowerBound - 1
    guard short.count == 1, bracket > 0, short.upperBound < context.buffer.count,
      context.buffer[short.lowerBound].shape != .title,
      context.buffer.bytes(of: bracket).elementsEqual([UInt8(ascii: "(")]),
      context.buffer[short.upperBound].kind == .punctuation
    else { return nil }
    var letters = Self.letters(of: FoldedName(context.text(of: short)))
    guard letters.count > 1, letters.count < 10 else { return nil }
    var token = bracket - 1
    if context.isQuote(token) { token -= 1 }
    let end = token + 1
    var start = end
    while !letters.isEmpty, token >= 0, end - token <= 2 * letters.count + 8 {
      guard take(token, from: &letters, context) else { return nil }
      start = token
      token -= 1
    }
    let isNamed = context.isCapitalized(start) || start > 0 && context.isQuote(start - 1)
    return letters.isEmpty && end - start > 1 && isNamed ? start..<end : nil
  }

  /// Takes the letters of a word's parts from the end; a small word or a dash may have none.
  private func take(_ token: Int, from letters: inout [ArraySlice<UInt8>], _ context: KindContext) -> Bool {
    guard context.buffer[token].kind == .word else {
      return context.buffer[token].kind == .punctuation && context.buffer.bytes(of: token).first == UInt8(ascii: "-")
        || context.buffer.bytes(of: token).starts(with: [0xE2, 0x80]) && !context.isQuote(token)
    }
    let parts = FoldedName(context.buffer.text(of: token)).words
    for part in parts.reversed() {
      if let last = letters.last, part.starts(with: last) {
        letters.removeLast()
      } else if !small.contains(Array(part)) {
        return false
      }
    }
    return true
  }

  private static func letters(of name: FoldedName) -> [ArraySlice<UInt8>] {
    var letters: [ArraySlice<UInt8>] = []
    var index = 0
    while index < name.bytes.count {
      let length = name.bytes[index] < 0x80 ? 1 : 2
      guard index + length <= name.bytes.count else { break }
      letters.append(name.bytes[index..<index + length])
      index += length
    }
    return letters
  }
}
